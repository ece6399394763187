"""Help me choose: questions with buttons, and a result with its reasons that grows with them."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from erasmus_desk.call.model import AdviceQuestion
from erasmus_desk.call.recommendation import Recommendation, recommend

from ..i18n import plurals
from ..session.session import Session
from ..theme.theme import GRID, Theme, set_role
from ..widgets.accessibility import announce, set_accessible_name
from ..widgets.buttons import WrappingRow, icon_size, text_button
from ..widgets.drawn_button import Drawing, DrawnButton
from ..widgets.hairline import build_line
from ..widgets.labels import marked_line, short_label, wrapped_label
from ..widgets.layouts import STRETCH, add_content, build_column, build_row
from ..widgets.share_bar import ShareBar

LONG_TEXT = 24
"""Characters that a button has room for beside or below a page."""


class AnswerButton(DrawnButton):
    """One answer; a second click takes it back."""

    least_width: ClassVar[int] = GRID * 10

    def __init__(self, answer: str, text: str, full: str, theme: Theme) -> None:
        """Show the short `text`; `full` is the whole answer."""
        super().__init__(theme)
        self.answer = answer
        self._text = text
        self.setCheckable(True)
        set_accessible_name(self, text, full)
        self.setToolTip(full if full != text else "")
        self.toggled.connect(self.forget_drawing)

    def measure_words(self) -> int:
        """Return the width in which no word of the answer is broken."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        widest = max(map(QFontMetrics(font).horizontalAdvance, self._text.split()), default=0)
        return widest + 2 * (icon_size() + GRID) + 2

    def frame_colour(self) -> str:
        """Return the colour of the frame of a button."""
        return self.theme.colours.border

    def lay_out(self, drawing: Drawing) -> None:
        """Lay out the answer in the middle, and a tick before it if it was given."""
        colours, sign = self.theme.colours, drawing.icon_size
        indent = sign + GRID
        place = QRect(indent, GRID, drawing.width - 2 * indent, 0)
        font = drawing.strong if self.isChecked() else drawing.body
        trial = drawing.try_out()
        fonts = (trial.body, trial.strong)
        needed = max(trial.add_text(self._text, one, "", place) for one in fonts)
        place.setHeight(max(needed, drawing.room - 2 * GRID))
        ink = colours.accent if self.isChecked() else colours.text
        drawing.add_text(self._text, font, ink, place, Qt.AlignmentFlag.AlignCenter)
        if self.isChecked():
            top = GRID + (place.height() - sign) // 2
            words = font.measure(self._text, place.width())
            left = (drawing.width - words) // 2 - sign - GRID // 2
            drawing.add_icon("check", colours.accent, QRect(left, top, sign, sign))
        drawing.height = needed + 2 * GRID


class _AnswerRow(WrappingRow):
    """The answers of a question, equally wide; below each other where words would be broken."""

    def __init__(self, *buttons: AnswerButton) -> None:
        super().__init__(*buttons)
        self._buttons = buttons
        for button in buttons:
            self.row.addWidget(button, 1)

    def needed_width(self) -> int:
        """Return the width of all with that of the widest word."""
        widest = max(button.measure_words() for button in self._buttons)
        return len(self._buttons) * (widest + GRID) - GRID


