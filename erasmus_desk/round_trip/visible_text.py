"""A text as a Word file shows it: plain line ends, and signs for what XML cannot contain."""

from __future__ import annotations

import re

LINE_BREAK = re.compile("\r\n|[\n\r\u0085\u2028\u2029]")
"""The line ends of a text."""
_ODD_BREAK = re.compile("[\r\u0085\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 forbids, and the control characters it discourages."""
_UNUSUAL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""Line ends and forbidden characters; most texts of one line have none."""
_CONTROLS = 0x20
"""The number of control characters with a control picture in Unicode (U+2400 …)."""
_DELETE = 0x7F


def split_lines(text: str) -> list[str]:
    """Return the lines of a text with any kind of line ends."""
    if _ODD_BREAK.search(text) is None:
        return text.split("\n")
    return LINE_BREAK.split(text)


def join_lines(text: str) -> str:
    """Return a text on one line, as a name is shown; a line end becomes a blank."""
    lines = split_lines(text)
    return text if len(lines) == 1 else " ".join(line for line in lines if line.strip())


def replace_unsupported(text: str) -> str:
    """Return a text with each forbidden character replaced by one visible sign."""
    return _FORBIDDEN.sub(_control_picture, text)


def make_visible(text: str) -> str:
    """Return a text with plain line ends, and signs for forbidden characters."""
    if text.isprintable() or _UNUSUAL.search(text) is None:
        return text
    return "\n".join(replace_unsupported(line) for line in split_lines(text))


def _control_picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < _CONTROLS:
        return chr(0x2400 + code)
    return "\u2421" if code == _DELETE else "\ufffd"
