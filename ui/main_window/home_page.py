"""The home page: a card for each draft, and the ways to begin."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
)

from ..theme.theme import GRID, Theme, set_role
from ..widgets.accessibility import set_accessible_name
from ..widgets.buttons import push_button
from ..widgets.labels import wrapped_label
from ..widgets.layouts import clear_layout
from ..widgets.scroll_page import ScrollPage
from .card_texts import CardText


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

    def __init__(self, words: CardText, theme: Theme, icon: str = "file-text") -> None:
        """Build the card, with the icon of that name."""
        super().__init__()
        self.words = words
        set_role(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        said = (words.title, *words.lines, words.share_text)
        set_accessible_name(self, ". ".join(part for part in said if part))
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        row.setSpacing(GRID * 2)
        sign = QLabel()
        drawn = theme.accent_icon(icon) if words.is_readable else theme.warm_icon("octagon-alert")
        sign.setPixmap(drawn.pixmap(32, 32))
        sign.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        row.addWidget(sign)
        text = QVBoxLayout()
        text.setSpacing(GRID // 2)
        text.addWidget(wrapped_label(words.title, "heading" if words.lines else "label"), 1)
        for line in words.lines:
            text.addWidget(wrapped_label(line, "quiet" if words.is_readable else "warm"))
        if words.share is not None:
            text.addLayout(self._progress(words))
        row.addLayout(text, 1)

    def _progress(self, words: CardText) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(GRID)
        bar = QProgressBar()
        bar.setRange(0, 100)
        bar.setValue(round(100 * (words.share or 0)))
        bar.setTextVisible(False)
        bar.setMaximumWidth(GRID * 30)
        bar.setAccessibleName(words.share_text)
        line.addWidget(bar)
        label = QLabel(words.share_text)
        set_role(label, "quiet")
        line.addWidget(label)
        line.addStretch(1)
        return line

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
        keys = Qt.Key
        if event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_Space):
            self.opened.emit(self.words.path)
        else:
            super().keyPressEvent(event)


class HomePage(ScrollPage):
    """The page without an open draft: buttons to start, drafts and examples as cards."""

    new_requested = Signal()
    open_requested = Signal()
    example_requested = Signal(object)
    draft_requested = Signal(object)

    def __init__(self, theme: Theme, examples: tuple[tuple[str, Path], ...]) -> None:
        """Build the page; `examples` are offered by name, as copies."""
        super().__init__("", is_centred=True)
        self.set_title(self.tr("Erasmus Desk"))
        self._theme = theme
        intro = self.tr(
            "Write your Erasmus+ partnership proposal offline and save it as a Word file."
        )
        self.column.addWidget(wrapped_label(intro, "quiet"))
        self.column.addSpacing(GRID * 2)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        drawn = theme.icons.icon("file-plus", theme.colours.accent_text)
        self.new_button = push_button(drawn, self.tr("New proposal"), "primary")
        self.new_button.clicked.connect(self.new_requested)
        self.open_button = push_button(theme.icon("folder-open"), self.tr("Open…"))
        self.open_button.clicked.connect(self.open_requested)
        row.addWidget(self.new_button)
        row.addWidget(self.open_button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addSpacing(GRID * 2)
        self.column.addWidget(wrapped_label(self.tr("Your proposals"), "heading"))
        self.empty_label = wrapped_label(
            self.tr("No proposals yet. Choose New proposal, or open an example first."), "quiet"
        )
        self.empty_label.hide()
        self.column.addWidget(self.empty_label)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GRID)
        self.column.addLayout(self._cards)
        self.column.addSpacing(GRID * 2)
        self.column.addWidget(wrapped_label(self.tr("Examples"), "heading"))
        self.column.addWidget(
            wrapped_label(
                self.tr("Complete example proposals with invented data. You open a copy."), "quiet"
            )
        )
        self.example_cards: list[DraftCard] = []
        for title, path in examples:
            self._add_example(title, path)

    def _add_example(self, title: str, path: Path) -> None:
        card = DraftCard(CardText(path, title, (), None, ""), self._theme, "book-open")
        card.opened.connect(self.example_requested)
        self.example_cards.append(card)
        self.column.addWidget(card)

    def focus_first(self) -> None:
        """Set the focus on the button for a new proposal."""
        self.new_button.setFocus()

    def show_cards(self, cards: tuple[CardText, ...]) -> None:
        """Show the cards of the drafts, or a text that there are none."""
        clear_layout(self._cards)
        for words in cards:
            card = DraftCard(words, self._theme)
            card.opened.connect(self.draft_requested)
            self._cards.addWidget(card)
        self.empty_label.setVisible(not cards)

    def cards(self) -> tuple[DraftCard, ...]:
        """Return the cards of the drafts."""
        found: list[DraftCard] = []
        for place in range(self._cards.count()):
            item = self._cards.itemAt(place)
            widget = item.widget() if item is not None else None
            if isinstance(widget, DraftCard):
                found.append(widget)
        return tuple(found)
