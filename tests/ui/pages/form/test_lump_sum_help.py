"""The help with the choice of a lump sum: it gives reasons and chooses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from erasmus_desk.draft import create
from erasmus_desk.draft.model import Key
from erasmus_desk.storage import clock, drafts
from erasmus_desk.storage.settings import Settings
from tests.ui.conftest import StartProgram
from tests.ui.editors import editor_of, library
from tests.ui.keyboard import process_events
from tests.ui.room import find_without_room
from ui.main_window.editor import Editor
from ui.main_window.page_factory import section_step
from ui.pages.form.lump_sum_help import LumpSumHelp


def open_proposal(start_program: StartProgram, home: Path, scale: int = 100) -> Editor:
    pack, path = library().load_pack("ka220-2026"), home / "tide.erasmus"
    draft = create.create_draft(pack, {"field": "school", "language": "en"}, clock.now())
    drafts.save_new(draft, path)
    editor = editor_of(start_program(Settings(language="en", text_scale=scale), path))
    session = editor.session
    session.edit(Key("prj.duration"), 24)
    while len(session.draft.items("organisations")) < 3:
        session.add_item("organisations")
    editor.show_step(section_step("context"))
    process_events()
    return editor


def unfold(editor: Editor) -> LumpSumHelp:
    (found,) = editor.findChildren(LumpSumHelp)
    QTest.mouseClick(found.head, Qt.MouseButton.LeftButton)
    process_events()
    return found


def texts_in(found: LumpSumHelp) -> str:
    labels = [label.text() for label in found.findChildren(QLabel) if not label.isHidden()]
    return "\n".join(labels).replace("\u00a0", " ")


def test_reasons_follow_the_draft_and_nothing_is_chosen(
    start_program: StartProgram, home: Path
) -> None:
    editor = open_proposal(start_program, home)
    session = editor.session
    found = unfold(editor)
    text = texts_in(found)
    assert "No estimate made." in text
    assert "EUR 1,666.67 for each organisation and month (3 × 24)" in text
    assert "for each activity" not in text
    row = session.add_item("wp1_costs")
    session.edit(Key("wp1c.price", row), 187300)
    process_events()
    text = texts_in(found)
    assert (
        "The estimate of EUR 187,300 is above EUR 120,000; the nearest lump sum above it is "
        "EUR 250,000."
    ) in text
    assert "The estimate is EUR 67,300 above it" in text
    assert "The estimate is EUR 62,700 below it" in text
    assert "Source: Erasmus+ Programme Guide 2026" in text
    assert session.value(Key("prj.lump_sum")) is None


@pytest.mark.parametrize(("width", "scale"), [(683, 100), (1366, 200), (1920, 100)])
def test_everything_has_its_room(
    start_program: StartProgram, home: Path, width: int, scale: int
) -> None:
    editor = open_proposal(start_program, home, scale)
    editor.window().resize(width, 768)
    process_events()
    found = unfold(editor)
    for _ in range(20):
        process_events()
    assert find_without_room(found) == []
