"""Handlers for the elements of WordprocessingML.

Elements without a handler are read through to their content, except properties. Recursion is
safe because the package reader bounds the depth of the XML.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from erasmus_desk.review_import.docx_reader.attributes import (
    XML_SPACE,
    parse_int,
    read_properties,
    read_value,
    w,
)
from erasmus_desk.review_import.docx_reader.content_controls import (
    is_toc_control,
    open_control,
    read_form_box,
)
from erasmus_desk.review_import.docx_reader.document import FIRST_INSERTED, Revision, Script, Story
from erasmus_desk.review_import.docx_reader.numbering import read_list_place
from erasmus_desk.review_import.docx_reader.package import Element
from erasmus_desk.review_import.docx_reader.parser_state import (
    PAGE_BREAK,
    Handler,
    NoteReference,
    ParserState,
    RawParagraph,
    TocControl,
)
from erasmus_desk.review_import.docx_reader.ranges import Range, WordField
from erasmus_desk.review_import.docx_reader.revisions import (
    NO_CHANGE,
    REVISION_ELEMENTS,
    TrackedChange,
    read_change,
    read_own_change,
)
from erasmus_desk.review_import.docx_reader.scripts import read_script, to_signs
from erasmus_desk.review_import.docx_reader.styles import parse_outline_level
from erasmus_desk.review_import.docx_reader.symbol_fonts import decode_symbol
from erasmus_desk.review_import.docx_reader.table_position import (
    ROW,
    ROW_PROPERTIES,
    OpenRow,
    OpenTable,
)

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VML = "{urn:schemas-microsoft-com:vml}"
_MAX_SPACE = 31680
_WHITESPACE = " \t\r\n"
_LINE_ENDS = str.maketrans("\r\n", "  ")

_TEXT_ELEMENTS = (w("t"), w("delText"), w("sym"), f"{_MATH}t", f"{_DRAWING}t")
_CONTROL_PROPERTIES = w("sdtPr")
_PPR, _STYLE, _SPACING, _RPR = w("pPr"), w("pStyle"), w("spacing"), w("rPr")
_NUMBERING, _FORM_FIELD, _FORM_BOX = w("numPr"), w("ffData"), w("checkBox")
_OUTLINE, _BEFORE, _VERTICAL = w("outlineLvl"), w("before"), w("vertAlign")
_ID, _NAME, _TYPE = w("id"), w("name"), w("type")
_BOOKMARK_START, _BOOKMARK_END = w("bookmarkStart"), w("bookmarkEnd")
_PAGE_BREAK_TYPES = frozenset(("page", "column"))
_FIRST_COLUMN, _LAST_COLUMN = w("colFirst"), w("colLast")
_FIELD_TYPE, _INSTRUCTION, _FONT, _CHAR = w("fldCharType"), w("instr"), w("font"), w("char")


def _read_paragraph(state: ParserState, node: Element) -> None:
    state.implicit_paragraph = None
    paragraph = RawParagraph(state.position)
    properties = read_properties(node, _PPR)
    paragraph.style = read_value(properties.get(_STYLE))
    spacing, outline = properties.get(_SPACING), properties.get(_OUTLINE)
    if spacing is not None:
        paragraph.space_before = min(parse_int(spacing.get(_BEFORE)), _MAX_SPACE)
    if outline is not None:
        paragraph.outline_level = parse_outline_level(outline)
    if _NUMBERING in properties:
        paragraph.list_place = read_list_place(properties[_NUMBERING])
    own_change = read_own_change(read_properties(properties.get(_RPR)))
    paragraph.mark_change = state.change.with_inner(own_change)
    state.open_paragraphs.append(state.begin_paragraph(paragraph))
    state.read_children(node)
    if not paragraph.runs:
        state.add_text("")
    state.open_paragraphs.pop()


def _read_tracked_change(state: ParserState, node: Element) -> None:
    state.read_changed(node, read_change(node))


def _read_table(state: ParserState, node: Element) -> None:
    state.end_block()
    outer, row = state.table, state.row
    state.table = OpenTable(_number_table(state, node) if outer is None else None)
    state.tables += 1
    state.table.serial = state.tables
    state.read_children(node)
    state.table, state.row = outer, row
    state.end_block()


def _number_table(state: ParserState, node: Element) -> int | None:
    if state.story is not Story.BODY:
        return None
    rows = node.iterchildren(ROW)
    changes = [read_own_change(read_properties(row, ROW_PROPERTIES)) for row in rows]
    if changes and all(change.is_new for change in changes):
        state.new_tables += 1
        return FIRST_INSERTED + state.new_tables - 1
    state.old_tables += 1
    return state.old_tables - 1


def _read_row(state: ParserState, node: Element) -> None:
    state.end_block()
    table = state.table or OpenTable()
    outer, state.row = state.row, table.begin_row(node)
    state.read_changed(node, state.row.change)
    table.end_row(state.row)
    state.row = outer


def _read_cell(state: ParserState, node: Element) -> None:
    state.end_block()
    outer = state.position
    row = state.row or OpenRow(OpenTable(), NO_CHANGE, 0, None)
    state.position, change = row.begin_cell(node, outer)
    state.read_changed(node, change)
    state.position = outer
    state.end_block()


def _read_control(state: ParserState, node: Element) -> None:
    properties = read_properties(node, _CONTROL_PROPERTIES)
    outer, outer_toc, count = state.control, state.toc_control, len(state.paragraphs)
    control = state.control = open_control(properties, state.tags, outer)
    if is_toc_control(properties):
        state.toc_control = TocControl()
    state.read_children(node)
    if control is not None and not control.has_content:
        # Mark the position of a control without text of its own.
        inside = state.paragraphs[count:] if not state.open_paragraphs else []
        state.open_paragraphs += inside[-1:]
        state.add_text("")
        del state.open_paragraphs[len(state.open_paragraphs) - len(inside[-1:]) :]
    state.control, state.toc_control = outer, outer_toc


def _read_run(state: ParserState, node: Element) -> None:
    """Read a run; raised and lowered signs that Unicode has stay in the text as such."""
    align = read_properties(node, _RPR).get(_VERTICAL)
    state.script = None if align is None else read_script(read_value(align))
    state.read_children(node)
    state.script = None


def _read_text(state: ParserState, node: Element) -> None:
    text = node.text or ""
    if len(node):
        text = "".join(node.itertext())
    space = node.get(XML_SPACE)
    if space != "preserve" and (space is not None or not state.keeps_spaces):
        text = text.strip(_WHITESPACE)
    if text and state.script is not None:
        _add_script(state, text.translate(_LINE_ENDS), state.script)
    elif text:
        state.add_text(text.translate(_LINE_ENDS))


def _add_script(state: ParserState, text: str, script: Script) -> None:
    signs = to_signs(text, script)
    state.script = None if signs or not text.strip() else script
    state.add_text(signs or text)
    state.script = script


def _read_deleted_text(state: ParserState, node: Element) -> None:
    outer = state.change
    if not outer.is_removed:
        state.change = outer.with_inner(TrackedChange(Revision.DELETED))
    _read_text(state, node)
    state.change = outer


def _read_plain_text(state: ParserState, node: Element) -> None:
    if node.text:
        state.add_text(node.text)


def _read_symbol(state: ParserState, node: Element) -> None:
    state.add_text(decode_symbol(node.get(_FONT) or "", node.get(_CHAR) or ""))


def _read_break(state: ParserState, node: Element) -> None:
    state.add_text(PAGE_BREAK if node.get(_TYPE) in _PAGE_BREAK_TYPES else "\n")


def _read_as(text: str) -> Handler:
    """Return the handler of an element that stands for a character."""
    return lambda state, _node: state.add_text(text)


def _skip(_state: ParserState, _node: Element) -> None:
    """Ignore an element without text."""


def _read_field_char(state: ParserState, node: Element) -> None:
    form_box = read_properties(node, _FORM_FIELD).get(_FORM_BOX)
    if form_box is not None:
        # Word draws the box of a form field by itself.
        state.add_text(read_form_box(form_box))
    ended = state.fields.handle_char(node.get(_FIELD_TYPE) or "")
    if ended is not None and ended.kind == "TOC" and state.toc_control is not None:
        state.toc_control.has_ended = True


def _read_field_code(state: ParserState, node: Element) -> None:
    state.fields.add_code(node.text or "")


def _read_simple_field(state: ParserState, node: Element) -> None:
    simple_field = WordField(node.get(_INSTRUCTION) or "", in_code=False, has_ended=True)
    state.fields.open.append(simple_field)
    state.read_children(node)
    if simple_field in state.fields.open:
        state.fields.open.remove(simple_field)


def _start_range(state: ParserState, node: Element) -> None:
    """Start a bookmark or comment; a bookmark in a table has columns."""
    first, last = node.get(_FIRST_COLUMN), node.get(_LAST_COLUMN)
    columns = (parse_int(first), parse_int(last)) if first and last else None
    ranges = state.bookmarks if node.tag == _BOOKMARK_START else state.comments
    name = node.get(_ID) or ""
    ranges.start(Range(name, node.get(_NAME) or "", state.text_length, columns))


def _end_range(state: ParserState, node: Element) -> None:
    ranges = state.bookmarks if node.tag == _BOOKMARK_END else state.comments
    text_range = ranges.find_open(node.get(_ID) or "")
    if text_range is None:
        return
    if text_range.start_length == state.text_length and state.open_paragraphs:
        state.add_text("")
    ranges.end(text_range)


def _read_comment_reference(state: ParserState, node: Element) -> None:
    """Record the position of a comment without a range."""
    name = node.get(_ID) or ""
    if name not in state.comments.started:
        state.comments.started.add(name)
        state.add_text("", Range(name, "", has_ended=True))


def _read_footnote_reference(state: ParserState, node: Element) -> None:
    _read_note_reference(state, "footnotes", node)


def _read_endnote_reference(state: ParserState, node: Element) -> None:
    _read_note_reference(state, "endnotes", node)


def _read_note_reference(state: ParserState, kind: str, node: Element) -> None:
    state.notes.append(NoteReference(kind, node.get(_ID) or "", state.change, state.add_mark()))


def _read_text_box(state: ParserState, node: Element) -> None:
    """Read a nested text, which no control or bookmark around it refers to."""
    box = state.nested_state(Story.BOX)
    box.read_children(node)
    _add_box(state, box)
    state.notes += box.notes


def _add_box(state: ParserState, box: ParserState) -> None:
    mark = state.add_mark()
    for paragraph in box.paragraphs:
        paragraph.anchor = mark
    state.current_paragraph().boxes += box.paragraphs


def _read_word_art(state: ParserState, node: Element) -> None:
    text = node.get("string")
    if text:
        box = state.nested_state(Story.BOX)
        box.add_text(text.translate(_LINE_ENDS))
        _add_box(state, box)


def _read_alternatives(state: ParserState, node: Element) -> None:
    """Read one of several forms of the same content: the first that has text."""
    choices = list(node)
    nonempty = (one for one in choices if next(one.iter(*_TEXT_ELEMENTS), None) is not None)
    chosen = next(nonempty, choices[0] if choices else None)
    if chosen is not None:
        state.read_children(chosen)


HANDLERS: Final[Mapping[str, Handler]] = MappingProxyType(
    {
        w("p"): _read_paragraph,
        w("tbl"): _read_table,
        w("tr"): _read_row,
        w("tc"): _read_cell,
        w("sdt"): _read_control,
        w("r"): _read_run,
        **dict.fromkeys(REVISION_ELEMENTS, _read_tracked_change),
        w("t"): _read_text,
        w("delText"): _read_deleted_text,
        f"{_MATH}t": _read_plain_text,
        f"{_DRAWING}t": _read_plain_text,
        f"{_DRAWING}p": _read_text_box,
        f"{_VML}textpath": _read_word_art,
        w("txbxContent"): _read_text_box,
        f"{_MC}AlternateContent": _read_alternatives,
        w("sym"): _read_symbol,
        **dict.fromkeys((w("br"), w("cr")), _read_break),
        **dict.fromkeys((w("tab"), w("ptab")), _read_as("\t")),
        w("noBreakHyphen"): _read_as("\u2011"),
        w("softHyphen"): _read_as("\u00ad"),
        w("instrText"): _read_field_code,
        **dict.fromkeys(map(w, ("delInstrText", "rt", "fldData", "ffData", "tblGrid")), _skip),
        **dict.fromkeys(map(w, ("pPr", "rPr", "tblPrEx")), _skip),
        w("fldChar"): _read_field_char,
        w("fldSimple"): _read_simple_field,
        **dict.fromkeys((_BOOKMARK_START, w("commentRangeStart")), _start_range),
        **dict.fromkeys((_BOOKMARK_END, w("commentRangeEnd")), _end_range),
        w("commentReference"): _read_comment_reference,
        w("footnoteReference"): _read_footnote_reference,
        w("endnoteReference"): _read_endnote_reference,
    }
)
