"""The decisions on an import so far, kept in memory until they are applied, and their options."""

from __future__ import annotations

from types import MappingProxyType
from typing import TypeGuard

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, Signal

from erasmus_desk.call.form import Question, QuestionType
from erasmus_desk.draft.form_order import FormOrder
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import UnresolvedItem
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
    RowRemoved,
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
Entry = ReviewItem | UnresolvedItem
"""What is reviewed: an item to decide on, or a text that is not placed yet."""
ACCEPT_KEY, REJECT_KEY, EDIT_KEY, LATER_KEY = "A", "R", "E", "L"
"""The letters of the decisions, the same in each language."""
MAX_DIGIT = 9
"""Versions that have a digit as their key."""


class DecisionModel(QObject):
    """An import result and the decisions on it, which nobody makes but the user.

    `is_version`: it is that of another version of the proposal, and of no reviewed Word file.
    """

    changed = Signal()

    def __init__(self, result: ImportResult, *, is_version: bool = False) -> None:
        super().__init__()
        self.is_version = is_version
        self._answers: dict[Key, Decision] = {}
        self._rows: dict[str, RowResolution] = {}
        self.place = 0
        """The place of the item that is shown."""
        self.before_writing: ItemDecision | None = None
        """What was decided on it before the user began to write a text, which is open now."""
        self.replace_result(result)

    def replace_result(self, result: ImportResult) -> None:
        """Set the result of the same files for the current draft; decisions are kept."""
        self.result = result

    @property
    def items(self) -> tuple[ReviewItem, ...]:
        """The items to decide on: the answers that others changed, then rows."""
        asked = (MergeStatus.CONFLICT, MergeStatus.PROPOSED)
        answers = (one for one in self.result.answers if one.status in asked)
        return (*answers, *self.result.rows)

    @property
    def own_count(self) -> int:
        """The number of answers that only the user changed."""
        return sum(one.status is MergeStatus.KEPT for one in self.result.answers)

    def order_entries(self, order: FormOrder) -> tuple[Entry, ...]:
        """Return the items and the texts that are not placed yet as somebody reads the form."""

        def place(entry: Entry) -> tuple[bool, tuple[tuple[int, int], ...]]:
            key = find_key(entry)
            return key is None, order.sort_key(key) if key is not None else ()

        return tuple(sorted((*self.items, *self.result.unresolved), key=place))

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
        """Set or change the decision on an item; a text of the user is one from its first key."""
        is_typed_on = is_custom(decision) and is_custom(self.decision_for(item))
        if isinstance(item, AnswerMerge) and isinstance(decision, Decision):
            self._answers[item.key] = decision
        elif not isinstance(item, AnswerMerge) and isinstance(decision, RowResolution):
            self._rows[item.item] = decision
        if not is_typed_on:
            self.changed.emit()

    def accept_all(self) -> None:
        """Accept what only reviewers changed and is undecided; conflicts and guesses wait."""
        clear = auto_decisions(self.result, AcceptMode.CLEAR)
        for item in self.items:
            if not self.is_undecided(item):
                continue
            if not isinstance(item, AnswerMerge):
                self._rows[item.item] = clear.rows.get(item.item, RowResolution.UNDECIDED)
            elif item.key in clear.answers:
                self._answers[item.key] = clear.answers[item.key]
        self.changed.emit()

    @property
    def can_accept_all(self) -> bool:
        """Whether any item is accepted by that."""
        clear = auto_decisions(self.result, AcceptMode.CLEAR)
        undecided = [item for item in self.items if self.is_undecided(item)]
        return any(
            clear.answers.get(item.key, UNDECIDED) != UNDECIDED
            if isinstance(item, AnswerMerge)
            else item.item in clear.rows
            for item in undecided
        )

    def is_undecided(self, item: ReviewItem) -> bool:
        """Return whether an item is still to decide."""
        return is_undecided(self.decision_for(item))

    @property
    def undecided_count(self) -> int:
        """The number of items still to decide."""
        return sum(map(self.is_undecided, self.items))

    @property
    def decided_count(self) -> int:
        """The number of items that the user decided on."""
        return len(self.items) - self.undecided_count

    @property
    def accepted_count(self) -> int:
        """The number of items that are accepted, as they are or edited."""
        resolutions = [resolution_of(self.decision_for(item)) for item in self.items]
        return sum(resolution not in NO_CHANGE for resolution in resolutions)


