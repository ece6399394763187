"""What a PDF says about itself: all of it comes from the draft, nothing from the clock."""

from __future__ import annotations

from xml.sax.saxutils import escape

from erasmus_desk import __version__
from erasmus_desk.i18n import formats

from ..page_layout.document_layout import Paper
from .objects import stamp, text


def xmp(paper: Paper) -> bytes:
    """Give what the file says about itself, in the place of Qt's own with its clock."""
    about = paper.document.about
    language = formats.tag(about.language)
    made, changed = (one.isoformat(timespec="seconds") for one in (about.created, about.modified))
    given = (
        (
            "dc:title",
            f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(about.title)}</rdf:li></rdf:Alt>',
        ),
        ("dc:creator", f"<rdf:Seq><rdf:li>{escape(about.author)}</rdf:li></rdf:Seq>"),
        ("dc:language", f"<rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag>"),
        ("dc:identifier", escape(about.identifier)),
        ("xmp:CreatorTool", f"Erasmus Desk {__version__}"),
        ("xmp:CreateDate", made),
        ("xmp:ModifyDate", changed),
    )
    inner = "".join(f"<{name}>{value}</{name}>" for name, value in given)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:xmp="http://ns.adobe.com/xap/1.0/">{inner}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def properties(paper: Paper) -> bytes:
    """Give the properties of the file; all of them come from the draft, none from the clock."""
    about = paper.document.about
    given = {
        b"Title": text(about.title),
        b"Subject": text(about.subject),
        b"Author": text(about.author),
        b"Creator": text(f"Erasmus Desk {__version__}"),
        b"Producer": text("Qt"),
        b"CreationDate": stamp(about.created),
        b"ModDate": stamp(about.modified),
    }
    return b"<< %s >>\n" % b" ".join(b"/%s %s" % one for one in given.items())
