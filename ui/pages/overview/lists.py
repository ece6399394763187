"""The lists of the overview: next questions, award criteria, and who has a copy."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from erasmus_desk.draft import review_state
from erasmus_desk.draft.review_state import SharedCopy
from erasmus_desk.moments import to_local
from erasmus_desk.progress import CriterionProgress

from ...session.session import Session
from ...theme.theme import GRID, Theme
from ...widgets.buttons import ButtonRow, push_button, text_button
from ...widgets.labels import wrapped_label
from ...widgets.layouts import (
    add_content,
    build_column,
    build_row,
    clear_layout,
    list_widgets,
)
from ...widgets.popover import SourceDot
from ..question_texts import describe_pass_mark
from .cards import CopyRow, CriterionRow, HeadedCard, NextRow, build_words
from .model import NextQuestion

MAX_ROWS = 5
"""Next questions, and copies, that are shown; the rest is on their own pages."""


class NextCard(HeadedCard):
    """The questions to go to next, each with a jump."""

    chosen = Signal(object)
    """The key of a question, `None` for a finding at no answer."""
    export_requested = Signal()
    copying_requested = Signal()
    """The user wants to copy the answers into the online form."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.all_button = text_button(self.tr("All in Check"), role="link")
        self.set_heading(self.tr("Next questions to answer"), self.all_button)
        self._rows = build_column(None, spacing=0)
        self.column.addLayout(self._rows)
        self._theme = theme
        self.rows: tuple[NextRow, ...] = ()

    def show_next(self, items: tuple[NextQuestion, ...]) -> None:
        """Show these questions; the row that has the focus keeps it, or the first after it."""
        if self._rows.count() and tuple(row.item for row in self.rows) == items:
            return
        metrics = self.fontMetrics()
        widths = (
            max((metrics.horizontalAdvance(one.page) for one in items), default=0) + GRID,
            max((metrics.horizontalAdvance(one.note) for one in items), default=0) + GRID,
        )
        had_focus = [row.key for row in self.rows if row.hasFocus()]
        _clear(self._rows)
        self.rows = tuple(NextRow(one, self._theme, widths) for one in items)
        for row in self.rows:
            row.clicked.connect(self._on_clicked)
            # Before it is shown: the layouts around it would not hear of it until then.
            row.arrange(is_narrow=self.is_narrow)
        add_content(self._rows, *self.rows)
        if had_focus:
            same = (row for row in self.rows if row.key == had_focus[0])
            next(same, next(iter(self.rows), self.all_button)).setFocus()
        if not items:
            self._show_finished()

    def _show_finished(self) -> None:
        """Show that there is no question left, and what can be done with the proposal now."""
        icon = self._theme.icon
        words = build_words(self.tr("Nothing is missing or wrong."))
        export = push_button(icon("file-text"), self.tr("Save as Word"))
        export.clicked.connect(self.export_requested)
        copying = push_button(icon("clipboard-copy"), self.tr("Copy to the online form"))
        copying.clicked.connect(self.copying_requested)
        buttons = ButtonRow(export, copying)
        buttons.setContentsMargins(GRID, GRID, GRID, 0)
        add_content(self._rows, words, buttons)

    def arrange(self, *, is_narrow: bool) -> None:
        """Put what belongs together beside or below each other."""
        super().arrange(is_narrow=is_narrow)
        for row in self.rows:
            row.arrange(is_narrow=is_narrow)

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, NextRow):
            self.chosen.emit(row.key)


class CriteriaCard(HeadedCard):
    """The award criteria, each with a bar of its answers; it says nothing of their quality."""

    chosen = Signal(object)
    """The key of a question that counts for a criterion."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        criteria = session.pack.criteria
        self.rows = tuple(CriterionRow(one, session, theme) for one in criteria)
        note = self.tr("How many of the questions that count for each are answered")
        self.set_heading(self.tr("Award criteria"))
        add_content(self.column, build_words(note), *self.rows)
        self._add_pass_mark(session, theme)
        for row in self.rows:
            row.clicked.connect(self._on_clicked)
        if not criteria:
            self.hide()

    def _add_pass_mark(self, session: Session, theme: Theme) -> None:
        """Say which points are needed in all; nothing here gives points."""
        self.pass_mark_label = wrapped_label("", "quiet")
        text, source = describe_pass_mark(session.pack, session.texts)
        self.pass_mark_label.setText(f"{text} {source}")
        mark = session.pack.pass_mark
        # The dot has room around it, which reaches beyond the edge of the words.
        has_dot = mark is not None and not mark.evidence.is_confirmed
        line = build_row(None, spacing=0.5, margins=(0 if has_dot else 1, 0, 1, 0))
        if has_dot:
            dot = SourceDot(theme, text, source)
            line.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.pass_mark_label, 1)
        self.column.addLayout(line)
        if not text:
            self.pass_mark_label.hide()

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, CriterionRow) and row.key is not None:
            self.chosen.emit(row.key)

    def show_progress(self, criteria: tuple[CriterionProgress, ...]) -> None:
        """Show how many questions of each criterion are answered now."""
        for row, one in zip(self.rows, criteria, strict=True):
            row.show_progress(one)


class CopiesCard(HeadedCard):
    """Who has a Word file of the proposal, and who sent one back."""

    chosen = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.send_button = push_button(theme.icon("send"), self.tr("Send"))
        self.set_heading(self.tr("Who has a copy"), self.send_button)
        self._rows = build_column(None, spacing=0)
        self.column.addLayout(self._rows)
        self._session, self._theme = session, theme
        self.rows: tuple[CopyRow, ...] = ()

    def show_copies(self) -> None:
        """Show who still has a copy first, then who returned one last."""
        copies = review_state.list_shared_copies(self._session.draft)
        outstanding = [one for one in copies if not one.returned_at]
        returned = sorted((one for one in copies if one.returned_at), key=_returned_at)
        shown = [*outstanding, *reversed(returned)][:MAX_ROWS]
        if self._rows.count() and [row.copy for row in self.rows] == shown:
            return
        _clear(self._rows)
        today = to_local(datetime.now(UTC)).date()
        self.rows = tuple(CopyRow(one, self._session, self._theme, today) for one in shown)
        for row in self.rows:
            row.clicked.connect(self.chosen)
            row.below.arrange(is_narrow=self.is_narrow)
        add_content(self._rows, *self.rows)
        if not shown:
            nobody = self.tr("Nobody has a copy of this proposal yet.")
            self._rows.addWidget(build_words(nobody))

    def arrange(self, *, is_narrow: bool) -> None:
        """Put what belongs together beside or below each other."""
        super().arrange(is_narrow=is_narrow)
        for row in self.rows:
            row.below.arrange(is_narrow=is_narrow)


def _clear(layout: QVBoxLayout) -> None:
    """Remove the rows of a layout; they are out of sight before they are deleted."""
    for row in list_widgets(layout):
        row.hide()
    clear_layout(layout)


def _returned_at(copy: SharedCopy) -> str:
    return copy.returned_at
