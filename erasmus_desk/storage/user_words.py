"""The words that a user added to the dictionaries: a text file with one word a line.

They are of no language: most are names and words of a trade, which stay the same in all.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from erasmus_desk import atomic_file
from erasmus_desk.errors import FileDamaged, SaveError
from erasmus_desk.storage.clock import Clock, now
from erasmus_desk.storage.damaged_files import describe_damaged, rename_damaged

MAX_BYTES: Final = 2_000_000
"""A longer file is no list of words that anybody added."""


class UserWords:
    """The words of one user, read once; a change is written at once."""

    def __init__(self, path: Path, clock: Clock = now) -> None:
        self._path = path
        self._clock = clock
        self._words: dict[str, None] = {}
        self._notice: FileDamaged | None = None
        self._read()

    @property
    def words(self) -> frozenset[str]:
        """The words as they were added."""
        return frozenset(self._words)

    def take_notice(self) -> FileDamaged | None:
        """Return what the user is to be told of a damaged file, once."""
        notice, self._notice = self._notice, None
        return notice

    def add(self, word: str) -> None:
        """Add a word. Raises SaveError; then it is known until the program ends."""
        self._read()
        self._words[word] = None
        self._write()

    def remove(self, word: str) -> None:
        """Remove a word, however it is written. Raises SaveError as `add`."""
        self._read()
        for one in [one for one in self._words if one.casefold() == word.casefold()]:
            del self._words[one]
        self._write()

    def _read(self) -> None:
        """Take in the words of the file, to which another window may have added some."""
        try:
            if self._path.stat().st_size > MAX_BYTES:
                self._set_aside()
                return
            text = self._path.read_bytes().decode("utf-8-sig")
        except OSError:
            return  # there is none yet, or it is tried again with the next word
        except UnicodeDecodeError:
            self._set_aside()
            return
        self._words |= dict.fromkeys(_clean(text.splitlines()))

    def _write(self) -> None:
        atomic_file.make_folder(self._path.parent)
        lines = sorted(self._words, key=str.casefold)
        atomic_file.write(self._path, "".join(f"{one}\n" for one in lines).encode())

    def _set_aside(self) -> None:
        try:
            renamed = rename_damaged(self._path, self._clock())
        except SaveError:
            return
        self._notice = describe_damaged(self._path, renamed)


def _clean(lines: Iterable[str]) -> Iterable[str]:
    return (word for line in lines if (word := line.strip()))
