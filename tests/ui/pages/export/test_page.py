"""The Word page also hands over the budget, as a workbook with formulas."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.ui.hands import settle
from ui.controllers.application import Office
from ui.pages.base import Page
from ui.pages.export import page as word

EXAMPLE = "innovation-vet.erasmus"


def test_the_budget_sheet_is_made_with_formulas_and_offered_to_be_opened(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / "budget.xlsx"

    def answer(_parent: Page, _title: str, proposed: str, _kinds: str) -> str:
        assert proposed.endswith(".xlsx")
        return str(made)

    monkeypatch.setattr(word, "ask_target", answer)
    office.open_example(office.places.examples / EXAMPLE)
    desk = office.window.desk
    assert desk is not None
    desk.show_word()
    page = desk.word_page()
    assert page is not None
    page.sheet_button.click()
    settle()
    with zipfile.ZipFile(made) as sheet:
        sheets = [one for one in sheet.namelist() if one.startswith("xl/worksheets/")]
        assert any(b"<f>" in sheet.read(one) for one in sheets)
    assert str(made) in page.made_box.result_label.text()
    assert page.made_box.open_button.isVisible()
