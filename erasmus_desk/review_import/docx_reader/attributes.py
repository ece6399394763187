"""Names of WordprocessingML, and what its attributes say: nothing in them is taken for granted."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

from erasmus_desk.review_import.docx_reader.document import By
from erasmus_desk.review_import.docx_reader.package import Element

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_2010: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

_OFF = frozenset(("0", "false", "off", "no", "none"))
_LONGEST_NUMBER = 9
_DAY = 10
"""Characters of a date without its time."""


def w(name: str) -> str:
    """Give the full name of an element or attribute."""
    return f"{{{WORD}}}{name}"


def w14(name: str) -> str:
    """Give the full name of an element or attribute that came with Word 2010."""
    return f"{{{WORD_2010}}}{name}"


VAL: Final = w("val")
_AUTHOR, _DATE = w("author"), w("date")


def value(node: Element | None) -> str:
    """Give what a property says, an empty text where it is not there."""
    return (node.get(VAL) or "") if node is not None else ""


def is_on(node: Element | None) -> bool:
    """Tell whether a property that is on or off is on: there, and not said to be off."""
    return node is not None and value(node).strip().lower() not in _OFF


def whole(text: str | None, default: int = 0) -> int:
    """Give a number from 0 on; for everything else, `default`."""
    plain = (text or "").strip()
    if plain.isascii() and plain.isdecimal() and len(plain) <= _LONGEST_NUMBER:
        return int(plain)
    return default


def moment(text: str | None) -> datetime | None:
    """Give a moment, in UTC as Word says, or `None`."""
    try:
        found = datetime.fromisoformat((text or "").strip())
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def day(text: str | None) -> date | None:
    """Give the day of a moment as it is written, without a regard to its time zone."""
    try:
        return date.fromisoformat((text or "").strip()[:_DAY])
    except ValueError:
        return None


def by(node: Element) -> By:
    """Give who made a tracked change, and when."""
    return By(node.get(_AUTHOR) or "", moment(node.get(_DATE)))
