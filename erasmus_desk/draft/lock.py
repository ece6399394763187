"""The file beside an open draft that tells others who has it open; it warns and never blocks."""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import platform
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from erasmus_desk import atomic
from erasmus_desk.draft.store import Clock, now
from erasmus_desk.errors import SaveError

if sys.platform == "win32":
    import ctypes

_STILL_ACTIVE = 259
_ASK_LITTLE = 0x1000


@dataclass(frozen=True, slots=True)
class Holder:
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
    atomic.sweep(path.parent)
    with contextlib.suppress(SaveError):
        atomic.write(lock_path(path), json.dumps(held).encode())


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
