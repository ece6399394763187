"""Unfinished starts: what was chosen for a proposal that is not created yet, one file for each.

The file is a draft with one more member, so it is read within the same bounds. What cannot be
read, or was written by a newer program, is left out and left alone.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk import atomic_file
from erasmus_desk.draft import file_format
from erasmus_desk.draft.ids import make_draft_id
from erasmus_desk.draft.model import Draft
from erasmus_desk.errors import DraftError, DraftNewer, FileDamaged
from erasmus_desk.moments import parse_moment
from erasmus_desk.path_checks import may_exist

MAX_STARTS = 40
"""Starts that are kept; one more takes the place of the one that was left longest ago."""

_MEMBER = "start"
_NAME = re.compile(r"[0-9a-f]{32}")


class StartState(Struct, frozen=True):
    """The choices of a guided start, and the page that is shown.

    `path` is what the user wants to do, `advice` the answers by call that lead to a project type,
    and `others` the drafts of calls that were chosen before.
    """

    draft: Draft
    path: str = ""
    page_index: int = 0
    page_count: int = 0
    advice: Mapping[str, Mapping[str, str]] = MappingProxyType({})
    others: tuple[Draft, ...] = ()


class UnfinishedStart(Struct, frozen=True):
    """A guided start that can be continued; `changed` is when a choice was made last, in UTC.

    `earlier` is the Word file of an earlier proposal whose answers are offered in the end.
    """

    id: str
    changed: datetime
    state: StartState
    earlier: Path | None = None


class UnfinishedStarts:
    """The unfinished starts of this user, in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._unreadable: dict[Path, bool] = {}
        """The damaged files that were found, and whether the user was told of them."""

    def take_notice(self) -> FileDamaged | None:
        """Return what the user is to be told of damaged files, of each once."""
        untold = [path for path, is_told in self._unreadable.items() if not is_told]
        self._unreadable = dict.fromkeys(self._unreadable, True)
        return FileDamaged("left", path=str(untold[0])) if untold else None

    def find(self) -> tuple[UnfinishedStart, ...]:
        """Return the unfinished starts that can be read, the one changed last first."""
        read = (self._read(path) for path in self._list_files())
        found = [start for start in read if start is not None]
        return tuple(sorted(found, key=lambda start: start.changed, reverse=True))

    def save(self, start: UnfinishedStart) -> None:
        """Write a start. Raises SaveError."""
        path = self._path(start.id)
        atomic_file.make_folder(self._folder)
        is_new = not may_exist(path)
        atomic_file.write(path, _encode(start))
        if is_new:
            for old in self.find()[MAX_STARTS:]:
                self.remove(old.id)

    def remove(self, start_id: str) -> None:
        """Remove a start. Raises SaveError."""
        path = self._path(start_id)
        try:
            path.unlink(missing_ok=True)
        except OSError as problem:
            raise atomic_file.to_save_error(problem, path) from problem

    def _read(self, path: Path) -> UnfinishedStart | None:
        try:
            if path.stat().st_size <= file_format.MAX_BYTES:
                return _decode(path.stem, path.read_bytes())
        except (OSError, DraftNewer):
            return None
        except (DraftError, TypeError, ValueError, KeyError, RecursionError):
            pass
        self._unreadable.setdefault(path, False)
        return None

    def _path(self, start_id: str) -> Path:
        return self._folder / f"{start_id}.json"

    def _list_files(self) -> Iterator[Path]:
        with contextlib.suppress(OSError):
            for path in self._folder.iterdir():
                if path.suffix == ".json" and _NAME.fullmatch(path.stem):
                    yield path


make_start_id = make_draft_id


def _encode(start: UnfinishedStart) -> bytes:
    state = start.state
    member: dict[str, object] = {
        "changed": start.changed.isoformat(),
        "path": state.path,
        "page": state.page_index,
        "pages": state.page_count,
        "advice": {call: dict(answers) for call, answers in state.advice.items()},
        "others": [json.loads(file_format.encode(draft)) for draft in state.others],
    }
    if start.earlier is not None:
        member["earlier"] = str(start.earlier)
    draft = state.draft
    extra = MappingProxyType({**draft.extra, _MEMBER: member})
    return file_format.encode(replace(draft, extra=extra))


def _decode(start_id: str, content: bytes) -> UnfinishedStart:
    """Return a start; raise DraftError, TypeError, ValueError or KeyError for another content."""
    draft = file_format.decode(content).draft
    member = _to_members(draft.extra[_MEMBER])
    changed = parse_moment(str(member["changed"]))
    if changed is None:
        raise ValueError
    others = member.get("others", [])
    if not isinstance(others, list):
        raise TypeError
    state = StartState(
        replace(draft, extra=_without_member(draft)),
        str(member.get("path", "")),
        _to_count(member.get("page")),
        _to_count(member.get("pages")),
        {
            call: {name: str(value) for name, value in _to_members(answers).items()}
            for call, answers in _to_members(member.get("advice", {})).items()
        },
        tuple(_decode_other(other) for other in cast("list[object]", others)),
    )
    earlier = member.get("earlier")
    return UnfinishedStart(
        start_id,
        changed if changed.tzinfo else changed.replace(tzinfo=UTC),
        state,
        Path(earlier) if isinstance(earlier, str) and earlier else None,
    )


def _to_members(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise TypeError
    return cast("dict[str, object]", value)


def _without_member(draft: Draft) -> Mapping[str, object]:
    return MappingProxyType({name: draft.extra[name] for name in draft.extra if name != _MEMBER})


def _decode_other(member: object) -> Draft:
    return file_format.decode(json.dumps(member).encode()).draft


def _to_count(value: object) -> int:
    return value if isinstance(value, int) and value > 0 else 0
