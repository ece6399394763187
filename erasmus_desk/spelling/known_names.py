"""The names in a proposal, which no dictionary has: partners, persons, places, the project."""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.budget.place_questions import find_place_questions
from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.spelling.words import find_names

_ACRONYMS = ("acronym",)
"""Roles of names that are asked beside the organisations."""


class NameQuestions:
    """The questions of a call whose answers are names, by which the names of a draft are found.

    These are all short answers about an organisation and those who work there, the places of the
    plan, and the acronym of the project. A title is none: its words are to be spelled well.
    """

    def __init__(self, pack: Pack) -> None:
        places = find_place_questions(pack)
        asked = {pack.role(role) for role in _ACRONYMS} | set(places)
        lists = set(_find_lists(pack))
        for question in pack.form.questions.values():
            if question.type is QuestionType.LINE and pack.form.list_of(question.id) in lists:
                asked.add(question.id)
        self._asked = frozenset(one for one in asked if one)

    def has(self, key: Key) -> bool:
        """Return whether an answer is a name."""
        return key.question in self._asked

    def collect(self, draft: Draft) -> frozenset[str]:
        """Return all words of the names in a draft, folded."""
        found: set[str] = set()
        for key, value in draft.answers.items():
            if key.question in self._asked and isinstance(value, str):
                found.update(find_names(value))
        return frozenset(found)


def _find_lists(pack: Pack) -> Iterator[str]:
    """Yield the list of the organisations and all lists inside it."""
    wanted = [pack.role("organisations")]
    while wanted:
        name = wanted.pop()
        if name in pack.form.lists:
            yield name
            wanted += pack.form.nested_lists(name)
