"""The blocks as a Word file, with our own style document or a school's template.

What a Word file takes along unseen: the record of what it was sent with, as its own parts.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import cast

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.parser import parse_xml
from docx.parts.document import DocumentPart
from msgspec import Struct

from erasmus_desk.errors import TemplateError
from erasmus_desk.export.document.anchors import Places
from erasmus_desk.export.document.blocks import Document, Edge, Turn
from erasmus_desk.export.document.comments import SILENCE, Talk
from erasmus_desk.export.word import comments, sections
from erasmus_desk.export.word import package_parts as frame
from erasmus_desk.export.word import template as adopt
from erasmus_desk.export.word import template as word_template
from erasmus_desk.export.word.body import body
from erasmus_desk.export.word.package_parts import HEAD
from erasmus_desk.export.word.sections import Pages
from erasmus_desk.export.word.template import Node, r, w
from erasmus_desk.export.word.text_runs import Setting
from erasmus_desk.i18n import formats
from erasmus_desk.round_trip.codec import NAMESPACE

PLAIN = "application/xml"
_DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_GUID = "{7D1B6A52-3C0E-4B47-9E0A-5B1F6C2D8E41}"
"""Names our part in the store of a file; the same in each, as a file has only one."""


class WayHome(Struct, frozen=True):
    """What a file needs to find its way home.

    `record` makes the record's part from the lines in the headers and footers, which only a
    file has: a school's template brings its own. `talk` are the comments that it takes along.
    """

    record: Callable[[tuple[str, ...]], bytes]
    talk: Talk = SILENCE


def properties() -> bytes:
    """Give the part that names the record in the store of a file."""
    return (
        f'{HEAD}<ds:datastoreItem xmlns:ds="{_DATA_STORE}" ds:itemID="{_GUID}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
        "</ds:datastoreItem>"
    ).encode()


def edge_lines(root: Node) -> Iterator[str]:
    """Give the lines of a header or footer that are not blank, fields as what they show."""
    for paragraph in root.iter(w("p")):
        text = "".join(_shown(paragraph))
        if text.strip():
            yield text


def _shown(element: Node) -> Iterator[str]:
    for child in element:
        if child.tag == w("t"):
            yield child.text or ""
        elif child.tag == w("tab"):
            yield "\t"
        elif child.tag in {w("br"), w("cr")}:
            yield "\n"
        elif child.tag not in {w("p"), w("pPr"), w("instrText"), w("delText")}:
            yield from _shown(child)


_KEPT = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.WEB_SETTINGS,
    RELATIONSHIP_TYPE.FOOTNOTES,
    RELATIONSHIP_TYPE.ENDNOTES,
}
"""What a template keeps besides its headers and footers; all else belongs to its text."""


def render(
    document: Document,
    style: bytes,
    template: bytes | None = None,
    home: WayHome | None = None,
) -> bytes:
    """Give the file. `style` is our style document; a template lends its own instead.

    `home` is what the file takes along to find its way home. Equal documents give equal bytes.
    Raises TemplateError.
    """
    ours = _main(style)
    if template is None:
        main, ids = ours, adopt.style_ids(_root(ours, RELATIONSHIP_TYPE.STYLES))
    else:
        main = _opened(template)
        ids = _adopted(main, ours)
    language = formats.tag(document.about.language)
    for part in (RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS):
        adopt.set_language(_root(main, part), language)
    has_wide = any(isinstance(block, Turn) and block.wide for block in document.blocks)
    pages = _pages(main, _section(main, ours), document.edge, ids, has_wide=has_wide)
    _properties(main, document, language)
    talk = home.talk if home else SILENCE
    if home is not None:
        _take_along(main, home.record(tuple(_edge_lines(main))))
    for extra in comments.parts(talk, document.about.language):
        main.relate_to(Part(PackURI(extra.name), extra.kind, extra.content), extra.link)
    places = Places(document.labels, talk.at)
    content = frame.main_part(body(document, pages, places))
    return frame.archive(_files(main, content))


def _main(content: bytes) -> DocumentPart:
    return docx.Document(io.BytesIO(content)).part


def _opened(template: bytes) -> DocumentPart:
    checked = word_template.checked(template)
    try:
        main = _main(checked)
        # Asked for, so that they are made where the file has none.
        _ = main.styles, main.settings
    except Exception as problem:
        # The library raises whatever its parts raise: KeyError, ValueError, syntax errors …
        raise TemplateError("unreadable") from problem
    return main


def _adopted(main: DocumentPart, ours: DocumentPart) -> dict[str, str]:
    """Give a template our styles and list, and take its text and its snares away."""
    settings = _part(main, RELATIONSHIP_TYPE.SETTINGS)
    adopt.calm(cast("Node", settings.element))
    for name in [name for name, link in settings.rels.items() if link.is_external]:
        del settings.rels[name]
    edges = set(adopt.edges(cast("Node", main.element)).values())
    gone = [
        name for name, link in main.rels.items() if link.reltype not in _KEPT and name not in edges
    ]
    for name in gone:
        del main.rels[name]
    ours_numbering = _root(ours, RELATIONSHIP_TYPE.NUMBERING)
    try:
        numbering = _root(main, RELATIONSHIP_TYPE.NUMBERING)
        bullet = adopt.adopt_numbering(numbering, ours_numbering)
    except KeyError:
        main.relate_to(_part(ours, RELATIONSHIP_TYPE.NUMBERING), RELATIONSHIP_TYPE.NUMBERING)
        bullet = "1"
    styles = _root(main, RELATIONSHIP_TYPE.STYLES)
    return adopt.adopt_styles(styles, _root(ours, RELATIONSHIP_TYPE.STYLES), bullet)


def _part(main: DocumentPart, kind: str) -> XmlPart:
    found = main.part_related_by(kind)
    if not isinstance(found, XmlPart):
        raise KeyError(kind)
    return found


def _root(main: DocumentPart, kind: str) -> Node:
    return cast("Node", _part(main, kind).element)


def _section(main: DocumentPart, ours: DocumentPart) -> Node:
    """Give the properties of the last section, ours where a template has none."""
    for part in (main, ours):
        root = cast("Node", part.element)
        found = root.find(f"{w('body')}/{w('sectPr')}")
        if found is not None:
            return found
    raise TemplateError("unreadable")


def _pages(
    main: DocumentPart, section: Node, edge: Edge, styles: dict[str, str], *, has_wide: bool
) -> Pages:
    """Give the sections their headers and footers: those of the template, or else ours.

    Ours are made twice: what stands on their right has another place on a page that lies on
    its side. Those of a template go on as they are.
    """
    links = adopt.edges(cast("Node", main.element))
    wide = sections.on_its_side(section)
    for child in list(section):
        if child.tag in sections.EDGES:
            section.remove(child)
    if not links and section.find(w("titlePg")) is None:
        _insert_title_page(section)
    upright, aside = (Setting(styles, adopt.text_width(one)) for one in (section, wide))
    ours: dict[tuple[str, str], str] = {}
    known = {name for name, _ in links}
    for name in ("headerReference", "footerReference"):
        if name not in known:
            links[name, "default"] = _edge(main, name, "proposal", edge, upright)
            if has_wide:
                ours[name, "default"] = _edge(main, name, "wide", edge, aside)
    _link(section, links)
    _link(wide, ours)
    return sections.pages(section, wide, styles)


def _edge(main: DocumentPart, name: str, of: str, edge: Edge, setting: Setting) -> str:
    """Make a header or footer of ours, and give the id it is linked by."""
    is_header = name == "headerReference"
    content = frame.header(edge, setting) if is_header else frame.footer(edge, setting)
    file = f"/word/{name.removesuffix('Reference')}_{of}.xml"
    kind = CONTENT_TYPE.WML_HEADER if is_header else CONTENT_TYPE.WML_FOOTER
    relation = RELATIONSHIP_TYPE.HEADER if is_header else RELATIONSHIP_TYPE.FOOTER
    return main.relate_to(Part(PackURI(file), kind, content), relation)


def _link(section: Node, links: dict[tuple[str, str], str]) -> None:
    for (name, place), target in sorted(links.items(), reverse=True):
        link = cast("Node", parse_xml(f'<w:{name} {frame.SPACES} w:type="{place}"/>'))
        link.set(r("id"), target)
        section.insert(0, link)


def _insert_title_page(section: Node) -> None:
    """Put the mark for a first page of its own where the schema wants it."""
    behind = {
        w(name) for name in ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings")
    }
    place = next((at for at, child in enumerate(section) if child.tag in behind), len(section))
    section.insert(place, cast("Node", parse_xml(f"<w:titlePg {frame.SPACES}/>")))


def _edge_lines(main: DocumentPart) -> Iterator[str]:
    """Give the lines of all headers, then of all footers, by the names of their parts."""
    for kind in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER):
        parts = {link.target_part for link in main.rels.values() if link.reltype == kind}
        for part in sorted(parts, key=lambda one: str(one.partname)):
            yield from edge_lines(cast("Node", parse_xml(part.blob)))


def _take_along(main: DocumentPart, record: bytes) -> None:
    """Put the record into the store of the file; a template's own went with its text."""
    part = Part(PackURI("/customXml/item1.xml"), PLAIN, record)
    kind, about = CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, properties()
    named = Part(PackURI("/customXml/itemProps1.xml"), kind, about)
    part.relate_to(named, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    main.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def _properties(main: DocumentPart, document: Document, language: str) -> None:
    """Put our properties in the place of all that the file said about itself."""
    package = main.package
    if package is None:
        raise TemplateError("unreadable")
    for name in [
        name
        for name, link in package.rels.items()
        if link.reltype != RELATIONSHIP_TYPE.OFFICE_DOCUMENT
    ]:
        del package.rels[name]
    core = frame.core_properties(document.about, language)
    made = (
        ("core", RELATIONSHIP_TYPE.CORE_PROPERTIES, CONTENT_TYPE.OPC_CORE_PROPERTIES, core),
        (
            "app",
            RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
            CONTENT_TYPE.OFC_EXTENDED_PROPERTIES,
            frame.app_properties(),
        ),
    )
    for name, relation, kind, content in made:
        package.relate_to(Part(PackURI(f"/docProps/{name}.xml"), kind, content), relation)


def _files(main: DocumentPart, content: bytes) -> dict[str, bytes]:
    """Give all files of the package, the main part with its new content."""
    package = main.package
    if package is None:
        raise TemplateError("unreadable")
    parts = sorted(package.iter_parts(), key=lambda part: str(part.partname))
    kinds = {str(part.partname): part.content_type for part in parts}
    files = {
        "[Content_Types].xml": frame.content_types(kinds),
        "_rels/.rels": _links(package.rels.xml),
    }
    for part in parts:
        files[part.partname.membername] = content if part is main else part.blob
        if part.rels:
            files[PackURI(part.partname.rels_uri).membername] = _links(part.rels.xml)
    return files


def _links(xml: object) -> bytes:
    """Give the XML of relationships: bytes, though the library says it were text."""
    return cast("bytes", xml)
