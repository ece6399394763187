"""What the window does as a whole: open, refuse, copy, dress, come forward, close."""

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
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from erasmus_desk import paths
from erasmus_desk.draft.model import Key
from erasmus_desk.storage import drafts, locks, settings
from erasmus_desk.storage.settings import Settings, Theme
from tests.ui.conftest import MakeOffice
from tests.ui.editors import EXAMPLES
from tests.ui.hands import CTRL, NONE, SHIFT, Hands, settle
from ui.app import LastResort
from ui.controllers import application as office_module
from ui.controllers.application import Office
from ui.fields.base import PlainLine
from ui.fields.text_field import LongText
from ui.main_window.editor import Desk
from ui.main_window.home_page import HomePage
from ui.main_window.page_factory import REVIEW, WORD
from ui.pages.export import page as word
from ui.wizard.page import ChoiceCard
from ui.wizard.wizard import StartWizard

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


def home_page(office: Office) -> HomePage:
    settle()
    shown = office.window.stack.currentWidget()
    assert isinstance(shown, HomePage)
    return shown


def desk_of(office: Office) -> Desk:
    settle()
    assert office.window.desk is not None
    return office.window.desk


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
def test_what_cannot_be_opened_is_told_once_and_nothing_is_touched(
    office: Office, home: Path, draft: Path, what: str, is_open: bool
) -> None:
    bad = home / "elsewhere" / "bad.erasmus"
    REFUSED[what](bad)
    if is_open:
        office.window.open_draft(draft)
    before = {path: path.read_bytes() for path in bad.parent.rglob("*") if path.is_file()}
    opened = office.window.opened
    assert not office.window.open_draft(bad)
    settle()
    assert office.window.notices.topic == "error"
    assert "bad.erasmus" in office.window.notices.text_label.text()
    assert office.window.opened is opened
    after = {path: path.read_bytes() for path in bad.parent.rglob("*") if path.is_file()}
    assert after == before


def test_a_file_named_at_the_start_that_cannot_be_opened_leads_to_the_home_page_with_a_notice(
    make_office: MakeOffice, home: Path
) -> None:
    office = make_office(Settings(language="en"), home / "gone.erasmus")
    home_page(office)
    assert "gone.erasmus" in office.window.notices.text_label.text()


# Opening


def test_a_file_named_at_the_start_is_opened(make_office: MakeOffice, draft: Path) -> None:
    office = make_office(Settings(language="en"), draft)
    assert desk_of(office).session.path == draft
    title = drafts.read(draft).draft.text("prj.title")
    assert office.window.windowTitle() == f"{title}[*] – Erasmus Desk"
    office.show_home()
    assert office.window.windowTitle() == "Erasmus Desk"


def test_a_draft_used_lately_is_on_the_home_page_and_in_the_menu(
    office: Office, hands: Hands, draft: Path
) -> None:
    office.window.open_draft(draft)
    office.show_home()
    cards = home_page(office).cards()
    assert [card.words.path for card in cards] == [draft]
    hands.tab_to(lambda part: part is cards[0], "the card")
    hands.press(Qt.Key.Key_Return)
    assert desk_of(office).session.path == draft
    office.show_home()
    recent = office.menus.recent_menu
    assert isinstance(recent, QMenu)
    (action,) = recent.actions()
    action.trigger()
    assert desk_of(office).session.path == draft


def test_a_recent_draft_that_is_gone_is_told_and_leaves_the_list(
    office: Office, draft: Path
) -> None:
    office.window.open_draft(draft)
    office.show_home()
    draft.unlink()
    (action,) = office.menus.recent_menu.actions()
    action.trigger()
    settle()
    assert office.window.notices.topic == "error"
    assert office.menus.recent_menu.actions() == []
    assert settings.load(office.places.settings).settings.recent == ()


