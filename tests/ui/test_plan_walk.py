"""From activities to budget to export through the whole program, for both project types."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from erasmus_desk.budget.grant import compute_grant
from erasmus_desk.draft.model import Key
from tests.ui.keyboard import ALT, CTRL, Keyboard, finish_work, process_events
from ui.controllers.application import ApplicationController
from ui.controllers.export import find_export_page
from ui.dialogs import save_path
from ui.main_window.editor import Editor
from ui.main_window.step_list import StepIcon
from ui.pages.activities.list_view import ActivityTable
from ui.pages.activities.page import ActivitiesPage
from ui.pages.activities.travellers_table import TravellersTable
from ui.pages.budget.page import BudgetPage

EXAMPLES = ("innovation-vet", "goede-praktijk-school")
PLAN = "activities"
VENUE = {
    "tpm.start": date(2018, 5, 14),
    "tpm.end": date(2018, 5, 15),
    "tpm.country": "BE",
    "tpm.city": "Gent",
    "tpm.purpose": "To compare what the schools have learnt so far.",
}


def open_in_editor(controller: ApplicationController, example: str) -> Editor:
    controller.open_example(controller.paths.examples / f"{example}.erasmus")
    process_events()
    assert controller.window.editor is not None
    return controller.window.editor


def total_shown(editor: Editor) -> str:
    editor.show_step("form:budget")
    process_events()
    page = editor.current_page()
    assert isinstance(page, BudgetPage)
    return page.head.total_label.text()


def plan_icon(editor: Editor) -> StepIcon:
    return next(row.icon for row in editor.step_list.model.rows if row.id == PLAN)


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.share(2)
def test_a_meeting_is_planned_by_keyboard_budgeted_exported_and_undone(
    controller: ApplicationController,
    keyboard: Keyboard,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    example: str,
) -> None:
    editor = open_in_editor(controller, example)
    session = editor.session
    before, asked = session.draft.answers, compute_grant(session.draft, session.pack).total
    assert total_shown(editor) == f"EUR\u00a0{asked:,.2f}".removesuffix(".00")
    while editor.step != PLAN:
        keyboard.press(Qt.Key.Key_Up, ALT)
    page = editor.current_page()
    assert isinstance(page, ActivitiesPage)
    assert plan_icon(editor) == StepIcon.DONE
    keyboard.tab_into(ActivityTable, "Activities")
    keyboard.press(Qt.Key.Key_Insert)
    keyboard.type("M")
    new = session.draft.items("meetings")[-1]
    keyboard.press(Qt.Key.Key_Backtab)
    keyboard.type("Meeting half-way")
    assert session.draft.text("tpm.title", new) == "Meeting half-way"
    editor.check_runner.run_now()
    assert plan_icon(editor) == StepIcon.STARTED
    for question, value in VENUE.items():
        session.edit(Key(question, new), value)
    host = session.draft.items("organisations")[0]
    session.edit(Key("tpm.host", new), host)
    keyboard.tab_into(QPushButton, "Add all partners")
    keyboard.press(Qt.Key.Key_Space)
    rows = session.draft.items("meeting_travel", new)
    assert [session.value(Key("trv.persons", row)) for row in rows] == [2] * len(rows)
    assert isinstance(keyboard.focus, TravellersTable)
    editor.check_runner.run_now()
    more = compute_grant(session.draft, session.pack)
    assert more.total > asked
    assert not more.missing
    assert total_shown(editor) == f"EUR\u00a0{more.total:,.2f}".removesuffix(".00")
    made = home / "plan.docx"

    def answer(*_: object) -> str:
        return str(made)

    monkeypatch.setattr(save_path, "ask_save_path", answer)
    editor.show_export()
    export_page = find_export_page(editor)
    assert export_page is not None
    export_page.export_button.click()
    finish_work(export_page)
    assert made.exists()
    while session.undo_stack.canUndo():
        keyboard.press(Qt.Key.Key_Z, CTRL)
    assert session.draft.answers == before
    assert compute_grant(session.draft, session.pack).total == asked > Decimal(0)
