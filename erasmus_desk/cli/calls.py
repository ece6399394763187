"""The command `calls`: the calls included, and what each offers."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import UTC, datetime

from erasmus_desk.call.funding import Evidence
from erasmus_desk.call.model import Deadline, Pack
from erasmus_desk.call.overview import OverviewEntry, OverviewTopic, build_overview
from erasmus_desk.call.texts import Texts
from erasmus_desk.cli.context import CommandContext, CommandResult, JsonValue
from erasmus_desk.errors import PackError
from erasmus_desk.i18n import formats
from erasmus_desk.i18n.figures import separate_figures

LINE_WIDTH = 96
"""Characters of a line of text about a call."""


def run(context: CommandContext) -> CommandResult:
    """List the calls; one that cannot be used becomes a notice."""
    lines: list[str] = []
    objects: list[JsonValue] = []
    notices: list[str] = []
    for name in context.library.list_packs():
        try:
            pack = context.library.load_pack(name)
            texts = context.load_texts(pack)
        except PackError as fault:
            text = context.messages.format_error(fault)
            notices.append(f"{text.what} {text.do}")
            continue
        lines.extend([*([""] if lines else []), *format_call(pack, texts, context)])
        objects.append(_call_to_json(pack, texts))
    # Amounts stay on a line; other programs are given plain blanks.
    lines = [separate_figures(line) for line in lines]
    nothing = (context.messages.format_message("calls.none"),)
    return CommandResult(tuple(lines) or nothing, {"calls": objects}, tuple(notices))


def format_call(pack: Pack, texts: Texts, context: CommandContext) -> Iterator[str]:
    """Return the lines on a call: its state, what it offers, and what there is to know of it."""
    state = context.messages.format_message(f"state.{pack.state}")
    yield f"{pack.id}  {texts.get('pack.name')} ({state})"
    groups = {
        "calls.kinds": [(kind.id, texts.get(f"kind.{kind.id}.name")) for kind in pack.kinds],
        "calls.fields": [(one.id, texts.get(f"field.{one.id}.name")) for one in pack.fields],
        "calls.deadlines": [(one.id, _format_deadline(one, context)) for one in pack.deadlines],
        "calls.barred": [
            (f"{pair.kind} × {pair.field}", texts.get(f"barred.{pair.kind}.{pair.field}"))
            for pair in pack.excluded_pairs
        ],
    }
    for title, rows in groups.items():
        if not rows:
            continue
        yield f"  {context.messages.format_message(title)}"
        width = max(len(name) for name, _ in rows)
        yield from (f"    {name:{width}}  {about}" for name, about in rows)
    yield from _format_overview(build_overview(pack, texts), pack, texts, context)


def _format_overview(
    topics: tuple[OverviewTopic, ...], pack: Pack, texts: Texts, context: CommandContext
) -> Iterator[str]:
    """Return what the sources say by topics, then the addresses of the sources, each once."""
    facts = [entry for topic in topics for entry in topic.entries]
    if not facts:
        return
    yield f"  {context.messages.format_message('calls.about')}"
    for topic in topics:
        if topic.title:
            yield f"    {topic.title}"
        for entry in topic.entries:
            yield f"      {entry.title}"
            deadline = (_format_deadline(entry.deadline, context),) if entry.deadline else ()
            source = _name_sources(entry.evidence, pack, texts, context)
            for paragraph in (*entry.paragraphs, *deadline, source):
                yield from _wrap(paragraph, 8)
    named = dict.fromkeys(name for entry in facts for name in entry.evidence.sources)
    found = [pack.sources[name] for name in named if name in pack.sources]
    if any(one.address for one in found):
        yield f"  {context.messages.format_message('calls.sources')}"
    for one in found:
        if one.address:
            yield from _wrap(texts.source_title(one), 4)
            yield f"      {one.address}"


def _name_sources(evidence: Evidence, pack: Pack, texts: Texts, context: CommandContext) -> str:
    """Return the titles of the sources of a fact, with a remark if it is not confirmed."""
    known = [pack.sources[name] for name in evidence.sources if name in pack.sources]
    found = [one for one in known if not one.is_missing]
    named = (texts.source_title(one) for one in found or known)
    titles = formats.join_entries(named, context.messages.language)
    if known and not found:
        return titles
    source = context.messages.format_message("check.source", source=titles)
    if evidence.is_confirmed:
        return source
    return context.messages.format_message("check.unsure", source=source)


def _wrap(paragraph: str, indent: int) -> list[str]:
    """Return the lines of a paragraph, indented by a number of spaces."""
    return textwrap.wrap(
        paragraph,
        LINE_WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _format_deadline(deadline: Deadline, context: CommandContext) -> str:
    clock = formats.format_time(deadline.at, context.messages.language)
    has_passed = datetime.now(UTC) >= deadline.at
    return context.messages.format_message(
        "calls.deadline-passed" if has_passed else "calls.deadline",
        day=deadline.at.date(),
        clock=clock,
        zone=deadline.zone,
    )


def _call_to_json(pack: Pack, texts: Texts) -> JsonValue:
    return {
        "id": pack.id,
        "name": texts.get("pack.name"),
        "edition": pack.edition,
        "state": pack.state.value,
        "languages": list(pack.languages),
        "kinds": [
            {"id": kind.id, "name": texts.get(f"kind.{kind.id}.name")} for kind in pack.kinds
        ],
        "fields": [
            {"id": one.id, "name": texts.get(f"field.{one.id}.name")} for one in pack.fields
        ],
        "barred": [{"kind": pair.kind, "field": pair.field} for pair in pack.excluded_pairs],
        "deadlines": [
            {"id": one.id, "at": one.at.isoformat(), "actions": list(one.actions)}
            for one in pack.deadlines
        ],
        "about": [
            {
                "id": topic.id,
                "title": topic.title,
                "facts": [_entry_to_json(entry, pack, texts) for entry in topic.entries],
            }
            for topic in build_overview(pack, texts)
        ],
    }


def _entry_to_json(entry: OverviewEntry, pack: Pack, texts: Texts) -> JsonValue:
    return {
        "id": entry.id,
        "title": entry.title,
        "text": list(entry.paragraphs),
        "ours": list(entry.hints),
        "at": entry.deadline.at.isoformat() if entry.deadline else None,
        "confirmed": entry.evidence.is_confirmed,
        "sources": _sources_to_json(entry.evidence, pack, texts),
    }


def _sources_to_json(evidence: Evidence, pack: Pack, texts: Texts) -> JsonValue:
    known = (pack.sources[name] for name in evidence.sources if name in pack.sources)
    return [
        {"id": one.id, "title": texts.source_title(one), "address": one.address} for one in known
    ]
