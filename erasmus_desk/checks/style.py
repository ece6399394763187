"""How the answers read: a few plain signs that an assessor would notice at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from erasmus_desk.call.form import QuestionType
from erasmus_desk.checks.case import Case
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.model import Key
from erasmus_desk.textcount import count

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


def check(case: Case) -> Iterator[Finding]:
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
