"""A searchable and sortable table of the items of an activity list, with buttons to edit it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
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
from ...theme.theme import GRID, Theme, set_role
from ...widgets.accessibility import set_accessible_name
from ...widgets.labels import wrapped_label
from ..activity_model import (
    ActivityList,
    ActivityRecord,
    build_record,
    build_records,
    get_list_title,
)
from ..table_model import Index, TableModel, build_table_view

SORT_ROLE = Qt.ItemDataRole.UserRole + 1
NUMBER, TITLE, START, END, ORGANISATION, PERSONS = range(6)


class RecordsModel(TableModel):
    """A table model of activity records."""

    def __init__(self) -> None:
        super().__init__()
        self.records: tuple[ActivityRecord, ...] = ()
        self.headers = (
            self.tr("No."),
            self.tr("Title"),
            self.tr("From"),
            self.tr("To"),
            self.tr("Who"),
            self.tr("People"),
        )

    def show(self, records: tuple[ActivityRecord, ...]) -> None:
        """Set the records; with the same items, only changed rows are redrawn."""
        if [one.item for one in records] != [one.item for one in self.records]:
            self.beginResetModel()
            self.records = records
            self.endResetModel()
            return
        before, self.records = self.records, records
        for row, (old, new) in enumerate(zip(before, records, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row, 0), self.index(row, PERSONS))

    def row_count(self) -> int:
        """Return the number of records."""
        return len(self.records)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell as text, its sort key, or the full title as tool tip."""
        if not index.isValid() or index.row() >= len(self.records):
            return None
        record, column = self.records[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return format_cell(record, column)
            case Qt.ItemDataRole.ToolTipRole:
                return record.title if column == TITLE else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.headers[column]}: {format_cell(record, column) or '–'}"
            case _:
                return _get_sort_key(record, column) if role == SORT_ROLE else None


class SearchProxyModel(QSortFilterProxyModel):
    """Shows the rows that contain all words of a search; sorts by `SORT_ROLE`."""

    def __init__(self) -> None:
        super().__init__()
        self._words: tuple[str, ...] = ()
        self.setSortRole(SORT_ROLE)
        self.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setDynamicSortFilter(True)

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


def format_cell(record: ActivityRecord, column: int) -> str:
    """Return a cell as text."""
    day = {START: record.start, END: record.end}.get(column)
    if column in (START, END):
        return day.strftime(DATE_FORMAT) if day else ""
    if column == PERSONS:
        return "" if record.persons is None else str(record.persons)
    return {NUMBER: record.number, TITLE: record.title, ORGANISATION: record.organisation}[column]


def _get_sort_key(record: ActivityRecord, column: int) -> object:
    day = {START: record.start, END: record.end}.get(column)
    if column in (START, END):
        # Records without a date are sorted last.
        return day.isoformat() if day else "9999"
    if column == PERSONS:
        return record.persons or 0
    return record.position if column == NUMBER else format_cell(record, column)


