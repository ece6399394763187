"""Random editing: whatever is typed, undone, saved, killed and opened again, nothing is lost."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from erasmus_desk.call.form import Form, ListSpec
from erasmus_desk.draft.list_changes import add_item, move_item, remove_item
from erasmus_desk.draft.model import Change, ChangeSet, Key, Value
from erasmus_desk.storage import drafts, recovery
from erasmus_desk.storage.journal import Journal
from tests.core.draft.drafts import make_draft, texts, values
from tests.every_version import list_versions, load_version

LIST, NESTED = "organisations", "eu_projects"
FORM = Form(
    (),
    {},
    {LIST: ListSpec(LIST, "c.d", ("c.d",)), NESTED: ListSpec(NESTED, "b", ("b",), LIST)},
    {},
)
keys = st.builds(Key, st.sampled_from(["a", "b", "c.d"]), st.sampled_from(["", "o1", "o2"]))


class Editing(RuleBasedStateMachine):
    """One draft being edited, beside a plain dictionary with what it must contain."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "a.erasmus"
        self.expected: dict[Key, Value] = dict(make_draft().answers)
        self.undoable: list[tuple[ChangeSet, dict[Key, Value]]] = []
        self.number = 0
        drafts.save_new(make_draft(), self.path)
        self._open()

    def _open(self) -> None:
        self.journal = Journal(self.folder / "journal.sqlite3")
        opened = drafts.read(self.path)
        self.draft, self.digest = opened.draft, opened.digest
        self.run = self.journal.begin_run(self.draft, self.path, self.digest)

    def _perform(self, change_set: ChangeSet) -> None:
        before = dict(self.expected)
        self.draft = self.draft.apply(*change_set.changes)
        self.journal.append(self.run, change_set.changes)
        for change in change_set.changes:
            if change.new is None:
                self.expected.pop(change.key, None)
            else:
                self.expected[change.key] = change.new
        self.undoable.append((change_set, before))

    @rule(key=keys, new=st.one_of(st.none(), values))
    def answer(self, key: Key, new: Value | None) -> None:
        self._perform(ChangeSet((Change(key, self.draft.get(key), new),)))

    @rule(key=keys, place=st.integers(0, 30), typed=texts)
    def type_into(self, key: Key, place: int, typed: str) -> None:
        old = self.draft.text(key.question, key.item)
        self._perform(
            ChangeSet((Change(key, self.draft.get(key), old[:place] + typed + old[place:]),))
        )

    @rule()
    def add(self) -> None:
        self.number += 1
        self._perform(add_item(self.draft, LIST, f"n{self.number}"))
        self._perform(add_item(self.draft, NESTED, f"p{self.number}", f"n{self.number}"))

    @rule(place=st.integers(0, 5), to=st.integers(0, 5))
    def move(self, place: int, to: int) -> None:
        items = self.draft.items(LIST)
        if items:
            self._perform(move_item(self.draft, LIST, items[place % len(items)], to))

    @rule(place=st.integers(0, 5))
    def remove(self, place: int) -> None:
        items = self.draft.items(LIST)
        if items:
            item = items[place % len(items)]
            self._perform(remove_item(self.draft, LIST, item, form=FORM))

    @rule()
    def undo(self) -> None:
        if self.undoable:
            change_set, before = self.undoable[-1]
            self._perform(change_set.invert())
            del self.undoable[-2:]
            assert self.expected == before

    @rule()
    def save(self) -> None:
        self.digest = drafts.save(self.draft, self.path, self.digest)
        self.journal.record_save(self.run, self.digest)

    @rule()
    def save_and_open_again(self) -> None:
        self.save()
        self.journal.close()
        self._open()

    @rule(recorded=st.booleans())
    def be_killed_and_recovered(self, recorded: bool) -> None:
        if not recorded:
            # The file was replaced, and the end came before the journal could record it.
            self.digest = drafts.save(self.draft, self.path, self.digest)
        self.journal.close()
        self._open()
        self.journal.end_run(self.run)
        offers = recovery.find_offers(self.journal)
        assert len(offers) <= 1
        for offer in offers:
            assert offer.is_same_file
            self.draft = self.draft.apply(*offer.change_set.changes)
            self.run = self.journal.begin_run(drafts.read(self.path).draft, self.path, self.digest)
            self.journal.append(self.run, offer.change_set.changes)
            self.journal.close_unsaved_work(offer.work, recovered=True)
        if not offers:
            self.run = self.journal.begin_run(self.draft, self.path, self.digest)

    @invariant()
    def nothing_is_lost(self) -> None:
        assert self.draft.answers == self.expected
        assert self.run.draft.answers == self.expected
        last = list_versions(self.journal, self.draft.id)[-1]
        found = load_version(self.journal, self.draft.id, last.id)
        assert found.answers == self.expected

    def teardown(self) -> None:
        self.journal.close()
        shutil.rmtree(self.folder)


class TestEditing(Editing.TestCase):
    """A few runs, at each test."""

    settings = settings(max_examples=8, stateful_step_count=20, deadline=None)


@pytest.mark.prove
class TestLongEditing(Editing.TestCase):
    """Many runs, at each release."""

    settings = settings(max_examples=300, stateful_step_count=40, deadline=None)
