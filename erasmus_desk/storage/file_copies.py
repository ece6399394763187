"""Files copied by hand: a copy becomes a proposal of its own, a moved file stays what it is.

A copy has the id of its original. With it, both would share history, backups, recovery and the
records of what was sent. Which file an id belongs to is known from the journal (decision 0026).
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from erasmus_desk import atomic_file
from erasmus_desk.draft import origins
from erasmus_desk.errors import DraftError
from erasmus_desk.storage import drafts
from erasmus_desk.storage.drafts import DraftFile

ID_LENGTH = 32


def separate(opened: DraftFile, known_paths: Iterable[Path]) -> DraftFile:
    """Return a draft with an id of its own if its id belongs to another file, else unchanged.

    `known_paths` are those of the draft's id, the last used first. The file itself is not
    touched; as long as it is not, the new id is the same each time.
    """
    draft = opened.draft
    for path in known_paths:
        if _is_same(path, opened.path):
            return opened
        if _has_id(path, draft.id):
            seed = "\n".join((draft.id, os.path.realpath(opened.path), opened.digest))
            own = atomic_file.compute_digest(seed.encode("utf-8", "surrogatepass"))[:ID_LENGTH]
            return replace(opened, draft=replace(origins.add_origin(draft), id=own))
    return opened


def _has_id(path: Path, draft_id: str) -> bool:
    try:
        return drafts.read(path).draft.id == draft_id
    except DraftError:
        return False


def _is_same(one: Path, other: Path) -> bool:
    """Return whether two paths lead to one file, also over a link or a second drive letter."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False
