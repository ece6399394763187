"""The spelling as a user sees it: waves, the menu, known words, other languages, one undo step."""

from __future__ import annotations

import signal
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from erasmus_desk.__main__ import SPELLING
from erasmus_desk.draft import spelling_marks
from erasmus_desk.draft.model import Key
from erasmus_desk.paths import AppPaths
from erasmus_desk.storage.settings import Settings, ThemeMode
from tests.ui.conftest import StartProgram, copy_example
from tests.ui.editors import EXAMPLES, editor_of
from tests.ui.keyboard import process_events
from ui.controllers.application import ApplicationController
from ui.fields.line_fields import TextLine
from ui.fields.text_box import GrowingTextEdit
from ui.session.session import Session

TEXT = Key("sum.text")
"""An answer on a page with few others, which is quick to open."""
WRONG, MEANT = "leerkragt", "leerkracht"
SENTENCE = f"De {WRONG} geeft les in Talentra. "
LOOKING = "Looking for suggestions…"
NEAR = 90
"""Difference of a colour by which a pixel is still part of a wave, whose edges are smooth."""


class Writer:
    """Somebody who writes in one answer of an open proposal."""

    def __init__(self, controller: ApplicationController, qtbot: QtBot, key: Key = TEXT) -> None:
        self.controller, self.qtbot = controller, qtbot
        self.editor = editor_of(controller)
        self.session = self.editor.session
        self.editor.show_key(key)
        process_events()
        self.key = key
        self.box = self.look()

    def look(self) -> GrowingTextEdit:
        """Return the box of the answer that is seen now, on the page or in the focus mode."""
        boxes = self.controller.window.findChildren(GrowingTextEdit)
        (found,) = (one for one in boxes if one.isVisible() and self._is_mine(one))
        return found

    def _is_mine(self, box: GrowingTextEdit) -> bool:
        return box.spelling is not None and box.spelling.key == self.key

    def type(self, text: str) -> None:
        """Type at the cursor."""
        QTest.keyClicks(self.box, text)
        process_events()

    def start(self) -> None:
        """Let the spelling start, as it does a moment after a proposal was opened."""
        self.controller.draft_controllers.spelling.start()
        self.settle()

    def settle(self) -> None:
        """Wait until all that is painted was looked up."""
        process_events()
        checker = self.session.spelling.checker
        if checker is not None:
            self.qtbot.waitUntil(lambda: not checker.is_waiting, timeout=30_000)
        process_events()

    def write(self, text: str) -> None:
        """Replace the answer, with the cursor at its end."""
        self.session.edit(TEXT, text)
        self.box.moveCursor(QTextCursor.MoveOperation.End)
        self.settle()

    def put_cursor(self, word: str) -> None:
        cursor = self.box.textCursor()
        cursor.setPosition(self.box.content().index(word) + 2)
        self.box.setTextCursor(cursor)

    def has_wave(self, word: str) -> bool:
        """Return whether there is a wave below a word in the picture of the box."""
        box, start = self.box, self.box.content().index(word)
        cursor = box.textCursor()
        cursor.setPosition(start)
        left = box.cursorRect(cursor)
        cursor.setPosition(start + len(word))
        right = box.cursorRect(cursor)
        middle = box.fontMetrics().ascent()
        area = QRect(left.x() + 2, left.bottom() - middle, right.x() - left.x() - 4, middle)
        picture = box.viewport().grab(area).toImage()
        theme = self.controller.window.theme
        colour = QColor(theme.colours.misspelled)
        pixels = (
            picture.pixelColor(x, y)
            for x in range(picture.width())
            for y in range(picture.height())
        )
        near = sum(is_near(one, colour) for one in pixels)
        return near > area.width() // 4

    def open_menu(self) -> QMenu:
        """Press the key of the menu, and wait until it is there."""
        where = self.box.mapToGlobal(self.box.cursorRect().center())
        inside = self.box.cursorRect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, inside, where)
        QApplication.sendEvent(self.box, event)
        self.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None, timeout=30_000)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def choose(self, text: str) -> None:
        """Choose an entry of the menu at the cursor, or of a menu inside it."""
        menu = self.open_menu()
        self.qtbot.waitUntil(lambda: LOOKING not in texts_of(menu), timeout=30_000)
        (action,) = (one for one in list_actions(menu) if one.text() == text)
        action.trigger()
        menu.close()
        self.settle()


