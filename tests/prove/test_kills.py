"""The promise of the desk: killed at any moment, it loses at most one second of typing."""

import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.storage import drafts, recovery
from erasmus_desk.storage.journal import Journal
from tests.core.draft.drafts import EVERY_KIND, draft_of

TYPIST = Path(__file__).with_name("typist.py")
ROOT = TYPIST.parents[2]
BOUND = 1.0
"""Seconds of typing that may be lost."""
ROW_EVERY = 0.5
SAVE_EVERY = (0.01, 0.1, 5.0)
"""Seconds between saves: so often that a kill meets one in the middle, up to the real pace."""
AT_ONCE = 5


@dataclass(frozen=True)
class Kill:
    """What one kill cost, in seconds of typing, and whether there was something to rescue."""

    typed: int
    lost: float
    rescued: bool


def killed(folder: Path, seed: int) -> Kill:
    """Let somebody type, kill the program, and look what is there when it starts again."""
    chance = random.Random(seed)  # noqa: S311 -- no secret, but the same each time
    folder.mkdir()
    path = folder / "a.erasmus"
    drafts.save_new(draft_of(EVERY_KIND), path)
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
    draft, rescued = after_restart(folder, path)
    kept = draft.text("des.text")
    assert kept == "".join(str(number % 10) for number in range(1, len(kept) + 1))
    assert {key: draft.get(key) for key in EVERY_KIND} == EVERY_KIND
    times = {int(number): float(at) for number, at in typed.items()}
    lost = [at for number, at in times.items() if number > len(kept)]
    return Kill(len(times), moment - min(lost) if lost else 0.0, rescued)


def after_restart(folder: Path, path: Path) -> tuple[Draft, bool]:
    """Start again, take what is offered, and look once more that nothing is offered twice."""
    journal = Journal.open(folder / "local" / "journal.sqlite3")
    assert journal.damaged is None
    draft = drafts.read(path).draft
    offers = recovery.offers(journal)
    assert len(offers) <= 1
    for offer in offers:
        assert offer.fits or offer.opened
        before = draft
        draft = draft.apply(*offer.step.changes)
        assert draft.apply(*offer.step.inverse().changes).answers == before.answers
        journal.settle(offer.rescue, taken=True)
    assert recovery.offers(journal) == ()
    assert journal.states(draft.id, Key("des.text"))[-1].value == draft.get(Key("des.text"))
    journal.close()
    return draft, bool(offers)


def kills(folder: Path, number: int) -> list[Kill]:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(killed, (folder / str(n) for n in range(number)), range(number)))


def report(found: list[Kill]) -> str:
    typed = sum(kill.typed for kill in found)
    rescued = sum(kill.rescued for kill in found)
    worst = max(kill.lost for kill in found)
    return f"{len(found)} kills, {typed} keys, {rescued} rescues, most lost {worst:.2f} s"


def test_ten_kills_lose_at_most_one_second_of_typing(tmp_path: Path) -> None:
    found = kills(tmp_path, 10)
    assert max(kill.lost for kill in found) <= BOUND, report(found)


@pytest.mark.prove
def test_a_thousand_kills_lose_at_most_one_second_of_typing(tmp_path: Path) -> None:
    found = kills(tmp_path, 1000)
    sys.stdout.write(report(found) + "\n")
    assert max(kill.lost for kill in found) <= BOUND, report(found)
    assert any(kill.rescued for kill in found)
