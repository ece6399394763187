"""In the window a number that no project has is shown, told at its field, and not exported."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.ui.keyboard import process_events
from ui.controllers.application import ApplicationController
from ui.fields.line_fields import MoneyField
from ui.pages.base import Page
from ui.pages.export import page as export_module

CASE = Path(__file__).parents[2] / "samples" / "money" / "C-export-crash-1e40.erasmus"


def test_a_file_with_it_opens_and_its_export_is_refused_in_a_sentence(
    controller: ApplicationController, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft, target = tmp_path / "case.erasmus", tmp_path / "case.docx"
    shutil.copy(CASE, draft)

    def answer(_parent: Page, _title: str, _proposed: str, _kinds: str) -> str:
        return str(target)

    monkeypatch.setattr(export_module, "ask_save_path", answer)
    controller.window.open_draft(draft)
    editor = controller.window.editor
    assert editor is not None
    key = next(key for key in editor.session.draft.answers if key.question == "spc.amount")
    editor.show_key(key)
    process_events()
    shown = [field.line.text() for field in editor.findChildren(MoneyField)]
    assert any(text.startswith("10,000,") for text in shown)

    editor.show_export()
    page = editor.export_page()
    assert page is not None
    page.workbook_button.click()
    process_events()
    assert "No project has such a number." in page.result_box.result_label.text()
    assert not target.exists()
