"""The numbers of items (O1, C2): given by their order, so they mend themselves."""

from __future__ import annotations

from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft


def number(draft: Draft, pack: Pack, list_id: str, item: str, parent: str = "") -> str:
    """Give the number of an item, such as `O1`, or `1` in a list without a prefix.

    An item that is not in the list has none.
    """
    items = draft.items(list_id, parent)
    if item not in items:
        return ""
    return f"{pack.form.lists[list_id].prefix}{items.index(item) + 1}"


def title(draft: Draft, pack: Pack, list_id: str, item: str) -> str:
    """Give the number and the name of an item of a list outside other items (`O1 Course`).

    An item of a list without prefix is named alone, by its number while it has no name.
    """
    spec = pack.form.lists[list_id]
    name = draft.text(spec.name, item)
    count = number(draft, pack, list_id, item)
    if not spec.prefix:
        return name or count
    return f"{count} {name}".strip()
