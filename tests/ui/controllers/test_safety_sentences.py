"""What is said about the safety of the text is true, whatever can be written and whatever not."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from erasmus_desk import atomic_file
from erasmus_desk.draft.model import Change
from erasmus_desk.errors import JournalError, TargetRefused
from erasmus_desk.storage import drafts
from tests.ui.editors import EXAMPLES
from tests.ui.keyboard import Keyboard, process_events
from tests.ui.ways_out import FAULTS, TITLE, TYPED, Leaving, end_faults, refuse_journal
from ui.controllers.application import ApplicationController
from ui.wizard.wizard import NewProposalWizard

SAFE, ONLY_HERE = "Your text is safe on this computer.", "Your latest text is only in this window"
KEPT = "That version is kept on this computer."


@pytest.fixture
def leaving(controller: ApplicationController, keyboard: Keyboard, home: Path) -> Iterator[Leaving]:
    """An open draft in a folder that others write in."""
    draft = home / "shared" / "a proposal.erasmus"
    draft.parent.mkdir()
    draft.write_bytes(EXAMPLES[0].read_bytes())
    with pytest.MonkeyPatch.context() as patch:
        made = Leaving(controller, keyboard, patch, draft, draft, draft, home)
        assert controller.window.open_draft(draft)
        process_events()
        yield made
        end_faults(made)


def rename(path: Path) -> None:
    path.rename(path.with_name("final version.erasmus"))


def disconnect(path: Path) -> None:
    shutil.rmtree(path.parent)


def change(path: Path) -> None:
    opened = drafts.read(path)
    drafts.save(opened.draft.apply(Change(TITLE, None, "Theirs")), path, opened.digest)


HAPPENINGS: dict[str, Callable[[Path], None]] = {
    "renamed": rename,
    "gone": Path.unlink,
    "no folder": disconnect,
    "changed": change,
}


def shown(leaving: Leaving) -> str:
    assert leaving.topic in {"file", "conflict"}
    return leaving.controller.window.notifications.text_label.text()


def look(leaving: Leaving) -> None:
    assert leaving.opened is not None
    leaving.opened.autosave.check_file()
    process_events()


def is_on_this_computer(leaving: Leaving) -> bool:
    """Whether the typed text is in any file of the program's own."""
    files = (path for path in leaving.controller.paths.local.rglob("*") if path.is_file())
    return any(TYPED.encode() in path.read_bytes() for path in files)


@pytest.mark.parametrize("happening", ["renamed", "gone", "no folder"])
@pytest.mark.parametrize("fault", ["", *FAULTS])
@pytest.mark.share(3)
def test_text_is_called_safe_where_it_is_and_nowhere_else(
    leaving: Leaving, happening: str, fault: str
) -> None:
    if leaving.draft.exists():
        HAPPENINGS[happening](leaving.draft)
    if fault:
        if not leaving.draft.parent.exists():
            leaving.draft.parent.mkdir()
        FAULTS[fault](leaving)
    leaving.type()
    look(leaving)
    is_safe = is_on_this_computer(leaving)
    assert is_safe == (not fault)
    assert (SAFE in shown(leaving)) == is_safe
    assert (ONLY_HERE in shown(leaving)) != is_safe


@pytest.mark.parametrize("happening", HAPPENINGS)
def test_text_that_is_safe_no_longer_is_not_called_so(leaving: Leaving, happening: str) -> None:
    HAPPENINGS[happening](leaving.draft)
    look(leaving)
    assert SAFE in shown(leaving) or KEPT in shown(leaving)
    FAULTS["read-only"](leaving)
    leaving.type()
    look(leaving)
    assert SAFE not in shown(leaving)
    assert KEPT not in shown(leaving)
    assert (ONLY_HERE in shown(leaving)) == (happening != "changed")


def test_a_journal_that_fails_says_nothing_of_a_file_that_is_not_saved(leaving: Leaving) -> None:
    change(leaving.draft)
    look(leaving)
    refuse_journal(leaving)
    assert leaving.opened is not None
    leaving.type()
    leaving.opened.autosave.write_journal()
    process_events()
    assert isinstance(leaving.opened.autosave.journal.error, JournalError)
    assert leaving.topic == "conflict"


def test_after_a_fault_answers_are_called_saved_only_if_they_are(leaving: Leaving) -> None:
    FAULTS["disk full"](leaving)
    leaving.type()
    leaving.controller.report_fault("ValueError")
    text = leaving.controller.window.notifications.text_label.text()
    assert "Your answers are saved." not in text


@pytest.mark.parametrize("fault", ["", "disk full"])
def test_choices_of_a_start_are_called_saved_only_if_they_are(leaving: Leaving, fault: str) -> None:
    leaving.controller.new_proposal()
    process_events()
    if fault:
        FAULTS[fault](leaving)
    wizard = leaving.controller.window.stack.currentWidget()
    assert isinstance(wizard, NewProposalWizard)
    wizard.changed.emit()
    leaving.controller.report_fault("ValueError")
    text = leaving.controller.window.notifications.text_label.text()
    assert ("Your answers are saved." in text) == (not fault)


def test_the_notice_that_the_file_is_saved_goes_while_it_is_not(leaving: Leaving) -> None:
    window, opened = leaving.controller.window, leaving.opened
    assert opened is not None
    refuse_journal(leaving)
    leaving.type()
    opened.autosave.write_journal()
    assert leaving.topic == "journal"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(atomic_file, "write", refuse_write)
        opened.autosave.save()
        process_events()
        assert leaving.topic != "journal"
        assert window.save_trouble is not None
        assert window.save_trouble.isVisible()
    assert opened.autosave.save()
    process_events()
    assert not window.save_trouble.isVisible()
    assert leaving.topic == "journal"


def refuse_write(path: Path, *_: object, **__: object) -> str:
    raise TargetRefused("full", path=str(path))
