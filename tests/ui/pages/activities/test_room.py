"""The list, the menu and the editors have room at every width, in both languages and sizes."""

from __future__ import annotations

from itertools import product

import pytest

from erasmus_desk.storage.settings import Settings
from tests.ui.access_walk import find_cut_off, find_unnamed
from tests.ui.conftest import StartProgram
from tests.ui.editors import EXAMPLES, LANGUAGES
from tests.ui.wording_walk import process_events, walk_activities
from ui.main_window.page_factory import ACTIVITIES
from ui.pages.activities.page import ActivitiesPage

HEIGHT = 696
WIDTHS, SCALES = (683, 1000, 1366, 1920), (100, 200)
SHORT = ((683, 100, "nl"), (1366, 200, "en"))
"""The cases that are no long proof."""


@pytest.mark.parametrize(
    ("width", "scale", "language"),
    [
        pytest.param(*case, marks=() if case in SHORT else pytest.mark.prove)
        for case in product(WIDTHS, SCALES, LANGUAGES)
    ],
)
def test_nothing_is_cut_or_nameless_in_any_view_of_the_activities(
    start_program: StartProgram, width: int, scale: int, language: str
) -> None:
    controller = start_program(Settings(language=language, text_scale=scale))
    controller.window.resize(width, HEIGHT)
    controller.open_example(EXAMPLES[-1])
    editor = controller.window.editor
    assert editor is not None
    editor.show_checks()
    editor.show_step(ACTIVITIES)
    controller.window.resize(width, HEIGHT)
    process_events()
    page = editor.current_page()
    assert isinstance(page, ActivitiesPage)
    faults = find_cut_off(page) + find_unnamed(page)
    seen = 0
    for name, _ in walk_activities(controller, page):
        found = find_cut_off(page) + find_unnamed(page)
        faults += [f"{name}: {fault}" for fault in found]
        for box in page.findChildren(type(page.list_view.table)):
            assert box.verticalScrollBar().maximum() == 0
        seen += 1
    assert faults == []
    assert seen == 5
