"""A lump sum is shared out in the real window: typed, pasted, mended and offered."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from erasmus_desk.draft import create
from erasmus_desk.draft.model import Change, ChangeSet, Draft, Key
from erasmus_desk.storage import clock, drafts
from erasmus_desk.storage.settings import Settings
from tests.ui.conftest import StartProgram
from tests.ui.editors import editor_of, library
from tests.ui.keyboard import CTRL, Keyboard, process_events
from tests.ui.room import find_without_room
from tests.ui.shared_program import SharedProgram
from ui.controllers.application import ApplicationController
from ui.main_window.editor import Editor
from ui.main_window.page_factory import ACTIVITIES, section_step
from ui.pages.matrix.chart import PATTERNS
from ui.pages.matrix.model import AMOUNT, FIRST, HEAD, NAME, SHARE
from ui.pages.matrix.page import MatrixPage
from ui.session.session import Session
from ui.theme.palettes import DARK, HIGH_CONTRAST, LIGHT, Colours

CALL = "ka220-2026"
BUDGET = section_step("budget")
SCHOOLS = (
    ("Stedelijk Lyceum De Schelp", "BE", "Oostende"),
    ("Escola Secundária da Maré", "PT", "Aveiro"),
    ("Merirannan koulu", "FI", "Kotka"),
    ("Gimnazija Morski Val", "HR", "Zadar"),
)
PACKAGES = ("Measuring kits for the shore", "Lessons tested in class", "Teachers train teachers")
AMOUNTS = (24000, 34000, 37000, 25000)
BLOCK = (
    "12,000\t9.000\t8000\t€ 9,000\r\n"
    "4000\t9000,00\t10\u00a0500\t5,000.00\r\n"
    "4000\t8000\t9500\t5500\r\n"
    "4000\t8000\t9000\t5500\r\n"
)
"""Shares of the four schools as different sheets have them; they make up all amounts."""


def new_draft() -> Draft:
    choices = {"field": "school", "language": "en", "title": "Maths at the Water's Edge"}
    return create.create_draft(library().load_pack(CALL), choices, clock.now())


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A proposal with four schools and three work packages; project management is the fourth."""
    found = tmp_path_factory.mktemp("plan") / "tidewater.erasmus"
    known, draft = library(), new_draft()
    session = Session(draft, known.load_pack(CALL), known.load_texts(CALL, "en"), found)
    while len(session.draft.items("organisations")) < len(SCHOOLS):
        session.add_item("organisations")
    for item, (name, country, city) in zip(
        session.draft.items("organisations"), SCHOOLS, strict=True
    ):
        session.edit(Key("org.name", item), name)
        session.edit(Key("org.country", item), country)
        session.edit(Key("org.city", item), city)
    for title in PACKAGES:
        session.add_item("work_packages", values={"wp.title": title})
    drafts.save_new(session.draft, found)
    return found


@pytest.fixture
def controller(shared_program: SharedProgram, path: Path) -> ApplicationController:
    return shared_program.open(path, BUDGET)


def page_of(controller: ApplicationController) -> MatrixPage:
    page = editor_of(controller).current_page()
    assert isinstance(page, MatrixPage)
    return page


def choose_lump_sum(page: MatrixPage) -> None:
    page.choice.buttons["120000"].click()


def focus(page: MatrixPage, row: int, column: int) -> None:
    page.grid.show_cell(row, column).setFocus()
    process_events()


def paste(page: MatrixPage, keyboard: Keyboard, text: str, row: int, column: int) -> None:
    QGuiApplication.clipboard().setText(text)
    focus(page, row, column)
    keyboard.press(Qt.Key.Key_V, CTRL)


def fill_in(page: MatrixPage, keyboard: Keyboard) -> None:
    """Share out all of 120,000."""
    choose_lump_sum(page)
    paste(page, keyboard, "\t".join(map(str, AMOUNTS)), AMOUNT, 1)
    paste(page, keyboard, BLOCK, FIRST, 1)


def texts(page: MatrixPage, row: int) -> list[str]:
    model = page.model
    return [str(model.index(row, column).data()) for column in range(1, model.columnCount())]


