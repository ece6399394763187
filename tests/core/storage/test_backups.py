"""Dated copies: elsewhere, proved, and not too many."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Key
from erasmus_desk.errors import DraftDamaged, TargetRefused
from erasmus_desk.storage import drafts
from erasmus_desk.storage.backups import Copies
from tests.core.draft.drafts import draft_of


class Days:
    """A clock that goes forward by a step each time it is asked."""

    def __init__(self, step: timedelta = timedelta(hours=1)) -> None:
        self.moment = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
        self.step = step

    def __call__(self) -> datetime:
        self.moment += self.step
        return self.moment


def content(title: str) -> bytes:
    return file_format.encode(draft_of({Key("prj.title"): title}))


def test_a_copy_is_kept_and_opens(tmp_path: Path) -> None:
    copies = Copies(tmp_path, Days())
    path = copies.keep("d1", content("Robots"))
    assert path is not None
    assert drafts.read(path).draft.text("prj.title") == "Robots"
    assert [copy.path for copy in copies.of("d1")] == [path]
    assert copies.of("d1")[0].at == datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
    assert copies.of("d2") == ()


def test_the_same_again_makes_no_copy(tmp_path: Path) -> None:
    copies = Copies(tmp_path, Days())
    copies.keep("d1", content("Robots"))
    assert copies.keep("d1", content("Robots")) is None
    assert len(copies.of("d1")) == 1


def test_the_last_ten_stay(tmp_path: Path) -> None:
    copies = Copies(tmp_path, Days())
    (tmp_path / "d1").mkdir()
    (tmp_path / "d1" / "note.txt").touch()
    for number in range(13):
        copies.keep("d1", content(f"Robots {number}"))
    kept = [drafts.read(copy.path).draft.text("prj.title") for copy in copies.of("d1")]
    assert kept == [f"Robots {number}" for number in range(3, 13)]
    assert (tmp_path / "d1" / "note.txt").exists()


def test_what_is_no_draft_pushes_no_good_copy_out(tmp_path: Path) -> None:
    copies = Copies(tmp_path, Days())
    copies.keep("d1", content("Robots"))
    with pytest.raises(DraftDamaged):
        copies.keep("d1", b"")
    assert len(copies.of("d1")) == 1


def test_a_copy_is_due_once_a_day(tmp_path: Path) -> None:
    days = Days(timedelta(hours=10))
    copies = Copies(tmp_path, days)
    assert copies.due("d1")
    copies.keep("d1", content("Robots"))
    assert copies.due("d1")
    days.step = timedelta(0)
    copies.keep("d1", content("Robots again"))
    assert not copies.due("d1")


def test_a_rescue_copy_is_one_file_a_day_and_no_dated_copy(tmp_path: Path) -> None:
    days = Days(timedelta(hours=9))
    copies = Copies(tmp_path, days)
    for title in ("a", "b", "c"):
        copies.rescue(draft_of({Key("prj.title"): title}))
    first, second = copies.rescued("d1")
    assert drafts.read(first).draft.text("prj.title") == "a"
    assert drafts.read(second).draft.text("prj.title") == "c"
    assert copies.of("d1") == ()


@pytest.mark.parametrize("draft_id", ["../../out", "a/b", "..", "con:", "x" * 200, "\udcff"])
def test_an_id_made_to_lead_astray_stays_in_the_folder(tmp_path: Path, draft_id: str) -> None:
    copies = Copies(tmp_path / "copies", Days())
    path = copies.keep(draft_id, content("Robots"))
    assert path is not None
    assert path.resolve().parent.parent == (tmp_path / "copies").resolve()
    assert len(copies.of(draft_id)) == 1


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "copies").touch()
    copies = Copies(tmp_path / "copies", Days())
    with pytest.raises(TargetRefused):
        copies.keep("d1", content("Robots"))
