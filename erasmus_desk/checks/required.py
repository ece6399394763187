"""What the form demands and is not answered yet."""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.checks.case import Case
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.model import Value


def is_empty(value: Value | None) -> bool:
    """Tell whether there is no answer: nothing, blanks only, or nothing chosen."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or value == ()


def check(case: Case) -> Iterator[Finding]:
    """Find required questions without an answer, and tick lists that are not complete."""
    translation = case.key("summary_translation")
    checklist = case.key("checklist")
    for one in case.asked:
        if not one.question.required or one.key == checklist:
            continue
        if is_empty(case.draft.get(one.key)):
            code = "english-summary" if one.key == translation else "required"
            yield case.finding(code, Grade.BLOCKS, one.key, one.question.evidence, is_gap=True)
    yield from _checklist(case)


def _checklist(case: Case) -> Iterator[Finding]:
    """Find boxes not ticked in the list of which every box must be."""
    key = case.key("checklist")
    question = case.pack.question(key.question) if key else None
    choices = case.pack.option_set(question) if question else None
    if key is None or question is None or choices is None or not case.is_asked(key):
        return
    ticked = case.draft.get(key)
    done = ticked if isinstance(ticked, tuple) else ()
    left = sum(option.id not in done for option in case.offered(question))
    if left:
        yield case.finding("checklist", Grade.BLOCKS, key, question.evidence, is_gap=True, n=left)
