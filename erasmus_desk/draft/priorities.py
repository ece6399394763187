"""Choosing priorities: one main, others after it, as steps on the two questions."""

from __future__ import annotations

from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Change, Draft, Key, Step


def chosen(draft: Draft, pack: Pack) -> tuple[str, ...]:
    """Give the chosen priorities, the main one first."""
    main = draft.text(pack.role("main_priority"))
    others = draft.items(pack.role("other_priorities"))
    return (main, *others) if main else others


def with_chosen(draft: Draft, pack: Pack, priority: str) -> Step:
    """Give the step that chooses a priority: the first becomes the main one."""
    return _step(draft, pack, (*chosen(draft, pack), priority))


def without(draft: Draft, pack: Pack, priority: str) -> Step:
    """Give the step that lets go of a priority; the next becomes the main one."""
    return _step(draft, pack, tuple(one for one in chosen(draft, pack) if one != priority))


def with_main(draft: Draft, pack: Pack, priority: str) -> Step:
    """Give the step that makes a priority the main one; the main one before comes next."""
    others = tuple(one for one in chosen(draft, pack) if one != priority)
    return _step(draft, pack, (priority, *others))


def _step(draft: Draft, pack: Pack, order: tuple[str, ...]) -> Step:
    wanted = dict.fromkeys(order)
    main, *others = wanted or (None,)
    changes = (
        Change(_key(pack, "main_priority"), draft.get(_key(pack, "main_priority")), main),
        Change(
            _key(pack, "other_priorities"),
            draft.get(_key(pack, "other_priorities")),
            tuple(others) or None,
        ),
    )
    return Step(tuple(one for one in changes if one.old != one.new), "priorities")


def _key(pack: Pack, role: str) -> Key:
    return Key(pack.role(role))
