"""What the tables and lists of the pages have in common: views, a model, and the search in it."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtWidgets import QHeaderView, QLabel, QLineEdit, QTableView

from ..qt_support import Index
from ..theme.theme import GRID, Theme
from ..widgets.buttons import icon_size
from ..widgets.layouts import STRETCH, build_row
from ..widgets.text_kind import TextKind, mark_unspelled

RowType = TypeVar("RowType")
SORT_ROLE = Qt.ItemDataRole.UserRole + 1


def set_up_table(view: QTableView, widths: tuple[int, ...]) -> None:
    """Give a table without a grid columns of some widths in characters; the last one grows."""
    view.setShowGrid(False)
    view.setWordWrap(False)
    # The Tab key leaves the table; the arrow keys move inside it.
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    header = view.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setStretchLastSection(True)
    character = view.fontMetrics().averageCharWidth()
    for column, width in enumerate(widths):
        view.setColumnWidth(column, width * character)


class SearchLine(QLineEdit):
    """A line with the sign of a search that likes to be as wide as its hint."""

    def __init__(self, theme: Theme, hint: str) -> None:
        super().__init__(placeholderText=hint, clearButtonEnabled=True)
        sign = QLabel(pixmap=theme.quiet_icon("search").pixmap(icon_size(), icon_size()))
        sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        build_row(self, sign, STRETCH, margins=(0.5, 0, 0, 0))
        self.setTextMargins(icon_size() + GRID, 0, 0, 0)

    def sizeHint(self) -> QSize:
        """Return the room for the hint, and for the button that clears the line."""
        hint = super().sizeHint()
        room = self.fontMetrics().horizontalAdvance(self.placeholderText()) + 2 * hint.height()
        return QSize(max(hint.width(), room), hint.height())


def build_search_line(theme: Theme, hint: str, name: str) -> QLineEdit:
    """Build the line to search a list with; the hint is shown while it is empty."""
    line = SearchLine(theme, hint)
    line.setAccessibleName(name)
    return mark_unspelled(line, TextKind.SEARCH)


class TableModel(QAbstractTableModel, Generic[RowType]):
    """A flat table of rows; subclasses set `headers` and say what the cells show."""

    def __init__(self) -> None:
        super().__init__()
        self.headers: tuple[str, ...] = ()
        self.rows: tuple[RowType, ...] = ()

    def show(self, rows: tuple[RowType, ...]) -> None:
        """Set the rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def format_cell(self, row: RowType, column: int) -> str:
        """Return a cell as text."""
        raise NotImplementedError

    def get_sort_key(self, row: RowType, column: int) -> object:
        """Return what a cell is sorted by."""
        return self.format_cell(row, column)

    def get_detail(self, _row: RowType, _column: int, _role: int) -> object:
        """Return what a cell has for any other role, such as its tool tip."""
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell as text, its sort key, or its detail for another role."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.format_cell(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headers[column]}: {self.format_cell(row, column) or '–'}"
        if role == SORT_ROLE:
            return self.get_sort_key(row, column)
        return self.get_detail(row, column, role)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of rows; cells have no children."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.headers)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the header of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.headers[section]
        return None


class SearchProxyModel(QSortFilterProxyModel):
    """Shows the rows that contain all words of a search; sorts by `SORT_ROLE`."""

    def __init__(self, model: QAbstractItemModel) -> None:
        super().__init__()
        self._words: tuple[str, ...] = ()
        self.setSortRole(SORT_ROLE)
        self.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setDynamicSortFilter(True)
        self.setSourceModel(model)

    def set_search(self, text: str) -> None:
        """Filter by the words of a text."""
        self._words = tuple(text.casefold().split())
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Return whether a row contains all words, in any column."""
        model = self.sourceModel()
        cells = (
            str(model.index(source_row, column, source_parent).data() or "")
            for column in range(model.columnCount())
        )
        text = " ".join(cells).casefold()
        return all(word in text for word in self._words)
