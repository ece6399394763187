"""Records of exported files, kept for returned files that have lost their own record."""

from __future__ import annotations

import re
from pathlib import Path

from erasmus_desk import atomic_file
from erasmus_desk.draft import origins
from erasmus_desk.draft.model import Draft
from erasmus_desk.path_checks import may_exist
from erasmus_desk.round_trip import codec
from erasmus_desk.round_trip.record import SentRecord
from erasmus_desk.storage.clock import now
from erasmus_desk.storage.damaged_files import is_damaged, rename_damaged

MAX_RECORDS = 60
"""Newest records kept of a draft: thirty partners twice."""
MAX_BYTES = 64 * 1024 * 1024
"""Largest record that is read; that of the largest known proposal takes a megabyte."""

_PLAIN_ID = re.compile(r"[0-9A-Za-z-]{1,64}")


def save(folder: Path, sent: SentRecord, part: bytes = b"") -> None:
    """Save a record and delete the oldest; `part` is the encoded record, if already known.

    A draft whose id cannot be a folder name is ignored. Raises SaveError.
    """
    place = _get_folder(folder, sent.draft)
    if place is None:
        return
    atomic_file.make_folder(place)
    path = place / f"{sent.state}.xml"
    content = part or codec.encode(sent)
    # The same proposal exported again has the same record: only another one is read.
    known = _read_bytes(path)
    if may_exist(path) and known != content and codec.decode(known) is None:
        rename_damaged(path, now())
    atomic_file.write(path, content)
    for old in _list_newest_first(place)[MAX_RECORDS:]:
        old.unlink(missing_ok=True)


def find(folder: Path, draft: str) -> tuple[SentRecord, ...]:
    """Return the readable records of a draft, newest first."""
    place = _get_folder(folder, draft)
    found = (_read(path) for path in _list_newest_first(place)) if place else ()
    return tuple(sent for sent in found if sent is not None and sent.draft == draft)


def find_all(folder: Path, draft: Draft) -> tuple[SentRecord, ...]:
    """Return the readable records of a draft, then of those it was copied from."""
    return tuple(sent for one in origins.list_ids(draft) for sent in find(folder, one))


def _get_folder(folder: Path, draft: str) -> Path | None:
    return folder / draft if _PLAIN_ID.fullmatch(draft) else None


def _list_newest_first(place: Path) -> list[Path]:
    try:
        found = [path for path in place.glob("*.xml") if not is_damaged(path)]
        dated = [(path.stat().st_mtime_ns, path) for path in found]
    except OSError:
        return []
    return [path for _, path in sorted(dated, reverse=True)]


def _read(path: Path) -> SentRecord | None:
    return codec.decode(_read_bytes(path))


def _read_bytes(path: Path) -> bytes:
    """Return the content of a file, nothing if it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES)
    except OSError:
        return b""
