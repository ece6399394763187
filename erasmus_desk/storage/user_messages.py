"""The messages of the user's language where there is no window: for commands, and at the start."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Container, Mapping
from pathlib import Path

from msgspec.structs import replace

from erasmus_desk.i18n.messages import Messages, choose_language, list_languages, load_messages
from erasmus_desk.paths import AppPaths
from erasmus_desk.storage import settings

_NO_LANGUAGE = {"C", "POSIX"}


def load_user_messages(places: AppPaths) -> Messages:
    """Return the messages of the language in the settings, else in that of the system."""
    chosen = settings.load(places.settings).settings.language
    folder = places.resources / "sentences"
    language = chosen or find_message_language(os.environ, list_languages(folder))
    return load_plain_messages(folder, language)


def load_plain_messages(folder: Path, language: str) -> Messages:
    """Return messages for terminals and other programs."""
    return replace(load_messages(folder, language), has_plain_blanks=True)


def find_message_language(environment: Mapping[str, str], known: Container[str]) -> str:
    """Return the language of the system as a code such as `nl_BE`.

    As for other programs the first known language of `LANGUAGE` (`es:nl`) goes before that of the
    locale, where there is a locale.
    """
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    spoken = next(filter(None, (environment.get(name, "") for name in names)), "").partition(".")[0]
    if spoken and spoken not in _NO_LANGUAGE:
        wanted = environment.get("LANGUAGE", "").split(":")
        return next((one for one in wanted if choose_language(known, one, "")), spoken)
    if spoken:
        return spoken
    if sys.platform == "win32":
        # Windows uses `Dutch_Belgium` instead of `nl_BE`.
        spoken = (locale.getlocale()[0] or "").partition("_")[0]
        return locale.normalize(spoken).partition(".")[0]
    return ""
