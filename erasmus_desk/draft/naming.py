"""File names for drafts that Windows, macOS and Linux all take."""

from __future__ import annotations

import re
import unicodedata
from itertools import count
from pathlib import Path

SUFFIX = ".erasmus"
MAX_CHARACTERS = 80
"""Longest stem: Windows counts 260 characters for the whole path."""
MAX_BYTES = 160
"""Linux counts 255 bytes for a name; a copy's date and the suffix come on top."""

_BARRED = re.compile(r'[<>:"/\\|?*]')
# Windows keeps these names for devices, whatever suffix follows.
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE
)


def suggest_path(folder: Path, title: str, fallback: str = "erasmus") -> Path:
    """Give a path in `folder` for a draft with that title, where nothing is yet.

    `fallback` names a draft whose title leaves no character that may stand in a name.
    """
    stem = safe_stem(title) or safe_stem(fallback) or "erasmus"
    names = (stem if number == 1 else f"{stem} ({number})" for number in count(1))
    return next(path for name in names if not _taken(path := folder / f"{name}{SUFFIX}"))


def safe_stem(title: str) -> str:
    """Give a title as a file name without suffix; empty if nothing of it may stand there."""
    seen = "".join(" " if _unseen(character) else character for character in title)
    plain = unicodedata.normalize("NFC", _BARRED.sub(" ", seen))
    stem = " ".join(plain.split())[:MAX_CHARACTERS]
    stem = stem.encode()[:MAX_BYTES].decode(errors="ignore").strip(" .")
    # A leading `~` or `.` hides a file or keeps it out of the cloud.
    stem = stem.lstrip("~. ")
    return f"{stem}_" if _RESERVED.fullmatch(stem) else stem


def _unseen(character: str) -> bool:
    """Tell whether a character is a control, a lone surrogate, or turns the reading direction."""
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _taken(path: Path) -> bool:
    try:
        path.lstat()
    except OSError:
        return False  # nothing there; or saving will say what is wrong with the folder
    return True
