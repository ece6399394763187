"""Finds words in the answers of a draft, wherever they stand and however they are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from types import MappingProxyType

from msgspec import Struct

from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.review_state import WRITTEN, is_own
from erasmus_desk.draft.visibility import asked

BEFORE, AFTER = 40, 80
"""Characters of an excerpt on either side of what was found, at most."""
ELLIPSIS = "…"

_NAMED = (QuestionType.CHOICE, QuestionType.MULTI)
"""Types whose answers are ids of choices, which nobody has written or can read."""
# The ranges of Unicode that hold nothing but marks on the letter before them.
_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
# Letters that Unicode does not take apart, and the signs that Word sets by itself.
_PLAIN = MappingProxyType(
    str.maketrans("øłđðħ\u0131’‘“”–\u2010", "olddhi''\"\"--", "")
    | str.maketrans({"æ": "ae", "œ": "oe", "þ": "th"})
)
_SPACE = re.compile(r"\s+")


class Hit(Struct, frozen=True):
    """An answer in which all words occur.

    `start` and `length` tell where in the text: at the words as one phrase, else at the first
    of them. `excerpt` is that place on one line with what stands around it, and begins its hit
    at `mark`. A parked answer has no place in the form under the present choices.
    """

    key: Key
    start: int
    length: int
    excerpt: str
    mark: int
    is_parked: bool


def find(draft: Draft, pack: Pack, wanted: str) -> tuple[Hit, ...]:
    """Find the answers in which every word of `wanted` occurs, capitals and accents aside.

    Those with a place in the form come first, in its order; then those that are parked, then
    those whose question is gone from the call.
    """
    words = plain(wanted).split()
    if not words:
        return ()
    hits: list[Hit] = []
    for key, text, is_parked in _texts(draft, pack):
        span = _span(text, words)
        if span is not None:
            start, end = span
            excerpt, mark = _excerpt(text, start, end)
            hits.append(Hit(key, start, end - start, excerpt, mark, is_parked))
    return tuple(hits)


def plain(text: str) -> str:
    """Give a text without capitals and accents, character by character of the original."""
    if text.isascii():
        return text.lower()
    apart = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    # Folding may bring marks of its own (the capital I with a dot).
    return _MARKS.sub("", apart.casefold()).translate(_PLAIN)


def _texts(draft: Draft, pack: Pack) -> Iterator[tuple[Key, str, bool]]:
    """Give every answer somebody has written, with whether it is parked.

    What others said of the draft is never parked.
    """
    order = {name: place for place, name in enumerate(pack.form.questions)}
    placed = dict.fromkeys(one.key for one in asked(draft, pack))
    others = draft.answers.keys() - placed.keys()
    left = sorted(others, key=lambda key: (order.get(key.question, len(order)), key))
    for key in (*placed, *left):
        value = draft.answers.get(key)
        question = pack.form.questions.get(key.question)
        if not isinstance(value, str) or (question and question.type in _NAMED):
            continue
        if not is_own(key):
            yield key, value, key in others
        elif key.question in WRITTEN:
            yield key, value, False
    for orphan in draft.orphans:
        if isinstance(orphan.value, str):
            yield orphan.key, orphan.value, True


def _span(text: str, words: list[str]) -> tuple[int, int] | None:
    """Give where the words stand: as one phrase, or the first of them if all occur apart."""
    folded = plain(text)
    if not all(word in folded for word in words):
        return None
    phrase = re.search(r"\s+".join(map(re.escape, words)), folded)
    begin, end = phrase.span() if phrase else _first(folded, words[0])
    if text.isascii():
        return begin, end
    start = _origin(text, begin + 1) - 1
    return start, _with_marks(text, max(_origin(text, end), start + 1))


def _first(folded: str, word: str) -> tuple[int, int]:
    begin = folded.index(word)
    return begin, begin + len(word)


def _origin(text: str, length: int) -> int:
    """Give how much of a text is needed at least for so many characters of its plain form.

    A character may give several (a ligature) or none (a mark), so it is found by halving.
    """
    low, high = 0, len(text)
    while low < high:
        middle = (low + high) // 2
        if len(plain(text[:middle])) < length:
            low = middle + 1
        else:
            high = middle
    return low


def _with_marks(text: str, end: int) -> int:
    """Take in the marks that stand on the last character found."""
    marks = _MARKS.match(text, end)
    return marks.end() if marks else end


def _excerpt(text: str, start: int, end: int) -> tuple[str, int]:
    """Give the place on one line with whole words around it, and where in it the hit begins."""
    before, after = text[max(start - BEFORE, 0) : start], text[end : end + AFTER]
    if start > BEFORE:
        before = ELLIPSIS + (before[before.find(" ") :] if " " in before else before).lstrip()
    if end + AFTER < len(text):
        after = (after[: after.rfind(" ")] if " " in after else after).rstrip() + ELLIPSIS
    before = _SPACE.sub(" ", before).lstrip()
    return before + _SPACE.sub(" ", text[start:end] + after).rstrip(), len(before)
