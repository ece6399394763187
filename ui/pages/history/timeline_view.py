"""The list of versions: time, icon, title and second line, with the versions within unfolded."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ...qt_support import Index
from ...theme.theme import GRID, Theme, set_role
from ...widgets.accessibility import set_accessible_name
from ...widgets.buttons import icon_size
from ...widgets.layouts import activate_layouts
from .entries import EntryKind
from .timeline_model import TimelineModel, TimelineRow

WRAP = int(Qt.TextFlag.TextWordWrap)
SMALL = 0.9
"""Size of the second line, as a share of the first."""
TALL = 10_000


class TimelineView(QListView):
    """Chosen with one click or the arrow keys; Right and Left unfold and fold."""

    version_chosen = Signal(str)

    def __init__(self, model: TimelineModel, theme: Theme, name: str) -> None:
        super().__init__()
        self._timeline = model
        self.setModel(model)
        self.setItemDelegate(_TimelineDelegate(theme, self))
        set_role(self, "timeline")
        set_accessible_name(self, name)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)
        self._is_grown = False
        model.modelReset.connect(self._fit_height)
        model.rowsInserted.connect(self._fit_height)
        model.rowsRemoved.connect(self._fit_height)

    def grow(self, *, is_grown: bool) -> None:
        """Be as high as all rows, for a page that scrolls, or scroll by itself."""
        self._is_grown = is_grown
        self._fit_height()

    def _fit_height(self) -> None:
        rows = range(self._timeline.rowCount()) if self._is_grown else ()
        heights = (self.sizeHintForIndex(self._timeline.index(row)).height() for row in rows)
        least = sum(heights) + 2 * GRID if rows else 0
        if least != self.minimumHeight():
            self.setMinimumHeight(least)
            activate_layouts(self)

    def choose(self, version: str) -> None:
        """Choose a version of the list."""
        index = self._timeline.find_version(version)
        if index.isValid():
            self.setCurrentIndex(index)

    @property
    def version(self) -> str:
        """The id of the chosen version, or an empty string."""
        row = self._timeline.find_row(self.currentIndex())
        return row.entry.id if row is not None and row.entry is not None else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Unfold with Right, fold with Left; of a version within, go to its entry."""
        index = self.currentIndex()
        row = self._timeline.find_row(index)
        key = event.key()
        if row is None or key not in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            super().keyPressEvent(event)
        elif row.can_fold and row.is_open == (key == Qt.Key.Key_Left):
            self._timeline.toggle(index)
        elif row.is_pause and key == Qt.Key.Key_Left:
            self._go_to_entry(index.row())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Unfold or fold where the arrow of an entry is."""
        index = self.indexAt(event.position().toPoint())
        row = self._timeline.find_row(index)
        place = self.visualRect(index)
        super().mousePressEvent(event)
        if row is not None and row.can_fold and event.position().x() > place.right() - 4 * GRID:
            self._timeline.toggle(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows again: their titles wrap at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._fit_height()

    def changeEvent(self, event: QEvent) -> None:
        """Measure the rows again at another type size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def _go_to_entry(self, row: int) -> None:
        while row and self._timeline.rows[row].is_pause:
            row -= 1
        self.setCurrentIndex(self._timeline.index(row))

    def _on_current(self, index: QModelIndex) -> None:
        row = self._timeline.find_row(index)
        if row is not None and row.entry is not None:
            self.version_chosen.emit(row.entry.id)


