"""Tab and Shift+Tab lead to everything and out of everything, on every page."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from erasmus_desk.storage.settings import Settings
from tests.ui.conftest import StartProgram
from tests.ui.editors import ALL_EXAMPLES, EXAMPLES
from tests.ui.guided import card_of_call
from tests.ui.keyboard import Keyboard
from tests.ui.tab_walk import find_traps
from tests.ui.wording_walk import process_events, walk_window
from ui.controllers.application import ApplicationController
from ui.main_window.top_bar import TopBar
from ui.pages.items.page import ListPage
from ui.wizard.page import ChoicePage
from ui.wizard.steps import StartStep
from ui.wizard.wizard import NewProposalWizard

OTHER_EXAMPLES = sorted(set(ALL_EXAMPLES) - set(EXAMPLES), reverse=True)


def test_tab_leads_through_the_details_of_a_row_and_out_of_them(
    controller: ApplicationController,
) -> None:
    controller.open_example(EXAMPLES[0])
    editor = controller.window.editor
    assert editor is not None
    editor.show_step("form:organisations")
    page = editor.current_page()
    assert isinstance(page, ListPage)
    details = page.holder.unfold(page.holder.model.items[0])
    details.open_part(details.lines()[0].part)
    page.holder.fit()
    process_events()
    assert list(find_traps(controller.window)) == []


@pytest.mark.share(2)
@pytest.mark.parametrize("example", OTHER_EXAMPLES, ids=lambda path: path.stem)
def test_tab_leads_through_the_rows_of_every_call_as_they_are_read(
    controller: ApplicationController, example: Path
) -> None:
    controller.open_example(example)
    editor = controller.window.editor
    assert editor is not None
    session = editor.session
    rows = {one.rows for one in session.form.questions.values()} - {""} or session.form.lists
    _, key = min(
        (len(session.draft.items(one.question, one.item)), one)
        for one in session.draft.answers
        if one.question in rows and session.draft.items(one.question, one.item)
    )
    editor.show_key(key)
    process_events()
    assert list(find_traps(controller.window)) == []


def list_areas_passed(keyboard: Keyboard, areas: Mapping[str, QWidget]) -> list[str]:
    """Press Tab until the focus is where it began; return the areas that it passes, in order."""
    first, passed = keyboard.focus, list[str]()
    while True:
        focus = keyboard.focus
        inside = [name for name, area in areas.items() if area is focus or area.isAncestorOf(focus)]
        passed += inside if inside != passed[-1:] else []
        keyboard.press(Qt.Key.Key_Tab)
        if keyboard.focus is first:
            return passed


def test_tab_leads_from_a_question_of_the_start_to_what_is_beside_it_and_to_next(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    controller.new_proposal()
    (wizard,) = controller.window.findChildren(NewProposalWizard)
    card_of_call(wizard).button.click()
    process_events()
    for step in StartStep:
        page = wizard.current_page()
        assert page.step in (step, StartStep.KIND)
        if step is StartStep.CALL:
            continue  # it is chosen with the first question
        areas = {"page": page, "beside": page.aside, "foot": wizard.foot, "steps": wizard.steps}
        page.title_label.setFocus()
        assert list_areas_passed(keyboard, areas) == list(areas)
        if isinstance(page, ChoicePage) and step is not StartStep.PATH:
            page.cards[0].button.click()
        wizard.show_next()
        process_events()


def test_tab_leads_from_a_page_to_its_guidance_and_to_next(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    controller.open_example(EXAMPLES[0])
    editor = controller.window.editor
    assert editor is not None
    for step in ("form:context", "form:description", "form:checklist"):
        editor.show_step(step)
        process_events()
        page = editor.current_page()
        assert page is not None
        page.focus_first()
        areas = {
            "page": page,
            "guidance": editor.guidance,
            "foot": editor.step_bar,
            "top": controller.window.findChildren(TopBar)[0],
            "steps": editor.step_list,
        }
        assert list_areas_passed(keyboard, areas) == list(areas)


@pytest.mark.prove
@pytest.mark.parametrize("width", [683, 1366])
@pytest.mark.parametrize("example", ALL_EXAMPLES, ids=lambda path: path.stem)
def test_nothing_holds_the_keyboard_and_everything_is_reached(
    start_program: StartProgram, example: Path, width: int
) -> None:
    controller = start_program(Settings(language="en"))
    controller.window.resize(width, 720)
    faults: dict[str, str] = {}
    count = 0
    for name, part in walk_window(controller, example):
        window = part.window()
        window.activateWindow()
        process_events()
        if QApplication.activeWindow() is not window or QApplication.focusWidget() is None:
            continue
        count += 1
        for fault in find_traps(window):
            faults.setdefault(fault, name)

    assert "\n".join(f"{name}: {fault}" for fault, name in faults.items()) == ""
    assert count > 40
