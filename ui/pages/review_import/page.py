"""The page where the changes in returned files are reviewed and applied in one undo step."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTreeWidgetItem

from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.result import AnswerMerge, MergeStatus, RowAdded

from ...i18n import plurals
from ...session.session import Session
from ...theme.theme import GRID, Theme
from ...widgets.buttons import ButtonRow, push_button
from ...widgets.labels import wrapped_label
from ...widgets.layouts import add_content
from ..base import Page
from ..question_texts import name_answer
from .change_list import ChangeList
from .decision_card import DecisionCard
from .decision_model import DecisionModel, ItemDecision, ReviewItem, describe_decision


class ReviewImportPage(Page):
    """Lists the changes, conflicts first; the draft changes only when they are applied."""

    apply_requested = Signal(object)
    """Apply the decisions of this `DecisionModel`; undecided items are kept as unresolved."""
    refresh_requested = Signal(object)
    """Merge the files again into this `DecisionModel`: the draft may have changed."""
    cancel_requested = Signal()
    """Close the page without changing the draft."""

    def __init__(self, session: Session, theme: Theme, model: DecisionModel) -> None:
        super().__init__("")
        self.set_title(self.tr("Review changes"))
        self._session = session
        self._theme = theme
        self.model = model
        self._items = model.items
        files_label = wrapped_label(", ".join(model.result.files), "quiet")
        self.summary_label = wrapped_label("")
        self.tree = ChangeList(theme)
        self.tree.currentItemChanged.connect(self._on_current)
        self.card = DecisionCard(session)
        self.card.decided.connect(self._on_decided)
        self.card.next_requested.connect(self.show_next)
        self.card.jump_requested.connect(self._on_jump)
        self.card.hide()
        add_content(self.column, files_label, self.summary_label, self.tree, self.card)
        self._build_footer()
        self._fill()
        model.changed.connect(self._show_decisions)

    def _build_footer(self) -> None:
        self.pending_label = wrapped_label("", "quiet")
        icon = self._theme.icons.icon("file-input", self._theme.colours.accent_text)
        self.apply_button = push_button(icon, self.tr("Import"), "primary", clicked=self._on_apply)
        self.cancel_button = push_button(
            self._theme.icon("x"), self.tr("Not now"), clicked=self.cancel_requested
        )
        self.cancel_button.setToolTip(
            self.tr("Close without importing. Your proposal does not change.")
        )
        self.column.addSpacing(GRID)
        buttons = ButtonRow(self.apply_button, self.cancel_button)
        add_content(self.column, self.pending_label, buttons)

    def refresh(self) -> None:
        """Show the changes against the current draft."""
        self.refresh_requested.emit(self.model)
        if self._items != self.model.items:
            self._items = self.model.items
            self.tree.clear_items()
            self._fill()

    def _fill(self) -> None:
        groups = (
            (self.tr("Changed by you and the reviewer"), MergeStatus.CONFLICT),
            (self.tr("Changed by the reviewer"), MergeStatus.PROPOSED),
            (self.tr("Rows"), None),
        )
        for title, status in groups:
            items = [item for item in self._items if _merge_status(item) is status]
            self.tree.add_group(title, tuple((item, self._name_item(item)) for item in items))
        own_changes = tuple((item, self._name_item(item)) for item in self.model.own_changes)
        self.tree.add_group(self.tr("Changed only by you"), own_changes, is_collapsed=True)
        self.tree.fit_height()
        self.summary_label.setText(self._format_summary())
        self._show_decisions()
        self.tree.select_first()

    def _name_item(self, item: ReviewItem) -> str:
        if isinstance(item, AnswerMerge):
            return name_answer(item.key, self._session)
        added, removed = self.tr("{}: 1 row added"), self.tr("{}: 1 row removed")
        text = added if isinstance(item, RowAdded) else removed
        return text.format(name_answer(item.order, self._session))

    def _format_summary(self) -> str:
        result = self.model.result
        parts = [plurals.unchanged(result.unchanged_count)]
        if result.threads:
            parts.append(plurals.comments(len(result.threads)))
        if result.unresolved:
            parts.append(plurals.unmatched_texts(len(result.unresolved)))
        if not self._items:
            parts.insert(0, self.tr("No answer was changed."))
        return "   ·   ".join(parts)

    def _show_decisions(self) -> None:
        for item in self._items:
            text = describe_decision(self.model.decision_for(item))
            self.tree.set_status(item, text, is_undecided=self.model.is_undecided(item))
        undecided = self.model.undecided_count
        decided = len(self._items) - undecided
        self.apply_button.setText(plurals.decisions(decided) if decided else self.tr("Import"))
        counts = [plurals.changes(self.model.accepted_count)]
        if undecided:
            counts.append(plurals.left_for_later(undecided))
        self.pending_label.setText("   ·   ".join(counts))

    def show_next(self) -> None:
        """Select the next undecided item, else the next one."""
        self.tree.select_next(self.model.is_undecided)

    def show_key(self, key: Key) -> bool:
        """Select an answer in the list."""
        return self.tree.select_answer(key)

    def _on_current(self, _item: QTreeWidgetItem | None) -> None:
        item = self.tree.selected_item()
        self.card.setVisible(item is not None)
        if isinstance(item, AnswerMerge):
            self.card.show_answer(item, self.model.decision_for(item))
            self.focused.emit(item.key)
        elif item is not None:
            self.card.show_row(item, self.model.decision_for(item))

    def _on_decided(self, decision: ItemDecision) -> None:
        item = self.tree.selected_item()
        if item is not None:
            self.model.decide(item, decision)

    def _on_apply(self) -> None:
        self.apply_requested.emit(self.model)

    def _on_jump(self) -> None:
        item = self.tree.selected_item()
        if item is not None:
            self.jump_requested.emit(item.key if isinstance(item, AnswerMerge) else item.order)


def _merge_status(item: ReviewItem) -> MergeStatus | None:
    return item.status if isinstance(item, AnswerMerge) else None
