"""The history is thinned with age; what stays is exactly what it was."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from erasmus_desk.draft.model import Change, Key
from erasmus_desk.storage import named_versions
from erasmus_desk.storage.backups import Backups
from erasmus_desk.storage.draft_history import DraftHistory
from erasmus_desk.storage.journal import Journal
from erasmus_desk.storage.named_versions import VersionReason
from tests.core.draft.drafts import make_draft

TITLE, TEXT = Key("prj.title"), Key("des.text")
FILE, OTHER = Path("plan.erasmus"), Path("other.erasmus")


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


def type_for(journal: Journal, clock: Clock, *, hours: int, is_saved: bool = True) -> None:
    """Type ten words an hour into a draft, with a thought that comes and goes."""
    run = journal.begin_run(make_draft({TITLE: "Begun"}), FILE, "first")
    for number in range(hours * 10):
        for key, value in ((TEXT, f"word {number}"), (TITLE, "A thought"), (TITLE, "Begun")):
            journal.append(run, [Change(key, run.draft.get(key), value)])
        clock.at += timedelta(minutes=6)
    if is_saved:
        journal.record_save(run, "second")
    journal.end_run(run)


def pass_days(journal: Journal, clock: Clock, days: int) -> None:
    """Work on another draft each day, as nothing else tells that days have passed."""
    run = journal.begin_run(replace(make_draft({TITLE: "Other"}), id="d2"), OTHER, "first")
    for number in range(days):
        clock.at += timedelta(days=1)
        journal.append(run, [Change(TITLE, run.draft.get(TITLE), f"day {number}")])
    journal.record_save(run, "second")
    journal.end_run(run)


def read_all(journal: Journal, tmp_path: Path) -> dict[str, object]:
    history = DraftHistory("d1", journal, Backups(tmp_path / "backups"))
    pauses = (pause for moment in history.list_moments() for pause in moment.pauses)
    return {pause.id: history.load(pause.id).answers for pause in pauses}


def count_rows(journal: Journal) -> int:
    statement = "SELECT COUNT(*) FROM changes c JOIN runs r ON r.id = c.run WHERE r.draft = 'd1'"
    return journal.transact(lambda tables: tables.db.execute(statement, ()).fetchone()[0])


@pytest.mark.parametrize(
    ("days", "least", "most"), [(1, 90, 90), (5, 3, 6), (30, 1, 2), (90, 1, 2)]
)
def test_what_stays_is_as_it_was_and_the_older_the_less_stays(
    tmp_path: Path, days: int, least: int, most: int
) -> None:
    clock = Clock()
    journal = Journal(tmp_path / "journal.sqlite3", clock)
    type_for(journal, clock, hours=3)
    before, last = read_all(journal, tmp_path), list(read_all(journal, tmp_path).values())[-1]
    pass_days(journal, clock, days)
    journal.thin()
    after = read_all(journal, tmp_path)
    assert least <= count_rows(journal) <= most
    assert list(after.values())[-1] == last
    assert all(answers in before.values() for answers in after.values())
    journal.thin()
    assert read_all(journal, tmp_path) == after
    journal.close()


def test_unsaved_words_and_named_versions_stay_whole(tmp_path: Path) -> None:
    clock = Clock()
    journal = Journal(tmp_path / "journal.sqlite3", clock)
    draft = make_draft({TITLE: "Named"})
    journal.transact(
        lambda tables: named_versions.insert(tables.db, draft, clock.at, VersionReason.BY_HAND, "x")
    )
    type_for(journal, clock, hours=1, is_saved=False)
    rows = count_rows(journal)
    pass_days(journal, clock, 100)
    journal.thin()
    assert count_rows(journal) == rows
    assert len(journal.find_unsaved_work()) == 1
    history = DraftHistory("d1", journal, Backups(tmp_path / "backups"))
    (named,) = history.list_named()
    assert history.load(named.id).get(TITLE) == "Named"
    journal.close()


def test_a_failure_in_the_middle_leaves_a_run_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    journal = Journal(tmp_path / "journal.sqlite3", clock)
    type_for(journal, clock, hours=3)
    before = read_all(journal, tmp_path)
    pass_days(journal, clock, 30)

    def fail(*_: object) -> str:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("erasmus_desk.storage.thinning.encode_change", fail)
        with pytest.raises(KeyboardInterrupt):
            journal.thin()
    assert read_all(journal, tmp_path) == before
    journal.close()


def list_runs(journal: Journal) -> list[tuple[int, str]]:
    statement = "SELECT id, draft FROM runs ORDER BY id"
    return journal.transact(lambda tables: tables.db.execute(statement, ()).fetchall())


def test_beyond_the_bound_the_oldest_go_and_the_last_of_each_draft_and_all_names_stay(
    tmp_path: Path,
) -> None:
    clock = Clock()
    journal = Journal(tmp_path / "journal.sqlite3", clock)
    other = replace(make_draft({TITLE: "Other"}), id="d2")
    journal.end_run(journal.begin_run(other, OTHER, "one"))
    long = replace(make_draft({TEXT: os.urandom(60_000).hex()}), id="d1")
    for number in range(6):
        run = journal.begin_run(long.apply(Change(TITLE, None, str(number))), FILE, str(number))
        journal.record_save(run, f"{number} saved")
        journal.end_run(run)
    unsaved = journal.begin_run(long.apply(Change(TITLE, None, "unsaved")), FILE, "unsaved")
    journal.append(unsaved, [Change(TITLE, "unsaved", "Unsaved words")])
    journal.end_run(unsaved)
    last = journal.begin_run(long, FILE, "last")
    history = DraftHistory("d1", journal, Backups(tmp_path / "backups"))
    history.keep(long, VersionReason.BY_HAND, "kept")
    before = journal.measure().all
    journal.thin(60, most=before // 2)
    assert journal.measure().all <= before // 2
    left = list_runs(journal)
    assert left[0] == (1, "d2")
    assert {(unsaved.id, "d1"), (last.id, "d1")} <= set(left)
    assert [run for run, _ in left[1:]] == list(range(left[1][0], last.id + 1))
    journal.thin(60, most=1)
    # What may not go is more than the bound.
    assert list_runs(journal) == [(1, "d2"), (unsaved.id, "d1"), (last.id, "d1")]
    assert journal.measure().named > 1
    assert [history.load(one.id).get(TEXT) for one in history.list_named()] == [long.get(TEXT)]
    assert sum(path.stat().st_size for path in tmp_path.glob("journal*")) < before * 0.8
    journal.close()


def test_rows_that_change_a_text_here_and_there_do_not_grow_when_they_are_thinned(
    tmp_path: Path,
) -> None:
    clock = Clock()
    journal = Journal(tmp_path / "journal.sqlite3", clock)
    run = journal.begin_run(make_draft({TEXT: "x" * 20_000}), FILE, "first")
    for place in (19_000, 10):
        text = str(run.draft.get(TEXT))
        journal.append(run, [Change(TEXT, text, f"{text[:place]}new {text[place:]}")])
    journal.record_save(run, "second")
    journal.end_run(run)
    before = read_all(journal, tmp_path)
    pass_days(journal, clock, 30)
    journal.thin()
    assert count_rows(journal) == 2
    assert list(read_all(journal, tmp_path).values())[-1] == list(before.values())[-1]
    journal.close()


@pytest.mark.parametrize("ahead", [365, -365, 20_000])
def test_a_clock_that_is_years_off_for_a_day_makes_nothing_old(tmp_path: Path, ahead: int) -> None:
    clock = Clock()
    journal = Journal(tmp_path / "journal.sqlite3", clock)
    type_for(journal, clock, hours=3)
    whole = read_all(journal, tmp_path)
    begun = clock.at
    clock.at += timedelta(days=ahead)
    pass_days(journal, clock, 1)
    journal.thin()
    assert read_all(journal, tmp_path) == whole
    clock.at = begun + timedelta(days=1)
    pass_days(journal, clock, 1)
    journal.thin()
    assert read_all(journal, tmp_path) == whole
    # It was no day of rest: days that pass from now on make it old as ever.
    pass_days(journal, clock, 20)
    journal.thin()
    assert count_rows(journal) == 1
    journal.close()


def test_a_clock_that_begins_anew_with_each_start_makes_nothing_old(tmp_path: Path) -> None:
    clock = Clock()
    journal = Journal(tmp_path / "journal.sqlite3", clock)
    for _ in range(4):
        clock.at = datetime(2020, 1, 1, tzinfo=UTC)
        type_for(journal, clock, hours=1)
    rows = count_rows(journal)
    clock.at = datetime(2026, 11, 29, tzinfo=UTC)
    journal.thin()
    assert count_rows(journal) == rows
    journal.close()
