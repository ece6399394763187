"""What is planned has the words of the call: work packages, or activities that share a sum."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from erasmus_desk.draft import create
from erasmus_desk.draft.model import Key
from erasmus_desk.storage import clock, drafts
from erasmus_desk.storage.settings import Settings
from tests.ui.editors import editor_of, library
from tests.ui.keyboard import process_events
from tests.ui.mouse import Mouse
from tests.ui.room import find_without_room
from tests.ui.shared_program import SharedProgram
from ui.controllers.application import ApplicationController
from ui.fields.row_cards import RowCardList
from ui.main_window.page_factory import ACTIVITIES, TIMELINE, section_step
from ui.pages.activities.list_model import AMOUNT, CODE, DATES, SHARE, STATE, TITLE
from ui.pages.activities.page import ActivitiesPage
from ui.pages.budget.page import BudgetPage
from ui.pages.timeline.page import TimelinePage

Open = Callable[..., ApplicationController]


@pytest.fixture
def open_new(shared_program: SharedProgram) -> Open:
    """Return a function that opens a new proposal of a call."""

    def open_it(call: str, language: str = "en") -> ApplicationController:
        pack, path = library().load_pack(call), shared_program.folder / f"{call}.erasmus"
        choices = {"field": "school", "language": "en", "title": "At the water's edge"}
        if not path.exists():
            drafts.save_new(create.create_draft(pack, choices, clock.now()), path)
        return shared_program.open(path, ACTIVITIES, chosen=Settings(language=language))

    return open_it


def show_plan(controller: ApplicationController) -> ActivitiesPage:
    editor = editor_of(controller)
    editor.show_step(ACTIVITIES)
    process_events()
    page = editor.current_page()
    assert isinstance(page, ActivitiesPage)
    return page


def add_package(page: ActivitiesPage, title: str) -> str:
    """Add a work package by its button, and type its title."""
    view = page.list_view
    button = view.add_button if view.add_button.isVisible() else view.first_button
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    process_events()
    assert page.editor is not None
    focus = page.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, title)
    return page.editor.item


def settle() -> None:
    """Let the boxes of texts find their heights, each with an event of its own."""
    for _ in range(20):
        process_events()


def go_back(page: ActivitiesPage) -> None:
    assert page.editor is not None
    page.editor.head.back_button.click()
    process_events()


def test_the_pages_speak_of_work_packages(open_new: Open) -> None:
    controller = open_new("ka220-2026")
    page, editor = show_plan(controller), editor_of(controller)
    assert page.title_label.text() == "Work packages"
    row = next(one for one in editor.step_list.model.rows if one.id == ACTIVITIES)
    assert (row.title, row.part.title) == ("Work packages", "Work packages and budget")
    view = page.list_view
    assert view.first_button.text() == "Add a work package"
    assert "No work packages yet" in " ".join(
        label.text() for label in view.empty.findChildren(QLabel)
    )
    add_package(page, "Measuring kits")
    assert page.editor is not None
    assert page.editor.head.back_button.text() == "Work packages"
    assert page.editor.card.name_label.text() == "Grant for WP2"
    go_back(page)
    assert page.summary_label.text() == "1 work package\u00a0· EUR\u00a00"
    assert view.add_button.text() == "Add a work package"
    assert view.table.accessibleName() == "Work packages"
    editor.show_step(TIMELINE)
    timeline = editor.current_page()
    assert isinstance(timeline, TimelinePage)
    assert timeline.plan_button.text() == "Go to “Work packages”"


def test_a_list_of_work_packages_has_their_days_amounts_and_shares(open_new: Open) -> None:
    controller = open_new("ka220-2026")
    page, session = show_plan(controller), editor_of(controller).session
    session.edit(Key("prj.lump_sum"), "120000")
    item = add_package(page, "Measuring kits")
    session.edit(Key("wp.amount", item), Decimal(34000))
    for start in (date(2027, 1, 11), date(2027, 4, 12)):
        days = {"wpa.title": "Trying out", "wpa.start": start, "wpa.end": start.replace(day=20)}
        session.add_item("wp_activities", item, days)
    go_back(page)
    page.refresh()
    table, model = page.list_view.table, page.list_view.model
    assert table.shown_columns() == [CODE, TITLE, DATES, AMOUNT, SHARE, STATE]
    (row,) = model.rows
    texts = [model.format_cell(row, one).replace("\u00a0", " ") for one in (CODE, TITLE, DATES)]
    assert texts == ["WP2", "Measuring kits 2 activities", "11 Jan – 20 Apr 2027"]
    amounts = [model.format_cell(row, one).replace("\u00a0", " ") for one in (AMOUNT, SHARE)]
    assert amounts == ["34,000", "28.3 %"]


def test_activities_inside_a_work_package_are_rows_that_open(open_new: Open) -> None:
    controller = open_new("ka220-2026")
    page, session = show_plan(controller), editor_of(controller).session
    item = add_package(page, "Measuring kits")
    assert page.editor is not None
    rows = page.editor.form.widgets.tables["wp.activities"]
    assert isinstance(rows, RowCardList)
    assert rows.add_button.text() == "Add an activity"
    rows.add_button.click()
    process_events()
    (inside,) = session.draft.items("wp_activities", item)
    card = rows.open_card(inside)
    focus = page.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "Four shores")
    session.edit(Key("wpa.start", inside), date(2027, 1, 11))
    session.edit(Key("wpa.end", inside), date(2027, 1, 13))
    session.edit(Key("wpa.amount", inside), Decimal(9000))
    assert session.value(Key("wpa.title", inside)) == "Four shores"
    texts = [label.text() for label in card.head.findChildren(QLabel) if label.text()]
    assert texts == ["1.  Four shores", "11–13\u00a0Jan\u00a02027\u00a0· EUR\u00a09,000"]


@pytest.mark.parametrize(("width", "language"), [(683, "nl"), (1366, "en"), (1920, "nl")])
@pytest.mark.share
def test_nothing_is_cut_in_the_list_and_the_form(open_new: Open, width: int, language: str) -> None:
    controller = open_new("ka220-2026", language)
    page, session = show_plan(controller), editor_of(controller).session
    controller.window.resize(width, 768)
    session.edit(Key("prj.lump_sum"), "120000")
    item = add_package(page, "Measuring kits for the shore and for the harbour of each school")
    session.edit(Key("wp.amount", item), Decimal(34000))
    days = {"wpa.title": "Trying out on four shores", "wpa.start": date(2027, 1, 11)}
    session.add_item("wp_activities", item, days)
    settle()
    assert find_without_room(page) == []
    go_back(page)
    settle()
    assert find_without_room(page) == []


def test_what_is_left_of_a_lump_sum_is_in_sight_where_it_is_divided(open_new: Open) -> None:
    controller = open_new("ka210-2026")
    page, session = show_plan(controller), editor_of(controller).session
    assert page.left_bar is not None
    assert page.left_bar.text_label.text() == "Choose a lump sum first"
    Mouse().click(page.left_bar.choice_button)
    settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Lump sum"
    show_plan(controller)
    session.edit(Key("prj.lump_sum"), "60000")
    item = add_package(page, "Start in Oostende")
    session.edit(Key("act.amount", item), Decimal(59500))
    page.refresh()
    told = page.left_bar.text_label.text(), page.left_bar.detail_label.text()
    assert told == (
        "Still to distribute: EUR\u00a0500",
        "Amounts of the activities: EUR\u00a059,500 of 60,000",
    )
    assert page.left_bar.choice_button.isHidden()
    editor = editor_of(controller)
    editor.show_step(section_step("budget"))
    budget = editor.current_page()
    assert isinstance(budget, BudgetPage)
    assert budget.left_bar is not None
    assert budget.left_bar.text_label.text() == "Still to distribute: EUR\u00a0500"
    assert budget.rect().contains(budget.left_bar.geometry())
    session.edit(Key("act.amount", item), Decimal(60500))
    budget.refresh()
    assert budget.left_bar.text_label.text() == "EUR\u00a0500 too much"
    session.edit(Key("act.amount", item), Decimal(60000))
    budget.refresh()
    assert budget.left_bar.text_label.text() == "Everything is distributed"
    for width in (683, 1366):
        controller.window.resize(width, 768)
        settle()
        assert find_without_room(budget) == []


def test_a_call_without_a_lump_sum_has_no_such_bar_and_its_menu_of_kinds(open_new: Open) -> None:
    page = show_plan(open_new("ka2-2017"))
    assert page.left_bar is None
    assert page.title_label.text() == "Activities"
    page.list_view.first_button.click()
    process_events()
    assert page.list_view.menu.isVisible()
    assert len(page.list_view.menu.rows) > 1
