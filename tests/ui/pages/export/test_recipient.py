"""The recipient of a Word file, chosen on the export page and recorded in the draft."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Key
from tests.ui.conftest import copy_example
from tests.ui.editors import EXAMPLES, apply_test_theme, open_session
from tests.ui.keyboard import finish_work, process_events
from ui.controllers.application import ApplicationController
from ui.controllers.export import find_export_page
from ui.dialogs import save_path
from ui.main_window.draft_cards import DraftCard
from ui.pages.export.page import ExportPage
from ui.pages.export.recipient import ALL_PARTNERS, PARTNER_PROFILE, RecipientBox
from ui.session.session import Session


@pytest.fixture
def session() -> Session:
    return open_session(EXAMPLES[1])


@pytest.fixture
def box(qapp: QApplication, qtbot: QtBot, session: Session) -> RecipientBox:
    box = RecipientBox(session, apply_test_theme(qapp))
    qtbot.addWidget(box)
    box.refresh()
    return box


@pytest.fixture
def first_draft(home: Path) -> Path:
    return copy_example(EXAMPLES[1], home)


def export_page(controller: ApplicationController) -> ExportPage:
    assert controller.window.editor is not None
    controller.window.editor.show_export()
    page = find_export_page(controller.window.editor)
    assert page is not None
    return page


def test_every_partner_is_offered_and_the_applicant_last(
    box: RecipientBox, session: Session
) -> None:
    organisations = session.draft.items(session.pack.role("organisations"))

    combo = box.partner_field.combo
    offered = [combo.itemData(place) for place in range(1, combo.count())]

    assert offered == [ALL_PARTNERS, *organisations[1:], organisations[0]]


def test_only_a_file_for_partners_asks_for_partner_and_reply_date(box: RecipientBox) -> None:
    box.show_profile("clean")
    assert box.name_field.isVisibleTo(box)
    assert not box.partner_field.isVisibleTo(box)

    box.show_profile(PARTNER_PROFILE)
    assert box.partner_field.isVisibleTo(box)
    assert box.reply_field.isVisibleTo(box)
    assert not box.name_field.isVisibleTo(box)


def test_an_invalid_or_past_reply_date_is_reported(box: RecipientBox) -> None:
    box.reply_field.edited.emit("soon")
    assert box.find_error(PARTNER_PROFILE) == "Enter a real date, for example 31-01-2027."
    assert box.find_error("clean") == ""

    box.reply_field.edited.emit(date(2017, 1, 5))
    assert box.find_error(PARTNER_PROFILE) == "The reply date is in the past. Enter a later date."

    box.reply_field.edited.emit(date(2099, 1, 5))
    assert box.find_error(PARTNER_PROFILE) == ""
    assert box.build_recipient(PARTNER_PROFILE).reply_by == date(2099, 1, 5)


def test_each_partner_gets_a_file_and_a_copy_is_recorded_as_outstanding(
    controller: ApplicationController, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose_path(*_: object) -> str:
        return str(tmp_path)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose_path)
    page = export_page(controller)
    page.profile_field.edited.emit(PARTNER_PROFILE)
    page.recipient_box.reply_field.edited.emit(date(2099, 1, 5))
    page.export_button.click()
    finish_work(page)
    process_events()

    assert controller.window.editor is not None
    draft = controller.window.editor.session.draft
    copies = review_state.list_outstanding_copies(draft)
    assert len(list(tmp_path.glob("*.docx"))) == len(copies) == 6
    assert {one.reply_by for one in copies} == {date(2099, 1, 5)}
    assert {one.partner for one in copies} == set(draft.items("organisations")[1:])
    page.export_button.click()
    finish_work(page)
    assert review_state.list_outstanding_copies(controller.window.editor.session.draft) == copies
    controller.window.editor.session.undo_stack.undo()
    assert review_state.list_outstanding_copies(controller.window.editor.session.draft) == ()
    controller.window.editor.session.undo_stack.redo()
    controller.show_home()
    process_events()
    shown = "\n".join(card.toolTip() for card in controller.window.findChildren(DraftCard))
    assert f"sent to {copies[0].recipient}" in shown
    assert "waiting for reply" in shown
    assert "reply by 5\u00a0January 2099" in shown


def test_the_file_name_ends_in_the_name_of_the_partner(
    controller: ApplicationController, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def choose_path(_parent: object, _title: object, path: str, _kinds: object) -> str:
        proposed.append(path)
        return str(tmp_path / "partner.docx")

    monkeypatch.setattr(save_path, "ask_save_path", choose_path)
    page = export_page(controller)
    assert controller.window.editor is not None
    session = controller.window.editor.session
    partner = session.draft.items("organisations")[1]
    page.profile_field.edited.emit(PARTNER_PROFILE)
    page.recipient_box.partner_field.edited.emit(partner)
    page.export_button.click()
    finish_work(page)
    process_events()

    name = session.draft.get(Key("org.name_lat", partner))
    assert str(name) in Path(proposed[0]).stem
    assert (tmp_path / "partner.docx").exists()
    assert [one.partner for one in review_state.list_outstanding_copies(session.draft)] == [partner]
