"""The card of one change: what changed, comments on it, and the buttons to decide."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from erasmus_desk.draft.review_state import CommentThread
from erasmus_desk.review_import.decisions import Decision, Resolution
from erasmus_desk.review_import.result import AnswerMerge

from ...session.session import Session
from ...theme.theme import GRID, Theme, find_text_scale
from ...widgets.accessibility import announce, set_accessible_name
from ...widgets.hairline import build_line
from ...widgets.layouts import add_content, build_column, measure_again
from ..base import Card
from . import decision_model
from .card_head import ACROSS, DOWN, CardHead
from .custom_text import CustomTextEditor
from .decision_buttons import DecisionButtons
from .decision_model import DecisionOption, ItemDecision
from .versions import Version
from .versions_view import CommentsView, VersionsView

COMMENTS_WIDTH = 290
NARROW = 760
"""Width in pixels at 100 % below which comments stand below the text."""


class ChangeCard(Card):
    """Shows one change at a time, with a button and a letter for each way to decide."""

    decided = Signal(object)
    """The `ItemDecision` of the user."""
    edited = Signal(object)
    """The `ItemDecision` by a key in the user's own text, or that leaving it brings back."""
    writing = Signal(object)
    """The user's own text is open, with the `ItemDecision` before it, or closed (`None`)."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(margins=(0, 1.5, 0, 1.5), spacing=1.5)
        self._versions: tuple[Version, ...] = ()
        self._is_narrow: bool | None = None
        self._decision: ItemDecision = decision_model.UNDECIDED
        self._before: ItemDecision = decision_model.UNDECIDED
        """What was decided when the user began to write."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.head = CardHead(theme)
        self.head.mode_changed.connect(self._show_versions)
        self.view = VersionsView(theme)
        self.comments = CommentsView(theme, session.texts.language)
        self.text_editor = CustomTextEditor(session.spelling, theme)
        self.text_editor.edited.connect(self._on_text_edited)
        self.text_editor.confirmed.connect(self._on_text_confirmed)
        self.text_editor.cancelled.connect(self._on_text_cancelled)
        self.text_editor.hide()
        self.decisions = DecisionButtons(theme)
        self.decisions.chosen.connect(self._on_decision)
        texts, self._foot, self._foot_line = QWidget(), QWidget(), build_line()
        build_column(texts, self.view, self.text_editor)
        build_column(self._foot, self.decisions, margins=(2, 0, 2, 0))
        self._across = QBoxLayout(ACROSS)
        self._across.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
        self._across.setSpacing(GRID * 3)
        self._across.addWidget(texts, 1)
        self._across.addWidget(self.comments, 0, Qt.AlignmentFlag.AlignTop)
        add_content(self.column, self.head, build_line(), self._across, self._foot_line, self._foot)

    def show_head(self, heading: str, origin: str, status: str, *, needs_care: bool) -> None:
        """Show which answer changed, who changed it, and whether it needs care."""
        self.head.show_change(heading, origin, status, needs_care=needs_care)
        set_accessible_name(self, heading, status)
        for label in (self.head.heading_label, self.head.origin_label):
            measure_again(label)

    def show_content(
        self, versions: Sequence[Version], threads: Sequence[CommentThread], note: str
    ) -> None:
        """Show the versions of an answer, the comments on it, and a note beside the buttons."""
        self._show_editor(is_shown=False)
        self._versions = tuple(versions)
        self.head.modes.setVisible(any(one.base for one in versions))
        self._show_versions()
        self.comments.show_threads(threads)
        self.decisions.note_label.setText(note)
        self.decisions.note_label.setVisible(bool(note))

    def suggest(self, answer: AnswerMerge, decision: ItemDecision) -> None:
        """Set the text that editing begins with."""
        self.text_editor.set_suggestion(answer, decision)

    def show_options(self, options: Sequence[DecisionOption], decision: ItemDecision) -> None:
        """Show the buttons; the focus stays in the card where one of them had it."""
        self._decision = decision
        had_focus = self.decisions.has_focus()
        self.decisions.show_options(options, decision)
        if had_focus and not self.decisions.has_focus():
            self.setFocus()

    def press(self, key: str) -> None:
        """Press the button with a letter, unless a text is being typed."""
        if self.text_editor.isHidden():
            self.decisions.press(key)

    def announce_change(self, place: str) -> None:
        """Tell a screen reader which change is shown now, and what changed."""
        marks = (text.accessibleDescription() for text in self.view.texts)
        parts = (place, self.head.heading_label.text(), self.head.status_label.text(), *marks)
        announce(self, ". ".join(part for part in parts if part))

    def arrange(self, width: int) -> None:
        """Put the comments beside or below the text, for a width in pixels."""
        scale = find_text_scale(self)
        is_narrow = width < NARROW * scale
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        self.head.arrange(is_narrow=is_narrow)
        self._across.setDirection(DOWN if is_narrow else ACROSS)
        self.comments.setMinimumWidth(0 if is_narrow else round(COMMENTS_WIDTH * scale))
        self.comments.setMaximumWidth(round((NARROW if is_narrow else COMMENTS_WIDTH) * scale))
        self._show_versions()

    def _show_versions(self) -> None:
        has_sides = self.head.sides_button.isChecked()
        columns = 2 if has_sides and not self._is_narrow else 1
        self.view.show_versions(self._versions, has_sides=has_sides, columns=columns)

    def write(self, before: ItemDecision) -> None:
        """Open the user's own text; leaving it brings back what was decided before."""
        self._before = before
        self._show_editor(is_shown=True)
        self.text_editor.focus_first()

    def _on_decision(self, decision: ItemDecision) -> None:
        if decision_model.is_custom(decision):
            self.write(self._decision)
        else:
            self.decided.emit(decision)

    def _show_editor(self, *, is_shown: bool) -> None:
        """Show the user's own text in the place of the versions and the buttons, or these."""
        self.text_editor.setVisible(is_shown)
        for part in (self.view, self._foot, self._foot_line):
            part.setVisible(not is_shown)
        self.writing.emit(self._before if is_shown else None)

    def _close_editor(self) -> None:
        self._show_editor(is_shown=False)
        self.decisions.focus_edit()

    def _on_text_edited(self, text: str) -> None:
        self.edited.emit(Decision(Resolution.EDITED, value=text or None))

    def _on_text_confirmed(self) -> None:
        text = self.text_editor.field.text
        self._close_editor()
        self.decided.emit(Decision(Resolution.EDITED, value=text or None))

    def _on_text_cancelled(self) -> None:
        self._close_editor()
        self.edited.emit(self._before)
