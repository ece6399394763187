"""The estimate beside an amount in the real window: opened, typed, undone and added up."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from erasmus_desk.draft import create
from erasmus_desk.draft.model import Key
from erasmus_desk.storage import clock, drafts
from erasmus_desk.storage.settings import Settings
from tests.ui.editors import editor_of, library
from tests.ui.keyboard import process_events
from tests.ui.room import find_without_room
from tests.ui.shared_program import SharedProgram
from ui.main_window.editor import Editor
from ui.main_window.page_factory import ACTIVITIES, section_step
from ui.pages.activities.page import ActivitiesPage
from ui.pages.form.estimate_box import EstimateBox
from ui.pages.matrix.page import MatrixPage

Open = Callable[..., Editor]
PACKAGE, TASK = "w1", "a1"


@pytest.fixture
def open_plan(shared_program: SharedProgram) -> Open:
    """Return a function that opens a proposal with one work package and one activity in it."""

    path = shared_program.folder / "tide.erasmus"

    def write() -> None:
        pack = library().load_pack("ka220-2026")
        draft = create.create_draft(pack, {"field": "school", "language": "en"}, clock.now())
        values = {
            Key("prj.lump_sum"): "120000",
            Key("work_packages"): (PACKAGE,),
            Key("wp.title", PACKAGE): "Measuring kits",
            Key("wp.amount", PACKAGE): 40000,
            Key("wp_activities", PACKAGE): (TASK,),
            Key("wpa.title", TASK): "First week",
            Key("wpa.amount", TASK): 15000,
        }
        draft = draft.apply(*(draft.change(key, value) for key, value in values.items()))
        drafts.save_new(draft, path)

    def open_it(width: int = 1366, language: str = "en", scale: int = 100) -> Editor:
        if not path.exists():
            write()
        chosen = Settings(language=language, text_scale=scale)
        controller = shared_program.open(path, ACTIVITIES, size=(width, 768), chosen=chosen)
        return editor_of(controller)

    return open_it


def open_package(editor: Editor) -> ActivitiesPage:
    editor.show_step(ACTIVITIES)
    page = editor.current_page()
    assert isinstance(page, ActivitiesPage)
    page.open_activity(Key("work_packages", PACKAGE))
    assert page.editor is not None
    page.editor.form.find_widget(Key("wpa.title", TASK))
    process_events()
    return page


def box_in(widget: QWidget, list_id: str) -> EstimateBox:
    return next(one for one in widget.findChildren(EstimateBox) if one.key.question == list_id)


def type_into(box: EstimateBox, question: str, text: str) -> None:
    assert box.table is not None
    (row,) = box.table.shown_items()
    field = box.table.cell(Key(question, row))
    assert field is not None
    line = field.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    QTest.keyClicks(line, text)
    process_events()


def fill_in(page: ActivitiesPage) -> EstimateBox:
    """Add a row with the mouse and type it: 4 persons, 5 days, at 620."""
    box = box_in(page, "wpa_costs")
    QTest.mouseClick(box.head, Qt.MouseButton.LeftButton)
    process_events()
    assert box.table is not None
    QTest.mouseClick(box.table.add_button, Qt.MouseButton.LeftButton)
    process_events()
    for name, text in (("count", "4"), ("days", "5"), ("price", "620")):
        type_into(box, f"wpac.{name}", text)
    return box


def test_a_row_is_added_typed_and_summed_beside_the_amount(open_plan: Open) -> None:
    editor = open_plan()
    page = open_package(editor)
    folded = box_in(page, "wpa_costs")
    assert folded.table is None
    assert folded.text_label.text() == "Estimate of real costs\u00a0· No estimate made."
    box = fill_in(page)
    assert (
        box.text_label.text() == "Estimate of real costs\u00a0· Estimated 12,400 of EUR\u00a015,000"
    )
    assert box.head.accessibleName() == f"{box.text_label.text()}. unfolded"
    outer = box_in(page, "wp_costs")
    outer_text = "Estimated 12,400 of EUR\u00a040,000\u00a0· 12,400 of it in the activities"
    assert outer.text_label.text() == f"Estimate of real costs\u00a0· {outer_text}"
    type_into(box, "wpac.price", "x")
    assert "1 row without an amount" in box.text_label.text()


def test_undo_takes_back_the_row_and_leads_to_it(open_plan: Open) -> None:
    editor = open_plan()
    box = fill_in(open_package(editor))
    (row,) = editor.session.draft.items("wpa_costs", TASK)
    editor.session.undo_stack.undo()
    process_events()
    assert editor.session.value(Key("wpac.price", row)) is None
    while editor.session.undo_stack.canUndo():
        editor.session.undo_stack.undo()
    process_events()
    assert editor.session.draft.items("wpa_costs", TASK) == ()
    assert box.table is not None
    assert box.table.shown_items() == ()
    while editor.session.undo_stack.canRedo():
        editor.session.undo_stack.redo()
    process_events()
    assert box.text_label.text().endswith("Estimated 12,400 of EUR\u00a015,000")


def test_the_estimate_is_no_answer_to_give(open_plan: Open) -> None:
    editor = open_plan()
    editor.check_runner.run_now()
    before = editor.check_runner.progress.completion
    fill_in(open_package(editor))
    editor.check_runner.run_now()
    assert editor.check_runner.progress.completion == before


def test_the_grid_adds_up_the_work_packages_and_the_proposal(open_plan: Open) -> None:
    editor = open_plan()
    step = section_step("budget")
    editor.show_step(step)
    process_events()
    page = editor.current_page()
    assert isinstance(page, MatrixPage)
    assert page.estimates.none_label.isVisible()
    fill_in(open_package(editor))
    editor.show_step(step)
    process_events()
    shown = [label.text() for label in page.estimates.findChildren(QLabel) if label.isVisible()]
    assert shown == [
        "Estimate of real costs",
        *("Project Management", "No estimate made."),
        *("WP2 Measuring kits", "Estimated 12,400 of EUR\u00a040,000"),
        *("Whole proposal", "Estimated 12,400 of EUR\u00a0120,000"),
    ]


def test_a_row_is_found_from_elsewhere_though_everything_is_folded(open_plan: Open) -> None:
    editor = open_plan()
    session = editor.session
    row = session.add_item("wpa_costs", TASK, {"wpac.price": Decimal(100)})
    editor.show_step(ACTIVITIES)
    page = editor.current_page()
    assert isinstance(page, ActivitiesPage)
    assert page.show_key(Key("wpac.price", row))
    box = box_in(page, "wpa_costs")
    assert box.head.is_open
    assert box.table is not None
    assert box.table.cell(Key("wpac.price", row)) is not None


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(("width", "scale"), [(683, 100), (1366, 200), (1366, 100), (1920, 100)])
@pytest.mark.share
def test_everything_has_its_room(open_plan: Open, language: str, width: int, scale: int) -> None:
    page = open_package(open_plan(width, language, scale))
    box = fill_in(page)
    for _ in range(20):
        process_events()
    assert find_without_room(box) == []
    assert page.column_widget.width() <= page.viewport().width()
