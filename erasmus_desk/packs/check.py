"""The check of a call pack as a whole: its format, and its meaning, which no schema can see."""

from __future__ import annotations

from pathlib import Path

from erasmus_desk.call.decode import decode_pack
from erasmus_desk.call.library import Library
from erasmus_desk.call.pack_files import PackFiles, read_folder
from erasmus_desk.errors import Fault, PackFileError, PackInvalid
from erasmus_desk.packs import carry_faults, reference_faults, source_facts, word_faults


def check_files(files: PackFiles, library: Library | None = None) -> tuple[Fault, ...]:
    """Return every fault of a pack.

    `library` has the calls whose drafts it takes, if they are to be looked at too.
    A pack that cannot be decoded has only the faults of its format: the rest would be guesses.
    """
    try:
        pack = decode_pack(files.name, files.contents)
    except PackInvalid as problem:
        return (*problem.faults, *word_faults.find_format_faults(files))
    return (
        *reference_faults.find_faults(pack, files.name),
        *word_faults.find_faults(pack, files),
        *source_facts.find_faults(pack, files),
        *carry_faults.find_faults(pack, files, library),
    )


def check_folder(folder: Path, calls: tuple[Path, ...] = ()) -> tuple[Fault, ...]:
    """Return every fault of the pack in a folder; other calls are beside it, or in `calls`."""
    try:
        return check_files(read_folder(folder), Library((folder.parent, *calls)))
    except PackInvalid as problem:
        return problem.faults


def find_packs(folder: Path) -> tuple[Path, ...]:
    """Return the folder itself if it is a pack, else the packs in it.

    Raises PackFileError (`no-folder`, `no-pack`) if there is none.
    """
    place = folder.resolve()
    if not place.is_dir():
        raise PackFileError("no-folder", path=str(folder))
    if (place / "pack.json").is_file():
        return (place,)
    found = tuple(sorted(one.parent for one in place.glob("*/pack.json")))
    if not found:
        raise PackFileError("no-pack", path=str(folder))
    return found
