"""What will happen, record by record: outputs, events, meetings, activities of whatever call.

The timetable of activities: a row for each, a column for each month, and the dates in words.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from erasmus_desk.call.form import Group, ListSpec, Question, QuestionType
from erasmus_desk.draft import computed, display_names, visibility
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import ShownGroup
from erasmus_desk.export.document import questions, tables
from erasmus_desk.export.document.answer_controls import control
from erasmus_desk.export.document.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Look,
    Paragraph,
    Run,
    Said,
    Table,
    Tone,
)
from erasmus_desk.export.document.context import Speech
from erasmus_desk.i18n import formats

_LONG = {QuestionType.TEXT, QuestionType.TABLE, QuestionType.STATIC}


def spec_of(group: Group, speech: Speech) -> ListSpec | None:
    """Give the list of a group whose items are records with a number, such as `O1`."""
    spec = speech.pack.form.lists.get(group.list)
    return spec if spec is not None and spec.prefix else None


def record(one: ShownGroup, spec: ListSpec, above: str, speech: Speech) -> list[Block]:
    """Give a record under its heading.

    `above` is the number of the heading it comes after: the first record of a list stands
    under the heading of the list, which may be there already.
    """
    return [
        *_list_heading(one, spec, above, speech),
        *_heading(one, spec, speech),
        *_content(one, spec, speech),
    ]


def _list_heading(one: ShownGroup, spec: ListSpec, above: str, speech: Speech) -> Iterator[Block]:
    if one.position or (one.group.letter and one.group.letter == above):
        return
    ids = (*_titles(one.group, speech), f"list.{spec.id}.many")
    title = speech.text(*ids) or Said(spec.id, speech.own)
    yield Heading(2, one.group.letter, _begun(title))
    if second := speech.beside(*ids):
        yield Paragraph(_begun(second), Tone.BESIDE)
    if not speech.is_clean:
        for part in speech.texts_of(f"group.{one.group.id}.intro"):
            yield Paragraph(part, Tone.INTRO)


def _titles(group: Group, speech: Speech) -> Iterator[str]:
    """Give the ids of a group's title and of those that share its letter: one will have words."""
    yield f"group.{group.id}.title"
    for section in speech.pack.form.sections:
        if group in section.groups and group.letter:
            alike = (one for one in section.groups if one.letter == group.letter)
            yield from (f"group.{one.id}.title" for one in alike)


def _begun(title: Said) -> Said:
    """Give a title with a capital: lists are named in small letters, for within sentences."""
    return Said(f"{title.text[:1].upper()}{title.text[1:]}", title.language)


def _heading(one: ShownGroup, spec: ListSpec, speech: Speech) -> Iterator[Block]:
    number = display_names.number(speech.draft, speech.pack, spec.id, one.item)
    name = speech.draft.text(spec.name, one.item).strip()
    if name:
        # To the letter, but for what no heading can hold: the blanks around it.
        yield Heading(3, number, Said(name, speech.own), str(Key(spec.name, one.item)))
    else:
        yield Heading(3, number, speech.text(f"list.{spec.id}.one") or Said(spec.id, speech.own))


def _content(one: ShownGroup, spec: ListSpec, speech: Speech) -> Iterator[Block]:
    """Give the short answers as one table, then the texts and the rows inside the record."""
    shown = questions.wanted(one, speech)
    facts = [question for question in shown if _is_fact(question, spec, one.item, speech)]
    if facts:
        title = Said(display_names.title(speech.draft, speech.pack, spec.id, one.item), speech.own)
        yield tables.facts(one.item, facts, title, speech, guided=False)
    for question in shown:
        if question.type in _LONG:
            # What to write is said once, at the first record.
            yield from questions.one(question, one.item, speech, guided=one.position == 0)


def _is_fact(question: Question, spec: ListSpec, item: str, speech: Speech) -> bool:
    if question.id == spec.name:
        return not speech.draft.text(spec.name, item).strip()
    if question.type in _LONG:
        return False
    # What nobody answered has its place where the plan is written, not with those who read it.
    is_whole = not (speech.is_clean or speech.is_for_partner)
    return is_whole or question.required or speech.value(question, item) is not None


_STEPS = (1, 3, 12)
"""Months a column may stand for; the first that keeps the table readable is taken."""
_MOST_COLUMNS = 36
_MOST_WITH_LEADER = 24
"""Up to so many columns of time there is room for one that says who leads."""
_WIDTH = 13890
"""What all columns weigh together: the twips of a wide page between its margins."""
_WHAT, _WHO, _WHEN, _TIME = 2900, 2000, 2050, 320
"""Least width of the title, width of leader and dates, greatest width of a month, in twips."""


class Planned(Struct, frozen=True):
    """One record of the plan: its list and item, and from which day to which."""

    spec: ListSpec
    item: str
    start: date | None
    end: date | None


