"""Dated backups: in another folder, readable, and not too many."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Key
from erasmus_desk.errors import DraftDamaged, TargetRefused
from erasmus_desk.storage import drafts, recovery_copies
from erasmus_desk.storage.backups import Backups
from tests.core.draft.drafts import make_draft


class SteppingClock:
    """A clock that advances by a step at each call."""

    def __init__(self, step: timedelta = timedelta(hours=1)) -> None:
        self.moment = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
        self.step = step

    def __call__(self) -> datetime:
        self.moment += self.step
        return self.moment


def encode_titled(title: str) -> bytes:
    return file_format.encode(make_draft({Key("prj.title"): title}))


def test_a_backup_is_stored_and_can_be_opened(tmp_path: Path) -> None:
    backups = Backups(tmp_path, SteppingClock())
    path = backups.back_up("d1", encode_titled("Robots"))
    assert path is not None
    assert drafts.read(path).draft.text("prj.title") == "Robots"
    assert [backup.path for backup in backups.find("d1")] == [path]
    assert backups.find("d1")[0].at == datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
    assert backups.find("d2") == ()


def test_equal_content_makes_no_second_backup(tmp_path: Path) -> None:
    backups = Backups(tmp_path, SteppingClock())
    backups.back_up("d1", encode_titled("Robots"))
    assert backups.back_up("d1", encode_titled("Robots")) is None
    assert len(backups.find("d1")) == 1


def test_the_last_ten_backups_stay(tmp_path: Path) -> None:
    backups = Backups(tmp_path, SteppingClock())
    (tmp_path / "d1").mkdir()
    (tmp_path / "d1" / "note.txt").touch()
    for number in range(13):
        backups.back_up("d1", encode_titled(f"Robots {number}"))
    titles = [drafts.read(backup.path).draft.text("prj.title") for backup in backups.find("d1")]
    assert titles == [f"Robots {number}" for number in range(3, 13)]
    assert (tmp_path / "d1" / "note.txt").exists()


def test_content_that_is_not_a_draft_replaces_no_backup(tmp_path: Path) -> None:
    backups = Backups(tmp_path, SteppingClock())
    backups.back_up("d1", encode_titled("Robots"))
    with pytest.raises(DraftDamaged):
        backups.back_up("d1", b"")
    assert len(backups.find("d1")) == 1


def test_a_backup_is_due_once_a_day(tmp_path: Path) -> None:
    clock = SteppingClock(timedelta(hours=10))
    backups = Backups(tmp_path, clock)
    assert backups.is_due("d1")
    backups.back_up("d1", encode_titled("Robots"))
    assert backups.is_due("d1")
    clock.step = timedelta(0)
    backups.back_up("d1", encode_titled("Robots again"))
    assert not backups.is_due("d1")


def test_a_recovery_copy_is_one_file_a_day_and_not_a_dated_backup(tmp_path: Path) -> None:
    clock = SteppingClock(timedelta(hours=9))
    backups = Backups(tmp_path, clock)
    for title in ("a", "b", "c"):
        backups.save_recovery_copy(make_draft({Key("prj.title"): title}))
    first, second = sorted((tmp_path / "d1").glob("rescue-*.erasmus"))
    assert drafts.read(first).draft.text("prj.title") == "a"
    assert drafts.read(second).draft.text("prj.title") == "c"
    assert backups.find("d1") == ()


@pytest.mark.parametrize("draft_id", ["../../out", "a/b", "..", "con:", "x" * 200, "\udcff"])
def test_an_id_that_is_a_path_stays_in_the_folder(tmp_path: Path, draft_id: str) -> None:
    backups = Backups(tmp_path / "copies", SteppingClock())
    path = backups.back_up(draft_id, encode_titled("Robots"))
    assert path is not None
    assert path.resolve().parent.parent == (tmp_path / "copies").resolve()
    assert len(backups.find(draft_id)) == 1


def test_a_folder_that_cannot_be_created_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "copies").touch()
    backups = Backups(tmp_path / "copies", SteppingClock())
    with pytest.raises(TargetRefused):
        backups.back_up("d1", encode_titled("Robots"))


def write_recovery_copies(folder: Path, days: Iterable[int], most: int) -> list[str]:
    """Write a copy of two drafts on each day, and return the days of those that are left."""
    for day in days:
        for name in ("d1", "d2"):
            recovery_copies.write(folder / name, f"2026-11-{day:02}", b"x" * 1000, most)
    return [f"{one.path.parent.name} {one.day[-2:]}" for one in recovery_copies.find_copies(folder)]


def test_recovery_copies_take_a_bounded_room_and_the_oldest_go_first(tmp_path: Path) -> None:
    left = write_recovery_copies(tmp_path, range(1, 6), most=5000)
    assert left == ["d2 03", "d1 04", "d2 04", "d1 05", "d2 05"]
    assert recovery_copies.measure(tmp_path) == 5000
    # The bound gives way to the last of each draft, and to one that is written again.
    assert write_recovery_copies(tmp_path, [5], most=1) == left
    assert write_recovery_copies(tmp_path, [6], most=1) == ["d1 06", "d2 06"]


def test_a_clock_set_back_makes_no_recovery_copy_the_oldest(tmp_path: Path) -> None:
    assert write_recovery_copies(tmp_path, [20, 21, 1, 2], most=4000) == [
        *("d1 01", "d2 01"),
        *("d1 02", "d2 02"),
    ]


def test_other_files_beside_recovery_copies_and_those_of_earlier_programs_count(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "d1"
    folder.mkdir()
    (folder / "rescue-2026-10-01.erasmus").write_bytes(b"x" * 1000)
    (folder / "notes.erasmus").write_bytes(b"x" * 5000)
    left = write_recovery_copies(tmp_path, [1], most=2000)
    assert left == ["d1 01", "d2 01"]
    assert (folder / "notes.erasmus").exists()
