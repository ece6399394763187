"""What the home page shows of each draft, kept so that an unchanged draft is not opened for it.

Reading ten drafts with their call takes longer than everything else that a start does. A summary
is valid while the file has the size and the time it was made for, and while the calls, the
language and the program are the same; otherwise it is made anew. Losing the file costs nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from erasmus_desk import __version__, atomic_file
from erasmus_desk.errors import SaveError


class DraftSummary(Struct, frozen=True):
    """The facts on the card of a draft; `call` and `kind` are names in one language.

    `shared_with` names who has a Word file of it, as far as known; `reply_by` is the first day of a
    reply; `zone` is the time zone of the deadline, which its moment loses in the file.
    """

    title: str
    call: str
    kind: str
    modified: datetime
    deadline: datetime | None
    required: int
    answered: int
    is_shared: bool = False
    shared_with: tuple[str, ...] = ()
    reply_by: date | None = None
    zone: str = ""


class _Entry(Struct, frozen=True):
    stamp: str
    summary: DraftSummary


class DraftSummaries:
    """The summaries of drafts, kept in one file of the local folder."""

    def __init__(self, path: Path, calls: Iterable[Path], language: str) -> None:
        """Read what is kept; a missing or damaged file is as good as an empty one."""
        self._path = path
        self._context = f"{__version__} {language} {_calls_stamp(calls)}"
        self._kept: dict[str, _Entry] = {}
        self._current: dict[str, _Entry] = {}
        with contextlib.suppress(OSError, msgspec.MsgspecError):
            self._kept = msgspec.json.decode(path.read_bytes(), type=dict[str, _Entry])

    def find(self, draft: Path) -> DraftSummary | None:
        """Return the summary of a draft file if it is still valid."""
        entry = self._kept.get(str(draft))
        if entry is None or entry.stamp != self._stamp(draft):
            return None
        self._current[str(draft)] = entry
        return entry.summary

    def keep(self, draft: Path, summary: DraftSummary) -> None:
        """Keep the summary of a draft as its file is now."""
        self._current[str(draft)] = _Entry(self._stamp(draft), summary)

    def save(self) -> None:
        """Write the summaries asked for or kept since the start; a failure is of no account."""
        if self._current != self._kept:
            with contextlib.suppress(SaveError):
                atomic_file.make_folder(self._path.parent)
                atomic_file.write(self._path, msgspec.json.encode(self._current))
            self._kept = dict(self._current)

    def _stamp(self, draft: Path) -> str:
        return f"{_file_stamp(draft)} {self._context}"


def _file_stamp(path: Path) -> str:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return ""
    return f"{found.st_mtime_ns} {found.st_size}"


def _calls_stamp(folders: Iterable[Path]) -> str:
    """Return a digest that changes with any file of any call."""
    files = sorted(file for folder in folders for file in folder.glob("*/**/*.json"))
    stamps = "\n".join(f"{file} {_file_stamp(file)}" for file in files)
    return hashlib.sha256(stamps.encode()).hexdigest()[:16]
