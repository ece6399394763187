"""Words in the quotation marks of the language of the window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

_PLACE: Final = "\0"


def quote(text: str) -> str:
    """Return a text in quotation marks."""
    opening, closing = find_marks()
    return f"{opening}{text}{closing}"


def find_marks() -> tuple[str, str]:
    """Return the marks before and after quoted words, with the blanks that belong to them."""
    opening, _, closing = (
        QCoreApplication.translate("Quotes", "“{}”").format(_PLACE).partition(_PLACE)
    )
    return opening, closing
