"""What a template breaks of the demands of its call stands on the page that made the file."""

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
from tests.core.export.gardens import garden
from tests.ui.conftest import MakeOffice
from tests.ui.hands import settle
from ui.pages.export import page as word

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


@pytest.mark.parametrize(("margin", "is_told"), [(20, False), (8, True)])
def test_the_word_page_tells_what_a_template_breaks_and_the_file_is_made(
    make_office: MakeOffice,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    margin: int,
    *,
    is_told: bool,
) -> None:
    shutil.copytree(PACK, home / "local" / "calls" / "lump-sums")
    draft, house, target = (home / name for name in ("g.erasmus", "house.docx", "made.docx"))
    draft.write_bytes(file_format.encode(garden()))
    house.write_bytes(template(margin))
    office = make_office(Settings(language="en"))
    office.window.open_draft(draft)
    desk = office.window.desk
    assert desk is not None
    desk.show_word()
    page = desk.word_page()
    assert page is not None

    def ask(*_: object) -> str:
        return str(target)

    monkeypatch.setattr(word, "ask_target", ask)
    page.template_field.edited.emit(str(house))
    page.export_button.click()
    settle()
    assert target.exists()
    told = " ".join(label.text() for label in page.findChildren(QLabel))
    assert ("margins of at least 15 mm; here one is 8 mm." in told) == is_told
