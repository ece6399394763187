"""The steps of the guided start with what was chosen; each one is a way back."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from ..theme.theme import GRID, Theme, find_text_scale, set_role
from ..widgets.accessibility import set_accessible_name
from ..widgets.drawn_button import GAP, Drawing, DrawnButton
from ..widgets.labels import wrapped_label
from ..widgets.layouts import STRETCH, build_column

WIDTH, NARROW_WIDTH = 240, 56
"""Pixels at 100 %; a narrow list shows the numbers only."""
CENTRED = Qt.AlignmentFlag.AlignCenter


class StepText(Struct, frozen=True):
    """What is shown of a step: its name, what was chosen, and how far it is."""

    name: str
    answer: str
    is_current: bool
    is_done: bool


class StartStepButton(DrawnButton):
    """One step: a number or a tick, its name, and what was chosen."""

    least_width: ClassVar[int] = GRID * 4

    def __init__(self, number: int, theme: Theme) -> None:
        super().__init__(theme, is_flat=True, is_first=True)
        self._number = number
        self.words = StepText("", "", is_current=False, is_done=False)
        self.is_narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_words(self, words: StepText, *, is_narrow: bool) -> None:
        """Show these words, or the number alone."""
        if (words, is_narrow) == (self.words, self.is_narrow):
            return
        self.words, self.is_narrow = words, is_narrow
        state = ""
        if words.is_current:
            state = QCoreApplication.translate("StartList", "shown now")
        elif words.is_done:
            state = QCoreApplication.translate("StartList", "done")
        parts = (f"{self._number}. {words.name}", words.answer, state)
        set_accessible_name(self, ", ".join(part for part in parts if part))
        self.setToolTip(f"{words.name}\n{words.answer}".strip() if is_narrow else "")
        self.forget_drawing()

    def lay_out(self, drawing: Drawing) -> None:
        """Lay out the sign, the name and the answer below it."""
        colours, words = self.theme.colours, self.words
        sign = drawing.icon_size + GRID // 2
        left, top = GRID, GRID
        if self.is_narrow:
            left = (drawing.width - sign) // 2
        height = 0 if self.is_narrow else self._add_words(drawing, left + sign + GRID, top, sign)
        circle = QRect(left, top + max(height - sign, 0) // 2, sign, sign)
        if words.is_done and not words.is_current:
            drawing.add_icon("circle-check", colours.good, circle)
        else:
            ground = colours.accent if words.is_current else colours.border
            drawing.add_box(ground, circle, sign / 2)
            if not words.is_current:
                drawing.add_box(colours.window, circle.adjusted(1, 1, -1, -1), sign / 2)
            ink = colours.accent_text if words.is_current else colours.quiet
            drawing.add_text(str(self._number), drawing.bold, ink, circle, CENTRED)
        drawing.height = top + max(height, sign) + GRID

    def _add_words(self, drawing: Drawing, left: int, top: int, sign: int) -> int:
        """Add the name and the answer below it, as high as the sign at least; return the height."""
        colours, words = self.theme.colours, self.words
        room = drawing.width - left - GRID
        font = drawing.strong if words.is_current else drawing.body
        is_coming = not words.is_current and not words.is_done
        ink = colours.quiet if is_coming else colours.text
        heights = [drawing.try_out().add_text(words.name, font, ink, QRect(left, 0, room, 0))]
        if words.answer:
            place = QRect(left, top + heights[0], room, 0)
            heights.append(drawing.add_text(words.answer, drawing.small, colours.quiet, place))
        above = max(sign - sum(heights), 0) // 2
        drawing.add_text(words.name, font, ink, QRect(left, top + above, room, 0))
        return sum(heights)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Mark the step that is shown."""
        if self.words.is_current:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.colours.accent_soft))
            painter.drawRoundedRect(self.rect(), GAP, GAP)
            painter.end()
        super().paintEvent(event)


class StartList(QFrame):
    """All steps, from which the user goes to one."""

    chosen = Signal(int)
    """The index of a step."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        set_role(self, "side")
        self._theme = theme
        self._is_narrow = False
        self.buttons: tuple[StartStepButton, ...] = ()
        self.heading = wrapped_label(self.tr("New proposal"), "heading")
        self.note = wrapped_label(
            self.tr("Every answer can be changed later. Nothing chosen is lost."), "mark"
        )
        for label in (self.heading, self.note):
            # As far in as the signs of the steps.
            label.setContentsMargins(GRID, 0, GRID, 0)
        self._rows = build_column(None, spacing=0.5)
        column = build_column(self, self.heading, self._rows, STRETCH, self.note)
        column.setContentsMargins(GRID * 3 // 2, GRID * 2, GRID * 3 // 2, GRID * 2)
        self.arrange(is_narrow=False)

    def arrange(self, *, is_narrow: bool) -> None:
        """Show names and answers, or numbers only."""
        self._is_narrow = is_narrow
        self.heading.setHidden(is_narrow)
        margin = GRID // 2 if is_narrow else GRID * 3 // 2
        column = self.layout()
        if column:
            column.setContentsMargins(margin, GRID * 2, margin, GRID * 2)
        width = NARROW_WIDTH if is_narrow else WIDTH
        self.setFixedWidth(int(width * find_text_scale(self)))
        for button in self.buttons:
            button.show_words(button.words, is_narrow=is_narrow)
        self._fit_note()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the note out in a low window."""
        super().resizeEvent(event)
        self._fit_note()

    def _fit_note(self) -> None:
        """Show the note where the steps leave it room: nothing here scrolls."""
        column = self.layout()
        if column is None:
            return
        edges, room = column.contentsMargins(), self.contentsRect()
        inner = room.width() - edges.left() - edges.right()
        labels = self.heading.heightForWidth(inner) + self.note.heightForWidth(inner)
        self._rows.invalidate()  # it learns of another height only with the next layout
        rows = self._rows.sizeHint().height() + column.spacing() * 2
        needed = edges.top() + labels + rows + edges.bottom()
        self.note.setHidden(self._is_narrow or needed > room.height())

    def show_steps(self, steps: tuple[StepText, ...]) -> None:
        """Show these steps."""
        if len(steps) != len(self.buttons):
            for button in self.buttons:
                self._rows.removeWidget(button)
                button.hide()
                button.deleteLater()
            numbers = range(1, len(steps) + 1)
            self.buttons = tuple(StartStepButton(number, self._theme) for number in numbers)
            for button in self.buttons:
                button.clicked.connect(self._on_clicked)
                self._rows.addWidget(button)
        for button, words in zip(self.buttons, steps, strict=True):
            button.show_words(words, is_narrow=self._is_narrow)
        self._fit_note()

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, StartStepButton):
            self.chosen.emit(self.buttons.index(sender))
