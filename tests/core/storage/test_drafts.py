"""Draft files on a real disk: reading, saving, listing, and file names."""

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from erasmus_desk import atomic_file
from erasmus_desk.draft.model import Change, Key
from erasmus_desk.errors import (
    ChangedOnDisk,
    DraftDamaged,
    DraftError,
    DraftForeign,
    DraftMissing,
    FileGone,
    TargetRefused,
)
from erasmus_desk.storage import drafts
from erasmus_desk.storage.draft_folder import list_paths
from erasmus_desk.storage.drafts import list_drafts, suggest_path
from tests.core.draft.drafts import EVERY_KIND, make_draft
from tests.core.elsewhere import POSIX_ONLY, drop_privileges, run_in_child

LATER = datetime(2026, 12, 1, 8, 30, 15, 999, tzinfo=UTC)


def later() -> datetime:
    return LATER


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "robots.erasmus"


def test_a_new_draft_is_written_and_read_again(path: Path) -> None:
    digest = drafts.save_new(make_draft(EVERY_KIND), path, clock=later)
    opened = drafts.read(path)
    assert opened.draft.answers == EVERY_KIND
    assert opened.draft.modified == LATER.replace(microsecond=0)
    assert (opened.digest, opened.path, opened.version) == (digest, path, 1)
    assert opened.content == path.read_bytes()


def test_a_new_draft_overwrites_nothing(path: Path) -> None:
    path.write_text("my diary")
    with pytest.raises(TargetRefused, match="exists"):
        drafts.save_new(make_draft(), path)
    assert path.read_text() == "my diary"


def test_saving_again_and_again_needs_only_the_digest_of_the_last_time(path: Path) -> None:
    digest = drafts.save_new(make_draft(), path)
    draft = make_draft()
    for number in range(3):
        key = Key("prj.title")
        draft = draft.apply(Change(key, draft.get(key), f"Robots {number}"))
        digest = drafts.save(draft, path, digest)
    assert drafts.read(path).draft.text("prj.title") == "Robots 2"


def test_changes_made_elsewhere_are_not_overwritten(path: Path) -> None:
    digest = drafts.save_new(make_draft(), path)
    theirs = drafts.save(make_draft({Key("prj.title"): "Theirs"}), path, digest)
    with pytest.raises(ChangedOnDisk) as caught:
        drafts.save(make_draft({Key("prj.title"): "Mine"}), path, digest)
    assert caught.value.facts == {"path": str(path), "seen": digest, "found": theirs}
    assert drafts.read(path).draft.text("prj.title") == "Theirs"
    drafts.save(make_draft({Key("prj.title"): "Mine"}), path, theirs)
    assert drafts.read(path).draft.text("prj.title") == "Mine"


def test_a_file_that_is_gone_does_not_come_back_by_itself(path: Path) -> None:
    digest = drafts.save_new(make_draft(), path)
    path.rename(path.with_name("renamed.erasmus"))
    with pytest.raises(FileGone):
        drafts.save(make_draft(EVERY_KIND), path, digest)
    assert [one.name for one in path.parent.iterdir()] == ["renamed.erasmus"]


@pytest.mark.parametrize("what", ["written", "renamed"])
def test_what_somebody_does_while_a_slow_disk_writes_is_noticed_too(path: Path, what: str) -> None:
    digest = drafts.save_new(make_draft(), path)
    theirs = path.read_bytes() + b" "

    def swap(temporary: Path, target: Path) -> None:
        pytest.fail(f"{temporary} replaced {target}")

    def write(written: Path, content: bytes, *, swap: atomic_file.Swap = os.replace) -> str:
        if what == "written":
            path.write_bytes(theirs)
        else:
            path.rename(path.with_name("renamed.erasmus"))
        return original(written, content, swap=swap)

    original, patch = atomic_file.write, pytest.MonkeyPatch()
    with patch.context() as patched:
        patched.setattr(atomic_file, "write", write)
        with pytest.raises(ChangedOnDisk if what == "written" else FileGone):
            drafts.save(make_draft(EVERY_KIND), path, digest, swap=swap)
    names = ["robots.erasmus" if what == "written" else "renamed.erasmus"]
    assert [one.name for one in path.parent.iterdir()] == names
    assert what == "renamed" or path.read_bytes() == theirs


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "stick" / "a.erasmus"
    path.parent.mkdir()
    digest = drafts.save_new(make_draft(), path)
    path.unlink()
    path.parent.rmdir()
    with pytest.raises(TargetRefused, match="missing-folder"):
        drafts.save(make_draft(), path, digest)


def test_a_folder_in_place_of_the_draft_is_an_error(path: Path) -> None:
    path.mkdir()
    with pytest.raises(TargetRefused, match="is-folder"):
        drafts.save(make_draft(), path, "")


