"""Adding a call from a file: chosen, shown, and taken over only when the user says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from erasmus_desk.file_suffixes import CALL_SUFFIX
from erasmus_desk.packs.added_calls import Effect, add_call, find_effect
from erasmus_desk.packs.call_file import CallFile, read_call_file

from ..dialogs.add_call import AddCallDialog
from ..main_window.window import MainWindow
from .long_work import Cancellation, LongWork

ADDED, READING = "call-added", "call-read"
"""Topics: a call was added; its file is read."""


class AddedCalls(QObject):
    """Adds calls to those in a folder, from files that the user chooses."""

    added = Signal()
    """A call was added while no proposal is open: what is shown may offer it."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        self.work = LongWork(window, READING)

    def choose(self, start: Path) -> None:
        """Ask for the file of a call, read it in a thread, and add it if the user wants that."""
        title = self.tr("Add a call")
        kinds = self.tr("Calls (*{})").format(CALL_SUFFIX)
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, str(start), kinds)
        if chosen:
            self.add_from_file(Path(chosen))

    def add_from_file(self, path: Path) -> None:
        """Read a call and show it; a file with faults is refused with the first of them."""
        library = self._window.draft_manager.library

        def read(_: Cancellation) -> tuple[CallFile, Effect]:
            call = read_call_file(path, library)
            return call, find_effect(call, library)

        def show(get_call: Callable[[], tuple[CallFile, Effect]]) -> None:
            with self._window.showing_errors():
                if self._add(path, *get_call()):
                    self._report_added()

        text = self.tr("Reading {}…").format(path.name)
        self.work.run(text, read, show)

    def _report_added(self) -> None:
        if self._window.opened is None:
            self.added.emit()
        text = self.tr("The call was added. It is offered when you begin a new proposal.")
        self._window.notifications.notify(ADDED, text)

    def _add(self, path: Path, call: CallFile, effect: Effect) -> bool:
        """Show a call, and add it if the user wants that; return whether it was."""
        window = self._window
        texts = call.load_texts(window.language)
        name = texts.get("pack.name")
        if effect is Effect.SAME:
            there = self.tr("{} is in Erasmus Desk already.")
            window.notifications.notify(ADDED, there.format(name))
            return False
        if not AddCallDialog(window, call.pack, texts, effect, str(path)).run():
            return False
        add_call(call, self._folder, window.draft_manager.library)
        return True
