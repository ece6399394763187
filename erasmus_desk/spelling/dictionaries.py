"""The dictionaries on this computer: those shipped, those of the system, those of the user.

A dictionary is two files of Hunspell, as LibreOffice, Firefox and Debian have them: rules (`.aff`)
and words (`.dic`), named by their language (`nl.dic`, `en_GB.dic`). Those of the user come first:
somebody who put one into the folder wants it.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Final

from msgspec import Struct

from erasmus_desk.path_checks import is_file

AFFIXES, WORDS = ".aff", ".dic"
SYSTEM_FOLDERS: Final = (
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
)
"""Where the packages of Linux put dictionaries."""
FOLDERS_OF_MACOS: Final = ("~/Library/Spelling", "/Library/Spelling")
"""Where macOS looks for dictionaries of Hunspell that a user adds."""
_NAME = re.compile(r"([a-z]{2,3})(?:[-_]([A-Za-z]{2,4}))?(?:[-_].*)?")
_PREFERRED = {"de": "DE", "el": "GR", "en": "GB", "fr": "FR", "nl": "NL", "pt": "PT"}
"""The region whose spelling is taken where there are several; else that named as the language."""


class Origin(StrEnum):
    """Where a dictionary was found."""

    USER = "user"
    SHIPPED = "shipped"
    SYSTEM = "system"


class Dictionary(Struct, frozen=True):
    """A dictionary of a language: `name` is that of its two files without the ending."""

    language: str
    folder: Path
    name: str
    origin: Origin

    @property
    def words(self) -> Path:
        """The file of the words."""
        return self.folder / f"{self.name}{WORDS}"


def find_dictionaries(
    user: Path, shipped: Path, system: Iterable[Path] | None = None
) -> dict[str, Dictionary]:
    """Return the dictionary of each language; a folder that cannot be read has none.

    `user` is the user's folder and `shipped` ours, with one folder a language; `system` are the
    folders of this system unless others are given.
    """
    found: dict[str, Dictionary] = {}
    folders = [(user, Origin.USER)]
    folders += [(one, Origin.SHIPPED) for one in _list_folder(shipped)]
    others = list_system_folders() if system is None else system
    folders += [(one, Origin.SYSTEM) for one in others]
    for folder, origin in folders:
        here: dict[str, list[Dictionary]] = {}
        for one in _find_in(folder, origin):
            here.setdefault(one.language, []).append(one)
        for language, several in here.items():
            found.setdefault(language, min(several, key=_order))
    return dict(sorted(found.items()))


def list_system_folders() -> tuple[Path, ...]:
    """Return the folders where this system keeps dictionaries; Windows has no such place."""
    if sys.platform == "darwin":
        return tuple(Path(one).expanduser() for one in FOLDERS_OF_MACOS)
    return tuple(map(Path, SYSTEM_FOLDERS)) if os.name == "posix" else ()


def _find_in(folder: Path, origin: Origin) -> Iterator[Dictionary]:
    for file in _list_folder(folder):
        named = _NAME.fullmatch(file.stem)
        is_pair = file.suffix == WORDS and is_file(file.with_suffix(AFFIXES))
        # The hyphenation of a language has the same ending, and no rules beside it.
        if named is not None and is_pair and not file.stem.startswith("hyph"):
            yield Dictionary(named[1], folder, file.stem, origin)


def _order(one: Dictionary) -> tuple[bool, bool, str]:
    region = one.name.replace("-", "_").partition("_")[2]
    return region != _PREFERRED.get(one.language, one.language.upper()), region != "", one.name


def _list_folder(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(sorted(folder.iterdir()))
    except OSError:
        return ()
