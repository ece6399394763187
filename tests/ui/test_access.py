"""Everything the window shows has a name for a screen reader, and room for large type.

No word of it is English in Dutch. Nothing is cut, lies over its neighbours, or scrolls inside
something that scrolls.
"""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import build_translations
import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from erasmus_desk.call.form import QuestionType
from erasmus_desk.draft.visibility import visible_sections
from erasmus_desk.storage.locks import LockHolder
from erasmus_desk.storage.settings import Settings, ThemeMode
from tests.ui.access_walk import find_cut_off
from tests.ui.conftest import StartProgram
from tests.ui.editors import ALL_EXAMPLES, EXAMPLES, LANGUAGES, open_session
from tests.ui.room import find_faults, find_nested_scrolls, find_overlapping
from tests.ui.untranslated import english
from tests.ui.wording_walk import (
    collect_texts,
    list_pages,
    name_pages,
    process_events,
    walk_other_calls,
    walk_window,
)
from ui.controllers.locks import describe_lock
from ui.dialogs.base import SCREEN_MARGIN

LOW = 768
"""Pixels of the lowest screen that is served."""
WIDTHS, SCALES = (683, 1000, 1366, 1920), (100, 200)
SCHOOL = 0
SHORT = (SCHOOL, "nl", 200, 683)
"""The case that is no long proof: the longer words, the larger type and the narrowest window.

`test_translations.py` has it at 100 %, in words longer than the English ones.
"""
LONG_WORDS = ("the-empty-chair", "de")
"""The case of all steps that is no long proof: the call with the longest titles."""


@pytest.mark.parametrize(
    ("example", "language", "text_scale", "width"),
    [
        pytest.param(
            *case,
            id="-".join(map(str, (EXAMPLES[case[0]].stem, *case[1:]))),
            marks=() if case == SHORT else pytest.mark.prove,
        )
        for case in product(range(len(EXAMPLES)), LANGUAGES, SCALES, WIDTHS)
    ],
)
def test_everything_has_a_name_its_words_and_room_in_a_low_window(
    start_program: StartProgram, example: int, language: str, text_scale: int, width: int
) -> None:
    controller = start_program(
        Settings(language=language, theme=ThemeMode.LIGHT, text_scale=text_scale)
    )
    room = QSize(width, LOW - SCREEN_MARGIN.height())
    window = controller.window
    window.resize(room)
    faults: list[str] = []
    seen, steps = set[str](), set[str]()
    path: Path = EXAMPLES[example]
    # Only what is answered in Dutch can be without an English word.
    is_dutch = (example, language) == (SCHOOL, "nl")
    walks = (walk_window(controller, path), is_dutch), (walk_other_calls(controller, seen), False)
    for name, part, has_no_english in (
        (*shown, is_dutch_walk) for walk, is_dutch_walk in walks for shown in walk
    ):
        steps.add(name)
        seen |= name_pages(part)
        faults += [f"{name}: {fault}" for fault in find_faults(part, room)]
        if has_no_english:
            faults += [f"{name}: in English: {text}" for text in english(collect_texts(part))]
    assert "\n".join(sorted(set(faults), key=faults.index)) == ""
    assert window.size() == room
    assert seen == list_pages()
    assert steps >= {*PLACES, *_list_sections(path)}


@pytest.mark.parametrize(
    ("example", "language"),
    [
        pytest.param(*case, id=f"{case[0].stem}-{case[1]}", marks=marks)
        for case in product(ALL_EXAMPLES, build_translations.list_languages())
        for marks in [() if (case[0].stem, case[1]) == LONG_WORDS else pytest.mark.prove]
    ],
)
def test_every_step_of_every_call_has_room_in_large_type_below_a_notice(
    start_program: StartProgram, example: Path, language: str
) -> None:
    controller = start_program(Settings(language=language, text_scale=max(SCALES)))
    window = controller.window
    window.resize(min(WIDTHS), LOW - SCREEN_MARGIN.height())
    controller.open_example(example)
    editor = window.editor
    assert editor is not None
    holder = LockHolder("school-pc-7", "els", datetime(2026, 11, 23, 14, 2, tzinfo=UTC), 1)
    window.notify("holder", describe_lock(holder, window.language))
    faults: list[str] = []
    for step in editor.steps():
        editor.show_step(step)
        process_events()
        faults += [f"{step}: {fault}" for fault in find_cut_off(window)]
    assert "\n".join(faults) == ""


PLACES = (
    *("pasted rows", "kinds of activities", "search", "focus mode", "notice of another user"),
    "hidden, of another call",
)
"""What is shown in a page that has other things too."""


def _list_sections(path: Path) -> set[str]:
    """Return the steps of all sections with questions that the proposal has."""
    session = open_session(path)
    sections = visible_sections(session.draft, session.pack)
    types = (QuestionType.STATIC, QuestionType.COMPUTED)
    return {
        f"form:{section.id}"
        for section in sections
        for group in section.groups
        if any(session.form.questions[one].type not in types for one in group.questions)
    }


def test_what_lies_over_its_neighbour_is_found(start_program: StartProgram) -> None:
    start_program()
    column = QWidget()
    upper, lower = QWidget(), QWidget()
    layout = QVBoxLayout(column)
    for part in (upper, lower):
        part.setFixedSize(40, 40)
        layout.addWidget(part)
    column.show()
    process_events()
    assert find_overlapping(column) == []
    upper.setGeometry(lower.geometry().adjusted(4, 4, 0, 0))
    assert len(find_overlapping(column)) == 1
    column.close()


@pytest.mark.parametrize(("height", "faults"), [(90, 1), (400, 0)])
def test_what_scrolls_inside_a_scroll_is_found(
    start_program: StartProgram, height: int, faults: int
) -> None:
    start_program()
    inner, high = QScrollArea(), QWidget()
    high.setFixedSize(20, 200)
    inner.setWidget(high)
    inner.setFixedSize(60, 120)
    outer = QScrollArea()
    outer.setWidget(inner)
    outer.resize(100, height)
    outer.show()
    process_events()
    assert len(find_nested_scrolls(outer)) == faults
    outer.close()
