"""Files that cannot be read: they get another name with the date, and are never written over."""

from __future__ import annotations

import contextlib
import os
from datetime import datetime
from itertools import count
from pathlib import Path

from erasmus_desk import atomic_file
from erasmus_desk.errors import FileDamaged, SaveError

_MARK = ".damaged-"


def name_damaged(path: Path, moment: datetime) -> Path:
    """Return an unused name beside a file: that of the file with the date and the time."""
    stem = f"{path.stem}{_MARK}{moment:%Y%m%d-%H%M%S}"
    names = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(
        aside
        for name in names
        if not os.path.lexists(aside := path.with_name(f"{name}{path.suffix}"))
    )


def is_damaged(path: Path) -> bool:
    """Return whether a file was set aside."""
    return _MARK in path.name


def rename_damaged(path: Path, moment: datetime, readable: bytes | None = None) -> Path:
    """Rename a damaged file and return its new name; `readable` of it stays at the path.

    Raises SaveError when it cannot be renamed; then it is untouched.
    """
    aside = name_damaged(path, moment)
    try:
        path.rename(aside)
    except OSError as problem:
        raise atomic_file.to_save_error(problem, path) from problem
    if readable is not None:
        # It is in the renamed file too, and is written again with the next change.
        with contextlib.suppress(SaveError):
            atomic_file.write(path, readable)
    return aside


def describe_damaged(path: Path, renamed: Path) -> FileDamaged:
    """Return what the user is to be told of a file that was renamed."""
    return FileDamaged(path=str(path), aside=renamed.name)
