"""The page of the activities."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from erasmus_desk.draft.model import Key
from tests.ui.plans import Plan, build_plan, editor_of
from ui.fields.item_fields import ItemField
from ui.fields.question_box import Remark
from ui.fields.row_cards import RowCardList
from ui.main_window.editor import Editor
from ui.main_window.page_factory import ACTIVITIES, TIMELINE, section_step
from ui.pages.activities.page import ActivitiesPage
from ui.pages.activities.record_view import NUMBER, PERSONS, START, TITLE, RecordsView
from ui.pages.form.section_page import QuestionsPage


@pytest.fixture
def plan() -> Plan:
    return build_plan()


@pytest.fixture
def editor(plan: Plan, qtbot: QtBot, qapp: QApplication) -> Iterator[Editor]:
    with editor_of(plan, qtbot, qapp) as editor:
        editor.show_step(ACTIVITIES)
        yield editor


def page_of(editor: Editor) -> ActivitiesPage:
    page = editor.current_page()
    assert isinstance(page, ActivitiesPage)
    return page


def view_of(editor: Editor, list_id: str) -> RecordsView:
    editor.show_key(Key(list_id))
    view = page_of(editor).views.get(list_id)
    assert view is not None
    return view


def shown_cells(view: RecordsView, column: int) -> list[str]:
    proxy = view.table.proxy
    rows = range(proxy.rowCount())
    return [str(proxy.index(row, column).data()) for row in rows]


def test_activities_come_after_the_texts_and_just_before_the_budget(editor: Editor) -> None:
    steps = editor.steps()
    assert steps.index(section_step("summary")) < steps.index(ACTIVITIES)
    at = steps.index(ACTIVITIES)
    assert steps[at : at + 3] == (ACTIVITIES, TIMELINE, section_step("budget"))


def test_each_visible_list_has_a_tab(editor: Editor, plan: Plan) -> None:
    tabs = page_of(editor).tabs
    assert tabs.count() == 4
    plan.session.edit(Key("io.yesno"), False)
    assert tabs.count() == 2


def test_a_section_links_to_its_lists_on_the_activities_page(editor: Editor) -> None:
    editor.show_step(section_step("implementation"))
    page = editor.current_page()
    assert isinstance(page, QuestionsPage)
    assert page.questions.find_widget(Key("io.title")) is None
    link = page.links.findChild(QPushButton, "activities")
    assert link is not None
    link.click()
    assert editor.step == ACTIVITIES
    view = page_of(editor).views.get("activities")
    assert view is not None
    assert view.isVisible()


def test_the_table_shows_number_title_dates_and_persons(editor: Editor) -> None:
    outputs = view_of(editor, "outputs")
    assert shown_cells(outputs, NUMBER) == ["O1", "O2"]
    assert shown_cells(outputs, TITLE) == ["Course for machine setters", "Handbook"]
    assert shown_cells(outputs, START) == ["01-09-2017", "01-10-2017"]
    assert shown_cells(view_of(editor, "meetings"), PERSONS) == ["6"]
    assert shown_cells(view_of(editor, "activities"), PERSONS) == ["12"]


def test_adding_with_the_keyboard_focuses_the_name(editor: Editor, plan: Plan) -> None:
    view = view_of(editor, "outputs")
    view.table.add_button.setFocus()
    QTest.keyClick(view.table.add_button, Qt.Key.Key_Space)
    new = plan.session.draft.items("outputs")[-1]
    assert view.table.item == new
    focused = view.focusWidget()
    QTest.keyClicks(focused, "Game")
    assert plan.session.draft.text("io.title", new) == "Game"
    assert shown_cells(view, TITLE)[-1] == "Game"


def test_arrows_in_the_table_show_the_form_of_each_item(
    editor: Editor, plan: Plan, qtbot: QtBot
) -> None:
    view = view_of(editor, "outputs")
    view.table.view.setFocus()
    QTest.keyClick(view.table.view, Qt.Key.Key_Down)
    title = Key("io.title", plan.outputs[1])
    qtbot.waitUntil(lambda: view.form is not None and view.form.find_widget(title) is not None)


def test_search_keeps_the_rows_with_all_words(editor: Editor) -> None:
    view = view_of(editor, "outputs")
    QTest.keyClicks(view.table.search_line, "machine course")
    assert shown_cells(view, NUMBER) == ["O1"]
    view.table.search_line.clear()
    QTest.keyClicks(view.table.search_line, "zebra")
    assert shown_cells(view, NUMBER) == []


def test_sorting_by_title_disables_moving_up_and_down(editor: Editor) -> None:
    view = view_of(editor, "outputs")
    assert view.table.down_button.isEnabled()
    view.table.view.sortByColumn(TITLE, Qt.SortOrder.DescendingOrder)
    assert shown_cells(view, NUMBER) == ["O2", "O1"]
    assert not view.table.down_button.isEnabled()
    view.table.view.sortByColumn(NUMBER, Qt.SortOrder.AscendingOrder)
    assert view.table.down_button.isEnabled()


def test_records_without_a_date_are_sorted_last(editor: Editor, plan: Plan) -> None:
    plan.session.edit(Key("io.start", plan.outputs[0]), None)
    view = view_of(editor, "outputs")
    view.table.view.sortByColumn(START, Qt.SortOrder.AscendingOrder)
    assert shown_cells(view, NUMBER) == ["O2", "O1"]


def test_a_duplicate_follows_its_original_and_is_selected(editor: Editor, plan: Plan) -> None:
    view = view_of(editor, "activities")
    view.table.copy_button.click()
    items = plan.session.draft.items("activities")
    assert view.table.item == items[1]
    assert shown_cells(view, TITLE) == ["Pupils in the kitchen"] * 2
    assert shown_cells(view, PERSONS) == ["12", "12"]


def test_removing_updates_references_and_undo_restores_everything(
    editor: Editor, plan: Plan
) -> None:
    session = plan.session
    event = session.add_item("events", values={"me.outputs": plan.outputs})
    before = dict(session.draft.answers)
    view = view_of(editor, "outputs")
    view.table.remove_button.click()
    assert session.value(Key("me.outputs", event)) == (plan.outputs[1],)
    assert shown_cells(view, NUMBER) == ["O1"]
    assert view.table.item == plan.outputs[1]
    session.undo_stack.undo()
    assert dict(session.draft.answers) == before
    assert shown_cells(view, NUMBER) == ["O1", "O2"]


def test_moving_an_item_renumbers_it_everywhere(editor: Editor, plan: Plan) -> None:
    session = plan.session
    event = session.add_item("events", values={"me.outputs": (plan.outputs[1],)})
    session.move_item("outputs", plan.outputs[1], 0)
    view = view_of(editor, "events")
    view.show_item(event)
    assert shown_cells(view_of(editor, "outputs"), TITLE) == [
        "Handbook",
        "Course for machine setters",
    ]


def test_a_renamed_school_is_renamed_where_it_is_chosen(editor: Editor, plan: Plan) -> None:
    view = view_of(editor, "outputs")
    assert view.form is not None
    field = view.form.widgets.boxes["io.leader"].field
    assert isinstance(field, ItemField)
    assert field.combo.currentText() == "Technisch Instituut Zonneveld"
    name = plan.session.pack.role("organisation_name")
    plan.session.edit(Key(name, plan.schools[0]), "Zonneveld College")
    assert field.combo.currentText() == "Zonneveld College"


def rows_of(view: RecordsView, question: str) -> RowCardList:
    assert view.form is not None
    box = view.form.widgets.tables[question]
    assert isinstance(box, RowCardList)
    return box


def test_a_cell_is_found_in_its_item_and_its_row_is_opened(editor: Editor, plan: Plan) -> None:
    row = plan.groups[1]
    editor.show_key(Key("grp.persons", row))
    view = page_of(editor).views.get("activities")
    assert view is not None
    box = rows_of(view, "ltt.groups")
    assert [box.open_card(one).is_open for one in (row,)] == [True]
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_End)
    QTest.keyClicks(view.focusWidget(), "0")
    assert plan.session.value(Key("grp.persons", row)) == 40
    assert shown_cells(view, PERSONS) == ["48"]


def test_only_open_rows_have_fields_and_each_line_summarises_its_row(editor: Editor) -> None:
    box = rows_of(view_of(editor, "activities"), "ltt.groups")
    assert box.open_items() == ()
    heads = box.findChildren(QPushButton, "line")
    assert all("4" in head.accessibleName() for head in heads)
    heads[0].setFocus()
    QTest.keyClick(heads[0], Qt.Key.Key_Space)
    assert len(box.open_items()) == 1


def test_an_added_row_is_open_and_has_the_focus(editor: Editor, plan: Plan) -> None:
    view = view_of(editor, "activities")
    box = rows_of(view, "ltt.groups")
    box.add_button.click()
    new = plan.session.draft.items("activity_groups", plan.activity)[-1]
    assert box.open_items() == (new,)
    assert box.open_card(new).isAncestorOf(view.focusWidget())
    plan.session.undo_stack.undo()
    assert new not in box.shown_items()


def test_adding_a_row_for_each_school_is_one_undo_step(editor: Editor, plan: Plan) -> None:
    session = plan.session
    box = rows_of(view_of(editor, "activities"), "ltt.groups")
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


def test_a_closed_row_says_that_it_has_a_problem(editor: Editor, plan: Plan) -> None:
    view = view_of(editor, "activities")
    box = rows_of(view, "ltt.groups")
    key = Key("grp.persons", plan.groups[0])
    view.show_findings({key: (Remark("That is no number.", is_blocking=True),)})
    heads = box.findChildren(QPushButton, "line")
    assert ["has a problem" in head.accessibleName() for head in heads] == [True, False, False]
    editor.show_key(key)
    assert "That is no number." in view.focusWidget().accessibleDescription()


def test_forty_activities_and_thirty_schools_fit_on_one_page(
    editor: Editor, plan: Plan, qtbot: QtBot
) -> None:
    session = plan.session
    for number in range(27):
        values = {session.pack.role("organisation_name"): f"School {number}"}
        session.add_item(session.pack.role("organisations"), values=values)
    for number in range(39):
        session.add_item("activities", values={"ltt.title": f"Exchange {number}"})
    view = view_of(editor, "activities")
    page = page_of(editor)
    assert page.verticalScrollBar().maximum() == 0
    assert len(shown_cells(view, NUMBER)) == 40
    view.show_item(session.draft.items("activities")[-1])
    assert view.table.view.currentIndex().data() == "C40"


def test_good_practice_has_only_meetings_and_activities(qtbot: QtBot, qapp: QApplication) -> None:
    plan = build_plan("good-practice")
    with editor_of(plan, qtbot, qapp) as editor:
        editor.show_step(ACTIVITIES)
        assert page_of(editor).tabs.count() == 2
        editor.show_key(Key("io.title", plan.outputs[0]))
        assert editor.step == "hidden"
