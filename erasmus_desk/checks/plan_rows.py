"""The visible rows of the lists of a plan, for the checks of its rules."""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.checks.context import CheckContext
from erasmus_desk.draft.item_tree import walk_list
from erasmus_desk.draft.model import Key


def list_rows(context: CheckContext, name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the visible items of a list, by the item that contains them (empty without one)."""
    spec = context.pack.form.lists.get(name)
    if spec is None:
        return
    form = context.pack.form
    outer = walk_list(context.draft, form, spec.parent) if spec.parent else (("", Key("")),)
    for owner in dict.fromkeys(item for item, _ in outer):
        items = dict.fromkeys(context.draft.items(name, owner))
        visible = (
            item for item in items if any(context.is_visible(Key(q, item)) for q in spec.questions)
        )
        yield owner, tuple(visible)


def get_number(context: CheckContext, key: Key) -> int | None:
    """Return an answer that is a number, or `None`."""
    found = context.draft.get(key) if key.question else None
    return found if isinstance(found, int) and not isinstance(found, bool) else None