def is_near(one: QColor, other: QColor) -> bool:
    """Return whether two colours look alike."""
    red, green = abs(one.red() - other.red()), abs(one.green() - other.green())
    blue = abs(one.blue() - other.blue())
    return red + green + blue < NEAR


def texts_of(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def list_actions(menu: QMenu) -> list[QAction]:
    found: list[QAction] = []
    for action in menu.actions():
        found.append(action)
        inner = action.menu()
        if isinstance(inner, QMenu):
            found += list_actions(inner)
    return found


@pytest.fixture
def first_draft(home: Path) -> Path:
    return copy_example(EXAMPLES[0], home)


@pytest.fixture
def writer(controller: ApplicationController, qtbot: QtBot) -> Writer:
    return Writer(controller, qtbot)


def test_unknown_words_have_a_wave_and_known_ones_no_wave_and_no_suggestion(writer: Writer) -> None:
    writer.write(SENTENCE)
    assert not writer.has_wave(WRONG), "nothing is checked before the start"
    writer.start()
    assert writer.session.draft.text("ctx.language") == "nl"
    assert writer.has_wave(WRONG)
    assert writer.has_wave("Talentra")
    assert not writer.has_wave("geeft")
    writer.put_cursor("geeft")
    menu = writer.open_menu()
    texts = texts_of(menu)
    menu.close()
    assert "Add to dictionary" not in texts
    assert "History of this answer" in texts
    assert "Spelling language of this answer" in texts


def test_a_word_is_judged_once_it_is_typed_and_not_before(writer: Writer) -> None:
    writer.start()
    writer.write("")
    writer.type(WRONG)
    writer.settle()
    assert not writer.has_wave(WRONG), "somebody is typing it"
    writer.type(" ")
    writer.settle()
    assert writer.has_wave(WRONG)


def test_a_suggestion_replaces_the_word_as_one_step_of_undo(writer: Writer) -> None:
    writer.start()
    writer.write("")
    writer.type(SENTENCE)
    writer.settle()
    steps = writer.session.undo_stack.count()
    writer.put_cursor(WRONG)
    writer.choose(MEANT)
    assert writer.session.draft.text(TEXT.question) == SENTENCE.replace(WRONG, MEANT)
    assert writer.box.textCursor().position() == 3 + len(MEANT)
    assert writer.session.undo_stack.count() == steps + 1
    assert not writer.has_wave(MEANT)
    writer.type("en")
    writer.session.undo_stack.undo()
    assert writer.box.content() == SENTENCE.replace(WRONG, MEANT)
    writer.session.undo_stack.undo()
    assert writer.box.content() == SENTENCE
    writer.settle()
    assert writer.has_wave(WRONG)


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="a process cannot be halted here")
def test_suggestions_that_come_after_the_menu_was_closed_are_there_in_the_next_one(
    writer: Writer,
) -> None:
    writer.start()
    writer.write(SENTENCE)
    writer.put_cursor(WRONG)
    (process,) = (one for one in psutil.Process().children() if SPELLING in one.cmdline())
    process.suspend()
    menu = writer.open_menu()
    assert LOOKING in texts_of(menu)
    menu.close()
    process_events()
    process.resume()
    writer.settle()
    writer.choose(MEANT)
    assert writer.box.content() == SENTENCE.replace(WRONG, MEANT)


def test_an_added_word_is_known_in_every_proposal_until_it_is_removed(
    writer: Writer, home: Path
) -> None:
    writer.start()
    writer.write(SENTENCE)
    writer.put_cursor("Talentra")
    steps = writer.session.undo_stack.count()
    writer.choose("Add to dictionary")
    assert not writer.has_wave("Talentra")
    assert writer.has_wave(WRONG)
    assert writer.session.undo_stack.count() == steps, "it is no change of the proposal"
    path = writer.controller.paths.user_words
    assert path.read_text("utf-8") == "Talentra\n"
    writer.controller.open_example(EXAMPLES[1])
    process_events()
    other = Writer(writer.controller, writer.qtbot)
    other.start()
    other.write(SENTENCE)
    assert not other.has_wave("Talentra")
    other.put_cursor("Talentra")
    other.choose("Remove from dictionary")
    assert other.has_wave("Talentra")
    assert path.read_text("utf-8") == ""


