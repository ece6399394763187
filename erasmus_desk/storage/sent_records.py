"""Records kept on this machine, for files that come home without theirs."""

from __future__ import annotations

import re
from pathlib import Path

from erasmus_desk import atomic_file
from erasmus_desk.round_trip import codec
from erasmus_desk.round_trip.record import Sent

KEPT = 60
"""Records kept of a draft, the newest: thirty partners twice."""
MOST_BYTES = 64 * 1024 * 1024
"""Largest record read; the one of the heaviest proposal known takes a megabyte."""

_PLAIN_ID = re.compile(r"[0-9A-Za-z-]{1,64}")


def put(folder: Path, sent: Sent, part: bytes = b"") -> None:
    """Keep a record; the oldest go. `part` is its part of a file, if that is at hand.

    Raises SaveError.

    A draft whose id could not be the name of a folder has no place here.
    """
    place = _place(folder, sent.draft)
    if place is None:
        return
    atomic_file.make_folder(place)
    atomic_file.write(place / f"{sent.state}.xml", part or codec.encode(sent))
    for old in _newest_first(place)[KEPT:]:
        old.unlink(missing_ok=True)


def find(folder: Path, draft: str) -> tuple[Sent, ...]:
    """Give the records of a draft, the newest first; what cannot be read is left out."""
    place = _place(folder, draft)
    found = (_read(path) for path in _newest_first(place)) if place else ()
    return tuple(sent for sent in found if sent is not None and sent.draft == draft)


def _place(folder: Path, draft: str) -> Path | None:
    return folder / draft if _PLAIN_ID.fullmatch(draft) else None


def _newest_first(place: Path) -> list[Path]:
    try:
        dated = [(path.stat().st_mtime_ns, path) for path in place.glob("*.xml")]
    except OSError:
        return []
    return [path for _, path in sorted(dated, reverse=True)]


def _read(path: Path) -> Sent | None:
    try:
        with path.open("rb") as file:
            return codec.decode(file.read(MOST_BYTES))
    except OSError:
        return None
