"""What the journal counts of each run: damage that SQLite does not see is told, and read past."""

import os
import signal
import sqlite3
from pathlib import Path

import pytest

from erasmus_desk.draft.model import Change, Key
from erasmus_desk.storage.journal import Journal
from tests.core.draft.drafts import EVERY_KIND, make_draft
from tests.core.elsewhere import POSIX_ONLY
from tests.every_version import list_versions

TITLE, TEXT = Key("prj.title"), Key("des.text")
TYPED = "Robots at a school, in words that nobody has saved"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "local" / "journal.sqlite3"


def type_words(journal: Journal) -> None:
    """Type into a draft that is saved in between, and close it with words unsaved."""
    run = journal.begin_run(make_draft(EVERY_KIND), path := Path("robots.erasmus"), "first")
    words = TYPED.split()
    for number in range(1, len(words) + 1):
        journal.append(run, [Change(TITLE, None, " ".join(words[:number]))])
        if number == 3:
            journal.record_save(run, "second", path)
    journal.end_run(run)


def change(path: Path, statement: str) -> None:
    """Change the journal behind the back of the program."""
    with sqlite3.connect(path) as db:
        db.execute(statement)
    db.close()


@pytest.mark.parametrize(
    ("statement", "is_whole"),
    [
        ("DELETE FROM changes WHERE id = 5", False),
        ("DELETE FROM changes WHERE id > 3", False),
        ("DELETE FROM changes", False),
        ("UPDATE changes SET payload = replace(payload, 'school', 'schopl')", False),
        ("UPDATE changes SET run = 2 WHERE id > 3", False),
        ("UPDATE saves SET upto = 99", False),
        ("DELETE FROM saves", False),
        ("INSERT INTO settled VALUES (1, 'taken', '')", False),
        ("UPDATE runs SET id = 7", False),
        ("DELETE FROM runs", False),
        ("UPDATE openings SET digest = 'other'", False),
        ("UPDATE tallies SET last = 2", True),
        ("UPDATE tallies SET settled = 1", True),
        ("DELETE FROM tallies", True),
    ],
)
def test_what_is_not_as_it_was_counted_is_told_once(
    path: Path, statement: str, is_whole: bool
) -> None:
    journal = Journal(path)
    type_words(journal)
    journal.close()
    change(path, statement)
    again = Journal(path)
    found = again.find_unsaved_work()
    notice = again.take_notice()
    assert (notice is None) == (statement == "DELETE FROM tallies")
    assert notice is None or notice.message_id == "journal.damaged"
    if is_whole:
        assert [one.latest.text(TITLE.question) for one in found] == [TYPED]
    again.close()
    third = Journal(path)
    assert third.find_unsaved_work() == found
    assert third.take_notice() is None
    third.close()


def test_an_index_that_hides_rows_is_not_believed(path: Path) -> None:
    journal = Journal(path)
    type_words(journal)
    journal.close()
    with sqlite3.connect(path) as db:
        ask = "SELECT rootpage FROM sqlite_master WHERE name = 'changes_of_run'"
        (page,) = db.execute(ask).fetchone()
    db.close()
    content = bytearray(path.read_bytes())
    rows = (page - 1) * 4096 + 4
    assert content[rows] == len(TYPED.split()) - 1  # the first word was there
    content[rows] = 3
    path.write_bytes(bytes(content))
    again = Journal(path)
    assert [one.latest.text(TITLE.question) for one in again.find_unsaved_work()] == [TYPED]
    assert again.damaged is not None
    again.close()


@POSIX_ONLY
@pytest.mark.parametrize("place", [0, 12, 20, 40, 60, 3000, -4100, -3000, -20])
def test_a_damaged_byte_in_the_log_costs_no_word_that_is_in_a_later_page(
    path: Path, place: int
) -> None:
    child = os.fork()
    if child == 0:
        type_words(Journal(path))
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    log = Path(f"{path}-wal")
    content = bytearray(log.read_bytes())
    content[place] ^= 0x10
    log.write_bytes(bytes(content))
    journal = Journal(path)
    assert [one.latest.text(TITLE.question) for one in journal.find_unsaved_work()] == [TYPED]
    assert journal.damaged is not None
    assert Path(f"{journal.damaged}-wal").read_bytes() == bytes(content)
    journal.close()


@POSIX_ONLY
def test_a_log_that_was_cut_off_is_told(path: Path) -> None:
    child = os.fork()
    if child == 0:
        type_words(Journal(path))
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    log = Path(f"{path}-wal")
    log.write_bytes(log.read_bytes()[: 32 + 4120 * 30])
    journal = Journal(path)
    notice = journal.take_notice()
    assert notice is not None
    assert notice.message_id == "journal.damaged"
    journal.close()


def test_only_runs_that_may_need_something_are_counted(path: Path) -> None:
    journal = Journal(path)
    saved = journal.begin_run(make_draft(draft_id="saved"), Path("saved.erasmus"), "first")
    journal.append(saved, [Change(TITLE, None, "typed")])
    journal.record_save(saved, "second")
    journal.end_run(saved)
    type_words(journal)
    journal.thin()
    found = journal.transact(lambda tables: tables.db.execute("SELECT run FROM tallies").fetchall())
    assert found == [(2,)]
    journal.close()


def test_a_lost_run_gives_its_number_to_none(path: Path) -> None:
    journal = Journal(path)
    type_words(journal)
    journal.close()
    change(path, "DELETE FROM runs")
    change(path, "DELETE FROM sqlite_sequence")
    again = Journal(path)
    assert again.find_unsaved_work() == ()
    run = again.begin_run(make_draft(draft_id="new"), Path("new.erasmus"), "first")
    again.append(run, [Change(TEXT, None, "mine")])
    assert run.id == 2
    assert [version.key for version in list_versions(again, "new")] == [None, TEXT]
    again.close()
