"""A process that imports mutated files one after the other and reports the outcome of each.

`python -m tests.prove.opener <folder> <number> ...`, where the folder has drafts, and beside each
the valid file that is mutated and its current record. For each number it writes one line at the
start and one line of JSON at the end. What hangs is ended with a traceback.
"""

from __future__ import annotations

import faulthandler
import json
import sys
import time
import traceback
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from erasmus_desk.call.library import Library
from erasmus_desk.errors import ReturnedError
from erasmus_desk.review_import import decisions, importer
from erasmus_desk.round_trip import codec
from erasmus_desk.storage import drafts
from tests.prove.bombs import BOMBS
from tests.prove.growths import GROWTHS, add_many_comments
from tests.prove.mutations import Entries, mutate
from tests.prove.records import RECORDS

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
GIVE_UP = 30
"""Seconds after which a file counts as one that never ends."""
_STATUS = Path("/proc/self/status")
_CLEAR_REFS = Path("/proc/self/clear_refs")


@dataclass(frozen=True, slots=True)
class ValidFile:
    """A valid file and the context of its draft."""

    entries: Entries
    context: importer.ImportContext


def import_file(path: Path, context: importer.ImportContext) -> str:
    """Import a file with automatic decisions, and return how it ended."""
    before = context.draft
    try:
        result = importer.import_files([path], context)
    except ReturnedError as refusal:
        return refusal.message_id
    chosen = decisions.auto_decisions(result, decisions.AcceptMode.CLEAR)
    decisions.apply_decisions(
        context.draft, context.pack.form, result, chosen, "2026-11-23T10:00:00+00:00"
    )
    assert context.draft is before
    return "imported"


def read_peak_memory() -> int:
    """Return the peak memory of this process since the last reset, in bytes."""
    for line in _STATUS.read_text().splitlines() if _STATUS.exists() else ():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return 0


def reset_peak_memory() -> None:
    """Reset the peak memory; only Linux can."""
    if _CLEAR_REFS.exists():
        _CLEAR_REFS.write_text("5")


def measure(number: int, name: str, work: Callable[[], str]) -> dict[str, object]:
    """Do one work and measure processor time, so that other work does not count."""
    reset_peak_memory()
    faulthandler.dump_traceback_later(GIVE_UP, exit=True)
    start = time.process_time()
    fault = ""
    try:
        outcome = work()
    except BaseException:  # noqa: BLE001 -- every exception is a finding
        outcome, fault = "escaped", traceback.format_exc()
    seconds = time.process_time() - start
    faulthandler.cancel_dump_traceback_later()
    return {
        "number": number,
        "name": name,
        "outcome": outcome,
        "fault": fault,
        "seconds": round(seconds, 3),
        "memory": read_peak_memory(),
    }


def load_valid_files(folder: Path) -> list[ValidFile]:
    """Return the valid files of a folder, each with its draft."""
    library = Library((RESOURCES / "calls",))
    found: list[ValidFile] = []
    for path in sorted(folder.glob("*.docx")):
        draft = drafts.read(path.with_suffix(".erasmus")).draft
        pack = library.load_pack(draft.pack.id)
        record = codec.decode(path.with_suffix(".record").read_bytes())
        present = (record,) if record else ()
        texts = {language: library.load_texts(pack.id, language) for language in ("en", "nl")}
        context = importer.ImportContext(
            draft, pack, texts.__getitem__, current_records=lambda present=present: present
        )
        with zipfile.ZipFile(path) as archive:
            entries = {name: archive.read(name) for name in archive.namelist()}
        found.append(ValidFile(entries, context))
    return found


GROWN = (*GROWTHS, *RECORDS)
HAND_MADE = len(BOMBS) + len(GROWN) + 1
NAMES = (*(one.name for one in BOMBS), *(one.name for one in GROWN), "comments everywhere")


def build_file(number: int, entries: Entries) -> bytes:
    """Return the file of a number: first the hand-made ones, then random mutations."""
    if number < len(BOMBS):
        return BOMBS[number].build()
    if number < len(BOMBS) + len(GROWN):
        return GROWN[number - len(BOMBS)].build(entries)
    return add_many_comments(entries) if number < HAND_MADE else mutate(number, entries)


def main(folder: Path, *numbers: int) -> None:
    """Import the files of these numbers; hand-made ones are based on the last valid file."""
    valid = load_valid_files(folder)
    for number in numbers:
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        basis = valid[-1 if number < HAND_MADE else number % len(valid)]
        path = folder / f"{number}.mutated"
        path.write_bytes(build_file(number, basis.entries))
        name = NAMES[number] if number < HAND_MADE else "mutated"
        opened = measure(number, name, partial(import_file, path, basis.context))
        sys.stdout.write(json.dumps(opened) + "\n")
        sys.stdout.flush()
        path.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
