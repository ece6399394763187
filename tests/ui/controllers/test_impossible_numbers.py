"""In the window a number that no project has is shown, told at its field, and not exported."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.keyboard import finish_work, process_events
from ui.controllers.application import ApplicationController
from ui.controllers.export import find_export_page
from ui.dialogs import save_path
from ui.fields.line_fields import MoneyField
from ui.pages.base import Page

CASE = Path(__file__).parents[2] / "samples" / "money" / "C-export-crash-1e40.erasmus"


def test_a_file_with_it_opens_and_its_export_is_refused_in_a_sentence(
    controller: ApplicationController,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    draft, target = tmp_path / "case.erasmus", tmp_path / "case.docx"
    shutil.copy(CASE, draft)

    def answer(_parent: Page, _title: str, _proposed: str, _kinds: str) -> str:
        return str(target)

    monkeypatch.setattr(save_path, "ask_save_path", answer)
    controller.window.open_draft(draft)
    editor = controller.window.editor
    assert editor is not None
    key = next(key for key in editor.session.draft.answers if key.question == "spc.amount")
    editor.show_key(key)
    process_events()
    shown = [field.line.text() for field in editor.findChildren(MoneyField)]
    assert any(text.startswith("10,000,") for text in shown)

    def wait_for_remark(words: str) -> None:
        """Wait until a finding is told below the field, and see that all of it is shown."""

        def find_labels() -> list[QLabel]:
            return [one for one in editor.findChildren(QLabel) if words in one.text()]

        qtbot.waitUntil(lambda: bool(find_labels()))
        for _ in range(5):  # a new text is laid out in several rounds of events
            process_events()
        assert all(one.height() >= one.heightForWidth(one.width()) for one in find_labels())

    wait_for_remark("is 1E+40")
    field = next(one for one in editor.findChildren(MoneyField) if one.objectName() == str(key))
    field.focus_first()
    field.line.selectAll()
    QTest.keyClicks(field.line, "0,500")
    wait_for_remark("“0,500” can")
    field.line.selectAll()
    QTest.keyClicks(field.line, "9" * 40)

    editor.show_export()
    page = find_export_page(editor)
    assert page is not None
    page.workbook_button.click()
    finish_work(page)
    process_events()
    assert "No project has such a number." in page.result_box.result_label.text()
    assert not target.exists()
