"""`merge`: reviewed Word files come home into the draft they were made from."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from erasmus_desk.call.model import Pack
from erasmus_desk.cli.context import BLOCKED, Desk, Outcome, patiently
from erasmus_desk.cli.merge_report import as_object, lines, told
from erasmus_desk.cli.requests import Merge
from erasmus_desk.draft.model import Draft
from erasmus_desk.errors import TargetRefused
from erasmus_desk.export import export
from erasmus_desk.review_import import decisions as homecoming
from erasmus_desk.review_import import importer
from erasmus_desk.review_import.decisions import Accept
from erasmus_desk.round_trip.record import Sent
from erasmus_desk.storage import drafts, locks, sent_records
from erasmus_desk.storage.backups import Copies
from erasmus_desk.storage.drafts import Opened


def run(desk: Desk, asked: Merge) -> Outcome:
    """Bring the files home. Where nothing changes, nothing is written.

    What the draft was before lies with its copies. Raises DraftError, PackError,
    ReturnedError or SaveError; then nothing was written.
    """
    path = Path(asked.file)
    opened, pack = desk.open(asked.file)
    _refuse_open_elsewhere(path)
    home = importer.Home(
        opened.draft,
        pack,
        lambda language: desk.library.texts(pack.id, language),
        kept=lambda: sent_records.find(desk.places.sent, opened.draft.id),
        present=lambda: _present(desk, opened.draft),
    )
    coming = importer.read([Path(name) for name in asked.reviewed], home)
    decisions = homecoming.decided(coming, Accept(asked.accept or Accept.CLEAR))
    moment = drafts.now().isoformat(timespec="seconds")
    done = homecoming.step(opened.draft, pack.form, coming, decisions, moment)
    found = told(opened.draft, coming, done)
    if done.step.changes:
        _keep(desk, opened, found.after, pack)
    report = lines(found, asked.file, desk.sentences, pack, desk.texts(pack))
    return Outcome(tuple(report), as_object(found), code=BLOCKED if done.tray else 0)


def _refuse_open_elsewhere(path: Path) -> None:
    """Leave a draft alone that somebody works on: they would not see what came in."""
    holder = locks.look(path)
    if holder:
        raise TargetRefused("is-open", path=str(path), user=holder.user, host=holder.host)


def _keep(desk: Desk, opened: Opened, after: Draft, pack: Pack) -> None:
    """Write the draft, a copy of what it was before it."""
    _refuse_open_elsewhere(opened.path)
    Copies(desk.places.copies).keep_opened(opened)
    locks.take(opened.path)
    try:
        patiently(lambda: drafts.save(after, opened.path, opened.digest, pack.form.order))
    finally:
        locks.release(opened.path)


def _present(desk: Desk, draft: Draft) -> Iterable[Sent]:
    # Imported late: only a file that has lost its record owes what a Word file costs.

    return export.present(draft, desk.library, desk.places.resources)
