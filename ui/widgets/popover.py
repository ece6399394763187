"""A small panel below the button that opened it, and the quiet dot that opens one on a source.

It is a child of the window, as a screen reader neither reads a tool tip nor a popup window.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QToolButton, QWidget

from ..theme.theme import GRID, Theme, find_text_scale, set_role
from .accessibility import set_accessible_name
from .buttons import text_button
from .labels import wrapped_label
from .layouts import build_column

WIDTH = 360
"""Pixels at 100 %."""
DOT, ROOM = 6, 3 * GRID
"""Pixels of the dot, and of the button around it."""


class Popover(QFrame):
    """A panel with a heading and paragraphs; Esc, Close and a click elsewhere close it.

    It goes with its opener: another page has another meaning.
    """

    def __init__(self, opener: QWidget, heading: str, paragraphs: tuple[str, ...]) -> None:
        super().__init__(opener.window())
        set_role(self, "popover")
        self._opener = opener
        opener.destroyed.connect(self._close)
        self.setAccessibleName(heading)
        self.close_button = text_button(self.tr("Close"), self.close_and_return)
        labels = [wrapped_label(one) for one in paragraphs]
        column = build_column(
            self, wrapped_label(heading, "label"), *labels, margins=(2, 1.5, 2, 1.5)
        )
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
            app.installEventFilter(self)
        self._set_size()
        self._place()
        self.show()
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_and_return(self) -> None:
        """Close the panel and give the focus back to its opener."""
        self._close()
        self._opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the panel with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_and_return()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the panel when the mouse is pressed elsewhere, or its opener is out of sight."""
        is_press = event.type() is QEvent.Type.MouseButtonPress
        is_elsewhere = isinstance(watched, QWidget) and not self._contains(watched)
        is_alone = event.type() is QEvent.Type.Hide and watched is self._opener
        if is_alone or (is_press and is_elsewhere):
            self._close()
        return super().eventFilter(watched, event)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and not self._contains(new):
            self._close()

    def _contains(self, widget: QWidget) -> bool:
        return widget is self or self.isAncestorOf(widget)

    def _close(self) -> None:
        app = QApplication.instance()
        if self.isHidden() or not isinstance(app, QApplication):
            return
        app.removeEventFilter(self)
        app.focusChanged.disconnect(self._on_focus)
        self.hide()
        self.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay inside the window with the height that the texts need."""
        super().resizeEvent(event)
        self._place()

    def _set_size(self) -> None:
        window = self._opener.window()
        self.ensurePolished()
        width = min(round(WIDTH * find_text_scale(self)), window.width() - 2 * GRID)
        self.setFixedWidth(width)
        self.adjustSize()

    def _place(self) -> None:
        """Put the panel below its opener, or above it, inside the window."""
        window = self._opener.window()
        below = self._opener.mapTo(window, QPoint(0, self._opener.height() + GRID // 2))
        left = min(max(below.x(), GRID), window.width() - self.width() - GRID)
        top = below.y()
        if top + self.height() > window.height() - GRID:
            above = self._opener.mapTo(window, QPoint(0, 0)).y() - self.height() - GRID // 2
            top = min(max(above, GRID), window.height() - self.height() - GRID)
        self.move(left, top)


def paint_dot(painter: QPainter, middle: QPointF, colour: str) -> None:
    """Draw the dot of what is not confirmed around a point."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(middle, DOT / 2, DOT / 2)


class SourceDot(QToolButton):
    """A quiet dot at a figure that is not confirmed; it opens where the figure comes from."""

    def __init__(self, theme: Theme, subject: str, source: str) -> None:
        super().__init__()
        self._theme = theme
        set_role(self, "dot")
        self.setToolTip(self.tr("Where this comes from"))
        self.show_source(subject, source)
        self.clicked.connect(self._on_clicked)

    def show_source(self, subject: str, source: str) -> None:
        """Be the dot of another figure."""
        self._subject, self._source = subject, source
        set_accessible_name(self, f"{self.toolTip()}: {subject}")

    def sizeHint(self) -> QSize:
        """Return a room that a finger and a mouse can hit."""
        return QSize(ROOM, ROOM)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dot, and a ring where the focus or the mouse is."""
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QColor(colours.accent))
            painter.drawEllipse(self.rect().center(), GRID, GRID)
        paint_dot(painter, QPointF(self.rect().center()), colours.edge)
        painter.end()

    def _on_clicked(self) -> None:
        note = self.tr("This is not confirmed. Check it in the Programme Guide before you submit.")
        Popover(self, self._subject, tuple(filter(None, (note, self._source))))