class _TimelineDelegate(QStyledItemDelegate):
    """Draws a day as a heading, and an entry with its time at the left."""

    def __init__(self, theme: Theme, view: TimelineView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the wrapped words."""
        row = self._find_row(index)
        metrics = QFontMetrics(option.font)
        if row is None or row.text is None:
            more = self._count_more_height(row.day, option) if row is not None else 0
            return QSize(0, metrics.height() + more + 2 * GRID)
        room = QRect(0, 0, self._text_width(row, option), TALL)
        title = QFontMetrics(_title_font(row, option.font))
        height = title.boundingRect(room, WRAP, row.text.title).height()
        if row.text.detail:
            small = QFontMetrics(_small(option.font))
            height += small.boundingRect(room, WRAP, row.text.detail).height()
        return QSize(0, max(height, metrics.height()) + GRID + GRID // 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground and the words."""
        row = self._find_row(index)
        if row is None:
            return
        painter.save()
        colours, rect = self._theme.colours, QRect(option.rect)
        if row.text is None:
            painter.setFont(_bold(_small(option.font)))
            painter.setPen(QColor(colours.quiet))
            line = rect.adjusted(GRID, 0, -GRID, -GRID // 2)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignBottom) | WRAP, row.day)
        else:
            is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
            if is_selected or option.state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(
                    rect, QColor(colours.accent_soft if is_selected else colours.hover)
                )
            if is_selected:
                bar = QRect(rect.left(), rect.top(), 3, rect.height())
                painter.fillRect(bar, QColor(colours.accent))
            self._draw_entry(painter, option, row, is_selected=is_selected)
        painter.restore()

    def _draw_entry(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: TimelineRow,
        *,
        is_selected: bool,
    ) -> None:
        colours, rect = self._theme.colours, QRect(option.rect)
        text, entry = row.text, row.entry
        if text is None or entry is None:
            return
        left, top = rect.left() + GRID, rect.top() + GRID * 3 // 4
        height, size = QFontMetrics(option.font).height(), icon_size()
        painter.setFont(_small(option.font))
        painter.setPen(QColor(colours.quiet))
        time_width = self._time_width(row, option.font)
        place = QRect(left, top, time_width, height)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), row.time)
        left += time_width + GRID
        if not row.is_pause:
            is_marked = is_selected or entry.kind in (EntryKind.NOW, EntryKind.NAMED)
            ink = colours.accent if is_marked else colours.quiet
            icon = self._theme.icons.icon(text.icon, ink)
            icon.paint(painter, QRect(left, top + (height - size) // 2, size, size))
        left += size + GRID
        room = QRect(left, top, self._text_width(row, option), TALL)
        painter.setFont(_title_font(row, option.font))
        painter.setPen(QColor(colours.text))
        drawn = painter.boundingRect(room, WRAP, text.title)
        painter.drawText(room, WRAP, text.title)
        painter.setFont(_small(option.font))
        painter.setPen(QColor(colours.quiet))
        room.setTop(top + max(drawn.height(), height if not text.title else 0))
        painter.drawText(room, WRAP, text.detail)
        if row.can_fold:
            arrow = self._theme.quiet_icon("chevron-down" if row.is_open else "chevron-right")
            side = rect.right() - size - GRID
            arrow.paint(painter, QRect(side, top + (height - size) // 2, size, size))

    def _count_more_height(self, day: str, option: QStyleOptionViewItem) -> int:
        """Return the pixels of the lines of a day after its first."""
        metrics = QFontMetrics(_bold(_small(option.font)))
        room = QRect(0, 0, self._view.viewport().width() - 2 * GRID, TALL)
        return max(metrics.boundingRect(room, WRAP, day).height() - metrics.height(), 0)

    def _find_row(self, index: Index) -> TimelineRow | None:
        model = index.model()
        return model.find_row(index) if isinstance(model, TimelineModel) else None

    def _time_width(self, row: TimelineRow, font: QFont) -> int:
        """Return the pixels of a time; those within an entry have seconds."""
        return QFontMetrics(_small(font)).horizontalAdvance("00:00:00" if row.is_pause else "00:00")

    def _text_width(self, row: TimelineRow, option: QStyleOptionViewItem) -> int:
        beside = self._time_width(row, option.font) + 2 * icon_size() + 5 * GRID
        return max(self._view.viewport().width() - beside, GRID * 8)


def _title_font(row: TimelineRow, font: QFont) -> QFont:
    """Return the font of a title: the present version and those with a name stand out."""
    kind = row.entry.kind if row.entry is not None else EntryKind.WORK
    return _bold(font) if kind in (EntryKind.NOW, EntryKind.NAMED) else font


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * SMALL)
    return small
