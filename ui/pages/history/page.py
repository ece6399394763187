"""The page with the history of a draft: its versions at the left, what differs at the right."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import ClassVar

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from erasmus_desk.draft import differences
from erasmus_desk.draft.differences import Difference
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.errors import DraftError, JournalError
from erasmus_desk.moments import to_local
from erasmus_desk.storage.draft_history import DraftHistory
from erasmus_desk.storage.thinning import MAX_SPACE

from ...i18n.value_text import format_moment
from ...qt_support import single_shot
from ...session.session import Session
from ...theme.theme import GRID, Theme, find_text_scale
from ...widgets.buttons import push_button
from ...widgets.flow_layout import FlowLayout
from ...widgets.labels import NaturalLabel, wrapped_label
from ...widgets.layouts import build_column, build_row
from ..base import Page
from ..question_texts import name_answer
from . import entries
from .comparison import TwoVersions
from .comparison_pane import BEFORE, ComparisonPane
from .entries import NOW, Entry, EntryKind
from .timeline_model import TimelineModel
from .timeline_view import TimelineView
from .versions import Versions

LIST_WIDTH = 328
"""Pixels at 100 % of the list beside a comparison."""
NARROW = 760
"""Pixels at 100 % of the page below which the list or the comparison is shown."""
LOW = 360
"""Pixels at 100 % of the height below which the page scrolls in place of its parts."""
TARGETS = 40
"""Versions that are offered to compare with, besides those with a name."""
SETTLE = 60
"""Milliseconds for which a version stays chosen before it is read: arrow keys may go on."""


class HistoryChoices(Struct, frozen=True):
    """The chosen version, the one to compare with, and the only answer that is shown."""

    version: str
    target: str
    key: Key | None


class HistoryPage(Page):
    """Shows the versions of the open proposal, compares any two, and brings back."""

    needs_width: ClassVar[bool] = True

    history_requested = Signal()
    """Ask for the history, to be shown by `show_history`."""
    name_requested = Signal()
    restore_requested = Signal(object, str)
    """Changes to be made (a ChangeSet), and the name of the version that they come from."""
    copy_requested = Signal(object)
    """A draft, to be opened as a new proposal."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__("", is_full_height=True)
        self.set_title(self.tr("Version history"))
        self._session, self._theme = session, theme
        self._key: Key | None = None
        self._chosen: Draft | None = None
        self._choices = HistoryChoices("", "", None)
        """What was chosen before, until the versions are listed."""
        self._is_narrow, self._shows_pane = False, False
        self.versions = Versions(session)
        self._settle = single_shot(self, SETTLE)
        self._settle.timeout.connect(self._compare)
        self._build_head()
        self.pane = ComparisonPane(theme)
        self.pane.target_chosen.connect(self._compare)
        self.pane.back_requested.connect(self._close_pane)
        self.pane.copy_requested.connect(self._open_copy)
        self.pane.restore_requested.connect(self._restore_all)
        self.pane.comparison.restored.connect(self._restore_one)
        body = QWidget()
        build_row(body, self._build_list(), self.pane, spacing=2).setStretch(1, 1)
        self.column.addWidget(body, 1)
        self._arrange()

    def _build_head(self) -> None:
        icon = self._theme.icon("bookmark-plus")
        self.name_button = push_button(icon, self.tr("Name this version…"))
        self.name_button.clicked.connect(self.name_requested)
        self.set_beside_title(self.name_button)
        self._answer_label = NaturalLabel()
        self.all_button = push_button(self._theme.icon("x"), self.tr("Show all answers"), "chip")
        self.all_button.clicked.connect(self._show_all_answers)
        self._answer_row = QWidget()
        FlowLayout(self._answer_row, self._answer_label, self.all_button)
        self.column.addWidget(self._answer_row)
        self._answer_row.hide()

    def _build_list(self) -> QWidget:
        self.model = TimelineModel(self._describe, self._session.texts.language)
        self.view = TimelineView(self.model, self._theme, self.tr("Versions"))
        self.view.version_chosen.connect(self._settle.start)
        self.view.activated.connect(self._open_pane)
        self.view.clicked.connect(self._open_pane)
        self.space_label = wrapped_label("", "mark")
        self._list = QWidget()
        build_column(self._list, self.view, self.space_label).setStretch(0, 1)
        return self._list

    def refresh(self) -> None:
        """List the versions anew."""
        self.history_requested.emit()

    def read_choices(self) -> HistoryChoices:
        """Return the versions that are compared, and of which answer."""
        return HistoryChoices(self.view.version, self.pane.target, self._key)

    def take_choices(self, choices: object) -> None:
        """Compare what was compared before."""
        if isinstance(choices, HistoryChoices):
            self._choices, self._key = choices, choices.key

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Compare with what is there now."""
        self._settle.start()

    def reveal(self, _key: Key) -> bool:
        """Stay here on undo: the comparison shows what it did."""
        return True

    def show_answer(self, key: Key) -> None:
        """Show the history of one answer."""
        self._key = key
        self.refresh()

    def show_history(self, history: DraftHistory) -> None:
        """Show the versions, and compare the chosen one, else the last one before now."""
        chosen, versions = self.view.version or self._choices.version, self.versions
        versions.show(history, entries.list_entries(history, datetime.now(UTC), self._key))
        self.model.show_entries(versions.entries)
        self._answer_row.setVisible(self._key is not None)
        if self._key is not None:
            text = self.tr("Only versions in which this changed: {}")
            self._answer_label.setText(text.format(name_answer(self._key, self._session)))
        self.pane.show_targets(
            (f"{self._format(one)} – {self._describe(one).title}", one.id)
            for number, one in enumerate(versions.entries[1:])
            if number < TARGETS or one.kind is EntryKind.NAMED
        )
        self.pane.choose_target(self._choices.target)
        self._choices = HistoryChoices("", "", None)
        if chosen and versions.find(chosen) is not None:
            self.view.choose(chosen)
        # Else one is chosen once the list is painted: to read it may take a moment.
        self._settle.start()
        self.space_label.setText(describe_space(history, self.locale()))

    def _describe(self, entry: Entry) -> entries.EntryText:
        return entries.describe_entry(entry, self._session)

    def _format(self, entry: Entry) -> str:
        return format_moment(to_local(entry.at), self._session.texts.language)

    def _compare(self) -> None:
        """Show what differs between the chosen version and the other one."""
        self._settle.stop()
        versions, target = self.versions, self.pane.target
        if versions.find(self.view.version) is None and versions.entries:
            self.view.choose(versions.find_first())
            self._settle.stop()
        entry = versions.find(self.view.version)
        if entry is None:
            return
        other = versions.find_before(entry) if target == BEFORE else versions.find(target)
        other = other or entry
        self._chosen = None
        self._name_versions(entry, other)
        try:
            drafts = versions.load(entry.id), versions.load(other.id)
        except (JournalError, DraftError):
            self.pane.show_problem()
            return
        if entry.id != NOW:
            self._chosen = drafts[0]
        before, after = drafts if _is_older(entry, other) else drafts[::-1]
        found = differences.find_differences(before, after, self._session.form)
        if self._key is not None:
            found = tuple(one for one in found if self._key in one.keys)
        shown = TwoVersions(*(_read_only(one, self._session) for one in (before, after)))
        can_restore, is_whole = self._chosen is not None, self._key is None
        self.pane.show_differences(found, shown, can_restore=can_restore, is_whole=is_whole)

    def _name_versions(self, entry: Entry, other: Entry) -> None:
        name = self._describe(entry).title
        is_named = entry.kind in (EntryKind.NAMED, EntryKind.NOW)
        parts = ("" if entry.id == NOW else self._format(entry), name if is_named else "")
        both = (entry, other) if _is_older(entry, other) else (other, entry)
        names = [self.tr("now") if one.id == NOW else self._format(one) for one in both]
        self.pane.show_version(" – ".join(part for part in parts if part), *names)

    def _restore_one(self, one: Difference) -> None:
        if self._chosen is not None:
            session = self._session
            change_set = differences.bring_back(one, self._chosen, session.draft, session.form)
            self.restore_requested.emit(change_set, self.pane.version_label.text())

    def _restore_all(self) -> None:
        if self._chosen is not None:
            change_set = differences.bring_all_back(self._chosen, self._session.draft)
            self.restore_requested.emit(change_set, self.pane.version_label.text())

    def _open_copy(self) -> None:
        if self._chosen is not None:
            self.copy_requested.emit(self._chosen)

    def _show_all_answers(self) -> None:
        self._key = None
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show list and comparison side by side, or one of them."""
        super().resizeEvent(event)
        self._is_narrow = event.size().width() < NARROW * find_text_scale(self)
        self._arrange()

    def _arrange(self) -> None:
        is_narrow, width = self._is_narrow, round(LIST_WIDTH * find_text_scale(self))
        self._list.setMaximumWidth(GRID * 1000 if is_narrow else width)
        self._list.setMinimumWidth(0 if is_narrow else width)
        self._list.setVisible(not is_narrow or not self._shows_pane)
        self.pane.setVisible(not is_narrow or self._shows_pane)
        self.pane.show_back(is_shown=is_narrow)
        is_low = self.viewport().height() < LOW * find_text_scale(self)
        for part in (self.view, self.pane):
            part.grow(is_grown=is_low)

    def _open_pane(self) -> None:
        if self._is_narrow:
            self._shows_pane = True
            self._arrange()
            self.pane.back_button.setFocus()

    def _close_pane(self) -> None:
        self._shows_pane = False
        self._arrange()
        self.view.setFocus()


def describe_space(history: DraftHistory, locale: QLocale) -> str:
    """Return what is kept of the versions, and the room that they take on the disk."""
    try:
        space = history.measure()
    except JournalError:
        return QCoreApplication.translate(
            "HistoryPage", "Autosave is not working now. Only backups are listed."
        )
    kept = QCoreApplication.translate(
        "HistoryPage",
        "Everything of the last two days is here, then one version an hour, a day, and a week. "
        "Versions with a name stay.",
    )
    units = QLocale.DataSizeFormat.DataSizeSIFormat
    shown = ((space.draft, 1), (space.all, 1), (MAX_SPACE, 0))
    sizes = (locale.formattedDataSize(size, digits, units) for size, digits in shown)
    text = QCoreApplication.translate(
        "HistoryPage", "This history takes {0}, that of all proposals {1} of {2} at most."
    )
    return f"{kept} {text.format(*sizes)}"


def _is_older(entry: Entry, other: Entry) -> bool:
    return entry.id != NOW and (other.id == NOW or entry.at <= other.at)


def _read_only(draft: Draft, session: Session) -> Session:
    """Return a draft as a session, by which its answers are worded."""
    if draft is session.draft:
        return session
    return Session(draft, session.pack, session.texts, session.path)
