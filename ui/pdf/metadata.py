"""The metadata of a PDF file; all of it comes from the draft, nothing from the clock."""

from __future__ import annotations

from html import escape

from erasmus_desk import __version__
from erasmus_desk.i18n import formats

from ..page_layout.document_layout import LaidOutDocument
from .objects import encode_date, encode_text


def build_xmp(document: LaidOutDocument) -> bytes:
    """Build the XMP metadata, to replace Qt's, which has the current time."""
    properties = document.source.properties
    language = formats.find_language_tag(properties.language)
    created, modified = (
        one.isoformat(timespec="seconds") for one in (properties.created, properties.modified)
    )
    entries = (
        (
            "dc:title",
            f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(properties.title)}</rdf:li></rdf:Alt>',
        ),
        ("dc:creator", f"<rdf:Seq><rdf:li>{escape(properties.author)}</rdf:li></rdf:Seq>"),
        ("dc:language", f"<rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag>"),
        ("dc:identifier", escape(properties.identifier)),
        ("xmp:CreatorTool", f"Erasmus Desk {__version__}"),
        ("xmp:CreateDate", created),
        ("xmp:ModifyDate", modified),
    )
    elements = "".join(f"<{name}>{value}</{name}>" for name, value in entries)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:xmp="http://ns.adobe.com/xap/1.0/">{elements}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def build_info(document: LaidOutDocument) -> bytes:
    """Build the document information dictionary."""
    properties = document.source.properties
    entries = {
        b"Title": encode_text(properties.title),
        b"Subject": encode_text(properties.subject),
        b"Author": encode_text(properties.author),
        b"Creator": encode_text(f"Erasmus Desk {__version__}"),
        b"Producer": encode_text("Qt"),
        b"CreationDate": encode_date(properties.created),
        b"ModDate": encode_date(properties.modified),
    }
    return b"<< %s >>\n" % b" ".join(b"/%s %s" % one for one in entries.items())
