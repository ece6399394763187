"""Offers to recover unsaved work, compared with the file on disk."""

from collections.abc import Callable
from pathlib import Path

import pytest

from erasmus_desk.draft.model import Change, Draft, Key
from erasmus_desk.errors import DraftMissing
from erasmus_desk.storage import drafts, file_copies, recovery
from erasmus_desk.storage.history import JournalRun
from erasmus_desk.storage.journal import Journal
from erasmus_desk.storage.recovery import RecoveryOffer
from tests.core.draft.drafts import make_draft

TITLE, TEXT = Key("prj.title"), Key("des.text")


def crash_after(tmp_path: Path, work: Callable[[Journal, JournalRun, Path], None]) -> None:
    path = tmp_path / "a.erasmus"
    digest = drafts.save_new(make_draft(), path)
    journal = Journal(tmp_path / "journal.sqlite3")
    run = journal.begin_run(drafts.read(path).draft, path, digest)
    work(journal, run, path)
    journal.close()


def find_offers(tmp_path: Path) -> tuple[RecoveryOffer, ...]:
    journal = Journal(tmp_path / "journal.sqlite3")
    offers = recovery.find_offers(journal)
    assert len(journal.find_unsaved_work()) == len(offers)
    journal.close()
    return offers


def make_change(draft: Draft, key: Key, new: str) -> list[Change]:
    return [Change(key, draft.get(key), new)]


def test_unsaved_work_belongs_to_the_file_it_was_made_on(tmp_path: Path) -> None:
    def work(journal: Journal, run: JournalRun, _: Path) -> None:
        journal.append(run, make_change(run.draft, TITLE, "Robots at school"))

    crash_after(tmp_path, work)
    [offer] = find_offers(tmp_path)
    assert offer.is_same_file
    assert offer.file is not None
    assert offer.file.draft.apply(*offer.change_set.changes).text("prj.title") == "Robots at school"
    assert find_offers(tmp_path) != ()


def test_a_crash_between_the_save_and_its_record_needs_no_recovery(tmp_path: Path) -> None:
    def work(journal: Journal, run: JournalRun, path: Path) -> None:
        journal.append(run, make_change(run.draft, TITLE, "Robots at school"))
        drafts.save(run.draft, path, run.digest)

    crash_after(tmp_path, work)
    assert find_offers(tmp_path) == ()


def test_a_file_changed_since_is_offered_for_comparison(tmp_path: Path) -> None:
    def work(journal: Journal, run: JournalRun, path: Path) -> None:
        journal.append(run, make_change(run.draft, TITLE, "Mine"))
        theirs = run.saved.apply(Change(TEXT, None, "Theirs"), Change(TITLE, None, "Theirs too"))
        drafts.save(theirs, path, run.digest)

    crash_after(tmp_path, work)
    [offer] = find_offers(tmp_path)
    assert not offer.is_same_file
    assert offer.change_set.changes == (Change(TITLE, "Theirs too", "Mine"),)


def test_another_draft_at_the_same_path_is_not_the_same_file(tmp_path: Path) -> None:
    def work(journal: Journal, run: JournalRun, path: Path) -> None:
        journal.append(run, make_change(run.draft, TITLE, "Mine"))
        drafts.save(make_draft(draft_id="other"), path, run.digest)

    crash_after(tmp_path, work)
    [offer] = find_offers(tmp_path)
    assert not offer.is_same_file


def test_work_on_a_copy_that_was_never_saved_belongs_to_the_copy(tmp_path: Path) -> None:
    original, path = tmp_path / "original.erasmus", tmp_path / "a.erasmus"
    digest = drafts.save_new(make_draft(), original)
    path.write_bytes(original.read_bytes())
    journal = Journal(tmp_path / "journal.sqlite3")
    opened = file_copies.separate(drafts.read(path), [original])
    assert opened.draft.id != make_draft().id
    run = journal.begin_run(opened.draft, path, digest)
    journal.append(run, make_change(run.draft, TITLE, "Typed into the copy"))
    journal.close()
    [offer] = find_offers(tmp_path)
    assert offer.is_same_file
    assert offer.is_same_draft


def test_work_on_a_file_that_was_renamed_since_finds_it_by_its_new_name(tmp_path: Path) -> None:
    def work(journal: Journal, run: JournalRun, path: Path) -> None:
        journal.append(run, make_change(run.draft, TITLE, "Mine"))
        path.rename(path.with_name("renamed.erasmus"))

    crash_after(tmp_path, work)
    [offer] = find_offers(tmp_path)
    assert offer.is_same_file
    assert offer.file is not None
    assert offer.file.path == tmp_path / "renamed.erasmus"


def test_an_offer_is_compared_anew_after_another_one_was_taken(tmp_path: Path) -> None:
    def work(journal: Journal, run: JournalRun, path: Path) -> None:
        journal.append(run, make_change(run.draft, TITLE, "Newer"))

    crash_after(tmp_path, work)
    [offer] = find_offers(tmp_path)
    assert offer.is_same_file
    path = tmp_path / "a.erasmus"
    drafts.save(make_draft({TITLE: "Taken"}), path, drafts.read(path).digest)
    again = recovery.build_offer(offer.work)
    assert not again.is_same_file
    assert again.change_set.changes == (Change(TITLE, "Taken", "Newer"),)


@pytest.mark.parametrize("how", ["gone", "emptied"])
def test_for_an_unreadable_file_the_journal_content_is_offered(tmp_path: Path, how: str) -> None:
    def work(journal: Journal, run: JournalRun, path: Path) -> None:
        journal.append(run, make_change(run.draft, TITLE, "All that is left"))
        path.unlink() if how == "gone" else path.write_bytes(b"")

    crash_after(tmp_path, work)
    [offer] = find_offers(tmp_path)
    assert offer.file is None
    assert isinstance(offer.error, DraftMissing) == (how == "gone")
    assert offer.work.latest.text("prj.title") == "All that is left"
