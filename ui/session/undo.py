"""A change set as a command of Qt's undo stack."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtGui import QUndoCommand

from erasmus_desk.draft.model import Change, ChangeSet, Key, Value
from erasmus_desk.draft.text_diff import find_difference

KEY_LENGTH = 2
"""Characters that one key writes or deletes at most: a character outside the BMP, or CRLF."""

Apply = Callable[[tuple[Change, ...]], None]
Reveal = Callable[[Key], None]


class ChangeSetCommand(QUndoCommand):
    """Applies a change set and undoes it; undo and redo reveal the answer that changed.

    Keys typed one after the other in one answer are one command, which `extend` lets grow.
    """

    def __init__(
        self, change_set: ChangeSet, apply: Apply, reveal: Reveal, *, is_typed: bool
    ) -> None:
        super().__init__()
        self.change_set = change_set
        self._is_typed = is_typed
        self._typed = find_typed(change_set.changes[0]) if is_typed else None
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

    def extend(self, change: Change) -> bool:
        """Take in a change typed right where this step ended; return whether it was.

        It is applied by the caller. PySide keeps every command alive that Qt merges away, so that
        typing would fill the memory (decision 0024).
        """
        mine, typed = self.change_set.changes[0], find_typed(change)
        # One more digit makes a date of a text, and the next one a text again.
        is_date = isinstance(mine.new, date) or isinstance(change.new, date)
        is_next = typed is not None and self._typed is not None and typed.continues(self._typed)
        if not self._is_typed or mine.key != change.key or not (is_date or is_next):
            return False
        self.change_set = ChangeSet((Change(mine.key, mine.old, change.new),))
        self._typed = typed
        return True


class TypedText(NamedTuple):
    """Where in an answer a key wrote or deleted, and how much, in characters."""

    start: int
    removed: int
    inserted: int

    def continues(self, before: TypedText) -> bool:
        """Return whether it was typed where the text before it ended."""
        distance = abs(self.start - before.start - before.inserted)
        return self.removed <= KEY_LENGTH and distance <= KEY_LENGTH


def find_typed(change: Change) -> TypedText | None:
    """Return what one key wrote or deleted; `None` for text that was pasted, cut or dropped.

    A key may replace a selection of any length.
    """
    old, new = _to_text(change.old), _to_text(change.new)
    start, _, _ = find_difference(old, new)
    growth = len(new) - len(old)
    for inserted in range(max(growth, 0), KEY_LENGTH + 1):
        removed = inserted - growth
        if removed >= 0 and old[start + removed :] == new[start + inserted :]:
            is_key = inserted > 0 or removed <= KEY_LENGTH
            return TypedText(start, removed, inserted) if is_key else None
    return None


def _to_text(value: Value | None) -> str:
    return "" if value is None else str(value)


def _find_visible_key(change_set: ChangeSet) -> Key:
    """Return the first changed answer that exists afterwards, else the last one.

    A restored item is so revealed itself, a removed one by its list.
    """
    existing = (change.key for change in change_set.changes if change.new is not None)
    return next(existing, change_set.changes[-1].key)
