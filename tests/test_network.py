"""The program opens no socket: not in the window, not in the commands."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = min((ROOT / "resources" / "examples").glob("*.erasmus"), default=Path("none.erasmus"))

# Python tells its audit hooks of every socket made and every name looked up; Qt's own network
# library is a module of its own, and must not even be loaded.
WATCHED = """
import sys

def watch(event, arguments):
    if event.startswith("socket."):
        raise SystemExit(f"{event} {arguments}")

sys.addaudithook(watch)
from erasmus_desk.__main__ import main
code = main(sys.argv[1:])
sys.exit("QtNetwork is loaded" if "PySide6.QtNetwork" in sys.modules else code)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["calls"],
        ["check", str(EXAMPLE)],
        ["export", str(EXAMPLE), "-o", "proposal.docx"],
        ["--self-test"],
    ],
    ids=lambda arguments: str(arguments[0]),
)
def test_no_socket_is_opened(
    arguments: list[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    command = [sys.executable, "-c", WATCHED, *arguments]
    done = subprocess.run(command, cwd=home, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


STATES = 300
"""Changes that a user makes while the system says which sockets are opened."""


@pytest.mark.prove
@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
@pytest.mark.parametrize("platform", ["offscreen", "xcb"])
def test_the_system_sees_no_socket_but_those_of_this_computer(
    platform: str, home: Path, tmp_path: Path
) -> None:
    if platform == "xcb" and "DISPLAY" not in os.environ:
        pytest.skip("needs a display: xvfb-run make prove")
    draft = shutil.copy(EXAMPLE, tmp_path / "a.erasmus")
    log = tmp_path / "sockets.txt"
    user = [sys.executable, "-m", "tests.prove.window_user", draft, str(tmp_path), "1"]
    tracer = ["strace", "-f", "-qq", "-o", str(log), "-e", "trace=socket"]
    variables = {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": platform}
    with subprocess.Popen(
        [*tracer, *user],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | variables,
        start_new_session=True,
    ) as traced:
        assert traced.stdout is not None
        for _ in zip(range(STATES), traced.stdout, strict=False):
            pass
        os.killpg(traced.pid, signal.SIGKILL)
    opened = [line for line in log.read_text("utf-8").splitlines() if "socket(" in line]
    assert [line for line in opened if "AF_UNIX" not in line] == []
    assert opened or platform == "offscreen"
