"""The choice of the call that a proposal is carried to."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ..pages.base import Card
from ..theme.theme import COLUMN_WIDTH, GRID, Theme
from ..widgets.labels import wrapped_label
from ..widgets.scroll_page import PageWithBack
from .card_texts import CallText
from .draft_cards import CallRow


class CarryChoicePage(PageWithBack):
    """The calls that take a proposal, with their state; Back leads to where the user was."""

    call_chosen = Signal(str)

    def __init__(self, calls: tuple[CallText, ...], own: str, theme: Theme) -> None:
        """Build the page; `own` is the call of the proposal."""
        super().__init__(theme, max_width=COLUMN_WIDTH)
        self.column.insertSpacing(1, GRID)
        self.set_title(self.tr("Carry to another call"))
        notes = (
            self.tr(
                "You get a new proposal. What fits the new call moves. What you must write again "
                "is marked until you have looked at it. What has no place is set aside in it."
            ),
            self.tr("The proposal that is open stays as it is."),
        )
        for note in notes:
            self.column.addWidget(wrapped_label(note, "quiet"))
        self.rows: list[CallRow] = []
        others = tuple(call for call in calls if call.id != own)
        self._add_calls(self.tr("Another call"), others, theme)
        same = tuple(call for call in calls if call.id == own)
        self._add_calls(self.tr("The same call another time"), same, theme)
        if not calls:
            none = self.tr(
                "A proposal for this call cannot be carried to any call in this program."
            )
            self.column.addWidget(wrapped_label(none))

    def focus_first(self) -> None:
        """Set the focus on the first call."""
        (self.rows[0] if self.rows else self.back_button).setFocus()

    def _add_calls(self, heading: str, calls: tuple[CallText, ...], theme: Theme) -> None:
        if not calls:
            return
        card = Card(margins=(1, 0.5, 1, 0.5), spacing=0)
        for words in calls:
            row = CallRow(words, theme, is_first=words is calls[0])
            row.opened.connect(self.call_chosen)
            self.rows.append(row)
            card.column.addWidget(row)
        self.column.addSpacing(GRID * 2)
        self.column.addWidget(wrapped_label(heading, "heading"))
        self.column.addWidget(card)
