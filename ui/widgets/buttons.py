"""Buttons whose icons grow with the text size, and rows of buttons that wrap."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, SignalInstance
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPainter,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from ..theme.theme import GRID, ICON_SIZES, find_icon_size, list_pixel_ratios, set_role
from .accessibility import set_accessible_name
from .flow_layout import FlowLayout
from .layouts import build_row

ICON_GAP = GRID // 2
"""Pixels between icon and text, on top of the few that Qt leaves."""
PIXEL_RATIOS = (1, 2)
"""The densities of most screens, one of which may be plugged in later."""


Action = Callable[..., object] | SignalInstance
"""What a click calls, or the signal that it emits."""


def text_button(text: str, clicked: Action | None = None, role: str = "") -> QPushButton:
    """Build a button without an icon."""
    button = QPushButton(text)
    if role:
        set_role(button, role)
    if clicked is not None:
        button.clicked.connect(clicked)
    return button


def push_button(
    icon: QIcon, text: str, role: str = "", *, clicked: Action | None = None
) -> QPushButton:
    """Build a button with an icon before its text."""
    button = text_button(text, clicked, role)
    set_icon(button, icon)
    return button


def next_button(icon: QIcon, text: str, *, clicked: Action | None = None) -> QPushButton:
    """Build a button with an icon after its text."""
    button = text_button(text, clicked)
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    set_icon(button, icon, at_end=True)
    return button


def tool_button(icon: QIcon, label: str, *, clicked: Action | None = None) -> QToolButton:
    """Build a button with an icon only; the label is its tool tip and accessible name."""
    button = QToolButton()
    button.setIcon(icon)
    button.setIconSize(QSize(icon_size(), icon_size()))
    button.setToolTip(label)
    set_accessible_name(button, label)
    set_role(button, "plain")
    if clicked is not None:
        button.clicked.connect(clicked)
    return button


def more_button(icon: QIcon, *entries: QAbstractButton) -> QToolButton:
    """Build a button whose menu stands for others, which are hidden where there is no room."""
    button = tool_button(icon, QCoreApplication.translate("MoreButton", "More"))
    menu = QMenu(button)
    for entry in entries:
        menu.addAction(entry.accessibleName() or entry.text(), entry.click)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button


def _find_edge(button: QPushButton) -> int:
    """Return the pixels of a button beside its text: icon, padding and border."""
    widest = max(map(button.fontMetrics().horizontalAdvance, button.text().split("\n")))
    return button.sizeHint().width() - widest


def _find_natural_width(widget: QWidget) -> int:
    """Return the width of a widget: that of a button with its text in one line."""
    if not isinstance(widget, QPushButton) or "\n" not in widget.text():
        return widget.sizeHint().width()
    text = widget.text().replace("\n", " ")
    return _find_edge(widget) + widget.fontMetrics().horizontalAdvance(text)


def _find_least_width(widget: QWidget) -> int:
    """Return the least width of a widget: that of a button is the one of its longest word."""
    if not isinstance(widget, QPushButton) or not widget.text():
        return widget.minimumSizeHint().width()
    words = widget.text().replace("\n", " ").split(" ")
    return max(map(widget.fontMetrics().horizontalAdvance, words)) + _find_edge(widget)


def _wrap_button(button: QPushButton, width: int) -> None:
    """Break the text of a button into the lines that a width in pixels has room for."""
    room, advance = width - _find_edge(button), button.fontMetrics().horizontalAdvance
    lines: list[str] = []
    for word in button.text().replace("\n", " ").split(" "):
        if lines and advance(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if button.text() != "\n".join(lines):
        button.setText("\n".join(lines))


class WrappingRow(QWidget):
    """Widgets side by side; below each other where they do not fit.

    The text of a button that is too long for a line of its own wraps.
    """

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.widgets = widgets
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(GRID)

    def needed_width(self) -> int:
        """Return the width that the widgets need side by side."""
        shown = [widget for widget in self.widgets if not widget.isHidden()]
        # A button that can be chosen keeps room for its bolder text.
        widths = (max(widget.sizeHint().width(), widget.minimumWidth()) for widget in shown)
        return sum(widths) + self.row.spacing() * max(len(shown) - 1, 0)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest one: the others can go below it."""
        widths = [_find_least_width(widget) for widget in self.widgets]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the widgets side by side or below each other."""
        super().resizeEvent(event)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        """Put the widgets below each other once one of them needs more room than it had."""
        if event.type() is QEvent.Type.LayoutRequest:
            is_across = self.row.direction() is QBoxLayout.Direction.LeftToRight
            if is_across and self.needed_width() > self.width():
                self.arrange()
        return super().event(event)

    def arrange(self) -> None:
        """Choose the direction for the width of the row and of its widgets."""
        for widget in self.widgets:
            # Before the style sheet is applied, a new button has the size of plain text.
            widget.ensurePolished()
            if isinstance(widget, QPushButton) and "\n" in widget.text():
                widget.setText(widget.text().replace("\n", " "))
        way = QBoxLayout.Direction
        fits = self.needed_width() <= self.width()
        self.row.setDirection(way.LeftToRight if fits else way.TopToBottom)
        for widget in self.widgets:
            if isinstance(widget, QPushButton) and widget.sizeHint().width() > self.width():
                _wrap_button(widget, self.width())
        # The row was laid out for its new width before it was arranged.
        self.row.activate()


class InnerRow(WrappingRow):
    """A wrapping row in another one, which asks for the room that it needs side by side."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__(*widgets)
        for widget in widgets:
            place = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            self.row.addWidget(widget, 0, place)
        self.row.addStretch(1)

    def sizeHint(self) -> QSize:
        """Return the size side by side, also while the widgets are below each other."""
        return QSize(self.needed_width(), super().sizeHint().height())


