"""The export page shows which page requirements of the call a template breaks."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import docx
import pytest
from docx.shared import Mm
from PySide6.QtWidgets import QLabel

from erasmus_desk.draft import file_format
from erasmus_desk.storage.settings import Settings
from tests.core.export.gardens import make_garden
from tests.ui.conftest import StartProgram
from tests.ui.keyboard import finish_work, process_events
from ui.controllers.export import find_export_page
from ui.dialogs import save_path

PACK = Path(__file__).parents[2] / "packs" / "valid" / "lump-sums"


def template(margin: int) -> bytes:
    """A template with a margin of so many millimetres."""
    made = docx.Document()
    section = made.sections[0]
    for name in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, name, Mm(margin))
    section.page_width, section.page_height = Mm(210), Mm(297)
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


@pytest.mark.parametrize(("margin", "is_reported"), [(20, False), (8, True)])
def test_the_word_page_tells_what_a_template_breaks_and_the_file_is_made(
    start_program: StartProgram,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    margin: int,
    *,
    is_reported: bool,
) -> None:
    shutil.copytree(PACK, home / "local" / "calls" / "lump-sums")
    draft, house, target = (home / name for name in ("g.erasmus", "house.docx", "made.docx"))
    draft.write_bytes(file_format.encode(make_garden()))
    house.write_bytes(template(margin))
    controller = start_program(Settings(language="en"))
    controller.window.open_draft(draft)
    editor = controller.window.editor
    assert editor is not None
    editor.show_export()
    page = find_export_page(editor)
    assert page is not None

    def ask(*_: object) -> str:
        return str(target)

    monkeypatch.setattr(save_path, "ask_save_path", ask)
    page.template_field.edited.emit(str(house))
    page.export_button.click()
    finish_work(page)
    process_events()
    assert target.exists()
    text = " ".join(label.text() for label in page.findChildren(QLabel))
    assert (
        "margins of at least 15\N{NO-BREAK SPACE}mm. One margin is 8\N{NO-BREAK SPACE}mm." in text
    ) == is_reported


def test_a_file_that_somebody_changed_is_kept_and_the_export_gets_another_name(
    start_program: StartProgram, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    controller = start_program(Settings(language="en"))
    controller.open_example(controller.paths.examples / "innovation-vet.erasmus")
    process_events()
    target, beside = home / "made.docx", home / "made (2).docx"

    def ask(*_: object) -> str:
        return str(target)

    monkeypatch.setattr(save_path, "ask_save_path", ask)
    editor = controller.window.editor
    assert editor is not None
    editor.show_export()
    page = find_export_page(editor)
    assert page is not None
    for _ in range(2):
        page.export_button.click()
        finish_work(page)
        process_events()
    assert not beside.exists()
    target.write_bytes(b"what a colleague wrote")
    page.export_button.click()
    finish_work(page)
    process_events()
    assert target.read_bytes() == b"what a colleague wrote"
    assert beside.exists()
    text = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "Saved as" in text
    assert "made.docx was changed after it was exported" in text
