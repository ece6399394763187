"""The window on a real X display, and what `make run` does where none can be reached."""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted((ROOT / "resources" / "examples").glob("*.erasmus"))
OPEN_DESK = [sys.executable, str(ROOT / ".ci" / "open_desk.py")]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="X displays are a matter of Linux")


@pytest.fixture
def display() -> Iterator[str]:
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading, encoding="ascii") as pipe:
            number = pipe.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def environment(home: Path, **more: str) -> dict[str, str]:
    """No display but the one named, and no platform of Qt asked for."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return {**kept, "ERASMUS_DESK_HOME": str(home), "LC_ALL": "C.UTF-8", **more}


def run(command: list[str], settings: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=ROOT, env=settings, capture_output=True, text=True, timeout=120, check=False
    )


def test_the_window_opens_and_closes_on_an_x_display(display: str, home: Path) -> None:
    command = [sys.executable, "-m", "erasmus_desk", "--self-test"]
    # In this locale Qt has something to say of encodings, which is nobody's task.
    settings = environment(home, DISPLAY=display, QT_QPA_PLATFORM="xcb", LC_ALL="C")
    done = run(command, settings)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ({}, "there is no display"),
        ({"DISPLAY": ":7777"}, "could not connect to display :7777"),
        ({"DISPLAY": ":7777", "LC_ALL": "C"}, "could not connect to display :7777"),
        ({"WAYLAND_DISPLAY": "nowhere"}, "wl_display"),
        ({"QT_QPA_PLATFORM": "nonsense"}, "nonsense"),
    ],
)
@pytest.mark.share(2)
def test_the_window_says_in_one_line_why_it_cannot_open(
    settings: dict[str, str], reason: str, home: Path
) -> None:
    command = [sys.executable, "-m", "erasmus_desk"]
    runtime = {"XDG_RUNTIME_DIR": str(home)}
    done = run(command, environment(home, **runtime, **settings))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("erasmus-desk: the window cannot open, because")
    assert reason in done.stderr


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ({}, "there is no display"),
        ({"DISPLAY": ":7777"}, "the display :7777 does not answer"),
        ({"WAYLAND_DISPLAY": "nowhere"}, "the display nowhere does not answer"),
    ],
)
def test_where_no_window_can_open_the_example_becomes_a_word_file(
    settings: dict[str, str], reason: str, home: Path
) -> None:
    built = ROOT / "build" / f"{EXAMPLES[0].stem}.docx"
    built.parent.mkdir(exist_ok=True)
    built.write_bytes(b"built by an earlier version")
    done = run(OPEN_DESK, environment(home, **settings))
    assert (done.returncode, done.stderr) == (0, "")
    assert reason in done.stdout
    assert zipfile.is_zipfile(built)
