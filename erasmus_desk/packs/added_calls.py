"""Calls added to those of the program: what adding one would do, and its folder on the disk."""

from __future__ import annotations

import os
import shutil
from enum import StrEnum
from pathlib import Path

from erasmus_desk import atomic_file
from erasmus_desk.call.library import REVISION_MARK, Library
from erasmus_desk.call.pack_files import read_folder
from erasmus_desk.errors import PackFileError, PackInvalid
from erasmus_desk.packs.call_file import CallFile
from erasmus_desk.path_checks import may_exist


class Effect(StrEnum):
    """What adding a call does. No call that is there is ever replaced."""

    NEW = "new"
    REVISION = "revision"
    """A newer revision stands beside the older one, on which its proposals stay."""
    SAME = "same"
    """The call is there already."""


def find_effect(call: CallFile, library: Library) -> Effect:
    """Return what adding a call would do.

    Raises PackFileError for another call under the same id and revision (`taken`), and for an
    older revision than the newest (`older`).
    """
    pack = call.pack
    there = library.find_revisions(pack.id)
    if pack.revision in there:
        if _has_contents(there[pack.revision], call):
            return Effect.SAME
        raise PackFileError("taken", pack=pack.id, revision=pack.revision)
    if there and pack.revision < max(there):
        newest = max(there)
        raise PackFileError("older", pack=pack.id, revision=pack.revision, newest=newest)
    return Effect.REVISION if there else Effect.NEW


def add_call(call: CallFile, folder: Path, library: Library) -> Effect:
    """Add a call to those in a folder, whole or not at all.

    Raises PackFileError as `find_effect` does, and SaveError.
    """
    effect = find_effect(call, library)
    if effect is not Effect.SAME:
        atomic_file.make_folder(folder)
        target = folder / f"{call.pack.id}{REVISION_MARK}{call.pack.revision}"
        _write(call, folder / f".{os.urandom(8).hex()}", target)
        library.forget_choices()
    return effect


def _has_contents(folder: Path, call: CallFile) -> bool:
    try:
        return dict(read_folder(folder).contents) == dict(call.files.contents)
    except PackInvalid:
        return False


def _write(call: CallFile, temporary: Path, target: Path) -> None:
    """Write the files beside the target, which they take the place of in one step."""
    try:
        for name, content in call.files.contents.items():
            place = temporary.joinpath(*name.split("/"))
            atomic_file.make_folder(place.parent)
            atomic_file.write(place, content.encode())
        if may_exist(target):
            # What is there cannot be read, else it would have been found among the revisions.
            target.rename(temporary.with_name(f"{temporary.name}-unreadable"))
        temporary.rename(target)
    except OSError as problem:
        raise atomic_file.to_save_error(problem, target) from problem
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
