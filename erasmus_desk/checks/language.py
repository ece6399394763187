"""The summary and its translation."""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.checks.case import Case
from erasmus_desk.checks.finding import Finding, Grade


def check(case: Case) -> Iterator[Finding]:
    """Find a translation of the summary that is the summary once more.

    A missing translation is found with the other required questions.
    """
    summary, key = case.text("summary"), case.key("summary_translation")
    if key is None or not case.is_asked(key) or not summary.strip():
        return
    translation = case.draft.text(key.question)
    question = case.pack.question(key.question)
    if question and summary.split() == translation.split():
        yield case.finding("same-summary", Grade.WEAKENS, key, question.evidence)
