"""Answers that are computed from other answers and the call."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec import Struct

from erasmus_desk.call.form import Question
from erasmus_desk.call.model import Pack
from erasmus_desk.draft import organisations, visibility
from erasmus_desk.draft.model import Draft, Key, Value


class TextId(Struct, frozen=True):
    """The id of a text of the pack."""

    id: str


def compute_value(question: Question, draft: Draft, pack: Pack) -> Value | TextId | datetime | None:
    """Return the value of a computed question, or `None` while its inputs are missing.

    Raises KeyError for a name that is not in `NAMES`.
    """
    if question.computed.startswith("text:"):
        return TextId(question.computed.removeprefix("text:"))
    return _BY_NAME[question.computed](draft, pack)


def compute_end_date(draft: Draft, pack: Pack) -> date | None:
    """Return the last day of the project: its start plus its months, less one day."""
    start = draft.get(Key(pack.role("start")))
    months = draft.get(Key(pack.role("months")))
    if not isinstance(start, date) or not isinstance(months, int) or months < 1:
        return None
    try:
        return add_months(start, months) - timedelta(days=1)
    except (ValueError, OverflowError):
        return None  # beyond year 9999: a typing error


def add_months(day: date, months: int) -> date:
    """Return the same day `months` later, or the first after a month that is too short."""
    years, month = divmod(day.month - 1 + months, 12)
    try:
        return day.replace(year=day.year + years, month=month + 1)
    except ValueError:
        years, month = divmod(day.month + months, 12)
        return day.replace(year=day.year + years, month=month + 1, day=1)


def find_applicant_name(draft: Draft, pack: Pack) -> str | None:
    """Return the name of the organisation that applies."""
    applicant = organisations.find_applicant(draft, pack)
    return (draft.text(pack.role("organisation_name"), applicant) or None) if applicant else None


def _action(draft: Draft, pack: Pack) -> TextId | None:
    found = visibility.find_action(draft, pack)
    return TextId(f"action.{found.id}.name") if found else None


def _deadline(draft: Draft, pack: Pack) -> datetime | None:
    found = visibility.find_deadline(draft, pack)
    return found.at if found else None


def _edition(_draft: Draft, pack: Pack) -> str:
    return pack.edition


_BY_NAME = {
    "end_date": compute_end_date,
    "applicant_name": find_applicant_name,
    "action": _action,
    "deadline": _deadline,
    "edition": _edition,
}
NAMES = tuple(_BY_NAME)
