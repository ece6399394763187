"""The user's own version of an answer, which is typed where the changes were shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.result import AnswerMerge

from ...fields.shown_text import escape_unsupported, restore_unsupported
from ...fields.text_field import GrowingTextEdit
from ...fields.text_spelling import TextSpelling
from ...session.draft_spelling import DraftSpelling
from ...theme.theme import Theme
from ...widgets.accessibility import set_accessible_name
from ...widgets.buttons import ButtonLines, text_button
from ...widgets.labels import wrapped_label
from ...widgets.layouts import build_column
from . import decision_model
from .decision_model import ItemDecision


class CustomTextEditor(QWidget):
    """A text box for the user's own version of an answer, with a button to accept it."""

    confirmed = Signal(str)
    cancelled = Signal()

    def __init__(self, spelling: DraftSpelling, theme: Theme) -> None:
        super().__init__()
        self._spelling, self._theme = spelling, theme
        self._suggestion = ""
        self.text_box = GrowingTextEdit()
        self._check_spelling(Key(""))
        name = self.tr("Your version of the answer")
        set_accessible_name(self.text_box, name)
        self.accept_button = text_button(self.tr("Use this text"), self._on_accept, "primary")
        self.cancel_button = text_button(self.tr("Cancel"), self.cancelled)
        buttons = ButtonLines(self.accept_button, self.cancel_button)
        build_column(self, wrapped_label(name, "label"), self.text_box, buttons)

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
        self._check_spelling(answer.key)
        self.text_box.show_text(escape_unsupported(self._suggestion))

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
        """Leave the box with Esc; the decision stays as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _on_accept(self) -> None:
        self.confirmed.emit(restore_unsupported(self._suggestion, self.text_box.content()))
