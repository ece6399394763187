"""A change set as a command of Qt's undo stack."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from PySide6.QtGui import QUndoCommand, QUndoStack

from erasmus_desk.draft.model import Change, ChangeSet, Key, Value
from erasmus_desk.draft.text_diff import find_difference

KEY_LENGTH = 2
"""Characters that one key writes or deletes at most: a character outside the BMP, or CRLF."""

Apply = Callable[[tuple[Change, ...]], None]
Reveal = Callable[[Key], None]
Read = Callable[[Key], Value | None]


class UndoStack(QUndoStack):
    """The undo stack of a draft; its steps are gone before Python collects the draft.

    A draft and its steps refer to each other. Python takes such a circle apart in any order, and
    a step that it frees before the stack would be freed again by Qt, which ends the program.
    """

    def __del__(self) -> None:
        """Drop all steps: Python calls this before it takes anything apart."""
        # Raised where Qt has freed the stack already, and the steps with it.
        with contextlib.suppress(RuntimeError):
            self.blockSignals(True)
            self.clear()


class ChangeSetCommand(QUndoCommand):
    """Applies a change set and undoes it; undo and redo reveal the answer that changed.

    Keys typed one after the other in one answer are one command, which `extend` lets grow; the
    first of them may have added the row of a table that the answer is in.
    """

    def __init__(
        self, change_set: ChangeSet, apply: Apply, reveal: Reveal, read: Read, *, is_typed: bool
    ) -> None:
        super().__init__()
        self._change_set = change_set
        self._span: TextSpan | None = None
        self._is_typed = is_typed
        self._typed = find_typed(change_set.changes[0]) if is_typed else None
        self._apply = apply
        self._reveal = reveal
        self._read = read
        self._is_pushed = False

    def redo(self) -> None:
        """Apply the changes; from the second time on, reveal the answer."""
        change_set = self._find_changes(is_done=False)
        self._apply(change_set.changes)
        if self._is_pushed:
            self._reveal(_find_visible_key(change_set))
        self._is_pushed = True

    def undo(self) -> None:
        """Undo the changes and reveal the answer."""
        change_set = self._find_changes(is_done=True)
        self._apply(change_set.invert().changes)
        inverted = tuple(change.invert() for change in change_set.changes)
        self._reveal(_find_visible_key(ChangeSet(inverted)))

    def close(self) -> None:
        """Keep of a changed text only what differs: another step follows, and texts may be long.

        PySide keeps also those steps that Qt drops at the limit of the stack (decision 0024).
        """
        change, *others = self._change_set.changes or (None,)
        if change is None or others or not isinstance(change.old, str):
            return
        if isinstance(change.new, str):
            self._span = TextSpan(change.key, *find_difference(change.old, change.new))
            self._change_set = ChangeSet(())

    def _find_changes(self, *, is_done: bool) -> ChangeSet:
        if self._span is None:
            return self._change_set
        text = _to_text(self._read(self._span.key))
        return ChangeSet((self._span.to_change(text, is_done=is_done),))

    def extend(self, change: Change) -> bool:
        """Take in a change typed right where this step ended; return whether it was.

        It is applied by the caller. PySide keeps every command alive that Qt merges away, so that
        typing would fill the memory (decision 0024).
        """
        if not self._is_typed or self._span is not None:
            return False
        (mine, *others), typed = self._change_set.changes, find_typed(change)
        # One more digit makes a date of a text, and the next one a text again.
        is_value = isinstance(mine.new, date | Decimal) or isinstance(change.new, date | Decimal)
        is_next = typed is not None and self._typed is not None and typed.continues(self._typed)
        if mine.key != change.key or not (is_value or is_next):
            return False
        first = Change(mine.key, mine.old, change.new)
        self._change_set = ChangeSet((first, *others), self._change_set.label)
        self._typed = typed
        return True


class TextSpan(NamedTuple):
    """A change of a text from which only the part that differs is kept."""

    key: Key
    start: int
    removed: str
    inserted: str

    def to_change(self, text: str, *, is_done: bool) -> Change:
        """Return the change of the present text, which it is done in or not yet."""
        present, other = (self.inserted, self.removed) if is_done else (self.removed, self.inserted)
        changed = f"{text[: self.start]}{other}{text[self.start + len(present) :]}"
        old, new = (changed, text) if is_done else (text, changed)
        return Change(self.key, old, new)


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
