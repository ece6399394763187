"""What a crash left, held against the file as it lies on disk now."""

from collections.abc import Callable
from pathlib import Path

import pytest

from erasmus_desk.draft.model import Change, Draft, Key
from erasmus_desk.errors import DraftMissing
from erasmus_desk.storage import drafts, recovery
from erasmus_desk.storage.history import Run
from erasmus_desk.storage.journal import Journal
from erasmus_desk.storage.recovery import Offer
from tests.core.draft.drafts import draft_of

TITLE, TEXT = Key("prj.title"), Key("des.text")


def crash(tmp_path: Path, work: Callable[[Journal, Run, Path], None]) -> None:
    path = tmp_path / "a.erasmus"
    digest = drafts.save_new(draft_of(), path)
    journal = Journal.open(tmp_path / "journal.sqlite3")
    run = journal.begin(drafts.read(path).draft, path, digest)
    work(journal, run, path)
    journal.close()


def found(tmp_path: Path) -> tuple[Offer, ...]:
    journal = Journal.open(tmp_path / "journal.sqlite3")
    offers = recovery.offers(journal)
    assert len(journal.rescues()) == len(offers)
    journal.close()
    return offers


def typed(draft: Draft, key: Key, new: str) -> list[Change]:
    return [Change(key, draft.get(key), new)]


def test_what_was_typed_fits_the_file_it_was_typed_on(tmp_path: Path) -> None:
    def work(journal: Journal, run: Run, _: Path) -> None:
        journal.append(run, typed(run.draft, TITLE, "Robots at school"))

    crash(tmp_path, work)
    [offer] = found(tmp_path)
    assert offer.fits
    assert offer.opened is not None
    assert offer.opened.draft.apply(*offer.step.changes).text("prj.title") == "Robots at school"
    assert found(tmp_path) != ()


def test_a_crash_between_the_file_and_its_note_needs_no_rescue(tmp_path: Path) -> None:
    def work(journal: Journal, run: Run, path: Path) -> None:
        journal.append(run, typed(run.draft, TITLE, "Robots at school"))
        drafts.save(run.draft, path, run.digest)

    crash(tmp_path, work)
    assert found(tmp_path) == ()


def test_a_file_somebody_wrote_since_is_offered_for_comparing(tmp_path: Path) -> None:
    def work(journal: Journal, run: Run, path: Path) -> None:
        journal.append(run, typed(run.draft, TITLE, "Mine"))
        theirs = run.saved.apply(Change(TEXT, None, "Theirs"), Change(TITLE, None, "Theirs too"))
        drafts.save(theirs, path, run.digest)

    crash(tmp_path, work)
    [offer] = found(tmp_path)
    assert not offer.fits
    assert offer.step.changes == (Change(TITLE, "Theirs too", "Mine"),)


def test_another_draft_in_the_same_place_does_not_fit(tmp_path: Path) -> None:
    def work(journal: Journal, run: Run, path: Path) -> None:
        journal.append(run, typed(run.draft, TITLE, "Mine"))
        drafts.save(draft_of(draft_id="other"), path, run.digest)

    crash(tmp_path, work)
    [offer] = found(tmp_path)
    assert not offer.fits


@pytest.mark.parametrize("how", ["gone", "emptied"])
def test_a_file_that_cannot_be_read_leaves_what_the_journal_has(tmp_path: Path, how: str) -> None:
    def work(journal: Journal, run: Run, path: Path) -> None:
        journal.append(run, typed(run.draft, TITLE, "All that is left"))
        path.unlink() if how == "gone" else path.write_bytes(b"")

    crash(tmp_path, work)
    [offer] = found(tmp_path)
    assert offer.opened is None
    assert isinstance(offer.error, DraftMissing) == (how == "gone")
    assert offer.rescue.latest.text("prj.title") == "All that is left"
