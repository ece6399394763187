"""A user with the keyboard alone: every key goes to the focused widget."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.controllers.long_work import LongWork
from ui.main_window.window import MainWindow

MOST_TABS = 200
Part = TypeVar("Part", bound=QWidget)

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def process_events() -> None:
    """Process pending events, as the event loop does after each key."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def finish_work(part: QWidget) -> None:
    """Let all that the window of a part works at be done, and shown."""
    for work in part.window().findChildren(LongWork):
        work.complete()
    process_events()


class Keyboard:
    """Presses keys in a window, as Qt gets them from a real keyboard."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    @property
    def focus(self) -> QWidget:
        """What has the keyboard focus now."""
        part = QApplication.focusWidget()
        assert part is not None, "nothing has the focus"
        return part

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        # To the window as a whole, as the system does it: so shortcuts are found as well.
        for _ in range(times):
            QTest.keyClick(self.window.windowHandle(), key, held)
            process_events()

    def type(self, text: str) -> None:
        """Type a text, also characters that are on no key."""
        window = self.window.windowHandle()
        for character in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(window, QKeyEvent(kind, 0, NONE, character))
        process_events()

    def tab_to(self, is_it: Callable[[QWidget], bool], what: str = "it") -> QWidget:
        """Press Tab until something has the focus."""
        passed: list[str] = []
        first: QWidget | None = None
        for _ in range(MOST_TABS):
            if is_it(self.focus):
                return self.focus
            passed.append(f"{type(self.focus).__name__} {self.focus.accessibleName()!r}")
            first = first or self.focus
            self.press(Qt.Key.Key_Tab)
            if self.focus is first:
                break
        raise AssertionError(f"{what} was not reached by Tab: {passed}")

    def tab_into(self, kind: type[Part], name: str = "") -> Part:
        """Press Tab until a part of a kind has the focus whose name begins so."""

        def is_it(part: QWidget) -> bool:
            text = part.accessibleName() or str(part.property("text") or "")
            return isinstance(part, kind) and text.startswith(name)

        found = self.tab_to(is_it, f"{kind.__name__} {name!r}")
        assert isinstance(found, kind)
        return found
