"""One step of the user as a command of Qt's undo stack; what it means lies in the core."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from erasmus_desk.draft.model import Change, Key, Step

TYPING = 1
"""Id that lets Qt offer a command for merging: typing in one answer."""

Apply = Callable[[tuple[Change, ...]], None]
Reveal = Callable[[Key], None]


class StepCommand(QUndoCommand):
    """Carries out a step, takes it back, and shows where it acted when it does so."""

    def __init__(self, step: Step, apply: Apply, reveal: Reveal, *, is_typing: bool) -> None:
        """Keep the step; pushing the command carries it out. Typing may merge with typing."""
        super().__init__()
        self.step = step
        self.is_typing = is_typing
        self._apply = apply
        self._reveal = reveal
        self._is_pushed = False

    def redo(self) -> None:
        """Carry the step out; a second time also shows where."""
        self._apply(self.step.changes)
        if self._is_pushed:
            self._reveal(_place(self.step))
        self._is_pushed = True

    def undo(self) -> None:
        """Take the step back and show where."""
        self._apply(self.step.inverse().changes)
        forth = tuple(change.inverse() for change in self.step.changes)
        self._reveal(_place(Step(forth)))

    def id(self) -> int:
        """Tell Qt that typing may merge with typing."""
        return TYPING if self.is_typing else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Fold typing in the same answer into one step; a saved state ends it."""
        if not isinstance(other, StepCommand) or not other.is_typing:
            return False
        mine, theirs = self.step.changes[0], other.step.changes[0]
        if mine.key != theirs.key:
            return False
        self.step = Step((Change(mine.key, mine.old, theirs.new),))
        return True


def _place(step: Step) -> Key:
    """Give where a step can be seen once it is done: at an answer that is there.

    So a removed item that comes back is shown itself, and one that goes, by its list.
    """
    there = (change.key for change in step.changes if change.new is not None)
    return next(there, step.changes[-1].key)
