"""Tables with a repeated header row, unsplit rows, and alternative text for screen readers.

Widths of columns and heights of rows are estimates without font metrics. Letters count as
somewhat wider than the average, so that words and numbers stay on one line if there is room.
"""

from __future__ import annotations

import re
from itertools import accumulate

from erasmus_desk.export.document.blocks import Cell, Column, ColumnType, Table, TableKind
from erasmus_desk.export.word import answers
from erasmus_desk.export.word.text_runs import (
    RenderContext,
    escape_xml,
    render_paragraph,
    render_runs,
    render_text,
)
from erasmus_desk.i18n.figures import join_on_pages

_SMALL_KINDS = {TableKind.CALENDAR, TableKind.LEDGER}
CELL_STYLES = {
    TableKind.CALENDAR: "CellSmall",
    TableKind.LEDGER: "CellSmall",
    TableKind.FIGURES: "CellFigure",
}
QUIET_HEADS = {TableKind.FACTS, TableKind.LABELS, TableKind.FIGURES}
"""Tables whose heads are labels of single answers."""
_LETTER_WIDTH, _SMALL_LETTER_WIDTH = 106, 92
"""The width of a letter in the cells of a table, in twips; the second in small type."""
_FIGURE_WIDTH, _QUIET_LETTER_WIDTH, _FIGURE_MARGINS = 160, 84, 160
"""Of large figures, in twips: their width, that of letters in the heads, the margins of a cell."""
_HEADER_LETTER_WIDTH = 100
"""The width of a letter in a column header, in twips."""
_CELL_MARGINS = 230
"""The margins of a cell, both sides together, in twips."""
_MIN_VERTICAL_WIDTH = 440
"""The minimum width of a column with a vertical header, in twips."""
_MAX_WORD_SHARES = (34, 28, 23, 19, 16, 13, 10, 0)
"""Maximum per cent of the width for a long word; the first with room for all is used."""
_LETTERS = {
    one: width
    for letters, width in {
        "ijl'": 0.4,
        "ftrI.,:;/()-": 0.6,
        "ckszxyvJ": 0.9,
        "OGQ": 1.4,
        "mM": 1.5,
        "Wœæ": 1.8,
        "w": 1.3,
        "ABEFKLPSTVXYZ": 1.2,
    }.items()
    for one in letters
}
"""The widths of letters of Arial, compared with that of an n."""
_LINE_BREAK = re.compile(r"[^\S\u00a0\u202f]+|-")
"""Where a line may break; not at a no-break space."""


