"""Killed at any moment, the program loses at most one second of typing."""

import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from erasmus_desk.draft.model import Draft
from erasmus_desk.storage import drafts, recovery
from erasmus_desk.storage.journal import Journal
from tests.core.draft.drafts import EVERY_KIND, make_draft
from tests.every_version import list_versions, load_version

TYPIST = Path(__file__).with_name("typist.py")
ROOT = TYPIST.parents[2]
MAX_LOSS = 1.0
"""Seconds of typing that may be lost."""
ROW_EVERY = 0.5
SAVE_EVERY = (0.01, 0.1, 5.0)
"""Seconds between saves: so often that a kill meets one in the middle, up to the real pace."""
AT_ONCE = 5


@dataclass(frozen=True)
class Kill:
    """The loss of one kill in seconds of typing, and whether there was work to recover."""

    typed: int
    lost: float
    recovered: bool


def kill_typist(folder: Path, seed: int) -> Kill:
    """Let a process type, kill it, and look what is there when the program starts again."""
    chance = random.Random(seed)  # noqa: S311 -- no secret, but the same each time
    folder.mkdir()
    path = folder / "a.erasmus"
    drafts.save_new(make_draft(EVERY_KIND), path)
    pace = (str(ROW_EVERY), str(chance.choice(SAVE_EVERY)))
    with subprocess.Popen(
        [sys.executable, str(TYPIST), str(folder), *pace],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline()]
        try:
            process.wait(chance.uniform(0, 1.3))
        except subprocess.TimeoutExpired:
            process.kill()
        moment = time.monotonic()
        lines += process.stdout.read().splitlines()
    assert process.returncode not in {0, 1}, "the typist stopped by itself"
    typed = dict(line.split() for line in lines if line.count(".") == 1 and " " in line)
    draft, recovered = recover(folder, path)
    kept = draft.text("des.text")
    assert kept == "".join(str(number % 10) for number in range(1, len(kept) + 1))
    assert {key: draft.get(key) for key in EVERY_KIND} == EVERY_KIND
    times = {int(number): float(at) for number, at in typed.items()}
    lost = [at for number, at in times.items() if number > len(kept)]
    return Kill(len(times), moment - min(lost) if lost else 0.0, recovered)


def recover(folder: Path, path: Path) -> tuple[Draft, bool]:
    """Start again, recover what is offered, and check that nothing is offered twice."""
    journal = Journal(folder / "local" / "journal.sqlite3")
    assert journal.damaged is None
    draft = drafts.read(path).draft
    offers = recovery.find_offers(journal)
    assert len(offers) <= 1
    for offer in offers:
        assert offer.is_same_file or offer.file
        before = draft
        draft = draft.apply(*offer.change_set.changes)
        assert draft.apply(*offer.change_set.invert().changes).answers == before.answers
        journal.close_unsaved_work(offer.work, recovered=True)
    assert recovery.find_offers(journal) == ()
    last = list_versions(journal, draft.id)[-1]
    assert load_version(journal, draft.id, last.id).answers == draft.answers
    journal.close()
    return draft, bool(offers)


def kill_typists(folder: Path, number: int) -> list[Kill]:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(kill_typist, (folder / str(n) for n in range(number)), range(number)))


def format_report(found: list[Kill]) -> str:
    typed = sum(kill.typed for kill in found)
    recovered = sum(kill.recovered for kill in found)
    worst = max(kill.lost for kill in found)
    return f"{len(found)} kills, {typed} keys, {recovered} recoveries, most lost {worst:.2f} s"


@pytest.mark.prove
def test_a_thousand_kills_lose_at_most_one_second_of_typing(tmp_path: Path) -> None:
    found = kill_typists(tmp_path, 1000)
    sys.stdout.write(format_report(found) + "\n")
    assert max(kill.lost for kill in found) <= MAX_LOSS, format_report(found)
    assert any(kill.recovered for kill in found)
