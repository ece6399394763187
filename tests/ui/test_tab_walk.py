"""Tab and Shift+Tab lead to everything and out of everything, on every page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from erasmus_desk.storage.settings import Settings
from tests.ui.conftest import StartProgram
from tests.ui.editors import EXAMPLES
from tests.ui.tab_walk import find_traps
from tests.ui.wording_walk import process_events, walk_window
from ui.controllers.application import ApplicationController
from ui.pages.items.page import ListPage


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


@pytest.mark.prove
@pytest.mark.parametrize("width", [683, 1366])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
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
