"""Another version of the same draft, merged answer by answer as a reviewed Word file is.

A colleague, or a program that synchronises folders, saved it. What both began with is the base.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.call.form import Form, QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft import reconcile
from erasmus_desk.draft.form_order import FormOrder
from erasmus_desk.draft.item_tree import ItemPlace, find_item_places
from erasmus_desk.draft.list_changes import reorder_items
from erasmus_desk.draft.model import Change, ChangeSet, Draft, Key, Value
from erasmus_desk.draft.review_state import MERGED_COPIES
from erasmus_desk.draft.text_diff import find_changed_keys, is_different
from erasmus_desk.errors import DraftForeign
from erasmus_desk.review_import import decisions, merge
from erasmus_desk.review_import.decisions import AppliedImport, ImportDecisions
from erasmus_desk.review_import.docx_reader.document import RevisionAuthor
from erasmus_desk.review_import.merge import FileAnswers
from erasmus_desk.review_import.result import (
    ImportResult,
    MergeStatus,
    ProposedAnswer,
    RowAdded,
    RowChange,
    RowRemoved,
)
from erasmus_desk.storage import drafts
from erasmus_desk.storage.drafts import DraftFile

MAX_COPIES = 50
"""Merged copies that are remembered, the newest."""
DIGEST_LENGTH = 16


_WRITTEN = (QuestionType.TEXT, QuestionType.LINE)


class OtherVersion(Struct, frozen=True):
    """Another version of a draft: who saved it, in which file, and what both began with.

    Without a `base` nothing is known of that: what only one of the two has stays, and where they
    differ somebody decides. `digest` is that of a copy that is not to be offered again.
    """

    draft: Draft
    base: Draft | None
    file: str
    by: RevisionAuthor
    digest: str = ""

    def find_base(self, mine: Draft) -> Draft:
        """Return what both began with; if nobody knows, the answers that both have."""
        if self.base is not None:
            return self.base
        theirs = self.draft.answers
        same = {key: value for key, value in mine.answers.items() if theirs.get(key) == value}
        return replace(mine, answers=MappingProxyType(same))


def read_version(path: Path, ids: Container[str], pack: Pack, texts: Texts) -> DraftFile:
    """Read another version of a draft that has one of these ids, fitted to the call as ours is.

    Raises DraftError; DraftForeign (`other`) for another proposal.
    """
    found = drafts.read(path)
    if found.draft.id not in ids or found.draft.pack.id != pack.id:
        raise DraftForeign("other", path=str(path))
    return replace(found, draft=reconcile.reconcile_draft(found.draft, pack, texts))


def is_merged(draft: Draft, digest: str) -> bool:
    """Return whether a copy with this digest was merged into the draft."""
    return digest[:DIGEST_LENGTH] in draft.items(MERGED_COPIES)


def build_result(mine: Draft, other: OtherVersion, form: Form) -> ImportResult:
    """Return what the other version changes in ours."""
    base = other.find_base(mine)
    rows = tuple(_RowFinder(mine, base, other, form).find())
    ours, theirs = (find_item_places(draft, form) for draft in (mine, other.draft))
    sent, proposed = dict(base.answers), dict[Key, ProposedAnswer]()
    keys = {*find_changed_keys(base, other.draft), *find_changed_keys(base, mine)}
    for key in keys:
        if key.question in form.lists:
            orders = _find_orders(key, mine, base, other.draft)
            if orders is not None:
                sent[key], proposed[key] = orders[0], _propose(other, orders[1])
        # The answers of an item that only one side has come and go with it, as a row.
        elif key.question in form.questions and (
            not form.list_of(key.question) or (key.item in ours and key.item in theirs)
        ):
            proposed[key] = _propose(other, other.draft.get(key))
    merged = merge.merge_answers(mine, [FileAnswers(sent, tuple(proposed.items()))])
    order = FormOrder(mine, form)
    changed = [one for one in merged.values() if one.status is not MergeStatus.UNCHANGED]
    answered = {key for key in mine.answers if key.question in form.questions}
    return ImportResult(
        answers=tuple(sorted(changed, key=lambda one: order.sort_key(one.key))),
        rows=rows,
        threads=(),
        unresolved=(),
        unchanged_count=len(answered - {one.key for one in changed}),
        returned_states=(),
        files=(other.file,),
    )


def has_news(mine: Draft, other: OtherVersion, form: Form) -> bool:
    """Return whether the other version has anything that ours does not know."""
    result = build_result(mine, other, form)
    return bool(list_asked(result)) or bool(_merge_notes(mine, other, form))


def list_asked(result: ImportResult) -> tuple[object, ...]:
    """Return the changes of the other version, each of which is accepted or rejected."""
    asked = (MergeStatus.PROPOSED, MergeStatus.CONFLICT)
    return (*(one for one in result.answers if one.status in asked), *result.rows)


def apply_merge(
    mine: Draft, other: OtherVersion, form: Form, result: ImportResult, decided: ImportDecisions
) -> AppliedImport:
    """Return the change set of the decisions, with what the program itself noted on both sides.

    Such notes are facts: nobody is asked, and where both have another one, ours stays.
    """
    applied = decisions.apply_decisions(mine, form, result, decided)
    updated = mine.apply(*applied.change_set.changes)
    updated = updated.apply(*_merge_notes(updated, other, form))
    updated = updated.apply(*_drop_lost_references(mine, updated, form))
    if other.digest and not is_merged(updated, other.digest):
        known = (*updated.items(MERGED_COPIES), other.digest[:DIGEST_LENGTH])
        updated = updated.apply(updated.change(Key(MERGED_COPIES), known[-MAX_COPIES:]))
    changes = decisions.diff_drafts(mine, updated, form)
    return AppliedImport(ChangeSet(tuple(changes), "merge"), applied.unresolved)


def _propose(other: OtherVersion, value: Value | None) -> ProposedAnswer:
    return ProposedAnswer(value, other.by, other.file)


def _find_orders(
    key: Key, mine: Draft, base: Draft, theirs: Draft
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return our order as it was and as they have it, if they moved items that all have."""
    listed = mine.items(key.question, key.item)
    before, after = (draft.items(key.question, key.item) for draft in (base, theirs))
    was = [one for one in before if one in listed and one in after]
    now = [one for one in after if one in was]
    return (reorder_items(listed, was), reorder_items(listed, now)) if was != now else None


