"""The user's settings in one JSON file; broken or missing values fall back to defaults."""

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

MAX_RECENT = 10
MIN_TEXT_SCALE, MAX_TEXT_SCALE = 50, 300
"""Percent of the system's text size."""

_Kind = TypeVar("_Kind")


class ThemeMode(StrEnum):
    """The colours of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings(Struct, frozen=True):
    """All settings.

    An empty `language` is the system's; an empty `proposal_language` that of the window.
    `text_scale` is in percent; `recent` lists recent drafts, newest first.
    """

    language: str = ""
    proposal_language: str = ""
    theme: ThemeMode = ThemeMode.SYSTEM
    text_scale: int = 100
    guidance_shown: bool = True
    last_folder: Path | None = None
    recent: tuple[Path, ...] = ()

    def with_recent(self, path: Path) -> Settings:
        """Return the settings after a draft was opened or saved at `path`."""
        others = tuple(other for other in self.recent if other != path)
        return replace(self, recent=(path, *others)[:MAX_RECENT], last_folder=path.parent)

    def without_recent(self, path: Path) -> Settings:
        """Return the settings without a draft that is missing."""
        return replace(self, recent=tuple(other for other in self.recent if other != path))


class LoadedSettings(Struct, frozen=True):
    """The settings that could be read; `notes` lists the others for the log."""

    settings: Settings
    notes: tuple[str, ...] = ()


def load(path: Path) -> LoadedSettings:
    """Read the settings; what is missing or broken falls back and is noted."""
    members, notes = _read_json(path)
    start = Settings()
    settings = Settings(
        language=_pop_setting(members, notes, "language", _parse_text, start.language),
        proposal_language=_pop_setting(members, notes, "proposal_language", _parse_text, ""),
        theme=_pop_setting(members, notes, "theme", ThemeMode, start.theme),
        text_scale=_pop_setting(members, notes, "text_scale", _parse_percent, start.text_scale),
        guidance_shown=_pop_setting(
            members, notes, "guidance_shown", _parse_flag, start.guidance_shown
        ),
        last_folder=_pop_setting(members, notes, "last_folder", _parse_folder, start.last_folder),
        recent=_pop_setting(members, notes, "recent", _parse_paths, start.recent),
    )
    notes += [f"unknown setting: {name!r}" for name in members]
    return LoadedSettings(settings, tuple(notes))


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
    _write_json(members, path)


def load_window_state(path: Path) -> Mapping[str, bytes]:
    """Read the saved window states by name, without broken ones."""
    members, _ = _read_json(get_window_state_path(path))
    if not members:
        return {}

    found: dict[str, bytes] = {}
    for name, value in members.items():
        try:
            found[name] = b64decode(str(value), validate=True)
        except ValueError:
            continue
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


def _pop_setting(
    members: dict[str, object],
    notes: list[str],
    name: str,
    read: Callable[[object], _Kind],
    default: _Kind,
) -> _Kind:
    """Remove a setting from the members and return it; a broken one falls back."""
    if name not in members:
        return default
    value = members.pop(name)
    try:
        return read(value)
    except (TypeError, ValueError):
        notes.append(f"broken setting: {name}")
        return default


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
    text = _parse_text(value)
    return Path(text) if text else None


def _parse_paths(value: object) -> tuple[Path, ...]:
    if not isinstance(value, list):
        raise TypeError
    paths = (Path(_parse_text(one)) for one in cast("list[object]", value) if one)
    return tuple(dict.fromkeys(paths))[:MAX_RECENT]
