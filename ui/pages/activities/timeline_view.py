"""The timeline of the activities: a chart, the same as a table, and records without dates."""

from __future__ import annotations

from datetime import UTC, date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from erasmus_desk.draft.computed import compute_end_date
from erasmus_desk.draft.model import Change, ChangeSet, Key
from erasmus_desk.draft.visibility import find_deadline

from ...charts.chart_model import Bar, Chart, Lane, MarkedDay, Zoom
from ...charts.gantt_chart import GanttChart
from ...session.session import Session
from ...theme.theme import GRID, Theme
from ...widgets.labels import wrapped_label
from ...widgets.layouts import STRETCH, add_content, build_column, build_row
from ..activity_model import (
    ActivityRecord,
    build_records,
    collect_activity_lists,
    find_date_questions,
    get_list_title,
)
from .timeline_table import TimelineTable

MAX_ROWS = 3
MOVE_LABEL = "plan.dates"
"""Label of the change set that moves a record."""


class TimelineView(QWidget):
    """Shows the dates of all activity records; moving a bar is one undo step."""

    opened = Signal(object)
    """The key of the name of the record to open."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self.gantt = GanttChart(theme)
        self.gantt.moved.connect(self._on_moved)
        self.gantt.opened.connect(self._on_opened)
        self.table = TimelineTable()
        self.table.moved.connect(self._on_moved)
        self.table.opened.connect(self._on_opened)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.gantt)
        self.stack.addWidget(self.table)
        layout = build_column(self, self._build_toolbar(), margins=(0, 1, 0, 0))
        layout.addWidget(self.stack, 1)
        self.hint_label = wrapped_label(
            self.tr(
                "Arrow keys: select. Shift+Left or Right: move 1 day. Ctrl+Shift+Left or "
                "Right: move 1 week. + or −: change length. Enter: open. You can also "
                "drag."
            ),
            "quiet",
        )
        undated = self.tr("Without dates")
        self.undated_label = wrapped_label(undated, "label")
        self.undated = QListWidget()
        self.undated.setAccessibleName(undated)
        self.undated.itemActivated.connect(self._on_undated)
        add_content(layout, self.hint_label, self.undated_label, self.undated)

    def _build_toolbar(self) -> QHBoxLayout:
        self.months_button = QPushButton(self.tr("Months"))
        self.quarters_button = QPushButton(self.tr("Quarters"))
        self.table_button = QPushButton(self.tr("As a table"))
        for button in (self.months_button, self.quarters_button, self.table_button):
            button.setCheckable(True)
        self.months_button.setChecked(True)
        zooms = QButtonGroup(self)
        zooms.addButton(self.months_button)
        zooms.addButton(self.quarters_button)
        zooms.buttonClicked.connect(self._on_zoom)
        self.table_button.toggled.connect(self._on_table)
        return build_row(None, self.months_button, self.quarters_button, STRETCH, self.table_button)

    def refresh(self) -> None:
        """Show the current dates."""
        session = self._session
        start = session.value(Key(session.pack.role("start")))
        first = start if isinstance(start, date) else None
        last = compute_end_date(session.draft, session.pack)
        lanes: list[Lane] = []
        undated: list[tuple[str, str]] = []
        for activity_list in collect_activity_lists(session):
            bars: list[Bar] = []
            for record in build_records(activity_list.spec, session):
                bar = _build_bar(record, first, last)
                if bar is None:
                    undated.append((record.item, _format_label(record)))
                else:
                    bars.append(bar)
            if bars:
                lanes.append(Lane(get_list_title(activity_list, session), tuple(bars)))
        chart = Chart(tuple(lanes), first, last, self._get_marked_days())
        self.gantt.show_chart(chart)
        self.table.show_chart(chart)
        self._show_undated(undated)

    def show_restored_date(self, key: Key) -> bool:
        """Show a date that was restored by undo, if it was changed on the timeline."""
        is_shown = self.isVisible() and self.gantt.bar(key.item) is not None
        has_focus = self.gantt.hasFocus() or self.table.hasFocus()
        if not (is_shown and has_focus and self._is_date(key)):
            return False
        self.refresh()
        self.gantt.choose(key.item)
        return True

    def _is_date(self, key: Key) -> bool:
        lists = collect_activity_lists(self._session)
        return any(key.question in find_date_questions(one.spec, self._session) for one in lists)

    def _get_marked_days(self) -> tuple[MarkedDay, ...]:
        days = [MarkedDay(datetime.now(UTC).astimezone().date(), self.tr("today"))]
        deadline = find_deadline(self._session.draft, self._session.pack)
        if deadline is not None:
            days.append(MarkedDay(deadline.at.date(), self.tr("deadline"), is_warm=True))
        return tuple(days)

    def _show_undated(self, undated: list[tuple[str, str]]) -> None:
        self.undated.clear()
        for item, label in undated:
            row = QListWidgetItem(label, self.undated)
            row.setData(Qt.ItemDataRole.UserRole, item)
        self.undated_label.setVisible(bool(undated))
        self.undated.setVisible(bool(undated))
        rows = min(len(undated), MAX_ROWS)
        self.undated.setFixedHeight(rows * (self.undated.sizeHintForRow(0) + 4) + GRID * 2)

    def _on_zoom(self) -> None:
        is_months = self.months_button.isChecked()
        self.gantt.set_zoom(Zoom.MONTHS if is_months else Zoom.QUARTERS)

    def _on_table(self, is_table: bool) -> None:
        self.stack.setCurrentWidget(self.table if is_table else self.gantt)
        self.hint_label.setVisible(not is_table)
        for button in (self.months_button, self.quarters_button):
            button.setEnabled(not is_table)

    def _on_moved(self, item: str, start: date, end: date) -> None:
        list_id = self._find_list(item)
        if not list_id:
            return
        session = self._session
        questions = find_date_questions(session.form.lists[list_id], session)
        changes = [
            Change(Key(question, item), session.value(Key(question, item)), day)
            for question, day in zip(questions, (start, end), strict=True)
            if question and session.value(Key(question, item)) != day
        ]
        session.perform(ChangeSet(tuple(changes), MOVE_LABEL))

    def _on_opened(self, item: str) -> None:
        list_id = self._find_list(item)
        if list_id:
            self.setFocus()  # otherwise `show_restored_date` would keep the timeline in view
            spec = self._session.form.lists[list_id]
            self.opened.emit(Key(spec.name, item))

    def _on_undated(self, row: QListWidgetItem) -> None:
        self._on_opened(str(row.data(Qt.ItemDataRole.UserRole)))

    def _find_list(self, item: str) -> str:
        draft = self._session.draft
        lists = collect_activity_lists(self._session)
        return next((one.spec.id for one in lists if item in draft.items(one.spec.id)), "")


def _format_label(record: ActivityRecord) -> str:
    return f"{record.number}  {record.title}".strip()


def _build_bar(record: ActivityRecord, first: date | None, last: date | None) -> Bar | None:
    start, end = record.start or record.end, record.end or record.start
    if start is None or end is None:
        return None
    is_outside = (first is not None and start < first) or (last is not None and end > last)
    return Bar(record.item, _format_label(record), start, end, is_outside)
