"""For whom a Word file is made, asked on the Word page and noted with the draft."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Key
from erasmus_desk.storage.settings import Settings
from tests.ui.conftest import MakeOffice
from tests.ui.editors import EXAMPLES, dressed, session_of
from tests.ui.hands import settle
from ui.controllers.application import Office
from ui.pages.export import page as word
from ui.pages.export.page import WordPage
from ui.pages.export.recipient import ALL, PARTNERS, RecipientBox
from ui.session.session import Session


@pytest.fixture
def session() -> Session:
    return session_of(EXAMPLES[1])


@pytest.fixture
def box(qapp: QApplication, qtbot: QtBot, session: Session) -> RecipientBox:
    box = RecipientBox(session, dressed(qapp))
    qtbot.addWidget(box)
    box.refresh()
    return box


@pytest.fixture
def office(make_office: MakeOffice) -> Office:
    office = make_office(Settings(language="en"))
    office.open_example(EXAMPLES[1])
    settle()
    return office


def word_page(office: Office) -> WordPage:
    assert office.window.desk is not None
    office.window.desk.show_word()
    page = office.window.desk.word_page()
    assert page is not None
    return page


def test_every_partner_is_offered_and_the_applicant_last(
    box: RecipientBox, session: Session
) -> None:
    parties = session.draft.items(session.pack.role("organisations"))

    combo = box.partner_field.combo
    offered = [combo.itemData(place) for place in range(1, combo.count())]

    assert offered == [ALL, *parties[1:], parties[0]]


def test_only_a_file_for_partners_asks_for_partner_and_day(box: RecipientBox) -> None:
    box.show_profile("clean")
    assert box.name_field.isVisibleTo(box)
    assert not box.partner_field.isVisibleTo(box)

    box.show_profile(PARTNERS)
    assert box.partner_field.isVisibleTo(box)
    assert box.reply_field.isVisibleTo(box)
    assert not box.name_field.isVisibleTo(box)


def test_a_day_that_is_none_is_noticed(box: RecipientBox) -> None:
    box.reply_field.edited.emit("soon")
    assert box.obstacle(PARTNERS) == "The day to answer by is no day."
    assert box.obstacle("clean") == ""

    box.reply_field.edited.emit(date(2017, 1, 5))
    assert box.obstacle(PARTNERS) == "The day to answer by has passed."

    box.reply_field.edited.emit(date(2099, 1, 5))
    assert box.obstacle(PARTNERS) == ""
    assert box.recipient(PARTNERS).reply_by == date(2099, 1, 5)


def test_each_partner_gets_a_file_and_counts_as_away(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(*_: object) -> str:
        return str(tmp_path)

    monkeypatch.setattr(word, "ask_folder", answer)
    page = word_page(office)
    page.profile_field.edited.emit(PARTNERS)
    page.recipient_box.reply_field.edited.emit(date(2099, 1, 5))
    page.export_button.click()
    settle()

    assert office.window.desk is not None
    draft = office.window.desk.session.draft
    away = review_state.away(draft)
    assert len(list(tmp_path.glob("*.docx"))) == len(away) == 6
    assert {one.reply_by for one in away} == {date(2099, 1, 5)}
    assert {one.partner for one in away} == set(draft.items("organisations")[1:])
    page.export_button.click()
    assert review_state.away(office.window.desk.session.draft) == away
    office.window.desk.session.undo_stack.undo()
    assert review_state.away(office.window.desk.session.draft) == ()
    office.window.desk.session.undo_stack.redo()
    office.show_home()
    settle()
    shown = "\n".join(label.text() for label in office.window.findChildren(QLabel))
    assert f"away with {away[0].to}" in shown
    assert "answer by 5 January 2099" in shown


def test_the_name_of_the_file_ends_in_that_of_the_partner(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def answer(_parent: object, _title: object, path: str, _kinds: object) -> str:
        proposed.append(path)
        return str(tmp_path / "partner.docx")

    monkeypatch.setattr(word, "ask_target", answer)
    page = word_page(office)
    assert office.window.desk is not None
    session = office.window.desk.session
    partner = session.draft.items("organisations")[1]
    page.profile_field.edited.emit(PARTNERS)
    page.recipient_box.partner_field.edited.emit(partner)
    page.export_button.click()
    settle()

    name = session.draft.get(Key("org.name_lat", partner))
    assert str(name) in Path(proposed[0]).stem
    assert (tmp_path / "partner.docx").exists()
    assert [one.partner for one in review_state.away(session.draft)] == [partner]
