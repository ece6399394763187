"""The home page: the proposals as cards, the ways to begin, calls and examples."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from ..theme.theme import GRID, Theme, find_text_scale
from ..widgets.buttons import icon_size
from ..widgets.labels import break_addresses, marked_line, wrapped_label
from ..widgets.layouts import STRETCH, build_column
from ..widgets.scroll_page import ScrollPage
from .card_texts import ExampleText
from .draft_cards import DraftCard
from .home_head import HomeHead
from .home_side import HomeSide
from .proposal_list import ProposalList
from .recovery_list import RecoveryList
from .start_card import StartCard

WIDEST = 1440
SIDE_WIDTH = 320
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
        # No more than the margin above: with a few pixels to scroll it would not stand whole in the
        # window of a laptop.
        super().__init__("", is_centred=True, below=2)
        self.limit_column(WIDEST)
        self._theme = theme
        self._is_narrow: bool | None = None
        self.proposals = ProposalList(theme, self)
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
        self.head = self._build_head()
        self.column.addWidget(self.head)
        self.column.addWidget(self.recoveries)
        self.column.addSpacing(GRID)
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
        self.head.show_narrow(is_narrow=is_narrow)

    def _build_head(self) -> HomeHead:
        self.set_title("Erasmus Desk")
        head = HomeHead(self._theme, self.take_title())
        self.new_button, self.open_button = head.new_button, head.open_button
        self.earlier_button, self.backups_button = head.earlier_button, head.backups_button
        for button, asked in (
            (self.new_button, self.new_requested),
            (self.open_button, self.open_requested),
            (self.earlier_button, self.earlier_requested),
            (self.backups_button, self.backups_requested),
        ):
            button.clicked.connect(asked)
        return head

    def _build_notes(self, folder: str, second: str) -> tuple[QWidget, ...]:
        where = self.tr("Everything is on this computer, in {}.").format(folder)
        drop = self.tr("You can drop a proposal, a reviewed Word file or a call on this window.")
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
