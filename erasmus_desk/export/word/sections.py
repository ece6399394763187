"""Pages of a document: upright ones, and those that lie on their side for wide tables."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from msgspec import Struct

from erasmus_desk.export.word.template import Node, text_width, w
from erasmus_desk.export.word.text_runs import Setting

EDGES = {w("headerReference"), w("footerReference")}
"""What links a section to its headers and footers."""


class Page(Struct, frozen=True):
    """How pages of a section are: its properties as XML, and where text is set on them."""

    section: str
    setting: Setting


class Pages(Struct, frozen=True):
    """The first pages, those that lie on their side, and upright ones after such."""

    first: Page
    wide: Page
    upright: Page


def on_its_side(section: Node) -> Node:
    """Give the properties of a section whose pages lie on their side, without its edges.

    A section that names no header takes over that of the section before it.
    """
    turned = _later(section)
    for child in list(turned):
        if child.tag in EDGES:
            turned.remove(child)
    size = turned.find(w("pgSz"))
    if size is not None:
        width, height = (int(size.get(w(name)) or 0) for name in ("w", "h"))
        size.set(w("w"), str(max(width, height)))
        size.set(w("h"), str(min(width, height)))
        size.set(w("orient"), "landscape")
    return turned


def pages(first: Node, wide: Node, styles: Mapping[str, str]) -> Pages:
    """Give the pages of a document from the properties of its sections."""
    return Pages(*(_page(one, styles) for one in (first, wide, _later(first))))


def _page(section: Node, styles: Mapping[str, str]) -> Page:
    return Page(section.xml, Setting(styles, text_width(section)))


def _later(section: Node) -> Node:
    """Give the properties of a section that does not open the document."""
    found = deepcopy(section)
    cover = found.find(w("titlePg"))
    if cover is not None:
        found.remove(cover)
    return found
