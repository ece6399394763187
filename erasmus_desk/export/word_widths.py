"""How wide the columns of a table are, and how many lines its rows take: estimated, not set.

No font is asked: a letter is taken for somewhat wider than it is on average, so that words
and figures stay on one line where the page has room for them at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from erasmus_desk.export.blocks import Column, Look, Run, Table

_LETTER = {Look.GRID: 106, Look.FACTS: 106, Look.CALENDAR: 92, Look.LEDGER: 92}
"""The width of a letter in the cells of a table, in twips."""
_HEAD = 100
"""The width of a letter in the head of a column, in twips."""
_ROOM = 230
"""The room that a cell keeps free beside its words, both sides together, in twips."""
_UPRIGHT = 440
"""The least width of a column whose head stands upright, in twips."""
_GREED = (34, 28, 23, 19, 16, 13, 10, 0)
"""Per cent of a table that one long word or address may claim, down to where all have room."""
_GAP = re.compile(r"[^\S\u00a0\u202f]+|-")
"""Where a line may break: not at the blanks that keep words together."""


def widths(block: Table, whole: int) -> list[int]:
    """Give the widths of the columns in twips; together they fill `whole`.

    They follow the shares of the columns, but no column is narrower than its longest word,
    as long as all of them have room.
    """
    shares = [column.weight for column in block.columns]
    wanted = [
        _least(column, cells, block.look)
        for column, cells in zip(block.columns, _cells(block), strict=True)
    ]
    tried = ([min(one, whole * greed // 100) for one in wanted] for greed in _GREED)
    found = _shared(shares, next(least for least in tried if sum(least) <= whole), whole)
    found[-1] += whole - sum(found)
    return found


def _shared(shares: list[int], least: list[int], whole: int) -> list[int]:
    """Divide the width: who gets less than the least gets that, the others share the rest."""
    short: set[int] = set()
    while True:
        rest = whole - sum(least[place] for place in short)
        parts = sum(share for place, share in enumerate(shares) if place not in short)
        found = [
            least[place] if place in short else rest * share // max(1, parts)
            for place, share in enumerate(shares)
        ]
        new = {place for place, width in enumerate(found) if width < least[place]} - short
        if not new:
            return found
        short |= new


def _cells(block: Table) -> Iterator[list[str]]:
    for place in range(len(block.columns)):
        yield [row[place].text.text for row in block.rows]


def _least(column: Column, cells: list[str], look: Look) -> int:
    if column.run is Run.TIME:
        return 0
    # A figure never breaks, whatever stands between its digits.
    pieces = cells if column.run is Run.NUMBER else (w for one in cells for w in _GAP.split(one))
    inside = _LETTER[look] * max(map(len, pieces), default=0) + _ROOM
    head = _HEAD * max(map(len, column.head.text.split()), default=0) + _ROOM
    return max(inside, _UPRIGHT if column.upright else head)


def lines(block: Table, found: list[int]) -> list[int]:
    """Give how many lines each row takes, in columns of these widths."""
    letter = _LETTER[block.look]
    room = [max(1, (width - _ROOM) // letter) for width in found]
    return [
        max(
            sum(
                1 + len(line) // most
                for text in (cell.text, *cell.below)
                for line in text.text.splitlines() or [""]
            )
            for cell, most in zip(row, room, strict=True)
        )
        for row in block.rows
    ]
