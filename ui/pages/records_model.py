"""The items of a list as a table that can be searched and sorted."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QSortFilterProxyModel,
    Qt,
)

from ..fields.line import DATE_FORMAT
from .headed_model import HeadedModel, Index
from .plan import Record

SORT_ROLE = Qt.ItemDataRole.UserRole + 1
NUMBER, TITLE, START, END, WHO, PERSONS = range(6)


class RecordsModel(HeadedModel):
    """Number, title, dates, who leads or receives, and how many take part."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.records: tuple[Record, ...] = ()
        self.heads = (
            QCoreApplication.translate("Records", "No."),
            QCoreApplication.translate("Records", "Title"),
            QCoreApplication.translate("Records", "From"),
            QCoreApplication.translate("Records", "To"),
            QCoreApplication.translate("Records", "Who"),
            QCoreApplication.translate("Records", "Persons"),
        )

    def show(self, records: tuple[Record, ...]) -> None:
        """Show other items; only what differs is redrawn."""
        if [one.item for one in records] != [one.item for one in self.records]:
            self.beginResetModel()
            self.records = records
            self.endResetModel()
            return
        before, self.records = self.records, records
        for row, (old, new) in enumerate(zip(before, records, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row, 0), self.index(row, PERSONS))

    def count(self) -> int:
        """Count what is shown."""
        return len(self.records)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell as text, what it sorts by, or the whole title as a tip."""
        if not index.isValid() or index.row() >= len(self.records):
            return None
        record = self.records[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown_cell(record, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return record.title if index.column() == TITLE else None
            case Qt.ItemDataRole.AccessibleTextRole:
                head = self.heads[index.column()]
                return f"{head}: {shown_cell(record, index.column()) or '–'}"
            case _:
                return _sorted_by(record, index.column()) if role == SORT_ROLE else None


class Finder(QSortFilterProxyModel):
    """Keeps the rows in which every word that is looked for occurs, in any column."""

    def __init__(self) -> None:
        """Sort by what a cell means, not by how it is written."""
        super().__init__()
        self._words: tuple[str, ...] = ()
        self.setSortRole(SORT_ROLE)
        self.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setDynamicSortFilter(True)

    def find(self, text: str) -> None:
        """Look for the words of a text."""
        self._words = tuple(text.casefold().split())
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Tell whether all words occur in a row."""
        model = self.sourceModel()
        cells = (
            str(model.index(source_row, column, source_parent).data() or "")
            for column in range(model.columnCount())
        )
        whole = " ".join(cells).casefold()
        return all(word in whole for word in self._words)


def shown_cell(record: Record, column: int) -> str:
    """Give a cell as text."""
    day = {START: record.start, END: record.end}.get(column)
    if column in (START, END):
        return day.strftime(DATE_FORMAT) if day else ""
    if column == PERSONS:
        return "" if record.persons is None else str(record.persons)
    return {NUMBER: record.number, TITLE: record.title, WHO: record.who}[column]


def _sorted_by(record: Record, column: int) -> object:
    day = {START: record.start, END: record.end}.get(column)
    if column in (START, END):
        # What has no date comes last.
        return day.isoformat() if day else "9999"
    if column == PERSONS:
        return record.persons or 0
    return record.place if column == NUMBER else shown_cell(record, column)
