"""A watch on parts of a page that are shown before they are in it: each is a window for a moment.

It flashes, and takes the focus from the window of the program.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Generator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.core.desk_process import ROOT
from ui.main_window.window import MainWindow
from ui.pages.copy_desk.small_window import SmallWindow

WINDOW = str(ROOT / "ui")
MADE_WINDOWS = (MainWindow, SmallWindow)


@contextmanager
def watch() -> Generator[list[str]]:
    """Yield where the program shows what is in no window and is not made to be one."""
    found: list[str] = []

    def note(part: QWidget) -> None:
        # Dialogs, menus and hints are windows of other types.
        if part.windowType() != Qt.WindowType.Window or isinstance(part, MADE_WINDOWS):
            return
        frame = inspect.currentframe()
        caller = frame and frame.f_back and frame.f_back.f_back
        if caller and caller.f_code.co_filename.startswith(WINDOW):
            found.append(f"{caller.f_code.co_filename}:{caller.f_lineno}: {type(part).__name__}")

    def show(part: QWidget) -> None:
        note(part)
        shown(part)

    def watch_flag(
        change: Callable[[QWidget, bool], None], *, shows: bool
    ) -> Callable[[QWidget, bool], None]:
        def changed(part: QWidget, flag: bool) -> None:
            if bool(flag) is shows:
                note(part)
            change(part, flag)

        return changed

    shown = QWidget.show
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QWidget, "show", show)
        patch.setattr(QWidget, "setVisible", watch_flag(QWidget.setVisible, shows=True))
        patch.setattr(QWidget, "setHidden", watch_flag(QWidget.setHidden, shows=False))
        yield found
