"""Fields whose answer is an item of another list: one of them, or several."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from erasmus_desk.draft.model import Value

from .base import Field
from .choice_fields import Choice, ChoiceField, ManyField, MultiField

FEW, SHORT = 6, 28
"""So many names of so many characters stand as boxes; more of them need a list that wraps."""


class ItemField(ChoiceField):
    """One item of another list, shown with its number and name as they are now."""

    def missing_text(self, value: Value) -> str:
        """Say that the item is not in its list any more; its id says nothing to anybody."""
        return self.tr("(no longer in the list)")


class ItemsField(Field):
    """Several items of another list, as boxes to tick; the answer keeps the list's order."""

    def __init__(self, choices: tuple[Choice, ...], parent: QWidget | None = None) -> None:
        """Build a box for each item there is now."""
        super().__init__(parent)
        self._choices = choices
        self._value: tuple[str, ...] = ()
        self._words = ("", "")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.boxes = self._build()

    def set_choices(self, choices: tuple[Choice, ...]) -> None:
        """Offer the items there are now; what is ticked stays ticked."""
        if choices == self._choices:
            return
        self._choices = choices
        self._layout.removeWidget(self.boxes)
        self.boxes.hide()
        self.boxes.deleteLater()
        self.boxes = self._build()
        self.boxes.set_value(self._value)
        self.boxes.set_name(*self._words)

    def set_value(self, value: Value | None) -> None:
        """Tick the boxes of the items."""
        self._value = value if isinstance(value, tuple) else ()
        self.boxes.set_value(self._value)

    def set_name(self, text: str, description: str = "") -> None:
        """Name the boxes for assistive technology."""
        self._words = (text, description)
        self.boxes.set_name(text, description)

    def _build(self) -> Field:
        is_short = all(len(choice.name) <= SHORT for choice in self._choices)
        is_few = is_short and len(self._choices) <= FEW
        boxes = MultiField(self._choices) if is_few else ManyField(self._choices)
        boxes.edited.connect(self._on_edited)
        boxes.focused.connect(self.focused)
        self._layout.addWidget(boxes)
        self.setFocusProxy(boxes)
        return boxes

    def _on_edited(self, value: Value | None) -> None:
        ticked = value if isinstance(value, tuple) else ()
        offered = [one.id for one in self._choices]
        known = [one for one in offered if one in ticked]
        # An item that is not offered keeps its place in the answer: nothing is thrown away.
        self._value = (*known, *(one for one in ticked if one not in offered))
        self.edited.emit(self._value or None)
