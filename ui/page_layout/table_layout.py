"""Tables as bands: a head that stands again on each page, rows that do not split."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRectF

from erasmus_desk.export.document.blocks import Cell, Column, Look, Said, Table
from erasmus_desk.export.document.blocks import Run as Runs
from erasmus_desk.export.word import tables
from erasmus_desk.export.word.tables import FILLED

from .boxes import Band, Ground, Part, Role, Rule, Slice, Spot, Words
from .line_layout import Line, Run, Side, natural_width, set_lines
from .paragraph_layout import Piece, written
from .styles import Grid, Leaf, Stroke, Style, Type

_TAKEN = "D5DFEC"
"""The ground of a cell whose time is taken, as in the Word file."""
_SMALL = {Look.CALENDAR, Look.LEDGER}
_TOGETHER = 0.22
"""Of a page: a table that takes no more stays whole."""
_ALONE = 3
"""Lines that never stand alone at the foot or the top of a page."""
_TALLEST, _AROUND = 2600, 200
"""Of heads that stand upright: the greatest height of words, and the room around."""


class _Laid(Struct, frozen=True):
    """A line in a cell: where its top is, in which colour, and what it is part of."""

    y: float
    line: Line
    colour: str
    part: Part


class _Box(Struct, frozen=True):
    """A cell as it is drawn: its place across, its lines, its ground and its answer."""

    left: float
    width: float
    laid: tuple[_Laid, ...]
    ground: str = ""
    key: str = ""
    is_narrow: bool = False

    @property
    def height(self) -> float:
        last = self.laid[-1] if self.laid else None
        return last.y + last.line.height if last else 0


class TableSetter:
    """Sets tables in the look of the style document."""

    def __init__(self, style: Style, leaf: Leaf) -> None:
        """Set for pages of a kind."""
        self._style = style
        self._leaf = leaf

    def bands(self, block: Table, whole: Part) -> Iterator[Band]:
        """Give the rows of a table, its head first."""
        grid = self._style.grid(f"Table{block.look.value.capitalize()}")
        table = whole.add(Role.TABLE, block.title.language)
        table.title, table.about = block.title.text, block.description.text
        widths = tables.widths(block, int(self._leaf.measure))
        edges = [0.0, *accumulate(float(width) for width in widths)]
        head = self._head(block, edges, grid, table.add(Role.ROW))
        yield Band([head], keep_next=True)
        limit = self._leaf.foot - self._leaf.top - head.height
        last = len(block.rows) - 1
        rows: list[list[Slice]] = []
        for place, row in enumerate(block.rows):
            boxes = list(self._boxes(row, block, edges, grid, table.add(Role.ROW)))
            end = grid.bottom if place == last else grid.across
            rows.append(list(_rows(boxes, edges, grid, end, limit)))
        kept = _kept(block, [sum(one.height for one in row) for row in rows], self._leaf)
        for place, (row, keep) in enumerate(zip(rows, kept, strict=True)):
            after = 80.0 if place == last else 0.0
            yield Band(row, after=after, keep_next=keep, heads=(head,))

    def _head(self, block: Table, edges: list[float], grid: Grid, part: Part) -> Slice:
        name = "CellHeadQuiet" if block.look is Look.FACTS else "CellHead"
        look = self._style.type(name)
        top, right, bottom, left = grid.room
        tall = _tall(block.columns, look)
        boxes: list[_Box] = []
        turned: list[Words] = []
        for column, (start, end) in zip(block.columns, pairwise(edges), strict=True):
            cell = part.add(Role.HEAD, column.head.language)
            if column.upright:
                turned += _upright(column, look, cell, QRectF(start, 0, end - start, tall), grid)
                boxes.append(_Box(start, end - start, ()))
                continue
            side = Side.RIGHT if column.run is Runs.NUMBER else Side.START
            piece = Piece((Run(column.head.text),), look, cell, side=side)
            pieces = [piece, *self._below(column, cell, side)]
            boxes.append(_Box(start, end - start, _laid(pieces, end - start - left - right)))
        height = max([tall, *(box.height + top + bottom for box in boxes)])
        drawn = [_lowered(box, height - top - bottom) for box in boxes]
        found = next(iter(_rows(drawn, edges, grid, grid.across, height, height)))
        found.items.extend(replace(one, y=one.y + height - tall) for one in turned)
        ground = [Ground(QRectF(0, 0, edges[-1], height), grid.head)] if grid.head else []
        rule = Rule(QRectF(0, 0, edges[-1], grid.top.width), grid.top)
        return Slice(found.height, [*ground, *found.items, rule])

    def _below(self, column: Column, cell: Part, side: Side) -> Iterator[Piece]:
        if column.below is not None:
            part = cell.add(Role.PARAGRAPH, column.below.language)
            look = self._style.type("CellHeadQuiet")
            yield Piece((Run(column.below.text),), look, part, side=side)

    def _boxes(
        self, row: tuple[Cell, ...], block: Table, edges: list[float], grid: Grid, part: Part
    ) -> Iterator[_Box]:
        _, right, _, left = grid.room
        for place, (cell, column) in enumerate(zip(row, block.columns, strict=True)):
            start, end = edges[place], edges[place + 1]
            is_label = block.look is Look.FACTS and not place
            role = Role.HEAD if is_label else Role.CELL
            own = part.add(role, cell.text.language)
            own.is_column = False
            is_time = column.run is Runs.TIME
            room = 0 if is_time else left + right
            pieces = list(self._pieces(cell, column, block.look, own, is_label=is_label))
            laid = _laid(pieces, end - start - room)
            ground = _TAKEN if cell.filled else ""
            yield _Box(start, end - start, laid, ground, cell.key, is_narrow=is_time)

    def _pieces(
        self, cell: Cell, column: Column, look: Look, part: Part, *, is_label: bool
    ) -> Iterator[Piece]:
        style = self._style
        side = Side.RIGHT if column.run is Runs.NUMBER else Side.START
        plain = "CellSmall" if look in _SMALL and style.has("CellSmall") else "Cell"
        name = "CellLabel" if is_label else plain
        language = cell.text.language
        if column.run is Runs.TIME:
            if cell.filled:
                yield Piece((Run(FILLED),), style.type("CellSign"), part, side=Side.CENTRE)
            return
        if cell.missing:
            yield Piece((Run(cell.text.text),), style.type("CellMissing"), part, side=side)
        elif column.run is Runs.TEXT and not cell.strong and cell.text.text.strip():
            yield from (piece for piece, _ in written(cell.text, style, name, part))
        else:
            type_ = replace(style.type(name), bold=cell.strong or style.type(name).bold)
            yield Piece((Run(cell.text.text or "–"),), type_, part, side=side)
        for below in cell.below:
            yield _quiet(below, style, part.add(Role.PARAGRAPH, below.language or language))


def _quiet(below: Said, style: Style, part: Part) -> Piece:
    name = "CellBeside" if style.has("CellBeside") else "CellHeadQuiet"
    return Piece((Run(below.text),), style.type(name), part)


def _laid(pieces: Sequence[Piece], width: float) -> tuple[_Laid, ...]:
    """Set paragraphs one below the other in a cell."""
    found: list[_Laid] = []
    y = 0.0
    for piece in pieces:
        y += piece.look.before if found else 0
        for line in set_lines(piece.runs, piece.look, width, piece.side):
            found.append(_Laid(y, line, piece.look.colour, piece.part))
            y += line.height
        y += piece.look.after
    return tuple(found)


def _rows(
    boxes: list[_Box], edges: list[float], grid: Grid, end: Stroke, limit: float, least: float = 0
) -> Iterator[Slice]:
    """Give a row as one slice; one that is taller than a page in as many as it takes."""
    top, _, bottom, _ = grid.room
    room = limit - top - bottom - end.width
    parted = [list(_parted(box.laid, room)) or [()] for box in boxes]
    count = max(map(len, parted))
    for number in range(count):
        drawn = [
            replace(box, laid=parts[number] if number < len(parts) else ())
            for box, parts in zip(boxes, parted, strict=True)
        ]
        height = max([least - end.width, *(box.height + top + bottom for box in drawn)])
        is_last = number == count - 1
        yield _drawn(drawn, edges, grid, end if is_last else grid.across, height)


def _parted(laid: Sequence[_Laid], room: float) -> Iterator[tuple[_Laid, ...]]:
    """Part the lines of a cell wherever they are higher than the room of a page."""
    part: list[_Laid] = []
    start = 0.0
    for one in laid:
        if part and one.y + one.line.height - start > room:
            yield tuple(part)
            part, start = [], one.y
        part.append(replace(one, y=one.y - start))
    if part:
        yield tuple(part)


def _drawn(boxes: list[_Box], edges: list[float], grid: Grid, end: Stroke, height: float) -> Slice:
    top, _, _, left = grid.room
    grounds = [
        Ground(QRectF(box.left, 0, box.width, height), box.ground) for box in boxes if box.ground
    ]
    words = [
        Words(
            box.left + (0 if box.is_narrow else left), top + one.y, one.line, one.colour, one.part
        )
        for box in boxes
        for one in box.laid
    ]
    rules = [Rule(QRectF(0, height, edges[-1], end.width), end)]
    if grid.upright is not None:
        rules += [
            Rule(QRectF(edge, 0, grid.upright.width, height), grid.upright) for edge in edges[1:-1]
        ]
    spots = [Spot(QRectF(box.left, 0, box.width, height), box.key) for box in boxes if box.key]
    return Slice(height + end.width, [*grounds, *words, *rules], spots)


def _kept(block: Table, heights: list[float], leaf: Leaf) -> list[bool]:
    """Tell for each row whether it stays on the page of the next one.

    A short table stays whole. Of a longer one neither the first nor the last lines stand
    alone, nor does a row that heads others.
    """
    count, whole = len(heights), sum(heights)
    if whole <= _TOGETHER * (leaf.foot - leaf.top):
        return [True] * (count - 1) + [False]
    alone = _ALONE * 260
    above = list(accumulate(heights))
    return [
        place < count - 1
        and (
            above[place] < alone
            or whole - above[place] < alone
            or (block.look is Look.LEDGER and block.rows[place][0].strong)
        )
        for place in range(count)
    ]


def _lowered(box: _Box, height: float) -> _Box:
    """Let the words of a head stand at its foot."""
    down = height - box.height
    return replace(box, laid=tuple(replace(one, y=one.y + down) for one in box.laid))


def _tall(columns: Sequence[Column], look: Type) -> float:
    """Give the height that upright heads need: a narrow column has one line."""
    found = [
        natural_width(piece, look)
        for column in columns
        if column.upright
        for piece in ([column.head.text] if column.run is Runs.TIME else column.head.text.split())
    ]
    return min(max(found), _TALLEST) + _AROUND if found else 0


def _upright(column: Column, look: Type, part: Part, box: QRectF, grid: Grid) -> Iterator[Words]:
    """Give the lines of an upright head: above its figures, or in the middle of its column."""
    lines = set_lines((Run(column.head.text),), look, box.height() - _AROUND)
    free = box.width() - sum(line.height for line in lines)
    x = box.left() + (free / 2 if column.run is Runs.TIME else max(free - grid.room[1], 0))
    for line in lines:
        yield Words(x, box.height() - grid.room[2] - 40, line, look.colour, part, turned=True)
        x += line.height
