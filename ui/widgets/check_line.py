"""A check box and the words beside it, which may go over several lines."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from ..theme.theme import set_role
from .labels import WrappedLabel
from .layouts import build_row


def bare_box() -> QCheckBox:
    """Build a check box whose words stand beside it; it has the gap to them at its right."""
    box = QCheckBox()
    set_role(box, "bare")
    return box


class BesideLabel(WrappedLabel):
    """Words beside a check box, whose first line stands as high as the box.

    That is so where there are more lines too: gaps between words of one line and of several are
    the same.
    """

    def __init__(self, text: str, box: QCheckBox) -> None:
        super().__init__(text)
        self.setBuddy(box)
        self._box = box

    def event(self, event: QEvent) -> bool:
        """Stand beside the box with the first line, whatever the type size."""
        if event.type() in (QEvent.Type.Polish, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            around = max(self._box.sizeHint().height() - self.fontMetrics().lineSpacing(), 0) // 2
            self.setContentsMargins(0, around, 0, around)
        return super().event(event)


class CheckBoxLabel(BesideLabel):
    """The label of a check box, because QCheckBox does not wrap text; a click toggles the box."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Toggle the box."""
        super().mouseReleaseEvent(event)
        is_inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and is_inside:
            self._box.setFocus(Qt.FocusReason.MouseFocusReason)
            self._box.click()


def check_line(box: QCheckBox, label: CheckBoxLabel) -> QHBoxLayout:
    """Lay out a box and its label."""
    row = build_row(None, spacing=0)
    row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label, 1)
    return row
