"""Small Word files, written as the WordprocessingML that reviewers' programs leave behind."""

import io
import zipfile
from collections.abc import Mapping
from html import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in (
        ("w", W),
        ("r", OFFICE),
        ("w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
        ("w15", "http://schemas.microsoft.com/office/word/2012/wordml"),
        ("w16cid", "http://schemas.microsoft.com/office/word/2016/wordml/cid"),
        ("w16cex", "http://schemas.microsoft.com/office/word/2018/wordml/cex"),
        ("w16du", "http://schemas.microsoft.com/office/word/2023/wordml/word16du"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("m", "http://schemas.openxmlformats.org/officeDocument/2006/math"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("v", "urn:schemas-microsoft-com:vml"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
    )
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# Kinds of parts beside the main one: where the main part says it leads to, and what it leads to.
KINDS = {
    "comments": (f"{OFFICE}/comments", f"{TYPES}.comments+xml"),
    "commentsExtended": (
        "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
        f"{TYPES}.commentsExtended+xml",
    ),
    "commentsIds": (
        "http://schemas.microsoft.com/office/2016/09/relationships/commentsIds",
        f"{TYPES}.commentsIds+xml",
    ),
    "commentsExtensible": (
        "http://schemas.microsoft.com/office/2018/08/relationships/commentsExtensible",
        f"{TYPES}.commentsExtensible+xml",
    ),
    "numbering": (f"{OFFICE}/numbering", f"{TYPES}.numbering+xml"),
    "styles": (f"{OFFICE}/styles", f"{TYPES}.styles+xml"),
    "footnotes": (f"{OFFICE}/footnotes", f"{TYPES}.footnotes+xml"),
    "endnotes": (f"{OFFICE}/endnotes", f"{TYPES}.endnotes+xml"),
    "header": (f"{OFFICE}/header", f"{TYPES}.header+xml"),
    "footer": (f"{OFFICE}/footer", f"{TYPES}.footer+xml"),
    "customXml": (f"{OFFICE}/customXml", "application/xml"),
}
ANN = 'w:author="Ann" w:date="2026-11-23T10:00:00Z"'
BEN = 'w:author="Ben" w:date="2026-11-24T11:30:00Z"'


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def p(content: str = "", properties: str = "") -> str:
    """A paragraph; text without tags becomes a run."""
    inside = content if not content or content.startswith("<") else r(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def sdt(tag: str, content: str, properties: str = "") -> str:
    """A content control, without a tag if that is empty."""
    named = f'<w:tag w:val="{escape(tag)}"/>' if tag else ""
    inside = f"<w:sdtPr>{named}{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent>"
    return f"<w:sdt>{inside}</w:sdt>"


def ins(content: str, who: str = ANN) -> str:
    """An insertion that was tracked."""
    return f'<w:ins w:id="1" {who}>{content}</w:ins>'


def dele(text: str, who: str = ANN) -> str:
    """A deletion that was tracked."""
    words = f'<w:delText xml:space="preserve">{escape(text, quote=False)}</w:delText>'
    return f'<w:del w:id="2" {who}><w:r>{words}</w:r></w:del>'


def mark(change: str, who: str = ANN) -> str:
    """The properties of a paragraph whose mark a tracked change is about."""
    return f'<w:rPr><w:{change} w:id="3" {who}/></w:rPr>'


def tc(content: str, properties: str = "") -> str:
    """A cell; text without tags becomes a paragraph."""
    inside = content if content.startswith("<") else p(content)
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inside}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row; cells without tags are made of their text."""
    made = "".join(one if one.startswith("<") else tc(one) for one in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{made}</w:tr>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def bookmark(name: str, content: str, number: int = 7) -> str:
    """A bookmark around something."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'


def field(code: str, shown: str) -> str:
    """A field with its code and what it shows."""
    parts = "".join(
        f"<w:r>{one}</w:r>"
        for one in (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:instrText xml:space="preserve"> {escape(code)} </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
        )
    )
    return f'{parts}{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def root(name: str, content: str) -> str:
    """The XML of a part."""
    return f"{HEAD}<w:{name} {SPACES}>{content}</w:{name}>"


def comment(number: int, text: str, para: str = "", who: str = ANN) -> str:
    """One comment; `para` is the id of its paragraph."""
    named = f' w14:paraId="{para}"' if para else ""
    return f'<w:comment w:id="{number}" {who}><w:p{named}>{r(text)}</w:p></w:comment>'


def docx(body: str, comments: str = "", parts: Mapping[str, str] | None = None) -> bytes:
    """A Word file with this body; `parts` by kind, a figure behind it for a second of a kind."""
    files = {"word/document.xml": root("document", f"<w:body>{body}</w:body>")}
    others = dict(parts or {})
    if comments:
        others["comments"] = root("comments", comments)
    types, ties = "", ""
    for name, content in others.items():
        if name == "core":
            continue
        relation, kind = KINDS[name.rstrip("0123456789")]
        files[f"word/{name}.xml"] = content
        types += f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>'
        ties += f'<Relationship Id="{name}" Type="{relation}" Target="{name}.xml"/>'
    main = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    if "core" in others:
        kind = f"{PACKAGE}/relationships/metadata/core-properties"
        main += f'<Relationship Id="r2" Type="{kind}" Target="docProps/core.xml"/>'
        files["docProps/core.xml"] = others["core"]
    spaces = f'xmlns="{PACKAGE}/relationships"'
    files["_rels/.rels"] = f"{HEAD}<Relationships {spaces}>{main}</Relationships>"
    files["word/_rels/document.xml.rels"] = f"{HEAD}<Relationships {spaces}>{ties}</Relationships>"
    main_type = f"{TYPES}.document.main+xml"
    files["[Content_Types].xml"] = (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main_type}"/>{types}</Types>'
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return target.getvalue()
