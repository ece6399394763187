"""How a text is wrapped that is painted: between words, or in them where one is too long."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

TOP_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
MAX_HEIGHT = 1 << 20


def widest_word(font: QFont, text: str) -> int:
    """Return the width of the widest word of a text in pixels."""
    metrics = QFontMetrics(font)
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0)


def wrap_flags(font: QFont, text: str, width: int) -> int:
    """Return the flags to wrap a text in a width, so that nothing of it is cut."""
    flags = int(Qt.TextFlag.TextWordWrap)
    if widest_word(font, text) > width:
        flags |= int(Qt.TextFlag.TextWrapAnywhere)
    return flags


def measure_text(font: QFont, text: str, width: int) -> int:
    """Return the height of a text that wraps in a width, in pixels."""
    flags = wrap_flags(font, text, width) | TOP_LEFT
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, MAX_HEIGHT), flags, text).height()
