"""The file beside an open draft that tells others who has it open; it warns and never blocks.

Which runs of the program still live: each holds a locked file that its end sets free.

A process number would not do: after a restart of the machine another program may bear it, and
a draft that needs rescuing would pass for one that is open.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import platform
import secrets
import sys
import time
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from erasmus_desk import atomic_file
from erasmus_desk.atomic_file import make_folder, refusal
from erasmus_desk.errors import SaveError
from erasmus_desk.storage.drafts import Clock, now

if sys.platform == "win32":
    import ctypes

_STILL_ACTIVE = 259
_ASK_LITTLE = 0x1000


class Holder(Struct, frozen=True):
    """Who has a draft open: user, machine, since when, in which process."""

    host: str
    user: str
    since: datetime
    process: int


def lock_path(path: Path) -> Path:
    """Give the place of a draft's lock: hidden, and left alone by programs that synchronise."""
    return path.with_name(f".~lock.{path.name}#")


def look(path: Path) -> Holder | None:
    """Tell who else has a draft open; a lock left behind by a crash on this machine is nobody."""
    holder = _read(path)
    return None if holder is None or _is_me(holder) or _is_gone(holder) else holder


def take(path: Path, clock: Clock = now) -> None:
    """Put down that we have the draft open; where that cannot be, go without."""
    held = {
        "host": platform.node(),
        "user": _user(),
        "since": clock().isoformat(timespec="seconds"),
        "process": os.getpid(),
    }
    atomic_file.sweep(path.parent)
    with contextlib.suppress(SaveError):
        atomic_file.write(lock_path(path), json.dumps(held).encode())


def release(path: Path) -> None:
    """Take our lock away; somebody else's stays."""
    holder = _read(path)
    if holder is not None and _is_me(holder):
        with contextlib.suppress(OSError):
            lock_path(path).unlink()


def _read(path: Path) -> Holder | None:
    try:
        match json.loads(lock_path(path).read_bytes()):
            case {
                "host": str(host),
                "user": str(user),
                "since": str(since),
                "process": int(process),
            }:
                return Holder(host, user, datetime.fromisoformat(since), process)
            case _:
                return None
    except (OSError, ValueError, RecursionError):
        return None


def _is_me(holder: Holder) -> bool:
    return (holder.host, holder.process) == (platform.node(), os.getpid())


def _is_gone(holder: Holder) -> bool:
    return holder.host == platform.node() and not is_alive(holder.process)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def is_alive(process: int) -> bool:
    """Tell whether a process of this machine lives; in doubt it does."""
    if process <= 0:
        return False
    if sys.platform == "win32":
        # os.kill would end it: Windows knows no signal 0.
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(_ASK_LITTLE, False, process)  # noqa: FBT003 -- a C function
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
