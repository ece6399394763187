"""Copies of a draft that programs which synchronise folders leave beside it.

When two computers saved the same file, such a program keeps one of the two under another name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from erasmus_desk.errors import DraftError
from erasmus_desk.file_suffixes import DRAFT_SUFFIX
from erasmus_desk.path_checks import is_same_path
from erasmus_desk.storage import drafts
from erasmus_desk.storage.draft_folder import find_draft_files
from erasmus_desk.storage.drafts import DraftFile

# Dropbox and Nextcloud write these words in the language of the computer: the mark of both is a
# bracket that ends with a date, or any bracket with a date in it.
_DATE = r"\d{4}-\d{2}-\d{2}"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # Syncthing, with the time and the beginning of the id of the device
        r"\.sync-conflict-\d{8}-\d{6}(?:-(?P<who>\w{1,20}))?",
        # Dropbox: name (Ann's conflicted copy 2026-11-29); Nextcloud: name (conflicted copy …)
        r" ?\((?:(?P<who>[^()]{1,80}?)(?:['’]s)? )?conflicted copy[^()]{0,80}\)(?: \(\d+\))?",
        rf" ?\([^()]{{1,120}} {_DATE}[^()]{{0,40}}\)(?: \(\d+\))?",
        # Google Drive: name (1); also what browsers make of a second download
        r" ?\(\d{1,3}\)",
        # ownCloud before: name_conflict-20261129-143000
        r"_conflict-\d{8}-\d{6}",
        # Synology Drive: name_COMPUTER_Nov-29-1430-2026_Conflict_1
        r"_(?P<who>[^_]{1,63})_[a-z]{3}-\d{2}-\d{4}-\d{4}_\w*conflict(?:_\d+)?",
        # OneDrive: name-COMPUTER, and name-COMPUTER-2
        r"-(?P<who>[\w][\w-]{0,62})",
    )
)
MAX_COPIES = 20
"""Copies that are looked at; somebody who has more does not merge them one by one."""


class ConflictCopy(Struct, frozen=True):
    """A copy beside a draft, and what its name tells of the computer or the person, if anything."""

    file: DraftFile
    who: str

    @property
    def path(self) -> Path:
        """The path of the copy."""
        return self.file.path


def describe_name(name: str, copy: str) -> str | None:
    """Return who wrote a copy by its name, empty if that does not tell; `None` if it is none.

    Both names are those of files.
    """
    # macOS takes letters and their accents apart, other systems do not.
    name, copy = (unicodedata.normalize("NFC", one) for one in (name, copy))
    stem = name.removesuffix(DRAFT_SUFFIX)
    if not copy.lower().endswith(DRAFT_SUFFIX) or not copy.startswith(stem):
        return None
    rest = copy[len(stem) : -len(DRAFT_SUFFIX)]
    for pattern in _PATTERNS:
        found = pattern.fullmatch(rest)
        if found is not None:
            return found.groupdict().get("who") or ""
    return None


def list_names(path: Path) -> dict[Path, str]:
    """Return the files beside a draft whose name is that of a copy of it, and who wrote them."""
    found = ((one, describe_name(path.name, one.name)) for one in find_draft_files(path.parent))
    return {one: who for one, who in found if who is not None and one.name != path.name}


def find_copies(path: Path, draft_id: str) -> tuple[ConflictCopy, ...]:
    """Return the copies beside a draft that have its id, by name."""
    return tuple(_read_copies(path, draft_id))


def _read_copies(path: Path, draft_id: str) -> Iterator[ConflictCopy]:
    for copy, who in [*list_names(path).items()][:MAX_COPIES]:
        try:
            file = drafts.read(copy)
        except DraftError:
            continue
        if file.draft.id == draft_id and not _is_same(path, copy):
            yield ConflictCopy(file, who)


def _is_same(one: Path, other: Path) -> bool:
    """Return whether two names lead to one file."""
    return is_same_path(one, other)
