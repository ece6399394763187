"""The lock beside a draft: it tells, it never blocks."""

import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from erasmus_desk.draft import lock
from erasmus_desk.draft.lock import Holder

SINCE = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def hold(path: Path, **facts: object) -> None:
    held = {"host": "school-pc", "user": "an", "since": SINCE.isoformat(), "process": 1} | facts
    lock.lock_path(path).write_text(json.dumps(held))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "robots.erasmus"


def ended_process() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_our_own_lock_warns_nobody_here_and_goes_with_us(path: Path) -> None:
    lock.take(path)
    assert lock.lock_path(path).name == ".~lock.robots.erasmus#"
    assert lock.look(path) is None
    lock.release(path)
    assert list(path.parent.iterdir()) == []
    lock.release(path)


def test_a_colleague_who_has_the_draft_open_is_named(path: Path) -> None:
    hold(path)
    assert lock.look(path) == Holder("school-pc", "an", SINCE, 1)
    lock.release(path)
    assert lock.look(path) is not None


def test_another_program_on_this_machine_is_named_while_it_lives(path: Path) -> None:
    hold(path, host=platform.node(), process=os.getppid())
    assert lock.look(path) is not None
    hold(path, host=platform.node(), process=ended_process())
    assert lock.look(path) is None


def test_who_opens_all_the_same_takes_the_lock_over(path: Path) -> None:
    hold(path)
    lock.take(path, lambda: SINCE)
    found = json.loads(lock.lock_path(path).read_text())
    assert found["process"] == os.getpid()
    assert found["since"] == "2026-11-23T10:00:00+00:00"
    lock.release(path)


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", '{"host": 1}', '{"since": "x"}', "[" * 100_000, "\udcff"]
)
def test_a_lock_that_cannot_be_read_is_nobody(path: Path, content: str) -> None:
    lock.lock_path(path).write_bytes(content.encode("utf-8", "surrogateescape"))
    assert lock.look(path) is None


def test_a_lock_from_an_impossible_time_is_nobody(path: Path) -> None:
    hold(path, since="yesterday")
    assert lock.look(path) is None


def test_where_no_lock_can_be_put_the_draft_opens_without(tmp_path: Path) -> None:
    lock.take(tmp_path / "no" / "robots.erasmus")
    assert lock.look(tmp_path / "no" / "robots.erasmus") is None


@pytest.mark.parametrize(("process", "lives"), [(0, False), (-1, False), (1, True), (10**30, True)])
def test_in_doubt_a_process_lives(process: int, lives: bool) -> None:
    assert lock.is_alive(process) == lives


def test_a_user_without_a_name_can_hold_a_lock(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise KeyError

    monkeypatch.setattr("getpass.getuser", nameless)
    lock.take(path)
    assert json.loads(lock.lock_path(path).read_text())["user"] == ""
