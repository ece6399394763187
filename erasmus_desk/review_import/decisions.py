"""What was decided on a home-coming becomes one step; what nobody decided on goes to the tray."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct, field

from erasmus_desk.call.form import Form
from erasmus_desk.draft import model, review_state
from erasmus_desk.draft.answer_json import to_json
from erasmus_desk.draft.model import Change, Draft, Key, Step, Value
from erasmus_desk.draft.review_state import Thread, Waiting, Why
from erasmus_desk.draft.text_diff import differ
from erasmus_desk.review_import.docx_reader.document import By
from erasmus_desk.review_import.merge import is_same
from erasmus_desk.review_import.result import (
    Answered,
    HomeComing,
    RowAdded,
    RowChange,
    RowRemoved,
    Theirs,
    Verdict,
)
from erasmus_desk.review_import.stable_ids import named


class Pick(StrEnum):
    """Which state of an answer is to stand."""

    MINE = "mine"
    THEIRS = "theirs"
    """One of theirs; what the others proposed is declined."""
    MERGED = "merged"
    """With the changes of all sides; for a proposal, what is proposed."""
    EDITED = "edited"
    UNDECIDED = "undecided"
    """Ours stands, and what differs lies in the tray."""


class RowPick(StrEnum):
    """What is to become of a row that came or went."""

    TAKE = "take"
    LEAVE = "leave"
    UNDECIDED = "undecided"


class Decision(Struct, frozen=True):
    """What was decided on one answer; `nth` counts theirs from 0, `value` is the edited one."""

    pick: Pick
    nth: int = 0
    value: Value | None = None


class Decisions(Struct, frozen=True):
    """All that was decided, rows by their items; what is not named is undecided."""

    answers: Mapping[Key, Decision] = field(default_factory=lambda: MappingProxyType({}))
    rows: Mapping[str, RowPick] = field(default_factory=lambda: MappingProxyType({}))


class Accept(StrEnum):
    """What is taken without asking."""

    CLEAR = "clear"
    """What only they changed."""
    ALL = "all"
    """Also theirs where both changed an answer, if it is clear what theirs is."""
    NONE = "none"


class Done(Struct, frozen=True):
    """The step, and what it leaves to decide: the things that lie in the tray because of it."""

    step: Step
    tray: tuple[Waiting, ...]


_UNDECIDED = Decision(Pick.UNDECIDED)
_TAKEN = (Pick.THEIRS, Pick.MERGED, Pick.EDITED)


def decided(coming: HomeComing, accept: Accept) -> Decisions:
    """Give what is decided without asking anybody."""
    if accept is Accept.NONE:
        return Decisions()
    answers = {
        one.key: _accepted(one, accept)
        for one in coming.answers
        if one.verdict in {Verdict.PROPOSED, Verdict.CONFLICT}
    }
    rows = {
        row.item: RowPick.TAKE
        for row in coming.rows
        if accept is Accept.ALL or not (isinstance(row, RowRemoved) and row.is_changed)
    }
    return Decisions(answers, rows)


def step(draft: Draft, form: Form, coming: HomeComing, decisions: Decisions, at: str = "") -> Done:
    """Give the one step that brings a home-coming into the draft as it was decided.

    What is undecided goes to the tray, and so does a change to an item that a decision takes
    out. Comments become threads, and the files count as back `at` a moment in ISO 8601. The
    same home-coming once more changes nothing.
    """
    rows = [(row, decisions.rows.get(row.item, RowPick.UNDECIDED)) for row in coming.rows]
    taken = [row for row, pick in rows if pick is RowPick.TAKE]
    waiting: list[Waiting] = []
    put: list[Change] = []
    for one in coming.answers:
        decision = _usable(one, draft, decisions)
        if decision.pick in _TAKEN:
            put += _put(draft, one.key, _value(one, decision))
        elif decision.pick is Pick.UNDECIDED:
            waiting += (left(one.key, theirs) for theirs in one.theirs)
    work = _with_rows(draft.apply(*put), taken, form)
    swept = {key for key in (change.key for change in put) if key not in work.answers}
    for one in coming.answers:
        if one.key in swept and _value(one, _usable(one, draft, decisions)) is not None:
            waiting += (left(one.key, theirs) for theirs in one.theirs)
    waiting += (_row_left(draft, row) for row, pick in rows if pick is RowPick.UNDECIDED)
    waiting += coming.tray
    work = work.apply(*_talk(work, coming.threads), *review_state.tray_put(work, tuple(waiting)))
    for sending in review_state.away(work):
        if at and sending.state in coming.states:
            work = work.apply(*review_state.come_back(work, sending.id, at).changes)
    once = {one.id: one for one in waiting}
    return Done(Step(tuple(_between(draft, work, form)), "merge"), tuple(once.values()))


def left(key: Key, theirs: Theirs) -> Waiting:
    """Give what lies in the tray for a change that is not taken."""
    text = theirs.words or shown(theirs.value)
    name = named("tray", str(key), text, theirs.was)
    by, at = theirs.by.author, moment(theirs.by)
    return Waiting(name, Why.UNDECIDED, text, theirs.was, key, by, at, theirs.file)


def shown(value: Value | None) -> str:
    """Give an answer as plain text where its words are not known."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, tuple):
        return "\n".join(value)
    return str(to_json(value)).lower() if isinstance(value, bool) else str(value)


