"""Tables as boxes: a header that is repeated on each page, rows that are not split."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import inf

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRectF

from erasmus_desk.export.document.blocks import Cell, Column, ColumnType, Table, TableKind
from erasmus_desk.export.document.visible_text import FILLED_CELL
from erasmus_desk.export.word import answers, tables
from erasmus_desk.export.word.style_sheet import PageGeometry, Stroke

from .boxes import AnswerArea, Background, Box, BoxLine, Rule, Tag, TagRole, TextItem
from .line_layout import Alignment, TextRun, layout_lines, measure_width
from .paragraph_layout import StyledParagraph, build_answer_paragraphs, build_paragraph
from .styles import StyleSheet, TextStyle

_SCHEDULED_COLOUR = "D5DFEC"
"""The background of a filled cell in a calendar, as in the Word file."""
_SHORT_TABLE, _SHORT_CALENDAR = 0.22, 0.85
"""Of a page: a table that is not higher is kept on one page; a calendar is read as a whole."""
_BAR_SPACE = 50
"""Between a bar and its figure."""
_MIN_LINES = 3
"""Lines that are never alone at the bottom or the top of a page."""
_MAX_HEADER_HEIGHT, _HEADER_PADDING = 2600, 200
"""Of rotated column headings: the greatest height of the text, and the space around it."""


class _CellBox(Struct, frozen=True):
    """A cell laid out: its position in the row, its lines, its background and its answer's key.

    The positions of its lines count from the top left of its text.
    """

    left: float
    width: float
    lines: tuple[TextItem, ...]
    background: str = ""
    key: str = ""
    has_padding: bool = True
    bar: float = 0
    """The length of the bar before its text, in `bar_colour`."""
    bar_colour: str = ""

    @property
    def height(self) -> float:
        last = self.lines[-1] if self.lines else None
        return last.y + last.line.height if last else 0


class TableLayout:
    """Lays out a table in the style that the style document has for its kind."""

    def __init__(self, styles: StyleSheet, geometry: PageGeometry, table: Table) -> None:
        self._styles = styles
        self._geometry = geometry
        self._table = table
        self._style = styles.table_style(f"Table{table.kind.value.capitalize()}")
        self._margin_top, self._margin_right, self._margin_bottom, self._margin_left = (
            self._style.cell_margins
        )
        widths = tables.compute_widths(table, int(geometry.text_width))
        self._edges = [0.0, *accumulate(float(width) for width in widths)]

    def lay_out(self, parent: Tag) -> Iterator[Box]:
        """Return the rows of the table, its header first, and add their tags to the parent."""
        table, style = self._table, self._style
        tag = parent.add(TagRole.TABLE, table.title.language)
        tag.title, tag.summary = table.title.text, table.description.text
        header = self._build_header(tag.add(TagRole.ROW))
        yield Box([header], keep_next=True)
        max_height = self._geometry.text_height - header.height
        last = len(table.rows) - 1
        rows: list[list[BoxLine]] = []
        for index, row in enumerate(table.rows):
            cells = list(self._build_cells(row, tag.add(TagRole.ROW)))
            border = style.bottom if index == last else style.inside_horizontal
            rows.append(list(self._build_row(cells, border, max_height)))
        heights = [sum(line.height for line in row) for row in rows]
        keep_next = _find_kept_rows(table, heights, self._geometry.text_height)
        for index, (row, keep) in enumerate(zip(rows, keep_next, strict=True)):
            after = 80.0 if index == last else 0.0
            yield Box(row, after=after, keep_next=keep, header_lines=(header,))

    def _build_header(self, row_tag: Tag) -> BoxLine:
        style = self._style
        name = "CellHeadQuiet" if self._table.kind in tables.QUIET_HEADS else "CellHead"
        text_style = self._styles.text_style(name)
        padding = self._margin_top + self._margin_bottom
        rotated_height = _get_rotated_height(self._table.columns, text_style)
        cells: list[_CellBox] = []
        rotated: list[TextItem] = []
        for column, (start, end) in zip(self._table.columns, pairwise(self._edges), strict=True):
            tag = row_tag.add(TagRole.HEADER_CELL, column.head.language)
            if column.is_vertical:
                rect = QRectF(start, 0, end - start, rotated_height)
                rotated += self._rotate_heading(column, text_style, tag, rect)
                cells.append(_CellBox(start, end - start, ()))
                continue
            alignment = _get_alignment(column)
            paragraphs = [build_paragraph(column.head.text, text_style, tag, "", alignment)]
            if (translation := column.translation) is not None:
                quiet = self._styles.text_style("CellHeadQuiet")
                paragraph_tag = tag.add(TagRole.PARAGRAPH, translation.language)
                paragraphs.append(
                    build_paragraph(translation.text, quiet, paragraph_tag, "", alignment)
                )
            width = end - start - self._margin_left - self._margin_right
            cells.append(_CellBox(start, end - start, _layout_cell(paragraphs, width)))
        height = max([rotated_height, *(cell.height + padding for cell in cells)])
        for index, cell in enumerate(cells):
            offset = height - padding - cell.height
            lines = tuple(replace(line, y=line.y + offset) for line in cell.lines)
            cells[index] = replace(cell, lines=lines)
        # Of whatever height: a row that is split would lose all but its first part here.
        line = next(self._build_row(cells, style.inside_horizontal, inf, height))
        line.items.extend(replace(item, y=item.y + height - rotated_height) for item in rotated)
        rect = QRectF(0, 0, self._edges[-1], height)
        background = [Background(rect, style.header_background)] if style.header_background else []
        rule = Rule(QRectF(0, 0, self._edges[-1], style.top.width), style.top)
        return BoxLine(line.height, [*background, *line.items, rule])

    def _rotate_heading(
        self, column: Column, style: TextStyle, tag: Tag, rect: QRectF
    ) -> Iterator[TextItem]:
        """Return the lines of a rotated heading: centred over times, else over the figures."""
        lines = layout_lines((TextRun(column.head.text),), style, rect.height() - _HEADER_PADDING)
        free = rect.width() - sum(line.height for line in lines)
        is_time = column.type is ColumnType.TIME
        x = rect.left() + (free / 2 if is_time else max(free - self._margin_right, 0))
        y = rect.height() - self._margin_bottom - 40
        for line in lines:
            yield TextItem(x, y, line, style.colour, tag, is_rotated=True)
            x += line.height

    def _build_cells(self, row: tuple[Cell, ...], row_tag: Tag) -> Iterator[_CellBox]:
        for index, (cell, column) in enumerate(zip(row, self._table.columns, strict=True)):
            start, end = self._edges[index], self._edges[index + 1]
            is_label = self._table.kind is TableKind.FACTS and not index
            role = TagRole.HEADER_CELL if is_label else TagRole.CELL
            tag = row_tag.add(role, cell.text.language)
            tag.heads_column = False
            has_padding = column.type is not ColumnType.TIME
            padding = self._margin_left + self._margin_right if has_padding else 0
            paragraphs = list(self._build_paragraphs(cell, column, tag, is_label=is_label))
            colour = self._styles.bar_colour if cell.bar else ""
            bar = answers.compute_bar_length(cell, round(end - start)) if colour else 0
            lines = _layout_cell(paragraphs, end - start - padding - bar)
            background = _SCHEDULED_COLOUR if cell.is_filled else ""
            yield _CellBox(
                start, end - start, lines, background, cell.key, has_padding, bar, colour
            )

    def _build_paragraphs(
        self, cell: Cell, column: Column, tag: Tag, *, is_label: bool
    ) -> Iterator[StyledParagraph]:
        styles, text = self._styles, cell.text
        alignment = _get_alignment(column)
        name = "CellLabel" if is_label else tables.CELL_STYLES.get(self._table.kind, "Cell")
        name = name if styles.has_style(name) else "Cell"
        if column.type is ColumnType.TIME:
            if cell.is_filled:
                style = styles.text_style("CellSign")
                yield build_paragraph(FILLED_CELL, style, tag, "", Alignment.CENTER)
            return
        if cell.is_missing:
            yield build_paragraph(text.text, styles.text_style("CellMissing"), tag, "", alignment)
        elif column.type is ColumnType.TEXT and not cell.is_bold and text.text.strip():
            is_typed = cell.control.is_multiline
            lines = build_answer_paragraphs(text, styles, name, tag, is_typed=is_typed)
            yield from (paragraph for paragraph, _ in lines)
        else:
            style = styles.text_style(name)
            style = replace(style, bold=cell.is_bold or style.bold)
            yield build_paragraph(text.text or "–", style, tag, "", alignment)
        for note in cell.notes:
            name = "CellBeside" if styles.has_style("CellBeside") else "CellHeadQuiet"
            note_tag = tag.add(TagRole.PARAGRAPH, note.language or text.language)
            yield build_paragraph(note.text, styles.text_style(name), note_tag)

    def _build_row(
        self, cells: list[_CellBox], border: Stroke, max_height: float, min_height: float = 0
    ) -> Iterator[BoxLine]:
        """Return a row as one line, or as several where it is higher than a page."""
        padding = self._margin_top + self._margin_bottom
        chunks = [
            list(_split_lines(cell.lines, max_height - padding - border.width)) or [()]
            for cell in cells
        ]
        count = max(map(len, chunks))
        for number in range(count):
            parts = [
                replace(cell, lines=lines[number] if number < len(lines) else ())
                for cell, lines in zip(cells, chunks, strict=True)
            ]
            height = max([min_height - border.width, *(part.height + padding for part in parts)])
            is_last = number == count - 1
            below = border if is_last else self._style.inside_horizontal
            yield self._draw_row(parts, below, height)

    def _draw_row(self, cells: list[_CellBox], border: Stroke, height: float) -> BoxLine:
        rects = [QRectF(cell.left, 0, cell.width, height) for cell in cells]
        backgrounds = [
            Background(rect, cell.background)
            for cell, rect in zip(cells, rects, strict=True)
            if cell.background
        ]
        lefts = [cell.left + (self._margin_left if cell.has_padding else 0) for cell in cells]
        for cell, left in zip(cells, lefts, strict=True):
            if cell.bar and cell.lines:
                bar = QRectF(left, self._margin_top, cell.bar, cell.lines[0].line.height)
                backgrounds.append(Background(bar, cell.bar_colour))
        texts = [
            replace(
                line,
                x=left + (cell.bar + _BAR_SPACE if cell.bar else 0),
                y=self._margin_top + line.y,
            )
            for cell, left in zip(cells, lefts, strict=True)
            for line in cell.lines
        ]
        rules = [Rule(QRectF(0, height, self._edges[-1], border.width), border)]
        if (vertical := self._style.inside_vertical) is not None:
            rules += [
                Rule(QRectF(edge, 0, vertical.width, height), vertical)
                for edge in self._edges[1:-1]
            ]
        areas = [
            AnswerArea(rect, cell.key) for cell, rect in zip(cells, rects, strict=True) if cell.key
        ]
        return BoxLine(height + border.width, [*backgrounds, *texts, *rules], areas)


def _find_kept_rows(table: Table, heights: list[float], page_height: float) -> list[bool]:
    """Return for each row whether it stays on the page of the next one.

    A short table stays on one page. In a longer one neither the first nor the last lines
    are alone on a page, nor is a row that is the heading of those below it.
    """
    count, total = len(heights), sum(heights)
    share = _SHORT_CALENDAR if table.kind is TableKind.CALENDAR else _SHORT_TABLE
    if total <= share * page_height:
        return [True] * (count - 1) + [False]
    min_height = _MIN_LINES * 260
    above = list(accumulate(heights))
    return [
        index < count - 1
        and (
            above[index] < min_height
            or total - above[index] < min_height
            or (table.kind is TableKind.LEDGER and table.rows[index][0].is_bold)
        )
        for index in range(count)
    ]


def _get_alignment(column: Column) -> Alignment:
    return Alignment.RIGHT if column.type is ColumnType.NUMBER else Alignment.START


def _layout_cell(paragraphs: Sequence[StyledParagraph], width: float) -> tuple[TextItem, ...]:
    """Lay out paragraphs below each other in a cell."""
    lines: list[TextItem] = []
    y = 0.0
    for paragraph in paragraphs:
        style = paragraph.style
        y += style.before if lines else 0
        for line in layout_lines(paragraph.runs, style, width, paragraph.alignment):
            lines.append(TextItem(0, y, line, style.colour, paragraph.tag))
            y += line.height
        y += style.after
    return tuple(lines)


def _split_lines(lines: Sequence[TextItem], height: float) -> Iterator[tuple[TextItem, ...]]:
    """Split the lines of a cell into parts that fit a height."""
    part: list[TextItem] = []
    start = 0.0
    for line in lines:
        if part and line.y + line.line.height - start > height:
            yield tuple(part)
            part, start = [], line.y
        part.append(replace(line, y=line.y - start))
    if part:
        yield tuple(part)


def _get_rotated_height(columns: Sequence[Column], style: TextStyle) -> float:
    """Return the height that rotated headings need; over times a heading has one line."""
    widths = [
        measure_width(text, style)
        for column in columns
        if column.is_vertical
        for text in (
            [column.head.text] if column.type is ColumnType.TIME else column.head.text.split()
        )
    ]
    return min(max(widths), _MAX_HEADER_HEIGHT) + _HEADER_PADDING if widths else 0
