"""The days of an activity: its own dates, or those of what is inside it."""

from __future__ import annotations

from datetime import date

from erasmus_desk.call.form import Form, QuestionType
from erasmus_desk.draft.item_tree import walk_inside
from erasmus_desk.draft.model import Draft, Key


def list_date_questions(form: Form, list_id: str) -> tuple[str, ...]:
    """Return the questions of a list that ask for a date."""
    questions = form.lists[list_id].questions
    return tuple(one for one in questions if form.questions[one].type is QuestionType.DATE)


def find_date_questions(form: Form, list_id: str) -> tuple[str, str]:
    """Return the questions of the first and the last day, each empty if there is none."""
    dates = list_date_questions(form, list_id)
    return (dates[0] if dates else "", dates[-1] if len(dates) > 1 else "")


def find_days(draft: Draft, form: Form, list_id: str, item: str) -> tuple[date | None, date | None]:
    """Return the first and the last day of an item, each `None` while it is not answered.

    An item that asks for no date, such as a work package, has the days of what is inside it.
    """
    own = find_date_questions(form, list_id)
    if any(own):
        first, last = (draft.get(Key(name, item)) for name in own)
        return first if isinstance(first, date) else None, last if isinstance(last, date) else None
    inside = walk_inside(draft, form, list_id, item)
    found = [day for one, at in inside for day in find_days(draft, form, at.question, one) if day]
    return min(found, default=None), max(found, default=None)
