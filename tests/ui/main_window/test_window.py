"""The main window: opening, refusing, copying, themes, activation and closing."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from erasmus_desk import paths
from erasmus_desk.draft.model import Key
from erasmus_desk.storage import drafts, locks, settings
from erasmus_desk.storage.settings import Settings, ThemeMode
from tests.ui.conftest import StartProgram
from tests.ui.editors import EXAMPLES
from tests.ui.guided import take_call
from tests.ui.keyboard import CTRL, NONE, SHIFT, Keyboard, finish_work, process_events
from ui.app import ExceptionHook
from ui.controllers.application import ApplicationController
from ui.controllers.export import find_export_page
from ui.controllers.system_recent import SystemRecent
from ui.dialogs import save_path
from ui.fields.base import LineEdit
from ui.fields.text_box import GrowingTextEdit
from ui.main_window.editor import Editor
from ui.main_window.home_page import HomePage
from ui.main_window.page_factory import CHECKS, EXPORT
from ui.widgets.choice_card import ChoiceCard
from ui.wizard.wizard import NewProposalWizard

ROOT = Path(__file__).resolve().parents[3]
PACKS = ROOT / "tests" / "packs" / "valid"
TITLE = Key("prj.title")
DRAFT = EXAMPLES[0].read_bytes()


@pytest.fixture
def draft(home: Path) -> Path:
    """A draft of the user's, outside the folder of drafts."""
    path = home / "elsewhere" / "a proposal – één.erasmus"
    path.parent.mkdir()
    path.write_bytes(DRAFT)
    return path


def home_page(controller: ApplicationController) -> HomePage:
    process_events()
    shown = controller.window.stack.currentWidget()
    assert isinstance(shown, HomePage)
    return shown


def editor_of(controller: ApplicationController) -> Editor:
    process_events()
    assert controller.window.editor is not None
    return controller.window.editor


# What cannot be opened


def newer(content: bytes) -> bytes:
    return content.replace(b'"version":1', b'"version":99').replace(
        b'"version": 1', b'"version": 99'
    )


