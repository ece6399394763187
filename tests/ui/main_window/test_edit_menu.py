"""The Edit menu acts on what has the focus, and offers what can be done there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from erasmus_desk.draft.model import Key
from tests.ui.conftest import copy_example
from tests.ui.editors import EXAMPLES
from tests.ui.keyboard import ALT, CTRL, SHIFT, Keyboard, process_events
from ui.controllers.application import ApplicationController
from ui.fields.text_box import GrowingTextEdit
from ui.main_window.editor import Editor
from ui.pages.items.table import ItemsTable
from ui.widgets.cursors import find_cursor_rect
from ui.widgets.edit_keys import Edit

TEXT = Key("des.rationale")
ORGANISATIONS = "form:organisations"


@pytest.fixture
def first_draft(home: Path) -> Path:
    return copy_example(EXAMPLES[0], home)


@pytest.fixture
def editor(controller: ApplicationController) -> Editor:
    process_events()
    editor = controller.window.editor
    assert editor is not None
    editor.session.edit(TEXT, "A school garden.")
    return editor


@pytest.fixture
def choose(controller: ApplicationController) -> Callable[[Edit], bool]:
    """Return what chooses an entry with the keys of the menu, and says whether it is offered."""

    def open_and_choose(edit: Edit) -> bool:
        window, menu = controller.window, controller.menus.edit_menu
        bar = window.menuBar()
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_E, ALT)
        process_events()
        assert menu.isVisible(), bar.actions()
        action = controller.menus.edit_actions.actions[edit]
        is_offered = action.isEnabled()
        menu.setActiveAction(action)
        QTest.keyClick(menu, Qt.Key.Key_Return if is_offered else Qt.Key.Key_Escape)
        process_events()
        if bar.hasFocus():
            QTest.keyClick(bar, Qt.Key.Key_Escape)
        return is_offered

    return open_and_choose


def focused_box() -> GrowingTextEdit:
    box = QApplication.focusWidget()
    assert isinstance(box, GrowingTextEdit)
    return box


def test_keys_pressed_while_the_menu_bar_has_the_focus_edit_what_had_it_before(
    controller: ApplicationController, editor: Editor, keyboard: Keyboard
) -> None:
    title = keyboard.focus
    controller.window.menuBar().setFocus()
    keyboard.press(Qt.Key.Key_A, CTRL)
    assert keyboard.focus is title
    editor.show_key(TEXT)
    box = focused_box()
    controller.window.menuBar().setFocus()
    keyboard.press(Qt.Key.Key_A, CTRL)
    assert keyboard.focus is box
    assert box.textCursor().selectedText() == "A school garden."


def test_the_menu_edits_the_answer_or_the_line_or_the_table_that_has_the_focus(
    editor: Editor, keyboard: Keyboard, choose: Callable[[Edit], bool]
) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    assert [edit for edit in Edit if choose(edit)] == []  # on the title of the overview
    editor.show_key(TEXT)
    box = focused_box()
    assert not choose(Edit.CUT)
    assert not choose(Edit.PASTE)
    assert choose(Edit.SELECT_ALL)
    assert box.textCursor().selectedText() == "A school garden."
    assert choose(Edit.COPY)
    assert clipboard.text() == "A school garden."
    assert choose(Edit.CUT)
    assert text_of(editor) == ""
    assert choose(Edit.PASTE)
    assert choose(Edit.PASTE)
    assert text_of(editor) == "A school garden." * 2
    # The keys that the menu shows stay with the field.
    keyboard.press(Qt.Key.Key_A, CTRL)
    keyboard.press(Qt.Key.Key_X, CTRL)
    assert text_of(editor) == ""
    keyboard.press(Qt.Key.Key_V, CTRL)
    assert text_of(editor) == "A school garden." * 2

    keyboard.press(Qt.Key.Key_F, CTRL)
    clipboard.setText("garden")
    assert choose(Edit.PASTE)
    line = keyboard.focus
    assert isinstance(line, QLineEdit)
    assert line.text() == "garden"
    assert text_of(editor) == "A school garden." * 2

    editor.show_step(ORGANISATIONS)
    table = keyboard.tab_to(lambda part: isinstance(part, ItemsTable), "the table")
    assert isinstance(table, ItemsTable)
    pasted: list[bool] = []
    table.pasted.connect(lambda: pasted.append(True))
    assert choose(Edit.PASTE)
    assert pasted == [True]


def text_of(editor: Editor) -> str:
    return editor.session.draft.text(TEXT.question, TEXT.item)


def test_every_command_says_where_macos_puts_it_and_no_keys_are_given_twice(
    controller: ApplicationController, editor: Editor
) -> None:
    role = QAction.MenuRole
    roles: dict[QAction.MenuRole, list[str]] = {}
    for menu in controller.window.menuBar().findChildren(QMenu):
        for action in menu.actions():
            if not action.isSeparator() and not isinstance(action.menu(), QMenu):
                roles.setdefault(action.menuRole(), []).append(action.text().replace("&", ""))
    assert roles.pop(role.AboutRole) == ["About Erasmus Desk"]
    assert roles.pop(role.PreferencesRole) == ["Preferences…"]
    assert roles.pop(role.QuitRole) == ["Exit"]
    # By its words macOS would put it in the place of the entry about the program.
    assert "About this call" in roles.pop(role.NoRole)
    assert list(roles.values()) == [["Undo", "Redo"]]
    given: dict[str, str] = {}
    for action in controller.window.menu_actions():
        for keys in action.shortcuts():
            text = keys.toString(QKeySequence.SequenceFormat.PortableText)
            assert given.setdefault(text, action.text()) == action.text(), text
    assert {"Ctrl+F", "Ctrl+H", "Ctrl+Z", "Ctrl+Q", "F1"} <= set(given)
    # Bold, italic and underlined in Word: whoever presses them while writing wants no dialog.
    assert not {"Ctrl+B", "Ctrl+I", "Ctrl+U"} & set(given)


@pytest.mark.parametrize("key", [TEXT, Key("prj.title")], ids=["a text", "a line"])
def test_the_menu_of_a_text_has_the_undo_of_the_window(
    controller: ApplicationController, editor: Editor, keyboard: Keyboard, key: Key
) -> None:
    before = editor.session.draft.text(key.question)
    editor.show_key(key)
    process_events()
    keyboard.type("x")
    assert editor.session.draft.text(key.question) != before
    assert keyboard.focus is not None
    line = find_cursor_rect(keyboard.focus)
    line.moveTopLeft(keyboard.focus.mapToGlobal(line.topLeft()))
    keyboard.press(Qt.Key.Key_F10, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    # The line that it is about stays in sight.
    assert menu.y() >= line.bottom() or menu.geometry().bottom() <= line.top()
    undo, redo = menu.actions()[:2]
    assert (undo, redo) == tuple(controller.menus.edit_menu.actions()[:2])
    assert undo.isEnabled()
    assert not redo.isEnabled()
    menu.setActiveAction(undo)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    process_events()
    assert editor.session.draft.text(key.question) == before
