"""No way out of a draft loses words unasked; without a fault nothing is asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Timer

import pytest
from PySide6.QtWidgets import QFileDialog

from erasmus_desk.draft.model import Key
from erasmus_desk.storage import drafts
from erasmus_desk.storage.backups import Backups
from tests.ui.editors import EXAMPLES
from tests.ui.keyboard import Keyboard, process_events
from tests.ui.ways_out import (
    FAULTS,
    TITLE,
    TYPED,
    WAYS,
    Leaving,
    allow_journal,
    end_faults,
    refuse_journal,
)
from ui.controllers.application import ApplicationController

ANSWERS = ("stay", "go-on", "copy")
FOLDERS = ("folder gone", "everything gone")
"""Faults with which new proposals can still be made."""
PAIRS = [(way, fault) for way in WAYS for fault in FAULTS]
SHARE = [(way, list(FAULTS)[place % len(FAULTS)]) for place, way in enumerate(WAYS)]
"""One fault for each way; `make prove` tries all."""


@pytest.fixture
def leaving(
    controller: ApplicationController, keyboard: Keyboard, home: Path, tmp_path: Path
) -> Iterator[Leaving]:
    """A draft of the user's, and another one in another folder."""
    draft, other = home / "mine" / "a proposal.erasmus", home / "others" / "other.erasmus"
    copy = tmp_path / "stick" / "copy.erasmus"
    for path in (draft, other, copy):
        path.parent.mkdir()
    draft.write_bytes(EXAMPLES[0].read_bytes())
    other.write_bytes(EXAMPLES[-1].read_bytes())
    with pytest.MonkeyPatch.context() as patch:
        made = Leaving(controller, keyboard, patch, draft, other, copy, home)
        yield made
        end_faults(made)


def begin(leaving: Leaving, way: str) -> None:
    """Open the draft, with what the way out needs."""
    WAYS[way].prepare(leaving)
    assert leaving.controller.window.open_draft(leaving.draft)
    process_events()


def ask(leaving: Leaving, way: str, fault: str) -> None:
    """Leave the draft while nothing can be saved: the question is there, and so is the text."""
    begin(leaving, way)
    FAULTS[fault](leaving)
    leaving.type()
    opened = leaving.opened
    WAYS[way].leave(leaving)
    process_events()
    assert leaving.topic == "unsafe"
    assert "“Title”" in leaving.controller.window.notifications.text_label.text()
    assert leaving.opened is opened
    assert leaving.text == TYPED
    assert leaving.controller.window.isVisible()
    assert not WAYS[way].is_done(leaving)


def stay(leaving: Leaving, way: str) -> None:
    """Nothing happens, and the next time there is a question again."""
    opened = leaving.opened
    leaving.answer("stay")
    assert leaving.topic == ""
    assert leaving.opened is opened
    WAYS[way].leave(leaving)
    process_events()
    assert leaving.topic == "unsafe"
    assert leaving.text == TYPED


def go_on(leaving: Leaving, way: str, fault: str) -> None:
    """What was wanted is done; where that needs the disk too, the draft stays open."""
    leaving.answer("go-on")
    if WAYS[way].writes and fault not in FOLDERS:
        assert leaving.topic == "error"
        assert leaving.text == TYPED
    else:
        assert WAYS[way].is_done(leaving)


def copy(leaving: Leaving, way: str, fault: str) -> None:
    """The copy has the latest text, and what was wanted is done."""
    chosen: list[str] = ["", str(leaving.copy.parent / "gone" / "copy.erasmus"), str(leaving.copy)]

    def choose(*_: object) -> tuple[str, str]:
        return chosen.pop(0), ""

    leaving.patch.setattr(QFileDialog, "getSaveFileName", choose)
    for _ in range(2):  # no file was chosen, or it could not be written: the question stays
        leaving.answer("copy")
        assert leaving.topic == "unsafe"
        assert leaving.text == TYPED
    leaving.answer("copy")
    saved = drafts.read(leaving.copy).draft
    assert saved.get(TITLE) == TYPED
    assert saved.id != drafts.read(EXAMPLES[0]).draft.id
    assert leaving.copy in leaving.controller.user_settings.current.recent
    if not WAYS[way].writes or fault in FOLDERS:
        assert WAYS[way].is_done(leaving)


def answer(leaving: Leaving, way: str, fault: str, name: str) -> None:
    if name == "stay":
        stay(leaving, way)
    elif name == "go-on":
        go_on(leaving, way, fault)
    else:
        copy(leaving, way, fault)


@pytest.mark.parametrize(("way", "fault"), SHARE)
@pytest.mark.share(2)
def test_no_way_out_loses_words_unasked(leaving: Leaving, way: str, fault: str) -> None:
    ask(leaving, way, fault)
    name = ANSWERS[list(WAYS).index(way) % len(ANSWERS)]
    answer(leaving, way, fault, name)


def test_newer_texts_of_others_stay_offered_while_the_journal_cannot_be_read(
    leaving: Leaving,
) -> None:
    ask(leaving, "recovered", "journal locked")
    go_on(leaving, "recovered", "journal locked")


