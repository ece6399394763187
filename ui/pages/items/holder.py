"""The table of items with the details of one of them laid over the room below its row."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from erasmus_desk.draft.display_names import name_item
from erasmus_desk.draft.model import Key

from ...qt_support import single_shot
from ...session.session import TYPED, Session
from ...theme.theme import Theme, set_role
from ...widgets.accessibility import set_accessible_name
from ...widgets.layouts import build_column
from ..activity_model import find_owner_in
from ..base import FieldFindings
from .cells import FieldBuilder
from .details import ItemDetails
from .model import ItemsModel
from .part_form import has_focus
from .table import ItemsTable


class OpenRow(Struct, frozen=True):
    """The item of the current row, the one that is unfolded, and the part of it that is open."""

    current: str
    unfolded: str
    part: str


class ItemsHolder(QFrame):
    """Keeps the table, and the details of the item that is unfolded beside it.

    The row of that item is higher, and its details lie over it as a sibling of the table: so a
    screen reader finds the fields, which it would not in a widget of a cell.
    """

    focused = Signal(object)
    unfolded = Signal(str)
    """The item that was unfolded, or an empty text when it was folded."""

    def __init__(
        self, list_id: str, session: Session, theme: Theme, build_field: FieldBuilder
    ) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._findings: FieldFindings = {}
        self.details: ItemDetails | None = None
        self.model = ItemsModel(list_id, session)
        self.table = ItemsTable(self.model, theme, build_field)
        set_accessible_name(self.table, session.texts.get(f"list.{list_id}.many"))
        set_role(self, "card")
        build_column(self, self.table, margins=(0.125, 0.125, 0.125, 0.125))
        self._fit_timer: QTimer = single_shot(self, 0)
        self._fit_timer.timeout.connect(self.fit)
        self.table.toggled.connect(self.toggle)
        self.table.entered_details.connect(self._enter_details)

    def read_open(self) -> OpenRow:
        """Return what is open."""
        unfolded, part = (self.details.item, self.details.part) if self.details else ("", "")
        return OpenRow(self.table.current_item(), unfolded, part)

    def take_open(self, row: OpenRow) -> None:
        """Open what was open in the table before this one, if it is still there."""
        self.refresh()
        if row.unfolded in self.model.items:
            self.unfold(row.unfolded).open_part(row.part)
        if row.current in self.model.items:
            self.table.choose(row.current)

    def refresh(self) -> None:
        """Show the current items; the details go with an item that is gone."""
        at, column = self.table.current_item(), self.table.currentIndex().column()
        row = self.table.currentIndex().row()
        self.model.refresh()
        if at in self.model.items:
            self.table.choose(at, column)
        else:
            last = max(len(self.model.items) - 1, 0)
            self.table.setCurrentIndex(self.model.index(min(max(row, 0), last), 0))
        if self.details is not None and self.details.item not in self.model.items:
            self._drop_details()
        elif self.details is not None:
            self.details.refresh()
            self._name_details(self.details)
        self.fit()

    def on_changes(self, keys: frozenset[Key]) -> bool:
        """Update the rows of these answers, and the details; return whether a row changed."""
        owners = {self._owner(key.item) for key in keys} - {""}
        changed = [item for item in owners if self.model.refresh_item(item)]
        if self.details is not None:
            self.details.on_changes(keys)
            if changed or not all(self._is_typed(key) for key in keys):
                self.details.show_states()
        if changed:
            self.fit()
        return bool(changed)

    def show_findings(self, findings: FieldFindings) -> None:
        """Show findings in the rows and at the fields."""
        self._findings = findings
        self.model.show_findings(findings)
        if self.details is not None:
            self.details.show_findings(findings)
        self.fit()

    def toggle(self, item: str) -> None:
        """Unfold an item and go into it, or fold it."""
        if self.details is not None and self.details.item == item:
            self.fold()
        else:
            self.unfold(item)
            self._enter_details()

    def fold(self) -> None:
        """Fold the item that is open; the focus stays on its row."""
        self._drop_details()
        self.fit()
        self.unfolded.emit("")

    def unfold(self, item: str) -> ItemDetails:
        """Show the details of an item."""
        if self.details is not None and self.details.item == item:
            return self.details
        self._drop_details()
        details = self.details = ItemDetails(self.model.spec, item, self._session, self._theme)
        details.setParent(self)
        details.focused.connect(self.focused)
        details.left.connect(self._on_left)
        details.resized.connect(self._fit_timer.start)
        details.show_findings(self._findings)
        details.open_first()
        self._name_details(details)
        self.table.choose(item)
        details.show()
        self.fit()
        self.unfolded.emit(item)
        return details

    def fit(self) -> None:
        """Make the open row as high as its details, and lay them over it."""
        table, details = self.table, self.details
        width = table.viewport().width()
        if details is None:
            table.open_row, table.details_height = -1, 0
        else:
            table.open_row = self.model.row_of(details.item)
            # The line below the row stays in view.
            table.details_height = details.needed_height(width) + 1
        table.fit()
        if details is None:
            return
        top = table.rowViewportPosition(table.open_row) + table.base_height(table.open_row)
        place = table.viewport().mapTo(self, QPoint(0, top))
        details.setGeometry(place.x(), place.y(), width, table.details_height - 1)
        details.raise_()
        details.chain_tabs(table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the details out for the new width."""
        super().resizeEvent(event)
        self._fit_timer.start()

    def _is_typed(self, key: Key) -> bool:
        """Return whether an answer is typed, so that nothing else is asked because of it."""
        question = self._session.form.questions.get(key.question)
        return question is not None and question.type in TYPED

    def _owner(self, item: str) -> str:
        """Return the item of the list that an item or a row inside it belongs to."""
        return find_owner_in(self.model.spec.id, item, self._session) if item else ""

    def _name_details(self, details: ItemDetails) -> None:
        session, spec = self._session, self.model.spec
        name = name_item(session.draft, session.pack, session.texts, spec.id, details.item).text
        set_accessible_name(details, self.tr("Details of {}").format(name))

    def _drop_details(self) -> None:
        if self.details is not None:
            if has_focus(self.details):
                self.table.setFocus()
            self.details.hide()
            self.details.deleteLater()
            self.details = None

    def _enter_details(self) -> None:
        if self.details is not None:
            self.details.focus_first()

    def _on_left(self) -> None:
        self.table.setFocus()
