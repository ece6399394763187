"""Texts in the cells of a table: they wrap, and a word wider than its column is broken."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from .drawn_button import break_words

WRAPPED: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
TALLEST: Final = 1 << 20
"""Pixels; no text is as high."""


def measure_text(font: QFont, text: str, width: int) -> int:
    """Return the height of a text in a width."""
    room = QRect(0, 0, width, TALLEST)
    shown = break_text(font, text, width)
    return QFontMetrics(font).boundingRect(room, WRAPPED, shown).height()


def break_text(font: QFont, text: str, width: int) -> str:
    """Return a text whose words may be broken where they are wider than their column."""
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) <= width:
        return text
    is_cut = any(metrics.horizontalAdvance(word) > width for word in text.split(" "))
    return break_words(text, metrics, width) if is_cut else text
