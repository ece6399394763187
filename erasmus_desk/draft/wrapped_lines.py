"""The lines of a copied PDF, which end where its page was too narrow, as paragraphs again.

A break goes only where the next word would not have fitted on the line, in a text that shows so by
several of its breaks, and never before a list or after a sentence that a capital follows: there a
paragraph may begin. So a break may stay that means nothing, and none goes that means something.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

LEAST_WIDTH, MOST_WIDTH = 45, 150
"""Characters of the longest line of a text whose lines may end at the edge of a page."""
FULL = 0.88
"""Share of the longest line that a line with the next word would have; letters differ in width."""
LEAST_PROOFS = 2
"""Breaks within a sentence, at the edge of the page, before a text counts as one of a page."""
MOST_DOUBT = 0.3
"""Share of the breaks within a sentence that may be elsewhere."""
_NO_WRAP: Final = re.compile("\t|^ {3}")
_NEW_ENTRY: Final = re.compile(
    "\\s*(?:[-•·▪▫◦‣*\u2013\u2014\uf000-\uf0ff]|(?:\\d{1,3}|[A-Za-z]{1,3})[.)])\\s"
)
_SENTENCE_END: Final = re.compile("[.!?:;…][\"'”’»)\\]]*$")
_HYPHEN: Final = re.compile("(\\w+)[-\u2010\u00ad]$")


def join_wrapped(text: str, kept: Collection[int] = ()) -> str:
    """Return a text with its lines joined where a page broke them; `kept` lines are left alone."""
    lines = text.split("\n")
    width = max(len(line.rstrip()) for line in lines)
    if len(lines) <= LEAST_PROOFS or not LEAST_WIDTH <= width <= MOST_WIDTH:
        return text
    pairs = [
        (lines[at], lines[at + 1], at)
        for at in range(len(lines) - 1)
        if at not in kept and at + 1 not in kept and _can_be_one(lines[at], lines[at + 1])
    ]
    inner = [_is_full(one, other, width) for one, other, _ in pairs if _is_inner(one, other)]
    if sum(inner) < LEAST_PROOFS or inner.count(False) > MOST_DOUBT * len(inner):
        return text
    joined = {
        at for one, other, at in pairs if _is_full(one, other, width) and _goes_on(one, other)
    }
    words = frozenset(re.findall("[\\w-]+", text))
    parts: list[str] = []
    for at, line in enumerate(lines):
        if at - 1 in joined:
            parts[-1] = _join(parts[-1], line, words)
        else:
            parts.append(line)
    return "\n".join(parts)


def _can_be_one(line: str, following: str) -> bool:
    """Return whether both have text, and the second one begins no entry of a list or table."""
    has_text = bool(line.strip()) and bool(following.strip())
    is_table = _NO_WRAP.search(line) or _NO_WRAP.search(following)
    return has_text and not is_table and not _NEW_ENTRY.match(following)


def _is_inner(line: str, following: str) -> bool:
    """Return whether a break is in the middle of a sentence, whatever the lines are."""
    return not _SENTENCE_END.search(line.rstrip()) and following.lstrip()[:1].islower()


def _goes_on(line: str, following: str) -> bool:
    """Return whether a sentence goes on over the break; few entries of lists have a full stop."""
    if following.lstrip()[:1].islower():
        return True
    is_end = _SENTENCE_END.search(line.rstrip()) or line.rstrip()[-1:].isdigit()
    return not is_end and not _NEW_ENTRY.match(line)


def _is_full(line: str, following: str, width: int) -> bool:
    """Return whether the next word would not have fitted on the line."""
    word = following.split(maxsplit=1)[0]
    return len(line.rstrip()) + 1 + len(word) > FULL * width


def _join(line: str, following: str, words: Collection[str]) -> str:
    """Return two lines as one; a hyphen goes only if the whole word is in the text elsewhere."""
    line, following = line.rstrip(), following.lstrip()
    parted = _HYPHEN.search(line)
    if parted is None or not following[:1].islower():
        return f"{line} {following}"
    rest = re.match("\\w+", following)
    whole = parted.group(1) + (rest.group() if rest is not None else "")
    if line.endswith("\u00ad") or whole in words:
        return line[:-1] + following
    return line + following
