"""The copy desk: real keys put real answers on the real clipboard, for each call."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.draft import copying, file_format, list_changes
from erasmus_desk.draft.copying import CopyField, CopyState
from erasmus_desk.draft.model import Change, Draft, Key
from erasmus_desk.draft.visibility import find_deadline, visible_questions
from erasmus_desk.export.export import ExportRequest, render_word
from erasmus_desk.paths import find_paths
from erasmus_desk.storage import drafts
from erasmus_desk.storage.settings import Settings
from erasmus_desk.text_length import count_length
from tests.drafts_made import make_heavy_draft
from tests.ui.access_walk import find_unnamed
from tests.ui.conftest import StartProgram
from tests.ui.guided import card_of_call
from tests.ui.keyboard import CTRL, NONE, Keyboard, process_events
from tests.ui.mouse import Mouse
from tests.ui.room import find_without_room
from tests.ui.shared_program import SharedProgram
from ui.controllers.application import ApplicationController
from ui.controllers.compare_versions import compare_versions
from ui.dialogs.compare import CompareDialog
from ui.main_window.home_page import HomePage
from ui.main_window.page_factory import COPY_DESK
from ui.main_window.step_list import StepRow
from ui.pages.copy_desk.last_hours import describe_deadline
from ui.pages.copy_desk.page import CopyDeskPage
from ui.pages.copy_desk.texts import RecordNames
from ui.pages.copy_desk.tree import Node
from ui.wizard.page import ChoicePage
from ui.wizard.wizard import NewProposalWizard

CALLS = ("ka2-2017", "ka210-2026", "ka220-2026")
ENTER, ESCAPE, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space
TEXT = "First line.\n\n- one point\n- another one — with a dash & <b>signs</b>"
LIBRARY = Library((find_paths().resources / "calls",))

Desk = Callable[..., ApplicationController]


@cache
def small_draft_of(call: str) -> Draft:
    """Return a draft of a call with some of everything, every question answered."""
    return make_heavy_draft(LIBRARY.load_pack(call), texts=24, rows=12)


def make_small_draft(pack: Pack) -> Draft:
    return small_draft_of(pack.id)


def write_draft(call: str, folder: Path) -> Path:
    """Write a draft of a call with every question answered."""
    pack = LIBRARY.load_pack(call)
    path = folder / f"{call}.erasmus"
    if not path.exists():
        path.write_bytes(file_format.encode(make_small_draft(pack), pack.form.order))
    return path


def fields_of(draft: Draft) -> tuple[CopyField, ...]:
    pack = LIBRARY.load_pack(draft.pack.id)
    return tuple(copying.list_fields(draft, visible_questions(draft, pack)))


def first_text(draft: Draft) -> Key:
    """Return the first long answer with a limit."""
    return next(
        one.visible.key
        for one in fields_of(draft)
        if one.visible.question.type is QuestionType.TEXT and one.visible.question.limit
    )


@pytest.fixture
def open_desk(shared_program: SharedProgram) -> Desk:
    """Return a function that opens the copy desk of a call."""

    def open_call(call: str, *changes: Change) -> ApplicationController:
        QGuiApplication.clipboard().setText("before")
        path = write_draft(call, shared_program.folder)
        return shared_program.open(path, COPY_DESK, changes=changes)

    return open_call


def show_desk(controller: ApplicationController) -> CopyDeskPage:
    editor = controller.window.editor
    assert editor is not None
    editor.show_step(COPY_DESK)
    process_events()
    page = editor.current_page()
    assert isinstance(page, CopyDeskPage)
    return page


def page_of(controller: ApplicationController) -> CopyDeskPage:
    editor = controller.window.editor
    page = editor.current_page() if editor is not None else None
    assert isinstance(page, CopyDeskPage)
    return page


def press(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(widget.window().windowHandle(), key, held)
    process_events()


def current(page: CopyDeskPage) -> CopyField:
    field = page.desk.current
    assert field is not None
    return field


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def step_row(controller: ApplicationController) -> StepRow:
    """Return the step of the copy desk once the checks have run."""
    editor = controller.window.editor
    assert editor is not None
    editor.check_runner.run_now()
    process_events()
    return next(row for row in editor.step_list.model.rows if row.id == COPY_DESK)


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.share(3)
def test_the_two_keys_go_through_the_form_and_put_plain_text_on_the_clipboard(
    open_desk: Desk, call: str
) -> None:
    controller = open_desk(call)
    page = page_of(controller)
    draft = page.desk.session.draft
    expected = [one.visible.key for one in fields_of(draft) if one.state is CopyState.OPEN]
    total = len(expected)
    assert step_row(controller).note == f"{total} to copy"
    assert current(page).visible.key == expected[0]

    press(page, Qt.Key.Key_C, CTRL)
    assert clipboard() == page.card.answer_label.text() != "before"
    assert current(page).visible.key == expected[0]
    assert current(page).state is CopyState.COPIED
    assert page.count_label.text() == f"1 of {total} copied"

    for key in expected[:60]:
        assert current(page).visible.key == key
        text = page.desk.format(current(page))
        press(page, ENTER)
        assert clipboard() == text
        value = draft.get(key)
        if isinstance(value, str) and not current(page).visible.question.options:
            assert text
        assert not QGuiApplication.clipboard().mimeData().hasHtml()
    assert current(page).visible.key == expected[60]
    assert step_row(controller).note == f"{total - 60} to copy"
    assert page.desk.session.undo_stack.count() == 0
    assert not page.desk.session.undo_stack.canUndo()


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.share(3)
def test_a_text_is_copied_as_it_was_typed_and_counted_by_the_rule_of_the_call(
    open_desk: Desk, call: str
) -> None:
    pack = LIBRARY.load_pack(call)
    key = first_text(make_small_draft(pack))
    controller = open_desk(call, Change(key, None, TEXT))
    page = page_of(controller)
    page.desk.choose(key)
    limit = pack.form.questions[key.question].limit
    assert limit is not None
    length = count_length(TEXT, limit.rule)
    assert page.card.length.count_label.text().startswith(f"{length} of {limit.most:,} ")
    assert page.card.length.room_label.text() == "fits"
    press(page, Qt.Key.Key_C, CTRL)
    assert clipboard() == TEXT

    page.desk.session.edit(key, "x" * (limit.most + 5))
    process_events()
    assert page.card.length.room_label.text().startswith("5 ")
    press(page, Qt.Key.Key_C, CTRL)
    assert clipboard() == "x" * (limit.most + 5)


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.share(3)
def test_a_change_flags_what_was_copied_and_undo_takes_the_flag_back(
    open_desk: Desk, call: str
) -> None:
    controller = open_desk(call)
    page = page_of(controller)
    session = page.desk.session
    key = first_text(session.draft)
    session.edit(key, "Typed before.")
    page.desk.choose(key)
    press(page, ENTER)
    assert clipboard() == "Typed before."
    left = step_row(controller).note

    session.edit(key, "Another text.")
    process_events()
    name = session.texts.short_label(key.question)
    assert page.notice.isVisible()
    assert page.notice.text_label.text().startswith(f"{name}: changed after copying (today, ")
    node = next(one for one in page.tree.nodes if one.key == key)
    assert (node.state, node.note) == (CopyState.CHANGED, "changed after copying")
    assert step_row(controller).note != left

    session.undo_stack.undo()
    process_events()
    assert page_of(controller) is page
    assert current(page).visible.key == key
    assert session.draft.get(key) == "Typed before."
    assert not page.notice.isVisible()
    assert step_row(controller).note == left
    # Undo goes on with what was written before the copying, and knows nothing of that.
    session.undo_stack.undo()
    assert not session.undo_stack.canUndo()
    process_events()
    assert next(one for one in page.tree.nodes if one.key == key).state is CopyState.CHANGED
    session.undo_stack.redo()
    process_events()
    assert next(one for one in page.tree.nodes if one.key == key).state is CopyState.COPIED


def test_show_leads_to_what_changed_and_copying_it_again_clears_it(open_desk: Desk) -> None:
    page = page_of(open_desk("ka220-2026"))
    key = current(page).visible.key
    for _ in range(3):
        press(page, ENTER)
    texts = [one for one in page.desk.fields if one.visible.question.type is QuestionType.TEXT]
    key = texts[0].visible.key
    page.desk.choose(key)
    press(page, ENTER)
    page.desk.session.edit(key, "Changed.")
    process_events()
    QTest.mouseClick(page.notice.show_button, Qt.MouseButton.LeftButton)
    assert current(page).visible.key == key
    assert page.card.state_label.text().startswith("Changed after copying (today, ")
    press(page, Qt.Key.Key_C, CTRL)
    assert clipboard() == "Changed."
    assert current(page).state is CopyState.COPIED


def test_the_progress_is_there_after_a_restart_at_any_computer(
    open_desk: Desk, start_program: StartProgram, tmp_path: Path
) -> None:
    controller = open_desk("ka210-2026")
    page = page_of(controller)
    for _ in range(5):
        press(page, ENTER)
    point = page.last_hours.lists[0].boxes["1/3"]
    point.setFocus()
    press(page, SPACE)
    copied = page.desk.counts
    assert copied[0] == 5
    path = page.desk.session.path
    controller.shut_down()

    elsewhere = tmp_path / "elsewhere.erasmus"
    elsewhere.write_bytes(path.read_bytes())
    again = show_desk(start_program(Settings(language="en"), elsewhere))
    assert again.desk.counts == copied
    assert [one.state for one in again.desk.fields[:5]] == [CopyState.COPIED] * 5
    assert again.last_hours.lists[0].boxes["1/3"].isChecked()
    assert current(again).visible.key == again.desk.fields[5].visible.key


def test_a_word_file_says_nothing_of_the_copying(open_desk: Desk) -> None:
    page = page_of(open_desk("ka210-2026"))
    before = page.desk.session.draft
    for _ in range(5):
        press(page, ENTER)
    after = page.desk.session.draft
    assert before != after
    resources = find_paths().resources
    files = [render_word(one, LIBRARY, resources, ExportRequest()) for one in (before, after)]
    assert files[0].content == files[1].content


def test_skip_ticks_nothing_and_comes_back_at_the_end(open_desk: Desk) -> None:
    page = page_of(open_desk("ka210-2026"))
    first = current(page).visible.key
    QTest.mouseClick(page.card.buttons.skip_button, Qt.MouseButton.LeftButton)
    assert clipboard() == "before"
    assert page.desk.counts[0] == 0
    second = current(page).visible.key
    assert second != first
    for one in page.desk.fields:
        if one.visible.key not in (first, second):
            page.desk.session.note(
                copying.note_copy(page.desk.session.draft, one.visible.key, "2026-01-01T10:00")
            )
    page.refresh()
    press(page, ENTER)
    assert current(page).visible.key == first
    press(page, ENTER)
    assert page.desk.counts[0] == page.desk.counts[1]
    assert current(page).visible.key == first


def test_the_mouse_copies_chooses_and_takes_a_tick_back(open_desk: Desk) -> None:
    page = page_of(open_desk("ka220-2026"))
    key = current(page).visible.key
    QTest.mouseClick(page.card.buttons.copy_button, Qt.MouseButton.LeftButton)
    assert current(page).state is CopyState.COPIED
    assert page.card.state_label.text().startswith("Copied (today, ")
    QTest.mouseClick(page.card.back_button, Qt.MouseButton.LeftButton)
    assert current(page).state is CopyState.OPEN
    assert not any(map(copying.is_copying_key, page.desk.session.draft.answers))
    other = page.desk.fields[3].visible.key
    item = page.tree.index_of(other)
    QTest.mouseClick(
        page.tree.viewport(),
        Qt.MouseButton.LeftButton,
        pos=page.tree.visualRect(item).center(),
    )
    assert current(page).visible.key == other != key
    QTest.mouseClick(page.card.buttons.next_button, Qt.MouseButton.LeftButton)
    assert current(page).visible.key == page.desk.fields[4].visible.key


def test_an_empty_answer_is_shown_as_empty_and_neither_copied_nor_counted(
    open_desk: Desk,
) -> None:
    key = first_text(make_small_draft(LIBRARY.load_pack("ka210-2026")))
    page = page_of(open_desk("ka210-2026", Change(key, None, None)))
    page.desk.choose(key)
    total = page.desk.counts[1]
    assert total == len(page.desk.fields) - sum(
        one.state is CopyState.EMPTY for one in page.desk.fields
    )
    node = next(one for one in page.tree.nodes if one.key == key)
    assert node.note == "no answer"
    assert not page.card.buttons.copy_button.isEnabled()
    press(page, Qt.Key.Key_C, CTRL)
    assert clipboard() == "before"
    press(page, ENTER)
    assert clipboard() == "before"
    assert page.desk.counts == (0, total)
    assert current(page).visible.key != key


def test_an_answer_that_was_emptied_empties_the_clipboard_and_is_done(open_desk: Desk) -> None:
    page = page_of(open_desk("ka210-2026"))
    key = first_text(page.desk.session.draft)
    page.desk.choose(key)
    press(page, Qt.Key.Key_C, CTRL)
    page.desk.session.edit(key, None)
    process_events()
    assert "empty the field there too" in page.card.state_label.text()
    press(page, ENTER)
    assert clipboard() == ""
    state = next(one.state for one in page.desk.fields if one.visible.key == key)
    assert state is CopyState.EMPTY


def test_choices_dates_and_amounts_are_copied_in_the_language_of_the_proposal(
    open_desk: Desk,
) -> None:
    pack = LIBRARY.load_pack("ka220-2026")
    draft = make_small_draft(pack)
    language = Key(pack.role("language"))
    money = next(
        one.visible.key
        for one in fields_of(draft)
        if one.visible.question.type is QuestionType.MONEY
    )
    change = Change(money, None, Decimal("12000.5"))
    page = page_of(open_desk(pack.id, change, Change(language, None, "nl")))

    def copy(key: Key) -> str:
        page.desk.choose(key)
        press(page, Qt.Key.Key_C, CTRL)
        return clipboard()

    assert copy(money) == "12000,5"
    assert copy(language) == "Nederlands"
    field = Key(pack.role("field"))
    dutch = LIBRARY.load_texts(pack.id, "nl")
    value = page.desk.session.draft.text(field.question)
    options = pack.form.questions[field.question].options
    assert copy(field) == dutch.get(f"option.{options}.{value}")
    start = Key(pack.role("start"))
    day = page.desk.session.draft.get(start)
    assert copy(start) == f"{day:%d/%m/%Y}"

    page.desk.session.edit(language, "en")
    process_events()
    assert copy(language) == "English"
    assert copy(money) == "12000.5"


def test_the_form_of_2017_takes_dates_with_hyphens(open_desk: Desk) -> None:
    page = page_of(open_desk("ka2-2017"))
    pack = page.desk.session.pack
    page.desk.choose(Key(pack.role("start")))
    press(page, Qt.Key.Key_C, CTRL)
    assert clipboard() == f"{page.desk.session.draft.get(Key(pack.role('start'))):%d-%m-%Y}"


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.share(3)
def test_the_tree_shows_section_item_and_field_with_counts(open_desk: Desk, call: str) -> None:
    page = page_of(open_desk(call))
    nodes = page.tree.nodes
    session = page.desk.session
    groups = copying.group_fields(page.desk.fields, session.draft, session.pack)
    sections = [one for one in nodes if one.depth == 0]
    assert [one.text for one in sections] == [
        session.texts.section_name(group.section) for group in groups
    ]
    assert [one.note for one in sections] == [f"0 of {group.counts[1]}" for group in groups]
    assert [one.key for one in nodes if one.key] == [one.visible.key for one in page.desk.fields]
    # Lists stand in items of lists: sections, items, items in them, fields.
    assert max(one.depth for one in nodes) == (2 if call == "ka210-2026" else 3)
    assert all(one.text for one in nodes)


def test_a_section_folds_when_it_is_complete(open_desk: Desk) -> None:
    page = page_of(open_desk("ka210-2026"))
    section = page.tree.nodes[0]
    total = int(section.note.split()[-1])
    assert page.tree.isExpanded(page.tree.model().index(0, 0))
    for _ in range(total):
        press(page, ENTER)
    assert page.tree.nodes[0].note == f"{total} of {total}"
    assert not page.tree.isExpanded(page.tree.model().index(0, 0))


def test_the_arrow_keys_choose_in_the_tree(open_desk: Desk) -> None:
    page = page_of(open_desk("ka210-2026"))
    page.tree.setFocus()
    press(page, Qt.Key.Key_Down)
    assert current(page).visible.key == page.desk.fields[1].visible.key
    index = page.tree.currentIndex()
    node = page.tree.node(index)
    assert isinstance(node, Node)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == node.spoken
    press(page, ENTER)
    assert current(page).visible.key == page.desk.fields[2].visible.key


def test_enter_on_another_button_or_a_box_presses_it(open_desk: Desk) -> None:
    page = page_of(open_desk("ka210-2026"))
    box = page.last_hours.lists[0].boxes["1/3"]
    box.setFocus()
    press(page, ENTER)
    assert box.isChecked()
    page.card.buttons.skip_button.setFocus()
    first = current(page).visible.key
    press(page, ENTER)
    assert current(page).visible.key != first
    assert clipboard() == "before"
    assert page.desk.counts[0] == 0


def test_the_small_window_has_the_same_keys_and_goes_with_the_draft(
    open_desk: Desk, qtbot: QtBot
) -> None:
    controller = open_desk("ka220-2026")
    page = page_of(controller)
    QTest.mouseClick(page.small_button, Qt.MouseButton.LeftButton)
    process_events()
    small = page.small_window
    assert small is not None
    assert small.isVisible()
    assert (small.width(), small.height()) == (360, 240)
    assert small.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert (small.windowFlags() & Qt.WindowType.WindowType_Mask) == Qt.WindowType.Tool
    first = current(page)
    press(small, Qt.Key.Key_C, CTRL)
    assert clipboard() == page.desk.format(first) == small.answer_label.text()
    press(small, ENTER)
    press(small, ENTER)
    assert page.desk.counts[0] == 2
    assert small.name_label.text() == page.desk.session.texts.short_label(
        current(page).visible.key.question
    )
    assert find_unnamed(small) == []

    # It follows what is typed on another page of the main window.
    editor = controller.window.editor
    assert editor is not None
    key = first_text(page.desk.session.draft)
    page.desk.choose(key)
    editor.show_step("overview")
    page.desk.session.edit(key, "Typed elsewhere.")
    editor.check_runner.run_now()
    assert small.answer_label.text() == "Typed elsewhere."
    press(small, ENTER)
    assert clipboard() == "Typed elsewhere."

    press(small, ESCAPE)
    assert not small.isVisible()
    show_desk(controller).show_small_window()
    assert small.isVisible()
    controller.show_home()
    process_events()
    assert not (shiboken6.isValid(small) and small.isVisible()), "its keys would still copy"
    qtbot.waitUntil(lambda: small not in QApplication.topLevelWidgets())


def test_a_deadline_is_until_its_minute_and_was_from_then_on() -> None:
    deadline = datetime(2027, 3, 4, 12, tzinfo=ZoneInfo("Europe/Brussels"))
    before = describe_deadline(deadline, "en", deadline - timedelta(seconds=1))
    assert before == "The deadline is 4\u00a0March 2027, 12:00 (Brussels\u00a0time)."
    assert describe_deadline(deadline, "en", deadline) == before.replace(" is ", " was ")
    assert describe_deadline(deadline, "en", deadline.astimezone(UTC)).startswith(
        "The deadline was"
    )


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.share(3)
def test_the_last_hours_have_the_deadline_and_ticks_that_are_kept(
    open_desk: Desk, call: str
) -> None:
    page = page_of(open_desk(call))
    card, session = page.last_hours, page.desk.session
    deadline = find_deadline(session.draft, session.pack)
    assert deadline is not None
    verb = "was" if deadline.at <= datetime.now(UTC) else "is"
    assert card.deadline_label.text().startswith(f"The deadline {verb} ")
    assert card.deadline_label.text().endswith("(Brussels\u00a0time).")
    facts = session.pack.online_form.last_hours if session.pack.online_form else ()
    assert facts
    for fact, shown in zip(facts, card.lists, strict=False):
        for place, box in enumerate(shown.boxes.values(), start=1):
            box.setFocus()
            press(page, SPACE)
            assert len(session.draft.items(copying.TICKED, fact)) == place
    assert not session.undo_stack.canUndo()

    lists = card.lists[len(facts) :]
    annexes = next(
        one for one in visible_questions(session.draft, session.pack) if copying.is_ticked_only(one)
    )
    chosen = session.draft.items(annexes.key.question)
    box = next(one for name, one in lists[0].boxes.items() if name in chosen)
    box.setFocus()
    press(page, SPACE)
    assert len(session.draft.items(annexes.key.question)) == len(chosen) - 1
    session.undo_stack.undo()
    process_events()
    assert session.draft.items(annexes.key.question) == chosen


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(("width", "scale"), [(683, 100), (683, 200), (1366, 100), (1920, 200)])
@pytest.mark.share
def test_nothing_is_cut_at_any_width(
    start_program: StartProgram, tmp_path: Path, language: str, width: int, scale: int
) -> None:
    path = write_draft("ka220-2026", tmp_path)
    controller = start_program(Settings(language=language, text_scale=scale), path)
    controller.window.resize(width, 768)
    page = show_desk(controller)
    key = first_text(page.desk.session.draft)
    press(page, ENTER)
    page.desk.session.edit(current(page).visible.key, None)
    page.desk.choose(key)
    process_events()
    assert find_without_room(page) == []
    assert find_unnamed(page) == []
    page.show_small_window()
    process_events()
    assert page.small_window is not None
    assert find_without_room(page.small_window) == []
    page.small_window.close()
    controller.window.activateWindow()
    process_events()
    if page.fields_button.isVisible():
        QTest.mouseClick(page.fields_button, Qt.MouseButton.LeftButton)
        process_events()
        assert page.tree.isVisible()
        assert find_without_room(page) == []
        before = current(page).visible.key
        press(page, Qt.Key.Key_Up)
        assert current(page).visible.key != before
        assert page.tree.isVisible()
        press(page, ENTER)
        assert page.card.isVisible()
        assert not page.tree.isVisible()


def test_no_button_stands_alone_on_a_line_for_the_keys_of_the_others(open_desk: Desk) -> None:
    page = page_of(open_desk("ka210-2026"))
    buttons = page.card.buttons
    keyed = (buttons.copy_button, buttons.next_button)
    rest = buttons.skip_button.sizeHint().width() + 16
    bare, whole = (
        sum(one.measure_widths()[place] for one in keyed) + rest for place in (False, True)
    )
    for width, is_shown in ((whole, True), (whole - 1, False), (bare, False), (bare - 1, True)):
        buttons.resize(width, buttons.heightForWidth(width))
        assert all(bool(one.shown_keys) is is_shown for one in keyed)
        process_events()


def test_the_keyboard_alone_reaches_everything(open_desk: Desk, qtbot: QtBot) -> None:
    controller = open_desk("ka210-2026")
    page = page_of(controller)
    keyboard = Keyboard(controller.window, qtbot)
    for part in (page.tree, page.card.box, page.card.buttons.skip_button, page.small_button):
        keyboard.tab_to(lambda widget, part=part: widget is part)
    assert drafts.read(page.desk.session.path).draft.id == page.desk.session.draft.id


def test_where_versions_are_compared_the_copying_has_its_name_and_no_digest(
    open_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    controller = open_desk("ka210-2026")
    page = page_of(controller)
    draft = page.desk.session.draft
    changes = copying.note_copy(draft, current(page).visible.key, "2026-02-09T10:52:00+01:00")
    shown: list[str] = []

    def ask(dialog: CompareDialog) -> bool | None:
        shown.append(dialog.view.toPlainText())
        return None

    monkeypatch.setattr(CompareDialog, "ask", ask)
    compare_versions(controller.window, draft, changes, "title", "intro", ("yes", "no"))
    digest = next(str(one.new) for one in changes if one.key.question == copying.COPIED_VALUE)
    assert "Copy to the online form" in shown[0]
    assert digest not in shown[0]


def test_a_row_that_is_named_after_an_organisation_says_what_it_is(open_desk: Desk) -> None:
    page = page_of(open_desk("ka220-2026"))
    session = page.desk.session
    names = [one.text for one in page.tree.nodes if one.key is None]
    school = session.draft.items(session.pack.role("organisations"))[0]
    name = session.draft.text(session.pack.role("organisation_name"), school)
    assert name in names
    texts = RecordNames(session)
    for list_id, spec in session.form.lists.items():
        if session.form.questions[spec.name].of:
            kind = session.texts.get(f"list.{list_id}.one")
            owner = next(iter(session.draft.items(spec.parent)), "") if spec.parent else ""
            session.perform(list_changes.add_item(session.draft, list_id, "new-row", owner))
            session.edit(Key(spec.name, "new-row"), school)
            shown = texts.name((list_id, "new-row"))
            assert shown == f"{kind.capitalize()}: {name}"
            session.undo_stack.undo()
            session.undo_stack.undo()


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.share(3)
def test_from_the_first_question_to_the_copy_desk(
    controller: ApplicationController, call: str
) -> None:
    mouse = Mouse()
    home = controller.window.stack.currentWidget()
    assert isinstance(home, HomePage)
    mouse.click(home.new_button)
    wizard = controller.window.stack.currentWidget()
    assert isinstance(wizard, NewProposalWizard)
    mouse.click(card_of_call(wizard, call).button)
    mouse.click(wizard.next_button)
    while controller.window.opened is None:
        page = wizard.current_page()
        if isinstance(page, ChoicePage) and page.find_obstacle():
            mouse.click(page.cards[0].button)
        create = wizard.foot.create_button
        mouse.click(create if create.isVisible() else wizard.next_button)
    editor = controller.window.editor
    assert editor is not None
    session = editor.session
    assert session.pack.id == call

    key = first_text(session.draft)
    editor.show_key(key)
    box = QApplication.focusWidget()
    assert isinstance(box, QTextEdit)
    QTest.keyClicks(box, "We measure the heat in our yard.")
    process_events()
    row = editor.step_list.model.find_index(COPY_DESK)
    editor.step_list.view.scrollTo(row)
    place = editor.step_list.view.visualRect(row).center()
    QTest.mouseClick(editor.step_list.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    process_events()
    desk = page_of(controller)
    while current(desk).visible.key != key:
        press(desk, ENTER)
    press(desk, ENTER)
    assert clipboard() == "We measure the heat in our yard."
    copied, total = desk.desk.counts
    assert copied == total > 1
    assert step_row(controller).state == "everything copied"
