"""The files of a call pack as texts by their names, read within bounds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

from erasmus_desk.errors import Fault, PackInvalid
from erasmus_desk.path_checks import is_file, is_folder, read_content

PACK_FILES: Final = ("pack.json", "form.json", "money.json")
"""The files that every pack has, beside its words."""
SOURCE_FACTS: Final = "source-facts.json"
CARRY: Final = "carry.json"
"""The files that a pack may have besides: the facts of its source, and the tables by which drafts
of other calls become drafts of this one."""
WORDS: Final = "words"
"""The folder with a folder of words for each language."""
MAX_FILE: Final = 4 << 20
"""Bytes of one file; the largest of the shipped ones has a fifteenth of that."""


class PackFiles(Struct, frozen=True):
    """The contents of a pack by the paths of its files (`words/en/call.json`).

    `name` is that of the folder, or of the pack; faults name it. `languages` are the folders of
    words, also those without a file.
    """

    name: str
    contents: Mapping[str, str]
    languages: tuple[str, ...]

    def words(self, language: str) -> dict[str, str]:
        """Return the contents of the words of a language by the names of their files."""
        folder = f"{WORDS}/{language}/"
        return {
            path.removeprefix(folder): content
            for path, content in self.contents.items()
            if path.startswith(folder)
        }


def read_folder(folder: Path) -> PackFiles:
    """Return the files of the pack in a folder. Raises PackInvalid for what cannot be read."""
    name, words = folder.name, folder / WORDS
    languages = list_languages(folder)
    places = {file: folder / file for file in PACK_FILES}
    places |= {one: folder / one for one in (SOURCE_FACTS, CARRY) if is_file(folder / one)}
    for language in languages:
        found = sorted((words / language).glob("*.json"))
        places |= {f"{WORDS}/{language}/{place.name}": place for place in found}
    contents: dict[str, str] = {}
    faults: list[Fault] = []
    for path, place in places.items():
        try:
            contents[path] = _read(place)
        except (OSError, ValueError) as problem:
            faults.append(_fault(f"{name}/{path}", problem))
    if faults:
        raise PackInvalid(name, tuple(faults))
    return PackFiles(name, contents, languages)


def list_languages(folder: Path) -> tuple[str, ...]:
    """Return the languages of the pack in a folder: its folders of words."""
    try:
        return tuple(sorted(place.name for place in (folder / WORDS).iterdir() if is_folder(place)))
    except OSError:
        return ()


def read_words(folder: Path, language: str) -> dict[str, str]:
    """Return the words of a language by the names of their files. Raises PackInvalid."""
    places = sorted((folder / WORDS / language).glob("*.json"))
    return {place.name: read_file(place, folder.name) for place in places}


def read_file(file: Path, pack: str) -> str:
    """Return the text of a file of a pack. Raises PackInvalid."""
    try:
        return _read(file)
    except (OSError, ValueError) as problem:
        raise PackInvalid(pack, (_fault(f"{pack}/{file.name}", problem),)) from problem


def _read(file: Path) -> str:
    """Return the text of a file. Raises OSError, or ValueError for what is no text or too long."""
    return decode_text(read_content(file, MAX_FILE))


def decode_text(content: bytes) -> str:
    """Return the text of a file. Raises ValueError for what is no text or too long."""
    if len(content) > MAX_FILE:
        message = "longer than a call needs"
        raise ValueError(message)
    return content.decode("utf-8")


def _fault(file: str, problem: Exception) -> Fault:
    """Return the fault of a file that cannot be read."""
    if isinstance(problem, FileNotFoundError):
        return Fault(file, "", "missing")
    is_known = isinstance(problem, OSError | UnicodeDecodeError)
    return Fault(file, "", "unreadable" if is_known else "too-large")
