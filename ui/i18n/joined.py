"""Short texts side by side on one line, with a dot between them."""

from __future__ import annotations

from typing import Final

SEPARATOR: Final = "\u00a0· "
"""The dot between two texts. Where the line wraps it ends a line, and never begins one."""


def join_parts(*parts: str) -> str:
    """Return texts with a dot between them, without those that are empty."""
    return SEPARATOR.join(part for part in parts if part)


def keep_together(text: str) -> str:
    """Return a short text in which no line ends: a moment, a name with its number."""
    return text.replace(" ", "\u00a0")
