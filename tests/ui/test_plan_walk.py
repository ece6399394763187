"""From a plan to its money to the files handed over, through the whole program, in both kinds."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from erasmus_desk.budget.grant import grant
from erasmus_desk.draft.model import Key
from tests.ui.hands import ALT, CTRL, Hands, settle
from ui.controllers.application import Office
from ui.main_window.editor import Desk
from ui.main_window.step_list import Mark
from ui.pages.activities.page import ActivitiesPage
from ui.pages.budget.page import BudgetPage
from ui.pages.export import page as word

EXAMPLES = ("innovation-vet", "goede-praktijk-school")
PLAN = "activities"
VENUE = {
    "tpm.start": date(2018, 5, 14),
    "tpm.end": date(2018, 5, 15),
    "tpm.country": "BE",
    "tpm.city": "Gent",
    "tpm.purpose": "To compare what the schools have learnt so far.",
}


def desk_with(office: Office, example: str) -> Desk:
    office.open_example(office.places.examples / f"{example}.erasmus")
    settle()
    assert office.window.desk is not None
    return office.window.desk


def total_shown(desk: Desk) -> str:
    desk.show_step("form:budget")
    settle()
    page = desk.page_widget()
    assert isinstance(page, BudgetPage)
    return page.tiles[0].figure_label.text()


def mark_of_plan(desk: Desk) -> Mark:
    return next(row.mark for row in desk.navigator.model.rows if row.id == PLAN)


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_meeting_is_planned_by_keyboard_paid_for_handed_over_and_taken_back(
    office: Office, hands: Hands, home: Path, monkeypatch: pytest.MonkeyPatch, example: str
) -> None:
    desk = desk_with(office, example)
    session = desk.session
    before, asked = session.draft.answers, grant(session.draft, session.pack).total
    assert total_shown(desk) == f"€{asked:,.2f}"
    while desk.step != PLAN:
        hands.press(Qt.Key.Key_Up, ALT)
    page = desk.page_widget()
    assert isinstance(page, ActivitiesPage)
    assert mark_of_plan(desk) == Mark.DONE
    first = session.draft.items("meetings")[0]
    assert page.show_key(Key("tpm.title", first))
    settle()
    hands.tab_into(QPushButton, "Add a meeting")
    hands.press(Qt.Key.Key_Space)
    hands.type("Meeting half-way")
    new = session.draft.items("meetings")[-1]
    assert session.draft.text("tpm.title", new) == "Meeting half-way"
    desk.watch.renew()
    assert mark_of_plan(desk) == Mark.GOING
    for question, value in VENUE.items():
        session.edit(Key(question, new), value)
    host = session.draft.items("organisations")[0]
    session.edit(Key("tpm.host", new), host)
    hands.tab_into(QPushButton, "One row for each")
    hands.press(Qt.Key.Key_Space)
    for row in session.draft.items("meeting_travel", new):
        session.edit(Key("trv.persons", row), 1)
    desk.watch.renew()
    more = grant(session.draft, session.pack)
    assert more.total > asked
    assert not more.gaps
    assert total_shown(desk) == f"€{more.total:,.2f}"
    made = home / "plan.docx"

    def answer(*_: object) -> str:
        return str(made)

    monkeypatch.setattr(word, "ask_target", answer)
    desk.show_word()
    hand_over = desk.word_page()
    assert hand_over is not None
    hand_over.export_button.click()
    assert made.exists()
    while session.undo_stack.canUndo():
        hands.press(Qt.Key.Key_Z, CTRL)
    assert session.draft.answers == before
    assert grant(session.draft, session.pack).total == asked > Decimal(0)
