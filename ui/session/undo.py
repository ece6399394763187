"""A change set as a command of Qt's undo stack."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from erasmus_desk.draft.model import Change, ChangeSet, Key

TYPING = 1
"""Id of commands that Qt may merge: typing in one answer."""

Apply = Callable[[tuple[Change, ...]], None]
Reveal = Callable[[Key], None]


class ChangeSetCommand(QUndoCommand):
    """Applies a change set and undoes it; undo and redo reveal the answer that changed."""

    def __init__(
        self, change_set: ChangeSet, apply: Apply, reveal: Reveal, *, is_typing: bool
    ) -> None:
        super().__init__()
        self.change_set = change_set
        self.is_typing = is_typing
        self._apply = apply
        self._reveal = reveal
        self._is_pushed = False

    def redo(self) -> None:
        """Apply the changes; from the second time on, reveal the answer."""
        self._apply(self.change_set.changes)
        if self._is_pushed:
            self._reveal(_find_visible_key(self.change_set))
        self._is_pushed = True

    def undo(self) -> None:
        """Undo the changes and reveal the answer."""
        self._apply(self.change_set.invert().changes)
        inverted = tuple(change.invert() for change in self.change_set.changes)
        self._reveal(_find_visible_key(ChangeSet(inverted)))

    def id(self) -> int:
        """Return the id of typing, which Qt merges, or -1."""
        return TYPING if self.is_typing else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Merge typing in the same answer into one step."""
        if not isinstance(other, ChangeSetCommand) or not other.is_typing:
            return False
        mine, theirs = self.change_set.changes[0], other.change_set.changes[0]
        if mine.key != theirs.key:
            return False
        self.change_set = ChangeSet((Change(mine.key, mine.old, theirs.new),))
        return True


def _find_visible_key(change_set: ChangeSet) -> Key:
    """Return the first changed answer that exists afterwards, else the last one.

    A restored item is so revealed itself, a removed one by its list.
    """
    existing = (change.key for change in change_set.changes if change.new is not None)
    return next(existing, change_set.changes[-1].key)
