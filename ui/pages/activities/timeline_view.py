"""The timeline of the plan: a picture, the same as a table, and what has no dates yet."""

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
    QVBoxLayout,
    QWidget,
)

from erasmus_desk.draft.computed import end_date
from erasmus_desk.draft.model import Change, Key, Step
from erasmus_desk.draft.visibility import deadline

from ...charts.chart_model import Bar, Chart, Lane, MarkedDay
from ...charts.gantt_chart import Gantt
from ...charts.time_scale import Zoom
from ...session.session import Session
from ...theme.theme import GRID, Look
from ...widgets.accessibility import name
from ...widgets.labels import wrapped
from ..activity_model import PlanList, Record, date_questions, plan_lists, records, title_of
from .timeline_table import DatesTable

MOST_ROWS = 3
MOVED = "plan.dates"
"""Label of the step that moves a record."""


class TimelineView(QWidget):
    """Shows when everything happens; moving a bar is one step of the user."""

    opened = Signal(object)
    """The key of a record that the user wants to see."""

    def __init__(self, session: Session, look: Look) -> None:
        """Build picture and table."""
        super().__init__()
        self._session = session
        self.gantt = Gantt(look)
        self.gantt.moved.connect(self._on_moved)
        self.gantt.opened.connect(self._on_opened)
        self.table = DatesTable()
        self.table.moved.connect(self._on_moved)
        self.table.opened.connect(self._on_opened)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.gantt)
        self.stack.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(self._tools())
        layout.addWidget(self.stack, 1)
        self.hint_label = wrapped(
            self.tr(
                "Arrows choose, Shift with left or right moves by a day (with Ctrl by a week), "
                "plus and minus change the length, Enter opens. Or drag with the mouse."
            ),
            "quiet",
        )
        layout.addWidget(self.hint_label)
        self.undated_label = wrapped(self.tr("Without dates"), "label")
        self.undated = QListWidget()
        name(self.undated, self.tr("Without dates"))
        self.undated.itemActivated.connect(self._on_undated)
        layout.addWidget(self.undated_label)
        layout.addWidget(self.undated)

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        self.months_button = QPushButton(self.tr("Months"))
        self.quarters_button = QPushButton(self.tr("Quarters"))
        self.table_button = QPushButton(self.tr("As a table"))
        self._zooms = QButtonGroup(self)
        for button in (self.months_button, self.quarters_button):
            button.setCheckable(True)
            self._zooms.addButton(button)
            row.addWidget(button)
        self.months_button.setChecked(True)
        self.table_button.setCheckable(True)
        row.addStretch(1)
        row.addWidget(self.table_button)
        self._zooms.buttonClicked.connect(self._on_zoom)
        self.table_button.toggled.connect(self._on_table)
        return row

    def refresh(self) -> None:
        """Draw the present dates."""
        session = self._session
        start = session.value(Key(session.pack.role("start")))
        first = start if isinstance(start, date) else None
        last = end_date(session.draft, session.pack)
        lanes: list[Lane] = []
        undated: list[tuple[str, str]] = []
        for plan in plan_lists(session):
            bars: list[Bar] = []
            for record in records(plan.spec, session):
                bar = _bar(record, first, last)
                if bar is None:
                    undated.append((record.item, _label(record)))
                else:
                    bars.append(bar)
            if bars:
                lanes.append(Lane(self._lane_title(plan), tuple(bars)))
        chart = Chart(tuple(lanes), first, last, self._marks())
        self.gantt.show_chart(chart)
        self.table.show_chart(chart)
        self._show_undated(undated)

    def keeps(self, key: Key) -> bool:
        """Show a date that undo brought back here, if it was changed here."""
        is_shown = self.isVisible() and self.gantt.bar(key.item) is not None
        has_focus = self.gantt.hasFocus() or self.table.hasFocus()
        if not (is_shown and has_focus and self._is_date(key)):
            return False
        self.refresh()
        self.gantt.choose(key.item)
        return True

    def _is_date(self, key: Key) -> bool:
        lists = plan_lists(self._session)
        return any(key.question in date_questions(plan.spec, self._session) for plan in lists)

    def _lane_title(self, plan: PlanList) -> str:
        return title_of(plan, self._session)

    def _marks(self) -> tuple[MarkedDay, ...]:
        marks = [MarkedDay(datetime.now(UTC).astimezone().date(), self.tr("today"))]
        due = deadline(self._session.draft, self._session.pack)
        if due is not None:
            marks.append(MarkedDay(due.at.date(), self.tr("deadline"), is_warm=True))
        return tuple(marks)

    def _show_undated(self, undated: list[tuple[str, str]]) -> None:
        self.undated.clear()
        for item, label in undated:
            row = QListWidgetItem(label, self.undated)
            row.setData(Qt.ItemDataRole.UserRole, item)
        self.undated_label.setVisible(bool(undated))
        self.undated.setVisible(bool(undated))
        rows = min(len(undated), MOST_ROWS)
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
        list_id = self._list_of(item)
        if not list_id:
            return
        session = self._session
        names = date_questions(session.form.lists[list_id], session)
        changes = [
            Change(Key(question, item), session.value(Key(question, item)), day)
            for question, day in zip(names, (start, end), strict=True)
            if question and session.value(Key(question, item)) != day
        ]
        session.perform(Step(tuple(changes), MOVED))

    def _on_opened(self, item: str) -> None:
        list_id = self._list_of(item)
        if list_id:
            self.setFocus()  # so that the timeline does not keep what shall be opened
            spec = self._session.form.lists[list_id]
            self.opened.emit(Key(spec.name, item))

    def _on_undated(self, row: QListWidgetItem) -> None:
        self._on_opened(str(row.data(Qt.ItemDataRole.UserRole)))

    def _list_of(self, item: str) -> str:
        draft = self._session.draft
        lists = plan_lists(self._session)
        return next((one.spec.id for one in lists if item in draft.items(one.spec.id)), "")


def _label(record: Record) -> str:
    return f"{record.number}  {record.title}".strip()


def _bar(record: Record, first: date | None, last: date | None) -> Bar | None:
    start, end = record.start or record.end, record.end or record.start
    if start is None or end is None:
        return None
    is_outside = (first is not None and start < first) or (last is not None and end > last)
    return Bar(record.item, _label(record), start, end, is_outside)
