"""A list of organisations is typed in, pasted, searched and filled by the keyboard alone."""

from __future__ import annotations

from functools import partial
from xml.etree.ElementTree import Element

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from erasmus_desk import paths
from erasmus_desk.draft.model import Key
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.export.export import ExportRequest, render_word
from tests.core.export.parsed import W, parse_body
from tests.ui.dialogs.dialog_driver import run_dialog
from tests.ui.editors import editor_of
from tests.ui.keyboard import CTRL, SHIFT, Keyboard, process_events
from tests.ui.mouse import Mouse
from tests.ui.shared_program import SharedProgram
from ui.controllers.application import ApplicationController
from ui.dialogs.partner_book import PartnerBookDialog
from ui.fields.base import Field
from ui.main_window.editor import Editor
from ui.pages.items.details import ItemDetails
from ui.pages.items.page import SEARCH_THRESHOLD, ListPage
from ui.pages.items.paste import PastePanel

TAB, ENTER, ESCAPE, DOWN, SPACE = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Down,
    Qt.Key.Key_Space,
)
LAPTOP = (1366, 696)
"""Pixels that a maximised window has on a laptop of 1366 × 768."""
EXAMPLES = paths.find_resources() / "examples"
SMALL, LARGE = "goede-praktijk-school.erasmus", "innovation-vet.erasmus"
ORGANISATIONS = "form:organisations"


@pytest.fixture
def example() -> str:
    return SMALL


@pytest.fixture
def controller(shared_program: SharedProgram, example: str) -> ApplicationController:
    return shared_program.open(EXAMPLES / example, ORGANISATIONS, size=LAPTOP)


@pytest.fixture
def editor(controller: ApplicationController) -> Editor:
    return editor_of(controller)


@pytest.fixture
def page(editor: Editor) -> ListPage:
    page = editor.current_page()
    assert isinstance(page, ListPage)
    return page


def names(editor: Editor) -> list[str]:
    draft = editor.session.draft
    return [draft.text("org.name_lat", one) for one in draft.items("organisations")]


def answer(editor: Editor, question: str, row: int) -> object:
    item = editor.session.draft.items("organisations")[row]
    return editor.session.value(Key(question, item))


def copy(text: str) -> None:
    QApplication.clipboard().setText(text)


def visible_rows(page: ListPage) -> list[str]:
    model, table = page.holder.model, page.table
    rows = [row for row in range(len(model.items)) if not table.isRowHidden(row)]
    return [model.text(model.index(row, 0)) for row in rows]


def top_of(widget: QWidget, page: ListPage) -> int:
    return widget.mapTo(page.viewport(), QPoint(0, 0)).y()


def _is_on_screen(page: ListPage, details: ItemDetails) -> bool:
    """Return whether a row with all its details is in view, and nothing of them is cut."""
    page.show_current()
    row = page.table.rowViewportPosition(page.table.open_row)
    top = page.table.viewport().mapTo(page.viewport(), QPoint(0, row)).y()
    bottom = top_of(details, page) + details.height()
    is_whole = details.height() == details.needed_height(details.width())
    return is_whole and top >= 0 and bottom <= page.viewport().height()


def test_names_are_typed_one_below_the_other(
    editor: Editor, page: ListPage, keyboard: Keyboard
) -> None:
    before = names(editor)
    page.tools.add_button.setFocus()
    keyboard.press(SPACE)
    for name in ("Škola Duga", "Lycée Arago"):
        keyboard.type(name)
        keyboard.press(ENTER)
    assert names(editor) == [*before, "Škola Duga", "Lycée Arago"]
    assert keyboard.focus is page.table
    assert page.table.currentIndex().row() == len(names(editor))


def test_a_name_is_stored_from_its_first_key_on_and_escape_takes_it_back(
    editor: Editor, page: ListPage, keyboard: Keyboard
) -> None:
    before = names(editor)
    answers = editor.session.draft.answers
    page.tools.add_button.setFocus()
    keyboard.press(SPACE)
    keyboard.type("Škola")
    assert names(editor) == [*before, "Škola"]
    assert isinstance(keyboard.focus, QLineEdit)
    keyboard.press(ESCAPE)
    assert editor.session.draft.answers == answers
    assert keyboard.focus is page.table
    keyboard.type("S")
    keyboard.press(Qt.Key.Key_Backspace)
    keyboard.press(ENTER)
    assert editor.session.draft.answers == answers
    assert keyboard.focus is page.table


