"""Walks through a window by Tab or Shift+Tab, and finds what holds the keys or is left out.

Forward also what is not in the order in which it is read.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QScrollArea, QWidget

from tests.ui.access_walk import describe, visible_parts
from tests.ui.keyboard import process_events
from ui.widgets.key_button import KeyButton

MOST_KEYS = 1500
LINE = 8
"""Pixels by which the middles of what stands in a line differ at most."""


def find_traps(window: QWidget) -> Iterator[str]:
    """Yield what Tab does not leave or does not reach in a window, and what it goes back to.

    The keys go to the window, as the system sends them; they end where they began.
    """
    reachable = list_reachable(window)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        backward = list[str]()
        passed = walk(window, key, backward)
        if key is Qt.Key.Key_Tab:
            yield from backward
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


def walk(window: QWidget, key: Qt.Key, backward: list[str]) -> set[QWidget] | None:
    """Press a key until the focus is where it began; return what had it, `None` for a trap.

    The steps that lead up to what is new are added to `backward`.
    """
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
        if before is not None and focus not in passed and _is_backward(before, focus):
            backward.append(f"from {describe(before)} back to {describe(focus)}")
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


def _is_backward(before: QWidget, after: QWidget) -> bool:
    """Return whether the key led up to what is not beside it, or to the left in a line."""
    if not shiboken6.isValid(before) or isinstance(after, KeyButton):
        return False  # the button comes behind its field
    content = _find_content(before)
    if content is None or content is not _find_content(after):
        return False
    from_, to = (_find_rect(part, content) for part in (before, after))
    is_left = to.right() < from_.left()
    is_up = to.bottom() < from_.top()
    is_level = abs(to.center().y() - from_.center().y()) < LINE
    is_back = (is_up and to.left() <= from_.right()) or (is_left and is_level)
    return is_back and not _is_first(after, content)


def _is_first(part: QWidget, content: QWidget) -> bool:
    """Return whether a page begins with it: a window with nothing else leads there again."""
    others = (one for one in list_reachable(content) if _find_content(one) is content)
    top = _find_rect(part, content).top()
    return all(_find_rect(one, content).bottom() >= top for one in others)


def _find_content(part: QWidget) -> QWidget | None:
    """Return what scrolls around a widget."""
    area = part.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    content = area.widget() if area is not None else None
    return content if content is not None and content.isAncestorOf(part) else None


def _find_rect(part: QWidget, content: QWidget) -> QRect:
    return QRect(part.mapTo(content, QPoint()), part.size())


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
