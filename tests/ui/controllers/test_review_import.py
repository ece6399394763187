"""A Word file is sent, two people write in it, and it is imported into the draft."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path
from threading import Event, Timer

import docx
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QTextCursor
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Key
from erasmus_desk.paths import find_paths
from erasmus_desk.review_import import importer
from erasmus_desk.review_import.result import AnswerMerge, MergeStatus
from erasmus_desk.storage.settings import Settings, ThemeMode
from tests.ui.conftest import StartProgram
from tests.ui.guided import take_call
from tests.ui.keyboard import Keyboard, finish_work, process_events
from tests.ui.shared_program import SharedProgram
from tests.ui.short_draft import write_short_draft
from tests.ui.spoken import listen
from ui.controllers.application import ApplicationController
from ui.controllers.export import find_export_page
from ui.dialogs import save_path
from ui.main_window.editor import Editor
from ui.main_window.home_page import HomePage
from ui.main_window.page_factory import EXPORT
from ui.pages.feedback.page import FeedbackPage
from ui.pages.review_import.page import ReviewImportPage
from ui.session.session import Session
from ui.wizard.wizard import NewProposalWizard

SUMMARY = Key("sum.text")
AIMS = Key("des.rationale")
BODY = "word/document.xml"


@pytest.fixture(scope="module")
def copies(
    shared_program: SharedProgram, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """The proposal as it went out to Ann, written by the Word page, and as it is since then."""
    target = tmp_path_factory.mktemp("sent") / "proposal.docx"
    draft = write_short_draft(target.with_name("written.erasmus"))

    def answer(*_: object) -> str:
        return str(target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(save_path, "ask_save_path", answer)
        sent_from = send(shared_program.open(draft, EXPORT))
    kept = target.with_suffix(".erasmus")
    shutil.copy(sent_from, kept)
    return target, kept


def send(controller: ApplicationController) -> Path:
    """Let the Word page write the file for Ann, and return the path of the proposal."""
    page = find_export_page(editor_of(controller))
    assert page is not None
    page.recipient_box.name_field.edited.emit("Ann Example")
    page.export_button.click()
    finish_work(page)
    process_events()
    assert controller.window.opened is not None
    assert controller.window.opened.autosave.save()
    return get_session(controller).path


@pytest.fixture
def controller(shared_program: SharedProgram, copies: tuple[Path, Path]) -> ApplicationController:
    return shared_program.open(copies[1])


@pytest.fixture
def sent(copies: tuple[Path, Path], tmp_path: Path) -> Path:
    """The proposal as it went out to Ann."""
    return Path(shutil.copy(copies[0], tmp_path))


def editor_of(controller: ApplicationController) -> Editor:
    assert controller.window.editor is not None
    return controller.window.editor


def get_session(controller: ApplicationController) -> Session:
    return editor_of(controller).session


def changed(sent: Path, name: str, *replaced: tuple[str, str]) -> Path:
    """Return the file with some text replaced, as a reviewer saves it."""
    made = io.BytesIO()
    with zipfile.ZipFile(sent) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            if part == BODY:
                text = content.decode()
                for before, after in replaced:
                    # The page at a glance shows the beginning of the summary too.
                    # There, a year is kept on the line of its month by its space.
                    words = "[ \u00a0]".join(map(re.escape, before.split(" ")))
                    *_, last = re.finditer(words, text)
                    text = f"{text[: last.start()]}{after}{text[last.end() :]}"
                content = text.encode()
            new.writestr(part, content)
    path = sent.with_name(name)
    path.write_bytes(made.getvalue())
    return path


def first_words(controller: ApplicationController, key: Key = SUMMARY) -> str:
    """Return words of the first line, behind the one that says what it is about."""
    return " ".join(get_session(controller).draft.text(key.question).split()[2:6])


def import_file(controller: ApplicationController, *paths: Path) -> ReviewImportPage:
    controller.draft_controllers.review_import.import_files(paths)
    controller.draft_controllers.review_import.work.complete()
    process_events()
    page = editor_of(controller).current_page()
    assert isinstance(page, ReviewImportPage), controller.window.notifications.text_label.text()
    return page


def decision_button(page: ReviewImportPage, label: str) -> QPushButton:
    buttons = page.card.findChildren(QPushButton)
    return next(one for one in buttons if one.text() == label and one.isVisible())


def shown_text(page: ReviewImportPage) -> str:
    """Return the text that the card shows, with its headings."""
    labels = [one.text() for one in page.card.findChildren(QLabel) if one.isVisible()]
    return "\n".join([*labels, *(text.toPlainText() for text in page.card.view.texts)])


def feedback(controller: ApplicationController) -> str:
    editor = editor_of(controller)
    editor.show_step("feedback")
    process_events()
    page = editor.current_page()
    assert isinstance(page, FeedbackPage)
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_a_sent_file_counts_as_outstanding_until_it_is_imported(
    controller: ApplicationController, sent: Path
) -> None:
    assert [
        one.recipient for one in review_state.list_outstanding_copies(get_session(controller).draft)
    ] == ["Ann Example"]
    assert "Ann Example" in feedback(controller)

    page = import_file(controller, sent)
    assert page.model.items == ()
    assert page.empty_card.isVisible()
    assert not page.card.isVisible()
    page.bar.apply_button.click()

    assert review_state.list_outstanding_copies(get_session(controller).draft) == ()


def test_a_change_of_a_reviewer_is_imported_and_one_undo_reverts_it(
    controller: ApplicationController, sent: Path
) -> None:
    before = get_session(controller).draft
    words = first_words(controller)
    page = import_file(controller, changed(sent, "ann.docx", (words, f"{words} ANNA")))
    (item,) = page.model.items
    assert isinstance(item, AnswerMerge)
    assert item.key == SUMMARY
    assert "ANNA" in shown_text(page)
    assert page.model.is_undecided(item)

    page.bar.accept_button.click()
    page.bar.apply_button.click()
    process_events()

    assert f"{words} ANNA" in get_session(controller).draft.text("sum.text")
    get_session(controller).undo_stack.undo()
    assert get_session(controller).draft.answers == before.answers


def test_changes_of_two_reviewers_at_different_places_are_both_imported(
    controller: ApplicationController, sent: Path
) -> None:
    text = get_session(controller).draft.text("sum.text")
    first, last = " ".join(text.split()[2:6]), " ".join(text.split()[-3:])
    ann = changed(sent, "ann.docx", (first, f"ANNA {first}"))
    bo = changed(sent, "bo.docx", (last, f"{last} BOBO"))

    page = import_file(controller, bo, ann)
    page.bar.accept_button.click()
    page.bar.apply_button.click()
    process_events()

    merged = get_session(controller).draft.text("sum.text")
    assert merged == f"{text.replace(first, f'ANNA {first}', 1)} BOBO"


def test_a_conflict_is_shown_three_ways_and_decided(
    controller: ApplicationController, sent: Path
) -> None:
    words = first_words(controller)
    text = get_session(controller).draft.text("sum.text")
    get_session(controller).edit(SUMMARY, text.replace(words, "MINE AND ONLY MINE", 1))
    ann = changed(sent, "ann.docx", (words, "THEIRS ALONE"))

    page = import_file(controller, ann)
    (item,) = page.model.items
    assert isinstance(item, AnswerMerge)
    assert item.status is MergeStatus.CONFLICT
    shown = shown_text(page)
    assert page.card.head.status_label.text() == "Conflict: changed by you and the reviewer"
    assert not page.bar.accept_button.isVisible()
    for expected in ("The text you sent", words, "MINE AND ONLY MINE", "THEIRS ALONE"):
        assert expected in shown
    decision_button(page, "Accept").click()
    page.bar.apply_button.click()
    process_events()

    assert get_session(controller).draft.text("sum.text") == text.replace(words, "THEIRS ALONE", 1)


def test_a_conflict_can_be_decided_with_own_text(
    controller: ApplicationController, sent: Path
) -> None:
    words = first_words(controller)
    get_session(controller).edit(SUMMARY, "All of it is new here.")
    page = import_file(controller, changed(sent, "ann.docx", (words, "THEIRS ALONE")))

    decision_button(page, "Edit…").click()
    page.card.text_editor.text_box.setPlainText("Neither, but both.")
    page.card.text_editor.accept_button.click()
    page.bar.apply_button.click()
    process_events()

    assert get_session(controller).draft.text("sum.text") == "Neither, but both."


def test_an_import_is_undone_from_its_notice_until_the_next_change(
    controller: ApplicationController, sent: Path
) -> None:
    before = get_session(controller).draft.text("sum.text")
    words = first_words(controller)
    page = import_file(controller, changed(sent, "ann.docx", (words, "ANNA")))
    decision_button(page, "Accept").click()
    page.bar.apply_button.click()
    process_events()
    bar = controller.window.notifications
    assert "ANNA" in get_session(controller).draft.text("sum.text")
    (undo,) = [one for one in bar.findChildren(QPushButton) if one.text() == "Undo"]
    undo.click()
    assert get_session(controller).draft.text("sum.text") == before
    assert bar.isHidden()
    get_session(controller).undo_stack.redo()
    assert bar.isHidden()


def test_own_text_is_never_lost_half_written(
    controller: ApplicationController, sent: Path, keyboard: Keyboard
) -> None:
    words = first_words(controller)
    get_session(controller).edit(SUMMARY, "All of it is new here.")
    page = import_file(controller, changed(sent, "ann.docx", (words, "THEIRS ALONE")))
    decision_button(page, "Edit…").click()
    box = page.card.text_editor.text_box
    box.selectAll()
    keyboard.type("Neither, but bot")
    assert page.bar.apply_button.text() == "Apply 1 decision"
    # Undo belongs to the text that is written, and the proposal stays as it is.
    keyboard.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.content() != "Neither, but bot"
    assert get_session(controller).draft.text("sum.text") == "All of it is new here."
    box.selectAll()
    keyboard.type("Neither, but bot")

    controller.apply_settings(Settings(language="en", theme=ThemeMode.DARK))
    process_events()
    page = editor_of(controller).current_page()
    assert isinstance(page, ReviewImportPage)
    box = page.card.text_editor.text_box
    assert box.hasFocus()
    assert not box.visibleRegion().isEmpty()
    assert box.content() == "Neither, but bot"
    paste = QMimeData()
    paste.setText("h\u200b.")
    box.moveCursor(QTextCursor.MoveOperation.End)
    box.insertFromMimeData(paste)
    page.bar.apply_button.click()
    process_events()
    assert get_session(controller).draft.text("sum.text") == "Neither, but both\u200b."
    controller.apply_settings(Settings(language="en"))


def test_decisions_are_asked_for_before_they_are_lost(
    controller: ApplicationController, sent: Path
) -> None:
    words = first_words(controller)
    ann = changed(sent, "ann.docx", (words, "ANNA"))
    page = import_file(controller, ann)
    decision_button(page, "Accept").click()
    bar = controller.window.notifications

    # Neither another file, nor the home page, nor closing takes them away, nor "Not now".
    page.head.cancel_button.click()
    assert bar.topic == "decisions"
    assert editor_of(controller).import_decisions is page.model
    bar.clear()
    controller.draft_controllers.review_import.import_files((ann,))
    assert bar.topic == "decisions"
    bar.clear()
    assert not controller.window.close()
    bar.clear()
    controller.show_home()
    assert editor_of(controller).import_decisions is page.model
    answers = {one.text(): one for one in bar.findChildren(QPushButton) if one.text()}
    assert [*answers] == ["Apply 1 decision", "Leave without applying them", "Stay here"]
    answers["Stay here"].click()
    assert editor_of(controller).import_decisions is page.model
    session = get_session(controller)
    controller.show_home()
    next(one for one in bar.findChildren(QPushButton) if one.text() == "Apply 1 decision").click()
    assert "ANNA" in session.draft.text("sum.text")
    assert isinstance(controller.window.stack.content, HomePage)


def test_leaving_own_text_brings_back_what_was_decided(
    controller: ApplicationController, sent: Path, keyboard: Keyboard
) -> None:
    words = first_words(controller)
    page = import_file(controller, changed(sent, "ann.docx", (words, "THEIRS ALONE")))
    (item,) = page.model.items
    decision_button(page, "Reject").click()
    rejected = page.model.decision_for(item)
    decision_button(page, "Edit…").click()
    assert not page.card.decisions.isVisible()
    keyboard.type("X")
    assert page.model.decision_for(item) != rejected
    keyboard.press(Qt.Key.Key_Escape)
    assert page.model.decision_for(item) == rejected
    assert decision_button(page, "Edit…").hasFocus()


def test_what_is_not_decided_stays_unresolved_and_is_said(
    controller: ApplicationController, sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = first_words(controller)
    get_session(controller).edit(SUMMARY, "All of it is new here.")
    told = listen(monkeypatch)
    page = import_file(controller, changed(sent, "ann.docx", (words, "THEIRS ALONE")))
    assert told[-1] == f"Review changes. {page.bar.count_label.text()}. Change 1 of 1"
    assert page.bar.count_label.text() == "0 of 1 decided"

    page.bar.apply_button.click()
    process_events()

    said = "Imported. 1 change still needs your decision: see Comments and files."
    assert controller.window.notifications.text_label.text() == said
    assert said in told
    assert get_session(controller).draft.text("sum.text") == "All of it is new here."
    assert "THEIRS ALONE" in feedback(controller)
    get_session(controller).undo_stack.undo()
    assert review_state.list_unresolved(get_session(controller).draft) == ()


def test_not_now_changes_nothing(controller: ApplicationController, sent: Path) -> None:
    before = get_session(controller).draft.answers
    words = first_words(controller)
    page = import_file(controller, changed(sent, "ann.docx", (words, "THEIRS ALONE")))

    page.head.cancel_button.click()
    process_events()

    assert get_session(controller).draft.answers == before
    assert "review-import" not in editor_of(controller).steps()


def test_changes_made_meanwhile_are_seen_when_the_import_is_applied(
    controller: ApplicationController, sent: Path
) -> None:
    words = first_words(controller)
    page = import_file(controller, changed(sent, "ann.docx", (words, "THEIRS ALONE")))
    page.bar.accept_button.click()
    get_session(controller).edit(SUMMARY, "Written while the page was open.")

    page.bar.apply_button.click()
    process_events()

    assert get_session(controller).draft.text("sum.text") == "Written while the page was open."
    (waiting,) = review_state.list_unresolved(get_session(controller).draft)
    assert "THEIRS ALONE" in waiting.text


def test_another_kind_of_file_is_refused_with_one_message(
    controller: ApplicationController, tmp_path: Path
) -> None:
    before = get_session(controller).draft
    wrong = tmp_path / "wrong.docx"
    wrong.write_bytes(b"%PDF-1.7")

    controller.draft_controllers.review_import.import_files((wrong,))
    controller.draft_controllers.review_import.work.complete()
    process_events()

    assert "wrong.docx" in controller.window.notifications.text_label.text()
    assert get_session(controller).draft is before


def test_word_files_can_be_chosen_and_dropped(
    controller: ApplicationController, sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(*_: object) -> tuple[list[str], str]:
        return [str(sent)], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
    controller.draft_controllers.review_import.choose_files()
    controller.draft_controllers.review_import.work.complete()
    process_events()
    assert editor_of(controller).step == "review-import"
    editor_of(controller).close_review_import()

    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(sent))])
    event = QDropEvent(
        QPoint(9, 9).toPointF(),
        Qt.DropAction.CopyAction,
        dragged,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    controller.window.dropEvent(event)
    controller.draft_controllers.review_import.work.complete()
    process_events()
    assert editor_of(controller).step == "review-import"


def test_a_file_dropped_on_the_home_page_opens_its_draft(
    controller: ApplicationController, sent: Path
) -> None:
    changed_file = changed(sent, "ann.docx", (first_words(controller), "THEIRS ALONE"))
    path = get_session(controller).path
    controller.show_home()
    process_events()

    page = import_file(controller, changed_file)

    assert get_session(controller).path == path
    assert len(page.model.items) == 1


def test_a_word_file_opened_with_the_program_is_imported(
    start_program: StartProgram, controller: ApplicationController, sent: Path
) -> None:
    changed_file = changed(sent, "ann.docx", (first_words(controller), "THEIRS ALONE"))
    path = get_session(controller).path
    folder = find_paths().drafts
    folder.mkdir(parents=True)
    mine = shutil.copy(path, folder)
    program = start_program(Settings(language="en"), changed_file)
    process_events()
    program.draft_controllers.review_import.work.complete()
    process_events()
    assert program.window.editor, program.window.notifications.text_label.text()
    assert get_session(program).path == Path(mine)
    assert isinstance(editor_of(program).current_page(), ReviewImportPage)


def test_a_file_of_an_unknown_draft_tells_the_user_what_to_do(
    controller: ApplicationController, sent: Path
) -> None:
    path = get_session(controller).path
    controller.show_home()
    process_events()
    path.rename(path.with_suffix(".elsewhere"))

    controller.draft_controllers.review_import.import_files((sent,))
    process_events()

    assert sent.name in controller.window.notifications.text_label.text()
    assert controller.window.editor is None


def test_the_page_follows_changes_of_the_draft(
    controller: ApplicationController, sent: Path
) -> None:
    words = first_words(controller)
    page = import_file(controller, changed(sent, "ann.docx", (words, "THEIRS ALONE")))
    get_session(controller).edit(SUMMARY, "Written while the page was open.")

    editor_of(controller).show_step("feedback")
    editor_of(controller).show_step("review-import")
    process_events()

    assert "Written while the page was open." in shown_text(page)


def test_an_import_survives_a_change_of_language(
    controller: ApplicationController, sent: Path
) -> None:
    words = first_words(controller)
    import_file(controller, changed(sent, "ann.docx", (words, "THEIRS ALONE")))

    controller.apply_settings(Settings(language="nl"))
    process_events()

    page = editor_of(controller).current_page()
    assert isinstance(page, ReviewImportPage)
    assert page.title_label.text() == "Wijzigingen bekijken"
    assert len(page.model.items) == 1


def write_letter(folder: Path, *lines: str) -> Path:
    """Write a Word file as somebody does who has copied text into it."""
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    path = folder / "letter.docx"
    made.save(str(path))
    return path


def test_a_file_of_others_is_refused_and_the_draft_stays(
    controller: ApplicationController, tmp_path: Path
) -> None:
    before = get_session(controller).draft
    review_import = controller.draft_controllers.review_import
    review_import.import_files((write_letter(tmp_path, "Two chairs", "40 EUR"),))
    review_import.work.complete()
    process_events()
    assert not isinstance(editor_of(controller).current_page(), ReviewImportPage)
    assert get_session(controller).draft is before
    shown = controller.window.notifications.text_label.text()
    assert shown.startswith("letter.docx contains no text of this proposal.")
    assert "Your proposal was not changed." in shown


def test_text_that_only_looks_like_an_answer_waits_for_the_user(
    controller: ApplicationController, tmp_path: Path
) -> None:
    before = get_session(controller).draft
    text = before.text(SUMMARY.question)
    letter = write_letter(tmp_path, "Dear Ann,", *f"Quokka {text}".split("\n"))

    page = import_file(controller, letter)
    item = next(one for one in page.model.items if isinstance(one, AnswerMerge))
    assert (item.key, item.is_guess, page.model.is_undecided(item)) == (SUMMARY, True, True)
    assert (
        page.card.head.status_label.text()
        == "Looks like the answer to this question. Please check."
    )
    page.bar.apply_button.click()
    assert get_session(controller).draft.text(SUMMARY.question) == text
    assert "This looks like the answer to this question." in feedback(controller)

    page = import_file(controller, letter)
    decision_button(page, "Accept").click()
    page.bar.apply_button.click()
    assert get_session(controller).draft.text(SUMMARY.question).startswith("Quokka ")


def write_earlier(folder: Path, session: Session) -> Path:
    """Write a proposal of last year: questions of the form, with numbers, and their answers."""
    asked = (session.texts.get(f"question.{key.question}.label") for key in (AIMS, SUMMARY))
    lines = (line for one in asked for line in (f"3. {one}", "We did this before."))
    return write_letter(folder, *lines)


def test_an_earlier_proposal_is_offered_for_the_new_one_that_starts_from_it(
    controller: ApplicationController, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = write_earlier(tmp_path, get_session(controller))
    controller.show_home()
    home = controller.window.stack.currentWidget()
    assert isinstance(home, HomePage)

    def choose(*_: object) -> tuple[str, str]:
        return str(earlier), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    home.earlier_button.click()
    wizard = controller.window.stack.currentWidget()
    assert isinstance(wizard, NewProposalWizard)
    take_call(wizard)
    wizard.created.emit(wizard.session.draft)
    controller.draft_controllers.review_import.work.complete()
    process_events()

    page = editor_of(controller).current_page()
    assert isinstance(page, ReviewImportPage), controller.window.notifications.text_label.text()
    assert [page.model.is_undecided(one) for one in page.model.items] == [True, True]
    assert get_session(controller).draft.get(SUMMARY) is None
    assert page.entries[page.current] == page.model.items[0]
    decision_button(page, "Accept").click()
    page.bar.apply_button.click()
    draft = get_session(controller).draft
    assert [draft.get(AIMS), draft.get(SUMMARY)] == ["We did this before.", None]
    (left,) = review_state.list_unresolved(draft)
    assert (left.near, left.reason) == (SUMMARY, review_state.UnresolvedReason.GUESS)


def test_a_proposal_that_is_begun_takes_no_earlier_one(
    controller: ApplicationController, tmp_path: Path
) -> None:
    review_import = controller.draft_controllers.review_import
    review_import.import_files((write_earlier(tmp_path, get_session(controller)),))
    review_import.work.complete()
    process_events()
    assert not isinstance(editor_of(controller).current_page(), ReviewImportPage)


def test_a_word_file_dropped_on_the_home_page_may_start_a_new_proposal(
    controller: ApplicationController, tmp_path: Path
) -> None:
    earlier = write_earlier(tmp_path, get_session(controller))
    controller.show_home()
    controller.window.files_dropped.emit((earlier,))
    assert isinstance(controller.window.stack.currentWidget(), HomePage)
    bar = controller.window.notifications
    button = next(one for one in bar.findChildren(QPushButton) if one.text().startswith("Start a"))
    button.click()
    assert isinstance(controller.window.stack.currentWidget(), NewProposalWizard)


def test_a_draft_is_closed_when_its_files_are_read(
    controller: ApplicationController, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, read = Event(), list[Path]()

    def read_slowly(paths: tuple[Path, ...], *_: object) -> tuple[()]:
        gate.wait(60)
        read.extend(paths)
        return ()

    monkeypatch.setattr(importer, "open_files", read_slowly)
    letter = write_letter(tmp_path, "Dear colleague,")
    controller.draft_controllers.review_import.import_files((letter,))
    Timer(0.05, gate.set).start()
    controller.show_home()
    assert read == [letter]
