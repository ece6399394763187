"""A Word file goes out, two people write in it, and it comes home into the draft."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton

from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.result import Answered, Verdict
from erasmus_desk.storage.settings import Settings
from tests.ui.conftest import MakeOffice
from tests.ui.editors import EXAMPLES
from tests.ui.hands import settle
from ui.controllers import review_import
from ui.controllers.application import Office
from ui.main_window.editor import Desk
from ui.pages.export import page as word
from ui.pages.feedback.page import FeedbackPage
from ui.pages.review_import.page import ComingPage
from ui.session.session import Session

SUMMARY = Key("sum.text")
AIMS = Key("des.rationale")
BODY = "word/document.xml"


@pytest.fixture
def office(make_office: MakeOffice) -> Office:
    office = make_office(Settings(language="en"))
    office.open_example(EXAMPLES[1])
    settle()
    return office


@pytest.fixture
def sent(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The proposal as it went out to Ann, written by the Word page."""
    target = tmp_path / "proposal.docx"

    def answer(*_: object) -> str:
        return str(target)

    monkeypatch.setattr(word, "ask_target", answer)
    desk = desk_of(office)
    desk.show_word()
    page = desk.word_page()
    assert page is not None
    page.recipient_box.name_field.edited.emit("Ann Example")
    page.export_button.click()
    settle()
    return target


def desk_of(office: Office) -> Desk:
    assert office.window.desk is not None
    return office.window.desk


def session_of(office: Office) -> Session:
    return desk_of(office).session


def changed(sent: Path, name: str, *replaced: tuple[str, str]) -> Path:
    """Give the file as somebody saves it who put other words in the place of some."""
    made = io.BytesIO()
    with zipfile.ZipFile(sent) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            if part == BODY:
                text = content.decode()
                for before, after in replaced:
                    assert before in text
                    text = text.replace(before, after)
                content = text.encode()
            new.writestr(part, content)
    path = sent.with_name(name)
    path.write_bytes(made.getvalue())
    return path


def first_words(office: Office, key: Key = SUMMARY) -> str:
    return " ".join(session_of(office).draft.text(key.question).split()[:4])


def bring(office: Office, *paths: Path) -> ComingPage:
    office.bringing.bring(paths)
    office.bringing.wait()
    settle()
    page = desk_of(office).page_widget()
    assert isinstance(page, ComingPage), office.window.notices.text_label.text()
    return page


def offer(page: ComingPage, label: str) -> QPushButton:
    buttons = page.card.findChildren(QPushButton)
    return next(one for one in buttons if one.text() == label and one.isVisible())


def feedback(office: Office) -> str:
    desk = desk_of(office)
    desk.show_step("feedback")
    settle()
    page = desk.page_widget()
    assert isinstance(page, FeedbackPage)
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_what_went_out_counts_as_away_until_it_is_home(office: Office, sent: Path) -> None:
    assert [one.to for one in review_state.away(session_of(office).draft)] == ["Ann Example"]
    assert "Ann Example" in feedback(office)

    page = bring(office, sent)
    assert page.choices.things == ()
    page.take_button.click()

    assert review_state.away(session_of(office).draft) == ()


def test_a_change_of_theirs_comes_into_its_answer_and_one_undo_takes_it_back(
    office: Office, sent: Path
) -> None:
    before = session_of(office).draft
    words = first_words(office)
    page = bring(office, changed(sent, "ann.docx", (words, f"{words} ANNA")))
    (thing,) = page.choices.things
    assert isinstance(thing, Answered)
    assert thing.key == SUMMARY
    assert "ANNA" in page.card.sides.toPlainText()

    page.take_button.click()
    settle()

    assert f"{words} ANNA" in session_of(office).draft.text("sum.text")
    session_of(office).undo_stack.undo()
    assert session_of(office).draft.answers == before.answers


def test_two_people_who_write_at_different_places_are_both_taken(
    office: Office, sent: Path
) -> None:
    text = session_of(office).draft.text("sum.text")
    first, last = " ".join(text.split()[:4]), " ".join(text.split()[-3:])
    ann = changed(sent, "ann.docx", (first, f"ANNA {first}"))
    bo = changed(sent, "bo.docx", (last, f"{last} BOBO"))

    page = bring(office, bo, ann)
    page.take_button.click()
    settle()

    merged = session_of(office).draft.text("sum.text")
    assert merged == f"ANNA {text} BOBO"


def test_a_conflict_is_shown_three_ways_and_decided(office: Office, sent: Path) -> None:
    words = first_words(office)
    text = session_of(office).draft.text("sum.text")
    session_of(office).edit(SUMMARY, text.replace(words, "MINE AND ONLY MINE", 1))
    ann = changed(sent, "ann.docx", (words, "THEIRS ALONE"))

    page = bring(office, ann)
    (thing,) = page.choices.things
    assert isinstance(thing, Answered)
    assert thing.verdict is Verdict.CONFLICT
    shown = page.card.sides.toPlainText()
    for said in ("As it was sent", words, "MINE AND ONLY MINE", "THEIRS ALONE"):
        assert said in shown
    offer(page, "Take it").click()
    page.take_button.click()
    settle()

    assert session_of(office).draft.text("sum.text") == text.replace(words, "THEIRS ALONE", 1)


