"""Whether damage hides unsaved work in a journal that SQLite reads without an error."""

from __future__ import annotations

import zlib

from erasmus_desk.atomic_file import compute_digest
from erasmus_desk.storage import journal_tallies as tallies
from erasmus_desk.storage.journal_connection import Connection
from erasmus_desk.storage.journal_tables import SELECT_ROWS, JournalTables, unpack
from erasmus_desk.storage.journal_tallies import Tally, add_up

_SELECT_SAVES = """
SELECT run, upto, path, digest FROM saves WHERE id IN (SELECT MAX(id) FROM saves GROUP BY run)
"""


def is_damaged(tables: JournalTables) -> bool:
    """Return whether what is found of a run is not what its tally says.

    Only runs with unsaved work are read as a whole: of others nothing is needed.
    """
    db = tables.db
    found = tallies.load_all(db)
    decided = db.execute("SELECT run, how FROM settled").fetchall()
    if found is None or not all(isinstance(how, str) for _, how in decided):
        return True
    runs = {
        run: row for run, *row in db.execute("SELECT id, draft, path, digest, opening FROM runs")
    }
    saves = {run: add_up(tuple(row)) for run, *row in db.execute(_SELECT_SAVES)}
    settled = {run for run, _ in decided}
    needed = {tally.run: False for tally in found}
    for tally in found:
        row = runs.get(tally.run)
        if row is None or add_up(tuple(row)) != tally.opened:
            return True
        if saves.get(tally.run, 0) != tally.saved or (tally.run in settled) != tally.settled:
            return True
        _, _, base, opening = row
        needed[tally.run] = tally.is_unsaved or not (base or tally.saved or tally.settled)
        if needed[tally.run] and not (_has_rows(db, tally) and _has_opening(db, opening)):
            return True
    if not all(needed.get(unsaved.run, True) for unsaved in tables.select_unsaved_runs()):
        return True
    # A page that reads well may have damage that takes other rows with it when it is written.
    return any(needed.values()) and db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok"


def _has_rows(db: Connection, tally: Tally) -> bool:
    return tally.has_rows(db.execute(SELECT_ROWS, (tally.run,)))


def _has_opening(db: Connection, digest: object) -> bool:
    """Return whether an opened draft is as it was written, whichever program wrote it."""
    row = db.execute("SELECT content FROM openings WHERE digest = ?", (digest,)).fetchone()
    try:
        return row is not None and compute_digest(unpack(row[0])) == digest
    except (zlib.error, TypeError):
        return False
