"""The page where the changes in returned files are reviewed and applied in one undo step."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut

from erasmus_desk.draft.form_order import FormOrder
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import UnresolvedItem
from erasmus_desk.review_import.result import AnswerMerge

from ...session.session import Session
from ...theme.theme import GRID, Theme
from ...widgets.labels import wrapped_label
from ...widgets.layouts import add_content
from ..base import Card, Page
from . import decision_model, entry_texts
from .change_card import ChangeCard
from .change_content import show_change
from .change_strip import ChangeStrip
from .chips import build_chip
from .decision_bar import DecisionBar
from .decision_model import DecisionModel, Entry, ItemDecision
from .page_head import PageHead, build_note

MAX_WIDTH = 1440
"""Pixels at 100 %."""
LETTERS = (
    decision_model.ACCEPT_KEY,
    decision_model.REJECT_KEY,
    decision_model.EDIT_KEY,
    decision_model.LATER_KEY,
    *map(str, range(1, decision_model.MAX_DIGIT + 1)),
)


class ReviewImportPage(Page):
    """Shows one change at a time; the draft changes only when the decisions are applied."""

    needs_width: ClassVar[bool] = True

    apply_requested = Signal(object)
    """Apply the decisions of this `DecisionModel`; undecided items are kept as unresolved."""
    refresh_requested = Signal(object)
    """Merge the files again into this `DecisionModel`: the draft may have changed."""

    def __init__(self, session: Session, theme: Theme, model: DecisionModel) -> None:
        super().__init__("", is_centred=True)
        self.limit_column(MAX_WIDTH)
        self.set_title(self.tr("Review changes"))
        self._session, self._theme = session, theme
        self.model = model
        self.entries: tuple[Entry, ...] = ()
        self.take_title()
        self.head = PageHead(theme, self.title_label, is_version=model.is_version)
        self.head.previous_button.clicked.connect(self._show_previous)
        self.head.next_button.clicked.connect(self._show_following)
        self.head.cancel_button.clicked.connect(self.cancel_requested)
        self.strip = ChangeStrip(theme)
        self.strip.chosen.connect(self._on_chosen)
        self.card = ChangeCard(session, theme)
        self.card.decided.connect(self._on_decided)
        self.card.edited.connect(self._on_edited)
        self.card.decisions.next_requested.connect(self.show_next)
        self.card.decisions.jump_requested.connect(self._on_jump)
        self.column.setSpacing(GRID * 3 // 2)
        nothing = wrapped_label(entry_texts.describe_nothing(is_version=model.is_version))
        self.empty_card = Card(nothing, role="unfinished")
        note = wrapped_label(entry_texts.describe_applying(is_version=model.is_version), "quiet")
        self.note = build_note(theme, "shield-check", note)
        parts = (self.head, self.strip, self.card, self.empty_card, self.note)
        add_content(self.column, *parts)
        self.bar = DecisionBar(theme, is_version=model.is_version)
        self.bar.apply_button.clicked.connect(self._on_apply)
        self.bar.accept_button.clicked.connect(self._on_accept_all)
        self.dock(self.bar)
        for letter in LETTERS:
            shortcut = QShortcut(QKeySequence(letter), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda letter=letter: self.card.press(letter))
        before = model.before_writing
        self._fill()
        if model.is_version and not model.place:
            # What only the other version changed is accepted already, and can be looked at.
            places = range(len(self.entries))
            self._show(next((one for one in places if self._is_undecided(self.entries[one])), 0))
        self.card.writing.connect(self._on_writing)
        if before is not None:
            self.card.write(before)
        model.changed.connect(self._show_decisions)

    @property
    def current(self) -> int:
        """The place of the change that is shown."""
        return self.model.place

    def focus_first(self) -> None:
        """Set the focus on the title, or where the user was writing."""
        if self.model.before_writing is None:
            super().focus_first()
        else:
            self.card.text_editor.focus_first()

    def refresh(self) -> None:
        """Show the changes against the current draft."""
        self.refresh_requested.emit(self.model)
        if self.entries != self._order():
            self._fill()

    def describe_aloud(self) -> str:
        """Return the title, how much is decided, and the change that is shown."""
        parts = (super().describe_aloud(), self.bar.count_label.text())
        return ". ".join((*parts, self.head.position_label.text()) if self.entries else parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the parts for the new width."""
        super().resizeEvent(event)
        self.card.arrange(self.viewport().width() - GRID * 6)

    def _order(self) -> tuple[Entry, ...]:
        return self.model.order_entries(FormOrder(self._session.draft, self._session.form))

    def _fill(self) -> None:
        self.entries = self._order()
        self.model.place = min(self.current, max(len(self.entries) - 1, 0))
        self.head.summary_label.setText(entry_texts.summarise(self.model, self._session))
        self.card.setVisible(bool(self.entries))
        self.note.setVisible(bool(self.entries))
        self.empty_card.setVisible(not self.entries)
        self._show_current()

    def _show_current(self) -> None:
        self._show_decisions()
        if not self.entries:
            return
        entry = self.entries[self.current]
        show_change(self.card, entry, self.model, self._session)
        key = decision_model.find_key(entry)
        if key is not None and not isinstance(entry, UnresolvedItem) and self.isVisible():
            self.focused.emit(key)

    def _show_decisions(self) -> None:
        self.bar.show_decisions(self.model)
        colours, model, session = self._theme.colours, self.model, self._session
        chips = [
            build_chip(entry, model, session, colours, is_current=place == self.current)
            for place, entry in enumerate(self.entries)
        ]
        self.strip.show_chips(chips, self.current)
        self.head.show_position(self.current, len(self.entries))
        if not self.entries:
            return
        entry = self.entries[self.current]
        if isinstance(entry, UnresolvedItem):
            self.card.show_options((), decision_model.UNDECIDED)
            return
        if isinstance(entry, AnswerMerge):
            question = self._session.form.questions.get(entry.key.question)
            options = decision_model.build_answer_options(
                entry, question, is_version=self.model.is_version
            )
        else:
            options = decision_model.build_row_options(entry)
        self.card.show_options(options, self.model.decision_for(entry))

    def show_next(self) -> None:
        """Show the next undecided change, else the next one."""
        places = [*range(self.current + 1, len(self.entries)), *range(self.current)]
        undecided = [place for place in places if self._is_undecided(self.entries[place])]
        if undecided or places:
            self._show(next(iter(undecided or places)))

    def _is_undecided(self, entry: Entry) -> bool:
        return not isinstance(entry, UnresolvedItem) and self.model.is_undecided(entry)

    def _show(self, place: int) -> None:
        if 0 <= place < len(self.entries):
            self.model.place = place
            self._show_current()
            self.verticalScrollBar().setValue(0)
            self.card.announce_change(self.head.position_label.text())

    def _show_previous(self) -> None:
        self._show(self.current - 1)

    def _show_following(self) -> None:
        self._show(self.current + 1)

    def show_key(self, key: Key) -> bool:
        """Show the change of an answer."""
        for place, entry in enumerate(self.entries):
            if isinstance(entry, AnswerMerge) and entry.key == key:
                self._show(place)
                return True
        return False

    def _on_chosen(self, place: int) -> None:
        if place != self.current:
            self._show(place)

    def _on_decided(self, decision: ItemDecision) -> None:
        entry = self.entries[self.current]
        if isinstance(entry, UnresolvedItem):
            return
        self.model.decide(entry, decision)
        if any(map(self._is_undecided, self.entries)):
            self.show_next()

    def _on_edited(self, decision: ItemDecision) -> None:
        """Decide with each key, so that no text is lost; the change stays in sight."""
        entry = self.entries[self.current]
        if not isinstance(entry, UnresolvedItem):
            self.model.decide(entry, decision)

    def _on_writing(self, before: ItemDecision | None) -> None:
        self.model.before_writing = before
        if before is not None:
            self.bring_into_view(self.card.text_editor.text_box)

    def _on_accept_all(self) -> None:
        self.model.accept_all()
        if not self._is_undecided(self.entries[self.current]):
            self.show_next()

    def _on_apply(self) -> None:
        self.apply_requested.emit(self.model)

    def _on_jump(self) -> None:
        key = decision_model.find_key(self.entries[self.current])
        if key is not None:
            self.jump_requested.emit(key)
