"""A journal with unsaved words, damaged in every way one byte or one page can be, and opened.

Each opening must offer the unsaved text whole, or say what is damaged: see `open_damaged`.
"""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from msgspec import Struct

from erasmus_desk.draft.model import Change, Draft, Key
from erasmus_desk.errors import DeskError
from erasmus_desk.storage import drafts, recovery
from erasmus_desk.storage.journal import Journal
from tests.core.draft.drafts import EVERY_KIND, make_draft
from tests.every_version import list_versions

TEXT = Key("des.text")
PAGE = 4096
FRAME = 24 + PAGE
NAMES = ("saved", "crashed")
WORDS = 30
TABLE, INDEX = (0x0D, 0x05), (0x0A, 0x02)
"""First bytes of a page of a table and of an index."""
HEAD = 12
"""Bytes before the places of the rows of a page."""


class Damaged(Struct, frozen=True):
    """One file of the journal with one thing damaged."""

    what: str
    tail: str
    """The end of the name of the file, `-wal` for the log, `-shm` for its index."""
    alter: Callable[[bytes], bytes]


class Opened(Struct, frozen=True):
    """How a damaged journal was opened: `whole`, `told` or `silent`, or refused by an error."""

    what: str
    outcome: str
    is_whole: bool
    seconds: float


class Specimen:
    """A journal as it is on the disk when the program is killed, or ended with words unsaved."""

    def __init__(self, folder: Path, *, is_killed: bool, words: int = WORDS) -> None:
        self.folder = folder
        self.files: dict[str, bytes] = {}
        self.latest: Draft = make_draft(EVERY_KIND)
        path = folder / "journal.sqlite3"
        journal = Journal(path)
        for name in NAMES:
            self._type(journal, name, words)
        if not is_killed:
            journal.close()
        for tail in ("", "-wal", "-shm"):
            if Path(f"{path}{tail}").exists():
                self.files[tail] = Path(f"{path}{tail}").read_bytes()
        journal.close()

    def _type(self, journal: Journal, name: str, words: int) -> None:
        """Type words into a draft, and save it only if that is its name."""
        draft = make_draft(EVERY_KIND, name)
        file = self.folder / f"{name}.erasmus"
        run = journal.begin_run(draft, file, drafts.save_new(draft, file))
        for number in range(1, words + 1):
            text = "".join(f"word{one} " for one in range(number))
            journal.append(run, [Change(TEXT, None, text)])
            if number == words // 2 or name == "saved":
                journal.record_save(run, drafts.save(run.draft, file, run.digest))
        journal.end_run(run)
        self.latest = run.draft

    def open(self, damaged: Damaged) -> Opened:
        """Open the journal with one of its files damaged, go on writing, and open it once more."""
        place = self.folder / "local"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        path = place / "journal.sqlite3"
        for tail, sound in self.files.items():
            content = damaged.alter(sound) if tail == damaged.tail else sound
            Path(f"{path}{tail}").write_bytes(content)
        os.utime(path, (0, 0))
        begun = time.process_time()
        try:
            is_whole, told = self._look(path)
        except DeskError as problem:
            is_whole, told = False, problem.message_id
        seconds = time.process_time() - begun
        outcome = "whole" if is_whole and not told else told or "silent"
        return Opened(damaged.what, outcome, is_whole, seconds)

    def _look(self, path: Path) -> tuple[bool, str]:
        """Return whether all is offered and what is said; a second look must find it the same."""
        journal = Journal(path, later=True)
        notice = journal.take_notice()
        if notice is not None and journal.damaged is None:
            journal.close()
            return False, notice.message_id
        offers = recovery.find_offers(journal)
        is_whole = self._is_whole(offers)
        notice = notice or journal.take_notice()
        for name in NAMES:
            journal.list_paths(name)
            list_versions(journal, name)
        run = journal.begin_run(make_draft(draft_id="new"), path.with_name("new.erasmus"), "digest")
        journal.append(run, [Change(TEXT, None, "goes on")])
        notice = notice or journal.take_notice()
        journal.close()
        again = Journal(path, later=True)
        those = [one for one in recovery.find_offers(again) if one.work.latest.id != "new"]
        assert notice is None or again.take_notice() is None, "told twice"
        again.close()
        assert self._is_whole(those) == is_whole, "other words the second time"
        return is_whole, notice.message_id if notice is not None else ""

    def _is_whole(self, offers: Iterable[recovery.RecoveryOffer]) -> bool:
        """Return whether the last words are offered as they were typed, and nothing else."""
        mine = [one for one in offers if one.work.latest.id != "new"]
        return len(mine) == 1 and mine[0].work.latest.answers == self.latest.answers


def list_all(specimen: Specimen, each: int, masks: tuple[int, ...]) -> Iterator[Damaged]:
    """Yield all damages: see `list_flips` and `list_pages`."""
    for tail in specimen.files:
        yield from list_flips(specimen, tail, each, masks)
        yield from list_pages(specimen, tail)


def list_flips(
    specimen: Specimen, tail: str, each: int, masks: tuple[int, ...]
) -> Iterator[Damaged]:
    """Yield a file with one byte flipped: every byte of heads and indexes, one of `each` others."""
    content = specimen.files[tail]
    chance = random.Random(13)  # noqa: S311 -- no secret, but the same each time
    for place in range(len(content)):
        if is_structure(content, tail, place) or not chance.randrange(each):
            for mask in masks:
                yield Damaged(f"{tail} {place} ^ {mask}", tail, partial(_flip, place, mask))


def is_structure(content: bytes, tail: str, place: int) -> bool:
    """Return whether a byte is of a head, of a list of rows or of an index, and not of text."""
    if tail == "-shm":
        return place < 136
    if tail:
        return place < 32 or (place - 32) % FRAME < 24 + HEAD
    page, offset = divmod(place, PAGE)
    begin = page * PAGE + (100 if page == 0 else 0)
    kind, rows = content[begin], int.from_bytes(content[begin + 3 : begin + 5], "big")
    return offset < HEAD + 2 * rows + (100 if page == 0 else 0) or kind in INDEX


def list_pages(specimen: Specimen, tail: str) -> Iterator[Damaged]:
    """Yield a file with a page zeroed, filled, swapped with another, and cut off there."""
    content = specimen.files[tail]
    head, size = (32, FRAME) if tail == "-wal" else (0, PAGE)
    places = range(head, len(content), size)
    for number, place in enumerate(places):
        end = min(place + size, len(content))
        ways: dict[str, Callable[[bytes], bytes]] = {
            "zeroed": partial(_replace, place, bytes(end - place)),
            "filled": partial(_replace, place, b"\xff" * (end - place)),
            "cut off": partial(_cut, place),
            "cut within": partial(_cut, (place + end) // 2),
        }
        for other in places[number + 1 :]:
            ways[f"swapped with {other // size}"] = partial(_swap, place, other, size)
        for way, alter in ways.items():
            yield Damaged(f"{tail} page {number} {way}", tail, alter)


def _flip(place: int, mask: int, content: bytes) -> bytes:
    return _replace(place, bytes([content[place] ^ mask]), content)


def _replace(place: int, instead: bytes, content: bytes) -> bytes:
    return content[:place] + instead + content[place + len(instead) :]


def _cut(place: int, content: bytes) -> bytes:
    return content[:place]


def _swap(one: int, other: int, size: int, content: bytes) -> bytes:
    first, second = content[one : one + size], content[other : other + size]
    return _replace(one, second, _replace(other, first, content))
