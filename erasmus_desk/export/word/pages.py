"""The pages of a Word file: their size and margins, headers and footers, of a template or ours."""

from __future__ import annotations

from copy import deepcopy
from typing import cast

from erasmus_desk.errors import TemplateError
from erasmus_desk.export.document.blocks import Document, HeaderFooter, PageOrientation
from erasmus_desk.export.word import (
    letterhead_pictures,
    package_parts,
    page_space,
    template_headers,
)
from erasmus_desk.export.word.body import PageSetup, PageSetups
from erasmus_desk.export.word.docx_library import (
    CONTENT_TYPE,
    RELATIONSHIP_TYPE,
    DocumentPart,
    PackURI,
    Part,
    XmlPart,
    parse_xml,
)
from erasmus_desk.export.word.template_headers import HEADER_FOOTER_REFERENCES
from erasmus_desk.export.word.text_runs import RenderContext
from erasmus_desk.export.word.xml_nodes import Node, add_node, r, remove_children, w

_Links = dict[tuple[str, str], str]
"""The relationships to headers and footers by element and type of page."""
_UNWANTED = (
    "type",  # a section that begins on an odd page
    "pgNumType",  # page numbers in Roman figures, or from 7
    "cols",
    "lnNumType",
    "vAlign",
    "textDirection",
    "formProt",
    "paperSrc",
    "printerSettings",
    "sectPrChange",
    "footnotePr",
    "endnotePr",
)
"""What a section of a template has for its own text."""
_EVEN_PAGES = "evenAndOddHeaders"
_EDGE, _MIN_EDGE = 680, 284
"""Between our header or footer and the edge of the page, in twips: as we have it, and at least."""
_LINE_OF_OURS = 560
"""Height in twips of our header or footer, with the space to the text."""
_BELOW_LETTERHEAD = 160
"""Space in twips between a letterhead and the heading of a page."""
_HALF_POINT = 10
"""A half point in twips."""


def find_section(main: DocumentPart, ours: DocumentPart) -> Node:
    """Return the last portrait section of a template, ours if it has none."""
    for part in (main, ours):
        sections = list(cast("Node", part.element).iter(w("sectPr")))
        upright = [one for one in sections if not _is_landscape(one)]
        if sections:
            return (upright or sections)[-1]
    raise TemplateError("unreadable")


def adapt_section(section: Node) -> tuple[Node, bool]:
    """Return a section of a template without what only its own text needs.

    And whether its page has no room for text, so that A4 took its place.
    """
    adapted = deepcopy(section)
    remove_children(adapted, *_UNWANTED)
    grid = adapted.find(w("docGrid"))
    if grid is not None:
        adapted.remove(grid)
    for child in list(adapted):
        if child.tag.rpartition("}")[0] != w("x").rpartition("}")[0]:
            adapted.remove(child)
    return adapted, page_space.settle_page(adapted)


def _is_landscape(section: Node) -> bool:
    size = section.find(w("pgSz"))
    return size is not None and size.get(w("orient")) == "landscape"


def adopt_letterhead(
    main: DocumentPart, section: Node, values: template_headers.HeaderValues
) -> _Links:
    """Return the headers and footers of a section, cleaned; those that are empty are left out."""
    links = template_headers.find_headers_and_footers(cast("Node", main.element), section)
    kept: _Links = {}
    cleaned: dict[str, bool] = {}
    for place, name in links.items():
        part = main.related_parts.get(name)
        if isinstance(part, XmlPart):
            if name not in cleaned:
                root = cast("Node", part.element)
                cleaned[name] = template_headers.clean_letterhead(root, values)
            if cleaned[name]:
                kept[place] = name
    for name in HEADER_FOOTER_REFERENCES:
        # What only pages on the left have is better than one of ours beside it.
        if (name, "default") not in kept and (name, "even") in kept:
            kept[name, "default"] = kept.pop((name, "even"))
    return kept


