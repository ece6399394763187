"""What the copy desk does: it goes through the fields, and puts one at a time on the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from erasmus_desk.draft import copying
from erasmus_desk.draft.copying import CopyField, CopyState
from erasmus_desk.draft.model import Change, Key
from erasmus_desk.draft.visibility import visible_questions
from erasmus_desk.export.document.context import BuildContext
from erasmus_desk.export.online_form import format_field
from erasmus_desk.moments import to_local

from ...session.session import Session
from ...widgets.key_button import KeyButton

NEXT_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""Qt tells the Enter of the digits from the other one."""


class CopyDesk(QObject):
    """The fields of a draft with the one that is next; page and small window show the same."""

    changed = Signal()
    """The fields or their states."""
    moved = Signal()
    """Another field is the current one."""
    context_requested = Signal()
    """`show_context` is to be called: the language of the proposal may be another one."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self.fields: tuple[CopyField, ...] = ()
        self._current: Key | None = None
        self._context: BuildContext | None = None
        self._language = ""

    @property
    def current(self) -> CopyField | None:
        """The field that is shown."""
        return next((one for one in self.fields if one.visible.key == self._current), None)

    @property
    def counts(self) -> tuple[int, int]:
        """How many answers are copied, and of how many."""
        return copying.count_copied(self.fields)

    def show_context(self, context: BuildContext) -> None:
        """Word the answers as this says, in the language of the proposal."""
        self._context = context

    def refresh(self) -> None:
        """Read the draft again; the current field stays, or is the first one left."""
        session = self.session
        language = session.draft.text(session.pack.role("language"))
        if self._context is None or language != self._language:
            self._language = language
            self.context_requested.emit()
        visible = visible_questions(session.draft, session.pack)
        self.fields = tuple(copying.list_fields(session.draft, visible))
        if self.current is None:
            first = self.fields[0].visible.key if self.fields else None
            self._current = next(self._find_left(0), first)
        self.changed.emit()

    def choose(self, key: Key) -> None:
        """Show a field; one that the form does not ask for changes nothing."""
        if key != self._current and any(one.visible.key == key for one in self.fields):
            self._current = key
            self.moved.emit()

    def format(self, field: CopyField) -> str:
        """Return the answer of a field as it is copied."""
        if self._context is None:
            return ""
        context = replace(self._context, draft=self.session.draft)
        return format_field(field.visible.question, field.visible.key.item, context)

    def copy(self) -> None:
        """Put the answer on the clipboard and tick it off; an empty one is neither.

        One that was copied and is empty now empties the clipboard: the field is to be emptied.
        """
        field = self.current
        if field is None or field.state is CopyState.EMPTY:
            return
        text = self.format(field)
        if text:
            QGuiApplication.clipboard().setText(text)
        else:
            QGuiApplication.clipboard().clear()
        now = to_local(datetime.now(UTC)).isoformat(timespec="seconds")
        self._note(field, copying.note_copy(self.session.draft, field.visible.key, now))

    def copy_and_go(self) -> None:
        """Copy the answer and show the next one that is left."""
        self.copy()
        self.go_next()

    def go_next(self) -> None:
        """Show the next field that is left, after this one or else from the top."""
        keys = [one.visible.key for one in self.fields]
        place = keys.index(self._current) + 1 if self._current in keys else 0
        found = next(self._find_left(place), self._current)
        if found is not None:
            self.choose(found)

    def take_back(self) -> None:
        """Take the tick of the current field away."""
        if (field := self.current) is not None:
            self._note(field, copying.clear_note(self.session.draft, field.visible.key))

    def find_changed(self) -> tuple[CopyField, ...]:
        """Return the fields that changed after copying, but for the current one."""
        return tuple(
            one
            for one in self.fields
            if one.state is CopyState.CHANGED and one.visible.key != self._current
        )

    def add_keys(self, widget: QWidget, enter: Callable[[], None] | None = None) -> None:
        """Let the two keys work in a widget: Ctrl+C copies, Enter copies and goes on.

        `enter` is called in place of that.
        """
        self._add_key(QKeySequence(QKeySequence.StandardKey.Copy), widget, self.copy)
        for key in NEXT_KEYS:
            self._add_key(QKeySequence(key), widget, enter or partial(self.press_enter, widget))

    def leave_keys(self, *buttons: QAbstractButton) -> None:
        """Let a click on these buttons not take the focus: Enter then copies, as before."""
        for button in buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _add_key(self, keys: QKeySequence, widget: QWidget, act: Callable[[], None]) -> None:
        shortcut = QShortcut(keys, widget)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def press_enter(self, widget: QWidget) -> None:
        """Copy and go on; a button or box that has the focus, and no such key, is pressed."""
        focus = widget.focusWidget()
        if isinstance(focus, QAbstractButton) and not isinstance(focus, KeyButton):
            focus.click()
        else:
            self.copy_and_go()

    def _note(self, field: CopyField, changes: tuple[Change, ...]) -> None:
        """Note what was done with one field; the others are as they were."""
        session = self.session
        session.note(changes)
        (noted,) = copying.list_fields(session.draft, (field.visible,))
        self.fields = tuple(noted if one is field else one for one in self.fields)
        self.changed.emit()

    def _find_left(self, place: int) -> Iterator[Key]:
        """Yield the fields that are left, from a place on and then from the top."""
        for one in (*self.fields[place:], *self.fields[:place]):
            if one.state.is_left:
                yield one.visible.key
