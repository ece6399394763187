"""Decisions on an import, applied as one change set; the rest becomes unresolved items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct, field

from erasmus_desk.call.form import Form
from erasmus_desk.draft import list_changes, review_state
from erasmus_desk.draft.answer_json import to_json
from erasmus_desk.draft.item_tree import find_item_places
from erasmus_desk.draft.model import Change, ChangeSet, Draft, Key, Value
from erasmus_desk.draft.review_state import CommentThread, UnresolvedItem, UnresolvedReason
from erasmus_desk.draft.text_diff import is_different
from erasmus_desk.review_import.docx_reader.document import RevisionAuthor
from erasmus_desk.review_import.merge import is_same
from erasmus_desk.review_import.result import (
    AnswerMerge,
    ImportResult,
    MergeStatus,
    ProposedAnswer,
    RowAdded,
    RowChange,
    RowRemoved,
)
from erasmus_desk.review_import.stable_ids import make_id


class Resolution(StrEnum):
    """Which version of an answer to use."""

    MINE = "mine"
    THEIRS = "theirs"
    """One of theirs; the other proposals are rejected."""
    MERGED = "merged"
    """With the changes of all sides; for a proposal, the proposed value."""
    EDITED = "edited"
    UNDECIDED = "undecided"
    """Mine stays, and theirs becomes an unresolved item."""


class RowResolution(StrEnum):
    """Whether to accept an added or removed row."""

    ACCEPT = "take"
    REJECT = "leave"
    UNDECIDED = "undecided"


class Decision(Struct, frozen=True):
    """The decision on one answer; `index` is that of theirs, `value` the edited one."""

    resolution: Resolution
    index: int = 0
    value: Value | None = None


class ImportDecisions(Struct, frozen=True):
    """All decisions, those on rows by item; what is missing is undecided."""

    answers: Mapping[Key, Decision] = field(default_factory=lambda: MappingProxyType({}))
    rows: Mapping[str, RowResolution] = field(default_factory=lambda: MappingProxyType({}))


class AcceptMode(StrEnum):
    """What is accepted without asking."""

    CLEAR = "clear"
    """What only they changed. A guess is never accepted without asking."""
    ALL = "all"
    """Also conflicts, if it is clear which value is theirs. No guess either."""
    NONE = "none"


class AppliedImport(Struct, frozen=True):
    """The change set, and the unresolved items it adds."""

    change_set: ChangeSet
    unresolved: tuple[UnresolvedItem, ...]


_UNDECIDED = Decision(Resolution.UNDECIDED)
_ACCEPTED = (Resolution.THEIRS, Resolution.MERGED, Resolution.EDITED)


def auto_decisions(result: ImportResult, accept: AcceptMode) -> ImportDecisions:
    """Return the decisions that are made without asking."""
    if accept is AcceptMode.NONE:
        return ImportDecisions()
    answers = {
        one.key: _auto_decision(one, accept)
        for one in result.answers
        if one.status in {MergeStatus.PROPOSED, MergeStatus.CONFLICT} and not one.is_guess
    }
    rows = {
        row.item: RowResolution.ACCEPT
        for row in result.rows
        if not row.is_guess
        if accept is AcceptMode.ALL or not row.is_conflict
    }
    return ImportDecisions(answers, rows)


def apply_decisions(
    draft: Draft,
    form: Form,
    result: ImportResult,
    decisions: ImportDecisions,
    returned_at: str = "",
) -> AppliedImport:
    """Return the change set that imports the decided changes.

    Undecided changes become unresolved items, as do changes to items that an accepted change
    removes. Comments become threads, and the files count as returned at a time in ISO 8601.
    Applying the same import again changes nothing.
    """
    rows = [(row, decisions.rows.get(row.item, RowResolution.UNDECIDED)) for row in result.rows]
    accepted = [row for row, choice in rows if choice is RowResolution.ACCEPT]
    unresolved: list[UnresolvedItem] = []
    changes: list[Change] = []
    for one in result.answers:
        decision = _check_decision(one, draft, decisions)
        if decision.resolution in _ACCEPTED:
            changes += _change_answer(draft, one.key, _resolve_value(one, decision))
        elif decision.resolution is Resolution.UNDECIDED:
            unresolved += (build_unresolved_item(one.key, theirs) for theirs in one.theirs)
    updated = _apply_rows(draft.apply(*changes), accepted, form)
    removed = {change.key for change in changes if change.key not in updated.answers}
    for one in result.answers:
        decision = _check_decision(one, draft, decisions)
        if one.key in removed and _resolve_value(one, decision) is not None:
            unresolved += (build_unresolved_item(one.key, theirs) for theirs in one.theirs)
    undecided = [row for row, choice in rows if choice is RowResolution.UNDECIDED]
    unresolved += (_build_unresolved_row(draft, row) for row in undecided)
    unresolved += result.unresolved
    updated = updated.apply(
        *_change_threads(updated, result.threads),
        *review_state.add_unresolved(updated, tuple(unresolved)),
    )
    for copy in review_state.list_outstanding_copies(updated):
        if returned_at and copy.state in result.returned_states:
            change_set = review_state.mark_returned(updated, copy.id, returned_at)
            updated = updated.apply(*change_set.changes)
    change_set = ChangeSet(tuple(diff_drafts(draft, updated, form)), "merge")
    return AppliedImport(change_set, tuple({one.id: one for one in unresolved}.values()))


def build_unresolved_item(key: Key, theirs: ProposedAnswer) -> UnresolvedItem:
    """Return the unresolved item for a change that is not accepted."""
    text = theirs.text or format_value(theirs.value)
    name = make_id("tray", str(key), text, theirs.sent_text)
    by, at = theirs.by.name, format_time(theirs.by)
    reason = UnresolvedReason.GUESS if theirs.is_guess else UnresolvedReason.UNDECIDED
    return UnresolvedItem(name, reason, text, theirs.sent_text, key, by, at, theirs.file)


def format_value(value: Value | None) -> str:
    """Return an answer as plain text where its text in the file is unknown."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, tuple):
        return "\n".join(value)
    return str(to_json(value)).lower() if isinstance(value, bool) else str(value)


