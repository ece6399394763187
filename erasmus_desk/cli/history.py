"""The command `history`: the versions of a draft, from journal and backups, and restoring one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, nullcontext
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct

from erasmus_desk.call.model import Pack
from erasmus_desk.checks.context import CheckContext
from erasmus_desk.cli.arguments import History
from erasmus_desk.cli.context import CommandContext, CommandResult, JsonValue, retry_while_busy
from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.text_diff import find_changed_keys
from erasmus_desk.errors import DraftError, JournalError
from erasmus_desk.i18n import formats
from erasmus_desk.storage import drafts
from erasmus_desk.storage.backups import Backup, Backups
from erasmus_desk.storage.journal import Journal

PAUSE = timedelta(minutes=10)
"""Changes within this time of each other make one version."""
MAX_NAMED = 6
"""Most answers named on one line; `--json` has all."""
_BACKUP_PREFIX = "copy-"
_STAMP = "%Y%m%dT%H%M%S"


class _Version(Struct, frozen=True):
    """One version of a draft, from the journal or a backup, with the answers that changed."""

    id: str
    at: datetime
    keys: tuple[Key, ...]
    is_backup: bool = False


def run(context: CommandContext, request: History) -> CommandResult:
    """List the versions of a draft, or write one as another draft.

    Raises DraftError, PackError, JournalError or SaveError.
    """
    opened, pack = context.open_draft(request.file)
    path = context.places.journal
    backups = Backups(context.places.backups).find(opened.draft.id)
    # A missing journal is not created.
    with closing(Journal(path)) if path.exists() else nullcontext() as journal:
        history = _VersionHistory(opened.draft, backups, journal)
        if request.restore:
            return _restore(context, request, history.load(request.restore), pack)
        versions = history.list_versions()
    check_context = CheckContext(opened.draft, pack)
    states: JsonValue = [_version_to_json(version, context, check_context) for version in versions]
    lines = tuple(_format_versions(versions, request.file, context, check_context))
    return CommandResult(lines, {"draft": request.file, "states": states})


def _restore(context: CommandContext, request: History, draft: Draft, pack: Pack) -> CommandResult:
    """Write a version as a new draft; an existing file is not overwritten."""
    copy = drafts.duplicate(draft)
    retry_while_busy(lambda: drafts.save_new(copy, Path(request.output), pack.form.order))
    return CommandResult(
        (context.messages.format_message("history.restored", path=request.output),)
    )


class _VersionHistory(Struct):
    """The versions of one draft."""

    draft: Draft
    backups: tuple[Backup, ...]
    journal: Journal | None

    def list_versions(self) -> list[_Version]:
        """Return all versions, oldest first."""
        versions = [*self._list_backups()]
        if self.journal:
            recorded = self.journal.list_draft_versions(self.draft.id, PAUSE)
            versions += (_Version(one.id, one.at, _drop_own_keys(one.keys)) for one in recorded)
        return sorted(versions, key=lambda version: (version.at, not version.is_backup, version.id))

    def load(self, version: str) -> Draft:
        """Return the draft in a version. Raises JournalError (`no-state`)."""
        for backup in self.backups:
            if _make_backup_id(backup.at) == version:
                return drafts.read(backup.path).draft
        known = {one.id for one in self.list_versions()}
        if self.journal is None or version not in known:
            raise JournalError("no-state", draft=self.draft.id, state=version)
        return self.journal.load_draft_version(self.draft.id, version)

    def _list_backups(self) -> Iterator[_Version]:
        """Yield the readable backups, each with what changed since the one before."""
        before: Draft | None = None
        for backup in self.backups:
            try:
                draft = drafts.read(backup.path).draft
            except DraftError:
                continue
            yield _Version(
                _make_backup_id(backup.at), backup.at, _find_changed(before, draft), is_backup=True
            )
            before = draft


def _make_backup_id(at: datetime) -> str:
    return f"{_BACKUP_PREFIX}{at.strftime(_STAMP)}"


def _find_changed(before: Draft | None, after: Draft) -> tuple[Key, ...]:
    return _drop_own_keys(find_changed_keys(before, after)) if before else ()


def _drop_own_keys(keys: Iterable[Key]) -> tuple[Key, ...]:
    """Return the keys of answers, without the program's own data in the draft."""
    return tuple(key for key in keys if not review_state.is_desk_key(key))


def _format_versions(
    versions: list[_Version], file: str, context: CommandContext, check_context: CheckContext
) -> Iterator[str]:
    say, language = context.messages.format_message, context.messages.language
    if not versions:
        yield say("history.none", path=file)
        return
    yield say("history.total", path=file, n=len(versions))
    width = max(len(version.id) for version in versions)
    for version in versions:
        moment = formats.format_moment(version.at.astimezone(), language)
        names = _name_places(version, context, check_context)
        changed = ", ".join(names[:MAX_NAMED])
        if len(names) > MAX_NAMED:
            changed = say("history.more", named=changed, n=len(names) - MAX_NAMED)
        kind = say("history.copy") if version.is_backup else say("history.opened")
        yield f"  {version.id:{width}}  {moment}  {changed or kind}"


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
        "kept": "copy" if version.is_backup else "journal",
        "answers": [
            {"question": key.question, "item": key.item or None, "label": label}
            for key, label in zip(version.keys, labels, strict=True)
        ],
    }
