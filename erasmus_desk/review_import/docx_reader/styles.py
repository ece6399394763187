"""Paragraph styles: name, heading level, entry of a table of contents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct, field

from erasmus_desk.review_import.docx_reader.attributes import parse_int, read_value, w
from erasmus_desk.review_import.docx_reader.numbering import ListPlace, read_list_place
from erasmus_desk.review_import.docx_reader.package import Element

MAX_LEVEL: Final = 9
_HEADING = re.compile(
    r"(?:heading|kop|titre|titolo|t[íi]?tulo|ttulo|(?:ü|u|ue)?berschrift|rubrik|overskrift"
    r"|otsikko|nag[łl]?[óo]?wek|nadpis|c[íi]msor|ba[şs]l.k|επικεφαλίδα|заголовок)[ _-]*([1-9])",
    re.IGNORECASE,
)
"""Heading styles by name. Word writes the English names in every language; others do not, and
without a list of styles the id is all there is."""
_TOC_STYLE = re.compile(
    r"(?:toc|contents|inhopg|inhoudsopgave|verzeichnis|inhaltsverzeichnis|tm|sommario|tdc)"
    r"[ _-]*(?:[1-9]|heading|kop|überschrift|title)|(?:kop|en-tête de) ?(?:inhoudsopgave|table).*",
    re.IGNORECASE,
)
_BASED_ON, _BEFORE = w("basedOn"), w("before")
_OUTLINE, _SPACING = f"{w('pPr')}/{w('outlineLvl')}", f"{w('pPr')}/{w('spacing')}"
_NUMBERING = f"{w('pPr')}/{w('numPr')}"
_MAX_CHAIN = 20
"""Styles based on each other; Word stops at eleven."""


class ParagraphStyle(Struct, frozen=True):
    """A paragraph style; `level` is that of a heading, 0 for none; `space_before` is in twips.

    `list_place` is the list that its paragraphs are in.
    """

    name: str
    level: int = 0
    is_toc_entry: bool = False
    space_before: int = 0
    list_place: ListPlace | None = None


class StyleSheet(Struct):
    """The styles of a file by id."""

    _nodes: dict[str, Element] = field(default_factory=dict[str, Element])
    _known: dict[str, ParagraphStyle] = field(default_factory=dict[str, ParagraphStyle])

    def find(self, name: str) -> ParagraphStyle:
        """Return a style by its id; an unlisted one has its id for a name."""
        if name not in self._known:
            self._known[name] = self._build_style(name)
        return self._known[name]

    def _build_style(self, name: str) -> ParagraphStyle:
        title = read_value(self._find_name(name)) or name
        if _TOC_STYLE.fullmatch(title):
            return ParagraphStyle(title, is_toc_entry=True)
        return ParagraphStyle(
            title,
            self._find_heading_level(name),
            space_before=self._find_space_before(name),
            list_place=self._find_list_place(name),
        )

    def _find_name(self, name: str) -> Element | None:
        node = self._nodes.get(name)
        return node.find(w("name")) if node is not None else None

    def _chain(self, name: str) -> Iterator[tuple[str, Element | None]]:
        """Return a style and those it is based on, by id; the last may be unlisted."""
        for _ in range(_MAX_CHAIN):
            if not name:
                return
            node = self._nodes.get(name)
            yield name, node
            name = read_value(node.find(_BASED_ON)) if node is not None else ""

    def _find_heading_level(self, name: str) -> int:
        """Return the heading level; the first style of the chain that sets it decides."""
        for one, node in self._chain(name):
            outline = node.find(_OUTLINE) if node is not None else None
            if outline is not None:
                return parse_outline_level(outline)
            found = _HEADING.fullmatch(read_value(self._find_name(one)) or one)
            if found:
                return int(found[1])
        return 0

    def _find_space_before(self, name: str) -> int:
        for _, node in self._chain(name):
            spacing = node.find(_SPACING) if node is not None else None
            if spacing is not None and spacing.get(_BEFORE) is not None:
                return parse_int(spacing.get(_BEFORE))
        return 0

    def _find_list_place(self, name: str) -> ListPlace | None:
        """Return the list of a style, which may be set apart from the level in it."""
        number, level = "", None
        for _, node in self._chain(name):
            place = read_list_place(node.find(_NUMBERING)) if node is not None else None
            if place is not None:
                number, level = number or place.number, place.level if level is None else level
        return ListPlace(number, level) if number else None


def parse_outline_level(outline: Element | None) -> int:
    """Return a heading level from 1 to 9; 0 for body text."""
    found = parse_int(read_value(outline), MAX_LEVEL)
    return found + 1 if found < MAX_LEVEL else 0


def read_styles(roots: Iterable[Element]) -> StyleSheet:
    """Read the styles of these parts; the first style of an id counts."""
    nodes: dict[str, Element] = {}
    for root in roots:
        for node in root.iterchildren(w("style")):
            name = node.get(w("styleId")) or ""
            if name and (node.get(w("type")) or "paragraph") == "paragraph":
                nodes.setdefault(name, node)
    return StyleSheet(nodes)