def format_time(by: RevisionAuthor) -> str:
    """Return the time of a change in ISO 8601, or an empty text."""
    return by.at.isoformat(timespec="seconds") if by.at else ""


def _auto_decision(one: AnswerMerge, accept: AcceptMode) -> Decision:
    if one.status is MergeStatus.PROPOSED:
        return Decision(Resolution.MERGED)
    if accept is not AcceptMode.ALL:
        return _UNDECIDED
    if len(one.theirs) == 1:
        return Decision(Resolution.THEIRS)
    return Decision(Resolution.MERGED) if one.can_merge else _UNDECIDED


def _check_decision(one: AnswerMerge, draft: Draft, decisions: ImportDecisions) -> Decision:
    """Return the decision, undecided if it is impossible or the answer has changed since."""
    decision = decisions.answers.get(one.key, _UNDECIDED)
    is_there = {
        Resolution.MERGED: one.can_merge,
        Resolution.THEIRS: 0 <= decision.index < len(one.theirs),
    }
    if decision.resolution not in _ACCEPTED or not is_there.get(decision.resolution, True):
        return decision if decision.resolution is Resolution.MINE else _UNDECIDED
    now = draft.get(one.key)
    is_known = is_same(now, one.mine) or is_same(now, _resolve_value(one, decision))
    return decision if is_known else _UNDECIDED


def _resolve_value(one: AnswerMerge, decision: Decision) -> Value | None:
    match decision.resolution:
        case Resolution.THEIRS:
            return one.theirs[decision.index].value
        case Resolution.MERGED:
            return one.merged
        case Resolution.EDITED:
            return decision.value
        case Resolution.MINE | Resolution.UNDECIDED:
            return one.mine


def _change_answer(draft: Draft, key: Key, value: Value | None) -> list[Change]:
    old = draft.get(key)
    return [] if is_same(old, value) else [Change(key, old, value)]


