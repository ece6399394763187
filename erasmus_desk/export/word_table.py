"""Tables with a head row that repeats, rows that do not split, and words for screen readers."""

from __future__ import annotations

from erasmus_desk.export.blocks import Cell, Look, Said, Table
from erasmus_desk.export.word_text import Setting, attribute, paragraph, plain, runs, written

_STYLES = {Look.GRID: "TableGrid", Look.FACTS: "TableFacts"}


def table(block: Table, setting: Setting, *, follows_table: bool) -> str:
    """Give a table, with a caption above where its look or its neighbour asks for one.

    Without a paragraph between them Word would take two tables for one.
    """
    has_caption = block.look is Look.GRID or follows_table
    caption = plain(block.title, "Caption", setting) if has_caption else ""
    widths = _widths(block, setting.width)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = [_head_row(block, widths, setting)]
    rows += [_row(row, block, widths, setting) for row in block.rows]
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
    style = setting.styles["CellHead"]
    cells = (
        _cell(paragraph(style, runs(column.head), "<w:keepNext/>"), width)
        for column, width in zip(block.columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _row(row: tuple[Cell, ...], block: Table, widths: list[int], setting: Setting) -> str:
    is_facts = block.look is Look.FACTS
    cells = (
        _cell(_content(cell, setting, is_label=is_facts and not place), width)
        for place, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _cell(content: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _content(cell: Cell, setting: Setting, *, is_label: bool) -> str:
    if cell.missing:
        return plain(cell.text, "CellMissing", setting)
    style = "CellLabel" if is_label else "Cell"
    found = "".join(written(cell.text, setting, style))
    return found or plain(Said("–", cell.text.language), style, setting)
