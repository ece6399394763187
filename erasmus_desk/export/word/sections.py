"""The sections of a Word file: portrait pages, and landscape pages for wide tables."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from msgspec import Struct

from erasmus_desk.export.word.template import Node, get_text_width, w
from erasmus_desk.export.word.text_runs import RenderContext

HEADER_FOOTER_REFERENCES = {w("headerReference"), w("footerReference")}
"""The elements that link a section to its headers and footers."""


class PageSetup(Struct, frozen=True):
    """The properties of a section as XML, and the context for its text."""

    section: str
    context: RenderContext


class PageSetups(Struct, frozen=True):
    """The setups of the first pages, landscape pages, and portrait pages after those."""

    first: PageSetup
    landscape: PageSetup
    portrait: PageSetup


def make_landscape(section: Node) -> Node:
    """Return the properties of a landscape section, without headers and footers.

    Without references, a section has the headers and footers of the one before.
    """
    landscape = _copy_without_title_page(section)
    for child in list(landscape):
        if child.tag in HEADER_FOOTER_REFERENCES:
            landscape.remove(child)
    size = landscape.find(w("pgSz"))
    if size is not None:
        width, height = (int(size.get(w(name)) or 0) for name in ("w", "h"))
        size.set(w("w"), str(max(width, height)))
        size.set(w("h"), str(min(width, height)))
        size.set(w("orient"), "landscape")
    return landscape


def build_page_setups(first: Node, landscape: Node, styles: Mapping[str, str]) -> PageSetups:
    """Return the page setups for the properties of the first and the landscape section."""
    sections = (first, landscape, _copy_without_title_page(first))
    return PageSetups(*(_build_page_setup(section, styles) for section in sections))


def _build_page_setup(section: Node, styles: Mapping[str, str]) -> PageSetup:
    return PageSetup(section.xml, RenderContext(styles, get_text_width(section)))


def _copy_without_title_page(section: Node) -> Node:
    """Return the properties of a section that is not the first."""
    copy = deepcopy(section)
    title_page = copy.find(w("titlePg"))
    if title_page is not None:
        copy.remove(title_page)
    return copy
