"""The drafts of a folder and those used lately, for the home page."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from erasmus_desk.draft import store
from erasmus_desk.draft.model import Draft
from erasmus_desk.draft.naming import SUFFIX
from erasmus_desk.errors import DraftError, DraftMissing


@dataclass(frozen=True, slots=True)
class Listed:
    """One file: the draft in it, or the error that says why it cannot be read."""

    path: Path
    modified: datetime
    draft: Draft | None
    error: DraftError | None


def listed(folder: Path, recent: Iterable[Path] = ()) -> tuple[Listed, ...]:
    """Give the drafts of a folder and the recent ones elsewhere, last modified first.

    Recent files that are gone are left out: they may lie on a stick that is not plugged in.
    """
    places: dict[str, Path] = {}
    for path in (*_in_folder(folder), *recent):
        places.setdefault(os.path.realpath(path), path)
    found = [_look(path) for path in places.values()]
    there = [one for one in found if not isinstance(one.error, DraftMissing)]
    return tuple(sorted(there, key=lambda one: (-one.modified.timestamp(), str(one.path))))


def _in_folder(folder: Path) -> list[Path]:
    try:
        return sorted(
            path
            for path in folder.iterdir()
            if path.suffix.lower() == SUFFIX and not path.name.startswith(".")
        )
    except OSError:
        return []


def _look(path: Path) -> Listed:
    try:
        draft = store.read(path).draft
    except DraftError as problem:
        return Listed(path, _touched(path), None, problem)
    return Listed(path, draft.modified, draft, None)


def _touched(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, ValueError, OverflowError):
        return datetime(1970, 1, 1, tzinfo=UTC)
