"""Kind and field change at will: what has no place is parked in sight and comes back by itself."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import parked
from erasmus_desk.storage import drafts
from tests.ui.editors import EXAMPLES
from tests.ui.hands import ALT, CTRL, Hands, settle
from ui.controllers.application import Office
from ui.main_window.editor import Desk
from ui.main_window.page_factory import PARKED, WORD
from ui.pages.answer_display import shown_at
from ui.pages.form.hidden_answers_page import ParkedPage

KIND, FIELD = Key("ctx.main_objective"), Key("ctx.field")
INNOVATION = next(one for one in EXAMPLES if "innovation" in one.name)
KINDS = ("innovation", "good-practice")
FIELDS = ("school", "vet", "higher", "adult", "youth")


@pytest.fixture
def desk(office: Office) -> Desk:
    office.open_example(INNOVATION)
    settle()
    assert office.window.desk is not None
    return office.window.desk


def switch(desk: Desk, kind: str, field: str) -> None:
    desk.session.edit(KIND, kind)
    desk.session.edit(FIELD, field)
    desk.watch.renew()
    settle()


def words_of(desk: Desk) -> set[str]:
    page = desk.page_widget()
    assert isinstance(page, ParkedPage)
    return {label.text() for label in page.findChildren(QLabel)}


def test_switching_the_kind_on_its_page_parks_what_has_no_place_and_brings_it_back(
    desk: Desk, hands: Hands
) -> None:
    session = desk.session
    before = session.draft.answers
    steps = desk.steps()
    assert PARKED not in steps
    desk.show_key(KIND)
    hands.press(Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_Down, times=2)
    if session.value(KIND) == "innovation":
        hands.press(Qt.Key.Key_Up)
    assert session.value(KIND) == "good-practice"
    desk.watch.renew()
    waiting = parked(session.draft, session.pack)
    output = session.draft.items("outputs")[0]
    assert Key("io.tasks", output) in waiting
    assert PARKED in desk.steps()
    desk.show_step(PARKED)
    settle()
    for key in waiting:
        assert shown_at(key, session) in words_of(desk)
    hands.press(Qt.Key.Key_Z, CTRL)
    desk.watch.renew()
    while session.undo_stack.canUndo():
        hands.press(Qt.Key.Key_Z, CTRL)
    desk.watch.renew()
    assert session.draft.answers == before
    assert desk.steps() == steps


def test_the_page_of_what_is_parked_stays_usable_when_nothing_is_parked_any_more(
    desk: Desk, hands: Hands
) -> None:
    switch(desk, "good-practice", "vet")
    desk.show_step(PARKED)
    switch(desk, "innovation", "vet")
    assert PARKED not in desk.steps()
    hands.press(Qt.Key.Key_Down, ALT)
    assert desk.step in desk.steps()


def test_a_parked_answer_is_found_and_shown_where_it_waits(desk: Desk) -> None:
    switch(desk, "good-practice", "vet")
    desk.show_step(WORD)
    key = Key("io.tasks", desk.session.draft.items("outputs")[0])
    desk.show_key(key)
    assert desk.step == PARKED
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLabel)
    assert focus.text() == desk.session.value(key)


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(FIELDS)), max_size=5))
@settings(
    max_examples=10,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_however_one_switches_no_word_is_lost(desk: Desk, pairs: list[tuple[str, str]]) -> None:
    session = desk.session
    before = dict(session.draft.answers)
    home = str(before[KIND]), str(before[FIELD])
    for kind, field in [*pairs, home]:
        switch(desk, kind, field)
        now = dict(session.draft.answers)
        assert {**now, KIND: home[0], FIELD: home[1]} == before
        waiting = parked(session.draft, session.pack)
        assert (PARKED in desk.steps()) == bool(waiting)
        if waiting:
            desk.show_step(PARKED)
            words = words_of(desk)
            assert all(shown_at(key, session) in words for key in waiting)
        desk.show_step("form:implementation")
        assert all(step for step in desk.steps())
    assert not parked(session.draft, session.pack)
    desk.show_step(WORD)
    assert drafts.read(session.path).draft.answers == before
