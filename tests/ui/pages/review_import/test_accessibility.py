"""What came home can be gone through with a screen reader and with large type."""

from __future__ import annotations

import pytest

from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Key, Step
from erasmus_desk.draft.review_state import Note, Sending, Thread, Waiting, Why
from erasmus_desk.review_import.docx_reader.document import By
from erasmus_desk.review_import.result import (
    Answered,
    HomeComing,
    RowAdded,
    RowRemoved,
    Theirs,
    Verdict,
)
from erasmus_desk.storage.settings import Settings
from tests.ui.access_walk import cut_off, unnamed
from tests.ui.conftest import MakeOffice
from tests.ui.editors import EXAMPLES
from tests.ui.hands import settle
from ui.main_window.editor import Desk
from ui.pages.feedback.cards import ThreadCard
from ui.pages.review_import.decision_model import Choices
from ui.pages.review_import.page import ComingPage

SUMMARY, AIMS = Key("sum.text"), Key("des.rationale")
ANN = By("Ann Example")
BO = By("Bo Voorbeeld of a school with a rather long name")


@pytest.fixture(params=[("en", 100), ("nl", 200)], ids=["en-100", "nl-200"])
def desk(request: pytest.FixtureRequest, make_office: MakeOffice) -> Desk:
    language, scale = request.param
    office = make_office(Settings(language=language, text_scale=scale))
    office.open_example(EXAMPLES[1])
    settle()
    assert office.window.desk is not None
    return office.window.desk


def coming(desk: Desk) -> HomeComing:
    """Files with a conflict, a proposal, a row more and a row less."""
    draft = desk.session.draft
    mine = draft.text("sum.text")
    theirs = tuple(Theirs(f"{mine} {by.author}", by, f"{by.author}.docx") for by in (ANN, BO))
    conflict = Answered(SUMMARY, Verdict.CONFLICT, "Once.", mine, theirs, mine, can_merge=True)
    text = draft.text("des.rationale")
    proposed = Theirs(f"{text} More.", ANN, "ann.docx")
    proposal = Answered(
        AIMS, Verdict.PROPOSED, text, text, (proposed,), proposed.value, can_merge=True
    )
    parties = draft.items("organisations")
    projects = Key("eu_projects", parties[0])
    rows = (
        RowAdded(projects, "new", "", ((Key("eup.year", "new"), "2015"),), BO, "bo.docx"),
        RowRemoved(projects, draft.items("eu_projects", parties[0])[0], ANN, "ann.docx"),
    )
    return HomeComing((conflict, proposal), rows, (), (), 7, (), ("ann.docx", "bo.docx"))


def rest() -> None:
    """Let everything find its place: a change of height climbs one level in each round."""
    for _ in range(6):
        settle()


def test_everything_that_came_home_has_a_name_and_room(desk: Desk) -> None:
    desk.show_coming(Choices(coming(desk)))
    rest()
    page = desk.page_widget()
    assert isinstance(page, ComingPage)
    seen = 0
    for _ in page.choices.things:
        assert unnamed(page) == []
        assert cut_off(page) == []
        page.show_next()
        rest()
        seen += 1
    assert seen == 4


def test_feedback_has_names_and_room(desk: Desk) -> None:
    draft = desk.session.draft
    at = "2026-11-22T10:00:00+00:00"
    thread = Thread(
        "t1", SUMMARY, "our learners", is_done=False, notes=(Note("n1", "Ann", at, "Why?"),)
    )
    waiting = Waiting("w1", Why.UNDECIDED, "Theirs.", "Ours.", SUMMARY, "Ann", at, "ann.docx")
    changes = (
        *review_state.sent_out(draft, Sending("s1", "0", "partners", "Scuola Esempio", at)).changes,
        *review_state.thread_put(draft, thread),
        *review_state.tray_put(draft, (waiting,)),
    )
    desk.session.perform(Step(changes, "example"))
    desk.show_step("feedback")
    settle()
    page = desk.page_widget()
    assert page is not None
    assert unnamed(page) == []
    assert cut_off(page) == []

    desk.show_key(SUMMARY)
    settle()
    (card,) = desk.guidance.findChildren(ThreadCard)
    assert unnamed(card) == []
    assert cut_off(card) == []