def find_state(editor: Editor, step: str) -> str:
    """Return what the list of steps says of a step."""
    return next(row.state for row in editor.step_list.model.rows if row.id == step)


def find_codes(controller: ApplicationController, qtbot: QtBot) -> set[str]:
    """Return what the checks find wrong with the sums, once they have run."""
    runner = editor_of(controller).check_runner
    with qtbot.waitSignal(runner.finished):
        runner.run_now()
    return {
        one.code
        for one in runner.findings
        if one.code in {"sum-open", "sum-over", "share-over"} and not one.is_gap
    }


def test_columns_are_the_work_packages_and_rows_the_organisations(
    controller: ApplicationController,
) -> None:
    model = page_of(controller).model
    heads = [model.headerData(one, Qt.Orientation.Horizontal) for one in range(model.columnCount())]
    assert heads == [
        "Organisation",
        "WP1 Project management",
        *(f"WP{number} {title}" for number, title in enumerate(PACKAGES, start=2)),
        "Total",
    ]
    rows = [model.index(row, NAME).data() for row in range(model.rowCount())]
    names = [name for name, _, _ in SCHOOLS]
    labels = ["Organisation", "Amount per work package", "Share of the lump sum"]
    assert rows == [*labels, *names, "Still to distribute"]
    assert "Oostende, Belgium\u00a0· applicant" in str(
        model.headerData(FIRST, Qt.Orientation.Vertical)
    )