class _RowFinder:
    """Finds the items that the other version added, removed, or changed though we removed them.

    And those that it moved into another item, which no page of the window does, but a file from
    elsewhere can: they are added there. What both moved, or nobody knows who moved, stays ours.
    """

    def __init__(self, mine: Draft, base: Draft, other: OtherVersion, form: Form) -> None:
        self._mine, self._base, self._theirs = mine, base, other.draft
        self._other, self._form = other, form
        self._places = tuple(find_item_places(one, form) for one in (mine, base, other.draft))
        self._inside = tuple(map(_index_items, (mine, base, other.draft)))

    def find(self) -> Iterator[RowChange]:
        """Yield the outermost of these items: what is inside belongs to them."""
        mine, base, theirs = self._places
        removed_here = {
            item
            for item in theirs
            if item not in mine and item in base and self._is_changed(item, theirs=True)
        }
        added = {item for item in theirs if item not in mine and item not in base} | removed_here
        added |= {item for item in theirs if self._is_moved(item)}
        for item, place in theirs.items():
            if item in added and (place.parent not in theirs or place.parent in mine):
                yield self._build_added(item, place, is_back=item in removed_here)
        for item, place in mine.items():
            is_gone = item in base and item not in theirs
            if is_gone and (place.parent not in mine or place.parent in theirs):
                changed = self._is_changed(item, theirs=False)
                order, other = Key(place.list, place.parent), self._other
                yield RowRemoved(order, item, other.by, other.file, changed)

    def _build_added(self, item: str, place: ItemPlace, *, is_back: bool) -> RowAdded:
        order, other = Key(place.list, place.parent), self._other
        listed = self._theirs.items(order.question, order.item)
        after = listed[listed.index(item) - 1] if listed.index(item) else ""
        values = tuple(self._list_values(item))
        answers = dict(values)
        if item in self._places[0]:
            answers = {key: self._mine.answers[key] for key in self._mine.keys_of_item(item)}
        text = "\n".join(self._list_texts(self._form.lists[place.list].name, answers))
        return RowAdded(order, item, after, values, other.by, other.file, text, is_back=is_back)

    def _list_values(self, item: str) -> Iterator[tuple[Key, Value]]:
        """Yield the answers that come with an item: what we have of it is merged as answers."""
        mine = self._places[0]
        if item in mine:
            return
        for key in self._inside[2].get(item, ()):
            value = self._theirs.answers[key]
            if key.question not in self._form.lists or not isinstance(value, tuple):
                yield key, value
                continue
            here = tuple(one for one in value if one not in mine or self._is_moved(one))
            yield key, here
            for one in here:
                yield from self._list_values(one)

    def _is_moved(self, item: str) -> bool:
        """Return whether they, and not we, moved an item to another one."""
        mine, base, theirs = (_find_owner(places, item) for places in self._places)
        return bool(mine and theirs) and mine == base and mine != theirs and mine[0] == theirs[0]

    def _list_texts(self, name: str, values: Mapping[Key, Value]) -> Iterator[str]:
        """Yield what somebody wrote in an item, its name first, in the order of the form."""
        places = {question: place for place, question in enumerate(self._form.order)} | {name: -1}
        for key in sorted(values, key=lambda key: places.get(key.question, len(places))):
            question, value = self._form.questions.get(key.question), values[key]
            is_text = question is not None and question.type in _WRITTEN
            if is_text and isinstance(value, str):
                yield value

    def _is_changed(self, item: str, *, theirs: bool) -> bool:
        """Return whether they, or we, moved an item, or changed anything in it or inside of it."""
        ours, was, others = (_find_owner(places, item) for places in self._places)
        if was != (others if theirs else ours):
            return True
        draft, inside = (self._theirs, self._inside[2]) if theirs else (self._mine, self._inside[0])
        now = {key: draft.answers[key] for key in self._walk(item, draft, inside)}
        before = {
            key: self._base.answers[key] for key in self._walk(item, self._base, self._inside[1])
        }
        return any(is_different(now.get(key), before.get(key)) for key in {*now, *before})

    def _walk(self, item: str, draft: Draft, inside: Mapping[str, list[Key]]) -> Iterator[Key]:
        """Yield the answers of an item and of all inside it, in a draft, each once."""
        waiting, seen = [item], {item}
        while waiting:
            for key in inside.get(waiting.pop(), ()):
                yield key
                value = draft.answers[key]
                if key.question in self._form.lists and isinstance(value, tuple):
                    new = [one for one in value if one not in seen]
                    seen.update(new)
                    waiting += new


