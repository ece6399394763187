"""Where single answers go when a draft is carried to another call, and what they become."""

from __future__ import annotations

from msgspec import Struct

from erasmus_desk.call.carry import AnswerCarry, CarryTable
from erasmus_desk.call.form import Form, QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.carry_items import ItemCarrier
from erasmus_desk.draft.model import Key, Value


class AnswerPath(Struct, frozen=True):
    """The key of an answer in the new draft, with the entry of the table that leads there."""

    key: Key
    answer: AnswerCarry


class AnswerPaths:
    """Finds the place of each answer in the new draft."""

    def __init__(self, source: Form, target: Form, table: CarryTable, items: ItemCarrier) -> None:
        self._source, self._target, self._items = source, target, items
        self._answers: dict[str, list[AnswerCarry]] = {}
        for one in table.answers:
            self._answers.setdefault(one.source, []).append(one)

    def find(self, key: Key) -> AnswerPath | None:
        """Return where an answer goes, or `None` if it has no place."""
        owner = self._source.list_of(key.question)
        if bool(owner) != bool(key.item):
            return None
        places = self._items.find_places(owner, key.item) if owner else {"": ""}
        for one in self._answers.get(key.question, ()):
            item = places.get(self._target.list_of(one.target))
            if item is not None:
                return AnswerPath(Key(one.target, item), one)
        return None


def convert(value: Value, answer: AnswerCarry, packs: tuple[Pack, Pack]) -> Value | None:
    """Return an answer as one of the new call, or `None` if it has no place there.

    Choices that the new call does not offer are left out; all else stays as it is.
    """
    _, target = packs
    question = target.question(answer.target)
    match question.type if question else None:
        case QuestionType.CHOICE:
            return _find_choice(value, answer, target) if isinstance(value, str) else None
        case QuestionType.MULTI:
            chosen = value if isinstance(value, tuple) else ()
            found = (_find_choice(one, answer, target) for one in chosen)
            return tuple(one for one in found if one is not None) or None
        case _:
            return value


def _find_choice(chosen: str, answer: AnswerCarry, target: Pack) -> str | None:
    choice = answer.values.get(chosen, chosen)
    return choice if target.option(answer.target, choice) is not None else None
