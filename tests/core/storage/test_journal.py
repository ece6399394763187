"""The journal: typed changes survive whatever happens to the program or the file."""

import os
import signal
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import groupby
from pathlib import Path

import pytest

from erasmus_desk.draft.model import Change, Draft, Key, Value
from erasmus_desk.errors import JournalError
from erasmus_desk.storage import drafts, journal_salvage
from erasmus_desk.storage.backups import Backups
from erasmus_desk.storage.draft_history import DraftHistory
from erasmus_desk.storage.journal import Journal
from tests.core.draft.drafts import EVERY_KIND, make_draft
from tests.core.elsewhere import POSIX_ONLY, limit_file_size, run_in_child
from tests.every_version import list_versions, load_versions

TITLE, TEXT = Key("prj.title"), Key("des.text")
FILE = Path("robots.erasmus")
START = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


class Clock:
    """A clock that a test advances."""

    def __init__(self) -> None:
        self.moment = START

    def __call__(self) -> datetime:
        return self.moment

    def advance(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


def make_change(key: Key, new: Value | None) -> list[Change]:
    return [Change(key, None, new)]


def list_values(journal: Journal, draft_id: str, key: Key) -> list[Value | None]:
    """Return the values of an answer in order, one for each version that changed it."""
    found = (draft.get(key) for draft in load_versions(journal, draft_id))
    return [value for value, _ in groupby(found)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "local" / "journal.sqlite3"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journal(path: Path, clock: Clock) -> Iterator[Journal]:
    journal = Journal(path, clock)
    yield journal
    journal.close()


def kill_after(path: Path, work: Callable[[Journal], None]) -> None:
    """Do the work in a process and kill it."""
    child = os.fork()
    if child == 0:
        work(Journal(path))
        os.kill(os.getpid(), signal.SIGKILL)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL


def type_and_save(journal: Journal) -> None:
    run = journal.begin_run(make_draft(), FILE, "first")
    journal.append(run, make_change(TITLE, "Robots at"))
    journal.record_save(run, "second")
    journal.append(run, make_change(TITLE, "Robots at school"))
    journal.append(run, make_change(TEXT, "half a \ud83d character and \x00"))


@POSIX_ONLY
def test_unsaved_work_of_a_killed_program_is_offered_as_one_change_set(path: Path) -> None:
    kill_after(path, type_and_save)
    journal = Journal(path)
    [work] = journal.find_unsaved_work()
    assert (work.latest.id, work.path, work.base_digest) == ("d1", FILE, "second")
    assert work.saved.answers == {TITLE: "Robots at"}
    step = work.make_change_set(work.saved)
    assert [change.key for change in step.changes] == [TEXT, TITLE]
    assert step.label == "rescue"
    found = work.saved.apply(*step.changes)
    assert found.answers == work.latest.answers
    assert found.text(TITLE.question) == "Robots at school"
    assert found.text(TEXT.question) == "half a \ud83d character and \x00"
    assert found.apply(*step.invert().changes) == work.saved
    journal.close()


@POSIX_ONLY
@pytest.mark.parametrize("recovered", [True, False])
def test_unsaved_work_is_offered_until_it_is_closed_and_its_versions_stay(
    path: Path, recovered: bool
) -> None:
    kill_after(path, type_and_save)
    for _ in range(2):
        journal = Journal(path)
        assert len(journal.find_unsaved_work()) == 1
        journal.close()
    journal = Journal(path)
    journal.close_unsaved_work(journal.find_unsaved_work()[0], recovered=recovered)
    assert journal.find_unsaved_work() == ()
    assert list_values(journal, "d1", TITLE) == [
        "Robots",
        "Robots at",
        "Robots at school",
    ]
    journal.close()


def test_a_draft_open_in_a_running_program_needs_no_recovery(journal: Journal, path: Path) -> None:
    run = journal.begin_run(make_draft(), FILE, "first")
    journal.append(run, make_change(TITLE, "typing"))
    other = Journal(path)
    assert other.find_unsaved_work() == journal.find_unsaved_work() == ()
    other.close()


def test_saved_work_needs_no_recovery(journal: Journal, path: Path) -> None:
    run = journal.begin_run(make_draft(), FILE, "first")
    journal.append(run, make_change(TITLE, "typed"))
    journal.record_save(run, "second")
    journal.end_run(run)
    journal.close()
    again = Journal(path)
    assert again.find_unsaved_work() == ()
    again.close()


def test_a_draft_closed_with_its_file_unsaved_is_offered_too(journal: Journal, path: Path) -> None:
    run = journal.begin_run(make_draft(), FILE, "first")
    journal.append(run, make_change(TITLE, "the stick was gone"))
    assert journal.find_unsaved_work() == ()
    journal.end_run(run)
    assert len(journal.find_unsaved_work()) == 1
    journal.close()
    again = Journal(path)
    assert [work.latest.text("prj.title") for work in again.find_unsaved_work()] == [
        "the stick was gone"
    ]
    again.close()


def test_work_saved_in_another_file_is_not_offered(journal: Journal) -> None:
    run = journal.begin_run(make_draft(), FILE, "first")
    journal.append(run, make_change(TITLE, "mine, beside theirs"))
    journal.end_run(run, saved_elsewhere=True)
    assert journal.find_unsaved_work() == ()
    assert list_values(journal, "d1", TITLE) == [
        "Robots",
        "mine, beside theirs",
    ]


def test_a_draft_that_never_had_a_file_is_offered_whole(journal: Journal, path: Path) -> None:
    journal.begin_run(make_draft(EVERY_KIND), FILE, "")
    journal.close()
    again = Journal(path)
    [work] = again.find_unsaved_work()
    assert work.latest.answers == EVERY_KIND
    assert work.last_change == START
    again.close()


def test_a_draft_saved_elsewhere_is_offered_for_its_new_place(journal: Journal, path: Path) -> None:
    run = journal.begin_run(make_draft(), FILE, "first")
    journal.record_save(run, "second", Path("elsewhere.erasmus"))
    journal.append(run, make_change(TITLE, "more"))
    journal.close()
    again = Journal(path)
    [work] = again.find_unsaved_work()
    assert (work.path, work.base_digest) == (Path("elsewhere.erasmus"), "second")
    again.close()


def test_the_versions_of_an_answer_are_listed_in_order(journal: Journal, clock: Clock) -> None:
    run = journal.begin_run(make_draft(), FILE, "first")
    for title in ("Robots a", "Robots at", "Robots at"):
        clock.advance(1)
        journal.append(run, make_change(TITLE, title))
    clock.advance(1)
    journal.append(run, make_change(TITLE, None))
    journal.end_run(run)
    clock.advance(1)
    journal.begin_run(make_draft({TITLE: "Changed elsewhere"}), FILE, "third")
    assert list_values(journal, "d1", TITLE) == [
        "Robots",
        "Robots a",
        "Robots at",
        None,
        "Changed elsewhere",
    ]
    moments = [version.at for version in list_versions(journal, "d1")]
    assert [(moment - START).seconds for moment in moments] == [0, 1, 2, 4, 5]
    assert list_values(journal, "d1", Key("never.asked")) == [None]
    assert list_values(journal, "another draft", TITLE) == []


def test_every_version_of_a_draft_can_be_loaded(journal: Journal, clock: Clock) -> None:
    run = journal.begin_run(make_draft(), FILE, "first")
    wanted: list[Draft] = [run.draft]
    for key, new in ((TITLE, "one"), (TEXT, "two"), (TITLE, None), (TEXT, "two and more")):
        clock.advance(2)
        journal.append(run, make_change(key, new))
        wanted.append(run.draft)
    assert list(load_versions(journal, "d1")) == wanted
    keys = [version.key for version in list_versions(journal, "d1")]
    assert keys == [None, TITLE, TEXT, TITLE, TEXT]


def test_a_clock_that_jumps_by_years_takes_no_version_and_no_unsaved_word(
    path: Path, clock: Clock
) -> None:
    typed = ["Robots"]
    for place, years in enumerate((-1, 2, -3, 1)):
        journal = Journal(path, clock)
        before: dict[Key, Value] = {TITLE: typed[-1]}
        run = journal.begin_run(make_draft(before), FILE, f"digest {place}")
        clock.advance(years * 365 * 24 * 3600)
        for number in range(3):
            clock.advance(1)
            typed.append(f"Robots {place} {number}")
            journal.append(run, make_change(TITLE, typed[-1]))
        journal.end_run(run)
        journal.close()
        journal = Journal(path, clock)
        assert list_values(journal, "d1", TITLE) == typed
        found = journal.find_unsaved_work()
        assert found[-1].latest.text(TITLE.question) == typed[-1]
        for work in found:
            journal.close_unsaved_work(work, recovered=True)
        assert journal.find_unsaved_work() == ()
        journal.close()


@pytest.mark.parametrize("version", ["", "9", "1.9", "x", "1.x", "-1", "1.1.1", "²"])
def test_an_unknown_version_is_an_error(journal: Journal, tmp_path: Path, version: str) -> None:
    journal.begin_run(make_draft(), FILE, "first")
    history = DraftHistory("d1", journal, Backups(tmp_path / "backups"))
    with pytest.raises(JournalError, match="no-state"):
        history.load(version)


def test_rows_follow_on_whatever_the_old_value_of_a_change(journal: Journal) -> None:
    run = journal.begin_run(make_draft(), FILE, "first")
    journal.append(run, [Change(TITLE, "something never seen", "Robots!")])
    journal.append(run, [])
    assert list_values(journal, "d1", TITLE) == ["Robots", "Robots!"]


def test_an_unchanged_draft_is_stored_once(journal: Journal, path: Path) -> None:
    for _ in range(5):
        journal.end_run(journal.begin_run(make_draft(EVERY_KIND), FILE, "first"))
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT COUNT(*) FROM openings").fetchone() == (1,)
    db.close()


def test_two_programs_write_one_journal_at_once(journal: Journal, path: Path) -> None:
    other = Journal(path)
    runs = [(journal, journal.begin_run(make_draft(draft_id="d1"), FILE, "a"))]
    runs.append((other, other.begin_run(make_draft(draft_id="d2"), FILE, "b")))
    for number in range(20):
        for each, run in runs:
            each.append(run, make_change(TITLE, f"{run.draft.id} {number}"))
    for draft_id in ("d1", "d2"):
        found = list_values(journal, draft_id, TITLE)
        assert found == ["Robots", *(f"{draft_id} {number}" for number in range(20))]
    other.close()


def test_a_journal_locked_by_another_program_is_busy(
    journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = journal.begin_run(make_draft(), FILE, "first")
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("BEGIN IMMEDIATE")
    with pytest.raises(JournalError, match=r"journal\.busy"):
        journal.append(run, make_change(TITLE, "kept by the caller"))
    assert run.draft == make_draft()
    db.close()
    journal.append(run, make_change(TITLE, "kept by the caller"))
    assert list_values(journal, "d1", TITLE) == [
        "Robots",
        "kept by the caller",
    ]


def overwrite(path: Path) -> None:
    path.write_bytes(b"no journal" * 1000)


def corrupt(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))


def drop_tables(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 1")
    db.close()


@pytest.fixture
def given_up_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look for rows a few times where none can be read, and not for half a second."""
    monkeypatch.setattr(journal_salvage, "MAX_BLIND_FAILURES", 25)


@pytest.mark.usefixtures("given_up_soon")
@pytest.mark.parametrize("damage", [overwrite, corrupt, drop_tables])
def test_a_damaged_journal_is_renamed_and_replaced(
    path: Path, clock: Clock, damage: Callable[[Path], None]
) -> None:
    first = Journal(path, clock)
    first.begin_run(make_draft(EVERY_KIND), FILE, "first")
    first.close()
    damage(path)
    journal = Journal(path, clock)
    run = journal.begin_run(make_draft(), FILE, "first")
    journal.append(run, make_change(TITLE, "written anew"))
    assert list_values(journal, "d1", TITLE) == ["Robots", "written anew"]
    renamed = path.with_name("journal.damaged-20261123-100000.sqlite3")
    assert journal.damaged == renamed
    assert renamed.exists()
    journal.close()


def test_damage_loses_nothing_of_open_drafts(path: Path, clock: Clock) -> None:
    journal = Journal(path, clock)
    run = journal.begin_run(make_draft(), FILE, "first")
    journal.append(run, make_change(TEXT, "not saved yet"))
    with sqlite3.connect(path) as db:
        db.execute("DROP TABLE changes")
    db.close()
    journal.append(run, make_change(TITLE, "typed on"))
    assert journal.damaged is not None
    journal.close()
    again = Journal(path, clock)
    [work] = again.find_unsaved_work()
    assert work.base_digest == "first"
    assert work.saved == make_draft()
    assert work.latest.answers == {TITLE: "typed on", TEXT: "not saved yet"}
    again.close()


@POSIX_ONLY
@pytest.mark.parametrize("is_replaced", [False, True])
def test_a_journal_that_was_removed_begins_anew_with_the_open_drafts(
    path: Path, clock: Clock, is_replaced: bool
) -> None:
    journal = Journal(path, clock)
    draft = make_draft({})
    run = journal.begin_run(draft, FILE, "digest")
    journal.append(run, make_change(TITLE, "Before"))
    for file in path.parent.glob("journal.sqlite3*"):
        file.unlink()
    if is_replaced:
        other = Journal(path, clock)
        other.begin_run(make_draft({}), Path("other.erasmus"), "digest")
        other.close()
    journal.append(run, make_change(TEXT, "After"))
    journal.close()
    again = Journal(path, clock)
    (work,) = [one for one in again.find_unsaved_work() if one.path == FILE]
    assert (work.latest.get(TITLE), work.latest.get(TEXT)) == ("Before", "After")
    assert journal.damaged is None
    again.close()


@POSIX_ONLY
def test_a_journal_whose_folder_was_removed_is_an_error_until_it_is_back(
    path: Path, clock: Clock
) -> None:
    journal = Journal(path, clock)
    run = journal.begin_run(make_draft({}), FILE, "digest")
    away = path.parent.rename(path.parent.with_name("away"))
    with pytest.raises(JournalError):
        journal.append(run, make_change(TITLE, "Nowhere"))
    away.rename(path.parent)
    journal.append(run, make_change(TITLE, "Here"))
    journal.close()
    again = Journal(path, clock)
    assert "Here" in [work.latest.get(TITLE) for work in again.find_unsaved_work()]
    again.close()


def test_a_journal_of_a_newer_program_is_left_alone(path: Path, journal: Journal) -> None:
    journal.close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    before = path.read_bytes()
    with pytest.raises(JournalError, match=r"journal\.newer"):
        Journal(path)
    assert path.read_bytes() == before


def test_an_opening_by_a_newer_program_does_not_block_others(journal: Journal, path: Path) -> None:
    run = journal.begin_run(make_draft(), FILE, "first")
    journal.append(run, make_change(TITLE, "typed"))
    journal.close()
    with sqlite3.connect(path) as db:
        db.execute("UPDATE openings SET content = x'00'")
    db.close()
    again = Journal(path)
    assert again.find_unsaved_work() == ()
    assert [version.key for version in list_versions(again, "d1")] == [None, TITLE]
    with pytest.raises(JournalError, match="no-state"):
        DraftHistory("d1", again, Backups(path.parent / "backups")).load("1")
    again.close()


def test_a_folder_in_place_of_the_journal_is_an_error(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(JournalError, match=r"journal\.no-right"):
        Journal(path)


def test_a_file_in_place_of_the_folder_is_an_error(path: Path) -> None:
    path.parent.touch()
    with pytest.raises(JournalError, match=r"journal\.no-right"):
        Journal(path)


@POSIX_ONLY
def test_a_full_disk_is_an_error_and_what_was_written_stays(path: Path) -> None:
    def work() -> str:
        journal = Journal(path)
        run = journal.begin_run(make_draft(), FILE, "first")
        journal.append(run, make_change(TITLE, "before"))
        limit_file_size((path.parent / "journal.sqlite3-wal").stat().st_size)
        try:
            journal.append(run, make_change(TITLE, "x" * 100_000))
        except JournalError as problem:
            return f"{problem.message_id} {list_values(journal, 'd1', TITLE)}"
        return "written"

    message = run_in_child(work)
    assert message.startswith("journal")
    assert message.endswith(f" {['Robots', 'before']}")


def put(path: Path, statement: str, *values: object) -> None:
    """Change the closed journal as no program of ours does."""
    with sqlite3.connect(path) as db:
        db.execute(statement, values)
    db.close()


def test_one_damaged_byte_in_the_tables_keeps_the_rows(path: Path, journal: Journal) -> None:
    run = journal.begin_run(make_draft(), FILE, "first")
    journal.append(run, make_change(TITLE, "typed before the damage"))
    journal.close()
    content = bytearray(path.read_bytes())
    # In the name of a table: the text of SQLite's error quotes it and is no UTF-8 then.
    content[content.index(b"CREATE TABLE changes") + 14] = 0xFF
    path.write_bytes(bytes(content))
    again = Journal(path)
    assert again.damaged is not None
    assert again.damaged.read_bytes() == bytes(content)
    notice = again.take_notice()
    assert notice is not None
    assert (notice.message_id, notice.facts["aside"]) == ("journal.damaged", again.damaged.name)
    assert again.take_notice() is None
    [work] = again.find_unsaved_work()
    assert work.latest.text(TITLE.question) == "typed before the damage"
    assert list_values(again, "d1", TITLE) == ["Robots", "typed before the damage"]
    again.close()


ILL_TYPED = (
    ("UPDATE changes SET key = ? WHERE id = 2", 7),
    ("UPDATE changes SET key = ? WHERE id = 2", b"\xff\xfe"),
    ("UPDATE changes SET payload = ? WHERE id = 2", 3.5),
    ("UPDATE changes SET payload = ? WHERE id = 2", b"\xff"),
    ("UPDATE changes SET at = ? WHERE id = 2", "yesterday"),
    ("UPDATE changes SET at = ?", "2026-11-23T10:00:00"),
    ("UPDATE changes SET at = ?", "0001-01-01T00:00:00+14:00"),
    ("UPDATE runs SET begun = ?", 12),
    ("UPDATE runs SET holder = ?", 12),
    ("UPDATE runs SET digest = ?", b"\xff"),
    ("UPDATE openings SET content = ? WHERE 0", ""),
)


@pytest.mark.parametrize(("statement", "value"), ILL_TYPED)
def test_rows_of_another_type_hide_no_others(
    path: Path, journal: Journal, statement: str, value: object
) -> None:
    run = journal.begin_run(make_draft(), FILE, "first")
    for title in ("first", "second", "third"):
        journal.append(run, make_change(TITLE, title))
    journal.close()
    put(path, statement, value)
    again = Journal(path)
    [work] = again.find_unsaved_work()
    assert "third" in work.latest.text(TITLE.question) or "changes" in statement
    assert list_values(again, "d1", TITLE)[:2] == ["Robots", "first"]
    assert again.list_paths("d1") == (FILE,)
    again.thin()
    # What decides what is offered has a check sum: an altered row is told of, and is read on.
    is_told = "changes" in statement or "digest" in statement
    assert (again.damaged is not None) == is_told
    again.close()


def test_an_opening_that_cannot_be_read_costs_no_unsaved_word_while_the_file_is_there(
    path: Path, journal: Journal, tmp_path: Path
) -> None:
    file = tmp_path / "robots.erasmus"
    digest = drafts.save_new(make_draft(), file)
    run = journal.begin_run(make_draft(), file, digest)
    journal.append(run, make_change(TEXT, "not in the file"))
    journal.close()
    put(path, "UPDATE openings SET content = ?", 5)
    again = Journal(path)
    [work] = again.find_unsaved_work()
    assert work.latest.answers == {TITLE: "Robots", TEXT: "not in the file"}
    again.close()


def test_of_a_journal_that_was_cut_off_the_rest_is_kept(path: Path, journal: Journal) -> None:
    for number in range(200):
        run = journal.begin_run(make_draft(draft_id=f"d{number}"), FILE, "first")
        journal.append(run, make_change(TEXT, f"{number} " * 300))
        journal.record_save(run, "second")
        journal.end_run(run)
    journal.close()
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 8192 * 4096])
    again = Journal(path)
    kept = sum(len(list_versions(again, f"d{number}")) == 2 for number in range(200))
    assert again.damaged is not None
    assert again.damaged.stat().st_size == len(content) // 8192 * 4096
    assert kept > 50
    again.close()


@pytest.mark.parametrize("fill", [0, 0xFF])
def test_a_journal_of_zeros_is_set_aside(path: Path, journal: Journal, fill: int) -> None:
    journal.begin_run(make_draft(), FILE, "first")
    journal.close()
    path.write_bytes(bytes([fill]) * path.stat().st_size)
    again = Journal(path)
    assert again.damaged is not None
    run = again.begin_run(make_draft(), FILE, "first")
    again.append(run, make_change(TITLE, "goes on"))
    assert list_values(again, "d1", TITLE) == ["Robots", "goes on"]
    again.close()


@pytest.mark.usefixtures("given_up_soon")
def test_what_was_set_aside_in_the_same_second_stays_too(path: Path, clock: Clock) -> None:
    for _ in range(2):
        Journal(path, clock).close()
        path.write_bytes(b"no journal" * 1000)
        Journal(path, clock).close()
    names = sorted(one.name for one in path.parent.glob("journal.damaged*"))
    assert names == [
        "journal.damaged-20261123-100000-2.sqlite3",
        "journal.damaged-20261123-100000.sqlite3",
    ]


def test_a_run_that_goes_on_after_damage_is_offered_once(path: Path, clock: Clock) -> None:
    journal = Journal(path, clock)
    run = journal.begin_run(make_draft(), FILE, "first")
    journal.append(run, make_change(TEXT, "before"))
    with sqlite3.connect(path) as db:
        db.execute("DROP TABLE saves")
    db.close()
    journal.record_save(run, "second")
    journal.append(run, make_change(TEXT, "before and after"))
    assert journal.damaged is not None
    journal.close()
    again = Journal(path, clock)
    assert [one.latest.text(TEXT.question) for one in again.find_unsaved_work()] == [
        "before and after"
    ]
    assert "before" in list_values(again, "d1", TEXT)
    again.close()


@POSIX_ONLY
def test_a_journal_that_cannot_be_opened_now_is_opened_later(path: Path) -> None:
    path.parent.touch()
    journal = Journal(path, later=True)
    notice = journal.take_notice()
    assert notice is not None
    assert notice.message_id == "journal.no-right"
    with pytest.raises(JournalError, match="no-right"):
        journal.find_unsaved_work()
    path.parent.unlink()
    run = journal.begin_run(make_draft(), FILE, "first")
    journal.append(run, make_change(TITLE, "there again"))
    assert list_values(journal, "d1", TITLE) == ["Robots", "there again"]
    journal.close()