class RecordTable(QWidget):
    """Search, table and buttons for the items of a list; changes go through the session."""

    chosen = Signal(str)
    """An item that was added, copied or selected by the program."""
    row_changed = Signal()
    """The user selected another row with the keyboard or the mouse."""

    def __init__(self, activity_list: ActivityList, session: Session, theme: Theme) -> None:
        super().__init__()
        self.item = ""
        self._activity_list = activity_list
        self._list_id = activity_list.spec.id
        self._title = get_list_title(activity_list, session)
        self._session = session
        self._theme = theme
        self.search_line = QLineEdit()
        self.search_line.setPlaceholderText(self.tr("Search the list"))
        self.search_line.setClearButtonEnabled(True)
        set_accessible_name(self.search_line, self.tr("Search: {}").format(self._title))
        self.model = RecordsModel()
        self.proxy = SearchProxyModel()
        self.proxy.setSourceModel(self.model)
        self.search_line.textChanged.connect(self._on_search)
        self.count_label = wrapped_label("", "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, GRID, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.search_line)
        layout.addWidget(self._build_table(), 1)
        layout.addWidget(self.count_label)
        layout.addLayout(self._build_buttons())

    def _build_table(self) -> QTableView:
        self.view = build_table_view(self.proxy, (7, 26, 13, 13, 24, 9))
        self.view.sortByColumn(NUMBER, Qt.SortOrder.AscendingOrder)
        set_accessible_name(self.view, self._title)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.selectionModel().currentRowChanged.connect(self._on_current)
        self.view.horizontalHeader().sortIndicatorChanged.connect(self._update_buttons)
        return self.view

    def _build_buttons(self) -> QHBoxLayout:
        add = self._session.texts.get(f"list.{self._list_id}.add") or self.tr("Add")
        self.add_button = QPushButton(self._theme.accent_icon("plus"), add)
        self.add_button.clicked.connect(self._on_add)
        self.copy_button = self._build_tool_button("copy", self.tr("Duplicate"))
        self.up_button = self._build_tool_button("arrow-up", self.tr("Move up"))
        self.down_button = self._build_tool_button("arrow-down", self.tr("Move down"))
        self.remove_button = self._build_tool_button("trash-2", self.tr("Remove"))
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

    def _build_tool_button(self, icon: str, label: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._theme.icon(icon))
        button.setToolTip(label)
        set_accessible_name(button, label)
        set_role(button, "plain")
        return button

    def refresh(self) -> None:
        """Show the current items; the selected one stays selected while it exists."""
        self.model.show(build_records(self._activity_list.spec, self._session))
        items = [one.item for one in self.model.records]
        if self.item not in items:
            self.item = items[0] if items else ""
        self._select()
        self._update_buttons()
        self.count_label.setText(plurals.described_records(len(items)))

    def refresh_items(self, items: frozenset[str]) -> None:
        """Update some items; the order of the list has not changed."""
        spec, records = self._activity_list.spec, list(self.model.records)
        for row, record in enumerate(records):
            if record.item in items:
                records[row] = build_record(spec, record.position, record.item, self._session)
        self.model.show(tuple(records))

    def choose(self, item: str) -> None:
        """Select an item, also one that the search hides."""
        self.item = item
        self.refresh()
        if item and not self.view.currentIndex().isValid():
            self.search_line.clear()
            self._select()
        self.chosen.emit(item)

    def _select(self) -> None:
        row = [one.item for one in self.model.records].index(self.item) if self.item else -1
        index = self.proxy.mapFromSource(self.model.index(row, TITLE))
        selection = self.view.selectionModel()
        if index.row() == self.view.currentIndex().row() and selection.hasSelection():
            return
        selection.blockSignals(True)
        self.view.setCurrentIndex(index)
        if index.isValid():
            self.view.selectRow(index.row())
            self.view.scrollTo(self.proxy.index(index.row(), NUMBER))
        selection.blockSignals(False)
        self.view.viewport().update()

    def _update_buttons(self) -> None:
        items = [one.item for one in self.model.records]
        position = items.index(self.item) if self.item else -1
        header = self.view.horizontalHeader()
        # Moving up and down changes the order of the list, so the table must show that order.
        shows_order = (
            header.sortIndicatorSection() == NUMBER
            and header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        )
        self.up_button.setEnabled(shows_order and position > 0)
        self.down_button.setEnabled(shows_order and 0 <= position < len(items) - 1)
        for button in (self.copy_button, self.remove_button):
            button.setEnabled(position >= 0)

    def _on_current(self, index: QModelIndex) -> None:
        source = self.proxy.mapToSource(index)
        if source.isValid():
            self.item = self.model.records[source.row()].item
            self._update_buttons()
            self.row_changed.emit()

    def _on_search(self, text: str) -> None:
        self.proxy.set_search(text)
        self._select()

    def _on_add(self) -> None:
        self.choose(self._session.add_item(self._list_id))

    def _on_copy(self) -> None:
        self.choose(self._session.copy_item(self._list_id, self.item))

    def _on_remove(self) -> None:
        items = self._session.draft.items(self._list_id)
        position = items.index(self.item)
        removed, neighbours = self.item, items[position + 1 :][:1] or items[:position][-1:]
        self.item = neighbours[0] if neighbours else ""
        self._session.remove_item(self._list_id, removed)
        self.choose(self.item)
        self.view.setFocus()

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        items = self._session.draft.items(self._list_id)
        self._session.move_item(self._list_id, self.item, items.index(self.item) + by)