def test_amounts_are_typed_with_enter_down_and_tab_to_the_right(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    page, session = page_of(controller), editor_of(controller).session
    choose_lump_sum(page)
    focus(page, AMOUNT, 1)
    keyboard.type("24,000")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("34.000")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.type("9000,50")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.type("€ 8 000")
    keyboard.press(Qt.Key.Key_Tab)
    process_events()
    second = session.draft.items("work_packages")[0]
    amounts = {Key("wp1.amount"): Decimal(24000), Key("wp.amount", second): Decimal(34000)}
    assert {key: session.value(key) for key in amounts} == amounts
    shares = session.draft.items("wp_shares", second)
    assert [session.draft.text("wps.organisation", row) for row in shares] == [
        *session.draft.items("organisations")[:2]
    ]
    assert [session.value(Key("wps.amount", row)) for row in shares] == [
        Decimal("9000.50"),
        Decimal(8000),
    ]
    assert texts(page, AMOUNT) == ["24,000", "34,000", "", "", "58,000"]
    shares_of_whole = [text.replace("\u00a0", " ") for text in texts(page, SHARE)]
    assert shares_of_whole == ["20.0 %", "28.3 %", "", "", "48.3 %"]
    assert texts(page, page.model.last) == ["24,000", "16,999.50", "–", "–", "102,999.50"]
    table = page.grid.tables[0]
    here = table.currentIndex()
    assert (here.row(), here.column()) == (FIRST + 1, 3)
    assert page.left_bar.text_label.text() == "Still to distribute: EUR\u00a0102,999.50"


def test_what_is_typed_in_a_cell_is_one_step_of_undo(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    page, session = page_of(controller), editor_of(controller).session
    for row, column in ((AMOUNT, 2), (FIRST, 2)):
        before, steps = session.draft.answers, session.undo_stack.count()
        focus(page, row, column)
        keyboard.type("12.500,50")
        keyboard.press(Qt.Key.Key_Return)
        assert page.model.read(row, column) == "12,500.50"
        assert session.undo_stack.count() == steps + 1
        session.undo_stack.undo()
        assert session.draft.answers == before
        session.undo_stack.redo()
        assert page.model.read(row, column) == "12,500.50"


def test_escape_takes_back_what_was_typed_in_a_cell(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    page, session = page_of(controller), editor_of(controller).session
    fill_in(page, keyboard)
    before = session.draft.answers
    for row, column in ((AMOUNT, 2), (FIRST, 2)):
        focus(page, row, column)
        keyboard.type("77")
        assert page.model.read(row, column) == "77"
        keyboard.press(Qt.Key.Key_Escape)
        assert session.draft.answers == before


def test_delete_empties_a_cell_in_one_step(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    page, session = page_of(controller), editor_of(controller).session
    fill_in(page, keyboard)
    before = session.draft.answers
    focus(page, FIRST, 1)
    keyboard.press(Qt.Key.Key_Delete)
    assert page.model.read(FIRST, 1) == ""
    assert len(session.draft.items("wp1_shares")) == len(SCHOOLS) - 1
    session.undo_stack.undo()
    assert session.draft.answers == before


def test_a_block_of_a_sheet_is_pasted_in_one_step(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    page, session = page_of(controller), editor_of(controller).session
    choose_lump_sum(page)
    paste(page, keyboard, "\t".join(map(str, AMOUNTS)), AMOUNT, 1)
    steps, before = session.undo_stack.count(), session.draft.answers
    paste(page, keyboard, BLOCK, FIRST, 1)
    assert session.undo_stack.count() == steps + 1
    assert texts(page, FIRST + 1) == ["4,000", "9,000", "10,500", "5,000", "28,500"]
    assert texts(page, page.model.last) == ["0", "0", "0", "0", "0"]
    assert page.left_bar.text_label.text() == "Everything is distributed"
    assert not page.offer.isVisible()
    after = session.draft.answers
    session.undo_stack.undo()
    assert session.draft.answers == before
    session.undo_stack.redo()
    assert session.draft.answers == after


def test_values_beside_the_grid_are_counted_and_left_out(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    page = page_of(controller)
    paste(page, keyboard, "1\t2\t3", FIRST + 3, 4)
    assert page.model.read(FIRST + 3, 4) == "1"
    assert page.refused_label.isVisible()
    assert page.refused_label.text().startswith("2 values")


def test_one_euro_above_the_limit_blocks_and_one_click_mends_it(
    controller: ApplicationController, keyboard: Keyboard, qtbot: QtBot
) -> None:
    page, session = page_of(controller), editor_of(controller).session
    fill_in(page, keyboard)
    assert find_codes(controller, qtbot) == set()
    assert not page.notice.isVisible()
    focus(page, AMOUNT, 1)
    keyboard.type("24001")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.type("12001")
    keyboard.press(Qt.Key.Key_Return)
    focus(page, AMOUNT, 2)
    keyboard.type("33999")
    keyboard.press(Qt.Key.Key_Return)
    assert "share-over" in find_codes(controller, qtbot)
    assert page.notice.isVisible()
    euro = "EUR\u00a0"
    assert page.notice.text_label.text() == f"WP1 Project management is {euro}1 too high."
    assert page.notice.rule_label.text() == (
        f"At most 20 % of the lump sum: {euro}24,000. Now {euro}24,001."
    )
    assert page.notice.fix_button.text() == f"Set WP1 to {euro}24,000"
    before, steps = session.draft.answers, session.undo_stack.count()
    QTest.mouseClick(page.notice.fix_button, Qt.MouseButton.LeftButton)
    process_events()
    assert session.value(Key("wp1.amount")) == Decimal(24000)
    assert session.undo_stack.count() == steps + 1
    assert "share-over" not in find_codes(controller, qtbot)
    session.undo_stack.undo()
    assert session.draft.answers == before
    assert isinstance(editor_of(controller).current_page(), MatrixPage)


def test_the_mark_of_the_limit_is_on_the_bar(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    page = page_of(controller)
    fill_in(page, keyboard)
    assert [(one.share, one.text) for one in page.card.chart.marks] == [
        (0.2, "20 %, the most for WP1")
    ]
    assert [one.name for one in page.card.chart.parts] == ["WP1", "WP2", "WP3", "WP4"]
    assert sum(one.share for one in page.card.chart.parts) == pytest.approx(1)
    told = page.card.chart.sums
    assert told == "work packages 120,000 of 120,000\u00a0· organisations 120,000 of 120,000"


@pytest.mark.parametrize("colours", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda one: one.scheme)
def test_parts_are_told_apart_by_pattern_as_well_as_by_colour(colours: Colours) -> None:
    """As many parts as no proposal has: none looks like one before it."""
    assert len(set(PATTERNS)) == len(PATTERNS) >= 7
    most = len(colours.parts) * len(PATTERNS)
    looks = [
        (colours.parts[one % len(colours.parts)], PATTERNS[one % len(PATTERNS)])
        for one in range(most)
    ]
    assert len(set(looks)) == most >= 35


def test_500_left_is_told_and_given_by_the_offer(
    controller: ApplicationController, keyboard: Keyboard, qtbot: QtBot
) -> None:
    page, session = page_of(controller), editor_of(controller).session
    fill_in(page, keyboard)
    focus(page, FIRST + 3, 2)
    keyboard.type("7500")
    keyboard.press(Qt.Key.Key_Return)
    assert find_codes(controller, qtbot) == {"sum-open"}
    assert texts(page, page.model.last) == ["0", "500", "0", "0", "500"]
    euro = "EUR\u00a0"
    assert page.left_bar.text_label.text() == f"Still to distribute: {euro}500"
    assert page.offer.text() == f"Give the {euro}500 of WP2 to…"
    editor = editor_of(controller)
    assert find_state(editor, BUDGET) == "1 to fix"
    assert "fix" not in find_state(editor, ACTIVITIES)
    editor.show_step(ACTIVITIES)
    editor.show_key(Key("wp_shares", session.draft.items("work_packages")[0]))
    assert editor.current_page() is page
    here = page.grid.tables[0].currentIndex()
    assert (here.row(), here.column()) == (FIRST, 2)
    steps = session.undo_stack.count()
    page.offer.click()
    process_events()
    rows = page.offer.takers.rows
    assert [row.taker.name for row in rows] == [name for name, _, _ in SCHOOLS]
    assert rows[3].accessibleName() == "Gimnazija Morski Val: 7,500 → 8,000"
    rows[3].click()
    process_events()
    assert session.undo_stack.count() == steps + 1
    assert find_codes(controller, qtbot) == set()


def test_what_is_too_much_is_taken_from_somebody(
    controller: ApplicationController, keyboard: Keyboard, qtbot: QtBot
) -> None:
    page = page_of(controller)
    fill_in(page, keyboard)
    focus(page, AMOUNT, 4)
    keyboard.type("26000")
    keyboard.press(Qt.Key.Key_Return)
    assert find_codes(controller, qtbot) == {"sum-over", "sum-open"}
    euro = "EUR\u00a0"
    assert page.notice.text_label.text() == f"Amounts of the work packages: {euro}1,000 too much."
    focus(page, AMOUNT, 4)
    assert page.offer.text() == f"Take {euro}1,000 from…"
    page.offer.click()
    process_events()
    assert [row.taker.after for row in page.offer.takers.rows] == [23000, 33000, 36000, 25000]
    page.offer.takers.rows[3].click()
    process_events()
    assert find_codes(controller, qtbot) == set()
    assert not page.notice.isVisible()


def test_what_is_no_amount_stays_as_typed_and_is_explained(
    controller: ApplicationController, keyboard: Keyboard, qtbot: QtBot
) -> None:
    page, session = page_of(controller), editor_of(controller).session
    fill_in(page, keyboard)
    focus(page, FIRST, 1)
    keyboard.type("0,500")
    keyboard.press(Qt.Key.Key_Return)
    row = session.draft.items("wp1_shares")[0]
    assert session.value(Key("wp1s.amount", row)) == "0,500"
    find_codes(controller, qtbot)
    (told,) = page.model.list_remarks()
    assert told.startswith("WP1 Project management, Stedelijk Lyceum De Schelp: ")
    assert page.remarks.count() == 1


def test_without_a_lump_sum_or_anybody_the_page_says_what_to_do_first(
    shared_program: SharedProgram,
) -> None:
    path = shared_program.folder / "new.erasmus"
    drafts.save_new(new_draft(), path)
    none = Change(Key("organisations"), None, None)
    controller = shared_program.open(path, BUDGET, changes=(none,))
    page = page_of(controller)
    assert page.left_bar.text_label.text() == "Choose a lump sum first"
    missing = {name: row.isVisibleTo(page) for name, row in page.missing.items()}
    assert missing == {"work_packages": True, "organisations": True}


def test_what_is_left_stays_in_sight_with_thirty_organisations(
    controller: ApplicationController,
) -> None:
    page, session = page_of(controller), editor_of(controller).session
    more = {f"school-{number}": f"School {number}" for number in range(26)}
    listed = session.draft.items("organisations")
    added = session.draft.change(Key("organisations"), (*listed, *more))
    named = (Change(Key("org.name", item), None, name) for item, name in more.items())
    session.perform(ChangeSet((added, *named)))
    for _ in range(4):
        process_events()
    bar = page.left_bar
    assert page.verticalScrollBar().maximum() > page.height()
    for value in (0, page.verticalScrollBar().maximum()):
        page.verticalScrollBar().setValue(value)
        process_events()
        assert page.rect().contains(bar.geometry())
        assert bar.isVisible()


def test_a_problem_is_shown_in_its_cell_and_undo_stays_on_the_page(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    page, session = page_of(controller), editor_of(controller).session
    fill_in(page, keyboard)
    second = session.draft.items("work_packages")[1]
    assert page.show_key(Key("wp.amount", second))
    here = page.grid.tables[0].currentIndex()
    assert (here.row(), here.column()) == (AMOUNT, 3)
    row = session.draft.items("wp_shares", second)[1]
    assert page.show_key(Key("wps.amount", row))
    here = page.grid.tables[0].currentIndex()
    assert (here.row(), here.column()) == (FIRST + 1, 3)
    session.undo_stack.undo()
    assert isinstance(editor_of(controller).current_page(), MatrixPage)


@pytest.mark.parametrize(("width", "height", "language", "scale"), [
    (683, 768, "en", 100), (683, 768, "nl", 100), (683, 768, "de", 100),
    (1366, 768, "en", 100), (1366, 768, "nl", 200), (1920, 1080, "nl", 100),
])  # fmt: skip
@pytest.mark.share
def test_nothing_is_cut_at_any_width(
    start_program: StartProgram, path: Path, width: int, height: int, language: str, scale: int
) -> None:
    controller = start_program(Settings(language=language, text_scale=scale), path)
    editor_of(controller).show_step(BUDGET)
    page, session = page_of(controller), editor_of(controller).session
    choose_lump_sum(page)
    session.edit(Key("wp1.amount"), Decimal("24000.01"))
    session.edit(Key("prj.start"), date(2026, 12, 1))
    controller.window.resize(width, height)
    for _ in range(4):
        process_events()
    assert page.notice.isVisible()
    assert find_without_room(page) == []
    for table in page.grid.tables:
        assert table.horizontalScrollBar().maximum() == 0
        assert table.verticalScrollBar().maximum() == 0
        for row in range(AMOUNT, page.model.rowCount()):
            for column in table.shown_columns()[1:]:
                needed = table.delegate.measure_width(page.model.index(row, column))
                assert needed <= table.columnWidth(column)
    shown = [one for table in page.grid.tables for one in table.shown_columns() if one != NAME]
    wanted = [*range(1, page.model.total + (not page.model.is_narrow))]
    assert shown == wanted
    widths = [
        {table.columnWidth(one) for one in table.shown_columns() if 0 < one < page.model.total}
        for table in page.grid.tables
    ]
    assert all(len(found) == 1 for found in widths) or width < 1920
    # A heading of one long word has what it needs; all others are alike, but for a pixel.
    assert all(max({*found} - {max(found)}, default=0) - min(found) <= 1 for found in widths)
    names = [page.model.index(row, NAME) for row in range(HEAD, page.model.rowCount())]
    for table in page.grid.tables:
        assert table.columnWidth(NAME) >= max(map(table.delegate.measure_words, names))


def test_the_line_of_a_cell_has_a_name(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    page = page_of(controller)
    focus(page, FIRST + 1, 2)
    keyboard.type("1")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    name = f"WP2 {PACKAGES[0]}, {SCHOOLS[1][0]}"
    assert line.accessibleName() == name
    assert page.grid.tables[0].accessibleName()
    assert page.model.index(HEAD, 1).data(Qt.ItemDataRole.AccessibleTextRole)
