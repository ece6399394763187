"""Asks a dialog as the program does, and answers it as a user does."""

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


def answered(kind: type[Shown], ask: Callable[[], Answer], act: Callable[[Shown], None]) -> Answer:
    """Ask, do what the user does while the dialog is open, and give the answer."""
    done: list[Shown] = []

    def meanwhile() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        try:
            assert isinstance(dialog, kind)
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
    """Press keys in whatever part of a dialog has the focus."""
    for key in keys:
        part = dialog.focusWidget()
        assert part is not None
        QTest.keyClick(part, key)


def type_in(dialog: QWidget, text: str) -> None:
    """Type a text in whatever part of a dialog has the focus."""
    part = dialog.focusWidget()
    assert part is not None
    # Not QTest.keyClicks: that ends the process at a character that stands on no key.
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(part, key)


def tab_to(dialog: QWidget, wanted: QWidget) -> None:
    """Press Tab until a part has the focus."""
    for _ in range(50):
        if dialog.focusWidget() is wanted:
            return
        press(dialog, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not lead to {wanted}")
