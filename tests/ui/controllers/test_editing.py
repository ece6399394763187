"""What is removed can come back at once, from the line that says so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from erasmus_desk.draft.model import Key
from tests.ui.editors import EXAMPLES
from tests.ui.keyboard import process_events
from tests.ui.shared_program import SharedProgram
from ui.controllers.application import ApplicationController
from ui.session.session import Session


@pytest.fixture
def controller(shared_program: SharedProgram) -> ApplicationController:
    return shared_program.open(EXAMPLES[0])


@pytest.fixture
def session(controller: ApplicationController) -> Session:
    process_events()
    assert controller.window.opened is not None
    return controller.window.opened.session


def undo_button(controller: ApplicationController) -> QPushButton | None:
    bar = controller.window.notifications
    buttons = [one for one in bar.findChildren(QPushButton) if one.isVisibleTo(bar)]
    return next((one for one in buttons if one.text() == "Undo"), None)


def test_a_removed_partner_comes_back_with_one_click(
    controller: ApplicationController, session: Session
) -> None:
    before = session.draft
    partner = before.items("organisations")[1]
    session.remove_item("organisations", partner)
    process_events()
    name = before.text(session.pack.role("organisation_name"), partner)
    assert controller.window.notifications.text_label.text() == f"You removed {name}."
    button = undo_button(controller)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert session.draft.answers == before.answers
    process_events()
    assert controller.window.notifications.isHidden()


def test_the_next_change_withdraws_the_offer(
    controller: ApplicationController, session: Session
) -> None:
    session.remove_item("organisations", session.draft.items("organisations")[1])
    session.edit(Key("prj.title"), "Another title")
    assert controller.window.notifications.isHidden()


def test_the_offer_does_not_cover_a_graver_notice(
    controller: ApplicationController, session: Session
) -> None:
    controller.window.notify("conflict", "Someone else changed this file.")
    session.remove_item("organisations", session.draft.items("organisations")[1])
    assert controller.window.notifications.topic == "conflict"
