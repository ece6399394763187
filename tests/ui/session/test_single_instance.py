"""Who starts the program a second time with the same draft is heard by its window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.session.single_instance import Bell, bell_path, ring


def test_nobody_answers_for_a_draft_that_is_not_open(qapp: QApplication, tmp_path: Path) -> None:
    draft = tmp_path / "a.erasmus"
    assert not ring(tmp_path / "bells", draft, patience=50)
    assert not bell_path(tmp_path / "bells", draft).exists()


def test_the_window_of_the_draft_hears_and_the_others_do_not(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    bells = tmp_path / "bells"
    mine, other = Bell(bells, tmp_path / "a.erasmus"), Bell(bells, tmp_path / "b.erasmus")
    with qtbot.waitSignal(mine.rung), qtbot.assertNotEmitted(other.rung):
        assert ring(bells, tmp_path / "a.erasmus", patience=5000)


def test_a_draft_is_the_same_by_whatever_path(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    bells, link = tmp_path / "bells", tmp_path / "link"
    (tmp_path / "real").mkdir()
    link.symlink_to(tmp_path / "real")
    bell = Bell(bells, tmp_path / "real" / "a.erasmus")
    with qtbot.waitSignal(bell.rung):
        assert ring(bells, link / "a.erasmus", patience=5000)


def test_a_bell_left_over_from_a_crash_rings_nobody(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    bells, draft = tmp_path / "bells", tmp_path / "a.erasmus"
    bells.mkdir()
    bell_path(bells, draft).write_bytes(b"")
    bell = Bell(bells, draft)
    with qtbot.assertNotEmitted(bell.rung, wait=50):
        pass


def test_without_a_folder_for_bells_nobody_can_ring(qapp: QApplication, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    Bell(blocked / "bells", tmp_path / "a.erasmus")
    assert not ring(blocked / "bells", tmp_path / "a.erasmus", patience=50)
