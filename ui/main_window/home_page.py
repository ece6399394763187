"""The home page: cards of drafts, and the ways to begin.

What the home page says about each draft.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
)

from erasmus_desk import progress
from erasmus_desk.call.library import Library
from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Draft
from erasmus_desk.draft.review_state import Sending
from erasmus_desk.draft.visibility import deadline
from erasmus_desk.errors import PackError
from erasmus_desk.i18n import formats
from erasmus_desk.i18n.messages import Sentences
from erasmus_desk.storage.drafts import Listed

from ..pages.base import Page
from ..qt_support import put
from ..theme.theme import GRID, Look, set_role
from ..widgets.accessibility import name
from ..widgets.buttons import push_button
from ..widgets.labels import wrapped
from .top_bar import days_to


class CardWords(Struct, frozen=True):
    """What a card of a draft says; `share` is how far it is, from 0 to 1, or unknown."""

    path: Path
    title: str
    lines: tuple[str, ...]
    share: float | None
    share_words: str
    is_readable: bool = True


def example_titles(folder: Path, language: str) -> tuple[tuple[str, Path], ...]:
    """Name the shipped examples, with their files.

    Their titles lie beside them (`titles.en.tsv`: file and title): to read the examples and
    the call they are written for would take longer than all else on the page.
    """
    titles = (folder / f"titles.{language}.tsv").read_text(encoding="utf-8")
    rows = (line.partition("\t") for line in titles.splitlines())
    return tuple((title, folder / name) for name, _, title in rows)


class DraftCard(QFrame):
    """One draft; click it or press Enter on it to open it."""

    opened = Signal(object)

    def __init__(self, words: CardWords, look: Look, icon: str = "file-text") -> None:
        """Build the card; its icon says what it is a card of."""
        super().__init__()
        self.words = words
        set_role(self, "card")
        put(self, focusPolicy="StrongFocus")
        said = (words.title, *words.lines, words.share_words)
        name(self, ". ".join(part for part in said if part))
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        row.setSpacing(GRID * 2)
        sign = QLabel()
        drawn = look.accent_icon(icon) if words.is_readable else look.warm_icon("octagon-alert")
        sign.setPixmap(drawn.pixmap(32, 32))
        put(sign, alignment="AlignLeft|AlignTop")
        row.addWidget(sign)
        text = QVBoxLayout()
        text.setSpacing(GRID // 2)
        text.addWidget(wrapped(words.title, "heading" if words.lines else "label"), 1)
        for line in words.lines:
            text.addWidget(wrapped(line, "quiet" if words.is_readable else "warm"))
        if words.share is not None:
            text.addLayout(self._progress(words))
        row.addLayout(text, 1)

    def _progress(self, words: CardWords) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(GRID)
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

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show by the cursor that a click does something."""
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open by a click."""
        super().mouseReleaseEvent(event)
        if event.button() is QtCore.Qt.MouseButton.LeftButton:
            self.opened.emit(self.words.path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter or the space bar."""
        keys = QtCore.Qt.Key
        if event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_Space):
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
        drawn = look.icons.icon("file-plus", look.colours.accent_text)
        self.new_button = push_button(drawn, self.tr("New proposal"), "primary")
        self.new_button.clicked.connect(self.new_wanted)
        self.open_button = push_button(look.icon("folder-open"), self.tr("Open …"))
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
        self.empty_label.hide()
        self.column.addWidget(self.empty_label)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GRID)
        self.column.addLayout(self._cards)
        self.column.addSpacing(GRID * 2)
        self.column.addWidget(wrapped(self.tr("Examples"), "heading"))
        self.column.addWidget(
            wrapped(self.tr("Complete, invented proposals. You get a copy to play with."), "quiet")
        )
        self.example_cards: list[DraftCard] = []
        for title, path in examples:
            self._add_example(title, path)

    def _add_example(self, title: str, path: Path) -> None:
        card = DraftCard(CardWords(path, title, (), None, ""), self._look, "book-open")
        card.opened.connect(self.example_wanted)
        self.example_cards.append(card)
        self.column.addWidget(card)

    def focus_first(self) -> None:
        """Put the keyboard focus on the first thing to do."""
        self.new_button.setFocus()

    def show_cards(self, cards: tuple[CardWords, ...]) -> None:
        """Show these drafts, or say that there are none; before, the page says neither."""
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


def card_words(one: Listed, library: Library, sentences: Sentences, language: str) -> CardWords:
    """Say what a draft is about, or why it cannot be opened."""
    if one.draft is None:
        told = sentences.error(one.error) if one.error else None
        lines = (told.what, told.do) if told else ()
        return CardWords(one.path, one.path.name, lines, None, "", is_readable=False)
    try:
        pack = library.pack(one.draft.pack.id)
        texts = library.texts(pack.id, language)
    except PackError as problem:
        told = sentences.error(problem)
        lines = (told.what, told.do)
        return CardWords(one.path, one.path.name, lines, None, "", is_readable=False)
    draft = one.draft
    tally = progress.flow(draft, pack).tally
    due = deadline(draft, pack)
    kind = texts.get(f"kind.{draft.text(pack.role('kind'))}.short")
    edited = QCoreApplication.translate("Cards", "last edited {}").format(
        formats.moment(one.modified.astimezone(), language)
    )
    about = (texts.get("pack.short"), kind, days_to(due.at, language) if due else "")
    lines = ("   ·   ".join(part for part in about if part), f"{edited}   ·   {one.path.name}")
    waiting = review_state.away(draft)
    if waiting:
        lines = (*lines, _away(waiting, language))
    share = QCoreApplication.translate("Cards", "{0} of {1} required answers").format(
        tally.required_answered, tally.required
    )
    return CardWords(one.path, draft_title(draft, pack.role("title")), lines, tally.share, share)


def _away(waiting: tuple[Sending, ...], language: str) -> str:
    """Say who has a Word file of the draft, and by when the first of them answers."""
    names = ", ".join(dict.fromkeys(one.to for one in waiting if one.to))
    said = QCoreApplication.translate("Cards", "away with {}").format(names)
    days = [one.reply_by for one in waiting if one.reply_by is not None]
    if not days:
        return said
    due = QCoreApplication.translate("Cards", "answer by {}").format(
        formats.day(min(days), language)
    )
    return f"{said}   ·   {due}"


def draft_title(draft: Draft, role: str) -> str:
    """Give the title of a draft, or words for a draft without one."""
    return draft.text(role) or QCoreApplication.translate("Cards", "Untitled proposal")
