"""A text as a box shows it: with one character for each that Qt would drop or replace.

Qt's text boxes replace the line ends of other systems and drop lone surrogates, and nobody sees a
control character. Such characters are shown as others and kept in the answer, so that an edit of
one word changes nothing else.
"""

from __future__ import annotations

import re

from erasmus_desk.draft.hidden_characters import HIDDEN, has_hidden
from erasmus_desk.draft.text_diff import find_difference

CHARACTER = re.compile("\r\n|.", re.DOTALL)
"""A character of an answer, or a line break of Windows, which is shown as one."""
_LINE_BREAK = re.compile("\r\n|[\r\u2028\u2029]")
_UNSUPPORTED = re.compile(f"[\ufdd0\ufdd1]|{HIDDEN.pattern}")
_REPLACEMENT = "\ufffd"


def escape_unsupported(text: str) -> str:
    """Return a text that Qt can show, with one character for each character or line break."""
    # Nearly all texts pass, with each key typed.
    if not has_hidden(text) and not any(one in text for one in "\r\u2028\u2029\ufdd0\ufdd1"):
        return text
    return _UNSUPPORTED.sub(_REPLACEMENT, _LINE_BREAK.sub("\n", text))


def restore_unsupported(text: str, shown: str) -> str:
    """Return a text as edited in a box that shows it escaped.

    Only the difference is taken from the box; the rest keeps its original characters.
    """
    escaped = escape_unsupported(text)
    if escaped == text:
        return shown
    characters = CHARACTER.findall(text)
    start, removed, inserted = find_difference(escaped, shown)
    left = "".join(characters[:start])
    right = "".join(characters[start + len(removed) :])
    rest = f"{inserted}{right}"
    if left.endswith("\r") and rest.startswith("\n"):
        # Two separate breaks, which together would be read as one of Windows.
        stem = left.rstrip("\r")
        left = stem + "\n" * (len(left) - len(stem))
    return left + rest


def utf16_length(text: str) -> int:
    """Return the length of a text in UTF-16 units, as Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
