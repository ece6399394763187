"""The moments of a draft in the journal: pieces of work, and the pauses of seconds within them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.draft.text_diff import apply_change
from erasmus_desk.storage.history import SavePoint
from erasmus_desk.storage.journal_tables import (
    Connection,
    JournalTables,
    decode_key,
    encode_key,
    parse_time,
)

PAUSE = timedelta(seconds=3)
"""Rest after which typing goes on as another version."""
BREAK = timedelta(minutes=10)
"""Rest after which another moment begins."""
LONGEST = timedelta(hours=1)
"""Time that one moment lasts at most."""
_NEVER = datetime.min.replace(tzinfo=UTC)
_TYPED, _DELETED, _SET = 0, 1, 2
"""What a row does: type on, delete only, or anything else: paste, cut, choose, add or remove."""
_LONG = 80
"""Characters from which a row is more than somebody types in half a second."""
# Rows are read once, in order; only what tells them apart is read of their content.
_SELECT_MARKS = """
SELECT id, key, at, CASE
    WHEN substr(payload, 1, 1) = '{' OR length(payload) > :long THEN :set
    WHEN substr(payload, -5) = ', ""]' THEN :deleted ELSE :typed END
FROM changes WHERE run = :run AND (:key IS NULL OR key = :key) ORDER BY id
"""
_SELECT_RUNS = """
SELECT r.id, r.begun, r.digest,
    (SELECT digest FROM saves WHERE run = r.id ORDER BY id DESC LIMIT 1)
FROM runs r WHERE r.draft = ? ORDER BY r.id
"""
_SELECT_ROW = "SELECT id FROM changes WHERE run = :run AND id = :id"
_CHANGED_SINCE = "AND key IN (SELECT key FROM changes WHERE run = :run AND id > :id)"
_SELECT_PAYLOADS = """
SELECT key, CASE WHEN id <= :id THEN payload ELSE '' END FROM changes WHERE run = :run {}
ORDER BY key, id
"""


class Pause(Struct, frozen=True):
    """A version at which typing rested, and the answers that changed since the one before."""

    id: str
    at: datetime
    keys: tuple[Key, ...]


class Moment(Struct, frozen=True):
    """A piece of work without a long break: its pauses, oldest first.

    One without a changed answer is an opened file that nothing before led to.
    """

    begun: datetime
    pauses: tuple[Pause, ...]

    @property
    def id(self) -> str:
        """The version at its end."""
        return self.pauses[-1].id

    @property
    def at(self) -> datetime:
        """Its end."""
        return self.pauses[-1].at

    @property
    def keys(self) -> tuple[Key, ...]:
        """The answers that changed in it, in the order of their first change."""
        return tuple(dict.fromkeys(key for pause in self.pauses for key in pause.keys))


def find_moments(db: Connection, draft_id: str, key: Key | None = None) -> Iterator[Moment]:
    """Yield the moments of a draft, oldest first; with a key, its begin and changes."""
    known: set[str] = set()
    marks = {"long": _LONG, "set": _SET, "deleted": _DELETED, "typed": _TYPED}
    stored = encode_key(key) if key else None
    for run, begun, digest, saved in db.execute(_SELECT_RUNS, (draft_id,)).fetchall():
        at = parse_time(begun)
        if at is not None and (not known or (key is None and digest not in known)):
            yield Moment(at, (Pause(str(run), at, ()),))
        known |= {digest, saved}
        rows = db.execute(_SELECT_MARKS, {"run": run, "key": stored, **marks})
        yield from _join_pauses(_find_pauses(run, rows))


def _find_pauses(run: int, rows: Iterable[Any]) -> Iterator[tuple[datetime, Pause]]:
    """Yield the begin of each pause's work, and the pause.

    What was written and deleted at once is a version too: before each row that is not typed on,
    the text as it was is one. Rows that cannot be read are passed over.
    """
    keys: dict[bytes, Key] = {}
    begun: datetime | None = None
    last, last_at, last_kind, changed = 0, _NEVER, _TYPED, dict[bytes, None]()
    for number, stored, text, kind in rows:
        at = parse_time(text)
        if at is None:
            continue
        try:
            if stored not in keys:
                keys[stored] = decode_key(stored)
        except (AttributeError, TypeError, ValueError):
            continue
        if begun is not None:
            is_step = at != last_at and (kind == _SET or kind != last_kind)
            if is_step or at - last_at > PAUSE or at < last_at:
                yield begun, Pause(f"{run}.{last}", last_at, tuple(keys[one] for one in changed))
                begun, changed = None, {}
        begun = begun or at
        last, last_at, last_kind = number, at, kind
        changed[stored] = None
    if begun is not None:
        yield begun, Pause(f"{run}.{last}", last_at, tuple(keys[one] for one in changed))


def _join_pauses(pauses: Iterable[tuple[datetime, Pause]]) -> Iterator[Moment]:
    """Yield the pauses of one run as moments."""
    joined: list[Pause] = []
    start = _NEVER
    for begun, pause in pauses:
        if joined and (begun - joined[-1].at > BREAK or pause.at - start > LONGEST):
            yield Moment(start, tuple(joined))
            joined = []
        if not joined:
            start = begun
        joined.append(pause)
    if joined:
        yield Moment(start, tuple(joined))


def read_version(
    tables: JournalTables, draft_id: str, version: str, latest: SavePoint | None = None
) -> Draft | None:
    """Return the draft in a version of its runs, or `None` if there is no such version.

    With the `latest` state of a run, what did not change since that version is taken from there:
    to go back a little takes a moment, however long the run is.
    """
    number, _, last = version.partition(".")
    openings = {str(run): opening for run, opening, _ in tables.select_runs(draft_id)}
    opening = tables.load_opening(openings.get(number, ""))
    if opening is None or not last:
        return opening
    row = {"run": int(number), "id": int(last) if last.isdecimal() else 0}
    if not tables.db.execute(_SELECT_ROW, row).fetchone():
        return None
    known = {"run": row["run"], "id": latest.last_row if latest else 0}
    start, statement = opening, _SELECT_PAYLOADS.format("AND id <= :id")
    if latest and known["id"] >= row["id"] and tables.db.execute(_SELECT_ROW, known).fetchone():
        start, statement = latest.draft, _SELECT_PAYLOADS.format(_CHANGED_SINCE)
    answers = dict(start.answers)
    for key, value in _replay_keys(tables.db.execute(statement, row), opening):
        if value is None:
            answers.pop(key, None)
        else:
            answers[key] = value
    return replace(opening, answers=MappingProxyType(answers))


def _replay_keys(rows: Iterable[Any], opening: Draft) -> Iterator[tuple[Key, Value | None]]:
    """Yield the answers that rows changed; rows that cannot be read change nothing.

    One of an answer that changed later only is empty: it leads to the answer at the opening.
    """
    for stored, of_key in groupby(rows, itemgetter(0)):
        with suppress(AttributeError, TypeError, ValueError):
            key = decode_key(stored)
            value = opening.get(key)
            for _, payload in of_key:
                value = apply_change(value, payload) if isinstance(payload, str) else value
            yield key, value