def test_tab_goes_right_through_a_new_row_and_enter_goes_down(
    editor: Editor, page: ListPage, keyboard: Keyboard
) -> None:
    row = len(names(editor))
    page.tools.add_button.setFocus()
    keyboard.press(SPACE)
    keyboard.type("Škola Duga")
    keyboard.press(TAB)
    keyboard.type("Split")
    keyboard.press(TAB)
    keyboard.type("Cro")
    keyboard.press(TAB)
    keyboard.type("123450099")
    keyboard.press(ENTER)
    found = [answer(editor, one, row) for one in ("org.city", "org.country", "org.pic")]
    assert found == ["Split", "HR", "123450099"]
    assert (page.table.currentIndex().row(), keyboard.focus) == (row + 1, page.table)


def test_a_click_on_the_current_cell_begins_to_edit_it_before_anything_is_typed(
    editor: Editor, page: ListPage, keyboard: Keyboard
) -> None:
    index = page.holder.model.index(1, 0)
    for _ in range(2):
        Mouse().click_cell(page.table, index)
    assert isinstance(keyboard.focus, QLineEdit)
    keyboard.press(Qt.Key.Key_A, CTRL)
    keyboard.type("Bra")
    assert names(editor)[1] == "Bra"


def test_what_is_typed_is_stored_at_each_key_and_escape_gives_up(
    editor: Editor, page: ListPage, keyboard: Keyboard
) -> None:
    before = answer(editor, "org.city", 1)
    page.table.choose(editor.session.draft.items("organisations")[1], 1)
    page.table.setFocus()
    keyboard.type("Bra")
    assert answer(editor, "org.city", 1) == "Bra"
    keyboard.press(ESCAPE)  # closes the list of places
    keyboard.press(ESCAPE)
    assert answer(editor, "org.city", 1) == before
    assert keyboard.focus is page.table
    keyboard.press(Qt.Key.Key_F2)
    keyboard.press(Qt.Key.Key_End)
    keyboard.type("x")
    keyboard.press(DOWN)
    assert answer(editor, "org.city", 1) == f"{before}x"
    assert page.table.currentIndex().row() == 2
    keyboard.press(Qt.Key.Key_Z, CTRL)
    assert answer(editor, "org.city", 1) == before
    assert keyboard.focus is page.table
    assert (page.table.currentIndex().row(), page.table.currentIndex().column()) == (1, 1)


