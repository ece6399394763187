"""Walks through a window by Tab or Shift+Tab, and finds what holds the keys or is left out."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget

from tests.ui.access_walk import describe, visible_parts
from tests.ui.keyboard import process_events
from ui.widgets.key_button import KeyButton

MOST_KEYS = 1500


def find_traps(window: QWidget) -> Iterator[str]:
    """Yield what Tab does not leave or does not reach in a window, in both directions.

    The keys go to the window, as the system sends them; they end where they began.
    """
    reachable = list_reachable(window)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        passed = walk(window, key)
        if passed is None:
            focus = QApplication.focusWidget()
            yield f"{key.name} does not leave {describe(focus) if focus else 'nothing'}"
            continue
        for part in reachable:
            if shiboken6.isValid(part) and part.isVisible() and not _is_passed(part, passed):
                yield f"{key.name} does not reach {describe(part)}"


def _is_passed(part: QWidget, passed: set[QWidget]) -> bool:
    """Return whether it had the focus, or one did from where the arrow keys lead to it."""
    if isinstance(part, KeyButton):
        return True  # it comes with the focus of its field, behind it: seen on the way forward
    if not isinstance(part, QAbstractButton):
        return part in passed
    group = part.group()
    if not (part.autoExclusive() or (group and group.exclusive())):
        return part in passed
    left = [one for one in passed if isinstance(one, QAbstractButton) and shiboken6.isValid(one)]
    beside = (
        one for one in left if one.parent() is part.parent() or (group and one in group.buttons())
    )
    return part in left or any(beside)


def walk(window: QWidget, key: Qt.Key) -> set[QWidget] | None:
    """Press a key until the focus is where it began; return what had it, `None` for a trap."""
    held = Qt.KeyboardModifier.ShiftModifier
    held = held if key is Qt.Key.Key_Backtab else Qt.KeyboardModifier.NoModifier
    passed, places = set[QWidget](), set[Hashable]()
    begin: QWidget | None = None
    before: QWidget | None = None
    for _ in range(MOST_KEYS):
        focus = QApplication.focusWidget()
        if focus is None or focus.window() is not window:
            return None
        place = _place(focus)
        if begin is not None and not (shiboken6.isValid(begin) and begin.isVisible()):
            begin = None  # a list that closes once the focus has left it
        if begin is not None and focus is begin:
            return passed
        # One widget may have many places of its own, as the preview has its answers.
        if place in places and focus is not before:
            return None
        before = focus
        begin = begin or focus
        passed.add(focus)
        places.add(place)
        QTest.keyClick(window.windowHandle(), key, held)
        process_events()
        if focus is begin and QApplication.focusWidget() is begin:
            begin = None  # the cells of a table are one after another
            passed.discard(focus)
    return None


def _place(focus: QWidget) -> Hashable:
    view = focus if isinstance(focus, QAbstractItemView) else None
    at = view.currentIndex() if view is not None else None
    return (id(focus), at.row(), at.column(), at.internalId()) if at is not None else (id(focus),)


def list_reachable(window: QWidget) -> list[QWidget]:
    """Return what Tab is to reach."""
    return [
        part
        for part in visible_parts(window)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.focusProxy() is None
        and part.isEnabled()
        and part.isVisible()
    ]
