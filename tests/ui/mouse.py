"""A user's mouse: every click goes to what is really seen at its place, and is counted."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QWidget

from tests.ui.keyboard import process_events
from ui.qt_support import Index
from ui.widgets.selectors import ComboBox


class Mouse:
    """Clicks on what is seen, and counts."""

    def __init__(self) -> None:
        self.clicks = 0

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click in the middle of a widget, or at a place of it."""
        assert widget.isVisible()
        assert widget.isEnabled()
        window, place = widget.window(), at or widget.rect().center()
        hit = window.childAt(widget.mapTo(window, place))
        assert hit is not None, f"{widget} is out of sight"
        inner = hit.mapFrom(window, widget.mapTo(window, place))
        QTest.mouseClick(hit, Qt.MouseButton.LeftButton, pos=inner)
        process_events()
        self.clicks += 1

    def scroll_to(self, widget: QWidget, part: QRect | None = None) -> None:
        """Bring a widget, or a part of it, into view, as the wheel does."""
        area = find_scroll_area(widget)
        content = area.widget() if area is not None else None
        rect = part or widget.rect()
        if area is None or content is None:
            return
        while not is_seen(widget, rect):
            before = area.verticalScrollBar().value()
            # Of what is higher than the page, the beginning.
            for corner in (rect.bottomLeft(), rect.topLeft()):
                at = widget.mapTo(content, corner)
                area.ensureVisible(at.x(), at.y(), 0, 1)
            process_events()
            if area.verticalScrollBar().value() == before:
                return

    def click_cell(self, view: QAbstractItemView, index: Index, across: int | None = None) -> None:
        """Click in a cell of a view, in its middle or a number of pixels from its left edge."""
        self.scroll_to(view.viewport(), view.visualRect(index))
        rect = view.visualRect(index)
        at = rect.center() if across is None else QPoint(rect.left() + across, rect.center().y())
        self.click(view.viewport(), at)

    def choose(self, combo: ComboBox, row: int) -> None:
        """Open a list and choose from it."""
        # Qt takes a release so soon after the press for that of the click that opened the list.
        QApplication.setDoubleClickInterval(0)
        self.click(combo)
        view = combo.view()
        index = view.model().index(row, 0)
        view.scrollTo(index)
        self.click_cell(view, index)
        # As a system does when a list closes.
        combo.window().activateWindow()
        process_events()


def find_scroll_area(widget: QWidget) -> QScrollArea | None:
    """Return the area that a widget scrolls in."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def is_seen(widget: QWidget, part: QRect | None = None) -> bool:
    """Return whether all of a widget, or of a part of it, is in sight."""
    return QRegion(part or widget.rect()).subtracted(widget.visibleRegion()).isEmpty()
