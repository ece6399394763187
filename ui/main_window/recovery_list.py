"""What can be recovered, on the home page: a line for each proposal, and cards of lost files."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QWidget

from ..theme.theme import GRID, Theme, set_role
from ..widgets.accessibility import announce, set_accessible_name
from ..widgets.buttons import (
    ButtonLines,
    WordsBesideButtons,
    notice_icon_size,
    push_button,
    text_button,
)
from ..widgets.labels import wrapped_label
from ..widgets.layouts import STRETCH, add_content, build_column, build_row, clear_layout

ABOVE = GRID * 3 // 2
"""Pixels above the words, between them and the buttons below them, and below those."""
LEAST_TEXT = GRID * 36
"""Pixels of a text that has its buttons beside it."""
BRING_BACK, REMOVE = "bring-back", "remove"


class RecoveryText(Struct, frozen=True):
    """The words of one offer: what is newer, from when and where, and the answers to it."""

    id: str
    title: str
    detail: str
    answers: tuple[tuple[str, str], ...]
    is_settled: bool = False


class LostText(Struct, frozen=True):
    """The words of a proposal whose file is gone."""

    id: str
    title: str
    path: Path
    lines: tuple[str, ...]
    changed: datetime


class RecoveryLine(QFrame):
    """One offer: a bar, the words, and its buttons beside or below them."""

    answered = Signal(str, str)

    def __init__(self, words: RecoveryText, theme: Theme) -> None:
        super().__init__()
        self.words = words
        set_role(self, "card")
        bar = QFrame()
        set_role(bar, "accent" if words.is_settled else "warm-bar")
        bar.setFixedWidth(GRID // 2)
        colours, size = theme.colours, notice_icon_size()
        shown = ("info", colours.accent) if words.is_settled else ("life-buoy", colours.warm)
        icon = theme.icons.icon(*shown, size)
        sign = QLabel(pixmap=icon.pixmap(size, size))
        self.title_label = wrapped_label(words.title, "label")
        self.detail_label = wrapped_label(words.detail, "quiet")
        if not words.detail:
            self.detail_label.hide()
        texts = QWidget()
        build_column(texts, self.title_label, self.detail_label, STRETCH, spacing=0.25)
        texts.setMinimumWidth(LEAST_TEXT)
        self.buttons = [self._build_button(answer, label) for answer, label in words.answers]
        self._across = WordsBesideButtons(texts, ButtonLines(*self.buttons))
        self._across.row.setSpacing(ABOVE)
        row = build_row(self, bar, margins=(0, 0, 2, 0), spacing=1.5)
        # Beside the words, also where the buttons are below them.
        sign.setContentsMargins(0, ABOVE, 0, 0)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        within = build_column(None, self._across, margins=(0, ABOVE / GRID, 0, ABOVE / GRID))
        row.addLayout(within, 1)
        set_accessible_name(self, f"{words.title} {words.detail}")

    def _build_button(self, answer: str, label: str) -> QWidget:
        button = text_button(label, self._on_answer)
        button.setObjectName(answer)
        set_accessible_name(button, f"{label}: {self.words.title}")
        return button

    def _on_answer(self) -> None:
        self.answered.emit(self.words.id, self.sender().objectName())


class RecoveryList(QWidget):
    """The offers of all proposals, each with its own answer."""

    answered = Signal(str, str)
    """The id of the offer, and the answer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lines: list[RecoveryLine] = []
        self._column = build_column(self, margins=(0, 2, 0, 0))
        self.hide()

    def show_texts(self, texts: tuple[RecoveryText, ...]) -> None:
        """Show these offers in place of those before; the focus stays at the first of them."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        clear_layout(self._column)
        self.lines = [RecoveryLine(words, self._theme) for words in texts]
        for line in self.lines:
            line.answered.connect(self.answered)
        add_content(self._column, *self.lines)
        self.setVisible(bool(self.lines))
        if had_focus and self.lines:
            self.lines[0].buttons[0].setFocus()
        announce(self, " ".join(f"{words.title} {words.detail}" for words in texts))


class LostCard(QFrame):
    """A proposal whose file is gone; it can be brought back from its history."""

    answered = Signal(str, str)
    """The id of the proposal, and the answer."""

    def __init__(self, words: LostText, theme: Theme) -> None:
        super().__init__()
        self.words = words
        set_role(self, "unfinished")
        title = wrapped_label(words.title, "heading")
        about = wrapped_label(self.tr("The file is gone"), "warm")
        lines = [wrapped_label(line, "quiet") for line in words.lines]
        self.back_button = push_button(theme.accent_icon("undo-2"), self.tr("Bring back…"))
        self.back_button.setObjectName(BRING_BACK)
        self.remove_button = text_button(self.tr("Remove"), role="flat")
        self.remove_button.setObjectName(REMOVE)
        for button in (self.back_button, self.remove_button):
            button.clicked.connect(self._on_answer)
            set_accessible_name(button, f"{button.text()}: {words.title}")
        buttons = ButtonLines(self.back_button, self.remove_button)
        build_column(
            self, about, title, *lines, STRETCH, buttons, margins=(2, 2, 2, 2), spacing=0.5
        )

    def _on_answer(self) -> None:
        self.answered.emit(self.words.id, self.sender().objectName())
