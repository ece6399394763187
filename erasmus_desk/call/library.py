"""Which call packs are on board: those shipped, and those somebody added."""

from __future__ import annotations

from pathlib import Path

from erasmus_desk.call import decode
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts, texts
from erasmus_desk.errors import Fault, PackInvalid, PackUnknown

PACK_FILES = ("pack.json", "form.json", "money.json")


class Library:
    """Finds packs in folders, each pack a folder of its own; reads each pack once."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        """Look for packs in `folders`; the first that holds an id wins."""
        self._folders = folders
        self._packs: dict[str, Pack] = {}
        self._texts: dict[tuple[str, str], Texts] = {}

    def ids(self) -> tuple[str, ...]:
        """Give the ids of all packs, without reading them."""
        return tuple(sorted(self._found()))

    def pack(self, name: str) -> Pack:
        """Give a pack. Raises PackUnknown or PackInvalid."""
        if name not in self._packs:
            folder = self._folder(name)
            contents = {file: _content(folder / file, name) for file in PACK_FILES}
            self._packs[name] = decode.pack(name, contents)
        return self._packs[name]

    def texts(self, name: str, language: str) -> Texts:
        """Give a pack's words in a language, falling back on its main language."""
        pack = self.pack(name)
        wanted = language if language in pack.languages else pack.main_language
        if (name, wanted) not in self._texts:
            folder = self._folder(name) / "words"
            chain = tuple(dict.fromkeys((wanted, pack.main_language)))
            files = {
                one: {
                    place.name: _content(place, name)
                    for place in sorted((folder / one).glob("*.json"))
                }
                for one in chain
            }
            self._texts[name, wanted] = texts(name, files, chain)
        return self._texts[name, wanted]

    def _found(self) -> dict[str, Path]:
        return {
            place.parent.name: place.parent
            for folder in reversed(self._folders)
            for place in folder.glob("*/pack.json")
        }

    def _folder(self, name: str) -> Path:
        # A name is looked up, never joined to a path unseen: it may come from a draft file.
        found = self._found()
        if name not in found:
            raise PackUnknown(pack=name, known=", ".join(sorted(found)))
        return found[name]


def _content(file: Path, pack: str) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        fault = Fault(f"{pack}/{file.name}", "", "unreadable", type(problem).__name__)
        raise PackInvalid(pack, (fault,)) from problem