def moment(by: By) -> str:
    """Give when something was changed, as ISO 8601, or nothing."""
    return by.at.isoformat(timespec="seconds") if by.at else ""


def _accepted(one: Answered, accept: Accept) -> Decision:
    if one.verdict is Verdict.PROPOSED:
        return Decision(Pick.MERGED)
    if accept is not Accept.ALL:
        return _UNDECIDED
    if len(one.theirs) == 1:
        return Decision(Pick.THEIRS)
    return Decision(Pick.MERGED) if one.can_merge else _UNDECIDED


def _usable(one: Answered, draft: Draft, decisions: Decisions) -> Decision:
    """Give the decision, or none where there is no such choice or we went on writing since."""
    decision = decisions.answers.get(one.key, _UNDECIDED)
    is_there = {
        Pick.MERGED: one.can_merge,
        Pick.THEIRS: 0 <= decision.nth < len(one.theirs),
    }
    if decision.pick not in _TAKEN or not is_there.get(decision.pick, True):
        return decision if decision.pick is Pick.MINE else _UNDECIDED
    now = draft.get(one.key)
    is_known = is_same(now, one.mine) or is_same(now, _value(one, decision))
    return decision if is_known else _UNDECIDED


def _value(one: Answered, decision: Decision) -> Value | None:
    match decision.pick:
        case Pick.THEIRS:
            return one.theirs[decision.nth].value
        case Pick.MERGED:
            return one.merged
        case Pick.EDITED:
            return decision.value
        case Pick.MINE | Pick.UNDECIDED:
            return one.mine


def _put(draft: Draft, key: Key, value: Value | None) -> list[Change]:
    old = draft.get(key)
    return [] if is_same(old, value) else [Change(key, old, value)]


def _with_rows(draft: Draft, rows: Sequence[RowChange], form: Form) -> Draft:
    """Give the draft with rows put in, each below the row above it, and rows taken out."""
    orders: dict[Key, _Order] = {}
    put: list[Change] = []
    for row in rows:
        if isinstance(row, RowAdded):
            items = draft.items(row.order.question, row.order.item)
            order = orders.setdefault(row.order, _Order(items))
            if order.put(row.item, row.after):
                put += (Change(key, None, value) for key, value in row.values)
    put += (Change(key, draft.get(key), order.now()) for key, order in orders.items())
    work = draft.apply(*put)
    for row in rows:
        list_id, parent = row.order.question, row.order.item
        if isinstance(row, RowRemoved) and row.item in work.items(list_id, parent):
            gone = model.item_removed(work, list_id, row.item, parent, form=form)
            work = work.apply(*gone.changes)
    return work


class _Order:
    """The order of a list, into which items are put one behind the other."""

    def __init__(self, items: Sequence[str]) -> None:
        once = [*dict.fromkeys(items)]
        self._next = dict(zip(("", *once), (*once, ""), strict=True))
        self._last = once[-1] if once else ""

    def put(self, item: str, after: str) -> bool:
        """Put an item behind another, first behind none, last behind one that is not there."""
        if not item or item in self._next:
            return False
        above = after if after in self._next else self._last
        self._next[item] = self._next[above]
        self._next[above] = item
        if above == self._last:
            self._last = item
        return True

    def now(self) -> tuple[str, ...]:
        """Give the order as it is now."""
        items: list[str] = []
        here = self._next[""]
        while here:
            items.append(here)
            here = self._next[here]
        return tuple(items)


def _talk(draft: Draft, threads: Sequence[Thread]) -> Iterator[Change]:
    """Give the changes that lay down all threads, their order only once."""
    place = Key(review_state.THREADS)
    known = draft.items(review_state.THREADS)
    for thread in threads:
        changes = review_state.thread_put(draft, thread)
        yield from (change for change in changes if change.key != place)
    new = tuple(thread.id for thread in threads if thread.id not in known)
    if new:
        yield Change(place, draft.get(place), (*known, *new))


def _row_left(draft: Draft, row: RowChange) -> Waiting:
    """Give what lies in the tray for a row that nobody decided on."""
    if isinstance(row, RowAdded):
        text, was, near = row.words or _joined([value for _, value in row.values]), "", row.order
    else:
        keys = sorted(draft.keys_of_item(row.item))
        text, was = "", row.was or _joined([draft.answers[key] for key in keys])
        near = keys[0] if keys else row.order
    name = named("tray", "row", str(row.order), row.item, text)
    at = moment(row.by)
    return Waiting(name, Why.UNDECIDED, text, was, near, row.by.author, at, row.file)


def _joined(values: Sequence[Value]) -> str:
    return "\n".join(text for text in map(shown, values) if text)


def _between(draft: Draft, work: Draft, form: Form) -> Iterator[Change]:
    """Give what leads from one draft to the other: each answer once, in the form's order."""
    order = {name: place for place, name in enumerate(form.order)}
    keys = {*draft.answers, *work.answers}
    for key in sorted(keys, key=lambda key: (order.get(key.question, len(order)), key)):
        old, new = draft.get(key), work.get(key)
        if differ(old, new):
            yield Change(key, old, new)
