"""The one door through which a draft changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from erasmus_desk.draft.model import Change, ChangeSet, Key, Value
from tests.ui.editors import EXAMPLES, open_session
from ui.session.session import UNDO_STEPS, Session

TITLE, ACRONYM = Key("prj.title"), Key("prj.acronym")


@pytest.fixture
def session() -> Session:
    return open_session(EXAMPLES[0])


class Listener(QObject):
    """Hears everything a session tells."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.changes: list[tuple[Change, ...]] = []
        self.shown: list[Key] = []
        session.changed.connect(self.changes.append)
        session.revealed.connect(self.shown.append)


def test_an_edit_is_in_the_draft_when_the_change_is_emitted(session: Session) -> None:
    seen: list[Value | None] = []

    def check() -> None:
        seen.append(session.value(TITLE))

    session.changed.connect(check)
    session.edit(TITLE, "New")
    assert seen == ["New"]


@pytest.mark.parametrize("nothing", ["", (), None])
def test_an_emptied_answer_is_no_answer(session: Session, nothing: Value | None) -> None:
    session.edit(TITLE, nothing)
    assert session.value(TITLE) is None
    assert TITLE not in session.draft.answers


def test_an_edit_that_changes_nothing_is_no_step_and_emits_nothing(session: Session) -> None:
    heard = Listener(session)
    session.edit(TITLE, session.value(TITLE))
    session.edit(Key("no.such"), "")
    session.perform(ChangeSet(()))
    assert session.undo_stack.count() == 0
    assert heard.changes == []


def test_true_and_one_are_two_answers(session: Session) -> None:
    key = Key("pri.national")
    session.edit(key, 1)
    session.edit(key, True)
    assert session.value(key) is True
    session.undo_stack.undo()
    assert session.value(key) == 1
    assert session.value(key) is not True


def test_a_change_set_of_several_changes_is_emitted_once_and_undone_at_once(
    session: Session,
) -> None:
    before = session.draft
    heard = Listener(session)
    pairs = ((TITLE, "A"), (ACRONYM, "B"))
    session.perform(ChangeSet(tuple(Change(key, session.value(key), new) for key, new in pairs)))
    assert [len(changes) for changes in heard.changes] == [2]
    session.undo_stack.undo()
    assert session.draft.answers == before.answers
    assert session.undo_stack.count() == 1


def test_an_item_is_added_with_its_first_answers_moved_and_removed(session: Session) -> None:
    name = Key("org.name_lat")
    new = session.add_item("organisations", values={name.question: "Example School"})
    assert session.draft.items("organisations")[-1] == new
    assert session.draft.text(name.question, new) == "Example School"
    session.move_item("organisations", new, 0)
    assert session.draft.items("organisations")[0] == new
    session.move_item("organisations", new, 99)
    session.move_item("organisations", new, -1)
    assert session.draft.items("organisations")[0] == new
    session.remove_item("organisations", new)
    assert new not in session.draft.items("organisations")
    assert not list(session.draft.keys_of_item(new))


def test_undo_goes_back_many_steps_and_no_further(session: Session) -> None:
    for number in range(UNDO_STEPS + 20):
        session.edit((TITLE, ACRONYM)[number % 2], str(number))
    while session.undo_stack.canUndo():
        session.undo_stack.undo()
    assert session.value(TITLE) == "18"


def test_a_session_knows_where_its_draft_lies(session: Session) -> None:
    assert session.path == Path(EXAMPLES[0])


def test_what_is_noted_changes_the_draft_and_is_no_step_of_undo(session: Session) -> None:
    heard = Listener(session)
    before = session.value(TITLE)
    session.edit(TITLE, f"{before}a")
    note = Key("desk.copied.value", "prj.title")
    session.note((session.draft.change(note, "noted"),))
    assert session.value(note) == "noted"
    assert len(heard.changes) == 2
    assert session.undo_stack.count() == 1

    # Typing goes on in the same step, as if nothing had been noted in between.
    session.edit(TITLE, f"{before}ab")
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert session.value(TITLE) == before
    assert session.value(note) == "noted"
    assert not session.undo_stack.canUndo()
    session.undo_stack.redo()
    assert session.value(TITLE) == f"{before}ab"
    assert session.value(note) == "noted"


def test_nothing_to_note_tells_nobody(session: Session) -> None:
    heard = Listener(session)
    session.note(())
    assert heard.changes == []
