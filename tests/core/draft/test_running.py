"""Which runs of the program live."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from erasmus_desk.draft.running import Presence, is_present
from erasmus_desk.errors import TargetRefused

HOLD = """
import sys
from pathlib import Path
from erasmus_desk.draft.running import Presence
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
