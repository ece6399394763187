"""The program opens no socket: not in the window, not in the commands."""

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
