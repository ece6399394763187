"""What two versions of a draft both began with is found, whatever programs did with the file."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from msgspec.structs import replace

from erasmus_desk.draft import file_format, saved_states
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.saved_states import SavedState
from erasmus_desk.storage import common_version, conflict_copies, drafts, open_file
from erasmus_desk.storage.backups import Backups
from erasmus_desk.storage.history import JournalRun
from erasmus_desk.storage.journal import Journal
from erasmus_desk.storage.open_file import KnownFile
from tests.core.draft.drafts import make_draft

TITLE, SUM = Key("prj.title"), Key("sum.text")


class Computer:
    """A program with a journal of its own, which has the draft open."""

    def __init__(self, home: Path, path: Path) -> None:
        self.journal, self.backups = Journal(home / "journal"), Backups(home / "copies")
        self.path = path
        self.run: JournalRun
        self.known: KnownFile
        self.open()

    def open(self) -> None:
        opened = drafts.read(self.path)
        self.draft = opened.draft
        self.known = open_file.recognise_read(self.path, self.draft, opened.digest)
        self.run = self.journal.begin_run(self.draft, self.path, opened.digest)

    def write(self, key: Key, text: str) -> None:
        change = self.draft.change(key, text)
        self.draft = self.draft.apply(change)
        self.journal.append(self.run, [change])

    def save(self, *texts: str) -> None:
        for text in texts:
            self.write(TITLE, text)
            saved = open_file.save(self.draft, self.known)
            assert isinstance(saved, KnownFile)
            self.known = saved
            self.journal.record_save(self.run, saved.digest)

    def load(self, state: SavedState) -> Draft | None:
        ids = (self.draft.id,)
        return common_version.load_state(state, self.journal, self.backups, ids)

    def find_base(self, other: Draft) -> object:
        base = common_version.find_base(self.known.states, other, self.load)
        return base.get(TITLE) if base is not None else None


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a" / "plan.erasmus"
    path.parent.mkdir()
    drafts.save_new(make_draft({TITLE: "First"}), path)
    return path


@pytest.fixture
def here(tmp_path: Path, path: Path) -> Computer:
    return Computer(tmp_path / "here", path)


def synchronise(path: Path, folder: str) -> Path:
    """Return the file in the folder of another computer."""
    target = path.parent.with_name(folder) / path.name
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(path.read_bytes())
    return target


def test_two_computers_began_with_what_both_last_had(
    tmp_path: Path, path: Path, here: Computer
) -> None:
    here.save("One", "Two")
    there = Computer(tmp_path / "there", synchronise(path, "b"))
    here.save("Three", "Four")
    there.save("Five", "Six")
    assert here.find_base(drafts.read(there.path).draft) == "Two"
    assert there.find_base(drafts.read(here.path).draft) == "Two"
    # On the computer that lost, its own version is the copy, and the other one is the file.
    there.path.rename(there.path.with_stem("plan-THERE"))
    synchronise(path, "b")
    there.open()
    copy = drafts.read(there.path.with_stem("plan-THERE")).draft
    assert there.find_base(copy) == "Two"


def test_a_program_before_this_one_goes_on_from_what_it_read(path: Path, here: Computer) -> None:
    here.save("One", "Two")
    read = drafts.read(path).draft
    here.save("Three")
    # It writes back what it does not know.
    theirs = file_format.encode(read.apply(read.change(SUM, "Theirs")))
    assert here.find_base(file_format.decode(theirs).draft) == "Two"


def test_a_version_that_was_restored_began_with_itself(path: Path, here: Computer) -> None:
    here.save("One", "Two")
    before = drafts.read(path).draft
    here.save("Three")
    assert here.find_base(before) == "Two"


def test_of_a_version_that_tells_nothing_the_nearest_state_is_found(here: Computer) -> None:
    first = here.draft
    here.write(SUM, "Mine")
    here.save("One", "Two")
    other = first.apply(first.change(Key("des.rationale"), "Theirs"))
    find, states = common_version.find_nearest, here.known.states
    assert not saved_states.has_states(other)
    found = find(states, other, here.load, is_copy=True)
    assert found is not None
    assert found.answers == first.answers
    # As far from one state as from another: a file goes on from the newest.
    same = here.draft.apply(here.draft.change(TITLE, "Theirs"))
    newest, oldest = (find(states, same, here.load, is_copy=one) for one in (False, True))
    assert newest is not None
    assert oldest is not None
    assert (newest.get(TITLE), oldest.get(TITLE)) == ("Two", "One")


def test_without_a_journal_a_backup_has_the_state_or_nobody_knows(
    tmp_path: Path, path: Path, here: Computer
) -> None:
    here.save("One")
    here.backups.back_up(here.draft.id, path.read_bytes())
    state = here.known.states[-1]
    here.save("Two")
    ids = (here.draft.id,)
    found = common_version.load_state(state, None, here.backups, ids)
    assert found is not None
    assert found.get(TITLE) == "One"
    nowhere = Backups(tmp_path / "none")
    assert common_version.load_state(state, None, nowhere, ids) is None
    assert common_version.load_state(replace(state, file=""), here.journal, nowhere, ids) is None
    assert common_version.find_base((state,), here.draft, lambda _: None) is None


def test_a_merged_version_is_known_as_one_that_the_file_came_from(
    tmp_path: Path, path: Path, here: Computer
) -> None:
    there = Computer(tmp_path / "there", synchronise(path, "b"))
    here.save("Mine")
    there.save("Theirs")
    theirs = drafts.read(there.path)
    path.write_bytes(theirs.content)
    here.known = open_file.adopt(here.known, replace(theirs, path=path))
    here.save("Both")
    assert there.find_base(drafts.read(path).draft) == "Theirs"
    states = saved_states.list_states(drafts.read(path).draft)
    assert [state.number for state in states] == sorted(state.number for state in states)


def test_after_thousands_of_saves_two_computers_still_share_a_recent_state() -> None:
    chance = random.Random(7)  # noqa: S311 -- no secret, but the same each time
    draft, shared = make_draft(), tuple[SavedState, ...]()

    def save(states: tuple[SavedState, ...], name: str, times: int) -> tuple[SavedState, ...]:
        for number in range(times):
            text = f"{name} {number} {chance.random()}"
            states = saved_states.add_state(states, draft.apply(draft.change(TITLE, text)), "d")
        return states

    shared = save(shared, "both", 3000)
    one, other = save(shared, "here", 700), save(shared, "there", 90)
    known = {state.answers for state in other}
    common = max(state.number for state in one if state.answers in known)
    assert 3000 - 64 <= common <= 3000
    assert len(one) < 120
    assert [state.number for state in one] == sorted(state.number for state in one)


@pytest.mark.parametrize("rows", ["x", [1, None, "1:2", "x:y:z", "0:" + "a" * 16 + ":", "9" * 99]])
def test_states_that_nobody_wrote_are_passed_over(rows: object) -> None:
    draft = make_draft({TITLE: "Robots"})
    damaged = replace(draft, extra={saved_states.MEMBER: rows})
    assert [one.number for one in saved_states.list_states(damaged)] == [1]


# Copies beside a draft

COPIES = {
    "plan-LAPTOP-7.erasmus": "LAPTOP-7",
    "plan (Ann's conflicted copy 2026-11-29).erasmus": "Ann",
    "plan (Ann’s conflicted copy 2026-11-29) (1).erasmus": "Ann",
    "plan (Conflicterend exemplaar van Ann 2026-11-29).erasmus": "",
    "plan (1).erasmus": "",
    "plan (conflicted copy 2026-11-29 143000).erasmus": "",
    "plan (conflicted copy ann 2026-11-29 143000).erasmus": "",
    "plan.sync-conflict-20261129-143000-ABCDEFG.erasmus": "ABCDEFG",
    "plan_conflict-20261129-143000.erasmus": "",
    "plan_ANN-PC_Nov-29-1430-2026_Conflict.erasmus": "ANN-PC",
    "plan.erasmus": None,
    "plan 2.erasmus": None,
    "planet.erasmus": None,
    "plan (of us).erasmus": None,
    "other-LAPTOP.erasmus": None,
    "plan-LAPTOP.docx": None,
}


def test_copies_are_known_by_the_names_that_programs_give_them() -> None:
    found = {name: conflict_copies.describe_name("plan.erasmus", name) for name in COPIES}
    assert found == COPIES
    assert conflict_copies.describe_name("caf\u00e9.erasmus", "cafe\u0301 (1).erasmus") == ""


def test_a_copy_has_the_name_and_the_id_of_the_draft(path: Path) -> None:
    draft = drafts.read(path).draft
    copy, other = path.with_stem("plan (1)"), path.with_stem("plan (2)")
    copy.write_bytes(path.read_bytes())
    drafts.save_new(drafts.duplicate(draft), other)
    path.with_stem("plan (3)").write_bytes(b"damaged")
    path.with_stem("plan of work").write_bytes(path.read_bytes())
    found = conflict_copies.find_copies(path, draft.id)
    assert [one.path for one in found] == [copy]
    assert conflict_copies.find_copies(path.parent / "no" / "plan.erasmus", draft.id) == ()
