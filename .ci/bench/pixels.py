"""From the key to the picture on a screen: the desk beside LibreOffice Writer, the same text.

Both run on one X server without a monitor, whose picture is a file in memory. A key is pressed as
a keyboard would press it, within a line, so that the rest of the line moves; the time runs until
the picture has changed by more than a blinking cursor does.
"""

from __future__ import annotations

import mmap
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from marks import Mark, against, compiled, missing

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PIXEL = "From key to pixel, beside LibreOffice Writer"
NEEDED = ("Xvfb", "openbox", "xdotool", "soffice")
SCREEN = "1366x768x24"
KEYS = 200
LETTERS = "enaristolud"
BLINK_BITS = 4000
"""Bits of the picture that a blinking cursor changes at most; a moved line changes many more."""
STILL = 0.25
"""Seconds without a change after which the picture is at rest."""
LONGEST = 3.0
ONE_LINE = 200
"""Letters that fill more than one line of a page."""
START = 60.0
"""Seconds a program has to show itself."""


class NotOnScreenError(Exception):
    """A program did not come to a picture that changes with a key."""


@dataclass(frozen=True, slots=True)
class Screen:
    """An X server without a monitor: its picture, and keys into it."""

    picture: mmap.mmap
    keyboard: subprocess.Popen[str]
    environment: dict[str, str]

    def press(self, *commands: str) -> None:
        """Send commands to the keyboard and mouse."""
        if self.keyboard.stdin:
            self.keyboard.stdin.write("".join(f"{one}\n" for one in commands))
            self.keyboard.stdin.flush()

    def look(self) -> int:
        """Return the picture as one number."""
        return int.from_bytes(self.picture, "little")

    def rest(self) -> int:
        """Wait until the picture rests but for a blinking cursor, and return it."""
        seen, since = self.look(), time.perf_counter()
        while time.perf_counter() - since < STILL:
            time.sleep(STILL / 10)
            now = self.look()
            if (now ^ seen).bit_count() > BLINK_BITS:
                since, seen = time.perf_counter(), now
        return self.look()

    def time_key(self, letter: str) -> float:
        """Return the seconds from a key to the moved line. Raises NotOnScreenError."""
        before = self.rest()
        started = time.perf_counter()
        self.press(f"key {letter}")
        while time.perf_counter() - started < LONGEST:
            if (self.look() ^ before).bit_count() > BLINK_BITS:
                return time.perf_counter() - started
        raise NotOnScreenError(f"no picture followed a key within {LONGEST:g} s")


def measure(heavy: Path, markdown: Path, folder: Path) -> Mark:
    """Hold the keys of the desk against those of Writer, in the heavy draft."""
    lacking = [name for name in NEEDED if shutil.which(name) is None]
    if lacking:
        return missing(PIXEL, f"needs {', '.join(lacking)}", "<= 1.5")
    letters = [LETTERS[number % len(LETTERS)] for number in range(KEYS)]
    try:
        with _screen(folder) as screen, _desk(heavy, folder, screen):
            ours = [screen.time_key(letter) for letter in letters]
        with _screen(folder) as screen, _writer(markdown, folder, screen):
            theirs = [screen.time_key(letter) for letter in letters]
    except NotOnScreenError as fault:
        return missing(PIXEL, str(fault), "<= 1.5")
    medians = [[statistics.median(times) * 1000] for times in (ours, theirs)]
    return against(PIXEL, medians[0], medians[1], 1.5, "ms")


@contextmanager
def _screen(folder: Path) -> Generator[Screen]:
    """Start an X server with a window manager; stop both at the end."""
    with ExitStack() as ending:
        pictures = Path(ending.enter_context(tempfile.TemporaryDirectory(dir=folder)))
        read, write = os.pipe()
        number = ending.enter_context(os.fdopen(read, "r"))
        server = [NEEDED[0], "-displayfd", str(write), "-screen", "0", SCREEN]
        _started(ending, [*server, "-fbdir", str(pictures)], {**os.environ}, (write,))
        os.close(write)
        environment = compiled({"DISPLAY": f":{number.readline().strip()}"})
        _started(ending, [NEEDED[1]], environment)
        keyboard = _started(ending, [NEEDED[2], "-"], environment)
        file = ending.enter_context((pictures / "Xvfb_screen0").open("rb"))
        picture = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        yield Screen(picture, keyboard, environment)


def _started(
    ending: ExitStack,
    command: list[str],
    environment: dict[str, str],
    passed: tuple[int, ...] = (),
) -> subprocess.Popen[str]:
    child = subprocess.Popen(
        command,
        env=environment,
        pass_fds=passed,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    ending.callback(child.wait)
    ending.callback(child.kill)
    return child


@contextmanager
def _desk(heavy: Path, folder: Path, screen: Screen) -> Generator[None]:
    """Open the heavy draft; the cursor is put within a line by the program's own parts."""
    with ExitStack() as ending:
        home = Path(ending.enter_context(tempfile.TemporaryDirectory(dir=folder)))
        draft = shutil.copy(heavy, home / heavy.name)
        environment = screen.environment | {
            "ERASMUS_DESK_HOME": str(home),
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "xcb",
        }
        command = [sys.executable, str(HERE / "on_screen.py"), str(draft)]
        child = _started(ending, command, environment)
        if child.stdout and child.stdin:
            child.stdout.readline()
            child.stdin.write("\n")
            child.stdin.flush()
            if child.stdout.readline().strip() != "placed":
                raise NotOnScreenError("the desk opened no window")
        yield


@contextmanager
def _writer(markdown: Path, folder: Path, screen: Screen) -> Generator[None]:
    """Open the same text in Writer; the cursor is put within a line by keys."""
    with ExitStack() as ending:
        profile = ending.enter_context(tempfile.TemporaryDirectory(dir=folder))
        document = Document()
        for line in markdown.read_text(encoding="utf-8").splitlines():
            if len(line) > ONE_LINE:  # the long answers, so that the first line is one of theirs
                document.add_paragraph(line)
        word = folder / "heavy-text.docx"
        document.save(str(word))
        options = [f"-env:UserInstallation={Path(profile).as_uri()}", "--norestore", "--nologo"]
        _started(ending, ["soffice", *options, "--writer", str(word)], screen.environment)
        _wait_for_window(screen, word.name)
        screen.rest()
        screen.press("mousemove 683 600", "click 1", "key ctrl+Home", "key Down", "key Home")
        screen.press(*["key Right"] * 10)
        yield


def _wait_for_window(screen: Screen, title: str) -> None:
    command = ["xdotool", "search", "--sync", "--onlyvisible", "--name", title]
    try:
        subprocess.run(
            command, env=screen.environment, check=True, timeout=START, capture_output=True
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as fault:
        raise NotOnScreenError("Writer opened no window") from fault
