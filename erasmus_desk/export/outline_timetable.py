"""The timetable of activities: a row for each, a column for each month, and the dates in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from erasmus_desk import words
from erasmus_desk.call.form import ListSpec, QuestionType
from erasmus_desk.draft import asked, computed, numbering
from erasmus_desk.draft.model import Key
from erasmus_desk.export.blocks import (
    Block,
    Cell,
    Column,
    Look,
    Paragraph,
    Run,
    Said,
    Table,
    Tone,
)
from erasmus_desk.export.outline_controls import control
from erasmus_desk.export.outline_words import Speech

_STEPS = (1, 3, 12)
"""Months a column may stand for; the first that keeps the table readable is taken."""
_MOST_COLUMNS = 36
_MOST_WITH_LEADER = 24
"""Up to so many columns of time there is room for one that says who leads."""
_WIDTH = 13890
"""What all columns weigh together: the twips of a wide page between its margins."""
_WHAT, _WHO, _WHEN, _TIME = 2900, 2000, 2050, 320
"""Least width of the title, width of leader and dates, greatest width of a month, in twips."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One record of the plan: its list and item, and from which day to which."""

    spec: ListSpec
    item: str
    start: date | None
    end: date | None


def planned(speech: Speech) -> tuple[Planned, ...]:
    """Give all records of the plan that are asked for now, list by list, in their order."""
    groups = (
        group
        for section in asked.sections(speech.draft, speech.pack)
        for group in asked.groups(section, speech.draft, speech.pack)
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
    months = (Said(words.month(first, tongue), tongue) for first, _ in columns)
    return (*heads, *(Column(month, share, Run.TIME, upright=True) for month in months))


def _row(
    one: Planned, columns: list[tuple[date, date]], speech: Speech, *, has_leader: bool
) -> tuple[Cell, ...]:
    title = numbering.title(speech.draft, speech.pack, one.spec.id, one.item)
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
