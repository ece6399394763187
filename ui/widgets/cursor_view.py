"""The cursor of an area: it stays in sight when the area gets smaller."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea

from ..qt_support import single_shot
from .cursors import find_cursor_rect


class CursorView(QObject):
    """Scrolls an area to the cursor that a notice above it, or a smaller window, pushes out."""

    def __init__(self, area: QScrollArea, margin: int) -> None:
        """`margin`: pixels that stay in sight around the cursor."""
        super().__init__(area)
        self._area = area
        self._margin = margin
        self._reveal_soon = single_shot(self, 0)
        self._reveal_soon.timeout.connect(self._reveal)

    def note_size(self, event: QResizeEvent) -> None:
        """Show the cursor again, if it was in sight; who scrolled away from it stays there."""
        place, content = self._find_cursor(), self._area.widget()
        if place is None or content is None or self._reveal_soon.isActive():
            return
        top = place.top() + content.y()
        if top >= 0 and top + place.height() <= event.oldSize().height():
            # The parts of a page get their heights after its width.
            self._reveal_soon.start()

    def _find_cursor(self) -> QRect | None:
        """Return where the cursor is in the content, of a widget without one its whole height."""
        content = self._area.widget()
        field = content.window().focusWidget() if content is not None else None
        if field is None or content is None or not content.isAncestorOf(field):
            return None
        place = find_cursor_rect(field)
        return QRect(field.mapTo(content, place.topLeft()), place.size())

    def _reveal(self) -> None:
        place = self._find_cursor()
        if place is not None:
            middle = place.center().y()
            self._area.ensureVisible(0, middle, 0, place.height() // 2 + self._margin)
