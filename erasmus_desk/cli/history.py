"""The command `history`: the versions of a draft, from journal and backups, and restoring one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, nullcontext
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from erasmus_desk.call.model import Pack
from erasmus_desk.checks.context import CheckContext
from erasmus_desk.cli.arguments import History
from erasmus_desk.cli.context import (
    CommandContext,
    CommandResult,
    JsonValue,
    refuse_suffix,
    retry_while_busy,
)
from erasmus_desk.draft import reconcile, review_state
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.text_diff import find_changed_keys
from erasmus_desk.errors import DraftError
from erasmus_desk.i18n import formats
from erasmus_desk.i18n.figures import separate_figures
from erasmus_desk.moments import to_local
from erasmus_desk.path_checks import may_exist
from erasmus_desk.storage import draft_history, drafts
from erasmus_desk.storage.backups import Backups
from erasmus_desk.storage.draft_history import DraftHistory
from erasmus_desk.storage.journal import Journal
from erasmus_desk.storage.timeline import Moment

MAX_NAMED = 6
"""Most answers named on one line; `--json` has all."""
COPY, JOURNAL, NAMED = "copy", "journal", "named"
"""What a version is kept in."""


class _Version(Struct, frozen=True):
    """One version of a draft with the answers that changed.

    `pauses` are the versions within it at which typing rested; a named version has a reason.
    """

    id: str
    at: datetime
    kept: str
    keys: tuple[Key, ...] = ()
    pauses: tuple[tuple[str, datetime], ...] = ()
    why: str = ""
    name: str = ""


def run(context: CommandContext, request: History) -> CommandResult:
    """List the versions of a draft, or write one as another draft.

    The file may be gone or unreadable if the journal knows which draft it was. Raises DraftError,
    PackError, JournalError or SaveError.
    """
    path = context.places.journal
    # A missing journal is not created.
    with closing(Journal(path)) if may_exist(path) else nullcontext() as journal:
        draft, pack, history = _find_draft(context, request.file, journal)
        if request.restore:
            return _restore(context, request, history.load(request.restore), pack)
        versions = _list_versions(history)
    check_context = CheckContext(draft, pack)
    states: JsonValue = [_version_to_json(version, context, check_context) for version in versions]
    lines = tuple(_format_versions(versions, request.file, context, check_context))
    return CommandResult(lines, {"draft": request.file, "states": states})


def _find_draft(
    context: CommandContext, file: str, journal: Journal | None
) -> tuple[Draft, Pack, DraftHistory]:
    """Return the draft, from its history if its file cannot be read. Raises the error of that."""
    backups = Backups(context.places.backups)
    try:
        opened, pack = context.open_draft(file)
    except DraftError:
        known = draft_history.find_draft_id(journal, Path(file)) if journal else None
        history = DraftHistory(known or "", journal, backups)
        last = history.load_last() if known else None
        if last is None:
            raise
        pack = context.library.load_pack(last.pack.id, last.pack.revision)
        return reconcile.reconcile_draft(last, pack, context.load_texts(pack)), pack, history
    return opened.draft, pack, DraftHistory(opened.draft.id, journal, backups)


def _restore(context: CommandContext, request: History, draft: Draft, pack: Pack) -> CommandResult:
    """Write a version as a new draft; an existing file is not overwritten."""
    refuse_suffix(request.output)
    copy = drafts.duplicate(draft)
    retry_while_busy(lambda: drafts.save_new(copy, Path(request.output), pack.form.order))
    return CommandResult(
        (context.messages.format_message("history.restored", path=request.output),)
    )


def _list_versions(history: DraftHistory) -> list[_Version]:
    """Return all versions, oldest first."""
    versions = [*_list_backups(history)]
    versions += [
        _Version(one.id, one.at, NAMED, why=one.reason.value, name=one.name)
        for one in history.list_named()
    ]
    # What only the program itself noted is no version.
    found = ((one, _drop_own_keys(one.keys)) for one in history.list_moments())
    versions += [_to_version(one, keys) for one, keys in found if keys or not one.keys]
    return sorted(versions, key=lambda version: (version.at, version.kept != COPY, version.id))


def _to_version(moment: Moment, keys: tuple[Key, ...]) -> _Version:
    pauses = tuple((pause.id, pause.at) for pause in moment.pauses)
    return _Version(moment.id, moment.at, JOURNAL, keys, pauses)


def _list_backups(history: DraftHistory) -> Iterator[_Version]:
    """Yield the readable backups, each with what changed since the one before."""
    before: Draft | None = None
    for backup in history.list_backups():
        try:
            draft = drafts.read(backup.path).draft
        except DraftError:
            continue
        name = draft_history.make_backup_id(backup)
        yield _Version(name, backup.at, COPY, _find_changed(before, draft))
        before = draft


def _find_changed(before: Draft | None, after: Draft) -> tuple[Key, ...]:
    return _drop_own_keys(find_changed_keys(before, after)) if before else ()


def _drop_own_keys(keys: Iterable[Key]) -> tuple[Key, ...]:
    """Return the keys of answers, without the program's own data in the draft."""
    return tuple(key for key in keys if not review_state.is_desk_key(key))


def _format_versions(
    versions: list[_Version], file: str, context: CommandContext, check_context: CheckContext
) -> Iterator[str]:
    format_message, language = context.messages.format_message, context.messages.language
    if not versions:
        yield format_message("history.none", path=file)
        return
    yield format_message("history.total", path=file, n=len(versions))
    width = max(len(version.id) for version in versions)
    for version in versions:
        moment = separate_figures(formats.format_moment(to_local(version.at), language))
        names = _name_places(version, context, check_context)
        changed = ", ".join(names[:MAX_NAMED])
        if len(names) > MAX_NAMED:
            changed = format_message("history.more", named=changed, n=len(names) - MAX_NAMED)
        yield f"  {version.id:{width}}  {moment}  {changed or _describe(version, context)}"


def _describe(version: _Version, context: CommandContext) -> str:
    """Return what a version is of which no answers are named."""
    format_message = context.messages.format_message
    if version.kept != NAMED:
        return format_message("history.copy" if version.kept == COPY else "history.opened")
    why = format_message(f"history.why.{version.why}")
    return f"{why}: {version.name}" if version.name else why


def _name_places(
    version: _Version, context: CommandContext, check_context: CheckContext
) -> list[str]:
    texts = context.load_texts(check_context.pack)
    return [
        context.messages.format_value(check_context.find_place(key), texts) for key in version.keys
    ]


def _version_to_json(
    version: _Version, context: CommandContext, check_context: CheckContext
) -> JsonValue:
    labels = _name_places(version, context, check_context)
    return {
        "id": version.id,
        "at": version.at.isoformat(),
        "kept": version.kept,
        "why": version.why or None,
        "name": version.name or None,
        "answers": [
            {"question": key.question, "item": key.item or None, "label": label}
            for key, label in zip(version.keys, labels, strict=True)
        ],
        "pauses": [{"id": name, "at": at.isoformat()} for name, at in version.pauses],
    }
