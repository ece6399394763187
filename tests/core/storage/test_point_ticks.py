"""The ticks at the points of the guidance, on the disk of the user."""

from __future__ import annotations

from pathlib import Path

import pytest

from erasmus_desk.storage.point_ticks import PointTicksFiles
from erasmus_desk.storage.user_files import UserFiles

TICKS = {"des.rationale": ("build:1/6", "build:3/6"), "org.background@o1": ("build:2/4",)}


def test_ticks_are_kept_for_each_draft(tmp_path: Path) -> None:
    files = PointTicksFiles(tmp_path / "points")
    assert files.find("one") == {}
    files.save("one", TICKS)
    files.save("../two", {})
    assert PointTicksFiles(tmp_path / "points").find("one") == TICKS
    assert files.find("../two") == {}
    assert {path.parent for path in tmp_path.rglob("*.json")} == {tmp_path / "points"}


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"a": "b"}', b'{"a": [1]}', b"\xff"])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    files = PointTicksFiles(tmp_path)
    files.save("one", TICKS)
    (path,) = tmp_path.glob("*.json")
    path.write_bytes(content)
    assert files.find("one") == {}


def test_a_folder_that_cannot_be_made_costs_the_ticks_only(tmp_path: Path) -> None:
    (tmp_path / "points").write_text("no folder")
    files = PointTicksFiles(tmp_path / "points")
    files.save("one", TICKS)
    assert files.find("one") == {}


def test_the_newest_files_are_kept(tmp_path: Path) -> None:
    files = UserFiles(tmp_path, most=3, max_bytes=10)
    for number in range(5):
        files.write(str(number), b"x")
    assert files.read("4") == b"x"
    assert len(list(tmp_path.glob("*.json"))) == 3
    files.write("4", b"x" * 11)
    assert files.read("4") is None


def test_one_bad_entry_costs_no_other_tick_and_the_file_is_kept(tmp_path: Path) -> None:
    files = PointTicksFiles(tmp_path)
    files.save("d1", {"a": ("1", "2"), "b": ("3",)})
    [path] = tmp_path.iterdir()
    damaged = path.read_bytes().replace(b'["3"]', b"3")
    path.write_bytes(damaged)
    assert files.find("d1") == {"a": ("1", "2")}
    notice = files.take_notice()
    assert notice is not None
    assert (tmp_path / str(notice.facts["aside"])).read_bytes() == damaged
    assert files.find("d1") == {"a": ("1", "2")}
    assert files.take_notice() is None
