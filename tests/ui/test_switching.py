"""Changes of project type and field hide answers, which are listed and return by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import hidden_answers
from erasmus_desk.storage import drafts
from tests.ui.conftest import copy_example
from tests.ui.editors import EXAMPLES
from tests.ui.keyboard import ALT, CTRL, Keyboard, process_events
from ui.controllers.application import ApplicationController
from ui.main_window.editor import Editor
from ui.main_window.page_factory import EXPORT, HIDDEN
from ui.pages.form.hidden_answers_page import HiddenAnswersPage
from ui.pages.question_texts import format_answer_at

KIND, FIELD = Key("ctx.main_objective"), Key("ctx.field")
INNOVATION = next(one for one in EXAMPLES if "innovation" in one.name)
KINDS = ("innovation", "good-practice")
FIELDS = ("school", "vet", "higher", "adult", "youth")


@pytest.fixture
def first_draft(home: Path) -> Path:
    return copy_example(INNOVATION, home)


@pytest.fixture
def editor(controller: ApplicationController) -> Editor:
    process_events()
    assert controller.window.editor is not None
    return controller.window.editor


def switch(editor: Editor, kind: str, field: str) -> None:
    editor.session.edit(KIND, kind)
    editor.session.edit(FIELD, field)
    editor.check_runner.run_now()
    process_events()


def words_of(editor: Editor) -> str:
    """Return all that is shown; an answer of a row is in the line of its row."""
    page = editor.current_page()
    assert isinstance(page, HiddenAnswersPage)
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_switching_the_project_type_hides_answers_and_brings_them_back(
    editor: Editor, keyboard: Keyboard
) -> None:
    session = editor.session
    before = session.draft.answers
    steps = editor.steps()
    assert HIDDEN not in steps
    editor.show_key(KIND)
    keyboard.press(Qt.Key.Key_Up)
    keyboard.press(Qt.Key.Key_Down, times=2)
    if session.value(KIND) == "innovation":
        keyboard.press(Qt.Key.Key_Up)
    assert session.value(KIND) == "good-practice"
    editor.check_runner.run_now()
    waiting = hidden_answers(session.draft, session.pack)
    output = session.draft.items("outputs")[0]
    assert Key("io.tasks", output) in waiting
    assert HIDDEN in editor.steps()
    editor.show_step(HIDDEN)
    process_events()
    for key in waiting:
        assert format_answer_at(key, session) in words_of(editor)
    keyboard.press(Qt.Key.Key_Z, CTRL)
    editor.check_runner.run_now()
    while session.undo_stack.canUndo():
        keyboard.press(Qt.Key.Key_Z, CTRL)
    editor.check_runner.run_now()
    assert session.draft.answers == before
    assert editor.steps() == steps


def test_the_page_of_hidden_answers_stays_usable_when_none_is_hidden_any_more(
    editor: Editor, keyboard: Keyboard
) -> None:
    switch(editor, "good-practice", "vet")
    editor.show_step(HIDDEN)
    switch(editor, "innovation", "vet")
    assert HIDDEN not in editor.steps()
    keyboard.press(Qt.Key.Key_Down, ALT)
    assert editor.step in editor.steps()


def test_a_hidden_answer_is_found_and_shown_on_its_page(editor: Editor) -> None:
    switch(editor, "good-practice", "vet")
    editor.show_step(EXPORT)
    key = Key("io.tasks", editor.session.draft.items("outputs")[0])
    editor.show_key(key)
    assert editor.step == HIDDEN
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLabel)
    assert focus.text() == editor.session.value(key)


sequences = given(st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(FIELDS)), max_size=5))
few = settings(
    max_examples=3,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@sequences
@few
def test_no_sequence_of_switches_loses_an_answer(
    editor: Editor, pairs: list[tuple[str, str]]
) -> None:
    check_sequence(editor, pairs)


@pytest.mark.prove
@sequences
@settings(few, max_examples=50)
def test_none_of_fifty_sequences_of_switches_loses_an_answer(
    editor: Editor, pairs: list[tuple[str, str]]
) -> None:
    check_sequence(editor, pairs)


def check_sequence(editor: Editor, pairs: list[tuple[str, str]]) -> None:
    session = editor.session
    before = dict(session.draft.answers)
    home = str(before[KIND]), str(before[FIELD])
    for kind, field in [*pairs, home]:
        switch(editor, kind, field)
        now = dict(session.draft.answers)
        assert {**now, KIND: home[0], FIELD: home[1]} == before
        waiting = hidden_answers(session.draft, session.pack)
        assert (HIDDEN in editor.steps()) == bool(waiting)
        if waiting:
            editor.show_step(HIDDEN)
            words = words_of(editor)
            assert all(format_answer_at(key, session) in words for key in waiting)
        editor.show_step("form:implementation")
        assert all(step for step in editor.steps())
    assert not hidden_answers(session.draft, session.pack)
    editor.show_step(EXPORT)
    assert drafts.read(session.path).draft.answers == before


def test_the_list_stays_at_its_step_when_others_come_and_go(editor: Editor) -> None:
    editor.show_step(EXPORT)
    process_events()
    for kind in ("good-practice", "innovation"):
        switch(editor, kind, "vet")
        process_events()
        assert editor.step == EXPORT
        step = editor.step_list.model.find_step(editor.step_list.view.currentIndex())
        assert step is not None
        assert step.id == EXPORT
