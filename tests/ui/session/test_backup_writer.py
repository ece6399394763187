"""When backups are written in the second place: an hour apart, at the end, and once it is back."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.storage import drafts
from erasmus_desk.storage.second_backups import SecondBackups, prepare_folder
from tests.core.draft.drafts import make_draft
from ui.session import backup_writer
from ui.session.backup_writer import BACK_UP_EVERY, BackupWriter

TITLE = Key("prj.title")
PATH = Path("plan.erasmus")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return prepare_folder(tmp_path)


@pytest.fixture
def hours(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return the time of day in hours, by the clock that nobody sets; a test changes it."""
    hours = [0.0]
    monkeypatch.setattr(backup_writer, "monotonic", lambda: hours[0] * BACK_UP_EVERY)
    return hours


def draft_of(title: str) -> Draft:
    return make_draft({TITLE: title})


def titles(folder: Path) -> list[str]:
    found = SecondBackups(folder).find("d1")
    return [drafts.read(one.path).draft.text(TITLE.question) for one in found]


def note(writer: BackupWriter, qtbot: QtBot, title: str, *, is_last: bool = False) -> None:
    with qtbot.waitSignal(writer.idle):
        writer.note(draft_of(title), PATH, (), is_last=is_last)


def test_a_backup_is_written_with_the_first_save_an_hour_later_and_at_the_end(
    folder: Path, hours: list[float], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []

    def back_up(_: SecondBackups, draft: Draft, *__: object) -> None:
        written.append(draft.text(TITLE.question))

    monkeypatch.setattr(SecondBackups, "back_up", back_up)
    writer = BackupWriter()
    writer.note(draft_of("without a place"), PATH, ())
    writer.use(folder)
    note(writer, qtbot, "first")
    hours[0] = 0.9
    writer.note(draft_of("too early"), PATH, ())
    hours[0] = 1.0
    note(writer, qtbot, "after an hour")
    note(writer, qtbot, "at the end", is_last=True)
    assert written == ["first", "after an hour", "at the end"]


def test_of_what_waits_for_the_place_the_last_is_written_once_it_is_back(
    folder: Path, qtbot: QtBot
) -> None:
    writer = BackupWriter(1)
    writer.use(folder)
    away = folder.rename(folder.with_name("away"))
    told: list[object] = []
    writer.changed.connect(lambda: told.append(writer.problem))
    note(writer, qtbot, "first")
    writer.note(draft_of("last"), PATH, ())
    for _ in range(3):
        qtbot.waitSignal(writer.idle).wait()
    away.rename(folder)
    qtbot.waitUntil(lambda: writer.problem is None)
    assert titles(folder) == ["last"]
    assert [one is None for one in told] == [False, True]


def test_another_place_gets_its_own_backup_whatever_the_one_before_does(
    folder: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other").mkdir()
    other = prepare_folder(tmp_path / "other")
    writer, answers, back_up = BackupWriter(), Event(), SecondBackups.back_up

    def hang(backups: SecondBackups, draft: Draft, name: str, *_: object) -> Path | None:
        if backups.folder == folder:
            answers.wait()
        return back_up(backups, draft, name)

    monkeypatch.setattr(SecondBackups, "back_up", hang)
    writer.use(folder)
    writer.note(draft_of("here"), PATH, ())
    writer.use(other)
    with qtbot.waitSignal(writer.idle):
        writer.note(draft_of("there"), PATH, ())
        answers.set()
    assert titles(other) == ["there"]


def test_the_end_waits_for_what_is_being_written_and_for_no_place_that_hangs(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = BackupWriter()
    writer.use(folder)
    writer.note(draft_of("last words"), PATH, (), is_last=True)
    writer.close(60)
    assert titles(folder) == ["last words"]
    answers = Event()

    def hang(*_: object) -> None:
        answers.wait()

    monkeypatch.setattr(SecondBackups, "back_up", hang)
    writer.note(draft_of("more"), PATH, (), is_last=True)
    writer.close(0)
    answers.set()
