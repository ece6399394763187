"""What the home page lists: drafts, and files that should be drafts and are not."""

import os
from datetime import UTC, datetime
from pathlib import Path

from erasmus_desk.draft import store
from erasmus_desk.draft.listing import listed
from erasmus_desk.draft.model import Key
from erasmus_desk.errors import DraftDamaged
from tests.core.draft.drafts import draft_of
from tests.core.elsewhere import POSIX_ONLY


def put(path: Path, title: str, day: int) -> Path:
    draft = draft_of({Key("prj.title"): title})
    store.save_new(draft, path, clock=lambda: datetime(2026, 11, day, tzinfo=UTC))
    return path


def test_drafts_are_listed_last_modified_first(tmp_path: Path) -> None:
    put(tmp_path / "a.erasmus", "older", 1)
    put(tmp_path / "b.ERASMUS", "newer", 3)
    (tmp_path / "c.docx").touch()
    (tmp_path / ".hidden.erasmus").touch()
    found = listed(tmp_path)
    assert [one.draft.text("prj.title") for one in found if one.draft] == ["newer", "older"]
    assert len(found) == 2


def test_a_damaged_file_is_listed_with_its_error(tmp_path: Path) -> None:
    path = tmp_path / "a.erasmus"
    path.touch()
    os.utime(path, (86400, 86400))
    [one] = listed(tmp_path)
    assert one.draft is None
    assert isinstance(one.error, DraftDamaged)
    assert one.modified == datetime(1970, 1, 2, tzinfo=UTC)


def test_recent_drafts_elsewhere_are_listed_once_and_lost_ones_left_out(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "stick").mkdir()
    inside = put(tmp_path / "drafts" / "a.erasmus", "inside", 1)
    outside = put(tmp_path / "stick" / "b.erasmus", "outside", 2)
    found = listed(tmp_path / "drafts", [outside, inside, outside, tmp_path / "lost.erasmus"])
    assert [one.path for one in found] == [outside, inside]


@POSIX_ONLY
def test_a_link_to_a_listed_draft_is_listed_once(tmp_path: Path) -> None:
    put(tmp_path / "a.erasmus", "one", 1)
    (tmp_path / "b.erasmus").symlink_to(tmp_path / "a.erasmus")
    (tmp_path / "c.erasmus").symlink_to(tmp_path / "c.erasmus")
    found = listed(tmp_path)
    assert [one.path.name for one in found] == ["a.erasmus", "c.erasmus"]
    assert found[1].modified == datetime(1970, 1, 1, tzinfo=UTC)


def test_a_folder_that_is_not_there_has_no_drafts(tmp_path: Path) -> None:
    assert listed(tmp_path / "no") == ()
