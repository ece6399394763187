"""Changes to the lists of a draft: an item is added, removed, copied or moved as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from erasmus_desk.call.form import Form
from erasmus_desk.draft.item_tree import walk_inside
from erasmus_desk.draft.model import Change, ChangeSet, Draft, Key, Value


def add_item(draft: Draft, list_id: str, item: str, parent: str = "") -> ChangeSet:
    """Return the changes that append a new item to a list."""
    order = (*draft.items(list_id, parent), item)
    return ChangeSet((draft.change(Key(list_id, parent), order),), "list.add")


def find_empty_items(draft: Draft, list_id: str) -> tuple[str, ...]:
    """Return the items at the end of a list about which nothing is said.

    The applicant of a new proposal is one: what is added takes its place.
    """
    items = draft.items(list_id)
    ends = takewhile(lambda item: not any(draft.keys_of_item(item)), reversed(items))
    return tuple(ends)[::-1]


def remove_item(
    draft: Draft, list_id: str, item: str, parent: str = "", *, form: Form
) -> ChangeSet:
    """Return the changes that remove an item, all inside it, and every reference to any of them."""
    inside = tuple(walk_inside(draft, form, list_id, item))
    removed = dict.fromkeys((*(inner for inner, _ in inside), item))
    changes = [draft.change(key, None) for one in removed for key in draft.keys_of_item(one)]
    lists = {list_id, *(where.question for _, where in inside)}
    names = {name for one in lists for name in form.references_to(one)}
    changes.extend(_remove_references(draft, names, {*removed}))
    remaining = tuple(other for other in draft.items(list_id, parent) if other != item)
    changes.append(draft.change(Key(list_id, parent), remaining))
    return ChangeSet(tuple(changes), "list.remove")


def _remove_references(draft: Draft, questions: set[str], removed: set[str]) -> Iterator[Change]:
    """Yield the changes that remove items from the answers that refer to them."""
    for key, value in draft.answers.items():
        if key.question not in questions or key.item in removed:
            continue
        if isinstance(value, tuple) and removed & set(value):
            yield Change(key, value, tuple(one for one in value if one not in removed) or None)
        elif isinstance(value, str) and value in removed:
            yield Change(key, value, None)


def copy_item(
    draft: Draft, list_id: str, item: str, copy: str, parent: str = "", *, form: Form
) -> ChangeSet:
    """Return the changes that insert a copy of an item, with all inside it, after the item.

    `copy` is the id of the copy; the ids of what is inside are derived from it. A reference to
    something inside the item becomes one to its copy.
    """
    inside = dict.fromkeys(inner for inner, _ in walk_inside(draft, form, list_id, item))
    copies = {inner: f"{copy}{place:02x}" for place, inner in enumerate(inside)}
    copies[item] = copy
    changes = [
        Change(Key(key.question, copies[key.item]), None, _copy_value(form, key, value, copies))
        for key, value in draft.answers.items()
        if key.item in copies
    ]
    order = list(draft.items(list_id, parent))
    order.insert(order.index(item) + 1, copy)
    changes.append(draft.change(Key(list_id, parent), tuple(order)))
    return ChangeSet(tuple(changes), "list.copy")


def _copy_value(form: Form, key: Key, value: Value, copies: Mapping[str, str]) -> Value:
    """Return an answer with the items it names replaced by their copies."""
    question = form.questions.get(key.question)
    if key.question not in form.lists and not (question and question.of):
        return value
    if isinstance(value, tuple):
        return tuple(copies.get(one, one) for one in value)
    return copies.get(value, value) if isinstance(value, str) else value


def move_item(draft: Draft, list_id: str, item: str, to: int, parent: str = "") -> ChangeSet:
    """Return the changes that move an item to position `to` (0 is first)."""
    order = [other for other in draft.items(list_id, parent) if other != item]
    order.insert(to, item)
    return ChangeSet((draft.change(Key(list_id, parent), tuple(order)),), "list.move")


def reorder_items(listed: Sequence[str], items: Sequence[str]) -> tuple[str, ...]:
    """Return a list with some of its items in the order given, at the places that these have."""
    remaining = iter(items)
    return tuple(next(remaining) if one in items else one for one in listed)
