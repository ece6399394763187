"""A time zone that is none ends no command, and a folder of its name changes none."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from erasmus_desk.draft import file_format
from erasmus_desk.i18n import time_zone
from tests.core.desk_process import make_draft_with, run_desk

pytestmark = pytest.mark.skipif(
    not Path("/usr/share/zoneinfo/CET").is_file(), reason="there are no files of zones"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A working folder with things that have the names of zones."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "CET").mkdir()
    (tmp_path / "Nowhere").write_bytes(b"")
    os.mkfifo(tmp_path / "pipe")
    yield tmp_path
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("named", "used"),
    [
        ("CET", "/usr/share/zoneinfo/CET"),
        (":CET", "/usr/share/zoneinfo/CET"),
        ("Nowhere", None),
        ("pipe", None),
        ("/", None),
        ("Europe/Lisbon", "Europe/Lisbon"),
        ("XYZ-3", "XYZ-3"),
        (":/usr/share/zoneinfo/CET", ":/usr/share/zoneinfo/CET"),
        ("a\0b", "a\0b"),
    ],
)
def test_a_zone_is_its_file_and_not_what_else_has_its_name(named: str, used: str | None) -> None:
    environment = {"TZ": named}
    time_zone.repair(environment)
    assert environment.get("TZ") == used


def test_an_export_does_not_end_at_a_zone_that_is_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "sound.erasmus").write_bytes(file_format.encode(make_draft_with()))
    monkeypatch.setenv("TZ", str(folder / "Nowhere"))
    done = run_desk(folder, "export", "sound.erasmus")
    assert (done.returncode, done.stderr) == (0, "")