@pytest.mark.prove
@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize(("way", "fault"), PAIRS)
def test_no_way_out_loses_words_with_any_fault(
    leaving: Leaving, way: str, fault: str, name: str
) -> None:
    ask(leaving, way, fault)
    answer(leaving, way, fault, name)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.share(4)
def test_without_a_fault_nothing_is_asked(leaving: Leaving, way: str) -> None:
    begin(leaving, way)
    leaving.type()
    WAYS[way].leave(leaving)
    process_events()
    assert leaving.topic != "unsafe"
    assert WAYS[way].is_done(leaving)
    assert drafts.read(leaving.draft).draft.get(TITLE) == TYPED


@pytest.mark.parametrize("place", ["journal", "recovery copy"])
def test_what_is_safe_in_one_place_is_left_without_a_question(leaving: Leaving, place: str) -> None:
    begin(leaving, "home")
    FAULTS["folder gone"](leaving)
    if place == "journal":
        allow_journal(leaving)
    else:
        leaving.controller.paths.backups.unlink()
    leaving.type()
    leaving.controller.show_home()
    process_events()
    assert WAYS["home"].is_done(leaving)


def test_what_was_safe_until_everything_went_is_asked_for(leaving: Leaving) -> None:
    begin(leaving, "home")
    FAULTS["folder gone"](leaving)
    allow_journal(leaving)
    leaving.type()
    assert leaving.opened is not None
    assert leaving.opened.autosave.secure()
    FAULTS["everything gone"](leaving)
    leaving.controller.show_home()
    process_events()
    assert leaving.topic == "unsafe"
    assert leaving.text == TYPED


def test_no_notice_says_that_the_file_is_saved_while_it_is_not(leaving: Leaving) -> None:
    begin(leaving, "home")
    FAULTS["disk full"](leaving)
    allow_journal(leaving)
    leaving.type()
    assert leaving.opened is not None
    assert not leaving.opened.autosave.save()
    trouble = leaving.controller.window.save_trouble
    assert trouble is not None
    assert trouble.isVisible()
    refuse_journal(leaving)
    leaving.opened.session.edit(TITLE, "Newer")
    leaving.opened.autosave.write_journal()
    assert leaving.opened.autosave.journal.error is not None
    assert leaving.topic == ""
    assert trouble.isVisible()


def test_what_was_typed_after_the_question_is_asked_for_again(leaving: Leaving) -> None:
    ask(leaving, "home", "disk full")
    assert leaving.opened is not None
    leaving.opened.session.edit(Key("prj.acronym"), "NEW")
    leaving.answer("go-on")
    assert leaving.topic == "unsafe"
    assert "“Acronym”" in leaving.controller.window.notifications.text_label.text()
    leaving.answer("go-on")
    assert WAYS["home"].is_done(leaving)


def test_the_question_goes_once_everything_is_saved(leaving: Leaving) -> None:
    ask(leaving, "home", "disk full")
    end_faults(leaving)
    assert leaving.opened is not None
    assert leaving.opened.autosave.save()
    process_events()
    assert leaving.topic == ""
    assert leaving.text == TYPED


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_a_conflict_closes_nothing_while_nothing_can_be_saved(
    leaving: Leaving, choice: str
) -> None:
    begin(leaving, "home")
    leaving.draft.write_bytes(EXAMPLES[-1].read_bytes())
    FAULTS["disk full"](leaving)
    leaving.type()
    assert leaving.opened is not None
    opened = leaving.opened
    assert not opened.autosave.save()
    leaving.controller.window.notice_answered.emit("conflict", choice)
    process_events()
    assert leaving.opened is opened
    assert leaving.text == TYPED
    leaving.controller.show_home()
    process_events()
    assert leaving.topic == "unsafe"


def test_what_is_typed_after_the_text_was_saved_elsewhere_is_asked_for_too(
    leaving: Leaving,
) -> None:
    begin(leaving, "home")
    leaving.type()
    assert leaving.opened is not None
    leaving.controller.draft_manager.save_beside(leaving.opened, leaving.copy)
    FAULTS["disk full"](leaving)
    leaving.opened.session.edit(TITLE, "Newer")
    leaving.controller.show_home()
    process_events()
    assert leaving.topic == "unsafe"
    assert leaving.text == "Newer"


def test_the_end_of_the_program_ends_what_can_be_saved_nowhere_too(leaving: Leaving) -> None:
    begin(leaving, "close")
    FAULTS["disk full"](leaving)
    leaving.type()
    assert leaving.opened is not None
    saved = leaving.opened.autosave
    leaving.controller.shut_down()
    assert leaving.opened is None
    assert not leaving.controller.window.isVisible()
    assert not saved.journal.is_complete  # it was not, and is not waited for


def test_a_draft_is_closed_when_its_backup_is_written(
    leaving: Leaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, written = Event(), list[str]()

    def back_up_slowly(*_: object) -> None:
        gate.wait(60)
        written.append("backup")

    monkeypatch.setattr(Backups, "back_up_file", back_up_slowly)
    begin(leaving, "home")
    Timer(0.05, gate.set).start()
    leaving.controller.show_home()
    assert written == ["backup"]
