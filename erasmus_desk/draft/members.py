"""The outer shell of a draft file: bounded JSON that names each member once."""

from __future__ import annotations

import json
from typing import cast

from erasmus_desk.draft.migrations import Members
from erasmus_desk.errors import DraftDamaged, DraftForeign

FORMAT = "erasmus-desk draft"
MAX_BYTES = 64 * 1024 * 1024
"""Largest file read; the heaviest proposal known takes half a megabyte."""
MAX_DEPTH = 40
"""Deepest nesting read; our own members need four, members of others get the rest."""


def read_members(content: bytes) -> Members:
    """Give the members of a draft file of any version.

    Raises DraftForeign or DraftDamaged (`cut` with line and column, `characters` with line,
    `twice` with the name, `empty`, `too-large`, `absurd`).
    """
    if len(content) > MAX_BYTES:
        raise DraftDamaged("too-large", bytes=len(content), most=MAX_BYTES)
    if not content.strip(b"\0 \t\r\n"):
        # What a power cut or a half-fetched cloud file leaves; nobody else writes such files.
        raise DraftDamaged("empty")
    try:
        members: object = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_once_each)
    except json.JSONDecodeError as problem:
        raise _damaged(content, "cut", line=problem.lineno, column=problem.colno) from problem
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        raise _damaged(content, "characters", line=line) from problem
    except _Twice as problem:
        raise _damaged(content, "twice", name=problem.name) from problem
    except (ValueError, RecursionError) as problem:
        raise _damaged(content, "absurd") from problem
    if not isinstance(members, dict):
        raise DraftForeign
    found = cast("Members", members)
    if found.get("format") != FORMAT:
        raise DraftForeign
    if _deeper(found, MAX_DEPTH):
        raise DraftDamaged("absurd")
    return found


class _Twice(ValueError):
    """An object names a member twice: one of the two would be lost."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        names = [name for name, _ in pairs]
        raise _Twice(next(name for name in names if names.count(name) > 1))
    return members


def _damaged(content: bytes, code: str, **facts: object) -> DraftDamaged | DraftForeign:
    """Tell a broken draft from a file that never was one, by the mark all drafts bear."""
    return DraftDamaged(code, **facts) if FORMAT.encode() in content else DraftForeign()


def _deeper(value: object, most: int) -> bool:
    if not isinstance(value, (dict, list)):
        return False
    whole = cast("dict[str, object] | list[object]", value)
    inner = whole.values() if isinstance(whole, dict) else whole
    return most == 0 or any(_deeper(one, most - 1) for one in inner)
