"""What others do with the file of an open draft is seen, and nothing is written over it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from erasmus_desk.draft.model import Change, Draft, Key
from erasmus_desk.storage import drafts, locks, open_file
from erasmus_desk.storage.open_file import FileReport, FileState, KnownFile
from tests.core.draft.drafts import EVERY_KIND, make_draft

TITLE = Key("prj.title")


@pytest.fixture
def known(tmp_path: Path) -> KnownFile:
    path = tmp_path / "stick" / "robots.erasmus"
    path.parent.mkdir()
    draft = make_draft()
    return open_file.recognise(path, (draft.id,), drafts.save_new(draft, path))


def mine() -> Draft:
    return make_draft(EVERY_KIND)


def save_mine(known: KnownFile) -> KnownFile | FileReport:
    return open_file.save(mine(), known)


def listing(known: KnownFile) -> dict[str, bytes]:
    places = known.path.parent.parent.rglob("*")
    return {str(path): path.read_bytes() for path in places if path.is_file()}


def retitle(path: Path, title: str) -> None:
    """Save a draft as somebody else does."""
    opened = drafts.read(path)
    drafts.save(opened.draft.apply(Change(TITLE, None, title)), path, opened.digest)


def rename(known: KnownFile) -> None:
    known.path.rename(known.path.with_name("new name.erasmus"))


def rename_and_change(known: KnownFile) -> None:
    rename(known)
    retitle(known.path.with_name("new name.erasmus"), "Theirs")


def replace_by_copy(known: KnownFile) -> None:
    """Rename as a cloud client does: the file that comes is not the one that went."""
    path = known.path.with_name("new name.erasmus")
    path.write_bytes(known.path.read_bytes())
    known.path.unlink()


def copy_and_delete(known: KnownFile) -> None:
    """Copy out of the folder and delete."""
    shutil.move(known.path, known.path.parent.parent / "moved.erasmus")


def unplug(known: KnownFile) -> None:
    known.path.parent.rename(known.path.parent.with_name("in a pocket"))


def unmount(known: KnownFile) -> None:
    """Leave an empty folder in place of that of the drive."""
    unplug(known)
    known.path.parent.mkdir()


def put_another_stick(known: KnownFile) -> None:
    """Put another drive with other drafts in its place."""
    unmount(known)
    drafts.save_new(make_draft({TITLE: "Theirs"}), known.path.with_name("other.erasmus"))
    opened = drafts.read(known.path.with_name("other.erasmus"))
    content = opened.content.replace(opened.draft.id.encode(), b"other")
    known.path.with_name("other.erasmus").write_bytes(content)


BY_OTHERS: dict[str, tuple[Callable[[KnownFile], object], FileState]] = {
    "change": (lambda known: retitle(known.path, "Theirs"), FileState.CHANGED),
    "damage": (lambda known: known.path.write_bytes(b"{"), FileState.CHANGED),
    "rename": (rename, FileState.RENAMED),
    "rename and change": (rename_and_change, FileState.RENAMED),
    "rename by copy": (replace_by_copy, FileState.RENAMED),
    "delete": (lambda known: known.path.unlink(), FileState.GONE),
    "move": (copy_and_delete, FileState.GONE),
    "unplug": (unplug, FileState.NO_FOLDER),
    "unmount": (unmount, FileState.NO_FOLDER),
    "another stick": (put_another_stick, FileState.NO_FOLDER),
}


@pytest.mark.parametrize("what", BY_OTHERS)
def test_what_others_do_is_seen_and_a_save_writes_nothing(known: KnownFile, what: str) -> None:
    do, state = BY_OTHERS[what]
    assert open_file.inspect(known).is_same
    do(known)
    before = listing(known)
    assert open_file.inspect(known).state is state
    found = save_mine(known)
    assert isinstance(found, FileReport)
    assert found == open_file.inspect(known)
    assert found.has_other_text == (what in {"change", "damage", "rename and change"})
    assert listing(known) == before


@pytest.mark.parametrize("what", ["rename", "rename and change", "rename by copy"])
def test_a_renamed_file_is_found_and_can_be_followed(known: KnownFile, what: str) -> None:
    BY_OTHERS[what][0](known)
    found = open_file.inspect(known)
    assert found.path == known.path.with_name("new name.erasmus")
    followed = open_file.follow(known, known.path.with_name("new name.erasmus"))
    assert open_file.inspect(followed).is_same != found.has_other_text


def test_a_copy_that_was_there_before_is_not_taken_for_the_renamed_file(tmp_path: Path) -> None:
    path, draft = tmp_path / "a.erasmus", make_draft()
    digest = drafts.save_new(draft, path)
    shutil.copy(path, tmp_path / "copy of a.erasmus")
    known = open_file.recognise(path, (draft.id,), digest)
    path.unlink()
    assert open_file.inspect(known).state is FileState.GONE


def test_of_several_new_files_the_renamed_one_is_found_though_it_was_changed(
    known: KnownFile,
) -> None:
    shutil.copy(known.path, known.path.with_name("copy.erasmus"))
    rename(known)
    path = known.path.with_name("new name.erasmus")
    path.write_bytes(path.read_bytes() + b" ")
    assert open_file.inspect(known).path == path


def test_saving_goes_on_when_the_drive_is_back_whatever_its_number(known: KnownFile) -> None:
    unmount(known)
    known.path.parent.rmdir()
    # As after mounting: another folder, and in it the file as it was.
    shutil.copytree(known.path.parent.with_name("in a pocket"), known.path.parent)
    assert open_file.inspect(known).is_same
    saved = save_mine(known)
    assert isinstance(saved, KnownFile)
    assert drafts.read(known.path).draft.answers == EVERY_KIND
    assert open_file.inspect(saved).is_same


def test_our_lock_tells_a_folder_that_was_only_numbered_anew(known: KnownFile) -> None:
    locks.DraftLocks(known.path.parent.with_name("home")).acquire(known.path)
    shutil.copytree(known.path.parent, known.path.parent.with_name("numbered anew"))
    unplug(known)
    known.path.parent.with_name("numbered anew").rename(known.path.parent)
    known.path.unlink()
    assert open_file.inspect(known).state is FileState.GONE


def test_a_save_knows_its_own_file(known: KnownFile) -> None:
    for number in range(3):
        saved = open_file.save(make_draft({TITLE: f"Robots {number}"}), known)
        assert isinstance(saved, KnownFile)
        assert open_file.inspect(saved).is_same
        known = saved
    assert sorted(os.listdir(known.path.parent)) == ["robots.erasmus"]  # noqa: PTH208 -- names


def test_an_error_of_the_file_says_what_it_is(known: KnownFile) -> None:
    expected = {
        "change": "save.changed",
        "rename": "save.gone",
        "delete": "save.gone",
        "unmount": "save.refused.missing-folder",
    }
    for what, code in expected.items():
        path = known.path.parent / what / "a.erasmus"
        path.parent.mkdir()
        draft = make_draft()
        one = open_file.recognise(path, (draft.id,), drafts.save_new(draft, path))
        BY_OTHERS[what][0](one)
        assert open_file.inspect(one).to_error(path).message_id == code
        shutil.rmtree(path.parent.with_name("in a pocket"), ignore_errors=True)
