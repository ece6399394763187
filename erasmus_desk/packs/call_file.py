"""A call as one file, for mail or a USB stick: written by its author, read with suspicion.

The file is a zip with the files of the pack at the names they have in its folder, and nothing
else. It is read in memory and within bounds; no name in it is ever used as a path.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Final

from msgspec import Struct

from erasmus_desk import atomic_file
from erasmus_desk.call.decode import decode_pack
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.call.pack_files import MAX_FILE, PACK_FILES, PackFiles, decode_text, read_folder
from erasmus_desk.call.texts import Texts, read_texts
from erasmus_desk.errors import Fault, PackFileError, PackInvalid
from erasmus_desk.ooxml.safe_zip import Archive, PackageError, UnpackLimits
from erasmus_desk.packs.check import check_files
from erasmus_desk.path_checks import read_content

MAX_SIZE: Final = 8 << 20
"""Bytes of the file; the largest of the shipped calls needs a hundredth of that."""
MAX_UNPACKED: Final = 16 << 20
"""Bytes of all files together."""
MAX_FILES: Final = 200

_NAME = re.compile(
    r"(?:pack|form|money|carry|source-facts)\.json|words/[a-z]{2,3}/[a-z0-9_-]+\.json"
)
_TOLD: Final = ("twice", "large", "foreign", "password")
"""Problems of the zip with a message of their own."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MAX_ID: Final = 40
"""Characters of the id, which names a folder on every system."""
_DATE: Final = (1980, 1, 1, 0, 0, 0)
"""The first date of a zip: equal calls give equal files."""


class CallFile(Struct, frozen=True):
    """A call from a file, without a fault."""

    files: PackFiles
    pack: Pack

    def load_texts(self, language: str) -> Texts:
        """Return the texts in a language, else in the main language of the call."""
        pack = self.pack
        wanted = language if language in pack.languages else pack.main_language
        chain = tuple(dict.fromkeys((wanted, pack.main_language)))
        return read_texts(pack.id, {one: self.files.words(one) for one in chain}, chain)


def write_call_file(folder: Path, target: Path, library: Library | None = None) -> Pack:
    """Write the call in a folder as one file, and return it.

    `library` has the calls whose proposals it takes. Only a file of the same call is replaced.
    Raises PackInvalid or SaveError.
    """
    found = _accept(read_folder(folder), library)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(found.files.contents):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, found.files.contents[name].encode())
    if _is_of(found.pack, target):
        atomic_file.write(target, content.getvalue())
    else:
        atomic_file.create(target, content.getvalue())
    return found.pack


def _is_of(pack: Pack, path: Path) -> bool:
    """Return whether a path has a file of a call, in whatever revision and with whatever faults."""
    try:
        return _unpack(read_content(path, MAX_SIZE), path).name == pack.id
    except (OSError, ValueError, PackFileError, PackInvalid):
        return False


def read_call_file(path: Path, library: Library | None = None) -> CallFile:
    """Read a call from a file; `library` has the calls whose proposals it may take.

    Raises PackFileError for a file that is no call, and PackInvalid with all faults of one.
    """
    try:
        content = read_content(path, MAX_SIZE)
    except (OSError, ValueError) as problem:
        code = "missing" if isinstance(problem, FileNotFoundError) else "unreadable"
        raise PackFileError(code, path=str(path)) from problem
    if len(content) > MAX_SIZE:
        raise PackFileError("large", path=str(path))
    return _accept(_unpack(content, path), library)


def _unpack(content: bytes, path: Path) -> PackFiles:
    try:
        archive = Archive(content, UnpackLimits(part=MAX_FILE, left=MAX_UNPACKED))
        names = tuple(archive.names.values())
        if len(names) > MAX_FILES:
            raise PackFileError("large", path=str(path))
        unknown = next((name for name in names if not _NAME.fullmatch(name)), None)
        if unknown is not None:
            raise PackFileError("name", path=str(path), name=unknown)
        read = {name: archive.read(name) for name in sorted(names)}
    except PackageError as problem:
        code = problem.problem if problem.problem in _TOLD else "damaged"
        raise PackFileError(code, path=str(path), name=problem.name) from problem
    faults: list[Fault] = []
    contents: dict[str, str] = {}
    for name, part in read.items():
        try:
            contents[name] = decode_text(part)
        except ValueError:
            faults.append(Fault(f"{path.stem}/{name}", "", "unreadable"))
    missing = [name for name in PACK_FILES if name not in read]
    faults += [Fault(f"{path.stem}/{name}", "", "missing", name) for name in missing]
    if faults:
        raise PackInvalid(path.stem, tuple(faults))
    languages = tuple(sorted({name.split("/")[1] for name in contents if "/" in name}))
    pack = decode_pack(path.stem, contents, languages)
    return PackFiles(pack.id, contents, languages)


def _accept(files: PackFiles, library: Library | None) -> CallFile:
    """Return a call if it has no fault. Raises PackInvalid."""
    found = check_files(files, library)
    # It may take proposals of calls that are not on this computer.
    faults = tuple(fault for fault in found if fault.code != "unknown-call")
    if not _ID.fullmatch(files.name) or len(files.name) > _MAX_ID:
        faults = (*faults, Fault(f"{files.name}/pack.json", "/id", "not-an-id", files.name))
    if faults:
        raise PackInvalid(files.name, faults)
    return CallFile(files, decode_pack(files.name, files.contents, files.languages))
