"""One question on a page: its text, its field or read-only value, its badge, its findings."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from erasmus_desk.call.form import Question, QuestionType
from erasmus_desk.draft.model import Key, Value

from ..theme.theme import GRID, Theme
from ..widgets.buttons import WrappingRow
from ..widgets.labels import marked_line, short_label, wrapped_label
from ..widgets.layouts import add_content, build_column, clear_layout
from .base import CellFrame, Field
from .choice_fields import Choice, ChoiceField, YesNoField, build_multi_choice_field
from .item_fields import ItemField, ItemsField
from .line_fields import DateField, LineField, MoneyField, NumberField
from .text_field import TextField


class QuestionText(Struct, frozen=True):
    """The text of a question: a short heading, the full label, and a badge if it has one."""

    heading: str
    label: str
    badge: str = ""
    badge_tooltip: str = ""


class Remark(Struct, frozen=True):
    """A finding as shown at its field; `is_blocking` if it prevents submission.

    `fix` says what to do, where the text stands in a row that has the name of the item.
    """

    text: str
    is_blocking: bool
    fix: str = ""


def build_field(question: Question, choices: tuple[Choice, ...], theme: Theme) -> Field:
    """Build the field that suits a question."""
    builders: dict[QuestionType, Callable[[], Field]] = {
        QuestionType.TEXT: lambda: TextField(theme, question.limit),
        QuestionType.DATE: lambda: DateField(theme),
        QuestionType.CHOICE: lambda: ChoiceField(choices),
        QuestionType.MULTI: lambda: build_multi_choice_field(choices),
        QuestionType.ITEM: lambda: ItemField(choices),
        QuestionType.ITEMS: lambda: ItemsField(choices),
        QuestionType.YESNO: YesNoField,
        QuestionType.NUMBER: NumberField,
        QuestionType.MONEY: MoneyField,
    }
    return builders.get(question.type, LineField)()


class QuestionBox(CellFrame):
    """A question with its field, and the findings at its answer."""

    def __init__(self, key: Key, field: Field, text: QuestionText, theme: Theme) -> None:
        super().__init__()
        self.key = key
        self.field = field
        self._theme = theme
        self._remarks: tuple[Remark, ...] = ()
        self._build(text)
        self._field_name = text.heading or text.label
        self._label = text.label if text.heading != text.label else ""
        field.set_name(self._field_name, self._label)
        self.add_cell(key, field)

    def _build(self, text: QuestionText) -> None:
        self.heading = heading = wrapped_label(text.heading or text.label, "label")
        heading.setBuddy(self.field)
        head = _HeadingRow(heading, text) if text.badge else heading
        layout = build_column(self, head, margins=(0, 1, 0, 1), spacing=0.5)
        if text.heading and text.label not in ("", text.heading):
            layout.addWidget(wrapped_label(text.label, "quiet"))
        self.remarks = build_column(None, spacing=0.5)
        add_content(layout, self.field, self.remarks)

    def set_value(self, value: Value | None) -> None:
        """Show an answer."""
        self.field.set_value(value)

    def set_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Show the findings of this answer below the field and in its accessible description."""
        if remarks == self._remarks:
            return
        self._remarks = remarks
        clear_layout(self.remarks)
        for remark in remarks:
            self.remarks.addWidget(build_remark_line(remark, self._theme))
        texts = " ".join(remark.text for remark in remarks)
        self.field.set_has_remarks(has_remarks=bool(remarks))
        self.field.set_name(self._field_name, f"{self._label} {texts}".strip())

    def focus_first(self) -> None:
        """Move the keyboard focus into the field."""
        self.field.focus_first()


def build_remark_line(remark: Remark, theme: Theme) -> QWidget:
    """Build the line that shows a finding with an icon."""
    is_blocking = remark.is_blocking
    icon = theme.warm_icon("octagon-alert") if is_blocking else theme.accent_icon("info")
    text = wrapped_label(remark.text, "warm" if is_blocking else "quiet")
    return marked_line(QLabel(pixmap=icon.pixmap(16, 16)), text)


class _HeadingRow(WrappingRow):
    """A heading with a badge at its right, or below it where both are too wide."""

    def __init__(self, heading: QLabel, text: QuestionText) -> None:
        badge = short_label(text.badge, "mark")
        super().__init__(heading, badge)
        badge.setToolTip(text.badge_tooltip)
        self.row.addWidget(heading, 1)
        self.row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)

    def needed_width(self) -> int:
        """Return the width of both if the heading wraps."""
        heading, badge = self.widgets
        return heading.minimumSizeHint().width() + GRID + badge.sizeHint().width()


class ReadOnlyBox(QFrame):
    """A heading with a text below it that can be selected and copied."""

    def __init__(self, heading: str, text: str = "") -> None:
        super().__init__()
        layout = build_column(self, margins=(0, 0.5, 0, 0.5), spacing=0.25)
        if heading:
            layout.addWidget(wrapped_label(heading, "label"))
        self.text_label = wrapped_label(text)
        self.text_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self.text_label)

    def set_text(self, text: str) -> None:
        """Show another text."""
        if self.text_label.text() != text:
            self.text_label.setText(text)
