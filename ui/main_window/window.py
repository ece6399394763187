"""The window: home page, guided start or desk, and what the menus do to them.

The window as Qt sees it: what is dropped on it, and Enter on its buttons.

One open draft in the window: the bar on top, the desk below, the bell that calls it forward.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from erasmus_desk.draft.model import Step
from erasmus_desk.errors import DeskError
from erasmus_desk.i18n.messages import Sentences
from erasmus_desk.storage.drafts import SUFFIX

from ..session.draft_manager import Keeper, OpenDraft
from ..session.services import Workshop
from ..session.session import Session
from ..session.single_instance import Bell
from ..theme.appearance import Wardrobe
from ..theme.theme import Look
from .editor import Desk
from .notice_bar import NoticeBar, error_notice, holder_notice
from .top_bar import TopBar

WORD_FILES = ".docx"
"""Suffix of what may come home."""


class Shell(QMainWindow):
    """An empty window that takes drafts and Word files dropped on it."""

    dropped = Signal(object)
    """The path of a draft that was dropped on the window."""
    files_dropped = Signal(object)
    """The paths of Word files that were dropped on it, as a tuple."""

    def __init__(self) -> None:
        """Build it."""
        super().__init__()
        self.setMinimumSize(720, 480)
        self.setAcceptDrops(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press a button by Enter too; Qt does so in dialogs only."""
        part = self.focusWidget()
        is_enter = event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter)
        if is_enter and isinstance(part, QPushButton | QToolButton):
            part.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take drafts and Word files that are dragged here."""
        if _dragged(event, _drafts()) or _dragged(event, WORD_FILES):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the draft that was dropped, or the Word files."""
        drafts, files = _dragged(event, _drafts()), _dragged(event, WORD_FILES)
        if drafts:
            event.acceptProposedAction()
            self.dropped.emit(drafts[0])
        elif files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)


def _drafts() -> str:

    return SUFFIX


def _dragged(event: QDropEvent, suffix: str) -> tuple[Path, ...]:
    """Give the files on this machine with a suffix that are dragged."""
    urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
    paths = [Path(url.toLocalFile()) for url in urls]
    return tuple(path for path in paths if path.suffix.lower() == suffix)


class Workplace(QWidget):
    """The bar and the desk of a draft, put together."""

    called = Signal()
    """Another start of the program wanted this draft."""

    def __init__(self, opened: OpenDraft, sentences: Sentences, look: Look, bells: Path) -> None:
        """Build both; `bells` is the folder for calls from other starts."""
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.topbar = TopBar(opened.session, look)
        self.desk = Desk(opened.session, opened.watch, sentences, look)
        layout.addWidget(self.topbar)
        layout.addWidget(self.desk, 1)
        self.topbar.check_wanted.connect(self.desk.check)
        self.topbar.word_wanted.connect(self.desk.show_word)
        self.topbar.guidance_wanted.connect(self.desk.toggle_guidance)
        self._bell = Bell(bells, opened.session.path)
        self._bell.rung.connect(self.called)


class Window(Shell):
    """Shows one thing at a time, and keeps the open draft safe while it does."""

    home_wanted = Signal()
    draft_opened = Signal(object)
    draft_closed = Signal()
    desk_built = Signal()
    close_refused = Signal()
    """The window stays, because closing it would lose words."""
    error_raised = Signal(object)
    conflicted = Signal()
    export_wanted = Signal(object)
    book_wanted = Signal()
    remembered = Signal(str)
    bring_wanted = Signal()
    preview_wanted = Signal()
    preview_built = Signal(object)
    coming_taken = Signal(object)
    coming_renewed = Signal(object)

    def __init__(self, workshop: Workshop, wardrobe: Wardrobe, bells: Path) -> None:
        """Build the frame; `bells` is the folder for calls from other starts."""
        super().__init__()
        self._workshop = workshop
        self._wardrobe = wardrobe
        self.opened: OpenDraft | None = None
        self.desk: Desk | None = None
        self.topbar: TopBar | None = None
        self._bells = bells
        self._may_lose = False
        self._work = QWidget()
        self._layout = QVBoxLayout(self._work)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._notices: NoticeBar | None = None
        self.stack = QStackedWidget()
        self._layout.addWidget(self.stack, 1)
        self.setCentralWidget(self._work)
        self.dropped.connect(self.open_draft)
        self._show_title()

    @property
    def keeper(self) -> Keeper:
        """Whoever opens and closes drafts."""
        return self._workshop.keeper

    @property
    def notices(self) -> NoticeBar:
        """The bar above everything else, built with the first notice there is."""
        if self._notices is None:
            self._notices = NoticeBar(self.look)
            self._layout.insertWidget(0, self._notices)
        return self._notices

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
        if not reopen and self.opened is not None and _is_same(self.opened.session.path, path):
            return True
        try:
            opened = self.keeper.open(path, self.language, rescued)
        except DeskError as problem:
            self.error_raised.emit(problem)
            return False
        self.close_draft()
        self.keeper.hold(opened)
        self.opened = opened
        opened.autosave.conflicted.connect(self.conflicted)
        opened.session.undo_stack.cleanChanged.connect(self._show_title)
        opened.session.changed.connect(self._show_title)
        self._show_desk(opened)
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
        choices = self.desk.choices
        self._show_desk(self.opened)
        if choices is not None:
            self.desk.show_coming(choices)
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

    def come_forward(self) -> None:
        """Come to the front, because somebody wanted this draft."""
        self.setWindowState(self.windowState() & ~QtCore.Qt.WindowState.WindowMinimized)
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
        """Save before the window goes; where not even the journal takes it, ask first."""
        if self.opened is not None and not self._may_lose and not self.opened.autosave.secure():
            event.ignore()
            self.close_refused.emit()
            return
        self.close_draft()
        super().closeEvent(event)

    def close_all_the_same(self) -> None:
        """Close, whatever is lost by it: the user was asked."""
        self._may_lose = True
        self.close()

    def _show_desk(self, opened: OpenDraft) -> None:

        place = Workplace(opened, self.sentences, self.look, self._bells)
        place.called.connect(self.come_forward)
        self.topbar, self.desk = place.topbar, place.desk
        self.topbar.home_wanted.connect(self.home_wanted)
        self.desk.moved.connect(self._on_moved)
        self.desk.maker.export_wanted.connect(self.export_wanted)
        self.desk.maker.preview_wanted.connect(self.preview_wanted)
        self.desk.maker.preview_built.connect(self.preview_built)
        self.desk.book_wanted.connect(self.book_wanted)
        self.desk.remembered.connect(self.remembered)
        self.desk.bring_wanted.connect(self.bring_wanted)
        self.desk.coming_taken.connect(self.coming_taken)
        self.desk.coming_renewed.connect(self.coming_renewed)
        self._show(place)
        self.desk.focus_page()
        self._show_title()
        self.desk_built.emit()

    def _show(self, widget: QWidget) -> None:
        """Show one widget and let go of the one before."""
        if self.stack.count() and self._notices is not None:
            self._notices.clear()
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


def _is_same(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to the same file, whatever they are called."""
    return os.path.realpath(one) == os.path.realpath(other)
