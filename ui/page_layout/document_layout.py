"""A whole document laid out: pages with headers and footers, page numbers in the contents."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRectF

from erasmus_desk.export.document.blocks import Document, HeaderFooter
from erasmus_desk.export.word.style_sheet import PageGeometry, Stroke

from .block_layout import PAGE_NUMBER_WIDTH, BlockLayout, HeadingEntry
from .boxes import BoxLine, Page, Picture, PlacedLine, Rule, Tag, TagRole, TextItem
from .letterhead import Logo
from .line_layout import Alignment, TextRun, layout_lines, measure_width
from .pagination import Paginator
from .paragraph_layout import build_paragraph, layout_paragraph, shift_item
from .styles import StyleSheet

_HEADER_GAP = 300
"""The least space between the left and the right text of a header or footer."""
_HEADER_DISTANCE = 160
"""The least space between a page's text and its header or footer."""
_LOGO_GAP = 80
"""Space below a logo."""
_MAX_PAGES = 999


class LaidOutDocument(Struct, frozen=True):
    """The pages, their tag tree, and the position (page, height) of each heading."""

    source: Document
    pages: tuple[Page, ...]
    root: Tag
    headings: tuple[HeadingEntry, ...]
    heading_positions: dict[int, tuple[int, float]]

    @classmethod
    def lay_out(cls, source: Document, styles: StyleSheet) -> LaidOutDocument:
        """Lay a document out in one go."""
        layout = DocumentLayout(source, styles)
        for _ in layout.lay_out():
            pass
        return layout.result


class DocumentLayout:
    """Lays a document out, with a pause after each block; at the end there is a `result`."""

    def __init__(self, document: Document, styles: StyleSheet) -> None:
        self._document = document
        self._styles = styles
        self._header_footer = _HeaderFooterLayout(document.header_footer, styles)
        geometry = self._header_footer.fit_margins(styles.geometry)
        self._paginator = Paginator(geometry)
        self._body = BlockLayout(document, styles, geometry)
        self._result: LaidOutDocument | None = None

    @property
    def result(self) -> LaidOutDocument:
        """The document laid out. Raises ValueError before all work is done."""
        if self._result is None:
            raise ValueError("not laid out yet")
        return self._result

    def lay_out(self) -> Iterator[float]:
        """Lay the document out, with a pause after each block; yield the progress from 0 to 1."""
        count = len(self._document.blocks) + 1
        body, paginator = self._body, self._paginator
        for number, _ in enumerate(body.lay_out(), start=1):
            yield number / count
        for _ in paginator.paginate(body.boxes):
            yield 1.0
        positions, pages = paginator.heading_positions, paginator.pages
        self._add_page_numbers(positions)
        for number, page in enumerate(pages, start=1):
            page.lines += self._header_footer.build_lines(page.geometry, number, len(pages))
            # Behind the text, and so drawn before it.
            page.lines[:0] = self._header_footer.build_ground(page.geometry, number)
            yield 1.0
        self._result = LaidOutDocument(
            self._document, tuple(pages), body.root, tuple(body.headings), positions
        )
        yield 1.0

    def _add_page_numbers(self, positions: dict[int, tuple[int, float]]) -> None:
        """Add the page numbers to the lines of the table of contents."""
        width = self._styles.geometry.text_width
        leader = Stroke(12, self._styles.table_style("TableFacts").inside_horizontal.colour)
        for box, heading, tag in self._body.contents:
            style = self._styles.text_style(f"TOC{heading.level}")
            runs = (TextRun(str(positions[heading.number][0] + 1)),)
            plain = replace(style, left=0, right=0, hanging=0)
            (number,) = layout_lines(runs, plain, PAGE_NUMBER_WIDTH, Alignment.RIGHT)
            last = box.lines[-1]
            text = next(item for item in last.items if isinstance(item, TextItem))
            start, end = text.line.right + 100, width - PAGE_NUMBER_WIDTH + number.left - 100
            dots = QRectF(start, last.height * 0.72, max(end - start, 0), 12)
            last.items.append(TextItem(width - PAGE_NUMBER_WIDTH, 0, number, style.colour, tag))
            if heading.level > 1:
                # As in the Word file, where chapters have none.
                last.items.append(Rule(dots, leader, is_dotted=True))


