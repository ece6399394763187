"""One question on a page: its text, its field or read-only value, and its findings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from erasmus_desk.call.form import Question, QuestionType
from erasmus_desk.draft.hidden_characters import is_empty
from erasmus_desk.draft.model import Key, Value

from ..i18n import plurals
from ..qt_support import WRITING_KEYS
from ..theme.theme import GRID, Theme, set_role
from ..widgets.buttons import WrappingRow, icon_size
from ..widgets.key_button import KeyButton
from ..widgets.labels import NaturalLabel, marked_line, short_label, wrapped_label
from ..widgets.layouts import STRETCH, build_column, build_row, clear_layout
from ..widgets.popover import SourceDot
from .base import CellFrame, Field
from .choice_fields import ChoiceField, YesNoField, build_multi_choice_field
from .item_fields import ItemField, ItemsField
from .line_fields import DateField, LineField, MoneyField, NumberField
from .text_field import TextField
from .values import Choice, QuestionText, Remark


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
    return builders.get(question.type, lambda: LineField(theme))()


class QuestionBox(CellFrame):
    """A question with its field, and the findings at its answer.

    A question for long text has a number, says that it is answered, and has tools while it is the
    one that is worked on.
    """

    writing_requested = Signal()
    """The user wants to write this answer with nothing else on the screen."""
    history_requested = Signal()
    """The user wants to see earlier versions of this answer."""

    def __init__(
        self,
        key: Key,
        field: Field,
        text: QuestionText,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.key = key
        self.field = field
        self._theme = theme
        self._remarks: tuple[Remark, ...] = ()
        self._points = 0
        self._head: WritingHead | None = None
        self._build(text)
        self._field_name = text.heading or text.label
        self._label = text.label if text.heading != text.label else ""
        field.set_name(self._field_name, self._label)
        self.add_cell(key, field)

    def _build(self, text: QuestionText) -> None:
        is_text = isinstance(self.field, TextField)
        if isinstance(self.field, TextField):
            self.field.box.history_requested.connect(self.history_requested)
        role = "heading" if is_text else "label"
        # A dot stands behind the last word, so the heading wraps only where it has to.
        heading = NaturalLabel(text.heading or text.label)
        set_role(heading, role)
        self.heading: QLabel = heading
        heading.setBuddy(self.field)
        head: QWidget = heading
        if is_text:
            head = self._head = WritingHead(heading, self._theme)
            self._head.writing_requested.connect(self.writing_requested)
        elif text.source:
            head = QWidget()
            dot = SourceDot(self._theme, text.heading or text.label, text.source)
            build_row(head, heading, dot, STRETCH, spacing=0.5)
        layout = build_column(self, head, margins=(0, 1, 0, 1), spacing=0.5)
        self._asked: QLabel | None = None
        if text.heading and text.label not in ("", text.heading):
            self._asked = wrapped_label(text.label, "quiet")
            layout.addWidget(self._asked)
        self.remarks = build_column(None, spacing=0.5)
        self._column = layout
        layout.addWidget(self.field)
        (self.field.below or layout).addLayout(self.remarks)

    def hide_heading(self) -> None:
        """Leave out a heading that stands above already; its state is beside the question then."""
        self.heading.hide()
        if self._head is not None and self._asked is not None:
            self._head.show_question(self._asked)

    def set_value(self, value: Value | None) -> None:
        """Show an answer."""
        self.field.set_value(value)
        if self._head is not None:
            self._head.show_state(is_answered=isinstance(value, str) and not is_empty(value))

    def set_small(self) -> None:
        """Show a short question as one of several in a row of fields."""
        self._column.setContentsMargins(0, 0, 0, 0)
        if self._head is None:
            set_role(self.heading, "quiet")

    def show_number(self, number: int) -> None:
        """Show which text of the page it is; 0 for none."""
        if self._head is not None:
            self._head.show_number(number)

    def show_tools(self, *, is_shown: bool) -> None:
        """Show or hide the tools for the question that is worked on."""
        if self._head is not None:
            self._head.show_tools(is_shown=is_shown)

    def set_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Show the findings of this answer below the field and in its accessible description."""
        if remarks != self._remarks:
            self._show_below(remarks, self._points)

    def show_points(self, points: int) -> None:
        """Show how many points of the guidance are to be ticked yet."""
        if points != self._points:
            self._show_below(self._remarks, points)

    def setFocus(self, _reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Set the focus in the field, which is no focus proxy: Tab would lead back to it."""
        self.focus_first()

    def focus_first(self) -> None:
        """Move the keyboard focus into the field."""
        self.field.focus_first()

    def _show_below(self, remarks: tuple[Remark, ...], points: int) -> None:
        self._remarks, self._points = remarks, points
        clear_layout(self.remarks)
        for remark in remarks:
            self.remarks.addWidget(build_remark_line(remark, self._theme))
        if points:
            icon = QLabel(
                pixmap=self._theme.quiet_icon("list-checks").pixmap(icon_size(), icon_size())
            )
            line = marked_line(icon, wrapped_label(plurals.open_points(points), "quiet"))
            self.remarks.addWidget(line)
        texts = " ".join(remark.text for remark in remarks)
        self.field.set_has_remarks(has_remarks=bool(remarks))
        self.field.set_name(self._field_name, f"{self._label} {texts}".strip())


LEAST_LINE = 28
"""Characters that a line of a question has at least beside its state."""


class WritingHead(WrappingRow):
    """The heading of a long text: its number, and at the right its state or the tools."""

    writing_requested = Signal()

    def __init__(self, heading: QLabel, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._heading = heading
        self._tools: QWidget | None = None
        self._asked: QLabel | None = None
        self.number_label = short_label("", "number")
        self.number_label.hide()
        name = QWidget()
        self._names = build_row(name)
        heading.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._names.addWidget(self.number_label, 0, Qt.AlignmentFlag.AlignTop)
        self._names.addWidget(heading, 1)
        self.state = QWidget()
        mark = QLabel(pixmap=theme.good_icon("circle-check").pixmap(icon_size(), icon_size()))
        build_row(self.state, mark, short_label(self.tr("answered"), "good"), spacing=0.5)
        self.state.hide()
        self._is_answered = False
        self.widgets = (name, self.state)
        self.row.addWidget(name, 1, Qt.AlignmentFlag.AlignVCenter)
        self.row.addWidget(self.state)

    def needed_width(self) -> int:
        """Return the width of both if the heading wraps."""
        right = self._tools if self._tools is not None else self.state
        least = self._heading.minimumSizeHint().width()
        if self._asked is not None:
            least = self._asked.fontMetrics().averageCharWidth() * LEAST_LINE
        return least + 4 * GRID + right.sizeHint().width()

    def show_question(self, label: QLabel) -> None:
        """Show the whole question in the place of the heading."""
        self._asked = label
        self._names.addWidget(label, 1)

    def show_number(self, number: int) -> None:
        """Show a number before the heading; 0 for none."""
        self.number_label.setText(str(number))
        self.number_label.setVisible(number > 0)

    def show_state(self, *, is_answered: bool) -> None:
        """Say that the question is answered, while no tools are in that place."""
        self._is_answered = is_answered
        self.state.setVisible(is_answered and (self._tools is None or self._tools.isHidden()))

    def show_tools(self, *, is_shown: bool) -> None:
        """Show the tools in place of the state."""
        if is_shown and self._tools is None:
            button = KeyButton(self._theme, "maximize-2", self.tr("Focus"), WRITING_KEYS[0])
            button.clicked.connect(self.writing_requested)
            button.setToolTip(self.tr("Write this answer with nothing else on the screen"))
            self._tools = button
            self.widgets = (*self.widgets, self._tools)
            self.row.addWidget(self._tools)
            # The page must not move when the tools come and go.
            self.setMinimumHeight(button.sizeHint().height())
            field = self._heading.buddy()
            # Built last, it would be the last in the window for Tab.
            button.comes_after = field.focusProxy() or field
            self.setTabOrder(button.comes_after, button)
        if self._tools is not None:
            self._tools.setVisible(is_shown)
        self.show_state(is_answered=self._is_answered)


def build_remark_line(remark: Remark, theme: Theme) -> QWidget:
    """Build the line that shows a finding with an icon."""
    is_blocking = remark.is_blocking
    icon = theme.warm_icon("octagon-alert") if is_blocking else theme.accent_icon("info")
    text = wrapped_label(remark.text, "warm" if is_blocking else "quiet")
    return marked_line(QLabel(pixmap=icon.pixmap(icon_size(), icon_size())), text)


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
