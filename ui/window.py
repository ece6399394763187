"""The window: home page, guided start or desk, and what the menus do to them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from .access import announce
from .notice import NoticeBar, error_notice, holder_notice
from .theme import Look
from .wardrobe import Wardrobe
from .workshop import Workshop

if TYPE_CHECKING:  # the desk is fetched with the first draft: the home page does not wait for it
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent

    from erasmus_desk.draft.model import Step
    from erasmus_desk.errors import DeskError
    from erasmus_desk.sentences import Sentences

    from .autosave import SaveStatus
    from .desk import Desk
    from .keeper import Keeper, OpenDraft
    from .session import Session
    from .topbar import TopBar


class Window(QMainWindow):
    """Shows one thing at a time, and keeps the open draft safe while it does."""

    home_wanted = Signal()
    draft_opened = Signal(object)
    draft_closed = Signal()
    error_raised = Signal(object)
    conflicted = Signal()
    export_wanted = Signal(object)
    book_wanted = Signal()
    remembered = Signal(str)

    def __init__(self, workshop: Workshop, wardrobe: Wardrobe, bells: Path) -> None:
        """Build the frame; `bells` is the folder for calls from other starts."""
        super().__init__()
        self._workshop = workshop
        self._wardrobe = wardrobe
        self.opened: OpenDraft | None = None
        self.desk: Desk | None = None
        self.topbar: TopBar | None = None
        self._bells = bells
        self._work = QWidget()
        self._layout = QVBoxLayout(self._work)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.notices = NoticeBar(wardrobe.look)
        self._layout.addWidget(self.notices)
        self.stack = QStackedWidget()
        self._layout.addWidget(self.stack, 1)
        self.setCentralWidget(self._work)
        self.setMinimumSize(720, 480)
        self.setAcceptDrops(True)
        self._show_title()

    @property
    def keeper(self) -> Keeper:
        """Whoever opens and closes drafts."""
        return self._workshop.keeper

    @property
    def look(self) -> Look:
        """Palette and icons."""
        return self._wardrobe.look

    @property
    def sentences(self) -> Sentences:
        """The sentences of the core in the language of the interface."""
        return self._wardrobe.sentences

    @property
    def language(self) -> str:
        """The language of the interface."""
        return self._wardrobe.language

    def show_alone(self, page: QWidget) -> None:
        """Show the home page or the guided start; an open draft is closed first."""
        self.close_draft()
        self._show(page)

    def open_draft(self, path: Path, rescued: Step | None = None, *, reopen: bool = False) -> bool:
        """Open a draft on the desk; tells whether it could be.

        The draft that is open already stays as it is, but for `reopen`.
        """
        from erasmus_desk.errors import DeskError  # noqa: PLC0415 - as all that a draft needs

        if not reopen and self.opened is not None and self.opened.session.path == path:
            return True
        try:
            opened = self.keeper.open(path, self.language, rescued)
        except DeskError as problem:
            self.error_raised.emit(problem)
            return False
        self.close_draft()
        self.opened = opened
        opened.autosave.status_changed.connect(self._on_status)
        opened.autosave.conflicted.connect(self.conflicted)
        opened.session.undo_stack.cleanChanged.connect(self._show_title)
        opened.session.changed.connect(self._show_title)
        self._show_desk(opened)
        self._on_status(opened.autosave.status)
        self.draft_opened.emit(opened)
        if opened.holder is not None:
            self.notices.show_notice(holder_notice(opened.holder))
        return True

    def rebuild_desk(self) -> None:
        """Build the desk anew for the open draft: in another language, or another look."""
        if self.opened is None or self.desk is None:
            return
        step = self.desk.step
        session = self.opened.session
        session.texts = self.keeper.library.texts(session.pack.id, self.language)
        self._show_desk(self.opened)
        self._on_status(self.opened.autosave.status)
        self.desk.show_step(step)

    def close_draft(self) -> None:
        """Save and close the open draft, if there is one."""
        if self.opened is None:
            return
        self.keeper.close(self.opened)
        self.opened = None
        self.desk = None
        self.topbar = None
        self.draft_closed.emit()
        self._show_title()

    def save_now(self) -> None:
        """Save the open draft and say so."""
        if self.opened is None or self.topbar is None:
            return
        self.opened.autosave.save()
        self._on_status(self.opened.autosave.status)
        announce(self, self.topbar.saved_label.text())

    def come_forward(self) -> None:
        """Come to the front, because somebody wanted this draft."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def tell(self, problem: DeskError, **more: object) -> None:
        """Say what happened, what is safe and what to do."""
        self.notices.show_notice(error_notice(self.sentences, problem, **more))

    def actions_of_menus(self) -> tuple[QAction, ...]:
        """Give the actions that hang in the menus."""
        return tuple(one for one in self.findChildren(QAction) if one.parent() is self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save before the window goes; what cannot be saved is in the journal."""
        self.close_draft()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press a button by Enter too; Qt does so in dialogs only."""
        part = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(part, QPushButton | QToolButton):
            part.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take drafts that are dragged here."""
        if _dragged_draft(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the draft that was dropped."""
        path = _dragged_draft(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_draft(path)

    def _show_desk(self, opened: OpenDraft) -> None:
        from .workplace import Workplace  # noqa: PLC0415 - as all that a draft needs

        place = Workplace(opened, self.sentences, self.look, self._bells)
        place.called.connect(self.come_forward)
        self.topbar, self.desk = place.topbar, place.desk
        self.topbar.home_wanted.connect(self.home_wanted)
        self.desk.moved.connect(self._on_moved)
        self.desk.export_wanted.connect(self.export_wanted)
        self.desk.book_wanted.connect(self.book_wanted)
        self.desk.remembered.connect(self.remembered)
        self._show(place)
        self._show_title()

    def _show(self, widget: QWidget) -> None:
        """Show one widget and let go of the one before."""
        if self.stack.count():
            self.notices.clear()
        while self.stack.count():
            old = self.stack.widget(0)
            if old is not None:
                self.stack.removeWidget(old)
                old.deleteLater()
        self.stack.addWidget(widget)
        self.stack.setCurrentWidget(widget)

    def _on_moved(self) -> None:
        if self.opened is not None:
            self.opened.autosave.save()

    def _on_status(self, status: SaveStatus) -> None:
        if self.topbar is not None:
            self.topbar.show_status(status)
        if status.error is not None:
            if self.notices.topic != "conflict":
                self.tell(status.error)
        elif status.is_saved:
            self.notices.clear("error")

    def _show_title(self) -> None:
        session = self.opened.session if self.opened is not None else None
        self.setWindowTitle(_title(session))
        self.setWindowModified(session is not None and not session.undo_stack.isClean())


def _title(session: Session | None) -> str:
    """Give the title of the window; `[*]` is where Qt puts its mark for unsaved changes."""
    if session is None:
        return "Erasmus Desk"
    title = session.draft.text(session.pack.role("title")) or session.path.stem
    return f"{title}[*] – Erasmus Desk"


def _dragged_draft(event: QDropEvent) -> Path | None:
    from erasmus_desk.draft.naming import SUFFIX  # noqa: PLC0415 - until something is dragged

    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.lower() == SUFFIX:
            return path
    return None
