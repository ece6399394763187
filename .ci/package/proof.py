"""The proof that a package works: its self-test, and its files compared with the checkout's.

On Linux the window is opened without a screen and, where there is Xvfb, on an X display; on Windows
and macOS on the screen that there is.
"""

from __future__ import annotations

import filecmp
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from package.info import BUILD, ROOT, VERSION

COMPARED = (".docx", ".pdf", ".xlsx", ".txt")
"""Suffixes of the files that every build writes alike; the report names its platform."""
REPORT = "report.txt"
PATIENCE = 600


def prove(program: Path, python: Path) -> None:
    """Test a program and compare its files with those of the checkout run by `python`.

    Raises SystemExit.
    """
    ours, theirs = BUILD / "self-test", BUILD / "self-test-checkout"
    with display() as on_screen:
        platforms = choose_platforms(on_screen)
        for more in platforms:
            began = time.monotonic()
            test([program], ours, more)
            name = more.get("QT_QPA_PLATFORM", sys.platform)
            print(f"Self-test on {name}: {time.monotonic() - began:.1f} s")
    test([python, "-m", "erasmus_desk"], theirs, platforms[-1])
    names = compare(ours, theirs)
    print(f"{len(names)} files are the checkout's to the byte")
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    if VERSION not in said.stdout:
        raise SystemExit(f"--version says: {said.stdout}{said.stderr}")


def choose_platforms(on_screen: dict[str, str]) -> list[dict[str, str]]:
    """Return the environments in which the window is opened, the one to compare with last."""
    if sys.platform != "linux":
        return [{}]
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}
    return [{**on_screen, "QT_QPA_PLATFORM": "xcb"}, offscreen] if on_screen else [offscreen]


def test(program: list[str | Path], folder: Path, more: dict[str, str]) -> None:
    """Run the self-test into a folder. Raises SystemExit with its report."""
    shutil.rmtree(folder, ignore_errors=True)
    environment = {**os.environ, **more, "PYTHONPATH": str(ROOT)}
    command = [*program, "--self-test", folder]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    print(done.stderr, end="", file=sys.stderr)
    if done.returncode:
        report = folder / REPORT
        text = report.read_text(encoding="utf-8") if report.exists() else ""
        raise SystemExit(f"The self-test ended with {done.returncode}.\n{text}")


def compare(one: Path, other: Path) -> list[str]:
    """Return the names of the files that both folders have alike. Raises SystemExit."""
    found = [
        {path.name for path in folder.iterdir() if path.suffix in COMPARED} - {REPORT}
        for folder in (one, other)
    ]
    names = sorted(found[0] | found[1])
    _, different, missing = filecmp.cmpfiles(one, other, names, shallow=False)
    if different or missing or not names:
        raise SystemExit(f"Not as the checkout's: {', '.join([*different, *missing]) or 'all'}")
    return names


@contextmanager
def display() -> Generator[dict[str, str]]:
    """Yield the environment of an X display as long as it is needed; empty where there is none."""
    if sys.platform != "linux" or shutil.which("Xvfb") is None:
        yield {}
        return
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading, encoding="ascii") as pipe:
            yield {"DISPLAY": f":{pipe.readline().strip()}"}
    finally:
        server.terminate()
        server.wait()
