"""One question on a page: its text, its field or read-only value, its badge, its findings."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from erasmus_desk.call.form import Question, QuestionType
from erasmus_desk.draft.model import Key, Value

from ..theme.theme import GRID, Theme, set_role
from ..widgets.labels import wrapped_label
from ..widgets.layouts import clear_layout
from .base import Field
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
    """A finding as shown at its field; `is_blocking` if it prevents submission."""

    text: str
    is_blocking: bool


def build_field(question: Question, choices: tuple[Choice, ...], theme: Theme) -> Field:
    """Build the field that suits a question."""
    match question.type:
        case QuestionType.TEXT:
            return TextField(theme, question.limit)
        case QuestionType.DATE:
            return DateField(theme)
        case QuestionType.MULTI:
            return build_multi_choice_field(choices)
        case _:
            pass
    choice_fields = {
        QuestionType.CHOICE: ChoiceField,
        QuestionType.ITEM: ItemField,
        QuestionType.ITEMS: ItemsField,
    }
    if question.type in choice_fields:
        return choice_fields[question.type](choices)
    simple_fields = {
        QuestionType.YESNO: YesNoField,
        QuestionType.NUMBER: NumberField,
        QuestionType.MONEY: MoneyField,
    }
    return simple_fields.get(question.type, LineField)()


class QuestionBox(QFrame):
    """A question with its field; its signals carry the key of the answer."""

    edited = Signal(object, object)
    focused = Signal(object)

    def __init__(
        self,
        key: Key,
        field: Field,
        text: QuestionText,
        theme: Theme,
    ) -> None:
        super().__init__()
        self.key = key
        self.field = field
        self._theme = theme
        self._remarks: tuple[Remark, ...] = ()
        self._build(text)
        self._field_name = text.heading or text.label
        self._label = text.label if text.heading != text.label else ""
        field.set_name(self._field_name, self._label)
        field.edited.connect(self._on_edited)
        field.focused.connect(self._on_focused)

    def _build(self, text: QuestionText) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID, 0, GRID)
        layout.setSpacing(GRID // 2)
        heading = wrapped_label(text.heading or text.label, "label")
        heading.setBuddy(self.field)
        layout.addWidget(_HeadingRow(heading, text) if text.badge else heading)
        if text.heading and text.label not in ("", text.heading):
            layout.addWidget(wrapped_label(text.label, "quiet"))
        layout.addWidget(self.field)
        self.remarks = QVBoxLayout()
        self.remarks.setSpacing(GRID // 2)
        layout.addLayout(self.remarks)

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
        self.field.set_name(self._field_name, f"{self._label} {texts}".strip())

    def focus_first(self) -> None:
        """Move the keyboard focus into the field."""
        self.field.focus_first()

    def _on_edited(self, value: Value | None) -> None:
        self.edited.emit(self.key, value)

    def _on_focused(self) -> None:
        self.focused.emit(self.key)


def build_remark_line(remark: Remark, theme: Theme) -> QWidget:
    """Build the line that shows a finding with an icon."""
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GRID)
    icon = QLabel()
    is_blocking = remark.is_blocking
    drawn = theme.warm_icon("octagon-alert") if is_blocking else theme.accent_icon("info")
    icon.setPixmap(drawn.pixmap(16, 16))
    layout.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(wrapped_label(remark.text, "warm" if is_blocking else "quiet"), 1)
    return line


class _HeadingRow(QWidget):
    """A heading with a badge at its right, or below it where both are too wide."""

    def __init__(self, heading: QLabel, text: QuestionText) -> None:
        super().__init__()
        self._heading, self._badge = heading, QLabel(text.badge)
        self._badge.setToolTip(text.badge_tooltip)
        set_role(self._badge, "mark")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID)
        self._row.addWidget(heading, 1)
        self._row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the wider of both."""
        widths = (self._heading.minimumSizeHint().width(), self._badge.minimumSizeHint().width())
        return QSize(max(widths), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the badge at the right or below."""
        super().resizeEvent(event)
        needed = self._heading.minimumSizeHint().width() + GRID + self._badge.sizeHint().width()
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if needed <= self.width() else way.TopToBottom)


class ReadOnlyBox(QFrame):
    """A heading with a text below it that can be selected and copied."""

    def __init__(self, heading: str, text: str = "") -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID // 2, 0, GRID // 2)
        layout.setSpacing(GRID // 4)
        if heading:
            layout.addWidget(wrapped_label(heading, "label"))
        self.text_label = wrapped_label(text)
        self.text_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self.text_label)

    def set_text(self, text: str) -> None:
        """Show another text."""
        if self.text_label.text() != text:
            self.text_label.setText(text)
