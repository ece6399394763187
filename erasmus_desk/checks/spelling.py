"""The check of the spelling: how many words of each answer are unknown.

The words come from the caller, who has asked the dictionaries: without any, nothing is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from erasmus_desk.checks.context import CheckContext
from erasmus_desk.checks.finding import Finding, Grade

MOST_NAMED: Final = 12
"""Words that a finding names; the answer itself shows all."""


def check_spelling(context: CheckContext) -> Iterator[Finding]:
    """Find the answers with unknown words."""
    for key, words in context.unknown_words.items():
        if words and context.is_visible(key):
            more = ["…"] if len(words) > MOST_NAMED else []
            facts = {"n": len(words), "words": ", ".join([*words[:MOST_NAMED], *more])}
            yield context.report("unknown-words", Grade.STYLE, key, None, facts)
