"""The check of a call pack as a whole: its format, and its meaning, which no schema can see."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, cast

from erasmus_desk.call.decode import decode_pack
from erasmus_desk.call.library import Library
from erasmus_desk.call.pack_files import PackFiles, read_folder
from erasmus_desk.errors import Fault, PackFileError, PackInvalid
from erasmus_desk.packs import (
    carry_faults,
    reference_faults,
    schema_faults,
    source_facts,
    word_faults,
)
from erasmus_desk.path_checks import find_real_path, is_file, is_folder, may_exist

_UNSHOWN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def check_files(
    files: PackFiles, library: Library | None = None, now: datetime | None = None
) -> tuple[Fault, ...]:
    """Return every fault of a pack.

    `library` has the calls whose drafts it takes, if they are to be looked at too. With a moment
    `now` its state is looked at as well: that of a call which somebody adds is its author's.
    A pack that cannot be decoded has only the faults of its format: the rest would be guesses.
    """
    try:
        pack = decode_pack(files.name, files.contents, files.languages)
    except PackInvalid as problem:
        return (*problem.faults, *word_faults.find_format_faults(files))
    by_meaning = (
        *_find_unshown(files),
        *reference_faults.find_faults(pack, files.name),
        *word_faults.find_faults(pack, files),
        *source_facts.find_faults(pack, files),
        *carry_faults.find_faults(pack, files, library),
        *(reference_faults.find_coming_deadlines(pack, files.name, now) if now else ()),
    )
    places = {(fault.file, fault.path) for fault in by_meaning}
    by_schema = schema_faults.find_faults(files)
    return (*by_meaning, *(one for one in by_schema if not _is_known(one, places)))


def _is_known(fault: Fault, places: set[tuple[str, str]]) -> bool:
    """Return whether a fault was found already, at its place or at what it is part of."""
    parts = re.split(r"(?=[/\[])", fault.path)
    return any((fault.file, "".join(parts[: end + 1])) in places for end in range(1, len(parts)))


def _find_unshown(files: PackFiles) -> Iterator[Fault]:
    """Return every text with a character that is not shown, and that could break a Word file."""
    for name, content in files.contents.items():
        # JSON has such a character only as an escape, or one that is no control character.
        if "\\u" not in content and not _UNSHOWN.search(content):
            continue
        with contextlib.suppress(ValueError, RecursionError):  # these are faults of their own
            for path, text in _walk(json.loads(content), ""):
                if _UNSHOWN.search(text):
                    shown = _UNSHOWN.sub("\N{REPLACEMENT CHARACTER}", text)
                    yield Fault(f"{files.name}/{name}", path, "control-character", shown)


def _walk(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Return every text in a value with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for number, part in enumerate(cast("list[object]", value)):
            yield from _walk(part, f"{path}/{number}")
    elif isinstance(value, dict):
        for name, part in cast("dict[str, object]", value).items():
            yield from _walk(name, f"{path}/{name}")
            yield from _walk(part, f"{path}/{name}")


def check_folder(
    folder: Path, calls: tuple[Path, ...] = (), now: datetime | None = None
) -> tuple[Fault, ...]:
    """Return every fault of the pack in a folder; other calls are beside it, or in `calls`.

    Its deadlines are compared with `now`, which is the present unless it is given.
    """
    moment = now or datetime.now(UTC)
    try:
        return check_files(read_folder(folder), Library((folder.parent, *calls)), moment)
    except PackInvalid as problem:
        return problem.faults


def find_packs(folder: Path) -> tuple[Path, ...]:
    """Return the folder itself if it is a pack, else the packs in it.

    Raises PackFileError (`no-folder`, `file`, `no-pack`) if there is none.
    """
    place = Path(find_real_path(folder))
    if not is_folder(place):
        raise PackFileError("file" if may_exist(folder) else "no-folder", path=str(folder))
    if is_file(place / "pack.json"):
        return (place,)
    found = tuple(sorted(one.parent for one in place.glob("*/pack.json")))
    if not found:
        raise PackFileError("no-pack", path=str(folder))
    return found
