"""Which languages the program speaks, and which of them a reader gets.

Apart from the sentences themselves, which the window fetches with the first it has to say.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

MAIN: Final = "en"
"""The language that has every sentence; the others are held against it by the tests."""


def languages(folder: Path) -> tuple[str, ...]:
    """Give the codes of the languages that have sentences in a folder, the main one first."""
    found = {place.stem for place in folder.glob("*.json") if "." not in place.stem}
    return tuple(sorted(found, key=lambda code: (code != MAIN, code)))


def spoken(folder: Path, language: str) -> str:
    """Give the code of a language (`nl`, `nl_BE`) if it is spoken, else of the main one."""
    wanted = language.replace("_", "-").partition("-")[0].lower()
    return wanted if wanted in languages(folder) else MAIN
