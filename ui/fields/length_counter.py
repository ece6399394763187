"""The length of a text that changes a little with each key."""

from __future__ import annotations

from erasmus_desk.draft.text_diff import find_difference
from erasmus_desk.text_length import count_length


class LengthCounter:
    """Counts a text by the rule of a call, and after a change only the words around it anew."""

    def __init__(self, rule: str) -> None:
        self._rule = rule
        self._text = ""
        self._length = 0

    def count(self, text: str) -> int:
        """Return the length of a text, which may be any; one like the last is counted fast."""
        before = self._text
        start, removed, _ = find_difference(before, text)
        # Every rule adds up where a text is cut before a blank: no word and no line break of two
        # characters reaches over it.
        begin = max(before.rfind(" ", 0, start), 0)
        end = before.find(" ", start + len(removed))
        after = len(before) - end if end >= 0 else 0
        old, new = before[begin : len(before) - after], text[begin : len(text) - after]
        self._length += count_length(new, self._rule) - count_length(old, self._rule)
        self._text = text
        return self._length
