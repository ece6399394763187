"""What is said of the length of a text as it comes near its limit, on screen and aloud."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from erasmus_desk.call.form import Limit

from ..i18n import plurals
from ..widgets.accessibility import announce

WARNING_SHARE: Final = 0.9
"""Share of the limit from which the counter warns."""


def describe_room(used: int, limit: Limit) -> str:
    """Return how much is left or too much; nothing while the limit is far."""
    is_words = limit.rule == "words"
    if used > limit.most:
        return (plurals.words_over if is_words else plurals.characters_over)(used - limit.most)
    if used >= limit.most * WARNING_SHARE:
        return (plurals.words_left if is_words else plurals.characters_left)(limit.most - used)
    return ""


class LimitNotice:
    """Tells a screen reader when the text that is typed crosses its limit, once each way."""

    def __init__(self, box: QWidget) -> None:
        self._box = box
        self._is_over = False

    def announce_crossing(self, used: int, limit: Limit, text: str) -> None:
        """Announce the text that is shown below the box if the limit was just crossed."""
        is_over = used > limit.most
        if is_over != self._is_over:
            self._is_over = is_over
            if self._box.hasFocus():
                announce(self._box, text)
