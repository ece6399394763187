"""Ended from outside, the program writes the last words first; the journal has them in any case."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from erasmus_desk.storage import drafts, recovery
from erasmus_desk.storage.journal import Journal
from tests.core.desk_process import ROOT
from tests.core.elsewhere import POSIX_ONLY
from tests.ui.editors import EXAMPLES
from tests.ui.typing_window import TEXT

MAX_LOSS = 1.0
"""Seconds of typing that may be lost when nothing can be written any more."""
KEYS = 300
"""Keys until the end: more than fit between two rows of the journal."""


def type_until(
    home: Path, end: Callable[[subprocess.Popen[str]], None], variables: Mapping[str, str]
) -> tuple[int, float, dict[int, float]]:
    """Type into a window and end it; return its exit code, the moment and the time of each key."""
    path = home / "drafts" / "a.erasmus"
    path.parent.mkdir(parents=True)
    shutil.copy(EXAMPLES[0], path)
    command = [sys.executable, "-m", "tests.ui.typing_window", str(path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "ERASMUS_DESK_HOME": str(home)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**environment, **variables}
    ) as window:
        assert window.stdout is not None
        lines = [window.stdout.readline() for _ in range(KEYS)]
        end(window)
        moment = time.monotonic()
        lines += window.stdout.read().splitlines()
        window.wait()
    typed = (line.split() for line in lines if line.count(".") == 1 and " " in line)
    return window.returncode, moment, {int(number): float(at) for number, at in typed}


def read_kept(home: Path) -> str:
    """Return the answer as the file and the journal have it together."""
    draft = drafts.read(home / "drafts" / "a.erasmus").draft
    journal = Journal(home / "local" / "journal.sqlite3")
    for offer in recovery.find_offers(journal):
        draft = draft.apply(*offer.change_set.changes)
    journal.close()
    return draft.text(TEXT.question)


def expect(count: int) -> str:
    return "".join(str(number % 10) for number in range(1, count + 1))


@POSIX_ONLY
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_loses_no_key(tmp_path: Path, name: str) -> None:
    number = getattr(signal, name)
    # Tests that were started by `nohup` would leave the signal ignored, and the window with them.
    before = signal.signal(number, signal.SIG_DFL)
    try:
        code, _, typed = type_until(
            tmp_path, lambda window: window.send_signal(number), {"QT_QPA_PLATFORM": "offscreen"}
        )
    finally:
        signal.signal(number, before)
    assert code == 128 + number
    # All of it is in the file: there is nothing to recover.
    draft = drafts.read(tmp_path / "drafts" / "a.erasmus").draft
    assert draft.text(TEXT.question) == expect(max(typed)) == read_kept(tmp_path)


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs a display that can be ended")
def test_a_display_that_is_gone_loses_at_most_one_second(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    ) as display:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        code, moment, typed = type_until(
            tmp_path,
            lambda _: display.kill(),
            {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"},
        )
    assert code != 0
    kept = read_kept(tmp_path)
    assert kept == expect(len(kept))
    lost = [at for key, at in typed.items() if key > len(kept)]
    assert (moment - min(lost) if lost else 0.0) <= MAX_LOSS
