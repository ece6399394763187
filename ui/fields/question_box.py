"""One question on a page: its words, its field, the mark to check it, its findings.

A question that takes no answer: a text to read, or a value the program computes.
"""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from erasmus_desk.call.form import Question, QuestionType
from erasmus_desk.draft.model import Key, Value

from ..theme.theme import GRID, Look, set_role
from ..widgets.labels import wrapped
from .base import Field
from .choice_fields import Choice, ChoiceField, YesNoField, several
from .item_fields import ItemField, ItemsField
from .line_fields import DateField, LineField, MoneyField, NumberField
from .text_field import TextField


class Wording(Struct, frozen=True):
    """The words of a question as shown: a short heading, the whole question, a mark."""

    heading: str
    label: str
    mark: str = ""
    mark_reason: str = ""


class Remark(Struct, frozen=True):
    """A finding as shown at its field; `is_grave` if it blocks sending."""

    text: str
    is_grave: bool


def field_for(question: Question, choices: tuple[Choice, ...], look: Look) -> Field:
    """Build the field that suits a question."""
    match question.type:
        case QuestionType.TEXT:
            return TextField(look, question.limit)
        case QuestionType.DATE:
            return DateField(look)
        case QuestionType.MULTI:
            return several(choices)
        case _:
            pass
    offering = {
        QuestionType.CHOICE: ChoiceField,
        QuestionType.ITEM: ItemField,
        QuestionType.ITEMS: ItemsField,
    }
    if question.type in offering:
        return offering[question.type](choices)
    plain = {
        QuestionType.YESNO: YesNoField,
        QuestionType.NUMBER: NumberField,
        QuestionType.MONEY: MoneyField,
    }
    return plain.get(question.type, LineField)()


class QuestionBox(QFrame):
    """A question with its field. Reports edits and focus with the key of the answer."""

    edited = Signal(object, object)
    focused = Signal(object)

    def __init__(
        self,
        key: Key,
        field: Field,
        wording: Wording,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        """Put the words above the field and keep room for findings below."""
        super().__init__(parent)
        self.key = key
        self.field = field
        self._look = look
        self._remarks: tuple[Remark, ...] = ()
        self._build(wording)
        self._name = wording.heading or wording.label
        self._label = wording.label if wording.heading != wording.label else ""
        field.set_name(self._name, self._label)
        field.edited.connect(self._on_edited)
        field.focused.connect(self._on_focused)

    def _build(self, wording: Wording) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID, 0, GRID)
        layout.setSpacing(GRID // 2)
        heading = wrapped(wording.heading or wording.label, "label")
        heading.setBuddy(self.field)
        layout.addWidget(_headed(heading, wording) if wording.mark else heading)
        if self.shows_label(wording):
            layout.addWidget(wrapped(wording.label, "quiet"))
        layout.addWidget(self.field)
        self.remarks = QVBoxLayout()
        self.remarks.setSpacing(GRID // 2)
        layout.addLayout(self.remarks)

    @staticmethod
    def shows_label(wording: Wording) -> bool:
        """Tell whether the whole question says more than its heading."""
        return bool(wording.heading) and wording.label not in ("", wording.heading)

    def set_value(self, value: Value | None) -> None:
        """Show an answer."""
        self.field.set_value(value)

    def set_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Show the findings of this answer below the field, and in its description."""
        if remarks == self._remarks:
            return
        self._remarks = remarks
        while (old := self.remarks.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.deleteLater()
        for remark in remarks:
            self.remarks.addWidget(remark_line(remark, self._look))
        spoken = " ".join(remark.text for remark in remarks)
        self.field.set_name(self._name, f"{self._label} {spoken}".strip())

    def focus_first(self) -> None:
        """Put the keyboard focus into the field."""
        self.field.focus_first()

    def _on_edited(self, value: Value | None) -> None:
        self.edited.emit(self.key, value)

    def _on_focused(self) -> None:
        self.focused.emit(self.key)


def remark_line(remark: Remark, look: Look) -> QWidget:
    """Build the line that shows a finding: its icon, and its words."""
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GRID)
    icon = QLabel()
    drawn = look.warm_icon("octagon-alert") if remark.is_grave else look.accent_icon("info")
    icon.setPixmap(drawn.pixmap(16, 16))
    layout.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(wrapped(remark.text, "warm" if remark.is_grave else "quiet"), 1)
    return line


class _Head(QWidget):
    """A heading with a mark at its right; below it, where both together are too wide."""

    def __init__(self, heading: QLabel, mark: QLabel) -> None:
        super().__init__()
        self._heading, self._mark = heading, mark
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID)
        self._row.addWidget(heading, 1)
        self._row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        """Ask for no more width than the wider of both."""
        widths = (self._heading.minimumSizeHint().width(), self._mark.minimumSizeHint().width())
        return QSize(max(widths), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the mark where there is room for it."""
        super().resizeEvent(event)
        wanted = self._heading.minimumSizeHint().width() + GRID + self._mark.sizeHint().width()
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if wanted <= self.width() else way.TopToBottom)


def _headed(heading: QLabel, wording: Wording) -> QWidget:
    mark = QLabel(wording.mark)
    mark.setToolTip(wording.mark_reason)
    set_role(mark, "mark")
    return _Head(heading, mark)


class ReadingBox(QFrame):
    """A heading with a text below it that can be selected and copied."""

    def __init__(self, heading: str, text: str = "", parent: QWidget | None = None) -> None:
        """Show heading and text."""
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID // 2, 0, GRID // 2)
        layout.setSpacing(GRID // 4)
        if heading:
            head = QLabel(heading)
            head.setWordWrap(True)
            set_role(head, "label")
            layout.addWidget(head)
        self.text_label = QLabel(text)
        self.text_label.setWordWrap(True)
        self.text_label.setTextFormat(Qt.TextFormat.PlainText)
        self.text_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self.text_label)

    def set_text(self, text: str) -> None:
        """Show another text."""
        if self.text_label.text() != text:
            self.text_label.setText(text)
