"""Draft files on a real disk: opened with suspicion, saved over nobody's work."""

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from erasmus_desk.draft import store
from erasmus_desk.draft.model import Change, Key
from erasmus_desk.errors import (
    ChangedOnDisk,
    DraftDamaged,
    DraftError,
    DraftForeign,
    DraftMissing,
    TargetRefused,
)
from tests.core.draft.drafts import EVERY_KIND, draft_of
from tests.core.elsewhere import POSIX_ONLY, in_child, without_rights

LATER = datetime(2026, 12, 1, 8, 30, 15, 999, tzinfo=UTC)


def later() -> datetime:
    return LATER


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "robots.erasmus"


def test_a_new_draft_is_written_and_read_again(path: Path) -> None:
    digest = store.save_new(draft_of(EVERY_KIND), path, clock=later)
    opened = store.read(path)
    assert opened.draft.answers == EVERY_KIND
    assert opened.draft.modified == LATER.replace(microsecond=0)
    assert (opened.digest, opened.path, opened.version) == (digest, path, 1)
    assert opened.content == path.read_bytes()


def test_a_new_draft_overwrites_nothing(path: Path) -> None:
    path.write_text("my diary")
    with pytest.raises(TargetRefused, match="exists"):
        store.save_new(draft_of(), path)
    assert path.read_text() == "my diary"


def test_saving_again_and_again_needs_only_the_digest_of_the_last_time(path: Path) -> None:
    digest = store.save_new(draft_of(), path)
    draft = draft_of()
    for number in range(3):
        key = Key("prj.title")
        draft = draft.apply(Change(key, draft.get(key), f"Robots {number}"))
        digest = store.save(draft, path, digest)
    assert store.read(path).draft.text("prj.title") == "Robots 2"


def test_what_somebody_else_wrote_is_not_overwritten(path: Path) -> None:
    digest = store.save_new(draft_of(), path)
    theirs = store.save(draft_of({Key("prj.title"): "Theirs"}), path, digest)
    with pytest.raises(ChangedOnDisk) as caught:
        store.save(draft_of({Key("prj.title"): "Mine"}), path, digest)
    assert caught.value.facts == {"path": str(path), "seen": digest, "found": theirs}
    assert store.read(path).draft.text("prj.title") == "Theirs"
    store.save(draft_of({Key("prj.title"): "Mine"}), path, theirs)
    assert store.read(path).draft.text("prj.title") == "Mine"


def test_a_file_that_vanished_is_made_again(path: Path) -> None:
    digest = store.save_new(draft_of(), path)
    path.unlink()
    store.save(draft_of(EVERY_KIND), path, digest)
    assert store.read(path).draft.answers == EVERY_KIND


def test_a_folder_that_vanished_with_its_stick_is_said(tmp_path: Path) -> None:
    path = tmp_path / "stick" / "a.erasmus"
    path.parent.mkdir()
    digest = store.save_new(draft_of(), path)
    path.unlink()
    path.parent.rmdir()
    with pytest.raises(TargetRefused, match="missing-folder"):
        store.save(draft_of(), path, digest)


def test_a_folder_in_place_of_the_draft_is_said(path: Path) -> None:
    path.mkdir()
    with pytest.raises(TargetRefused, match="is-folder"):
        store.save(draft_of(), path, "")


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
            store.read(tmp_path / name)
        found[name] = caught.value.sentence
        assert caught.value.facts["path"] == str(tmp_path / name)
    assert found == expected
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_huge_file_is_not_read_into_memory(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(10 * 1024**3)
    with pytest.raises(DraftDamaged, match="too-large"):
        store.read(path)


@POSIX_ONLY
def test_a_draft_without_the_right_to_read_is_unreadable() -> None:
    def work() -> str:
        without_rights()
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "a.erasmus"
            store.save_new(draft_of(), path)
            path.chmod(0)
            try:
                store.read(path)
            except DraftError as problem:
                return problem.sentence
        return "read"

    assert in_child(work) == "draft.unreadable"


def test_a_draft_read_by_the_wrong_name_is_still_a_draft(tmp_path: Path) -> None:
    store.save_new(draft_of(), tmp_path / "a.txt")
    assert store.read(tmp_path / "a.txt").draft == store.read(tmp_path / "a.txt").draft
    (tmp_path / "b.erasmus").write_bytes(b"{}")
    with pytest.raises(DraftForeign):
        store.read(tmp_path / "b.erasmus")


def test_a_duplicate_has_the_answers_and_a_life_of_its_own() -> None:
    draft = draft_of(EVERY_KIND)
    copy = store.duplicate(draft, clock=later)
    assert copy.answers == draft.answers
    assert copy.id != draft.id
    assert copy.created == copy.modified == LATER.replace(microsecond=0)


def test_a_missing_file_is_told_by_its_path(path: Path) -> None:
    with pytest.raises(DraftMissing) as caught:
        store.read(path)
    assert caught.value.facts == {"path": str(path)}