def _find_owner(places: Mapping[str, ItemPlace], item: str) -> tuple[str, str]:
    """Return the list of an item and the item that contains it, or nothing of an unknown one."""
    place = places.get(item)
    return (place.list, place.parent) if place else ("", "")


def _index_items(draft: Draft) -> dict[str, list[Key]]:
    """Return the answers of each item."""
    found: dict[str, list[Key]] = {}
    for key in draft.answers:
        if key.item:
            found.setdefault(key.item, []).append(key)
    return found


def _merge_notes(mine: Draft, other: OtherVersion, form: Form) -> tuple[Change, ...]:
    """Return the changes of what is no answer of the form: what was sent, comments, and so on."""
    base, theirs = other.find_base(mine), other.draft
    changes: list[Change] = []
    for key in find_changed_keys(base, theirs):
        if key.question in form.lists or key.question in form.questions:
            continue
        was, now, ours = base.get(key), theirs.get(key), mine.get(key)
        if isinstance(ours, tuple) and isinstance(now, tuple):
            before = was if isinstance(was, tuple) else ()
            kept = (one for one in ours if one in now or one not in before)
            now = (*kept, *(one for one in now if one not in (*ours, *before)))
        elif is_different(ours, was):
            continue
        if is_different(ours, now):
            changes.append(Change(key, ours, now))
    return tuple(changes)


def _drop_lost_references(before: Draft, after: Draft, form: Form) -> Iterable[Change]:
    """Yield the changes that take out names of items that are not there, and were not before."""
    there, known = find_item_places(after, form), before.answers
    for key, value in after.answers.items():
        question = form.questions.get(key.question)
        if question is None or not question.of or known.get(key) == value:
            continue
        if isinstance(value, tuple):
            kept = tuple(one for one in value if one in there) or None
            if kept != value:
                yield Change(key, value, kept)
        elif isinstance(value, str) and value not in there:
            yield Change(key, value, None)
