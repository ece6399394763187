"""Steps, page and guidance in a wide and in a narrow window."""

from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from erasmus_desk.draft.model import ChangeSet, Key
from erasmus_desk.storage.settings import Settings
from tests.ui.conftest import StartProgram, copy_example
from tests.ui.editors import EXAMPLES, apply_test_theme
from tests.ui.keyboard import CTRL, Keyboard, process_events
from tests.ui.shared_program import SharedProgram
from ui.controllers.application import ApplicationController
from ui.fields.text_box import GrowingTextEdit
from ui.main_window.columns import FULL_GUIDANCE, GAP, GUIDANCE_WIDTH
from ui.main_window.editor import Editor
from ui.main_window.page_factory import EXPORT, PREVIEW
from ui.main_window.step_list import NOTE_ROLE
from ui.theme.theme import GRID, apply_theme
from ui.widgets.cursors import set_cursor

WIDE, NARROW = 1366, 683


@pytest.fixture
def controller(shared_program: SharedProgram) -> ApplicationController:
    return shared_program.open(EXAMPLES[0])


@pytest.fixture
def editor(controller: ApplicationController) -> Editor:
    editor = controller.window.editor
    assert editor is not None
    resize(editor, WIDE)
    return editor


def resize(editor: Editor, width: int) -> None:
    window = editor.window()
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(width, 700)
    QApplication.processEvents()
    assert window.width() == width


def test_a_page_has_the_focus_that_the_list_of_steps_had_before_the_window_was_narrow(
    controller: ApplicationController, editor: Editor, keyboard: Keyboard
) -> None:
    editor.step_list.view.setFocus()
    controller.home.show_backups()
    resize(editor, NARROW)
    controller.window.stack.close_over()
    assert keyboard.focus.isVisible()
    resize(editor, WIDE)
    editor.step_list.view.setFocus()
    controller.home.show_backups()
    resize(editor, NARROW)
    keyboard.press(Qt.Key.Key_E, CTRL)
    page = editor.current_page()
    assert editor.step == EXPORT
    assert page is not None
    assert page.isAncestorOf(keyboard.focus)
    assert keyboard.focus.isVisible()


