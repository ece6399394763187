"""The field of an answer on a page, in a row, in a cell: one that knows what the answer is."""

from __future__ import annotations

from erasmus_desk.budget.place_questions import find_place_questions
from erasmus_desk.call.form import Question
from erasmus_desk.draft.model import Key

from ..fields.base import Field
from ..fields.city_field import CityField
from ..fields.question_box import build_field
from ..fields.values import Choice
from ..session.session import Session
from ..theme.theme import Theme


def build_answer_field(
    question: Question, item: str, choices: tuple[Choice, ...], session: Session, theme: Theme
) -> Field:
    """Build the field of an answer, whose spelling is checked if it is prose.

    That of a place knows the country asked beside it.
    """
    country = find_place_questions(session.pack).get(question.id)
    if country:
        key = Key(country, item)
        return CityField(lambda: session.draft.text(key.question, key.item))
    field = build_field(question, choices, theme)
    if item or not session.form.list_of(question.id):  # there is an answer that words belong to
        field.check_spelling(session.spelling, Key(question.id, item))
    return field
