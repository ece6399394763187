"""What of a text can be seen in a Word file: its lines, and a sign for what XML cannot hold."""

from __future__ import annotations

import re

BREAK = re.compile("\r\n|[\n\r\u0085\u2028\u2029]")
"""How the lines of a text may end."""
_ODD_BREAK = re.compile("[\r\u0085\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold, and the control characters it advises against."""
_UNUSUAL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""What ends a line or cannot be held; most texts of one line have none of it."""
_CONTROLS = 0x20
"""How many control characters have a picture in Unicode, in their order."""
_DELETE = 0x7F


def lines(text: str) -> list[str]:
    """Give the lines of a text, however their ends are written."""
    if _ODD_BREAK.search(text) is None:
        return text.split("\n")
    return BREAK.split(text)


def harmless(text: str) -> str:
    """Give a text with every character that XML cannot hold replaced by one visible sign."""
    return _FORBIDDEN.sub(_picture, text)


def seen(text: str) -> str:
    """Give a text as it can be seen: with plain line ends, and signs for what cannot be held."""
    if text.isprintable() or _UNUSUAL.search(text) is None:
        return text
    return "\n".join(harmless(line) for line in lines(text))


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < _CONTROLS:
        return chr(0x2400 + code)
    return "\u2421" if code == _DELETE else "\ufffd"
