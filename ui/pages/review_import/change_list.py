"""The list of what came home, in groups, each thing with what was decided on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.result import Answered

from ...theme.theme import GRID, Look
from ...widgets.accessibility import name
from .decision_model import Thing

MOST_ROWS = 12
"""Rows that are seen at a time."""


class ThingsTree(QTreeWidget):
    """Lists things; knows which row is which."""

    def __init__(self, look: Look) -> None:
        """Build an empty list."""
        super().__init__()
        self._look = look
        self._rows: list[tuple[Thing, QTreeWidgetItem]] = []
        what = QCoreApplication.translate("Coming", "What")
        self.setHeaderLabels([what, QCoreApplication.translate("Coming", "Decided")])
        self.setWordWrap(True)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        self.header().resizeSection(1, GRID * 18)
        self.header().setStretchLastSection(False)
        name(self, QCoreApplication.translate("Coming", "What came home"))

    def add_group(
        self, title: str, things: tuple[tuple[Thing, str], ...], *, is_folded: bool = False
    ) -> None:
        """Add things under a heading; without any there is no heading."""
        if not things:
            return
        head = QTreeWidgetItem(self, [f"{title} ({len(things)})"])
        head.setFirstColumnSpanned(True)
        for thing, words in things:
            row = QTreeWidgetItem(head, [words, ""])
            row.setToolTip(0, words)
            self._rows.append((thing, row))
        head.setExpanded(not is_folded)

    def empty(self) -> None:
        """Take everything out of the list."""
        self._rows = []
        self.clear()

    def set_state(self, thing: Thing, words: str, *, is_open: bool) -> None:
        """Say what was decided on a thing, by words and icon."""
        row = self._row(thing)
        if row is not None:
            row.setText(1, words)
            mark = self._look.warm_icon("circle-help") if is_open else self._look.good_icon("check")
            row.setIcon(1, mark)

    def fit(self) -> None:
        """Take the height of the rows, up to a good part of the page."""
        # Rows that are measured before the style is there keep the height of bare text.
        self.ensurePolished()
        line = self.sizeHintForRow(0)
        rows = self.topLevelItemCount() + len(self._rows)
        around = self.header().sizeHint().height() + self.frameWidth() * 2 + GRID * 2
        self.setFixedHeight(min(rows, MOST_ROWS) * line + around)
        self.setVisible(bool(self._rows))

    def current_thing(self) -> Thing | None:
        """Give the thing that is chosen."""
        current = self.currentItem()
        return next((thing for thing, row in self._rows if row is current), None)

    def choose_first(self) -> None:
        """Choose the first thing."""
        if self._rows:
            self.setCurrentItem(self._rows[0][1])

    def choose_next(self, is_wanted: Callable[[Thing], bool]) -> None:
        """Choose the next wanted thing behind the current one, else the next one at all."""
        rows = [row for _, row in self._rows]
        current = self.currentItem()
        start = rows.index(current) + 1 if current in rows else 0
        behind = [*self._rows[start:], *self._rows[: max(0, start - 1)]]
        wanted = [row for thing, row in behind if is_wanted(thing)]
        following = wanted or [row for _, row in behind]
        if following:
            self.setCurrentItem(following[0])
            self.scrollToItem(following[0])

    def choose(self, key: Key) -> bool:
        """Choose an answer; tells whether it is here."""
        for thing, row in self._rows:
            if isinstance(thing, Answered) and thing.key == key:
                self.setCurrentItem(row)
                return True
        return False

    def _row(self, thing: Thing) -> QTreeWidgetItem | None:
        return next((row for one, row in self._rows if one == thing), None)
