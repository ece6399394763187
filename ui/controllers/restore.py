"""The controller of the page "Restore from a backup": it finds and reads backups in a thread."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from erasmus_desk.errors import DeskError, DraftNewer, PackError
from erasmus_desk.moments import to_local
from erasmus_desk.path_checks import is_folder
from erasmus_desk.paths import AppPaths
from erasmus_desk.storage.backup_search import (
    BackupKind,
    DraftBackups,
    FoundBackup,
    find_backups,
)

from ..i18n.dates import format_moment
from ..main_window.backup_summary import BackupReader, BackupSummary
from ..main_window.notice_bar import Tone
from ..main_window.window import MainWindow
from ..pages.restore_page import FEW, BackupText, ProposalText, RestorePage
from ..qt_support import BackgroundTask
from .home_texts import shorten_folder
from .page_over import show_page_over

TOPIC = "restored"


class _Found(Struct, frozen=True):
    """The backups that a thread found and read, and the folders that it did not reach."""

    proposals: tuple[DraftBackups, ...]
    read: dict[Path, BackupSummary | DeskError]
    away: tuple[Path, ...] = ()


class RestoreController(QObject):
    """Serves one page: backups of this computer are shown first, those of other places follow."""

    _done = Signal()

    def __init__(
        self, window: MainWindow, page: RestorePage, paths: AppPaths, second: Path | None
    ) -> None:
        """`second` is our folder in the second place, if one was chosen."""
        super().__init__(page)
        self._window, self._page, self._local = window, page, paths.backups
        self._folders = [second] if second is not None else []
        self._reader = BackupReader(paths.calls, window.language)
        self._found = _Found((), {})
        self._whole: set[str] = set()
        """The ids of the proposals of which all backups are shown."""
        self._task: BackgroundTask[_Found] | None = None
        self._waiting = self._folders.copy()
        """The folders to look in once this computer was looked at."""
        self._done.connect(self._on_done)
        page.restore_requested.connect(self.restore)
        page.all_requested.connect(self._show_all)
        page.folder_requested.connect(self._ask_folder)
        self._find_backups(())

    def restore(self, backup: Path) -> None:
        """Save a backup as a new file in the folder of proposals, and open it."""
        window = self._window
        if not window.secure(partial(self.restore, backup)):
            return
        with window.showing_errors():
            summary = self._found.read.get(backup)
            title = summary.title if isinstance(summary, BackupSummary) else ""
            path = window.draft_manager.restore(backup, title or backup.parent.name)
            made = [self._format_moment(one) for one in self._list() if one.path == backup]
            text = self.tr(
                "“{0}” is restored from the backup of {1}. It is a new file in {2}. Nothing was "
                "replaced."
            ).format(path.name, *made, shorten_folder(path.parent))
            if window.open_draft(path):
                window.notifications.notify(TOPIC, text, tone=Tone.DONE)

    def _list(self) -> Iterable[FoundBackup]:
        return (one for group in self._found.proposals for one in group.backups)

    def _ask_folder(self) -> None:
        title = self.tr("Choose a folder with backups")
        chosen = QFileDialog.getExistingDirectory(self._window, title, str(Path.home()))
        if chosen and Path(chosen) not in self._folders:
            self._folders.append(Path(chosen))
            self._waiting = self._folders.copy()
            self._start()

    def _show_all(self, draft_id: str) -> None:
        self._whole.add(draft_id)
        self._waiting = self._folders.copy()
        self._start()

    def _start(self) -> None:
        if self._task is None:
            self._find_backups(tuple(self._folders))

    def _find_backups(self, folders: tuple[Path, ...]) -> None:
        """Look in a thread: a folder may be on a drive that does not answer."""
        if folders:
            self._waiting = []
        known, whole = self._found.read.copy(), frozenset(self._whole)
        work = partial(_find, self._local, folders, self._reader, known, whole)
        self._task = BackgroundTask("backups", work, self._done, may_hang=True)
        places = (self.tr("this computer"), *map(shorten_folder, self._folders))
        self._page.show_places(places)

    def _on_done(self) -> None:
        task, self._task = self._task, None
        if task is None:
            return
        self._found = task.result()
        away = ", ".join(map(str, self._found.away))
        missing = self.tr("This place cannot be reached now: {}.").format(away) if away else ""
        self._page.show_proposals(tuple(map(self._describe, self._found.proposals)), missing)
        if self._waiting:
            self._start()

    def _describe(self, group: DraftBackups) -> ProposalText:
        read = self._found.read
        shown = [one for one in group.backups if one.path in read]
        summaries = (read[one.path] for one in shown)
        best = next((one for one in summaries if isinstance(one, BackupSummary)), None)
        title = best.name if best is not None else group.backups[0].path.parent.name
        texts = tuple(self._describe_backup(one, read[one.path]) for one in shown)
        about = best.about if best is not None else ""
        return ProposalText(group.id, title, about, texts, len(group.backups))

    def _describe_backup(self, backup: FoundBackup, read: BackupSummary | DeskError) -> BackupText:
        places = {
            BackupKind.HERE: self.tr("on this computer"),
            BackupKind.RECOVERY: self.tr("recovery copy: the file could not be saved"),
            BackupKind.SECOND: self.tr("in {}").format(shorten_folder(backup.path.parent.parent)),
        }
        at, place = self._format_moment(backup), places[backup.kind]
        if isinstance(read, DeskError):
            text = self.tr("Damaged: this backup cannot be opened")
            if isinstance(read, DraftNewer | PackError):
                text = self._window.messages.format_error(read).what
            return BackupText(backup.path, at, f"{text}, {place}", is_damaged=True)
        answered = self.tr("{0} of {1} required answers").format(read.answered, read.required)
        return BackupText(backup.path, at, f"{answered}, {place}", read.lines, read.parts)

    def _format_moment(self, backup: FoundBackup) -> str:
        return format_moment(to_local(backup.at), self._window.language)


def show_backups(window: MainWindow, paths: AppPaths, second: Path | None) -> None:
    """Show the page over what the window shows; Back closes it."""
    page = RestorePage(window.theme)
    RestoreController(window, page, paths, second)
    show_page_over(window, page)


def _find(
    local: Path,
    folders: tuple[Path, ...],
    reader: BackupReader,
    known: dict[Path, BackupSummary | DeskError],
    whole: frozenset[str],
) -> _Found:
    """Find all backups, and read what is shown of them and not known yet."""
    proposals = find_backups(local, folders)
    read: dict[Path, BackupSummary | DeskError] = {}
    for group in proposals:
        for one in group.backups if group.id in whole else group.backups[:FEW]:
            read[one.path] = known[one.path] if one.path in known else reader.read(one.path)
    return _Found(proposals, read, tuple(one for one in folders if not _is_there(one)))


def _is_there(folder: Path) -> bool:
    try:
        return is_folder(folder)
    except OSError:
        return False
