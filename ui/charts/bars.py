"""A column of a table drawn as bars, with the share in words beside each."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ..theme import GRID, Look

LENGTH_ROLE = Qt.ItemDataRole.UserRole + 2
"""How long the bar is, from -1 to 1 of the longest; below nothing is drawn as a cut."""
Index = QModelIndex | QPersistentModelIndex


class BarDelegate(QStyledItemDelegate):
    """Draws the bar of a cell behind its words, so that nothing is told by colour alone."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Draw in the colours of `look`."""
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for room for a bar that says something."""
        hint = super().sizeHint(option, index)
        return QSize(max(hint.width(), GRID * 20), hint.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the bar, then the share behind it."""
        colours = self._look.colours
        rect: QRectF = QRectF(option.rect)
        length = index.data(LENGTH_ROLE)
        share = length if isinstance(length, float) else 0.0
        text = str(index.data() or "")
        room = rect.width() - option.fontMetrics.horizontalAdvance("100 %") - GRID * 3
        width = max(abs(share) * room, 2.0 if share else 0.0)
        bar = QRectF(
            rect.left() + GRID, rect.top() + GRID * 0.75, width, rect.height() - GRID * 1.5
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.warm if share < 0 else colours.accent))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setPen(QColor(colours.text))
        beside = QRectF(bar.right() + GRID, rect.top(), rect.right() - bar.right(), rect.height())
        painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()
