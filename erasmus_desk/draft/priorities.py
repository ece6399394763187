"""The chosen priorities, one main and others after it, as changes to two questions."""

from __future__ import annotations

from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import ChangeSet, Draft, Key


def list_chosen(draft: Draft, pack: Pack) -> tuple[str, ...]:
    """Return the chosen priorities, the main one first."""
    main = draft.text(pack.role("main_priority"))
    others = draft.items(pack.role("other_priorities"))
    return (main, *others) if main else others


def add_priority(draft: Draft, pack: Pack, priority: str) -> ChangeSet:
    """Return the changes that choose a priority; the first becomes the main one."""
    return _change_to(draft, pack, (*list_chosen(draft, pack), priority))


def remove_priority(draft: Draft, pack: Pack, priority: str) -> ChangeSet:
    """Return the changes that deselect a priority; the next becomes the main one."""
    return _change_to(
        draft, pack, tuple(one for one in list_chosen(draft, pack) if one != priority)
    )


def set_main_priority(draft: Draft, pack: Pack, priority: str) -> ChangeSet:
    """Return the changes that make a priority the main one; the former becomes the second."""
    others = tuple(one for one in list_chosen(draft, pack) if one != priority)
    return _change_to(draft, pack, (priority, *others))


def _change_to(draft: Draft, pack: Pack, order: tuple[str, ...]) -> ChangeSet:
    main, *others = dict.fromkeys(order) or (None,)
    values = {"main_priority": main, "other_priorities": tuple(others) or None}
    changes = (draft.change(Key(pack.role(role)), new) for role, new in values.items())
    return ChangeSet(tuple(one for one in changes if one.old != one.new), "priorities")
