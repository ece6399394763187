"""The package around the body: main part, headers and footers, properties, the zip file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime

from erasmus_desk import __version__
from erasmus_desk.export.document.blocks import DocumentProperties, HeaderFooter, LangText
from erasmus_desk.export.word.text_runs import (
    FIELD_END,
    RenderContext,
    begin_field,
    escape_xml,
    render_paragraph,
    render_runs,
)
from erasmus_desk.moments import to_utc
from erasmus_desk.round_trip.visible_text import replace_unsupported

XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
RELATIONS = f"{OFFICE}/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = f'xmlns:w="{WORD_MAIN}" xmlns:r="{RELATIONS}"'
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
_IGNORABLE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    f'xmlns:w14="{WORD_2010}" mc:Ignorable="w14"'
)
"""The namespace of checkbox controls, which programs before Word 2010 ignore."""
_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
"""The fields of Word by their places in the format of page numbers."""
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
"""The date of all entries, the earliest in a zip file: equal drafts give equal bytes."""


def build_main_part(body: str) -> bytes:
    """Build the main part from its body, which ends with the last section's properties."""
    start = f"{XML_DECLARATION}<w:document {NAMESPACES} {_IGNORABLE}>"
    return f"{start}<w:body>{body}</w:body></w:document>".encode()


def build_header(header_footer: HeaderFooter, context: RenderContext, tabs: Iterable[int]) -> bytes:
    """Build the header: the proposal on the left, the call on the right.

    `tabs` are the positions of those that the style has for other margins, in twips.
    """
    left, right = render_runs(header_footer.left), render_runs(header_footer.right)
    return _build_part("hdr", "Header", left, right, context, tabs)


def build_footer(header_footer: HeaderFooter, context: RenderContext, tabs: Iterable[int]) -> bytes:
    """Build the footer: the disclaimer on the left, page x of y on the right."""
    page = header_footer.page_format
    numbers = "".join(
        _render_field(_FIELDS[piece], page) if piece in _FIELDS else _render_like(piece, page)
        for piece in re.split("({page}|{pages})", page.text)
    )
    return _build_part(
        "ftr", "Footer", render_runs(header_footer.disclaimer), numbers, context, tabs
    )


def _build_part(
    tag: str, style: str, left: str, right: str, context: RenderContext, tabs: Iterable[int]
) -> bytes:
    others = (position for position in tabs if position != context.width)
    cleared = "".join(f'<w:tab w:val="clear" w:pos="{position}"/>' for position in others)
    tab = f'<w:tabs>{cleared}<w:tab w:val="right" w:pos="{context.width}"/></w:tabs>'
    content = f"{left}<w:r><w:tab/></w:r>{right}"
    paragraph = render_paragraph(context.styles[style], content, tab)
    return f"{XML_DECLARATION}<w:{tag} {NAMESPACES}>{paragraph}</w:{tag}>".encode()


def _render_like(text: str, like: LangText) -> str:
    return render_runs(LangText(text, like.language))


def _render_field(code: str, like: LangText) -> str:
    """Render a field that Word computes when it lays out the page, with 1 as its value."""
    return f"{begin_field(code)}{_render_like('1', like)}{FIELD_END}"


def build_core_properties(properties: DocumentProperties, language: str) -> bytes:
    """Build the core properties part; all values come from the draft."""
    elements = (
        ("dc:title", properties.title),
        ("dc:subject", properties.subject),
        ("dc:creator", properties.author),
        ("cp:lastModifiedBy", properties.author),
        ("dc:language", language),
        ("dc:identifier", properties.identifier),
    )
    shown = ((name, replace_unsupported(text)) for name, text in elements if text)
    plain = "".join(f"<{name}>{escape_xml(text)}</{name}>" for name, text in shown)
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{_format_time(at)}</dcterms:{name}>'
        for name, at in (("created", properties.created), ("modified", properties.modified))
    )
    return (
        f'{XML_DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{plain}{dates}</cp:coreProperties>"
    ).encode()


def build_app_properties() -> bytes:
    """Build the part that names the program. Word requires a version of two numbers."""
    version = ".".join(__version__.split(".")[:2])
    return (
        f'{XML_DECLARATION}<Properties xmlns="{OFFICE}/extended-properties">'
        f"<Application>Erasmus Desk</Application><AppVersion>{version}</AppVersion></Properties>"
    ).encode()


def _format_time(at: datetime) -> str:
    moment = to_utc(at) if at.tzinfo else at
    return f"{moment.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def build_content_types(parts: Mapping[str, str]) -> bytes:
    """Build the list of parts (`/word/document.xml`) with their content types."""
    listed = "".join(
        f'<Override PartName="{escape_xml(name)}" ContentType="{escape_xml(kind)}"/>'
        for name, kind in sorted(parts.items())
    )
    return (
        f'{XML_DECLARATION}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    ).encode()


def pack_zip(files: Mapping[str, bytes]) -> bytes:
    """Return a zip file of the files in their order, the same for the same files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every system
            archive.writestr(entry, content)
    return target.getvalue()