def test_a_word_known_in_the_project_is_in_its_file_and_a_step_of_undo(writer: Writer) -> None:
    writer.start()
    writer.write(SENTENCE)
    writer.put_cursor("Talentra")
    writer.choose("Known in this project")
    assert spelling_marks.list_known_words(writer.session.draft) == ("Talentra",)
    assert not writer.has_wave("Talentra")
    step = writer.editor.step
    writer.session.undo_stack.undo()
    writer.settle()
    assert writer.has_wave("Talentra")
    assert writer.editor.step == step, "undo stays where the user writes"
    writer.session.undo_stack.redo()
    writer.settle()
    writer.put_cursor("Talentra")
    writer.choose("No longer known in this project")
    assert writer.has_wave("Talentra")
    assert not writer.controller.paths.user_words.exists()


def test_names_of_partners_are_known_as_soon_as_they_are_written(writer: Writer) -> None:
    writer.start()
    writer.write("De Talentraschool van Kruisbeke doet mee met Talentraschool's plan. ")
    assert writer.has_wave("Talentraschool")
    pack = writer.session.pack
    partner = writer.session.draft.items(pack.role("organisations"))[0]
    writer.session.edit(Key(pack.role("organisation_name"), partner), "Talentraschool vzw")
    writer.session.edit(Key(pack.role("organisation_city"), partner), "Kruisbeke")
    writer.qtbot.waitUntil(lambda: not writer.has_wave("Talentraschool"), timeout=30_000)
    assert not writer.has_wave("Kruisbeke")


def test_an_answer_may_have_another_language_or_none(writer: Writer) -> None:
    writer.start()
    writer.write("The children learn tegether. ")
    assert writer.has_wave("children")
    writer.choose("English")
    assert not writer.has_wave("children")
    assert writer.has_wave("tegether")
    writer.choose("Do not check")
    assert not writer.has_wave("tegether")
    for _ in range(2):
        writer.session.undo_stack.undo()
    writer.settle()
    assert writer.has_wave("children")


def test_a_paragraph_with_characters_of_two_units_has_its_waves_in_place(writer: Writer) -> None:
    writer.start()
    writer.write(f"\U0001f600\U0001f600 Een {MEANT}.\nDe \U0001f600 {WRONG} hier. ")
    text = writer.box.content()
    place = len(text[: text.index(WRONG)].encode("utf-16-le")) // 2
    spelling = writer.box.spelling
    assert spelling is not None
    word = spelling.find_unknown(place + 3)
    assert word is not None
    assert (word.start, word.end, word.text) == (place, place + len(WRONG), WRONG)
    spelling.replace(word, MEANT)
    assert writer.session.draft.text(TEXT.question) == text.replace(WRONG, MEANT)


def test_the_focus_mode_has_the_same_waves(writer: Writer) -> None:
    writer.start()
    writer.write(SENTENCE)
    writer.controller.draft_controllers.focus_mode.toggle()
    process_events()
    writer.box = writer.look()
    writer.settle()
    assert writer.box.property("role") == "writing"
    assert writer.has_wave(WRONG)
    writer.put_cursor(WRONG)
    writer.choose(MEANT)
    assert writer.box.content() == SENTENCE.replace(WRONG, MEANT)


@pytest.mark.parametrize("theme", [ThemeMode.DARK, ThemeMode.CONTRAST])
def test_waves_are_seen_on_dark_ground(
    theme: ThemeMode, start_program: StartProgram, first_draft: Path, qtbot: QtBot
) -> None:
    controller = start_program(Settings(language="nl", theme=theme), first_draft)
    writer = Writer(controller, qtbot)
    writer.start()
    writer.write(SENTENCE)
    assert writer.has_wave(WRONG)
    assert not writer.has_wave("geeft")


def test_the_preferences_switch_the_spelling_off_and_on(writer: Writer) -> None:
    writer.start()
    writer.write(SENTENCE)
    controller = writer.controller
    controller.apply_settings(Settings(language="en", spelling=False))
    process_events()
    again = Writer(controller, writer.qtbot)
    assert not again.session.spelling.is_on
    assert not again.has_wave(WRONG)
    controller.apply_settings(Settings(language="en"))
    process_events()
    again = Writer(controller, writer.qtbot)
    again.settle()
    assert again.has_wave(WRONG)


