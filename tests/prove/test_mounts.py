"""Disks that are full or read-only in truth: no loss, a sentence, and saving returns by itself.

They are mounted for this: a file system in memory wherever Linux lets a user have mounts of his
own, one in a file (ext4) only for root.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.core.desk_process import ROOT
from tests.ui.editors import EXAMPLES

IN_MEMORY = 'mount -t tmpfs -o size=6m none "$1"'
IN_A_FILE = 'mkfs.ext4 -q -F "$1.img" && mount -o loop "$1.img" "$1"'
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
OWN = ["unshare", "--mount"] if IS_ROOT else ["unshare", "--user", "--map-root-user", "--mount"]


def may_mount(how: str = IN_MEMORY) -> bool:
    """Return whether this machine lets us mount that."""
    if not shutil.which("unshare") or (
        how == IN_A_FILE and not (IS_ROOT and shutil.which("mkfs.ext4"))
    ):
        return False
    done = subprocess.run([*OWN, "mount", "-t", "tmpfs", "none", "/mnt"], check=False)
    return done.returncode == 0


@pytest.mark.prove
@pytest.mark.parametrize("how", [IN_MEMORY, IN_A_FILE], ids=["memory", "ext4"])
@pytest.mark.parametrize("fault", ["full", "read-only"])
def test_a_disk_that_fails_in_truth_costs_nothing_and_saving_returns(
    tmp_path: Path, how: str, fault: str
) -> None:
    if not may_mount(how):
        pytest.skip("this machine does not let us mount that")
    place = tmp_path / "disk"
    place.mkdir()
    (tmp_path / "disk.img").write_bytes(bytes(8_000_000))
    window = f'{sys.executable} -m tests.prove.mounted_window "$1" {fault} "$2"'
    done = subprocess.run(
        [*OWN, "sh", "-ec", f"{how} && {window}", "sh", str(place), str(EXAMPLES[0])],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    sys.stdout.write(f"{fault}: {' | '.join(found['told'])}\n".replace(str(tmp_path), "…"))
    assert found["saved before"]
    assert found["broken"]
    assert found["told of the file"], found["told"]
    assert not found["says that it is saved"], found["told"]
    assert found["file meanwhile"] == "before"
    assert found["saved by itself"]
    assert found["notice gone"]
