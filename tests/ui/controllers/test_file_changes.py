"""What others do with the open file: it is noticed, told, and never written over."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from erasmus_desk.draft.model import Change, Key
from erasmus_desk.storage import drafts, locks
from erasmus_desk.storage.open_file import FileReport
from tests.ui.editors import EXAMPLES
from tests.ui.keyboard import finish_work, process_events
from ui.controllers.application import ApplicationController
from ui.controllers.export import find_export_page
from ui.dialogs import save_path
from ui.dialogs.compare import CompareDialog
from ui.main_window.home_page import HomePage
from ui.session.draft_manager import OpenDraft
from ui.session.file_check import LOOK_AFTER
from ui.session.save_status import SaveState

TITLE = Key("prj.title")


@pytest.fixture
def folder(home: Path) -> Path:
    folder = home / "shared folder"
    folder.mkdir()
    return folder


@pytest.fixture
def first_draft(folder: Path) -> Path:
    return Path(shutil.copy(EXAMPLES[0], folder / "a proposal.erasmus"))


@pytest.fixture
def opened(controller: ApplicationController) -> OpenDraft:
    assert controller.window.opened is not None
    return controller.window.opened


def save_theirs(path: Path, title: str = "Theirs") -> bytes:
    opened = drafts.read(path)
    drafts.save(opened.draft.apply(Change(TITLE, None, title)), path, opened.digest)
    return path.read_bytes()


def now_open(controller: ApplicationController) -> OpenDraft:
    process_events()
    assert controller.window.opened is not None
    return controller.window.opened


def topic(controller: ApplicationController) -> str:
    return controller.window.notifications.topic


def text(controller: ApplicationController) -> str:
    return controller.window.notifications.text_label.text()


def answers(controller: ApplicationController) -> set[str]:
    buttons = controller.window.notifications.findChildren(QPushButton)
    return {one.objectName() for one in buttons if one.objectName() and one.isVisible()}


def answer(controller: ApplicationController, name: str) -> None:
    buttons = controller.window.notifications.findChildren(QPushButton)
    next(one for one in buttons if one.objectName() == name).click()
    process_events()


def activate(controller: ApplicationController, qtbot: QtBot, expected: str) -> None:
    """Let the user come back to the window, and wait for the topic of its notification."""
    QApplication.sendEvent(controller.window, QEvent(QEvent.Type.ActivationChange))
    qtbot.waitUntil(lambda: topic(controller) == expected)


def erasmus_files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.suffix == ".erasmus"}


# Somebody renamed the file


def test_a_renamed_file_is_noticed_and_followed_with_what_was_typed_meanwhile(
    controller: ApplicationController, opened: OpenDraft, folder: Path
) -> None:
    renamed = opened.session.path.rename(folder / "final version.erasmus")
    opened.session.edit(TITLE, "Mine")
    assert not opened.autosave.save()
    assert erasmus_files(folder) == {renamed.name}
    assert topic(controller) == "file"
    assert renamed.name in text(controller)
    assert opened.autosave.secure()
    answer(controller, "follow")
    assert opened.autosave.save()
    assert drafts.read(renamed).draft.get(TITLE) == "Mine"
    assert erasmus_files(folder) == {renamed.name}
    assert topic(controller) == ""
    assert opened.session.path == renamed
    assert opened.session.undo_stack.canUndo()
    assert locks.get_lock_path(renamed).exists()
    assert not locks.get_lock_path(folder / "a proposal.erasmus").exists()
    assert controller.user_settings.current.recent[0] == renamed
    journal = controller.draft_manager.journal
    assert journal is not None
    assert journal.list_paths(opened.session.draft.id)[0] == renamed


def test_a_renamed_file_without_unsaved_text_is_followed_too(
    controller: ApplicationController, opened: OpenDraft, folder: Path, qtbot: QtBot
) -> None:
    renamed = opened.session.path.rename(folder / "final version.erasmus")
    before = renamed.read_bytes()
    activate(controller, qtbot, "file")
    answer(controller, "follow")
    assert opened.autosave.status.state is SaveState.SAVED
    assert renamed.read_bytes() == before
    opened.session.edit(TITLE, "Mine")
    assert opened.autosave.save()
    assert drafts.read(renamed).draft.get(TITLE) == "Mine"


def test_a_file_renamed_and_changed_is_first_compared(
    controller: ApplicationController, opened: OpenDraft, folder: Path
) -> None:
    renamed = opened.session.path.rename(folder / "final version.erasmus")
    theirs = save_theirs(renamed)
    opened.session.edit(TITLE, "Mine")
    assert not opened.autosave.save()
    answer(controller, "follow")
    assert topic(controller) == "conflict"
    assert renamed.read_bytes() == theirs
    answer(controller, "theirs")
    assert now_open(controller).session.path == renamed
    assert now_open(controller).session.value(TITLE) == "Theirs"
    (beside,) = erasmus_files(folder) - {renamed.name}
    assert drafts.read(folder / beside).draft.get(TITLE) == "Mine"


def test_saved_again_beside_the_renamed_file_it_is_a_proposal_of_its_own(
    controller: ApplicationController, opened: OpenDraft, folder: Path
) -> None:
    renamed = opened.session.path.rename(folder / "final version.erasmus")
    before = renamed.read_bytes()
    opened.session.edit(TITLE, "Mine")
    assert not opened.autosave.save()
    answer(controller, "again")
    again = now_open(controller)
    assert again.session.path == folder / "a proposal.erasmus"
    assert drafts.read(again.session.path).draft.get(TITLE) == "Mine"
    assert renamed.read_bytes() == before
    assert again.session.draft.id != opened.session.draft.id


# Somebody moved or deleted the file


@pytest.mark.parametrize("is_dirty", [False, True])
def test_a_file_that_is_gone_comes_back_only_when_it_is_wanted(
    controller: ApplicationController,
    opened: OpenDraft,
    folder: Path,
    qtbot: QtBot,
    is_dirty: bool,
) -> None:
    top_bar = controller.window.top_bar
    assert top_bar is not None
    opened.session.path.unlink()
    if is_dirty:
        opened.session.edit(TITLE, "Mine")
    activate(controller, qtbot, "file")
    for _ in range(3):
        assert not opened.autosave.save()
    assert erasmus_files(folder) == set()
    assert topic(controller) == "file"
    assert top_bar.saved_label.text() == "Not saved"
    assert answers(controller) == {"again", "copy"}
    answer(controller, "again")
    assert erasmus_files(folder) == {opened.session.path.name}
    assert drafts.read(opened.session.path).draft.answers == opened.session.draft.answers
    assert topic(controller) == ""
    assert top_bar.saved_label.text().startswith("Saved")
    # A second time it is told again.
    opened.session.path.unlink()
    activate(controller, qtbot, "file")
    assert topic(controller) == "file"


def test_a_copy_of_what_is_gone_is_the_same_proposal_at_another_place(
    controller: ApplicationController,
    opened: OpenDraft,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = folder.parent / "elsewhere.erasmus"
    choose(monkeypatch, target)
    opened.session.edit(TITLE, "Mine")
    opened.session.path.unlink()
    assert not opened.autosave.save()
    answer(controller, "copy")
    assert opened.session.path == target
    assert drafts.read(target).draft.get(TITLE) == "Mine"
    assert drafts.read(target).draft.id == opened.session.draft.id
    assert erasmus_files(folder) == set()


def test_a_file_that_is_back_ends_the_notice_and_is_saved(
    controller: ApplicationController, opened: OpenDraft, folder: Path, qtbot: QtBot
) -> None:
    away = opened.session.path.rename(folder.parent / "in the bin.erasmus")
    opened.session.edit(TITLE, "Mine")
    assert not opened.autosave.save()
    assert topic(controller) == "file"
    away.rename(opened.session.path)
    activate(controller, qtbot, "")
    assert opened.autosave.save()
    assert topic(controller) == ""
    assert drafts.read(opened.session.path).draft.get(TITLE) == "Mine"


def test_what_was_typed_while_the_file_was_gone_is_offered_at_the_next_start(
    controller: ApplicationController, opened: OpenDraft, folder: Path
) -> None:
    renamed = opened.session.path.rename(folder / "final version.erasmus")
    opened.session.edit(TITLE, "Mine")
    controller.show_home()
    process_events()
    home = controller.window.stack.content
    assert isinstance(home, HomePage)
    (line,) = home.recoveries.lines
    assert renamed.name in line.words.title
    line.answered.emit(line.words.id, "take")
    again = now_open(controller)
    assert again.session.path == renamed
    assert again.session.value(TITLE) == "Mine"
    assert again.autosave.save()
    assert erasmus_files(folder) == {renamed.name}


# A drive that is gone


def test_a_drive_that_is_gone_gets_no_folder_and_saving_goes_on_when_it_is_back(
    controller: ApplicationController, opened: OpenDraft, folder: Path, qtbot: QtBot
) -> None:
    pocket = folder.rename(folder.parent / "in a pocket")
    opened.session.edit(TITLE, "Mine")
    assert not opened.autosave.save()
    assert not folder.exists()
    error = opened.autosave.status.error
    assert error is not None
    assert error.message_id == "save.refused.missing-folder"
    assert topic(controller) == "file"
    folder.mkdir()  # the mount point is left, and empty
    activate(controller, qtbot, "file")
    assert not opened.autosave.save()
    assert list(folder.iterdir()) == []
    assert opened.autosave.secure()
    (copy,) = controller.paths.backups.rglob("rescue-*.erasmus")
    assert drafts.read(copy).draft.get(TITLE) == "Mine"
    folder.rmdir()
    pocket.rename(folder)
    activate(controller, qtbot, "")
    qtbot.waitUntil(lambda: opened.autosave.status.state is SaveState.SAVED)
    assert drafts.read(opened.session.path).draft.get(TITLE) == "Mine"
    assert topic(controller) == ""


def test_a_copy_of_what_is_on_a_drive_that_is_gone_is_a_proposal_of_its_own(
    controller: ApplicationController,
    opened: OpenDraft,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = folder.parent / "elsewhere.erasmus"
    choose(monkeypatch, target)
    pocket = folder.rename(folder.parent / "in a pocket")
    opened.session.edit(TITLE, "Mine")
    assert not opened.autosave.save()
    answer(controller, "copy")
    again = now_open(controller)
    assert again.session.path == target
    assert again.session.value(TITLE) == "Mine"
    assert again.session.draft.id != opened.session.draft.id
    assert drafts.read(pocket / "a proposal.erasmus").draft.get(TITLE) != "Mine"


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    def get_save_file_name(*_: object) -> tuple[str, str]:
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", get_save_file_name)


# Somebody else saved the file


def test_a_newer_version_is_noticed_without_a_save_and_opened_where_one_was(
    controller: ApplicationController, opened: OpenDraft, qtbot: QtBot
) -> None:
    editor = controller.window.editor
    assert editor is not None
    editor.show_export()
    theirs = save_theirs(opened.session.path)
    activate(controller, qtbot, "conflict")
    assert topic(controller) == "conflict"
    assert answers(controller) == {"load", "merge", "look", "mine"}
    # Nothing changes on screen before it is wanted.
    assert opened.session.value(TITLE) != "Theirs"
    answer(controller, "load")
    assert now_open(controller).session.value(TITLE) == "Theirs"
    assert opened.session.path.read_bytes() == theirs
    editor = controller.window.editor
    assert editor is not None
    assert find_export_page(editor) is not None
    assert topic(controller) == ""


def test_what_is_typed_before_the_newer_version_is_opened_is_not_lost(
    controller: ApplicationController, opened: OpenDraft, folder: Path, qtbot: QtBot
) -> None:
    theirs = save_theirs(opened.session.path)
    activate(controller, qtbot, "conflict")
    opened.session.edit(TITLE, "Mine")
    answer(controller, "load")
    assert now_open(controller) is opened
    assert topic(controller) == "conflict"
    assert "theirs" in answers(controller)
    answer(controller, "mine")
    assert drafts.read(now_open(controller).session.path).draft.get(TITLE) == "Mine"
    assert (folder / "a proposal.erasmus").read_bytes() == theirs


def test_both_versions_can_be_looked_at(
    controller: ApplicationController,
    opened: OpenDraft,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[str] = []

    def ask(dialog: CompareDialog) -> None:
        shown.append(dialog.view.toPlainText())

    monkeypatch.setattr(CompareDialog, "ask", ask)
    save_theirs(opened.session.path)
    activate(controller, qtbot, "conflict")
    answer(controller, "look")
    assert "Theirs" in shown[0]
    assert topic(controller) == "conflict"
    # One goes on where the question was, also by keyboard.
    focused = controller.window.focusWidget()
    assert (focused.objectName(), focused.window()) == ("look", controller.window)


def test_a_version_that_somebody_takes_back_is_no_conflict_any_more(
    controller: ApplicationController, opened: OpenDraft, qtbot: QtBot
) -> None:
    before = opened.session.path.read_bytes()
    save_theirs(opened.session.path)
    opened.session.edit(TITLE, "Mine")
    assert not opened.autosave.save()
    opened.session.path.write_bytes(before)
    activate(controller, qtbot, "")
    assert opened.autosave.save()
    assert topic(controller) == ""


def test_a_word_file_is_not_made_of_the_old_text(
    controller: ApplicationController,
    opened: OpenDraft,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = folder / "sent.docx"

    def ask(*_: object) -> str:
        return str(target)

    monkeypatch.setattr(save_path, "ask_save_path", ask)
    save_theirs(opened.session.path)
    export(controller)
    assert not target.exists()
    assert topic(controller) == "conflict"
    controller.window.notifications.clear()
    export(controller)  # a notice that was closed returns
    assert not target.exists()
    answer(controller, "load")
    export(controller)
    assert target.exists()
    assert b"PK" in target.read_bytes()[:2]


def export(controller: ApplicationController) -> None:
    editor = controller.window.editor
    assert editor is not None
    editor.show_export()
    page = find_export_page(editor)
    assert page is not None
    page.export_button.click()
    finish_work(page)
    process_events()


def test_what_is_gone_can_still_be_exported(
    controller: ApplicationController,
    opened: OpenDraft,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = folder / "sent.docx"

    def ask(*_: object) -> str:
        return str(target)

    monkeypatch.setattr(save_path, "ask_save_path", ask)
    opened.session.path.unlink()
    export(controller)
    assert target.exists()


# Watching the folder


@pytest.mark.parametrize("what", ["in place", "replaced", "renamed", "deleted"])
def test_what_happens_in_the_folder_is_noticed_though_nobody_touches_the_window(
    controller: ApplicationController, opened: OpenDraft, qtbot: QtBot, what: str
) -> None:
    path = opened.session.path
    # Saved twice before: a file that was replaced by ourselves is watched anew.
    for title in ("One", "Two"):
        opened.session.edit(TITLE, title)
        assert opened.autosave.save()
        with qtbot.waitSignal(opened.autosave.file_check.reported):
            pass
    assert topic(controller) == ""
    if what == "in place":
        path.write_bytes(path.read_bytes() + b" ")
    elif what == "replaced":
        save_theirs(path)
    elif what == "renamed":
        path.rename(path.with_name("final version.erasmus"))
    else:
        path.unlink()
    expected = "conflict" if what in {"in place", "replaced"} else "file"
    qtbot.waitUntil(lambda: topic(controller) == expected)


def test_our_own_saves_are_no_news_and_make_few_looks(
    controller: ApplicationController, opened: OpenDraft, qtbot: QtBot
) -> None:
    told: list[object] = []
    looks: list[FileReport] = []
    opened.autosave.conflicted.connect(told.append)

    def note(_: FileReport, report: FileReport) -> None:
        looks.append(report)

    opened.autosave.file_check.reported.connect(note)
    for number in range(30):
        opened.session.edit(TITLE, f"Robots {number}")
        assert opened.autosave.save()
    with qtbot.waitSignal(opened.autosave.file_check.reported):
        pass
    # A look changes nothing in the folder, so none follows from it.
    with qtbot.assertNotEmitted(opened.autosave.file_check.reported, wait=2 * LOOK_AFTER):
        pass
    assert told == []
    assert len(looks) <= 2


# A copied file


def test_a_copied_file_becomes_a_proposal_of_its_own_with_its_first_save(
    controller: ApplicationController, opened: OpenDraft, folder: Path
) -> None:
    opened.session.edit(TITLE, "Original")
    assert opened.autosave.save()
    copy = Path(shutil.copy(opened.session.path, folder / "copy.erasmus"))
    before = copy.read_bytes()
    assert controller.window.open_draft(copy)
    other = now_open(controller)
    controller.show_home()
    assert copy.read_bytes() == before  # only looked at
    assert controller.window.open_draft(copy)
    other = now_open(controller)
    other.session.edit(TITLE, "Copy")
    assert other.autosave.save()
    original, copied = drafts.read(opened.session.path).draft, drafts.read(copy).draft
    assert (original.get(TITLE), copied.get(TITLE)) == ("Original", "Copy")
    assert copied.id == other.session.draft.id != original.id
    journal, backups = controller.draft_manager.journal, controller.draft_manager.backups
    assert journal is not None
    assert set(journal.list_paths(original.id)) == {opened.session.path}
    assert set(journal.list_paths(copied.id)) == {copy}
    kept = {drafts.read(one.path).draft.get(TITLE) for one in backups.find(original.id)}
    assert "Copy" not in kept
    controller.show_home()
    assert controller.window.open_draft(opened.session.path)
    assert now_open(controller).session.draft.id == original.id
