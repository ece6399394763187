"""What is decided so far on a home-coming; kept while the draft is open, nothing written yet."""

from __future__ import annotations

from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.decisions import Accept, Decision, Decisions, Pick, RowPick, decided
from erasmus_desk.review_import.result import Answered, HomeComing, RowAdded, RowRemoved, Verdict

from .decision_options import UNDECIDED, Choice

Thing = Answered | RowAdded | RowRemoved
"""What can be decided on."""


class Choices(QObject):
    """A home-coming and the decisions on it; what only they changed is taken until undone."""

    changed = Signal()

    def __init__(self, coming: HomeComing) -> None:
        """Begin with what is clear without asking."""
        super().__init__()
        self.coming = coming
        clear = decided(coming, Accept.CLEAR)
        self._answers: dict[Key, Decision] = dict(clear.answers)
        self._rows: dict[str, RowPick] = dict(clear.rows)

    def renew(self, coming: HomeComing) -> None:
        """Take the same files as they stand beside the present draft; decisions stay."""
        self.coming = coming
        clear = decided(coming, Accept.CLEAR)
        self._answers = {**clear.answers, **self._answers}
        self._rows = {**clear.rows, **self._rows}

    @property
    def things(self) -> tuple[Thing, ...]:
        """All that can be decided on: conflicts first, then proposals, then rows."""
        answers = self.coming.answers
        both = [one for one in answers if one.verdict is Verdict.CONFLICT]
        theirs = [one for one in answers if one.verdict is Verdict.PROPOSED]
        return (*both, *theirs, *self.coming.rows)

    @property
    def kept(self) -> tuple[Answered, ...]:
        """The answers that only we changed."""
        return tuple(one for one in self.coming.answers if one.verdict is Verdict.KEPT)

    @property
    def decisions(self) -> Decisions:
        """All decisions."""
        return Decisions(MappingProxyType(self._answers), MappingProxyType(self._rows))

    def of(self, thing: Thing) -> Choice:
        """Give what was decided on a thing."""
        if isinstance(thing, Answered):
            return self._answers.get(thing.key, UNDECIDED)
        return self._rows.get(thing.item, RowPick.UNDECIDED)

    def decide(self, thing: Thing, choice: Choice) -> None:
        """Decide on a thing, or decide anew."""
        if isinstance(thing, Answered) and isinstance(choice, Decision):
            self._answers[thing.key] = choice
        elif not isinstance(thing, Answered) and isinstance(choice, RowPick):
            self._rows[thing.item] = choice
        self.changed.emit()

    def is_open(self, thing: Thing) -> bool:
        """Tell whether nothing was decided on a thing."""
        choice = self.of(thing)
        return choice in (UNDECIDED, RowPick.UNDECIDED)

    @property
    def open_count(self) -> int:
        """How many things are undecided."""
        return sum(map(self.is_open, self.things))

    @property
    def taken_count(self) -> int:
        """How many things will change the draft."""
        leaves = (Pick.MINE, Pick.UNDECIDED, RowPick.LEAVE, RowPick.UNDECIDED)
        picks = [self.of(thing) for thing in self.things]
        return sum((one.pick if isinstance(one, Decision) else one) not in leaves for one in picks)
