"""One proposal, worked on at random by all parts of the program, beside a plain model of it.

Answers and rows are edited, undone and redone, the project type is switched, versions are brought
back and others merged; the program saves, is closed, or is killed and started again. The model is
the list of the states that the undo stack can lead to: dictionaries of answers.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QApplication

from erasmus_desk import paths
from erasmus_desk.draft import differences
from erasmus_desk.draft.create import create_draft
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.draft.review_state import is_desk_key
from erasmus_desk.paths import AppPaths
from erasmus_desk.review_import import version_merge
from erasmus_desk.review_import.decisions import AcceptMode, auto_decisions
from erasmus_desk.review_import.docx_reader.document import RevisionAuthor
from erasmus_desk.review_import.version_merge import OtherVersion
from erasmus_desk.storage import drafts, recovery
from erasmus_desk.storage.clock import now
from erasmus_desk.storage.journal import Journal
from tests.every_version import list_versions, load_version
from ui.session.draft_manager import DraftManager, OpenDraft
from ui.session.session import Session

State = Mapping[Key, Value]
TEXTS = ("prj.title", "prj.acronym")
MOST_ROWS = 6


def list_answers(draft: Draft) -> State:
    """Return the answers of a person, without what the program notes for itself."""
    return {key: value for key, value in draft.answers.items() if not is_desk_key(key)}


class SessionRun:
    """One run: `step` does something, then `check` compares the draft with the model."""

    def __init__(self, root: Path, seed: int, call: str) -> None:
        self._chance = random.Random(seed)  # noqa: S311 -- no secret, but the same each time
        self._paths = AppPaths(paths.find_resources(), root / "drafts", root / "local")
        self._journal = Journal(self._paths.journal)
        self._manager = DraftManager(self._paths, self._journal)
        self._pack = self._manager.library.load_pack(call)
        path = root / "a.erasmus"
        choices = {"kind": self._pack.kinds[0].id} if self._pack.kinds else {}
        drafts.save_new(create_draft(self._pack, choices, now(), "d" * 32), path)
        self._opened = self._open(path)
        self._states = [list_answers(self._session.draft)]
        self._at = 0
        self._other = self._session.draft
        """What another program has of the proposal, to be merged."""
        self.log: list[str] = []

    @property
    def _session(self) -> Session:
        return self._opened.session

    def _open(self, path: Path) -> OpenDraft:
        opened = self._manager.open(path, "en")
        self._manager.lock(opened)
        return opened

    def step(self) -> None:
        """Do one thing."""
        ways = {
            self._write: 10,
            self._add: 3,
            self._copy: 1,
            self._move: 2,
            self._remove: 1,
            self._undo: 5,
            self._redo: 3,
            self._switch: 1,
            self._bring_back: 1,
            self._merge: 1,
            self._save: 3,
            self._reopen: 1,
            self._kill: 2,
        }
        way = self._chance.choices([*ways], [*ways.values()])[0]
        self.log.append(way.__name__)
        way()
        QApplication.processEvents()
        self.check()

    def check(self) -> None:
        """Raise AssertionError where the draft is not as the model."""
        assert list_answers(self._session.draft) == self._states[self._at]

    def finish(self) -> None:
        """Close the proposal; its file has the last state."""
        self._manager.close(self._opened)
        assert list_answers(drafts.read(self._session.path).draft) == self._states[self._at]
        self._journal.close()

    def _note(self, expected: State | None = None) -> None:
        """Remember that a step led to a new state, and which one it had to be."""
        found = list_answers(self._session.draft)
        assert expected is None or found == expected
        if found != self._states[self._at]:
            del self._states[self._at + 1 :]
            self._states.append(found)
            self._at += 1

    def _with(self, key: Key, text: str) -> State:
        """Return the present state of the model with another answer; an empty one is none."""
        others = {name: value for name, value in self._states[self._at].items() if name != key}
        return {**others, key: text} if text else others

    def _begin_anew(self) -> None:
        """Forget what cannot be undone any more."""
        self._states, self._at = [self._states[self._at]], 0

    # What a person does

    def _write(self) -> None:
        spec = self._choose_list()
        items = self._session.draft.items(spec)
        names = self._pack.form.lists[spec].columns if items else ()
        texts = [name for name in names if self._pack.form.questions[name].type.value == "text"]
        key = Key(self._chance.choice(TEXTS))
        if texts and self._chance.random() < 0.5:
            key = Key(self._chance.choice(texts), self._chance.choice(items))
        text = "".join(self._chance.choices("abc é\n", k=self._chance.randrange(12)))
        self._session.edit(key, text or None)
        self._note(self._with(key, text))

    def _choose_list(self) -> str:
        names = [one.id for one in self._pack.form.lists.values() if not one.parent]
        return self._chance.choice(names)

    def _add(self) -> None:
        spec = self._choose_list()
        before = self._session.draft.items(spec)
        if len(before) < MOST_ROWS:
            self._session.add_item(spec)
            assert self._session.draft.items(spec)[: len(before)] == before
        self._note()

    def _copy(self) -> None:
        spec = self._choose_list()
        items = self._session.draft.items(spec)
        if items and len(items) < MOST_ROWS:
            self._session.copy_item(spec, self._chance.choice(items))
        self._note()

    def _move(self) -> None:
        spec = self._choose_list()
        items = self._session.draft.items(spec)
        if len(items) > 1:
            self._session.move_item(spec, self._chance.choice(items), 0)
            assert sorted(self._session.draft.items(spec)) == sorted(items)
        self._note()

    def _remove(self) -> None:
        spec = self._choose_list()
        items = self._session.draft.items(spec)
        if items:
            gone = self._chance.choice(items)
            self._session.remove_item(spec, gone)
            assert all(key.item != gone for key in self._session.draft.answers)
        self._note()

    def _undo(self) -> None:
        """Undo; typing in one go may be several states of the model."""
        can = self._session.undo_stack.canUndo()
        self._session.undo_stack.undo()
        if can:
            found = list_answers(self._session.draft)
            self._at = max(at for at in range(self._at + 1) if self._states[at] == found)

    def _redo(self) -> None:
        can = self._session.undo_stack.canRedo()
        self._session.undo_stack.redo()
        if can:
            found = list_answers(self._session.draft)
            later = range(self._at, len(self._states))
            self._at = min(at for at in later if self._states[at] == found)

    def _switch(self) -> None:
        """Change the project type: nothing is lost, it is only set aside."""
        if self._pack.kinds:
            key = Key(self._pack.role("kind"))
            kind = self._chance.choice(self._pack.kinds).id
            self._session.edit(key, kind)
            self._note(self._with(key, kind))

    def _bring_back(self) -> None:
        """Bring a version of the history back."""
        self._opened.autosave.write_journal()
        draft = self._session.draft
        version = self._chance.choice(list_versions(self._journal, draft.id))
        old = load_version(self._journal, draft.id, version.id)
        self._session.perform(differences.bring_all_back(old, draft))
        self._note(list_answers(old))

    def _merge(self) -> None:
        """Merge what another program made of an earlier state; keep ours where both wrote."""
        mine, base = self._session.draft, self._other
        title = Key(TEXTS[0])
        theirs = base.apply(base.change(title, f"theirs {self._chance.random()}"))
        other = OtherVersion(theirs, base, by=RevisionAuthor("Ann"), file="b.erasmus")
        result = version_merge.build_result(mine, other, self._pack.form)
        chosen = auto_decisions(result, AcceptMode.CLEAR)
        merged = version_merge.apply_merge(mine, other, self._pack.form, result, chosen)
        self._session.perform(merged.change_set)
        # Where both wrote in the title it may be a mixture, or ours; all else must be as it was.
        is_ours = mine.get(title) != base.get(title)
        expected = (self._session.draft if is_ours else theirs).text(title.question)
        self._note(self._with(title, expected))
        self._other = self._session.draft

    # What happens to the program

    def _save(self) -> None:
        assert self._opened.autosave.save()
        assert list_answers(drafts.read(self._session.path).draft) == self._states[self._at]

    def _reopen(self) -> None:
        path = self._session.path
        assert self._manager.close(self._opened)
        self._opened = self._open(path)
        self._begin_anew()

    def _kill(self) -> None:
        """Kill the program after the journal was written, and take what is offered."""
        self._opened.autosave.write_journal()
        path = self._session.path
        self._opened.autosave.detach()
        self._opened.autosave.file_check.stop()
        self._journal.close()
        self._journal = Journal(self._paths.journal)
        self._manager = DraftManager(self._paths, self._journal)
        offers = recovery.find_offers(self._journal)
        assert len(offers) <= 1
        changes = offers[0].change_set if offers else None
        self._opened = self._manager.open(path, "en", changes)
        self._opened.autosave.write_journal()
        self._manager.lock(self._opened)
        for offer in offers:
            self._journal.close_unsaved_work(offer.work, recovered=True)
        # What was taken can be undone: then the draft is as in its file.
        in_file = [list_answers(drafts.read(path).draft)] if offers else []
        self._states, self._at = [*in_file, self._states[self._at]], len(in_file)


def run(root: Path, seed: int, steps: int, call: str) -> None:
    """Do random steps; whatever fails says by which steps it came about."""
    found = SessionRun(root, seed, call)
    try:
        for _ in range(steps):
            found.step()
        found.finish()
    except Exception as fault:
        fault.add_note(f"seed {seed}, {call}: {', '.join(found.log[-30:])}")
        raise
