"""The installed call packs: those shipped with the program and those the user added."""

from __future__ import annotations

import contextlib
from pathlib import Path

from erasmus_desk.call import decode
from erasmus_desk.call.carry import CarryTable
from erasmus_desk.call.model import Pack
from erasmus_desk.call.offers import sort_packs
from erasmus_desk.call.pack_files import CARRY, PACK_FILES, read_file, read_words
from erasmus_desk.call.texts import Texts, read_texts
from erasmus_desk.errors import PackError, PackUnknown


class Library:
    """The packs in some folders, the first with an id first; every pack is read once."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders
        self._packs: dict[str, Pack] = {}
        self._texts: dict[tuple[str, str], Texts] = {}
        self._tables: dict[str, tuple[CarryTable, ...]] = {}

    def list_packs(self) -> tuple[str, ...]:
        """Return the ids of all packs without reading them."""
        return tuple(sorted(self._find_folders()))

    def load_pack(self, name: str) -> Pack:
        """Return a pack by its id. Raises PackUnknown or PackInvalid."""
        if name not in self._packs:
            folder = self._folder(name)
            contents = {file: read_file(folder / file, name) for file in PACK_FILES}
            self._packs[name] = decode.decode_pack(name, contents)
        return self._packs[name]

    def load_packs(self) -> tuple[tuple[Pack, ...], tuple[PackError, ...]]:
        """Return all packs that can be read, as they are offered, and why others cannot."""
        found: list[Pack] = []
        problems: list[PackError] = []
        for name in self.list_packs():
            try:
                found.append(self.load_pack(name))
            except PackError as problem:
                problems.append(problem)
        return sort_packs(found), tuple(problems)

    def load_texts(self, name: str, language: str) -> Texts:
        """Return the texts of a pack in a language, else in its main language."""
        pack = self.load_pack(name)
        wanted = language if language in pack.languages else pack.main_language
        if (name, wanted) not in self._texts:
            folder = self._folder(name)
            chain = tuple(dict.fromkeys((wanted, pack.main_language)))
            files = {one: read_words(folder, one) for one in chain}
            self._texts[name, wanted] = read_texts(name, files, chain)
        return self._texts[name, wanted]

    def load_carry_tables(self, name: str) -> tuple[CarryTable, ...]:
        """Return the tables of a pack for drafts of other calls. Raises PackUnknown or PackInvalid.

        They are read only when a draft is carried.
        """
        if name not in self._tables:
            file = self._folder(name) / CARRY
            found = decode.decode_carry(name, read_file(file, name)) if file.is_file() else ()
            self._tables[name] = found
        return self._tables[name]

    def find_carry_table(self, source: str, target: str) -> CarryTable | None:
        """Return how drafts of one call become drafts of another, or `None`.

        The table of the other call for this one, read backwards, serves as well. Raises PackError.
        """
        for table in self.load_carry_tables(target):
            if table.source == source:
                return table
        for table in self.load_carry_tables(source):
            if table.source == target:
                return table.invert(target)
        return None

    def list_carry_targets(self, source: str) -> tuple[str, ...]:
        """Return the calls that a draft of a call can be carried to, as they are offered."""
        found: list[str] = []
        for pack in self.load_packs()[0]:
            with contextlib.suppress(PackError):
                if self.find_carry_table(source, pack.id) is not None:
                    found.append(pack.id)
        return tuple(found)

    def _find_folders(self) -> dict[str, Path]:
        return {
            place.parent.name: place.parent
            for folder in reversed(self._folders)
            for place in folder.glob("*/pack.json")
        }

    def _folder(self, name: str) -> Path:
        # The name may come from a draft file, so it is looked up and never joined to a path.
        found = self._find_folders()
        if name not in found:
            raise PackUnknown(pack=name, known=", ".join(sorted(found)))
        return found[name]
