"""Choices that neither the mouse wheel nor the keys that scroll or lead elsewhere change.

Whoever scrolls a page would change the answer below the pointer, or with the focus, and with it the
grant. So would whoever presses a shortcut that leads nowhere at the moment, as Qt chooses by any
letter and arrow, whatever is held with it. `tests/test_architecture.py` keeps Qt's own classes out
of the other rooms.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QRadioButton

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


def _is_shortcut(event: QKeyEvent) -> bool:
    """Return whether a key is pressed with one that makes a shortcut of it."""
    held = Qt.KeyboardModifier
    shortcut = held.ControlModifier | held.AltModifier | held.MetaModifier
    return bool(event.modifiers() & shortcut)


class RadioButton(QRadioButton):
    """A radio button that shortcuts with an arrow do not leave for the next one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the shortcuts: whoever wants to go back chooses no other answer."""
        if event.key() in _ARROWS and _is_shortcut(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


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
        key = event.key()
        opens = key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) or (_is_shortcut(event) and not opens):
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
