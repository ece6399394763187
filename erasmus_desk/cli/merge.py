"""The command `merge`: import reviewed Word files, or another version of the draft itself."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from erasmus_desk.call.model import Pack
from erasmus_desk.cli.arguments import PROGRAM, Merge
from erasmus_desk.cli.context import BLOCKED, CommandContext, CommandResult, retry_while_busy
from erasmus_desk.cli.merge_report import build_report, format_report, report_to_json
from erasmus_desk.draft import origins, saved_states
from erasmus_desk.draft.model import ChangeSet, Draft
from erasmus_desk.draft.saved_states import SavedState
from erasmus_desk.errors import JournalError, UsageError
from erasmus_desk.export import export
from erasmus_desk.file_suffixes import DRAFT_SUFFIX, has_suffix
from erasmus_desk.path_checks import may_exist
from erasmus_desk.review_import import decisions, importer, version_merge
from erasmus_desk.review_import.decisions import AcceptMode, AppliedImport
from erasmus_desk.review_import.docx_reader.document import RevisionAuthor
from erasmus_desk.review_import.result import ImportResult
from erasmus_desk.review_import.version_merge import OtherVersion
from erasmus_desk.round_trip.record import SentRecord
from erasmus_desk.storage import clock, common_version, drafts, file_copies, sent_records
from erasmus_desk.storage.backups import Backups
from erasmus_desk.storage.drafts import DraftFile
from erasmus_desk.storage.journal import Journal
from erasmus_desk.storage.locks import DraftLocks


def run(context: CommandContext, request: Merge) -> CommandResult:
    """Import the files; if something changes, back up the draft and write it.

    Raises DraftError, PackError, ReturnedError, SaveError or UsageError; then nothing was written.
    """
    path = Path(request.file)
    opened, pack = context.open_draft(request.file)
    opened = _separate_copy(context, opened)
    _refuse_open_elsewhere(context, path)
    reviewed = [Path(name) for name in request.reviewed]
    if any(has_suffix(one, DRAFT_SUFFIX) for one in reviewed):
        return _merge_version(context, request, opened, pack)
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
    result = importer.import_files(reviewed, import_context)
    chosen = decisions.auto_decisions(result, AcceptMode(request.accept or AcceptMode.CLEAR))
    moment = clock.now().isoformat(timespec="seconds")
    applied = decisions.apply_decisions(opened.draft, pack.form, result, chosen, moment)
    return _finish(context, request, (opened, pack), result, applied)


def _merge_version(
    context: CommandContext, request: Merge, opened: DraftFile, pack: Pack
) -> CommandResult:
    """Merge one other version of the draft; undecided changes wait as those of a Word file do."""
    if len(request.reviewed) > 1:
        detail = context.messages.format_message("merge.one")
        raise UsageError(detail=detail, command=f"{PROGRAM} merge")
    mine, texts = opened.draft, context.load_texts(pack)
    file = version_merge.read_version(Path(request.reviewed[0]), (mine.id,), pack, texts)
    by = RevisionAuthor("", file.draft.modified)
    base = _find_base(context, opened, file.draft)
    other = OtherVersion(file.draft, base, file.path.name, by, file.digest)
    result = version_merge.build_result(mine, other, pack.form)
    chosen = decisions.auto_decisions(result, AcceptMode(request.accept or AcceptMode.CLEAR))
    applied = AppliedImport(ChangeSet(()), ())
    if version_merge.has_news(mine, other, pack.form):
        applied = version_merge.apply_merge(mine, other, pack.form, result, chosen)
    return _finish(context, request, (opened, pack), result, applied)


def _find_base(context: CommandContext, opened: DraftFile, other: Draft) -> Draft | None:
    """Return what both versions began with, if this computer has it."""
    states = saved_states.list_states(opened.draft, opened.digest)
    find = partial(
        common_version.load_state,
        backups=Backups(context.places.backups),
        ids=origins.list_ids(opened.draft),
    )

    def load(state: SavedState, journal: Journal | None = None) -> Draft | None:
        return opened.draft if state is states[-1] else find(state, journal=journal)

    if may_exist(context.places.journal):
        with (
            contextlib.suppress(JournalError),
            contextlib.closing(Journal(context.places.journal)) as journal,
        ):
            with_journal = partial(load, journal=journal)
            return common_version.find_common(states, other, with_journal, is_copy=True)
    return common_version.find_common(states, other, load, is_copy=True)


def _finish(
    context: CommandContext,
    request: Merge,
    draft: tuple[DraftFile, Pack],
    result: ImportResult,
    applied: AppliedImport,
) -> CommandResult:
    opened, pack = draft
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
    if not may_exist(path):
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
    written = saved_states.put_states(after, saved_states.list_states(opened.draft, opened.digest))
    try:
        retry_while_busy(lambda: drafts.save(written, opened.path, opened.digest, pack.form.order))
    finally:
        locks.release(opened.path)


def _build_current_record(context: CommandContext, draft: Draft) -> Iterable[SentRecord]:
    return export.build_current_records(draft, context.library, context.places.resources)
