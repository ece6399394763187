"""The page of the timeline: a chart, the same as a table, and activities without dates."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
)

from erasmus_desk.draft.computed import compute_end_date
from erasmus_desk.draft.model import Change, ChangeSet, Key
from erasmus_desk.draft.visibility import find_deadline

from ...charts.chart_model import Bar, Chart, Lane, MarkedDay, Zoom
from ...charts.gantt_chart import GanttChart
from ...fields.line_fields import DATE_FORMAT, parse_date
from ...i18n import plurals
from ...session.session import Session
from ...theme.theme import GRID, Theme
from ...widgets.labels import wrapped_label
from ...widgets.layouts import STRETCH, add_content, build_row
from .. import activity_model
from ..activity_model import ActivityRecord
from ..base import Page
from ..question_texts import is_long_text
from ..table_model import set_up_table

MAX_ROWS = 3
MIN_LINES = 22
MOVE_LABEL = "plan.dates"
"""Label of the change set that moves a record."""
WHAT, KIND, START, END, DAYS, NOTE = range(6)
"""Columns of the table."""


def get_page_title() -> str:
    """Return the title of the page, also used in the step list."""
    return QCoreApplication.translate("TimelinePage", "Timeline")


class TimelineTable(QTableWidget):
    """A row for each bar; both dates are editable, Enter in another cell opens the record."""

    opened = Signal(str)
    moved = Signal(str, object, object)

    def __init__(self) -> None:
        super().__init__(0, NOTE + 1)
        self._bars: tuple[Bar, ...] = ()
        self.setHorizontalHeaderLabels(
            [
                self.tr("What"),
                self.tr("Type"),
                self.tr("From"),
                self.tr("To"),
                self.tr("Duration"),
                self.tr("Note"),
            ]
        )
        set_up_table(self, (30, 20, 13, 13, 11))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setAccessibleName(self.tr("Timeline as a table"))
        self.itemChanged.connect(self._on_changed)
        self.doubleClicked.connect(self._on_double)

    def show_chart(self, chart: Chart) -> None:
        """Show the bars of a chart, lane by lane."""
        self._bars = chart.bars()
        kinds = [lane.title for lane in chart.lanes for _ in lane.bars]
        with QSignalBlocker(self):
            self.setRowCount(len(self._bars))
            for row, (bar, kind) in enumerate(zip(self._bars, kinds, strict=True)):
                self._fill_row(row, bar, kind)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the record on Enter, unless a date is being edited."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.state() is not QAbstractItemView.State.EditingState:
            self._open(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _fill_row(self, row: int, bar: Bar, kind: str) -> None:
        days = (bar.end - bar.start).days + 1
        note = self.tr("outside the project") if bar.is_outside else ""
        cells = (
            bar.label,
            kind,
            bar.start.strftime(DATE_FORMAT),
            bar.end.strftime(DATE_FORMAT),
            plurals.days(days) if days > 0 else self.tr("the end date is before the start date"),
            note,
        )
        for column, text in enumerate(cells):
            cell = self.item(row, column)
            if cell is None:
                cell = QTableWidgetItem()
                if column not in (START, END):
                    cell.setFlags(cell.flags() & ~Qt.ItemFlag.ItemIsEditable)
                self.setItem(row, column, cell)
            if cell.text() != text:
                cell.setText(text)
                cell.setToolTip(text if column == WHAT else "")

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._bars):
            self.opened.emit(self._bars[row].id)

    def _on_double(self, index: QModelIndex) -> None:
        if index.column() not in (START, END):
            self._open(index.row())

    def _on_changed(self, cell: QTableWidgetItem) -> None:
        bar = self._bars[cell.row()]
        day = parse_date(cell.text(), self.locale())
        is_start = cell.column() == START
        days = (day or bar.start, bar.end) if is_start else (bar.start, day or bar.end)
        if day is None or days == (bar.start, bar.end):
            # Show the date of the draft again instead of invalid text, and say so.
            shown, typed = bar.start if is_start else bar.end, cell.text().strip()
            note = self.item(cell.row(), NOTE)
            with QSignalBlocker(self):
                cell.setText(shown.strftime(DATE_FORMAT))
                if day is None and typed and note is not None:
                    note.setText(self.tr("“{}” is not a date").format(typed))
        else:
            self.moved.emit(bar.id, *days)


class TimelinePage(Page):
    """Shows the dates of all activity records; moving a bar is one undo step."""

    needs_width: ClassVar[bool] = True

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(get_page_title(), is_full_height=True)
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
        # As high as the window allows, but with a usable minimum.
        self.stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.stack.setMinimumHeight(self.fontMetrics().height() * MIN_LINES)
        self.column.addLayout(self._build_toolbar())
        self.column.addWidget(self.stack, 1)
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
        add_content(self.column, self.hint_label, self.undated_label, self.undated)

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
        for activity_list in activity_model.collect_activity_lists(session):
            bars: list[Bar] = []
            for record in activity_model.build_records(activity_list.spec, session):
                bar = _build_bar(record, first, last)
                if bar is None:
                    undated.append((record.item, _format_label(record)))
                else:
                    bars.append(bar)
            if bars:
                title = activity_model.get_list_title(activity_list, session)
                lanes.append(Lane(title, tuple(bars)))
        chart = Chart(tuple(lanes), first, last, self._get_marked_days())
        self.gantt.show_chart(chart)
        self.table.show_chart(chart)
        self._show_undated(undated)

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after a change of the draft; no long text is shown here."""
        if not all(is_long_text(key, self._session) for key in keys):
            self.refresh()

    def reveal(self, key: Key) -> bool:
        """Show a date that undo restored; other answers are not on the timeline."""
        lists = activity_model.collect_activity_lists(self._session)
        dates = (activity_model.find_date_questions(one.spec, self._session) for one in lists)
        if self.gantt.bar(key.item) is None or not any(key.question in pair for pair in dates):
            return False
        self.refresh()
        self.gantt.choose(key.item)
        return True

    def _get_marked_days(self) -> tuple[MarkedDay, ...]:
        deadline = find_deadline(self._session.draft, self._session.pack)
        # Beside a deadline, today is the day in its time zone.
        zone = deadline.at.tzinfo if deadline else None
        days = [MarkedDay(datetime.now(UTC).astimezone(zone).date(), self.tr("today"))]
        if deadline is not None:
            label = self.tr("deadline {}").format(f"{deadline.at:%H:%M}")
            days.append(MarkedDay(deadline.at.date(), label, is_warm=True))
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
        questions = activity_model.find_date_questions(session.form.lists[list_id], session)
        changes = [
            Change(Key(question, item), session.value(Key(question, item)), day)
            for question, day in zip(questions, (start, end), strict=True)
            if question and session.value(Key(question, item)) != day
        ]
        session.perform(ChangeSet(tuple(changes), MOVE_LABEL))

    def _on_opened(self, item: str) -> None:
        list_id = self._find_list(item)
        if list_id:
            spec = self._session.form.lists[list_id]
            self.jump_requested.emit(Key(spec.name, item))

    def _on_undated(self, row: QListWidgetItem) -> None:
        self._on_opened(str(row.data(Qt.ItemDataRole.UserRole)))

    def _find_list(self, item: str) -> str:
        draft = self._session.draft
        lists = activity_model.collect_activity_lists(self._session)
        return next((one.spec.id for one in lists if item in draft.items(one.spec.id)), "")


def _format_label(record: ActivityRecord) -> str:
    return f"{record.number}  {record.title}".strip()


def _build_bar(record: ActivityRecord, first: date | None, last: date | None) -> Bar | None:
    start, end = record.start or record.end, record.end or record.start
    if start is None or end is None:
        return None
    is_outside = (first is not None and start < first) or (last is not None and end > last)
    return Bar(record.item, _format_label(record), start, end, is_outside)
