"""What a call is, in the order in which it is shown: topics, their entries, and the evidence.

The page about the call in the window and the command `calls` show the same entries. The words are
those of the pack; what the source says is kept apart from our examples and hints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from msgspec import Struct

from erasmus_desk.call.form import Always
from erasmus_desk.call.funding import Evidence
from erasmus_desk.call.model import Deadline, Pack
from erasmus_desk.call.texts import Texts


class OverviewEntry(Struct, frozen=True):
    """One thing to know about the call.

    `paragraphs` say what the source says, `hints` what we add; a deadline has neither.
    """

    id: str
    title: str
    paragraphs: tuple[str, ...]
    evidence: Evidence
    hints: tuple[str, ...] = ()
    deadline: Deadline | None = None


class OverviewTopic(Struct, frozen=True):
    """A heading with its entries; a call without topics has one without a title."""

    id: str
    title: str
    entries: tuple[OverviewEntry, ...]


def build_overview(pack: Pack, texts: Texts) -> tuple[OverviewTopic, ...]:
    """Return what there is to know about a call, by topics."""
    if not pack.topics:
        facts = tuple(_list_facts(pack, texts, ""))
        return (OverviewTopic("", "", facts),) if facts else ()
    return tuple(
        OverviewTopic(
            topic.id,
            texts.get(f"topic.{topic.id}.title"),
            (
                *_list_facts(pack, texts, topic.id),
                *(entry for part in topic.shows for entry in PARTS[part](pack, texts)),
            ),
        )
        for topic in pack.topics
    )


def _list_facts(pack: Pack, texts: Texts, topic: str) -> Iterator[OverviewEntry]:
    for fact in pack.facts:
        if fact.topic == topic:
            title = texts.get(f"fact.{fact.id}.label")
            paragraphs = texts.paragraphs(f"fact.{fact.id}.value")
            yield OverviewEntry(fact.id, title, paragraphs, fact.evidence)


def _list_kinds(pack: Pack, texts: Texts) -> Iterator[OverviewEntry]:
    """Return the project types as the source describes them, with the fields they exclude."""
    for kind in pack.kinds:
        barred = tuple(
            texts.get(f"barred.{pair.kind}.{pair.field}")
            for pair in pack.excluded_pairs
            if pair.kind == kind.id
        )
        meaning = texts.paragraphs(f"kind.{kind.id}.meaning")
        expected = texts.paragraphs(f"kind.{kind.id}.expects")
        yield OverviewEntry(
            kind.id,
            texts.get(f"kind.{kind.id}.name"),
            (*(meaning or expected), *barred),
            kind.evidence,
            expected if meaning else (),
        )


def _list_priorities(pack: Pack, texts: Texts) -> Iterator[OverviewEntry]:
    """Return the priorities that every field shares, with their meaning."""
    question = pack.question(pack.role("main_priority"))
    options = pack.option_set(question) if question else None
    for option in options.options if options else ():
        name = f"option.{question.options}.{option.id}" if question else ""
        if isinstance(option.when, Always):
            yield OverviewEntry(
                option.id,
                texts.get(name),
                texts.paragraphs(f"{name}.meaning"),
                option.evidence,
                texts.paragraphs(f"{name}.explain"),
            )


def _list_deadlines(pack: Pack, texts: Texts) -> Iterator[OverviewEntry]:
    for deadline in pack.deadlines:
        title = texts.get(f"deadline.{deadline.id}.name")
        yield OverviewEntry(deadline.id, title, (), deadline.evidence, deadline=deadline)


def _list_criteria(pack: Pack, texts: Texts) -> Iterator[OverviewEntry]:
    """Return the points that a proposal needs in all, and for each award criterion."""
    if pack.pass_mark is not None:
        title, rule = texts.get("pack.pass_mark.name"), texts.get("pack.pass_mark.rule")
        text = rule.format(points=pack.pass_mark.value, most=pack.all_points)
        yield OverviewEntry("pass_mark", title, (text,), pack.pass_mark.evidence)
    for criterion in pack.criteria:
        most, least = criterion.points, criterion.threshold
        points = texts.get("pack.criterion.points").format(points=least.value, most=most.value)
        unsure = next((one for one in (most, least) if not one.evidence.is_confirmed), most)
        name = f"criterion.{criterion.id}"
        paragraphs = (points, *texts.paragraphs(f"{name}.looks_at"))
        yield OverviewEntry(criterion.id, texts.get(f"{name}.name"), paragraphs, unsure.evidence)


def _list_paths(pack: Pack, texts: Texts) -> Iterator[OverviewEntry]:
    """Return what else one may want to do, and where in the programme it belongs."""
    for path in pack.paths:
        yield OverviewEntry(
            path.id,
            texts.get(f"path.{path.id}.label"),
            texts.paragraphs(f"path.{path.id}.answer"),
            path.evidence,
            texts.paragraphs(f"path.{path.id}.hint"),
        )


PARTS: Final[Mapping[str, Callable[[Pack, Texts], Iterator[OverviewEntry]]]] = {
    "kinds": _list_kinds,
    "priorities": _list_priorities,
    "deadlines": _list_deadlines,
    "criteria": _list_criteria,
    "paths": _list_paths,
}
"""The parts of a call that a topic may show below its facts, by the name the pack uses."""
