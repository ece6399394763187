"""The user's settings in one JSON file; broken or missing values fall back to defaults."""

from __future__ import annotations

import contextlib
import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, cast

from msgspec import Struct
from msgspec.structs import asdict, replace

from erasmus_desk import atomic_file
from erasmus_desk.path_checks import read_content
from erasmus_desk.storage.clock import Clock, now
from erasmus_desk.storage.damaged_files import rename_damaged

MAX_RECENT = 10
MAX_BYTES = 1 << 20
"""Bytes that are read; the settings need a thousandth."""
MIN_TEXT_SCALE, MAX_TEXT_SCALE = 50, 300
"""Percent of the system's text size."""


class ThemeMode(StrEnum):
    """The colours of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Settings(Struct, frozen=True):
    """All settings.

    An empty `language` is the system's; an empty `proposal_language` that of the window.
    `text_scale` is in percent; `recent` lists recent drafts, newest first. `backup_folder` is our
    folder in the second place for backups (`second_backups`); without it there are none. Unknown
    words are shown with `spelling`, and with `spelling_findings` the checks count them too.
    """

    language: str = ""
    proposal_language: str = ""
    theme: ThemeMode = ThemeMode.SYSTEM
    text_scale: int = 100
    guidance_shown: bool = True
    last_folder: Path | None = None
    recent: tuple[Path, ...] = ()
    backup_folder: Path | None = None
    spelling: bool = True
    spelling_findings: bool = False

    def with_recent(self, path: Path) -> Settings:
        """Return the settings after a draft was opened or saved at `path`."""
        others = tuple(other for other in self.recent if other != path)
        return replace(self, recent=(path, *others)[:MAX_RECENT], last_folder=path.parent)

    def without_recent(self, path: Path) -> Settings:
        """Return the settings without a draft that is missing."""
        return replace(self, recent=tuple(other for other in self.recent if other != path))


class LoadedSettings(Struct, frozen=True):
    """The settings that could be read; `notes` lists the others for the log.

    `is_damaged`: the file has settings that cannot be read, and is kept by `set_aside`.
    """

    settings: Settings
    notes: tuple[str, ...] = ()
    is_damaged: bool = False


def load(path: Path) -> LoadedSettings:
    """Read the settings; what is missing or broken falls back and is noted."""
    members, notes = _read_json(path)
    found: dict[str, Any] = {}
    for name, parse in _PARSERS.items():
        try:
            if name in members:
                found[name] = parse(members[name])
        except (TypeError, ValueError):
            notes.append(f"broken setting: {name}")
    is_damaged = bool(notes)
    notes += [f"unknown setting: {name!r}" for name in members if name not in _PARSERS]
    return LoadedSettings(Settings(**found), tuple(notes), is_damaged)


def save(settings: Settings, path: Path) -> None:
    """Write the settings, and leave those of a newer program as they are. Raises SaveError."""
    members, _ = _read_json(path)
    unknown = {name: value for name, value in members.items() if name not in _PARSERS}
    _write_json(unknown | _to_members(settings), path)


def set_aside(loaded: LoadedSettings, path: Path, clock: Clock = now) -> Path:
    """Rename a file with settings that cannot be read, write the others, return the new name.

    Raises SaveError when it cannot be renamed.
    """
    readable = json.dumps(_to_members(loaded.settings), indent=1) + "\n"
    return rename_damaged(path, clock(), readable.encode())


def _to_members(settings: Settings) -> dict[str, Any]:
    paths = {
        "last_folder": str(settings.last_folder or ""),
        "backup_folder": str(settings.backup_folder or ""),
        "recent": [str(recent) for recent in settings.recent],
    }
    return asdict(settings) | paths


def load_window_state(path: Path) -> Mapping[str, bytes]:
    """Read the saved window states by name, without broken ones."""
    members, _ = _read_json(get_window_state_path(path))
    found: dict[str, bytes] = {}
    for name, value in members.items():
        with contextlib.suppress(ValueError):
            found[name] = b64decode(str(value), validate=True)
    return found


def save_window_state(states: Mapping[str, bytes], path: Path) -> None:
    """Write the window states. Raises SaveError."""
    encoded = {name: b64encode(state).decode() for name, state in states.items()}
    _write_json(encoded, get_window_state_path(path))


def get_window_state_path(path: Path) -> Path:
    """Return the file of the window states, beside the settings."""
    return path.with_name("window.json")


def _write_json(members: Mapping[str, object], path: Path) -> None:
    atomic_file.make_folder(path.parent)
    atomic_file.write(path, (json.dumps(members, indent=1) + "\n").encode())


def _read_json(path: Path) -> tuple[dict[str, object], list[str]]:
    try:
        found: object = json.loads(read_content(path, MAX_BYTES))
    except FileNotFoundError:
        return {}, []
    except (OSError, ValueError, RecursionError) as problem:
        return {}, [f"settings cannot be read: {problem}"]
    if not isinstance(found, dict):
        return {}, ["settings are no object"]
    return cast("dict[str, object]", found), []


def _parse_text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _parse_flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _parse_percent(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return min(max(value, MIN_TEXT_SCALE), MAX_TEXT_SCALE)


def _parse_folder(value: object) -> Path | None:
    return _parse_path(value) if value != "" else None


def _parse_path(value: object) -> Path:
    """Return a path; one with a zero byte is none, and would fail wherever it is used."""
    text = _parse_text(value)
    if "\0" in text:
        raise ValueError
    return Path(text)


def _parse_paths(value: object) -> tuple[Path, ...]:
    if not isinstance(value, list):
        raise TypeError
    paths = (_parse_path(one) for one in cast("list[object]", value) if one)
    return tuple(dict.fromkeys(paths))[:MAX_RECENT]


_PARSERS: Mapping[str, Callable[[object], object]] = {
    "language": _parse_text,
    "proposal_language": _parse_text,
    "theme": ThemeMode,
    "text_scale": _parse_percent,
    "guidance_shown": _parse_flag,
    "last_folder": _parse_folder,
    "recent": _parse_paths,
    "backup_folder": _parse_folder,
    "spelling": _parse_flag,
    "spelling_findings": _parse_flag,
}
"""The parser of each setting; it raises TypeError or ValueError for a broken one."""
