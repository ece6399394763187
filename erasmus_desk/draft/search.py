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
from erasmus_desk.draft.visibility import visible_questions

BEFORE, AFTER = 40, 80
"""Most characters of an excerpt before and after the match."""
ELLIPSIS = "…"

_NAMED = (QuestionType.CHOICE, QuestionType.MULTI)
"""Types whose answers are ids of choices and no text."""
# The Unicode blocks of combining marks.
_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
# Letters without a decomposition in Unicode, and the quotes and dashes of Word's AutoFormat.
_PLAIN = MappingProxyType(
    str.maketrans("øłđðħ\u0131’‘“”–\u2010", "olddhi''\"\"--", "")
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
    placed = dict.fromkeys(one.key for one in visible_questions(draft, pack))
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

    A character may fold to several (a ligature) or none (an accent).
    """
    return bisect_left(range(len(text)), length, key=lambda end: len(fold_text(text[:end])))


def _cut_excerpt(text: str, start: int, end: int) -> tuple[str, int]:
    """Return the match on one line with whole words around it, and its start therein."""
    before, after = text[max(start - BEFORE, 0) : start], text[end : end + AFTER]
    if start > BEFORE:
        before = ELLIPSIS + (before[before.find(" ") :] if " " in before else before).lstrip()
    if end + AFTER < len(text):
        after = (after[: after.rfind(" ")] if " " in after else after).rstrip() + ELLIPSIS
    before = _SPACE.sub(" ", before).lstrip()
    return before + _SPACE.sub(" ", text[start:end] + after).rstrip(), len(before)
