"""The field that is next: where it is, its question, its answer, and the buttons to copy it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from erasmus_desk.draft.copying import CopyField, CopyState
from erasmus_desk.i18n.formats import capitalise

from ...theme.theme import GRID, Theme, set_role
from ...widgets.accessibility import announce
from ...widgets.buttons import WrappingRow, button_group, icon_size, text_button
from ...widgets.flow_layout import FlowLayout
from ...widgets.key_button import KeyButton
from ...widgets.labels import NaturalLabel, short_label, wrapped_label
from ...widgets.layouts import build_column, measure_again
from ..question_texts import build_question_text
from . import texts
from .desk import CopyDesk


class CopyButtons(QWidget):
    """Copy, copy and go on, skip: the same on the page and in the small window."""

    def __init__(self, desk: CopyDesk, theme: Theme) -> None:
        super().__init__()
        copy, go_on = self.tr("Copy"), self.tr("Copy and next")
        enter = QKeySequence(Qt.Key.Key_Enter).toString()
        self.copy_button = KeyButton(theme, "copy", copy, "Ctrl+C", "primary")
        self.next_button = KeyButton(theme, "check-check", go_on, enter)
        self.skip_button = text_button(self.tr("Skip"), desk.go_next, "flat")
        FlowLayout(self, self.copy_button, self.next_button, self.skip_button)
        desk.leave_keys(self.copy_button, self.next_button, self.skip_button)
        self.copy_button.clicked.connect(desk.copy)
        self.next_button.clicked.connect(desk.copy_and_go)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the keys where the last button would stand alone on a line for them."""
        super().resizeEvent(event)
        keyed = (self.copy_button, self.next_button)
        rest = self.skip_button.sizeHint().width() + len(keyed) * GRID
        bare, whole = (
            sum(widths) + rest
            for widths in zip(*(one.measure_widths() for one in keyed), strict=True)
        )
        for button in keyed:
            button.show_keys(is_shown=not bare <= self.width() < whole)


class LengthLine(QWidget):
    """The length of the answer against its limit, and whether it fits."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.count_label = NaturalLabel()
        set_role(self.count_label, "quiet")
        self.sign, self.room_label = QLabel(), short_label("", "good")
        FlowLayout(self, self.count_label, button_group(self.sign, self.room_label))

    def show_field(self, field: CopyField, text: str, language: str) -> None:
        """Show the length of a text; nothing for a field without a limit."""
        limit = field.visible.question.limit
        self.setVisible(limit is not None)
        if limit is None:
            return
        self.count_label.setText(texts.describe_length(text, limit, language))
        words, fits = texts.describe_room(text, limit)
        self.room_label.setText(words)
        set_role(self.room_label, "good" if fits else "warm")
        theme = self._theme
        icon = theme.good_icon("circle-check") if fits else theme.warm_icon("octagon-alert")
        self.sign.setPixmap(icon.pixmap(icon_size(), icon_size()))


class FieldCard(QWidget):
    """Shows the current field of a desk."""

    def __init__(self, desk: CopyDesk, theme: Theme) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[CopyField, str] | None = None
        self.place_label = wrapped_label("", "quiet")
        self.heading_label = wrapped_label("", "heading")
        self.length = LengthLine(theme)
        self.answer_label = wrapped_label("", "answer")
        self.box = QFrame()
        # Only the keyboard needs the focus here: to read, and to scroll.
        self.box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_role(self.box, "card")
        build_column(self.box, self.answer_label, margins=(2, 1.5, 2, 1.5))
        self.buttons = CopyButtons(desk, theme)
        self.state_label = NaturalLabel()
        set_role(self.state_label, "quiet")
        self.back_button = text_button(self.tr("Mark as not copied"), desk.take_back, "link")
        desk.leave_keys(self.back_button)
        state = WrappingRow(self.state_label, self.back_button)
        state.row.addWidget(self.state_label, 1)
        state.row.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        parts = (self.place_label, self.heading_label, self.length, self.box, self.buttons, state)
        build_column(self, *parts, spacing=1.5)

    def show_field(self) -> None:
        """Show the current field as it is now, and say when it is another one."""
        field, session = self._desk.current, self._desk.session
        self.setVisible(field is not None)
        if field is None:
            return
        text, language = self._desk.format(field), session.texts.language
        if (field, text) == self._shown:
            return
        is_other = self._shown is None or self._shown[0].visible.key != field.visible.key
        self._shown = field, text
        heading = build_question_text(field.visible.question, session.pack, session.texts)
        self.place_label.setText(texts.describe_place(field, session))
        self.heading_label.setText(heading.label)
        self.length.show_field(field, text, language)
        self.answer_label.setText(text or self.tr("No answer: there is nothing to copy."))
        self.box.setAccessibleName(f"{heading.heading}: {self.answer_label.text()}")
        set_role(self.answer_label, "answer" if text else "quiet")
        self._show_state(field, text, language)
        measure_again(self.answer_label)
        announce(self, f"{heading.heading}. {text}" if is_other else self.state_label.text())

    def _show_state(self, field: CopyField, text: str, language: str) -> None:
        state = texts.describe_state(field, language) if field.state is not CopyState.EMPTY else ""
        if field.state is CopyState.CHANGED and not text:
            state = self.tr("You emptied this answer after copying it: empty the field there too.")
        self.state_label.setText(capitalise(state))
        self.state_label.setVisible(bool(state))
        set_role(self.state_label, "warm" if field.state is CopyState.CHANGED else "quiet")
        self.back_button.setVisible(field.state in (CopyState.COPIED, CopyState.CHANGED))
        self.buttons.copy_button.setEnabled(field.state is not CopyState.EMPTY)
