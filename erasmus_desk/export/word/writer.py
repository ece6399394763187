"""The Word file of a document, with our style document or a school's template.

It contains the record of what was sent as parts of its own, and the comments.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.errors import TemplateError
from erasmus_desk.export.document.anchors import Anchors
from erasmus_desk.export.document.blocks import Document, PageOrientation
from erasmus_desk.export.document.comments import CommentSet
from erasmus_desk.export.document.page_space import PageSpace
from erasmus_desk.export.word import (
    comments,
    letterhead_check,
    package_parts,
    page_space,
    pages,
    template_repair,
    template_styles,
)
from erasmus_desk.export.word.body import render_body
from erasmus_desk.export.word.docx_library import (
    CONTENT_TYPE,
    RELATIONSHIP_TYPE,
    DocumentPart,
    OpcPackage,
    PackURI,
    Part,
    XmlPart,
    open_main_part,
    parse_xml,
)
from erasmus_desk.export.word.font_widths import FontWidths
from erasmus_desk.export.word.package_parts import XML_DECLARATION
from erasmus_desk.export.word.page_numbers import PageReckoner, find_page
from erasmus_desk.export.word.template import CheckedTemplate, check_template
from erasmus_desk.export.word.template_headers import HeaderValues
from erasmus_desk.export.word.xml_nodes import Node, w
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


Template = bytes | CheckedTemplate
"""The content of a template; what was checked already is not checked once more."""

_KEPT_RELATIONS = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.THEME,
}
"""Parts that a template keeps besides headers and footers; others belong to its text."""


_MAX_TITLE = 60
"""Letters of a title that fit in a letterhead."""


class _Base(Struct, frozen=True):
    """The file that the blocks are written into, with the ids of our styles in it."""

    main: DocumentPart
    styles: dict[str, str]
    section: Node
    links: dict[tuple[str, str], str] = {}
    is_page_replaced: bool = False
    has_own_sizes: bool = False


def render(
    document: Document,
    style: bytes,
    template: Template | None = None,
    round_trip: RoundTripParts | None = None,
    fonts: FontWidths | None = None,
) -> bytes:
    """Render the file with our style document, or with the styles of a template.

    The contents have page numbers if the pages can be reckoned from the widths of the `fonts`.
    Equal documents give equal bytes. Raises TemplateError.
    """
    about = document.properties
    values = HeaderValues(_shorten_title(document), about.subject, about.author)
    base = _open_base(style, template, values)
    main = base.main
    language = formats.find_language_tag(document.properties.language)
    for part in (RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS):
        template_styles.set_language(_find_root(main, part), language)
    reckoner = _build_reckoner(main, base.section, document, fonts) if fonts else None
    setups = pages.build_page_setups(main, base.section, document, base.styles, base.links)
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
    body = render_body(document, setups, anchors, reckoner.find_pages if reckoner else None)
    content = package_parts.build_main_part(body)
    return package_parts.pack_zip(_collect_files(package, main, content))


def _shorten_title(document: Document) -> str:
    """Return the title for a letterhead, which has room for one line: a long one by its acronym."""
    title = document.properties.title
    short = document.header_footer.left.text
    return short if short and len(title) > _MAX_TITLE else title


def _open_base(style: bytes, template: Template | None, values: HeaderValues) -> _Base:
    """Open our style document, or a template with our styles added to its own."""
    ours = open_main_part(style)
    if template is None:
        ids = template_styles.list_style_ids(_find_root(ours, RELATIONSHIP_TYPE.STYLES))
        return _Base(ours, ids, pages.find_section(ours, ours))
    main, has_macros = _open_template(template)
    found = pages.find_section(main, ours)
    # What macros fill in stays empty without them, so that only styles are of use.
    used = pages.find_section(ours, ours) if has_macros else found
    section, is_replaced = pages.adapt_section(used)
    values = replace(values, language=_find_language(main))
    links = {} if has_macros else pages.adopt_letterhead(main, found, values)
    roots = (_find_root(one, RELATIONSHIP_TYPE.STYLES) for one in (main, ours))
    has_own_sizes = template_styles.has_own_sizes(*roots)
    ids = _adopt_template(main, ours, set(links.values()))
    return _Base(main, ids, section, links, is_replaced, has_own_sizes)


def _find_language(main: DocumentPart) -> str:
    """Return the language of the text of a template, empty if it does not say."""
    defaults = _find_root(main, RELATIONSHIP_TYPE.STYLES).find(w("docDefaults"))
    found = next(defaults.iter(w("lang")), None) if defaults is not None else None
    return (found.get(w("val")) or "") if found is not None else ""


def measure_page(style: bytes, template: Template) -> PageSpace:
    """Return the room on a page of a template, compared with ours. Raises TemplateError."""
    values = HeaderValues("", "", "")
    areas: list[tuple[int, int]] = []
    bases = _open_base(style, None, values), _open_base(style, template, values)
    for base in bases:
        width, height = page_space.measure_area(base.main, base.section, base.links)
        styles = page_space.read_styles(base.main)
        letters = page_space.find_letter_width(styles, base.styles["Answer"])
        areas.append((round(width / letters), height))
    (width, height), (own_width, own_height) = areas
    theirs = bases[-1]
    return PageSpace(
        own_width / width, own_height / height, theirs.is_page_replaced, theirs.has_own_sizes
    )


def find_remarks(content: bytes, space: PageSpace) -> tuple[str, ...]:
    """Return what is to be said of the template of a file, whose pages have this room, as codes.

    `page` and `size`: page or sizes of type are not those of the template; the others are what not
    everybody can read.
    """
    page = ("page",) if space.is_replaced else ()
    size = ("size",) if space.has_own_sizes else ()
    return (*page, *size, *letterhead_check.find_remarks(content))


def _open_template(template: Template) -> tuple[DocumentPart, bool]:
    checked = template if isinstance(template, CheckedTemplate) else check_template(template)
    try:
        main = open_main_part(checked.content)
        # Accessing them creates them if they are missing.
        _ = main.styles, main.settings
    except Exception as problem:
        # The library lets through errors of its parts: KeyError, ValueError, syntax errors …
        raise TemplateError("unreadable") from problem
    return main, checked.has_macros


def _adopt_template(main: DocumentPart, ours: DocumentPart, kept: set[str]) -> dict[str, str]:
    """Add our styles and list to a template, and remove its text and risky settings.

    `kept` are the relationships to its headers and footers.
    """
    settings = _find_part(main, RELATIONSHIP_TYPE.SETTINGS)
    template_styles.neutralise_settings(cast("Node", settings.element))
    for name in [name for name, link in settings.rels.items() if link.is_external]:
        del settings.rels[name]
    for name, link in tuple(main.rels.items()):
        if link.reltype not in _KEPT_RELATIONS and name not in kept:
            del main.rels[name]
    styles, designs = (_find_root(one, RELATIONSHIP_TYPE.STYLES) for one in (main, ours))
    template_repair.repair(main)
    lists = _find_part(ours, RELATIONSHIP_TYPE.NUMBERING)
    try:
        numbering = _find_root(main, RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        main.relate_to(lists, RELATIONSHIP_TYPE.NUMBERING)
        return template_styles.adopt_styles(styles, designs, "1")
    template_styles.unlink_levels(numbering, styles, designs)
    bullet = template_styles.adopt_numbering(numbering, cast("Node", lists.element))
    return template_styles.adopt_styles(styles, designs, bullet)


def _find_part(main: DocumentPart, kind: str) -> XmlPart:
    found = main.part_related_by(kind)
    if not isinstance(found, XmlPart):
        raise KeyError(kind)
    return found


def _find_root(main: DocumentPart, kind: str) -> Node:
    return cast("Node", _find_part(main, kind).element)


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
    styles = page_space.read_styles(main)
    turns = (block for block in document.blocks if isinstance(block, PageOrientation))
    later = (page.rotated() if turn.is_landscape else page for turn in turns)
    return PageReckoner(styles, fonts, (page, *later))


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
        files[part.partname.membername] = (
            content if part is main else template_repair.read_part(part)
        )
        if part.rels:
            files[PackURI(part.partname.rels_uri).membername] = cast("bytes", part.rels.xml)
    return files
