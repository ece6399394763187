"""The process that has the dictionaries: it reads requests, and writes an answer to each.

It is the one module that imports Hunspell, and no other module of the program imports it: the
launcher starts it by name in a process of its own, which ends when its input does.
"""

from __future__ import annotations

import codecs
import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final, Protocol, cast

import hunspell  # pyright: ignore[reportMissingTypeStubs]
import msgspec

from erasmus_desk.spelling.dictionaries import AFFIXES, WORDS
from erasmus_desk.spelling.protocol import Answer, Fault, Request, encode

INPUT, OUTPUT = 0, 1
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
HEAD = 1000
"""Lines of the rules in which their encoding is named."""
DEFAULT_ENCODING = "iso8859-1"
BLOCK = 65536
NICENESS = 5
"""The window goes first where a computer has few processors."""
MOST_SUGGESTIONS: Final = 7
SAMPLE: Final = 200
"""Words of a dictionary of which it must know one: otherwise rules and words do not fit."""


class Library(Protocol):
    """What we use of a dictionary of Hunspell, whose wheel has no types."""

    def spell(self, word: str) -> bool:
        """Return whether a word is right. Raises UnicodeError for letters it has not."""
        ...

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return words that may be meant. Raises UnicodeError as `spell`."""
        ...


OpenLibrary = Callable[..., Library]


class LoadedDictionary:
    """A dictionary in memory. Raises LookupError for files that are none, OSError as usual."""

    def __init__(self, folder: str, name: str) -> None:
        count = _read_count(Path(folder, f"{name}{WORDS}"))
        encoding = _read_encoding(Path(folder, f"{name}{AFFIXES}"))
        # As UTF-8 a path may have any letters, also on Windows.
        open_library = cast("OpenLibrary", vars(hunspell)["Hunspell"])
        self._library = open_library(name, hunspell_data_dir=folder, system_encoding="UTF-8")
        sample = _read_sample(Path(folder, f"{name}{WORDS}"), encoding)
        if not count or not any(map(self.is_known, sample)):
            raise LookupError(name)

    def is_known(self, word: str) -> bool:
        """Return whether a word is spelled as the dictionary has it.

        A word in letters that the dictionary has not is no word of its language.
        """
        with contextlib.suppress(UnicodeError):
            if self._library.spell(word):
                return True
            return "'" in word and self._library.spell(word.replace("'", "’"))
        return False

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return words that may be meant, the likeliest first."""
        with contextlib.suppress(UnicodeError):
            found = dict.fromkeys(one for one in self._library.suggest(word) if one.strip())
            return tuple(found)[:MOST_SUGGESTIONS]
        return ()


class Worker:
    """Answers requests; a dictionary is read when the first word of its language is asked."""

    def __init__(self) -> None:
        self._loaded: dict[tuple[str, str], LoadedDictionary | Fault] = {}

    def answer(self, request: Request) -> Answer:
        """Return the answer to a request."""
        found = self._load(request)
        if isinstance(found, Fault):
            return Answer(request.language, request.words, suggest=request.suggest, fault=found)
        unknown = tuple(word for word in request.words if not found.is_known(word))
        suggestions = found.suggest(request.suggest) if request.suggest else ()
        return Answer(request.language, request.words, unknown, request.suggest, suggestions)

    def _load(self, request: Request) -> LoadedDictionary | Fault:
        place = request.folder, request.name
        if place not in self._loaded:
            try:
                self._loaded[place] = LoadedDictionary(*place)
            except OSError:
                self._loaded[place] = Fault.UNREADABLE
            except (LookupError, ValueError):
                self._loaded[place] = Fault.DAMAGED
        return self._loaded[place]


def run(_: Sequence[str] = ()) -> int:
    """Answer the requests of standard input until it ends."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.nice(NICENESS)
    worker = Worker()
    with contextlib.suppress(OSError, KeyboardInterrupt):  # whoever asks has gone
        for line in _read_lines():
            os.write(OUTPUT, encode(worker.answer(msgspec.json.decode(line, type=Request))))
    return 0


def _read_lines() -> Iterator[bytes]:
    """Yield the lines of the input; a program without a console has no `sys.stdin` to ask."""
    rest = b""
    while block := os.read(INPUT, BLOCK):
        *lines, rest = (rest + block).split(b"\n")
        yield from lines


def _read_count(path: Path) -> int:
    """Return how many words a file says it has. Raises LookupError where it says nothing."""
    with path.open("rb") as file:
        first = file.readline(64).removeprefix(BYTE_ORDER_MARK).split()
    if not first or not first[0].isdigit():
        raise LookupError(path.name)
    return int(first[0])


def _read_encoding(path: Path) -> str:
    """Return the encoding that the rules name. Raises LookupError for one that is unknown."""
    with path.open("rb") as file:
        for line in islice(file, HEAD):
            words = line.removeprefix(BYTE_ORDER_MARK).split()
            if len(words) > 1 and words[0] == b"SET":
                return codecs.lookup(words[1].decode("ascii", "replace")).name
    return DEFAULT_ENCODING


def _read_sample(path: Path, encoding: str) -> Iterator[str]:
    """Yield some words of a file, from all over it."""
    size = path.stat().st_size
    with path.open("rb") as file:
        for step in range(4):
            file.seek(size * step // 4)
            file.readline()
            for line in islice(file, SAMPLE // 4):
                text = line.decode(encoding, "ignore")
                yield text.split("/")[0].split("\t")[0].strip()


if __name__ == "__main__":
    sys.exit(run())
