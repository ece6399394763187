"""What is at a path, also where nobody may look, and the content of a file that somebody chose.

`Path.is_file` and its like raise where a folder may not be looked into, a drive does not answer or
a name is too long; a name can be chosen everywhere.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

_IS_NOWHERE = {
    *(errno.ENOENT, errno.ENOTDIR, errno.EBADF, errno.ELOOP, errno.ENAMETOOLONG, errno.EINVAL)
}
_NOWHERE_ON_WINDOWS = {21, 123, 1921}  # no disk in the drive, no name, a link to nowhere


class SpecialFile(OSError):
    """A pipe, a device or the like is where a file should be; reading it may never end."""


def read_content(path: Path, most: int | None = None) -> bytes:
    """Return the content of a file; of a longer one than `most`, one byte more than that.

    Raises OSError, SpecialFile without waiting for a pipe, and ValueError for what is no path.
    """
    with open(path, "rb", opener=_open_without_waiting) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise SpecialFile
        return file.read(-1 if most is None else most + 1)


def _open_without_waiting(path: str, flags: int) -> int:
    try:
        return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    except PermissionError as problem:
        # Windows says the same of a folder as of a file that may not be read.
        if is_folder(Path(path)):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path) from problem
        raise


def is_file(path: Path) -> bool:
    """Return whether a path is a file for sure."""
    return os.path.isfile(path)  # noqa: PTH113 -- it raises nothing


def is_folder(path: Path) -> bool:
    """Return whether a path is a folder for sure."""
    return os.path.isdir(path)  # noqa: PTH112 -- it raises nothing


def may_exist(path: Path) -> bool:
    """Return whether something is at a path, or may be where nobody may look."""
    try:
        path.stat()
    except ValueError:  # a zero byte, or a character that no name has
        return False
    except OSError as problem:
        on_windows = getattr(problem, "winerror", None)
        return problem.errno not in _IS_NOWHERE and on_windows not in _NOWHERE_ON_WINDOWS
    return True


def find_absolute_path(path: Path) -> Path:
    """Return a path from the root; a relative one stays as it is when its folder is gone."""
    try:
        return path.absolute()
    except OSError:
        return path


def find_real_path(path: Path) -> str:
    """Return a path from the root with all links followed.

    A relative one stays as it is when its folder is gone; `Path.resolve` raises then, and also for
    a link that leads to itself.
    """
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return str(path)


def is_same_path(one: Path, other: Path) -> bool:
    """Return whether two names lead to one place, also in another case where that is the same."""
    first, second = map(find_real_path, (one, other))
    return os.path.normcase(first) == os.path.normcase(second)
