"""The page of the activities."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from erasmus_desk.draft.model import Key
from tests.ui.keyboard import process_events
from tests.ui.plans import Plan, build_plan, editor_of
from ui.fields.item_fields import ItemField
from ui.fields.values import Remark
from ui.main_window.editor import Editor
from ui.main_window.page_factory import ACTIVITIES, TIMELINE, section_step
from ui.pages.activities.editor import ActivityEditor
from ui.pages.activities.list_model import AMOUNT, CODE, DATES, PERSONS, PLACE, STATE, TITLE
from ui.pages.activities.page import ActivitiesPage
from ui.pages.activities.travellers_box import TravellersBox
from ui.pages.form.section_page import QuestionsPage
from ui.theme.theme import COLUMN_WIDTH, find_text_scale


@pytest.fixture
def plan() -> Plan:
    return build_plan()


@pytest.fixture
def editor(plan: Plan, qtbot: QtBot, qapp: QApplication) -> Iterator[Editor]:
    with editor_of(plan, qtbot, qapp) as editor:
        editor.check_runner.run_now()
        editor.show_step(ACTIVITIES)
        yield editor


def page_of(editor: Editor) -> ActivitiesPage:
    page = editor.current_page()
    assert isinstance(page, ActivitiesPage)
    return page


def open_item(editor: Editor, list_id: str, item: str) -> ActivityEditor:
    page = page_of(editor)
    page.open_activity(Key(list_id, item))
    assert page.editor is not None
    return page.editor


def grid_of(opened: ActivityEditor) -> TravellersBox:
    (box,) = opened.form.widgets.grids.values()
    return box


def shown_cells(editor: Editor, column: int) -> list[str]:
    proxy = page_of(editor).list_view.table.proxy
    return [str(proxy.index(row, column).data()) for row in range(proxy.rowCount())]


def test_activities_come_after_the_texts_and_just_before_the_budget(editor: Editor) -> None:
    steps = editor.steps()
    assert steps.index(section_step("summary")) < steps.index(ACTIVITIES)
    at = steps.index(ACTIVITIES)
    assert steps[at : at + 3] == (ACTIVITIES, TIMELINE, section_step("budget"))


def test_one_list_shows_all_activities_sorted_by_date_those_without_one_last(
    editor: Editor,
) -> None:
    assert shown_cells(editor, CODE) == ["O1", "O2", "M1", "C1"]
    assert shown_cells(editor, TITLE) == [
        "Course for machine setters",
        "Handbook",
        "First meeting",
        "Pupils in the kitchen",
    ]
    assert shown_cells(editor, DATES)[1:] == [
        "1\u00a0Oct\u00a02017 – 8\u00a0Jan\u00a02018",
        "9–11\u00a0Oct\u00a02017",
        "",
    ]
    assert shown_cells(editor, PLACE)[2] == "Porto Escola do Rio Claro"
    assert shown_cells(editor, PERSONS) == ["", "", "6", "12"]
    # Two from Lommel and two from Cluj-Napoca; those of the host pay no journey.
    assert shown_cells(editor, AMOUNT)[2] == "2,670"
    assert [state.split()[-1] for state in shown_cells(editor, STATE)] == ["answer"] * 4


def test_a_list_that_is_no_longer_asked_leaves_the_table(editor: Editor, plan: Plan) -> None:
    plan.session.edit(Key("io.yesno"), False)
    assert shown_cells(editor, CODE) == ["M1", "C1"]


def test_a_section_links_to_its_lists_on_the_activities_page(editor: Editor) -> None:
    editor.show_step(section_step("implementation"))
    page = editor.current_page()
    assert isinstance(page, QuestionsPage)
    assert page.questions.find_widget(Key("io.title")) is None
    link = page.links.findChild(QPushButton, "activities")
    assert link is not None
    link.click()
    assert editor.step == ACTIVITIES
    assert page_of(editor).list_view.isVisible()


def test_search_keeps_the_rows_with_all_words(editor: Editor) -> None:
    view = page_of(editor).list_view
    QTest.keyClicks(view.search_line, "machine course")
    assert shown_cells(editor, CODE) == ["O1"]
    view.search_line.clear()
    QTest.keyClicks(view.search_line, "zebra")
    assert shown_cells(editor, CODE) == []
    assert view.nothing_label.isVisible()
    assert view.search_line.isVisible()


def test_the_table_is_as_high_as_its_rows_and_only_the_page_scrolls(
    editor: Editor, plan: Plan, qtbot: QtBot
) -> None:
    for number in range(39):
        plan.session.add_item("activities", values={"ltt.title": f"Exchange {number}"})
    qtbot.waitUntil(lambda: page_of(editor).verticalScrollBar().maximum() > 0)
    table = page_of(editor).list_view.table
    assert table.proxy.rowCount() == 43
    assert table.verticalScrollBar().maximum() == 0
    last = table.proxy.index(42, CODE)
    assert table.viewport().rect().contains(table.visualRect(last))


def test_enter_opens_the_editor_and_the_way_back_finds_the_row_again(
    editor: Editor, plan: Plan
) -> None:
    page = page_of(editor)
    table = page.list_view.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    opened = page.editor
    assert opened is not None
    assert opened.item == plan.meeting
    assert opened.head.title_label.accessibleName() == "M1 First meeting"
    assert not page.list_view.isVisible()
    opened.head.back_button.click()
    assert page.list_view.isVisible()
    row = table.current_row()
    assert row is not None
    assert row.record.item == plan.meeting
    assert table.hasFocus()


def test_a_duplicate_follows_its_original_and_is_opened(editor: Editor, plan: Plan) -> None:
    opened = open_item(editor, "activities", plan.activity)
    opened.head.copy_button.click()
    items = plan.session.draft.items("activities")
    page = page_of(editor)
    assert page.editor is not None
    assert page.editor.item == items[1]
    page.close_editor()
    assert shown_cells(editor, TITLE)[3:] == ["Pupils in the kitchen"] * 2
    assert shown_cells(editor, PERSONS)[3:] == ["12", "12"]


def test_removing_updates_references_and_undo_restores_everything(
    editor: Editor, plan: Plan
) -> None:
    session = plan.session
    event = session.add_item("events", values={"me.outputs": plan.outputs})
    before = dict(session.draft.answers)
    table = page_of(editor).list_view.table
    table.choose(Key("outputs", plan.outputs[0]))
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert session.value(Key("me.outputs", event)) == (plan.outputs[1],)
    assert shown_cells(editor, CODE) == ["O1", "M1", "E1", "C1"]
    session.undo_stack.undo()
    assert dict(session.draft.answers) == before


def test_the_editor_of_a_removed_activity_gives_way_to_the_list(editor: Editor, plan: Plan) -> None:
    opened = open_item(editor, "outputs", plan.outputs[0])
    opened.head.remove_button.click()
    page = page_of(editor)
    assert page.editor is None
    assert page.list_view.table.isVisible()
    assert shown_cells(editor, TITLE)[0] == "Handbook"


def test_moving_an_activity_renumbers_it_everywhere(editor: Editor, plan: Plan) -> None:
    view = page_of(editor).list_view
    view.table.choose(Key("outputs", plan.outputs[1]))
    assert not view.down_button.isEnabled()
    view.up_button.click()
    assert plan.session.draft.items("outputs") == plan.outputs[::-1]
    assert shown_cells(editor, CODE)[:2] == ["O2", "O1"]


def test_a_renamed_school_is_renamed_where_it_is_chosen(editor: Editor, plan: Plan) -> None:
    opened = open_item(editor, "outputs", plan.outputs[0])
    field = opened.form.widgets.boxes["io.leader"].field
    assert isinstance(field, ItemField)
    assert field.combo.currentText() == "Technisch Instituut Zonneveld"
    name = plan.session.pack.role("organisation_name")
    plan.session.edit(Key(name, plan.schools[0]), "Zonneveld College")
    assert field.combo.currentText() == "Zonneveld College"


def test_a_cell_is_found_in_its_activity_and_typed_in(editor: Editor, plan: Plan) -> None:
    row = plan.groups[1]
    editor.show_key(Key("grp.persons", row))
    page = page_of(editor)
    assert page.editor is not None
    table = grid_of(page.editor).table
    assert table.hasFocus()
    QTest.keyClick(table, Qt.Key.Key_F2)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.accessibleName() == "Participants, Escola do Rio Claro"
    QTest.keyClicks(line, "40")
    assert plan.session.value(Key("grp.persons", row)) == 40
    page.close_editor()
    assert shown_cells(editor, PERSONS)[3] == "48"


def test_a_row_says_what_is_wrong_in_it(editor: Editor, plan: Plan) -> None:
    opened = open_item(editor, "activities", plan.activity)
    key = Key("grp.persons", plan.groups[0])
    opened.show_findings({key: (Remark("That is no number.", is_blocking=True),)})
    model = grid_of(opened).model
    name = str(model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "That is no number." in name
    column = model.columns.index("grp.persons")
    described = model.index(0, column).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert described == "That is no number."


def test_good_practice_has_only_meetings_and_activities(qtbot: QtBot, qapp: QApplication) -> None:
    plan = build_plan("good-practice")
    with editor_of(plan, qtbot, qapp) as editor:
        editor.show_step(ACTIVITIES)
        assert shown_cells(editor, CODE) == ["M1", "C1"]
        editor.show_key(Key("io.title", plan.outputs[0]))
        assert editor.step == "hidden"


def test_texts_of_an_activity_are_no_wider_than_a_column_of_text(editor: Editor) -> None:
    editor.window().resize(1920, 1080)
    opened = open_item(editor, "outputs", editor.session.draft.items("outputs")[0])
    for _ in range(5):
        process_events()
    form = opened.form
    assert form.width() > COLUMN_WIDTH * 5 // 4
    assert form.widgets.texts
    for text in form.widgets.texts:
        assert text.width() <= COLUMN_WIDTH * find_text_scale(text) + 1
        assert text.isHidden() or text.mapTo(form, text.rect().topLeft()).x() == 0


def test_the_grant_stands_at_the_top_however_often_the_window_was_narrow(editor: Editor) -> None:
    opened = open_item(editor, "meetings", editor.session.draft.items("meetings")[0])
    places: set[int] = set()
    for width in (1366, 683, 1366, 683, 1366):
        editor.window().resize(width, 768)
        for _ in range(5):
            process_events()
        if width > 683:
            places.add(opened.card.mapTo(opened, opened.card.rect().topLeft()).y())
    assert len(places) == 1
