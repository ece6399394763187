"""Adding a call in the window: shown first, taken when the user says so, offered at once."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from erasmus_desk import paths
from erasmus_desk.file_suffixes import CALL_SUFFIX
from erasmus_desk.packs.added_calls import Effect
from erasmus_desk.packs.call_file import write_call_file
from erasmus_desk.storage.settings import Settings
from tests.ui.conftest import StartProgram
from tests.ui.editors import library
from tests.ui.guided import card_of_call
from tests.ui.keyboard import finish_work, process_events
from ui.controllers.application import ApplicationController
from ui.dialogs.add_call import AddCallDialog
from ui.main_window.home_page import HomePage
from ui.widgets.labels import BREAK
from ui.wizard.wizard import NewProposalWizard

NAME = "work-packages"
PACK = Path(__file__).parents[2] / "packs" / "valid" / NAME


@pytest.fixture
def sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A call as it came by mail, which the user chooses."""
    target = tmp_path / f"sent{CALL_SUFFIX}"
    write_call_file(PACK, target)

    def choose(*_: object) -> tuple[str, str]:
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    return target


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of the dialogs that are shown; the last word is the answer to give."""
    told: list[str] = ["add"]

    def run(dialog: AddCallDialog) -> int:
        told.insert(0, "\n".join(label.text() for label in dialog.findChildren(QLabel)))
        dialog.deleteLater()
        return int(told[-1] == "add")

    monkeypatch.setattr(AddCallDialog, "run", run)
    return told


def home_of(controller: ApplicationController) -> HomePage:
    process_events()
    page = controller.window.stack.currentWidget()
    assert isinstance(page, HomePage)
    return page


def added() -> list[str]:
    folder = paths.find_paths().added_calls
    return sorted(place.name for place in folder.iterdir()) if folder.is_dir() else []


def test_a_call_is_shown_before_it_is_taken_and_offered_at_once(
    controller: ApplicationController, sent: Path, shown: list[str]
) -> None:
    before = len(home_of(controller).side.call_rows)
    home_of(controller).side.add_button.click()
    finish_work(controller.window)
    told = shown[0]
    parts = ("Shared orchards", "Open.", "Large garden", "English, Portuguese", "Gardening")
    for part in (*parts, "Invented for the tests", str(sent), "No proposal is changed."):
        assert part in told
    assert added() == [f"{NAME}@1"]
    assert len(home_of(controller).side.call_rows) == before + 1
    assert "The call was added." in controller.window.notifications.text_label.text()
    controller.new_proposal()
    process_events()
    wizard = controller.window.stack.currentWidget()
    assert isinstance(wizard, NewProposalWizard)
    card_of_call(wizard, NAME).button.click()
    assert wizard.session.pack.id == NAME


def test_nothing_is_taken_that_the_user_does_not_want_or_has_already(
    controller: ApplicationController, sent: Path, shown: list[str]
) -> None:
    shown.append("no")
    controller.home.add_call()
    finish_work(controller.window)
    assert added() == []
    shown.append("add")
    controller.home.add_call()
    finish_work(controller.window)
    controller.home.add_call()
    finish_work(controller.window)
    assert "in Erasmus Desk already" in controller.window.notifications.text_label.text()
    assert added() == [f"{NAME}@1"]


def test_a_file_that_is_no_sound_call_is_refused_with_its_first_fault(
    controller: ApplicationController, sent: Path, shown: list[str]
) -> None:
    with zipfile.ZipFile(sent) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    form = json.loads(parts["form.json"])
    form["questions"][0]["type"] = "maybe"
    with zipfile.ZipFile(sent, "w") as archive:
        for name, part in (parts | {"form.json": json.dumps(form).encode()}).items():
            archive.writestr(name, part)
    controller.home.add_call()
    finish_work(controller.window)
    text = controller.window.notifications.text_label.text()
    assert "/questions/0/type" in text
    assert "No proposal was changed." in text
    sent.write_bytes(b"%PDF")
    controller.home.add_call()
    finish_work(controller.window)
    assert "is not the file of a call" in controller.window.notifications.text_label.text()
    assert shown == ["add"]
    assert added() == []


def test_a_proposal_whose_call_is_not_there_says_which_and_what_to_do(
    start_program: StartProgram, sent: Path, shown: list[str]
) -> None:
    controller = start_program(Settings(language="en"))
    controller.home.add_call()
    finish_work(controller.window)
    controller.new_proposal()
    process_events()
    wizard = controller.window.stack.currentWidget()
    assert isinstance(wizard, NewProposalWizard)
    card_of_call(wizard, NAME).button.click()
    wizard.created.emit(wizard.session.draft)
    process_events()
    assert controller.window.opened is not None
    draft = controller.window.opened.session.path
    controller.shut_down()
    folder = paths.find_paths().added_calls
    folder.rename(folder.with_name("elsewhere"))
    again = start_program(Settings(language="en"))
    assert not again.window.open_draft(draft)
    text = again.window.notifications.text_label.text()
    assert f"for the call “{NAME}”" in text
    assert "Add a call…" in text


def test_a_missing_source_is_no_source_in_the_dialog(controller: ApplicationController) -> None:
    known = library()
    pack = known.load_pack("ka2-2017")
    dialog = AddCallDialog(
        controller.window, pack, known.load_texts(pack.id, "en"), Effect.NEW, "call.zip"
    )
    told = [label.text().replace(BREAK, "") for label in dialog.findChildren(QLabel)]
    sources, without = told.index("Sources"), told.index("Facts without a source")
    listed = told[sources + 1 : without]
    assert len(listed) == sum(not one.is_missing for one in pack.sources.values())
    assert told[without + 1] == "No source found yet. Check the Programme Guide 2017."
    assert told[without + 1] not in listed
    dialog.deleteLater()


def test_a_call_that_is_dropped_on_the_window_is_shown_and_taken(
    controller: ApplicationController, sent: Path, shown: list[str]
) -> None:
    controller.window.files_dropped.emit((sent,))
    finish_work(controller.window)
    assert "Shared orchards" in shown[0]
    assert added() == [f"{NAME}@1"]


def test_a_call_that_the_program_is_started_with_is_shown_over_the_home_page(
    start_program: StartProgram, sent: Path, shown: list[str]
) -> None:
    controller = start_program(path=sent)
    finish_work(controller.window)
    assert "Shared orchards" in shown[0]
    home_of(controller)
    assert added() == [f"{NAME}@1"]
