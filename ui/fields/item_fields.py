"""Fields whose answer is one item of another list, or several."""

from __future__ import annotations

from erasmus_desk.draft.model import Value

from ..widgets.layouts import build_column
from .base import Field
from .choice_fields import CheckBoxesField, ChoiceField, FilteredListField
from .values import Choice

MAX_CHECK_BOXES, MAX_NAME_LENGTH = 6, 28
"""With more names, or longer ones (in characters), a list is used instead of check boxes."""


class ItemField(ChoiceField):
    """One item of another list, shown with its current number and name."""

    def missing_text(self, value: Value) -> str:
        """Return that the item is no longer in its list; its id would mean nothing to users."""
        return self.tr("(no longer in the list)")


class ItemsField(Field):
    """Several items of another list, as check boxes; the answer has the list's order."""

    def __init__(self, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self._choices = choices
        self._value: tuple[str, ...] = ()
        self._names = ("", "")
        self._layout = build_column(self)
        self.boxes = self._build()

    def set_choices(self, choices: tuple[Choice, ...]) -> None:
        """Offer other items and keep those checked."""
        if choices == self._choices:
            return
        self._choices = choices
        self._layout.removeWidget(self.boxes)
        self.boxes.hide()
        self.boxes.deleteLater()
        self.boxes = self._build()
        self.boxes.set_value(self._value)
        self.boxes.set_name(*self._names)

    def set_value(self, value: Value | None) -> None:
        """Check the boxes of the items."""
        self._value = value if isinstance(value, tuple) else ()
        self.boxes.set_value(self._value)

    def set_name(self, text: str, description: str = "") -> None:
        """Name the boxes for assistive technology."""
        self._names = (text, description)
        self.boxes.set_name(text, description)

    def _build(self) -> Field:
        has_short_names = all(len(choice.name) <= MAX_NAME_LENGTH for choice in self._choices)
        fits_check_boxes = has_short_names and len(self._choices) <= MAX_CHECK_BOXES
        kind = CheckBoxesField if fits_check_boxes else FilteredListField
        boxes = kind(self._choices)
        boxes.edited.connect(self._on_edited)
        boxes.focused.connect(self.focused)
        self._layout.addWidget(boxes)
        self.setFocusProxy(boxes)
        return boxes

    def _on_edited(self, value: Value | None) -> None:
        checked = value if isinstance(value, tuple) else ()
        offered = [one.id for one in self._choices]
        known = [one for one in offered if one in checked]
        # An item that is not offered stays in the answer: no data is lost.
        self._value = (*known, *(one for one in checked if one not in offered))
        self.edited.emit(self._value or None)
