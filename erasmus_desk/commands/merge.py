"""`merge`: reviewed Word files come home into the draft they were made from."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from erasmus_desk.call.model import Pack
from erasmus_desk.commands.desk import BLOCKED, Desk, Outcome, patiently
from erasmus_desk.commands.merge_lines import lines
from erasmus_desk.commands.merge_told import as_object, told
from erasmus_desk.commands.request import Merge
from erasmus_desk.draft import lock, store
from erasmus_desk.draft.copies import Copies
from erasmus_desk.draft.model import Draft
from erasmus_desk.draft.store import Opened
from erasmus_desk.errors import TargetRefused
from erasmus_desk.exchange import arrival, homecoming
from erasmus_desk.exchange.homecoming import Accept
from erasmus_desk.sent import shelf
from erasmus_desk.sent.model import Sent


def run(desk: Desk, asked: Merge) -> Outcome:
    """Bring the files home. Where nothing changes, nothing is written.

    What the draft was before lies with its copies. Raises DraftError, PackError,
    ReturnedError or SaveError; then nothing was written.
    """
    path = Path(asked.file)
    opened, pack = desk.open(asked.file)
    _refuse_open_elsewhere(path)
    home = arrival.Home(
        opened.draft,
        pack,
        lambda language: desk.library.texts(pack.id, language),
        kept=lambda: shelf.find(desk.places.sent, opened.draft.id),
        present=lambda: _present(desk, opened.draft),
    )
    coming = arrival.read([Path(name) for name in asked.reviewed], home)
    decisions = homecoming.decided(coming, Accept(asked.accept or Accept.CLEAR))
    moment = store.now().isoformat(timespec="seconds")
    done = homecoming.step(opened.draft, pack.form, coming, decisions, moment)
    found = told(opened.draft, coming, done)
    if done.step.changes:
        _keep(desk, opened, found.after, pack)
    report = lines(found, asked.file, desk.sentences, pack, desk.texts(pack))
    return Outcome(tuple(report), as_object(found), code=BLOCKED if done.tray else 0)


def _refuse_open_elsewhere(path: Path) -> None:
    """Leave a draft alone that somebody works on: they would not see what came in."""
    holder = lock.look(path)
    if holder:
        raise TargetRefused("is-open", path=str(path), user=holder.user, host=holder.host)


def _keep(desk: Desk, opened: Opened, after: Draft, pack: Pack) -> None:
    """Write the draft, a copy of what it was before it."""
    _refuse_open_elsewhere(opened.path)
    Copies(desk.places.copies).keep_opened(opened)
    lock.take(opened.path)
    try:
        patiently(lambda: store.save(after, opened.path, opened.digest, pack.form.order))
    finally:
        lock.release(opened.path)


def _present(desk: Desk, draft: Draft) -> Iterable[Sent]:
    # Imported late: only a file that has lost its record owes what a Word file costs.
    from erasmus_desk.export import write  # noqa: PLC0415

    return write.present(draft, desk.library, desk.places.resources)