def test_opening_asks_for_a_file_and_begins_where_one_was_opened_last(
    office: Office, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_parent: QWidget, _title: str, folder: str) -> str:
        asked.append(folder)
        return str(draft) if len(asked) == 1 else ""

    monkeypatch.setattr(office_module, "ask_draft", ask)
    office.open()
    assert desk_of(office).session.path == draft
    office.open()
    assert asked == [str(office.places.drafts), str(draft.parent)]
    assert desk_of(office).session.path == draft


def test_the_draft_that_is_open_is_not_opened_twice_by_another_name(
    office: Office, draft: Path
) -> None:
    office.window.open_draft(draft)
    opened = office.window.opened
    other = draft.with_name("other.erasmus")
    other.symlink_to(draft)
    assert opened is not None
    opened.session.edit(TITLE, "New")
    assert office.window.open_draft(other)
    assert office.window.opened is opened


def test_opening_another_draft_saves_the_one_before_and_lets_go_of_it(
    office: Office, draft: Path
) -> None:
    office.window.open_draft(draft)
    assert locks.lock_path(draft).exists()
    desk_of(office).session.edit(TITLE, "New")
    office.open_example(EXAMPLES[-1])
    assert drafts.read(draft).draft.get(TITLE) == "New"
    assert not locks.lock_path(draft).exists()


def test_a_draft_dropped_on_the_window_is_opened_wherever_it_falls(
    office: Office, draft: Path
) -> None:
    office.open_example(EXAMPLES[-1])
    for target in (LongText(), PlainLine()):
        mime = dragged(draft)
        enter = QDragEnterEvent(
            QPoint(1, 1), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NONE
        )
        QApplication.sendEvent(target, enter)
        assert not enter.isAccepted()
    assert drop(office, dragged(draft))
    assert desk_of(office).session.path == draft


def test_what_is_no_draft_is_not_taken(office: Office, home: Path) -> None:
    picture = home / "picture.png"
    picture.write_bytes(b"")
    assert not drop(office, dragged(picture))
    home_page(office)


