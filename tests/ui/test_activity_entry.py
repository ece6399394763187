"""A meeting of four partners is planned by few clicks or keys, in the real window."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from erasmus_desk.budget.grant import compute_grant
from erasmus_desk.draft.model import Key
from erasmus_desk.storage.settings import Settings
from tests.ui.conftest import StartProgram, copy_example
from tests.ui.editors import RESOURCES, editor_of
from tests.ui.keyboard import CTRL, Keyboard, process_events
from tests.ui.mouse import Mouse, is_seen
from tests.ui.test_plan_walk import PLAN, open_in_editor
from ui.controllers.application import ApplicationController
from ui.fields.choice_fields import ChoiceField
from ui.main_window.editor import Editor
from ui.pages.activities.list_view import ActivityTable
from ui.pages.activities.page import ActivitiesPage
from ui.pages.activities.travellers_box import TravellersBox
from ui.pages.activities.travellers_table import TravellersTable
from ui.widgets.selectors import ComboBox

EXAMPLE = "goede-praktijk-school"
HOST = 1
"""The organisation that is chosen as host, by its place in the list."""


@pytest.fixture
def first_draft(home: Path) -> Path:
    return copy_example(RESOURCES / "examples" / f"{EXAMPLE}.erasmus", home)


def page_of(editor: Editor) -> ActivitiesPage:
    page = editor.current_page()
    assert isinstance(page, ActivitiesPage)
    return page


def grid_of(page: ActivitiesPage) -> TravellersBox:
    assert page.editor is not None
    (box,) = page.editor.form.widgets.grids.values()
    return box


def open_plan(controller: ApplicationController) -> tuple[Editor, ActivitiesPage]:
    editor = editor_of(controller)
    editor.show_step(PLAN)
    process_events()
    return editor, page_of(editor)


@pytest.mark.parametrize(("language", "title"), [("en", "Meeting in"), ("nl", "Bijeenkomst in")])
def test_a_meeting_of_four_partners_takes_six_clicks(
    start_program: StartProgram, first_draft: Path, language: str, title: str
) -> None:
    editor, page = open_plan(start_program(Settings(language=language), first_draft))
    session, mouse = editor.session, Mouse()
    schools = session.draft.items("organisations")
    assert len(schools) == 4
    mouse.click(page.list_view.add_button)
    menu = page.list_view.menu
    mouse.click(next(row for row in menu.rows if row.letter == "M"))
    assert page.editor is not None
    field = page.editor.form.widgets.boxes["tpm.host"].field
    assert isinstance(field, ChoiceField)
    mouse.choose(field.combo, HOST + 1)
    mouse.click(grid_of(page).fill_button)
    assert isinstance(QApplication.focusWidget(), TravellersTable)
    mouse.click(page.editor.head.back_button)
    assert mouse.clicks == 6

    meeting = session.draft.items("meetings")[-1]
    city = session.draft.text("org.city", schools[HOST])
    assert session.draft.text("tpm.title", meeting).endswith(f" in {city}")
    assert session.draft.text("tpm.title", meeting).startswith(title)
    assert session.draft.text("tpm.city", meeting) == city
    country = session.draft.text("org.country", schools[HOST])
    assert session.draft.text("tpm.country", meeting) == country
    rows = session.draft.items("meeting_travel", meeting)
    others = [one for one in schools if one != schools[HOST]]
    assert [session.value(Key("trv.organisation", row)) for row in rows] == others
    assert [session.value(Key("trv.persons", row)) for row in rows] == [2, 2, 2]
    grant = compute_grant(session.draft, session.pack)
    assert grant.by_activity[Key("meetings", meeting)] > Decimal(0)
    assert page.list_view.table.hasFocus()


def test_a_whole_meeting_is_planned_by_keyboard_alone(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    editor, page = open_plan(controller)
    session = editor.session
    keyboard.tab_into(ActivityTable, "Activities")
    keyboard.press(Qt.Key.Key_Insert)
    keyboard.type("m")
    meeting = session.draft.items("meetings")[-1]
    combo = keyboard.focus
    assert isinstance(combo, ComboBox)
    keyboard.press(Qt.Key.Key_Down, times=HOST + 1)
    host = session.draft.items("organisations")[HOST]
    assert session.value(Key("tpm.host", meeting)) == host
    for text in ("14-05-2018", "15-05-2018"):
        keyboard.press(Qt.Key.Key_Tab)
        while not isinstance(keyboard.focus, QLineEdit):
            keyboard.press(Qt.Key.Key_Tab)
        keyboard.type(text)
    assert session.value(Key("tpm.start", meeting)) == date(2018, 5, 14)
    assert session.value(Key("tpm.end", meeting)) == date(2018, 5, 15)
    keyboard.tab_into(QPushButton, "Add all partners")
    keyboard.press(Qt.Key.Key_Space)
    grid = keyboard.focus
    assert isinstance(grid, TravellersTable)
    # Down the column: 3, as it is, 4.
    keyboard.type("3")
    keyboard.press(Qt.Key.Key_Return, times=2)
    keyboard.type("4")
    keyboard.press(Qt.Key.Key_Return)
    rows = session.draft.items("meeting_travel", meeting)
    assert [session.value(Key("trv.persons", row)) for row in rows] == [3, 2, 4]
    keyboard.press(Qt.Key.Key_Escape)
    assert page.editor is None
    assert isinstance(keyboard.focus, ActivityTable)
    row = page.list_view.table.current_row()
    assert row is not None
    assert row.record.item == meeting
    assert "9" in page.list_view.model.format_cell(row, 4)


def test_the_title_proposes_itself_until_it_is_changed(
    controller: ApplicationController,
) -> None:
    editor, page = open_plan(controller)
    session = editor.session
    mouse = Mouse()
    mouse.click(page.list_view.add_button)
    mouse.click(next(row for row in page.list_view.menu.rows if row.letter == "M"))
    assert page.editor is not None
    meeting, form = page.editor.item, page.editor.form
    field = form.widgets.boxes["tpm.host"].field
    assert isinstance(field, ChoiceField)
    titles: list[str] = []
    for row in (1, 2):
        mouse.choose(field.combo, row)
        titles.append(session.draft.text("tpm.title", meeting))
    schools = session.draft.items("organisations")
    cities = [session.draft.text("org.city", one) for one in schools[:2]]
    assert [title.partition(" in ")[2] for title in titles] == cities
    # One step each: choosing is undone with all that followed.
    session.undo_stack.undo()
    assert session.draft.text("tpm.title", meeting) == titles[0]
    assert session.draft.text("tpm.city", meeting) == cities[0]
    session.edit(Key("tpm.title", meeting), "Kick-off")
    mouse.choose(field.combo, 3)
    assert session.draft.text("tpm.title", meeting) == "Kick-off"
    assert session.draft.text("tpm.city", meeting) == session.draft.text("org.city", schools[2])


def test_dates_fill_the_days_until_somebody_types_others(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    editor, page = open_plan(controller)
    session = editor.session
    item = session.draft.items("activities")[0]
    for question in ("ltt.start", "ltt.end", "ltt.days"):
        session.edit(Key(question, item), None)
    session.edit(Key("ltt.type", item), None)
    editor.show_key(Key("ltt.start", item))
    process_events()
    keyboard.type("05-02-2018")
    editor.show_key(Key("ltt.end", item))
    keyboard.type("09-02-2018")
    keyboard.press(Qt.Key.Key_Tab)
    assert session.value(Key("ltt.days", item)) == 5
    session.edit(Key("ltt.days", item), 4)
    editor.show_key(Key("ltt.end", item))
    keyboard.press(Qt.Key.Key_A, CTRL)
    keyboard.type("10-02-2018")
    keyboard.press(Qt.Key.Key_Tab)
    assert session.value(Key("ltt.days", item)) == 4
    assert page.editor is not None
    assert "6 days" in page.editor.form.widgets.hint_label.text()


def test_a_pasted_block_is_one_step_and_says_what_had_no_place(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    editor, page = open_plan(controller)
    session = editor.session
    meeting = session.draft.items("meetings")[0]
    before = session.draft
    page.open_activity(Key("meetings", meeting))
    grid = grid_of(page)
    grid.table.focus_first()
    steps = session.undo_stack.count()
    QGuiApplication.clipboard().setText("5\t1\u00a0250\r\n6\t\r\n7\t\r\n8\t\r\n")
    keyboard.press(Qt.Key.Key_V, CTRL)
    rows = session.draft.items("meeting_travel", meeting)
    assert [session.value(Key("trv.persons", row)) for row in rows] == [5, 6, 7]
    assert session.value(Key("trv.km", rows[0])) == 1250
    assert session.undo_stack.count() == steps + 1
    assert grid.refused_label.text() == "1 value had no place here and was left out."
    session.undo_stack.undo()
    assert session.draft.answers == before.answers


def test_the_host_stands_in_the_grid_and_says_why_it_gets_nothing(
    controller: ApplicationController,
) -> None:
    editor, page = open_plan(controller)
    session = editor.session
    meeting = session.draft.items("meetings")[0]
    page.open_activity(Key("meetings", meeting))
    grid = grid_of(page)
    host = session.value(Key("tpm.host", meeting))
    row = next(n for n, one in enumerate(grid.groups.rows) if one.organisation == host)
    said = str(grid.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "Host: no travel grant for its own staff" in said
    assert row not in [place[0] for place in grid.table.cells()]
    # Somebody of the host who does travel, from elsewhere, has a row all the same.
    grid.table.show_cell(row, 0)
    grid.panel.add_button.click()
    assert grid.groups.rows[row].item
    assert row in [place[0] for place in grid.table.cells()]


def test_travellers_without_an_organisation_get_one_by_keyboard(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    editor, page = open_plan(controller)
    session = editor.session
    meeting = session.draft.items("meetings")[0]
    row = session.draft.items("meeting_travel", meeting)[0]
    named, school = Key("trv.organisation", row), session.value(Key("trv.organisation", row))
    session.edit(named, None)
    page.open_activity(Key("meetings", meeting))
    grid = grid_of(page)
    assert grid.find_widget(named) is grid.panel.boxes[named]
    assert grid.groups.rows[grid.table.currentIndex().row()].item == row
    assert grid.panel.add_button.isHidden()
    grid.panel.boxes[named].focus_first()
    assert isinstance(keyboard.focus, ComboBox)
    place = keyboard.focus.findData(school)
    keyboard.press(Qt.Key.Key_Down, times=place)
    assert session.value(named) == school
    assert grid.groups.rows[grid.table.currentIndex().row()].item == row
    grid.table.focus_first()
    grid.refresh(None)
    assert named not in grid.panel.boxes


def test_the_sum_beside_the_grid_follows_every_key(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    editor, page = open_plan(controller)
    session = editor.session
    meeting = session.draft.items("meetings")[0]
    page.open_activity(Key("meetings", meeting))
    assert page.editor is not None
    grid_of(page).table.focus_first()
    keyboard.type("11")
    shown = page.editor.card.figure_label
    total = compute_grant(session.draft, session.pack).by_activity[Key("meetings", meeting)]
    keyboard.qtbot.waitUntil(lambda: shown.text() == f"{total:,.0f}")
    rows = session.draft.items("meeting_travel", meeting)
    assert session.value(Key("trv.persons", rows[0])) == 11
    keyboard.press(Qt.Key.Key_Escape)
    # Esc gives up the cell, and does not leave the activity.
    assert page.editor is not None
    assert session.value(Key("trv.persons", rows[0])) == 2


def test_kinds_that_the_proposal_cannot_have_stay_in_the_menu_with_their_reason(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    editor, page = open_plan(controller)
    session = editor.session
    session.edit(Key("ltt.yesno"), False)
    page.list_view.show_menu()
    process_events()
    menu = page.list_view.menu
    said = {row.letter: row.accessibleName() for row in menu.rows}
    assert [row.letter for row in menu.rows if row.kind.is_barred] == ["O", "E"]
    assert "Only innovation pays for outputs." in said["O"]
    assert "also answers “Yes” in the form" in said["C"]
    keyboard.type("o")
    assert menu.isVisible()
    keyboard.type("c")
    assert session.value(Key("ltt.yesno")) is True
    assert page.editor is not None
    assert page.editor.activity_list.spec.id == "activities"
    # One step: the answer and the activity.
    session.undo_stack.undo()
    assert session.value(Key("ltt.yesno")) is False
    assert page.editor is None


def test_rows_for_all_partners_keep_the_focus_in_their_table(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    editor = open_in_editor(controller, "innovation-vet")
    session = editor.session
    output = session.draft.items("outputs")[0]
    for row in session.draft.items("output_days", output):
        session.remove_item("output_days", row, output)
    editor.show_key(Key("io.title", output))
    process_events()
    keyboard.tab_into(QPushButton, "Add all partners")
    keyboard.press(Qt.Key.Key_Space)
    rows = session.draft.items("output_days", output)
    named = [session.value(Key("day.organisation", row)) for row in rows]
    assert named == list(session.draft.items("organisations"))
    page = page_of(editor)
    assert page.editor is not None
    table = page.editor.form.widgets.tables["io.days"]
    assert table.isAncestorOf(keyboard.focus)
    assert is_seen(keyboard.focus)
