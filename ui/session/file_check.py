"""Looking at the file of an open draft, where others may rename, change, delete or copy it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from erasmus_desk.path_checks import may_exist
from erasmus_desk.storage import conflict_copies, open_file
from erasmus_desk.storage.conflict_copies import ConflictCopy
from erasmus_desk.storage.open_file import FileReport, FileState, KnownFile

from ..qt_support import BackgroundTask, single_shot

LOOK_AFTER = 300
"""Milliseconds from a change in the folder to a look: others save in several steps too."""


Inspection = tuple[FileReport, tuple[ConflictCopy, ...]]
"""What became of a file, and the copies of it beside it."""


class FileCheck(QObject):
    """Looks what became of the file: at once, or in a thread, and when its folder changes.

    Our own saves are none of what is looked for: the owner sets `known` after each.
    """

    reported = Signal(object, object)
    """The report before, and that of each look at what is still the known file."""
    copies_found = Signal(object)
    """The copies of the file beside it, as a tuple, whenever they are others than before."""
    _inspected = Signal()

    def __init__(self, known: KnownFile) -> None:
        """Look at a file as it was just read; `watch` starts watching its folder too."""
        super().__init__()
        self.known = known
        self.report = FileReport(FileState.SAME)
        """What became of the file, as far as known."""
        self.is_saving = False
        """Whether a save is running: it finds out by itself, and its own file is no news."""
        self._task: BackgroundTask[Inspection] | None = None
        self.copies: tuple[ConflictCopy, ...] = ()
        """The copies of the file beside it, as far as known."""
        self._looked_at = known
        self._is_wanted = False
        self._is_outdated = False
        self._is_stopped = False
        self._reported: tuple[FileReport, bool, bool] | None = None
        self._watcher: QFileSystemWatcher | None = None
        self._timer = single_shot(self, LOOK_AFTER)
        self._timer.timeout.connect(self.check_soon)
        self._inspected.connect(self._finish_look)

    def is_news(self, *, is_dirty: bool, is_kept: bool) -> bool:
        """Return whether this was not asked before of the report and of what comes with it.

        That is whether there are changes, and whether all text is on this computer.
        """
        before, self._reported = self._reported, (self.report, is_dirty, is_kept)
        return before != self._reported

    def check(self) -> FileReport:
        """Look at the file now and return what was found."""
        self.take(open_file.inspect(self.known))
        return self.report

    def take(self, report: FileReport) -> None:
        """Take what was found, here or by a save; a file that cannot be read now is no news."""
        self._is_outdated = True
        if report.state is not FileState.UNREADABLE:
            before, self.report = self.report, report
            self.reported.emit(before, report)

    def check_soon(self) -> None:
        """Look in a thread: a folder on a network may be slow."""
        if self._task is not None or self._is_stopped:
            self._is_wanted = True
            return
        self._is_wanted = self._is_outdated = False
        self._looked_at = self.known
        self._task = BackgroundTask("look", partial(_inspect_folder, self.known), self._inspected)

    def move_to(self, known: KnownFile) -> None:
        """Look at a file that was just written, or at the known one under another name."""
        self.known = known
        self.report = FileReport(FileState.SAME)
        self._reported = None
        self._rearm()

    def watch(self) -> None:
        """Watch the folder and the file; where that cannot be done, looks find out all the same.

        Copies that are there already are looked for at once.
        """
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.directoryChanged.connect(self._on_event)
            self._watcher.fileChanged.connect(self._on_event)
        self._rearm()
        name = self.known.path.name
        if any(conflict_copies.describe_name(name, one) is not None for one in self.known.siblings):
            self.check_soon()

    def stop(self) -> None:
        """Watch and look no longer, and wait for the thread.

        The folder may still tell of what happened before, such as of the lock that was removed.
        """
        self._is_stopped = True
        self._timer.stop()
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        task, self._task = self._task, None
        if task is not None:
            task.join()

    def _rearm(self) -> None:
        """Watch a file that was replaced, and a folder that is back."""
        if self._watcher is None:
            return
        wanted = {str(self.known.path.parent), str(self.known.path)}
        watched = {*self._watcher.directories(), *self._watcher.files()}
        if watched - wanted:
            self._watcher.removePaths(list(watched - wanted))
        missing = [name for name in wanted - watched if may_exist(Path(name))]
        if missing:
            self._watcher.addPaths(missing)

    def _on_event(self) -> None:
        # Not restarted by later changes, so that a busy folder delays no look for ever.
        if not (self._timer.isActive() or self._is_stopped):
            self._timer.start()

    def _finish_look(self) -> None:
        task, self._task = self._task, None
        if task is None:
            return
        report, copies = task.result()
        # Where there is no folder, the system may take seconds to say so.
        if report.state is not FileState.NO_FOLDER:
            self._rearm()
        if self._is_outdated or self._looked_at is not self.known:
            # Inspection at, saved or moved meanwhile: what was found before is no news.
            self._is_wanted = True
        elif not self.is_saving:
            self.take(report)
        if copies != self.copies:
            self.copies = copies
            self.copies_found.emit(copies)
        if self._is_wanted:
            self._on_event()


def _inspect_folder(known: KnownFile) -> Inspection:
    report = open_file.inspect(known)
    return report, conflict_copies.find_copies(known.path, known.draft_ids[0])
