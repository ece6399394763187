"""What the journal tells of a draft: its states, and what a crash left unsaved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.draft.model import Change, Draft, Key, Step, Value
from erasmus_desk.draft.text_diff import differ, value_after


class Run(Struct):
    """One draft open in one run of the program, as far as the journal has it.

    `draft` is the opening state with every row since; rows are written against it, so that
    they always join up. `saved` is the draft as the file holds it, whose digest is `digest`.
    `last` is the number of the newest row.
    """

    id: int
    draft: Draft
    saved: Draft
    path: Path
    digest: str
    last: int = 0

    @property
    def mark(self) -> Mark:
        """Where the run stands now: what a save that begins at this moment will hold."""
        return Mark(self.last, self.draft)


class Mark(Struct, frozen=True):
    """A moment of a run: its newest row then, and the draft with it."""

    last: int
    draft: Draft


class Row(Struct, frozen=True):
    """One change as the journal holds it."""

    id: int
    key: Key
    at: datetime
    payload: str


class State(Struct, frozen=True):
    """One state of an answer: since when, and what it was; `None` is no answer."""

    id: str
    at: datetime
    value: Value | None


class DraftState(Struct, frozen=True):
    """One state of a whole draft; `keys` changed since the state before, none at an opening."""

    id: str
    at: datetime
    keys: tuple[Key, ...]


class Rescue(Struct, frozen=True):
    """What a run that ended badly had not saved.

    `base` is the digest of the file it last read or wrote (empty: there never was one),
    `saved` the draft as that file holds it, `latest` the draft with all that was typed.
    """

    run: int
    path: Path
    base: str
    last: datetime
    saved: Draft
    latest: Draft

    @property
    def draft_id(self) -> str:
        """The id of the draft."""
        return self.latest.id

    @property
    def keys(self) -> tuple[Key, ...]:
        """The answers that differ between the file named and what was typed."""
        return tuple(change.key for change in self.step(self.saved).changes)

    def fits(self, digest: str) -> bool:
        """Tell whether a file is the one these changes were made on."""
        return digest == self.base

    def step(self, draft: Draft) -> Step:
        """Give what makes the rescued answers those of `draft`: one undo step.

        Onto another file than the one named (see `fits`) it changes the same answers; the
        user compares first.
        """
        touched = {
            key
            for key in self.saved.answers.keys() | self.latest.answers.keys()
            if differ(self.saved.get(key), self.latest.get(key))
        }
        changes = tuple(
            Change(key, draft.get(key), self.latest.get(key))
            for key in sorted(touched)
            if differ(draft.get(key), self.latest.get(key))
        )
        return Step(changes, "rescue")


def replayed(draft: Draft, rows: Iterable[Row]) -> Draft:
    """Give the draft after the rows."""
    answers = dict(draft.answers)
    for row in rows:
        after = value_after(answers.get(row.key), row.payload)
        if after is None:
            answers.pop(row.key, None)
        else:
            answers[row.key] = after
    return replace(draft, answers=MappingProxyType(answers))


def states_of(
    run: int, opening: Value | None, begun: datetime, rows: Iterable[Row]
) -> Iterator[State]:
    """Give the states of one answer in one run, its opening first."""
    yield State(str(run), begun, opening)
    value = opening
    for row in rows:
        value = value_after(value, row.payload)
        yield State(f"{run}.{row.id}", row.at, value)


def draft_states_of(
    run: int, begun: datetime, rows: Iterable[Row], rest: timedelta
) -> Iterator[DraftState]:
    """Give the states of a draft in one run, its opening first.

    What was changed within `rest` of each other is one state: the last.
    """
    yield DraftState(str(run), begun, ())
    open_state: DraftState | None = None
    for row in rows:
        name = f"{run}.{row.id}"
        if open_state is None or row.at - open_state.at > rest:
            if open_state is not None:
                yield open_state
            open_state = DraftState(name, row.at, (row.key,))
        else:
            keys = open_state.keys if row.key in open_state.keys else (*open_state.keys, row.key)
            open_state = DraftState(name, row.at, keys)
    if open_state is not None:
        yield open_state
