"""What two versions of a draft both began with, read from the journal or the backups.

The file of each says by digests what it came from (`draft/saved_states.py`). This computer has read
or written the states of our own file, so the text of one is mostly here.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Sequence

from erasmus_desk import atomic_file
from erasmus_desk.draft import file_format, saved_states
from erasmus_desk.draft.model import Draft
from erasmus_desk.draft.saved_states import SavedState
from erasmus_desk.draft.text_diff import find_changed_keys
from erasmus_desk.errors import DraftError, JournalError
from erasmus_desk.storage.backups import Backups
from erasmus_desk.storage.history import replay
from erasmus_desk.storage.journal import Journal
from erasmus_desk.storage.journal_tables import JournalTables

MAX_TRIED = 12
"""States that are compared if nothing tells which one both began with, the newest."""
_FIND_SAVES = """
SELECT r.id, r.opening, s.upto FROM saves s JOIN runs r ON r.id = s.run
    WHERE substr(s.digest, 1, :length) = :digest
UNION ALL SELECT id, opening, 0 FROM runs WHERE substr(digest, 1, :length) = :digest
"""

LoadState = Callable[[SavedState], Draft | None]
"""Returns the draft of a state, `None` if its text is not here."""


def find_common(
    mine: Sequence[SavedState], other: Draft, load: LoadState, *, is_copy: bool
) -> Draft | None:
    """Return what our states and another version both began with, as far as that can be told."""
    if saved_states.has_states(other):
        return find_base(mine, other, load)
    return find_nearest(mine, other, load, is_copy=is_copy)


def find_base(mine: Sequence[SavedState], other: Draft, load: LoadState) -> Draft | None:
    """Return the newest of our states that another version came from, `None` if unknown."""
    known = {state.answers for state in saved_states.list_states(other)}
    return _load_first((state for state in reversed(mine) if state.answers in known), load)


def find_nearest(
    mine: Sequence[SavedState], other: Draft, load: LoadState, *, is_copy: bool
) -> Draft | None:
    """Return the state that fewest answers differ from, for a version that tells nothing.

    A program before this one wrote it. Of several, a file goes on from the newest; a copy was made
    because ours had changed since, so it began with the oldest.
    """
    newest = mine[-MAX_TRIED:]
    states = newest if is_copy else reversed(newest)
    found = [draft for state in states if (draft := load(state)) is not None]
    return min(found, key=lambda draft: len(find_changed_keys(draft, other)), default=None)


def load_state(
    state: SavedState, journal: Journal | None, backups: Backups, ids: Iterable[str]
) -> Draft | None:
    """Return the draft of a state from the journal, or a backup of the drafts with these ids."""
    if not state.file:
        return None
    found: Draft | None = None
    if journal is not None:
        with contextlib.suppress(JournalError):
            found = journal.transact(lambda tables: _read_state(tables, state))
    for backup in (one for draft_id in ids for one in backups.find(draft_id)):
        if found is not None:
            break
        with contextlib.suppress(OSError, DraftError):
            content = backup.path.read_bytes()
            if atomic_file.compute_digest(content).startswith(state.file):
                found = file_format.decode(content).draft
    return found


def _load_first(states: Iterable[SavedState], load: LoadState) -> Draft | None:
    return next((draft for state in states if (draft := load(state)) is not None), None)


def _read_state(tables: JournalTables, state: SavedState) -> Draft | None:
    """Return a state from the journal; of a run that was thinned it may be gone."""
    places = {"digest": state.file, "length": len(state.file)}
    for run, opening, upto in tables.db.execute(_FIND_SAVES, places).fetchall():
        draft = tables.load_opening(opening)
        if draft is None:
            continue
        found = replay(draft, (row for row in tables.select_changes(run) if row.id <= upto))
        if saved_states.compute_answers_digest(found) == state.answers:
            return found
    return None