def dragged(path: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


def drop(office: Office, mime: QMimeData) -> bool:
    """Drag something over the window and let it fall, if the window takes it."""
    button, action = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(50, 50), action, mime, button, NONE)
    enter.ignore()
    QApplication.sendEvent(office.window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(
            office.window, QDropEvent(QPointF(50, 50), action, mime, button, NONE)
        )
    return enter.isAccepted()


# Saving, copying, closing


def test_saving_by_key_writes_the_file_and_closing_the_window_does_so_too(
    office: Office, hands: Hands, draft: Path
) -> None:
    office.window.open_draft(draft)
    session = desk_of(office).session
    session.edit(TITLE, "New")
    hands.press(Qt.Key.Key_S, CTRL)
    assert drafts.read(draft).draft.get(TITLE) == "New"
    session.edit(TITLE, "Newer")
    hands.press(Qt.Key.Key_Q, CTRL)
    assert not office.window.isVisible()
    assert drafts.read(draft).draft.get(TITLE) == "Newer"
    assert not locks.lock_path(draft).exists()


def test_a_copy_is_another_draft_and_the_first_stays_open(
    office: Office, hands: Hands, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = draft.with_name("copy.erasmus")

    def ask(*_: object) -> str:
        return str(target)

    monkeypatch.setattr(office_module, "ask_copy", ask)
    office.window.open_draft(draft)
    session = desk_of(office).session
    session.edit(TITLE, "New")
    hands.press(Qt.Key.Key_S, CTRL | SHIFT)
    copy = drafts.read(target).draft
    assert copy.get(TITLE) == "New"
    assert copy.id != session.draft.id
    assert desk_of(office).session is session
    assert "copy.erasmus" in office.window.notices.text_label.text()
    before = target.read_bytes()
    session.edit(TITLE, "Newer")
    hands.press(Qt.Key.Key_S, CTRL | SHIFT)
    assert target.read_bytes() == before
    assert office.window.notices.topic == "error"


@pytest.mark.parametrize("is_taken", [False, True])
def test_a_word_file_gets_its_suffix_and_takes_no_others_place_unasked(
    office: Office, draft: Path, monkeypatch: pytest.MonkeyPatch, is_taken: bool
) -> None:
    office.window.open_draft(draft)
    desk = desk_of(office)
    desk.show_step(WORD)
    target = draft.with_name("made.docx")
    if is_taken:
        target.write_bytes(b"mine")
    proposed: list[str] = []

    def ask(_page: object, _title: str, name: str, _kinds: str) -> str:
        proposed.append(name)
        return str(target.with_suffix("")) if len(proposed) == 1 else ""

    monkeypatch.setattr(word, "ask_target", ask)
    page = desk.word_page()
    assert page is not None
    page.export_button.click()
    assert proposed[1:] == ([str(target)] if is_taken else [])
    assert (target.read_bytes() == b"mine") == is_taken


@pytest.mark.logs
def test_after_a_fault_of_our_own_all_is_saved_and_the_window_stays(
    office: Office, draft: Path
) -> None:
    office.window.open_draft(draft)
    desk_of(office).session.edit(TITLE, "New")
    fault = ZeroDivisionError("somewhere")
    LastResort(office).caught(type(fault), fault, None)
    assert drafts.read(draft).draft.get(TITLE) == "New"
    assert office.window.notices.topic == "fault"
    assert "ZeroDivisionError" in office.window.notices.text_label.text()
    assert office.window.isVisible()


def test_a_draft_that_somebody_else_has_open_is_opened_with_a_notice_that_stays(
    office: Office, hands: Hands, draft: Path
) -> None:
    locks.lock_path(draft).write_text(
        '{"host": "school-pc-7", "user": "els", "process": 7, "since": "2026-11-23T14:02:00+00:00"}'
    )
    office.window.open_draft(draft)
    desk_of(office).session.edit(TITLE, "New")
    hands.press(Qt.Key.Key_S, CTRL)
    assert office.window.notices.topic == "holder"
    assert "school-pc-7" in office.window.notices.text_label.text()


# Preferences


def test_language_colours_and_size_change_while_a_draft_is_open(
    office: Office, hands: Hands, qapp: QApplication, draft: Path
) -> None:
    office.window.open_draft(draft)
    desk = desk_of(office)
    desk.show_key(Key("des.rationale"))
    session, step = desk.session, desk.step
    session.edit(TITLE, "New")
    size = qapp.font().pointSizeF()
    chosen = Settings(language="nl", theme=Theme.DARK, text_scale=150, guidance_shown=False)
    office.apply(chosen)
    now = desk_of(office)
    assert now is not desk
    assert now.session is session
    assert now.step == step
    assert now.foot.next_button.text() == "Volgende"
    assert session.texts.language == "nl"
    assert qapp.font().pointSizeF() == pytest.approx(size * 1.5, rel=0.1)
    assert not now.guidance.isVisible()
    assert "&File" not in [action.text() for action in office.window.menuBar().actions()]
    hands.press(Qt.Key.Key_Z, CTRL)
    assert session.value(TITLE) == drafts.read(EXAMPLES[0]).draft.get(TITLE)
    hands.press(Qt.Key.Key_F1)
    assert now.guidance.isVisible()
    office.apply(Settings(language="en"))
    assert desk_of(office).foot.next_button.text() == "Next"
    assert office.window.topbar is not None
    assert office.window.topbar.saved_label.text() != ""


def test_the_desk_before_is_gone_and_hears_nothing_any_more(office: Office, draft: Path) -> None:
    office.window.open_draft(draft)
    desk = desk_of(office)
    for step in desk.steps():
        desk.show_step(step)
    gone: list[str] = []
    desk.destroyed.connect(lambda: gone.append("desk"))
    for page in (desk.page_widget(), office.window.topbar):
        assert page is not None
        page.destroyed.connect(lambda: gone.append("part"))
    office.apply(Settings(language="nl"))
    assert gone == []
    settle()
    assert sorted(gone) == ["desk", "part", "part"]
    session = desk_of(office).session
    session.edit(TITLE, "New")
    session.undo_stack.undo()
    assert office.window.opened is not None
    office.window.opened.watch.renew()


def test_a_closed_draft_leaves_nothing_behind(office: Office, draft: Path) -> None:
    office.window.open_draft(draft)
    opened = office.window.opened
    assert opened is not None
    parts: list[QObject] = [opened.session, opened.autosave, opened.watch, desk_of(office)]
    kept = [weakref.ref(one) for one in parts]
    del opened, parts
    office.show_home()
    settle()
    gc.collect()
    assert [one() for one in kept if one() is not None] == []


def test_the_guided_start_stays_where_it_is_when_the_language_changes(
    office: Office, hands: Hands
) -> None:
    office.new()
    settle()
    wizard = wizard_of(office)
    for _ in range(2):
        first_card(wizard).button.click()
        wizard.show_next()
    kind = first_card(wizard)
    kind.button.click()
    before = wizard.standing
    office.apply(Settings(language="nl"))
    settle()
    now = wizard_of(office)
    assert now is not wizard
    assert now.standing == before
    assert first_card(now).button.isChecked()
    assert now.next_button.text() == "Volgende"
    assert hands.focus is now.screen_shown().title_label


def wizard_of(office: Office) -> StartWizard:
    shown = office.window.stack.currentWidget()
    assert isinstance(shown, StartWizard)
    return shown


def first_card(wizard: StartWizard) -> ChoiceCard:
    return wizard.screen_shown().findChildren(ChoiceCard)[0]


# A second start


def test_a_second_start_with_the_same_draft_calls_the_first_window(
    office: Office, qtbot: QtBot, draft: Path
) -> None:
    office.window.open_draft(draft)
    desk_of(office).session.edit(TITLE, "Unsaved as yet")
    office.window.showMinimized()
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "erasmus_desk", str(draft)]
    with subprocess.Popen(command, env=environment, cwd=draft.parent) as second:
        qtbot.waitUntil(lambda: not office.window.isMinimized(), timeout=15_000)
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=15_000)
        assert second.returncode == 0
    assert desk_of(office).session.value(TITLE) == "Unsaved as yet"


