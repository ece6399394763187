"""Tables with a head row that repeats, rows that do not split, and words for screen readers."""

from __future__ import annotations

from erasmus_desk.export.blocks import Cell, Look, Said, Table
from erasmus_desk.export.word_text import Setting, attribute, paragraph, plain, runs, written

_KEEP = "<w:keepNext/>"
_TOGETHER = 18
"""Lines up to which a table is kept on one page: less than half of it."""
_LINE = 110
"""Characters of a whole line of a table, roughly."""
_STYLES = {Look.GRID: "TableGrid", Look.FACTS: "TableFacts"}


def table(block: Table, setting: Setting, *, follows_table: bool) -> str:
    """Give a table, with a caption above where it or its neighbour asks for one.

    Without a paragraph between them Word would take two tables for one.
    """
    has_caption = block.captioned or follows_table
    caption = plain(block.title, "Caption", setting) if has_caption else ""
    widths = _widths(block, setting.width)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = [_head_row(block, widths, setting)]
    together = _is_short(block)
    last = len(block.rows) - 1
    rows += [
        _row(row, block, widths, setting, keep=together and place < last)
        for place, row in enumerate(block.rows)
    ]
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
    style = setting.styles["CellHead" if block.look is Look.GRID else "CellHeadQuiet"]
    cells = (
        _cell(paragraph(style, runs(column.head), _KEEP), width)
        for column, width in zip(block.columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


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
        _cell(_content(cell, setting, more, is_label=is_facts and not place), width)
        for place, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _cell(content: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _content(cell: Cell, setting: Setting, more: str, *, is_label: bool) -> str:
    if cell.missing:
        return plain(cell.text, "CellMissing", setting, more)
    style = "CellLabel" if is_label else "Cell"
    found = "".join(written(cell.text, setting, style, more))
    return found or plain(Said("–", cell.text.language), style, setting, more)
