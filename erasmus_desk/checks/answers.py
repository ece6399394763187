"""What the form demands and is not answered yet.

Answers that are longer, larger or more than the form takes, and shapes it refuses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from erasmus_desk.call.form import Question, QuestionType
from erasmus_desk.checks.context import Case
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.model import Key, Value
from erasmus_desk.draft.visibility import Asked
from erasmus_desk.text_length import count


def is_empty(value: Value | None) -> bool:
    """Tell whether there is no answer: nothing, blanks only, or nothing chosen."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or value == ()


def check_required(case: Case) -> Iterator[Finding]:
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


_PIC = re.compile(r"[0-9]{9}")
_YEAR = re.compile(r"(19|20)[0-9]{2}")
# Loose on purpose: an address that could work is never called wrong (RFC 5321 allows much).
_EMAIL = re.compile(
    r"[^\s@<>,;:\"()\[\]]+@[^\s@<>,;:\"()\[\]._-][^\s@<>,;:\"()\[\]]*\.[^\W\d_]{2,}"
)
_SHAPES = {
    "pic": ("pic-shape", _PIC, Grade.BLOCKS),
    "email": ("email-shape", _EMAIL, Grade.BLOCKS),
    "year": ("year-shape", _YEAR, Grade.WEAKENS),
}
_KINDS: Mapping[QuestionType, tuple[str, tuple[type, ...]]] = MappingProxyType(
    {
        QuestionType.NUMBER: ("not-a-number", (int,)),
        QuestionType.MONEY: ("not-a-number", (int, Decimal)),
        QuestionType.DATE: ("not-a-date", (date,)),
    }
)
"""What an answer of a type must be, and the code of the finding if it is something else."""


def check_limits(case: Case) -> Iterator[Finding]:
    """Find answers over their limit, numbers out of range and lines of the wrong shape."""
    for one in case.asked:
        value = case.draft.get(one.key)
        yield from _kind(case, one.key, one.question, value)
        if isinstance(value, str):
            yield from _length(case, one, value)
            yield from _shape(case, one.key, one.question, value.strip())
        elif isinstance(value, int) and not isinstance(value, bool):
            yield from _range(case, one.key, one.question, value)
        elif isinstance(value, tuple):
            yield from _number_of_choices(case, one.key, one.question, value)


def _kind(case: Case, key: Key, question: Question, value: Value | None) -> Iterator[Finding]:
    """What cannot be read as a number or a date stays in the draft as it was typed."""
    code, kinds = _KINDS.get(question.type, ("", ()))
    is_nothing = value is None or (isinstance(value, str) and not value.strip())
    if not code or is_nothing or (isinstance(value, kinds) and not isinstance(value, bool)):
        return
    found = value.strip() if isinstance(value, str) else str(value)
    yield case.finding(code, Grade.BLOCKS, key, question.evidence, found=found)


def _length(case: Case, one: Asked, text: str) -> Iterator[Finding]:
    limit = one.question.limit
    # No counting rule finds more than two in a character.
    if limit is None or 2 * len(text) <= limit.most:
        return
    counted = count(text, limit.rule)
    if counted > limit.most:
        yield case.finding(
            "over-limit",
            Grade.BLOCKS,
            one.key,
            limit.evidence,
            n=counted - limit.most,
            counted=counted,
            most=limit.most,
        )


def _shape(case: Case, key: Key, question: Question, text: str) -> Iterator[Finding]:
    if text and question.format in _SHAPES:
        code, shape, grade = _SHAPES[question.format]
        if not shape.fullmatch(text):
            yield case.finding(code, grade, key, question.evidence, found=text)


def _range(case: Case, key: Key, question: Question, number: int) -> Iterator[Finding]:
    if case.action and key == case.key("months"):
        return  # the action's own rule says more (`dates`)
    if question.least is not None and number < question.least:
        yield case.finding(
            "number-small",
            Grade.BLOCKS,
            key,
            question.evidence,
            found=number,
            least=question.least,
        )
    if question.most is not None and number > question.most:
        yield case.finding(
            "number-large", Grade.BLOCKS, key, question.evidence, found=number, most=question.most
        )


def _number_of_choices(
    case: Case, key: Key, question: Question, chosen: tuple[str, ...]
) -> Iterator[Finding]:
    if question.type is not QuestionType.MULTI or question.at_most is None:
        return
    if key == case.key("other_priorities") and case.pack.priorities:
        return  # counted together with the main priority (`choices`)
    if len(chosen) > question.at_most.value:
        yield case.finding(
            "too-many-choices",
            Grade.WEAKENS,
            key,
            question.at_most.evidence,
            n=len(chosen),
            most=question.at_most.value,
        )
