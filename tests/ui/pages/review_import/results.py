"""An import with everything in it: two reviewers, a conflict, a guess, rows, comments."""

from __future__ import annotations

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import (
    Comment,
    CommentThread,
    UnresolvedItem,
    UnresolvedReason,
)
from erasmus_desk.review_import.docx_reader.document import RevisionAuthor
from erasmus_desk.review_import.result import (
    AnswerMerge,
    ImportResult,
    MergeStatus,
    ProposedAnswer,
    RowAdded,
    RowRemoved,
)
from ui.session.session import Session

RATIONALE, RESULTS, SUMMARY = Key("des.rationale"), Key("des.results"), Key("sum.text")
ANN = RevisionAuthor("Ann Example")
BO = RevisionAuthor("Bo Voorbeeld of a school with a rather long name")


def propose(session: Session, key: Key, text: str, *, is_guess: bool = False) -> AnswerMerge:
    """Return an answer that only Ann changed."""
    mine = session.draft.text(key.question)
    proposed = ProposedAnswer(text, ANN, "ann.docx", is_guess=is_guess)
    return AnswerMerge(key, MergeStatus.PROPOSED, mine, mine, (proposed,), text, can_merge=True)


def build_result(session: Session) -> ImportResult:
    """Return a result with one of everything that is reviewed."""
    draft = session.draft
    mine = draft.text(SUMMARY.question)
    theirs = tuple(ProposedAnswer(f"{mine} {by.name}", by, f"{by.name}.docx") for by in (ANN, BO))
    conflict = AnswerMerge(
        SUMMARY, MergeStatus.CONFLICT, "Once.", mine, theirs, mine, can_merge=True
    )
    answers = (
        propose(session, RATIONALE, f"{draft.text(RATIONALE.question)} More."),
        propose(session, RESULTS, "Looks like it.", is_guess=True),
        conflict,
    )
    organisation = draft.items("organisations")[0]
    projects = Key("eu_projects", organisation)
    removed = draft.items("eu_projects", organisation)[0]
    rows = (
        RowAdded(projects, "new", "", ((Key("eup.year", "new"), "2015"),), BO, "bo.docx"),
        RowRemoved(projects, removed, ANN, "ann.docx"),
    )
    at = "2026-11-22T10:00:00+00:00"
    note = Comment("n1", "Ann Example", at, "Which year?")
    threads = (CommentThread("t1", RATIONALE, "our learners", is_done=False, comments=(note,)),)
    unplaced = UnresolvedItem(
        "w1", UnresolvedReason.UNPLACED, "Who pays?", "", RESULTS, "Ann Example", at, "ann.docx"
    )
    files = ("ann.docx", "bo.docx")
    return ImportResult(answers, rows, threads, (unplaced,), 7, (), files)