def build_page_setups(
    main: DocumentPart, section: Node, document: Document, styles: dict[str, str], links: _Links
) -> PageSetups:
    """Build the sections with the headers and footers of the template, or ours.

    Ours are made twice, as their right tab has another position on landscape pages.
    """
    links, ours = dict(links), _Links()
    has_letterhead = any(name == "headerReference" for name, _ in links)
    _leave_room(main, section, links)
    landscape = _make_landscape(section)
    blocks = (block for block in document.blocks if isinstance(block, PageOrientation))
    has_landscape = any(block.is_landscape for block in blocks)
    remove_children(section, *HEADER_FOOTER_REFERENCES)
    if not links and section.find(w("titlePg")) is None:
        _insert_title_page(section)
    areas = (page_space.measure_area(main, one, links) for one in (section, landscape))
    sheet = page_space.read_styles(main)
    letters = page_space.find_letter_width(sheet, styles["Answer"])
    title_size = sheet.paragraph_style(styles["Title"]).size / _HALF_POINT
    narrow, wide = (
        RenderContext(
            styles,
            width,
            height=height,
            letter_width=letters,
            cover_letters=page_space.find_widest_letters(sheet, styles["Answer"]),
            title_size=title_size,
            page_top=_BELOW_LETTERHEAD if has_letterhead else 0,
        )
        for width, height in areas
    )
    known = {name for name, kind in links if kind == "default"}
    for name in HEADER_FOOTER_REFERENCES:
        if name not in known:
            texts = document.header_footer
            links[name, "default"] = _add_header_footer(main, name, "proposal", texts, narrow)
            if has_landscape:
                ours[name, "default"] = _add_header_footer(main, name, "wide", texts, wide)
    _settle_even_pages(main, links)
    _link_section(section, links)
    _link_section(landscape, ours)
    later = deepcopy(section)
    remove_children(later, "titlePg")
    first, wider = PageSetup(section.xml, narrow), PageSetup(landscape.xml, wide)
    return PageSetups(first, wider, PageSetup(later.xml, narrow))


def _leave_room(main: DocumentPart, section: Node, links: _Links) -> None:
    """Move our header or footer from the edge of a page whose template has none.

    Where a picture of the letterhead lies behind it, it moves into the area of the text, which the
    school keeps clear.
    """
    margins = section.find(w("pgMar"))
    for name, side in (("header", "top"), ("footer", "bottom")):
        if margins is None or any(one.startswith(name) for one, _ in links):
            continue
        distance, margin = (_read(margins, one) for one in (name, side))
        if letterhead_pictures.has_picture_at(main, section, links, at_foot=name == "footer"):
            margins.set(w(name), str(margin))
            margins.set(w(side), str(margin + _LINE_OF_OURS))
        elif distance < _MIN_EDGE:
            margins.set(w(name), str(max(0, min(_EDGE, margin // 2))))


def _read(margins: Node, name: str) -> int:
    text = margins.get(w(name)) or ""
    return int(text) if text.isdecimal() else 0


def _settle_even_pages(main: DocumentPart, links: _Links) -> None:
    """Use one header and footer for all pages if the template has none for those on the left."""
    settings = cast("Node", main.settings.element)
    if any((name, "even") not in links for name in HEADER_FOOTER_REFERENCES):
        remove_children(settings, _EVEN_PAGES)
        for name in HEADER_FOOTER_REFERENCES:
            links.pop((name, "even"), None)


def _make_landscape(section: Node) -> Node:
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


def _add_header_footer(
    main: DocumentPart, name: str, suffix: str, texts: HeaderFooter, context: RenderContext
) -> str:
    """Add a header or footer of ours, and return the id of its relationship."""
    is_header = name == "headerReference"
    build = package_parts.build_header if is_header else package_parts.build_footer
    file = f"/word/{name.removesuffix('Reference')}_{suffix}.xml"
    kind = CONTENT_TYPE.WML_HEADER if is_header else CONTENT_TYPE.WML_FOOTER
    relation = RELATIONSHIP_TYPE.HEADER if is_header else RELATIONSHIP_TYPE.FOOTER
    style = context.styles["Header" if is_header else "Footer"]
    stops = page_space.read_styles(main).paragraph_style(style).tab_stops
    tabs = sorted({round(stop) for stop in stops})
    return main.relate_to(Part(PackURI(file), kind, build(texts, context, tabs)), relation)


def _link_section(section: Node, links: _Links) -> None:
    for (name, place), target in sorted(links.items(), reverse=True):
        link = cast("Node", parse_xml(f"<w:{name} {package_parts.NAMESPACES}/>"))
        link.set(w("type"), place)
        link.set(r("id"), target)
        section.insert(0, link)


def _insert_title_page(section: Node) -> None:
    """Insert the setting of a different first page at its place in the schema."""
    after = set(map(w, ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings")))
    place = next((at for at, child in enumerate(section) if child.tag in after), len(section))
    add_node(section, "titlePg", place)
