"""The frame of the guided start: one screen at a time, Back and Next, a summary at the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QUndoStack
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from erasmus_desk.call.library import Library
from erasmus_desk.draft.create import begin
from erasmus_desk.draft.model import Draft, Value
from erasmus_desk.storage.drafts import now

from ..session.session import Session
from ..theme.theme import GRID, Look, set_role
from ..widgets.accessibility import announce
from ..widgets.buttons import push_button
from ..widgets.labels import wrapped
from .call_pages import CallScreen, PathScreen
from .final_pages import IdentityScreen, PrioritiesScreen, SummaryScreen
from .kind_pages import FieldScreen, KindScreen
from .page import Screen


class Standing(Struct, frozen=True):
    """How far a guided start is: the draft so far, the path chosen, the screen shown."""

    draft: Draft
    path: str
    place: int


class StartWizard(QWidget):
    """Guides through the first choices on a draft in memory, then hands it over."""

    created = Signal(object)
    """The new draft; it lies on no disk yet."""
    left = Signal()

    def __init__(
        self,
        library: Library,
        language: str,
        folder: Path,
        presets: dict[str, Value],
        look: Look,
        standing: Standing | None = None,
    ) -> None:
        """Begin with the first call on board, or go on where another window stood.

        `presets` are first answers by role.
        """
        super().__init__()
        self._library = library
        self._language = language
        self._folder = folder
        self._presets = presets
        self._look = look
        self._call = standing.draft.pack.id if standing else library.ids()[0]
        self._path = standing.path if standing else ""
        self._session = self._new_session(standing.draft if standing else None)
        self._screens: list[Screen] = []
        self._place = 0
        self._build()
        self._fill()
        self._show(standing.place if standing else 0)

    @property
    def session(self) -> Session:
        """The draft in the making."""
        return self._session

    @property
    def standing(self) -> Standing:
        """How far the user is, so that the guided start can be built anew."""
        return Standing(self._session.draft, self._path, self._place)

    def screen_shown(self) -> Screen:
        """Give the screen that is shown."""
        return self._screens[self._place]

    def show_next(self) -> None:
        """Go on, or say what is missing."""
        obstacle = self.screen_shown().obstacle()
        self.obstacle_label.setText(obstacle)
        if obstacle:
            announce(self, obstacle)
            return
        if self._place == len(self._screens) - 1:
            self.created.emit(self._session.draft)
            return
        self._show(self._place + 1)

    def show_previous(self) -> None:
        """Go back; before the first screen, leave."""
        if self._place == 0:
            self.left.emit()
            return
        self._show(self._place - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter on a choice for choosing it, and on what is chosen or read for Next."""
        part = self.focusWidget()
        is_read = isinstance(part, QLabel) or (isinstance(part, QRadioButton) and part.isChecked())
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif is_read:
            self.show_next()
        elif isinstance(part, QRadioButton):
            part.click()
        else:
            super().keyPressEvent(event)

    def _new_session(self, draft: Draft | None = None) -> Session:
        pack = self._library.pack(self._call)
        draft = draft or begin(pack, self._presets, now())
        session = Session(draft, pack, self._library.texts(self._call, self._language), Path())
        session.revealed.connect(self._on_undone)
        self._offer_undo(session.undo_stack)
        return session

    def _offer_undo(self, stack: QUndoStack) -> None:
        """Let the usual keys undo and redo on the screen shown; fields have no undo of theirs."""
        for old in self.actions():
            self.removeAction(old)
            old.deleteLater()
        undo, redo = stack.createUndoAction(self), stack.createRedoAction(self)
        undo.setShortcuts(QKeySequence.StandardKey.Undo)
        redo.setShortcuts(QKeySequence.StandardKey.Redo)
        self.addActions([undo, redo])

    def _build(self) -> None:
        self.stack = QStackedWidget()
        foot = QFrame()
        set_role(foot, "side")
        row = QHBoxLayout(foot)
        row.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        self.back_button = push_button(self._look.icon("chevron-left"), "")
        self.back_button.clicked.connect(self.show_previous)
        self.place_label = QLabel()
        set_role(self.place_label, "quiet")
        self.obstacle_label = wrapped("", "warm")
        self.next_button = QPushButton()
        set_role(self.next_button, "primary")
        self.next_button.clicked.connect(self.show_next)
        row.addWidget(self.back_button)
        row.addWidget(self.place_label)
        row.addWidget(self.obstacle_label, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.next_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.stack, 1)
        layout.addWidget(foot)

    def _fill(self) -> None:
        """Build the screens that the call has something to ask on."""
        pack, session, look = self._session.pack, self._session, self._look
        path = PathScreen(pack, session.texts, self._path)
        path.chosen.connect(self._on_path)
        call = CallScreen(self._library, self._language, self._call)
        call.chosen.connect(self._on_call)
        wanted: list[tuple[bool, Callable[[], Screen]]] = [
            (bool(pack.paths), lambda: path),
            (True, lambda: call),
            (bool(pack.kinds), lambda: KindScreen(session, look)),
            (bool(pack.fields), lambda: FieldScreen(session, look)),
            (bool(pack.role("main_priority")), lambda: PrioritiesScreen(session, look)),
            (True, lambda: IdentityScreen(session, look)),
            (True, lambda: SummaryScreen(session, str(self._folder))),
        ]
        self._screens = [make() for is_there, make in wanted if is_there]
        for screen in self._screens:
            self.stack.addWidget(screen)
            screen.answered.connect(self._on_answered)

    def _show(self, place: int) -> None:
        self._place = place
        screen = self._screens[place]
        # What is undone must be seen, so there is nothing to undo from another screen.
        self._session.undo_stack.clear()
        screen.refresh()
        self.stack.setCurrentWidget(screen)
        screen.focus_first()
        announce(screen, screen.title_label.text())
        self.obstacle_label.clear()
        is_last = place == len(self._screens) - 1
        self.back_button.setText(self.tr("Back") if place else self.tr("Home"))
        self.next_button.setText(self.tr("Make the draft") if is_last else self.tr("Next"))
        self.place_label.setText(
            self.tr("Question {0} of {1}").format(place + 1, len(self._screens))
        )

    def _on_answered(self) -> None:
        self.obstacle_label.clear()

    def _on_undone(self) -> None:
        self.screen_shown().refresh()

    def _on_path(self, path: str) -> None:
        self._path = path

    def _on_call(self, call: str) -> None:
        """Take another call: its screens follow, the two first stay answered."""
        if call == self._call:
            return
        self._call = call
        self._session = self._new_session()
        place = self._place
        for screen in self._screens:
            self.stack.removeWidget(screen)
            screen.deleteLater()
        self._fill()
        self._show(min(place, len(self._screens) - 1))
