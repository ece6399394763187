"""What takes long is told above the page, and cancelled; then all is as it was before."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from erasmus_desk.atomic_file import PreparedFile
from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Change, Key
from erasmus_desk.export import export
from erasmus_desk.file_suffixes import CALL_SUFFIX
from erasmus_desk.packs.call_file import write_call_file
from erasmus_desk.review_import import importer, version_merge
from erasmus_desk.review_import.docx_reader.document import RevisionAuthor
from erasmus_desk.review_import.version_merge import OtherVersion
from erasmus_desk.storage import drafts, written_files
from erasmus_desk.storage.drafts import DraftFile
from erasmus_desk.storage.settings import Settings
from tests.ui.conftest import StartProgram
from tests.ui.editors import editor_of
from tests.ui.keyboard import Keyboard, finish_work, process_events
from tests.ui.short_draft import write_short_draft
from tests.ui.spoken import listen
from ui.controllers import added_calls, long_work
from ui.controllers.application import ApplicationController
from ui.controllers.export import find_export_page
from ui.controllers.file_saver import WORK
from ui.controllers.long_work import LongWork
from ui.controllers.version_merge import Merging
from ui.dialogs import save_path
from ui.main_window.window import MainWindow
from ui.pages.export.page import ExportPage
from ui.pages.export.preview_page import PreviewPage
from ui.pages.timeline.page import TimelinePage

CANCELLED = "Cancelled. Nothing was changed."
CALL = Path(__file__).parents[2] / "packs" / "valid" / "work-packages"
TEXT = Key("des.rationale")
AUTHOR = RevisionAuthor("Bo", datetime(2017, 2, 1, tzinfo=UTC))


class Gate:
    """Holds a thread at one place while it is closed."""

    def __init__(self) -> None:
        self.reached, self._open = Event(), Event()
        self._open.set()

    def close(self) -> None:
        self.reached.clear()
        self._open.clear()

    def open(self) -> None:
        self._open.set()

    def pass_through(self) -> None:
        self.reached.set()
        assert self._open.wait(60)


@pytest.fixture
def gate() -> Iterator[Gate]:
    made = Gate()
    yield made
    made.open()


@pytest.fixture
def controller(
    start_program: StartProgram, home: Path, monkeypatch: pytest.MonkeyPatch
) -> ApplicationController:
    monkeypatch.setattr(long_work, "NOTICE_DELAY", 0)
    return start_program(Settings(language="en"), write_short_draft(home / "plan.erasmus"))


def export_page(controller: ApplicationController) -> ExportPage:
    editor_of(controller).show_export()
    page = find_export_page(editor_of(controller))
    assert page is not None
    return page


def save_word(controller: ApplicationController) -> QPushButton:
    page = export_page(controller)
    page.profile_field.edited.emit("clean")
    page.recipient_box.name_field.edited.emit("Ann Example")
    return page.export_button


def save_packs(controller: ApplicationController) -> QPushButton:
    page = export_page(controller)
    page.profile_field.edited.emit("partners")
    return page.export_button


def save_letters(controller: ApplicationController) -> QPushButton:
    page = export_page(controller)
    page.profile_field.rows[-1].chosen.emit(page.profile_field.rows[-1].choice)
    return page.export_button


def save_workbook(controller: ApplicationController) -> QPushButton:
    return export_page(controller).workbook_button


def save_picture(controller: ApplicationController) -> QPushButton:
    editor_of(controller).show_step("timeline")
    page = editor_of(controller).current_page()
    assert isinstance(page, TimelinePage)
    return page.picture_button


FILES = (save_word, save_packs, save_letters, save_workbook, save_picture)


def snapshot(folder: Path) -> dict[Path, tuple[int, bytes]]:
    """Return the files in a folder: one that was replaced by the same content is another one."""
    files = (one for one in sorted(folder.rglob("*")) if one.is_file())
    return {one: (one.stat().st_ino, one.read_bytes()) for one in files}


def is_working(controller: ApplicationController) -> bool:
    works = controller.window.findChildren(LongWork)
    return any(one.is_running for one in works)


def answer_dialogs(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    def choose(*_: object) -> str:
        return str(path)

    def choose_folder(*_: object) -> str:
        return str(path.parent)

    def choose_files(*_: object) -> tuple[str, str]:
        return str(path), ""

    monkeypatch.setattr(save_path, "ask_save_path", choose)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose_folder)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose_files)


def cancel(controller: ApplicationController, keyboard: Keyboard, *, by_button: bool) -> None:
    """Cancel as a user does, and see that it is told."""
    notices = controller.window.notifications
    button = notices.findChildren(QPushButton)[0]
    assert (button.text(), button.isVisible()) == ("Cancel", True)
    if by_button:
        button.setFocus()
        keyboard.press(Qt.Key.Key_Space)
    else:
        keyboard.press(Qt.Key.Key_Escape)
    assert notices.text_label.text() == CANCELLED
    assert QApplication.overrideCursor() is None


@pytest.mark.parametrize("prepare", FILES)
def test_a_cancelled_export_leaves_no_file_and_no_half_state(
    controller: ApplicationController,
    tmp_path: Path,
    gate: Gate,
    keyboard: Keyboard,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    prepare: Callable[[ApplicationController], QPushButton],
) -> None:
    suffix = ".xlsx" if prepare is save_workbook else ".docx"
    suffix = ".png" if prepare is save_picture else suffix
    target = tmp_path / "out" / f"target{suffix}"
    target.parent.mkdir()
    answer_dialogs(monkeypatch, target)

    class Held(PreparedFile):
        def __init__(self, path: Path, content: bytes) -> None:
            super().__init__(path, content)
            gate.pass_through()

    monkeypatch.setattr(written_files, "PreparedFile", Held)
    told, session = listen(monkeypatch), editor_of(controller).session
    button = prepare(controller)
    button.click()
    finish_work(button)
    session.edit(Key(session.pack.role("title")), "Another title")
    process_events()
    before, draft = snapshot(target.parent), session.draft
    assert before, "it would be replaced now"
    told.clear()
    gate.close()
    button.setFocus()
    button.click()
    assert gate.reached.wait(60)
    qtbot.waitUntil(lambda: controller.window.notifications.topic == WORK)
    assert len(snapshot(target.parent)) > len(before), "a temporary file is there"
    (said,) = told
    assert said == controller.window.notifications.text_label.text()
    assert said.startswith("Saving ")
    assert said.endswith("… Esc cancels.")
    cancel(controller, keyboard, by_button=prepare in (save_word, save_packs))
    assert QApplication.focusWidget() is button
    gate.open()
    finish_work(button)
    assert snapshot(target.parent) == before
    assert session.draft is draft
    assert told[1:] == [CANCELLED]
    button.click()
    finish_work(button)
    assert snapshot(target.parent) != before, "the next one is written"


def test_a_pdf_is_cancelled_between_two_pages(
    controller: ApplicationController,
    tmp_path: Path,
    keyboard: Keyboard,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(long_work, "TIME_SLICE", 0)
    target = tmp_path / "made.pdf"
    target.write_bytes(b"what was there before")
    answer_dialogs(monkeypatch, target)
    controller.draft_controllers.export.show_preview()
    page = editor_of(controller).current_page()
    assert isinstance(page, PreviewPage)
    page.finish_layout()
    page.bar.pdf_button.setFocus()
    page.bar.pdf_button.click()
    for _ in range(4):
        process_events()
    assert is_working(controller)
    cancel(controller, keyboard, by_button=False)
    assert QApplication.focusWidget() is page.bar.pdf_button
    assert not is_working(controller)
    finish_work(page)
    assert [one.name for one in tmp_path.glob("*.pdf")] == ["made.pdf"]
    assert target.read_bytes() == b"what was there before"
    page.bar.pdf_button.click()
    finish_work(page)
    assert (tmp_path / "made (2).pdf").read_bytes().startswith(b"%PDF")


def test_one_writes_on_while_a_file_is_made_and_is_told_where_one_is(
    controller: ApplicationController,
    tmp_path: Path,
    gate: Gate,
    keyboard: Keyboard,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    render = export.render_word

    def render_slowly(*given: object) -> object:
        gate.pass_through()
        return render(*given)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(export, "render_word", render_slowly)
    answer_dialogs(monkeypatch, tmp_path / "made.docx")
    button, editor = save_word(controller), editor_of(controller)
    gate.close()
    button.click()
    assert gate.reached.wait(60)
    qtbot.waitUntil(lambda: controller.window.notifications.topic == WORK)
    editor.show_key(TEXT)
    keyboard.type("Xyzzy ")
    assert editor.session.draft.text(TEXT.question).startswith("Xyzzy ")
    gate.open()
    finish_work(controller.window)
    assert "made.docx" in controller.window.notifications.text_label.text()
    with zipfile.ZipFile(tmp_path / "made.docx") as made:
        assert b"Xyzzy" not in made.read("word/document.xml"), "the proposal as it was asked for"
    (copy,) = review_state.list_outstanding_copies(editor.session.draft)
    assert copy.recipient == "Ann Example"


def test_a_file_that_is_being_made_is_there_after_the_proposal_is_closed(
    controller: ApplicationController, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_dialogs(monkeypatch, tmp_path / "made.docx")
    path = editor_of(controller).session.path
    save_word(controller).click()
    controller.show_home()
    assert (tmp_path / "made.docx").exists()
    (copy,) = review_state.list_outstanding_copies(drafts.read(path).draft)
    assert copy.recipient == "Ann Example"


def test_reading_and_merging_are_cancelled_and_change_nothing(
    controller: ApplicationController,
    tmp_path: Path,
    gate: Gate,
    keyboard: Keyboard,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A returned Word file, another version of the proposal, and the file of a call."""
    for module, name in (
        (importer, "open_files"),
        (version_merge, "build_result"),
        (added_calls, "read_call_file"),
    ):
        monkeypatch.setattr(module, name, partial(_hold, gate, getattr(module, name)))
    call, returned = tmp_path / f"sent{CALL_SUFFIX}", tmp_path / "ann.docx"
    write_call_file(CALL, call)
    answer_dialogs(monkeypatch, returned)
    save_word(controller).click()
    finish_work(controller.window)
    session, window = editor_of(controller).session, controller.window
    answer_dialogs(monkeypatch, call)
    theirs = session.draft.apply(Change(TEXT, session.draft.get(TEXT), "Theirs."))
    file = DraftFile(theirs, session.path, "", 1, b"")
    merging = Merging(file, OtherVersion(theirs, session.draft, "b.erasmus", AUTHOR))
    controllers = controller.draft_controllers
    for topic, start in (
        ("import", partial(controllers.review_import.import_files, (returned,))),
        ("merging", partial(controllers.version_merge.merge, merging)),
        ("call-read", controller.home.add_call),
    ):
        draft, step = session.draft, editor_of(controller).step
        gate.close()
        start()
        assert gate.reached.wait(60)
        qtbot.waitUntil(partial(_is_told, window, topic))
        cancel(controller, keyboard, by_button=False)
        gate.open()
        finish_work(window)
        assert session.draft is draft
        assert editor_of(controller).step == step
        assert not controller.paths.added_calls.exists()


def _hold(gate: Gate, work: Callable[..., object], *given: object) -> object:
    gate.pass_through()
    return work(*given)


def _is_told(window: MainWindow, topic: str) -> bool:
    return window.notifications.topic == topic


def test_what_is_done_within_half_a_second_is_not_told(
    start_program: StartProgram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long_work, "NOTICE_DELAY", 24 * 3600 * 1000)
    draft = write_short_draft(tmp_path / "plan.erasmus")
    controller = start_program(Settings(language="en"), draft)
    answer_dialogs(monkeypatch, tmp_path / "made.docx")
    told = listen(monkeypatch)
    button = save_word(controller)
    told.clear()
    button.click()
    finish_work(button)
    assert [text.startswith("Saved as ") for text in told] == [True]
