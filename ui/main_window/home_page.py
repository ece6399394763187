"""The home page: the proposals as cards, the ways to begin, calls and examples."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from ..theme.theme import GRID, Theme, find_text_scale
from ..widgets.buttons import ButtonRow, InnerRow, WrappingRow, icon_size, push_button
from ..widgets.key_button import KeyButton
from ..widgets.labels import break_addresses, marked_line, wrapped_label
from ..widgets.layouts import STRETCH, build_column, build_row
from ..widgets.scroll_page import ScrollPage
from .card_texts import ExampleText
from .draft_cards import DraftCard
from .home_side import HomeSide
from .proposal_list import ProposalList
from .recovery_list import RecoveryList
from .start_card import StartCard

WIDEST = 1440
SIDE_WIDTH = 320
LEAST_NAME, SHORT_NAME = 360, 256
"""Pixels at 100 % of the name of the program with its icon, and without the introduction."""
NARROW = 900
"""Pixels at 100 % of the page below which calls and examples are below the proposals."""


class HomePage(ScrollPage):
    """The page without an open draft."""

    new_requested = Signal()
    earlier_requested = Signal()
    """Start a new proposal from an earlier one in Word."""
    open_requested = Signal()
    backups_requested = Signal()
    """Restore from a backup."""

    def __init__(
        self, theme: Theme, examples: tuple[ExampleText, ...], folder: str, second: str = ""
    ) -> None:
        """Build the page; `examples` are offered as copies, `folder` is that of the proposals.

        `second` is that of the backups in a second place, if there is one.
        """
        super().__init__("", is_centred=True)
        self.limit_column(WIDEST)
        self._theme = theme
        self._is_narrow: bool | None = None
        self.proposals = ProposalList(theme)
        self.side = HomeSide(theme, examples)
        self.recoveries = RecoveryList(theme)
        """What is newer than its file."""
        left = build_column(
            None, self.proposals, *self._build_notes(folder, second), STRETCH, spacing=1.5
        )
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(GRID * 3)
        self._body.addLayout(left, 1)
        self._body.addWidget(self.side)
        self.column.addWidget(self._build_head())
        self.column.addWidget(self.recoveries)
        self.column.addSpacing(GRID * 2)
        self.column.addLayout(self._body)

    @property
    def cards(self) -> list[DraftCard]:
        """The cards or rows of the proposals."""
        return self.proposals.cards

    @property
    def start_cards(self) -> list[StartCard]:
        """The cards of the unfinished starts."""
        return self.proposals.start_cards

    def focus_first(self) -> None:
        """Set the focus on the button for a new proposal."""
        self.new_button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put calls and examples beside the proposals, or below them."""
        super().resizeEvent(event)
        scale = find_text_scale(self)
        is_narrow = event.size().width() < NARROW * scale
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        way = QBoxLayout.Direction
        self._body.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)
        self.side.setMaximumWidth(WIDEST * 2 if is_narrow else int(SIDE_WIDTH * scale))
        self.side.setMinimumWidth(0 if is_narrow else int(SIDE_WIDTH * scale))
        for button in (self.open_button, self.new_button):
            button.show_keys(is_shown=not is_narrow)
        self.intro_label.setVisible(not is_narrow)
        if is_narrow:
            self._head_column.addWidget(self._others)
        else:
            self._ways.row.insertWidget(0, self._others)
        beside = () if is_narrow else (self._others,)
        self._ways.widgets = (*beside, self.open_button, self.new_button)
        self._head.least = SHORT_NAME if is_narrow else LEAST_NAME

    def _build_head(self) -> QWidget:
        theme = self._theme
        self.set_title("Erasmus Desk")
        size = int(GRID * 6 * find_text_scale(self))
        sign = QLabel(pixmap=QGuiApplication.windowIcon().pixmap(size, size))
        self.intro_label = wrapped_label(
            self.tr("Write your Erasmus+ partnership proposal offline and save it as a Word file."),
            "quiet",
        )
        self.new_button = KeyButton(theme, "plus", self.tr("New proposal"), "Ctrl+N", "primary")
        self.new_button.clicked.connect(self.new_requested)
        self.open_button = KeyButton(theme, "folder-open", self.tr("Open…"), "Ctrl+O")
        self.open_button.clicked.connect(self.open_requested)
        self.earlier_button = push_button(
            theme.icon("file-input"),
            self.tr("Start from an earlier Word proposal…"),
            "flat",
            clicked=self.earlier_requested,
        )
        self.backups_button = push_button(
            theme.icon("archive-restore"),
            self.tr("Restore from a backup…"),
            "flat",
            clicked=self.backups_requested,
        )
        self._others = InnerRow(self.earlier_button, self.backups_button)
        names = build_column(None, self.title_label, self.intro_label, spacing=0)
        name = QWidget()
        row = build_row(name, sign, spacing=2)
        row.addLayout(names, 1)
        row.setAlignment(names, Qt.AlignmentFlag.AlignVCenter)
        self._ways = _Ways(self.open_button, self.new_button)
        self._head = _Head(name, self._ways)
        head = QWidget()
        self._head_column = build_column(head, self._head)
        return head

    def _build_notes(self, folder: str, second: str) -> tuple[QWidget, ...]:
        where = self.tr("Everything is on this computer, in {}.").format(folder)
        drop = self.tr("You can drop a proposal file or a reviewed Word file on this window.")
        notes = [("hard-drive", where), ("inbox", drop)]
        if second:
            backups = self.tr("Backups are also in {}.").format(second)
            notes.insert(1, ("archive-restore", break_addresses(backups)))
        icons, quiet, size = self._theme.icons, self._theme.colours.quiet, icon_size()
        return tuple(
            marked_line(
                QLabel(pixmap=icons.icon(icon, quiet).pixmap(size, size)),
                wrapped_label(text, "mark"),
            )
            for icon, text in notes
        )


class _Ways(ButtonRow):
    """The buttons to begin, side by side wherever there is room."""

    def sizeHint(self) -> QSize:
        """Return the width for one row."""
        return QSize(self.needed_width(), super().sizeHint().height())


class _Head(WrappingRow):
    """The name of the program, and the ways to begin beside it or below it."""

    def __init__(self, name: QWidget, buttons: _Ways) -> None:
        super().__init__(name, buttons)
        self._buttons = buttons
        self.least = LEAST_NAME
        """Pixels at 100 % for the name."""
        self.row.setSpacing(GRID * 2)
        self.row.addWidget(name, 1)
        self.row.addWidget(buttons)

    def needed_width(self) -> int:
        """Return the width at which the name has room beside the buttons."""
        return self._buttons.needed_width() + int(self.least * find_text_scale(self))
