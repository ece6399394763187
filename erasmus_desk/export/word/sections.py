"""The sections of a Word file: portrait pages, and landscape pages for wide tables."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from msgspec import Struct

from erasmus_desk.export.word.template import (
    HEADER_FOOTER_REFERENCES,
    Node,
    get_text_width,
    remove_children,
    w,
)
from erasmus_desk.export.word.text_runs import RenderContext


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
    landscape = deepcopy(section)
    remove_children(landscape, "titlePg", *HEADER_FOOTER_REFERENCES)
    size = landscape.find(w("pgSz"))
    if size is not None:
        width, height = (int(size.get(w(name)) or 0) for name in ("w", "h"))
        size.set(w("w"), str(max(width, height)))
        size.set(w("h"), str(min(width, height)))
        size.set(w("orient"), "landscape")
    return landscape


def build_page_setups(first: Node, landscape: Node, styles: Mapping[str, str]) -> PageSetups:
    """Return the page setups for the properties of the first and the landscape section."""
    later = deepcopy(first)
    remove_children(later, "titlePg")
    setups = (
        PageSetup(section.xml, RenderContext(styles, get_text_width(section)))
        for section in (first, landscape, later)
    )
    return PageSetups(*setups)
