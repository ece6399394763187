"""The history of a proposal in the window: reached, compared, named, and brought back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.word_diff import DiffKind
from erasmus_desk.errors import JournalError
from erasmus_desk.storage import drafts
from erasmus_desk.storage.settings import Settings
from tests.ui.conftest import StartProgram, copy_example
from tests.ui.editors import EXAMPLES, LANGUAGES, editor_of
from tests.ui.keyboard import Keyboard, process_events
from ui.controllers.application import ApplicationController
from ui.fields.text_field import TextField
from ui.pages.history.entries import NOW, EntryKind
from ui.pages.history.page import HistoryPage
from ui.session.session import Session

TEXT = Key("des.rationale")


@pytest.fixture
def first_draft(home: Path) -> Path:
    return copy_example(EXAMPLES[0], home)


@pytest.fixture
def session(controller: ApplicationController) -> Session:
    process_events()
    return editor_of(controller).session


def write(controller: ApplicationController, key: Key, value: str | None) -> None:
    """Write an answer, with the journal written as after half a second."""
    opened = controller.window.opened
    assert opened is not None
    opened.session.edit(key, value)
    opened.autosave.write_journal()


def show(controller: ApplicationController, qtbot: QtBot) -> HistoryPage:
    """Press the button in the top bar and wait for the comparison."""
    bar = controller.window.top_bar
    assert bar is not None
    bar.history_button.click()
    page = editor_of(controller).current_page()
    assert isinstance(page, HistoryPage)
    qtbot.waitUntil(lambda: bool(page.pane.version_label.text()))
    return page


def choose(page: HistoryPage, version: str, qtbot: QtBot) -> None:
    """Choose a version, and wait until it is compared."""
    if page.view.version != version:
        page.pane.version_label.clear()
        page.view.choose(version)
        qtbot.waitUntil(lambda: bool(page.pane.version_label.text()))


def marked(page: HistoryPage, kind: DiffKind) -> str:
    """Return what the first difference shows as deleted or inserted."""
    row = page.pane.comparison.rows[0]
    row.open()
    words = {DiffKind.DELETED: "deleted: ", DiffKind.INSERTED: "inserted: "}[kind]
    described = [one.accessibleDescription() for text in row.texts for one in text.texts]
    parts = [part for one in described for part in one.split("; ") if part.startswith(words)]
    return " ".join(part.removeprefix(words) for part in parts)


def test_what_was_written_and_deleted_within_seconds_is_found_and_brought_back(
    controller: ApplicationController, session: Session, qtbot: QtBot
) -> None:
    before = str(session.value(TEXT))
    write(controller, TEXT, f"{before} A thought.")
    write(controller, TEXT, before)
    page = show(controller, qtbot)
    (work,) = [one for one in page.versions.entries if one.kind is EntryKind.WORK]
    page.model.toggle(page.model.find_version(work.id))
    choose(page, work.pauses[1].id, qtbot)
    assert marked(page, DiffKind.DELETED) == "A thought."
    page.pane.comparison.rows[0].restore_button.click()
    assert session.value(TEXT) == f"{before} A thought."
    session.undo_stack.undo()
    assert session.value(TEXT) == before


def test_all_of_a_version_comes_back_as_one_step_that_can_be_undone(
    controller: ApplicationController, session: Session, qtbot: QtBot
) -> None:
    start = dict(session.draft.answers)
    listed = session.pack.role("organisations")
    session.remove_item(listed, session.draft.items(listed)[-1])
    write(controller, TEXT, "Other words.")
    changed = dict(session.draft.answers)
    page = show(controller, qtbot)
    first = page.versions.entries[-1]
    assert first.kind is EntryKind.OPENED
    editor = controller.window.editor
    assert editor is not None
    assert editor.step_bar.page_label.text() == ""  # the history is no step
    choose(page, first.id, qtbot)
    page.pane.restore_button.click()
    assert dict(session.draft.answers) == start
    assert controller.window.notifications.topic == "history"
    controller.window.notice_answered.emit("history", "undo")
    assert dict(session.draft.answers) == changed
    # The offer is gone: pressed again, it would take back what was written before.
    assert controller.window.notifications.isHidden()


def test_what_is_written_after_a_version_came_back_is_not_undone_by_its_notice(
    controller: ApplicationController, session: Session, qtbot: QtBot
) -> None:
    write(controller, TEXT, "Other words.")
    page = show(controller, qtbot)
    choose(page, page.versions.entries[-1].id, qtbot)
    page.pane.restore_button.setFocus()
    page.pane.restore_button.click()
    assert not controller.window.notifications.isHidden()
    qtbot.waitUntil(page.pane.restore_button.isHidden)
    # Without the button, the focus stays beside it: Enter must not answer the notice.
    assert page.pane.copy_button.hasFocus()
    write(controller, TEXT, "Written since.")
    assert controller.window.notifications.isHidden()


def test_an_organisation_that_was_removed_comes_back_whole_and_at_its_place(
    controller: ApplicationController, session: Session, qtbot: QtBot
) -> None:
    start = dict(session.draft.answers)
    listed = session.pack.role("organisations")
    session.remove_item(listed, session.draft.items(listed)[1])
    write(controller, TEXT, "Other words.")
    page = show(controller, qtbot)
    choose(page, page.versions.entries[-1].id, qtbot)
    rows = {row.difference.item: row for row in page.pane.comparison.rows}
    (item,) = filter(None, rows)
    rows[item].restore_button.click()
    assert {**start, TEXT: "Other words."} == dict(session.draft.answers) | {
        key: value for key, value in start.items() if key not in session.draft.answers
    }
    assert session.draft.items(listed) == start[Key(listed)]


def test_any_two_versions_are_compared_the_older_one_first(
    controller: ApplicationController, session: Session, qtbot: QtBot
) -> None:
    for text in ("First words.", None, "Second words.", None, "Third words."):
        write(controller, TEXT, text)
    page = show(controller, qtbot)
    (work,) = [one for one in page.versions.entries if one.kind is EntryKind.WORK]
    page.model.toggle(page.model.find_version(work.id))
    by_text = {page.versions.load(one.id).get(TEXT): one.id for one in work.pauses}
    page.pane.show_targets([("First", by_text["First words."])])
    page.pane.compare_box.setCurrentIndex(2)
    choose(page, by_text["Second words."], qtbot)
    assert marked(page, DiffKind.DELETED) == "First"
    assert marked(page, DiffKind.INSERTED) == "Second"


def test_the_version_before_shows_what_a_version_did(
    controller: ApplicationController, session: Session, qtbot: QtBot
) -> None:
    before = str(session.value(TEXT))
    write(controller, TEXT, f"{before} More.")
    page = show(controller, qtbot)
    page.pane.compare_box.setCurrentIndex(page.pane.compare_box.findData("before"))
    choose(page, page.versions.entries[1].id, qtbot)
    assert marked(page, DiffKind.INSERTED) == "More."


def test_a_text_leads_to_its_own_history(
    controller: ApplicationController, session: Session, qtbot: QtBot
) -> None:
    before = str(session.value(TEXT))
    write(controller, TEXT, "Other words.")
    write(controller, Key("prj.title"), "Another title")
    editor = editor_of(controller)
    editor.show_key(TEXT)
    process_events()
    page = editor.current_page()
    assert page is not None
    fields = page.findChildren(TextField)
    (field,) = [one for one in fields if one.box.content() == "Other words."]
    menu = field.box.build_menu()
    (entry,) = [one for one in menu.actions() if one.text() == "History of this answer"]
    entry.trigger()
    process_events()
    history = editor.current_page()
    assert isinstance(history, HistoryPage)
    qtbot.waitUntil(lambda: bool(history.pane.version_label.text()))
    kinds = {one.kind for one in history.versions.entries}
    assert kinds == {EntryKind.NOW, EntryKind.PAUSE, EntryKind.OPENED}
    assert all(TEXT in one.keys for one in history.versions.entries[1:-1])
    choose(history, history.versions.entries[-1].id, qtbot)
    (row,) = history.pane.comparison.rows
    assert row.difference.key == TEXT
    row.restore_button.click()
    assert session.value(TEXT) == before
    assert session.value(Key("prj.title")) == "Another title"
    history.all_button.click()
    qtbot.waitUntil(lambda: len(history.pane.comparison.rows) > 0)
    assert EntryKind.WORK in {one.kind for one in history.versions.entries}


def test_a_version_is_named_by_hand_and_stays(
    controller: ApplicationController,
    session: Session,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = show(controller, qtbot)

    def give_name(*_: object) -> tuple[str, bool]:
        return "Before the meeting with Évora", True

    monkeypatch.setattr(QInputDialog, "getText", give_name)
    page.name_button.click()
    write(controller, TEXT, "Other words.")
    page.refresh()
    (named,) = [one for one in page.versions.entries if one.kind is EntryKind.NAMED]
    shown = [row.text.title for row in page.model.rows if row.text]
    assert "Before the meeting with Évora" in shown
    assert page.versions.load(named.id).get(TEXT) != "Other words."


def test_the_history_is_there_while_the_file_is_gone(
    controller: ApplicationController, session: Session, qtbot: QtBot
) -> None:
    before = session.value(TEXT)
    write(controller, TEXT, "Other words.")
    session.path.unlink()
    page = show(controller, qtbot)
    choose(page, page.versions.entries[-1].id, qtbot)
    page.pane.restore_button.click()
    assert session.value(TEXT) == before


def test_a_version_opens_as_a_proposal_of_its_own(
    controller: ApplicationController, session: Session, qtbot: QtBot
) -> None:
    before, path = session.value(TEXT), session.path
    write(controller, TEXT, "Other words.")
    page = show(controller, qtbot)
    choose(page, page.versions.entries[-1].id, qtbot)
    page.pane.copy_button.click()
    opened = editor_of(controller).session
    assert opened.value(TEXT) == before
    assert opened.draft.id != session.draft.id
    assert drafts.read(path).draft.get(TEXT) == "Other words."


def test_without_a_journal_the_backups_are_listed(
    controller: ApplicationController,
    session: Session,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    manager = controller.window.draft_manager
    manager.backups.back_up(session.draft.id, session.path.read_bytes())
    journal = manager.journal
    assert journal is not None

    def fail(*_: object) -> None:
        raise JournalError

    page = show(controller, qtbot)
    monkeypatch.setattr(journal, "transact", fail)
    page.refresh()
    kinds = [one.kind for one in page.versions.entries]
    assert kinds[0] is EntryKind.NOW
    assert set(kinds[1:]) == {EntryKind.BACKUP}
    assert "backups" in page.space_label.text()
    monkeypatch.undo()


def test_the_keys_go_through_the_versions_and_unfold_them(
    controller: ApplicationController, session: Session, qtbot: QtBot, keyboard: Keyboard
) -> None:
    for text in ("First words.", None, "Second words."):
        write(controller, TEXT, text)
    page = show(controller, qtbot)
    page.view.setFocus()
    (work,) = [one for one in page.versions.entries if one.kind is EntryKind.WORK]
    page.view.choose(work.id)
    keyboard.press(Qt.Key.Key_Right)
    keyboard.press(Qt.Key.Key_Down)
    assert page.view.version == work.pauses[0].id
    keyboard.press(Qt.Key.Key_Left)
    keyboard.press(Qt.Key.Key_Left)
    assert not any(row.is_pause for row in page.model.rows)
    keyboard.press(Qt.Key.Key_Up)
    assert page.view.version == NOW


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "scale"), [(683, 100), (1366, 100), (1920, 200), (683, 200)])
@pytest.mark.share
def test_list_and_comparison_are_side_by_side_or_one_after_the_other(
    start_program: StartProgram, qtbot: QtBot, language: str, width: int, scale: int
) -> None:
    controller = start_program(Settings(language=language, text_scale=scale))
    controller.open_example(EXAMPLES[0])
    write(controller, TEXT, "Other words.")
    controller.window.resize(width, 700)
    controller.draft_controllers.history.show()
    process_events()
    page = editor_of(controller).current_page()
    assert isinstance(page, HistoryPage)
    qtbot.waitUntil(lambda: bool(page.pane.version_label.text()))
    is_narrow = not page.pane.isVisible()
    assert is_narrow == (width < 1000)
    if is_narrow:
        page.view.clicked.emit(page.view.currentIndex())
        assert page.pane.isVisible()
        assert not page.view.isVisible()
        page.pane.back_button.click()
        assert page.view.isVisible()
