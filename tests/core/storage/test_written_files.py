"""Only a file that still is as it was written last is replaced."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from erasmus_desk.errors import TargetRefused
from erasmus_desk.storage.written_files import WrittenFiles

OURS, THEIRS, NEWER = b"as exported", b"as reviewed", b"as exported later"


@pytest.fixture
def known(tmp_path: Path) -> WrittenFiles:
    return WrittenFiles(tmp_path / "local" / "written.json")


@pytest.fixture
def target(tmp_path: Path, known: WrittenFiles) -> Path:
    """A file that was exported."""
    path = tmp_path / "project.docx"
    known.write(path, OURS)
    return path


def test_what_was_written_last_is_replaced_also_after_a_restart(
    tmp_path: Path, target: Path
) -> None:
    WrittenFiles(tmp_path / "local" / "written.json").write(target, NEWER)
    assert target.read_bytes() == NEWER


def test_a_file_that_somebody_changed_is_not_replaced(known: WrittenFiles, target: Path) -> None:
    target.write_bytes(THEIRS)
    with pytest.raises(TargetRefused) as refused:
        known.write(target, NEWER)
    assert refused.value.facts["other"] == str(target.with_name("project (2).docx"))
    assert target.read_bytes() == THEIRS


def test_a_file_that_was_never_ours_is_not_replaced(known: WrittenFiles, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.docx"
    theirs.write_bytes(THEIRS)
    with pytest.raises(TargetRefused):
        known.write(theirs, OURS)
    assert known.choose_name(theirs, OURS) == tmp_path / "theirs (2).docx"


def test_a_name_passes_over_what_is_changed_or_taken(known: WrittenFiles, target: Path) -> None:
    target.write_bytes(THEIRS)
    second, third = (target.with_name(f"project ({number}).docx") for number in (2, 3))
    assert known.choose_name(target, NEWER, [second]) == third
    known.write(second, OURS)
    assert known.choose_name(target, NEWER) == second
    second.write_bytes(THEIRS)
    assert known.choose_name(target, NEWER) == third


def test_a_file_with_the_very_content_is_no_loss(known: WrittenFiles, tmp_path: Path) -> None:
    same = tmp_path / "copied.docx"
    same.write_bytes(NEWER)
    known.write(same, NEWER)
    assert same.read_bytes() == NEWER


def test_a_damaged_list_forgets_and_so_replaces_nothing(tmp_path: Path, target: Path) -> None:
    (tmp_path / "local" / "written.json").write_bytes(b"{")
    with pytest.raises(TargetRefused):
        WrittenFiles(tmp_path / "local" / "written.json").write(target, NEWER)
    assert target.read_bytes() == OURS


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_link_to_a_changed_file_is_the_same_file(
    known: WrittenFiles, target: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link.docx"
    link.symlink_to(target)
    target.write_bytes(THEIRS)
    with pytest.raises(TargetRefused):
        known.write(link, NEWER)
    assert target.read_bytes() == THEIRS


def test_a_folder_that_is_not_there_is_refused(known: WrittenFiles, tmp_path: Path) -> None:
    with pytest.raises(TargetRefused):
        known.write(tmp_path / "gone" / "out.xlsx", OURS)
    assert not (tmp_path / "gone").exists()
