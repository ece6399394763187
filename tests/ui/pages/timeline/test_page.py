"""The page of the timeline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from erasmus_desk.draft.model import Key
from tests.ui.keyboard import finish_work
from tests.ui.plans import Plan, build_plan, editor_of
from ui.charts.chart_model import Shape
from ui.controllers.application import ApplicationController
from ui.dialogs import save_path
from ui.i18n import plurals
from ui.main_window.editor import Editor
from ui.main_window.page_factory import ACTIVITIES, TIMELINE
from ui.pages.base import Page
from ui.pages.timeline.page import TimelinePage


@pytest.fixture
def plan() -> Plan:
    return build_plan()


@pytest.fixture
def editor(plan: Plan, qtbot: QtBot, qapp: QApplication) -> Iterator[Editor]:
    with editor_of(plan, qtbot, qapp) as editor:
        editor.show_step(TIMELINE)
        yield editor


def page_of(editor: Editor) -> TimelinePage:
    page = editor.current_page()
    assert isinstance(page, TimelinePage)
    return page


def test_the_step_says_how_many_activities_have_no_dates(editor: Editor, plan: Plan) -> None:
    editor.check_runner.run_now()
    row = next(row for row in editor.step_list.model.rows if row.id == TIMELINE)
    assert row.state == "1 without dates"


def test_the_timeline_moves_both_dates_in_one_step_and_undo_stays_there(
    editor: Editor, plan: Plan
) -> None:
    page = page_of(editor)
    gantt = page.gantt
    gantt.setFocus()
    gantt.choose(plan.outputs[0])
    QTest.keyClick(gantt, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    start, end = Key("io.start", plan.outputs[0]), Key("io.end", plan.outputs[0])
    assert plan.session.value(start) == date(2017, 9, 2)
    assert plan.session.value(end) == date(2017, 9, 2) + timedelta(days=99)
    assert plan.session.undo_stack.count() == 1
    plan.session.undo_stack.undo()
    assert plan.session.value(start) == date(2017, 9, 1)
    assert editor.step == TIMELINE
    bar = gantt.bar(plan.outputs[0])
    assert bar is not None
    assert bar.start == date(2017, 9, 1)


def test_enter_on_the_timeline_opens_the_record(editor: Editor, plan: Plan) -> None:
    page = page_of(editor)
    page.gantt.setFocus()
    page.gantt.choose(plan.meeting)
    jumps = list[Key]()
    page.jump_requested.connect(jumps.append)
    QTest.keyClick(page.gantt, Qt.Key.Key_Return)
    assert jumps == [Key("tpm.title", plan.meeting)]
    assert editor.step == ACTIVITIES


def test_records_without_dates_are_listed_and_open_their_form(editor: Editor, plan: Plan) -> None:
    page = page_of(editor)
    undated = page.undated
    assert undated.count() == 1
    assert undated.item(0).text() == "C1  Pupils in the kitchen"
    jumps = list[Key]()
    page.jump_requested.connect(jumps.append)
    undated.setFocus()
    undated.setCurrentRow(0)
    QTest.keyClick(undated, Qt.Key.Key_Return)
    assert jumps == [Key("ltt.title", plan.activity)]
    assert editor.step == ACTIVITIES


def test_the_timeline_table_shows_and_edits_the_same_dates(editor: Editor, plan: Plan) -> None:
    page = page_of(editor)
    page.table_button.click()
    table = page.table
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


def test_a_wrong_date_is_told_at_the_activity(editor: Editor, plan: Plan) -> None:
    page = page_of(editor)
    plan.session.edit(Key("tpm.end", plan.meeting), date(2017, 10, 1))
    bar = page.gantt.bar(plan.meeting)
    assert bar is not None
    assert bar.problem == "the end date is before the start date"
    plan.session.edit(Key("tpm.end", plan.meeting), date(2020, 10, 1))
    bar = page.gantt.bar(plan.meeting)
    assert bar is not None
    assert bar.problem == "outside the project"
    assert "outside the project" in page.gantt.describe_bar(bar)


def test_each_kind_has_a_shape_and_a_caption_of_its_own(editor: Editor) -> None:
    lanes = page_of(editor).gantt.chart.lanes
    looks = {lane.shape: [bar.caption for bar in lane.bars] for lane in lanes}
    assert looks == {
        Shape.BAR: [f"Lommel\u00a0· {plurals.months(3)}", f"Porto\u00a0· {plurals.months(3)}"],
        Shape.CIRCLE: ["9–11\u00a0Oct"],
    }


def test_without_dates_the_page_leads_to_the_activities(editor: Editor, plan: Plan) -> None:
    page = page_of(editor)
    session = plan.session
    for name in ("tpm.start", "tpm.end"):
        session.edit(Key(name, plan.meeting), None)
    for output in plan.outputs:
        session.remove_item("outputs", output)
    assert page.gantt.isHidden()
    assert page.empty_card.isVisibleTo(page)
    page.plan_button.click()
    assert editor.step == ACTIVITIES


def test_the_page_has_one_scroll_bar_and_the_chart_all_its_rows(editor: Editor, plan: Plan) -> None:
    page = page_of(editor)
    for number in range(30):
        values = {"tpm.title": f"Meeting {number}", "tpm.start": date(2018, 1, 8)}
        plan.session.add_item("meetings", values=values)
    for view in (page.gantt, page.table):
        assert view.verticalScrollBar().maximum() == 0
    layout = page.gantt.chart_layout()
    assert layout is not None
    assert page.gantt.height() >= layout.height()


def test_the_picture_of_the_timeline_is_saved_where_the_user_wants_it(
    controller: ApplicationController, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.png"

    def answer(_parent: Page, _title: str, proposed: str, _kinds: str) -> str:
        assert proposed.endswith("Timeline.png")
        return str(path)

    monkeypatch.setattr(save_path, "ask_save_path", answer)
    controller.open_example(controller.paths.examples / "innovation-vet.erasmus")
    editor = controller.window.editor
    assert editor is not None
    editor.show_step(TIMELINE)
    page = page_of(editor)
    page.picture_button.click()
    finish_work(page)
    saved = QImage(str(path))
    assert saved.size() == page.gantt.draw_picture().size()
    assert str(path) in page.result_box.result_label.text()
