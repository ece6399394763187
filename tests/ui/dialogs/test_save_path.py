"""The questions for a path: a suffix that is missing is added, and cancelling chooses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.save_path import ask_draft_path, ask_path_with_suffix


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.mark.parametrize(
    ("chosen", "word", "draft"),
    [
        ("", "", ""),
        ("Robots", "Robots.docx", "Robots.erasmus"),
        ("Robots v1.2", "Robots v1.2.docx", "Robots v1.2.erasmus"),
        ("Robots.DOCX", "Robots.DOCX", "Robots.DOCX.erasmus"),
        ("Robots.erasmus", "Robots.erasmus.docx", "Robots.erasmus"),
    ],
)
def test_a_missing_suffix_is_added_and_cancelling_chooses_nothing(
    parent: QWidget,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    chosen: str,
    word: str,
    draft: str,
) -> None:
    def choose(*_: object) -> tuple[str, str]:
        return (str(tmp_path / chosen) if chosen else ""), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    found = ask_path_with_suffix(parent, "Save", tmp_path / "a.docx", "Word files (*.docx)")
    assert found == (str(tmp_path / word) if word else "")
    expected = tmp_path / draft if draft else None
    assert ask_draft_path(parent, "Save", tmp_path / "a.erasmus") == expected
