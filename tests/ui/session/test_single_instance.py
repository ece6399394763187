"""A second start with the same draft activates the window that has it open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from erasmus_desk.paths import AppPaths, find_resources
from erasmus_desk.storage.locks import DraftLocks
from ui.session.single_instance import (
    InstanceListener,
    activate_other_window,
    activate_running_instance,
    request_path,
)


def test_no_instance_answers_for_a_draft_that_is_not_open(
    qapp: QApplication, tmp_path: Path
) -> None:
    draft = tmp_path / "a.erasmus"
    assert not activate_running_instance(tmp_path / "instances", draft, timeout=50)
    assert not request_path(tmp_path / "instances", draft).exists()


def test_only_the_window_of_the_draft_is_activated(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    folder = tmp_path / "instances"
    mine, other = (
        InstanceListener(folder, tmp_path / "a.erasmus"),
        InstanceListener(folder, tmp_path / "b.erasmus"),
    )
    with (
        qtbot.waitSignal(mine.activation_requested),
        qtbot.assertNotEmitted(other.activation_requested),
    ):
        assert activate_running_instance(folder, tmp_path / "a.erasmus", timeout=5000)


def test_a_draft_is_the_same_by_whatever_path(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    folder, link = tmp_path / "instances", tmp_path / "link"
    (tmp_path / "real").mkdir()
    link.symlink_to(tmp_path / "real")
    listener = InstanceListener(folder, tmp_path / "real" / "a.erasmus")
    with qtbot.waitSignal(listener.activation_requested):
        assert activate_running_instance(folder, link / "a.erasmus", timeout=5000)


def test_a_request_left_over_from_a_crash_activates_no_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    folder, draft = tmp_path / "instances", tmp_path / "a.erasmus"
    folder.mkdir()
    request_path(folder, draft).write_bytes(b"")
    listener = InstanceListener(folder, draft)
    with qtbot.assertNotEmitted(listener.activation_requested, wait=50):
        pass


def test_without_a_folder_for_requests_no_window_is_activated(
    qapp: QApplication, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    InstanceListener(blocked / "instances", tmp_path / "a.erasmus")
    assert not activate_running_instance(blocked / "instances", tmp_path / "a.erasmus", timeout=50)


def test_whoever_has_the_draft_open_elsewhere_is_not_waited_for(
    qapp: QApplication, tmp_path: Path
) -> None:
    places = AppPaths(find_resources(), tmp_path / "drafts", tmp_path / "local")
    draft = tmp_path / "shared.erasmus"
    assert DraftLocks(tmp_path / "another home").acquire(draft)
    assert not activate_other_window(draft, places)
    assert not places.instances.exists()


def test_a_second_window_of_this_user_is_asked(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    places = AppPaths(find_resources(), tmp_path / "drafts", tmp_path / "local")
    draft = tmp_path / "mine.erasmus"
    locks = DraftLocks(places.locks)
    assert locks.acquire(draft)
    listener = InstanceListener(places.instances, draft)
    with qtbot.waitSignal(listener.activation_requested):
        assert activate_other_window(draft, places)
    locks.release(draft)