def _apply_rows(draft: Draft, rows: Sequence[RowChange], form: Form) -> Draft:
    """Return the draft with rows inserted below their predecessors, and rows removed.

    What comes with a row is nowhere else any more.
    """
    orders: dict[Key, _ItemOrder] = {}
    changes: list[Change] = []
    places = find_item_places(draft, form)

    def find_order(key: Key) -> _ItemOrder:
        return orders.setdefault(key, _ItemOrder(draft.items(key.question, key.item)))

    for row in rows:
        if isinstance(row, RowAdded) and find_order(row.order).insert(row.item, row.after):
            changes += (Change(key, None, value) for key, value in row.values)
            for item in _list_items(row, form):
                place = places.get(item)
                if place:
                    find_order(Key(place.list, place.parent)).remove(item)
    changes += (Change(key, draft.get(key), order.get_items()) for key, order in orders.items())
    updated = draft.apply(*changes)
    for row in rows:
        list_id, parent = row.order.question, row.order.item
        if isinstance(row, RowRemoved) and row.item in updated.items(list_id, parent):
            removed = list_changes.remove_item(updated, list_id, row.item, parent, form=form)
            updated = updated.apply(*removed.changes)
    return updated


def _list_items(row: RowAdded, form: Form) -> Iterator[str]:
    """Yield the item of a row and those inside of it."""
    yield row.item
    for key, value in row.values:
        if key.question in form.lists and isinstance(value, tuple):
            yield from value


class _ItemOrder:
    """A linked list of item ids, for fast insertion."""

    def __init__(self, items: Sequence[str]) -> None:
        self._link([*dict.fromkeys(items)])

    def _link(self, items: Sequence[str]) -> None:
        self._next = dict(zip(("", *items), (*items, ""), strict=True))
        self._last = items[-1] if items else ""

    def insert(self, item: str, after: str) -> bool:
        """Insert an item behind another: first for none, last for an unknown one."""
        if not item or item in self._next:
            return False
        above = after if after in self._next else self._last
        self._next[item] = self._next[above]
        self._next[above] = item
        if above == self._last:
            self._last = item
        return True

    def remove(self, item: str) -> None:
        """Take an item out."""
        self._link([one for one in self.get_items() if one != item])

    def get_items(self) -> tuple[str, ...]:
        """Return the items in order."""
        items: list[str] = []
        here = self._next[""]
        while here:
            items.append(here)
            here = self._next[here]
        return tuple(items)


def _change_threads(draft: Draft, threads: Sequence[CommentThread]) -> Iterator[Change]:
    """Return the changes that store threads, their order only once."""
    place = Key(review_state.THREADS)
    known = draft.items(review_state.THREADS)
    for thread in threads:
        changes = review_state.update_thread(draft, thread)
        yield from (change for change in changes if change.key != place)
    new = tuple(thread.id for thread in threads if thread.id not in known)
    if new:
        yield Change(place, draft.get(place), (*known, *new))


def _build_unresolved_row(draft: Draft, row: RowChange) -> UnresolvedItem:
    """Return the unresolved item for a row without a decision."""
    if isinstance(row, RowAdded):
        text, sent_text = row.text or _join_values([value for _, value in row.values]), ""
        near = row.order
    else:
        keys = sorted(draft.keys_of_item(row.item))
        text, sent_text = "", row.sent_text or _join_values([draft.answers[key] for key in keys])
        near = keys[0] if keys else row.order
    name = make_id("tray", "row", str(row.order), row.item, text)
    at = format_time(row.by)
    reason = UnresolvedReason.GUESS if row.is_guess else UnresolvedReason.UNDECIDED
    return UnresolvedItem(name, reason, text, sent_text, near, row.by.name, at, row.file)


def _join_values(values: Sequence[Value]) -> str:
    return "\n".join(text for text in map(format_value, values) if text)


def diff_drafts(draft: Draft, updated: Draft, form: Form) -> Iterator[Change]:
    """Return the changes from one draft to the other, in the form's order."""
    order = {name: place for place, name in enumerate(form.order)}
    keys = {*draft.answers, *updated.answers}
    for key in sorted(keys, key=lambda key: (order.get(key.question, len(order)), key)):
        old, new = draft.get(key), updated.get(key)
        if is_different(old, new):
            yield Change(key, old, new)
