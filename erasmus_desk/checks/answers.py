"""Checks of single answers: required ones, limits, ranges and formats."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from types import MappingProxyType

from erasmus_desk.call.conditions import evaluate
from erasmus_desk.call.form import Limit, Question, QuestionType
from erasmus_desk.checks.context import CheckContext
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.hidden_characters import is_empty
from erasmus_desk.draft.model import Value
from erasmus_desk.draft.number_limits import find_unread_numbers, is_impossible, quote_number
from erasmus_desk.draft.visibility import VisibleQuestion, build_condition_context
from erasmus_desk.i18n.message_values import Amount, Count, MessageValue, TextRef
from erasmus_desk.i18n.typed_values import (
    NUMBER_UNCLEAR,
    TOO_LARGE,
    Unclear,
    read_amount,
    read_date,
    read_whole_number,
)
from erasmus_desk.text_length import count_length


def check_required(context: CheckContext) -> Iterator[Finding]:
    """Find required questions without an answer, and an incomplete checklist."""
    translation = context.find_key("summary_translation")
    checklist = context.find_key("checklist")
    unread = find_unread_numbers(context.draft, context.pack)
    for visible in context.visible_questions:
        if not visible.question.required or visible.key == checklist:
            continue
        if is_empty(context.draft.get(visible.key)) and visible.key not in unread:
            if not _is_asked(context, visible):
                continue
            code = "english-summary" if visible.key == translation else "required"
            yield context.report_answer(code, Grade.BLOCKS, visible.key, is_gap=True)
    yield from _check_checklist(context)


def _is_asked(context: CheckContext, visible: VisibleQuestion) -> bool:
    """Return whether a question is asked for sure: no answer that decides it is missing."""
    at = build_condition_context(context.draft, context.pack, visible.key.item)
    return evaluate(visible.question.when, at) is not None


def _check_checklist(context: CheckContext) -> Iterator[Finding]:
    """Find unticked boxes in the checklist, where every box is required."""
    key = context.find_key("checklist")
    question = context.pack.question(key.question) if key else None
    choices = context.pack.option_set(question) if question else None
    if key is None or question is None or choices is None or not context.is_visible(key):
        return
    ticked = context.draft.get(key)
    ticked_ids = ticked if isinstance(ticked, tuple) else ()
    unticked = sum(option.id not in ticked_ids for option in context.list_options(question))
    if unticked:
        yield context.report_answer("checklist", Grade.BLOCKS, key, {"n": unticked}, is_gap=True)


_YEAR = re.compile(r"(19|20)[0-9]{2}")
# Loose on purpose: RFC 5321 allows much, and a valid address must never be reported.
_EMAIL = re.compile(
    r"[^\s@<>,;:\"()\[\]]+@[^\s@<>,;:\"()\[\]._-][^\s@<>,;:\"()\[\]]*\.[^\W\d_]{2,}"
)
_FORMATS = {
    "email": ("email-shape", _EMAIL, Grade.BLOCKS),
    "year": ("year-shape", _YEAR, Grade.WEAKENS),
}
_TYPES: Mapping[QuestionType, tuple[str, tuple[type, ...]]] = MappingProxyType(
    {
        QuestionType.NUMBER: ("not-a-number", (int,)),
        QuestionType.MONEY: ("not-a-number", (int, Decimal)),
        QuestionType.DATE: ("not-a-date", (date,)),
    }
)
"""The Python types of an answer by question type, with the code of the finding otherwise."""
_READERS: Mapping[QuestionType, Callable[[str, str], object]] = MappingProxyType(
    {
        QuestionType.NUMBER: read_whole_number,
        QuestionType.MONEY: lambda text, _: read_amount(text),
        QuestionType.DATE: read_date,
    }
)
"""How a text is read as the value that a question wants, in the language of the proposal."""
_UNCLEAR = {NUMBER_UNCLEAR: "number-unclear", TOO_LARGE: "absurd-number"}


def check_limits(context: CheckContext) -> Iterator[Finding]:
    """Find answers over their limit, numbers out of range and answers in a wrong format."""
    unread = find_unread_numbers(context.draft, context.pack)
    for key, found in unread.items():
        if context.is_visible(key):
            yield context.report_answer("absurd-number", Grade.BLOCKS, key, {"found": found})
    for visible, value in context.answers:
        question = visible.question
        if question.type in _TYPES:
            yield from _check_type(context, visible, value)
        if isinstance(value, str):
            if question.limit is not None:
                yield from _check_length(context, visible, value, question.limit)
            if question.shape or question.format in _FORMATS:
                yield from _check_format(context, visible, value.strip())
        elif isinstance(value, tuple):
            yield from _check_choice_count(context, visible, value)
        else:
            yield from _check_number(context, visible, value)


def _check_type(context: CheckContext, visible: VisibleQuestion, value: Value) -> Iterator[Finding]:
    """Find text where a number or date is expected; the draft keeps it as typed."""
    code, types = _TYPES[visible.question.type]
    if is_empty(value) or (isinstance(value, types) and not isinstance(value, bool)):
        return
    found = value.strip() if isinstance(value, str) else str(value)
    if isinstance(value, str):
        code = _explain_text(value, visible.question.type, context) or code
    yield context.report_answer(code, Grade.BLOCKS, visible.key, {"found": found})


def _explain_text(text: str, wanted: QuestionType, context: CheckContext) -> str:
    """Return the code of the finding for a text in the place of a value, empty for the usual."""
    language = context.get_text("language")
    read = _READERS[wanted](text, language)
    if isinstance(read, Unclear):
        return _UNCLEAR.get(read, "")
    is_negative = isinstance(read, int | Decimal) and read < 0
    return "absurd-number" if is_negative else "typed-as-text"


def _check_number(
    context: CheckContext, visible: VisibleQuestion, value: Value
) -> Iterator[Finding]:
    """Find a number out of the range of its question, or beyond what any project has."""
    key, question = visible.key, visible.question
    if isinstance(value, int) and not isinstance(value, bool):
        is_found = False
        for finding in _check_range(context, visible, value):
            is_found = True
            yield finding
        if is_found or (context.actions and key == context.find_key("months")):
            return
    if isinstance(value, int | Decimal) and is_impossible(question, value):
        facts = {"found": quote_number(value)}
        yield context.report_answer("absurd-number", Grade.BLOCKS, key, facts)


def _check_length(
    context: CheckContext, visible: VisibleQuestion, text: str, limit: Limit
) -> Iterator[Finding]:
    # No counting rule counts a character more than twice.
    if 2 * len(text) <= limit.most:
        return
    counted = count_length(text, limit.rule)
    over = counted - limit.most
    if over > 0:
        facts = {"n": over, "counted": counted, "most": limit.most}
        yield context.report("over-limit", Grade.BLOCKS, visible.key, limit.evidence, facts)


def _check_format(context: CheckContext, visible: VisibleQuestion, text: str) -> Iterator[Finding]:
    question = visible.question
    if text and question.shape and not question.shape.fits(text):
        code, evidence = f"{question.format}-shape", question.shape.evidence
        grade = Grade.BLOCKS if evidence.is_confirmed else Grade.WEAKENS
        facts = {"found": text, "rule": TextRef((f"rule.{code}",))}
        yield context.report_answer(code, grade, visible.key, facts)
    if text and question.format in _FORMATS:
        code, pattern, grade = _FORMATS[question.format]
        if not pattern.fullmatch(text):
            yield context.report_answer(code, grade, visible.key, {"found": text})


def _check_range(context: CheckContext, visible: VisibleQuestion, number: int) -> Iterator[Finding]:
    key, question = visible.key, visible.question
    if context.actions and key == context.find_key("months"):
        return  # covered by the rule of the action (`dates`)
    least, most, measure = question.least, question.most, partial(_measure, context, question)
    if least is not None and number < least:
        facts = {"found": measure(number), "least": measure(least)}
        yield context.report_answer("number-small", Grade.BLOCKS, key, facts)
    if most is not None and number > most:
        facts = {"found": measure(number), "most": measure(most)}
        yield context.report_answer("number-large", Grade.BLOCKS, key, facts)


def _measure(context: CheckContext, question: Question, number: int) -> MessageValue:
    """Return a number with its unit: `12 months`, `EUR 500`."""
    if question.type is QuestionType.MONEY:
        return Amount(Decimal(number), context.grant.currency)
    return Count(question.unit.value, number) if question.unit else number


def _check_choice_count(
    context: CheckContext, visible: VisibleQuestion, chosen: tuple[str, ...]
) -> Iterator[Finding]:
    key, rule = visible.key, visible.question.at_most
    if visible.question.type is not QuestionType.MULTI or rule is None:
        return
    if key == context.find_key("other_priorities") and context.pack.priorities:
        return  # counted together with the main priority (`choices`)
    if len(chosen) > rule.value:
        facts = {"n": len(chosen), "most": rule.value}
        yield context.report("too-many-choices", Grade.WEAKENS, key, rule.evidence, facts)
