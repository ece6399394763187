"""What the user has set, kept in one small file that may be broken without harm."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk import atomic_file

# json, base64 and atomic are imported where they are used: a first start needs none of them,
# and every millisecond before the window stands is one too many.

MAX_RECENT = 10
SMALLEST_TEXT, LARGEST_TEXT = 50, 300
"""Percent of the size that the system gives."""

_Kind = TypeVar("_Kind")


class Theme(StrEnum):
    """Which colours the window wears."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings(Struct, frozen=True):
    """All settings.

    An empty `language` is the system's; an empty `proposal_language` that of the window.
    `text_scale` is in percent; `recent` lists drafts used lately, newest first.
    """

    language: str = ""
    proposal_language: str = ""
    theme: Theme = Theme.SYSTEM
    text_scale: int = 100
    guidance_shown: bool = True
    last_folder: Path | None = None
    recent: tuple[Path, ...] = ()

    def with_recent(self, path: Path) -> Settings:
        """Give the settings after a draft was opened or saved at `path`."""
        others = tuple(other for other in self.recent if other != path)
        return replace(self, recent=(path, *others)[:MAX_RECENT], last_folder=path.parent)

    def without_recent(self, path: Path) -> Settings:
        """Give the settings without a draft that is gone."""
        return replace(self, recent=tuple(other for other in self.recent if other != path))


class Loaded(Struct, frozen=True):
    """Settings as far as they could be read; `notes` says for the log what could not."""

    settings: Settings
    notes: tuple[str, ...] = ()


def load(path: Path) -> Loaded:
    """Read the settings; whatever is missing, unknown or broken falls back and is noted."""
    members, notes = _members(path)
    start = Settings()
    settings = Settings(
        language=_taken(members, notes, "language", _text, start.language),
        proposal_language=_taken(members, notes, "proposal_language", _text, ""),
        theme=_taken(members, notes, "theme", Theme, start.theme),
        text_scale=_taken(members, notes, "text_scale", _percent, start.text_scale),
        guidance_shown=_taken(members, notes, "guidance_shown", _flag, start.guidance_shown),
        last_folder=_taken(members, notes, "last_folder", _folder, start.last_folder),
        recent=_taken(members, notes, "recent", _paths, start.recent),
    )
    notes += [f"unknown setting: {name!r}" for name in members]
    return Loaded(settings, tuple(notes))


def save(settings: Settings, path: Path) -> None:
    """Write the settings. Raises SaveError."""
    members: dict[str, object] = {
        "language": settings.language,
        "proposal_language": settings.proposal_language,
        "theme": settings.theme.value,
        "text_scale": settings.text_scale,
        "guidance_shown": settings.guidance_shown,
        "last_folder": str(settings.last_folder or ""),
        "recent": [str(recent) for recent in settings.recent],
    }
    _write(members, path)


def load_window(path: Path) -> Mapping[str, bytes]:
    """Read how the window last stood, by name; what is broken is left out."""
    members, _ = _members(window_path(path))
    if not members:
        return {}

    found: dict[str, bytes] = {}
    for name, value in members.items():
        try:
            found[name] = b64decode(str(value), validate=True)
        except ValueError:
            continue
    return found


def save_window(states: Mapping[str, bytes], path: Path) -> None:
    """Write how the window stands. Raises SaveError, which may be passed over."""
    encoded = {name: b64encode(state).decode() for name, state in states.items()}
    _write(encoded, window_path(path))


def window_path(path: Path) -> Path:
    """Give the file beside the settings that holds how the window stood, and may be lost."""
    return path.with_name("window.json")


def _write(members: Mapping[str, object], path: Path) -> None:

    atomic_file.make_folder(path.parent)
    atomic_file.write(path, (json.dumps(members, indent=1) + "\n").encode())


def _members(path: Path) -> tuple[dict[str, object], list[str]]:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return {}, []
    except OSError as problem:
        return {}, [f"settings cannot be read: {problem}"]

    try:
        found: object = json.loads(content)
    except (ValueError, RecursionError) as problem:
        return {}, [f"settings cannot be read: {problem}"]
    if not isinstance(found, dict):
        return {}, ["settings are no object"]
    return cast("dict[str, object]", found), []


def _taken(
    members: dict[str, object],
    notes: list[str],
    name: str,
    read: Callable[[object], _Kind],
    default: _Kind,
) -> _Kind:
    """Take a setting out of the members; a broken one is noted and falls back."""
    if name not in members:
        return default
    value = members.pop(name)
    try:
        return read(value)
    except (TypeError, ValueError):
        notes.append(f"broken setting: {name}")
        return default


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _percent(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return min(max(value, SMALLEST_TEXT), LARGEST_TEXT)


def _folder(value: object) -> Path | None:
    text = _text(value)
    return Path(text) if text else None


def _paths(value: object) -> tuple[Path, ...]:
    if not isinstance(value, list):
        raise TypeError
    paths = (Path(_text(one)) for one in cast("list[object]", value) if one)
    return tuple(dict.fromkeys(paths))[:MAX_RECENT]
