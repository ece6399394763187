"""The items of a list in a table that is searched and sorted, with the buttons that change it.

The items of a list as a table that can be searched and sorted.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...fields.line_fields import DATE_FORMAT
from ...i18n import plurals
from ...session.session import Session
from ...theme.theme import GRID, Look, set_role
from ...widgets.accessibility import name
from ...widgets.labels import wrapped
from ..activity_model import PlanList, Record, record, records, title_of
from ..table_model import HeadedModel, Index

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


class RecordTable(QWidget):
    """Search, table and buttons for the items of a list; changes go through the session."""

    chosen = Signal(str)
    """An item that was added, copied or asked for."""
    passed = Signal()
    """Another row was reached with the arrows or the mouse."""

    def __init__(self, plan: PlanList, session: Session, look: Look) -> None:
        """Build for one list."""
        super().__init__()
        self.item = ""
        self._plan = plan
        self._session = session
        self._look = look
        self.search_line = QLineEdit()
        self.search_line.setPlaceholderText(self.tr("Search the list"))
        self.search_line.setClearButtonEnabled(True)
        name(self.search_line, self.tr("Search: {}").format(title_of(plan, session)))
        self.model = RecordsModel()
        self.finder = Finder()
        self.finder.setSourceModel(self.model)
        self.search_line.textChanged.connect(self._on_search)
        self.count_label = wrapped("", "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, GRID, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.search_line)
        layout.addWidget(self._table(), 1)
        layout.addWidget(self.count_label)
        layout.addLayout(self._buttons())

    def _table(self) -> QTableView:
        self.view = QTableView()
        self.view.setModel(self.finder)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setShowGrid(False)
        self.view.setWordWrap(False)
        # Tab leaves the table; the arrows go through it.
        self.view.setTabKeyNavigation(False)
        self.view.verticalHeader().hide()
        self.view.setSortingEnabled(True)
        self.view.sortByColumn(NUMBER, Qt.SortOrder.AscendingOrder)
        name(self.view, title_of(self._plan, self._session))
        wide = self.view.fontMetrics().averageCharWidth()
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for column, width in enumerate((7, 26, 13, 13, 24, 9)):
            self.view.setColumnWidth(column, width * wide)
        self.view.selectionModel().currentRowChanged.connect(self._on_current)
        self.view.horizontalHeader().sortIndicatorChanged.connect(self._on_sorted)
        return self.view

    def _buttons(self) -> QHBoxLayout:
        add = self._session.texts.get(f"list.{self._plan.spec.id}.add") or self.tr("Add")
        self.add_button = QPushButton(self._look.accent_icon("plus"), add)
        self.add_button.clicked.connect(self._on_add)
        self.copy_button = self._tool("copy", self.tr("Duplicate"))
        self.up_button = self._tool("arrow-up", self.tr("Move up"))
        self.down_button = self._tool("arrow-down", self.tr("Move down"))
        self.remove_button = self._tool("trash-2", self.tr("Remove"))
        self.copy_button.clicked.connect(self._on_copy)
        self.up_button.clicked.connect(self._on_up)
        self.down_button.clicked.connect(self._on_down)
        self.remove_button.clicked.connect(self._on_remove)
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        row.addWidget(self.add_button)
        row.addStretch(1)
        for button in (self.copy_button, self.up_button, self.down_button, self.remove_button):
            row.addWidget(button)
        return row

    def _tool(self, icon: str, label: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._look.icon(icon))
        button.setToolTip(label)
        name(button, label)
        set_role(button, "plain")
        return button

    def refresh(self) -> None:
        """Show the present items; the chosen one stays chosen as long as it is there."""
        self.model.show(records(self._plan.spec, self._session))
        items = [one.item for one in self.model.records]
        if self.item not in items:
            self.item = items[0] if items else ""
        self._select()
        self._show_buttons()
        self.count_label.setText(plurals.records(len(items)))

    def refresh_items(self, items: frozenset[str]) -> None:
        """Show some items anew; the list itself is as it was."""
        spec, before = self._plan.spec, self.model.records
        self.model.show(
            tuple(
                record(spec, one.place, one.item, self._session) if one.item in items else one
                for one in before
            )
        )

    def choose(self, item: str) -> None:
        """Choose an item; one that the search hides is shown again."""
        self.item = item
        self.refresh()
        if item and not self.view.currentIndex().isValid():
            self.search_line.clear()
            self._select()
        self.chosen.emit(item)

    def _select(self) -> None:
        place = [one.item for one in self.model.records].index(self.item) if self.item else -1
        index = self.finder.mapFromSource(self.model.index(place, TITLE))
        selection = self.view.selectionModel()
        if index.row() == self.view.currentIndex().row() and selection.hasSelection():
            return
        selection.blockSignals(True)
        self.view.setCurrentIndex(index)
        if index.isValid():
            self.view.selectRow(index.row())
            self.view.scrollTo(self.finder.index(index.row(), NUMBER))
        selection.blockSignals(False)
        self.view.viewport().update()

    def _show_buttons(self) -> None:
        items = [one.item for one in self.model.records]
        place = items.index(self.item) if self.item else -1
        header = self.view.horizontalHeader()
        # Up and down mean the order of the list, so it must be the order on screen.
        is_plain = (
            header.sortIndicatorSection() == NUMBER
            and header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        )
        self.up_button.setEnabled(is_plain and place > 0)
        self.down_button.setEnabled(is_plain and 0 <= place < len(items) - 1)
        for button in (self.copy_button, self.remove_button):
            button.setEnabled(place >= 0)

    def _on_current(self, index: QModelIndex) -> None:
        source = self.finder.mapToSource(index)
        if source.isValid():
            self.item = self.model.records[source.row()].item
            self._show_buttons()
            self.passed.emit()

    def _on_search(self, text: str) -> None:
        self.finder.find(text)
        self._select()

    def _on_sorted(self) -> None:
        self._show_buttons()

    def _on_add(self) -> None:
        self.choose(self._session.add_item(self._plan.spec.id))

    def _on_copy(self) -> None:
        self.choose(self._session.copy_item(self._plan.spec.id, self.item))

    def _on_remove(self) -> None:
        items = self._session.draft.items(self._plan.spec.id)
        place = items.index(self.item)
        gone, beside = self.item, items[place + 1 :][:1] or items[:place][-1:]
        self.item = beside[0] if beside else ""
        self._session.remove_item(self._plan.spec.id, gone)
        self.choose(self.item)
        self.view.setFocus()

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        items = self._session.draft.items(self._plan.spec.id)
        self._session.move_item(self._plan.spec.id, self.item, items.index(self.item) + by)
