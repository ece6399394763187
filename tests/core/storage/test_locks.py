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
from erasmus_desk.storage.locks import (
    DraftLocks,
    LockHolder,
    RunningInstance,
    is_instance_running,
)
from tests.core.elsewhere import POSIX_ONLY

SINCE = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def write_lock(path: Path, **facts: object) -> None:
    lock = {"host": "school-pc", "user": "an", "since": SINCE.isoformat(), "process": 1} | facts
    locks.get_lock_path(path).write_text(json.dumps(lock))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "shared").mkdir()
    return tmp_path / "shared" / "robots.erasmus"


@pytest.fixture
def ours(tmp_path: Path) -> DraftLocks:
    return DraftLocks(tmp_path / "ours", lambda: SINCE)


def start_ended_process() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


LOCK_AND_DIE = """
import os, sys
from pathlib import Path
from erasmus_desk.storage.locks import DraftLocks
DraftLocks(Path(sys.argv[1])).acquire(Path(sys.argv[2]))
os._exit(9)
"""


def crash(home: Path, path: Path) -> None:
    """Open a draft with the program of a home, which is killed."""
    command = [sys.executable, "-c", LOCK_AND_DIE, str(home), str(path)]
    assert subprocess.run(command, check=False).returncode == 9


def test_our_own_lock_is_ignored_here_and_removed_at_release(path: Path, ours: DraftLocks) -> None:
    assert ours.acquire(path)
    assert locks.get_lock_path(path).name == ".~lock.robots.erasmus#"
    assert ours.find_other_holder(path) is None
    ours.release(path)
    assert list(path.parent.iterdir()) == []
    assert list((path.parent.parent / "ours").iterdir()) == []
    ours.release(path)


def test_a_colleague_who_has_the_draft_open_is_named(path: Path, ours: DraftLocks) -> None:
    write_lock(path)
    assert ours.find_other_holder(path) == LockHolder("school-pc", "an", SINCE, 1)
    ours.release(path)
    assert ours.find_other_holder(path) is not None


def test_a_released_version_on_this_machine_is_named_while_it_runs(
    path: Path, ours: DraftLocks
) -> None:
    write_lock(path, host=platform.node(), process=os.getppid())
    assert ours.find_other_holder(path) is not None
    write_lock(path, host=platform.node(), process=start_ended_process())
    assert ours.find_other_holder(path) is None


def test_a_lock_that_our_own_program_left_is_taken_over_without_a_question(
    path: Path, tmp_path: Path, ours: DraftLocks
) -> None:
    crash(tmp_path / "ours", path)
    assert len(list((tmp_path / "ours").iterdir())) == 1
    assert ours.find_other_holder(path) is None
    assert ours.acquire(path)
    ours.release(path)
    assert list((tmp_path / "ours").iterdir()) == []


def test_a_lock_of_a_computer_with_the_same_name_is_never_our_own_dead_one(
    path: Path, tmp_path: Path, ours: DraftLocks
) -> None:
    crash(tmp_path / "theirs", path)
    holder = ours.find_other_holder(path)
    assert holder is not None
    assert holder.host == platform.node()
    assert not ours.is_running_here(holder)
    assert not ours.acquire(path)
    # Nor is it on a computer that was cloned before, with all that was in the local folder.
    ours.acquire(path.with_name("other.erasmus"))
    assert ours.find_other_holder(path) == holder


def test_another_window_of_this_computer_is_named_as_long_as_it_runs(
    path: Path, tmp_path: Path, ours: DraftLocks
) -> None:
    other = DraftLocks(tmp_path / "ours")
    other.acquire(path)
    holder = ours.find_other_holder(path)
    assert holder is not None
    assert ours.is_running_here(holder)
    other.release(path)
    assert ours.acquire(path)
    ours.release(path)


def test_the_lock_of_somebody_else_stays_until_the_user_takes_over(
    path: Path, ours: DraftLocks
) -> None:
    write_lock(path)
    assert not ours.acquire(path)
    assert json.loads(locks.get_lock_path(path).read_text())["user"] == "an"
    ours.release(path)
    assert ours.acquire(path, take_over=True)
    found = json.loads(locks.get_lock_path(path).read_text())
    assert found["process"] == os.getpid()
    assert found["since"] == "2026-11-23T10:00:00Z"
    ours.release(path)
    assert not locks.get_lock_path(path).exists()


def test_a_lock_that_somebody_took_over_is_not_removed(
    path: Path, tmp_path: Path, ours: DraftLocks
) -> None:
    ours.acquire(path)
    other = DraftLocks(tmp_path / "theirs")
    other.acquire(path, take_over=True)
    ours.release(path)
    assert other.is_held(path)
    other.release(path)


def test_where_the_local_folder_cannot_be_written_the_lock_is_that_of_a_released_version(
    path: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    ours = DraftLocks(tmp_path / "file")
    assert ours.acquire(path)
    assert ours.find_other_holder(path) is None
    ours.release(path)
    assert not locks.get_lock_path(path).exists()


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", '{"host": 1}', '{"since": "x"}', "[" * 100_000, "\udcff"]
)
def test_an_unreadable_lock_is_ignored(path: Path, ours: DraftLocks, content: str) -> None:
    locks.get_lock_path(path).write_bytes(content.encode("utf-8", "surrogateescape"))
    assert ours.find_other_holder(path) is None
    assert ours.acquire(path)
    ours.release(path)


@pytest.mark.parametrize("since", ["yesterday", "0001-01-01T00:00:00"])
def test_a_lock_with_an_invalid_time_is_ignored(path: Path, ours: DraftLocks, since: str) -> None:
    write_lock(path, since=since)
    assert ours.find_other_holder(path) is None


@pytest.mark.parametrize("token", ["../shared/robots.erasmus", "a\0b", "0" * 16])
def test_a_token_that_somebody_wrote_by_hand_is_not_ours(
    path: Path, ours: DraftLocks, token: str
) -> None:
    path.touch()
    write_lock(path, host=platform.node(), token=token)
    assert ours.find_other_holder(path) is not None


@POSIX_ONLY
def test_a_pipe_in_place_of_the_lock_is_no_lock_and_not_waited_for(
    path: Path, ours: DraftLocks
) -> None:
    os.mkfifo(locks.get_lock_path(path))
    assert ours.find_other_holder(path) is None


def test_where_no_lock_can_be_written_there_is_none(tmp_path: Path, ours: DraftLocks) -> None:
    assert not ours.acquire(tmp_path / "no" / "robots.erasmus")
    assert ours.find_other_holder(tmp_path / "no" / "robots.erasmus") is None
    ours.release(tmp_path / "no" / "robots.erasmus")


ALWAYS_THERE = 4 if sys.platform == "win32" else 1


@pytest.mark.parametrize(
    ("process", "is_alive"), [(0, False), (-1, False), (ALWAYS_THERE, True), (10**30, True)]
)
def test_in_doubt_a_process_is_alive(process: int, is_alive: bool) -> None:
    assert locks.is_process_alive(process) == is_alive


def test_a_user_without_a_name_can_lock(
    path: Path, ours: DraftLocks, monkeypatch: pytest.MonkeyPatch
) -> None:
    def raise_key_error() -> str:
        raise KeyError

    monkeypatch.setattr("getpass.getuser", raise_key_error)
    ours.acquire(path)
    assert json.loads(locks.get_lock_path(path).read_text())["user"] == ""
    ours.release(path)


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
