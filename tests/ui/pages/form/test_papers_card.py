"""The dates of the papers that organisations sign: typed on the page of the annexes, counted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.papers import PaperStep, find_paper_key
from erasmus_desk.storage.settings import Settings
from tests.ui.access_walk import find_cut_off, find_unnamed
from tests.ui.editors import editor_of
from tests.ui.keyboard import finish_work, process_events
from tests.ui.shared_program import ENGLISH, SharedProgram
from ui.fields.line_fields import DateField
from ui.main_window.page_factory import COPY_DESK, section_step
from ui.pages.copy_desk.page import CopyDeskPage
from ui.pages.form.section_page import QuestionsPage
from ui.pages.papers_card import PapersCard

ROOT = Path(__file__).parents[4]
CHAIR = "the-empty-chair.erasmus"
STEP = section_step("annexes")


def show_page(
    program: SharedProgram, example: str = CHAIR, width: int = 1366, chosen: Settings = ENGLISH
) -> PapersCard:
    path = ROOT / "resources" / "examples" / example
    controller = program.open(path, STEP, size=(width, 768), chosen=chosen)
    page = editor_of(controller).current_page()
    assert isinstance(page, QuestionsPage)
    assert page.papers is not None
    return page.papers


def type_date(card: PapersCard, paper: str, organisation: str, step: PaperStep, text: str) -> None:
    field = card.cell(find_paper_key(paper, organisation, step))
    assert isinstance(field, DateField)
    field.focus_first()
    field.line.selectAll()
    QTest.keyClicks(field.line, text)
    QTest.keyClick(field.line, Qt.Key.Key_Tab)
    process_events()


def test_dates_are_typed_counted_undone_and_shown_in_the_last_hours(
    shared_program: SharedProgram,
) -> None:
    card = show_page(shared_program)
    editor = shared_program.editor
    session = editor.session
    _, first, second, *others = session.draft.items("organisations")
    label = card.count_labels["accession"]
    assert label.text().startswith("0 of 5 received. Missing: Brückenraum")
    type_date(card, "accession", first, PaperStep.RECEIVED, "10-02-2026")
    type_date(card, "accession", second, PaperStep.SENT, "9-2-2026")
    key = find_paper_key("accession", second, PaperStep.SENT)
    assert session.value(key) == date(2026, 2, 9)
    assert label.text().startswith("1 of 5 received. Missing: Corrib Shore")
    assert "Corrib Shore Community School (sent);" in label.text()
    editor.show_step(COPY_DESK)
    process_events()
    desk = editor.current_page()
    assert isinstance(desk, CopyDeskPage)
    said = desk.last_hours.papers_label.text().splitlines()
    assert said[0].startswith("Declaration on honour: 0 of 1 received.")
    assert said[1] == f"Accession form: {label.text()}"
    desk.last_hours.papers_button.click()
    finish_work(desk)
    process_events()
    assert editor.step == STEP
    editor.show_step("overview")
    session.undo_stack.undo()
    process_events()
    assert editor.step == STEP, "undo shows what it changed"
    while session.value(key) is not None:
        session.undo_stack.undo()
    assert label.text().startswith("1 of 5 received.")
    assert len(others) == 3


def test_a_paper_of_a_partner_that_is_new_or_renamed_is_there(
    shared_program: SharedProgram,
) -> None:
    card = show_page(shared_program, "schaduwkaart.erasmus")
    editor = shared_program.editor
    session = editor.session
    _, partner, *_ = session.draft.items("organisations")
    name = session.form.lists["organisations"].name
    session.edit(Key(name, partner), "Scuola Nuova")
    process_events()
    assert "Scuola Nuova" in card.count_labels["accession"].text()


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(("width", "scale"), [(683, 100), (683, 200), (1366, 200), (1920, 100)])
@pytest.mark.share
def test_nothing_is_cut_and_every_field_has_a_name(
    shared_program: SharedProgram, language: str, width: int, scale: int
) -> None:
    chosen = Settings(language=language, text_scale=scale)
    card = show_page(shared_program, width=width, chosen=chosen)
    process_events()
    assert find_cut_off(card) == []
    assert find_unnamed(card) == []
    names = [field.line.accessibleName() for field in card.findChildren(DateField)]
    assert len(names) == len(set(names)) == 18


@pytest.mark.parametrize("example", ["goede-praktijk-school.erasmus", CHAIR])
def test_the_papers_are_those_of_the_call(shared_program: SharedProgram, example: str) -> None:
    card = show_page(shared_program, example)
    partners = "mandate" if "school" in example else "accession"
    assert list(card.count_labels) == ["declaration", partners]
