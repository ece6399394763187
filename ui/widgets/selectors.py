"""Combo boxes that neither the mouse wheel nor the keys that scroll change.

Whoever scrolls a page would change the answer below the pointer, or with the focus, and with it the
grant. `tests/test_architecture.py` keeps Qt's own classes out of the other rooms.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel


class ComboBox(QComboBox):
    """A combo box whose wheel scrolls the page; the open list scrolls itself."""

    def __init__(self, *, placeholderText: str = "") -> None:  # noqa: N803 - Qt's own name
        super().__init__(placeholderText=placeholderText)
        # By itself it takes the focus from the field in use when the page is scrolled over it.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the event to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys that scroll or lead elsewhere: whoever reads on changes no answer."""
        key, keys, held = event.key(), Qt.Key, Qt.KeyboardModifier
        leads_on = event.modifiers() & (held.ControlModifier | held.AltModifier)
        if key in (keys.Key_PageUp, keys.Key_PageDown) or (
            leads_on and key in (keys.Key_Home, keys.Key_End, keys.Key_Up)
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def showPopup(self) -> None:
        """Open the list as wide as its longest line, also where the box is narrower."""
        view = self.view()
        bar = view.verticalScrollBar().sizeHint().width()
        view.setMinimumWidth(max(view.sizeHintForColumn(0) + bar, self.width()))
        super().showPopup()

    def setAccessibleName(self, name: str) -> None:
        """Tell screen readers what the box asks."""
        super().setAccessibleName(name)
        self._place_label()

    def event(self, event: QEvent) -> bool:
        """Take the label for screen readers along to another parent."""
        if event.type() is QEvent.Type.ParentChange:
            self._place_label()
        return super().event(event)

    def _place_label(self) -> None:
        """Put a hidden label with the name beside the box.

        On Linux the name of a combo box is always its choice; what it asks is read from a label
        that has it as its buddy and the same parent.
        """
        name, parent = self.accessibleName(), self.parentWidget()
        if not name or parent is None:
            return
        found = parent.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
        label = next((one for one in found if one.buddy() is self), None)
        if label is None:
            label = QLabel(parent, textFormat=Qt.TextFormat.PlainText)
            label.setBuddy(self)
            label.hide()
        if label.isHidden():
            label.setText(name)
        line = self.lineEdit()
        if line:
            line.setAccessibleName(name)
