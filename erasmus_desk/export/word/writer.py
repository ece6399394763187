"""The Word file of a document, with our style document or a school's template.

It contains the record of what was sent as parts of its own, and the comments.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import cast

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.parser import parse_xml
from docx.parts.document import DocumentPart
from msgspec import Struct

from erasmus_desk.errors import TemplateError
from erasmus_desk.export.document.anchors import Anchors
from erasmus_desk.export.document.blocks import Document, HeaderFooter, PageOrientation
from erasmus_desk.export.document.comments import CommentSet
from erasmus_desk.export.word import comments, package_parts
from erasmus_desk.export.word import template as templates
from erasmus_desk.export.word.body import PageSetup, PageSetups, render_body
from erasmus_desk.export.word.font_widths import FontWidths
from erasmus_desk.export.word.package_parts import XML_DECLARATION
from erasmus_desk.export.word.page_numbers import PageReckoner, find_page
from erasmus_desk.export.word.style_sheet import StyleSheet, read_theme_fonts
from erasmus_desk.export.word.template import Node, r, w
from erasmus_desk.export.word.text_runs import RenderContext
from erasmus_desk.i18n import formats
from erasmus_desk.round_trip.codec import NAMESPACE

_CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_ITEM_ID = "{7D1B6A52-3C0E-4B47-9E0A-5B1F6C2D8E41}"
"""The id of our custom XML part; the same in all files, as a file has only one."""


class RoundTripParts(Struct, frozen=True):
    """The parts of a file for its import after review: record and comments.

    `build_record` makes the record from the lines in the headers and footers of the file, which
    may be those of a school's template.
    """

    build_record: Callable[[tuple[str, ...]], bytes]
    comments: CommentSet = CommentSet()


_KEPT_RELATIONS = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.WEB_SETTINGS,
    RELATIONSHIP_TYPE.FOOTNOTES,
    RELATIONSHIP_TYPE.ENDNOTES,
}
"""Parts that a template keeps besides headers and footers; others belong to its text."""


def render(
    document: Document,
    style: bytes,
    template: bytes | None = None,
    round_trip: RoundTripParts | None = None,
    fonts: FontWidths | None = None,
) -> bytes:
    """Render the file with our style document, or with the styles of a template.

    The contents have page numbers if the pages can be reckoned from the widths of the `fonts`.
    Equal documents give equal bytes. Raises TemplateError.
    """
    ours = _open_main_part(style)
    if template is None:
        main, ids = ours, templates.list_style_ids(_find_root(ours, RELATIONSHIP_TYPE.STYLES))
    else:
        main = _open_template(template)
        ids = _adopt_template(main, ours)
    language = formats.find_language_tag(document.properties.language)
    for part in (RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS):
        templates.set_language(_find_root(main, part), language)
    section = _find_section(main, ours)
    reckoner = _build_reckoner(main, section, document, fonts) if fonts else None
    pages = _build_page_setups(main, section, document, ids)
    package = main.package
    if package is None:
        raise TemplateError("unreadable")
    _replace_properties(package, document, language)
    comment_set = round_trip.comments if round_trip else CommentSet()
    if round_trip is not None:
        _add_record(main, round_trip.build_record(tuple(_list_header_footer_lines(main))))
    for comment_part in comments.build_comment_parts(comment_set, document.properties.language):
        name, content_type = PackURI(comment_part.name), comment_part.content_type
        main.relate_to(Part(name, content_type, comment_part.content), comment_part.relationship)
    anchors = Anchors(document.labels, comment_set.by_anchor)
    body = render_body(document, pages, anchors, reckoner.find_pages if reckoner else None)
    content = package_parts.build_main_part(body)
    return package_parts.pack_zip(_collect_files(package, main, content))


def _open_main_part(content: bytes) -> DocumentPart:
    return docx.Document(io.BytesIO(content)).part


def _open_template(template: bytes) -> DocumentPart:
    checked = templates.check_template(template)
    try:
        main = _open_main_part(checked)
        # Accessing them creates them if they are missing.
        _ = main.styles, main.settings
    except Exception as problem:
        # The library lets through errors of its parts: KeyError, ValueError, syntax errors …
        raise TemplateError("unreadable") from problem
    return main


def _adopt_template(main: DocumentPart, ours: DocumentPart) -> dict[str, str]:
    """Add our styles and list to a template, and remove its text and risky settings."""
    settings = _find_part(main, RELATIONSHIP_TYPE.SETTINGS)
    templates.neutralise_settings(cast("Node", settings.element))
    for name in [name for name, link in settings.rels.items() if link.is_external]:
        del settings.rels[name]
    kept = set(templates.find_headers_and_footers(cast("Node", main.element)).values())
    for name, link in tuple(main.rels.items()):
        if link.reltype not in _KEPT_RELATIONS and name not in kept:
            del main.rels[name]
    ours_numbering = _find_root(ours, RELATIONSHIP_TYPE.NUMBERING)
    try:
        numbering = _find_root(main, RELATIONSHIP_TYPE.NUMBERING)
        bullet = templates.adopt_numbering(numbering, ours_numbering)
    except KeyError:
        main.relate_to(_find_part(ours, RELATIONSHIP_TYPE.NUMBERING), RELATIONSHIP_TYPE.NUMBERING)
        bullet = "1"
    styles = _find_root(main, RELATIONSHIP_TYPE.STYLES)
    return templates.adopt_styles(styles, _find_root(ours, RELATIONSHIP_TYPE.STYLES), bullet)


def _find_part(main: DocumentPart, kind: str) -> XmlPart:
    found = main.part_related_by(kind)
    if not isinstance(found, XmlPart):
        raise KeyError(kind)
    return found


def _find_root(main: DocumentPart, kind: str) -> Node:
    return cast("Node", _find_part(main, kind).element)


def _find_section(main: DocumentPart, ours: DocumentPart) -> Node:
    """Return the properties of the last section, ours if a template has none."""
    for part in (main, ours):
        root = cast("Node", part.element)
        found = root.find(f"{w('body')}/{w('sectPr')}")
        if found is not None:
            return found
    raise TemplateError("unreadable")


def _build_page_setups(
    main: DocumentPart, section: Node, document: Document, styles: dict[str, str]
) -> PageSetups:
    """Build the sections with the headers and footers of the template, or ours.

    Ours are made twice, as their right tab has another position on landscape pages.
    """
    links = templates.find_headers_and_footers(cast("Node", main.element))
    landscape = _make_landscape(section)
    blocks = (block for block in document.blocks if isinstance(block, PageOrientation))
    has_landscape = any(block.is_landscape for block in blocks)
    templates.remove_children(section, *templates.HEADER_FOOTER_REFERENCES)
    if not links and section.find(w("titlePg")) is None:
        _insert_title_page(section)
    widths = (templates.get_text_width(one) for one in (section, landscape))
    narrow, wide = (RenderContext(styles, width) for width in widths)
    ours: dict[tuple[str, str], str] = {}
    known, texts = {name for name, _ in links}, document.header_footer
    for name in templates.HEADER_FOOTER_REFERENCES:
        if name not in known:
            links[name, "default"] = _add_header_footer(main, name, "proposal", texts, narrow)
            if has_landscape:
                ours[name, "default"] = _add_header_footer(main, name, "wide", texts, wide)
    _link_section(section, links)
    _link_section(landscape, ours)
    later = deepcopy(section)
    templates.remove_children(later, "titlePg")
    first, wider = PageSetup(section.xml, narrow), PageSetup(landscape.xml, wide)
    return PageSetups(first, wider, PageSetup(later.xml, narrow))


def _build_reckoner(
    main: DocumentPart, section: Node, document: Document, fonts: FontWidths
) -> PageReckoner | None:
    """Build what finds the pages of headings, or nothing where they would be uncertain."""
    headers, footers = (
        [cast("Node", parse_xml(part.blob)) for part in _list_parts(main, kind)]
        for kind in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
    )
    page = find_page(section, headers, footers)
    if page is None:
        return None
    theme = next(iter(_list_parts(main, RELATIONSHIP_TYPE.THEME)), None)
    theme_fonts = read_theme_fonts(cast("Node", parse_xml(theme.blob))) if theme else {}
    styles = StyleSheet.read(_find_root(main, RELATIONSHIP_TYPE.STYLES), theme_fonts)
    turns = (block for block in document.blocks if isinstance(block, PageOrientation))
    later = (page.rotated() if turn.is_landscape else page for turn in turns)
    return PageReckoner(styles, fonts, (page, *later))


def _make_landscape(section: Node) -> Node:
    """Return the properties of a landscape section, without headers and footers.

    Without references, a section has the headers and footers of the one before.
    """
    landscape = deepcopy(section)
    templates.remove_children(landscape, "titlePg", *templates.HEADER_FOOTER_REFERENCES)
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
    return main.relate_to(Part(PackURI(file), kind, build(texts, context)), relation)


def _link_section(section: Node, links: dict[tuple[str, str], str]) -> None:
    for (name, place), target in sorted(links.items(), reverse=True):
        link = cast("Node", parse_xml(f'<w:{name} {package_parts.NAMESPACES} w:type="{place}"/>'))
        link.set(r("id"), target)
        section.insert(0, link)


def _insert_title_page(section: Node) -> None:
    """Insert the setting of a different first page at its place in the schema."""
    after = set(map(w, ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings")))
    place = next((at for at, child in enumerate(section) if child.tag in after), len(section))
    section.insert(place, cast("Node", parse_xml(f"<w:titlePg {package_parts.NAMESPACES}/>")))


def _list_header_footer_lines(main: DocumentPart) -> Iterator[str]:
    """Return the lines of all headers, then of all footers, that are not blank."""
    for kind in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER):
        for part in _list_parts(main, kind):
            root = cast("Node", parse_xml(part.blob))
            texts = ("".join(_list_visible_text(one)) for one in root.iter(w("p")))
            yield from (text for text in texts if text.strip())


def _list_parts(main: DocumentPart, kind: str) -> list[Part]:
    """Return the parts of a kind in the order of their names."""
    parts = {link.target_part for link in main.rels.values() if link.reltype == kind}
    return sorted(parts, key=lambda one: str(one.partname))


def _list_visible_text(element: Node) -> Iterator[str]:
    """Return the parts of a text, fields as their values."""
    for child in element:
        if child.tag == w("t"):
            yield child.text or ""
        elif child.tag == w("tab"):
            yield "\t"
        elif child.tag in {w("br"), w("cr")}:
            yield "\n"
        elif child.tag not in {w("p"), w("pPr"), w("instrText"), w("delText")}:
            yield from _list_visible_text(child)


def _add_record(main: DocumentPart, record: bytes) -> None:
    """Add the record as a custom XML part; those of a template are already removed."""
    part = Part(PackURI("/customXml/item1.xml"), CONTENT_TYPE.XML, record)
    properties = (
        f'{XML_DECLARATION}<ds:datastoreItem xmlns:ds="{_CUSTOM_XML}" ds:itemID="{_ITEM_ID}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
        "</ds:datastoreItem>"
    ).encode()
    kind = CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES
    named = Part(PackURI("/customXml/itemProps1.xml"), kind, properties)
    part.relate_to(named, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    main.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def _replace_properties(package: OpcPackage, document: Document, language: str) -> None:
    """Replace all properties of the file by ours."""
    for name, link in tuple(package.rels.items()):
        if link.reltype != RELATIONSHIP_TYPE.OFFICE_DOCUMENT:
            del package.rels[name]
    content = package_parts.build_core_properties(document.properties, language)
    core = Part(PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, content)
    package.relate_to(core, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    content = package_parts.build_app_properties()
    app = Part(PackURI("/docProps/app.xml"), CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, content)
    package.relate_to(app, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)


def _collect_files(package: OpcPackage, main: DocumentPart, content: bytes) -> dict[str, bytes]:
    """Return all files of the package, the main part with its new content."""
    parts = sorted(package.iter_parts(), key=lambda part: str(part.partname))
    kinds = {str(part.partname): part.content_type for part in parts}
    files = {
        "[Content_Types].xml": package_parts.build_content_types(kinds),
        # The XML of relationships is bytes, although the library types it as text.
        "_rels/.rels": cast("bytes", package.rels.xml),
    }
    for part in parts:
        files[part.partname.membername] = content if part is main else part.blob
        if part.rels:
            files[PackURI(part.partname.rels_uri).membername] = cast("bytes", part.rels.xml)
    return files