REFUSED: dict[str, Callable[[Path], object]] = {
    "no draft": lambda path: path.write_bytes(b"Dear partners, see attached.\n"),
    "empty": lambda path: path.write_bytes(b""),
    "damaged": lambda path: path.write_bytes(DRAFT[: len(DRAFT) // 2]),
    "newer": lambda path: path.write_bytes(newer(DRAFT)),
    "a folder": lambda path: path.mkdir(),
    "missing": lambda path: path.unlink(missing_ok=True),
}


@pytest.mark.parametrize("what", REFUSED)
@pytest.mark.parametrize("is_open", [False, True])
@pytest.mark.share(3)
def test_what_cannot_be_opened_is_reported_once_and_nothing_is_touched(
    controller: ApplicationController, home: Path, draft: Path, what: str, is_open: bool
) -> None:
    bad = home / "elsewhere" / "bad.erasmus"
    REFUSED[what](bad)
    if is_open:
        controller.window.open_draft(draft)
    before = {path: path.read_bytes() for path in bad.parent.rglob("*") if path.is_file()}
    opened = controller.window.opened
    assert not controller.window.open_draft(bad)
    process_events()
    assert controller.window.notifications.topic == "error"
    assert "bad.erasmus" in controller.window.notifications.text_label.text()
    assert controller.window.opened is opened
    after = {path: path.read_bytes() for path in bad.parent.rglob("*") if path.is_file()}
    assert after == before


def test_a_file_named_at_the_start_that_cannot_be_opened_leads_to_the_home_page_with_a_notice(
    start_program: StartProgram, home: Path
) -> None:
    controller = start_program(Settings(language="en"), home / "gone.erasmus")
    home_page(controller)
    assert "gone.erasmus" in controller.window.notifications.text_label.text()


# Opening


def test_a_file_named_at_the_start_is_opened(start_program: StartProgram, draft: Path) -> None:
    controller = start_program(Settings(language="en"), draft)
    assert editor_of(controller).session.path == draft
    title = drafts.read(draft).draft.text("prj.title")
    assert controller.window.windowTitle() == f"{title}[*] – Erasmus Desk"
    controller.show_home()
    assert controller.window.windowTitle() == "Erasmus Desk"


def test_only_enter_alone_presses_the_button_that_has_the_focus(
    controller: ApplicationController, keyboard: Keyboard, draft: Path
) -> None:
    """Ctrl+Enter comes to the window where its shortcut has no text to open."""
    controller.window.open_draft(draft)
    next_button = editor_of(controller).step_bar.next_button
    next_button.setFocus()
    step = editor_of(controller).step
    for part in (
        *controller.window.findChildren(QAction),
        *controller.window.findChildren(QShortcut),
    ):
        part.setEnabled(False)
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert editor_of(controller).step == step
    keyboard.press(Qt.Key.Key_Return)
    assert editor_of(controller).step != step


def test_a_draft_used_lately_is_on_the_home_page_and_in_the_menu(
    controller: ApplicationController, keyboard: Keyboard, draft: Path
) -> None:
    controller.window.open_draft(draft)
    controller.show_home()
    cards = home_page(controller).cards
    assert [card.words.path for card in cards] == [draft]
    keyboard.tab_to(lambda part: part is cards[0], "the card")
    keyboard.press(Qt.Key.Key_Return)
    assert editor_of(controller).session.path == draft
    controller.show_home()
    recent = controller.menus.recent_menu
    assert isinstance(recent, QMenu)
    (action,) = recent.actions()
    action.trigger()
    assert editor_of(controller).session.path == draft


def test_a_recent_draft_that_is_gone_is_reported_and_leaves_the_list(
    controller: ApplicationController, draft: Path
) -> None:
    controller.window.open_draft(draft)
    controller.show_home()
    draft.unlink()
    (action,) = controller.menus.recent_menu.actions()
    action.trigger()
    process_events()
    assert controller.window.notifications.topic == "error"
    assert controller.menus.recent_menu.actions() == []
    assert settings.load(controller.paths.settings).settings.recent == ()


def test_opening_asks_for_a_file_and_begins_where_one_was_opened_last(
    controller: ApplicationController, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_parent: QWidget, _title: str, folder: str, _kinds: str) -> tuple[str, str]:
        asked.append(folder)
        return str(draft) if len(asked) == 1 else "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    controller.choose_proposal()
    assert editor_of(controller).session.path == draft
    controller.choose_proposal()
    assert asked == [str(controller.paths.drafts), str(draft.parent)]
    assert editor_of(controller).session.path == draft


def test_the_draft_that_is_open_is_not_opened_twice_by_another_name(
    controller: ApplicationController, draft: Path
) -> None:
    controller.window.open_draft(draft)
    opened = controller.window.opened
    other = draft.with_name("other.erasmus")
    other.symlink_to(draft)
    assert opened is not None
    opened.session.edit(TITLE, "New")
    assert controller.window.open_draft(other)
    assert controller.window.opened is opened


def test_opening_another_draft_saves_the_one_before_and_lets_go_of_it(
    controller: ApplicationController, draft: Path
) -> None:
    controller.window.open_draft(draft)
    assert locks.get_lock_path(draft).exists()
    editor_of(controller).session.edit(TITLE, "New")
    controller.open_example(EXAMPLES[0])
    assert drafts.read(draft).draft.get(TITLE) == "New"
    assert not locks.get_lock_path(draft).exists()


def test_a_draft_dropped_on_the_window_is_opened_wherever_it_falls(
    controller: ApplicationController, draft: Path
) -> None:
    controller.open_example(EXAMPLES[0])
    for target in (GrowingTextEdit(), LineEdit()):
        mime = dragged(draft)
        enter = QDragEnterEvent(
            QPoint(1, 1), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NONE
        )
        QApplication.sendEvent(target, enter)
        assert not enter.isAccepted()
    assert drop(controller, dragged(draft))
    assert editor_of(controller).session.path == draft


def test_of_several_drafts_the_first_is_opened_and_the_window_says_so(
    controller: ApplicationController, draft: Path
) -> None:
    other = Path(shutil.copy(draft, draft.with_name("other.erasmus")))
    assert drop(controller, dragged(draft.with_name("review.docx"), draft, other))
    assert editor_of(controller).session.path == draft
    assert f"{draft.name} was opened." in controller.window.notifications.text_label.text()


@pytest.mark.parametrize("is_open", [False, True])
def test_of_a_file_that_is_no_proposal_the_window_says_what_it_is(
    controller: ApplicationController, home: Path, qtbot: QtBot, *, is_open: bool
) -> None:
    picture = home / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    if is_open:
        controller.open_example(EXAMPLES[0])
    assert drop(controller, dragged(picture))
    shown = controller.window.notifications
    qtbot.waitUntil(lambda: "picture.png is a picture" in shown.text_label.text())
    elsewhere = QMimeData()
    elsewhere.setUrls([QUrl("https://example.org/a.docx")])
    assert not drop(controller, elsewhere)


MOVE_OR_COPY = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


def dragged(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(controller: ApplicationController, mime: QMimeData) -> bool:
    """Drag something over the window and let it fall, if the window takes it, as a copy."""
    button, action = Qt.MouseButton.LeftButton, MOVE_OR_COPY
    held = Qt.KeyboardModifier.ShiftModifier  # asks for a move
    enter = QDragEnterEvent(QPoint(50, 50), action, mime, button, held)
    enter.ignore()
    QApplication.sendEvent(controller.window, enter)
    if enter.isAccepted():
        event = QDropEvent(QPointF(50, 50), action, mime, button, held)
        QApplication.sendEvent(controller.window, event)
        assert {enter.dropAction(), event.dropAction()} == {Qt.DropAction.CopyAction}
    return enter.isAccepted()


# Saving, copying, closing


def test_saving_by_key_writes_the_file_and_closing_the_window_does_so_too(
    controller: ApplicationController, keyboard: Keyboard, draft: Path
) -> None:
    controller.window.open_draft(draft)
    session = editor_of(controller).session
    session.edit(TITLE, "New")
    keyboard.press(Qt.Key.Key_S, CTRL)
    assert drafts.read(draft).draft.get(TITLE) == "New"
    session.edit(TITLE, "Newer")
    keyboard.press(Qt.Key.Key_Q, CTRL)
    assert not controller.window.isVisible()
    assert drafts.read(draft).draft.get(TITLE) == "Newer"
    assert not locks.get_lock_path(draft).exists()


def test_a_copy_is_another_draft_and_the_first_stays_open(
    controller: ApplicationController,
    keyboard: Keyboard,
    draft: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = draft.with_name("copy 1.2.erasmus")

    def ask(*_: object) -> tuple[str, str]:
        return str(target.with_suffix("")), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    controller.window.open_draft(draft)
    session = editor_of(controller).session
    session.edit(TITLE, "New")
    keyboard.press(Qt.Key.Key_S, CTRL | SHIFT)
    copy = drafts.read(target).draft
    assert copy.get(TITLE) == "New"
    assert copy.id != session.draft.id
    assert editor_of(controller).session is session
    assert "copy 1.2.erasmus" in controller.window.notifications.text_label.text()
    before = target.read_bytes()
    session.edit(TITLE, "Newer")
    keyboard.press(Qt.Key.Key_S, CTRL | SHIFT)
    assert target.read_bytes() == before
    assert controller.window.notifications.topic == "error"


@pytest.mark.parametrize("is_taken", [False, True])
def test_a_word_file_gets_its_suffix_and_takes_no_others_place_unasked(
    controller: ApplicationController, draft: Path, monkeypatch: pytest.MonkeyPatch, is_taken: bool
) -> None:
    controller.window.open_draft(draft)
    editor = editor_of(controller)
    editor.show_step(EXPORT)
    target = draft.with_name("made.docx")
    if is_taken:
        target.write_bytes(b"mine")
    proposed: list[str] = []

    def ask(_page: object, _title: str, name: str, _kinds: str) -> str:
        proposed.append(name)
        return str(target.with_suffix("")) if len(proposed) == 1 else ""

    monkeypatch.setattr(save_path, "ask_save_path", ask)
    page = find_export_page(editor)
    assert page is not None
    page.export_button.click()
    finish_work(page)
    assert proposed[1:] == ([str(target)] if is_taken else [])
    assert (target.read_bytes() == b"mine") == is_taken


@pytest.mark.logs
def test_after_a_fault_of_our_own_all_is_saved_and_the_window_stays(
    controller: ApplicationController, draft: Path
) -> None:
    controller.window.open_draft(draft)
    editor_of(controller).session.edit(TITLE, "New")
    fault = ZeroDivisionError("somewhere")
    ExceptionHook(controller).handle(type(fault), fault, None)
    assert drafts.read(draft).draft.get(TITLE) == "New"
    assert controller.window.notifications.topic == "fault"
    assert "ZeroDivisionError" in controller.window.notifications.text_label.text()
    assert controller.window.isVisible()


def test_a_draft_that_another_user_has_open_is_opened_with_a_lasting_notification(
    controller: ApplicationController, keyboard: Keyboard, draft: Path
) -> None:
    locks.get_lock_path(draft).write_text(
        '{"host": "school-pc-7", "user": "els", "process": 7, "since": "2026-11-23T14:02:00+00:00"}'
    )
    controller.window.open_draft(draft)
    editor_of(controller).session.edit(TITLE, "New")
    keyboard.press(Qt.Key.Key_S, CTRL)
    assert controller.window.notifications.topic == "holder"
    assert "school-pc-7" in controller.window.notifications.text_label.text()


# Preferences


def test_language_colours_and_size_change_while_a_draft_is_open(
    controller: ApplicationController, keyboard: Keyboard, qapp: QApplication, draft: Path
) -> None:
    controller.window.open_draft(draft)
    editor = editor_of(controller)
    editor.show_key(Key("des.rationale"))
    session, step = editor.session, editor.step
    session.edit(TITLE, "New")
    size = qapp.font().pointSizeF()
    chosen = Settings(language="nl", theme=ThemeMode.DARK, text_scale=150, guidance_shown=False)
    controller.apply_settings(chosen)
    now = editor_of(controller)
    assert now is not editor
    assert now.session is session
    assert now.step == step
    assert now.step_bar.next_button.text() == "Volgende"
    assert session.texts.language == "nl"
    assert qapp.font().pointSizeF() == pytest.approx(size * 1.5, rel=0.1)
    assert not now.guidance.isVisible()
    assert "&File" not in [action.text() for action in controller.window.menuBar().actions()]
    keyboard.press(Qt.Key.Key_Z, CTRL)
    assert session.value(TITLE) == drafts.read(EXAMPLES[0]).draft.get(TITLE)
    keyboard.press(Qt.Key.Key_F1)
    assert now.guidance.isVisible()
    controller.apply_settings(Settings(language="en"))
    assert editor_of(controller).step_bar.next_button.text() == "Next"
    assert controller.window.top_bar is not None
    assert controller.window.top_bar.saved_label.text() != ""


def test_changes_of_language_leave_nothing_behind(
    controller: ApplicationController, draft: Path
) -> None:
    controller.window.open_draft(draft)
    counts: list[int] = []
    for language in ("nl", "en", "nl", "en", "nl"):
        controller.apply_settings(Settings(language=language))
        process_events()
        counts.append(len(controller.window.findChildren(QObject)))
    assert counts[0] == counts[2] == counts[4]
    assert counts[1] == counts[3]


def test_the_editor_before_is_deleted_and_receives_no_signal_any_more(
    controller: ApplicationController, draft: Path
) -> None:
    controller.window.open_draft(draft)
    editor = editor_of(controller)
    for step in editor.steps():
        editor.show_step(step)
    gone: list[str] = []
    editor.destroyed.connect(lambda: gone.append("editor"))
    for page in (editor.current_page(), controller.window.top_bar):
        assert page is not None
        page.destroyed.connect(lambda: gone.append("part"))
    controller.apply_settings(Settings(language="nl"))
    assert gone == []
    process_events()
    assert sorted(gone) == ["editor", "part", "part"]
    session = editor_of(controller).session
    session.edit(TITLE, "New")
    session.undo_stack.undo()
    assert controller.window.opened is not None
    controller.window.opened.check_runner.run_now()


def test_a_closed_draft_leaves_nothing_behind(
    controller: ApplicationController, draft: Path
) -> None:
    controller.window.open_draft(draft)
    opened = controller.window.opened
    assert opened is not None
    parts: list[QObject] = [
        opened.session,
        opened.autosave,
        opened.check_runner,
        editor_of(controller),
    ]
    kept = [weakref.ref(one) for one in parts]
    del opened, parts
    controller.show_home()
    process_events()
    gc.collect()
    assert [one() for one in kept if one() is not None] == []


def test_the_guided_start_stays_where_it_is_when_the_language_changes(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    controller.new_proposal()
    process_events()
    wizard = wizard_of(controller)
    take_call(wizard)
    kind = first_card(wizard)
    kind.button.click()
    before = wizard.state
    controller.apply_settings(Settings(language="nl"))
    process_events()
    now = wizard_of(controller)
    assert now is not wizard
    assert now.state == before
    assert first_card(now).button.isChecked()
    assert now.next_button.text() == "Volgende"
    assert keyboard.focus is now.current_page().title_label


def wizard_of(controller: ApplicationController) -> NewProposalWizard:
    shown = controller.window.stack.currentWidget()
    assert isinstance(shown, NewProposalWizard)
    return shown


def first_card(wizard: NewProposalWizard) -> ChoiceCard:
    return wizard.current_page().findChildren(ChoiceCard)[0]


# A second start


def test_a_second_start_with_the_same_draft_calls_the_first_window(
    controller: ApplicationController, qtbot: QtBot, draft: Path
) -> None:
    controller.window.open_draft(draft)
    editor_of(controller).session.edit(TITLE, "Unsaved as yet")
    controller.window.showMinimized()
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "erasmus_desk", str(draft)]
    with subprocess.Popen(command, env=environment, cwd=draft.parent) as second:
        qtbot.waitUntil(lambda: not controller.window.isMinimized(), timeout=15_000)
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=15_000)
        assert second.returncode == 0
    assert editor_of(controller).session.value(TITLE) == "Unsaved as yet"


# Calls other than the shipped ones


@pytest.fixture
def more_calls(home: Path) -> None:
    for pack in PACKS.iterdir():
        shutil.copytree(pack, paths.find_paths().local / "calls" / pack.name)


@pytest.mark.parametrize("call", [*sorted(pack.name for pack in PACKS.iterdir()), "ka210-2026"])
@pytest.mark.share(2)
def test_any_call_goes_through_the_wizard_and_the_editor(
    home: Path,
    more_calls: None,
    controller: ApplicationController,
    call: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    controller.new_proposal()
    process_events()
    for _ in range(9):
        shown = controller.window.stack.currentWidget()
        if not isinstance(shown, NewProposalWizard):
            break
        choose(shown, call)
        shown.show_next()
        process_events()
    editor = editor_of(controller)
    assert editor.session.pack.id == call
    for step in editor.steps():
        editor.show_step(step)
        process_events()
        assert editor.step == step
    for key in list(editor.session.draft.answers):
        editor.show_key(key)
    editor.show_step(CHECKS)
    editor.show_step(EXPORT)
    target = home / "made.docx"

    def ask(*_: object) -> str:
        return str(target)

    monkeypatch.setattr(save_path, "ask_save_path", ask)
    page = find_export_page(editor)
    assert page is not None
    page.export_button.click()
    finish_work(page)
    assert target.exists(), page.result_box.result_label.text()
    controller.apply_settings(Settings(language="nl"))
    controller.show_home()
    assert len(home_page(controller).cards) == 1


def choose(wizard: NewProposalWizard, call: str) -> None:
    """Choose the wanted call, else the first choice that is not barred."""
    cards = wizard.current_page().findChildren(ChoiceCard)
    wanted = [card for card in cards if card.choice.partition(":")[0] == call]
    for card in wanted or cards:
        card.button.click()
        process_events()
        if not wizard.current_page().find_obstacle():
            return


def test_an_opened_draft_is_in_the_list_of_the_desktop_unless_the_folder_is_portable(
    start_program: StartProgram, qtbot: QtBot, draft: Path, tmp_path: Path
) -> None:
    portable = start_program(Settings(language="en"), draft)
    assert portable.paths.recent_documents is None
    listed = tmp_path / "recently-used.xbel"
    recent = SystemRecent(listed, portable)
    recent.note(draft)
    assert not listed.exists(), "what was opened is shown first"
    with qtbot.waitSignal(recent.written):
        recent.write()
    assert draft.as_uri() in listed.read_text(encoding="utf-8")
    recent.write()
