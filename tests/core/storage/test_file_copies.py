"""A file copied by hand becomes a proposal of its own; a moved one stays what it is."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from erasmus_desk.draft import origins
from erasmus_desk.draft.model import Draft
from erasmus_desk.storage import drafts, file_copies
from erasmus_desk.storage.journal import Journal
from tests.core.draft.drafts import make_draft


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    journal = Journal(tmp_path / "local" / "journal.sqlite3")
    yield journal
    journal.close()


@pytest.fixture
def original(tmp_path: Path) -> Path:
    path = tmp_path / "original.erasmus"
    drafts.save_new(make_draft(), path)
    return path


def open_draft(path: Path, journal: Journal) -> Draft:
    """Open a draft as the program does, and close it."""
    opened = drafts.read(path)
    draft = file_copies.separate(opened, journal.list_paths(opened.draft.id)).draft
    journal.end_run(journal.begin_run(draft, path, opened.digest))
    return draft


def copy(original: Path, name: str = "copy.erasmus") -> Path:
    return Path(shutil.copy(original, original.with_name(name)))


def test_a_copy_gets_an_id_of_its_own_and_the_original_keeps_its_id(
    original: Path, journal: Journal
) -> None:
    first = open_draft(original, journal)
    second = copy(original)
    before = second.read_bytes()
    draft = open_draft(second, journal)
    assert draft.id != first.id
    assert draft.answers == first.answers
    assert second.read_bytes() == before
    assert open_draft(original, journal).id == first.id


def test_only_looked_at_a_copy_has_the_same_new_id_each_time(
    original: Path, journal: Journal
) -> None:
    open_draft(original, journal)
    second = copy(original)
    draft = open_draft(second, journal)
    assert open_draft(second, journal) == draft
    third = copy(original, "third.erasmus")
    assert open_draft(third, journal).id not in {draft.id, make_draft().id}


def test_a_moved_or_renamed_file_keeps_its_id(original: Path, journal: Journal) -> None:
    first = open_draft(original, journal)
    moved = original.rename(original.with_name("moved.erasmus"))
    assert open_draft(moved, journal) == first
    # What was moved is the proposal now, also when somebody puts the old file back.
    restored = copy(moved, original.name)
    assert open_draft(moved, journal).id == first.id
    assert open_draft(restored, journal).id != first.id


def test_whichever_is_opened_first_the_two_get_different_ids(
    original: Path, journal: Journal
) -> None:
    second = copy(original)
    ids = {open_draft(path, journal).id for path in (second, original, second)}
    assert len(ids) == 2


@pytest.mark.parametrize("how", ["symbolic link", "hard link", "another way to write it"])
def test_another_path_of_the_same_file_is_no_copy(
    original: Path, journal: Journal, how: str
) -> None:
    first = open_draft(original, journal)
    other = original.with_name("other.erasmus")
    if how == "symbolic link":
        other.symlink_to(original)
    elif how == "hard link":
        other.hardlink_to(original)
    else:
        other = original.parent / ".." / original.parent.name / original.name
    assert open_draft(other, journal) == first


def test_a_file_in_place_of_the_original_that_is_another_draft_or_none_claims_nothing(
    original: Path, journal: Journal
) -> None:
    first = open_draft(original, journal)
    second = copy(original)
    for content in (b"Dear partners", original.read_bytes().replace(first.id.encode(), b"other")):
        original.write_bytes(content)
        assert open_draft(second, journal) == first


def test_a_copy_that_was_saved_keeps_its_id_and_knows_where_it_comes_from(
    original: Path, journal: Journal
) -> None:
    first = open_draft(original, journal)
    second = copy(original)
    draft = open_draft(second, journal)
    drafts.save(draft, second, drafts.read(second).digest)
    again = open_draft(second, journal)
    assert again.id == draft.id
    assert origins.list_ids(again) == (draft.id, first.id)
    third = open_draft(copy(second, "third.erasmus"), journal)
    assert origins.list_ids(third) == (third.id, draft.id, first.id)


def test_the_paths_of_a_draft_are_known_last_used_first(original: Path, journal: Journal) -> None:
    draft, digest = drafts.read(original).draft, drafts.read(original).digest
    assert journal.list_paths(draft.id) == ()
    run = journal.begin_run(draft, original, digest)
    journal.record_save(run, digest, original.with_name("second.erasmus"))
    journal.begin_run(draft, original.with_name("third.erasmus"), digest)
    assert [path.stem for path in journal.list_paths(draft.id)] == ["third", "second", "original"]
