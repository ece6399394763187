"""The list of the changes in returned files, in groups, with the decision on each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.result import AnswerMerge

from ...theme.theme import GRID, Theme
from ...widgets.accessibility import set_accessible_name
from ..table_model import set_up_tree
from .decision_model import ReviewItem

MAX_ROWS = 12
"""Rows that are visible without scrolling."""


class ChangeList(QTreeWidget):
    """A tree of review items; an item is found by its row and a row by its item."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[tuple[ReviewItem, QTreeWidgetItem]] = []
        what = QCoreApplication.translate("ReviewImport", "What")
        set_up_tree(self, what, QCoreApplication.translate("ReviewImport", "Decision"), width=18)
        set_accessible_name(
            self, QCoreApplication.translate("ReviewImport", "Changes in the returned file")
        )

    def add_group(
        self, title: str, items: tuple[tuple[ReviewItem, str], ...], *, is_collapsed: bool = False
    ) -> None:
        """Add items with their names under a heading; without items, no heading is added."""
        if not items:
            return
        group = QTreeWidgetItem(self, [f"{title} ({len(items)})"])
        group.setFirstColumnSpanned(True)
        for item, name in items:
            row = QTreeWidgetItem(group, [name, ""])
            row.setToolTip(0, name)
            self._rows.append((item, row))
        group.setExpanded(not is_collapsed)

    def clear_items(self) -> None:
        """Remove all groups and items."""
        self._rows = []
        self.clear()

    def set_status(self, item: ReviewItem, text: str, *, is_undecided: bool) -> None:
        """Show the decision on an item, as text and icon."""
        row = next((row for one, row in self._rows if one == item), None)
        if row is not None:
            row.setText(1, text)
            undecided, decided = self._theme.warm_icon, self._theme.good_icon
            row.setIcon(1, undecided("circle-help") if is_undecided else decided("check"))

    def fit_height(self) -> None:
        """Fit the height to the rows, up to a maximum."""
        # Rows that are measured before the style sheet is applied keep the height of plain text.
        self.ensurePolished()
        line = self.sizeHintForRow(0)
        rows = self.topLevelItemCount() + len(self._rows)
        extra = self.header().sizeHint().height() + self.frameWidth() * 2 + GRID * 2
        self.setFixedHeight(min(rows, MAX_ROWS) * line + extra)
        self.setVisible(bool(self._rows))

    def selected_item(self) -> ReviewItem | None:
        """Return the selected item."""
        current = self.currentItem()
        return next((item for item, row in self._rows if row is current), None)

    def select_first(self) -> None:
        """Select the first item."""
        if self._rows:
            self.setCurrentItem(self._rows[0][1])

    def select_next(self, is_wanted: Callable[[ReviewItem], bool]) -> None:
        """Select the next wanted item after the current one, else the next item."""
        rows = [row for _, row in self._rows]
        current = self.currentItem()
        start = rows.index(current) + 1 if current in rows else 0
        others = [*self._rows[start:], *self._rows[: max(0, start - 1)]]
        wanted = [row for item, row in others if is_wanted(item)]
        candidates = wanted or [row for _, row in others]
        if candidates:
            self.setCurrentItem(candidates[0])
            self.scrollToItem(candidates[0])

    def select_answer(self, key: Key) -> bool:
        """Select an answer; return whether it is in the list."""
        for item, row in self._rows:
            if isinstance(item, AnswerMerge) and item.key == key:
                self.setCurrentItem(row)
                return True
        return False
