"""The paragraphs and table rows of a rendered body with their heights, reckoned without a font."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from msgspec import Struct, field

from erasmus_desk.export.word.font_widths import Font, FontWidths
from erasmus_desk.export.word.line_breaks import Room, Sign, TextPiece, find_boxes
from erasmus_desk.export.word.style_sheet import PageGeometry, ParagraphStyle, StyleSheet

_RUN = re.compile("<w:r>(?:<w:rPr>(.*?)</w:rPr>)?(?:<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(tab|br)/>)")
_PARAGRAPH_STYLE = re.compile('<w:pStyle w:val="([^"]*)"')
_RUN_STYLE = re.compile('<w:rStyle w:val="([^"]*)"')
_TABLE_STYLE = re.compile('<w:tblStyle w:val="([^"]*)"')
_BOOKMARK = re.compile('<w:bookmarkStart w:id="\\d+" w:name="(_Toc\\d+)"')
_BEFORE, _AFTER = re.compile('w:before="(\\d+)"'), re.compile('w:after="(\\d+)"')
_TAB = re.compile('<w:tab w:val="(\\w+)".*? w:pos="(\\d+)"')
_COLUMN = re.compile('<w:gridCol w:w="(\\d+)"')
_ROW_HEIGHT = re.compile('<w:trHeight w:val="(\\d+)"')


class UnknownFontError(Exception):
    """A font whose widths are not known."""


class Box(Struct):
    """A paragraph or a table row: the heights of its lines in twips, and what it stays with."""

    lines: list[int]
    before: float = 0
    after: float = 0
    keep_next: bool = False
    keep_lines: bool = False
    breaks_page: bool = False
    leading: int = 0
    """What of its last line may hang over the bottom margin."""
    bookmark: str = ""
    close_style: str = ""
    """Its style, if there is no space between paragraphs of it."""
    header: int = 0
    """The height of the header row that is repeated above a table row on a new page."""
    geometry: PageGeometry | None = None
    """The page from here on, where a section begins."""

    @property
    def height(self) -> int:
        """The height of all lines."""
        return sum(self.lines)


class _Format(Struct, frozen=True):
    """What the properties of a paragraph say, with those of its style."""

    style_id: str
    style: ParagraphStyle
    font: Font
    before: float
    after: float
    keep_next: bool
    breaks_page: bool
    tabs: tuple[float, ...]
    is_aligned_right: bool


class BoxReader(Struct, frozen=True):
    """Reads the boxes of a body. Raises UnknownFontError."""

    styles: StyleSheet
    fonts: FontWidths
    _formats: dict[str, _Format] = field(default_factory=dict[str, _Format])
    _sizes: dict[tuple[str, str], tuple[float, bool]] = field(
        default_factory=dict[tuple[str, str], tuple[float, bool]]
    )

    def read(self, body: str, pages: Sequence[PageGeometry]) -> Iterator[Box]:
        """Return the boxes in their order; `pages` are those of the sections."""
        section = 0
        starts_section = False
        for table, text in _split_tables(body):
            for row in self._read_table(table, pages[section]):
                row.geometry = pages[section] if starts_section else None
                starts_section = False
                yield row
            for paragraph in _list_elements(text, "p"):
                box = self._read_paragraph(paragraph, pages[section].text_width)
                box.geometry = pages[section] if starts_section else None
                yield box
                starts_section = "<w:sectPr" in paragraph
                section += starts_section

    def _read_paragraph(self, paragraph: str, width: float) -> Box:
        properties, _, content = paragraph.partition("</w:pPr>")
        form = self._formats.get(properties)
        if form is None:
            form = self._formats[properties] = self._read_format(properties)
        style = form.style
        pieces, size = self._read_runs(content, form)
        first = style.left - style.hanging
        room = Room(style.left, width - style.right, first, form.tabs, form.is_aligned_right)
        boxes = find_boxes(pieces, room)
        singles = {one: form.font.compute_line_height(size, has_box=one) for one in set(boxes)}
        heights = {one: int(style.compute_line_height(high)) for one, high in singles.items()}
        lines = [heights[one] for one in boxes]
        leading = max(0, lines[-1] - singles[boxes[-1]])
        for border, place in ((style.border_top, 0), (style.border_bottom, -1)):
            if border is not None:
                lines[place] += int(border.width + border.space)
        found = _BOOKMARK.search(content)
        return Box(
            lines,
            form.before,
            form.after,
            form.keep_next,
            style.keep_lines,
            form.breaks_page,
            leading,
            found[1] if found else "",
            form.style_id if style.contextual_spacing else "",
        )

    def _read_format(self, properties: str) -> _Format:
        named = _PARAGRAPH_STYLE.search(properties)
        style_id = named[1] if named else ""
        style = self.styles.paragraph_style(style_id)
        font = self.fonts.find(style.family)
        if font is None:
            raise UnknownFontError(style.family)
        before, after = _BEFORE.search(properties), _AFTER.search(properties)
        tabs = _TAB.findall(properties)
        return _Format(
            style_id,
            style,
            font,
            float(before[1]) if before else style.before,
            float(after[1]) if after else style.after,
            "<w:keepNext/>" in properties or style.keep_next,
            "<w:pageBreakBefore/>" in properties or style.breaks_page,
            (*style.tab_stops, *(float(stop) for _, stop in tabs)),
            any(kind == "right" for kind, _ in tabs),
        )

    def _read_runs(self, content: str, form: _Format) -> tuple[list[TextPiece | Sign], float]:
        """Return the content of a paragraph, and the size of its largest text."""
        pieces: list[TextPiece | Sign] = []
        largest = 0.0
        for properties, text, sign in _RUN.findall(content):
            if sign:
                pieces.append(Sign(sign))
                continue
            size, bold = self._read_size(properties, form)
            largest = max(size, largest)
            face = form.font.face(size, bold=bold, italic=form.style.italic)
            shown = unescape(text) if "&" in text else text
            last = pieces[-1] if pieces else None
            if isinstance(last, TextPiece) and last.face is face:
                pieces[-1] = TextPiece(last.text + shown, face)
            else:
                pieces.append(TextPiece(shown, face))
        return pieces, largest or form.style.size

    def _read_size(self, properties: str, form: _Format) -> tuple[float, bool]:
        """Return the size of a run, and whether it is bold."""
        key = properties, form.style_id
        if key not in self._sizes:
            size, bold = form.style.size, form.style.bold or "<w:b/>" in properties
            if named := _RUN_STYLE.search(properties):
                own_size, is_bold = self.styles.character_style(named[1])
                size, bold = own_size or size, is_bold or bold
            self._sizes[key] = size, bold
        return self._sizes[key]

    def _read_table(self, table: str, page: PageGeometry) -> Iterator[Box]:
        named = _TABLE_STYLE.search(table)
        if named is None:
            return
        style = self.styles.table_style(named[1])
        widths = [float(width) for width in _COLUMN.findall(table)]
        header = 0
        rows = _list_elements(table, "tr")
        for place, row in enumerate(rows, start=1):
            box = self._read_row(row, widths, style.cell_margins)
            box.lines[-1] += int(
                (style.inside_horizontal if place < len(rows) else style.bottom).width
            )
            if "<w:tblHeader/>" in row:
                # The height of a row that is given contains the line above it.
                box.lines[0] += 0 if _ROW_HEIGHT.search(row) else int(style.top.width)
                header += box.height
            else:
                box.header = min(header, int(page.text_height / 2))
            yield box

    def _read_row(
        self, row: str, widths: list[float], margins: tuple[float, float, float, float]
    ) -> Box:
        """Read a row; a whole one is a single line, of another the highest cell is split."""
        top, right, bottom, left = margins
        cells = _list_elements(row, "tc")
        keep_next = "<w:keepNext/>" in cells[0]
        if exact := _ROW_HEIGHT.search(row):
            return Box([int(exact[1])], keep_next=keep_next)
        heights = [
            _add_up(
                self._read_paragraph(one, width - (0 if "<w:tcMar>" in cell else left + right))
                for one in _list_elements(cell, "p")
            )
            for cell, width in zip(cells, widths, strict=True)
        ]
        lines = max(heights, key=sum)
        lines[0] += int(top)
        lines[-1] += int(bottom)
        return Box([sum(lines)] if "<w:cantSplit/>" in row else lines, keep_next=keep_next)


def _split_tables(body: str) -> Iterator[tuple[str, str]]:
    """Return each table with the text after it; the first text has none."""
    first, *pieces = body.split("<w:tbl>")
    yield "", first
    for piece in pieces:
        table, _, text = piece.partition("</w:tbl>")
        yield table, text


def _list_elements(xml: str, name: str) -> list[str]:
    """Return the content of all elements with a name that do not contain each other."""
    return [piece.rpartition(f"<w:{name}>")[2] for piece in xml.split(f"</w:{name}>")[:-1]]


def _add_up(boxes: Iterator[Box]) -> list[int]:
    """Return the heights of the lines of a cell, with the spaces between its paragraphs."""
    lines: list[int] = []
    gap = 0.0
    for box in boxes:
        first, *others = box.lines
        lines += [first + int(max(gap, box.before)), *others]
        gap = box.after
    lines[-1] += int(gap)
    return lines
