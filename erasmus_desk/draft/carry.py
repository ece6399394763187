"""A draft of one call as a new draft of another: what fits moves, and nothing is lost.

An answer without a place in the new call is set aside in the new draft, under the id of its call.
Carried back, it is an answer again; so a draft that is carried there and back is as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.call.carry import CarryTable, InverseTable
from erasmus_desk.call.model import Pack
from erasmus_desk.draft import carry_marks, origins
from erasmus_desk.draft.carry_items import ItemCarrier
from erasmus_desk.draft.carry_marks import PART, STRUCTURE, Mark, split_key, tag_key
from erasmus_desk.draft.carry_values import AnswerPaths, convert
from erasmus_desk.draft.copying import is_copying_key
from erasmus_desk.draft.ids import make_draft_id
from erasmus_desk.draft.item_tree import walk_list
from erasmus_desk.draft.model import Draft, Key, Orphan, PackRef, Value
from erasmus_desk.draft.papers import is_paper_key
from erasmus_desk.draft.reconcile import reconcile_draft
from erasmus_desk.draft.review_state import is_desk_key
from erasmus_desk.draft.spelling_marks import KNOWN_WORDS
from erasmus_desk.draft.visibility import (
    VisibleQuestion,
    hidden_answers,
    list_kept_keys,
    visible_questions,
)

_OF_FILE = ("answers", "orphans", "pack", origins.MEMBER)
"""Members of a draft that belong to its file and its call."""


class CarriedDraft(Struct, frozen=True):
    """The new draft, and what became of the answers of the old one.

    `moved` are keys of the new draft, `aside` of the old one; `marks` are to be looked at.
    """

    draft: Draft
    moved: tuple[Key, ...]
    marks: tuple[Mark, ...]
    aside: tuple[Key, ...]


def carry_draft(
    draft: Draft,
    packs: tuple[Pack, Pack],
    table: CarryTable,
    name_question: Callable[[str], str],
    now: datetime,
) -> CarriedDraft:
    """Return a draft of one call as a new draft of another; the draft itself is not changed.

    `packs` are the present and the new call, `table` says what becomes of its answers, and
    `name_question` returns the short label of a question of the present call. Text is never cut:
    what is too long for the new call is a finding there.
    """
    source, target = packs
    if source.id == target.id:
        return _renew(draft, target, table, now)
    return _Carrier(draft, source, target, table, name_question).run(now)


def _renew(draft: Draft, pack: Pack, table: CarryTable, now: datetime) -> CarriedDraft:
    """Return a draft for the same call another time: every answer moves, and none is submitted.

    `pack` is the newest revision of the call, which the draft may not have.
    """
    answers = {
        key: value
        for key, value in draft.answers.items()
        if not (carry_marks.is_carry_key(key) or is_copying_key(key) or is_paper_key(key))
    }
    copy = reconcile_draft(
        replace(
            origins.add_origin(draft),
            id=make_draft_id(),
            pack=PackRef(pack.id, pack.edition, pack.revision),
            created=now,
            modified=now,
            answers=MappingProxyType(answers),
        ),
        pack,
    )
    lists = pack.form.lists
    moved = {k: k for k in copy.answers if k.question not in lists and not is_desk_key(k)}
    return _add_marks(copy, (draft, pack), table, moved, pack, {})


class _Carrier:
    """Carries one draft to another call."""

    def __init__(
        self,
        draft: Draft,
        source: Pack,
        target: Pack,
        table: CarryTable,
        name_question: Callable[[str], str],
    ) -> None:
        self._draft, self._source, self._target, self._table = draft, source, target, table
        self._name = name_question
        self._home = {
            key: orphan.value
            for orphan in reversed(draft.orphans)
            for call, key in [split_key(orphan.key)]
            if call == target.id
        }
        """What was set aside when the draft was one of the new call."""
        is_return = draft.get(carry_marks.SOURCE) == target.id
        self._returning = set(carry_marks.list_moved_questions(draft)) if is_return else set[str]()
        visible = visible_questions(draft, source)
        self._hidden = set(hidden_answers(draft, source, visible))
        self._items = self._place_items(visible, is_return=is_return)
        self._paths = AnswerPaths(source.form, target.form, table, self._items)
        self._moved: dict[Key, Key] = {}
        self._emptied: dict[Key, Key] = {}
        """The questions of the new call that an answer has no place at, by its key."""
        self._aside: dict[Key, Value] = {}
        self._parts: dict[Key, Value] = {}
        self._used: set[Key] = set()

    def run(self, now: datetime) -> CarriedDraft:
        """Return the new draft."""
        answers: dict[Key, Value] = {**self._items.orders}
        for key, value in self._draft.answers.items():
            if not carry_marks.is_carry_key(key) and key not in self._items.restored:
                self._carry_answer(key, value, answers)
        answers |= self._items.list_new_rows(answers)
        new = Draft(
            make_draft_id(),
            PackRef(self._target.id, self._target.edition, self._target.revision),
            now,
            now,
            MappingProxyType(answers),
            self._list_orphans(),
            MappingProxyType({k: v for k, v in self._draft.extra.items() if k not in _OF_FILE}),
        )
        new = reconcile_draft(new, self._target)
        items = carry_marks.ITEMS, tuple(sorted(self._items.entries)) or None
        new = new.apply(new.change(*items))
        made = (self._draft, self._source)
        anew = {old: key for old, key in self._emptied.items() if new.get(key) is None}
        found = _add_marks(new, made, self._table, self._moved, self._target, anew)
        shown = (key for key in (*self._aside, *self._parts) if not self._is_structure(key))
        return replace(found, aside=tuple(shown))

    def _place_items(self, visible: tuple[VisibleQuestion, ...], *, is_return: bool) -> ItemCarrier:
        known = self._draft.get(carry_marks.ITEMS) if is_return else ()
        return ItemCarrier(
            self._draft,
            (self._source.form, self._target.form),
            self._table,
            {key: one for key, one in self._home.items() if isinstance(one, tuple)},
            frozenset(key.item for key in list_kept_keys(self._draft, self._source, visible)),
            frozenset(known if isinstance(known, tuple) else ()),
        )

    def _carry_answer(self, key: Key, value: Value, answers: dict[Key, Value]) -> None:
        if key == KNOWN_WORDS:
            # Words of no question: they are right in a text for any call.
            answers[key] = value
            return
        path = None if self._is_left(key) else self._paths.find(key)
        if path is None or path.key in answers:
            self._aside[key] = value
            return
        packs = self._source, self._target
        new = convert(value, path.answer, packs)
        if new is None:
            self._aside[key] = value
            self._emptied[key] = path.key
            return
        back = path.answer.invert(), (self._target, self._source)
        for home in (path.key, Key(f"{PART}{path.key.question}", path.key.item)):
            before = self._home.get(home)
            if before is not None and _is_same(convert(before, *back), value):
                new = before
                self._used.add(home)
        answers[path.key] = new
        self._moved[key] = path.key
        if not _is_same(convert(new, *back), value):
            self._parts[key] = value

    def _is_left(self, key: Key) -> bool:
        """Return whether an answer stays behind as the present choices do not ask for it.

        What came from the new call goes back to it all the same.
        """
        return key in self._hidden and key.question not in self._returning

    def _is_structure(self, key: Key) -> bool:
        return key.question in self._source.form.lists or is_desk_key(key)

    def _list_orphans(self) -> tuple[Orphan, ...]:
        """Return what is set aside: what was before, and what has no place in the new call."""
        call, found = self._source.id, list[Orphan]()
        restored = {*self._used, *self._items.used}
        for orphan in self._draft.orphans:
            owner, key = split_key(orphan.key)
            if not owner:
                found.append(replace(orphan, key=tag_key(call, key)))
            elif owner != self._target.id:
                found.append(orphan)
            elif key not in restored or orphan.value != self._home[key]:
                found.append(replace(orphan, key=key))
        for key, value in self._aside.items():
            wording = STRUCTURE if self._is_structure(key) else self._find_wording(key)
            found.append(Orphan(tag_key(call, key), value, wording))
        for key, value in self._parts.items():
            part = Key(f"{PART}{key.question}", key.item)
            found.append(Orphan(tag_key(call, part), value, self._find_wording(key)))
        return tuple(found)

    def _find_wording(self, key: Key) -> str:
        return self._name(key.question) or key.question


def _add_marks(
    new: Draft,
    before: tuple[Draft, Pack],
    table: CarryTable,
    moved: Mapping[Key, Key],
    target: Pack,
    emptied: Mapping[Key, Key],
) -> CarriedDraft:
    """Return the new draft with its marks, and with what moved."""
    draft, source = before
    marks = dict(_find_reasons(new, draft, table, {**moved, **emptied}, target))
    at = {key: place for place, key in enumerate(new.answers)}
    order = {name: place for place, name in enumerate(target.form.order)}
    keys = sorted(moved.values(), key=lambda one: (order.get(one.question, 0), at.get(one, 0)))
    questions = tuple(dict.fromkeys(key.question for key in keys))
    owner = source.id if isinstance(table, InverseTable) else target.id
    changes = [new.change(carry_marks.SOURCE, source.id), new.change(carry_marks.TABLE, owner)]
    changes.append(new.change(carry_marks.MOVED, questions or None))
    changes += (carry_marks.add_mark(new, mark) for mark in marks.values())
    return CarriedDraft(new.apply(*changes), tuple(keys), tuple(marks.values()), ())


def _find_reasons(
    new: Draft, draft: Draft, table: CarryTable, moved: Mapping[Key, Key], target: Pack
) -> Iterator[tuple[Key, Mark]]:
    """Yield the marks of what moved, of what nobody looked at before, and of what is anew."""
    for mark in carry_marks.list_marks(draft):
        if mark.key in moved:
            yield moved[mark.key], Mark(moved[mark.key], mark.reason)
    pairs = {(one.source, one.target): one.rewrite for one in table.answers if one.rewrite}
    for old, key in moved.items():
        reason = pairs.get((old.question, key.question))
        if reason:
            yield key, Mark(key, reason)
    for one in table.anew:
        owner = target.form.list_of(one.question)
        items = (item for item, _ in walk_list(new, target.form, owner)) if owner else ("",)
        for item in items:
            key = Key(one.question, item)
            if new.get(key) is None:
                yield key, Mark(key, one.rewrite)


def _is_same(one: Value | None, other: Value) -> bool:
    return one == other and type(one) is type(other)
