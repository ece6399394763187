"""The bar above the editor: title, deadline, save status, and buttons to check and export."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from erasmus_desk.draft.computed import find_applicant_name
from erasmus_desk.draft.model import Change
from erasmus_desk.draft.visibility import find_deadline
from erasmus_desk.i18n.formats import capitalise
from erasmus_desk.moments import to_local

from ..i18n.dates import find_weekday, format_deadline, format_recent, split_deadline
from ..i18n.joined import join_parts
from ..pages.question_texts import is_long_text
from ..session.save_status import SaveState, SaveStatus
from ..session.session import Session
from ..theme.theme import GRID, Theme, find_text_scale, set_role
from ..widgets.accessibility import set_accessible_name
from ..widgets.buttons import more_button, push_button, tool_button
from ..widgets.labels import NaturalLabel, short_label
from ..widgets.layouts import STRETCH, build_column, build_row
from .columns import is_narrow_for
from .saved_label import SavedLabel

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MAX_TITLE_WIDTH = 1.8
"""Widths of its label that a title may have and still wrap to two lines."""
MAX_WORD_WIDTH = GRID * 48
"""Pixels that the longest word of a title may ask for."""
LEAST_TEXT = 280
"""Pixels at 100 % of the title, beside which the buttons may have words."""
LARGE_TEXT = 1.15
"""How many times larger than at 100 % a text is beside which a narrow bar has no buttons."""


class TitleLabel(QLabel):
    """The title on one line, with or without its second part, else on two lines.

    Where they have no room for it either, the acronym stands alone.
    """

    def __init__(self) -> None:
        super().__init__(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        set_role(self, "heading")
        self._titles = ("", "", "")
        """The full title, without what follows its colon, and the short one for a narrow bar."""

    def show_titles(self, whole: str, main: str, short: str) -> None:
        """Show one of these, by the room that there is."""
        self._titles = (whole, main, short)
        self.setToolTip(whole)
        self.setAccessibleName(whole)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the title to the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the title in another type size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        whole, main, short = self._titles
        advance, room = QFontMetrics(self.font()).horizontalAdvance, self.width()
        on_one_line = (one for one in (whole, main) if advance(one) <= room)
        is_long = advance(whole) > MAX_TITLE_WIDTH * room
        shown = next(on_one_line, short if is_long else whole)
        if shown != self.text():
            self.setText(shown)
        word = self.minimumSizeHint().width()
        self.setMinimumWidth(min(max(word, GRID * 20), MAX_WORD_WIDTH))


class TopBar(QFrame):
    """Shows which draft is open and how it is saved; its buttons emit signals."""

    home_requested = Signal()
    checks_requested = Signal()
    export_requested = Signal()
    history_requested = Signal()
    guidance_requested = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        set_role(self, "side")
        self._session = session
        self._about: tuple[str, ...] = ()
        self._band = (False, False)
        """Whether the bar is narrow, and whether its text is large too."""
        self._status: SaveStatus | None = None
        self._applicant = self._deadline = ""
        """The applicant, and the deadline on one line."""
        icon = theme.icon
        self.home_button = tool_button(icon("house"), self.tr("Home"), clicked=self.home_requested)
        self._build_texts(theme)
        self.history_button = push_button(
            icon("history"), self.tr("History"), clicked=self.history_requested.emit
        )
        self.check_button = push_button(
            icon("clipboard-check"), self.tr("Check"), clicked=self.checks_requested
        )
        self.word_button = push_button(
            icon("file-text"), self.tr("Word"), clicked=self.export_requested
        )
        self.guidance_button = tool_button(
            icon("panel-right"), self.tr("Guidance"), clicked=self.guidance_requested
        )
        named = (self.history_button, self.check_button, self.word_button)
        self._texts = tuple((button, button.text()) for button in named)
        for button, text in self._texts:
            name = self.tr("Version history") if button is self.history_button else text
            button.setToolTip(name)
            set_accessible_name(button, name)
        self._buttons = (*named, self.guidance_button)
        self.more_button = more_button(icon("ellipsis-vertical"), *self._buttons)
        self.more_button.hide()
        content = (self.home_button, self._text, self._due, self.saved_label)
        buttons = (*self._buttons, self.more_button)
        self._row = build_row(self, *content, *buttons, margins=(2, 1, 2, 1))
        self._row.setStretchFactor(self._text, 1)
        session.changed.connect(self._on_changed)
        self.refresh()

    def _build_texts(self, theme: Theme) -> None:
        """Build what stands at the left of the buttons."""
        self.title_label = TitleLabel()
        self.below_label = NaturalLabel()
        set_role(self.below_label, "quiet")
        self.days_label, self.deadline_label = short_label("", "label"), short_label("", "mark")
        for label in (self.days_label, self.deadline_label):
            label.setAlignment(RIGHT)
        self._due = QWidget()
        build_column(self._due, STRETCH, self.days_label, self.deadline_label, STRETCH, spacing=0)
        self._second = build_row(None, self.below_label, STRETCH, spacing=2)
        self._text = build_column(None, self.title_label, self._second, spacing=0)
        self.saved_label = SavedLabel(theme)
        self.saved_label.setAlignment(RIGHT)

    def _on_changed(self, changes: tuple[Change, ...]) -> None:
        """Refresh the bar; a key in a long text changes nothing here, unless it is the title."""
        session = self._session
        titles = {session.pack.role("title"), session.pack.role("acronym")}
        keys = [change.key for change in changes]
        if not all(is_long_text(key, session) and key.question not in titles for key in keys):
            self.refresh()

    def refresh(self) -> None:
        """Show the present title, applicant and deadline."""
        draft, pack, texts = self._session.draft, self._session.pack, self._session.texts
        title = draft.text(pack.role("title")) or self.tr("Untitled proposal")
        acronym = draft.text(pack.role("acronym"))
        shown = f"{acronym} – {title}" if acronym and acronym not in title else title
        self.title_label.show_titles(shown, shown.partition(":")[0], acronym or shown)
        kind = texts.get(f"kind.{draft.text(pack.role('kind'))}.short")
        due = find_deadline(draft, pack)
        self._deadline = format_deadline(due.at, texts.language) if due else ""
        days, at = split_deadline(due.at, texts.language) if due else ("", "")
        self.days_label.setText(capitalise(days))
        self.deadline_label.setText(at)
        self._about = tuple(filter(None, (kind, texts.get("pack.short"))))
        self._applicant = find_applicant_name(draft, pack) or ""
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the title to the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Show the deadline at the right; in a narrow bar below the title, with the save status.

        The buttons have icons only there, and where their words would take the room of the title
        and the deadline. With large text too, the save status has a line of its own, as a line
        that changes while somebody types must not wrap; and one menu stands for the buttons.
        """
        is_narrow = is_narrow_for(self)
        is_large = is_narrow and find_text_scale(self) >= LARGE_TEXT
        parts = (self._applicant, *self._about)
        if is_narrow:
            parts = (self._deadline if is_large else self.days_label.text(),)
        self.below_label.setText(join_parts(*parts))
        self.below_label.setToolTip(self._deadline)
        self._due.setHidden(is_narrow)
        self._show_words(are_shown=not is_narrow)
        self._fit_words()
        if (is_narrow, is_large) != self._band:
            self._band = (is_narrow, is_large)
            self._show_menu(is_shown=is_large)
        if self._status is not None:
            self.show_status(self._status)

    def _fit_words(self) -> None:
        """Leave the words of the buttons out where they would take the room of what is beside."""
        if not is_narrow_for(self) and self._needed_width() > self.width():
            self._show_words(are_shown=False)

    def _needed_width(self) -> int:
        """Return the width in which the title has room beside all that stands at its right.

        The save status counts with its longest words, so that no button changes at a save.
        """
        beside = self._row.minimumSize().width() - self._text.minimumSize().width()
        saved, metrics = self.saved_label, self.saved_label.fontMetrics()
        words = (
            saved.text(),
            self.tr("Saving…"),
            self._describe_saved(to_local(datetime.now(UTC))),
        )
        longest = max(metrics.horizontalAdvance(text) for text in words)
        beside += longest - metrics.horizontalAdvance(saved.text())
        return beside + round(LEAST_TEXT * find_text_scale(self))

    def _show_words(self, *, are_shown: bool) -> None:
        """Show the buttons with their words, or their icons alone."""
        for button, text in self._texts:
            shown = text if are_shown else ""
            if button.text() != shown:
                button.setText(shown)
                set_role(button, "" if are_shown else "sign")

    def _show_menu(self, *, is_shown: bool) -> None:
        """Show one menu in place of the buttons, and the save status below the title."""
        # First of all: what is hidden or shown may arrange the bar again, which looks at this one.
        self.more_button.setVisible(is_shown)
        for button in self._buttons:
            button.setHidden(is_shown)
        is_narrow, _ = self._band
        self.saved_label.setAlignment(LEFT if is_narrow else RIGHT)
        if is_shown:
            self._text.addWidget(self.saved_label)
        elif is_narrow:
            self._second.insertWidget(1, self.saved_label)
        else:
            self._row.insertWidget(self._row.indexOf(self.history_button), self.saved_label)

    def changeEvent(self, event: QEvent) -> None:
        """Count the days anew when somebody comes back to the window, maybe on another day."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._arrange()
        if event.type() is QEvent.Type.ActivationChange and self._status is not None:
            self.refresh()

    def _describe_saved(self, at: datetime) -> str:
        """Return when the file was saved: the time today, the weekday within a week, else a day."""
        if at.date() == datetime.now(at.tzinfo).date():
            return self.tr("Saved {}").format(f"{at:%H:%M}")
        weekday = find_weekday(at, self._session.texts.language)
        if weekday:
            return self.tr("Saved {0} {1}").format(weekday, f"{at:%H:%M}")
        return self.tr("Saved: {}").format(format_recent(at, self._session.texts.language))

    def show_status(self, status: SaveStatus) -> None:
        """Show the save status in words."""
        state = status.state
        if state is SaveState.FAILED:
            text = self.tr("Not saved")
        elif state is SaveState.TYPING or status.at is None:
            state, text = SaveState.TYPING, self.tr("Saving…")
        else:
            text = self._describe_saved(to_local(status.at))
        self._status = status
        self.saved_label.show_state(state, text)
        self._fit_words()
