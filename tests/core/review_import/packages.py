"""Hand-made Word files, from a plain one with comments to hostile ones."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MS = "http://schemas.microsoft.com/office/2011/relationships"
_WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN_KIND = f"{_WORDPROCESSING}.document.main+xml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

Entries = dict[str, bytes]


def document(body: str, root: str = "") -> bytes:
    """Return a main part with this body."""
    spaces = f'xmlns:w="{W}" xmlns:r="{TIES}"{root}'
    return f"{HEAD}<w:document {spaces}><w:body>{body}</w:body></w:document>".encode()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def ties(*targets: tuple[str, str], outside: tuple[tuple[str, str], ...] = ()) -> bytes:
    """Return relationships as (type, target); a type without a colon is one of Office."""
    inside = [(kind, target, "") for kind, target in targets]
    away = [(kind, target, ' TargetMode="External"') for kind, target in outside]
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind if ":" in kind else f"{TIES}/{kind}"}"'
        f' Target="{target}"{mode}/>'
        for number, (kind, target, mode) in enumerate((*inside, *away), 1)
    )
    return f'{HEAD}<Relationships xmlns="{_RELS}">{lines}</Relationships>'.encode()


def types(kinds: Mapping[str, str]) -> bytes:
    """Return the content types of parts by name."""
    lines = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{lines}</Types>'
    ).encode()


def plain(body: str = paragraph("Green gardens")) -> Entries:
    """Return the entries of a minimal Word file."""
    return {
        "[Content_Types].xml": types({"/word/document.xml": MAIN_KIND}),
        "_rels/.rels": ties(("officeDocument", "word/document.xml")),
        "word/document.xml": document(body),
    }


def _part(root: str, content: str) -> bytes:
    return f'{HEAD}<w:{root} xmlns:w="{W}">{content}</w:{root}>'.encode()


def reviewed() -> Entries:
    """Return the entries of a file as Word leaves it after a review."""
    by = 'w:id="7" w:author="Ana" w:date="2026-11-23T10:00:00Z"'
    body = (
        '<w:sdt><w:sdtPr><w:tag w:val="prj.title"/><w:lock w:val="sdtLocked"/></w:sdtPr>'
        '<w:sdtContent><w:p><w:commentRangeStart w:id="1"/><w:r><w:t>Green </w:t></w:r>'
        f'<w:ins {by}><w:r><w:t>school </w:t></w:r></w:ins><w:proofErr w:type="spellStart"/>'
        f"<w:del {by}><w:r><w:delText>gardens</w:delText></w:r></w:del>"
        '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p>'
        "</w:sdtContent></w:sdt>"
        f"<w:p><w:moveFrom {by}><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p>"
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>"
        f"{paragraph('School of the Rose')}</w:tc></w:tr></w:tbl>"
        '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/></w:sectPr>'
    )
    comment = f"<w:comment {by.replace('7', '1')}>{paragraph('Which school?')}</w:comment>"
    main = ties(
        ("styles", "styles.xml"),
        ("header", "header1.xml"),
        ("comments", "comments.xml"),
        (f"{_MS}/commentsExtended", "commentsExtended.xml"),
        (f"{_MS}/people", "people.xml"),
        ("footnotes", "footnotes.xml"),
        ("customXml", "../customXml/item1.xml"),
        ("image", "media/image1.png"),
        ("package", "embeddings/sheet.xlsx"),
        outside=(("hyperlink", "https://example.org/"), ("image", "file:///etc/passwd")),
    )
    around = ties(
        ("officeDocument", "word/document.xml"),
        (f"{_RELS}/metadata/core-properties", "docProps/core.xml"),
        ("extended-properties", "docProps/app.xml"),
    )
    return {
        "[Content_Types].xml": types({"/word/document.xml": MAIN_KIND}),
        "_rels/.rels": around,
        "word/document.xml": document(body),
        "word/_rels/document.xml.rels": main,
        "word/styles.xml": _part("styles", ""),
        "word/header1.xml": _part("hdr", paragraph("Header")),
        "word/comments.xml": _part("comments", comment),
        "word/commentsExtended.xml": b"<a/>",
        "word/people.xml": b"<a/>",
        "word/footnotes.xml": _part("footnotes", ""),
        "word/media/image1.png": b"\x89PNG",
        "word/embeddings/sheet.xlsx": b"PK",
        "customXml/item1.xml": b"<sent>1</sent>",
        "docProps/core.xml": b"<a/>",
        "docProps/app.xml": b"<a/>",
    }


def zipped(entries: Mapping[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return the zip of these entries."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", packing) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return target.getvalue()
