"""The items of a draft as a tree: lists may stand in items of other lists, to any depth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from erasmus_desk.call.form import Form
from erasmus_desk.draft.model import Draft, Key


class ItemPlace(Struct, frozen=True):
    """Where an item is: its list, its number from 1, and the item that contains the list."""

    list: str
    number: int
    parent: str


def find_item_places(draft: Draft, form: Form) -> Mapping[str, ItemPlace]:
    """Return where each item is; one that a damaged file names twice is at the first place."""
    places: dict[str, ItemPlace] = {}
    for key, value in draft.answers.items():
        spec = form.lists.get(key.question)
        if spec and isinstance(value, tuple) and bool(spec.parent) == bool(key.item):
            for number, item in enumerate(value, 1):
                places.setdefault(item, ItemPlace(spec.id, number, key.item))
    return places


def walk_inside(draft: Draft, form: Form, list_id: str, item: str) -> Iterator[tuple[str, Key]]:
    """Yield each item inside an item, with the list and item that contain it as a key.

    An item comes before what is inside it.
    """
    # The lists of a form contain no list twice, so this ends even if an item contains itself.
    for name in form.nested_lists(list_id):
        for inner in draft.items(name, item):
            yield inner, Key(name, item)
            yield from walk_inside(draft, form, name, inner)


def walk_list(draft: Draft, form: Form, list_id: str) -> Iterator[tuple[str, Key]]:
    """Yield each item of a list, wherever the list stands, with what contains it as a key."""
    parent = form.lists[list_id].parent
    owners = (item for item, _ in walk_list(draft, form, parent)) if parent else ("",)
    for owner in dict.fromkeys(owners):
        for item in draft.items(list_id, owner):
            yield item, Key(list_id, owner)


def find_item_in(places: Mapping[str, ItemPlace], list_id: str, item: str) -> str:
    """Return the item of a list that an item is or is inside of, or an empty string."""
    seen: set[str] = set()
    while item not in seen and (place := places.get(item)):
        if place.list == list_id:
            return item
        seen.add(item)  # in a file from elsewhere an item may contain itself
        item = place.parent
    return ""
