"""The journal: what was typed is there, whatever happens to the program or to the file."""

import os
import signal
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from erasmus_desk.draft.model import Change, Draft, Key, Value
from erasmus_desk.errors import JournalError
from erasmus_desk.storage.history import State
from erasmus_desk.storage.journal import Journal
from tests.core.draft.drafts import EVERY_KIND, draft_of
from tests.core.elsewhere import POSIX_ONLY, fill_disk_at, in_child

TITLE, TEXT = Key("prj.title"), Key("des.text")
FILE = Path("robots.erasmus")
START = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


class Clock:
    """Time that passes when a test says so."""

    def __init__(self) -> None:
        self.moment = START

    def __call__(self) -> datetime:
        return self.moment

    def passes(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


def to(key: Key, new: Value | None) -> list[Change]:
    return [Change(key, None, new)]


def values(states: tuple[State, ...]) -> list[Value | None]:
    return [state.value for state in states]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "local" / "journal.sqlite3"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journal(path: Path, clock: Clock) -> Iterator[Journal]:
    journal = Journal.open(path, clock)
    yield journal
    journal.close()


def killed(path: Path, work: Callable[[Journal], None]) -> None:
    """Do the work in a process that is then killed."""
    child = os.fork()
    if child == 0:
        work(Journal.open(path))
        os.kill(os.getpid(), signal.SIGKILL)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL


def type_and_save(journal: Journal) -> None:
    run = journal.begin(draft_of(), FILE, "first")
    journal.append(run, to(TITLE, "Robots at"))
    journal.saved(run, "second")
    journal.append(run, to(TITLE, "Robots at school"))
    journal.append(run, to(TEXT, "half a \ud83d character and \x00"))


@POSIX_ONLY
def test_what_a_killed_program_had_not_saved_is_offered_as_one_step(path: Path) -> None:
    killed(path, type_and_save)
    journal = Journal.open(path)
    [rescue] = journal.rescues()
    assert (rescue.draft_id, rescue.path, rescue.base) == ("d1", FILE, "second")
    assert rescue.fits("second")
    assert not rescue.fits("first")
    assert rescue.saved.answers == {TITLE: "Robots at"}
    assert rescue.keys == (TEXT, TITLE)
    step = rescue.step(rescue.saved)
    assert step.label == "rescue"
    found = rescue.saved.apply(*step.changes)
    assert found.answers == rescue.latest.answers
    assert found.text(TITLE.question) == "Robots at school"
    assert found.text(TEXT.question) == "half a \ud83d character and \x00"
    assert found.apply(*step.inverse().changes) == rescue.saved
    journal.close()


@POSIX_ONLY
@pytest.mark.parametrize("taken", [True, False])
def test_a_rescue_is_offered_until_it_is_settled_and_its_words_stay(
    path: Path, taken: bool
) -> None:
    killed(path, type_and_save)
    for _ in range(2):
        journal = Journal.open(path)
        assert len(journal.rescues()) == 1
        journal.close()
    journal = Journal.open(path)
    journal.settle(journal.rescues()[0], taken=taken)
    assert journal.rescues() == ()
    assert values(journal.states("d1", TITLE)) == ["Robots", "Robots at", "Robots at school"]
    journal.close()


def test_a_draft_that_is_open_in_a_living_program_needs_no_rescue(
    journal: Journal, path: Path
) -> None:
    run = journal.begin(draft_of(), FILE, "first")
    journal.append(run, to(TITLE, "typing"))
    other = Journal.open(path)
    assert other.rescues() == journal.rescues() == ()
    other.close()


def test_what_was_saved_needs_no_rescue(journal: Journal, path: Path) -> None:
    run = journal.begin(draft_of(), FILE, "first")
    journal.append(run, to(TITLE, "typed"))
    journal.saved(run, "second")
    journal.end(run)
    journal.close()
    again = Journal.open(path)
    assert again.rescues() == ()
    again.close()


def test_a_draft_closed_with_its_file_unsaved_is_offered_too(journal: Journal, path: Path) -> None:
    run = journal.begin(draft_of(), FILE, "first")
    journal.append(run, to(TITLE, "the stick was gone"))
    assert journal.rescues() == ()
    journal.end(run)
    assert len(journal.rescues()) == 1
    journal.close()
    again = Journal.open(path)
    assert [rescue.latest.text("prj.title") for rescue in again.rescues()] == ["the stick was gone"]
    again.close()


def test_what_was_kept_in_another_file_is_not_offered_again(journal: Journal) -> None:
    run = journal.begin(draft_of(), FILE, "first")
    journal.append(run, to(TITLE, "mine, beside theirs"))
    journal.end(run, kept_elsewhere=True)
    assert journal.rescues() == ()
    assert values(journal.states("d1", TITLE)) == ["Robots", "mine, beside theirs"]


def test_a_draft_that_never_had_a_file_is_offered_whole(journal: Journal, path: Path) -> None:
    journal.begin(draft_of(EVERY_KIND), FILE, "")
    journal.close()
    again = Journal.open(path)
    [rescue] = again.rescues()
    assert rescue.latest.answers == EVERY_KIND
    assert rescue.last == START
    again.close()


def test_a_draft_saved_elsewhere_is_offered_for_its_new_place(journal: Journal, path: Path) -> None:
    run = journal.begin(draft_of(), FILE, "first")
    journal.saved(run, "second", Path("elsewhere.erasmus"))
    journal.append(run, to(TITLE, "more"))
    journal.close()
    again = Journal.open(path)
    [rescue] = again.rescues()
    assert (rescue.path, rescue.base) == (Path("elsewhere.erasmus"), "second")
    again.close()


def test_every_state_of_an_answer_is_told_in_order(journal: Journal, clock: Clock) -> None:
    run = journal.begin(draft_of(), FILE, "first")
    for title in ("Robots a", "Robots at", "Robots at"):
        clock.passes(1)
        journal.append(run, to(TITLE, title))
    clock.passes(1)
    journal.append(run, to(TITLE, None))
    journal.end(run)
    clock.passes(1)
    journal.begin(draft_of({TITLE: "Changed elsewhere"}), FILE, "third")
    states = journal.states("d1", TITLE)
    assert values(states) == ["Robots", "Robots a", "Robots at", None, "Changed elsewhere"]
    assert [(state.at - START).seconds for state in states] == [0, 1, 2, 4, 5]
    assert values(journal.states("d1", Key("never.asked"))) == [None]
    assert journal.states("another draft", TITLE) == ()


def test_any_state_of_a_draft_can_be_had_again(journal: Journal, clock: Clock) -> None:
    run = journal.begin(draft_of(), FILE, "first")
    wanted: list[Draft] = [run.draft]
    for key, new in ((TITLE, "one"), (TEXT, "two"), (TITLE, None), (TEXT, "two and more")):
        clock.passes(2)
        journal.append(run, to(key, new))
        wanted.append(run.draft)
    states = journal.draft_states("d1")
    assert [journal.draft_at("d1", state.id) for state in states] == wanted
    assert [state.keys for state in states] == [(), (TITLE,), (TEXT,), (TITLE,), (TEXT,)]


def test_changes_without_a_rest_between_them_are_one_state(journal: Journal, clock: Clock) -> None:
    run = journal.begin(draft_of(), FILE, "first")
    for key, pause in ((TITLE, 1), (TEXT, 5), (TITLE, 60), (TITLE, 2)):
        clock.passes(pause)
        journal.append(run, to(key, f"{clock.moment}"))
    states = journal.draft_states("d1", rest=timedelta(seconds=10))
    assert [state.keys for state in states] == [(), (TITLE, TEXT), (TITLE,)]
    assert journal.draft_at("d1", states[-1].id) == run.draft


@pytest.mark.parametrize("state", ["", "9", "1.9", "x", "1.x", "-1", "1.1.1", "²"])
def test_a_state_that_never_was_is_said(journal: Journal, state: str) -> None:
    journal.begin(draft_of(), FILE, "first")
    with pytest.raises(JournalError, match="no-state"):
        journal.draft_at("d1", state)


def test_rows_join_up_whatever_the_change_says_was_there_before(journal: Journal) -> None:
    run = journal.begin(draft_of(), FILE, "first")
    journal.append(run, [Change(TITLE, "something never seen", "Robots!")])
    journal.append(run, [])
    assert values(journal.states("d1", TITLE)) == ["Robots", "Robots!"]


def test_a_draft_opened_unchanged_costs_the_journal_no_second_copy(
    journal: Journal, path: Path
) -> None:
    for _ in range(5):
        journal.end(journal.begin(draft_of(EVERY_KIND), FILE, "first"))
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT COUNT(*) FROM openings").fetchone() == (1,)
    db.close()


def test_a_forgotten_draft_is_gone_from_the_disk_and_others_stay(
    journal: Journal, path: Path
) -> None:
    for draft_id in ("d1", "d2"):
        run = journal.begin(draft_of(draft_id=draft_id), FILE, "first")
        journal.append(run, to(TITLE, f"secret of {draft_id}"))
        journal.saved(run, "second")
        journal.end(run)
    journal.clear("d1")
    assert journal.states("d1", TITLE) == ()
    assert values(journal.states("d2", TITLE)) == ["Robots", "secret of d2"]
    on_disk = b"".join(file.read_bytes() for file in path.parent.glob("journal*"))
    assert b"secret of d2" in on_disk
    assert b"secret of d1" not in on_disk


def test_a_forgotten_draft_that_is_open_goes_on_from_where_it_is(
    journal: Journal, path: Path
) -> None:
    run = journal.begin(draft_of(), FILE, "first")
    journal.append(run, to(TITLE, "unsaved"))
    journal.clear("d1")
    journal.append(run, to(TITLE, "unsaved still"))
    assert values(journal.states("d1", TITLE)) == ["Robots", "unsaved", "unsaved still"]
    journal.close()
    again = Journal.open(path)
    assert [rescue.base for rescue in again.rescues()] == ["first"]
    again.close()


def test_what_another_program_holds_open_is_not_forgotten(journal: Journal, path: Path) -> None:
    other = Journal.open(path)
    run = other.begin(draft_of(), FILE, "first")
    journal.clear("d1")
    other.append(run, to(TITLE, "still here"))
    assert values(journal.states("d1", TITLE)) == ["Robots", "still here"]
    other.close()


def test_thinning_takes_old_steps_and_leaves_openings_and_what_is_unsaved(
    path: Path, clock: Clock
) -> None:
    journal = Journal.open(path, clock)
    for title, digest in (("saved", "second"), ("unsaved", "")):
        run = journal.begin(draft_of(), FILE, "first")
        journal.append(run, to(TITLE, title))
        if digest:
            journal.saved(run, digest)
    journal.close()
    clock.passes(3600)
    journal = Journal.open(path, clock)
    run = journal.begin(draft_of({TITLE: "today"}), FILE, "x")
    journal.append(run, to(TITLE, "today!"))
    clock.passes(1)
    journal.thin(clock.moment)
    assert values(journal.states("d1", TITLE)) == ["Robots", "unsaved", "today", "today!"]
    assert len(journal.rescues()) == 1
    journal.close()


def test_two_programs_write_one_journal_at_once(journal: Journal, path: Path) -> None:
    other = Journal.open(path)
    runs = [(journal, journal.begin(draft_of(draft_id="d1"), FILE, "a"))]
    runs.append((other, other.begin(draft_of(draft_id="d2"), FILE, "b")))
    for number in range(20):
        for each, run in runs:
            each.append(run, to(TITLE, f"{run.draft.id} {number}"))
    for draft_id in ("d1", "d2"):
        found = values(journal.states(draft_id, TITLE))
        assert found == ["Robots", *(f"{draft_id} {number}" for number in range(20))]
    other.close()


def test_a_journal_that_another_program_will_not_let_go_is_busy(
    journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = journal.begin(draft_of(), FILE, "first")
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("BEGIN IMMEDIATE")
    with pytest.raises(JournalError, match=r"journal\.busy"):
        journal.append(run, to(TITLE, "kept by the caller"))
    assert run.draft == draft_of()
    db.close()
    journal.append(run, to(TITLE, "kept by the caller"))
    assert values(journal.states("d1", TITLE)) == ["Robots", "kept by the caller"]


def garbage(path: Path) -> None:
    path.write_bytes(b"no journal" * 1000)


def torn(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))


def without_tables(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 1")
    db.close()


@pytest.mark.parametrize("damage", [garbage, torn, without_tables])
def test_a_damaged_journal_is_moved_aside_and_a_new_one_begun(
    path: Path, clock: Clock, damage: Callable[[Path], None]
) -> None:
    first = Journal.open(path, clock)
    first.begin(draft_of(EVERY_KIND), FILE, "first")
    first.close()
    damage(path)
    journal = Journal.open(path, clock)
    run = journal.begin(draft_of(), FILE, "first")
    journal.append(run, to(TITLE, "written anew"))
    assert values(journal.states("d1", TITLE)) == ["Robots", "written anew"]
    aside = path.with_name("journal.damaged-20261123-100000.sqlite3")
    assert journal.damaged == aside
    assert aside.exists()
    journal.close()


def test_damage_while_drafts_are_open_costs_them_nothing(path: Path, clock: Clock) -> None:
    journal = Journal.open(path, clock)
    run = journal.begin(draft_of(), FILE, "first")
    journal.append(run, to(TEXT, "not saved yet"))
    with sqlite3.connect(path) as db:
        db.execute("DROP TABLE changes")
    db.close()
    journal.append(run, to(TITLE, "typed on"))
    assert journal.damaged is not None
    journal.close()
    again = Journal.open(path, clock)
    [rescue] = again.rescues()
    assert rescue.base == "first"
    assert rescue.saved == draft_of()
    assert rescue.latest.answers == {TITLE: "typed on", TEXT: "not saved yet"}
    again.close()


def test_a_journal_of_a_newer_program_is_left_alone(path: Path, journal: Journal) -> None:
    journal.close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    before = path.read_bytes()
    with pytest.raises(JournalError, match=r"journal\.newer"):
        Journal.open(path)
    assert path.read_bytes() == before


def test_an_opening_of_a_newer_program_bars_no_other(journal: Journal, path: Path) -> None:
    run = journal.begin(draft_of(), FILE, "first")
    journal.append(run, to(TITLE, "typed"))
    journal.close()
    with sqlite3.connect(path) as db:
        db.execute("UPDATE openings SET content = x'00'")
    db.close()
    again = Journal.open(path)
    assert again.rescues() == ()
    assert values(again.states("d1", TITLE)) == [None, "typed"]
    with pytest.raises(JournalError, match="no-state"):
        again.draft_at("d1", "1")
    again.close()


def test_a_folder_in_place_of_the_journal_is_said(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(JournalError, match=r"journal\.no-right"):
        Journal.open(path)


def test_a_file_in_place_of_the_folder_is_said(path: Path) -> None:
    path.parent.touch()
    with pytest.raises(JournalError, match=r"journal\.no-right"):
        Journal.open(path)


@POSIX_ONLY
def test_a_full_disk_is_said_and_what_was_written_stays(path: Path) -> None:
    def work() -> str:
        journal = Journal.open(path)
        run = journal.begin(draft_of(), FILE, "first")
        journal.append(run, to(TITLE, "before"))
        fill_disk_at((path.parent / "journal.sqlite3-wal").stat().st_size)
        try:
            journal.append(run, to(TITLE, "x" * 100_000))
        except JournalError as problem:
            return f"{problem.sentence} {values(journal.states('d1', TITLE))}"
        return "written"

    said = in_child(work)
    assert said.startswith("journal")
    assert said.endswith(f" {['Robots', 'before']}")
