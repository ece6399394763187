"""The steps of the guided start, the page of one, and what it means, side by side.

In a wide window the page and what it means stand in the middle of what the steps leave.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from ..theme.theme import Theme, find_text_scale, set_role
from ..widgets.layouts import build_column, build_row
from ..widgets.scroll_page import PAGE_MARGIN, set_up_scroll_area
from .page import WizardPage
from .start_list import StartList

NARROW = 1000
"""Pixels at 100 % below which the steps are numbers, and what a page means is below it."""
WIDE = 1600
"""Pixels at 100 % from which the page and what it means are in the middle, without a line."""
ASIDE_WIDTH, ASIDE_MARGIN = 320, 20


class StartColumns(QWidget):
    """The three columns; in a narrow window what a page means is below it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._pages: list[WizardPage] = []
        self._is_narrow: bool | None = None
        self.steps = StartList(theme)
        self.stack = QStackedWidget()
        self.beside = QScrollArea()
        set_up_scroll_area(self.beside)
        self.beside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        set_role(holder, "page")
        self._aside_column = build_column(holder, spacing=0)
        self.beside.setWidget(holder)
        columns = build_row(self, self.steps, self.stack, self.beside, spacing=0)
        columns.setStretchFactor(self.stack, 1)

    def show_pages(self, pages: list[WizardPage]) -> None:
        """Take these pages in place of those before; those that are not among them are deleted."""
        for page in self._pages:
            if page in pages:
                continue
            self.stack.removeWidget(page)
            self._aside_column.removeWidget(page.aside)
            page.aside.hide()
            page.aside.deleteLater()
            page.deleteLater()
        self._pages = pages
        for page in pages:
            if self.stack.indexOf(page) < 0:
                self.stack.addWidget(page)

    def show_page(self, page: WizardPage) -> None:
        """Show a page with what it means."""
        self.stack.setCurrentWidget(page)
        self._place_aside()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show numbers in place of the steps where the window is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange the columns for another type size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        """Show the columns for which there is room."""
        is_narrow = self.width() < NARROW * find_text_scale(self)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.steps.arrange(is_narrow=is_narrow)
            self.beside.setHidden(is_narrow)
            self._place_aside()
        else:
            self._centre()

    def _centre(self) -> None:
        """Put the page and what it means into the middle of a wide window."""
        page, scale = self.stack.currentWidget(), find_text_scale(self)
        if not isinstance(page, WizardPage):
            return
        aside, free = int(ASIDE_WIDTH * scale), 0
        is_wide = self.width() >= WIDE * scale
        if is_wide:
            column = page.column_widget.maximumWidth() + 2 * PAGE_MARGIN
            bar = page.verticalScrollBar().sizeHint().width()
            free = max(self.width() - self.steps.width() - column - bar - aside, 0) // 2
        page.keep_clear(free, 0)
        self._aside_column.setContentsMargins(ASIDE_MARGIN, 0, ASIDE_MARGIN + free, 0)
        self.beside.setFixedWidth(aside + free)
        role = "page" if is_wide else "drawer"
        if self.beside.property("role") != role:
            set_role(self.beside, role)

    def _place_aside(self) -> None:
        """Put what the page means beside it, or below it."""
        page = self.stack.currentWidget()
        if not isinstance(page, WizardPage):
            return
        for other in self._pages:
            if other is not page and other.aside.parent() is self.beside.widget():
                self._aside_column.removeWidget(other.aside)
                other.aside.hide()
        (page.column if self._is_narrow else self._aside_column).addWidget(page.aside)
        page.aside.show()
        self._centre()
