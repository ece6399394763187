"""The items of a list as a table: one row each, and a last row to type another name."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from erasmus_desk.call.form import Question
from erasmus_desk.draft.display_names import format_item_number
from erasmus_desk.draft.model import Key, Value
from erasmus_desk.draft.organisations import find_lead
from erasmus_desk.i18n.formats import capitalise

from ...qt_support import Index
from ...session.session import Session
from ..base import FieldFindings
from ..question_texts import format_answer_at
from .row_state import ItemState, compute_state

NAME_COLUMN: Final = 0
NO_INDEX: Final = QModelIndex()
Role = Qt.ItemDataRole


class ItemsModel(QAbstractTableModel):
    """Names, the columns that the call asks for, the role of an item, and how complete it is."""

    def __init__(self, list_id: str, session: Session) -> None:
        super().__init__()
        self._session = session
        self.spec = session.form.lists[list_id]
        self.items: tuple[str, ...] = ()
        self.questions = (self.spec.name, *self.spec.columns)
        """The questions of the columns that can be typed in, from the left."""
        texts = session.texts
        first, other = texts.get(f"list.{list_id}.first"), texts.get(f"list.{list_id}.other")
        other = other or texts.get(f"list.{list_id}.one")
        self._roles = (capitalise(first), capitalise(other)) if first else ()
        self._findings: FieldFindings = {}
        self._states: dict[str, ItemState] = {}
        self._shown: dict[str, tuple[object, ...]] = {}
        """What the rows that were changed last say."""

    @property
    def state_column(self) -> int:
        """The last column."""
        return self.columnCount() - 1

    @property
    def role_column(self) -> int:
        """The column before it, or -1 where all items are alike."""
        return len(self.questions) if self._roles else -1

    def question(self, column: int) -> Question:
        """Return the question that a column answers."""
        return self._session.form.questions[self.questions[column]]

    def key(self, index: Index) -> Key | None:
        """Return the answer of a cell that can be typed in; none of the last row."""
        if index.row() >= len(self.items) or index.column() >= len(self.questions):
            return None
        return Key(self.questions[index.column()], self.items[index.row()])

    def value(self, index: Index) -> Value | None:
        """Return the answer of a cell."""
        key = self.key(index)
        return self._session.value(key) if key else None

    def row_of(self, item: str) -> int:
        """Return the row of an item, the last row for one that is not there."""
        return self.items.index(item) if item in self.items else len(self.items)

    def number(self, row: int) -> str:
        """Return the number of the item of a row, as in the Word file; empty in the last row."""
        if not 0 <= row < len(self.items):
            return ""
        session, item = self._session, self.items[row]
        return format_item_number(session.draft, session.pack, self.spec.id, item)

    def state(self, row: int) -> ItemState | None:
        """Return how complete the item of a row is."""
        if row >= len(self.items):
            return None
        item = self.items[row]
        if item not in self._states:
            self._states[item] = compute_state(self.spec, item, self._session, self._findings)
        return self._states[item]

    def role(self, row: int) -> str:
        """Return the role of an item: the one that leads the list has another than the others."""
        if row >= len(self.items) or not self._roles:
            return ""
        return self._roles[not self.is_lead(row)]

    def is_lead(self, row: int) -> bool:
        """Return whether the item of a row leads the list."""
        lead = find_lead(self._session.draft, self.spec)
        return row < len(self.items) and self.items[row] == lead

    def refresh(self) -> None:
        """Show the current items; only what differs is inserted or removed."""
        items = self._session.draft.items(self.spec.id)
        self._states = {}
        self._shown = {}
        if items == self.items:
            self._emit_changed(0, len(items))
            return
        if set(items) == set(self.items):
            self.items = items
            self._emit_changed(0, len(items))
            return
        kept = [one for one in self.items if one in items]
        for row in reversed(range(len(self.items))):
            if self.items[row] not in items:
                self.beginRemoveRows(NO_INDEX, row, row)
                self.items = (*self.items[:row], *self.items[row + 1 :])
                self.endRemoveRows()
        if [one for one in items if one in kept] != kept:
            self.items = tuple(one for one in items if one in kept)
        for row, item in enumerate(items):
            if item not in self.items:
                # At the end, the last row becomes that of the item, with what is edited there.
                place = row + (row == len(self.items))
                self.beginInsertRows(NO_INDEX, place, place)
                self.items = (*self.items[:row], item, *self.items[row:])
                self.endInsertRows()
        self._emit_changed(0, len(items))

    def refresh_item(self, item: str) -> bool:
        """Show the current answers of an item; return whether its row looks different now."""
        before = self._shown.get(item)
        self._states.pop(item, None)
        row = self.row_of(item)
        now = (self.state(row), *(self.text(self.index(row, one)) for one in self._columns()))
        if now == before:
            return False
        self._shown[item] = now
        self._emit_changed(row, row)
        return True

    def show_findings(self, findings: FieldFindings) -> None:
        """Show which answers are wrong."""
        self._findings = findings
        self._states = {}
        self._shown = {}
        self._emit_changed(0, len(self.items))

    def no_name(self) -> str:
        """Return what stands for a name that is missing."""
        return self.tr("(no name yet)")

    def invite(self) -> str:
        """Return the text of the last row."""
        return self.tr("Type a name, or paste rows from Excel")

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of items and one for the row that adds another."""
        return 0 if parent.isValid() else len(self.items) + 1

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.questions) + bool(self._roles) + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cells with an answer be typed in, and the first one of the last row."""
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_new_name = index.row() == len(self.items) and index.column() == NAME_COLUMN
        return plain | Qt.ItemFlag.ItemIsEditable if self.key(index) or is_new_name else plain

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Return the text of a cell, and for a screen reader what an empty one is."""
        if role == Role.DisplayRole:
            return self.text(index)
        if role == Role.AccessibleTextRole:
            return self.text(index) or self.tr("empty")
        state = self.state(index.row())
        is_described = role in (Role.ToolTipRole, Role.AccessibleDescriptionRole)
        if is_described and state and index.column() == self.state_column:
            return state.advice or None
        return None

    def text(self, index: Index) -> str:
        """Return the text of a cell."""
        row, column = index.row(), index.column()
        key = self.key(index)
        if key is not None:
            return format_answer_at(key, self._session)
        if row == len(self.items):
            return self.invite() if column == NAME_COLUMN else ""
        state = self.state(row)
        if column == self.state_column and state:
            return state.describe()
        return self.role(row)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """Return the label of a column, and for a screen reader the name of a row."""
        if role != Role.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return self.text(self.index(section, NAME_COLUMN))
        if section == NAME_COLUMN:
            return self.tr("Name")
        if section < len(self.questions):
            return self._session.texts.short_label(self.questions[section])
        return self.tr("Complete") if section == self.state_column else self.tr("Role")

    def _columns(self) -> range:
        return range(len(self.questions))

    def _emit_changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, self.state_column))
