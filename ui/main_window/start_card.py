"""The card of a new proposal that was begun and is not created yet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from ..theme.theme import GRID, Theme, set_role
from ..widgets.accessibility import set_accessible_name
from ..widgets.buttons import ButtonLines, WordsBesideButtons, next_button, text_button
from ..widgets.labels import short_label, wrapped_label
from ..widgets.layouts import STRETCH, build_column, build_row
from ..widgets.share_bar import ShareBar
from .card_texts import StartText

EDITED_CHARACTERS = 16
"""Characters beside the buttons that say when it was changed."""


class StartCard(QFrame):
    """Shows what was chosen and where the user stopped; it can be continued or removed."""

    continued = Signal(str)
    removed = Signal(str)

    def __init__(self, words: StartText, theme: Theme) -> None:
        super().__init__()
        self.words = words
        set_role(self, "unfinished")
        role = "quiet" if words.is_readable else "warm"
        lines = [wrapped_label(line, role) for line in words.lines]
        about, title = wrapped_label(words.about, "mark"), wrapped_label(words.title, "heading")
        column = build_column(self, about, title, *lines, STRETCH)
        # Its words stand where those of the cards beside it do, which draw their own frame.
        column.setContentsMargins(*(GRID * 2 - 1,) * 4)
        column.setSpacing(4)
        if words.share is not None:
            bar = ShareBar(theme)
            bar.show_share(words.share, words.share_text)
            column.addSpacing(4)
            column.addLayout(build_row(None, bar, short_label(words.share_text, "mark")))
        self.continue_button = next_button(
            theme.accent_icon("arrow-right"), self.tr("Continue"), clicked=self._on_continue
        )
        self.remove_button = text_button(self.tr("Remove"), self._on_remove, "flat")
        if not words.is_readable:
            self.continue_button.hide()
        for button in (self.continue_button, self.remove_button):
            set_accessible_name(button, f"{button.text()}: {words.title}. {words.about}")
        column.addSpacing(4)
        edited = wrapped_label(words.edited, "mark")
        edited.setMinimumWidth(edited.fontMetrics().averageCharWidth() * EDITED_CHARACTERS)
        buttons = ButtonLines(self.remove_button, self.continue_button)
        column.addWidget(WordsBesideButtons(edited, buttons) if words.edited else buttons)

    def _on_continue(self) -> None:
        self.continued.emit(self.words.id)

    def _on_remove(self) -> None:
        self.removed.emit(self.words.id)
