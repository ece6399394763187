"""Lock files beside open drafts, which only warn, and the list of running instances.

An instance keeps an OS lock on its file until it ends. A process id would not do: after a
restart of the machine another program may have it, and unsaved work would not be offered.
"""

from __future__ import annotations

import contextlib
import getpass
import os
import platform
import sys
import time
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from erasmus_desk import atomic_file
from erasmus_desk.errors import SaveError
from erasmus_desk.storage.clock import Clock, now

if sys.platform == "win32":
    import ctypes
    import msvcrt
else:
    import fcntl

STALE_AFTER = 24 * 3600.0
"""Seconds after which an unlocked file is removed; a new file may not be locked yet."""
_STILL_ACTIVE = 259
_QUERY_LIMITED_INFORMATION = 0x1000


class LockHolder(Struct, frozen=True):
    """The user and process that have a draft open."""

    host: str
    user: str
    since: datetime
    process: int


def get_lock_path(path: Path) -> Path:
    """Return the path of a draft's lock file, by a name that cloud clients ignore."""
    return path.with_name(f".~lock.{path.name}#")


def find_other_holder(path: Path) -> LockHolder | None:
    """Return who else has a draft open; a lock left by a crash on this machine is ignored."""
    holder = _read_lock(path)
    if holder is None or holder.host != platform.node():
        return holder
    is_other = holder.process != os.getpid() and is_process_alive(holder.process)
    return holder if is_other else None


def acquire(path: Path, clock: Clock = now) -> None:
    """Write the lock of this process; a folder that cannot be written is ignored."""
    lock = {
        "host": platform.node(),
        "user": _get_user_name(),
        "since": clock().isoformat(timespec="seconds"),
        "process": os.getpid(),
    }
    atomic_file.remove_leftovers(path.parent)
    with contextlib.suppress(SaveError):
        atomic_file.write(get_lock_path(path), msgspec.json.encode(lock))


def release(path: Path) -> None:
    """Remove the lock if it is that of this process."""
    holder = _read_lock(path)
    if holder and (holder.host, holder.process) == (platform.node(), os.getpid()):
        with contextlib.suppress(OSError):
            get_lock_path(path).unlink()


def _read_lock(path: Path) -> LockHolder | None:
    try:
        return msgspec.json.decode(get_lock_path(path).read_bytes(), type=LockHolder)
    except (OSError, ValueError, RecursionError, msgspec.MsgspecError):
        return None


def _get_user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def is_process_alive(process: int) -> bool:
    """Return whether a process of this machine exists; in doubt it does."""
    if process <= 0:
        return False
    if sys.platform == "win32":
        # os.kill would end it: Windows knows no signal 0.
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(_QUERY_LIMITED_INFORMATION, False, process)  # noqa: FBT003 -- a C function
        if not handle:
            return False
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == _STILL_ACTIVE
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


class RunningInstance:
    """The present instance of the program, as seen by others until it is closed or killed."""

    def __init__(self, folder: Path) -> None:
        """Create and lock the file. Raises SaveError when it cannot be created."""
        self.token = os.urandom(8).hex()
        self._path = folder / self.token
        atomic_file.make_folder(folder)
        _remove_stale_files(folder)
        try:
            self._file: int | None = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as problem:
            raise atomic_file.to_save_error(problem, self._path, making=True) from problem
        _try_lock(self._file)

    def close(self) -> None:
        """Release the lock, so that this instance counts as ended."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
            with contextlib.suppress(OSError):
                self._path.unlink()


def is_instance_running(folder: Path, token: str) -> bool:
    """Return whether the instance with this token is still running."""
    try:
        file = os.open(folder / token, os.O_RDWR)
    except (OSError, ValueError):
        return False
    try:
        return not _try_lock(file)
    finally:
        os.close(file)


def _try_lock(file: int) -> bool:
    """Lock a file without waiting and return whether that was possible."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True  # no locks on this file system: then rather offer too much to recover
    return True


def _remove_stale_files(folder: Path) -> None:
    for path in folder.iterdir():
        with contextlib.suppress(OSError):
            is_old = path.stat().st_mtime < time.time() - STALE_AFTER
            if is_old and not is_instance_running(folder, path.name):
                path.unlink()
