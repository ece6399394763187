"""Copies, comments and unresolved items on the feedback page and beside the answers."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Change, ChangeSet, Key
from erasmus_desk.draft.review_state import (
    Comment,
    CommentThread,
    SharedCopy,
    UnresolvedItem,
    UnresolvedReason,
)
from tests.ui.editors import EXAMPLES, apply_test_theme, open_session
from ui.main_window.guidance_pane import GuidancePane
from ui.pages.feedback.cards import CommentThreadCard, UnresolvedItemCard
from ui.pages.feedback.page import FeedbackPage
from ui.session.session import Session

SUMMARY = Key("sum.text")
COMMENT = Comment("n1", "Ann Example", "2026-11-22T10:00:00+00:00", "Which survey is meant?")


@pytest.fixture
def session() -> Session:
    return open_session(EXAMPLES[0])


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot, session: Session) -> FeedbackPage:
    page = FeedbackPage(session, apply_test_theme(qapp))
    qtbot.addWidget(page)

    def on_changed(changes: tuple[Change, ...]) -> None:
        page.on_changes(frozenset(change.key for change in changes))

    session.changed.connect(on_changed)
    page.refresh()
    return page


def perform(session: Session, *changes: Change) -> None:
    session.perform(ChangeSet(changes, "test"))


def add_comment(session: Session, key: Key = SUMMARY) -> None:
    thread = CommentThread("t1", key, "our pupils", is_done=False, comments=(COMMENT,))
    perform(session, *review_state.update_thread(session.draft, thread))


def shown_text(page: FeedbackPage | GuidancePane) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_an_empty_page_says_that_there_is_nothing_to_decide(page: FeedbackPage) -> None:
    assert "No files are waiting for a reply. Nothing to decide." in shown_text(page)


def test_a_comment_gets_a_reply_and_is_resolved(page: FeedbackPage, session: Session) -> None:
    add_comment(session)
    assert "Which survey is meant?" in shown_text(page)
    card = page.findChildren(CommentThreadCard)[-1]
    assert not card.reply_button.isEnabled()
    card.reply_field.setText("The one of spring.")
    card.reply_button.click()

    (thread,) = review_state.list_threads(session.draft)
    assert [one.text for one in thread.comments] == ["Which survey is meant?", "The one of spring."]
    assert thread.comments[1].author
    page.findChildren(CommentThreadCard)[-1].done_button.click()
    assert review_state.list_threads(session.draft)[0].is_done
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert review_state.list_threads(session.draft)[0].comments == (COMMENT,)


def test_an_unresolved_text_is_added_to_its_answer_in_one_undo_step(
    page: FeedbackPage, session: Session
) -> None:
    before = session.draft.text("sum.text")
    item = UnresolvedItem(
        "w1", UnresolvedReason.UNPLACED, "One line more.", near=SUMMARY, file="a.docx"
    )
    perform(session, *review_state.add_unresolved(session.draft, (item,)))
    card = page.findChildren(UnresolvedItemCard)[-1]
    assert not card.replace_button.isVisibleTo(page)

    card.add_button.click()

    assert session.draft.text("sum.text") == f"{before}\nOne line more."
    assert review_state.list_unresolved(session.draft) == ()
    session.undo_stack.undo()
    assert session.draft.text("sum.text") == before
    assert review_state.list_unresolved(session.draft) == (item,)


def test_an_undecided_change_can_replace_the_answer(page: FeedbackPage, session: Session) -> None:
    item = UnresolvedItem("w1", UnresolvedReason.UNDECIDED, "Theirs.", "Ours.", SUMMARY)
    perform(session, *review_state.add_unresolved(session.draft, (item,)))

    page.findChildren(UnresolvedItemCard)[-1].replace_button.click()

    assert session.draft.text("sum.text") == "Theirs."


def test_a_discarded_item_disappears_and_undo_restores_it(
    page: FeedbackPage, session: Session
) -> None:
    item = UnresolvedItem("w1", UnresolvedReason.FIXED, "Changed heading", "Heading")
    perform(session, *review_state.add_unresolved(session.draft, (item,)))
    card = page.findChildren(UnresolvedItemCard)[-1]
    assert not card.add_button.isVisibleTo(page)

    card.done_button.click()
    assert "No files are waiting for a reply. Nothing to decide." in shown_text(page)
    session.undo_stack.undo()
    assert "Changed heading" in shown_text(page)


def test_an_outstanding_copy_shows_recipient_and_reply_date(
    page: FeedbackPage, session: Session
) -> None:
    copy = SharedCopy("s1", "x", "partners", "Scuola Esempio", "", reply_by=date(2020, 1, 2))
    perform(session, *review_state.add_shared_copy(session.draft, copy).changes)

    assert "Scuola Esempio" in shown_text(page)
    assert "The reply was due on 2\u00a0January 2020." in shown_text(page)


def test_the_guidance_shows_the_comments_on_the_focused_answer(
    qapp: QApplication, qtbot: QtBot, session: Session
) -> None:
    pane = GuidancePane(session, apply_test_theme(qapp))
    qtbot.addWidget(pane)
    pane.show_key(SUMMARY)
    assert "Which survey" not in shown_text(pane)

    add_comment(session)
    assert "Which survey is meant?" in shown_text(pane)
    pane.show_key(Key("prj.title"))
    assert "Which survey" not in shown_text(pane)


def test_text_at_a_question_is_not_called_text_without_one(
    page: FeedbackPage, session: Session
) -> None:
    placed = UnresolvedItem("w1", UnresolvedReason.UNPLACED, "A footnote", near=SUMMARY)
    nowhere = UnresolvedItem("w2", UnresolvedReason.UNPLACED, "A stamp")
    perform(session, *review_state.add_unresolved(session.draft, (placed,)))
    assert "This text is at this question" in shown_text(page)
    assert "We could not find the question" not in shown_text(page)
    perform(session, *review_state.add_unresolved(session.draft, (nowhere,)))
    assert "We could not find the question" in shown_text(page)


def test_text_of_an_organisation_that_is_gone_is_added_to_nothing(
    page: FeedbackPage, session: Session
) -> None:
    here = Key("org.department", session.draft.items("organisations")[0])
    gone = Key("org.department", "gone")
    for near, is_there in (here, True), (gone, False):
        item = UnresolvedItem(f"w-{near.item}", UnresolvedReason.UNPLACED, "Unit B", near=near)
        perform(session, *review_state.add_unresolved(session.draft, (item,)))
        card = page.findChildren(UnresolvedItemCard)[-1]
        assert card.item == item
        assert card.add_button.isVisibleTo(page) == is_there
        assert card.jump_button.isVisibleTo(page) == is_there
        assert ("is no longer in the proposal" in shown_text(page)) != is_there
