"""Text that is drawn: nothing of it is cut, however long a word is."""

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from ui.widgets.drawn_button import BREAK, break_words
from ui.widgets.hyphens import HYPHEN


@pytest.mark.parametrize("width", [1, 60, 172, 1000])
def test_a_word_wider_than_its_place_is_broken_and_no_letter_is_lost(
    qapp: QApplication, width: int
) -> None:
    metrics = QFontMetrics(QFont(qapp.font()))
    text = "KA220 2026: Samenwerkingspartnerschappen in Europa"
    broken = break_words(text, metrics, width)
    assert broken.replace(BREAK, "").replace(HYPHEN, "") == text
    pieces = broken.replace(BREAK, " ").replace(HYPHEN, "- ").split(" ")
    assert all(len(one) == 1 or metrics.horizontalAdvance(one) <= width for one in pieces)
    assert (broken == text) == (width == 1000)
