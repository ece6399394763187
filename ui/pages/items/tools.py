"""The buttons over a table of items: those that add, and those for the current row."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton

from ...session.session import Session
from ...theme.theme import GRID, Theme, set_role
from ...widgets.accessibility import set_accessible_name
from ...widgets.buttons import (
    ButtonRow,
    InnerRow,
    WrappingRow,
    button_group,
    push_button,
    tool_button,
)
from ...widgets.labels import short_label
from ...widgets.row_menu import show_row_menu
from .model import NAME_COLUMN
from .table import ItemsTable


class ItemTools(WrappingRow):
    """Adding stands at the left, away from what moves and removes a row.

    Where it is narrow, the button to paste keeps its icon only; where those that add do not fit
    into one line even then, the button for saved organisations too.
    """

    def __init__(self, list_id: str, session: Session, theme: Theme) -> None:
        super().__init__()
        icon = theme.icon
        add = session.texts.get(f"list.{list_id}.add") or self.tr("Add")
        self.add_button = push_button(icon("plus"), add)
        self._saved = self.tr("Add saved organisation")
        self.partner_book_button = push_button(icon("book-user"), self._saved)
        set_accessible_name(self.partner_book_button, self._saved)
        self.partner_book_button.setToolTip(self.tr("Add an organisation that you saved before"))
        self._paste = self.tr("Paste rows from Excel")
        self.paste_button = push_button(icon("clipboard-paste"), self._paste)
        self.paste_button.setToolTip(self.tr("Paste rows from Excel (Ctrl+V in the table)"))
        set_accessible_name(self.paste_button, self._paste)
        save = self.tr("Save for other proposals")
        self.save_partner_button = tool_button(icon("bookmark-plus"), save)
        up = self.tr("Move up (Ctrl+Shift+↑)")
        self.up_button = tool_button(icon("arrow-up"), up)
        down = self.tr("Move down (Ctrl+Shift+↓)")
        self.down_button = tool_button(icon("arrow-down"), down)
        remove = self.tr("Remove (Ctrl+Delete)")
        self.remove_button = tool_button(icon("trash-2"), remove)
        tools: list[QAbstractButton] = [self.up_button, self.down_button, self.remove_button]
        beside = [self.paste_button]
        if list_id == session.pack.role("organisations"):
            tools.append(self.save_partner_button)
            beside.insert(0, self.partner_book_button)
        self._adding = ButtonRow(self.add_button, InnerRow(*beside))
        self._tools = button_group(*tools)
        self.row_buttons = (*tools, self.paste_button)
        """The buttons that do something with the current row, or from there on."""
        self.widgets = (self._adding, self._tools)
        self.row.addWidget(self._adding, 1)
        self.row.addWidget(self._tools, 0, Qt.AlignmentFlag.AlignLeft)

    def show_position(self, row: int, count: int) -> None:
        """Enable what can be done with the row at a position, -1 for none."""
        self.up_button.setEnabled(row > 0)
        self.down_button.setEnabled(0 <= row < count - 1)
        for button in (self.remove_button, self.save_partner_button):
            button.setEnabled(row >= 0)

    def show_menu(self, table: ItemsTable, place: QPoint) -> None:
        """Show the menu of the current row at a place on the screen."""
        here, item = table.currentIndex(), table.current_item()
        is_open = bool(item) and here.row() == table.open_row
        unfold = QAction(self.tr("Fold (Space)") if is_open else self.tr("Unfold (Space)"))
        unfold.setEnabled(bool(item))
        unfold.triggered.connect(lambda: table.toggled.emit(item))
        name = table.items_model.text(here.siblingAtColumn(NAME_COLUMN))
        groups = ((unfold,), self.row_buttons)
        show_row_menu(table, place, name or table.accessibleName(), *groups)

    def needed_width(self) -> int:
        """Return the width of both groups with all buttons side by side."""
        return self._adding.needed_width() + GRID + self._tools.sizeHint().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the texts of the buttons that have an icon where there is room."""
        room = event.size().width()
        _show_text(self.paste_button, self._paste)
        _show_text(self.partner_book_button, self._saved)
        if self.needed_width() > room:
            _show_text(self.paste_button, "")
        if self._adding.needed_width() > room:
            _show_text(self.partner_book_button, "")
        super().resizeEvent(event)


def _show_text(button: QPushButton, text: str) -> None:
    """Show a text, or the icon alone: each is measured with the look that goes with it."""
    if button.text() != text:
        button.setText(text)
        set_role(button, "" if text else "sign")


class HeadRow(WrappingRow):
    """The title of the page with a summary at its right, or below it."""

    def __init__(self, title: QLabel) -> None:
        self.summary = short_label("", "quiet")
        super().__init__(title, self.summary)
        self._title = title
        self.row.addWidget(title, 1)
        self.row.addWidget(self.summary, 0, Qt.AlignmentFlag.AlignBottom)

    def needed_width(self) -> int:
        """Return the width of both on one line."""
        title = self._title.fontMetrics().horizontalAdvance(self._title.text())
        return title + 3 * GRID + self.summary.sizeHint().width()
