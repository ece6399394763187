"""Tables that are as high as their rows, so that only the page around them scrolls."""

from __future__ import annotations

from typing import Final, cast, overload

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView

from ..qt_support import Index

_TRIGGERS = QAbstractItemView.EditTrigger
TYPED_IN: Final = (
    _TRIGGERS.AnyKeyPressed
    | _TRIGGERS.EditKeyPressed
    | _TRIGGERS.SelectedClicked
    | _TRIGGERS.DoubleClicked
)
"""How the editing of a cell begins in a table that is typed in."""


class PageTable(QTableView):
    """A table in which a click on the current cell begins to edit it at once.

    Qt waits for a second click. Until then it drops what is typed, and then the cell takes the
    focus from wherever it is by now, also out of another page. A second click edits the cell too,
    so there is nothing to wait for.
    """

    @overload
    def edit(self, index: Index, /) -> None: ...

    @overload
    def edit(
        self, index: Index, trigger: QAbstractItemView.EditTrigger, event: QEvent, /
    ) -> bool: ...

    def edit(
        self,
        index: Index,
        trigger: QAbstractItemView.EditTrigger = _TRIGGERS.AllEditTriggers,
        event: QEvent | None = None,
        /,
    ) -> bool | None:
        """Begin to edit a cell, if this is a way to do it; return whether it began."""
        if trigger is _TRIGGERS.SelectedClicked and trigger in self.editTriggers():
            trigger = _TRIGGERS.EditKeyPressed
        # The stubs of Qt do not know that there may be no event.
        return super().edit(index, trigger, cast("QEvent", event))


def put_on_page(table: QTableView) -> None:
    """Let a table show rows without a grid, and never scroll by itself."""
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setMouseTracking(True)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header.setHighlightSections(False)
