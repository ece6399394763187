"""The decisions on an import so far, kept in memory until they are applied."""

from __future__ import annotations

from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.decisions import (
    AcceptMode,
    Decision,
    ImportDecisions,
    Resolution,
    RowResolution,
    auto_decisions,
)
from erasmus_desk.review_import.result import AnswerMerge, ImportResult, MergeStatus, RowChange

from .decision_options import UNDECIDED, ItemDecision, resolution_of

NO_CHANGE = (
    *(Resolution.MINE, Resolution.UNDECIDED),
    *(RowResolution.REJECT, RowResolution.UNDECIDED),
)
"""How to resolve an item without a change of the draft."""
ReviewItem = AnswerMerge | RowChange
"""An answer or a row to decide on."""


class DecisionModel(QObject):
    """An import result and the decisions on it; changes by reviewers only start as accepted."""

    changed = Signal()

    def __init__(self, result: ImportResult) -> None:
        super().__init__()
        self._answers: dict[Key, Decision] = {}
        self._rows: dict[str, RowResolution] = {}
        self.replace_result(result)

    def replace_result(self, result: ImportResult) -> None:
        """Set the result of the same files for the current draft; decisions are kept."""
        self.result = result
        clear = auto_decisions(result, AcceptMode.CLEAR)
        self._answers = {**clear.answers, **self._answers}
        self._rows = {**clear.rows, **self._rows}

    @property
    def items(self) -> tuple[ReviewItem, ...]:
        """The items to decide on: conflicts first, then proposed answers, then rows."""
        answers = self.result.answers
        conflicts = [one for one in answers if one.status is MergeStatus.CONFLICT]
        proposed = [one for one in answers if one.status is MergeStatus.PROPOSED]
        return (*conflicts, *proposed, *self.result.rows)

    @property
    def own_changes(self) -> tuple[AnswerMerge, ...]:
        """The answers that only the user changed."""
        return tuple(one for one in self.result.answers if one.status is MergeStatus.KEPT)

    @property
    def decisions(self) -> ImportDecisions:
        """The decisions on all items."""
        return ImportDecisions(MappingProxyType(self._answers), MappingProxyType(self._rows))

    def decision_for(self, item: ReviewItem) -> ItemDecision:
        """Return the decision on an item."""
        if isinstance(item, AnswerMerge):
            return self._answers.get(item.key, UNDECIDED)
        return self._rows.get(item.item, RowResolution.UNDECIDED)

    def decide(self, item: ReviewItem, decision: ItemDecision) -> None:
        """Set or change the decision on an item."""
        if isinstance(item, AnswerMerge) and isinstance(decision, Decision):
            self._answers[item.key] = decision
        elif not isinstance(item, AnswerMerge) and isinstance(decision, RowResolution):
            self._rows[item.item] = decision
        self.changed.emit()

    def is_undecided(self, item: ReviewItem) -> bool:
        """Return whether an item is still to decide."""
        return self.decision_for(item) in (UNDECIDED, RowResolution.UNDECIDED)

    @property
    def undecided_count(self) -> int:
        """The number of items still to decide."""
        return sum(map(self.is_undecided, self.items))

    @property
    def accepted_count(self) -> int:
        """The number of items that will change the draft."""
        resolutions = [resolution_of(self.decision_for(item)) for item in self.items]
        return sum(resolution not in NO_CHANGE for resolution in resolutions)
