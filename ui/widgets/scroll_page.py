"""A scrolling page with a title, which the home page and the pages of a draft are built on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QMargins, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QScrollBar, QWidget

from ..theme.theme import COLUMN_WIDTH, GRID, Theme, find_text_scale, set_role
from .buttons import ButtonRow, WrappingRow, push_button
from .cursor_view import CursorView
from .labels import wrapped_label
from .layouts import STRETCH, ColumnWidget, build_row
from .steady_bar import SteadyBar
from .tab_order import chain_stops, list_stops_as_read

PAGE_MARGIN = 3 * GRID + 1
"""Pixels beside the column at least: its layout has margins, and a stretch of one pixel."""
NARROW, NARROW_MARGIN = 700, 2 * GRID
"""Pixels at 100 % below which a page has smaller margins at its sides, and these."""
BELOW = 6
"""The margin below a page on the grid: its end is seen to be one."""
COLUMN_STRETCH = 1000
"""Stretch that lets the column grow to its maximum width before the space beside it does."""


def set_up_scroll_area(area: QScrollArea) -> None:
    """Let an area without a frame scroll its page vertically only."""
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    set_role(area, "page")


def replace_content(area: QScrollArea, content: QWidget) -> None:
    """Show other content in a scroll area.

    What was there is deleted later: a key that leads elsewhere may still be at work in it.
    """
    before = area.takeWidget()
    area.setWidget(content)
    if before:
        before.deleteLater()


class TitleRow(WrappingRow):
    """The title of a page, and something short at its right."""

    def __init__(self, title: QWidget) -> None:
        super().__init__(title)
        self.row.addWidget(title, 1)

    def add(self, beside: QWidget) -> None:
        """Add what stands at the right."""
        self.widgets = (*self.widgets, beside)
        self.row.addWidget(beside)

    def needed_width(self) -> int:
        """Return the width of all if the title has two lines; with more it stands above."""
        title, *beside = self.widgets
        wide = sum(2 * GRID + one.sizeHint().width() for one in beside)
        text = title.text() if isinstance(title, QLabel) else ""
        two_lines = title.fontMetrics().horizontalAdvance(text) * 3 // 5
        return max(title.minimumSizeHint().width(), two_lines) + wide


class AreaBar(QScrollBar):
    """The scroll bar of an area before what stands beside it: its own would be beyond that."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._is_shown = False
        own = area.verticalScrollBar()
        own.rangeChanged.connect(self._follow)
        own.valueChanged.connect(self.setValue)
        self.valueChanged.connect(own.setValue)
        self.hide()

    def replace(self, *, is_shown: bool) -> None:
        """Take the place of the other one, or leave it to that."""
        self._is_shown = is_shown
        policy = Qt.ScrollBarPolicy
        wanted = policy.ScrollBarAlwaysOff if is_shown else policy.ScrollBarAsNeeded
        self._area.setVerticalScrollBarPolicy(wanted)
        self._follow()

    def _follow(self) -> None:
        own = self._area.verticalScrollBar()
        self.setRange(own.minimum(), own.maximum())
        self.setPageStep(own.pageStep())
        self.setSingleStep(own.singleStep())
        self.setVisible(self._is_shown and own.maximum() > 0)