class ButtonRow(WrappingRow):
    """Buttons or groups of buttons in a row, the first one alone at the left if `apart`."""

    def __init__(self, *buttons: QWidget, apart: bool = False) -> None:
        super().__init__(*buttons)
        for button in buttons:
            self.row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.row.insertStretch(1 if apart else -1, 1)


class ButtonLines(QWidget):
    """Buttons side by side, in as many lines as they need.

    The text of a button that is too long for a line of its own wraps.
    """

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__()
        self._buttons = buttons
        FlowLayout(self, *buttons)

    def needed_width(self) -> int:
        """Return the width of one line with all buttons."""
        return self.sizeHint().width()

    def sizeHint(self) -> QSize:
        """Return the size in one line, with no text wrapped: a wrapped one would never unwrap."""
        hint, shown = super().sizeHint(), [one for one in self._buttons if not one.isHidden()]
        width = sum(map(_find_natural_width, shown)) + GRID * max(len(shown) - 1, 0)
        return QSize(max(hint.width(), width), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Return the width of the longest word: the buttons go below each other."""
        widths = [_find_least_width(one) for one in self._buttons if not one.isHidden()]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the text of a button that is wider than the line."""
        super().resizeEvent(event)
        for button in self._buttons:
            if isinstance(button, QPushButton):
                if "\n" in button.text():
                    button.setText(button.text().replace("\n", " "))
                if button.sizeHint().width() > self.width():
                    _wrap_button(button, self.width())


class WordsBesideButtons(WrappingRow):
    """Words, and buttons that stand beside them where there is room."""

    def __init__(self, words: QWidget, buttons: ButtonLines | ButtonRow) -> None:
        super().__init__(words, buttons)
        self._words, self._buttons = words, buttons
        self.row.addWidget(words, 1)
        self.row.addWidget(buttons, 0, Qt.AlignmentFlag.AlignVCenter)

    def needed_width(self) -> int:
        """Return the width at which the words are readable beside the buttons."""
        return self._words.minimumWidth() + self._buttons.needed_width() + 2 * GRID


def button_group(*buttons: QWidget) -> QWidget:
    """Build a group of buttons that stay side by side."""
    group = QWidget()
    build_row(group, *buttons)
    return group


def join_buttons(*buttons: QPushButton) -> QWidget:
    """Build a segment: buttons without a gap, of which one is chosen."""
    for place, button in enumerate(buttons):
        parts = {0: "first", len(buttons) - 1: "last"}
        button.setProperty("segment", parts.get(place, "middle"))
    group = QWidget()
    build_row(group, *buttons, spacing=0)
    return group


def keep_room(button: QPushButton) -> None:
    """Keep a button as wide as its text is while it is chosen, which is in a bolder font."""
    font = button.font()
    button.ensurePolished()
    plain = QFontMetrics(font).horizontalAdvance(button.text())
    font.setWeight(QFont.Weight.DemiBold)
    more = QFontMetrics(font).horizontalAdvance(button.text()) - plain
    button.setMinimumWidth(button.sizeHint().width() + max(more, 0) + GRID)


def icon_size() -> int:
    """Return the size of an icon that suits the text size, in pixels."""
    return find_icon_size(QFontMetrics(QGuiApplication.font()).height())


def notice_icon_size() -> int:
    """Return the size of the icon of a notice: the next larger one."""
    return next(size for size in ICON_SIZES if size > icon_size())


def set_icon(button: QPushButton, icon: QIcon, *, at_end: bool = False) -> None:
    """Set an icon with a gap drawn beside it, which a style sheet cannot do."""
    size = icon_size()
    padded = QIcon()
    for ratio in sorted({*PIXEL_RATIOS, *map(ceil, list_pixel_ratios())}):
        pixmap = QPixmap(QSize(size + ICON_GAP, size) * ratio)
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        left = ICON_GAP * ratio if at_end else 0
        icon.paint(painter, QRect(left, 0, size * ratio, size * ratio))
        painter.end()
        padded.addPixmap(pixmap)
    button.setIcon(padded)
    button.setIconSize(QSize(size + ICON_GAP, size))
