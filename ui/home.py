"""The home page: cards of drafts, and the ways to begin."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)

from .access import name
from .labels import wrapped
from .pages.base import Page
from .theme import GRID, Look, set_role


@dataclass(frozen=True, slots=True)
class CardWords:
    """What a card of a draft says; `share` is how far it is, from 0 to 1, or unknown."""

    path: Path
    title: str
    lines: tuple[str, ...]
    share: float | None
    share_words: str
    is_readable: bool = True


class DraftCard(QFrame):
    """One draft; click it or press Enter on it to open it."""

    opened = Signal(object)

    def __init__(self, words: CardWords, look: Look) -> None:
        """Build the card."""
        super().__init__()
        self.words = words
        set_role(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        name(self, ". ".join((words.title, *words.lines, words.share_words)))
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        row.setSpacing(GRID * 2)
        icon = QLabel()
        drawn = (
            look.accent_icon("file-text") if words.is_readable else look.warm_icon("octagon-alert")
        )
        icon.setPixmap(drawn.pixmap(32, 32))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(GRID // 2)
        text.addWidget(wrapped(words.title, "heading"))
        for line in words.lines:
            text.addWidget(wrapped(line, "quiet" if words.is_readable else "warm"))
        if words.share is not None:
            text.addLayout(self._progress(words))
        row.addLayout(text, 1)

    def _progress(self, words: CardWords) -> QHBoxLayout:
        line = QHBoxLayout()
        bar = QProgressBar()
        bar.setRange(0, 100)
        bar.setValue(round(100 * (words.share or 0)))
        bar.setTextVisible(False)
        bar.setMaximumWidth(GRID * 30)
        bar.setAccessibleName(words.share_words)
        line.addWidget(bar)
        label = QLabel(words.share_words)
        set_role(label, "quiet")
        line.addWidget(label)
        line.addStretch(1)
        return line

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open by a click."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(self.words.path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter or the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.words.path)
        else:
            super().keyPressEvent(event)


class HomePage(Page):
    """Greets, offers to begin, and shows the drafts at hand."""

    new_wanted = Signal()
    open_wanted = Signal()
    example_wanted = Signal(object)
    draft_wanted = Signal(object)

    def __init__(self, look: Look, examples: tuple[tuple[str, Path], ...]) -> None:
        """Build the page; `examples` are offered by name, as copies."""
        super().__init__("", is_centred=True)
        self.set_title(self.tr("Erasmus Desk"))
        self._look = look
        intro = self.tr(
            "Write your Erasmus+ partnership proposal offline, and hand it over in Word."
        )
        self.column.addWidget(wrapped(intro, "quiet"))
        self.column.addSpacing(GRID * 2)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        self.new_button = QPushButton(
            look.icons.icon("file-plus", look.colours.accent_text), self.tr("New proposal")
        )
        set_role(self.new_button, "primary")
        self.new_button.clicked.connect(self.new_wanted)
        self.open_button = QPushButton(look.icon("folder-open"), self.tr("Open …"))
        self.open_button.clicked.connect(self.open_wanted)
        row.addWidget(self.new_button)
        row.addWidget(self.open_button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addSpacing(GRID * 2)
        self.column.addWidget(wrapped(self.tr("Your proposals"), "heading"))
        self.empty_label = wrapped(
            self.tr("None yet. Begin with New proposal, or look at an example first."), "quiet"
        )
        self.column.addWidget(self.empty_label)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GRID)
        self.column.addLayout(self._cards)
        self.column.addSpacing(GRID * 2)
        self.column.addWidget(wrapped(self.tr("Examples"), "heading"))
        self.column.addWidget(
            wrapped(self.tr("Complete, invented proposals. You get a copy to play with."), "quiet")
        )
        self.example_buttons: list[QPushButton] = []
        for title, path in examples:
            self._add_example(title, path)

    def _add_example(self, title: str, path: Path) -> None:
        button = QPushButton(self._look.accent_icon("book-open"), title)
        button.setObjectName(str(path))
        set_role(button, "link")
        button.clicked.connect(self._on_example)
        self.example_buttons.append(button)
        self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def focus_first(self) -> None:
        """Put the keyboard focus on the first thing to do."""
        self.new_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_cards(self, cards: tuple[CardWords, ...]) -> None:
        """Show these drafts."""
        while (old := self._cards.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.deleteLater()
        for words in cards:
            card = DraftCard(words, self._look)
            card.opened.connect(self.draft_wanted)
            self._cards.addWidget(card)
        self.empty_label.setVisible(not cards)

    def cards(self) -> tuple[DraftCard, ...]:
        """Give the cards that are shown."""
        found: list[DraftCard] = []
        for place in range(self._cards.count()):
            item = self._cards.itemAt(place)
            widget = item.widget() if item is not None else None
            if isinstance(widget, DraftCard):
                found.append(widget)
        return tuple(found)

    def _on_example(self) -> None:
        self.example_wanted.emit(Path(self.sender().objectName()))
