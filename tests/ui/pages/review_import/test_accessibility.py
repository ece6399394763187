"""The review of changes works with a screen reader and with large text."""

from __future__ import annotations

import pytest

from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import ChangeSet, Key
from erasmus_desk.draft.review_state import (
    Comment,
    CommentThread,
    SharedCopy,
    UnresolvedItem,
    UnresolvedReason,
)
from erasmus_desk.storage.settings import Settings
from tests.ui.access_walk import find_cut_off, find_unnamed
from tests.ui.conftest import StartProgram
from tests.ui.editors import EXAMPLES
from tests.ui.keyboard import process_events
from tests.ui.pages.review_import.results import build_result
from ui.main_window.editor import Editor
from ui.pages.feedback.cards import CommentThreadCard
from ui.pages.review_import.decision_model import DecisionModel
from ui.pages.review_import.page import ReviewImportPage

SUMMARY = Key("sum.text")


@pytest.fixture(params=[("en", 100), ("nl", 200)], ids=["en-100", "nl-200"])
def editor(request: pytest.FixtureRequest, start_program: StartProgram) -> Editor:
    language, scale = request.param
    controller = start_program(Settings(language=language, text_scale=scale))
    controller.open_example(EXAMPLES[0])
    process_events()
    assert controller.window.editor is not None
    return controller.window.editor


def process_layout() -> None:
    """Process events until the layout is final: each round updates the height of one level."""
    for _ in range(16):
        process_events()


@pytest.mark.share(2)
def test_every_change_has_an_accessible_name_and_enough_space(editor: Editor) -> None:
    editor.show_review_import(DecisionModel(build_result(editor.session)))
    process_layout()
    page = editor.current_page()
    assert isinstance(page, ReviewImportPage)
    kinds = set[str]()
    for place, entry in enumerate(page.entries):
        assert page.current == place
        for button in (page.card.head.sides_button, page.card.head.marks_button):
            if button.isVisible():
                button.click()
            process_layout()
            assert find_unnamed(page) == []
            assert find_cut_off(page) == []
        kinds.add(type(entry).__name__)
        page.head.next_button.click()
        process_layout()
    assert kinds == {"AnswerMerge", "RowAdded", "RowRemoved", "UnresolvedItem"}
    assert page.bar.height() < page.height() // 2


@pytest.mark.share(2)
def test_feedback_has_accessible_names_and_enough_space(editor: Editor) -> None:
    draft = editor.session.draft
    at = "2026-11-22T10:00:00+00:00"
    thread = CommentThread(
        "t1", SUMMARY, "our learners", is_done=False, comments=(Comment("n1", "Ann", at, "Why?"),)
    )
    item = UnresolvedItem(
        "w1", UnresolvedReason.UNDECIDED, "Theirs.", "Ours.", SUMMARY, "Ann", at, "ann.docx"
    )
    changes = (
        *review_state.add_shared_copy(
            draft, SharedCopy("s1", "0", "partners", "Scuola Esempio", at)
        ).changes,
        *review_state.update_thread(draft, thread),
        *review_state.add_unresolved(draft, (item,)),
    )
    editor.session.perform(ChangeSet(changes, "example"))
    editor.show_step("feedback")
    process_events()
    page = editor.current_page()
    assert page is not None
    assert find_unnamed(page) == []
    assert find_cut_off(page) == []

    editor.show_key(SUMMARY)
    process_events()
    (card,) = editor.guidance.findChildren(CommentThreadCard)
    assert find_unnamed(card) == []
    assert find_cut_off(card) == []
