"""What can be done with a proposal on the home page without opening it."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, QPoint, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu

from ..dialogs.save_path import ask_draft_path
from ..main_window.window import MainWindow
from ..theme.user_settings import UserSettings

REMOVED, UNDO = "recent-removed", "undo"


class CardMenu(QObject):
    """Opens, copies, renames or shows the file of a card, or takes it off the list."""

    changed = Signal(object)
    """The cards are to be shown anew, with the focus on that of a path."""
    recent_changed = Signal(object)
    """The settings with another list of recent proposals."""

    def __init__(self, window: MainWindow, user_settings: UserSettings, folder: Path) -> None:
        """Act on the proposals of a window; those in `folder` are always listed."""
        super().__init__(window)
        self._window = window
        self._user_settings = user_settings
        self._folder = folder
        self._before: tuple[Path, ...] = ()
        """The recent proposals before one was taken off the list."""
        window.notice_answered.connect(self._on_answered)

    def build(self, path: Path) -> QMenu:
        """Build the menu of the card of a proposal."""
        menu = QMenu(self._window)
        for text, command in (
            (self.tr("Open"), self._window.open_draft),
            (self.tr("Make a copy"), self.copy),
            (self.tr("Rename or move…"), self.ask_name),
            (self.tr("Open the folder"), self._open_folder),
        ):
            menu.addAction(text).triggered.connect(
                lambda _checked=False, command=command: command(path)
            )
        if path.parent != self._folder:
            menu.addSeparator()
            remove = menu.addAction(self.tr("Remove from this list"))
            remove.triggered.connect(lambda: self.remove(path))
        return menu

    def show(self, path: Path, place: QPoint) -> None:
        """Show the menu of a card at a place of the screen."""
        menu = self.build(path)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def copy(self, path: Path) -> None:
        """Save a copy of a proposal in the folder of proposals."""
        with self._window.showing_errors():
            made = self._window.draft_manager.create_copy(path, path.stem)
            self.changed.emit(made)
            self._window.notifications.notify(
                "copy", self.tr("A copy was saved as {}.").format(made.name)
            )

    def ask_name(self, path: Path) -> None:
        """Ask for another name or folder for the file of a proposal, and move it there."""
        target = ask_draft_path(self._window, self.tr("Rename or move"), path)
        if target is not None:
            self.move(path, target)

    def move(self, path: Path, target: Path) -> None:
        """Move the file of a proposal; the list of recent ones follows it."""
        with self._window.showing_errors():
            self._window.draft_manager.move(path, target)
            current = self._user_settings.current
            if path in current.recent or target.parent != self._folder:
                recent = current.without_recent(path).with_recent(target).recent
                self._show_recent(recent)
            self.changed.emit(target)

    def remove(self, path: Path) -> None:
        """Take a proposal off the list; its file stays where it is."""
        self._before = self._user_settings.current.recent
        self._show_recent(self._user_settings.current.without_recent(path).recent)
        self.changed.emit(None)
        text = self.tr("{} is no longer on this list. The file was not changed.").format(path.name)
        self._window.notifications.notify(REMOVED, text, (UNDO, self.tr("Undo")))

    def _open_folder(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def _show_recent(self, recent: tuple[Path, ...]) -> None:
        self.recent_changed.emit(replace(self._user_settings.current, recent=recent))

    def _on_answered(self, topic: str, answer: str) -> None:
        if (topic, answer) == (REMOVED, UNDO):
            self._show_recent(self._before)
            self.changed.emit(None)
