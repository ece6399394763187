"""Hostile Word files: each near a limit of the import, or against a weakness of readers."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from erasmus_desk.review_import.docx_reader.limits import MAX_BYTES
from tests.core.review_import.packages import W, document, paragraph, plain, reviewed, ties, zipped

MEGABYTE: Final = 1024**2
_BY = 'w:id="1" w:author="A" w:date="2026-11-23T10:00:00Z"'
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


@dataclass(frozen=True, slots=True)
class Bomb:
    """A hostile file: its name and how to build it."""

    name: str
    build: Callable[[], bytes]


def fill_up(content: bytes) -> bytes:
    """Return the file with a picture that makes it as large as allowed."""
    buffer = BytesIO(content)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_STORED) as archive:
        noise = random.Random(1).randbytes(MAX_BYTES - len(content) - 500)  # noqa: S311
        archive.writestr("word/media/image9.png", noise)
    return buffer.getvalue()


def _build_file(body: str | bytes, beside: str = "", part: str = "") -> bytes:
    """Return a file with this body and, if given, a part of comments, styles …"""
    entries = plain()
    before, _, after = document("@").partition(b"@")
    entries["word/document.xml"] = (
        before + (body.encode() if isinstance(body, str) else body) + after
    )
    if beside:
        entries["word/_rels/document.xml.rels"] = ties((beside, f"{beside}.xml"))
        entries[f"word/{beside}.xml"] = part.encode()
    return zipped(entries)


def _repeat(unit: str, count: int, before: str = "", after: str = "") -> Callable[[], bytes]:
    return lambda: fill_up(_build_file(before + unit * count + after))


def _repeat_numbered(
    unit: str, count: int, before: str = "", after: str = ""
) -> Callable[[], bytes]:
    return lambda: _build_file(before + "".join(unit.format(n) for n in range(count)) + after)


def _nest(before: str, after: str, inner: str, levels: int, count: int = 1) -> Callable[[], bytes]:
    return lambda: _build_file((before * levels + inner + after * levels) * count)


def _build_with_part(
    kind: str, root: str, unit: str, count: int, body: str = ""
) -> Callable[[], bytes]:
    def build() -> bytes:
        units = "".join(unit.format(n, n + 1) for n in range(count))
        return _build_file(
            body or paragraph("x"), kind, f'<w:{root} xmlns:w="{W}">{units}</w:{root}>'
        )

    return build


def _build_own_header() -> bytes:
    entries = reviewed()
    entries["word/_rels/document.xml.rels"] = ties(
        *(("header", f"document.xml#{n}") for n in range(17_000)), ("comments", "document.xml")
    )
    return zipped(entries)


def _build_many_parts() -> bytes:
    entries = plain()
    names = [f"header{number}.xml" for number in range(4000)]
    entries["word/_rels/document.xml.rels"] = ties(*(("header", name) for name in names))
    header = f'<w:hdr xmlns:w="{W}">{paragraph("x")}</w:hdr>'.encode()
    return zipped(entries | {f"word/{name}": header for name in names})


def _build_strict() -> bytes:
    entries = plain(paragraph("x") * 13_900)
    text = entries["word/document.xml"].replace(W.encode(), _STRICT.encode())
    return fill_up(zipped({**entries, "word/document.xml": text}))


def _build_utf_16() -> bytes:
    entries = plain(paragraph("é😀" * 1_200_000))
    text = entries["word/document.xml"].decode().partition("?>")[2]
    return fill_up(zipped({**entries, "word/document.xml": text.encode("utf-16")}))


def _build_billion_laughs() -> bytes:
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<!DOCTYPE a [<!ENTITY a0 "ha">{lines}]>'
    body = document(paragraph("&a11;")).partition(b"?>")[2]
    return zipped({**plain(), "word/document.xml": head.encode() + body})


def _build_overlapping_zip() -> bytes:
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


def _join_numbered(unit: str, count: int) -> str:
    return "".join(unit.format(number) for number in range(count))


_AGAINST_LIMITS: Final = (
    Bomb("elements with nothing in them", _repeat("<w:x/>", 397_000)),
    Bomb("more elements than there may be", _repeat("<w:x/>", 410_000)),
    Bomb("more paragraphs than there may be", _repeat("<w:p/>", 397_000)),
    Bomb("text behind every element", _repeat(f"<w:x/>{_LONG}", 280_000)),
    Bomb("long attributes", _repeat(f'<w:x w:x="{_LONG}"/>', 200_000)),
    Bomb("one element of many attributes", _repeat_numbered(' a{}=""', 380_000, "<w:p", "/>")),
    Bomb("many namespaces", _repeat_numbered(' xmlns:a{0}="u{0}"', 350_000, "<w:p", "/>")),
    Bomb("names that differ", _repeat_numbered("<w:x><w:n{}/></w:x>", 190_000)),
    Bomb("looks without end", lambda: fill_up(_build_file("<w:sz/>x" * 990_000))),
    Bomb("ends without beginnings", lambda: _build_file("</w:p>" * 900_000)),
    Bomb("signs for larger", lambda: _build_file(paragraph(">" * 500_000))),
    Bomb("the strict edition", _build_strict),
    Bomb("the other encoding", _build_utf_16),
    Bomb("entities", _build_billion_laughs),
    Bomb("a zip of overlapping entries", _build_overlapping_zip),
    Bomb("many parts", _build_many_parts),
    Bomb("a text that is its own header", _build_own_header),
)

_AGAINST_READERS: Final = (
    Bomb("paragraphs with nothing in them", _repeat("<w:p/>", 13_900)),
    Bomb("paragraphs of many runs", _repeat(f"<w:p>{_RUN * 7}</w:p>", 15_500)),
    Bomb("runs of one paragraph", _repeat(_RUN, 190_000, "<w:p>", "</w:p>")),
    Bomb("lines of one paragraph", _repeat("<w:br/>", 15_900, "<w:p><w:r>", "</w:r></w:p>")),
    Bomb("tracked letters", _repeat(_INS, 65_000, "<w:p>", "</w:p>")),
    Bomb("tracked paragraphs", _repeat(f"<w:p>{_INS * 2}</w:p>", 13_900)),
    Bomb("a paragraph of many signs", lambda: _build_file(paragraph("é😀 " * 800_000))),
    Bomb("a paragraph of line ends", lambda: _build_file(paragraph("\n" * 2_400_000))),
    Bomb("controls in controls", _nest(*_SDT, _PARAGRAPH, 45, 170)),
    Bomb("tables in tables", _nest(*_TABLE, _PARAGRAPH, 30, 130)),
    Bomb("changes in changes", _nest(f"<w:ins {_BY}>", "</w:ins>", _RUN, 90, 700)),
    Bomb("paragraphs in paragraphs", _nest("<w:p>", "</w:p>", _RUN, 90, 170)),
    Bomb("boxes in boxes", _nest(*_BOX, _RUN, 30, 500)),
    Bomb("choices in choices", _nest(*_CHOICE, _RUN, 44, 1500)),
    Bomb("one row of many cells", _repeat(_CELL, 15_900, "<w:tbl><w:tr>", "</w:tr></w:tbl>")),
    Bomb(
        "many rows of two cells", _repeat(f"<w:tr>{_CELL * 2}</w:tr>", 7_900, "<w:tbl>", "</w:tbl>")
    ),
    Bomb("many tables of one cell", _repeat(f"<w:tbl>{_ROW}</w:tbl>", 3_900)),
    Bomb("cells that span the world", _repeat(f"<w:tbl><w:tr>{_WIDE * 9}</w:tr></w:tbl>", 1_700)),
    Bomb(
        "rows that begin at infinity",
        _repeat(f"<w:tr>{_LATE}{_CELL}</w:tr>", 7_000, "<w:tbl>", "</w:tbl>"),
    ),
    Bomb("controls with tags of their own", _repeat_numbered(_TAGGED, 7_900)),
    Bomb("controls with one tag", _repeat(_TAGGED.format("title"), 7_900)),
    Bomb("a tag of eight million letters", lambda: _build_file(_TAGGED.format("x" * 8_000_000))),
    Bomb("bookmarks that never end", _repeat_numbered(_BOOKMARK, 7_900, "", _PARAGRAPH * 15_500)),
    Bomb(
        "bookmarks that overlap",
        _repeat_numbered(
            f"{_BOOKMARK}{_PARAGRAPH}", 7_900, "", _join_numbered(_BOOKMARK_END, 7_900)
        ),
    ),
    Bomb(
        "comments that never end",
        _build_with_part(
            "comments",
            "comments",
            _COMMENT,
            1_990,
            _join_numbered(_MARKED, 1_990) + _PARAGRAPH * 13_000,
        ),
    ),
    Bomb(
        "comments that overlap",
        _build_with_part(
            "comments", "comments", _COMMENT, 1_990, _join_numbered(f"{_MARKED}{_PARAGRAPH}", 1_990)
        ),
    ),
    Bomb(
        "comments on one place",
        _build_with_part(
            "comments", "comments", _COMMENT, 1_990, f"<w:p>{_join_numbered(_HANGING, 1_990)}</w:p>"
        ),
    ),
    Bomb(
        "one comment of many paragraphs",
        _build_with_part(
            "comments", "comments", f'<w:comment w:id="{{0}}">{_PARAGRAPH * 15_500}</w:comment>', 1
        ),
    ),
    Bomb(
        "footnotes on one place",
        _build_with_part(
            "footnotes",
            "footnotes",
            _FOOTNOTE,
            1_990,
            f"<w:p>{_join_numbered(_NOTED, 1_990)}</w:p>",
        ),
    ),
    Bomb(
        "one footnote in many places",
        _build_with_part(
            "footnotes", "footnotes", _FOOTNOTE, 1, f"<w:p>{_NOTED.format(0) * 1_990}</w:p>"
        ),
    ),
    Bomb("styles on styles", _build_with_part("styles", "styles", _STYLE, 4_990, _STYLED * 13_000)),
    Bomb("a style based on itself", _build_with_part("styles", "styles", _ITSELF, 1, _STYLED)),
    Bomb("fields that never end", _repeat(_FIELD, 15_900, "<w:p>", "</w:p>")),
    Bomb("fields in many paragraphs", _repeat(f"<w:p>{_FIELD}{_RUN}</w:p>", 13_900)),
    Bomb("moves that never arrive", _repeat(f"<w:p>{_MOVED}</w:p>", 13_900)),
    Bomb(
        "all at once",
        _repeat(f"<w:tbl><w:tr><w:tc>{_TAGGED.format(1)}</w:tc></w:tr></w:tbl>{_INS}", 3_900),
    ),
)

BOMBS: Final = _AGAINST_LIMITS + _AGAINST_READERS
