"""The session of one open draft: every change of the draft goes through it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from erasmus_desk.call.form import Form, QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft import display_names, list_changes
from erasmus_desk.draft.ids import make_item_id
from erasmus_desk.draft.model import Change, ChangeSet, Draft, Key, Value
from erasmus_desk.draft.spelling_marks import find_checked_key, is_spelling_key

from .draft_spelling import DraftSpelling
from .point_ticks import PointTicks
from .undo import ChangeSetCommand, UndoStack

UNDO_STEPS = 500
TYPED = (
    QuestionType.TEXT,
    QuestionType.LINE,
    QuestionType.NUMBER,
    QuestionType.DATE,
    QuestionType.MONEY,
)
"""Types of question that are answered by typing."""


class Session(QObject):
    """A draft with its call, texts and undo stack, its spelling and ticks.

    `edit` changes one answer, `perform` several; undo and redo emit `changed` as well. Only `note`
    changes the draft beside them.
    """

    changed = Signal(object)
    """The changes just made, as a tuple of `Change`."""
    item_removed = Signal(str)
    """The name of the item just removed, so that its return can be offered at once."""
    path_changed = Signal(object, object)
    """The path of the file now, and before: somebody renamed it, or it was written elsewhere."""
    revealed = Signal(object)
    """The key that undo or redo acted on, to be shown."""

    writing_requested = Signal(object)
    """The key of an answer that is to be written in the focus mode."""
    history_requested = Signal(object)
    """The key of an answer whose earlier versions are to be shown."""

    def __init__(self, draft: Draft, pack: Pack, texts: Texts, path: Path) -> None:
        super().__init__()
        self.draft = draft
        self.pack = pack
        self.texts = texts
        self.path = path
        self.ticks = PointTicks(self)
        self.spelling = DraftSpelling(self, pack, texts.language, lambda: self.draft, self.perform)
        self.changed.connect(self.spelling.on_changes)
        self.find_other: Callable[[Session, str], Session | None] = _find_none
        """Returns a session of this draft as one of another call, whose answers are set aside."""
        self.undo_stack = UndoStack(self)
        self.undo_stack.setUndoLimit(UNDO_STEPS)
        self._revealed_key: Key | None = None
        self.undo_stack.indexChanged.connect(self._on_index_changed)

    @property
    def form(self) -> Form:
        """The form of the call."""
        return self.pack.form

    def move_to(self, path: Path) -> None:
        """Go on as the session of a file at another path."""
        before, self.path = self.path, path
        if path != before:
            self.path_changed.emit(path, before)

    def value(self, key: Key) -> Value | None:
        """Return the answer at a key."""
        return self.draft.get(key)

    def edit(self, key: Key, value: Value | None) -> None:
        """Set one answer; an empty text, list or `None` means no answer."""
        new = None if value in ("", ()) else value
        old = self.draft.get(key)
        if new != old or type(new) is not type(old):
            self.perform(ChangeSet((Change(key, old, new),)))

    def perform(self, change_set: ChangeSet, *, is_begun: bool = False) -> None:
        """Apply a change set as one undo step; typing on in one answer extends the last step.

        With `is_begun` the first change is the first key of an answer, and typing it goes on.
        """
        if not change_set.changes:
            return
        is_typed = is_begun or self._is_typed(change_set)
        step = self._find_open_step() if is_typed and not is_begun else None
        if step is not None and step.extend(change_set.changes[0]):
            self._apply(change_set.changes)
            self.undo_stack.indexChanged.emit(self.undo_stack.index())
        else:
            self._close_steps()
            functions = (self._apply, self._reveal, self.value)
            self.undo_stack.push(ChangeSetCommand(change_set, *functions, is_typed=is_typed))

    def note(self, changes: tuple[Change, ...]) -> None:
        """Apply changes of the program's own answers that are no step of undo.

        Undo goes on with what the user wrote before: that something was copied is a fact, and no
        edit that is taken back.
        """
        if changes:
            self._apply(changes)

    def add_item(
        self, list_id: str, parent: str = "", values: Mapping[str, Value] | None = None
    ) -> str:
        """Add an item to a list, with first answers if given, and return its id."""
        item = make_item_id()
        change_set = list_changes.add_item(self.draft, list_id, item, parent)
        filled = tuple(Change(Key(name, item), None, one) for name, one in (values or {}).items())
        self.perform(ChangeSet((*filled, *change_set.changes), change_set.label))
        return item

    def remove_item(self, list_id: str, item: str, parent: str = "") -> None:
        """Remove an item and all its answers from a list."""
        name = display_names.name_item(self.draft, self.pack, self.texts, list_id, item).text
        self.perform(list_changes.remove_item(self.draft, list_id, item, parent, form=self.form))
        self.item_removed.emit(name)

    def copy_item(self, list_id: str, item: str, parent: str = "") -> str:
        """Insert a copy of an item after it and return its id."""
        copy = make_item_id()
        self.perform(
            list_changes.copy_item(self.draft, list_id, item, copy, parent, form=self.form)
        )
        return copy

    def move_item(self, list_id: str, item: str, to: int, parent: str = "") -> None:
        """Move an item to a position in its list, 0 being the first."""
        count = len(self.draft.items(list_id, parent))
        if 0 <= to < count:
            self.perform(list_changes.move_item(self.draft, list_id, item, to, parent))

    def _find_open_step(self) -> ChangeSetCommand | None:
        """Return the last step, unless it was saved or undone: such a step grows no more."""
        stack = self.undo_stack
        if stack.isClean() or stack.canRedo() or not stack.canUndo():
            return None
        last = stack.command(stack.index() - 1)
        return last if isinstance(last, ChangeSetCommand) else None

    def _close_steps(self) -> None:
        """Close the last step, done or undone; all before it are closed already."""
        stack = self.undo_stack
        for place in (stack.index() - 1, stack.count() - 1):
            step = stack.command(place)
            if isinstance(step, ChangeSetCommand):
                step.close()

    def _is_typed(self, change_set: ChangeSet) -> bool:
        """Return whether this changes one answer that is typed; each choice is a step."""
        question = self.form.questions.get(change_set.changes[0].key.question)
        is_typed = question is not None and question.type in TYPED
        return is_typed and len(change_set.changes) == 1 and not change_set.label

    def _apply(self, changes: tuple[Change, ...]) -> None:
        self.draft = self.draft.apply(*changes)
        self.changed.emit(changes)

    def _reveal(self, key: Key) -> None:
        # A word that is known in the project is on no page: undo stays where it is.
        self._revealed_key = find_checked_key(key) if is_spelling_key(key) else key

    def _on_index_changed(self) -> None:
        """Reveal the answer once the stack has its new index: showing it may save the draft.

        Before that, the stack would mark the wrong state as saved.
        """
        if self._revealed_key is not None:
            key, self._revealed_key = self._revealed_key, None
            self.revealed.emit(key)


def _find_none(*_: object) -> None:
    """Return no session: a draft that was not opened knows no other call."""
