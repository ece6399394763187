"""Characters that Qt's text boxes cannot hold: shown by a stand-in, kept as they came.

Qt turns the line ends of other systems into its own and drops half characters. Somebody who
edits one word of such an answer must not change all the rest of it.
"""

from __future__ import annotations

import re

from erasmus_desk.draft.splices import splice

_PIECE = re.compile("\r\n|.", re.DOTALL)
_UNHELD = re.compile("[\r\u2028\u2029\ufdd0\ufdd1\ud800-\udfff]")
_BREAKS = ("\r\n", "\r", "\u2028", "\u2029")
_UNKNOWN = "\ufffd"


def held(text: str) -> str:
    """Give a text as a box can hold it: one character for each piece of it."""
    if _UNHELD.search(text) is None:
        return text
    return "".join(_stand_in(piece) for piece in _PIECE.findall(text))


def kept(text: str, shown: str) -> str:
    """Give what became of a text when a box that held it shows something else now.

    Only what differs is taken from the box; all around it stays as it came.
    """
    if _UNHELD.search(text) is None:
        return shown
    pieces = _PIECE.findall(text)
    start, gone, come = splice(held(text), shown)
    left = "".join(pieces[:start])
    right = "".join(pieces[start + len(gone) :])
    rest = f"{come}{right}"
    if left.endswith("\r") and rest.startswith("\n"):
        # Breaks of their own, which together would read as the one of Windows.
        stem = left.rstrip("\r")
        left = stem + "\n" * (len(left) - len(stem))
    return left + rest


def units(text: str) -> int:
    """Count as Qt does, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _stand_in(piece: str) -> str:
    if piece in _BREAKS:
        return "\n"
    return _UNKNOWN if _UNHELD.match(piece) else piece