def test_an_answer_can_be_put_together_in_own_words(office: Office, sent: Path) -> None:
    words = first_words(office)
    session_of(office).edit(SUMMARY, "All of it is new here.")
    page = bring(office, changed(sent, "ann.docx", (words, "THEIRS ALONE")))

    offer(page, "Write it myself …").click()
    page.card.own_words.text_box.setPlainText("Neither, but both.")
    page.card.own_words.take_button.click()
    page.take_button.click()
    settle()

    assert session_of(office).draft.text("sum.text") == "Neither, but both."


def test_what_is_not_decided_waits_in_the_tray(office: Office, sent: Path) -> None:
    words = first_words(office)
    session_of(office).edit(SUMMARY, "All of it is new here.")
    page = bring(office, changed(sent, "ann.docx", (words, "THEIRS ALONE")))

    page.take_button.click()
    settle()

    assert session_of(office).draft.text("sum.text") == "All of it is new here."
    assert "THEIRS ALONE" in feedback(office)
    session_of(office).undo_stack.undo()
    assert review_state.tray(session_of(office).draft) == ()


def test_not_now_changes_nothing(office: Office, sent: Path) -> None:
    before = session_of(office).draft.answers
    words = first_words(office)
    page = bring(office, changed(sent, "ann.docx", (words, "THEIRS ALONE")))

    page.refuse_button.click()
    settle()

    assert session_of(office).draft.answers == before
    assert "coming" not in desk_of(office).steps()


def test_what_is_written_here_meanwhile_is_seen_when_it_is_taken_in(
    office: Office, sent: Path
) -> None:
    words = first_words(office)
    page = bring(office, changed(sent, "ann.docx", (words, "THEIRS ALONE")))
    session_of(office).edit(SUMMARY, "Written while the page was open.")

    page.take_button.click()
    settle()

    assert session_of(office).draft.text("sum.text") == "Written while the page was open."
    (waiting,) = review_state.tray(session_of(office).draft)
    assert "THEIRS ALONE" in waiting.text


def test_a_file_that_is_none_is_refused_in_one_sentence(office: Office, tmp_path: Path) -> None:
    before = session_of(office).draft
    wrong = tmp_path / "wrong.docx"
    wrong.write_bytes(b"%PDF-1.7")

    office.bringing.bring((wrong,))
    office.bringing.wait()
    settle()

    assert "wrong.docx" in office.window.notices.text_label.text()
    assert session_of(office).draft is before


def test_word_files_can_be_chosen_and_dropped(
    office: Office, sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(*_: object) -> list[str]:
        return [str(sent)]

    monkeypatch.setattr(review_import, "ask_files", answer)
    office.bringing.ask()
    office.bringing.wait()
    settle()
    assert desk_of(office).step == "coming"
    desk_of(office).close_coming()

    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(sent))])
    event = QDropEvent(
        QPoint(9, 9).toPointF(),
        Qt.DropAction.CopyAction,
        dragged,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    office.window.dropEvent(event)
    office.bringing.wait()
    settle()
    assert desk_of(office).step == "coming"


def test_a_file_dropped_on_the_home_page_opens_its_draft(office: Office, sent: Path) -> None:
    changed_file = changed(sent, "ann.docx", (first_words(office), "THEIRS ALONE"))
    path = session_of(office).path
    office.show_home()
    settle()

    page = bring(office, changed_file)

    assert session_of(office).path == path
    assert len(page.choices.things) == 1


def test_a_file_of_a_draft_that_is_nowhere_says_what_to_do(office: Office, sent: Path) -> None:
    path = session_of(office).path
    office.show_home()
    settle()
    path.rename(path.with_suffix(".elsewhere"))

    office.bringing.bring((sent,))
    settle()

    assert sent.name in office.window.notices.text_label.text()
    assert office.window.desk is None


def test_what_is_shown_follows_what_is_written_here(office: Office, sent: Path) -> None:
    words = first_words(office)
    page = bring(office, changed(sent, "ann.docx", (words, "THEIRS ALONE")))
    session_of(office).edit(SUMMARY, "Written while the page was open.")

    desk_of(office).show_step("feedback")
    desk_of(office).show_step("coming")
    settle()

    assert "Written while the page was open." in page.card.sides.toPlainText()


def test_a_home_coming_outlives_a_change_of_language(office: Office, sent: Path) -> None:
    words = first_words(office)
    bring(office, changed(sent, "ann.docx", (words, "THEIRS ALONE")))

    office.apply(Settings(language="nl"))
    settle()

    page = desk_of(office).page_widget()
    assert isinstance(page, ComingPage)
    assert page.title_label.text() == "Thuisgekomen"
    assert len(page.choices.things) == 1
