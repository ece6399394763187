"""What this program and the process with the dictionaries say to each other, one line each.

Hunspell keeps Python's lock while it reads a dictionary (0.1 to 0.7 seconds) and while it looks for
suggestions (up to a second), so that no thread of this process could do it beside a window that
reacts at once. A damaged dictionary can also end the process that reads it. See decision 0059.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from erasmus_desk.paths import is_packaged
from erasmus_desk.spelling.dictionaries import Dictionary

OPTION: Final = "--spelling"
"""The argument with which the program starts as the process that has the dictionaries."""
MOST_WORDS: Final = 400
"""Words asked at once: those on screen are asked first, and wait for no more than these."""
NO_LIBRARY: Final = 69
"""The exit code where Hunspell is not installed; a process that crashes on Windows ends with 3."""


def is_installed() -> bool:
    """Return whether Hunspell is installed; there is no wheel for every kind of computer."""
    return find_spec("hunspell") is not None


class Fault(StrEnum):
    """Why the words of a language are not checked."""

    DAMAGED = "damaged"
    """A file that is no dictionary, or one that ended the process or kept it busy for ever."""
    UNREADABLE = "unreadable"
    NO_LIBRARY = "no-library"
    """Hunspell is not installed: there is none for this kind of computer."""


class Request(Struct, frozen=True, omit_defaults=True):
    """Words to look up, or one word to find suggestions for; the files are read when needed."""

    language: str
    folder: str
    name: str
    words: tuple[str, ...] = ()
    suggest: str = ""


class Answer(Struct, frozen=True, omit_defaults=True):
    """The words asked and those of them that are unknown, or suggestions, or why there are none."""

    language: str
    words: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    suggest: str = ""
    suggestions: tuple[str, ...] = ()
    fault: Fault | None = None


def ask(
    dictionary: Dictionary, words: Iterable[str] = (), suggest: str = ""
) -> tuple[Request, bytes]:
    """Return a request to a dictionary, also as the line to send."""
    asked = Request(
        dictionary.language, str(dictionary.folder), dictionary.name, tuple(words), suggest
    )
    return asked, encode(asked)


def encode(message: Request | Answer) -> bytes:
    """Return a message as a line."""
    return msgspec.json.encode(message) + b"\n"


def decode_answer(line: bytes) -> Answer:
    """Return the answer of a line. Raises msgspec.MsgspecError for anything else."""
    return msgspec.json.decode(line, type=Answer)


def build_command() -> tuple[tuple[str, ...], Path]:
    """Return the command that starts the process, and the folder in which it finds this program."""
    here = Path(__file__).resolve().parents[2]
    if is_packaged():
        return (sys.executable, OPTION), Path(sys.executable).parent
    return (sys.executable, "-m", "erasmus_desk", OPTION), here
