"""What reads each element of WordprocessingML, wherever it stands.

An element that is not named here is read through to its content, unless it holds properties. The
depth of the XML is bounded by the door, so that readers may call themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from erasmus_desk.review_import.docx_reader.attributes import XML_SPACE, value, w, whole
from erasmus_desk.review_import.docx_reader.content_controls import held, is_contents
from erasmus_desk.review_import.docx_reader.document import NEW, Fate, Story
from erasmus_desk.review_import.docx_reader.package import Element
from erasmus_desk.review_import.docx_reader.parser_state import (
    NEW_PAGE,
    Enter,
    Listing,
    Note,
    Para,
    Reading,
)
from erasmus_desk.review_import.docx_reader.ranges import Field, Range, Ranges
from erasmus_desk.review_import.docx_reader.revisions import FATES, KEPT, Mark, mark_in, mark_of
from erasmus_desk.review_import.docx_reader.styles import level
from erasmus_desk.review_import.docx_reader.symbol_fonts import sign
from erasmus_desk.review_import.docx_reader.table_position import ROW, ROW_PROPERTIES, Row, Table

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VML = "{urn:schemas-microsoft-com:vml}"
_MOST_SPACE = 31680
_BLANKS = " \t\r\n"
_LINE_ENDS = str.maketrans("\r\n", "  ")

_TEXTS = (w("t"), w("delText"), w("sym"), f"{_MATHS}t", f"{_DRAWING}t")
_PPR, _STYLE, _SPACING, _RPR = w("pPr"), w("pStyle"), w("spacing"), w("rPr")
_OUTLINE, _BEFORE = w("outlineLvl"), w("before")
_ID, _NAME, _TYPE = w("id"), w("name"), w("type")
_OF_PAGES = frozenset(("page", "column"))
_FIRST, _LAST = w("colFirst"), w("colLast")
_KIND, _INSTRUCTION, _FONT, _CHAR = w("fldCharType"), w("instr"), w("font"), w("char")


def _paragraph(reading: Reading, node: Element) -> None:
    reading.stray = None
    para = Para(reading.place, end=reading.mark)
    properties = node.find(_PPR)
    if properties is not None:
        para.style = value(properties.find(_STYLE))
        spacing = properties.find(_SPACING)
        if spacing is not None:
            para.before = min(whole(spacing.get(_BEFORE)), _MOST_SPACE)
        outline = properties.find(_OUTLINE)
        if outline is not None:
            para.outline = level(outline)
        para.end = para.end.with_inner(mark_in(properties.find(_RPR)))
    reading.open.append(reading.begin(para))
    reading.visit(node)
    if not para.scraps:
        reading.say("")
    reading.open.pop()


def _change(reading: Reading, node: Element) -> None:
    reading.visit_in(node, mark_of(node))


def _table(reading: Reading, node: Element) -> None:
    reading.wall()
    outer, row = reading.table, reading.row
    reading.table = Table(_number(reading, node) if outer is None else None)
    reading.visit(node)
    reading.table, reading.row = outer, row
    reading.wall()


def _number(reading: Reading, node: Element) -> int | None:
    if reading.story is not Story.BODY:
        return None
    marks = [mark_in(row.find(ROW_PROPERTIES)) for row in node.iterchildren(ROW)]
    if marks and all(mark.is_new for mark in marks):
        reading.new_tables += 1
        return NEW + reading.new_tables - 1
    reading.old_tables += 1
    return reading.old_tables - 1


def _row(reading: Reading, node: Element) -> None:
    reading.wall()
    table = reading.table or Table()
    outer, reading.row = reading.row, table.begin(node)
    reading.visit_in(node, reading.row.mark)
    table.end(reading.row)
    reading.row = outer


def _cell(reading: Reading, node: Element) -> None:
    reading.wall()
    outer = reading.place
    row = reading.row or Row(Table(), KEPT, 0, None)
    reading.place, mark = row.begin_cell(node, outer)
    reading.visit_in(node, mark)
    reading.place = outer
    reading.wall()


def _control(reading: Reading, node: Element) -> None:
    properties = node.find(w("sdtPr"))
    outer, listing, count = reading.control, reading.listing, len(reading.paras)
    own = reading.control = held(properties, reading.tags, outer)
    if is_contents(properties):
        reading.listing = Listing()
    reading.visit(node)
    if own is not None and not own.seen:
        # Its place must be known, though there is no text in it, or none of its own.
        inside = reading.paras[count:] if not reading.open else []
        reading.open += inside[-1:]
        reading.say("")
        del reading.open[len(reading.open) - len(inside[-1:]) :]
    reading.control, reading.listing = outer, listing


def _text(reading: Reading, node: Element) -> None:
    words = node.text or ""
    if len(node):
        words = "".join(node.itertext())
    space = node.get(XML_SPACE)
    if space != "preserve" and (space is not None or not reading.keeps_blanks):
        words = words.strip(_BLANKS)
    if words:
        reading.say(words.translate(_LINE_ENDS))


def _deleted_text(reading: Reading, node: Element) -> None:
    outer = reading.mark
    if not outer.fate.is_gone:
        reading.mark = outer.with_inner(Mark(Fate.DELETED))
    _text(reading, node)
    reading.mark = outer


def _maths(reading: Reading, node: Element) -> None:
    if node.text:
        reading.say(node.text)


def _symbol(reading: Reading, node: Element) -> None:
    reading.say(sign(node.get(_FONT) or "", node.get(_CHAR) or ""))


def _line_end(reading: Reading, node: Element) -> None:
    reading.say(NEW_PAGE if node.get(_TYPE) in _OF_PAGES else "\n")


def _tab(reading: Reading, _node: Element) -> None:
    reading.say("\t")


def _hard_hyphen(reading: Reading, _node: Element) -> None:
    reading.say("\u2011")


def _soft_hyphen(reading: Reading, _node: Element) -> None:
    reading.say("\u00ad")


def _nothing(_reading: Reading, _node: Element) -> None:
    """Leave out what is no text."""


def _field_char(reading: Reading, node: Element) -> None:
    ended = reading.fields.char(node.get(_KIND) or "")
    if ended is not None and ended.kind == "TOC" and reading.listing is not None:
        reading.listing.is_over = True


def _code(reading: Reading, node: Element) -> None:
    reading.fields.take(node.text or "")


def _simple_field(reading: Reading, node: Element) -> None:
    made = Field(node.get(_INSTRUCTION) or "", in_code=False, has_ended=True)
    reading.fields.open.append(made)
    reading.visit(node)
    if made in reading.fields.open:
        reading.fields.open.remove(made)


def _bookmark(reading: Reading, node: Element) -> None:
    first, last = node.get(_FIRST), node.get(_LAST)
    columns = (whole(first), whole(last)) if first and last else None
    _start(reading, reading.anchors, node, columns)


def _comment(reading: Reading, node: Element) -> None:
    _start(reading, reading.comments, node, None)


def _start(
    reading: Reading, ranges: Ranges, node: Element, columns: tuple[int, int] | None
) -> None:
    name = node.get(_ID) or ""
    ranges.start(Range(name, node.get(_NAME) or "", reading.said, columns))


def _bookmark_end(reading: Reading, node: Element) -> None:
    _end(reading, reading.anchors, node)


def _comment_end(reading: Reading, node: Element) -> None:
    _end(reading, reading.comments, node)


def _end(reading: Reading, ranges: Ranges, node: Element) -> None:
    found = ranges.last(node.get(_ID) or "")
    if found is None:
        return
    if found.said == reading.said and reading.open:
        reading.say("")
    ranges.end(found)


def _comment_point(reading: Reading, node: Element) -> None:
    """Read where a comment hangs, for one that lies on no text."""
    name = node.get(_ID) or ""
    if name not in reading.comments.started:
        reading.comments.started.add(name)
        reading.say("", Range(name, "", has_ended=True))


def _footnote(reading: Reading, node: Element) -> None:
    reading.notes.append(Note("footnotes", node.get(_ID) or "", reading.mark))


def _endnote(reading: Reading, node: Element) -> None:
    reading.notes.append(Note("endnotes", node.get(_ID) or "", reading.mark))


def _box(reading: Reading, node: Element) -> None:
    """Read a text of its own that hangs here: no control or bookmark around it is about it."""
    para = reading.para()
    box = reading.inner(Story.BOX)
    box.visit(node)
    para.boxes += box.paras
    reading.notes += box.notes


def _word_art(reading: Reading, node: Element) -> None:
    words = node.get("string")
    if words:
        box = reading.inner(Story.BOX)
        box.say(words.translate(_LINE_ENDS))
        reading.para().boxes += box.paras


def _alternatives(reading: Reading, node: Element) -> None:
    """Read one of several forms of the same content: the first that has any text."""
    forms = list(node)
    with_text = (one for one in forms if next(one.iter(*_TEXTS), None) is not None)
    chosen = next(with_text, forms[0] if forms else None)
    if chosen is not None:
        reading.visit(chosen)


ENTER: Final[Mapping[str, Enter]] = MappingProxyType(
    {
        w("p"): _paragraph,
        w("tbl"): _table,
        w("tr"): _row,
        w("tc"): _cell,
        w("sdt"): _control,
        **dict.fromkeys(FATES, _change),
        w("t"): _text,
        w("delText"): _deleted_text,
        f"{_MATHS}t": _maths,
        f"{_DRAWING}t": _maths,
        f"{_DRAWING}p": _box,
        f"{_VML}textpath": _word_art,
        w("txbxContent"): _box,
        f"{_MC}AlternateContent": _alternatives,
        w("sym"): _symbol,
        **dict.fromkeys((w("br"), w("cr")), _line_end),
        **dict.fromkeys((w("tab"), w("ptab")), _tab),
        w("noBreakHyphen"): _hard_hyphen,
        w("softHyphen"): _soft_hyphen,
        w("instrText"): _code,
        **dict.fromkeys(map(w, ("delInstrText", "rt", "fldData", "ffData", "tblGrid")), _nothing),
        **dict.fromkeys(map(w, ("pPr", "rPr", "tblPrEx")), _nothing),
        w("fldChar"): _field_char,
        w("fldSimple"): _simple_field,
        w("bookmarkStart"): _bookmark,
        w("bookmarkEnd"): _bookmark_end,
        w("commentRangeStart"): _comment,
        w("commentRangeEnd"): _comment_end,
        w("commentReference"): _comment_point,
        w("footnoteReference"): _footnote,
        w("endnoteReference"): _endnote,
    }
)
