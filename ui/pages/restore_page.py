"""The page "Restore from a backup": all backups by proposal, what is in one, and the way back."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ..i18n import plurals
from ..theme.theme import COLUMN_WIDTH, GRID, Theme, set_role
from ..widgets.accessibility import set_accessible_name
from ..widgets.buttons import ButtonRow, WordsBesideButtons, push_button, text_button
from ..widgets.labels import break_addresses, wrapped_label
from ..widgets.layouts import FlowGrid, add_content, build_column, clear_layout, measure_again
from ..widgets.scroll_page import PageWithBack

FEW = 3
"""Backups of a proposal that are shown at first, the newest."""
LEAST_TEXT = GRID * 36
"""Pixels of a text that has its buttons beside it."""


PART_WIDTH = 40
"""Average characters of what is said of a part of the form."""


class BackupText(Struct, frozen=True):
    """The words of a backup: when and where it was made, how full it is, and what is in it.

    `parts` are those of the form. One that is `is_damaged` cannot be restored.
    """

    path: Path
    title: str
    detail: str
    lines: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    is_damaged: bool = False


class ProposalText(Struct, frozen=True):
    """The words of a proposal with backups; `count` is the number of all of them."""

    id: str
    title: str
    detail: str
    backups: tuple[BackupText, ...]
    count: int


class BackupRow(QWidget):
    """One backup: its words, and the buttons to look and to restore beside or below them."""

    restore_requested = Signal(object)

    def __init__(self, words: BackupText, theme: Theme) -> None:
        super().__init__()
        self.words = words
        title = wrapped_label(words.title, "label")
        detail = wrapped_label(words.detail, "warm" if words.is_damaged else "quiet")
        texts = QWidget()
        build_column(texts, title, detail, spacing=0.25)
        texts.setMinimumWidth(LEAST_TEXT)
        self.look_button = push_button(theme.accent_icon("eye"), "", clicked=self._switch)
        self.restore_button = push_button(
            theme.icon("archive-restore"), self.tr("Restore"), clicked=self._on_restore
        )
        set_accessible_name(self.restore_button, f"{self.restore_button.text()}: {words.title}")
        self.summary = QFrame()
        set_role(self.summary, "side")
        parts = FlowGrid(PART_WIDTH)
        parts.show_cells(tuple(map(wrapped_label, words.parts)))
        lines = map(wrapped_label, words.lines)
        build_column(self.summary, *lines, parts, margins=(2, 1, 2, 1), spacing=0.5)
        self.summary.hide()
        buttons = ButtonRow(self.look_button, self.restore_button)
        for button in (self.look_button, self.restore_button):
            button.setHidden(words.is_damaged)
        build_column(self, WordsBesideButtons(texts, buttons), self.summary, margins=(0, 1, 0, 1))
        self._name_button()

    def _switch(self) -> None:
        """Show what is in the backup, or hide it."""
        self.summary.setVisible(self.summary.isHidden())
        self._name_button()
        measure_again(self)

    def _name_button(self) -> None:
        text = self.tr("Look") if self.summary.isHidden() else self.tr("Hide")
        self.look_button.setText(text)
        set_accessible_name(self.look_button, f"{text}: {self.words.title}")

    def _on_restore(self) -> None:
        self.restore_requested.emit(self.words.path)


class ProposalCard(QFrame):
    """The backups of one proposal: the newest few, or all."""

    restore_requested = Signal(object)
    all_requested = Signal(str)
    """The id of a proposal of which all backups are to be shown."""

    def __init__(self, words: ProposalText, theme: Theme) -> None:
        super().__init__()
        set_role(self, "card")
        self.words, self._theme = words, theme
        self.rows: list[BackupRow] = []
        self._list = build_column(None, spacing=0)
        self.all_button = text_button(
            plurals.all_backups(words.count), self._on_all_requested, "link"
        )
        set_accessible_name(self.all_button, f"{self.all_button.text()}: {words.title}")
        heading = wrapped_label(words.title, "heading")
        detail = wrapped_label(words.detail, "quiet")
        column = build_column(self, heading, detail, margins=(2, 2, 2, 1), spacing=0.25)
        detail.setHidden(not words.detail)
        column.addLayout(self._list)
        column.addWidget(ButtonRow(self.all_button))
        self.show_words(words)

    def show_words(self, words: ProposalText) -> None:
        """Show these backups, more of the same proposal, in place of those before."""
        if self.rows and words == self.words:
            return
        self.words = words
        had_focus = self.all_button.hasFocus()
        shown = len(self.rows)
        clear_layout(self._list)
        self.rows = [BackupRow(one, self._theme) for one in words.backups]
        for row in self.rows:
            row.restore_requested.connect(self.restore_requested)
        add_content(self._list, *self.rows)
        self.all_button.setHidden(len(self.rows) >= words.count)
        if had_focus and shown < len(self.rows):
            self.rows[shown].look_button.setFocus()

    def _on_all_requested(self) -> None:
        self.all_requested.emit(self.words.id)


class RestorePage(PageWithBack):
    """All backups that were found; one is looked at, or restored as a new file."""

    restore_requested = Signal(object)
    """The path of a backup."""
    all_requested = Signal(str)
    folder_requested = Signal()
    """Backups of another folder are to be shown too."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, max_width=COLUMN_WIDTH * 5 // 4)
        self._theme = theme
        self.cards: dict[str, ProposalCard] = {}
        self.set_title(self.tr("Restore from a backup"))
        intro = self.tr(
            "A backup is restored as a new file. Your proposals stay as they are, and the backup "
            "too."
        )
        self.folder_button = push_button(
            theme.icon("folder-open"),
            self.tr("Look in another folder…"),
            clicked=self.folder_requested,
        )
        self.places_label = wrapped_label("", "mark")
        self.status_label = wrapped_label(self.tr("Looking for backups…"), "quiet")
        self._list = build_column(None, spacing=2)
        add_content(
            self.column,
            wrapped_label(intro),
            self.places_label,
            ButtonRow(self.folder_button),
            self.status_label,
        )
        self.column.addSpacing(GRID)
        self.column.addLayout(self._list)

    def show_places(self, places: Iterable[str]) -> None:
        """Say where backups are looked for."""
        text = self.tr("Places: {}").format(", ".join(places))
        self.places_label.setText(break_addresses(text))

    def show_proposals(self, proposals: tuple[ProposalText, ...], missing: str = "") -> None:
        """Show the backups that were found; `missing` says what could not be reached."""
        shown = [(one.words.id, one.words.title, one.words.count) for one in self.cards.values()]
        if shown == [(one.id, one.title, one.count) for one in proposals]:
            for one in proposals:
                self.cards[one.id].show_words(one)
        else:
            self._build_cards(proposals)
        none = self.tr(
            "There are no backups here. Erasmus Desk makes one a day on this computer, and more in "
            "a second place that you choose in Preferences."
        )
        text = " ".join(filter(None, (missing, "" if proposals else none)))
        self.status_label.setText(text)
        self.status_label.setVisible(bool(text))

    def _build_cards(self, proposals: Iterable[ProposalText]) -> None:
        clear_layout(self._list)
        self.cards = {one.id: ProposalCard(one, self._theme) for one in proposals}
        for card in self.cards.values():
            card.restore_requested.connect(self.restore_requested)
            card.all_requested.connect(self.all_requested)
        add_content(self._list, *self.cards.values())
