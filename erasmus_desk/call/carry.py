"""How the answers of one call become those of another: the tables in `carry.json` of a pack.

A table belongs to the call that answers are carried to. Read backwards it leads back, and it serves
the other direction where the other call has none for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct, field

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
    other call on the way back. In the table of a call for itself every answer moves.
    """

    source: str = field(name="from")
    lists: tuple[ListCarry, ...] = ()
    answers: tuple[AnswerCarry, ...] = ()
    anew: tuple[NewQuestion, ...] = ()
    anew_back: tuple[NewQuestion, ...] = ()
    aside: tuple[str, ...] = ()

    def invert(self, call: str) -> InverseTable:
        """Return the way back from the call that has the table."""
        lists = tuple(one.invert() for one in self.lists)
        answers = tuple(one.invert() for one in self.answers)
        return InverseTable(call, lists, answers, self.anew_back, self.anew)


class InverseTable(CarryTable, frozen=True):
    """A table read backwards: `source` is the call that has it."""
