"""Any one call of the system fails, or is the last before a kill: no word that was told is lost.

`strace` makes the call fail or ends the process at it. Only calls that change files are tried:
between two others nothing on the disk is different.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest

from erasmus_desk.storage import drafts, recovery
from erasmus_desk.storage.journal import Journal
from tests.core.desk_process import ROOT
from tests.core.draft.drafts import EVERY_KIND, make_draft
from tests.prove.faulty_writer import TEXT, WORDS

CALLS = ("write", "pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "unlink")
"""What changes a file: of the draft by its copy that takes its place, of the journal by SQLite."""
ERRORS = ("ENOSPC", "EDQUOT", "EIO", "EROFS")
MOST = {"pwrite64": 120, "fdatasync": 24}
FEW = 16
"""More than there are of each call, so that the last of them is met."""
AT_ONCE = min(4, os.cpu_count() or 1)
SENTENCES = json.loads((ROOT / "resources" / "sentences" / "en.json").read_text("utf-8"))["errors"]
pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")


Case = tuple[str, int, str]
"""A call of the system, which one of its kind, and what happens to it."""


@dataclass(frozen=True)
class Ending:
    """How a process ended in which a call was tampered with."""

    name: str
    code: int
    told: tuple[str, ...]
    kept: str
    """The text in the file with what the journal offers for it."""
    is_met: bool
    """Whether the call was made so often that it was the one."""

    @property
    def is_every_told_word_kept(self) -> bool:
        """Whether the text is one that was typed, with all that was told to be safe."""
        states = ["".join(f"word{one} " for one in range(number)) for number in range(WORDS + 1)]
        told = [line.partition(" ")[2] for line in self.told if line.startswith(("row ", "saved "))]
        safe = max((states.index(f"{one} ") for one in map(str.rstrip, told)), default=0)
        return self.kept in states[safe:]

    @property
    def is_worded(self) -> bool:
        """Whether the process went on to its end, and each error has a sentence."""
        errors = {one.removeprefix("error ") for one in self.told if one.startswith("error ")}
        is_at_end = self.code == 0 and self.told[-1:] == ("end",)
        return is_at_end and errors <= SENTENCES.keys()


def tamper(folder: Path, case: Case) -> Ending:
    """Run a process that types and saves, with one call of it tampered with."""
    call, number, how = case
    folder.mkdir()
    path, log = folder / "a.erasmus", folder / "calls.txt"
    drafts.save_new(make_draft(EVERY_KIND), path)
    done = subprocess.run(
        [
            *("strace", "-f", "-qq", "-o", str(log), "-e", f"trace={call}"),
            *("-e", f"inject={call}:{how}:when={number}"),
            *(sys.executable, "-m", "tests.prove.faulty_writer", str(folder)),
        ],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
    )
    journal = Journal(folder / "local" / "journal.sqlite3")
    kept = drafts.read(path).draft
    for offer in recovery.find_offers(journal):
        kept = kept.apply(*offer.change_set.changes)
    assert journal.damaged is None
    journal.close()
    is_met = "INJECTED" in log.read_text("utf-8") or done.returncode != 0
    shutil.rmtree(folder)
    name = f"{call} {number} {how}: {done.stderr[-300:]}"
    text = kept.text(TEXT.question)
    return Ending(name, done.returncode, tuple(done.stdout.splitlines()), text, is_met)


def tamper_with_all(folder: Path, cases: list[Case]) -> list[Ending]:
    places = [folder / str(number) for number in range(len(cases))]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(tamper, places, cases))


def list_calls() -> Iterator[tuple[str, int]]:
    """Return every call, and more, in order."""
    return ((call, number) for call in CALLS for number in range(1, MOST.get(call, FEW) + 1))


def name_faults(found: list[Ending], *, killed: bool) -> list[str]:
    return [
        f"{one.name} {one.told} {one.kept}"
        for one in found
        if not (one.is_every_told_word_kept and (killed or one.is_worded))
    ]


def test_a_share_of_calls_that_fail_or_are_the_last_lose_no_word(tmp_path: Path) -> None:
    failed = [("pwrite64", 3, "error=ENOSPC"), ("fdatasync", 2, "error=EIO")]
    last = [(call, 2, "signal=KILL") for call in ("rename", "fsync", "pwrite64", "fdatasync")]
    found = tamper_with_all(tmp_path, [*failed, *last])
    assert name_faults(found[: len(failed)], killed=False) == []
    assert name_faults(found[len(failed) :], killed=True) == []
    assert all(one.is_met for one in found), "a call was not made"


@pytest.mark.prove
def test_a_kill_before_any_call_loses_no_word(tmp_path: Path) -> None:
    found = tamper_with_all(tmp_path, [(*one, "signal=KILL") for one in list_calls()])
    sys.stdout.write(f"{sum(one.is_met for one in found)} kills before a call\n")
    assert name_faults(found, killed=True) == []
    assert {one.name.split()[0] for one in found if one.is_met} == {*CALLS}


@pytest.mark.prove
@pytest.mark.parametrize("error", ERRORS)
def test_no_call_that_fails_loses_a_word(tmp_path: Path, error: str) -> None:
    cases = product(list_calls(), (f"error={error}",))
    found = tamper_with_all(tmp_path, [(*call, how) for call, how in cases])
    sys.stdout.write(f"{error}: {sum(one.is_met for one in found)} calls failed\n")
    assert name_faults(found, killed=False) == []