class AdviceQuestions(QWidget):
    """The questions, all answers of each side by side."""

    answered = Signal()

    def __init__(self, session: Session, answers: dict[str, str], theme: Theme) -> None:
        """Show the `answers` given so far, which change with those of the user."""
        super().__init__()
        self._session = session
        self._theme = theme
        self._answers = answers
        self.buttons: dict[str, tuple[AnswerButton, ...]] = {}
        self._column = build_column(self, spacing=0.75)
        for number, question in enumerate(session.pack.advice):
            if number:
                self._column.addSpacing(GRID // 2)
                self._column.addWidget(build_line())
            self._add_question(question)

    def count_text(self) -> str:
        """Return how many questions are answered."""
        given = sum(one.id in self._answers for one in self._session.pack.advice)
        text = self.tr("{0} of {1} answered. Skip what you like.")
        return text.format(given, len(self._session.pack.advice))

    def focus_first(self) -> None:
        """Set the focus on the first answer."""
        for buttons in self.buttons.values():
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def _add_question(self, question: AdviceQuestion) -> None:
        texts = self._session.texts
        asked = texts.get(f"advice.{question.id}.question")
        found: list[AnswerButton] = []
        for answer in question.answers:
            name = f"advice.{question.id}.{answer.id}"
            full = texts.get(f"{name}.label")
            button = AnswerButton(answer.id, texts.get(f"{name}.short") or full, full, self._theme)
            button.setAccessibleDescription(f"{asked} {full}")
            button.setChecked(self._answers.get(question.id) == answer.id)
            button.setObjectName(question.id)
            button.clicked.connect(self._on_clicked)
            found.append(button)
        self.buttons[question.id] = tuple(found)
        add_content(self._column, wrapped_label(asked), _AnswerRow(*found))

    def _on_clicked(self) -> None:
        button = self.sender()
        if not isinstance(button, AnswerButton):
            return
        question = button.objectName()
        if button.isChecked():
            self._answers[question] = button.answer
        else:
            self._answers.pop(question, None)
        for other in self.buttons[question]:
            other.setChecked(other is button and button.isChecked())
        self.answered.emit()


class AdviceResult(QWidget):
    """The recommended project type: a sentence, bars, the reasons, and a button for each type."""

    chosen = Signal(str)

    def __init__(self, session: Session, answers: dict[str, str], theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._answers = answers
        self._theme = theme
        self.result_label = wrapped_label("", "heading")
        self._parts = QWidget()
        self.buttons: dict[str, QPushButton] = {}
        column = build_column(self, margins=(0, 2, 0, 2), spacing=1)
        so_far = wrapped_label(self.tr("Result so far"), "quiet")
        add_content(column, so_far, self.result_label, self._parts)
        self._column = column
        for kind in session.pack.kinds:
            name = session.texts.get(f"kind.{kind.id}.short")
            button = text_button(break_text(self.tr("Choose {}").format(name)))
            self.buttons[kind.id] = button
            button.clicked.connect(self._on_chosen)
            column.addWidget(button)
        column.addStretch(STRETCH)
        self.refresh()

    def refresh(self) -> None:
        """Show the result of the present answers."""
        found = recommend(self._session.pack, self._answers)
        texts = self._session.texts
        short = texts.get(f"kind.{found.kind}.short")
        if found.kind:
            result = self.tr("Your answers suggest: {}").format(short)
        elif self._answers:
            result = self.tr("Your answers fit both types.")
        else:
            result = self.tr("Answer as many questions as you like, or choose directly.")
        if result != self.result_label.text():
            self.result_label.setText(result)
            announce(self, result)
        parts = QWidget()
        build_column(parts, *self._build_bars(found), *self._build_reasons(found))
        self._column.replaceWidget(self._parts, parts)
        self._parts.hide()
        self._parts.deleteLater()
        self._parts = parts
        for kind, button in self.buttons.items():
            role = "primary" if kind == found.kind else ""
            if button.property("role") != role:
                set_role(button, role)

    def _build_bars(self, found: Recommendation) -> list[QWidget]:
        given, widgets = len(self._answers), list[QWidget]()
        for kind, supporters in found.supporters.items():
            name = self._session.texts.get(f"kind.{kind}.short")
            text = self.tr("{0} of {1}").format(len(supporters), given)
            bar = ShareBar(self._theme)
            bar.show_share(len(supporters) / given if given else 0.0, f"{name}: {text}")
            group = QWidget()
            head = build_row(None, wrapped_label(name, "quiet"), short_label(text, "label"))
            head.setStretch(0, 1)
            build_column(group, head, bar, spacing=0.5)
            widgets.append(group)
        return widgets

    def _build_reasons(self, found: Recommendation) -> list[QWidget]:
        texts, widgets = self._session.texts, list[QWidget]()
        for kind, supporters in found.supporters.items():
            name = texts.get(f"kind.{kind}.short")
            widgets += self._list(self.tr("In favour of: {}").format(name), supporters, "plus")
        widgets += self._list(self.tr("Fits both types"), found.neutral, "minus")
        if self._answers:
            words = self.tr("This is advice. You decide.")
            left = len(self._session.pack.advice) - len(self._answers)
            if left and found.is_settled:
                words += " " + plurals.open_advice(left)
            icon = self._theme.icons.icon("info", self._theme.colours.quiet)
            sign = QLabel(pixmap=icon.pixmap(icon_size(), icon_size()))
            widgets.append(marked_line(sign, wrapped_label(words, "quiet")))
        return widgets

    def _list(self, heading: str, reasons: tuple[str, ...], icon: str) -> list[QWidget]:
        texts, size = self._session.texts, icon_size()
        drawn = self._theme.good_icon(icon) if icon == "plus" else self._theme.icon(icon)
        lines = [
            marked_line(QLabel(pixmap=drawn.pixmap(size, size)), wrapped_label(texts.get(one)))
            for one in reasons
        ]
        return [wrapped_label(heading, "label"), *lines] if lines else []

    def _on_chosen(self) -> None:
        sender = self.sender()
        for kind, button in self.buttons.items():
            if button is sender:
                self.chosen.emit(kind)


def break_text(text: str) -> str:
    """Return the text of a button in two lines if it is long, as a button does not wrap it."""
    if len(text) <= LONG_TEXT:
        return text
    spaces = [at for at, character in enumerate(text) if character == " "]
    middle = min(spaces, key=lambda at: abs(at - len(text) // 2), default=len(text))
    return f"{text[:middle]}\n{text[middle:].strip()}".strip()
