"""The ways out of an open draft, and the faults with which nothing can be saved."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton

from erasmus_desk.draft.model import Change, Key
from erasmus_desk.storage import drafts
from tests.ui.editors import EXAMPLES
from tests.ui.keyboard import CTRL, NONE, Keyboard, process_events
from ui.app import ExceptionHook
from ui.controllers.application import ApplicationController
from ui.main_window.home_page import HomePage
from ui.session.draft_manager import OpenDraft
from ui.wizard.wizard import NewProposalWizard

TITLE: Final = Key("prj.title")
TYPED: Final = "Typed while nothing can be saved"
RECOVERED: Final = "Recovered"


@dataclass
class Leaving:
    """An open draft whose latest text is to be left, another draft, and a place for a copy."""

    controller: ApplicationController
    keyboard: Keyboard
    patch: pytest.MonkeyPatch
    draft: Path
    other: Path
    copy: Path
    home: Path
    locks: list[sqlite3.Connection] = field(default_factory=list[sqlite3.Connection])

    @property
    def opened(self) -> OpenDraft | None:
        return self.controller.window.opened

    @property
    def text(self) -> object:
        """The answer that was typed, if its draft is still open."""
        return self.opened.session.value(TITLE) if self.opened else None

    @property
    def topic(self) -> str:
        return self.controller.window.notifications.topic

    def type(self) -> None:
        assert self.opened is not None
        self.opened.session.edit(TITLE, TYPED)
        process_events()

    def answer(self, name: str) -> None:
        """Press a button of the notification."""
        bar = self.controller.window.notifications
        (button,) = [one for one in bar.findChildren(QPushButton) if one.objectName() == name]
        button.click()
        process_events()

    def is_elsewhere(self) -> bool:
        """Whether the other draft is open."""
        return self.opened is not None and self.opened.session.path == self.other

    def shows(self, page: type) -> bool:
        return isinstance(self.controller.window.stack.currentWidget(), page)


@dataclass(frozen=True)
class Way:
    """A way out: what the user does, and whether it was done. `writes`: it makes a new file."""

    leave: Callable[[Leaving], object]
    is_done: Callable[[Leaving], bool]
    prepare: Callable[[Leaving], object] = lambda _: None
    writes: bool = False


def _open(leaving: Leaving) -> None:
    def choose(*_: object) -> tuple[str, str]:
        return str(leaving.other), ""

    leaving.patch.setattr(QFileDialog, "getOpenFileName", choose)
    leaving.controller.choose_proposal()


def _use_lately(leaving: Leaving) -> None:
    leaving.controller.window.open_draft(leaving.other)


def _choose_recent(leaving: Leaving) -> None:
    menu = leaving.controller.menus.recent_menu
    assert isinstance(menu, QMenu)
    (action,) = [one for one in menu.actions() if one.data() == leaving.other]
    action.trigger()


def _drop(leaving: Leaving) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(leaving.other))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    window = leaving.controller.window
    enter = QDragEnterEvent(QPoint(50, 50), action, mime, button, NONE)
    QApplication.sendEvent(window, enter)
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), action, mime, button, NONE))


def _leave_work_unsaved(leaving: Leaving) -> None:
    """Write to the journal what a killed program would have left of the other draft."""
    journal = leaving.controller.draft_manager.journal
    assert journal is not None
    file = drafts.read(leaving.other)
    run = journal.begin_run(file.draft, leaving.other, file.digest)
    journal.append(run, (Change(TITLE, file.draft.get(TITLE), RECOVERED),))
    journal.end_run(run)


def _offer_recovery(leaving: Leaving) -> None:
    _leave_work_unsaved(leaving)
    leaving.controller.home.recovery.offer_recovery()


def _show_offers(leaving: Leaving) -> None:
    leaving.controller.window.notice_answered.emit("rescue-others", "show")


def _are_offered(leaving: Leaving) -> bool:
    home = leaving.controller.window.stack.content
    lines = home.recoveries.lines if isinstance(home, HomePage) else []
    return [line.words.title.count(leaving.other.name) for line in lines] == [1]


def _interrupt(leaving: Leaving) -> None:
    def stay(*_: object) -> None:
        """The tests go on."""

    leaving.patch.setattr(QApplication, "exit", stay)
    ExceptionHook(leaving.controller).handle(KeyboardInterrupt, KeyboardInterrupt(), None)


def _is_closed(leaving: Leaving) -> bool:
    return not leaving.controller.window.isVisible()


def _is_example(leaving: Leaving) -> bool:
    return leaving.opened is not None and leaving.opened.session.path.stem == EXAMPLES[-1].stem


def _home(leaving: Leaving) -> bool:
    return leaving.shows(HomePage)


def _press_home(leaving: Leaving) -> None:
    top_bar = leaving.controller.window.top_bar
    assert top_bar is not None
    top_bar.home_requested.emit()


WAYS: Final = {
    "home": Way(lambda one: one.controller.show_home(), _home),
    "home button": Way(_press_home, _home),
    "close the proposal": Way(lambda one: one.keyboard.press(Qt.Key.Key_W, CTRL), _home),
    "new": Way(
        lambda one: one.keyboard.press(Qt.Key.Key_N, CTRL),
        lambda one: one.shows(NewProposalWizard),
    ),
    "open": Way(_open, Leaving.is_elsewhere),
    "recent": Way(_choose_recent, Leaving.is_elsewhere, _use_lately),
    "card": Way(lambda one: one.controller.window.open_draft(one.other), Leaving.is_elsewhere),
    "drop": Way(_drop, Leaving.is_elsewhere),
    "example": Way(lambda one: one.controller.open_example(EXAMPLES[-1]), _is_example, writes=True),
    "recovered": Way(_show_offers, _are_offered, _offer_recovery),
    "close": Way(lambda one: one.controller.window.close(), _is_closed),
    "quit": Way(lambda one: one.keyboard.press(Qt.Key.Key_Q, CTRL), _is_closed),
    "end of the session": Way(lambda _: QApplication.closeAllWindows(), _is_closed),
    "interrupt": Way(_interrupt, _is_closed),
}


def _refuse_new_files(leaving: Leaving, code: int) -> None:
    """Let the system refuse to make files below the home folder, as on a full disk."""
    open_file, home = os.open, os.path.realpath(leaving.home)

    def refuse(path: object, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if flags & os.O_CREAT and os.path.realpath(str(path)).startswith(home):
            raise OSError(code, os.strerror(code), str(path))
        return open_file(str(path), flags, mode, dir_fd=dir_fd)

    leaving.patch.setattr(os, "open", refuse)


def _database(leaving: Leaving) -> sqlite3.Connection:
    journal = leaving.controller.draft_manager.journal
    assert journal is not None
    # There is no other way to make a disk full for this one file.
    database = journal._file._db  # pyright: ignore[reportPrivateUsage]
    assert database is not None
    return database


def _fill_disk(leaving: Leaving) -> None:
    _refuse_new_files(leaving, errno.ENOSPC)
    _database(leaving).execute("PRAGMA query_only = ON")


def _make_read_only(leaving: Leaving) -> None:
    _refuse_new_files(leaving, errno.EROFS)
    _database(leaving).execute("PRAGMA query_only = ON")


def _remove_folders(leaving: Leaving) -> None:
    shutil.rmtree(leaving.draft.parent)
    copies = leaving.controller.paths.backups
    shutil.rmtree(copies, ignore_errors=True)
    copies.write_bytes(b"no folder")
    _database(leaving).execute("PRAGMA query_only = ON")


def _lock_journal(leaving: Leaving) -> None:
    _refuse_new_files(leaving, errno.EROFS)
    _database(leaving).execute("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(leaving.controller.paths.journal, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    leaving.locks.append(other)


def _remove_everything(leaving: Leaving) -> None:
    """Remove the folder of the draft and the program's own, as with a home on a drive."""
    shutil.rmtree(leaving.draft.parent, ignore_errors=True)
    shutil.rmtree(leaving.controller.paths.local)
    leaving.controller.paths.local.write_bytes(b"no folder")


FAULTS: Final[dict[str, Callable[[Leaving], None]]] = {
    "disk full": _fill_disk,
    "read-only": _make_read_only,
    "folder gone": _remove_folders,
    "journal locked": _lock_journal,
    "everything gone": _remove_everything,
}


def refuse_journal(leaving: Leaving) -> None:
    """Let SQLite itself refuse to write."""
    _database(leaving).execute("PRAGMA query_only = ON")


def allow_journal(leaving: Leaving) -> None:
    """Let the journal be written again."""
    _database(leaving).execute("PRAGMA query_only = OFF")


def end_faults(leaving: Leaving) -> None:
    """Let everything be written again, so that the program can end."""
    for lock in leaving.locks:
        lock.close()
    leaving.patch.undo()
