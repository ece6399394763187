"""What stands around the body: page edges, properties of the file, the archive itself."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

from erasmus_desk import __version__
from erasmus_desk.export.document.blocks import About, Edge, Said
from erasmus_desk.export.word.text_runs import Setting, attribute, paragraph, runs
from erasmus_desk.round_trip.visible_text import harmless

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
RELATIONS = f"{OFFICE}/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = f'xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"'
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
_LATER = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    f'xmlns:w14="{WORD_2010}" mc:Ignorable="w14"'
)
"""What only newer programs know and others pass over: boxes that can be clicked."""
_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The date of every entry: the first a zip can hold, so that equal drafts give equal bytes."""


def main_part(body: str) -> bytes:
    """Give the main part from its body, which ends with the last section's properties."""
    whole = f"{HEAD}<w:document {SPACES} {_LATER}><w:body>{body}</w:body></w:document>"
    return whole.encode("utf-8")


def header(edge: Edge, setting: Setting) -> bytes:
    """Give the header: who on the left, which call on the right."""
    content = f"{runs(edge.left)}<w:r><w:tab/></w:r>{runs(edge.right)}"
    return _edge_part("hdr", paragraph(setting.styles["Header"], content, _right_tab(setting)))


def footer(edge: Edge, setting: Setting) -> bytes:
    """Give the footer: what this is on the left, page x of y on the right."""
    page = edge.page
    before, _, rest = page.text.partition("{page}")
    between, _, after = rest.partition("{pages}")
    numbers = (
        _spoken(before, page),
        _field("PAGE", page),
        _spoken(between, page),
        _field("NUMPAGES", page),
        _spoken(after, page),
    )
    content = f"{runs(edge.mark)}<w:r><w:tab/></w:r>{''.join(numbers)}"
    return _edge_part("ftr", paragraph(setting.styles["Footer"], content, _right_tab(setting)))


def _edge_part(kind: str, content: str) -> bytes:
    return f"{HEAD}<w:{kind} {SPACES}>{content}</w:{kind}>".encode()


def _right_tab(setting: Setting) -> str:
    return f'<w:tabs><w:tab w:val="right" w:pos="{setting.width}"/></w:tabs>'


def _spoken(text: str, like: Said) -> str:
    return runs(Said(text, like.language)) if text else ""


def _field(code: str, like: Said) -> str:
    """Give a field that Word works out while it lays out the page, with a value till then."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{_spoken('1', like)}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def core_properties(about: About, language: str) -> bytes:
    """Give the properties of the file; all of them come from the draft."""
    elements = (
        ("dc:title", about.title),
        ("dc:subject", about.subject),
        ("dc:creator", about.author),
        ("cp:lastModifiedBy", about.author),
        ("dc:language", language),
        ("dc:identifier", about.identifier),
    )
    plain = "".join(f"<{name}>{_plain(text)}</{name}>" for name, text in elements if text)
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{_stamp(at)}</dcterms:{name}>'
        for name, at in (("created", about.created), ("modified", about.modified))
    )
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{plain}{dates}</cp:coreProperties>"
    ).encode()


def app_properties() -> bytes:
    """Give what made the file. Word wants the version as two numbers."""
    version = ".".join(__version__.split(".")[:2])
    return (
        f'{HEAD}<Properties xmlns="{OFFICE}/extended-properties">'
        f"<Application>Erasmus Desk</Application><AppVersion>{version}</AppVersion></Properties>"
    ).encode()


def _plain(text: str) -> str:
    return attribute(harmless(text))


def _stamp(at: datetime) -> str:
    moment = at.astimezone(UTC) if at.tzinfo else at
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def content_types(parts: Mapping[str, str]) -> bytes:
    """Give the list of parts (`/word/document.xml`) with their types."""
    listed = "".join(
        f'<Override PartName="{attribute(name)}" ContentType="{attribute(kind)}"/>'
        for name, kind in sorted(parts.items())
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    ).encode()


def archive(files: Mapping[str, bytes]) -> bytes:
    """Give the zip of the files in their order, the same for the same files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _OLDEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every system
            made.writestr(entry, content)
    return target.getvalue()