@POSIX_ONLY
def test_a_pipe_in_place_of_the_draft_is_an_error_and_not_waited_for(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(TargetRefused, match="special"):
        drafts.save(make_draft(), path, "")


@POSIX_ONLY
def test_what_cannot_be_opened_is_named_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty").touch()
    (tmp_path / "letter").write_bytes(b"Dear An")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    expected = {
        "nothing": "draft.missing",
        "letter/inside": "draft.missing",
        "folder": "draft.missing.folder",
        "a\0b": "draft.missing",
        "loop": "draft.unreadable",
        "letter": "draft.foreign",
        "pipe": "draft.foreign",
        "empty": "draft.damaged.empty",
    }
    before = sorted(path.name for path in tmp_path.iterdir())
    found: dict[str, str] = {}
    for name in expected:
        with pytest.raises(DraftError) as caught:
            drafts.read(tmp_path / name)
        found[name] = caught.value.message_id
        assert caught.value.facts["path"] == str(tmp_path / name)
    assert found == expected
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_huge_file_is_not_read_into_memory(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(10 * 1024**3)
    with pytest.raises(DraftDamaged, match="too-large"):
        drafts.read(path)


@POSIX_ONLY
def test_a_draft_without_the_right_to_read_is_unreadable() -> None:
    def work() -> str:
        drop_privileges()
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "a.erasmus"
            drafts.save_new(make_draft(), path)
            path.chmod(0)
            try:
                drafts.read(path)
            except DraftError as problem:
                return problem.message_id
        return "read"

    assert run_in_child(work) == "draft.unreadable"


def test_a_draft_with_another_suffix_is_still_a_draft(tmp_path: Path) -> None:
    drafts.save_new(make_draft(), tmp_path / "a.txt")
    assert drafts.read(tmp_path / "a.txt").draft == drafts.read(tmp_path / "a.txt").draft
    (tmp_path / "b.erasmus").write_bytes(b"{}")
    with pytest.raises(DraftForeign):
        drafts.read(tmp_path / "b.erasmus")


def test_a_duplicate_has_the_answers_and_its_own_id() -> None:
    draft = make_draft(EVERY_KIND)
    copy = drafts.duplicate(draft, clock=later)
    assert copy.answers == draft.answers
    assert copy.id != draft.id
    assert copy.created == copy.modified == LATER.replace(microsecond=0)


def test_a_missing_file_is_reported_with_its_path(path: Path) -> None:
    with pytest.raises(DraftMissing) as caught:
        drafts.read(path)
    assert caught.value.facts == {"path": str(path)}


def save_titled(path: Path, title: str, day: int) -> Path:
    draft = make_draft({Key("prj.title"): title})
    drafts.save_new(draft, path, clock=lambda: datetime(2026, 11, day, tzinfo=UTC))
    return path


def test_drafts_are_listed_last_modified_first(tmp_path: Path) -> None:
    save_titled(tmp_path / "a.erasmus", "older", 1)
    save_titled(tmp_path / "b.ERASMUS", "newer", 3)
    (tmp_path / "c.docx").touch()
    (tmp_path / ".hidden.erasmus").touch()
    found = list_drafts(tmp_path)
    assert [one.draft.text("prj.title") for one in found if one.draft] == ["newer", "older"]
    assert len(found) == 2


def test_a_damaged_file_is_listed_with_its_error(tmp_path: Path) -> None:
    path = tmp_path / "a.erasmus"
    path.touch()
    os.utime(path, (86400, 86400))
    [one] = list_drafts(tmp_path)
    assert one.draft is None
    assert isinstance(one.error, DraftDamaged)
    assert one.modified == datetime(1970, 1, 2, tzinfo=UTC)


def test_recent_drafts_elsewhere_are_found_once(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "stick").mkdir()
    inside = save_titled(tmp_path / "drafts" / "a.erasmus", "inside", 1)
    outside = save_titled(tmp_path / "stick" / "b.erasmus", "outside", 2)
    found = list_paths(tmp_path / "drafts", [outside, inside, outside])
    assert found == (inside, outside)


@POSIX_ONLY
def test_a_link_to_a_listed_draft_is_listed_once(tmp_path: Path) -> None:
    save_titled(tmp_path / "a.erasmus", "one", 1)
    (tmp_path / "b.erasmus").symlink_to(tmp_path / "a.erasmus")
    (tmp_path / "c.erasmus").symlink_to(tmp_path / "c.erasmus")
    found = list_drafts(tmp_path)
    assert [one.path.name for one in found] == ["a.erasmus", "c.erasmus"]
    assert found[1].modified == datetime(1970, 1, 1, tzinfo=UTC)


def test_a_missing_folder_has_no_drafts(tmp_path: Path) -> None:
    assert list_drafts(tmp_path / "no") == ()


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    names: list[str] = []
    for _ in range(3):
        path = suggest_path(tmp_path, "Robots")
        path.touch()
        names.append(path.name)
    assert names == ["Robots.erasmus", "Robots (2).erasmus", "Robots (3).erasmus"]


@pytest.mark.parametrize("title", ["?", ""])
def test_a_title_without_a_letter_gets_a_name_all_the_same(tmp_path: Path, title: str) -> None:
    assert suggest_path(tmp_path, title).name == "erasmus.erasmus"


def test_a_missing_folder_accepts_any_name(tmp_path: Path) -> None:
    assert suggest_path(tmp_path / "no", "Robots") == tmp_path / "no" / "Robots.erasmus"
