"""Adding a call from a file: chosen, shown, and taken over only when the user says so."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from erasmus_desk.packs.added_calls import Effect, add_call, find_effect
from erasmus_desk.packs.call_file import SUFFIX, read_call_file

from ..dialogs.add_call import AddCallDialog
from ..main_window.window import MainWindow

ADDED = "call-added"


def choose_call(window: MainWindow, folder: Path, start: Path) -> bool:
    """Ask for the file of a call and add it to those in a folder; return whether it was added."""
    title = QCoreApplication.translate("AddedCalls", "Add a call")
    kinds = QCoreApplication.translate("AddedCalls", "Calls (*{})").format(SUFFIX)
    chosen, _ = QFileDialog.getOpenFileName(window, title, str(start), kinds)
    return bool(chosen) and add_from_file(window, Path(chosen), folder)


def add_from_file(window: MainWindow, path: Path, folder: Path) -> bool:
    """Show the call in a file, and add it to those in a folder if the user wants that.

    Return whether it was added. A file with faults is refused with the first of them.
    """
    library = window.draft_manager.library
    with window.showing_errors():
        call = read_call_file(path, library)
        effect = find_effect(call, library)
        texts = call.load_texts(window.language)
        name = texts.get("pack.name")
        if effect is Effect.SAME:
            there = QCoreApplication.translate("AddedCalls", "{} is in Erasmus Desk already.")
            window.notifications.tell(ADDED, there.format(name))
            return False
        if not AddCallDialog(window, call.pack, texts, effect, str(path)).run():
            return False
        add_call(call, folder, library)
        return True
    return False
