"""The bar above the editor: title, deadline, save status, and buttons to check and export."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from erasmus_desk.draft.computed import find_applicant_name
from erasmus_desk.draft.visibility import find_deadline

from ..i18n.dates import format_deadline
from ..session.autosave import SaveState, SaveStatus
from ..session.session import Session
from ..theme.theme import GRID, Theme, set_role
from ..widgets.buttons import push_button, tool_button
from ..widgets.labels import wrapped_label

MAX_TITLE_WIDTH = 1.8
"""Widths of its label that a title may have and still wrap to two lines."""


class TopBar(QFrame):
    """Shows which draft is open and how it is saved; its buttons emit signals."""

    home_requested = Signal()
    checks_requested = Signal()
    export_requested = Signal()
    guidance_requested = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        set_role(self, "side")
        self._session = session
        self._titles = ("", "")
        """The full title, and the short one for a narrow bar."""
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        row.setSpacing(GRID)
        self.home_button = tool_button(theme.icon("house"), self.tr("Home"))
        self.home_button.clicked.connect(self.home_requested)
        row.addWidget(self.home_button)
        text = QVBoxLayout()
        text.setSpacing(0)
        self.title_label = wrapped_label("", "heading")
        self.title_label.setMinimumWidth(GRID * 20)
        self.below_label = wrapped_label("", "quiet")
        text.addWidget(self.title_label)
        text.addWidget(self.below_label)
        row.addLayout(text, 1)
        self.saved_label = QLabel()
        self.saved_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        set_role(self.saved_label, "quiet")
        row.addWidget(self.saved_label)
        self.check_button = push_button(theme.icon("clipboard-check"), self.tr("Check"))
        self.check_button.clicked.connect(self.checks_requested)
        self.word_button = push_button(theme.icon("file-text"), self.tr("Word"))
        self.word_button.clicked.connect(self.export_requested)
        self.guidance_button = tool_button(theme.icon("panel-right"), self.tr("Guidance"))
        self.guidance_button.clicked.connect(self.guidance_requested)
        for button in (self.check_button, self.word_button, self.guidance_button):
            row.addWidget(button)
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the present title, applicant and deadline."""
        draft, pack, texts = self._session.draft, self._session.pack, self._session.texts
        title = draft.text(pack.role("title")) or self.tr("Untitled proposal")
        acronym = draft.text(pack.role("acronym"))
        shown = f"{acronym} – {title}" if acronym and acronym not in title else title
        self._titles = (shown, acronym or shown)
        self._fit_title()
        kind = texts.get(f"kind.{draft.text(pack.role('kind'))}.short")
        due = find_deadline(draft, pack)
        parts = (
            find_applicant_name(draft, pack) or "",
            texts.get("pack.short"),
            kind,
            format_deadline(due.at, texts.language) if due else "",
        )
        below = "   ·   ".join(part for part in parts if part)
        if self.below_label.text() != below:
            self.below_label.setText(below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the title to the new width."""
        super().resizeEvent(event)
        self._fit_title()

    def _fit_title(self) -> None:
        """Show the full title on at most two lines, else the acronym alone."""
        whole, short = self._titles
        metrics = QFontMetrics(self.title_label.font())
        is_long = metrics.horizontalAdvance(whole) > MAX_TITLE_WIDTH * self.title_label.width()
        shown = short if is_long else whole
        if self.title_label.text() != shown:
            self.title_label.setText(shown)
        self.title_label.setToolTip(whole)
        self.title_label.setAccessibleName(whole)

    def show_status(self, status: SaveStatus) -> None:
        """Show the save status in words."""
        if status.state is SaveState.FAILED:
            self.saved_label.setText(self.tr("Not saved"))
        elif status.state is SaveState.TYPING or status.at is None:
            self.saved_label.setText(self.tr("Saving…"))
        else:
            at = status.at.astimezone().strftime("%H:%M")
            self.saved_label.setText(self.tr("Saved {}").format(at))
        role = "warm" if status.state is SaveState.FAILED else "quiet"
        if self.saved_label.property("role") != role:
            set_role(self.saved_label, role)
