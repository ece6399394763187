"""The export page also saves the budget as a workbook with formulas."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.ui.keyboard import finish_work, process_events
from ui.controllers.application import ApplicationController
from ui.controllers.export import find_export_page
from ui.dialogs import save_path
from ui.main_window.page_factory import section_step
from ui.pages.base import Page
from ui.pages.budget.page import BudgetPage

EXAMPLE = "innovation-vet.erasmus"


@pytest.mark.parametrize("is_from_budget", [False, True])
def test_the_budget_is_saved_as_a_workbook_with_formulas_that_can_be_opened(
    controller: ApplicationController,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_from_budget: bool,
) -> None:
    path = tmp_path / "budget.xlsx"

    def answer(_parent: Page, _title: str, proposed: str, _kinds: str) -> str:
        assert proposed.endswith(".xlsx")
        return str(path)

    monkeypatch.setattr(save_path, "ask_save_path", answer)
    controller.open_example(controller.paths.examples / EXAMPLE)
    editor = controller.window.editor
    assert editor is not None
    if is_from_budget:
        editor.show_step(section_step("budget"))
        budget = editor.current_page()
        assert isinstance(budget, BudgetPage)
        budget.head.workbook_button.click()
        finish_work(budget)
        page = find_export_page(editor)
        assert page is not None
    else:
        editor.show_export()
        page = find_export_page(editor)
        assert page is not None
        page.workbook_button.click()
        finish_work(page)
    process_events()
    with zipfile.ZipFile(path) as workbook:
        sheets = [one for one in workbook.namelist() if one.startswith("xl/worksheets/")]
        assert any(b"<f>" in workbook.read(one) for one in sheets)
    assert str(path) in page.result_box.result_label.text()
    assert page.result_box.open_button.isVisible()


def test_letters_for_the_partners_are_saved_in_a_folder_from_their_card(
    controller: ApplicationController, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose(*_arguments: object) -> str:
        return str(tmp_path / "letters")

    (tmp_path / "letters").mkdir()
    monkeypatch.setattr(save_path.QFileDialog, "getExistingDirectory", choose)
    controller.open_example(controller.paths.examples / EXAMPLE)
    editor = controller.window.editor
    assert editor is not None
    editor.show_export()
    page = find_export_page(editor)
    assert page is not None
    assert not page.papers_box.isVisible()
    page.profile_field.rows[-1].chosen.emit(page.profile_field.rows[-1].choice)
    process_events()
    assert page.papers_box.isVisible()
    assert not page.preview_button.isVisible()
    page.export_button.click()
    finish_work(page)
    process_events()
    names = sorted(file.name for file in (tmp_path / "letters").iterdir())
    assert len(names) == 6
    assert all(name.startswith("BOARDWISE - Mandate - ") for name in names)
    assert str(tmp_path / "letters") in page.result_box.result_label.text()


def test_what_has_no_room_beside_the_first_button_is_in_its_menu(
    controller: ApplicationController,
) -> None:
    controller.open_example(controller.paths.examples / EXAMPLE)
    window, editor = controller.window, controller.window.editor
    assert editor is not None
    editor.show_export()
    page = find_export_page(editor)
    assert page is not None
    menu = page.saving.menu_button.menu()
    others = (page.workbook_button, page.preview_button)
    for width in (1366, 400, 1366):
        page.saving.fit(width)
        process_events()
        is_wide = width > 400
        assert page.export_button.isVisible()
        assert [one.isVisible() for one in others] == [is_wide, is_wide]
        assert page.saving.menu_button.isVisible() is not is_wide
        assert [one.text() for one in menu.actions()] == [one.text() for one in others]
    heights: list[int] = []
    for width in (1366, 683):
        window.resize(width, 768)
        process_events()
        heights.append(page.bar.height())
    # One line of buttons in the narrow window too, below the sentence or beside it.
    assert heights[1] <= heights[0] + page.export_button.height() + page.export_button.height() // 2
    page.saving.fit(400)
    menu.actions()[1].trigger()
    process_events()
    assert editor.current_page() is not page
