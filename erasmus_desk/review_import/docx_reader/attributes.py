"""WordprocessingML names, and tolerant parsing of attribute values."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

from erasmus_desk.moments import parse_moment
from erasmus_desk.review_import.docx_reader.document import RevisionAuthor
from erasmus_desk.review_import.docx_reader.package import Element

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_2010: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

_OFF = frozenset(("0", "false", "off", "no", "none"))
_MAX_DIGITS = 9
_MAX_CODE = 0xFFFF
_DATE_LENGTH = 10
"""Characters of an ISO date without its time."""


def w(name: str) -> str:
    """Return the qualified name of an element or attribute."""
    return f"{{{WORD}}}{name}"


def w14(name: str) -> str:
    """Return the qualified name of an element or attribute of Word 2010."""
    return f"{{{WORD_2010}}}{name}"


VAL: Final = w("val")
_AUTHOR, _DATE = w("author"), w("date")
DATE_UTC: Final = "{http://schemas.microsoft.com/office/word/2023/wordml/word16du}dateUtc"
"""The time in UTC, which Word adds since 2023."""


def read_properties(node: Element | None, *path: str) -> dict[str, Element]:
    """Return by name the children of the element at a path, the first of each name."""
    for name in path:
        node = next(node.iterchildren(name), None) if node is not None else None
    found: dict[str, Element] = {}
    for child in node if node is not None else ():
        found.setdefault(child.tag, child)
    return found


def read_value(node: Element | None) -> str:
    """Return the `w:val` of a property, an empty text if it is absent."""
    return (node.get(VAL) or "") if node is not None else ""


def is_on(node: Element | None) -> bool:
    """Return whether an on/off property is present and not set to off."""
    return node is not None and read_value(node).strip().lower() not in _OFF


def parse_int(text: str | None, default: int = 0) -> int:
    """Parse a number from 0 on; return `default` for anything else."""
    digits = (text or "").strip()
    if digits.isascii() and digits.isdecimal() and len(digits) <= _MAX_DIGITS:
        return int(digits)
    return default


def parse_hex(text: str | None) -> int:
    """Parse the hexadecimal code of a character of the first plane; return 0 for anything else."""
    try:
        number = int((text or "")[:_MAX_DIGITS], 16)
    except ValueError:
        return 0
    return number if 0 < number <= _MAX_CODE else 0


def parse_datetime(text: str | None) -> datetime | None:
    """Parse a time, in UTC unless it names a zone; return `None` for anything else."""
    found = parse_moment((text or "").strip())
    if found is None:
        return None
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def parse_local_datetime(text: str | None, in_utc: str | None = None) -> datetime | None:
    """Parse the time of a change or a comment, which Word writes as local time with a Z.

    `in_utc` is the same in UTC, where a program wrote that too. Without it the zone is unknown,
    and so the time has none, unless it names another one than UTC.
    """
    known = parse_datetime(in_utc)
    if known is not None:
        return known
    written = (text or "").strip()
    is_local = written[-1:] in {"Z", "z"}
    found = parse_moment(written[:-1] if is_local else written)
    if found is None:
        return None
    return found.astimezone(UTC) if found.tzinfo else found


def parse_date(text: str | None) -> date | None:
    """Parse the date of a timestamp, ignoring its time zone."""
    try:
        return date.fromisoformat((text or "").strip()[:_DATE_LENGTH])
    except ValueError:
        return None


def read_author(node: Element) -> RevisionAuthor:
    """Return the author and time of a tracked change."""
    at = parse_local_datetime(node.get(_DATE), node.get(DATE_UTC))
    return RevisionAuthor(node.get(_AUTHOR) or "", at)
