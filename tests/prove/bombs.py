"""Word files made to harm: each near a bound of the door, or built against a habit of a reader."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from erasmus_desk.review_import.docx_reader.limits import MOST_BYTES
from tests.core.review_import.packages import W, document, paragraph, plain, reviewed, ties, zipped

MEGABYTE: Final = 1024**2
_BY = 'w:id="1" w:author="A" w:date="2026-11-23T10:00:00Z"'
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


@dataclass(frozen=True, slots=True)
class Bomb:
    """One file: what it is built against, and how it is made."""

    name: str
    made: Callable[[], bytes]


def filled(content: bytes) -> bytes:
    """Give the same file with a picture that makes it as large as a file may be."""
    buffer = BytesIO(content)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_STORED) as archive:
        noise = random.Random(1).randbytes(MOST_BYTES - len(content) - 500)  # noqa: S311
        archive.writestr("word/media/image9.png", noise)
    return buffer.getvalue()


def _text(body: str | bytes, beside: str = "", part: str = "") -> bytes:
    """Give a file with this body and, if asked for, this part of comments, styles …"""
    entries = plain()
    before, _, after = document("@").partition(b"@")
    entries["word/document.xml"] = (
        before + (body.encode() if isinstance(body, str) else body) + after
    )
    if beside:
        entries["word/_rels/document.xml.rels"] = ties((beside, f"{beside}.xml"))
        entries[f"word/{beside}.xml"] = part.encode()
    return zipped(entries)


def _times(unit: str, count: int, before: str = "", after: str = "") -> Callable[[], bytes]:
    return lambda: filled(_text(before + unit * count + after))


def _numbered(unit: str, count: int, before: str = "", after: str = "") -> Callable[[], bytes]:
    return lambda: _text(before + "".join(unit.format(n) for n in range(count)) + after)


def _nested(
    before: str, after: str, inner: str, levels: int, count: int = 1
) -> Callable[[], bytes]:
    return lambda: _text((before * levels + inner + after * levels) * count)


def _beside(kind: str, root: str, unit: str, count: int, body: str = "") -> Callable[[], bytes]:
    def made() -> bytes:
        units = "".join(unit.format(n, n + 1) for n in range(count))
        return _text(body or paragraph("x"), kind, f'<w:{root} xmlns:w="{W}">{units}</w:{root}>')

    return made


def _header_of_itself() -> bytes:
    entries = reviewed()
    entries["word/_rels/document.xml.rels"] = ties(
        *(("header", f"document.xml#{n}") for n in range(17_000)), ("comments", "document.xml")
    )
    return zipped(entries)


def _many_parts() -> bytes:
    entries = plain()
    names = [f"header{number}.xml" for number in range(4000)]
    entries["word/_rels/document.xml.rels"] = ties(*(("header", name) for name in names))
    header = f'<w:hdr xmlns:w="{W}">{paragraph("x")}</w:hdr>'.encode()
    return zipped(entries | {f"word/{name}": header for name in names})


def _strict() -> bytes:
    entries = plain(paragraph("x") * 13_900)
    text = entries["word/document.xml"].replace(W.encode(), _STRICT.encode())
    return filled(zipped({**entries, "word/document.xml": text}))


def _utf_16() -> bytes:
    entries = plain(paragraph("é😀" * 1_200_000))
    text = entries["word/document.xml"].decode().partition("?>")[2]
    return filled(zipped({**entries, "word/document.xml": text.encode("utf-16")}))


def _laughs() -> bytes:
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<!DOCTYPE a [<!ENTITY a0 "ha">{lines}]>'
    body = document(paragraph("&a11;")).partition(b"?>")[2]
    return zipped({**plain(), "word/document.xml": head.encode() + body})


def _quine() -> bytes:
    """Overlapping entries: each name leads to the same packed bytes."""
    content = zipped({**plain(), "word/document.xml": bytes(30 * MEGABYTE)})
    return content[:40] + content[40:] * 3


_RUN = "<w:r><w:t>a</w:t></w:r>"
_LONG = "x" * 60
_INS = f"<w:ins {_BY}>{_RUN}</w:ins>"
_CELL = "<w:tc><w:p/></w:tc>"
_TAGGED = (
    '<w:sdt><w:sdtPr><w:tag w:val="prj.{}"/></w:sdtPr><w:sdtContent>'
    "<w:p><w:r><w:t>a</w:t></w:r></w:p></w:sdtContent></w:sdt>"
)
_COMMENT = f'<w:comment w:id="{{0}}" w:author="A"><w:p>{_RUN}</w:p></w:comment>'
_MARKED = '<w:commentRangeStart w:id="{0}"/>'
_HANGING = '<w:r><w:commentReference w:id="{0}"/></w:r>'
_NOTED = '<w:r><w:footnoteReference w:id="{0}"/></w:r>'
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_STYLE = '<w:style w:styleId="s{0}" w:type="paragraph"><w:basedOn w:val="s{1}"/></w:style>'
_FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'

_BOOKMARK = '<w:bookmarkStart w:id="{0}" w:name="_Desk{0}"/>'
_BOOKMARK_END = '<w:bookmarkEnd w:id="{0}"/>'
_WIDE = '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc>'
_LATE = '<w:trPr><w:gridBefore w:val="99999999999"/></w:trPr>'
_ROW = f"<w:tr>{_CELL}</w:tr>"
_PARAGRAPH = paragraph("a")
_MOVED = f"<w:moveFromRangeStart {_BY}/><w:moveFrom {_BY}>{_RUN}</w:moveFrom>"
_FOOTNOTE = f'<w:footnote w:id="{{0}}"><w:p>{_RUN}</w:p></w:footnote>'
_SDT = ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")
_TABLE = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")
_BOX = ("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>")
_CHOICE = (
    f'<mc:AlternateContent xmlns:mc="{_MC}"><mc:Choice Requires="wps">',
    "</mc:Choice></mc:AlternateContent>",
)
_STYLED = '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr></w:p>'
_ITSELF = '<w:style w:styleId="s0"><w:basedOn w:val="s0"/></w:style>'


def _each(unit: str, count: int) -> str:
    return "".join(unit.format(number) for number in range(count))


_AGAINST_THE_DOOR: Final = (
    Bomb("elements with nothing in them", _times("<w:x/>", 397_000)),
    Bomb("more elements than there may be", _times("<w:x/>", 410_000)),
    Bomb("more paragraphs than there may be", _times("<w:p/>", 397_000)),
    Bomb("text behind every element", _times(f"<w:x/>{_LONG}", 280_000)),
    Bomb("long attributes", _times(f'<w:x w:x="{_LONG}"/>', 200_000)),
    Bomb("one element of many attributes", _numbered(' a{}=""', 380_000, "<w:p", "/>")),
    Bomb("many namespaces", _numbered(' xmlns:a{0}="u{0}"', 350_000, "<w:p", "/>")),
    Bomb("names that differ", _numbered("<w:x><w:n{}/></w:x>", 190_000)),
    Bomb("looks without end", lambda: filled(_text("<w:sz/>x" * 990_000))),
    Bomb("ends without beginnings", lambda: _text("</w:p>" * 900_000)),
    Bomb("signs for larger", lambda: _text(paragraph(">" * 500_000))),
    Bomb("the strict edition", _strict),
    Bomb("the other encoding", _utf_16),
    Bomb("entities", _laughs),
    Bomb("a zip of overlapping entries", _quine),
    Bomb("many parts", _many_parts),
    Bomb("a text that is its own header", _header_of_itself),
)

_AGAINST_READERS: Final = (
    Bomb("paragraphs with nothing in them", _times("<w:p/>", 13_900)),
    Bomb("paragraphs of many runs", _times(f"<w:p>{_RUN * 7}</w:p>", 15_500)),
    Bomb("runs of one paragraph", _times(_RUN, 190_000, "<w:p>", "</w:p>")),
    Bomb("lines of one paragraph", _times("<w:br/>", 15_900, "<w:p><w:r>", "</w:r></w:p>")),
    Bomb("tracked letters", _times(_INS, 65_000, "<w:p>", "</w:p>")),
    Bomb("tracked paragraphs", _times(f"<w:p>{_INS * 2}</w:p>", 13_900)),
    Bomb("a paragraph of many signs", lambda: _text(paragraph("é😀 " * 800_000))),
    Bomb("a paragraph of line ends", lambda: _text(paragraph("\n" * 2_400_000))),
    Bomb("controls in controls", _nested(*_SDT, _PARAGRAPH, 45, 170)),
    Bomb("tables in tables", _nested(*_TABLE, _PARAGRAPH, 30, 130)),
    Bomb("changes in changes", _nested(f"<w:ins {_BY}>", "</w:ins>", _RUN, 90, 700)),
    Bomb("paragraphs in paragraphs", _nested("<w:p>", "</w:p>", _RUN, 90, 170)),
    Bomb("boxes in boxes", _nested(*_BOX, _RUN, 30, 500)),
    Bomb("choices in choices", _nested(*_CHOICE, _RUN, 44, 1500)),
    Bomb("one row of many cells", _times(_CELL, 15_900, "<w:tbl><w:tr>", "</w:tr></w:tbl>")),
    Bomb(
        "many rows of two cells", _times(f"<w:tr>{_CELL * 2}</w:tr>", 7_900, "<w:tbl>", "</w:tbl>")
    ),
    Bomb("many tables of one cell", _times(f"<w:tbl>{_ROW}</w:tbl>", 3_900)),
    Bomb("cells that span the world", _times(f"<w:tbl><w:tr>{_WIDE * 9}</w:tr></w:tbl>", 1_700)),
    Bomb(
        "rows that begin at infinity",
        _times(f"<w:tr>{_LATE}{_CELL}</w:tr>", 7_000, "<w:tbl>", "</w:tbl>"),
    ),
    Bomb("controls with tags of their own", _numbered(_TAGGED, 7_900)),
    Bomb("controls with one tag", _times(_TAGGED.format("title"), 7_900)),
    Bomb("a tag of eight million letters", lambda: _text(_TAGGED.format("x" * 8_000_000))),
    Bomb("bookmarks that never end", _numbered(_BOOKMARK, 7_900, "", _PARAGRAPH * 15_500)),
    Bomb(
        "bookmarks that overlap",
        _numbered(f"{_BOOKMARK}{_PARAGRAPH}", 7_900, "", _each(_BOOKMARK_END, 7_900)),
    ),
    Bomb(
        "comments that never end",
        _beside(
            "comments", "comments", _COMMENT, 1_990, _each(_MARKED, 1_990) + _PARAGRAPH * 13_000
        ),
    ),
    Bomb(
        "comments that overlap",
        _beside("comments", "comments", _COMMENT, 1_990, _each(f"{_MARKED}{_PARAGRAPH}", 1_990)),
    ),
    Bomb(
        "comments on one place",
        _beside("comments", "comments", _COMMENT, 1_990, f"<w:p>{_each(_HANGING, 1_990)}</w:p>"),
    ),
    Bomb(
        "one comment of many paragraphs",
        _beside(
            "comments", "comments", f'<w:comment w:id="{{0}}">{_PARAGRAPH * 15_500}</w:comment>', 1
        ),
    ),
    Bomb(
        "footnotes on one place",
        _beside("footnotes", "footnotes", _FOOTNOTE, 1_990, f"<w:p>{_each(_NOTED, 1_990)}</w:p>"),
    ),
    Bomb(
        "one footnote in many places",
        _beside("footnotes", "footnotes", _FOOTNOTE, 1, f"<w:p>{_NOTED.format(0) * 1_990}</w:p>"),
    ),
    Bomb("styles on styles", _beside("styles", "styles", _STYLE, 4_990, _STYLED * 13_000)),
    Bomb("a style based on itself", _beside("styles", "styles", _ITSELF, 1, _STYLED)),
    Bomb("fields that never end", _times(_FIELD, 15_900, "<w:p>", "</w:p>")),
    Bomb("fields in many paragraphs", _times(f"<w:p>{_FIELD}{_RUN}</w:p>", 13_900)),
    Bomb("moves that never arrive", _times(f"<w:p>{_MOVED}</w:p>", 13_900)),
    Bomb(
        "all at once",
        _times(f"<w:tbl><w:tr><w:tc>{_TAGGED.format(1)}</w:tc></w:tr></w:tbl>{_INS}", 3_900),
    ),
)

BOMBS: Final = _AGAINST_THE_DOOR + _AGAINST_READERS
