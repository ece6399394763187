"""The lock beside a draft: it tells, it never blocks.

Which runs of the program live.
"""

import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from erasmus_desk.errors import TargetRefused
from erasmus_desk.storage import locks
from erasmus_desk.storage.locks import Holder, Presence, is_present

SINCE = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def hold(path: Path, **facts: object) -> None:
    held = {"host": "school-pc", "user": "an", "since": SINCE.isoformat(), "process": 1} | facts
    locks.lock_path(path).write_text(json.dumps(held))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "robots.erasmus"


def ended_process() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_our_own_lock_warns_nobody_here_and_goes_with_us(path: Path) -> None:
    locks.take(path)
    assert locks.lock_path(path).name == ".~lock.robots.erasmus#"
    assert locks.look(path) is None
    locks.release(path)
    assert list(path.parent.iterdir()) == []
    locks.release(path)


def test_a_colleague_who_has_the_draft_open_is_named(path: Path) -> None:
    hold(path)
    assert locks.look(path) == Holder("school-pc", "an", SINCE, 1)
    locks.release(path)
    assert locks.look(path) is not None


def test_another_program_on_this_machine_is_named_while_it_lives(path: Path) -> None:
    hold(path, host=platform.node(), process=os.getppid())
    assert locks.look(path) is not None
    hold(path, host=platform.node(), process=ended_process())
    assert locks.look(path) is None


def test_who_opens_all_the_same_takes_the_lock_over(path: Path) -> None:
    hold(path)
    locks.take(path, lambda: SINCE)
    found = json.loads(locks.lock_path(path).read_text())
    assert found["process"] == os.getpid()
    assert found["since"] == "2026-11-23T10:00:00+00:00"
    locks.release(path)


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", '{"host": 1}', '{"since": "x"}', "[" * 100_000, "\udcff"]
)
def test_a_lock_that_cannot_be_read_is_nobody(path: Path, content: str) -> None:
    locks.lock_path(path).write_bytes(content.encode("utf-8", "surrogateescape"))
    assert locks.look(path) is None


def test_a_lock_from_an_impossible_time_is_nobody(path: Path) -> None:
    hold(path, since="yesterday")
    assert locks.look(path) is None


def test_where_no_lock_can_be_put_the_draft_opens_without(tmp_path: Path) -> None:
    locks.take(tmp_path / "no" / "robots.erasmus")
    assert locks.look(tmp_path / "no" / "robots.erasmus") is None


@pytest.mark.parametrize(("process", "lives"), [(0, False), (-1, False), (1, True), (10**30, True)])
def test_in_doubt_a_process_lives(process: int, lives: bool) -> None:
    assert locks.is_alive(process) == lives


def test_a_user_without_a_name_can_hold_a_lock(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise KeyError

    monkeypatch.setattr("getpass.getuser", nameless)
    locks.take(path)
    assert json.loads(locks.lock_path(path).read_text())["user"] == ""


HOLD = """
import sys
from pathlib import Path
from erasmus_desk.storage.locks import Presence
print(Presence(Path(sys.argv[1])).token, flush=True)
sys.stdin.read()
"""


def test_a_run_is_present_until_it_closes(tmp_path: Path) -> None:
    presence = Presence(tmp_path / "running")
    assert is_present(tmp_path / "running", presence.token)
    presence.close()
    presence.close()
    assert not is_present(tmp_path / "running", presence.token)
    assert list((tmp_path / "running").iterdir()) == []


def test_a_run_that_is_killed_is_present_no_more(tmp_path: Path) -> None:
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=pipe, stdout=pipe, text=True
    ) as process:
        assert process.stdout is not None
        token = process.stdout.readline().strip()
        assert is_present(tmp_path, token)
        process.kill()
        process.wait()
    assert not is_present(tmp_path, token)
    assert (tmp_path / token).exists()


def test_what_long_ended_runs_left_is_swept_and_living_ones_stay(tmp_path: Path) -> None:
    living = Presence(tmp_path)
    (tmp_path / "dead").touch()
    (tmp_path / "fresh").touch()
    for name in ("dead", living.token):
        os.utime(tmp_path / name, (0, 0))
    other = Presence(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {living.token, "fresh", other.token}
    living.close()
    other.close()


def test_no_token_is_nobody(tmp_path: Path) -> None:
    assert not is_present(tmp_path, "")
    assert not is_present(tmp_path, "a\0b")
    assert not is_present(tmp_path / "no", "token")


def test_a_file_in_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "running").touch()
    with pytest.raises(TargetRefused):
        Presence(tmp_path / "running")