def compute_widths(block: Table, whole: int, letter_width: float = 1) -> list[int]:
    """Return the widths of the columns in twips; their sum is `whole`.

    They follow the weights of the columns, but no column is narrower than its longest word if
    there is room for all. `letter_width` is that of the font, compared with Arial.
    """
    shares = [column.weight for column in block.columns]
    words = [
        _measure_words(column, [row[place].text.text for row in block.rows], block.kind)
        for place, column in enumerate(block.columns)
    ]
    margins = _FIGURE_MARGINS if block.kind is TableKind.FIGURES else _CELL_MARGINS
    inside, wanted = (
        [int(margins + letter_width * one) if one else 0 for one in found]
        for found in zip(*words, strict=True)
    )
    # Rather than a large figure the word above it breaks.
    least = inside if block.kind is TableKind.FIGURES and sum(inside) <= whole else [0] * len(words)
    tried = (
        [max(hard, min(one, whole * share // 100)) for hard, one in zip(least, wanted, strict=True)]
        for share in _MAX_WORD_SHARES
    )
    widths = _divide_width(shares, next(least for least in tried if sum(least) <= whole), whole)
    widths[-1] += whole - sum(widths)
    return widths


def _divide_width(shares: list[int], least: list[int], whole: int) -> list[int]:
    """Divide the width by shares, but give each column at least its minimum."""
    short: set[int] = set()
    while True:
        rest = whole - sum(least[place] for place in short)
        parts = sum(share for place, share in enumerate(shares) if place not in short)
        widths = [
            least[place] if place in short else rest * share // max(1, parts)
            for place, share in enumerate(shares)
        ]
        new = {place for place, width in enumerate(widths) if width < least[place]} - short
        if not new:
            return widths
        short |= new


def _get_letter_width(kind: TableKind) -> int:
    if kind is TableKind.FIGURES:
        return _FIGURE_WIDTH
    return _SMALL_LETTER_WIDTH if kind in _SMALL_KINDS else _LETTER_WIDTH


def _measure_words(column: Column, cells: list[str], kind: TableKind) -> tuple[int, int]:
    """Return the width of the longest word in the cells of a column, and with its head.

    Without margins; a column of signs needs nothing.
    """
    if column.type is ColumnType.TIME:
        return 0, 0
    # Numbers do not break, whatever separates their digits.
    is_number = column.type is ColumnType.NUMBER
    pieces = (
        cells
        if is_number
        else (word for one in cells for word in _LINE_BREAK.split(join_on_pages(one)))
    )
    inside = _get_letter_width(kind) * max(map(len, pieces), default=0)
    words = column.head.text.split()
    head = _HEADER_LETTER_WIDTH * max(map(len, words), default=0)
    if kind is TableKind.FIGURES:
        # Room is scarce above the figures, so that narrow letters count as such.
        head = int(_QUIET_LETTER_WIDTH * max(map(_count_letters, words), default=0))
    return inside, max(inside, _MIN_VERTICAL_WIDTH - _CELL_MARGINS if column.is_vertical else head)


def _count_letters(word: str) -> float:
    """Return how many letters of the usual width a word is as long as, in Arial."""
    return sum(_LETTERS.get(one, 1.3 if one.isupper() else 1.0) for one in word)


def count_lines(block: Table, widths: list[int]) -> list[int]:
    """Return the number of lines of each row, in columns of these widths."""
    letter = _get_letter_width(block.kind)
    room = [max(1, (width - _CELL_MARGINS) // letter) for width in widths]
    return [
        max(
            sum(
                1 + len(line) // most
                for text in (cell.text, *cell.notes)
                for line in text.text.splitlines() or [""]
            )
            for cell, most in zip(row, room, strict=True)
        )
        for row in block.rows
    ]


_KEEP_WITH_NEXT = "<w:keepNext/>"

_SPACE_ABOVE = '<w:spacing w:before="90"/>'
"""For a row that heads others or is a sum."""
_RIGHT = '<w:jc w:val="right"/>'
_SHADING = '<w:shd w:val="clear" w:color="auto" w:fill="D5DFEC"/>'
_VERTICAL_TEXT = '<w:textDirection w:val="btLr"/>'
_NO_CELL_MARGINS = (
    '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
)
_MAX_KEPT_LINES, _MAX_KEPT_CALENDAR = 12, 40
"""Lines up to which a table stays on one page; more would leave too much of a page empty, or, of a
calendar that is read as a whole, would be more than a page."""
_MIN_LINES = 3
"""Lines that are never alone at the bottom or the top of a page."""
_MAX_ROW_LINES, _MAX_ROW_LINES_LANDSCAPE, _LANDSCAPE_WIDTH = 45, 28, 10500
"""Lines from which a row may split, as it nearly fills a page; twips of a landscape page."""
_VERTICAL_LETTER, _VERTICAL_MARGIN, _MAX_HEADER_HEIGHT = 88, 220, 2600
"""Of vertical headers, in twips: an average letter, the margins, the maximum height."""
_VERTICAL_LINE = 182
"""The height of their lines, in twips."""


def render_table(
    block: Table, context: RenderContext, *, table_before: bool, keeps_next: bool
) -> str:
    """Render a table, with a caption if it has one or comes after another table.

    Without a paragraph between them, Word would join two tables. With `keeps_next` its last row
    stays with what follows.
    """
    has_caption = block.has_caption or table_before
    caption = render_text(block.title, "Caption", context) if has_caption else ""
    columns = compute_widths(block, context.width, context.letter_width)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    rows = [_render_header_row(block, columns, context)]
    heights = count_lines(block, columns)
    tallest = _MAX_ROW_LINES if context.width < _LANDSCAPE_WIDTH else _MAX_ROW_LINES_LANDSCAPE
    kept = _find_kept_rows(block, heights, last=keeps_next)
    for row, keep, tall in zip(block.rows, kept, heights, strict=True):
        is_whole = tall <= tallest
        keep_with_next = _KEEP_WITH_NEXT if is_whole and keep else ""
        cells = _render_row(row, block, columns, context, keep_with_next)
        split = "<w:trPr><w:cantSplit/></w:trPr>" if is_whole else ""
        rows.append(f"<w:tr>{split}{cells}</w:tr>")
    properties = _render_properties(block, context)
    return f"{caption}<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _find_kept_rows(block: Table, lines: list[int], *, last: bool) -> list[bool]:
    """Return for each row whether it stays on the page of the next one.

    A short table stays whole. Of a longer one, neither the first and last lines nor a row that
    heads others are alone on a page.
    """
    count, whole = len(lines), sum(lines)
    if whole <= (_MAX_KEPT_CALENDAR if block.kind is TableKind.CALENDAR else _MAX_KEPT_LINES):
        return [True] * (count - 1) + [last]
    above = list(accumulate(lines))
    return [
        last
        if place == count - 1
        else above[place] < _MIN_LINES
        or whole - above[place] < _MIN_LINES
        # A row with a bold first cell heads the rows after it.
        or (block.kind in _SMALL_KINDS and block.rows[place][0].is_bold)
        for place in range(count)
    ]


def _render_properties(block: Table, context: RenderContext) -> str:
    first_column = 1 if block.kind is TableKind.FACTS else 0
    return (
        f'<w:tblPr><w:tblStyle w:val="{context.styles[f"Table{block.kind.value.capitalize()}"]}"/>'
        f'<w:tblW w:w="{context.width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{"06A0" if first_column else "0620"}" '
        f'w:firstRow="1" w:lastRow="0" w:firstColumn="{first_column}" w:lastColumn="0" '
        'w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape_xml(block.title.text)}"/>'
        f'<w:tblDescription w:val="{escape_xml(block.description.text)}"/></w:tblPr>'
    )


def _render_header_row(block: Table, widths: list[int], context: RenderContext) -> str:
    cells = (
        _render_header_cell(column, width, block.kind, context)
        for column, width in zip(block.columns, widths, strict=True)
    )
    tall = max(
        (
            _compute_header_height(column, width)
            for column, width in zip(block.columns, widths, strict=True)
            if column.is_vertical
        ),
        default=0,
    )
    height = f'<w:trHeight w:val="{tall}" w:hRule="exact"/>' if tall else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}<w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _render_header_cell(column: Column, width: int, kind: TableKind, context: RenderContext) -> str:
    style = context.styles["CellHeadQuiet" if kind in QUIET_HEADS else "CellHead"]
    is_right = column.type is ColumnType.NUMBER and not column.is_vertical
    properties = _KEEP_WITH_NEXT + (_RIGHT if is_right else "")
    content = render_paragraph(style, render_runs(column.head), properties)
    if column.is_vertical:
        is_time = column.type is ColumnType.TIME
        margins, align = (_NO_CELL_MARGINS, "center") if is_time else ("", "bottom")
        vertical = f'{margins}{_VERTICAL_TEXT}<w:vAlign w:val="{align}"/>'
        return _render_cell(content, width, vertical)
    if column.translation:
        content += render_text(column.translation, "CellBeside", context, properties)
    return _render_cell(content, width)


def _compute_header_height(column: Column, width: int) -> int:
    """Return the height of a vertical header in twips, whose lines have the width of the column."""
    words = column.head.text.split()
    most = max(1, (width - _CELL_MARGINS) // _VERTICAL_LINE)
    if column.type is ColumnType.TIME:
        most = 1
    letters = max(map(len, words), default=0)
    while _count_wrapped(words, letters) > most and letters < len(column.head.text):
        letters += 1
    return min(_MAX_HEADER_HEIGHT, _VERTICAL_MARGIN + _VERTICAL_LETTER * letters)


def _count_wrapped(words: list[str], letters: int) -> int:
    """Return the number of lines of words in lines of so many letters."""
    lines, used = 0, letters + 1
    for word in words:
        used += 1 + len(word)
        if used > letters:
            lines, used = lines + 1, len(word)
    return lines


def _render_row(
    row: tuple[Cell, ...], block: Table, widths: list[int], context: RenderContext, properties: str
) -> str:
    properties += _SPACE_ABOVE if block.kind is TableKind.LEDGER and row[0].is_bold else ""
    style = CELL_STYLES.get(block.kind, "Cell")
    first_style = "CellLabel" if block.kind is TableKind.FACTS else style
    cells: list[str] = []
    for cell, column, width in zip(row, block.columns, widths, strict=True):
        cell_style = style if cells else first_style
        if cell.bar:
            content = answers.render_bar(cell, context, cell_style, properties, width)
        else:
            content = answers.render_cell(cell, column.type, context, cell_style, properties)
        for note in cell.notes:
            content += render_text(note, "CellBeside", context, properties)
        shading = _SHADING if cell.is_filled else ""
        margins = _NO_CELL_MARGINS if column.type is ColumnType.TIME else ""
        cells.append(_render_cell(content, width, shading + margins))
    return "".join(cells)


def _render_cell(content: str, width: int, properties: str = "") -> str:
    size = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{size}{properties}</w:tcPr>{content}</w:tc>"