def is_undecided(decision: ItemDecision) -> bool:
    """Return whether nothing is decided."""
    return decision in (UNDECIDED, RowResolution.UNDECIDED)


def is_custom(decision: ItemDecision) -> TypeGuard[Decision]:
    """Return whether the user entered a text of their own."""
    return resolution_of(decision) is Resolution.EDITED


def resolution_of(decision: ItemDecision) -> Resolution | RowResolution:
    """Return how an answer or a row is resolved."""
    return decision.resolution if isinstance(decision, Decision) else decision


def find_key(entry: Entry) -> Key | None:
    """Return the answer or the list that an entry belongs to, if any is known."""
    if isinstance(entry, UnresolvedItem):
        return entry.near
    return entry.key if isinstance(entry, AnswerMerge) else entry.order


class DecisionOption(Struct, frozen=True):
    """One way to decide: the label of its button, its letter, its icon and what it leads to."""

    decision: ItemDecision
    label: str
    key: str
    icon: str = "check"
    hint: str = ""

    def is_chosen(self, decision: ItemDecision) -> bool:
        """Return whether a decision is this option; custom texts are all the same option."""
        return self.decision == decision or (is_custom(self.decision) and is_custom(decision))


def build_answer_options(
    answer: AnswerMerge, question: Question | None, *, is_version: bool = False
) -> tuple[DecisionOption, ...]:
    """Return the options for an answer; the letter to accept is that of all changes together."""
    accept = QCoreApplication.translate("ReviewImport", "Accept")
    accept_one = QCoreApplication.translate("ReviewImport", "Accept {}")
    count = len(answer.theirs)
    options: list[DecisionOption] = []
    has_merged = has_merged_version(answer)
    if has_merged:
        label = QCoreApplication.translate("ReviewImport", "Accept all changes")
        options.append(DecisionOption(Decision(Resolution.MERGED), label, ACCEPT_KEY))
    if count == 1 and answer.status is MergeStatus.PROPOSED:
        options.append(DecisionOption(Decision(Resolution.MERGED), accept, ACCEPT_KEY))
    elif count == 1:
        label = _name_their_text(is_version=is_version) if has_merged or is_version else accept
        key = "1" if has_merged else ACCEPT_KEY
        options.append(DecisionOption(Decision(Resolution.THEIRS), label, key))
    else:
        for index in range(count):
            one = Decision(Resolution.THEIRS, index)
            key = str(index + 1) if index < MAX_DIGIT else ""
            options.append(DecisionOption(one, accept_one.format(index + 1), key))
    reject = QCoreApplication.translate("ReviewImport", "Reject")
    if is_version:
        reject = QCoreApplication.translate("ReviewImport", "Keep mine")
    stays = QCoreApplication.translate("ReviewImport", "Your text stays as it is.")
    options.append(DecisionOption(Decision(Resolution.MINE), reject, REJECT_KEY, "x", stays))
    if question is not None and question.type in (QuestionType.TEXT, QuestionType.LINE):
        edit = QCoreApplication.translate("ReviewImport", "Edit…")
        options.append(DecisionOption(Decision(Resolution.EDITED), edit, EDIT_KEY, "pencil"))
    return (*options, _build_later(UNDECIDED))


def _name_their_text(*, is_version: bool) -> str:
    if is_version:
        return QCoreApplication.translate("ReviewImport", "Accept the other version")
    return QCoreApplication.translate("ReviewImport", "Accept the reviewer’s text")


