"""A text as it was sent and the lines that came back become one text, to the letter."""

from __future__ import annotations

from collections.abc import Sequence

from erasmus_desk.exchange.returned import Line
from erasmus_desk.sent.shown import harmless, lines


def plain(text: str) -> str:
    """Give what of a line has to be the same for it to count as the same."""
    return " ".join(harmless(text).split())


def rebuilt(sent: str, came: Sequence[Line]) -> str:
    """Give the text that came back; what is unchanged is as it was sent, to the letter."""
    new = [part for line in came for part in lines(line.text) if part.strip()]
    old = [part for part in lines(sent) if part.strip()]
    if [plain(one) for one in new] == [plain(one) for one in old]:
        return sent
    return "\n".join(new)
