"""Which runs of the program still live: each holds a locked file that its end sets free.

A process number would not do: after a restart of the machine another program may bear it, and
a draft that needs rescuing would pass for one that is open.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
import time
from pathlib import Path

from erasmus_desk.atomic import make_folder, refusal

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

STALE = 24 * 3600.0
"""Seconds after which the file of an ended run is swept; a file just made may not be locked yet."""


class Presence:
    """The present run of the program, as others see it: alive until closed or killed."""

    def __init__(self, folder: Path) -> None:
        """Make and lock the file. Raises SaveError when the folder does not take it."""
        self.token = secrets.token_hex(8)
        self._path = folder / self.token
        make_folder(folder)
        _sweep(folder)
        try:
            self._file: int | None = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as problem:
            raise refusal(problem, self._path, making=True) from problem
        _lock(self._file)

    def close(self) -> None:
        """Let go; from now on this run counts as ended."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
            with contextlib.suppress(OSError):
                self._path.unlink()


def is_present(folder: Path, token: str) -> bool:
    """Tell whether the run that bears this token still lives."""
    try:
        file = os.open(folder / token, os.O_RDWR)
    except (OSError, ValueError):
        return False
    try:
        return not _lock(file)
    finally:
        os.close(file)


def _lock(file: int) -> bool:
    """Lock a file without waiting; tell whether nobody else holds it."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True  # this file system knows no locks: rather offer a rescue too many
    return True


def _sweep(folder: Path) -> None:
    for path in folder.iterdir():
        with contextlib.suppress(OSError):
            if path.stat().st_mtime < time.time() - STALE and not is_present(folder, path.name):
                path.unlink()
