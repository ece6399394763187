"""The items of one activity list: a table, and the form of the selected item beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTableView,
    QToolButton,
    QWidget,
)

from erasmus_desk.draft.model import Key

from ...fields.line_fields import DATE_FORMAT
from ...fields.question_box import QuestionBox
from ...i18n import plurals
from ...qt_support import single_shot
from ...session.session import Session
from ...theme.theme import GRID, Theme, set_role
from ...widgets.accessibility import set_accessible_name
from ...widgets.labels import wrapped_label
from ...widgets.layouts import STRETCH, add_content, build_column, build_row
from ...widgets.scroll_page import set_up_scroll_area
from .. import activity_model
from ..activity_model import ActivityList, ActivityRecord
from ..base import FieldFindings
from ..form.questions_view import QuestionsView
from ..table_model import SearchProxyModel, TableModel, build_search_line, build_table_view

MIN_WIDE_CHARACTERS = 88
"""Width in characters from which table and form are side by side."""
FORM_DELAY = 60
"""Milliseconds after selecting a row before its form is built."""
NUMBER, TITLE, START, END, ORGANISATION, PERSONS = range(6)


class RecordsModel(TableModel[ActivityRecord]):
    """A table model of activity records."""

    def __init__(self) -> None:
        super().__init__()
        self.headers = (
            self.tr("No."),
            self.tr("Title"),
            self.tr("From"),
            self.tr("To"),
            self.tr("Who"),
            self.tr("People"),
        )

    def show(self, rows: tuple[ActivityRecord, ...]) -> None:
        """Set the records; with the same items, only changed rows are redrawn."""
        before = self.rows
        if [one.item for one in rows] != [one.item for one in before]:
            super().show(rows)
            return
        self.rows = rows
        for number, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(number, 0), self.index(number, PERSONS))

    def format_cell(self, row: ActivityRecord, column: int) -> str:
        """Return a cell as text."""
        start, end = (day.strftime(DATE_FORMAT) if day else "" for day in (row.start, row.end))
        persons = "" if row.persons is None else str(row.persons)
        return (row.number, row.title, start, end, row.organisation, persons)[column]

    def get_sort_key(self, row: ActivityRecord, column: int) -> object:
        """Return what a cell is sorted by; records without a date come last."""
        start, end = (day.isoformat() if day else "9999" for day in (row.start, row.end))
        return (row.position, row.title, start, end, row.organisation, row.persons or 0)[column]

    def get_detail(self, row: ActivityRecord, column: int, role: int) -> object:
        """Return the full title as tool tip."""
        return row.title if role == Qt.ItemDataRole.ToolTipRole and column == TITLE else None


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
        self._title = activity_model.get_list_title(activity_list, session)
        self._session = session
        self._theme = theme
        name = self.tr("Search: {}").format(self._title)
        self.search_line = build_search_line(self.tr("Search the list"), name)
        self.model = RecordsModel()
        self.proxy = SearchProxyModel(self.model)
        self.search_line.textChanged.connect(self._on_search)
        self.count_label = wrapped_label("", "quiet")
        layout = build_column(self, self.search_line, margins=(0, 0, 1, 0))
        layout.addWidget(self._build_table(), 1)
        add_content(layout, self.count_label, self._build_buttons())

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
        self.copy_button = self._build_tool_button("copy", self.tr("Duplicate"), self._on_copy)
        up, down = self.tr("Move up"), self.tr("Move down")
        self.up_button = self._build_tool_button("arrow-up", up, self._on_move)
        self.down_button = self._build_tool_button("arrow-down", down, self._on_move)
        self.remove_button = self._build_tool_button("trash-2", self.tr("Remove"), self._on_remove)
        tools = (self.copy_button, self.up_button, self.down_button, self.remove_button)
        return build_row(None, self.add_button, STRETCH, *tools, spacing=0.5)

    def _build_tool_button(self, icon: str, label: str, clicked: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._theme.icon(icon))
        button.setToolTip(label)
        button.setAccessibleName(label)
        set_role(button, "plain")
        button.clicked.connect(clicked)
        return button

    def refresh(self) -> None:
        """Show the current items; the selected one stays selected while it exists."""
        self.model.show(activity_model.build_records(self._activity_list.spec, self._session))
        items = [one.item for one in self.model.rows]
        if self.item not in items:
            self.item = items[0] if items else ""
        self._select()
        self._update_buttons()
        self.count_label.setText(plurals.described_records(len(items)))

    def refresh_items(self, items: frozenset[str]) -> None:
        """Update some items; the order of the list has not changed."""
        spec, records = self._activity_list.spec, list(self.model.rows)
        for row, record in enumerate(records):
            if record.item in items:
                records[row] = activity_model.build_record(
                    spec, record.position, record.item, self._session
                )
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
        row = [one.item for one in self.model.rows].index(self.item) if self.item else -1
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
        items = [one.item for one in self.model.rows]
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
            self.item = self.model.rows[source.row()].item
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

    def _on_move(self) -> None:
        """Move the item up or down, by the button that was clicked."""
        by = -1 if self.sender() is self.up_button else 1
        items = self._session.draft.items(self._list_id)
        self._session.move_item(self._list_id, self.item, items.index(self.item) + by)


class RecordsView(QSplitter):
    """The table of a list, and the scrolling form of the selected item."""

    focused = Signal(object)

    def __init__(self, activity_list: ActivityList, session: Session, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.activity_list = activity_list
        self.form: QuestionsView | None = None
        self._session = session
        self._theme = theme
        self._findings: FieldFindings = {}
        self._shown_item = ""
        self._is_sized = False
        self._pinned_widget: QWidget | None = None
        self.table = RecordTable(activity_list, session, theme)
        self.table.chosen.connect(self._on_chosen)
        # A held arrow key selects rows faster than forms are built.
        self._form_timer = single_shot(self, FORM_DELAY)
        self._form_timer.timeout.connect(self._show_form)
        self.table.row_changed.connect(self._form_timer.start)
        self.area = QScrollArea()
        set_up_scroll_area(self.area)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self.area.verticalScrollBar().actionTriggered.connect(self._on_scrolled)
        self.addWidget(self.table)
        self.addWidget(self.area)
        self.setStretchFactor(0, 2)
        self.setStretchFactor(1, 3)
        self.setChildrenCollapsible(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the form below the table where both do not fit side by side."""
        super().resizeEvent(event)
        is_wide = self.width() >= self.fontMetrics().averageCharWidth() * MIN_WIDE_CHARACTERS
        orientation = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if orientation is not self.orientation() or not self._is_sized:
            self._is_sized = True
            self.setOrientation(orientation)
            size = self.width() if is_wide else self.height()
            self.setSizes([size * 2 // 5, size * 3 // 5])

    def refresh(self) -> None:
        """Show the current items and the form of the selected one."""
        self.table.refresh()
        self._show_form()
        if self.form is not None:
            self.form.refresh()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after a change of the draft; typing in one item updates no other."""
        this_list = self.activity_list.spec.id
        owners = {activity_model.find_owner(key.item, self._session) for key in keys}
        has_new_order = any(key.question == this_list for key in keys)
        if has_new_order or any(list_id != this_list for list_id, _ in owners):
            self.table.refresh()
        else:
            self.table.refresh_items(frozenset(item for _, item in owners))
        self._show_form()
        if self.form is not None:
            self.form.on_changes(keys)

    def show_findings(self, findings: FieldFindings) -> None:
        """Show findings at their fields."""
        self._findings = findings
        if self.form is not None:
            self.form.show_findings(findings)

    def show_item(self, item: str) -> None:
        """Select an item and show its form."""
        if item != self.table.item or self._shown_item != item:
            self.table.choose(item)

    def show_key(self, key: Key) -> bool:
        """Scroll to an answer of the selected item and focus it."""
        widget = self.form.find_widget(key) if self.form is not None else None
        if widget is None:
            self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        if isinstance(widget, QuestionBox):
            widget.focus_first()
        else:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self._pinned_widget = widget
        self.area.ensureWidgetVisible(widget, 0, GRID * 8)
        return True

    def _on_range_changed(self) -> None:
        """Keep the focused widget in view while the form grows, until the user scrolls."""
        if self._pinned_widget is not None:
            self.area.ensureWidgetVisible(self._pinned_widget, 0, GRID * 8)

    def _on_scrolled(self) -> None:
        self._pinned_widget = None

    def _show_form(self) -> None:
        item = self.table.item
        self._form_timer.stop()
        if item == self._shown_item and self.area.widget() is not None:
            return
        self._shown_item = item
        self._pinned_widget = None
        body = QWidget()
        set_role(body, "page")
        self.form = None
        if item:
            groups = self.activity_list.groups
            self.form = QuestionsView(self._session, self._theme, groups, item=item)
            self.form.focused.connect(self.focused)
            self.form.show_findings(self._findings)
        hint = self.tr("Nothing here yet. Add the first one.")
        content = self.form or wrapped_label(hint, "quiet")
        build_column(body, content, STRETCH, margins=(2, 0, 1, 3), spacing=None)
        self.area.setWidget(body)

    def _on_chosen(self, item: str) -> None:
        self._show_form()
        key = Key(self.activity_list.spec.name, item)
        is_new = item and self._session.value(key) is None
        if is_new and self.table.add_button.hasFocus():
            self.show_key(key)