def planned(speech: Speech) -> tuple[Planned, ...]:
    """Give all records of the plan that are asked for now, list by list, in their order."""
    groups = (
        group
        for section in visibility.sections(speech.draft, speech.pack)
        for group in visibility.groups(section, speech.draft, speech.pack)
    )
    found: dict[str, Planned] = {}
    for one in groups:
        spec = speech.pack.form.lists.get(one.group.list)
        if spec is not None and spec.plan and one.item not in found:
            found[one.item] = Planned(spec, one.item, *_dates(spec, one.item, speech))
    return tuple(found.values())


def _dates(spec: ListSpec, item: str, speech: Speech) -> tuple[date | None, date | None]:
    """Give the first and the last of the dates that a record is asked for."""
    asked_for = (name for name in spec.questions if _is_date(name, speech))
    values = [speech.draft.get(Key(name, item)) for name in asked_for]
    days = [value if isinstance(value, date) else None for value in values]
    return (days[0], days[-1]) if days else (None, None)


def _is_date(question: str, speech: Speech) -> bool:
    return speech.pack.form.questions[question].type is QuestionType.DATE


def timetable(speech: Speech) -> list[Block]:
    """Give the table with a line on how to read it, or nothing while nothing is planned."""
    records = planned(speech)
    if not records:
        return []
    step, columns = _columns(records, speech)
    has_leader = len(columns) <= _MOST_WITH_LEADER
    about = speech.labels.said(f"timetable.about.{step}")
    return [
        Paragraph(about, Tone.NOTE),
        Table(
            look=Look.CALENDAR,
            title=speech.labels.said("timetable.title"),
            description=about,
            columns=_heads(columns, speech, has_leader=has_leader),
            rows=tuple(_row(one, columns, speech, has_leader=has_leader) for one in records),
        ),
    ]


def _columns(records: tuple[Planned, ...], speech: Speech) -> tuple[int, list[tuple[date, date]]]:
    """Give how many months a column stands for, and the first and last day of each.

    Where the dates span more than any table holds, no column is left: the words remain.
    """
    days = [day for one in records for day in (one.start, one.end) if day is not None]
    start = speech.draft.get(Key(speech.pack.role("start")))
    end = computed.end_date(speech.draft, speech.pack)
    if isinstance(start, date) and end is not None:
        days = [start, end]
    if not days:
        return 0, []
    first, last = min(days), max(days)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    for step in _STEPS:
        if months <= _MOST_COLUMNS * step:
            return step, list(_spans(first.replace(day=1), months, step))
    return 0, []


def _spans(first: date, months: int, step: int) -> Iterator[tuple[date, date]]:
    for place in range(0, months, step):
        begins, follows = (computed.months_later(first, at) for at in (place, place + step))
        yield begins, follows - timedelta(days=1)


def _heads(
    columns: list[tuple[date, date]], speech: Speech, *, has_leader: bool
) -> tuple[Column, ...]:
    said, tongue = speech.labels.said, speech.labels.wanted
    fixed = _WHEN + (_WHO if has_leader else 0)
    share = min(_TIME, (_WIDTH - fixed - _WHAT) // max(1, len(columns)))
    heads = [Column(said("timetable.what"), _WIDTH - fixed - share * len(columns))]
    if has_leader:
        heads.append(Column(said("timetable.who"), _WHO))
    heads.append(Column(said("timetable.when"), _WHEN))
    months = (Said(formats.month(first, tongue), tongue) for first, _ in columns)
    return (*heads, *(Column(month, share, Run.TIME, upright=True) for month in months))


def _row(
    one: Planned, columns: list[tuple[date, date]], speech: Speech, *, has_leader: bool
) -> tuple[Cell, ...]:
    title = display_names.title(speech.draft, speech.pack, one.spec.id, one.item)
    cells = [Cell(Said(title, speech.own))]
    if has_leader:
        cells.append(_leader(one, speech))
    days = sorted(day for day in (one.start, one.end) if day is not None)
    cells.append(when(days, speech))
    for first, last in columns:
        is_filled = bool(days) and days[0] <= last and first <= days[-1]
        cells.append(Cell(Said("", speech.own), filled=is_filled))
    return tuple(cells)


def when(days: list[date], speech: Speech) -> Cell:
    """Give a period in words; `days` are its first and last, in order."""
    if not days:
        return Cell(speech.labels.said("missing"), missing=True)
    first, last = speech.day(days[0]), speech.day(days[-1])
    if first == last:
        return Cell(Said(first, speech.labels.wanted))
    return Cell(speech.labels.said("timetable.span", start=first, end=last))


def _leader(one: Planned, speech: Speech) -> Cell:
    """Give the organisation that leads or hosts: the first single one a record names."""
    parties = speech.pack.role("organisations")
    for name in one.spec.questions:
        question = speech.pack.form.questions[name]
        if question.type is QuestionType.ITEM and question.of == parties:
            said = speech.value(question, one.item)
            if said is not None:
                how = control(question, one.item, speech)
                return Cell(said, str(Key(name, one.item)), control=how)
    return Cell(speech.labels.said("empty"))
