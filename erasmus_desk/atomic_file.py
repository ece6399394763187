"""Files replaced whole: written beside, flushed, read back, and only then put in place.

There is no way round: nothing ever writes into a file that is already there. In other
programs exactly that fallback emptied the original on a full disk.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import secrets
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path

from erasmus_desk.errors import SaveError, TargetBusy, TargetRefused

Swap = Callable[[Path, Path], None]
"""Puts the first file in the place of the second; raises OSError when it cannot."""

RETRY_DELAYS = (0.05, 0.2, 1.0, 2.0, 5.0)
"""Seconds to wait before each further try after TargetBusy: a virus scanner is gone after the
first, OneDrive holds a new file for one to two seconds. Who saves in a window waits by timer."""

_NO_ACCESS = 5
# Programs that synchronise folders leave such names alone.
_BESIDE = re.compile(r"\.~[0-9a-f]{12}\.tmp")
_LEFT_OVER = 24 * 3600.0

_BUSY_ON_WINDOWS = {_NO_ACCESS, 32, 33}
_BUSY = {errno.EBUSY, errno.EAGAIN, errno.ETXTBSY}
_REFUSED = {
    errno.ENOENT: "missing-folder",
    errno.ENOTDIR: "missing-folder",
    errno.EACCES: "no-right",
    errno.EPERM: "no-right",
    errno.EROFS: "no-right",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EISDIR: "is-folder",
    errno.EEXIST: "exists",
    errno.ENAMETOOLONG: "name",
    errno.EINVAL: "name",
    errno.EILSEQ: "name",
    errno.ELOOP: "name",
}


def digest(content: bytes) -> str:
    """Give the SHA-256 of a file's content, by which a foreign change is known."""
    # Imported late: it loads the system's cryptography, 3 ms that the home page does not owe.

    return hashlib.sha256(content).hexdigest()


def write(path: Path, content: bytes, *, swap: Swap = os.replace) -> str:
    """Replace the file at `path`, or make it, and give the digest of what it holds now.

    A symbolic link stays one: the file it points to is replaced. The mode of the file stays.
    Raises TargetRefused or TargetBusy; what was there before is then untouched.
    """
    return _put(path, content, swap)


def create(path: Path, content: bytes) -> str:
    """Make a file that must not be there yet, and give its digest.

    Raises TargetRefused (`exists`) when something is there, else as `write`.
    """
    return _put(path, content, _put_where_nothing_is)


def make_folder(path: Path) -> None:
    """Make a folder of our own with all above it, readable by its owner alone.

    Raises TargetRefused when the system does not allow it.
    """
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, ValueError) as problem:
        raise refusal(problem, path) from problem


def sweep(folder: Path) -> None:
    """Remove what writes that were killed left in a folder, once it is a day old."""
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if _BESIDE.fullmatch(path.name) and path.stat().st_mtime < time.time() - _LEFT_OVER:
                path.unlink()


def refusal(problem: OSError | ValueError, path: Path, *, making: bool = False) -> SaveError:
    """Turn what the system said into TargetBusy or TargetRefused with its code.

    `making`: it was said while a new file was made. Windows gives code 5 both for a folder
    without the right to write and for a file somebody holds; nobody holds a new name.
    """
    said = str(problem)
    code = getattr(problem, "winerror", None)
    if code in _BUSY_ON_WINDOWS and not (making and code == _NO_ACCESS):
        return TargetBusy(path=str(path), problem=said)
    if isinstance(problem, ValueError):  # a zero byte or a character the system cannot name
        return TargetRefused("name", path=str(path), problem=said)
    if problem.errno in _BUSY:
        return TargetBusy(path=str(path), problem=said)
    return TargetRefused(_REFUSED.get(problem.errno or 0, ""), path=str(path), problem=said)


def _put(path: Path, content: bytes, swap: Swap) -> str:
    try:
        target = Path(os.path.realpath(path))
        mode = _mode(target, path)
        beside = target.with_name(f".~{secrets.token_hex(6)}.tmp")
        made = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    except (OSError, ValueError) as problem:
        raise refusal(problem, path, making=True) from problem
    try:
        _fill(made, content, mode)
        if beside.read_bytes() != content:
            raise TargetRefused("altered", path=str(path))
        swap(beside, target)
    except (OSError, ValueError) as problem:
        raise refusal(problem, path) from problem
    finally:
        # Gone already when all went well.
        with contextlib.suppress(OSError):
            beside.unlink()
    _flush_folder(target.parent)
    return digest(content)


_BINARY = getattr(os, "O_BINARY", 0)
"""Windows alone knows text mode, which would double the line ends."""


def _mode(target: Path, path: Path) -> int | None:
    """Give the mode to keep; refuse a folder and a file its owner made read-only."""
    try:
        found = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found):
        raise TargetRefused("is-folder", path=str(path))
    if not stat.S_ISREG(found):  # a device or a pipe would be swept away by a plain file
        raise TargetRefused("special", path=str(path))
    if not os.access(target, os.W_OK):
        raise TargetRefused("no-right", path=str(path))
    return stat.S_IMODE(found)


def _fill(made: int, content: bytes, mode: int | None) -> None:
    with os.fdopen(made, "wb") as file:
        file.write(content)
        file.flush()
        if mode is not None and sys.platform != "win32":
            # A stick formatted for Windows knows no modes.
            with contextlib.suppress(OSError):
                os.fchmod(made, mode)
        os.fsync(made)


def _put_where_nothing_is(beside: Path, target: Path) -> None:
    if sys.platform == "win32":
        beside.rename(target)  # Windows renames onto nothing only
        return
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError:
        # A stick formatted for Windows knows no links: look, then put.
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        beside.replace(target)


def _flush_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
