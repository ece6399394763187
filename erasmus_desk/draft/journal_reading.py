"""What is asked of the journal: states of answers and drafts, and what needs rescuing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

from erasmus_desk.draft.history import (
    DraftState,
    Rescue,
    State,
    draft_states_of,
    replayed,
    states_of,
)
from erasmus_desk.draft.journal_tables import Tables
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.splices import differ


def states(tables: Tables, draft_id: str, key: Key) -> Iterator[State]:
    """Give every state of an answer, oldest first; an opening only if it brought a new one."""
    before: State | None = None
    for run, state_id, begun in tables.runs(draft_id):
        opening = tables.opening(state_id)
        value = opening.get(key) if opening else None
        for state in states_of(run, value, begun, tables.rows(run, key)):
            if before is None or differ(before.value, state.value):
                yield state
            before = state


def draft_states(tables: Tables, draft_id: str, rest: timedelta) -> Iterator[DraftState]:
    """Give the states of a draft, oldest first."""
    for run, _, begun in tables.runs(draft_id):
        yield from draft_states_of(run, begun, tables.rows(run), rest)


def draft_at(tables: Tables, draft_id: str, state: str) -> Draft | None:
    """Give the draft as it was in a state, or `None` if there is no such state."""
    number, _, last = state.partition(".")
    openings = {str(run): opening for run, opening, _ in tables.runs(draft_id)}
    opening = tables.opening(openings.get(number, ""))
    rows = tables.rows(int(number)) if opening and last else []
    if opening is None or (last and last not in {str(row.id) for row in rows}):
        return None
    return replayed(opening, [row for row in rows if row.id <= int(last)])


def rescues(tables: Tables, lives: Callable[[int, str], bool]) -> Iterator[Rescue]:
    """Give what runs left unsaved that do not live any more, oldest first."""
    for left in tables.unsaved():
        opening = tables.opening(left.opening)
        if opening is None or lives(left.run, left.holder):
            continue
        rows = tables.rows(left.run)
        saved = replayed(opening, [row for row in rows if row.id <= left.upto])
        last = rows[-1].at if rows else left.begun
        yield Rescue(left.run, left.path, left.base, last, saved, replayed(opening, rows))
