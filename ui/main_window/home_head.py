"""The head of the home page: the name of the program, and the ways to begin."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from ..theme.theme import GRID, Theme, find_text_scale
from ..widgets.buttons import ButtonRow, WrappingRow, more_button, push_button
from ..widgets.key_button import KeyButton
from ..widgets.labels import wrapped_label
from ..widgets.layouts import build_column, build_row
from ..widgets.steady_bar import BAR_SPARE

LEAST_NAME, SHORT_NAME = 360, 232
"""Pixels at 100 % of the name of the program with its icon, and without the introduction."""


class _Ways(ButtonRow):
    """The buttons to begin, side by side wherever there is room."""

    def sizeHint(self) -> QSize:
        """Return the width for one row."""
        return QSize(self.needed_width(), super().sizeHint().height())


class HomeHead(WrappingRow):
    """The name of the program, and the ways to begin beside it or below it.

    Where the rarer ways have no room beside the name, one button has a menu of them.
    """

    def __init__(self, theme: Theme, title: QLabel) -> None:
        super().__init__()
        self._theme = theme
        self.intro_label = wrapped_label(
            self.tr("Write your Erasmus+ partnership proposal offline and save it as a Word file."),
            "quiet",
        )
        self.new_button = KeyButton(theme, "plus", self.tr("New proposal"), "Ctrl+N", "primary")
        self.open_button = KeyButton(theme, "folder-open", self.tr("Open…"), "Ctrl+O")
        self.earlier_button = push_button(
            theme.icon("file-input"), self.tr("Start from an earlier Word proposal…"), "flat"
        )
        self.backups_button = push_button(
            theme.icon("archive-restore"), self.tr("Restore from a backup…"), "flat"
        )
        self._rarer = (self.earlier_button, self.backups_button)
        self._ways = _Ways(*self._rarer, self.open_button, self.new_button)
        self._more_button: QToolButton | None = None
        self._least = LEAST_NAME
        self._has_room = True
        """Whether the rarer ways have room beside the name."""
        name = self._build_name(title)
        self.widgets = (name, self._ways)
        self.row.setSpacing(GRID * 2)
        self.row.addWidget(name, 1)
        self.row.addWidget(self._ways)

    def _build_name(self, title: QLabel) -> QWidget:
        size = int(GRID * 6 * find_text_scale(title))
        sign = QLabel(pixmap=QGuiApplication.windowIcon().pixmap(size, size))
        names = build_column(None, title, self.intro_label, spacing=0)
        name = QWidget()
        row = build_row(name, sign, spacing=2)
        row.addLayout(names, 1)
        row.setAlignment(names, Qt.AlignmentFlag.AlignVCenter)
        return name

    def show_narrow(self, *, is_narrow: bool) -> None:
        """Show the name without the introduction, and the buttons without their keys."""
        for button in (self.open_button, self.new_button):
            button.show_keys(is_shown=not is_narrow)
        self.intro_label.setVisible(not is_narrow)
        self._least = SHORT_NAME if is_narrow else LEAST_NAME
        self.arrange()

    def needed_width(self) -> int:
        """Return the width at which the name has room beside the buttons."""
        return self._ways.needed_width() + int(self._least * find_text_scale(self))

    def arrange(self) -> None:
        """Show the rarer ways, or the button with their menu; put the ways beside the name."""
        buttons = (*self._rarer, self.open_button, self.new_button)
        for button in buttons:
            # Before the style sheet is applied, a new button has the size of plain text.
            button.ensurePolished()
        widths = sum(one.sizeHint().width() + self._ways.row.spacing() for one in buttons)
        name = int(self._least * find_text_scale(self))
        # They come back only with more room than a scroll bar takes: it comes and goes with them.
        spare = -self._ways.row.spacing() if self._has_room else BAR_SPARE
        has_room = name + widths + spare <= self.width()
        if has_room != self._has_room:
            # First of all: what is hidden or shown may arrange the row again.
            self._has_room = has_room
            self._show_rarer(is_shown=has_room)
        super().arrange()

    def _show_rarer(self, *, is_shown: bool) -> None:
        if self._more_button is None:
            self._more_button = more_button(self._theme.icon("ellipsis-vertical"), *self._rarer)
            self._ways.row.addWidget(self._more_button)
            self._ways.widgets = (*self._ways.widgets, self._more_button)
        for button in self._rarer:
            button.setVisible(is_shown)
        self._more_button.setHidden(is_shown)
