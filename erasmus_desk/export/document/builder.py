"""A draft, its call and the words of a language become the blocks of a document: pure."""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.call.form import Group, Section
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft import visibility
from erasmus_desk.draft.model import Draft
from erasmus_desk.draft.visibility import ShownGroup
from erasmus_desk.export.document import (
    activities,
    answer_controls,
    budget_annex,
    budget_summary,
    cover,
    organisations,
)
from erasmus_desk.export.document import questions as outline_questions
from erasmus_desk.export.document.blocks import (
    Block,
    Contents,
    Document,
    Heading,
    Paragraph,
    Profile,
    Question,
    Said,
    Tone,
    Turn,
)
from erasmus_desk.export.document.budget_summary import Budget
from erasmus_desk.export.document.context import Speech
from erasmus_desk.export.document.labels import Labels

_MIDDLE = 2
"""The level of the headings between those of sections and those of records."""


def build(
    draft: Draft,
    pack: Pack,
    texts: Texts,
    labels: Labels,
    profile: Profile,
    budget: Budget | None = None,
) -> Document:
    """Give the whole document for a draft; nothing of the draft is cut or changed.

    Without a budget there is no chapter on money.
    """
    own = draft.text(pack.role("language")) or labels.wanted
    speech = Speech(draft, pack, texts, labels, profile, own)
    chapter = budget_summary.summary(budget, speech) if budget else []
    place = pack.form.section_of(pack.role("budget_comment"))
    body: list[Block] = []
    for section in visibility.sections(draft, pack):
        body += _section(section, speech, chapter if section is place else [])
    return Document(
        about=cover.about(speech),
        edge=cover.edge(speech),
        blocks=(
            cover.cover(speech),
            Contents(labels.said("contents")),
            *body,
            *_annexes(speech, budget, [] if place else chapter),
        ),
        labels=answer_controls.names(speech),
    )


def _annexes(speech: Speech, budget: Budget | None, chapter: list[Block]) -> Iterator[Block]:
    """Give what stands behind the form on pages that lie on their side."""
    lines = budget_annex.annex(budget, speech) if budget else []
    made = (
        ("timetable.title", activities.timetable(speech)),
        ("budget.annex", [*chapter, *lines]),
    )
    there = [(name, parts) for name, parts in made if parts]
    for place, (name, parts) in enumerate(there, start=1):
        if place == 1:
            yield Turn(wide=True)
        title = speech.labels.get(name)
        yield Heading(1, "", speech.labels.said("annex.title", n=str(place), name=title))
        yield from parts


def _section(section: Section, speech: Speech, first: list[Block]) -> list[Block]:
    """Give a section with its heading, or nothing if nothing in it is to be shown.

    `first` stands before its questions.
    """
    title = section_title(section, speech)
    parts = [*first]
    shown = _in_order(section, visibility.groups(section, speech.draft, speech.pack))
    first_at = first_positions(shown)
    previous = ""
    for one in shown:
        if spec := activities.spec_of(one.group, speech):
            parts += activities.record(one, spec, _last_number(parts), speech)
            continue
        name = speech.text(f"group.{one.group.id}.title") or title
        body = outline_questions.group(one, name, speech)
        if not body:
            continue
        if one.item and not previous:
            parts += organisations.overview(one.group.list, speech)
        heading = list(group_heading(one, section, previous, first_at[one.group.id], speech))
        above = [block.text for block in heading if isinstance(block, Heading)] or [title]
        parts += [*heading, *without_echo(body, above[-1])]
        previous = one.item
    if not parts:
        return []
    intro = () if speech.is_clean else speech.texts_of(f"section.{section.id}.intro")
    return [
        Heading(1, section.letter, title),
        *(Paragraph(part, Tone.INTRO) for part in intro),
        *parts,
    ]


def _last_number(parts: list[Block]) -> str:
    """Give the number of the last heading that is not one of a record or a part of an item."""
    headings = (one for one in reversed(parts) if isinstance(one, Heading))
    return next((one.number for one in headings if one.level == _MIDDLE), "")


def _in_order(section: Section, shown: tuple[ShownGroup, ...]) -> list[ShownGroup]:
    """Put the groups of a list's items where the form has the first of them."""
    place: dict[tuple[str, str], int] = {}
    for index, group in enumerate(section.groups):
        place.setdefault(_kin(group), index)
    return sorted(shown, key=lambda one: (place[_kin(one.group)], one.position))


def _kin(group: Group) -> tuple[str, str]:
    """Give what the groups of one list have in common; any other group stands alone."""
    return (group.list, "" if group.list else group.id)


def first_positions(shown: list[ShownGroup]) -> dict[str, int]:
    """Give for each group the position of the first item that it is asked for."""
    found: dict[str, int] = {}
    for one in shown:
        found[one.group.id] = min(one.position, found.get(one.group.id, one.position))
    return found


def group_heading(
    one: ShownGroup, section: Section, previous: str, first_at: int, speech: Speech
) -> Iterator[Block]:
    """Give the heading of a group, and before it that of its item if it opens one."""
    number = counted_on(one.group.letter, one.position - first_at)
    title = speech.text(f"group.{one.group.id}.title")
    opens = bool(one.item) and one.item != previous
    if opens:
        of_item = ".".join(number.split(".")[:2])
        yield organisations.item_heading(of_item, one, title, speech)
        if number.count(".") < 2:  # noqa: PLR2004 - D.1 names the item itself, D.1.1 a part of it
            return
    if title is not None and (number or not _is_same(title, section_title(section, speech))):
        yield Heading(3 if one.item else 2, number, title)
        yield from outline_questions.beside(speech, f"group.{one.group.id}.title")
    if not speech.is_clean:
        for part in speech.texts_of(f"group.{one.group.id}.intro"):
            yield Paragraph(part, Tone.INTRO)


def section_title(section: Section, speech: Speech) -> Said:
    """Give the title of a section, or at least its id."""
    return speech.text(f"section.{section.id}.title") or Said(section.id, speech.own)


def without_echo(body: list[Block], heading: Said) -> list[Block]:
    """Take out the label of a group's only question where the heading above says the same."""
    questions = [block for block in body if isinstance(block, Question)]
    if len(questions) == 1 and body[0] is questions[0] and _is_same(questions[0].text, heading):
        return body[1:]
    return body


def _is_same(one: Said, other: Said) -> bool:
    return one.text.strip().casefold() == other.text.strip().casefold()


def counted_on(letter: str, further: int) -> str:
    """Give the letter of a group for a later item: D.2.1 two items on is D.4.1."""
    parts = letter.split(".")
    if further and len(parts) > 1 and parts[1].isdecimal():
        parts[1] = str(int(parts[1]) + further)
    return ".".join(parts)
