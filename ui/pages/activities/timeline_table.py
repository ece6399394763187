"""The timeline as a table, to read and edit the dates without the chart."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from ...charts.chart_model import Bar, Chart
from ...fields.line_fields import DATE_FORMAT, parse_date
from ...i18n import plurals
from ...widgets.accessibility import set_accessible_name
from ..table_model import set_up_table

WHAT, KIND, START, END, DAYS, NOTE = range(6)


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
        set_accessible_name(self, self.tr("Timeline as a table"))
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
        day = parse_date(cell.text())
        is_start = cell.column() == START
        days = (day or bar.start, bar.end) if is_start else (bar.start, day or bar.end)
        if day is None or days == (bar.start, bar.end):
            # Show the date of the draft again instead of invalid text.
            shown = bar.start if is_start else bar.end
            with QSignalBlocker(self):
                cell.setText(shown.strftime(DATE_FORMAT))
        else:
            self.moved.emit(bar.id, *days)
