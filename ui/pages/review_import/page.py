"""The page where the changes in returned files are reviewed and applied in one undo step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

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
from ..table_model import set_up_tree
from .decision_card import DecisionCard
from .decision_model import DecisionModel, ItemDecision, ReviewItem, describe_decision

MAX_ROWS = 12
"""Rows that are visible without scrolling."""
GUESSES, ROWS = "guesses", "rows"
"""The groups beside those of a status."""


class ChangeList(QTreeWidget):
    """A tree of review items; an item is found by its row and a row by its item."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[tuple[ReviewItem, QTreeWidgetItem]] = []
        what = QCoreApplication.translate("ReviewImport", "What")
        set_up_tree(self, what, QCoreApplication.translate("ReviewImport", "Decision"), width=18)
        name = QCoreApplication.translate("ReviewImport", "Changes in the returned file")
        self.setAccessibleName(name)

    def add_group(
        self, title: str, items: tuple[tuple[ReviewItem, str], ...], *, is_collapsed: bool = False
    ) -> None:
        """Add items with their names under a heading; without items, no heading is added."""
        if not items:
            return
        group = QTreeWidgetItem(self, [f"{title} ({len(items)})"])
        group.setFirstColumnSpanned(True)
        for item, name in items:
            row = QTreeWidgetItem(group, [name, ""])
            row.setToolTip(0, name)
            self._rows.append((item, row))
        group.setExpanded(not is_collapsed)

    def clear_items(self) -> None:
        """Remove all groups and items."""
        self._rows = []
        self.clear()

    def set_status(self, item: ReviewItem, text: str, *, is_undecided: bool) -> None:
        """Show the decision on an item, as text and icon."""
        row = next((row for one, row in self._rows if one == item), None)
        if row is not None:
            row.setText(1, text)
            undecided, decided = self._theme.warm_icon, self._theme.good_icon
            row.setIcon(1, undecided("circle-help") if is_undecided else decided("check"))

    def fit_height(self) -> None:
        """Fit the height to the rows, up to a maximum."""
        # Rows that are measured before the style sheet is applied keep the height of plain text.
        self.ensurePolished()
        line = self.sizeHintForRow(0)
        rows = self.topLevelItemCount() + len(self._rows)
        extra = self.header().sizeHint().height() + self.frameWidth() * 2 + GRID * 2
        self.setFixedHeight(min(rows, MAX_ROWS) * line + extra)
        self.setVisible(bool(self._rows))

    def selected_item(self) -> ReviewItem | None:
        """Return the selected item."""
        current = self.currentItem()
        return next((item for item, row in self._rows if row is current), None)

    def select_first(self) -> None:
        """Select the first item."""
        if self._rows:
            self.setCurrentItem(self._rows[0][1])

    def select_next(self, is_wanted: Callable[[ReviewItem], bool]) -> None:
        """Select the next wanted item after the current one, else the next item."""
        rows = [row for _, row in self._rows]
        current = self.currentItem()
        start = rows.index(current) + 1 if current in rows else 0
        others = [*self._rows[start:], *self._rows[: max(0, start - 1)]]
        wanted = [row for item, row in others if is_wanted(item)]
        candidates = wanted or [row for _, row in others]
        if candidates:
            self.setCurrentItem(candidates[0])
            self.scrollToItem(candidates[0])

    def select_answer(self, key: Key) -> bool:
        """Select an answer; return whether it is in the list."""
        for item, row in self._rows:
            if isinstance(item, AnswerMerge) and item.key == key:
                self.setCurrentItem(row)
                return True
        return False


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
        cross, label = self._theme.icon("x"), self.tr("Not now")
        self.cancel_button = push_button(cross, label, clicked=self.cancel_requested)
        hint = self.tr("Close without importing. Your proposal does not change.")
        self.cancel_button.setToolTip(hint)
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
        groups = {
            MergeStatus.CONFLICT: self.tr("Changed by you and the reviewer"),
            MergeStatus.PROPOSED: self.tr("Changed by the reviewer"),
            GUESSES: self.tr("Looks like an answer: please check"),
            ROWS: self.tr("Rows"),
        }
        for group, title in groups.items():
            items = [item for item in self._items if _group_of(item) == group]
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


def _group_of(item: ReviewItem) -> MergeStatus | str:
    if not isinstance(item, AnswerMerge):
        return ROWS
    return GUESSES if item.is_guess else item.status
