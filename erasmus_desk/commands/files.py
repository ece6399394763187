"""Which files a command may read a template from and write to, and what it keeps of them."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from erasmus_desk.commands.desk import Desk
from erasmus_desk.errors import SaveError, TargetRefused, TemplateError
from erasmus_desk.sent import shelf
from erasmus_desk.sent.model import Sent


def template(name: str, target: Path) -> Path | None:
    """Give the template that is named, if one is. Raises TemplateError."""
    if not name:
        return None
    found = Path(name)
    if not found.exists():
        raise TemplateError("missing", path=name)
    if found.is_dir():
        raise TemplateError("not-docx", path=name)
    if is_same(target, found):
        raise TemplateError("is-output", path=name)
    return found


def spare_draft(draft: str, *targets: Path) -> None:
    """Refuse to write onto the draft itself. Raises TargetRefused."""
    for path in targets:
        if is_same(path, Path(draft)):
            raise TargetRefused("is-draft", path=str(path))


def shelve(desk: Desk, sent: Sent, part: bytes) -> None:
    """Keep the record of a file for the day it comes home without its own.

    The file has been written by now, and carries the record too: where there is no room for
    another, the command has done what it was asked for.
    """
    with contextlib.suppress(SaveError):
        shelf.put(desk.places.sent, sent, part)


def is_same(one: Path, other: Path) -> bool:
    """Tell whether two names lead to one file, be it by a link or in other letters."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return os.path.normcase(os.path.realpath(one)) == os.path.normcase(os.path.realpath(other))
