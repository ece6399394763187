"""Lock files beside open drafts, which only warn, and the list of running instances.

An instance keeps an OS lock on its file until it ends. A process id would not do: after a
restart of the machine another program may have it, and unsaved work would not be offered.
"""

from __future__ import annotations

import contextlib
import getpass
import os
import platform
import re
import sys
import time
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from erasmus_desk import atomic_file
from erasmus_desk.errors import SaveError, TargetRefused
from erasmus_desk.moments import to_local
from erasmus_desk.path_checks import is_file, read_content
from erasmus_desk.storage.clock import Clock, now

if sys.platform == "win32":
    import ctypes
    import msvcrt
else:
    import fcntl

STALE_AFTER = 24 * 3600.0
"""Seconds after which an unlocked file is removed; a new file may not be locked yet."""
TOKENS_STAY = 400 * 24 * 3600.0
"""Seconds for which a lock that a crash left is known as our own."""
_YEARS = range(1980, 9000)
_MOST_BYTES = 65_536
"""Of a lock file, which lies where others write too."""
_TOKEN = re.compile(r"[0-9a-f]{16}")
_STILL_ACTIVE = 259
_QUERY_LIMITED_INFORMATION = 0x1000
_ACCESS_DENIED = 5
_MOST_PROCESSES = 2**32


class LockHolder(Struct, frozen=True):
    """The user and process that have a draft open.

    `token` names a file in the local folder of the program that wrote the lock; locks of versions
    before 0.2 have none.
    """

    host: str
    user: str
    since: datetime
    process: int
    token: str = ""

    def to_error(self, path: Path) -> TargetRefused:
        """Return the error of what cannot be done while somebody has a draft open."""
        since = to_local(self.since)
        user = self.user or "?"
        return TargetRefused("is-open", path=str(path), user=user, host=self.host, since=since)


def get_lock_path(path: Path) -> Path:
    """Return the path of a draft's lock file, by a name that cloud clients ignore."""
    return path.with_name(f".~lock.{path.name}#")


class DraftLocks:
    """The locks that this user's program wrote, and those of others beside the same drafts.

    A lock is our own only if the file that its token names is in our local folder: computers that
    were cloned share their name, and even what was in that folder when they were, but never a
    token. The file is locked as long as its program runs, so one that is not was left by a crash.
    """

    def __init__(self, folder: Path, clock: Clock = now) -> None:
        """Keep the tokens in a folder of this user, which is made with the first lock."""
        self._folder = folder
        self._clock = clock
        self._held: dict[Path, RunningInstance | None] = {}

    def find_other_holder(self, path: Path) -> LockHolder | None:
        """Return who else has a draft open; a lock that our own program left is ignored."""
        holder = _read_lock(path)
        if holder is None or self._is_ours(holder) or self._is_left(holder):
            return None
        return holder

    def is_running_here(self, holder: LockHolder) -> bool:
        """Return whether a holder is another window on this computer: nobody has to be asked."""
        if not holder.token:
            return holder.host == platform.node()
        return _is_token(holder.token) and is_instance_running(self._folder, holder.token)

    def is_held(self, path: Path) -> bool:
        """Return whether this program wrote a lock for a draft, and it is still there."""
        holder = _read_lock(path)
        return holder is not None and self._is_ours(holder)

    def acquire(self, path: Path, *, take_over: bool = False) -> bool:
        """Write our lock and return whether that was done.

        The lock of somebody else stays, unless the user wants to `take_over`. A folder that cannot
        be written is ignored.
        """
        if self.is_held(path) or (not take_over and self.find_other_holder(path) is not None):
            return False
        atomic_file.remove_leftovers(path.parent)
        instance = self._begin_instance()
        lock = LockHolder(
            platform.node(),
            _get_user_name(),
            self._clock().replace(microsecond=0),
            os.getpid(),
            instance.token if instance is not None else "",
        )
        lock_path, left = get_lock_path(path), _read_lock(path)
        # Where none was, somebody may write one at this moment: that one stays.
        is_free = left is None and not os.path.lexists(lock_path)
        try:
            (atomic_file.create if is_free else atomic_file.write)(
                lock_path, msgspec.json.encode(lock)
            )
        except SaveError:
            if instance is not None:
                instance.close()
            return False
        if left is not None and not take_over and _is_token(left.token):
            with contextlib.suppress(OSError):
                (self._folder / left.token).unlink()
        self._held[path] = instance
        return True

    def release(self, path: Path) -> None:
        """Remove our lock; that of somebody else stays."""
        if self.is_held(path):
            with contextlib.suppress(OSError):
                get_lock_path(path).unlink()
        instance = self._held.pop(path, None)
        if instance is not None:
            instance.close()

    def _begin_instance(self) -> RunningInstance | None:
        try:
            return RunningInstance(self._folder, TOKENS_STAY)
        except SaveError:
            return None

    def _is_ours(self, holder: LockHolder) -> bool:
        if not holder.token:
            return (holder.host, holder.process) == (platform.node(), os.getpid())
        return any(one is not None and one.token == holder.token for one in self._held.values())

    def _is_left(self, holder: LockHolder) -> bool:
        """Return whether our own program left a lock when it was killed."""
        if holder.host != platform.node():
            return False
        if not holder.token:
            return not is_process_alive(holder.process)
        is_known = _is_token(holder.token) and is_file(self._folder / holder.token)
        return is_known and not is_instance_running(self._folder, holder.token)


def _is_token(token: str) -> bool:
    """Return whether a text from a lock can be the name of a file of ours."""
    return bool(_TOKEN.fullmatch(token))


def _read_lock(path: Path) -> LockHolder | None:
    try:
        content = read_content(get_lock_path(path), _MOST_BYTES)
        found = msgspec.json.decode(content, type=LockHolder)
    except (OSError, ValueError, RecursionError, msgspec.MsgspecError):
        return None
    # At the ends of the calendar a time zone has no room.
    return found if found.since.year in _YEARS else None


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
        return process >= _MOST_PROCESSES or _is_alive_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


if sys.platform == "win32":

    def _is_alive_on_windows(process: int) -> bool:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle = kernel.OpenProcess(_QUERY_LIMITED_INFORMATION, False, process)  # noqa: FBT003 -- a C function
        if not handle:
            return ctypes.get_last_error() == _ACCESS_DENIED
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == _STILL_ACTIVE


class RunningInstance:
    """The present instance of the program, as seen by others until it is closed or killed."""

    def __init__(self, folder: Path, stale_after: float = STALE_AFTER) -> None:
        """Create and lock the file, and remove those that nobody locked for so many seconds.

        Raises SaveError when it cannot be created.
        """
        self.token = os.urandom(8).hex()
        self._path = folder / self.token
        atomic_file.make_folder(folder)
        _remove_stale_files(folder, stale_after)
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


def _remove_stale_files(folder: Path, stale_after: float) -> None:
    for path in folder.iterdir():
        with contextlib.suppress(OSError):
            is_old = path.stat().st_mtime < time.time() - stale_after
            if is_old and not is_instance_running(folder, path.name):
                path.unlink()