class _HeaderFooterLayout:
    """The headers and footers of the pages."""

    def __init__(self, texts: HeaderFooter, styles: StyleSheet) -> None:
        self._texts = texts
        self._styles = styles
        self._get_line = cache(self._build_line)

    def fit_margins(self, geometry: PageGeometry) -> PageGeometry:
        """Return a geometry with space for a header and footer of several lines."""
        header = self._get_header(geometry.text_width)
        footer = self._get_footer(geometry.text_width, _MAX_PAGES, _MAX_PAGES)
        logos = max(self._get_logo_height(number, geometry) for number in (1, 2))
        return replace(
            geometry,
            top=max(geometry.top, geometry.header + logos + header.height + _HEADER_DISTANCE),
            bottom=max(geometry.bottom, geometry.footer + footer.height + _HEADER_DISTANCE),
        )

    def build_lines(self, geometry: PageGeometry, number: int, count: int) -> Iterator[PlacedLine]:
        """Return logo, header and footer of a page; the first one has the logo only."""
        logo, height = self._find_logo(number), self._get_logo_height(number, geometry)
        if logo is not None and logo.floats is None:
            picture = Picture(logo.fit(geometry.text_width), logo.image)
            yield PlacedLine(geometry.left, geometry.header, BoxLine(height, [picture]))
        if number == 1:
            return
        header = self._get_header(geometry.text_width)
        yield PlacedLine(geometry.left, geometry.header + height, header)
        footer = self._get_footer(geometry.text_width, number, count)
        yield PlacedLine(geometry.left, geometry.height - geometry.footer - footer.height, footer)

    def build_ground(self, geometry: PageGeometry, number: int) -> Iterator[PlacedLine]:
        """Return the picture that floats behind a page, if any."""
        logo = self._find_logo(number)
        area = logo.float_on(geometry) if logo is not None else None
        if logo is not None and area is not None:
            line = BoxLine(area.height(), [Picture(area, logo.image)])
            yield PlacedLine(0, 0, line)

    def _find_logo(self, number: int) -> Logo | None:
        return self._styles.logos[0 if number == 1 else 1]

    def _get_logo_height(self, number: int, geometry: PageGeometry) -> float:
        logo = self._find_logo(number)
        if logo is None or logo.floats is not None:
            return 0
        return logo.fit(geometry.text_width).height() + _LOGO_GAP

    def _get_header(self, width: float) -> BoxLine:
        return self._get_line("Header", self._texts.left.text, self._texts.right.text, width)

    def _get_footer(self, width: float, number: int, count: int) -> BoxLine:
        page = self._texts.page_format.text
        page = page.replace("{page}", str(number)).replace("{pages}", str(count))
        return self._get_line("Footer", self._texts.disclaimer.text, page, width)

    def _build_line(self, name: str, left: str, right: str, width: float) -> BoxLine:
        """Build a header or footer, without tags so that it is not read aloud on each page."""
        style = replace(self._styles.text_style(name), tab_stops=())
        right_width = min(measure_width(right, style) + 40, width * 0.6)
        right_lines = layout_lines((TextRun(right),), style, right_width, Alignment.RIGHT)
        left_style = replace(style, right=right_width + _HEADER_GAP if right else 0)
        paragraph = build_paragraph(left or "\u00a0", left_style, Tag(TagRole.PARAGRAPH))
        built = BoxLine(0)
        for line in layout_paragraph(paragraph, width).lines:
            for part in line.items:
                item = shift_item(part, built.height)
                is_text = isinstance(item, TextItem)
                built.items.append(replace(item, tag=None) if is_text else item)
            built.height += line.height
        height = 0.0
        for text in right_lines:
            built.items.append(TextItem(width - right_width, height, text, style.colour, None))
            height += text.height
        built.height = max(built.height, height)
        return built
