"""An import with everything in it: two reviewers, a conflict, a guess, rows, comments."""

from __future__ import annotations

from erasmus_desk.call.form import QuestionType
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
PROJECTS = "eu_projects"
ANN = RevisionAuthor("Ann Example")
BO = RevisionAuthor("Bo Voorbeeld of a school with a rather long name")


def propose(session: Session, key: Key, text: str, *, is_guess: bool = False) -> AnswerMerge:
    """Return an answer that only Ann changed."""
    mine = session.draft.text(key.question)
    proposed = ProposedAnswer(text, ANN, "ann.docx", is_guess=is_guess)
    return AnswerMerge(key, MergeStatus.PROPOSED, mine, mine, (proposed,), text, can_merge=True)


def find_texts(session: Session) -> tuple[Key, ...]:
    """Return three long answers: those that the tests name, where the call asks for them."""
    form = session.pack.form
    if SUMMARY.question in form.questions:
        return SUMMARY, RATIONALE, RESULTS
    texts = (one.id for one in form.questions.values() if one.type is QuestionType.TEXT)
    return tuple(Key(one) for one in texts if session.draft.text(one))[:3]


def find_rows(session: Session) -> tuple[Key, str]:
    """Return rows, if there are any in a row of another list then those, and one question."""
    draft, form = session.draft, session.pack.form
    organisation = draft.items(session.pack.role("organisations"))[0]
    if PROJECTS in form.lists:
        return Key(PROJECTS, organisation), "eup.year"
    spec, item = next(
        (spec, item)
        for spec in sorted(form.lists.values(), key=lambda spec: not spec.parent)
        for item in (draft.items(spec.parent) if spec.parent else ("",))
        if draft.items(spec.id, item)
    )
    lines = (one for one in spec.questions if form.questions[one].type is QuestionType.LINE)
    return Key(spec.id, item), next(lines, spec.name)


def build_result(session: Session) -> ImportResult:
    """Return a result with one of everything that is reviewed, for a draft of any call."""
    draft = session.draft
    summary, rationale, results = find_texts(session)
    mine = draft.text(summary.question)
    theirs = tuple(ProposedAnswer(f"{mine} {by.name}", by, f"{by.name}.docx") for by in (ANN, BO))
    conflict = AnswerMerge(
        summary, MergeStatus.CONFLICT, "Once.", mine, theirs, mine, can_merge=True
    )
    answers = (
        propose(session, rationale, f"{draft.text(rationale.question)} More."),
        propose(session, results, "Looks like it.", is_guess=True),
        conflict,
    )
    table, column = find_rows(session)
    removed = draft.items(table.question, table.item)[0]
    rows = (
        RowAdded(table, "new", "", ((Key(column, "new"), "2015"),), BO, "bo.docx"),
        RowRemoved(table, removed, ANN, "ann.docx"),
    )
    at = "2026-11-22T10:00:00+00:00"
    note = Comment("n1", "Ann Example", at, "Which year?")
    threads = (CommentThread("t1", rationale, "our learners", is_done=False, comments=(note,)),)
    unplaced = UnresolvedItem(
        "w1", UnresolvedReason.UNPLACED, "Who pays?", "", results, "Ann Example", at, "ann.docx"
    )
    files = ("ann.docx", "bo.docx")
    return ImportResult(answers, rows, threads, (unplaced,), 7, (), files)