def test_of_a_long_name_that_is_edited_nothing_stands_around_the_field(
    editor: Editor, page: ListPage, keyboard: Keyboard
) -> None:
    name = " ".join(["Openbare scholengemeenschap voor alle talen"] * 6)
    item = editor.session.draft.items("organisations")[1]
    editor.session.edit(Key("org.name_lat", item), name)
    page.table.choose(item, 0)
    page.table.setFocus()
    process_events()
    index, viewport = page.table.currentIndex(), page.table.viewport()
    row = page.table.visualRect(index)
    above = QRect(row.left() + 60, row.top() + 4, row.width() - 80, row.height() // 2 - 22)
    assert above.height() > 8
    assert len(colours_in(viewport, above)) > 1
    keyboard.press(Qt.Key.Key_F2)
    process_events()
    assert not page.table.indexWidget(index).geometry().intersects(above)
    assert len(colours_in(viewport, above)) == 1


def colours_in(widget: QWidget, rect: QRect) -> set[int]:
    image = widget.grab(rect).toImage()
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


def test_what_is_wrong_is_said_in_its_row(
    editor: Editor, page: ListPage, keyboard: Keyboard
) -> None:
    item = editor.session.draft.items("organisations")[2]
    page.table.choose(item, 3)
    page.table.setFocus()
    keyboard.type("1234")
    editor.check_runner.run_now()
    model = page.holder.model
    state = model.state(2)
    assert state is not None
    assert state.wrong == (Key("org.pic", item),)
    assert "PIC" in state.advice
    assert "nine digits" in state.advice
    assert state.advice in page.table.painter.lines_below(2, ())
    assert model.text(model.index(2, model.state_column)) == "1 to fix"
    assert isinstance(keyboard.focus, QLineEdit), "the cell is still edited"
    keyboard.press(ENTER)
    assert page.table.rowHeight(2) > page.table.rowHeight(1)


def test_space_unfolds_a_row_and_escape_leads_back(
    editor: Editor, page: ListPage, keyboard: Keyboard
) -> None:
    item = editor.session.draft.items("organisations")[1]
    page.choose(item)
    keyboard.press(SPACE)
    details = page.holder.details
    assert details is not None
    assert details.isAncestorOf(keyboard.focus)
    keyboard.press(ESCAPE)
    assert keyboard.focus is page.table
    assert page.item == item
    keyboard.press(SPACE)
    assert page.holder.details is None
    assert keyboard.focus is page.table


def test_the_focus_stays_where_the_work_is_when_a_part_or_its_item_goes(
    editor: Editor, page: ListPage, keyboard: Keyboard
) -> None:
    page.tools.add_button.setFocus()
    keyboard.press(SPACE)
    keyboard.type("Škola Duga")
    keyboard.press(ENTER)
    page.choose(editor.session.draft.items("organisations")[-1])
    keyboard.press(SPACE)
    details = page.holder.details
    assert details is not None
    line = next(one for one in details.lines() if one.part == "representative")
    keyboard.tab_to(lambda part: part is line, "the line of a part")
    keyboard.press(ENTER)
    assert details.part == "representative"
    assert details.form is not None
    assert details.form.isAncestorOf(keyboard.focus)
    for _ in range(2):
        editor.session.undo_stack.undo()
    assert page.holder.details is None
    assert keyboard.focus is page.table


def test_the_field_of_a_part_that_was_folded_has_the_focus_and_is_seen_at_once(
    editor: Editor, keyboard: Keyboard
) -> None:
    item = editor.session.draft.items("organisations")[1]
    for question in ("org.country", "org.name_lat", "org.city"):
        editor.show_key(Key(question, item))
        assert keyboard.focus.isVisible()


@pytest.mark.parametrize("example", [LARGE])
def test_tab_goes_through_row_fields_and_parts_and_then_on(
    editor: Editor, page: ListPage, keyboard: Keyboard
) -> None:
    item = editor.session.draft.items("organisations")[1]
    page.choose(item)
    keyboard.press(SPACE)
    details = page.holder.details
    assert details is not None
    details.open_part("projects")
    process_events()
    assert details.form is not None
    table = details.form.widgets.tables["bg.eu_table"]
    head = table.findChild(QAbstractButton, "line")
    assert head is not None
    head.setFocus()
    keyboard.press(SPACE)  # its fields are built only now
    process_events()
    passed = [keyboard.focus]
    while details.isAncestorOf(keyboard.focus):
        keyboard.press(TAB)
        passed.append(keyboard.focus)
    names = [one.accessibleName() for one in passed]
    card = [names.index(one) for one in ("Programme", "Year", "Contract number", "Beneficiary")]
    lines = [passed.index(one) for one in details.lines() if one.isVisible()]
    assert sorted([*card, *lines]) == [*card, *lines]
    assert page.questions.isAncestorOf(passed[-1])
    for widget in reversed(passed[:-1]):
        keyboard.press(Qt.Key.Key_Backtab)
        assert keyboard.focus is widget


def test_tab_goes_from_the_end_of_an_open_row_into_its_details(
    editor: Editor, page: ListPage, keyboard: Keyboard
) -> None:
    page.choose(editor.session.draft.items("organisations")[1])
    keyboard.press(SPACE)
    keyboard.press(ESCAPE)
    keyboard.press(TAB, times=4)
    details = page.holder.details
    assert details is not None
    assert details.isAncestorOf(keyboard.focus)


@pytest.mark.parametrize("example", [SMALL, LARGE])
@pytest.mark.share(2)
def test_all_the_data_of_a_partner_stand_on_one_screen(
    shared_program: SharedProgram, qtbot: QtBot, example: str
) -> None:
    """The mark: folded, each part of each partner is in view without scrolling."""
    controller = shared_program.open(EXAMPLES / example, ORGANISATIONS, size=LAPTOP)
    keyboard = Keyboard(controller.window, qtbot)
    editor = editor_of(controller)
    page = editor.current_page()
    assert isinstance(page, ListPage)
    assert (controller.window.width(), controller.window.height()) == LAPTOP
    for item in editor.session.draft.items("organisations"):
        page.choose(item)
        keyboard.press(SPACE)
        details = page.holder.details
        assert details is not None
        spec = editor.session.form.lists["organisations"]
        for part in spec.parts:
            details.open_part(part.id)
            page.table.setFocus()
            shown = [line.part for line in details.lines() if line.isVisible()]
            assert {*shown, details.part} == {one.id for one in spec.parts}
            # A long text is as long as it is; folded, its part is a line as well.
            if all(editor.session.form.questions[one].limit is None for one in part.questions):
                keyboard.qtbot.waitUntil(partial(_is_on_screen, page, details))
        keyboard.press(SPACE)


def test_rare_fields_are_shown_where_they_apply_or_on_request(
    editor: Editor, page: ListPage, keyboard: Keyboard
) -> None:
    session = editor.session
    item = session.draft.items("organisations")[1]
    for name in ("org.cedex", "org.fax", "org.pobox", "org.phone2"):
        session.edit(Key(name, item), None)
    details = page.holder.unfold(item)
    details.open_part("address")
    assert details.form is not None
    boxes = details.form.widgets.boxes
    assert boxes["org.cedex"].isHidden()
    assert "CEDEX" in details.form.rare_button.text()
    session.edit(Key("org.country", item), "FR")
    assert not boxes["org.cedex"].isHidden()
    session.edit(Key("org.fax", item), "+33 1 23 45 67 89")
    assert not boxes["org.fax"].isHidden()
    details.form.rare_button.setFocus()
    keyboard.press(SPACE)
    assert not boxes["org.pobox"].isHidden()
    assert boxes["org.pobox"].isAncestorOf(keyboard.focus)
    assert details.form.rare_button.isHidden()


def test_a_hidden_rare_field_is_shown_to_whoever_is_led_to_it(
    editor: Editor, page: ListPage
) -> None:
    item = editor.session.draft.items("organisations")[1]
    editor.session.edit(Key("org.fax", item), None)
    editor.show_key(Key("org.fax", item))
    details = page.holder.details
    assert details is not None
    assert details.form is not None
    assert not details.form.widgets.boxes["org.fax"].isHidden()


def test_rows_with_headings_are_pasted_at_once_in_one_step(
    editor: Editor, page: ListPage, keyboard: Keyboard
) -> None:
    before = editor.session.draft.answers
    count = len(names(editor))
    copy(
        "PIC\tName\tCountry\tCity\tWebsite\r\n"
        '911110001\t"School ""De\nBrug"""\tBelgium\tGent\twww.debrug.example\r\n'
        "911110002\tLycée Arago\tfr\tParis\t\r\n"
    )
    page.choose(page.holder.model.items[0])
    keyboard.press(Qt.Key.Key_V, CTRL)
    assert names(editor)[count:] == ['School "De\nBrug"', "Lycée Arago"]
    found = [answer(editor, one, count + 1) for one in ("org.pic", "org.country", "org.city")]
    assert found == ["911110002", "FR", "Paris"]
    assert answer(editor, "org.website", count) == "www.debrug.example"
    assert keyboard.focus is page.table
    keyboard.press(Qt.Key.Key_Z, CTRL)
    assert editor.session.draft.answers == before


def test_columns_without_headings_are_asked_about_in_the_page(
    editor: Editor, page: ListPage, keyboard: Keyboard
) -> None:
    count = len(names(editor))
    copy("1\tŠkola Duga\tSplit\tCroatia\t911110001\n2\tLycée Arago\tParis\tNowhere\t911110002\n")
    page.tools.add_button.setFocus()
    keyboard.press(SPACE)
    keyboard.press(Qt.Key.Key_V, CTRL)
    panel = page.findChild(PastePanel)
    assert panel is not None
    chosen = [field.combo.currentData() for field in panel.fields]
    assert chosen == [None, "org.name_lat", "org.city", "org.country", "org.pic"]
    assert panel.isAncestorOf(keyboard.focus)
    keyboard.tab_to(lambda part: part is panel.add_button, "add")
    keyboard.press(SPACE)
    assert names(editor)[count:] == ["Škola Duga", "Lycée Arago"]
    assert answer(editor, "org.country", count) == "HR"
    assert answer(editor, "org.country", count + 1) is None
    assert "Nowhere" in page.paste_area.message_label.text()
    assert keyboard.focus is page.table


def test_a_block_is_pasted_over_the_cells_from_the_current_one_on(
    editor: Editor, page: ListPage, keyboard: Keyboard
) -> None:
    items = editor.session.draft.items("organisations")
    before = editor.session.draft.answers
    page.table.choose(items[1], 1)
    page.table.setFocus()
    copy("Gent\tBelgium\r\nLyon\tFrance\r\n")
    keyboard.press(Qt.Key.Key_V, CTRL)
    found = [[answer(editor, one, row) for one in ("org.city", "org.country")] for row in (1, 2)]
    assert found == [["Gent", "BE"], ["Lyon", "FR"]]
    assert (page.table.currentIndex().row(), page.table.currentIndex().column()) == (1, 1)
    keyboard.press(Qt.Key.Key_Z, CTRL)
    assert editor.session.draft.answers == before


def test_one_word_is_pasted_into_the_cell_that_is_edited(
    editor: Editor, page: ListPage, keyboard: Keyboard
) -> None:
    page.table.choose(editor.session.draft.items("organisations")[1], 1)
    page.table.setFocus()
    keyboard.press(Qt.Key.Key_F2)
    copy("Gent")
    keyboard.press(Qt.Key.Key_A, CTRL)
    keyboard.press(Qt.Key.Key_V, CTRL)
    assert answer(editor, "org.city", 1) == "Gent"
    assert len(page.table.findChildren(Field)) > 0


def test_rows_are_moved_and_removed_by_keys_and_the_focus_stays(
    editor: Editor, page: ListPage, keyboard: Keyboard
) -> None:
    first, second, third, *rest = editor.session.draft.items("organisations")
    page.choose(second)
    keyboard.press(Qt.Key.Key_Up, CTRL | SHIFT)
    assert editor.session.draft.items("organisations") == (second, first, third, *rest)
    assert (page.item, keyboard.focus) == (second, page.table)
    keyboard.press(Qt.Key.Key_Delete, CTRL)
    assert editor.session.draft.items("organisations") == (first, third, *rest)
    assert keyboard.focus is page.table
    window = page.window()
    texts = [one.text() for one in window.findChildren(type(page.summary_label))]
    assert any("You removed" in text for text in texts)
    keyboard.press(Qt.Key.Key_Z, CTRL)
    keyboard.press(Qt.Key.Key_Z, CTRL)
    assert editor.session.draft.items("organisations") == (first, second, third, *rest)


def test_an_open_row_follows_its_organisation(editor: Editor, page: ListPage) -> None:
    first, second, *_ = editor.session.draft.items("organisations")
    details = page.holder.unfold(second)
    editor.session.move_item("organisations", second, 0)
    process_events()
    assert page.holder.details is details
    assert page.table.open_row == 0
    assert page.item == second
    editor.session.move_item("organisations", first, 0)
    assert page.table.open_row == 1


@pytest.mark.parametrize("example", [LARGE])
def test_a_long_list_is_searched_by_any_part_of_a_name_without_accents(
    editor: Editor, page: ListPage, keyboard: Keyboard
) -> None:
    assert not page.search_line.isVisible()
    while len(names(editor)) < SEARCH_THRESHOLD:
        editor.session.add_item("organisations", values={"org.name_lat": "Škola Duga"})
    process_events()
    editor.check_runner.run_now()
    page.choose(page.holder.model.items[-1])
    page.search_line.setFocus()
    keyboard.type("skola DUGA")
    assert visible_rows(page) == ["Škola Duga"]
    keyboard.press(Qt.Key.Key_A, CTRL)
    keyboard.press(Qt.Key.Key_Delete)
    assert len(visible_rows(page)) == SEARCH_THRESHOLD


@pytest.mark.parametrize("width", [683, 1000, 1366, 1920])
@pytest.mark.share
def test_no_row_is_cut_and_the_table_does_not_scroll(
    controller: ApplicationController, page: ListPage, editor: Editor, width: int
) -> None:
    controller.window.resize(width, 768)
    process_events()
    page.holder.unfold(editor.session.draft.items("organisations")[2])
    process_events()
    table = page.table
    for bar in (table.verticalScrollBar(), table.horizontalScrollBar()):
        assert bar.maximum() == 0
    shown = [one for one in range(page.holder.model.columnCount()) if not table.isColumnHidden(one)]
    assert sum(map(table.columnWidth, shown)) == table.viewport().width()
    assert {0, page.holder.model.state_column} <= {*shown}
    metrics = table.fontMetrics()
    for row in range(len(page.holder.model.items)):
        lines = page.table.painter.lines_below(row, table.dropped)
        assert table.base_height(row) >= metrics.height() * (1 + len(lines))


def test_a_saved_organisation_comes_whole_by_two_clicks(
    controller: ApplicationController, editor: Editor, page: ListPage
) -> None:
    session = editor.session
    item = session.draft.items("organisations")[3]
    page.choose(item)
    page.tools.save_partner_button.click()
    before = {key.question: session.value(key) for key in session.draft.keys_of_item(item)}
    session.remove_item("organisations", item)

    def click_first(dialog: PartnerBookDialog) -> None:
        place = dialog.list.visualItemRect(dialog.list.item(0)).center()
        QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def click() -> None:
        QTest.mouseClick(page.tools.partner_book_button, Qt.MouseButton.LeftButton)

    run_dialog(PartnerBookDialog, click, click_first)
    process_events()
    new = session.draft.items("organisations")[-1]
    after = {key.question: session.value(key) for key in session.draft.keys_of_item(new)}
    tables = {"eu_projects"}
    assert after == {name: value for name, value in before.items() if name not in tables}
    assert (page.item, controller.window.focusWidget()) == (new, page.table)
    assert controller.paths.partner_book.is_file()
    # About an organisation that is begun with nothing, a saved one says it all.
    empty = session.add_item("organisations")
    run_dialog(PartnerBookDialog, click, click_first)
    assert session.draft.items("organisations")[-1] == empty
    again = {key.question: session.value(key) for key in session.draft.keys_of_item(empty)}
    assert again == after
    session.undo_stack.undo()
    assert not any(session.draft.keys_of_item(empty))


@pytest.mark.parametrize("example", [LARGE])
def test_partners_have_the_numbers_of_the_word_file(
    editor: Editor, page: ListPage, keyboard: Keyboard, controller: ApplicationController
) -> None:
    page.choose(editor.session.draft.items("organisations")[4])
    keyboard.press(Qt.Key.Key_Up, CTRL | SHIFT, 3)
    library = controller.draft_manager.library
    working_copy = ExportRequest(Profile.QUESTIONS)
    made = render_word(editor.session.draft, library, controller.paths.resources, working_copy)
    rows = [
        list(map(text_of, row.iter(f"{W}tc"))) for row in parse_body(made.content).iter(f"{W}tr")
    ]
    model = page.holder.model
    shown = [
        (model.number(row), model.text(model.index(row, 0))) for row in range(len(model.items))
    ]
    in_word = [(cells[0], cells[1]) for cells in rows if len(cells) > 2]
    assert [one for one in in_word if one in shown] == shown
    assert [number for number, _ in shown] == [str(one) for one in range(1, len(shown) + 1)]


def text_of(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t"))
