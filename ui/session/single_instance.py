"""One window per draft: a second start rings, the window that has the draft comes forward.

A file in the local folder is the bell and Qt's file watcher the ear, so that no socket is
opened.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import QEventLoop, QFileSystemWatcher, QObject, QTimer, Signal

from erasmus_desk import atomic_file
from erasmus_desk.errors import SaveError

PATIENCE = 1500
"""Milliseconds to wait for an answer before the draft is opened here after all."""


def bell_path(folder: Path, draft: Path) -> Path:
    """Give the bell of a draft."""
    return folder / atomic_file.digest(str(draft.resolve()).encode("utf-8", "surrogatepass"))[:32]


class Bell(QObject):
    """Listens for the bell of one draft."""

    rung = Signal()

    def __init__(self, folder: Path, draft: Path) -> None:
        """Listen from now on; where the folder cannot be made, nobody can ring."""
        super().__init__()
        self._bell = bell_path(folder, draft)
        self._watcher = QFileSystemWatcher(self)
        with contextlib.suppress(OSError, SaveError):
            atomic_file.make_folder(folder)
            self._bell.unlink(missing_ok=True)
            self._watcher.addPath(str(folder))
        self._watcher.directoryChanged.connect(self._on_changed)

    def _on_changed(self) -> None:
        if self._bell.exists():
            with contextlib.suppress(OSError):
                self._bell.unlink()
            self.rung.emit()


def ring(folder: Path, draft: Path, patience: int = PATIENCE) -> bool:
    """Ring for a draft and tell whether its window answered; `patience` in milliseconds."""
    bell = bell_path(folder, draft)
    try:
        atomic_file.make_folder(folder)
        bell.write_bytes(b"")
    except (OSError, SaveError):
        return False
    watcher = QFileSystemWatcher([str(folder)])
    loop = QEventLoop()
    patient = QTimer()
    patient.setSingleShot(True)
    patient.timeout.connect(loop.quit)
    watcher.directoryChanged.connect(loop.quit)
    patient.start(patience)
    # The folder may also change because somebody rings for another draft.
    while bell.exists() and patient.isActive():
        loop.exec()
    try:
        bell.unlink()
    except OSError:
        return True
    return False
