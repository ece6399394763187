"""The pages of the file stand beside the choices that it is made by."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from erasmus_desk.draft.model import Key
from erasmus_desk.storage.settings import Settings
from tests.ui.editors import editor_of
from tests.ui.keyboard import finish_work, process_events
from tests.ui.room import find_without_room
from tests.ui.shared_program import SharedProgram
from tests.ui.short_draft import write_short_draft
from ui.controllers.export import find_export_page
from ui.main_window.editor import Editor
from ui.main_window.page_factory import EXPORT
from ui.pages.export.page import ExportPage
from ui.pages.export.pages_pane import PagesPane

LAPTOP, HALF, HEIGHT = 1366, 683, 768
PATIENCE = 60_000
"""Milliseconds: the pages are laid out between events, also beside other work."""


@pytest.fixture
def draft(shared_program: SharedProgram) -> Path:
    path = shared_program.folder / "short.erasmus"
    return path if path.exists() else write_short_draft(path)


@pytest.fixture
def editor(shared_program: SharedProgram, draft: Path) -> Editor:
    return editor_of(shared_program.open(draft, EXPORT, size=(LAPTOP, HEIGHT)))


@pytest.fixture
def page(editor: Editor) -> ExportPage:
    page = find_export_page(editor)
    assert page is not None
    return page


def pane_of(page: ExportPage) -> PagesPane:
    (pane,) = page.findChildren(PagesPane)
    return pane


def lay_out(pane: PagesPane) -> None:
    """Have the pages that are wanted laid out to the end."""
    pane.request()
    finish_work(pane)
    pane.work.complete()


def choose(page: ExportPage, choice: str) -> None:
    page.profile_field.edited.emit(choice)
    process_events()


def test_the_pages_follow_the_choices_and_go_where_there_are_none(
    editor: Editor, page: ExportPage
) -> None:
    pane = pane_of(page)
    lay_out(pane)
    clean = pane.view.document
    assert clean is not None
    assert pane.page_label.text() == f"Page 1 of {len(clean.pages)}"
    assert find_without_room(page) == []
    choose(page, "questions")
    lay_out(pane)
    assert pane.view.document is not None
    assert len(pane.view.document.pages) > len(clean.pages)
    choose(page, "partners")
    lay_out(pane)
    assert len(pane.view.document.pages) < len(clean.pages)
    choose(page, "papers")
    assert not pane.isVisible()
    choose(page, "clean")
    assert pane.isVisible()
    editor.window().resize(HALF, HEIGHT)
    process_events()
    assert not pane.isVisible()
    assert page.viewport().width() > page.width() - 40


def test_an_answer_on_the_pages_leads_to_its_field(
    editor: Editor, page: ExportPage, qtbot: QtBot
) -> None:
    pane = pane_of(page)
    lay_out(pane)
    assert pane.view.answer_name("des.rationale")
    pane.view.chosen.emit("des.rationale")
    process_events()
    shown = editor.current_page()
    assert shown is not None
    assert shown is not page
    editor.session.edit(Key("prj.title"), "Another title")
    editor.show_export()
    before = pane.view.document
    # Nobody asks: the pages follow the draft by themselves.
    qtbot.waitUntil(lambda: pane.view.document is not before, timeout=PATIENCE)


def test_no_word_beside_the_pages_is_cut(shared_program: SharedProgram, draft: Path) -> None:
    # The hint is longest in Dutch.
    controller = shared_program.open(draft, EXPORT, chosen=Settings(language="nl"))
    page = find_export_page(editor_of(controller))
    assert page is not None
    assert pane_of(page).isVisible()
    assert find_without_room(page) == []
