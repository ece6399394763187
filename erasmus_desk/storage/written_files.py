"""The exported files as they were written, so that no export overwrites what others did in them.

A Word file that was handed over comes back with somebody's work under the same name. Only a file
that still is what this program wrote there last is replaced.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Collection, Mapping
from itertools import count
from pathlib import Path

import msgspec

from erasmus_desk import atomic_file
from erasmus_desk.atomic_file import PreparedFile
from erasmus_desk.errors import SaveError, TargetRefused
from erasmus_desk.path_checks import find_real_path, is_file

MAX_FILES = 2000
"""Files that are remembered; one that was forgotten is not overwritten any more."""


class WrittenFiles:
    """The digests of the files written for others, by path, kept in one file of this user."""

    def __init__(self, path: Path) -> None:
        """Read what is known; without a readable file no existing target counts as ours."""
        self._path = path
        self._digests: dict[str, str] = {}
        with contextlib.suppress(OSError, msgspec.MsgspecError):
            self._digests = msgspec.json.decode(path.read_bytes(), type=dict[str, str])

    def is_free(self, target: Path, content: bytes = b"") -> bool:
        """Return whether nothing of others is lost when `content` is written to a path."""
        if not os.path.lexists(target):
            return True
        try:
            found = atomic_file.compute_digest(target.read_bytes())
        except (OSError, ValueError):
            return False
        return found in {self._digests.get(_name(target)), atomic_file.compute_digest(content)}

    def choose_name(self, target: Path, content: bytes, taken: Collection[Path] = ()) -> Path:
        """Return a path, or the next one of its numbered names that is free; none of `taken`."""
        names = (target.stem if number == 1 else f"{target.stem} ({number})" for number in count(1))
        paths = (target.with_name(f"{name}{target.suffix}") for name in names)
        return next(path for path in paths if path not in taken and self.is_free(path, content))

    def refuse_foreign(self, target: Path, content: bytes) -> None:
        """Raise TargetRefused (`not-ours`) for a file that is not as it was written last.

        So for a link to nothing (`nowhere`). A folder or another thing that is no file is left to
        the error of writing.
        """
        atomic_file.refuse_lost_link(target)
        if is_file(target) and not self.is_free(target, content):
            other = str(self.choose_name(target, content))
            raise TargetRefused("not-ours", path=str(target), other=other)

    def write(self, target: Path, content: bytes) -> None:
        """Write a file and remember it. Raises TargetRefused (`not-ours` too) or TargetBusy."""
        self.write_all({target: content})

    def write_all(
        self,
        contents: Mapping[Path, bytes],
        check: Callable[[], None] = lambda: None,
        commit: Callable[[], None] = lambda: None,
    ) -> None:
        """Write files and remember them: all are complete before the first is in its place.

        `check` is called between them and `commit` before the first is in its place; what they
        raise leaves all as it was. Raises as `write` does.
        """
        prepared: dict[Path, PreparedFile] = {}
        try:
            for target, content in contents.items():
                check()
                self.refuse_foreign(target, content)
                prepared[target] = PreparedFile(target, content)
            commit()
            self._put_in_place(prepared, contents)
        finally:
            for file in prepared.values():
                file.discard()
        for folder in {target.parent: file for target, file in prepared.items()}.values():
            folder.flush_folder()

    def _put_in_place(
        self, prepared: Mapping[Path, PreparedFile], contents: Mapping[Path, bytes]
    ) -> None:
        try:
            for target, file in prepared.items():
                self.refuse_foreign(target, contents[target])
                self._digests.pop(_name(target), None)
                file.put_in_place(may_replace=os.path.lexists(target))
                self._digests[_name(target)] = file.digest
        finally:
            self._remember()

    def _remember(self) -> None:
        newest = list(self._digests.items())[-MAX_FILES:]
        # What is not remembered costs a second name, no work.
        with contextlib.suppress(SaveError):
            atomic_file.make_folder(self._path.parent)
            atomic_file.write(self._path, msgspec.json.encode(dict(newest)))


def _name(target: Path) -> str:
    # A name that is no text in this system's encoding has none in JSON either.
    name = os.path.normcase(find_real_path(target))
    return os.fsencode(name).decode("utf-8", "backslashreplace")
