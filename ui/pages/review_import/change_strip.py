"""The changes in a strip, each with its decision; one is chosen and shown below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ...qt_support import Index
from ...theme.theme import GRID, Theme, find_text_scale, set_role
from ...widgets.buttons import icon_size
from .chips import Chip

SHARE, LEAST = 110, 4
"""Pixels of the width at 100 % for each change in sight, and the least in sight."""
PADDING = (GRID, GRID * 3 // 4)
RADIUS = 6


class ChipDelegate(QStyledItemDelegate):
    """Draws a chip; a name that is wider than the strip wraps."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for the name where it is chosen."""
        across, down = PADDING
        around = icon_size() + across * 3
        room = max(self._view.viewport().width() - around - across * 2, GRID * 8)
        metrics = QFontMetrics(self._bold())
        flags = Qt.TextFlag.TextWordWrap.value
        text = metrics.boundingRect(QRect(0, 0, room, 9999), flags, _text(index))
        return QSize(text.width() + around + 2, max(text.height(), icon_size()) + down * 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground of the chosen one, the icon and the name."""
        colours = self._theme.colours
        across, down = PADDING
        rect = QRect(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hot = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(rect).adjusted(1, 1, -1, -1)
        has_ring = is_chosen and self._view.hasFocus()
        painter.setPen(QPen(QColor(colours.accent), 2) if has_ring else Qt.PenStyle.NoPen)
        ground = colours.accent_soft if is_chosen else colours.hover
        painter.setBrush(QColor(ground) if is_chosen or is_hot else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        size = icon_size()
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        inside = rect.adjusted(across, down, -across, -down)
        if isinstance(icon, QIcon):
            icon.paint(
                painter, QRect(inside.left(), inside.center().y() + 1 - size // 2, size, size)
            )
        painter.setFont(self._bold() if is_chosen else self._view.font())
        painter.setPen(QColor(colours.accent if is_chosen else colours.text))
        flags = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignVCenter.value
        painter.drawText(inside.adjusted(size + across, 0, 2, 0), flags, _text(index))
        painter.restore()

    def _bold(self) -> QFont:
        font = QFont(self._view.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font


class ChangeStrip(QListWidget):
    """Shows the changes around the chosen one; one stop of Tab, with arrow keys inside."""

    chosen = Signal(int)
    """The place of the change that the user chose."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        set_role(self, "strip")
        self._theme = theme
        self._chips: tuple[Chip, ...] = ()
        self._shown: tuple[Chip, ...] = ()
        self._current = 0
        self._first = 0
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setItemDelegate(ChipDelegate(theme, self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Changes in the returned file"))
        self.currentRowChanged.connect(self._on_current)

    def show_chips(self, chips: Sequence[Chip], current: int) -> None:
        """Show the changes of the page that the chosen one is on."""
        self._chips, self._current = tuple(chips), current
        count = self._page_size()
        first = current // count * count
        shown = self._chips[first : first + count]
        is_same = first == self._first and [one.name for one in shown] == [
            one.name for one in self._shown
        ]
        self._first, self._shown = first, shown
        self.blockSignals(True)
        if not is_same:
            self._build_items(first + count)
        for row, chip in enumerate(shown):
            item = self.item(row + self._offset)
            item.setIcon(self._theme.icons.icon(chip.icon, chip.colour))
            words = f"{chip.name}, {chip.decision}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            item.setToolTip(words)
        self.setCurrentRow(current - first + self._offset)
        self.blockSignals(False)
        self.setVisible(len(chips) > 1)

    @property
    def _offset(self) -> int:
        """Rows before the first change in sight: the one that leads to those before."""
        return 1 if self._first else 0

    def _build_items(self, end: int) -> None:
        self.clear()
        if self._first:
            self._add_turn(self.tr("{} before").format(self._first), "chevron-left")
        for chip in self._shown:
            QListWidgetItem(chip.name, self)
        after = len(self._chips) - end
        if after > 0:
            self._add_turn(self.tr("{} more").format(after), "chevron-right")

    def _add_turn(self, text: str, icon: str) -> None:
        """Add a row that leads to the changes before or after those in sight."""
        item = QListWidgetItem(text, self)
        item.setIcon(self._theme.icons.icon(icon, self._theme.colours.quiet))

    def _page_size(self) -> int:
        return max(LEAST, int(self.width() / find_text_scale(self)) // SHARE)

    def _on_current(self, row: int) -> None:
        place = self._first + row - self._offset
        if 0 <= place < len(self._chips):
            self.chosen.emit(place)

    def doItemsLayout(self) -> None:
        """Lay the chips out, and be as high as they are."""
        super().doItemsLayout()
        height = max(self.contentsSize().height(), 0) + self.frameWidth() * 2
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many changes as there is room for."""
        super().resizeEvent(event)
        if event.size().width() == event.oldSize().width():
            # It is as high as its chips now: there is nothing left to scroll.
            self.updateGeometries()
        elif self._chips:
            self.show_chips(self._chips, self._current)
            self.doItemsLayout()

    def event(self, event: QEvent) -> bool:
        """Leave letters to the decisions; the list would look for names that begin so."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.ignore()
            return False
        return super().event(event)

    def keyboardSearch(self, search: str) -> None:
        """Look for nothing: letters are decisions."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


def _text(index: Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole))
