"""The timeline as a table, in which both dates can be typed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from ...charts.chart_model import Bar, Chart
from ...fields.line_fields import parse_date
from ...i18n import plurals
from ...i18n.dates import format_figures
from ...theme.theme import find_text_scale, set_role
from ..table_model import set_up_table

WHAT, KIND, START, END, DAYS, NOTE = range(6)
"""Columns."""


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
        set_up_table(self, ())
        set_role(self, "card")
        self.setWordWrap(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(KIND, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(NOTE, QHeaderView.ResizeMode.Fixed)
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
        self.fit()

    def fit(self) -> None:
        """Leave out what has no room, and be as high as the rows."""
        scale, width = find_text_scale(self), self.viewport().width()
        character = self.fontMetrics().averageCharWidth()
        has_notes = any(bar.problem for bar in self._bars)
        for column, least, characters in ((KIND, 840, 24), (DAYS, 640, 0), (NOTE, 720, 24)):
            is_hidden = width < least * scale or (column == NOTE and not has_notes)
            self.setColumnHidden(column, is_hidden)
            if characters and not is_hidden:
                self.setColumnWidth(column, character * characters)
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        frame = self.height() - self.viewport().height() - self.horizontalHeader().height()
        self.setFixedHeight(self.horizontalHeader().height() + rows + max(frame, 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit columns and rows to another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the record on Enter, unless a date is being edited."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.state() is not QAbstractItemView.State.EditingState:
            self._open(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _fill_row(self, row: int, bar: Bar, kind: str) -> None:
        days = (bar.end - bar.start).days + 1
        cells = (
            bar.label,
            kind,
            format_figures(bar.start),
            format_figures(bar.end),
            plurals.days(days) if days > 0 else "–",
            bar.problem,
        )
        for column, text in enumerate(cells):
            cell = self.item(row, column)
            if cell is None:
                cell = QTableWidgetItem()
                if column not in (START, END) or bar.is_fixed:
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
                cell.setText(format_figures(shown))
                if day is None and typed and note is not None:
                    note.setText(self.tr("“{}” is not a date").format(typed))
                    self.setColumnHidden(NOTE, False)
        else:
            self.moved.emit(bar.id, *days)