def _build_later(decision: ItemDecision) -> DecisionOption:
    later = QCoreApplication.translate("ReviewImport", "Decide later")
    return DecisionOption(decision, later, LATER_KEY, "")


def has_merged_version(answer: AnswerMerge) -> bool:
    """Return whether the changes of several people can be accepted together."""
    is_shared = len(answer.theirs) > 1 or answer.status is MergeStatus.CONFLICT
    return answer.can_merge and is_shared


def build_row_options(change: RowChange) -> tuple[DecisionOption, ...]:
    """Return the options for a row."""
    if isinstance(change, RowAdded):
        accept = QCoreApplication.translate("ReviewImport", "Add the row")
        reject = QCoreApplication.translate("ReviewImport", "Do not add the row")
    else:
        accept = QCoreApplication.translate("ReviewImport", "Remove the row")
        reject = QCoreApplication.translate("ReviewImport", "Keep the row")
    return (
        DecisionOption(RowResolution.ACCEPT, accept, ACCEPT_KEY),
        DecisionOption(RowResolution.REJECT, reject, REJECT_KEY, "x"),
        _build_later(RowResolution.UNDECIDED),
    )


def describe_status(item: ReviewItem, *, is_version: bool = False) -> str:
    """Return who changed an item, as text, or that it is a guess."""
    if isinstance(item, AnswerMerge):
        return _describe_version(item) if is_version else _describe_answer(item)
    return _describe_added(item) if isinstance(item, RowAdded) else _describe_removed(item)


def _describe_added(row: RowAdded) -> str:
    if row.is_guess:
        return QCoreApplication.translate("ReviewImport", "Looks like a new row. Please check.")
    if row.is_back:
        return QCoreApplication.translate(
            "ReviewImport", "Conflict: you removed this row, and the other version changed it."
        )
    return QCoreApplication.translate("ReviewImport", "A row was added.")


def _describe_removed(row: RowRemoved) -> str:
    if row.is_guess:
        return QCoreApplication.translate("ReviewImport", "A row seems to be gone. Please check.")
    if row.is_changed:
        return QCoreApplication.translate(
            "ReviewImport", "Conflict: a row was removed that was changed since."
        )
    return QCoreApplication.translate("ReviewImport", "A row was removed.")


def _describe_answer(answer: AnswerMerge) -> str:
    if answer.is_guess:
        return QCoreApplication.translate(
            "ReviewImport", "Looks like the answer to this question. Please check."
        )
    if answer.status is MergeStatus.PROPOSED:
        return QCoreApplication.translate("ReviewImport", "Changed only by the reviewer")
    if len(answer.theirs) > 1 and answer.sent == answer.mine:
        return QCoreApplication.translate(
            "ReviewImport", "Conflict: several reviewers changed this in different ways"
        )
    return QCoreApplication.translate("ReviewImport", "Conflict: changed by you and the reviewer")


def _describe_version(answer: AnswerMerge) -> str:
    if answer.status is MergeStatus.PROPOSED:
        return QCoreApplication.translate("ReviewImport", "Changed only in the other version")
    return QCoreApplication.translate("ReviewImport", "Conflict: changed in both versions")


def needs_care(item: ReviewItem) -> bool:
    """Return whether an item is a conflict or a guess, which nothing accepts by itself."""
    if isinstance(item, AnswerMerge):
        return item.is_guess or item.status is MergeStatus.CONFLICT
    return item.is_guess or item.is_conflict


def describe_decision(decision: ItemDecision) -> str:
    """Return a decision in a word or two."""
    resolution = resolution_of(decision)
    if resolution in (Resolution.UNDECIDED, RowResolution.UNDECIDED):
        return QCoreApplication.translate("ReviewImport", "to decide")
    if resolution in (Resolution.MINE, RowResolution.REJECT):
        return QCoreApplication.translate("ReviewImport", "rejected")
    if resolution is Resolution.EDITED:
        return QCoreApplication.translate("ReviewImport", "edited by you")
    return QCoreApplication.translate("ReviewImport", "accepted")
