"""What differs between two versions of a draft, and the change sets that bring one back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from erasmus_desk.call.form import Form
from erasmus_desk.draft import list_changes
from erasmus_desk.draft.form_order import FormOrder
from erasmus_desk.draft.item_tree import ItemPlace, find_item_places
from erasmus_desk.draft.model import Change, ChangeSet, Draft, Key
from erasmus_desk.draft.review_state import is_desk_key
from erasmus_desk.draft.text_diff import find_changed_keys, is_different

ANSWER_LABEL, ALL_LABEL = "history.answer", "history.all"
"""Labels of the change sets that bring an answer back, and all of a version."""


class DifferenceKind(StrEnum):
    """What is different: an answer in both versions, or an item in only one of them."""

    CHANGED = "changed"
    REMOVED = "removed"
    """An item that only the version before has."""
    ADDED = "added"
    """An item that only the version after has."""


class Difference(Struct, frozen=True):
    """One answer, or one item of a list with all its answers, that two versions differ in.

    `key` is the answer, or the order of the list that has the `item`; `keys` are all of them.
    """

    kind: DifferenceKind
    key: Key
    keys: tuple[Key, ...]
    item: str = ""


def find_differences(before: Draft, after: Draft, form: Form) -> tuple[Difference, ...]:
    """Return the differences in the order of the form, without what the program itself noted."""
    old, new = find_item_places(before, form), find_item_places(after, form)
    items: dict[str, list[Key]] = {
        item: []
        for places, others in ((old, new), (new, old))
        for item, place in places.items()
        if item not in others and _is_outermost(place, places, others)
    }
    answers: list[Key] = []
    for key in find_changed_keys(before, after):
        if is_desk_key(key):
            continue
        owner = _find_owner(key.item, items, old) or _find_owner(key.item, items, new)
        if owner:
            items[owner].append(key)
        elif key.question not in form.lists or _is_reordered(before, after, key):
            answers.append(key)
    found = [Difference(DifferenceKind.CHANGED, key, (key,)) for key in answers]
    for item, keys in items.items():
        kind = DifferenceKind.REMOVED if item in old else DifferenceKind.ADDED
        place = old.get(item) or new[item]
        found.append(Difference(kind, Key(place.list, place.parent), tuple(keys), item))
    orders = FormOrder(before, form), FormOrder(after, form)
    return tuple(sorted(found, key=lambda one: _sort_key(one, form, *orders)))


def bring_back(difference: Difference, version: Draft, draft: Draft, form: Form) -> ChangeSet:
    """Return the changes that make one difference of a draft as it is in a version.

    An item comes back at its place with all its answers; one that the version does not have goes,
    with every reference to it.
    """
    order, item = difference.key, difference.item
    if item and item not in version.items(order.question, order.item):
        if item not in draft.items(order.question, order.item):
            return ChangeSet((), ANSWER_LABEL)
        removed = list_changes.remove_item(draft, order.question, item, order.item, form=form)
        return ChangeSet(removed.changes, ANSWER_LABEL)
    changes = [*_list_changes(difference.keys, version, draft)]
    if item:
        listed = draft.items(order.question, order.item)
        merged = _insert(item, version.items(order.question, order.item), listed)
        changes += [] if item in listed else [draft.change(order, merged)]
    elif order.question in form.lists:
        changes = [draft.change(order, _reorder(draft, version, order))]
    return ChangeSet(tuple(changes), ANSWER_LABEL)


def bring_all_back(version: Draft, draft: Draft) -> ChangeSet:
    """Return the changes that make all answers of a draft as they are in a version.

    What the program itself noted stays: that a file was sent is a fact.
    """
    keys = (key for key in find_changed_keys(version, draft) if not is_desk_key(key))
    return ChangeSet(tuple(_list_changes(keys, version, draft)), ALL_LABEL)


def _list_changes(keys: Iterable[Key], version: Draft, draft: Draft) -> Iterable[Change]:
    for key in keys:
        if is_different(version.get(key), draft.get(key)):
            yield draft.change(key, version.get(key))


def _is_outermost(
    place: ItemPlace, places: Mapping[str, ItemPlace], others: Mapping[str, ItemPlace]
) -> bool:
    """Return whether an item that only one version has is not inside another such item."""
    return not place.parent or place.parent in others or place.parent not in places


def _find_owner(item: str, items: Mapping[str, object], places: Mapping[str, ItemPlace]) -> str:
    """Return the item among some that an item is or is inside of, or an empty string."""
    seen: set[str] = set()
    while item and item not in seen:
        if item in items:
            return item
        seen.add(item)
        place = places.get(item)
        item = place.parent if place else ""
    return ""


def _is_reordered(before: Draft, after: Draft, order: Key) -> bool:
    """Return whether the items that both versions have stand in another order."""
    old, new = (draft.items(order.question, order.item) for draft in (before, after))
    return [one for one in old if one in new] != [one for one in new if one in old]


def _insert(item: str, wanted: tuple[str, ...], listed: tuple[str, ...]) -> tuple[str, ...]:
    """Return a list with an item after the one that it stood behind, as far as that is there."""
    before = [one for one in wanted[: wanted.index(item)] if one in listed]
    place = listed.index(before[-1]) + 1 if before else 0
    return (*listed[:place], item, *listed[place:])


def _reorder(draft: Draft, version: Draft, order: Key) -> tuple[str, ...]:
    """Return the items of a list in the order of a version; those it does not have come last."""
    listed = draft.items(order.question, order.item)
    wanted = version.items(order.question, order.item)
    known = [one for one in wanted if one in listed]
    return (*known, *(one for one in listed if one not in wanted))


def _sort_key(
    difference: Difference, form: Form, before: FormOrder, after: FormOrder
) -> tuple[tuple[int, int], ...]:
    order = before if difference.kind is DifferenceKind.REMOVED else after
    if not difference.item:
        return order.sort_key(difference.key)
    return order.sort_key(Key(form.lists[difference.key.question].name, difference.item))
