"""How the answers read: a few plain signs that an assessor would notice at once.

Sums of money that somebody typed into an answer, against the budget.

The summary and its translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from erasmus_desk.budget.grant import Grant
from erasmus_desk.call.form import QuestionType
from erasmus_desk.checks.context import Case
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.message_values import Amount
from erasmus_desk.text_length import count

SHORT_SHARE: Final = 10
"""An answer that fills less than one part in so many of its room is very short."""
ROOMY: Final = 1000
"""Only a limit of at least so much says that a long answer is expected."""
REPEATED: Final = 150
"""Paragraphs from this many characters on are no chance likeness."""
_CAPITALS: Final = 12
_UNFINISHED: Final = re.compile(
    r"\b(?:TODO|TBD|TBC|FIXME)\b|\bX{3,}\b|\?{3,}|(?i:\blorem ipsum\b)|\[\s*(?:\.{2,}|…)\s*\]"
)
_MARKS: Final = ("TODO", "TBD", "TBC", "FIXME", "XXX", "???", "orem ", "..", "…")
"""One of these stands in every unfinished place; to look for them is quicker by far."""
# What an XML document, and so a Word file, cannot hold; and what nobody sees on the screen.
_HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e]"
)


def check_style(case: Case) -> Iterator[Finding]:
    """Find answers that are very short, unfinished, pasted twice or hold hidden characters."""
    first: dict[str, Key] = {}
    # A summary, its translation and the title may well repeat what stands elsewhere.
    apart = {case.key("summary"), case.key("summary_translation")}
    for one in case.asked:
        text = case.draft.get(one.key)
        if not isinstance(text, str):
            continue
        yield from _signs(case, one.key, text)
        if one.question.type is not QuestionType.TEXT:
            continue
        limit = one.question.limit
        if one.question.required and limit and limit.most >= ROOMY and text.strip():
            counted = count(text, limit.rule)
            if counted * SHORT_SHARE < limit.most:
                yield case.finding(
                    "very-short", Grade.STYLE, one.key, None, n=counted, most=limit.most
                )
        if one.key not in apart:
            yield from _repeated(case, one.key, text, first)
    yield from _title(case)


def _signs(case: Case, key: Key, text: str) -> Iterator[Finding]:
    suspect = any(mark in text for mark in _MARKS)
    unfinished = _UNFINISHED.search(text) if suspect else None
    if unfinished:
        yield case.finding("unfinished", Grade.WEAKENS, key, None, found=unfinished.group())
    hidden = _HIDDEN.findall(text)
    if hidden:
        yield case.finding("hidden-characters", Grade.STYLE, key, None, n=len(hidden))


def _repeated(case: Case, key: Key, text: str, first: dict[str, Key]) -> Iterator[Finding]:
    """Find the first long paragraph that stood in an earlier answer already."""
    if len(text) < REPEATED:
        return
    for paragraph in text.splitlines():
        if len(paragraph) < REPEATED:
            continue
        owner = first.setdefault(paragraph.strip().casefold(), key)
        if owner != key:
            yield case.finding("repeated-text", Grade.STYLE, key, None, other=case.place(owner))
            return


def _title(case: Case) -> Iterator[Finding]:
    key, title = case.key("title"), case.text("title")
    letters = [letter for letter in title if letter.isalpha()]
    if key and len(letters) >= _CAPITALS and " " in title.strip() and title.isupper():
        yield case.finding("title-capitals", Grade.STYLE, key, None)


LEAST: Final = 1000
"""Smaller sums are prices and rates, not the grant."""
CLOSE: Final = Decimal("0.1")
"""A sum within this share of the grant can hardly mean anything else."""
_SIGNS: Final = ("€", "EUR", "eur", "Eur")
_BLANKS: Final = " \u00a0\u202f\u2009"
_NUMBER: Final = rf"[0-9]{{1,3}}(?:[.,'’{_BLANKS}]?[0-9]{{3}})*(?:[.,][0-9]{{1,2}})?(?![0-9])"
_CURRENCY: Final = r"(?:€|\bEUR\b|\b[eE]uros?\b)"
_SUM: Final = re.compile(
    rf"{_CURRENCY}[{_BLANKS}]?({_NUMBER})|(?<![0-9.,])({_NUMBER})(?:,-)?[{_BLANKS}]?{_CURRENCY}"
)
_LABEL: Final = re.compile(
    r"\b(total|totaal|totale|gesamt|grant of|subsidie van|(?:aan)?gevraagde?|requested)\b",
    re.IGNORECASE,
)
_LABEL_REACH: Final = 40
_CENTS: Final = re.compile(r"[.,]([0-9]{1,2})$")
_ROUNDINGS: Final = (-2, -3)


def check_sums(case: Case) -> Iterator[Finding]:
    """Find a sum that looks like the grant and is another one; the first of an answer."""
    total = case.grant.total
    if total < LEAST:
        return
    known = _known(case.grant)
    for one in case.asked:
        text = case.draft.get(one.key)
        if one.question.type is not QuestionType.TEXT or not isinstance(text, str):
            continue
        if not any(sign in text for sign in _SIGNS):
            continue
        found = _wrong(text, total, known)
        if found is not None:
            currency = case.grant.currency
            yield case.finding(
                "sum-in-text-differs",
                Grade.WEAKENS,
                one.key,
                None,
                found=Amount(found, currency),
                total=Amount(total, currency),
            )


def _wrong(text: str, total: Decimal, known: frozenset[Decimal]) -> Decimal | None:
    for place in _SUM.finditer(text):
        amount = _amount(place.group(1) or place.group(2))
        if amount < LEAST or amount in known:
            continue
        before = text[max(0, place.start() - _LABEL_REACH) : place.start()]
        is_close = abs(amount - total) <= total * CLOSE
        is_named = bool(_LABEL.search(before)) and total / 2 <= amount <= total * 2
        if is_close or is_named:
            return amount
    return None


def _amount(text: str) -> Decimal:
    """Read a number however its thousands and cents are parted."""
    cents = _CENTS.search(text)
    whole = text[: cents.start()] if cents else text
    digits = "".join(one for one in whole if one.isdigit())
    return Decimal(f"{digits}.{cents.group(1)}" if cents else digits)


def _known(grant: Grant) -> frozenset[Decimal]:
    """Give every sum that stands in the budget, and the grant in round numbers."""
    sums = {
        grant.total,
        *grant.by_head.values(),
        *grant.by_organisation.values(),
        *grant.by_activity.values(),
        *grant.by_year.values(),
        *(line.amount for line in grant.lines),
        *(room.most for room in grant.rooms),
        *(round(grant.total, digits) for digits in _ROUNDINGS),
    }
    return frozenset(sums)


def check_language(case: Case) -> Iterator[Finding]:
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
