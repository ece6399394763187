"""The decisions on an import so far, kept in memory until they are applied, and their options."""

from __future__ import annotations

from string import ascii_uppercase
from types import MappingProxyType
from typing import TypeGuard

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, Signal

from erasmus_desk.call.form import Question, QuestionType
from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.decisions import (
    AcceptMode,
    Decision,
    ImportDecisions,
    Resolution,
    RowResolution,
    auto_decisions,
)
from erasmus_desk.review_import.result import (
    AnswerMerge,
    ImportResult,
    MergeStatus,
    RowAdded,
    RowChange,
)

ItemDecision = Decision | RowResolution
"""A decision on an answer or on a row."""
UNDECIDED = Decision(Resolution.UNDECIDED)
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
        """The items to decide on: conflicts first, proposed answers, guesses, then rows."""
        answers = self.result.answers
        guesses = [one for one in answers if one.is_guess]
        sure = [one for one in answers if not one.is_guess]
        conflicts = [one for one in sure if one.status is MergeStatus.CONFLICT]
        proposed = [one for one in sure if one.status is MergeStatus.PROPOSED]
        return (*conflicts, *proposed, *guesses, *self.result.rows)

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


def is_custom(decision: ItemDecision) -> TypeGuard[Decision]:
    """Return whether the user entered a text of their own."""
    return resolution_of(decision) is Resolution.EDITED


def resolution_of(decision: ItemDecision) -> Resolution | RowResolution:
    """Return how an answer or a row is resolved."""
    return decision.resolution if isinstance(decision, Decision) else decision


class DecisionOption(Struct, frozen=True):
    """One way to decide, and the label of its button."""

    decision: ItemDecision
    label: str

    def is_chosen(self, decision: ItemDecision) -> bool:
        """Return whether a decision is this option; custom texts are all the same option."""
        return self.decision == decision or (is_custom(self.decision) and is_custom(decision))


def build_answer_options(
    answer: AnswerMerge, question: Question | None
) -> tuple[DecisionOption, ...]:
    """Return the options for an answer; none where only the user changed it."""
    if answer.status in {MergeStatus.KEPT, MergeStatus.UNCHANGED}:
        return ()
    accept = QCoreApplication.translate("ReviewImport", "Accept")
    accept_one = QCoreApplication.translate("ReviewImport", "Accept {}")
    count = len(answer.theirs)
    options: list[DecisionOption] = []
    if has_merged_version(answer):
        label = QCoreApplication.translate("ReviewImport", "Accept all changes")
        options.append(DecisionOption(Decision(Resolution.MERGED), label))
    if count == 1 and answer.status is MergeStatus.PROPOSED:
        options.append(DecisionOption(Decision(Resolution.MERGED), accept))
    else:
        for index in range(count):
            label = accept_one.format(format_letter(index)) if count > 1 else accept
            options.append(DecisionOption(Decision(Resolution.THEIRS, index), label))
    reject = QCoreApplication.translate("ReviewImport", "Reject (keep my text)")
    options.append(DecisionOption(Decision(Resolution.MINE), reject))
    if question is not None and question.type in (QuestionType.TEXT, QuestionType.LINE):
        edit = QCoreApplication.translate("ReviewImport", "Edit…")
        options.append(DecisionOption(Decision(Resolution.EDITED), edit))
    later = QCoreApplication.translate("ReviewImport", "Decide later")
    return (*options, DecisionOption(UNDECIDED, later))


def has_merged_version(answer: AnswerMerge) -> bool:
    """Return whether the changes of several people can be accepted together."""
    is_shared = len(answer.theirs) > 1 or answer.status is MergeStatus.CONFLICT
    return answer.can_merge and is_shared


def format_letter(index: int) -> str:
    """Return the letter for one of several versions, since a name may not fit a button."""
    return chr(ord("A") + index) if index < len(ascii_uppercase) else str(index + 1)


def build_row_options(change: RowChange) -> tuple[DecisionOption, ...]:
    """Return the options for a row."""
    if isinstance(change, RowAdded):
        accept = QCoreApplication.translate("ReviewImport", "Add the row")
        reject = QCoreApplication.translate("ReviewImport", "Do not add the row")
    else:
        accept = QCoreApplication.translate("ReviewImport", "Remove the row")
        reject = QCoreApplication.translate("ReviewImport", "Keep the row")
    later = QCoreApplication.translate("ReviewImport", "Decide later")
    return (
        DecisionOption(RowResolution.ACCEPT, accept),
        DecisionOption(RowResolution.REJECT, reject),
        DecisionOption(RowResolution.UNDECIDED, later),
    )


def describe_status(answer: AnswerMerge) -> str:
    """Return who changed an answer, as text, or that its text is a guess."""
    if answer.is_guess:
        return QCoreApplication.translate(
            "ReviewImport", "Looks like the answer to this question. Please check."
        )
    match answer.status:
        case MergeStatus.PROPOSED:
            return QCoreApplication.translate("ReviewImport", "Changed only by the reviewer")
        case MergeStatus.CONFLICT if len(answer.theirs) > 1 and answer.sent == answer.mine:
            return QCoreApplication.translate(
                "ReviewImport", "Several reviewers changed this in different ways"
            )
        case MergeStatus.CONFLICT:
            return QCoreApplication.translate("ReviewImport", "Changed by you and the reviewer")
        case _:
            return QCoreApplication.translate(
                "ReviewImport", "Changed only by you. Nothing to decide."
            )


def describe_decision(decision: ItemDecision) -> str:
    """Return a decision in a word or two."""
    texts = {
        Resolution.MINE: QCoreApplication.translate("ReviewImport", "rejected"),
        Resolution.THEIRS: QCoreApplication.translate("ReviewImport", "accepted"),
        Resolution.MERGED: QCoreApplication.translate("ReviewImport", "accepted"),
        Resolution.EDITED: QCoreApplication.translate("ReviewImport", "edited by you"),
        Resolution.UNDECIDED: QCoreApplication.translate("ReviewImport", "decide later"),
        RowResolution.ACCEPT: QCoreApplication.translate("ReviewImport", "accepted"),
        RowResolution.REJECT: QCoreApplication.translate("ReviewImport", "rejected"),
        RowResolution.UNDECIDED: QCoreApplication.translate("ReviewImport", "decide later"),
    }
    return texts[resolution_of(decision)]
