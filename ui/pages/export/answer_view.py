"""The pages with the answers on them: whoever chooses one is taken to it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip

from ...page_layout.boxes import Spot
from ...page_layout.document_layout import Paper
from ...theme.palettes import LIGHT
from ...theme.theme import Look
from ...widgets.accessibility import announce, name
from .page_view import PaperScroll

Place = tuple[int, Spot]
"""An answer on a page."""


class PaperView(PaperScroll):
    """Tab goes through the answers in sight, Enter or a click takes to one of them."""

    chosen = Signal(str)
    """The text form of the key of the answer that was chosen."""

    def __init__(self, look: Look) -> None:
        """Show nothing yet."""
        super().__init__(look)
        self._names: Mapping[str, str] = {}
        self._spots: dict[int, tuple[Spot, ...]] = {}
        self._hovered: Place | None = None
        self._focused: Place | None = None
        self.viewport().setMouseTracking(True)
        hint = self.tr("Tab goes through the answers in sight, Enter takes you to one of them.")
        name(self, self.tr("Pages of the proposal"), hint)

    def show_answers(self, paper: Paper, names: Mapping[str, str]) -> None:
        """Show other pages; `names` are those of the answers that can be gone to, by key."""
        self._names = names
        self._spots.clear()
        self._hovered = self._focused = None
        self.show_paper(paper)

    def answers(self, page: int) -> tuple[Spot, ...]:
        """Give the answers on a page that can be gone to, in their order."""
        if page not in self._spots and self.paper is not None:
            every = self.paper.pages[page].spots()
            self._spots[page] = tuple(spot for spot in every if spot.key in self._names)
        return self._spots.get(page, ())

    def name_of(self, key: str) -> str:
        """Give the name of an answer that can be gone to."""
        return self._names.get(key, "")

    def box_of(self, page: int, spot: Spot) -> QRect:
        """Give where an answer is seen, in pixels of the viewport."""
        scale, origin = self.shelf.scales[page], self.shelf.places[page].topLeft()
        box = QRectF(spot.box.topLeft() * scale, spot.box.size() * scale)
        return box.translated(QPointF(origin - self.offset)).toAlignedRect()

    def draw_over(self, painter: QPainter) -> None:
        """Outline the answer under the pointer, and the one with the focus."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Paper is white in both schemes.
        colour, ground = QColor(LIGHT.accent), QColor(LIGHT.accent)
        ground.setAlpha(18)
        for marked, width in ((self._hovered, 1), (self._focused, 2)):
            if marked is not None:
                painter.setPen(QPen(colour, width))
                painter.setBrush(ground)
                box = QRectF(self.box_of(*marked)).adjusted(-3.5, -1.5, 3.5, 1.5)
                painter.drawRoundedRect(box, 3, 3)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which answer a click would go to."""
        found = self._at(event.position().toPoint())
        if found == self._hovered:
            return
        self._hovered = found
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(hand if found else arrow)
        said = self._names[found[1].key] if found else ""
        QToolTip.showText(event.globalPosition().toPoint(), said, self.viewport())
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the answer that was clicked."""
        found = self._at(event.position().toPoint())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(found[1].key)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what the pointer was over."""
        super().leaveEvent(event)
        self._hovered = None
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the answer that has the focus."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if self._focused is not None and event.key() in keys:
            self.chosen.emit(self._focused[1].key)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Move through the answers in sight before the focus leaves."""
        found = self._answers_in_sight()
        if self._focused in found:
            place = found.index(self._focused) + (1 if next else -1)
        else:
            place = 0 if next else -1
        if not self.hasFocus() or not 0 <= place < len(found):
            self._set_focused(None)
            return super().focusNextPrevChild(next)
        self._set_focused(found[place])
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget which answer had the focus."""
        super().focusOutEvent(event)
        self._set_focused(None)

    def _set_focused(self, found: Place | None) -> None:
        self._focused = found
        if found is not None:
            announce(self, self._names[found[1].key])
        self.viewport().update()

    def _at(self, point: QPoint) -> Place | None:
        if not self.shelf.places:
            return None
        page = self.shelf.at(point.y() + self.offset.y())
        hit = (spot for spot in self.answers(page) if self.box_of(page, spot).contains(point))
        found = next(hit, None)
        return (page, found) if found else None

    def _answers_in_sight(self) -> list[Place]:
        seen = self.viewport().rect()
        return [
            (page, spot)
            for page in self.in_sight()
            for spot in self.answers(page)
            if self.box_of(page, spot).intersects(seen)
        ]
