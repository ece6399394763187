"""What the home page shows of drafts and calls, kept so that none is opened for it.

Reading ten drafts with their call takes longer than everything else that a start does. A summary
is valid while the file has the size and the time it was made for, and while the calls, the
language and the program are the same; otherwise it is made anew. Losing the file costs nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType

import msgspec
from msgspec import Struct

from erasmus_desk import __version__, atomic_file
from erasmus_desk.errors import SaveError

FORMAT = 3
"""Part of what a summary is valid for; it changes with the facts of a summary."""


class DraftSummary(Struct, frozen=True):
    """The facts on the card of a draft; `call`, `kind` and `field` are names in one language.

    `shared_with` names who has a Word file of it, as far as known, `copies` how many wait for a
    reply; `reply_by` is the first day of a reply; `undecided` counts what came back and is not
    placed yet; `zone` is the time zone of the deadline, which its moment loses in the file.
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
    acronym: str = ""
    field: str = ""
    copies: int = 0
    undecided: int = 0


class CallDeadline(Struct, frozen=True):
    """A deadline with the name of its time zone."""

    at: datetime
    zone: str


class CallSummary(Struct, frozen=True):
    """The facts on the card of a call; `name` and `action` are names in one language."""

    id: str
    name: str
    action: str
    state: str
    deadlines: tuple[CallDeadline, ...] = ()


class _Entry(Struct, frozen=True):
    stamp: str
    summary: DraftSummary


class _Calls(Struct, frozen=True):
    stamp: str = ""
    summaries: tuple[CallSummary, ...] = ()


class _Kept(Struct, frozen=True):
    drafts: Mapping[str, _Entry] = MappingProxyType({})
    calls: _Calls = _Calls()


class DraftSummaries:
    """The summaries of drafts and calls, kept in one file of the local folder."""

    def __init__(self, path: Path, calls: Iterable[Path], language: str) -> None:
        """Read what is kept; a missing or damaged file is as good as an empty one."""
        self._path = path
        self._context = f"{__version__} {FORMAT} {language} {_calls_stamp(calls)}"
        self._kept = _Kept()
        self._current: dict[str, _Entry] = {}
        with contextlib.suppress(OSError, msgspec.MsgspecError):
            self._kept = msgspec.json.decode(path.read_bytes(), type=_Kept)
        self._calls = self._kept.calls

    def find(self, draft: Path) -> DraftSummary | None:
        """Return the summary of a draft file if it is still valid."""
        entry = self._kept.drafts.get(str(draft))
        if entry is None or entry.stamp != self._stamp(draft):
            return None
        self._current[str(draft)] = entry
        return entry.summary

    def keep(self, draft: Path, summary: DraftSummary) -> None:
        """Keep the summary of a draft as its file is now."""
        self._current[str(draft)] = _Entry(self._stamp(draft), summary)

    def find_calls(self) -> tuple[CallSummary, ...] | None:
        """Return the summaries of the calls if they are still valid."""
        return self._calls.summaries if self._calls.stamp == self._context else None

    def keep_calls(self, calls: tuple[CallSummary, ...]) -> None:
        """Keep the summaries of the calls as their files are now."""
        self._calls = _Calls(self._context, calls)

    def save(self) -> None:
        """Write the summaries asked for or kept since the start; a failure is of no account."""
        current = _Kept(dict(self._current), self._calls)
        if current != self._kept:
            with contextlib.suppress(SaveError):
                atomic_file.make_folder(self._path.parent)
                atomic_file.write(self._path, msgspec.json.encode(current))
            self._kept = current

    def _stamp(self, draft: Path) -> str:
        return f"{_file_stamp(draft)} {self._context}"


def _file_stamp(path: Path | str) -> str:
    try:
        found = os.stat(path)  # noqa: PTH116 - a path object for each file
    except (OSError, ValueError):
        return ""
    return f"{found.st_mtime_ns} {found.st_size}"


def _calls_stamp(folders: Iterable[Path]) -> str:
    """Return a digest that changes with any file of any call."""
    stamps = "\n".join(sorted(stamp for folder in folders for stamp in _list_stamps(str(folder))))
    return hashlib.sha256(stamps.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _list_stamps(folder: str) -> Iterator[str]:
    """Yield a line for each JSON file in the folders of a folder."""
    for place, _, names in os.walk(folder):
        for name in names:
            if name.endswith(".json") and place != folder:
                file = os.path.join(place, name)  # noqa: PTH118 - a path object for each file
                yield f"{file} {_file_stamp(file)}"
