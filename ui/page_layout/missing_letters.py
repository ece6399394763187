"""The characters that no font of the computer has: pages would show boxes in their place."""

from __future__ import annotations

import unicodedata

from PySide6.QtGui import QFont, QTextLayout

from .boxes import TextItem
from .document_layout import LaidOutDocument

_DRAWN = ("L", "N", "P", "S")
"""Categories of Unicode whose characters are drawn: letters, numbers, punctuation, symbols."""


def find_missing_letters(document: LaidOutDocument) -> dict[str, int]:
    """Return the characters without a glyph, each with the number of its first page."""
    known: set[str] = set()
    missing: dict[str, int] = {}
    for number, page in enumerate(document.pages, start=1):
        for item in (item for placed in page.lines for item in placed.line.items):
            # All lines of a paragraph have its whole text: with the first, all of it is read.
            if not isinstance(item, TextItem) or item.line.index:
                continue
            layout = item.line.layout
            text = layout.text()
            for letter in set[str]() if text.isascii() else set(text) - known:
                known.add(letter)
                if not _has_glyph(letter, layout.font()):
                    missing[letter] = number
    return missing


def _has_glyph(letter: str, font: QFont) -> bool:
    if letter.isascii() or unicodedata.category(letter)[0] not in _DRAWN:
        return True
    layout = QTextLayout(letter, font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return all(0 not in run.glyphIndexes() for run in line.glyphRuns())
