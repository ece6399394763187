"""All activities in one table over the full width, with what adds, finds and moves them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.formats import capitalise

from ...qt_support import Index
from ...session.session import Session
from ...theme.theme import Theme
from ...widgets.accessibility import set_accessible_name
from ...widgets.buttons import ButtonLines, WrappingRow, push_button, tool_button
from ...widgets.cell_table import CellTable
from ...widgets.empty_card import EmptyCard
from ...widgets.key_hints import KeyHints
from ...widgets.labels import wrapped_label
from ...widgets.layouts import build_column
from ...widgets.row_menu import choose_place, show_row_menu
from .. import activity_model
from ..table_model import SearchProxyModel, build_search_line
from .add_menu import AddMenu
from .kinds import collect_kinds
from .list_model import (
    CODE,
    DATES,
    PERSONS,
    PLACE,
    SHARE,
    STATE,
    TITLE,
    ListModel,
    ListRow,
    find_empty_columns,
)

NARROW, SLIM = 84, 44
"""Width in characters below which dates, place and persons are below the title; the state too."""


class ActivityTable(CellTable):
    """The activities; Enter opens, Ins adds, Del takes out."""

    flexible = (TITLE, PLACE)
    opened = Signal(object)
    """The key of an activity: its list and its item."""
    add_wanted = Signal()
    remove_wanted = Signal()
    menu_requested = Signal(QPoint)
    """The place on the screen for the menu of the current row."""

    def __init__(self, model: ListModel, theme: Theme) -> None:
        super().__init__(theme)
        self.list_model = model
        self.empty_columns: frozenset[int] = frozenset()
        """The columns that the call has nothing for."""
        self._crowded = 0.0
        """Characters of a width in which the words of these activities were cut."""
        self.proxy = SearchProxyModel(model)
        self.setModel(self.proxy)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSortingEnabled(True)
        self.sortByColumn(DATES, Qt.SortOrder.AscendingOrder)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        for signal in (self.proxy.modelReset, self.proxy.layoutChanged):
            signal.connect(self.fit)
        self.proxy.dataChanged.connect(self.fit_rows)
        self.proxy.rowsInserted.connect(self.fit)
        self.proxy.rowsRemoved.connect(self.fit)
        self.clicked.connect(self._on_clicked)

    def fit(self) -> None:
        """Show the columns there is room for."""
        width = self.width() / max(self.fontMetrics().averageCharWidth(), 1)
        is_narrow = width < max(NARROW, self._crowded)
        self._arrange(width, is_narrow=is_narrow)
        super().fit()
        if not is_narrow and not self.has_room():
            # With fewer lines the page may lose its scroll bar: that is not room enough yet.
            bar = 2 * self.verticalScrollBar().sizeHint().width()
            self._crowded = width * (self.width() + bar) / self.width()
            self.fit()

    def _arrange(self, width: float, *, is_narrow: bool) -> None:
        self.list_model.set_narrow(is_narrow=is_narrow, is_slim=width < SLIM)
        self.set_narrow(is_narrow=is_narrow)
        for column in (DATES, PLACE, PERSONS, SHARE):
            self.setColumnHidden(column, is_narrow or column in self.empty_columns)
        self.setColumnHidden(STATE, width < SLIM)

    def current_row(self) -> ListRow | None:
        """Return the activity with the cursor."""
        source = self.proxy.mapToSource(self.currentIndex())
        rows = self.list_model.rows
        return rows[source.row()] if source.isValid() and source.row() < len(rows) else None

    def choose(self, key: Key | None) -> None:
        """Put the cursor on an activity, on the first one without it."""
        keys = [row.key for row in self.list_model.rows]
        row = keys.index(key) if key in keys else 0
        index = self.proxy.mapFromSource(self.list_model.index(row, CODE))
        self.setCurrentIndex(index if index.isValid() else self.proxy.index(0, CODE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, add with Ins, take out with Del."""
        row = self.current_row()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if row is not None:
                self.opened.emit(row.key)
            case Qt.Key.Key_Insert:
                self.add_wanted.emit()
            case Qt.Key.Key_Delete if row is not None:
                self.remove_wanted.emit()
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row below the mouse, or of the current one by a key."""
        place = choose_place(self, event)
        if place is None:
            event.ignore()
        else:
            self.menu_requested.emit(place)

    def _on_clicked(self, _index: Index) -> None:
        row = self.current_row()
        if row is not None:
            self.opened.emit(row.key)


class ActivityListView(QWidget):
    """The table with its tools; changes go through the session."""

    opened = Signal(object)
    added = Signal(object)
    """The `ActivityKind` to add."""

    def __init__(self, session: Session, language: str, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self.model = ListModel(lambda: language, session.pack.funding.currency)
        self.table = ActivityTable(self.model, theme)
        if not activity_model.has_own_dates(session):
            # What has the days of its parts is read in the order of its numbers.
            self.table.sortByColumn(CODE, Qt.SortOrder.AscendingOrder)
        set_accessible_name(self.table, activity_model.get_page_title(session))
        self.table.opened.connect(self.opened)
        self.table.add_wanted.connect(self.add)
        self.table.remove_wanted.connect(self._on_remove)
        self.table.menu_requested.connect(self._show_row_menu)
        self.table.selectionModel().currentChanged.connect(self._update_buttons)
        self.menu = AddMenu(session, theme)
        self.menu.chosen.connect(self.added)
        self.tools = self._build_tools()
        self.empty = self._build_empty()
        self.nothing_label = wrapped_label(
            self.tr("Nothing in the list contains these words."), "quiet"
        )
        self.keys = KeyHints(
            (self.tr("Enter"), self.tr("opens")),
            (self.tr("Ins"), self.tr("adds")),
            (self.tr("Del"), self.tr("removes")),
        )
        build_column(self, self.tools, self.table, self.empty, self.nothing_label, self.keys)

    def _build_tools(self) -> WrappingRow:
        icon = self._theme.icon
        accent = self._theme.accent_icon
        add = activity_model.get_plan_word(self._session, "add") or self.tr("Add")
        self.add_button = push_button(accent("plus"), add, clicked=self.add)
        self.copy_button = tool_button(icon("copy"), self.tr("Duplicate"), clicked=self._on_copy)
        self.up_button = tool_button(
            icon("arrow-up"), self.tr("Number it before the one above"), clicked=self._on_up
        )
        self.down_button = tool_button(
            icon("arrow-down"), self.tr("Number it after the one below"), clicked=self._on_down
        )
        self.search_line = build_search_line(
            self._theme, self.tr("Find in the list"), self.tr("Find in the list")
        )
        self.search_line.setMinimumWidth(self.fontMetrics().averageCharWidth() * 24)
        self.search_line.textChanged.connect(self._on_search)
        left = ButtonLines(self.add_button, self.copy_button, self.up_button, self.down_button)
        tools = WrappingRow(left, self.search_line)
        tools.row.addWidget(left, 0, Qt.AlignmentFlag.AlignLeft)
        tools.row.addStretch(1)
        tools.row.addWidget(self.search_line)
        return tools

    def _build_empty(self) -> EmptyCard:
        get_word = activity_model.get_plan_word
        many, about = (get_word(self._session, word) for word in ("many", "about"))
        title = self.tr("No {} yet").format(many or self.tr("activities"))
        # A language may begin with the name of the list.
        title = capitalise(title)
        text = self.tr("The budget grows with all that you plan.")
        plus = self._theme.accent_icon("plus")
        add = get_word(self._session, "add") or self.tr("Add an activity")
        self.first_button = push_button(plus, add, clicked=self.add)
        texts = (text, *([about] if about else []))
        return EmptyCard(self._theme, "calendar-range", title, *texts, buttons=(self.first_button,))

    def show_rows(self, rows: tuple[ListRow, ...], chosen: Key | None) -> None:
        """Show these activities with the cursor on one of them."""
        empty = find_empty_columns(self._session, rows)
        is_fitted = empty == self.table.empty_columns
        self.table.empty_columns = empty
        self.model.show(rows)
        if not is_fitted:
            self.table.fit()
        self.table.choose(chosen)
        self._show_parts()

    def add(self) -> None:
        """Add an activity, or show the kinds to choose from if the call has several."""
        kinds = collect_kinds(self._session)
        is_only = len(kinds) == 1 and not kinds[0].is_barred and not kinds[0].answers
        if is_only:
            self.added.emit(kinds[0])
        else:
            self.show_menu()

    def show_menu(self) -> None:
        """Show the kinds of activities that can be added."""
        button = self.add_button if self.table.isVisible() else self.first_button
        self.menu.open_kinds(button)

    def focus_first(self) -> None:
        """Put the focus on the table, or on what adds the first activity."""
        (self.table if self.table.isVisible() else self.first_button).setFocus()

    def _show_parts(self) -> None:
        is_empty, found = not self.model.rows, self.table.proxy.rowCount()
        for part in (self.tools, self.keys):
            part.setVisible(not is_empty)
        self.empty.setVisible(is_empty)
        self.table.setVisible(bool(found))
        self.nothing_label.setVisible(not found and not is_empty)
        self._update_buttons()

    def _update_buttons(self) -> None:
        row = self.table.current_row()
        items = self._session.draft.items(row.list_id) if row else ()
        position = items.index(row.record.item) if row and row.record.item in items else -1
        self.copy_button.setEnabled(position >= 0)
        self.up_button.setEnabled(position > 0)
        self.down_button.setEnabled(0 <= position < len(items) - 1)

    def _show_row_menu(self, place: QPoint) -> None:
        row = self.table.current_row()
        if row is None:
            return
        open_row, remove = QAction(self.tr("Open")), QAction(self.tr("Remove"))
        open_row.triggered.connect(lambda: self.opened.emit(row.key))
        remove.triggered.connect(self._on_remove)
        buttons = (self.copy_button, self.up_button, self.down_button)
        name = f"{row.record.number} {row.record.title}".strip()
        show_row_menu(self.table, place, name, (open_row,), buttons, (remove,))

    def _on_search(self, text: str) -> None:
        self.table.proxy.set_search(text)
        self._show_parts()

    def _on_copy(self) -> None:
        row = self.table.current_row()
        if row is not None:
            copy = self._session.copy_item(row.list_id, row.record.item)
            self.opened.emit(Key(row.list_id, copy))

    def _on_remove(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self._session.remove_item(row.list_id, row.record.item)
            self.focus_first()

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        row = self.table.current_row()
        if row is not None:
            items = self._session.draft.items(row.list_id)
            position = items.index(row.record.item) + by
            self._session.move_item(row.list_id, row.record.item, position)
