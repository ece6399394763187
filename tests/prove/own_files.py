"""A process that opens damaged files of our own one after the other, as the program does.

`python -m tests.prove.own_files <folder> <number> ...`: the number says which file and how it is
damaged. It reports as `tests/prove/opener.py` does.
"""

from __future__ import annotations

import io
import json
import logging
import random
import shutil
import sys
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from erasmus_desk.budget.grant import compute_grant
from erasmus_desk.call.library import Library
from erasmus_desk.checks.runner import run_checks
from erasmus_desk.draft.model import Change, Key
from erasmus_desk.errors import DeskError
from erasmus_desk.packs.call_file import read_call_file, write_call_file
from erasmus_desk.progress import compute_progress
from erasmus_desk.storage import drafts, partner_book, recovery, settings
from erasmus_desk.storage.journal import Journal
from tests.every_version import list_versions
from tests.prove.damage import alter, damage
from tests.prove.opener import RESOURCES, measure

TEXT = Key("des.text")
CALLS = Path(__file__).resolve().parents[1] / "packs" / "valid"


def open_draft(path: Path) -> str:
    """Read a draft, check it and calculate its grant."""
    draft = drafts.read(path).draft
    pack = Library((RESOURCES / "calls",)).load_pack(draft.pack.id)
    run_checks(draft, pack)
    compute_grant(draft, pack)
    compute_progress(draft, pack)
    return "opened"


def open_journal(path: Path) -> str:
    """Look for unsaved work, list the history, and go on writing."""
    journal = Journal(path, later=True)
    try:
        offers = recovery.find_offers(journal)
        for offer in offers:
            list_versions(journal, offer.work.latest.id)
        draft = offers[0].work.latest if offers else drafts.read(_example()).draft
        run = journal.begin_run(draft, path.with_name("a.erasmus"), "digest")
        journal.append(run, [Change(TEXT, draft.get(TEXT), "goes on")])
    finally:
        journal.close()
    return "opened"


def open_call(path: Path) -> str:
    """Read the file of a call, as *Add a call* does."""
    read_call_file(path)
    return "opened"


def open_settings(path: Path) -> str:
    """Read the settings, and keep a file that is damaged."""
    loaded = settings.load(path)
    if loaded.is_damaged:
        settings.set_aside(loaded, path)
    settings.save(loaded.settings, path)
    return "opened"


def open_book(path: Path) -> str:
    """Read the saved organisations, and write them."""
    loaded = partner_book.load(path)
    partner_book.save(loaded.book, path)
    return "opened"


OPENERS: dict[str, Callable[[Path], str]] = {
    "draft.erasmus": open_draft,
    "journal.sqlite3": open_journal,
    "call.erasmus-call": open_call,
    "settings.json": open_settings,
    "partners.json": open_book,
}


def _example() -> Path:
    return min((RESOURCES / "examples").glob("*.erasmus"))


def write_own_files(folder: Path) -> None:
    """Write one sound file of each kind."""
    file = drafts.read(_example())
    pack = Library((RESOURCES / "calls",)).load_pack(file.draft.pack.id)
    shutil.copy(_example(), folder / "draft.erasmus")
    journal = Journal(folder / "journal.sqlite3")
    run = journal.begin_run(file.draft, folder / "draft.erasmus", file.digest)
    for number in range(1, 60):
        text = "".join(f"word{one} " for one in range(number))
        journal.append(run, [Change(TEXT, None, text)])
    journal.end_run(run)
    journal.close()
    write_call_file(CALLS / "work-packages", folder / "call.erasmus-call")
    found = settings.Settings(recent=(folder / "draft.erasmus",), last_folder=folder)
    settings.save(found, folder / "settings.json")
    book = partner_book.PartnerBook()
    for item in file.draft.items(pack.role("organisations"))[:4]:
        book = book.remember(file.draft, pack, item)
    partner_book.save(book, folder / "partners.json")


def build_file(number: int, name: str, content: bytes) -> bytes:
    """Return the damaged file of a number; every second one is still JSON, with one thing altered.

    Of a call one of its parts is altered.
    """
    if number // len(OPENERS) % 2 or name == "journal.sqlite3":
        return damage(content, number)
    if name != "call.erasmus-call":
        return _alter(content, number)
    return _alter_part(content, number)


def _alter(content: bytes, number: int) -> bytes:
    chance = random.Random(number)  # noqa: S311 -- no secret, but the same each time
    return alter(content.decode(), chance).encode("utf-8", "surrogatepass")


def _alter_part(content: bytes, number: int) -> bytes:
    """Alter one of the files in the file of a call."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as sound, zipfile.ZipFile(made, "w") as altered:
        names = sound.namelist()
        for place, name in enumerate(names):
            part = sound.read(name)
            is_chosen = place == number % len(names)
            altered.writestr(name, _alter(part, number) if is_chosen else part)
    return made.getvalue()


def open_file(opener: Callable[[Path], str], path: Path) -> str:
    """Open one file; return how that ended."""
    try:
        return opener(path)
    except DeskError as refusal:
        return refusal.message_id


def main(folder: Path, *numbers: int) -> None:
    """Open the damaged files of these numbers."""
    logging.disable()
    names = [*OPENERS]
    for number in numbers:
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        name = names[number % len(names)]
        place = folder / str(number)
        place.mkdir()
        path = place / name
        path.write_bytes(build_file(number, name, (folder / name).read_bytes()))
        opened = measure(number, name, partial(open_file, OPENERS[name], path))
        sys.stdout.write(json.dumps(opened) + "\n")
        sys.stdout.flush()
        shutil.rmtree(place)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