class ScrollPage(QScrollArea):
    """A scrolling page: a title, then the widgets that the subclass adds to `column`."""

    def __init__(
        self,
        title: str,
        intro: str = "",
        *,
        is_centred: bool = False,
        is_full_height: bool = False,
        below: int = BELOW,
        parent: QWidget | None = None,
    ) -> None:
        """Build the column with title and introduction; `below` is its lower margin on the grid.

        A full-height page fills the window; its widgets scroll, not the page.
        """
        super().__init__(parent)
        self._docked: QWidget | None = None
        self._beside: QWidget | None = None
        self._beside_width = 0
        self._bar: AreaBar | None = None
        self._tab_stops: list[QWidget] = []
        self._kept_clear = (0, 0)
        self._column_limit = 0
        set_up_scroll_area(self)
        # The title takes the focus instead; it does not consume the keys that scroll.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column_widget = ColumnWidget()
        self.column = self.column_widget.column
        across = build_row(None, *((STRETCH,) if is_centred else ()), spacing=None)
        across.addWidget(self.column_widget, COLUMN_STRETCH)
        across.addStretch(1 if is_centred else 0)
        margins = (3, 2, 3, 2 if is_full_height else below)
        body = self._body_widget = ColumnWidget(across, margins=margins, spacing=None)
        self._side_margin = 3 * GRID
        set_role(body, "page")
        if is_full_height:
            body.column.setStretchFactor(across, 1)
        else:
            self.limit_column(COLUMN_WIDTH)
            body.column.addStretch(1)
        self._steady_bar = SteadyBar(self)
        self._cursor_view = CursorView(self, GRID)
        body.installEventFilter(self)
        self.setWidget(body)
        self.title_label = wrapped_label(title, "title")
        self._title_row = TitleRow(self.title_label)
        self._show_head(title, intro)

    def _show_head(self, title: str, intro: str) -> None:
        # The title takes the focus when the page is shown, so that a screen reader reads it.
        self.title_label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.title_label.setAccessibleName(title)
        self.column.addWidget(self._title_row)
        if intro:
            self.column.addWidget(wrapped_label(intro, "quiet"))

    def take_title(self) -> QLabel:
        """Return the title without its row, for a head of the page's own."""
        self.title_label.setParent(self.column_widget)
        self.column.removeWidget(self._title_row)
        self._title_row.deleteLater()
        return self.title_label

    def set_beside_title(self, widget: QWidget) -> None:
        """Put a widget at the right of the title; below it where both are too wide."""
        self._title_row.add(widget)

    def set_title(self, title: str) -> None:
        """Set the title and its accessible name."""
        self.title_label.setText(title)
        self.title_label.setAccessibleName(title)

    def focus_first(self) -> None:
        """Set the focus on the title."""
        self.title_label.setFocus()

    def find_width_of_bar(self) -> int:
        """Return by how many pixels the scroll bar that is shown makes the column narrower.

        A column that is as wide as it may be gets no wider without the bar.
        """
        grows = self.column_widget.maximumWidth() - self.column_widget.width()
        return min(grows, self.maximumViewportSize().width() - self._body_widget.width())

    def limit_column(self, width: int) -> None:
        """Keep the column at most so many pixels wide at 100 %; 0 leaves that to the subclass."""
        self._column_limit = width
        self._fit_limit()

    def _fit_limit(self) -> None:
        if self._column_limit:
            most = round(self._column_limit * find_text_scale(self))
            self.column_widget.setMaximumWidth(most)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Go to the next or the previous stop as they are read, also to what was made later.

        Of a page that is hidden just now, Qt takes the focus away likewise.
        """
        content = self.widget() if self.isVisible() else None
        stops = list_stops_as_read(content) if content is not None else []
        if stops and stops != self._tab_stops:
            self._tab_stops = stops
            chain_stops(stops[0], stops[1:])
        return super().focusNextPrevChild(next)

    def changeEvent(self, event: QEvent) -> None:
        """Let the column grow with the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_limit()

    def keep_clear(self, left: int, right: int) -> None:
        """Leave so many pixels empty beside the column; what lies over the page is there."""
        if (left, right) != self._kept_clear:
            self._kept_clear = (left, right)
            self._place_docked()

    def dock(self, bar: QWidget) -> None:
        """Keep a widget in sight at the lower edge, below what scrolls."""
        self._docked = bar
        bar.setParent(self)
        bar.installEventFilter(self)
        self._set_side_margins(bar)
        self._place_docked()

    def dock_beside(self, pane: QWidget) -> None:
        """Keep a widget in sight at the right of what scrolls, once `show_beside` gives it room."""
        self._beside = pane
        pane.setParent(self)
        pane.hide()
        self._bar = AreaBar(self)

    def show_beside(self, width: int) -> None:
        """Give what is beside a width in pixels; 0 hides it."""
        if self._beside is None or self._bar is None or width == self._beside_width:
            return
        self._beside_width = width
        self._bar.replace(is_shown=width > 0)
        self._place_docked()
        self._beside.setVisible(width > 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give what is docked the height that its content needs."""
        if isinstance(event, QResizeEvent) and watched is not self._docked:
            self._steady_bar.note_width(event)
        if watched is self._docked and event.type() is QEvent.Type.LayoutRequest:
            self._place_docked()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is docked at the lower edge, and the cursor in sight."""
        self._cursor_view.note_size(event)
        self._steady_bar.release()
        super().resizeEvent(event)
        self._fit_limit()
        self._fit_side_margins()
        self._place_docked()

    def _fit_side_margins(self) -> None:
        """Leave less at the sides of a narrow page; what is docked has the same edges."""
        is_narrow = self.width() < NARROW * find_text_scale(self)
        side = NARROW_MARGIN if is_narrow else 3 * GRID
        body = self.widget()
        if side != self._side_margin and body is not None:
            self._side_margin = side
            self._set_side_margins(body)
            if self._docked is not None:
                self._set_side_margins(self._docked)

    def _set_side_margins(self, part: QWidget) -> None:
        layout = part.layout()
        # PySide types it as never None; a widget without a layout has none.
        if layout:
            margins, side = layout.contentsMargins(), self._side_margin
            layout.setContentsMargins(side, margins.top(), side, margins.bottom())

    def _place_docked(self) -> None:
        bar, height = self._docked, 0
        if bar is not None:
            height = bar.sizeHint().height()
            if bar.hasHeightForWidth():
                height = bar.heightForWidth(self.width())
        left, right = self._kept_clear
        if self._beside is not None and self._bar is not None:
            place = self.width() - right - self._beside_width
            self._beside.setGeometry(place, 0, self._beside_width, self.height() - height)
            wide = self._bar.sizeHint().width()
            self._bar.setGeometry(place - wide, 0, wide, self.height() - height)
            right += self._beside_width
        if self.viewportMargins() != QMargins(left, 0, right, height):
            self.setViewportMargins(left, 0, right, height)
        if bar is not None:
            bar.setGeometry(0, self.height() - height, self.width(), height)
            bar.raise_()


def scroll_page_to(widget: QWidget, place: QRect, margin: int = 0) -> None:
    """Scroll the page around a widget to a place of it; of what is too high, to the beginning."""
    page: QWidget | None = widget.parentWidget()
    while page is not None and not isinstance(page, QScrollArea):
        page = page.parentWidget()
    content = page.widget() if page is not None else None
    if page is None or content is None:
        return
    for corner in (place.bottomLeft(), place.topLeft()):
        at = widget.mapTo(content, corner)
        page.ensureVisible(at.x(), at.y(), 0, margin)


class PageWithBack(ScrollPage):
    """A page over another one; its button and Escape lead back to where the user was."""

    back_requested = Signal()

    def __init__(self, theme: Theme, *, max_width: int) -> None:
        """Build the page with its button; `max_width` is that of the column at 100 %, in pixels."""
        super().__init__("", is_centred=True)
        self.limit_column(max_width)
        back = QCoreApplication.translate("PageWithBack", "Back")
        self.back_button = push_button(theme.icon("chevron-left"), back, clicked=self.request_back)
        self.column.insertWidget(0, ButtonRow(self.back_button))

    def request_back(self) -> None:
        """Ask to go back."""
        self.back_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Escape; other keys scroll."""
        if event.key() == Qt.Key.Key_Escape:
            self.request_back()
        else:
            super().keyPressEvent(event)
