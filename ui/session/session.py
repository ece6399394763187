"""One open draft as a Qt object: the only door through which it changes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from erasmus_desk.call.form import Form, QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft import model
from erasmus_desk.draft.create import new_item
from erasmus_desk.draft.model import Change, Draft, Key, Step, Value

from .undo import StepCommand

UNDO_STEPS = 500
TYPED = (QuestionType.TEXT, QuestionType.LINE, QuestionType.NUMBER, QuestionType.DATE)
"""Types of question that are answered letter by letter."""


class Session(QObject):
    """The draft at hand, its call and its words; tells everybody what changed.

    Whoever wants an answer changed calls `edit` (one answer) or `perform` (a step of
    several). Undo and redo come through the same door, so no listener misses a change.
    """

    changed = Signal(object)
    """The changes just made, as a tuple of `Change`."""
    revealed = Signal(object)
    """The key that undo or redo acted on, to be shown."""

    def __init__(self, draft: Draft, pack: Pack, texts: Texts, path: Path) -> None:
        """Open a draft that lies at `path`, with the call it was written for."""
        super().__init__()
        self.draft = draft
        self.pack = pack
        self.texts = texts
        self.path = path
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(UNDO_STEPS)
        self._place: Key | None = None
        self.undo_stack.indexChanged.connect(self._on_index)

    @property
    def form(self) -> Form:
        """The form of the call."""
        return self.pack.form

    def value(self, key: Key) -> Value | None:
        """Give the answer at a key."""
        return self.draft.get(key)

    def edit(self, key: Key, value: Value | None) -> None:
        """Set one answer; an empty text, list or `None` means no answer."""
        new = None if value in ("", ()) else value
        old = self.draft.get(key)
        if new != old or type(new) is not type(old):
            self.perform(Step((Change(key, old, new),)))

    def perform(self, step: Step) -> None:
        """Carry out a step of the user; it becomes one undo step."""
        if step.changes:
            is_typing = self._is_typing(step)
            command = StepCommand(step, self._apply, self._reveal, is_typing=is_typing)
            self.undo_stack.push(command)

    def add_item(
        self, list_id: str, parent: str = "", values: Mapping[str, Value] | None = None
    ) -> str:
        """Add an item to a list, with first answers if given; gives its id."""
        item = new_item()
        step = model.item_added(self.draft, list_id, item, parent)
        filled = tuple(Change(Key(name, item), None, one) for name, one in (values or {}).items())
        self.perform(Step((*filled, *step.changes), step.label))
        return item

    def remove_item(self, list_id: str, item: str, parent: str = "") -> None:
        """Take an item and all its answers out of a list; undo brings all of it back."""
        self.perform(model.item_removed(self.draft, list_id, item, parent, form=self.form))

    def copy_item(self, list_id: str, item: str) -> str:
        """Put a copy of an item behind it; gives its id."""
        copy = new_item()
        self.perform(model.item_copied(self.draft, list_id, item, copy, self.form))
        return copy

    def move_item(self, list_id: str, item: str, to: int, parent: str = "") -> None:
        """Move an item to a position in its list, 0 being the first."""
        count = len(self.draft.items(list_id, parent))
        if 0 <= to < count:
            self.perform(model.item_moved(self.draft, list_id, item, to, parent))

    def _is_typing(self, step: Step) -> bool:
        """Tell typing in one answer from choosing: each choice is a step of its own."""
        question = self.form.questions.get(step.changes[0].key.question)
        is_typed = question is not None and question.type in TYPED
        return is_typed and len(step.changes) == 1 and not step.label

    def _apply(self, changes: tuple[Change, ...]) -> None:
        self.draft = self.draft.apply(*changes)
        self.changed.emit(changes)

    def _reveal(self, key: Key) -> None:
        self._place = key

    def _on_index(self) -> None:
        """Show where undo acted, now that the stack knows it: going there may save the draft.

        Saved any sooner, the stack would call the state before the undo the saved one.
        """
        if self._place is not None:
            place, self._place = self._place, None
            self.revealed.emit(place)
