"""The two commands of the README, on a fresh clone, with an empty home and a bare environment."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# How a machine reaches its package index and proxies is the machine's affair.
NETWORK = ("PIP_", "UV_", "SSL_CERT", "REQUESTS_CA", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")

pytestmark = [
    pytest.mark.prove,
    pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed"),
]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("fresh") / "a folder with a space"
    command = ["git", "clone", "--quiet", str(ROOT), str(target)]
    subprocess.run(command, check=True)
    return target


def make(what: str, clone: Path) -> subprocess.CompletedProcess[str]:
    empty = clone.parent / "empty home"
    empty.mkdir(exist_ok=True)
    allowed = {
        name: value for name, value in os.environ.items() if name.upper().startswith(NETWORK)
    }
    environment = {**allowed, "PATH": os.environ["PATH"], "HOME": str(empty)}
    return subprocess.run(
        ["make", what], cwd=clone, env=environment, capture_output=True, text=True, check=False
    )


def test_make_run_without_a_display_exports_the_example_and_says_where(clone: Path) -> None:
    done = make("run", clone)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "there is no display" in done.stdout
    (written,) = (clone / "build").glob("*.docx")
    assert f"build/{written.name}" in done.stdout


def test_make_test_passes(clone: Path) -> None:
    done = make("test", clone)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout.splitlines()[-1]
    assert subprocess.check_output(["git", "status", "--porcelain"], cwd=clone) == b""
