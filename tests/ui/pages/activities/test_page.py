"""The page of the activities."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from erasmus_desk.draft.model import Key
from tests.ui.plans import Plan, desk_of, planned
from ui.fields.item_fields import ItemField
from ui.fields.question_box import Remark
from ui.fields.row_cards import RowsBox
from ui.main_window.editor import Desk
from ui.main_window.page_factory import ACTIVITIES, section_step
from ui.pages.activities.page import ActivitiesPage
from ui.pages.activities.record_table import NUMBER, PERSONS, START, TITLE
from ui.pages.activities.record_view import RecordsView
from ui.pages.form.section_page import SectionPage


@pytest.fixture
def plan() -> Plan:
    return planned()


@pytest.fixture
def desk(plan: Plan, qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    with desk_of(plan, qtbot, qapp) as made:
        made.show_step(ACTIVITIES)
        yield made


def page_of(desk: Desk) -> ActivitiesPage:
    page = desk.page_widget()
    assert isinstance(page, ActivitiesPage)
    return page


def view_of(desk: Desk, list_id: str) -> RecordsView:
    desk.show_key(Key(list_id))
    view = page_of(desk).view(list_id)
    assert view is not None
    return view


def shown(view: RecordsView, column: int) -> list[str]:
    finder = view.table.finder
    rows = range(finder.rowCount())
    return [str(finder.index(row, column).data()) for row in rows]


def test_activities_stand_before_the_budget_and_the_summary(desk: Desk) -> None:
    steps = desk.steps()
    order = [ACTIVITIES, section_step("budget"), section_step("summary")]
    assert sorted(order, key=steps.index) == order
    assert steps.index(ACTIVITIES) == steps.index(section_step("budget")) - 1


def test_each_list_that_is_asked_has_a_tab(desk: Desk, plan: Plan) -> None:
    tabs = page_of(desk).tabs
    assert tabs.count() == 5
    plan.session.edit(Key("io.yesno"), False)
    assert tabs.count() == 3


def test_a_section_leaves_its_lists_to_the_activities_and_leads_there(desk: Desk) -> None:
    desk.show_step(section_step("implementation"))
    page = desk.page_widget()
    assert isinstance(page, SectionPage)
    assert page.questions.place_of(Key("io.title")) is None
    page.elsewhere.link("activities").click()
    assert desk.step == ACTIVITIES
    view = page_of(desk).view("activities")
    assert view is not None
    assert view.isVisible()


def test_the_table_shows_number_title_dates_and_persons(desk: Desk) -> None:
    outputs = view_of(desk, "outputs")
    assert shown(outputs, NUMBER) == ["O1", "O2"]
    assert shown(outputs, TITLE) == ["Course for machine setters", "Handbook"]
    assert shown(outputs, START) == ["01-09-2017", "01-10-2017"]
    assert shown(view_of(desk, "meetings"), PERSONS) == ["6"]
    assert shown(view_of(desk, "activities"), PERSONS) == ["12"]


def test_adding_with_the_keyboard_begins_at_the_name(desk: Desk, plan: Plan) -> None:
    view = view_of(desk, "outputs")
    view.table.add_button.setFocus()
    QTest.keyClick(view.table.add_button, Qt.Key.Key_Space)
    new = plan.session.draft.items("outputs")[-1]
    assert view.table.item == new
    focused = view.focusWidget()
    QTest.keyClicks(focused, "Game")
    assert plan.session.draft.text("io.title", new) == "Game"
    assert shown(view, TITLE)[-1] == "Game"


def test_arrows_in_the_table_show_the_form_of_each_item(
    desk: Desk, plan: Plan, qtbot: QtBot
) -> None:
    view = view_of(desk, "outputs")
    view.table.view.setFocus()
    QTest.keyClick(view.table.view, Qt.Key.Key_Down)
    title = Key("io.title", plan.outputs[1])
    qtbot.waitUntil(lambda: view.form is not None and view.form.place_of(title) is not None)


def test_search_keeps_the_rows_with_all_words(desk: Desk) -> None:
    view = view_of(desk, "outputs")
    QTest.keyClicks(view.table.search_line, "machine course")
    assert shown(view, NUMBER) == ["O1"]
    view.table.search_line.clear()
    QTest.keyClicks(view.table.search_line, "zebra")
    assert shown(view, NUMBER) == []


def test_sorting_by_title_forbids_moving_up_and_down(desk: Desk) -> None:
    view = view_of(desk, "outputs")
    assert view.table.down_button.isEnabled()
    view.table.view.sortByColumn(TITLE, Qt.SortOrder.DescendingOrder)
    assert shown(view, NUMBER) == ["O2", "O1"]
    assert not view.table.down_button.isEnabled()
    view.table.view.sortByColumn(NUMBER, Qt.SortOrder.AscendingOrder)
    assert view.table.down_button.isEnabled()


def test_what_has_no_date_is_sorted_last(desk: Desk, plan: Plan) -> None:
    plan.session.edit(Key("io.start", plan.outputs[0]), None)
    view = view_of(desk, "outputs")
    view.table.view.sortByColumn(START, Qt.SortOrder.AscendingOrder)
    assert shown(view, NUMBER) == ["O2", "O1"]


def test_a_duplicate_stands_behind_its_original_and_is_chosen(desk: Desk, plan: Plan) -> None:
    view = view_of(desk, "activities")
    view.table.copy_button.click()
    items = plan.session.draft.items("activities")
    assert view.table.item == items[1]
    assert shown(view, TITLE) == ["Pupils in the workshop"] * 2
    assert shown(view, PERSONS) == ["12", "12"]


def test_removing_mends_references_and_undo_brings_all_of_it_back(desk: Desk, plan: Plan) -> None:
    session = plan.session
    event = session.add_item("events", values={"me.outputs": plan.outputs})
    before = dict(session.draft.answers)
    view = view_of(desk, "outputs")
    view.table.remove_button.click()
    assert session.value(Key("me.outputs", event)) == (plan.outputs[1],)
    assert shown(view, NUMBER) == ["O1"]
    assert view.table.item == plan.outputs[1]
    session.undo_stack.undo()
    assert dict(session.draft.answers) == before
    assert shown(view, NUMBER) == ["O1", "O2"]


def test_moving_an_item_renumbers_it_wherever_it_is_named(desk: Desk, plan: Plan) -> None:
    session = plan.session
    event = session.add_item("events", values={"me.outputs": (plan.outputs[1],)})
    session.move_item("outputs", plan.outputs[1], 0)
    view = view_of(desk, "events")
    view.show_item(event)
    assert shown(view_of(desk, "outputs"), TITLE) == ["Handbook", "Course for machine setters"]


def test_a_renamed_school_is_renamed_where_it_is_chosen(desk: Desk, plan: Plan) -> None:
    view = view_of(desk, "outputs")
    assert view.form is not None
    field = view.form.parts.boxes["io.leader"].field
    assert isinstance(field, ItemField)
    assert field.combo.currentText() == "Technisch Instituut Zonneveld"
    name = plan.session.pack.role("organisation_name")
    plan.session.edit(Key(name, plan.schools[0]), "Zonneveld College")
    assert field.combo.currentText() == "Zonneveld College"


def rows_of(view: RecordsView, question: str) -> RowsBox:
    assert view.form is not None
    box = view.form.parts.tables[question]
    assert isinstance(box, RowsBox)
    return box


def test_a_cell_is_found_in_its_item_and_its_row_is_opened(desk: Desk, plan: Plan) -> None:
    row = plan.groups[1]
    desk.show_key(Key("grp.persons", row))
    view = page_of(desk).view("activities")
    assert view is not None
    box = rows_of(view, "ltt.groups")
    assert [box.card(one).is_open for one in (row,)] == [True]
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_End)
    QTest.keyClicks(view.focusWidget(), "0")
    assert plan.session.value(Key("grp.persons", row)) == 40
    assert shown(view, PERSONS) == ["48"]


def test_only_open_rows_have_fields_and_each_line_tells_its_row(desk: Desk) -> None:
    box = rows_of(view_of(desk, "activities"), "ltt.groups")
    assert box.open_items() == ()
    heads = box.findChildren(QPushButton, "line")
    assert all("4" in head.accessibleName() for head in heads)
    heads[0].setFocus()
    QTest.keyClick(heads[0], Qt.Key.Key_Space)
    assert len(box.open_items()) == 1


def test_an_added_row_is_open_and_has_the_focus(desk: Desk, plan: Plan) -> None:
    view = view_of(desk, "activities")
    box = rows_of(view, "ltt.groups")
    box.add_button.click()
    new = plan.session.draft.items("activity_groups", plan.activity)[-1]
    assert box.open_items() == (new,)
    assert box.card(new).isAncestorOf(view.focusWidget())
    plan.session.undo_stack.undo()
    assert new not in box.shown_items()


def test_a_row_for_each_school_is_one_step(desk: Desk, plan: Plan) -> None:
    session = plan.session
    box = rows_of(view_of(desk, "activities"), "ltt.groups")
    assert not box.fill_button.isVisible()
    session.remove_item("activity_groups", plan.groups[0], plan.activity)
    new = session.add_item(session.pack.role("organisations"))
    count = session.undo_stack.count()
    box.fill_button.click()
    rows = session.draft.items("activity_groups", plan.activity)
    assert [session.value(Key("grp.organisation", row)) for row in rows] == [
        *plan.schools[1:],
        plan.schools[0],
        new,
    ]
    assert session.undo_stack.count() == count + 1
    assert not box.fill_button.isVisible()


def test_a_closed_row_says_that_something_in_it_is_to_be_mended(desk: Desk, plan: Plan) -> None:
    view = view_of(desk, "activities")
    box = rows_of(view, "ltt.groups")
    key = Key("grp.persons", plan.groups[0])
    view.show_remarks({key: (Remark("That is no number.", is_grave=True),)})
    heads = box.findChildren(QPushButton, "line")
    assert ["to mend" in head.accessibleName() for head in heads] == [True, False, False]
    desk.show_key(key)
    assert "That is no number." in view.focusWidget().accessibleDescription()


def test_the_timeline_moves_both_dates_in_one_step_and_undo_stays_there(
    desk: Desk, plan: Plan
) -> None:
    page = page_of(desk)
    page.show_timeline()
    gantt = page.timeline.gantt
    gantt.setFocus()
    gantt.choose(plan.outputs[0])
    QTest.keyClick(gantt, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    start, end = Key("io.start", plan.outputs[0]), Key("io.end", plan.outputs[0])
    assert plan.session.value(start) == date(2017, 9, 2)
    assert plan.session.value(end) == date(2017, 9, 2) + timedelta(days=99)
    assert plan.session.undo_stack.count() == 1
    plan.session.undo_stack.undo()
    assert plan.session.value(start) == date(2017, 9, 1)
    assert gantt.isVisible()
    bar = gantt.bar(plan.outputs[0])
    assert bar is not None
    assert bar.start == date(2017, 9, 1)


def test_enter_on_the_timeline_opens_the_record(desk: Desk, plan: Plan) -> None:
    page = page_of(desk)
    page.show_timeline()
    page.timeline.gantt.setFocus()
    page.timeline.gantt.choose(plan.meeting)
    QTest.keyClick(page.timeline.gantt, Qt.Key.Key_Return)
    view = page.view("meetings")
    assert view is not None
    assert view.isVisible()
    assert view.table.item == plan.meeting


def test_what_has_no_dates_is_listed_and_leads_to_its_form(desk: Desk, plan: Plan) -> None:
    page = page_of(desk)
    page.show_timeline()
    undated = page.timeline.undated
    assert undated.count() == 1
    assert undated.item(0).text() == "C1  Pupils in the workshop"
    undated.setFocus()
    undated.setCurrentRow(0)
    QTest.keyClick(undated, Qt.Key.Key_Return)
    view = page.view("activities")
    assert view is not None
    assert view.isVisible()


def test_the_table_of_the_timeline_says_and_does_the_same(desk: Desk, plan: Plan) -> None:
    page = page_of(desk)
    page.show_timeline()
    page.timeline.table_button.click()
    table = page.timeline.table
    assert table.rowCount() == 3
    end = table.item(1, 3)
    assert end is not None
    end.setText("31-12-2017")
    assert plan.session.value(Key("io.end", plan.outputs[1])) == date(2017, 12, 31)
    end.setText("some day")
    assert end.text() == "31-12-2017"
    end.setText("30-09-2020")
    note = table.item(1, 5)
    assert note is not None
    assert note.text() == "outside the project"


def test_forty_activities_and_thirty_schools_stay_one_page(
    desk: Desk, plan: Plan, qtbot: QtBot
) -> None:
    session = plan.session
    for number in range(27):
        values = {session.pack.role("organisation_name"): f"School {number}"}
        session.add_item(session.pack.role("organisations"), values=values)
    for number in range(39):
        session.add_item("activities", values={"ltt.title": f"Exchange {number}"})
    view = view_of(desk, "activities")
    page = page_of(desk)
    assert page.verticalScrollBar().maximum() == 0
    assert len(shown(view, NUMBER)) == 40
    view.show_item(session.draft.items("activities")[-1])
    assert view.table.view.currentIndex().data() == "C40"


def test_good_practice_asks_only_meetings_and_activities(qtbot: QtBot, qapp: QApplication) -> None:
    plan = planned("good-practice")
    with desk_of(plan, qtbot, qapp) as desk:
        desk.show_step(ACTIVITIES)
        assert page_of(desk).tabs.count() == 3
        desk.show_key(Key("io.title", plan.outputs[0]))
        assert desk.step == "parked"