@pytest.mark.logs
def test_a_damaged_dictionary_of_the_user_is_told_and_the_text_stays(writer: Writer) -> None:
    paths: AppPaths = writer.controller.paths
    paths.added_dictionaries.mkdir(parents=True)
    for name in ("nl.aff", "nl.dic"):
        (paths.added_dictionaries / name).write_bytes(b"damaged")
    writer.write(SENTENCE)
    writer.start()
    bar = writer.controller.window.notifications
    writer.qtbot.waitUntil(lambda: bar.topic == "spelling", timeout=30_000)
    assert writer.session.draft.text(TEXT.question) == SENTENCE
    assert not writer.has_wave(WRONG)
    writer.type("Verder.")
    assert writer.box.content() == f"{SENTENCE}Verder."


def test_the_checks_count_unknown_words_only_for_whoever_wants_it(
    start_program: StartProgram, first_draft: Path, qtbot: QtBot
) -> None:
    def find(writer: Writer) -> list[tuple[Key | None, object]]:
        checks = editor_of(writer.controller).check_runner
        findings = [one for one in checks.findings if one.code == "unknown-words"]
        return [(one.key, one.facts["words"]) for one in findings if one.key == TEXT]

    controller = start_program(Settings(language="en", spelling_findings=True), first_draft)
    writer = Writer(controller, qtbot)
    writer.start()
    writer.write(SENTENCE)
    qtbot.waitUntil(lambda: find(writer) == [(TEXT, f"{WRONG}, Talentra")], timeout=30_000)
    writer.session.spelling.set_known("Talentra", is_known=True)
    qtbot.waitUntil(lambda: find(writer) == [(TEXT, WRONG)], timeout=30_000)
    controller.apply_settings(Settings(language="en"))
    qtbot.waitUntil(lambda: find(writer) == [], timeout=30_000)


def test_a_key_leads_from_one_unknown_word_to_the_next_and_round(writer: Writer) -> None:
    def press() -> str:
        QTest.keyClick(writer.box, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
        cursor = writer.box.textCursor().selectedText()
        writer.qtbot.waitUntil(
            lambda: QToolTip.isVisible() or writer.box.textCursor().selectedText() != cursor,
            timeout=30_000,
        )
        return writer.box.textCursor().selectedText()

    writer.start()
    long = f"{MEANT} " * 3000
    writer.write(f"De {WRONG}.\n\U0001f600 Een projekt, {long}en nog een vaut.\n")
    assert [press() for _ in range(4)] == [WRONG, "projekt", "vaut", WRONG]
    writer.write(f"{MEANT} ")
    QTest.keyClick(writer.box, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    writer.qtbot.waitUntil(QToolTip.isVisible, timeout=30_000)
    assert QToolTip.text() == "There is no unknown word in this answer."
    QToolTip.hideText()


def test_a_title_has_waves_and_suggestions_too_and_a_name_has_none(
    controller: ApplicationController, qtbot: QtBot
) -> None:
    editor = editor_of(controller)
    session = editor.session
    controller.draft_controllers.spelling.start()
    title, partner = Key(session.pack.role("title")), session.draft.items("organisations")[0]

    def show(key: Key, text: str) -> TextLine:
        session.edit(key, text)
        editor.show_key(key)
        process_events()
        found = editor.findChildren(TextLine)
        (line,) = (one for one in found if one.isVisible() and one.text() == text)
        line.setCursorPosition(0)
        line.grab()
        qtbot.waitUntil(lambda: not is_waiting(session), timeout=30_000)
        return line

    def count_red(line: TextLine) -> int:
        colour = QColor(controller.window.theme.colours.misspelled)
        picture = line.grab().toImage()
        points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
        return sum(is_near(picture.pixelColor(x, y), colour) for x, y in points)

    line = show(title, f"De {WRONG} geeft les")
    assert count_red(line) > 20
    steps = session.undo_stack.count()
    line.setCursorPosition(5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(line, event)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None, timeout=30_000)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(one for one in menu.actions() if one.text() == MEANT).trigger()
    menu.close()
    assert session.draft.text(title.question) == f"De {MEANT} geeft les"
    assert session.undo_stack.count() == steps + 1
    process_events()
    assert count_red(line) == 0
    name = show(Key(session.pack.role("organisation_name"), partner), f"Dhe {WRONG}")
    assert count_red(name) == 0


def is_waiting(session: Session) -> bool:
    checker = session.spelling.checker
    return checker is not None and checker.is_waiting
