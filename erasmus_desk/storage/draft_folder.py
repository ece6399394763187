"""The draft files of a folder by their names and times, none of which is read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from erasmus_desk.file_suffixes import DRAFT_SUFFIX, has_suffix
from erasmus_desk.path_checks import find_real_path


def find_draft_files(folder: Path) -> list[Path]:
    """Return the draft files of a folder by name, none of a folder that cannot be read."""
    try:
        return sorted(
            path
            for path in folder.iterdir()
            if has_suffix(path, DRAFT_SUFFIX) and not path.name.startswith(".")
        )
    except OSError:
        return []


def list_paths(folder: Path, recent: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Return the draft files of a folder, and the recent ones elsewhere, each once."""
    places: dict[str, Path] = {}
    for path in (*find_draft_files(folder), *recent):
        places.setdefault(find_real_path(path), path)
    return tuple(places.values())


def find_modified_time(path: Path) -> datetime:
    """Return when a file was modified, or a time long ago if nobody knows."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, ValueError, OverflowError):
        return datetime(1970, 1, 1, tzinfo=UTC)
