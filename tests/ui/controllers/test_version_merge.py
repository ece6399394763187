"""Two at one draft: what somebody else saved, and copies of it, are merged answer by answer."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Key
from erasmus_desk.storage import drafts, locks
from erasmus_desk.storage.clock import now
from erasmus_desk.storage.locks import LockHolder
from erasmus_desk.storage.named_versions import VersionReason
from tests.ui.editors import EXAMPLES
from tests.ui.keyboard import finish_work, process_events
from ui.controllers import version_merge
from ui.controllers.application import ApplicationController
from ui.controllers.locks import describe_lock
from ui.pages.review_import.page import ReviewImportPage
from ui.session.draft_manager import OpenDraft

TITLE, SUM, WHY = Key("prj.title"), Key("sum.text"), Key("des.rationale")


@pytest.fixture
def folder(home: Path) -> Path:
    folder = home / "shared folder"
    folder.mkdir()
    return folder


@pytest.fixture
def opened(controller: ApplicationController, folder: Path) -> OpenDraft:
    path = folder / "plan.erasmus"
    path.write_bytes(EXAMPLES[0].read_bytes())
    return open_path(controller, path)


def open_path(controller: ApplicationController, path: Path) -> OpenDraft:
    assert controller.window.open_draft(path)
    process_events()
    assert controller.window.opened is not None
    return controller.window.opened


def write(path: Path, target: Path, **texts: str) -> bytes:
    """Write a draft with other answers, as a program of before would."""
    draft = drafts.read(path).draft
    for name, text in texts.items():
        draft = draft.apply(draft.change(Key(name.replace("_", ".")), text))
    target.write_bytes(file_format.encode(draft))
    return target.read_bytes()


def answer(controller: ApplicationController, name: str) -> None:
    buttons = controller.window.notifications.findChildren(QPushButton)
    next(one for one in buttons if one.objectName() == name).click()
    finish_work(controller.window)


def notice(controller: ApplicationController) -> tuple[str, str]:
    notifications = controller.window.notifications
    return notifications.topic, notifications.text_label.text()


def review_page(controller: ApplicationController) -> ReviewImportPage:
    assert controller.window.editor is not None
    page = controller.window.editor.current_page()
    assert isinstance(page, ReviewImportPage), notice(controller)
    return page


def read_text(path: Path, key: Key) -> object:
    return drafts.read(path).draft.get(key)


def test_what_somebody_else_saved_is_merged_answer_by_answer_and_undone_as_one_step(
    controller: ApplicationController, opened: OpenDraft
) -> None:
    session, path = opened.session, opened.session.path
    before = session.draft
    theirs = write(path, path, prj_title="Theirs", sum_text="Their summary.")
    session.edit(WHY, "My reasons.")
    session.edit(SUM, "My summary.")
    mine = session.draft
    assert not opened.autosave.save()
    assert path.read_bytes() == theirs
    assert notice(controller)[0] == "conflict"
    assert controller.window.editor is not None
    step = controller.window.editor.step
    answer(controller, "merge")
    # Nothing changes before it is applied; only what both changed is asked.
    assert session.draft is mine
    page = review_page(controller)
    assert page.model.undecided_count == 1
    assert page.card.head.status_label.text() == "Conflict: changed in both versions"
    page.head.cancel_button.click()
    process_events()
    assert notice(controller)[0] == "conflict"  # it waits, where the user was before
    assert controller.window.editor.step == step
    answer(controller, "merge")
    page = review_page(controller)
    page.card.press("A")
    # Saved once more meanwhile: what was not seen is not written over.
    theirs = write(path, path, prj_title="Theirs again")
    page.bar.apply_button.click()
    finish_work(controller.window)
    assert session.draft is mine
    assert path.read_bytes() == theirs
    page = review_page(controller)
    assert page.model.undecided_count == 1
    page.card.press("A")
    page.bar.apply_button.click()
    process_events()
    assert controller.window.editor.step == step
    assert session.value(TITLE) == "Theirs again"
    assert session.value(SUM) == "Their summary."
    assert session.value(WHY) == "My reasons."
    assert opened.autosave.save()
    assert (read_text(path, TITLE), read_text(path, WHY)) == ("Theirs again", "My reasons.")
    topic, text = notice(controller)
    assert topic == "merged"
    assert path.name in text
    named = controller.draft_manager.find_history(opened).list_named()
    assert [one.reason for one in named] == [VersionReason.MERGED]
    answer(controller, "undo")
    assert session.draft.answers == mine.answers
    assert opened.autosave.save()
    assert read_text(path, TITLE) == before.get(TITLE)
    kept = controller.draft_manager.find_history(opened).load(named[0].id)
    assert kept.get(TITLE) == "Theirs again"


def test_different_answers_of_both_sides_merge_without_a_question(
    controller: ApplicationController, opened: OpenDraft
) -> None:
    session, path = opened.session, opened.session.path
    # A program that synchronises folders puts our version aside: theirs began before it.
    first = path.read_bytes()
    session.edit(WHY, "My reasons.")
    assert opened.autosave.save()
    path.rename(path.with_name("plan-MY-LAPTOP.erasmus"))
    path.write_bytes(first)
    write(path, path, prj_title="Theirs")
    opened.autosave.check_file()
    assert notice(controller)[0] == "conflict"
    controller.window.notifications.clear()  # what it offered is in the menu too
    assert can_merge(controller)
    controller.menus.merge_action.trigger()
    finish_work(controller.window)
    assert not can_merge(controller)
    assert notice(controller)[0] == "merged"
    assert (session.value(TITLE), session.value(WHY)) == ("Theirs", "My reasons.")
    assert opened.autosave.save()
    assert (read_text(path, TITLE), read_text(path, WHY)) == ("Theirs", "My reasons.")


def test_a_copy_of_a_program_that_synchronises_is_found_merged_undone_and_thrown_away(
    controller: ApplicationController,
    opened: OpenDraft,
    folder: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session, path = opened.session, opened.session.path
    copy = folder / "plan (Ann’s conflicted copy 2026-11-29).erasmus"
    theirs = write(path, copy, prj_title="Theirs")
    session.edit(WHY, "My reasons.")
    qtbot.waitUntil(lambda: notice(controller)[0] == "copy-found")
    assert copy.name in notice(controller)[1]
    assert "Ann" in notice(controller)[1]
    assert session.value(TITLE) != "Theirs"
    answer(controller, "merge")
    assert (session.value(TITLE), session.value(WHY)) == ("Theirs", "My reasons.")
    assert opened.autosave.save()
    assert copy.read_bytes() == theirs
    answer(controller, "undo")
    assert session.value(TITLE) != "Theirs"
    controller.draft_controllers.conflict_copies.offer()
    assert notice(controller)[0] == "copy-found"  # what was undone is no longer merged
    answer(controller, "merge")
    assert opened.autosave.save()
    assert copy.read_bytes() == theirs
    thrown: list[Path] = []

    def move_to_trash(path: Path) -> bool:
        thrown.append(path)
        return True

    monkeypatch.setattr(version_merge, "move_to_trash", move_to_trash)
    answer(controller, "trash")
    assert thrown == [copy]
    # One that was left in the folder is not offered when the draft is opened again.
    controller.show_home()
    opened = open_path(controller, path)
    qtbot.waitUntil(lambda: bool(opened.autosave.file_check.copies))
    assert notice(controller)[0] == ""


def test_of_many_copies_the_one_with_news_is_offered(
    controller: ApplicationController, opened: OpenDraft, folder: Path, qtbot: QtBot
) -> None:
    path = opened.session.path
    assert not can_merge(controller)
    for number in range(1, 5):
        (folder / f"plan ({number}).erasmus").write_bytes(path.read_bytes())
    write(path, folder / "plan (5).erasmus", prj_title="Theirs")
    qtbot.waitUntil(lambda: notice(controller)[0] == "copy-found")
    assert "plan (5).erasmus" in notice(controller)[1]
    answer(controller, "leave")
    qtbot.waitUntil(lambda: notice(controller)[0] == "")
    # What was left can still be merged, from the menu.
    assert can_merge(controller)
    controller.menus.merge_action.trigger()
    finish_work(controller.window)
    assert opened.session.value(TITLE) == "Theirs"
    assert not can_merge(controller)


def can_merge(controller: ApplicationController) -> bool:
    """Open the menu, and return whether its entry that merges versions can be chosen."""
    controller.menus.edit_menu.aboutToShow.emit()
    return controller.menus.merge_action.isEnabled()


def test_the_lock_of_another_computer_stays_until_the_user_takes_it_over(
    controller: ApplicationController, folder: Path
) -> None:
    path = folder / "plan.erasmus"
    path.write_bytes(EXAMPLES[0].read_bytes())
    since = (now() - timedelta(days=6, hours=1)).isoformat()
    lock = {"host": "school-pc-7", "user": "els", "process": 7, "since": since, "token": "0" * 16}
    locks.get_lock_path(path).write_text(json.dumps(lock))
    write(path, folder / "plan (1).erasmus", prj_title="Theirs")
    opened = open_path(controller, path)
    topic, text = notice(controller)
    assert topic == "holder"
    assert all(one in text for one in ("els", "school-pc-7", "6 days ago"))
    assert json.loads(locks.get_lock_path(path).read_text()) == lock
    opened.session.edit(TITLE, "Mine")
    assert opened.autosave.save()
    assert json.loads(locks.get_lock_path(path).read_text()) == lock
    assert notice(controller)[0] == "holder"
    answer(controller, "take-over")
    assert notice(controller)[0] == "copy-found"  # which waited
    answer(controller, "leave")
    assert notice(controller)[0] == ""
    opened.autosave.check_file()
    assert notice(controller)[0] == ""
    assert controller.draft_manager.locks.is_held(path)
    controller.show_home()
    assert not locks.get_lock_path(path).exists()
    ages = {-5: "less than an hour ago", 0: "less than an hour ago", 1: "1 hour ago", 50: "2 days"}
    start = datetime(2026, 11, 23, 10, tzinfo=UTC)
    for hours, age in ages.items():
        holder, moment = LockHolder("pc", "", start, 1), start + timedelta(hours=hours)
        text = describe_lock(holder, "en", moment)
        assert "Someone has had this proposal open on pc since 23\u00a0November 2026" in text
        assert age in text
