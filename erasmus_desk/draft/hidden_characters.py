"""Characters of a text that cannot be seen: they are counted, and removed if the user wants."""

from __future__ import annotations

import re
from typing import Final

from erasmus_desk.draft.model import Value

LINE_BREAK: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
"""Line breaks of Windows, of Word and PowerPoint (`\\x0b`), and of the pages of a PDF."""
_CONTROLS: Final = "".join(map(chr, (*range(9), 11, 12, *range(14, 32), 127)))
HIDDEN_SIGNS: Final = _CONTROLS + "".join(
    map(chr, (*range(0x80, 0x85), *range(0x86, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F),
              *range(0x2066, 0x206A), 0xFFFE, 0xFFFF))
)  # fmt: skip
"""Control characters, what Unicode keeps free, and marks of the direction of writing."""
HIDDEN: Final = re.compile(f"[{re.escape(HIDDEN_SIGNS)}\ud800-\udfff]")
"""What cannot be seen in a text, halves of characters among it."""


_UNSEEN: Final = "".join(
    map(chr, (*range(9, 14), *range(28, 33), 0x85, 0xA0, 0xAD, 0x61C, 0x1680, 0x180E, 0x3000,
              0xFEFF, *range(0x2000, 0x2010), *range(0x2028, 0x2030), *range(0x205F, 0x2070)))
)  # fmt: skip
"""White space, soft hyphens, joiners and marks of direction: alone they show nothing at all."""


def is_blank(text: str) -> bool:
    """Return whether a text shows nothing, on a screen or on paper."""
    return not text.strip(_UNSEEN)


def is_empty(value: Value | None) -> bool:
    """Return whether there is no answer: nothing, only what shows nothing, or no choice."""
    return is_blank(value) if isinstance(value, str) else value is None or value == ()


def has_hidden(text: str) -> bool:
    """Return whether a text has characters that cannot be seen; as fast as each key needs it."""
    try:
        text.encode()  # fails at half a character
    except UnicodeEncodeError:
        return True
    signs = _CONTROLS if text.isascii() else HIDDEN_SIGNS
    return any(sign in text for sign in signs)


def remove_hidden(text: str) -> str:
    """Return a text without characters that cannot be seen; breaks of lines become plain ones."""
    return HIDDEN.sub("", LINE_BREAK.sub("\n", text))
