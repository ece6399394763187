"""The command `merge`: import reviewed Word files into the draft they were exported from."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from erasmus_desk.call.model import Pack
from erasmus_desk.cli.arguments import Merge
from erasmus_desk.cli.context import BLOCKED, CommandContext, CommandResult, retry_while_busy
from erasmus_desk.cli.merge_report import build_report, format_report, report_to_json
from erasmus_desk.draft.model import Draft
from erasmus_desk.errors import JournalError
from erasmus_desk.export import export
from erasmus_desk.review_import import decisions, importer
from erasmus_desk.review_import.decisions import AcceptMode
from erasmus_desk.round_trip.record import SentRecord
from erasmus_desk.storage import drafts, file_copies, sent_records
from erasmus_desk.storage.backups import Backups
from erasmus_desk.storage.drafts import DraftFile
from erasmus_desk.storage.journal import Journal
from erasmus_desk.storage.locks import DraftLocks


def run(context: CommandContext, request: Merge) -> CommandResult:
    """Import the files; if something changes, back up the draft and write it.

    Raises DraftError, PackError, ReturnedError or SaveError; then nothing was written.
    """
    path = Path(request.file)
    opened, pack = context.open_draft(request.file)
    opened = _separate_copy(context, opened)
    _refuse_open_elsewhere(context, path)
    import_context = importer.ImportContext(
        opened.draft,
        pack,
        lambda language: context.library.load_texts(pack.id, language, pack.revision),
        stored_records=lambda: sent_records.find_all(context.places.sent_records, opened.draft),
        current_records=lambda: _build_current_record(context, opened.draft),
        partner_records=partial(
            export.build_partner_records, opened.draft, context.library, context.places.resources
        ),
    )
    result = importer.import_files([Path(name) for name in request.reviewed], import_context)
    chosen = decisions.auto_decisions(result, AcceptMode(request.accept or AcceptMode.CLEAR))
    moment = drafts.now().isoformat(timespec="seconds")
    applied = decisions.apply_decisions(opened.draft, pack.form, result, chosen, moment)
    report = build_report(opened.draft, result, applied)
    if applied.change_set.changes:
        _save_merged(context, opened, report.after, pack)
    lines = format_report(report, request.file, context.messages, pack, context.load_texts(pack))
    return CommandResult(
        tuple(lines), report_to_json(report), code=BLOCKED if applied.unresolved else 0
    )


def _separate_copy(context: CommandContext, opened: DraftFile) -> DraftFile:
    """Return the draft with an id of its own if its file was copied from another.

    Without a journal that can be read, it stays as it is.
    """
    path = context.places.journal
    if not path.exists():
        return opened
    with contextlib.suppress(JournalError), contextlib.closing(Journal(path)) as journal:
        return file_copies.separate(opened, journal.list_paths(opened.draft.id))
    return opened


def _refuse_open_elsewhere(context: CommandContext, path: Path) -> None:
    """Raise TargetRefused if another program has the draft open: it would not see the changes."""
    holder = DraftLocks(context.places.locks).find_other_holder(path)
    if holder:
        raise holder.to_error(path)


def _save_merged(context: CommandContext, opened: DraftFile, after: Draft, pack: Pack) -> None:
    """Write the draft after a backup of its previous version."""
    _refuse_open_elsewhere(context, opened.path)
    Backups(context.places.backups).back_up_file(opened)
    locks = DraftLocks(context.places.locks)
    locks.acquire(opened.path)
    try:
        retry_while_busy(lambda: drafts.save(after, opened.path, opened.digest, pack.form.order))
    finally:
        locks.release(opened.path)


def _build_current_record(context: CommandContext, draft: Draft) -> Iterable[SentRecord]:
    return export.build_current_records(draft, context.library, context.places.resources)