# Calls that nobody foresaw


@pytest.fixture
def more_calls(home: Path) -> None:
    for pack in PACKS.iterdir():
        shutil.copytree(pack, paths.places().local / "calls" / pack.name)


@pytest.mark.parametrize("call", sorted(pack.name for pack in PACKS.iterdir()))
def test_any_call_goes_through_the_guided_start_and_over_the_desk(
    home: Path,
    more_calls: None,
    office: Office,
    call: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    office.new()
    settle()
    for _ in range(9):
        shown = office.window.stack.currentWidget()
        if not isinstance(shown, StartWizard):
            break
        choose(shown, call)
        shown.show_next()
        settle()
    desk = desk_of(office)
    assert desk.session.pack.id == call
    for step in desk.steps():
        desk.show_step(step)
        settle()
        assert desk.step == step
    for key in list(desk.session.draft.answers):
        desk.show_key(key)
    desk.show_step(REVIEW)
    desk.show_step(WORD)
    target = home / "made.docx"

    def ask(*_: object) -> str:
        return str(target)

    monkeypatch.setattr(word, "ask_target", ask)
    page = desk.word_page()
    assert page is not None
    page.export_button.click()
    assert target.exists(), page.made_box.result_label.text()
    office.apply(Settings(language="nl"))
    office.show_home()
    assert len(home_page(office).cards()) == 1


def choose(wizard: StartWizard, call: str) -> None:
    """Choose the wanted call, else the first choice that is not barred."""
    cards = wizard.screen_shown().findChildren(ChoiceCard)
    wanted = [card for card in cards if card.choice == call]
    for card in wanted or cards:
        card.button.click()
        settle()
        if not wizard.screen_shown().obstacle():
            return
