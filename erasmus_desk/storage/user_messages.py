"""The messages of the user's language where there is no window: for commands, and at the start."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from erasmus_desk.i18n.messages import Messages, load_messages
from erasmus_desk.paths import AppPaths
from erasmus_desk.storage import settings


def load_user_messages(places: AppPaths) -> Messages:
    """Return the messages of the language in the settings, else in that of the system."""
    chosen = settings.load(places.settings).settings.language
    language = chosen or find_message_language(os.environ)
    return load_plain_messages(places.resources / "sentences", language)


def load_plain_messages(folder: Path, language: str) -> Messages:
    """Return messages for terminals and other programs."""
    return replace(load_messages(folder, language), has_plain_blanks=True)


def find_message_language(environment: Mapping[str, str]) -> str:
    """Return the language of the system as a code such as `nl_BE`."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        found = environment.get(name, "")
        if found:
            return found.partition(".")[0]
    if sys.platform == "win32":
        # Windows uses `Dutch_Belgium` instead of `nl_BE`.
        spoken = (locale.getlocale()[0] or "").partition("_")[0]
        return locale.normalize(spoken).partition(".")[0]
    return ""
