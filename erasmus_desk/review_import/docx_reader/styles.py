"""What styles say of a paragraph: their name, the level of a heading, an entry of the contents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct, field

from erasmus_desk.review_import.docx_reader.attributes import value, w, whole
from erasmus_desk.review_import.docx_reader.package import Element

LEVELS: Final = 9
_HEADING = re.compile(
    r"(?:heading|kop|titre|titolo|t[íi]?tulo|ttulo|(?:ü|u|ue)?berschrift|rubrik|overskrift"
    r"|otsikko|nag[łl]?[óo]?wek|nadpis|c[íi]msor|ba[şs]l.k|επικεφαλίδα|заголовок)[ _-]*([1-9])",
    re.IGNORECASE,
)
"""Headings by their name. Word writes the English names whatever its language; others do not, and
without a list of styles the id is all there is."""
_CONTENTS = re.compile(
    r"(?:toc|contents|inhopg|inhoudsopgave|verzeichnis|inhaltsverzeichnis|tm|sommario|tdc)"
    r"[ _-]*(?:[1-9]|heading|kop|überschrift|title)|(?:kop|en-tête de) ?(?:inhoudsopgave|table).*",
    re.IGNORECASE,
)
_BASED_ON, _BEFORE = w("basedOn"), w("before")
_OUTLINE, _SPACING = f"{w('pPr')}/{w('outlineLvl')}", f"{w('pPr')}/{w('spacing')}"
_CHAIN = 20
"""Styles in a chain, each based on the next; Word stops at eleven."""


class Style(Struct, frozen=True):
    """A paragraph style; `level` is that of a heading, 0 for none; `before` a space in twips."""

    name: str
    level: int = 0
    is_contents: bool = False
    before: int = 0


class Styles(Struct):
    """The styles of a file, looked up by id."""

    _nodes: dict[str, Element] = field(default_factory=dict[str, Element])
    _known: dict[str, Style] = field(default_factory=dict[str, Style])

    def of(self, name: str) -> Style:
        """Give a style by its id; one that is not listed has its id for a name."""
        if name not in self._known:
            self._known[name] = self._found(name)
        return self._known[name]

    def _found(self, name: str) -> Style:
        title = value(self._title(name)) or name
        if _CONTENTS.fullmatch(title):
            return Style(title, is_contents=True)
        return Style(title, self._level(name), before=self._before(name))

    def _title(self, name: str) -> Element | None:
        node = self._nodes.get(name)
        return node.find(w("name")) if node is not None else None

    def _chain(self, name: str) -> Iterator[tuple[str, Element | None]]:
        """Give a style and those it is based on, by id; the last may not be listed."""
        for _ in range(_CHAIN):
            if not name:
                return
            node = self._nodes.get(name)
            yield name, node
            name = value(node.find(_BASED_ON)) if node is not None else ""

    def _level(self, name: str) -> int:
        """Give the level of a heading: the first style of the chain that says so decides."""
        for one, node in self._chain(name):
            outline = node.find(_OUTLINE) if node is not None else None
            if outline is not None:
                return level(outline)
            found = _HEADING.fullmatch(value(self._title(one)) or one)
            if found:
                return int(found[1])
        return 0

    def _before(self, name: str) -> int:
        for _, node in self._chain(name):
            spacing = node.find(_SPACING) if node is not None else None
            if spacing is not None and spacing.get(_BEFORE) is not None:
                return whole(spacing.get(_BEFORE))
        return 0


def level(outline: Element | None) -> int:
    """Give the level of a heading from 1 on; the ninth step down is body text."""
    found = whole(value(outline), LEVELS)
    return found + 1 if found < LEVELS else 0


def styles_of(roots: Iterable[Element]) -> Styles:
    """Read the parts that list styles; the first style of an id counts."""
    nodes: dict[str, Element] = {}
    for root in roots:
        for node in root.iterchildren(w("style")):
            name = node.get(w("styleId")) or ""
            if name and (node.get(w("type")) or "paragraph") == "paragraph":
                nodes.setdefault(name, node)
    return Styles(nodes)
