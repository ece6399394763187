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


def find_days(draft: Draft, form: Form, list_id: str, item: str) -> tuple[date | None, date | None]:
    """Return the first and the last day of an item, each `None` while it is not answered.

    An item that asks for no date, such as a work package, has the days of what is inside it.
    """
    own = list_date_questions(form, list_id)
    if own:
        first, last = draft.get(Key(own[0], item)), draft.get(Key(own[-1], item))
        is_period = len(own) > 1
        return (
            first if isinstance(first, date) else None,
            last if is_period and isinstance(last, date) else None,
        )
    inside = walk_inside(draft, form, list_id, item)
    found = [day for one, at in inside for day in find_days(draft, form, at.question, one) if day]
    return min(found, default=None), max(found, default=None)
