"""What is beside the proposals on the home page: the calls included, and the examples."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame

from ..theme.theme import Theme, set_role
from ..widgets.buttons import text_button
from ..widgets.labels import wrapped_label
from ..widgets.layouts import STRETCH, ColumnWidget, add_content, build_column, clear_layout
from .card_texts import CallText, ExampleText
from .draft_cards import CallRow, ExampleRow


class HomeSide(ColumnWidget):
    """The calls included with their state and deadline, and the examples to open a copy of."""

    call_requested = Signal(str)
    add_requested = Signal()
    """A call is to be added from a file."""
    example_requested = Signal(object)

    def __init__(self, theme: Theme, examples: tuple[ExampleText, ...]) -> None:
        super().__init__(spacing=1.5)
        self._theme = theme
        self.call_rows: list[CallRow] = []
        self._calls, self._call_column = _build_card(self.tr("Calls included"))
        self.add_button = text_button(self.tr("Add a call…"), self.add_requested.emit, "link")
        self._calls.column.addWidget(self.add_button)
        self._calls.hide()
        example_card, column = _build_card(self.tr("Examples"))
        self.example_rows = [
            ExampleRow(words, theme, is_first=words is examples[0]) for words in examples
        ]
        for row in self.example_rows:
            row.opened.connect(self.example_requested)
        add_content(column, *self.example_rows)
        note = self.tr("Complete example proposals with invented data. You open a copy.")
        add_content(self.column, self._calls, example_card, wrapped_label(note, "mark"), STRETCH)

    def show_calls(self, calls: tuple[CallText, ...]) -> None:
        """Show the calls included."""
        clear_layout(self._call_column)
        self.call_rows = [
            CallRow(words, self._theme, is_first=words is calls[0]) for words in calls
        ]
        for row in self.call_rows:
            row.opened.connect(self.call_requested)
        add_content(self._call_column, *self.call_rows)
        self._calls.setVisible(bool(calls))


def _build_card(title: str) -> tuple[ColumnWidget, QBoxLayout]:
    """Return a heading with a card below it, and the column of the card."""
    card = QFrame()
    set_role(card, "card")
    column = build_column(card, margins=(1, 0.5, 1, 0.5), spacing=0)
    return ColumnWidget(wrapped_label(title, "heading"), card, spacing=1.5), column
