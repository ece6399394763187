"""How the answers of one call become those of another: the tables in `carry.json` of a pack.

A table belongs to the call that answers are carried to. Read backwards it leads back, and it serves
the other direction where the other call has none for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from erasmus_desk.call.form import Form, QuestionType

WITHOUT_ANSWER: Final = (QuestionType.TABLE, QuestionType.COMPUTED, QuestionType.STATIC)
"""Types of question of which nothing can be carried; the rows of a table are those of a list."""
NO_VALUES: Mapping[str, str] = MappingProxyType({})


class RewriteReason(StrEnum):
    """Why an answer is to be looked at again in its new call, or to be written anew."""

    NONE = ""
    DATES = "dates"
    RATES = "rates"
    PRIORITIES = "priorities"
    ROLES = "roles"
    """Who does what: organisations and their parts in the project."""
    AMOUNTS = "amounts"
    TEXTS = "texts"
    """The new question asks for more, or for something near it."""
    FORMALITIES = "formalities"
    """Rounds, agencies, declarations, checklists and annexes."""


class ListCarry(Struct, frozen=True):
    """A list whose items become items of a list of the other call.

    With a row list, the answers of one item are there in the item and in the first row of that
    list inside it.
    """

    source: str = field(name="from")
    target: str = field(name="to")
    source_row: str = field(default="", name="from_row")
    target_row: str = field(default="", name="to_row")

    def invert(self) -> ListCarry:
        """Return the way back."""
        return ListCarry(self.target, self.source, self.target_row, self.source_row)


class AnswerCarry(Struct, frozen=True):
    """A question whose answer becomes that of another question.

    `values` are the choices that have another id there.
    """

    source: str = field(name="from")
    target: str = field(name="to")
    rewrite: RewriteReason = RewriteReason.NONE
    values: Mapping[str, str] = NO_VALUES

    def invert(self) -> AnswerCarry:
        """Return the way back."""
        values = {there: here for here, there in self.values.items()}
        return AnswerCarry(self.target, self.source, self.rewrite, values)


class NewQuestion(Struct, frozen=True):
    """A question that is to be answered anew, as nothing of the other call answers it."""

    question: str = field(name="to")
    rewrite: RewriteReason


class CarryTable(Struct, frozen=True):
    """What becomes of the answers of a call, `source`, in the call that has the table.

    `aside` are the questions without a place here. Their answers, and all others that do not fit,
    are set aside in the new draft. `anew` are to be answered anew here, and `anew_back` in the
    other call on the way back. In the table of a call for itself every answer moves. With `alike`
    lists and questions that have the same id in both calls move too, but for those named.
    """

    source: str = field(name="from")
    lists: tuple[ListCarry, ...] = ()
    answers: tuple[AnswerCarry, ...] = ()
    anew: tuple[NewQuestion, ...] = ()
    anew_back: tuple[NewQuestion, ...] = ()
    aside: tuple[str, ...] = ()
    alike: bool = False

    def complete(self, here: Form, there: Form) -> CarryTable:
        """Return the table with what is alike in the forms of both calls, if it asks for that."""
        if not self.alike:
            return self
        lists = *self._find_lists(here, there), *self.lists
        answers = *self.answers, *self._find_answers(here, there, lists)
        return replace(self, lists=lists, answers=answers, alike=False)

    def _find_lists(self, here: Form, there: Form, parent: str = "") -> Iterator[ListCarry]:
        """Yield the lists that are in both calls at the same place, each before those inside it."""
        named = {name for one in self.lists for name in (one.source, one.target)}
        for name in here.nested_lists(parent):
            other = there.lists.get(name)
            if other is not None and other.parent == parent and name not in named:
                yield ListCarry(name, name)
                yield from self._find_lists(here, there, name)

    def _find_answers(
        self, here: Form, there: Form, lists: tuple[ListCarry, ...]
    ) -> Iterator[AnswerCarry]:
        """Yield the questions that are in both calls, of one type and in the same list."""
        named = {name for one in self.answers for name in (one.source, one.target)}
        pairs = {(one.source, one.target) for one in lists} | {("", "")}
        for name, asked in here.questions.items():
            other = there.questions.get(name)
            if other is None or name in named or name in self.aside:
                continue
            places = (here.list_of(name), there.list_of(name)), (asked.of, other.of)
            is_alike = asked.type is other.type and asked.type not in WITHOUT_ANSWER
            if is_alike and pairs.issuperset(places):
                yield AnswerCarry(name, name)

    def invert(self, call: str) -> InverseTable:
        """Return the way back from the call that has the table."""
        lists = tuple(one.invert() for one in self.lists)
        answers = tuple(one.invert() for one in self.answers)
        return InverseTable(call, lists, answers, self.anew_back, self.anew)


class InverseTable(CarryTable, frozen=True):
    """A table read backwards: `source` is the call that has it."""
