"""Tables with a head row that repeats, rows that do not split, and words for screen readers."""

from __future__ import annotations

from dataclasses import dataclass

from erasmus_desk.export.blocks import Cell, Column, Look, Run, Said, Table
from erasmus_desk.export.word_direction import directed
from erasmus_desk.export.word_text import Setting, attribute, paragraph, plain, runs, written

FILLED = "■"
_KEEP = "<w:keepNext/>"
_RIGHT = '<w:jc w:val="right"/>'
_CENTRE = '<w:jc w:val="center"/>'
_STRONG = "<w:b/><w:bCs/>"
_GROUND = '<w:shd w:val="clear" w:color="auto" w:fill="D5DFEC"/>'
_UPRIGHT = '<w:textDirection w:val="btLr"/>'
_NARROW = '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
_TOGETHER = 18
"""Lines up to which a table is kept on one page: less than half of it."""
_LINE = 110
"""Characters of a whole line of a table, roughly."""
_LETTER, _AROUND, _TALLEST = 104, 240, 2600
"""Of upright heads, in twips: a letter on average, the room around, the greatest height."""
_STYLES = {Look.GRID: "TableGrid", Look.FACTS: "TableFacts", Look.CALENDAR: "TableCalendar"}


@dataclass(frozen=True, slots=True)
class Beside:
    """What a table stands between: whether behind another, and whether before a last line."""

    table_before: bool
    last_line_after: bool


def table(block: Table, setting: Setting, beside: Beside) -> str:
    """Give a table, with a caption above where it or its neighbour asks for one.

    Without a paragraph between them Word would take two tables for one.
    """
    has_caption = block.captioned or beside.table_before
    caption = plain(block.title, "Caption", setting) if has_caption else ""
    widths = _widths(block, setting.width)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = [_head_row(block, widths, setting)]
    together = _is_short(block)
    last = len(block.rows) - 1
    for place, row in enumerate(block.rows):
        keep = beside.last_line_after if place == last else together
        rows.append(_row(row, block, widths, setting, keep=keep))
    properties = _properties(block, setting)
    return f"{caption}<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


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


def _widths(block: Table, whole: int) -> list[int]:
    shares = sum(column.weight for column in block.columns)
    widths = [whole * column.weight // shares for column in block.columns]
    widths[-1] += whole - sum(widths)
    return widths


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
    return _cell(paragraph(style, runs(column.head), more), width, upright)


def _length(column: Column) -> int:
    """Give the height that an upright head needs, in twips: a narrow column has one line."""
    is_narrow = column.run is Run.TIME
    pieces = [column.head.text] if is_narrow else column.head.text.split()
    return min(_TALLEST, _AROUND + _LETTER * max(map(len, pieces), default=0))


def _is_short(block: Table) -> bool:
    """Tell whether a table is short enough to stand on one page."""
    whole = sum(column.weight for column in block.columns)
    lines = sum(
        max(1 + len(cell.text.text) * whole // (_LINE * column.weight) for cell, column in cells)
        for cells in (zip(row, block.columns, strict=True) for row in block.rows)
    )
    return lines <= _TOGETHER


def _row(
    row: tuple[Cell, ...], block: Table, widths: list[int], setting: Setting, *, keep: bool
) -> str:
    is_facts = block.look is Look.FACTS
    more = _KEEP if keep else ""
    cells = (
        _cell(
            _content(cell, column.run, setting, more, is_label=is_facts and not place),
            width,
            (_GROUND if cell.filled else "") + (_NARROW if column.run is Run.TIME else ""),
        )
        for place, (cell, column, width) in enumerate(zip(row, block.columns, widths, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _cell(content: str, width: int, more: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>{content}</w:tc>'


def _content(cell: Cell, run: Run, setting: Setting, more: str, *, is_label: bool) -> str:
    if cell.missing:
        return plain(cell.text, "CellMissing", setting, more)
    if run is Run.TIME:
        # A blank that is no blank: a paragraph must not stand empty.
        sign = Said(FILLED if cell.filled else "\u00a0", cell.text.language)
        return plain(sign, "CellSign", setting, more + _CENTRE)
    style = "CellLabel" if is_label else "Cell"
    if run is Run.TEXT and not cell.strong:
        found = "".join(written(cell.text, setting, style, more))
    else:
        more += _RIGHT if run is Run.NUMBER else ""
        content = runs(cell.text, _STRONG if cell.strong else "")
        more = directed(cell.text.text, more)
        found = paragraph(setting.styles[style], content, more) if content else ""
    return found or plain(Said("–", cell.text.language), "Cell", setting, more)
