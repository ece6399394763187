"""What others have, said and sent back, on the page of feedback and beside the answers."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Change, Key, Step
from erasmus_desk.draft.review_state import Note, Sending, Thread, Waiting, Why
from tests.ui.editors import EXAMPLES, dressed, session_of
from ui.main_window.guidance_pane import GuidancePane
from ui.pages.feedback.cards import ThreadCard, TrayCard
from ui.pages.feedback.page import FeedbackPage
from ui.session.session import Session

SUMMARY = Key("sum.text")
NOTE = Note("n1", "Ann Example", "2026-11-22T10:00:00+00:00", "Which survey is meant?")


@pytest.fixture
def session() -> Session:
    return session_of(EXAMPLES[0])


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot, session: Session) -> FeedbackPage:
    page = FeedbackPage(session, dressed(qapp))
    qtbot.addWidget(page)

    def follow(changes: tuple[Change, ...]) -> None:
        page.on_changes(frozenset(change.key for change in changes))

    session.changed.connect(follow)
    page.refresh()
    return page


def put(session: Session, *changes: Change) -> None:
    session.perform(Step(changes, "test"))


def comment(session: Session, key: Key = SUMMARY) -> None:
    thread = Thread("t1", key, "our pupils", is_done=False, notes=(NOTE,))
    put(session, *review_state.thread_put(session.draft, thread))


def shown(page: FeedbackPage | GuidancePane) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_the_page_says_when_nothing_waits(page: FeedbackPage) -> None:
    assert "Nothing is away, and nothing waits." in shown(page)


def test_a_comment_is_answered_and_resolved(page: FeedbackPage, session: Session) -> None:
    comment(session)
    assert "Which survey is meant?" in shown(page)
    card = page.findChildren(ThreadCard)[-1]
    assert not card.reply_button.isEnabled()
    card.reply_field.setText("The one of spring.")
    card.reply_button.click()

    (thread,) = review_state.threads(session.draft)
    assert [note.text for note in thread.notes] == ["Which survey is meant?", "The one of spring."]
    assert thread.notes[1].author
    page.findChildren(ThreadCard)[-1].done_button.click()
    assert review_state.threads(session.draft)[0].is_done
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert review_state.threads(session.draft)[0].notes == (NOTE,)


def test_what_waits_goes_into_its_answer_as_one_step(page: FeedbackPage, session: Session) -> None:
    before = session.draft.text("sum.text")
    waiting = Waiting("w1", Why.UNPLACED, "One line more.", near=SUMMARY, file="a.docx")
    put(session, *review_state.tray_put(session.draft, (waiting,)))
    card = page.findChildren(TrayCard)[-1]
    assert not card.replace_button.isVisibleTo(page)

    card.add_button.click()

    assert session.draft.text("sum.text") == f"{before}\nOne line more."
    assert review_state.tray(session.draft) == ()
    session.undo_stack.undo()
    assert session.draft.text("sum.text") == before
    assert review_state.tray(session.draft) == (waiting,)


def test_a_change_left_for_later_can_take_the_place_of_the_answer(
    page: FeedbackPage, session: Session
) -> None:
    waiting = Waiting("w1", Why.UNDECIDED, "Theirs.", "Ours.", SUMMARY)
    put(session, *review_state.tray_put(session.draft, (waiting,)))

    page.findChildren(TrayCard)[-1].replace_button.click()

    assert session.draft.text("sum.text") == "Theirs."


def test_what_is_dealt_with_is_gone_and_undo_brings_it_back(
    page: FeedbackPage, session: Session
) -> None:
    waiting = Waiting("w1", Why.FIXED, "Changed heading", "Heading")
    put(session, *review_state.tray_put(session.draft, (waiting,)))
    card = page.findChildren(TrayCard)[-1]
    assert not card.add_button.isVisibleTo(page)

    card.done_button.click()
    assert "Nothing is away, and nothing waits." in shown(page)
    session.undo_stack.undo()
    assert "Changed heading" in shown(page)


def test_a_file_that_is_away_is_named_with_its_day(page: FeedbackPage, session: Session) -> None:
    sending = Sending("s1", "x", "partners", "Scuola Esempio", "", reply_by=date(2020, 1, 2))
    put(session, *review_state.sent_out(session.draft, sending).changes)

    assert "Scuola Esempio" in shown(page)
    assert "The answer was due on 2 January 2020." in shown(page)


def test_the_guidance_shows_the_comments_on_the_answer_with_the_cursor(
    qapp: QApplication, qtbot: QtBot, session: Session
) -> None:
    dressed(qapp)
    pane = GuidancePane(session)
    qtbot.addWidget(pane)
    pane.show_key(SUMMARY)
    assert "Which survey" not in shown(pane)

    comment(session)
    assert "Which survey is meant?" in shown(pane)
    pane.show_key(Key("prj.title"))
    assert "Which survey" not in shown(pane)
