"""Every page as a screen reader on Linux hears it, through AT-SPI on a bus and a screen of its own.

It needs Xvfb, a session bus and the bindings of AT-SPI for the Python of the system (on Debian:
`xvfb`, `at-spi2-core`, `gir1.2-atspi-2.0`, `python3-gi`, `dbus`).
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TypedDict, cast

import pytest

from erasmus_desk.storage import settings
from erasmus_desk.storage.settings import Settings
from tests.core.desk_process import ROOT
from tests.ui.editors import ALL_EXAMPLES

TREE = Path(__file__).parent / "screen_reader" / "tree.py"
SYSTEM_PYTHON = "/usr/bin/python3"
NEEDED = ("dbus-run-session", "xvfb-run", SYSTEM_PYTHON)
PATIENCE = 600
"""Seconds for all pages of a window."""
ASKING = {"combo box"}
"""Roles whose name is their value: what they ask is read from a label."""
NOT_TELLING = {"unknown", "invalid"}
CHANGES = 5
"""What is done without the focus: see `screen_reader/spoken_window.py`."""
WITHOUT_TEXT = {"table cell"}
"""Controls that have no name where they are empty."""


class Told(TypedDict):
    """What is told of one thing in the window."""

    role: str
    name: str
    labels: list[str]
    is_shown: bool
    is_control: bool


def has_bindings() -> bool:
    if not all(shutil.which(one) for one in NEEDED):
        return False
    code = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    done = subprocess.run([SYSTEM_PYTHON, "-c", code], capture_output=True, check=False)
    return done.returncode == 0


class Event(TypedDict):
    """What is on the screen after a change, and what is announced."""

    shown: str
    heard: list[str]


class Walk(TypedDict):
    """A window from its first page to its last."""

    pages: Mapping[str, list[Told]]
    titles: Mapping[str, str]
    events: Mapping[str, Event]


def read_window(home: Path, example: Path, language: str) -> Walk:
    """Return what is told of every page of a window with an example in it, and announced."""
    path = home / "drafts" / "a.erasmus"
    path.parent.mkdir(parents=True)
    shutil.copy(example, path)
    settings.save(Settings(language=language), home / "local" / "settings.json")
    window = (sys.executable, "-m", "tests.prove.screen_reader.spoken_window", str(path))
    variables = {
        "PYTHONPATH": str(ROOT),
        "ERASMUS_DESK_HOME": str(home),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    command = ["xvfb-run", "-a", "dbus-run-session", "--", SYSTEM_PYTHON, str(TREE), *window]
    printed = _run(command, os.environ | variables)
    return cast("Walk", json.loads(printed.splitlines()[-1]))


def _run(command: list[str], variables: Mapping[str, str]) -> str:
    """Return what a command prints; one that has no end is ended with all that it started."""
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command,
        stdout=pipe,
        stderr=pipe,
        text=True,
        cwd=ROOT,
        env=variables,
        start_new_session=True,
    ) as process:
        try:
            printed, errors = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            pytest.fail(f"no end in {PATIENCE} s: {process.communicate()[1]}")
    assert process.returncode == 0, errors
    return printed


@pytest.mark.prove
@pytest.mark.skipif("not has_bindings()")
@pytest.mark.parametrize("example", ALL_EXAMPLES, ids=lambda example: example.stem)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_everything_has_a_name_and_a_role_for_a_screen_reader(
    tmp_path: Path, example: Path, language: str
) -> None:
    walk = read_window(tmp_path, example, language)
    pages = walk["pages"]
    controls, faults = 0, list[str]()
    for step, told in pages.items():
        for one in told:
            named = f"{step}: {one['role']} {one['name']!r}"
            controls += one["is_control"]
            is_empty = one["role"] in WITHOUT_TEXT or one["name"] or one["labels"]
            if one["is_control"] and not is_empty:
                faults.append(f"{named} has no name")
            if one["role"] in ASKING and not any(one["labels"]):
                faults.append(f"{named} has no label")
            if one["is_control"] and one["role"] in NOT_TELLING:
                faults.append(f"{named} has no role")
        headings = {one["name"] for one in told if one["role"] == "heading"}
        if not headings or walk["titles"][step] not in {"", *headings}:
            faults.append(f"{step}: {walk['titles'][step]!r} is no heading")
    sys.stdout.write(f"{example.stem} {language}: {controls} controls on {len(pages)} pages\n")
    # A choice out of several is no check box.
    assert any(one["role"] == "radio button" for one in pages["new"])
    assert not any(one["role"] == "check box" for one in pages["new"])
    for change, event in walk["events"].items():
        if event["shown"] not in event["heard"] or not event["shown"]:
            faults.append(f"{change}: {event['shown']!r} is not announced: {event['heard']}")
    assert "\n".join(faults) == ""
    assert len(walk["events"]) == CHANGES
    assert len(pages) > 10
