"""Search in the answers of a draft, without regard to case and accents."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from types import MappingProxyType

from msgspec import Struct

from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.review_state import WRITTEN_TEXTS, is_desk_key
from erasmus_desk.draft.visibility import list_kept_keys

BEFORE, AFTER = 40, 80
"""Most characters of an excerpt before and after the match."""
ELLIPSIS = "…"
PART = 1000
"""Characters that are folded at once to find where in a text a character of its folded form is."""

_NAMED = (QuestionType.CHOICE, QuestionType.MULTI)
"""Types whose answers are ids of choices and no text."""
# The Unicode blocks of combining marks.
_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
# Letters without a decomposition in Unicode, the quotes and dashes of Word's AutoFormat, and what
# stands unseen in a word: soft hyphens, joiners, marks of the direction of writing.
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u061c\u202a\u202b\u202c\u202d\u202e"
_SIGNS = MappingProxyType(
    str.maketrans("", "", _UNSEEN)
    | dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2032\u2039\u203a"), "'")
    | dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u00ab\u00bb"), '"')
    | dict.fromkeys(map(ord, "\u2010\u2012\u2013\u2014\u2212"), "-")
)
_PLAIN = MappingProxyType(
    dict(_SIGNS)
    | str.maketrans("øłđðħ\u0131", "olddhi")
    | str.maketrans({"æ": "ae", "œ": "oe", "þ": "th"})
)
_SPACE = re.compile(r"\s+")


class SearchHit(Struct, frozen=True):
    """An answer that contains all words.

    `start` and `length` give the span of the words as one phrase, else of the first word.
    `excerpt` shows it on one line with its surroundings; it begins there at `excerpt_start`.
    """

    key: Key
    start: int
    length: int
    excerpt: str
    excerpt_start: int
    is_hidden: bool


def find(draft: Draft, pack: Pack, query: str) -> tuple[SearchHit, ...]:
    """Return the answers that contain every word of `query`, in any case and without accents.

    Visible answers come first, in the order of the form; then hidden ones, then orphans.
    """
    words = fold_text(query).split()
    if not words:
        return ()
    hits: list[SearchHit] = []
    for key, text, is_hidden in _text_answers(draft, pack):
        span = _find_span(text, words)
        if span is not None:
            start, end = span
            excerpt, excerpt_start = _cut_excerpt(text, start, end)
            hits.append(SearchHit(key, start, end - start, excerpt, excerpt_start, is_hidden))
    return tuple(hits)


def find_matches(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of every place where the words of `query` stand together.

    Words that are written with accents are found with these accents only: what is found may be
    replaced.
    """
    words = fold_text(query).split()
    if not words:
        return ()
    phrase = re.compile(r"\s+".join(map(re.escape, words)))
    if text.isascii():
        return tuple(found.span() for found in phrase.finditer(fold_text(text)))
    origins: list[int] = []
    parts: list[str] = []
    for index, character in enumerate(text):
        parts.append(fold_text(character))
        origins += [index] * len(parts[-1])
    spans: list[tuple[int, int]] = []
    for found in phrase.finditer("".join(parts)):
        start, end = origins[found.start()], origins[found.end() - 1] + 1
        marks = _MARKS.match(text, end)
        if not spans or start >= spans[-1][1]:  # a ligature may match twice
            spans.append((start, marks.end() if marks else end))
    wanted = _fold_case(query)
    if wanted.isascii():
        return tuple(spans)
    return tuple((start, end) for start, end in spans if _fold_case(text[start:end]) == wanted)


def _fold_case(text: str) -> str:
    """Return a text in lower case with its accents, but with plain quotes and spaces."""
    folded = unicodedata.normalize("NFC", text).casefold().translate(_SIGNS)
    return " ".join(folded.split())


def replace_matches(text: str, query: str, new: str) -> tuple[str, int]:
    """Return a text with `new` at every match of `query`, and how many there were."""
    matches = find_matches(text, query)
    parts: list[str] = []
    last = 0
    for start, end in matches:
        parts += [text[last:start], new]
        last = end
    return "".join((*parts, text[last:])), len(matches)


def can_replace(hit: SearchHit, pack: Pack) -> bool:
    """Return whether the text of a hit is typed freely: no comment, and no answer set aside."""
    question = pack.form.questions.get(hit.key.question)
    is_typed = question is not None and question.type in (QuestionType.TEXT, QuestionType.LINE)
    return is_typed and not hit.is_hidden and not is_desk_key(hit.key)


def fold_text(text: str) -> str:
    """Return a text in lower case without accents."""
    if text.isascii():
        return text.lower()
    apart = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    # Case folding may add marks (capital I with a dot).
    return _MARKS.sub("", apart.casefold()).translate(_PLAIN)


def _text_answers(draft: Draft, pack: Pack) -> Iterator[tuple[Key, str, bool]]:
    """Yield every text answer and whether it is hidden; texts of reviewers never are."""
    order = {name: place for place, name in enumerate(pack.form.questions)}
    placed = list_kept_keys(draft, pack)
    others = draft.answers.keys() - placed.keys()
    left = sorted(others, key=lambda key: (order.get(key.question, len(order)), key))
    for key in (*placed, *left):
        value = draft.answers.get(key)
        question = pack.form.questions.get(key.question)
        if not isinstance(value, str) or (question and question.type in _NAMED):
            continue
        if not is_desk_key(key):
            yield key, value, key in others
        elif key.question in WRITTEN_TEXTS:
            yield key, value, False
    for orphan in draft.orphans:
        if isinstance(orphan.value, str):
            yield orphan.key, orphan.value, True


def _find_span(text: str, words: list[str]) -> tuple[int, int] | None:
    """Return the span of the words as one phrase, else that of the first word.

    `None` unless all words occur.
    """
    folded = fold_text(text)
    if not all(word in folded for word in words):
        return None
    phrase = re.search(r"\s+".join(map(re.escape, words)), folded)
    first = folded.index(words[0])
    begin, end = phrase.span() if phrase else (first, first + len(words[0]))
    if text.isascii():
        return begin, end
    start = _original_length(text, begin + 1) - 1
    end = max(_original_length(text, end), start + 1)
    marks = _MARKS.match(text, end)
    return start, marks.end() if marks else end


def _original_length(text: str, length: int) -> int:
    """Return the length of the shortest start of a text that folds to `length` characters.

    A character may fold to several (a ligature) or none (an accent), but each does by itself: the
    lengths of parts add up, and no part is folded more often than it must be.
    """
    at, left = 0, length
    while at < len(text) and (folded := len(fold_text(text[at : at + PART]))) < left:
        at, left = at + PART, left - folded
    part = text[at : at + PART]
    return at + bisect_left(range(len(part)), left, key=lambda end: len(fold_text(part[:end])))


def _cut_excerpt(text: str, start: int, end: int) -> tuple[str, int]:
    """Return the match on one line with whole words around it, and its start therein."""
    before, after = text[max(start - BEFORE, 0) : start], text[end : end + AFTER]
    if start > BEFORE:
        before = ELLIPSIS + (before[before.find(" ") :] if " " in before else before).lstrip()
    if end + AFTER < len(text):
        after = (after[: after.rfind(" ")] if " " in after else after).rstrip() + ELLIPSIS
    before = _SPACE.sub(" ", before).lstrip()
    return before + _SPACE.sub(" ", text[start:end] + after).rstrip(), len(before)
