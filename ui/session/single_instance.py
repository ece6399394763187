"""One window per draft: a second start activates the window that has the draft open.

The request is a file in a local folder that the running instance watches, so that no socket is
opened (docs/decisions/0007).
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import QEventLoop, QFileSystemWatcher, QObject, Signal

from erasmus_desk import atomic_file
from erasmus_desk.errors import SaveError
from erasmus_desk.path_checks import find_real_path
from erasmus_desk.paths import AppPaths
from erasmus_desk.storage.locks import DraftLocks

from ..qt_support import single_shot

TIMEOUT = 1500
"""Milliseconds to wait for the running instance."""


def request_path(folder: Path, draft: Path) -> Path:
    """Return the path of the request file of a draft."""
    path = find_real_path(draft).encode("utf-8", "surrogatepass")
    return folder / atomic_file.compute_digest(path)[:32]


class InstanceListener(QObject):
    """Watches for activation requests for one draft."""

    activation_requested = Signal()

    def __init__(self, folder: Path, draft: Path) -> None:
        """Start to watch `folder`; without that folder no request can arrive."""
        super().__init__()
        self._folder = folder
        self._request = request_path(folder, draft)
        self._watcher = QFileSystemWatcher(self)
        with contextlib.suppress(OSError, SaveError):
            atomic_file.make_folder(folder)
            self._request.unlink(missing_ok=True)
            self._watcher.addPath(str(folder))
        self._watcher.directoryChanged.connect(self._on_changed)

    def listen_for(self, draft: Path) -> None:
        """Listen for requests for the draft at another path."""
        self._request = request_path(self._folder, draft)

    def _on_changed(self) -> None:
        if self._request.exists():
            with contextlib.suppress(OSError):
                self._request.unlink()
            self.activation_requested.emit()


def activate_other_window(draft: Path, places: AppPaths) -> bool:
    """Return whether another window of this user has a draft open, and was brought to the front.

    Whoever has it open on another computer is not asked: nobody there could answer.
    """
    locks = DraftLocks(places.locks)
    holder = locks.find_other_holder(draft)
    if holder is None or not locks.is_running_here(holder):
        return False
    return activate_running_instance(places.instances, draft)


def activate_running_instance(folder: Path, draft: Path, timeout: int = TIMEOUT) -> bool:
    """Return whether a running instance took the request; `timeout` in milliseconds."""
    request = request_path(folder, draft)
    try:
        atomic_file.make_folder(folder)
        request.write_bytes(b"")
    except (OSError, SaveError):
        return False
    watcher = QFileSystemWatcher([str(folder)])
    loop = QEventLoop()
    timer = single_shot(loop, timeout)
    timer.timeout.connect(loop.quit)
    watcher.directoryChanged.connect(loop.quit)
    timer.start()
    # The folder also changes for requests for other drafts.
    while request.exists() and timer.isActive():
        loop.exec()
    try:
        request.unlink()
    except OSError:
        return True
    return False
