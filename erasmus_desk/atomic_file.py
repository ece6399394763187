"""Atomic file replacement: write a temporary file, flush it, read it back, then rename it.

Nothing ever writes into an existing file: in other programs that fallback emptied the
original on a full disk.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path

from erasmus_desk.errors import SaveError, SystemProblem, TargetBusy, TargetRefused
from erasmus_desk.path_checks import may_exist

Swap = Callable[[Path, Path], None]
"""Renames the first file to the second; raises OSError."""

RETRY_DELAYS = (0.05, 0.2, 1.0, 2.0, 5.0)
"""Seconds to wait before each further try after TargetBusy: a virus scanner releases a file
within the first, OneDrive holds a new file for one to two seconds."""

_NO_ACCESS = 5
# Synchronisation programs ignore such names.
_TEMPORARY = re.compile(r"\.~[0-9a-f]{12}\.tmp")
_LEFTOVER_AGE = 24 * 3600.0

_BUSY_ON_WINDOWS = {_NO_ACCESS, 32, 33}
# A drive, share or letter that is not there (any more), seen only by Windows.
_NO_DRIVE_ON_WINDOWS = {3, 15, 20, 21, 53, 55, 59, 64, 67, 121, 433, 1167, 1222, 1231}
_BUSY = {errno.EBUSY, errno.EAGAIN, errno.ETXTBSY}
_REFUSED = {
    errno.ENOENT: "missing-folder",
    errno.ENOTDIR: "missing-folder",
    errno.ENODEV: "missing-folder",
    errno.ENXIO: "missing-folder",
    errno.ENOTCONN: "missing-folder",
    errno.ESTALE: "missing-folder",
    errno.EHOSTDOWN: "missing-folder",
    errno.EHOSTUNREACH: "missing-folder",
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


def compute_digest(content: bytes) -> str:
    """Return the SHA-256 of a file's content, to detect changes by other programs."""
    return hashlib.sha256(content).hexdigest()


def write(path: Path, content: bytes, *, swap: Swap = os.replace) -> str:
    """Replace or create the file at `path` and return the digest of its content.

    The target of a symbolic link is replaced, not the link; the mode of the file is kept.
    Raises TargetRefused or TargetBusy, and leaves the old file untouched.
    """
    return _replace(path, content, may_replace=True, swap=swap)


def create(path: Path, content: bytes) -> str:
    """Create a file and return its digest.

    Raises TargetRefused (`exists`, or `nowhere` for a link to nothing), else as `write`.
    """
    refuse_lost_link(path)
    return _replace(path, content, may_replace=False)


def refuse_lost_link(path: Path) -> None:
    """Raise TargetRefused (`nowhere`) for a link to nothing.

    A file at the place where it leads is not what a person asks for who names the link.
    """
    if os.path.islink(path) and not may_exist(path):  # noqa: PTH114 -- it raises nothing
        raise TargetRefused("nowhere", path=str(path))


def make_folder(path: Path) -> None:
    """Create a folder and its parents, accessible by its owner alone. Raises TargetRefused."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, ValueError) as problem:
        raise to_save_error(problem, path) from problem


def remove_leftovers(folder: Path) -> None:
    """Remove temporary files of interrupted writes that are older than a day."""
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if (
                _TEMPORARY.fullmatch(path.name)
                and path.stat().st_mtime < time.time() - _LEFTOVER_AGE
            ):
                path.unlink()


def to_save_error(problem: OSError | ValueError, path: Path, *, making: bool = False) -> SaveError:
    """Return TargetBusy or TargetRefused with its code for an error of the system.

    `making`: it was raised while a new file was created. Windows gives code 5 both for a folder
    without the right to write and for a file in use; a new name cannot be in use.
    """
    message = SystemProblem.of(problem)
    code = getattr(problem, "winerror", None)
    if code in _BUSY_ON_WINDOWS and not (making and code == _NO_ACCESS):
        return TargetBusy(path=str(path), problem=message)
    if isinstance(problem, ValueError):  # a zero byte or a character not allowed in names
        return TargetRefused("name", path=str(path), problem=message)
    if code in _NO_DRIVE_ON_WINDOWS:
        return TargetRefused("missing-folder", path=str(path), problem=message)
    if problem.errno in _BUSY:
        return TargetBusy(path=str(path), problem=message)
    return TargetRefused(_REFUSED.get(problem.errno or 0, ""), path=str(path), problem=message)


class PreparedFile:
    """A temporary file with the whole content, beside the file whose place it takes."""

    def __init__(self, path: Path, content: bytes) -> None:
        """Write, flush and read back. Raises TargetRefused or TargetBusy, and leaves nothing."""
        self.digest = compute_digest(content)
        self._path = path
        try:
            self._target = Path(os.path.realpath(path))
            mode = _read_mode(self._target, path)
            self._temporary = self._target.with_name(f".~{os.urandom(6).hex()}.tmp")
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
            descriptor = os.open(self._temporary, flags, 0o666)
        except (OSError, ValueError) as problem:
            raise to_save_error(problem, path, making=True) from problem
        try:
            _write_and_flush(descriptor, content, mode)
            is_whole = self._temporary.read_bytes() == content
        except (OSError, ValueError) as problem:
            self.discard()
            raise to_save_error(problem, path) from problem
        if not is_whole:
            self.discard()
            raise TargetRefused("altered", path=str(path))

    def put_in_place(self, *, may_replace: bool = True, swap: Swap = os.replace) -> None:
        """Rename it to its path; the folder is flushed by `flush_folder`, once for all its files.

        Raises TargetRefused (`exists` for a file that it may not replace) or TargetBusy.
        """
        try:
            (swap if may_replace else _rename_without_replacing)(self._temporary, self._target)
        except (OSError, ValueError) as problem:
            raise to_save_error(problem, self._path) from problem

    def flush_folder(self) -> None:
        """Flush the folder, so that the new name survives a power cut."""
        _flush_folder(self._target.parent)

    def discard(self) -> None:
        """Remove it, unless it is in place already."""
        with contextlib.suppress(OSError):
            self._temporary.unlink()


def _replace(path: Path, content: bytes, *, may_replace: bool, swap: Swap = os.replace) -> str:
    prepared = PreparedFile(path, content)
    try:
        prepared.put_in_place(may_replace=may_replace, swap=swap)
    finally:
        prepared.discard()
    prepared.flush_folder()
    return prepared.digest


_BINARY = getattr(os, "O_BINARY", 0)
"""Without it Windows converts line ends."""


def _read_mode(target: Path, path: Path) -> int | None:
    """Return the mode to keep; refuse a folder and a file its owner descriptor read-only."""
    try:
        found = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found):
        raise TargetRefused("is-folder", path=str(path))
    if not stat.S_ISREG(found):  # a device or a pipe
        raise TargetRefused("special", path=str(path))
    if not os.access(target, os.W_OK):
        raise TargetRefused("no-right", path=str(path))
    return stat.S_IMODE(found)


def _write_and_flush(descriptor: int, content: bytes, mode: int | None) -> None:
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        if mode is not None and sys.platform != "win32":
            # FAT file systems have no modes.
            with contextlib.suppress(OSError):
                os.fchmod(descriptor, mode)
        os.fsync(descriptor)


def _rename_without_replacing(temporary: Path, target: Path) -> None:
    if sys.platform == "win32":
        temporary.rename(target)  # fails on Windows where the target exists
        return
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:
        # FAT file systems have no hard links.
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        temporary.replace(target)


def _flush_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
