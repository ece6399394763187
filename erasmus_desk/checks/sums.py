"""Sums of money that somebody typed into an answer, against the budget."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from erasmus_desk.call.form import QuestionType
from erasmus_desk.checks.case import Case
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.facts import Amount
from erasmus_desk.money.grant import Grant

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


def check(case: Case) -> Iterator[Finding]:
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
