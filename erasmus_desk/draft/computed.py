"""Answers that the program gives itself, from the other answers and the call."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec import Struct

from erasmus_desk.call.form import Question
from erasmus_desk.call.model import Pack
from erasmus_desk.draft import visibility
from erasmus_desk.draft.model import Draft, Key, Value


class TextId(Struct, frozen=True):
    """A text of the pack, to be shown in whatever language is asked for."""

    id: str


def value(question: Question, draft: Draft, pack: Pack) -> Value | TextId | datetime | None:
    """Give the value of a computed question, or `None` while what it needs is missing.

    Raises KeyError for a name the pack made up; the pack checker knows `NAMES`.
    """
    if question.computed.startswith("text:"):
        return TextId(question.computed.removeprefix("text:"))
    return _BY_NAME[question.computed](draft, pack)


def end_date(draft: Draft, pack: Pack) -> date | None:
    """Give the last day of the project: start plus its months, less one day."""
    start = draft.get(Key(pack.role("start")))
    months = draft.get(Key(pack.role("months")))
    if not isinstance(start, date) or not isinstance(months, int) or months < 1:
        return None
    try:
        return months_later(start, months) - timedelta(days=1)
    except (ValueError, OverflowError):
        return None  # beyond the last year a calendar knows: a slip while typing


def months_later(day: date, months: int) -> date:
    """Give the same day so many months on, or the first after a month too short for it."""
    years, month = divmod(day.month - 1 + months, 12)
    try:
        return day.replace(year=day.year + years, month=month + 1)
    except ValueError:
        years, month = divmod(day.month + months, 12)
        return day.replace(year=day.year + years, month=month + 1, day=1)


def applicant_name(draft: Draft, pack: Pack) -> str | None:
    """Give the name of the first organisation."""
    first = draft.items(pack.role("organisations"))[:1]
    return draft.text(pack.role("organisation_name"), first[0]) or None if first else None


def _action(draft: Draft, pack: Pack) -> TextId | None:
    found = visibility.action(draft, pack)
    return TextId(f"action.{found.id}.name") if found else None


def _deadline(draft: Draft, pack: Pack) -> datetime | None:
    found = visibility.deadline(draft, pack)
    return found.at if found else None


def _edition(_draft: Draft, pack: Pack) -> str:
    return pack.edition


_BY_NAME = {
    "end_date": end_date,
    "applicant_name": applicant_name,
    "action": _action,
    "deadline": _deadline,
    "edition": _edition,
}
NAMES = tuple(_BY_NAME)
