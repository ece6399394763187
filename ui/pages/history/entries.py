"""The versions of a draft as the history lists them, newest first, and their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import is_desk_key
from erasmus_desk.errors import JournalError
from erasmus_desk.i18n.formats import capitalise
from erasmus_desk.storage.draft_history import DraftHistory, make_backup_id
from erasmus_desk.storage.named_versions import NamedVersion, VersionReason
from erasmus_desk.storage.timeline import Pause

from ...i18n import plurals
from ...i18n.joined import join_parts
from ...session.session import Session
from ..question_texts import name_answer

NOW = "now"
"""The id of the version as it is now."""
MAX_NAMED = 2
"""Answers that are named in the title of an entry."""
WHOLE_SECOND = timedelta(seconds=1)
"""A backup has no part of a second: it may seem older by one."""
ICONS = {
    VersionReason.BY_HAND: "bookmark",
    VersionReason.SENT: "send",
    VersionReason.EXPORTED: "file-text",
    VersionReason.IMPORTED: "inbox",
    VersionReason.SWITCHED: "refresh-cw",
    VersionReason.CARRIED: "file-input",
    VersionReason.LEFT: "life-buoy",
    VersionReason.MERGED: "users",
}


class EntryKind(StrEnum):
    """What an entry is; named versions have their reason beside it."""

    NOW = "now"
    WORK = "work"
    PAUSE = "pause"
    OPENED = "opened"
    BACKUP = "backup"
    NAMED = "named"


class Entry(Struct, frozen=True):
    """One version in the list; `pauses` are the versions within it, newest first."""

    id: str
    at: datetime
    kind: EntryKind
    keys: tuple[Key, ...] = ()
    pauses: tuple[Entry, ...] = ()
    named: NamedVersion | None = None
    is_first: bool = False


class EntryText(Struct, frozen=True):
    """The words of an entry: a title, a second line, and the name of its icon."""

    title: str
    detail: str
    icon: str


def list_entries(history: DraftHistory, now: datetime, key: Key | None = None) -> list[Entry]:
    """Return the entries, newest first; of one answer, its begin and where it changed.

    Backups are from before the journal, or all of them if the journal cannot be read.
    """
    try:
        entries = [*_list_work(history, key)]
        named = history.list_named() if key is None else ()
    except JournalError:
        entries, named = [], ()
    # From its begin on, the journal has all that a backup has.
    begin = entries[0].at - WHOLE_SECOND if entries else now + WHOLE_SECOND
    backups = (one for one in history.list_backups() if one.at < begin and key is None)
    entries += [Entry(make_backup_id(one), one.at, EntryKind.BACKUP) for one in backups]
    entries += [Entry(one.id, one.at, EntryKind.NAMED, named=one) for one in named]
    entries.sort(key=lambda one: one.at, reverse=True)
    return [Entry(NOW, now, EntryKind.NOW), *entries]


def _list_work(history: DraftHistory, key: Key | None) -> Iterator[Entry]:
    is_first = True
    for moment in history.list_moments(key):
        keys = _drop_own_keys(moment.keys)
        if key is not None and keys:
            yield from (_to_entry(one, EntryKind.PAUSE) for one in moment.pauses)
        elif keys:
            pauses = (_to_entry(one, EntryKind.PAUSE) for one in reversed(moment.pauses))
            within = tuple(one for one in pauses if one.keys)
            last = within[0]
            folded = within if len(within) > 1 else ()
            yield Entry(last.id, last.at, EntryKind.WORK, keys, folded)
        elif not moment.keys:
            yield Entry(moment.id, moment.at, EntryKind.OPENED, is_first=is_first)
        is_first = False


def _to_entry(pause: Pause, kind: EntryKind) -> Entry:
    return Entry(pause.id, pause.at, kind, _drop_own_keys(pause.keys))


def _drop_own_keys(keys: Iterable[Key]) -> tuple[Key, ...]:
    """Return the keys of answers, without the program's own data in the draft."""
    return tuple(key for key in keys if not is_desk_key(key))


def describe_entry(entry: Entry, session: Session) -> EntryText:
    """Return the words of an entry."""
    match entry.kind:
        case EntryKind.NOW:
            return EntryText(
                QCoreApplication.translate("History", "Current version"), "", "circle-dot"
            )
        case EntryKind.BACKUP:
            return EntryText(
                QCoreApplication.translate("History", "Backup of the whole proposal"),
                "",
                "hard-drive",
            )
        case EntryKind.OPENED:
            if entry.is_first:
                return EntryText(
                    QCoreApplication.translate("History", "First opened"), "", "file-plus"
                )
            return EntryText(
                QCoreApplication.translate("History", "Changed outside this window"),
                "",
                "folder-open",
            )
        case EntryKind.NAMED:
            return _describe_named(entry.named)
        case EntryKind.WORK | EntryKind.PAUSE:
            return _describe_work(entry, session)


def _describe_named(named: NamedVersion | None) -> EntryText:
    reasons = {
        VersionReason.BY_HAND: QCoreApplication.translate("History", "Saved by you"),
        VersionReason.SENT: QCoreApplication.translate("History", "Sent"),
        VersionReason.EXPORTED: QCoreApplication.translate("History", "Exported"),
        VersionReason.IMPORTED: QCoreApplication.translate("History", "Changes imported"),
        VersionReason.SWITCHED: QCoreApplication.translate("History", "Project type changed"),
        VersionReason.CARRIED: QCoreApplication.translate(
            "History", "Carried from another proposal"
        ),
        VersionReason.LEFT: QCoreApplication.translate(
            "History", "Newer text that you did not recover"
        ),
        VersionReason.MERGED: QCoreApplication.translate("History", "Other version, merged"),
    }
    if named is None:
        return EntryText("", "", "bookmark")
    reason = reasons[named.reason]
    icon = ICONS[named.reason]
    if named.reason is VersionReason.BY_HAND:
        return EntryText(named.name or reason, reason if named.name else "", icon)
    return EntryText(reason, named.name, icon)


def _describe_work(entry: Entry, session: Session) -> EntryText:
    names = list(dict.fromkeys(name_answer(key, session) for key in entry.keys))
    title = ", ".join(names[:MAX_NAMED])
    title = capitalise(title)
    if len(names) > MAX_NAMED:
        title = plurals.and_more(len(names) - MAX_NAMED).format(title)
    parts = [plurals.changed_answers(len(names))] if len(names) > 1 else []
    if entry.pauses:
        parts.append(plurals.versions(len(entry.pauses)))
    return EntryText(title, join_parts(*parts), "pencil")
