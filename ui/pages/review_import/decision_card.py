"""The card of one change to decide on: its versions, the buttons, and a custom text."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from erasmus_desk.review_import.decisions import Decision, Resolution, RowResolution
from erasmus_desk.review_import.result import AnswerMerge, MergeStatus, RowAdded, RowChange

from ...fields.text_field import escape_unsupported, restore_unsupported
from ...session.session import Session
from ...theme.theme import set_role
from ...widgets.accessibility import set_accessible_name
from ...widgets.buttons import ButtonRow, text_button
from ...widgets.labels import wrapped_label
from ...widgets.layouts import add_content, build_column
from ..base import Card
from ..question_texts import name_answer
from . import decision_model, versions_view
from .decision_model import DecisionOption, ItemDecision
from .versions_view import Version, VersionsView

LINES = 8
"""Visible lines of the text box."""


class CustomTextEditor(QWidget):
    """A text box for the user's own version of an answer, with a button to accept it."""

    confirmed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._suggestion = ""
        self.text_box = QPlainTextEdit(tabChangesFocus=True)
        self.text_box.setFixedHeight(self.fontMetrics().lineSpacing() * LINES)
        set_accessible_name(self.text_box, self.tr("Your version of the answer"))
        self.accept_button = text_button(self.tr("Use this text"), self._on_accept)
        build_column(self, self.text_box, ButtonRow(self.accept_button))

    def set_suggestion(self, answer: AnswerMerge, decision: ItemDecision) -> None:
        """Show the text entered before, else the merged text, else all versions."""
        if decision_model.is_custom(decision):
            values = [decision.value]
        elif answer.can_merge:
            values = [answer.merged]
        else:
            values = [answer.mine, *(proposed.value for proposed in answer.theirs)]
        texts = [value for value in values if isinstance(value, str)]
        self._suggestion = "\n".join(dict.fromkeys(texts))
        self.text_box.setPlainText(escape_unsupported(self._suggestion))

    def focus_first(self) -> None:
        """Set the focus into the text box."""
        self.text_box.setFocus()

    def _on_accept(self) -> None:
        raw = self.text_box.document().toRawText()
        text = raw.replace("\u2029", "\n").replace("\u2028", "\n")
        self.confirmed.emit(restore_unsupported(self._suggestion, text))


class DecisionCard(Card):
    """Shows one review item at a time, with a button for each way to decide."""

    decided = Signal(object)
    """The `ItemDecision` of the user."""
    next_requested = Signal()
    jump_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(spacing=1)
        self._session = session
        self._options: dict[QPushButton, DecisionOption] = {}
        self.heading_label = wrapped_label("", "label")
        self.status_label = wrapped_label("", "quiet")
        self.versions_view = VersionsView(self.tr("What was changed"))
        self.text_editor = CustomTextEditor()
        self.text_editor.confirmed.connect(self._on_text_confirmed)
        labels = (self.heading_label, self.status_label)
        add_content(self.column, *labels, self.versions_view, self.text_editor)
        self._buttons: QWidget | None = None

    def show_answer(self, answer: AnswerMerge, decision: ItemDecision) -> None:
        """Show an answer with its versions and options."""
        session = self._session
        self.heading_label.setText(name_answer(answer.key, session))
        self.status_label.setText(decision_model.describe_status(answer))
        needs_care = answer.is_guess or answer.status is MergeStatus.CONFLICT
        set_role(self.status_label, "warm" if needs_care else "quiet")
        self.text_editor.set_suggestion(answer, decision)
        question = session.form.questions.get(answer.key.question)
        options = decision_model.build_answer_options(answer, question)
        self._show(tuple(versions_view.build_versions(answer, session)), options, decision)

    def show_row(self, change: RowChange, decision: ItemDecision) -> None:
        """Show a row that was added or removed."""
        self.heading_label.setText(name_answer(change.order, self._session))
        text = self._describe_row(change)
        set_role(self.status_label, "warm" if change.is_guess else "quiet")
        origin = versions_view.describe_origin(change.by, change.file, self._session)
        self.status_label.setText(f"{text}   ·   {origin}")
        versions = tuple(versions_view.build_row_versions(change, self._session))
        self._show(versions, decision_model.build_row_options(change), decision)

    def _describe_row(self, change: RowChange) -> str:
        is_added = isinstance(change, RowAdded)
        if change.is_guess:
            looks_new = self.tr("Looks like a new row. Please check.")
            return looks_new if is_added else self.tr("A row seems to be gone. Please check.")
        return self.tr("A row was added.") if is_added else self.tr("A row was removed.")

    def _show(
        self,
        versions: tuple[Version, ...],
        options: tuple[DecisionOption, ...],
        decision: ItemDecision,
    ) -> None:
        self.versions_view.show_versions(versions)
        if self._buttons is not None:
            self.column.removeWidget(self._buttons)
            self._buttons.deleteLater()
        self._options = {}
        for option in options:
            button = text_button(option.label, self._on_clicked)
            button.setCheckable(True)
            button.setChecked(option.is_chosen(decision))
            self._options[button] = option
        self.text_editor.setVisible(decision_model.is_custom(decision))
        self._buttons = self._build_buttons()
        self.column.addWidget(self._buttons)

    def _build_buttons(self) -> QWidget:
        """Build a row of buttons that accept changes, and below it the others with the links."""
        accepting = (Resolution.MERGED, Resolution.THEIRS, RowResolution.ACCEPT)
        accept_buttons, other_buttons = list[QPushButton](), list[QPushButton]()
        for button, option in self._options.items():
            accepts = decision_model.resolution_of(option.decision) in accepting
            (accept_buttons if accepts else other_buttons).append(button)
        links = (
            text_button(self.tr("Go to the answer"), self.jump_requested, "link"),
            text_button(self.tr("Next change"), self.next_requested, "link"),
        )
        groups = (accept_buttons, [*other_buttons, *links])
        widget = QWidget()
        build_column(widget, *(ButtonRow(*buttons) for buttons in groups if buttons))
        return widget

    def _on_clicked(self) -> None:
        button = self.sender()
        if not isinstance(button, QPushButton):
            return
        decision = self._options[button].decision
        for other in self._options:
            other.setChecked(other is button)
        self.text_editor.setVisible(decision_model.is_custom(decision))
        if decision_model.is_custom(decision):
            self.text_editor.focus_first()
        else:
            self.decided.emit(decision)

    def _on_text_confirmed(self, text: str) -> None:
        self.decided.emit(Decision(Resolution.EDITED, value=text or None))
