"""The installed call packs: those shipped with the program and those the user added."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Final

from erasmus_desk.call import decode
from erasmus_desk.call.carry import CarryTable
from erasmus_desk.call.model import Pack
from erasmus_desk.call.offers import sort_packs
from erasmus_desk.call.pack_files import CARRY, PACK_FILES, list_languages, read_file, read_words
from erasmus_desk.call.texts import Texts, read_texts
from erasmus_desk.errors import PackError, PackUnknown
from erasmus_desk.path_checks import is_file, is_folder

REVISION_MARK: Final = "@"
"""Stands between id and revision in the name of an added folder; no id contains it."""


class Library:
    """The packs in some folders; every pack is read once.

    Several revisions of a call may be there. A proposal stays on its own; whatever is new is on
    the newest. Of two with the same revision that of the first folder is meant.
    """

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders
        self._read: dict[Path, Pack] = {}
        self._chosen: dict[tuple[str, int], tuple[Pack, Path]] = {}
        self._texts: dict[tuple[Path, str], Texts] = {}
        self._tables: dict[str, tuple[CarryTable, ...]] = {}

    def list_packs(self) -> tuple[str, ...]:
        """Return the ids of all packs without reading them."""
        return tuple(sorted(self._find_folders()))

    def load_pack(self, name: str, revision: int = 0) -> Pack:
        """Return a pack by its id: the newest, or that of a proposal with a `revision`.

        Without that revision it is the next one, to which the proposal is fitted. Raises
        PackUnknown (`of-proposal` with a revision) or PackInvalid.
        """
        return self._choose(name, revision)[0]

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

    def load_texts(self, name: str, language: str, revision: int = 0) -> Texts:
        """Return the texts of a pack in a language, else in its main language."""
        pack, folder = self._choose(name, revision)
        wanted = language if language in pack.languages else pack.main_language
        if (folder, wanted) not in self._texts:
            chain = tuple(dict.fromkeys((wanted, pack.main_language)))
            files = {one: read_words(folder, one) for one in chain}
            self._texts[folder, wanted] = read_texts(name, files, chain)
        return self._texts[folder, wanted]

    def load_carry_tables(self, name: str) -> tuple[CarryTable, ...]:
        """Return the tables of a pack for drafts of other calls. Raises PackUnknown or PackInvalid.

        They are read only when a draft is carried.
        """
        if name not in self._tables:
            file = self._choose(name, 0)[1] / CARRY
            found = decode.decode_carry(name, read_file(file, name)) if is_file(file) else ()
            self._tables[name] = found
        return self._tables[name]

    def find_carry_table(self, source: str, target: str, owner: str = "") -> CarryTable | None:
        """Return how drafts of one call become drafts of another, or `None`.

        It is the table of the target. That of the source, read backwards, serves where there is
        none, and for a draft that came by it from the target: `owner` is the call that has the
        table by which a draft came. Raises PackError.
        """
        way = self._find_own_table(source, target)
        if way is not None and (owner != source or source == target):
            return way
        back = self._find_own_table(target, source)
        return back.invert(target) if back is not None else way

    def _find_own_table(self, source: str, target: str) -> CarryTable | None:
        """Return the table that a call itself has for drafts of another, in full."""
        for one in self.load_carry_tables(target):
            if one.source == source:
                return one.complete(self.load_pack(source).form, self.load_pack(target).form)
        return None

    def list_carry_targets(self, source: str) -> tuple[str, ...]:
        """Return the calls that a draft of a call can be carried to, as they are offered."""
        found: list[str] = []
        for pack in self.load_packs()[0]:
            with contextlib.suppress(PackError):
                if self.find_carry_table(source, pack.id) is not None:
                    found.append(pack.id)
        return tuple(found)

    def find_revisions(self, name: str) -> dict[int, Path]:
        """Return the folders of the revisions of a call that can be read."""
        found: dict[int, Path] = {}
        for folder in self._find_folders().get(name, ()):
            try:
                found.setdefault(self._load(name, folder).revision, folder)
            except PackError:
                continue
        return found

    def forget_choices(self) -> None:
        """Look at the folders anew: a pack was added."""
        self._chosen = {}
        self._tables = {}

    def _choose(self, name: str, revision: int) -> tuple[Pack, Path]:
        if (name, revision) not in self._chosen:
            # The name may come from a draft file, so it is looked up and never joined to a path.
            known = self._find_folders()
            if name not in known:
                code = "of-proposal" if revision else ""
                raise PackUnknown(code, pack=name, known=", ".join(sorted(known)))
            folders = known[name]
            revisions = self.find_revisions(name) if len(folders) > 1 else {}
            folder = (
                revisions[_fit(revision, tuple(revisions))] if revisions else next(iter(folders))
            )
            self._chosen[name, revision] = self._load(name, folder), folder
        return self._chosen[name, revision]

    def _load(self, name: str, folder: Path) -> Pack:
        if folder not in self._read:
            contents = {file: read_file(folder / file, name) for file in PACK_FILES}
            self._read[folder] = decode.decode_pack(name, contents, list_languages(folder))
        return self._read[folder]

    def _find_folders(self) -> dict[str, tuple[Path, ...]]:
        """Return the folders of each pack by its id, those of the first folder first."""
        found: dict[str, tuple[Path, ...]] = {}
        for folder in filter(is_folder, self._folders):
            for place in sorted(folder.glob("*/pack.json")):
                name = place.parent.name.partition(REVISION_MARK)[0]
                # What begins with a dot is being written.
                if name and not name.startswith("."):
                    found[name] = (*found.get(name, ()), place.parent)
        return found


def _fit(wanted: int, there: tuple[int, ...]) -> int:
    """Return the wanted revision, else the next one; the newest if none is wanted or newer."""
    later = [one for one in there if one >= wanted]
    return min(later) if wanted and later else max(there)