def test_a_step_has_room_for_its_title_and_its_note_beside_a_scroll_bar(
    start_program: StartProgram, home: Path
) -> None:
    large = Settings(language="fr", text_scale=150)
    editor = start_program(large, copy_example(EXAMPLES[0], home)).window.editor
    assert editor is not None
    changes = (editor.session.draft.change(key, None) for key in editor.session.draft.answers)
    editor.session.perform(ChangeSet(tuple(changes)))
    editor.check_runner.run_now()
    resize(editor, WIDE)
    view = editor.step_list.view
    assert view.verticalScrollBar().maximum() > 0
    rows = (view.model().index(row, 0) for row in range(view.model().rowCount()))
    noted = [index for index in rows if index.data(NOTE_ROLE)]
    assert len(noted) > 5
    drawn, metrics = view.viewport().grab().toImage(), view.fontMetrics()
    for index in noted:
        place = view.visualRect(index).intersected(view.viewport().rect())
        note = place.right() - 2 * GRID - metrics.horizontalAdvance(index.data(NOTE_ROLE))
        gap = drawn.copy(note - GRID // 2, place.top() + 2, GRID // 4, place.height() - 4)
        colours = {gap.pixel(x, y) for x in range(gap.width()) for y in range(gap.height())}
        assert len(colours) <= 1, index.data()


def test_arrow_keys_go_on_through_the_steps_and_enter_leads_into_the_page(
    controller: ApplicationController, editor: Editor, qtbot: QtBot
) -> None:
    keyboard, steps = Keyboard(controller.window, qtbot), editor.steps()
    editor.show_step(steps[0])
    keyboard.press(Qt.Key.Key_F6)
    keyboard.press(Qt.Key.Key_Down, times=3)
    assert (editor.step, keyboard.focus) == (steps[3], editor.step_list.view)
    keyboard.press(Qt.Key.Key_Home)
    assert (editor.step, keyboard.focus) == (steps[0], editor.step_list.view)
    keyboard.press(Qt.Key.Key_Down, times=3)
    keyboard.press(Qt.Key.Key_Return)
    page = editor.current_page()
    assert page is not None
    assert page.isAncestorOf(keyboard.focus)


def test_f6_in_a_narrow_window_leads_to_the_button_of_the_part_and_back(
    controller: ApplicationController, editor: Editor, qtbot: QtBot
) -> None:
    keyboard = Keyboard(controller.window, qtbot)
    resize(editor, NARROW)
    for step in (editor.steps()[0], editor.steps()[-1], PREVIEW):
        editor.show_step(step)
        keyboard.press(Qt.Key.Key_F6)
        assert keyboard.focus.isVisible()
        assert editor.columns.step_buttons.isAncestorOf(keyboard.focus)
        keyboard.press(Qt.Key.Key_F6)
        page = editor.current_page()
        assert page is not None
        assert page.isAncestorOf(keyboard.focus)


@pytest.mark.parametrize("width", [WIDE, 1920])
def test_nothing_is_destroyed_while_qt_goes_through_the_widgets_for_another_size(
    editor: Editor, qapp: QApplication, width: int
) -> None:
    resize(editor, width)
    theme = apply_test_theme(qapp, text_scale=100)
    process_events()
    gone = list[str]()
    for widget in editor.window().findChildren(QWidget):
        widget.destroyed.connect(partial(gone.append, type(widget).__name__))
    parent = editor.guidance.parent()
    for scale in (200, 100):
        apply_theme(qapp, theme, scale)
        assert gone == []
        process_events()
        assert (editor.guidance.parent() is parent) == (scale == 100)
        gone.clear()


def test_a_narrow_window_has_a_button_for_each_part_of_the_steps(editor: Editor) -> None:
    resize(editor, NARROW)
    buttons = editor.columns.step_buttons.findChildren(QToolButton)
    listed = [action for one in buttons if (menu := one.menu()) for action in menu.actions()]
    alone = [one for one in buttons if not one.menu()]
    assert not editor.step_list.isVisible()
    assert len(listed) + len(alone) == len(editor.steps())
    listed[3].trigger()
    assert editor.step == editor.steps()[len(alone) + 3]
    alone[0].click()
    assert editor.step == editor.steps()[0]


def test_the_buttons_of_a_narrow_window_say_what_is_open_and_which_part_is_shown(
    editor: Editor,
) -> None:
    resize(editor, NARROW)
    role = editor.session.pack.role
    title, organisation = Key(role("title")), editor.session.draft.items(role("organisations"))[0]
    editor.session.edit(title, "")
    editor.check_runner.run_now()
    editor.show_key(title)
    shown = {button.text(): button for button in editor.columns.step_buttons.buttons}
    basics, text = shown["Basics"], shown["Text"]
    assert (basics.gaps, basics.is_done, text.gaps, text.is_done) == (1, False, 0, True)
    assert basics.accessibleName() == "Basics, 1 to answer, shown now"
    assert text.accessibleName() == "Project text, complete"
    width = editor.columns.step_buttons.width()
    text.setFocus()
    QApplication.processEvents()
    assert editor.columns.step_buttons.width() == width
    editor.show_key(Key("org.pic", organisation))
    assert basics.accessibleName().endswith("shown now")
    editor.show_step(editor.steps()[0])
    assert not basics.accessibleName().endswith("shown now")


def test_the_buttons_of_a_narrow_window_stay_when_a_count_changes(editor: Editor) -> None:
    resize(editor, NARROW)
    title = Key(editor.session.pack.role("title"))
    shown = editor.columns.step_buttons.buttons
    basics = next(button for button in shown if button.text() == "Basics")
    menu = basics.menu()
    words = [action.text() for action in menu.actions()]
    editor.session.edit(title, "")
    editor.check_runner.run_now()
    assert editor.columns.step_buttons.buttons == shown
    assert basics.menu() is menu
    assert basics.gaps == 1
    changed = [action.text() for action in menu.actions()]
    assert sum(old != new for old, new in zip(words, changed, strict=True)) == 1
    menu.actions()[-1].trigger()
    assert editor.step == basics.steps[-1].id


def test_the_page_of_a_narrow_window_is_as_wide_as_the_window_without_the_buttons(
    editor: Editor,
) -> None:
    resize(editor, NARROW)
    left = editor.stack.mapTo(editor, QPoint(0, 0)).x()
    assert left == editor.columns.step_buttons.width()
    assert left + editor.stack.width() == NARROW


def test_guidance_lies_over_a_narrow_page_on_demand_and_esc_closes_it(editor: Editor) -> None:
    resize(editor, NARROW)
    assert not editor.guidance.isVisible()
    page = editor.stack.geometry()
    editor.columns.toggle_guidance()
    QApplication.processEvents()
    assert editor.guidance.isVisible()
    assert editor.stack.geometry() == page
    QTest.keyClick(editor.guidance, Qt.Key.Key_Escape)
    assert not editor.guidance.isVisible()


@pytest.mark.parametrize("is_shown", [True, False])
def test_a_window_made_wide_again_is_as_before(editor: Editor, is_shown: bool) -> None:
    editor.show_step(editor.steps()[1])
    editor.columns.prefer_guidance(is_shown=is_shown)
    for width in (NARROW, WIDE):
        resize(editor, width)
    assert editor.step_list.isVisible()
    assert editor.guidance.isVisible() is is_shown
    assert not editor.columns.step_buttons.isVisible()


def test_guidance_is_folded_beside_a_page_that_needs_the_width_until_asked_for(
    editor: Editor,
) -> None:
    overview, section = editor.steps()[:2]
    assert not editor.guidance.isVisible()
    editor.show_step(section)
    assert editor.guidance.isVisible()
    editor.show_step(overview)
    assert not editor.guidance.isVisible()
    editor.columns.toggle_guidance()
    assert editor.guidance.isVisible()
    editor.columns.toggle_guidance()
    assert not editor.guidance.isVisible()
    editor.show_step(section)
    assert editor.guidance.isVisible(), "folding it on the overview is no choice for the others"


def test_guidance_has_its_full_width_beside_the_text_of_a_laptop(editor: Editor) -> None:
    editor.show_step(editor.steps()[1])
    resize(editor, WIDE)
    page = editor.current_page()
    assert page is not None
    assert editor.guidance.width() == FULL_GUIDANCE
    assert page.column_widget.width() == page.column_widget.maximumWidth()


@pytest.mark.parametrize("width", [1600, 1920, 2560])
@pytest.mark.share(3)
def test_guidance_stands_beside_the_text_of_a_wide_window_with_both_in_the_middle(
    editor: Editor, width: int
) -> None:
    editor.show_step(editor.steps()[1])
    resize(editor, width)
    page = editor.current_page()
    assert page is not None
    text = rect_in(editor.stack, page.column_widget)
    guidance = rect_in(editor.stack, editor.guidance)
    assert text.width() == page.column_widget.maximumWidth()
    assert guidance.width() == GUIDANCE_WIDTH
    assert guidance.left() - text.right() - 1 == GAP
    bar = page.verticalScrollBar()
    right = editor.stack.width() - bar.sizeHint().width() - guidance.right() - 1
    assert abs(text.left() - right) <= 1
    # The scroll bar is at the edge, and what is typed is not below the guidance.
    assert bar.mapTo(editor.stack, QPoint(bar.width(), 0)).x() == editor.stack.width()
    editor.columns.toggle_guidance()
    QApplication.processEvents()
    assert page.viewport().width() == editor.stack.width() - bar.sizeHint().width()
    editor.columns.toggle_guidance()
    for narrower in (WIDE, NARROW, width):
        resize(editor, narrower)
        assert page.viewport().width() <= editor.stack.width()
    assert rect_in(editor.stack, editor.guidance) == guidance


def rect_in(around: QWidget, widget: QWidget) -> QRect:
    at = widget.mapTo(around.window(), QPoint(0, 0))
    return QRect(around.mapFrom(around.window(), at), widget.size())


def test_guidance_of_another_question_leaves_the_box_alive_whose_key_led_there(
    editor: Editor,
) -> None:
    first, second = Key("des.rationale"), Key("des.innovation")
    editor.show_key(first)
    box = next(iter(editor.guidance.findChildren(QCheckBox)))
    box.setFocus()
    editor.guidance.show_key(second)
    assert shiboken6.isValid(box)
    process_events()
    assert not shiboken6.isValid(box)
    assert editor.guidance.findChildren(QCheckBox)


@pytest.mark.parametrize("way", ["Esc", "button", "F1"])
def test_closed_guidance_gives_the_focus_back_to_the_answer_it_belongs_to(
    editor: Editor, way: str
) -> None:
    """Whoever reads it in a narrow window writes on where the caret was."""
    resize(editor, NARROW)
    editor.show_key(Key("des.innovation"))
    box = QApplication.focusWidget()
    assert isinstance(box, GrowingTextEdit)
    set_cursor(box, 7)
    editor.columns.toggle_guidance()
    assert QApplication.focusWidget() is editor.guidance
    if way == "Esc":
        QTest.keyClick(editor.guidance, Qt.Key.Key_Escape)
    elif way == "button":
        close = next(iter(editor.guidance.findChildren(QToolButton)))
        close.setFocus()
        QTest.keyClick(close, Qt.Key.Key_Space)
    else:
        editor.columns.toggle_guidance()
    assert not editor.guidance.isVisible()
    assert QApplication.focusWidget() is box
    assert box.textCursor().position() == 7
