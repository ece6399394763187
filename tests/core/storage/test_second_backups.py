"""Backups in a second place: each can be opened, and no clock, drive or stranger takes one away."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Key
from erasmus_desk.errors import SaveError, TargetRefused
from erasmus_desk.storage import drafts
from erasmus_desk.storage.backup_search import BackupKind, find_backups, restore
from erasmus_desk.storage.backups import Backups
from erasmus_desk.storage.rotation import DAYS, HOURS, WEEKS, find_turn, keep_hours_days_weeks
from erasmus_desk.storage.second_backups import FOLDER, SecondBackups, prepare_folder
from tests.core.draft.drafts import make_draft
from tests.core.elsewhere import POSIX_ONLY

TITLE = Key("prj.title")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
YEAR = timedelta(days=365)
BEGUN = datetime(2026, 11, 29, 10, 0, tzinfo=UTC)


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.at = BEGUN

    def __call__(self) -> datetime:
        return self.at


class Place:
    """A stick with our folder on it, and a clock that goes on an hour with each backup."""

    def __init__(self, stick: Path) -> None:
        stick.mkdir()
        self.clock = Clock()
        self.backups = SecondBackups(prepare_folder(stick), self.clock)
        self.folder = self.backups.folder

    def back_up(self, title: str, draft_id: str = "d1", name: str = "plan") -> Path | None:
        draft = replace(make_draft({TITLE: title}), id=draft_id)
        done = self.backups.back_up(draft, name)
        self.clock.at += HOUR
        return done

    def titles(self, draft_id: str = "d1") -> list[str]:
        return [read_title(one.path) for one in self.backups.find(draft_id)]


def read_title(path: Path) -> str:
    return drafts.read(path).draft.text("prj.title")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "stick")


def list_files(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_each_backup_can_be_opened_and_one_with_the_same_answers_is_not_written_again(
    place: Place,
) -> None:
    assert place.back_up("one") is not None
    assert place.back_up("one") is None
    assert place.back_up("two") is not None
    assert place.titles() == ["one", "two"]
    assert place.backups.measure().drafts == 1
    assert place.backups.measure().size == sum(map(len, list_files(place.folder).values()))


def test_the_last_of_the_hours_days_and_weeks_stay() -> None:
    # Three years of work: each second hour from nine to five.
    times = [
        BEGUN + number * DAY + hour * HOUR for number in range(1100) for hour in range(-1, 8, 2)
    ]
    kept = sorted(keep_hours_days_weeks([(0, at) for at in times]))
    ages = [times[-1] - times[place] for place in kept]
    assert len(kept) <= HOURS + DAYS + WEEKS
    assert kept[-HOURS:] == list(range(len(times)))[-HOURS:]
    assert {times[place].date() for place in kept} >= {
        (times[-1] - number * DAY).date() for number in range(DAYS)
    }
    assert timedelta(weeks=WEEKS - 2) <= max(ages) <= timedelta(weeks=WEEKS)


@settings(max_examples=20)
@given(st.lists(st.integers(-400, 400).map(lambda days: days * DAY + HOUR), max_size=200))
def test_whatever_the_clock_does_the_last_ones_stay_and_there_are_never_too_many(
    steps: list[timedelta],
) -> None:
    at, kept = BEGUN, list[tuple[int, datetime]]()
    for step in steps:
        at += step
        kept.append((find_turn(kept[-1] if kept else None, at), at))
        stay = keep_hours_days_weeks(kept)
        assert len(kept) - 1 in stay
        kept = [one for place, one in enumerate(kept) if place in stay]
        assert len(kept) <= HOURS + DAYS + WEEKS
    assert len(kept) >= min(len(steps), HOURS)


@pytest.mark.parametrize("jump", [YEAR, -YEAR])
def test_a_clock_that_is_a_year_wrong_takes_no_backup_away(place: Place, jump: timedelta) -> None:
    for number in range(5):
        place.back_up(f"before {number}")
    place.clock.at += jump
    for number in range(5):
        place.back_up(f"meanwhile {number}")
    place.clock.at -= jump
    for number in range(5):
        place.back_up(f"after {number}")
    named = [f"{when} {number}" for when in ("before", "meanwhile", "after") for number in range(5)]
    assert place.titles() == named


@pytest.mark.parametrize("jump", [YEAR, -YEAR])
def test_a_backup_of_now_is_not_the_one_that_is_too_many(tmp_path: Path, jump: timedelta) -> None:
    clock = Clock()
    backups = Backups(tmp_path, clock)
    clock.at += jump
    for number in range(10):
        backups.back_up_file(make_file(f"wrong {number}"))
        clock.at += DAY
    clock.at = BEGUN
    for number in range(3):
        assert backups.is_due("d1")
        backups.back_up_file(make_file(f"right {number}"))
        assert not backups.is_due("d1")
        clock.at += DAY
    titles = [read_title(one.path) for one in backups.find("d1")]
    assert titles == [f"wrong {number}" for number in range(3, 10)] + [
        f"right {number}" for number in range(3)
    ]


def make_file(title: str) -> drafts.DraftFile:
    draft = make_draft({TITLE: title})
    content = file_format.encode(draft)
    return drafts.DraftFile(draft, Path("plan.erasmus"), "", 1, content)


def test_a_clock_that_begins_anew_with_each_start_takes_no_backup_of_a_day_away(
    place: Place,
) -> None:
    for number in range(DAYS):
        place.clock.at = BEGUN
        place.back_up(f"first of start {number}")
        place.back_up(f"last of start {number}")
    assert [f"last of start {number}" for number in range(DAYS)] == [
        title for title in place.titles() if title.startswith("last")
    ]


def test_two_proposals_of_one_name_do_not_meet_and_one_that_is_renamed_stays_together(
    place: Place,
) -> None:
    place.back_up("ours", "d1", "plan")
    place.back_up("theirs", "d2", "plan")
    place.back_up("ours too", "d1", "plan: new / name")
    assert place.titles("d1") == ["ours", "ours too"]
    assert place.titles("d2") == ["theirs"]
    assert len(list(place.folder.iterdir())) == 2


def test_nothing_that_is_not_ours_is_touched(place: Place) -> None:
    place.clock.at += DAY
    monday = place.back_up("monday")
    assert monday is not None
    ours = monday.parent
    strange = {
        ours / "note.txt": b"mine",
        ours / "2026-01-01T10-00-00.erasmus": b"a name like ours",
        ours / "2026-01-01T10-00-00.0001-0-123456789abc.erasmus": b"with another content",
        place.folder / "photo.jpg": b"mine too",
        place.folder.parent / "plan.erasmus": b"beside our folder",
    }
    for path, content in strange.items():
        path.write_bytes(content)
    for number in range(HOURS + DAYS):
        place.clock.at += DAY
        place.back_up(f"{number}")
    assert not monday.exists()
    assert {path: path.read_bytes() for path in strange} == strange


def test_a_backup_that_was_damaged_takes_the_place_of_none(place: Place) -> None:
    written = [place.back_up(f"{number}") for number in range(HOURS)]
    for path in written[1:]:
        assert path is not None
        path.write_bytes(path.read_bytes()[:-20])
    kept = place.back_up("kept")
    assert kept is not None
    for number in range(HOURS - 2):
        place.back_up(f"more {number}")
    assert written[0] is not None
    assert written[0].exists()
    assert kept.exists()


@POSIX_ONLY  # Windows renames without a link
def test_a_backup_that_became_something_else_on_its_way_removes_none_and_is_an_error(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(HOURS):
        place.back_up(f"{number}")
    link = os.link

    def spoil(temporary: Path, target: Path) -> None:
        link(temporary, target)
        target.write_bytes(b"")

    monkeypatch.setattr(os, "link", spoil)
    with pytest.raises(TargetRefused, match="altered"):
        place.back_up("spoilt")
    monkeypatch.undo()
    assert sum(one.is_whole() for one in place.backups.find("d1")) == HOURS


def test_a_drive_that_is_away_is_an_error_and_nothing_is_written_in_its_place(
    place: Place, tmp_path: Path
) -> None:
    place.back_up("before")
    stick = place.folder.parent
    stick.rename(tmp_path / "pulled out")
    with pytest.raises(TargetRefused, match="missing-folder"):
        place.back_up("meanwhile")
    stick.mkdir()
    with pytest.raises(TargetRefused, match="missing-folder"):
        place.back_up("meanwhile, at the empty place of the drive")
    assert list(stick.iterdir()) == []
    stick.rmdir()
    (tmp_path / "pulled out").rename(stick)
    place.back_up("after")
    assert place.titles() == ["before", "after"]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_disk_that_takes_nothing_leaves_what_is_there(
    place: Place, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        place.back_up(f"{number}")
    before = list_files(place.folder)

    def refuse(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(SaveError):
        place.back_up("more")
    assert list_files(place.folder) == before


def test_a_place_that_cannot_be_written_is_refused_when_it_is_chosen(tmp_path: Path) -> None:
    with pytest.raises(TargetRefused, match="missing-folder"):
        prepare_folder(tmp_path / "nowhere")
    (tmp_path / FOLDER).touch()
    with pytest.raises(SaveError):
        prepare_folder(tmp_path)


def test_all_backups_are_found_by_proposal_and_restored_as_new_files(
    place: Place, tmp_path: Path
) -> None:
    local = Backups(tmp_path / "copies", place.clock)
    draft = make_draft({TITLE: "here"})
    local.back_up_file(make_file("here"))
    place.clock.at += HOUR
    local.save_recovery_copy(make_draft({TITLE: "not saved"}))
    place.back_up("there")
    place.back_up("of another", "d2")
    (tmp_path / "stick" / "by hand.erasmus").write_bytes(make_file("by hand").content)
    found = find_backups(tmp_path / "copies", [place.folder, tmp_path / "gone"])
    kinds = [sorted(one.kind for one in group.backups) for group in found]
    assert sorted(kinds) == [["here", "recovery", "second"], ["second"]]
    (group,) = (one for one in found if len(one.backups) > 1)
    by_hand = find_backups(tmp_path / "none", [tmp_path / "stick"])
    assert sorted(len(one.backups) for one in by_hand) == [1, 2]
    target = tmp_path / "back.erasmus"
    opened = restore(group.backups[0].path, target)
    assert target.read_bytes() == group.backups[0].path.read_bytes()
    assert opened.draft.id == draft.id
    with pytest.raises(TargetRefused, match="exists"):
        restore(group.backups[0].path, target)
    assert {one.kind for one in group.backups} == set(BackupKind)


def test_what_cannot_be_read_is_passed_over_and_links_are_not_followed(tmp_path: Path) -> None:
    chosen = tmp_path / "chosen"
    chosen.mkdir()
    (chosen / "broken.erasmus").write_bytes(b"{")
    (chosen / "deep" / "deeper" / "deepest").mkdir(parents=True)
    (chosen / "deep" / "deeper" / "deepest" / "x.erasmus").write_bytes(make_file("x").content)
    (chosen / "round").symlink_to(chosen, target_is_directory=True)
    assert find_backups(tmp_path / "none", [chosen]) == ()


def test_a_draft_of_any_id_has_a_folder_in_the_place(place: Place) -> None:
    for draft_id in ("../../out", "con:", "x" * 200):
        place.back_up("x", draft_id, "../..")
    assert {path.parent for path in place.folder.iterdir()} == {place.folder}
    assert len(list(place.folder.iterdir())) == 3
