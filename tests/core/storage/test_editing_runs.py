"""Random editing: whatever is typed, undone, saved, killed and opened again, nothing is lost."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from erasmus_desk.call.form import Form, ListSpec
from erasmus_desk.draft.model import Change, Key, Step, Value, item_added, item_moved, item_removed
from erasmus_desk.storage import drafts, recovery
from erasmus_desk.storage.journal import Journal
from tests.core.draft.drafts import draft_of, texts, values

LIST, NESTED = "organisations", "eu_projects"
FORM = Form(
    (),
    {},
    {LIST: ListSpec(LIST, "c.d", ("c.d",)), NESTED: ListSpec(NESTED, "b", ("b",), LIST)},
    {},
)
keys = st.builds(Key, st.sampled_from(["a", "b", "c.d"]), st.sampled_from(["", "o1", "o2"]))


class Editing(RuleBasedStateMachine):
    """One draft at work, beside a plain dictionary that says what it must hold."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "a.erasmus"
        self.wanted: dict[Key, Value] = dict(draft_of().answers)
        self.undoable: list[tuple[Step, dict[Key, Value]]] = []
        self.number = 0
        drafts.save_new(draft_of(), self.path)
        self._open()

    def _open(self) -> None:
        self.journal = Journal.open(self.folder / "journal.sqlite3")
        opened = drafts.read(self.path)
        self.draft, self.digest = opened.draft, opened.digest
        self.run = self.journal.begin(self.draft, self.path, self.digest)

    def _perform(self, step: Step) -> None:
        before = dict(self.wanted)
        self.draft = self.draft.apply(*step.changes)
        self.journal.append(self.run, step.changes)
        for change in step.changes:
            if change.new is None:
                self.wanted.pop(change.key, None)
            else:
                self.wanted[change.key] = change.new
        self.undoable.append((step, before))

    @rule(key=keys, new=st.one_of(st.none(), values))
    def answer(self, key: Key, new: Value | None) -> None:
        self._perform(Step((Change(key, self.draft.get(key), new),)))

    @rule(key=keys, place=st.integers(0, 30), typed=texts)
    def type_into(self, key: Key, place: int, typed: str) -> None:
        old = self.draft.text(key.question, key.item)
        self._perform(Step((Change(key, self.draft.get(key), old[:place] + typed + old[place:]),)))

    @rule()
    def add(self) -> None:
        self.number += 1
        self._perform(item_added(self.draft, LIST, f"n{self.number}"))
        self._perform(item_added(self.draft, NESTED, f"p{self.number}", f"n{self.number}"))

    @rule(place=st.integers(0, 5), to=st.integers(0, 5))
    def move(self, place: int, to: int) -> None:
        items = self.draft.items(LIST)
        if items:
            self._perform(item_moved(self.draft, LIST, items[place % len(items)], to))

    @rule(place=st.integers(0, 5))
    def remove(self, place: int) -> None:
        items = self.draft.items(LIST)
        if items:
            item = items[place % len(items)]
            self._perform(item_removed(self.draft, LIST, item, form=FORM))

    @rule()
    def undo(self) -> None:
        if self.undoable:
            step, before = self.undoable[-1]
            self._perform(step.inverse())
            del self.undoable[-2:]
            assert self.wanted == before

    @rule()
    def save(self) -> None:
        self.digest = drafts.save(self.draft, self.path, self.digest)
        self.journal.saved(self.run, self.digest)

    @rule()
    def save_and_open_again(self) -> None:
        self.save()
        self.journal.close()
        self._open()

    @rule(noted=st.booleans())
    def be_killed_and_rescued(self, noted: bool) -> None:
        if not noted:
            # The file was replaced, and the end came before the journal could note it.
            self.digest = drafts.save(self.draft, self.path, self.digest)
        self.journal.close()
        self._open()
        self.journal.end(self.run)
        offers = recovery.offers(self.journal)
        assert len(offers) <= 1
        for offer in offers:
            assert offer.fits
            self.draft = self.draft.apply(*offer.step.changes)
            self.run = self.journal.begin(drafts.read(self.path).draft, self.path, self.digest)
            self.journal.append(self.run, offer.step.changes)
            self.journal.settle(offer.rescue, taken=True)
        if not offers:
            self.run = self.journal.begin(self.draft, self.path, self.digest)

    @invariant()
    def nothing_is_lost(self) -> None:
        assert self.draft.answers == self.wanted
        assert self.run.draft.answers == self.wanted
        for key, value in self.wanted.items():
            assert self.journal.states(self.draft.id, key)[-1].value == value

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
