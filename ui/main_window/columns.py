"""Steps, page and guidance side by side, and what becomes of them in a narrow window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from ..qt_support import single_shot
from ..theme.theme import GRID, Theme, find_text_scale, set_role
from ..widgets.layouts import build_row
from ..widgets.scroll_page import PAGE_MARGIN, ScrollPage
from .guidance_pane import GuidancePane
from .page_factory import PageStack
from .step_buttons import StepButtons
from .step_list import StepList

NARROW = 1000
"""Pixels at 100 % below which the steps are buttons, and guidance lies over the page."""
WIDE = 1600
"""Pixels at 100 % from which the guidance stands beside the text, with both in the middle."""
ROOMY = 1366
"""Pixels at 100 % from which the guidance beside a text has its full width."""
LEAST_GUIDANCE, FULL_GUIDANCE = GRID * 33, GRID * 38
GAP = GRID * 7
"""Pixels between the text and the guidance beside it."""
GUIDANCE_WIDTH = 320


def is_narrow_for(widget: QWidget) -> bool:
    """Return whether a widget as wide as the window has no room for three columns."""
    return widget.width() < NARROW * find_text_scale(widget)


class EditorColumns(QWidget):
    """The three columns of the editor; the page takes what the others leave.

    In a narrow window the steps are buttons, and guidance is shown over the page on demand. In a
    wide one it stands beside the text, where the page keeps room for it.
    """

    guidance_left = Signal()
    """The guidance had the focus when it was closed."""

    def __init__(
        self, theme: Theme, steps: StepList, pages: PageStack, guidance: GuidancePane
    ) -> None:
        super().__init__()
        self._steps, self._pages, self._guidance = steps, pages, guidance
        self._is_narrow = self._is_wide = False
        self._shows_guidance = True
        """Whether the user wants to see it where there is room."""
        self._is_folded = False
        """Whether the page needs the width, so that guidance is shown on demand only."""
        self.step_buttons = StepButtons(theme, steps.chosen.emit)
        self.step_buttons.hide()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        # The guidance goes, and its place stays: with a column its handle would be destroyed, and
        # Qt, which goes through a list of all widgets for another type size, ends the program then.
        self._place = QWidget()
        self._guidance_row = build_row(self._place, guidance, spacing=0)
        for index, widget in enumerate((steps, pages, self._place)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(index, 1 if widget is pages else 0)
            self.splitter.setCollapsible(index, False)
        width = steps.sizeHint().width()
        steps.setMinimumWidth(GRID * 20)
        pages.setMinimumWidth(GRID * 40)
        guidance.setMinimumWidth(LEAST_GUIDANCE)
        self.splitter.setSizes([width, 774, max(592 - width, 264)])
        row = build_row(self, self.step_buttons, self.splitter, spacing=0)
        row.setStretchFactor(self.splitter, 1)
        # The splitter gives the pages their width later than it gets its own.
        self._place_timer = single_shot(self, 0)
        self._place_timer.timeout.connect(self._place_guidance)
        self.splitter.splitterMoved.connect(self._place_guidance)
        pages.shown.connect(self._place_guidance)
        guidance.closed.connect(self.toggle_guidance)
        steps.shown.connect(self.step_buttons.show_current)
        steps.width_changed.connect(self.show_steps)

    @property
    def is_guidance_shown(self) -> bool:
        """Whether guidance is in sight."""
        return not self._guidance.isHidden()

    def show_steps(self) -> None:
        """Show the steps of the list as buttons too, or give the list the room for its notes."""
        if self._is_narrow:
            self.step_buttons.show_rows(self._steps.model.rows)
            self.step_buttons.show_current(self._steps.current_step())
            return
        wide = self._steps.sizeHint().width()
        steps, page, *others = self.splitter.sizes()
        if steps < wide:
            self.splitter.setSizes([wide, max(page - (wide - steps), 0), *others])
            self._place_timer.start()

    @property
    def has_focus_in_steps(self) -> bool:
        """Whether the list of steps has the focus, or one of the buttons in its place."""
        focus = QApplication.focusWidget()
        return focus is not None and (
            focus is self._steps.view or self.step_buttons.isAncestorOf(focus)
        )

    def focus_steps(self) -> None:
        """Give the focus to the list of steps, or to the buttons in its place."""
        if self._is_narrow:
            self.step_buttons.focus_current()
        else:
            self._steps.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def prefer_guidance(self, *, is_shown: bool) -> None:
        """Show or hide the guidance wherever the window is wide."""
        self._shows_guidance = is_shown
        if not self._is_narrow:
            self._set_guidance_visible(is_visible=is_shown and not self._is_folded)
            self._place_guidance()

    def fold_guidance(self, *, is_folded: bool) -> None:
        """Hide the guidance beside a page that needs the width, until it is asked for."""
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            self.prefer_guidance(is_shown=self._shows_guidance)
            # The page is laid out once, in the width that it will have.
            self.splitter.refresh()

    def show_guidance(self, *, is_shown: bool) -> None:
        """Show or hide the guidance; a choice made where there is room holds where there is."""
        if not self._is_narrow and not self._is_folded:
            self._shows_guidance = is_shown
        focused = QApplication.focusWidget()
        had_focus = focused is not None and (
            focused is self._guidance or self._guidance.isAncestorOf(focused)
        )
        self._set_guidance_visible(is_visible=is_shown)
        self._place_guidance()
        if self._is_narrow and is_shown:
            self._guidance.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif had_focus and not is_shown:
            self.guidance_left.emit()

    def toggle_guidance(self) -> None:
        """Hide the guidance, or show it again."""
        self.show_guidance(is_shown=not self.is_guidance_shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the columns where the window became narrow or wide."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange the columns for another type size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the guidance over the page with Esc."""
        is_open = self._is_narrow and self.is_guidance_shown
        if is_open and event.key() == Qt.Key.Key_Escape:
            self.show_guidance(is_shown=False)
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        width = self.width() / find_text_scale(self)
        is_narrow, is_wide = is_narrow_for(self), width >= WIDE
        self._guidance.setMinimumWidth(FULL_GUIDANCE if width >= ROOMY else LEAST_GUIDANCE)
        was = (self._is_narrow, self._is_wide)
        if (is_narrow, is_wide) != was:
            self._is_narrow, self._is_wide = is_narrow, is_wide
            set_role(self._guidance, "drawer" if is_narrow else "page")
            if is_narrow or is_wide:
                self._guidance.setParent(self)
            else:
                self._guidance_row.addWidget(self._guidance)
            is_wanted = self._shows_guidance and not self._is_folded
            self._set_guidance_visible(is_visible=is_wanted and not is_narrow)
            self._steps.setHidden(is_narrow)
            self.show_steps()
            self.step_buttons.setVisible(is_narrow)
        self._place_guidance()
        self._place_timer.start()

    def _set_guidance_visible(self, *, is_visible: bool) -> None:
        self._guidance.setVisible(is_visible)
        self._place.setVisible(is_visible and self._guidance.parent() is self._place)

    def _place_guidance(self) -> None:
        """Put the guidance over the edge of a narrow page, or beside the text of a wide one."""
        page, shown = self._pages.currentWidget(), self.is_guidance_shown
        left = right = 0
        if self._is_narrow:
            width = min(GUIDANCE_WIDTH, self.splitter.width())
            self._guidance.setGeometry(self.width() - width, 0, width, self.height())
        elif self._is_wide and shown and isinstance(page, ScrollPage):
            bar = page.verticalScrollBar().sizeHint().width()
            room = self._pages.width() - bar
            beside = GAP + GUIDANCE_WIDTH
            most = room - PAGE_MARGIN - beside - 2 * GRID
            column = min(page.column_widget.maximumWidth(), most)
            left = max((room - column - beside) // 2 - PAGE_MARGIN, 0)
            right = room - left - column - 2 * PAGE_MARGIN
            at = self._pages.mapTo(self, QPoint(left + PAGE_MARGIN + column + GAP, 0))
            self._guidance.setGeometry(at.x(), at.y(), GUIDANCE_WIDTH, self._pages.height())
        if isinstance(page, ScrollPage):
            page.keep_clear(left, right)
        if self._is_narrow or self._is_wide:
            self._guidance.raise_()
