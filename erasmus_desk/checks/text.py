"""Checks of texts: style, sums that differ from the budget, the translated summary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from erasmus_desk.budget.grant import Grant
from erasmus_desk.call.form import QuestionType
from erasmus_desk.checks.context import CheckContext
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.hidden_characters import HIDDEN, has_hidden
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import VisibleQuestion
from erasmus_desk.i18n.message_values import Amount
from erasmus_desk.text_length import count_length

SHORT_SHARE: Final = 10
"""An answer that uses less than one part in so many of its limit is very short."""
LONG_LIMIT: Final = 1000
"""From this limit on a long answer is expected."""
MIN_REPEATED: Final = 150
"""Equal paragraphs of at least so many characters are not a coincidence."""
_MIN_CAPITALS: Final = 12
_UNFINISHED: Final = re.compile(
    r"\b(?:TODO|TBD|TBC|FIXME)\b|\bX{3,}\b|\?{3,}|(?i:\blorem ipsum\b)|\[\s*(?:\.{2,}|…)\s*\]"
)
_UNFINISHED_SIGNS: Final = ("TODO", "TBD", "TBC", "FIXME", "XXX", "???", "orem ", "..", "…")
"""Every match of `_UNFINISHED` contains one of these, which are much faster to look for."""


def check_unfinished(context: CheckContext) -> Iterator[Finding]:
    """Find texts with a mark of something to be done."""
    for visible, text in _list_with_signs(context, _UNFINISHED_SIGNS):
        unfinished = _UNFINISHED.search(text)
        if unfinished:
            facts = {"found": unfinished.group()}
            yield context.report("unfinished", Grade.WEAKENS, visible.key, None, facts)


def check_hidden_characters(context: CheckContext) -> Iterator[Finding]:
    """Find texts with characters that no reader sees."""
    for visible, text in context.texts if has_hidden(context.whole_text) else ():
        hidden = HIDDEN.findall(text)
        if hidden:
            facts = {"n": len(hidden)}
            yield context.report("hidden-characters", Grade.STYLE, visible.key, None, facts)


def check_short_answers(context: CheckContext) -> Iterator[Finding]:
    """Find answers that use little of a long limit."""
    for visible, text in _list_long_texts(context):
        limit = visible.question.limit
        if not visible.question.required or limit is None or limit.most < LONG_LIMIT:
            continue
        counted = count_length(text, limit.rule)
        if text.strip() and counted * SHORT_SHARE < limit.most:
            facts = {"n": counted, "most": limit.most}
            yield context.report("very-short", Grade.STYLE, visible.key, None, facts)


def check_repetition(context: CheckContext) -> Iterator[Finding]:
    """Find the first long paragraph of each answer that is already in an earlier answer."""
    first: dict[str, Key] = {}
    # The summary and its translation may repeat other answers.
    exempt = {context.find_key("summary"), context.find_key("summary_translation")}
    for visible, text in _list_long_texts(context):
        key = visible.key
        if key in exempt or len(text) < MIN_REPEATED:
            continue
        owner = _find_owner(text, key, first)
        if owner is not None:
            facts = {"other": context.find_place(owner)}
            yield context.report("repeated-text", Grade.STYLE, key, None, facts)


def _find_owner(text: str, key: Key, first: dict[str, Key]) -> Key | None:
    """Return the earlier answer that has a long paragraph of a text; note its new ones."""
    for paragraph in text.splitlines():
        if len(paragraph) >= MIN_REPEATED:
            owner = first.setdefault(paragraph.strip().casefold(), key)
            if owner != key:
                return owner
    return None


def _list_long_texts(context: CheckContext) -> Iterator[tuple[VisibleQuestion, str]]:
    """Yield the texts of the visible questions that ask for several lines."""
    return (one for one in context.texts if one[0].question.type is QuestionType.TEXT)


def _list_with_signs(
    context: CheckContext, signs: tuple[str, ...]
) -> Iterator[tuple[VisibleQuestion, str]]:
    """Yield the texts that have one of the signs."""
    here = tuple(sign for sign in signs if sign in context.whole_text)
    found = context.texts if here else ()
    return (one for one in found if any(sign in one[1] for sign in here))


def check_title(context: CheckContext) -> Iterator[Finding]:
    """Find a title in capitals."""
    key, title = context.find_key("title"), context.get_text("title")
    letters = [letter for letter in title if letter.isalpha()]
    if key and len(letters) >= _MIN_CAPITALS and " " in title.strip() and title.isupper():
        yield context.report("title-capitals", Grade.STYLE, key, None)


MIN_SUM: Final = 1000
"""Smaller sums are prices and rates, not the grant, in the currency of the call."""
CLOSE_SHARE: Final = Decimal("0.1")
"""A sum within this share of the grant is meant to be the grant."""
_CURRENCY_SIGNS: Final = ("€", "EUR", "euro", "Euro")
_BLANKS: Final = " \u00a0\u202f\u2009"
_NUMBER: Final = rf"[0-9]{{1,3}}(?:[.,'’{_BLANKS}]?[0-9]{{3}})*(?:[.,][0-9]{{1,2}})?(?![0-9])"
_CURRENCY: Final = r"(?:€|\bEUR\b|\b[eE]uros?\b)"
_SUM: Final = re.compile(
    rf"{_CURRENCY}[{_BLANKS}]?({_NUMBER})|(?<![0-9.,])({_NUMBER})(?:,-)?[{_BLANKS}]?{_CURRENCY}"
)
_SUM_BEGINS: Final = re.compile("|".join((*_CURRENCY_SIGNS, *"0123456789")))
"""Every match of `_SUM` begins so: plain letters and digits, which are looked for in one go."""
_LABEL: Final = re.compile(
    r"\b(total|totaal|totale|gesamt|grant of|subsidie van|(?:aan)?gevraagde?|requested)\b",
    re.IGNORECASE,
)
_LABEL_REACH: Final = 40
_CENTS: Final = re.compile(r"[.,]([0-9]{1,2})$")
_ROUNDINGS: Final = (-2, -3)


def check_sums(context: CheckContext) -> Iterator[Finding]:
    """Find the first sum in each answer that seems to be the grant and differs from it."""
    total = context.grant.total
    if total < MIN_SUM:
        return
    known = _list_known_sums(context.grant)
    for visible, text in _list_with_signs(context, _CURRENCY_SIGNS):
        is_long = visible.question.type is QuestionType.TEXT
        found = _find_wrong_sum(text, total, known) if is_long else None
        if found is not None:
            sums = {"found": found, "total": total}
            facts = {name: Amount(one, context.grant.currency) for name, one in sums.items()}
            yield context.report("sum-in-text-differs", Grade.WEAKENS, visible.key, None, facts)


def _find_wrong_sum(text: str, total: Decimal, known: frozenset[Decimal]) -> Decimal | None:
    for match in _list_sums(text):
        amount = _parse_amount(match.group(1) or match.group(2))
        if amount < MIN_SUM or amount in known:
            continue
        before = text[max(0, match.start() - _LABEL_REACH) : match.start()]
        is_close = abs(amount - total) <= total * CLOSE_SHARE
        is_labelled = bool(_LABEL.search(before)) and total / 2 <= amount <= total * 2
        if is_close or is_labelled:
            return amount
    return None


def _list_sums(text: str) -> Iterator[re.Match[str]]:
    """Yield what `_SUM.finditer` would, without a try at every letter."""
    end = 0
    for begin in _SUM_BEGINS.finditer(text):
        match = _SUM.match(text, begin.start()) if begin.start() >= end else None
        if match is not None:
            end = match.end()
            yield match


def _parse_amount(text: str) -> Decimal:
    """Parse a number with any separators of thousands and cents."""
    cents = _CENTS.search(text)
    whole = text[: cents.start()] if cents else text
    digits = "".join(character for character in whole if character.isdigit())
    return Decimal(f"{digits}.{cents.group(1)}" if cents else digits)


def _list_known_sums(grant: Grant) -> frozenset[Decimal]:
    """Return every sum in the budget, and the grant in round numbers."""
    sums = {
        grant.total,
        *grant.by_category.values(),
        *grant.by_organisation.values(),
        *grant.by_activity.values(),
        *grant.by_year.values(),
        *(line.amount for line in grant.lines),
        *(usage.maximum for usage in grant.ceiling_usages),
        *(round(grant.total, digits) for digits in _ROUNDINGS),
    }
    return frozenset(sums)


def check_language(context: CheckContext) -> Iterator[Finding]:
    """Find a translation of the summary that repeats the summary."""
    summary, key = context.get_text("summary"), context.find_key("summary_translation")
    if key is None or not context.is_visible(key) or not summary.strip():
        return
    translation = context.draft.text(key.question)
    if summary.split() == translation.split():
        yield context.report_answer("same-summary", Grade.WEAKENS, key)
