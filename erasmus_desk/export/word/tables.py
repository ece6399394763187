"""Tables with a head row that repeats, rows that do not split, and words for screen readers.

How wide the columns of a table are, and how many lines its rows take: estimated, not set.

No font is asked: a letter is taken for somewhat wider than it is on average, so that words
and figures stay on one line where the page has room for them at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from msgspec import Struct

from erasmus_desk.export.document import visible_text
from erasmus_desk.export.document.blocks import Cell, Column, Look, Run, Said, Table
from erasmus_desk.export.word import answers
from erasmus_desk.export.word.text_runs import Setting, attribute, paragraph, plain, runs

_LETTER_WIDTH = {Look.GRID: 106, Look.FACTS: 106, Look.CALENDAR: 92, Look.LEDGER: 92}
"""The width of a letter in the cells of a table, in twips."""
_HEAD = 100
"""The width of a letter in the head of a column, in twips."""
_ROOM = 230
"""The room that a cell keeps free beside its words, both sides together, in twips."""
_UPRIGHT_WIDTH = 440
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
    inside = _LETTER_WIDTH[look] * max(map(len, pieces), default=0) + _ROOM
    head = _HEAD * max(map(len, column.head.text.split()), default=0) + _ROOM
    return max(inside, _UPRIGHT_WIDTH if column.upright else head)


def lines(block: Table, found: list[int]) -> list[int]:
    """Give how many lines each row takes, in columns of these widths."""
    letter = _LETTER_WIDTH[block.look]
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


FILLED = visible_text.FILLED
_KEEP = "<w:keepNext/>"
_WHOLE = "<w:cantSplit/>"
_APART = '<w:spacing w:before="90"/>'
"""Above a row that heads others, or that holds a sum."""
_RIGHT = '<w:jc w:val="right"/>'
_GROUND = '<w:shd w:val="clear" w:color="auto" w:fill="D5DFEC"/>'
_UPRIGHT = '<w:textDirection w:val="btLr"/>'
_NARROW = '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
_TOGETHER = 12
"""Lines up to which a table is kept on one page: more would leave too much of a page empty."""
_ALONE = 3
"""Lines that never stand alone at the foot or the top of a page."""
_TALL, _TALL_WIDE, _WIDE = 45, 28, 10500
"""Lines from which a row may split, being near to taller than its page; twips of a wide page."""
_LETTER, _AROUND, _TALLEST = 104, 240, 2600
"""Of upright heads, in twips: a letter on average, the room around, the greatest height."""
_STYLES = {
    Look.GRID: "TableGrid",
    Look.FACTS: "TableFacts",
    Look.CALENDAR: "TableCalendar",
    Look.LEDGER: "TableLedger",
}
_SMALL = {Look.CALENDAR, Look.LEDGER}


class Beside(Struct, frozen=True):
    """What a table stands between: whether behind another, and whether before a last line."""

    table_before: bool
    last_line_after: bool


def table(block: Table, setting: Setting, beside: Beside) -> str:
    """Give a table, with a caption above where it or its neighbour asks for one.

    Without a paragraph between them Word would take two tables for one.
    """
    has_caption = block.captioned or beside.table_before
    caption = plain(block.title, "Caption", setting) if has_caption else ""
    columns = widths(block, setting.width)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    rows = [_head_row(block, columns, setting)]
    heights = lines(block, columns)
    tallest = _TALL if setting.width < _WIDE else _TALL_WIDE
    kept = _kept(block, heights, last=beside.last_line_after)
    for row, keep, tall in zip(block.rows, kept, heights, strict=True):
        how = "" if tall > tallest else _WHOLE
        rows.append(_row(row, block, columns, setting, _Hold(how, keep and bool(how))))
    properties = _properties(block, setting)
    return f"{caption}<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _kept(block: Table, lines: list[int], *, last: bool) -> list[bool]:
    """Tell for each row whether it stays on the page of the next one.

    A short table stays whole. Of a longer one neither the first nor the last lines stand
    alone, nor does a row that heads others.
    """
    count, whole = len(lines), sum(lines)
    if whole <= _TOGETHER:
        return [True] * (count - 1) + [last]
    above = list(accumulate(lines))
    return [
        last
        if place == count - 1
        else above[place] < _ALONE
        or whole - above[place] < _ALONE
        # A row that is strong from its first cell on heads those behind it.
        or (block.look is Look.LEDGER and block.rows[place][0].strong)
        for place in range(count)
    ]


def _properties(block: Table, setting: Setting) -> str:
    first_column = 1 if block.look is Look.FACTS else 0
    return (
        f'<w:tblPr><w:tblStyle w:val="{setting.styles[_STYLES[block.look]]}"/>'
        f'<w:tblW w:w="{setting.width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{"06A0" if first_column else "0620"}" '
        f'w:firstRow="1" w:lastRow="0" w:firstColumn="{first_column}" w:lastColumn="0" '
        'w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{attribute(block.title.text)}"/>'
        f'<w:tblDescription w:val="{attribute(block.description.text)}"/></w:tblPr>'
    )


def _head_row(block: Table, widths: list[int], setting: Setting) -> str:
    cells = (
        _head(column, width, block.look, setting)
        for column, width in zip(block.columns, widths, strict=True)
    )
    tall = max((_length(column) for column in block.columns if column.upright), default=0)
    height = f'<w:trHeight w:val="{tall}" w:hRule="exact"/>' if tall else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}<w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _head(column: Column, width: int, look: Look, setting: Setting) -> str:
    style = setting.styles["CellHeadQuiet" if look is Look.FACTS else "CellHead"]
    is_right = column.run is Run.NUMBER and not column.upright
    more = _KEEP + (_RIGHT if is_right else "")
    narrow = _NARROW if column.run is Run.TIME else ""
    place = "center" if column.run is Run.TIME else "bottom"
    upright = f'{narrow}{_UPRIGHT}<w:vAlign w:val="{place}"/>' if column.upright else ""
    below = (column.below,) if column.below and not column.upright else ()
    content = paragraph(style, runs(column.head), more) + _below(below, setting, more)
    return _cell(content, width, upright)


def _length(column: Column) -> int:
    """Give the height that an upright head needs, in twips: a narrow column has one line."""
    is_narrow = column.run is Run.TIME
    pieces = [column.head.text] if is_narrow else column.head.text.split()
    return min(_TALLEST, _AROUND + _LETTER * max(map(len, pieces), default=0))


class _Hold(Struct, frozen=True):
    """How a row holds together: the mark of one that does not split, and with the next one."""

    whole: str
    keep: bool


def _row(
    row: tuple[Cell, ...], block: Table, widths: list[int], setting: Setting, hold: _Hold
) -> str:
    is_facts = block.look is Look.FACTS
    more = _KEEP if hold.keep else ""
    more += _APART if block.look is Look.LEDGER and row[0].strong else ""
    style = "CellSmall" if block.look in _SMALL else "Cell"
    cells = (
        _cell(
            answers.cell(
                cell, column.run, setting, "CellLabel" if is_facts and not place else style, more
            )
            + _below(cell.below, setting, more),
            width,
            (_GROUND if cell.filled else "") + (_NARROW if column.run is Run.TIME else ""),
        )
        for place, (cell, column, width) in enumerate(zip(row, block.columns, widths, strict=True))
    )
    properties = f"<w:trPr>{hold.whole}</w:trPr>" if hold.whole else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def _below(words: tuple[Said, ...], setting: Setting, more: str) -> str:
    return "".join(plain(one, "CellBeside", setting, more) for one in words)


def _cell(content: str, width: int, more: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>{content}</w:tc>'
