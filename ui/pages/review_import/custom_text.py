"""The user's own version of an answer, which is typed where the changes were shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.result import AnswerMerge

from ...fields.text_field import TextField
from ...fields.text_spelling import TextSpelling
from ...session.draft_spelling import DraftSpelling
from ...theme.theme import Theme
from ...widgets.buttons import ButtonLines, text_button
from ...widgets.labels import wrapped_label
from ...widgets.layouts import build_column
from . import decision_model
from .decision_model import ItemDecision


class OwnText(TextField):
    """A text that is no answer of the draft yet, also where a word of it is replaced."""

    def report(self, text: str) -> None:
        """Report the text as it is."""
        self.edited.emit(text or None)


class CustomTextEditor(QWidget):
    """A text box for the user's own version of an answer, with a button that ends it.

    Undo is its own: the proposal has nothing of this text before it is applied.
    """

    edited = Signal(str)
    """The text after each key."""
    confirmed = Signal()
    cancelled = Signal()

    def __init__(self, spelling: DraftSpelling, theme: Theme) -> None:
        super().__init__()
        self._spelling, self._theme = spelling, theme
        self.field = OwnText(theme, None)
        self.field.edited.connect(self._on_edited)
        self.text_box = self.field.box
        self.text_box.keep_undo()
        self._check_spelling(Key(""))
        name = self.tr("Your version of the answer")
        self.field.set_name(name)
        self.accept_button = text_button(self.tr("Use this text"), self.confirmed, "primary")
        self.cancel_button = text_button(self.tr("Cancel"), self.cancelled)
        buttons = ButtonLines(self.accept_button, self.cancel_button)
        build_column(self, wrapped_label(name, "label"), self.field, buttons)

    def set_suggestion(self, answer: AnswerMerge, decision: ItemDecision) -> None:
        """Set the text entered before, else the merged text, else all versions."""
        if decision_model.is_custom(decision):
            values = [decision.value]
        elif answer.can_merge:
            values = [answer.merged]
        else:
            values = [answer.mine, *(proposed.value for proposed in answer.theirs)]
        texts = [value for value in values if isinstance(value, str)]
        self._check_spelling(answer.key)
        self.field.set_value("\n".join(dict.fromkeys(texts)))
        self.text_box.document().clearUndoRedoStacks()

    def _on_edited(self) -> None:
        self.edited.emit(self.field.text)

    def _check_spelling(self, key: Key) -> None:
        """Check the words as in the answer itself."""
        if self.text_box.spelling is not None:
            self.text_box.spelling.deleteLater()
        colour = self._theme.colours.misspelled
        self.text_box.spelling = TextSpelling(self.text_box, self._spelling, key, colour)

    def focus_first(self) -> None:
        """Set the focus into the text box."""
        self.text_box.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the box with Esc; the decision is what it was before."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
