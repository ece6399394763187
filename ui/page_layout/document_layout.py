"""A whole document laid out: its pages with their edges, and the numbers in its contents."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRectF

from erasmus_desk.export.document.blocks import Document, Edge

from .block_layout import NUMBER, Flow, Listed
from .boxes import Page, Part, Placed, Role, Rule, Slice, Words
from .line_layout import Run, Side, natural_width, set_lines
from .pagination import Paginator
from .paragraph_layout import Piece, band
from .styles import Leaf, Stroke, Style

_GAP = 300
"""The least room between what stands on the left and on the right of an edge."""
_ROOM = 160
"""The least room between a page's text and its header or footer."""
_MOST_PAGES = 999


class Paper(Struct, frozen=True):
    """The pages, the parts they consist of, and where each heading stands (page, height)."""

    document: Document
    pages: tuple[Page, ...]
    whole: Part
    headings: tuple[Listed, ...]
    where: dict[int, tuple[int, float]]

    @classmethod
    def of(cls, document: Document, style: Style) -> Paper:
        """Lay a document out in one go."""
        layout = Layout(document, style)
        for _ in layout.work():
            pass
        return layout.paper


class Layout:
    """Lays a document out, with a pause behind each block; `paper` stands at the end."""

    def __init__(self, document: Document, style: Style) -> None:
        """Lay out in the look of a style document."""
        self._document = document
        self._style = style
        self._edges = _Edges(document.edge, style)
        self._flow = Flow(document, style, self._edges.fitted(style.leaf))
        self._made: Paper | None = None

    @property
    def paper(self) -> Paper:
        """The document as laid out, when all work is done. Raises ValueError before."""
        if self._made is None:
            raise ValueError("not laid out yet")
        return self._made

    def work(self) -> Iterator[float]:
        """Do all there is to do; gives how far it is, from 0 to 1."""
        count = len(self._document.blocks) + 1
        for place, _ in enumerate(self._flow.work(), start=1):
            yield place / count
        paginator = Paginator(self._flow.leaf)
        paginator.place(self._flow.bands)
        self._number(paginator.where)
        pages = paginator.pages
        for number, page in enumerate(pages[1:], start=2):
            page.placed += self._edges.of(page.leaf, number, len(pages))
        flow = self._flow
        self._made = Paper(
            self._document, tuple(pages), flow.whole, tuple(flow.headings), paginator.where
        )
        yield 1.0

    def _number(self, where: dict[int, tuple[int, float]]) -> None:
        """Put the page numbers behind the lines of the contents."""
        measure = self._style.leaf.measure
        for made, heading, part in self._flow.entries:
            look = self._style.type(f"TOC{heading.level}")
            page = str(where[heading.number][0] + 1)
            plain = replace(look, left=0, hanging=0)
            (line,) = set_lines((Run(page),), plain, NUMBER, Side.RIGHT)
            last = made.slices[-1]
            words = next(item for item in last.items if isinstance(item, Words))
            start, end = words.line.right + 100, measure - NUMBER + line.left - 100
            dots = QRectF(start, last.height * 0.72, max(end - start, 0), 12)
            last.items.append(Words(measure - NUMBER, 0, line, look.colour, part))
            last.items.append(Rule(dots, Stroke(12, _rule_colour(self._style)), dotted=True))


class _Edges:
    """What runs along the top and the foot of the pages."""

    def __init__(self, edge: Edge, style: Style) -> None:
        self._edge = edge
        self._style = style
        self._known: dict[tuple[float, str, str], Slice] = {}

    def fitted(self, leaf: Leaf) -> Leaf:
        """Give a page whose text leaves room for a header and footer of several lines."""
        most = self._page_words(_MOST_PAGES, _MOST_PAGES)
        above = leaf.header + self._slice("Header", self._header, leaf).height + _ROOM
        below = leaf.footer + self._slice("Footer", (self._edge.mark.text, most), leaf).height
        return replace(leaf, top=max(leaf.top, above), bottom=max(leaf.bottom, below + _ROOM))

    def of(self, leaf: Leaf, number: int, count: int) -> Iterator[Placed]:
        """Give header and footer of a page."""
        header = self._slice("Header", self._header, leaf)
        yield Placed(leaf.left, leaf.header, header)
        words = self._edge.mark.text, self._page_words(number, count)
        footer = self._slice("Footer", words, leaf)
        yield Placed(leaf.left, leaf.height - leaf.footer - footer.height, footer)

    @property
    def _header(self) -> tuple[str, str]:
        return self._edge.left.text, self._edge.right.text

    def _page_words(self, number: int, count: int) -> str:
        return self._edge.page.text.replace("{page}", str(number)).replace("{pages}", str(count))

    def _slice(self, name: str, words: tuple[str, str], leaf: Leaf) -> Slice:
        known = (leaf.measure, *words)
        if known not in self._known:
            self._known[known] = self._set(name, words, leaf.measure)
        return self._known[known]

    def _set(self, name: str, words: tuple[str, str], measure: float) -> Slice:
        """Set one edge: no part of the document, so that it is not read aloud on each page."""
        left, right = words
        look = replace(self._style.type(name), tabs=())
        room = min(natural_width(right, look) + 40, measure * 0.6)
        aside = set_lines((Run(right),), look, room, Side.RIGHT)
        narrow = replace(look, right=room + _GAP if right else 0)
        made = band(Piece((Run(left or "\u00a0"),), narrow, Part(Role.PARAGRAPH)), measure)
        slices = made.slices
        found = Slice(0)
        for one in slices:
            for item in one.items:
                if isinstance(item, Words):
                    found.items.append(replace(item, y=item.y + found.height, part=None))
                elif isinstance(item, Rule):
                    found.items.append(replace(item, box=item.box.translated(0, found.height)))
            found.height += one.height
        height = 0.0
        for line in aside:
            found.items.append(Words(measure - room, height, line, look.colour, None))
            height += line.height
        found.height = max(found.height, height)
        return found


def _rule_colour(style: Style) -> str:
    return style.grid("TableFacts").across.colour
