"""Opens a dialog as the program does, and uses it as a user does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.dialogs.base import Dialog

Shown = TypeVar("Shown", bound=Dialog)
Answer = TypeVar("Answer")


def run_dialog(
    dialog_type: type[Shown], ask: Callable[[], Answer], act: Callable[[Shown], None]
) -> Answer:
    """Open a dialog by `ask`, act on it while it is open, and return its answer."""
    done: list[Shown] = []

    def meanwhile() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        try:
            assert isinstance(dialog, dialog_type)
            act(dialog)
            done.append(dialog)
        finally:
            # A test that went wrong must not wait for ever.
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, meanwhile)
    answer = ask()
    assert done
    return answer


def press(dialog: QWidget, *keys: Qt.Key) -> None:
    """Press keys in the widget of a dialog that has the focus."""
    for key in keys:
        focused = dialog.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def type_in(dialog: QWidget, text: str) -> None:
    """Type a text in the widget of a dialog that has the focus."""
    focused = dialog.focusWidget()
    assert focused is not None
    # Not QTest.keyClicks: that ends the process at a character that stands on no key.
    for character in text:
        for dialog_type in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(dialog_type, 0, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(focused, key)


def tab_to(dialog: QWidget, target: QWidget) -> None:
    """Press Tab until a widget has the focus."""
    for _ in range(50):
        if dialog.focusWidget() is target:
            return
        press(dialog, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not lead to {target}")
