"""File names made of titles and names; valid on Windows, macOS and Linux."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MAX_STEM_CHARACTERS: Final = 80
"""Longest stem: Windows counts 260 characters for the whole path."""
MAX_STEM_BYTES: Final = 160
"""Linux counts 255 bytes for a name; a copy's date and the suffix come on top."""
MAX_PART_CHARACTERS: Final = 60
"""Longest part of a stem that has several."""
MAX_JOINED_BYTES: Final = 210
"""All parts of such a stem; a number, the suffix and the mark of a temporary file come on top."""

_BETWEEN = " - "
_FORBIDDEN_CHARACTERS = re.compile(r'[<>:"/\\|?*]')
# Windows keeps these names for devices, whatever suffix follows.
_RESERVED_NAMES = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE
)


def make_file_stem(
    title: str, characters: int = MAX_STEM_CHARACTERS, octets: int = MAX_STEM_BYTES
) -> str:
    """Return a title as a file name without suffix; empty if no character is allowed there.

    It has at most so many characters and bytes, and one more of each where Windows keeps the name.
    """
    seen = "".join(" " if _is_invisible(character) else character for character in title)
    plain = unicodedata.normalize("NFC", _FORBIDDEN_CHARACTERS.sub(" ", seen))
    whole = " ".join(plain.split())
    stem = whole[:characters].encode()[:octets].decode(errors="ignore")
    if whole[len(stem) :][:1].strip() and " " in stem:
        stem = stem.rpartition(" ")[0]  # no half word at the end
    # A leading `~` or `.` hides a file or keeps it out of the cloud.
    stem = stem.strip(" .").lstrip("~. ")
    return f"{stem}_" if _RESERVED_NAMES.fullmatch(stem) else stem


def join_file_stem(*titles: str) -> str:
    """Return several titles as one file name without suffix, none of them left out for another."""
    octets = MAX_JOINED_BYTES // len(titles) - len(_BETWEEN)
    stems = (make_file_stem(title, MAX_PART_CHARACTERS, octets) for title in titles)
    return _BETWEEN.join(filter(None, stems))


def _is_invisible(character: str) -> bool:
    """Return whether a character is a control, a lone surrogate or a direction mark."""
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
