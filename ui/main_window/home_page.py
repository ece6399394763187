"""The home page: a card for each draft, and the ways to begin."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar

from ..theme.theme import GRID, Theme, set_role
from ..widgets.accessibility import set_accessible_name
from ..widgets.buttons import ButtonRow, push_button, text_button
from ..widgets.labels import short_label, wrapped_label
from ..widgets.layouts import STRETCH, add_content, build_column, build_row, clear_layout
from ..widgets.scroll_page import ScrollPage
from .card_texts import CardText, StartText


def load_example_titles(folder: Path, language: str) -> tuple[tuple[str, Path], ...]:
    """Return titles and files of the shipped examples.

    The titles are in a file beside them (`titles.en.tsv`: file and title), because reading the
    examples and their call would take longer than everything else on the page.
    """
    titles = (folder / f"titles.{language}.tsv").read_text(encoding="utf-8")
    rows = (line.partition("\t") for line in titles.splitlines())
    return tuple((title, folder / name) for name, _, title in rows)


class DraftCard(QFrame):
    """The card of one draft; a click or Enter opens it."""

    opened = Signal(object)

    def __init__(self, words: CardText, theme: Theme, icon: str) -> None:
        super().__init__()
        self.words = words
        set_role(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        said = (words.title, *words.lines, words.share_text)
        set_accessible_name(self, ". ".join(part for part in said if part))
        drawn = theme.accent_icon(icon) if words.is_readable else theme.warm_icon("octagon-alert")
        sign = QLabel(pixmap=drawn.pixmap(32, 32))
        sign.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        row = build_row(self, sign, margins=(2, 2, 2, 2), spacing=2)
        text = build_column(None, spacing=0.5)
        text.addWidget(wrapped_label(words.title, "heading" if words.lines else "label"), 1)
        for line in words.lines:
            text.addWidget(wrapped_label(line, "quiet" if words.is_readable else "warm"))
        if words.share is not None:
            text.addLayout(self._progress(words))
        row.addLayout(text, 1)

    def _progress(self, words: CardText) -> QHBoxLayout:
        bar = QProgressBar(maximum=100, value=round(100 * (words.share or 0)), textVisible=False)
        bar.setMaximumWidth(GRID * 30)
        bar.setAccessibleName(words.share_text)
        return build_row(None, bar, short_label(words.share_text, "quiet"), STRETCH)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the cursor of a link."""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the draft on a click."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(self.words.path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the draft on Enter or the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.words.path)
        else:
            super().keyPressEvent(event)


class StartCard(QFrame):
    """The card of an unfinished start, which can be continued or removed."""

    continued = Signal(str)
    removed = Signal(str)

    def __init__(self, words: StartText, theme: Theme) -> None:
        super().__init__()
        self.words = words
        set_role(self, "unfinished")
        drawn = theme.icon("file-plus") if words.is_readable else theme.warm_icon("octagon-alert")
        sign = QLabel(pixmap=drawn.pixmap(32, 32))
        sign.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        row = build_row(self, sign, margins=(2, 2, 2, 2), spacing=2)
        text = build_column(None, spacing=0.5)
        text.addWidget(wrapped_label(words.title, "heading"), 1)
        for line in words.lines:
            text.addWidget(wrapped_label(line, "quiet" if words.is_readable else "warm"))
        self.continue_button = text_button(self.tr("Continue"), self._on_continue)
        self.remove_button = text_button(self.tr("Remove"), self._on_remove)
        if not words.is_readable:
            self.continue_button.hide()
        for button in (self.continue_button, self.remove_button):
            set_accessible_name(button, f"{button.text()}: {words.title}")
        text.addSpacing(GRID // 2)
        text.addWidget(ButtonRow(self.continue_button, self.remove_button))
        row.addLayout(text, 1)

    def _on_continue(self) -> None:
        self.continued.emit(self.words.id)

    def _on_remove(self) -> None:
        self.removed.emit(self.words.id)


class HomePage(ScrollPage):
    """The page without an open draft: buttons to start, drafts and examples as cards."""

    new_requested = Signal()
    earlier_requested = Signal()
    """Start a new proposal from an earlier one in Word."""
    open_requested = Signal()
    example_requested = Signal(object)
    draft_requested = Signal(object)
    start_requested = Signal(str)
    start_removed = Signal(str)

    def __init__(self, theme: Theme, examples: tuple[tuple[str, Path], ...]) -> None:
        """Build the page; `examples` are offered by name, as copies."""
        super().__init__("", is_centred=True)
        self.set_title(self.tr("Erasmus Desk"))
        self._theme = theme
        self.cards: list[DraftCard] = []
        """The cards of the drafts."""
        self.start_cards: list[StartCard] = []
        """The cards of the unfinished starts."""
        intro = self.tr(
            "Write your Erasmus+ partnership proposal offline and save it as a Word file."
        )
        drawn = theme.icons.icon("file-plus", theme.colours.accent_text)
        self.new_button = push_button(
            drawn, self.tr("New proposal"), "primary", clicked=self.new_requested
        )
        self.open_button = push_button(
            theme.icon("folder-open"), self.tr("Open…"), clicked=self.open_requested
        )
        self.earlier_button = push_button(
            theme.icon("file-input"),
            self.tr("Start from an earlier Word proposal…"),
            clicked=self.earlier_requested,
        )
        self.empty_label = wrapped_label(
            self.tr("No proposals yet. Choose New proposal, or open an example first."), "quiet"
        )
        self.empty_label.hide()
        self._start_column, self._card_column = build_column(None), build_column(None)
        note = self.tr("Complete example proposals with invented data. You open a copy.")
        self.example_cards = [
            self._build_card(
                CardText(path, title, (), None, ""), self.example_requested, "book-open"
            )
            for title, path in examples
        ]
        self.column.addWidget(wrapped_label(intro, "quiet"))
        self.column.addSpacing(GRID * 2)
        buttons = ButtonRow(self.new_button, self.open_button, self.earlier_button)
        self.column.addWidget(buttons)
        self.column.addSpacing(GRID * 2)
        heading = wrapped_label(self.tr("Your proposals"), "heading")
        add_content(self.column, heading, self.empty_label, self._start_column, self._card_column)
        self.column.addSpacing(GRID * 2)
        heading = wrapped_label(self.tr("Examples"), "heading")
        add_content(self.column, heading, wrapped_label(note, "quiet"), *self.example_cards)

    def _build_card(
        self, words: CardText, opened: SignalInstance, icon: str = "file-text"
    ) -> DraftCard:
        card = DraftCard(words, self._theme, icon)
        card.opened.connect(opened)
        return card

    def focus_first(self) -> None:
        """Set the focus on the button for a new proposal."""
        self.new_button.setFocus()

    def show_cards(self, cards: tuple[CardText, ...]) -> None:
        """Show the cards of the drafts, or a text that there are none."""
        clear_layout(self._card_column)
        self.cards = [self._build_card(words, self.draft_requested) for words in cards]
        add_content(self._card_column, *self.cards)
        self.show_emptiness()

    def show_emptiness(self) -> None:
        """Say that there is no proposal yet, if there is none."""
        self.empty_label.setVisible(not self.cards and not self.start_cards)

    def show_starts(self, starts: tuple[StartText, ...]) -> None:
        """Show the cards of the unfinished starts, above those of the drafts."""
        clear_layout(self._start_column)
        self.start_cards = [StartCard(words, self._theme) for words in starts]
        for card in self.start_cards:
            card.continued.connect(self.start_requested)
            card.removed.connect(self.start_removed)
        add_content(self._start_column, *self.start_cards)
