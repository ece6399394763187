"""The command `backups`: all backups by proposal, and restoring one as a new file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from erasmus_desk import progress
from erasmus_desk.checks.runner import run_checks
from erasmus_desk.cli.arguments import BackupList
from erasmus_desk.cli.context import (
    CommandContext,
    CommandResult,
    JsonValue,
    refuse_suffix,
    retry_while_busy,
)
from erasmus_desk.errors import DeskError, DraftMissing
from erasmus_desk.i18n import formats
from erasmus_desk.i18n.figures import separate_figures
from erasmus_desk.moments import to_local
from erasmus_desk.path_checks import is_folder, may_exist
from erasmus_desk.storage import backup_search
from erasmus_desk.storage.backup_search import DraftBackups, FoundBackup


class _Content(Struct, frozen=True):
    """What is in a backup, or why it cannot be opened."""

    draft_id: str = ""
    title: str = ""
    done: progress.Completion = progress.Completion()
    problem: DeskError | None = None


def run(context: CommandContext, request: BackupList) -> CommandResult:
    """List the backups, or write one to a new file.

    A folder that was named must be there; the second place may be away, which is a notice. Raises
    DraftError or SaveError.
    """
    if request.restore:
        return _restore(context, request)
    second = context.settings.backup_folder
    named = (Path(request.folder),) if request.folder else ()
    if named and not is_folder(named[0]):
        code = "no-folder" if may_exist(named[0]) else "away-folder"
        raise DraftMissing(code, path=request.folder)
    others = (*named, *([second] if second is not None else ()))
    format_message = context.messages.format_message
    away = [one for one in others if not is_folder(one)]
    notices = tuple(format_message("backups.away", path=one) for one in away)
    groups = [
        (group, [_read(context, one) for one in group.backups])
        for group in backup_search.find_backups(context.places.backups, others)
    ]
    lines = [line for group, contents in groups for line in _format(group, contents, context)]
    report: JsonValue = {
        "proposals": [_to_json(group, contents, context) for group, contents in groups],
        "away": [str(one) for one in away],
    }
    return CommandResult(tuple(lines or [format_message("backups.none")]), report, notices)


def _restore(context: CommandContext, request: BackupList) -> CommandResult:
    """Write a backup to a new file, byte for byte; an existing file is not overwritten."""
    refuse_suffix(request.output)
    source, target = Path(request.restore), Path(request.output)
    retry_while_busy(lambda: backup_search.restore(source, target))
    text = context.messages.format_message("history.restored", path=target)
    return CommandResult((text,), {"file": str(target)})


def _read(context: CommandContext, backup: FoundBackup) -> _Content:
    try:
        opened, pack = context.open_draft(str(backup.path))
    except DeskError as problem:
        return _Content(problem=problem)
    draft = opened.draft
    named = (draft.text(pack.role(role)) for role in ("acronym", "title"))
    done = progress.compute_progress(draft, pack, run_checks(draft, pack)).completion
    return _Content(draft.id, " – ".join(filter(None, named)), done)


def _format(
    group: DraftBackups, contents: list[_Content], context: CommandContext
) -> Iterator[str]:
    """Return a line for a proposal and two for each backup, the newest first."""
    format_message, language = context.messages.format_message, context.messages.language
    titles = (one.title for one in contents)
    yield next(filter(None, titles), group.backups[0].path.parent.name)
    for backup, content in zip(group.backups, contents, strict=True):
        moment = separate_figures(formats.format_moment(to_local(backup.at), language))
        text = format_message(f"backups.{backup.kind}")
        if content.problem is not None:
            text = context.messages.format_error(content.problem, path=backup.path.name).what
        else:
            done = content.done
            full = format_message("backups.full", n=done.required_answered, most=done.required)
            text = f"{full}, {text}"
        yield f"  {moment}  {text}"
        yield f"    {backup.path}"


def _to_json(
    group: DraftBackups, contents: list[_Content], context: CommandContext
) -> dict[str, JsonValue]:
    ids, titles = ([one.draft_id for one in contents], [one.title for one in contents])
    backups: list[JsonValue] = [
        {
            "file": str(backup.path),
            "at": backup.at.isoformat(),
            "kept": backup.kind.value,
            "answered": None if content.problem else content.done.required_answered,
            "required": None if content.problem else content.done.required,
            "error": (
                context.messages.format_error(content.problem, path=backup.path.name).what
                if content.problem is not None
                else None
            ),
        }
        for backup, content in zip(group.backups, contents, strict=True)
    ]
    found = {"id": next(filter(None, ids), None), "title": next(filter(None, titles), None)}
    return {**found, "backups": backups}
