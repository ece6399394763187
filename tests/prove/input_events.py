"""Keys, clicks and the wheel, sent to the window of a part, as the system sends them."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.keyboard import NONE


def find_front() -> QWidget | None:
    """Return the menu that is open, else the dialog."""
    return QApplication.activePopupWidget() or QApplication.activeModalWidget()


def describe(part: QWidget | None) -> str:
    """Return the kind of a part and its words."""
    if part is None:
        return ""
    words = str(part.property("text") or "") or part.accessibleName() or part.windowTitle()
    return f"{type(part).__name__} {words[:40]!r}"


def is_linked(label: QLabel) -> bool:
    """Return whether a click on a label may do something."""
    return "<a " in label.text()


def press(part: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press a key in the window of a part, as the system does it."""
    QTest.keyClick(part.window().windowHandle(), key, held)


def click(
    part: QWidget, place: QPoint | None, button: Qt.MouseButton = Qt.MouseButton.LeftButton
) -> None:
    """Click at a place of a part, on whatever is seen there."""
    window = part.window()
    at = part.mapTo(window, place or part.rect().center())
    QTest.mouseClick(window.windowHandle(), button, NONE, at)


def double_click(part: QWidget, place: QPoint | None) -> None:
    """Click twice at a place of a part; the second time on what the first click shows there."""
    window = part.window()
    at = part.mapTo(window, place or part.rect().center())
    QTest.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, NONE, at)


def drop(part: QWidget, place: QPoint | None, data: QMimeData) -> None:
    """Drop something at a place of a part, on what takes drops there, as Qt finds it."""
    window = part.window()
    at = part.mapTo(window, place or part.rect().center())
    hit = window.childAt(at) or window
    while not hit.acceptDrops():
        around = hit.parentWidget()
        if hit is window or around is None:
            return
        hit = around
    inner = hit.mapFrom(window, at)
    copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(inner, copy, data, button, NONE)
    QApplication.sendEvent(hit, entering)
    if entering.isAccepted():
        QApplication.sendEvent(hit, QDragMoveEvent(inner, copy, data, button, NONE))
        QApplication.sendEvent(hit, QDropEvent(inner.toPointF(), copy, data, button, NONE))


def turn_wheel(part: QWidget, place: QPoint, angle: int) -> None:
    """Turn the wheel at a place of a part."""
    window = part.window()
    at = part.mapTo(window, place)
    hit = window.childAt(at) or window
    inner = QPointF(hit.mapFrom(window, at))
    QApplication.sendEvent(
        hit,
        QWheelEvent(
            inner,
            QPointF(window.mapToGlobal(at)),
            QPoint(),
            QPoint(0, angle),
            Qt.MouseButton.NoButton,
            NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )
