"""Looking at the file in a thread: what was found before a later look or save is no news."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from erasmus_desk.storage import drafts, open_file
from erasmus_desk.storage.open_file import FileReport, FileState, KnownFile
from tests.core.draft.drafts import EVERY_KIND, make_draft
from ui.session.file_check import FileCheck

TIMEOUT = 10
"""Seconds after which a closed gate opens, so that a failure ends the test."""


@pytest.fixture
def check(qapp: QApplication, tmp_path: Path) -> Iterator[FileCheck]:
    path, draft = tmp_path / "a.erasmus", make_draft()
    check = FileCheck(open_file.recognise(path, (draft.id,), drafts.save_new(draft, path)))
    yield check
    check.stop()


@pytest.mark.parametrize("what", ["look", "save"])
def test_a_slow_look_is_overtaken_by_what_is_known_since(
    check: FileCheck, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, what: str
) -> None:
    inspect, gate, arrived = open_file.inspect, Event(), Event()

    def inspect_slowly(known: KnownFile) -> FileReport:
        found = inspect(known)
        arrived.set()
        gate.wait(TIMEOUT)
        return found

    with monkeypatch.context() as patched:
        patched.setattr(open_file, "inspect", inspect_slowly)
        check.check_soon()
        assert arrived.wait(TIMEOUT)
    states: list[FileState] = []

    def note(_: FileReport, report: FileReport) -> None:
        states.append(report.state)

    check.reported.connect(note)
    if what == "look":
        check.known.path.write_bytes(b"theirs")
        check.check()
    else:
        saved = open_file.save(make_draft(EVERY_KIND), check.known)
        assert isinstance(saved, KnownFile)
        check.move_to(saved)
    gate.set()
    # It looks once more, and what it finds then is the same.
    expected = [FileState.CHANGED] * 2 if what == "look" else [FileState.SAME]
    qtbot.waitUntil(lambda: len(states) >= len(expected))
    assert states == expected


def test_a_file_that_cannot_be_read_now_is_no_news(check: FileCheck, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(check.reported):
        check.take(FileReport(FileState.UNREADABLE))
    assert check.report.is_same


def test_after_the_end_nothing_looks_any_more(check: FileCheck) -> None:
    check.watch()
    check.stop()
    # The folder tells of the lock that was removed when the draft was closed.
    check._on_event()  # pyright: ignore[reportPrivateUsage]
    check.check_soon()
    assert check._task is None  # pyright: ignore[reportPrivateUsage]
    assert not check._timer.isActive()  # pyright: ignore[reportPrivateUsage]
