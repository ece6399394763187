"""The bar above the desk: title, deadline, saved state, and the ways to check and export."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from erasmus_desk.draft.computed import applicant_name
from erasmus_desk.draft.visibility import deadline

from ..i18n import plurals
from ..i18n.value_text import day
from ..session.autosave import SaveState, SaveStatus
from ..session.session import Session
from ..theme.theme import GRID, Look, set_role
from ..widgets.buttons import push_button, tool_button
from ..widgets.labels import wrapped

LONG_AGO = 60
"""Days after which nobody counts the days since a deadline."""
ROOM = 1.8
"""Widths of its label that a title may have and still wrap to two lines."""


class TopBar(QFrame):
    """Says what is open and how it stands; its buttons ask, the window acts."""

    home_wanted = Signal()
    check_wanted = Signal()
    word_wanted = Signal()
    guidance_wanted = Signal()

    def __init__(self, session: Session, look: Look) -> None:
        """Build the bar for a session."""
        super().__init__()
        set_role(self, "side")
        self._session = session
        self._titles = ("", "")
        """The title in full, and what stands for it where there is no room."""
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        row.setSpacing(GRID)
        self.home_button = tool_button(look.icon("house"), self.tr("Home"))
        self.home_button.clicked.connect(self.home_wanted)
        row.addWidget(self.home_button)
        text = QVBoxLayout()
        text.setSpacing(0)
        self.title_label = wrapped("", "heading")
        self.title_label.setMinimumWidth(GRID * 20)
        self.below_label = wrapped("", "quiet")
        text.addWidget(self.title_label)
        text.addWidget(self.below_label)
        row.addLayout(text, 1)
        self.saved_label = QLabel()
        self.saved_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        set_role(self.saved_label, "quiet")
        row.addWidget(self.saved_label)
        self.check_button = push_button(look.icon("clipboard-check"), self.tr("Check"))
        self.check_button.clicked.connect(self.check_wanted)
        self.word_button = push_button(look.icon("file-text"), self.tr("Word"))
        self.word_button.clicked.connect(self.word_wanted)
        self.guidance_button = tool_button(look.icon("panel-right"), self.tr("Guidance"))
        self.guidance_button.clicked.connect(self.guidance_wanted)
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
        due = deadline(draft, pack)
        parts = (
            applicant_name(draft, pack) or "",
            texts.get("pack.short"),
            kind,
            days_to(due.at, texts.language) if due else "",
        )
        below = "   ·   ".join(part for part in parts if part)
        if self.below_label.text() != below:
            self.below_label.setText(below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the title as there is room for."""
        super().resizeEvent(event)
        self._fit_title()

    def _fit_title(self) -> None:
        """Show the whole title on two lines at most, else the acronym alone."""
        whole, short = self._titles
        metrics = QFontMetrics(self.title_label.font())
        is_long = metrics.horizontalAdvance(whole) > ROOM * self.title_label.width()
        shown = short if is_long else whole
        if self.title_label.text() != shown:
            self.title_label.setText(shown)
        self.title_label.setToolTip(whole)
        self.title_label.setAccessibleName(whole)

    def show_status(self, status: SaveStatus) -> None:
        """Show how saving stands, in words."""
        if status.state is SaveState.TROUBLE:
            self.saved_label.setText(self.tr("Not saved"))
        elif status.state is SaveState.TYPING or status.at is None:
            self.saved_label.setText(self.tr("Saving …"))
        else:
            at = status.at.astimezone().strftime("%H:%M")
            self.saved_label.setText(self.tr("Saved {}").format(at))
        role = "warm" if status.state is SaveState.TROUBLE else "quiet"
        if self.saved_label.property("role") != role:
            set_role(self.saved_label, role)


def days_to(moment: datetime, language: str) -> str:
    """Say how far a deadline is, before it or after; one long past is told by its date."""
    days = (moment.astimezone(UTC).date() - datetime.now(UTC).date()).days
    if days < -LONG_AGO:
        text = QCoreApplication.translate("TopBar", "deadline passed on {}")
        return text.format(day(moment.date(), language))
    return plurals.days_left(days) if days >= 0 else plurals.days_over(-days)
