"""Lock files that warn and never block, and the running instances."""

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
from erasmus_desk.storage.locks import LockHolder, RunningInstance, is_instance_running

SINCE = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def write_lock(path: Path, **facts: object) -> None:
    lock = {"host": "school-pc", "user": "an", "since": SINCE.isoformat(), "process": 1} | facts
    locks.get_lock_path(path).write_text(json.dumps(lock))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "robots.erasmus"


def start_ended_process() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_our_own_lock_is_ignored_here_and_removed_at_release(path: Path) -> None:
    locks.acquire(path)
    assert locks.get_lock_path(path).name == ".~lock.robots.erasmus#"
    assert locks.find_other_holder(path) is None
    locks.release(path)
    assert list(path.parent.iterdir()) == []
    locks.release(path)


def test_a_colleague_who_has_the_draft_open_is_named(path: Path) -> None:
    write_lock(path)
    assert locks.find_other_holder(path) == LockHolder("school-pc", "an", SINCE, 1)
    locks.release(path)
    assert locks.find_other_holder(path) is not None


def test_another_process_on_this_machine_is_named_while_it_runs(path: Path) -> None:
    write_lock(path, host=platform.node(), process=os.getppid())
    assert locks.find_other_holder(path) is not None
    write_lock(path, host=platform.node(), process=start_ended_process())
    assert locks.find_other_holder(path) is None


def test_opening_all_the_same_replaces_the_lock(path: Path) -> None:
    write_lock(path)
    locks.acquire(path, lambda: SINCE)
    found = json.loads(locks.get_lock_path(path).read_text())
    assert found["process"] == os.getpid()
    assert found["since"] == "2026-11-23T10:00:00+00:00"
    locks.release(path)


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", '{"host": 1}', '{"since": "x"}', "[" * 100_000, "\udcff"]
)
def test_an_unreadable_lock_is_ignored(path: Path, content: str) -> None:
    locks.get_lock_path(path).write_bytes(content.encode("utf-8", "surrogateescape"))
    assert locks.find_other_holder(path) is None


def test_a_lock_with_an_invalid_time_is_ignored(path: Path) -> None:
    write_lock(path, since="yesterday")
    assert locks.find_other_holder(path) is None


def test_where_no_lock_can_be_written_there_is_none(tmp_path: Path) -> None:
    locks.acquire(tmp_path / "no" / "robots.erasmus")
    assert locks.find_other_holder(tmp_path / "no" / "robots.erasmus") is None


@pytest.mark.parametrize(
    ("process", "is_alive"), [(0, False), (-1, False), (1, True), (10**30, True)]
)
def test_in_doubt_a_process_is_alive(process: int, is_alive: bool) -> None:
    assert locks.is_process_alive(process) == is_alive


def test_a_user_without_a_name_can_lock(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def raise_key_error() -> str:
        raise KeyError

    monkeypatch.setattr("getpass.getuser", raise_key_error)
    locks.acquire(path)
    assert json.loads(locks.get_lock_path(path).read_text())["user"] == ""


HOLD_INSTANCE = """
import sys
from pathlib import Path
from erasmus_desk.storage.locks import RunningInstance
print(RunningInstance(Path(sys.argv[1])).token, flush=True)
sys.stdin.read()
"""


def test_an_instance_is_running_until_it_closes(tmp_path: Path) -> None:
    instance = RunningInstance(tmp_path / "running")
    assert is_instance_running(tmp_path / "running", instance.token)
    instance.close()
    instance.close()
    assert not is_instance_running(tmp_path / "running", instance.token)
    assert list((tmp_path / "running").iterdir()) == []


def test_a_killed_instance_is_not_running(tmp_path: Path) -> None:
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", HOLD_INSTANCE, str(tmp_path)], stdin=pipe, stdout=pipe, text=True
    ) as process:
        assert process.stdout is not None
        token = process.stdout.readline().strip()
        assert is_instance_running(tmp_path, token)
        process.kill()
        process.wait()
    assert not is_instance_running(tmp_path, token)
    assert (tmp_path / token).exists()


def test_old_files_of_ended_instances_are_removed_and_others_stay(tmp_path: Path) -> None:
    running = RunningInstance(tmp_path)
    (tmp_path / "dead").touch()
    (tmp_path / "fresh").touch()
    for name in ("dead", running.token):
        os.utime(tmp_path / name, (0, 0))
    other = RunningInstance(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {running.token, "fresh", other.token}
    running.close()
    other.close()


def test_a_token_that_is_no_file_is_not_running(tmp_path: Path) -> None:
    assert not is_instance_running(tmp_path, "")
    assert not is_instance_running(tmp_path, "a\0b")
    assert not is_instance_running(tmp_path / "no", "token")


def test_a_file_in_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "running").touch()
    with pytest.raises(TargetRefused):
        RunningInstance(tmp_path / "running")
