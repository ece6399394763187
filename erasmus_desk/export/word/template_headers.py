"""The headers and footers of a template: its letterhead without what a person should fill in.

A letterhead says who writes; that is taken over. Fields that describe the old text, prompts such
as `[Title]`, lines with a label and nothing behind it, and forms such as that of a fax are not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Final, cast

from msgspec import Struct

from erasmus_desk.export.word.xml_nodes import (
    Node,
    add_node,
    detach,
    get_child,
    r,
    remove_children,
    unwrap,
    w,
)

HEADER_FOOTER_REFERENCES = ("headerReference", "footerReference")
"""The elements that link a section to its headers and footers."""

_PAGE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")
"""Fields that stay fields; of those with other values only the text stays, if it lasts."""
_PROPERTY_FIELDS = ("TITLE", "SUBJECT", "AUTHOR")
"""Fields whose value is that of the proposal."""
_LASTING_FIELDS = ("DOCPROPERTY", "DOCVARIABLE", "HYPERLINK", "REF", "QUOTE", "SYMBOL")
"""Fields whose text is that of the letterhead; all others describe the old text, or ask."""
_WRAPPERS: Final = ("smartTag", "customXml", "ins", "moveTo")
_UNWANTED: Final = (
    *("del", "moveFrom", "object", "control", "altChunk", "proofErr", "permStart", "permEnd"),
    *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference"),
    *("customXmlPr", "smartTagPr", "annotationRef", "footnoteReference", "endnoteReference"),
)
_WORD = re.compile(r"\w")
_PROMPT = re.compile(r"\s*[\[<«{][^\]>»}]*[\]>»}]\s*")
_LABEL = re.compile(r"[^:]{1,60}:\s*[._…]*")
_PICTURE = "Logo"
_DRAWN = "{urn:schemas-microsoft-com:vml}"
"""What a picture without words is in a letterhead, the same word in most languages."""
_FAX = ("fax", "telefax", "facsimile", "telefaks", "faks", "faxbericht", "télécopie", "telecopy")
"""Titles of fax forms, alone on a line or before a tab."""


class HeaderValues(Struct, frozen=True):
    """The values of the fields `TITLE`, `SUBJECT` and `AUTHOR`, and the template's language."""

    title: str
    subject: str
    author: str
    language: str = ""


def find_headers_and_footers(root: Node, last: Node | None = None) -> dict[tuple[str, str], str]:
    """Return the headers and footers of a section, inherited ones included; by default the last."""
    found: dict[tuple[str, str], str] = {}
    for section in root.iter(w("sectPr")):
        for name in HEADER_FOOTER_REFERENCES:
            for link in section.iter(w(name)):
                found[name, link.get(w("type")) or "default"] = link.get(r("id")) or ""
        if section is last:
            break
    return found


def clean_letterhead(root: Node, values: HeaderValues) -> bool:
    """Take out of a header or footer what is not letterhead; return whether anything is left."""
    if _is_fax_form(root):
        return False
    _for_each(root, _UNWANTED, detach)
    _for_each(root, ("sdt",), partial(_replace_control, values=values))
    _for_each(root, _WRAPPERS, unwrap)
    _for_each(root, ("fldSimple",), partial(_replace_simple_field, values=values))
    _for_each(root, ("p",), partial(_clean_fields, values=values))
    _for_each(root, ("tr",), _remove_form_row)
    _for_each(root, ("tbl",), _remove_empty_table)
    _for_each(root, ("tbl",), _mark_layout)
    _for_each(root, ("p",), _clear_prompts)
    _for_each(root, ("r",), partial(_mark_language, language=values.language or "en-GB"))
    for picture in _iterate(root):
        if picture.tag.endswith("}docPr") and not picture.get("descr"):
            picture.set("descr", _PICTURE)
        elif _is_drawn(picture) and not picture.get("alt"):
            picture.set("alt", _PICTURE)
    return _has_content(root)


def _is_drawn(element: Node) -> bool:
    """Return whether an element is a shape as older versions of Word draw them."""
    return element.tag.startswith(_DRAWN) and element.get("style") is not None


def _for_each(root: Node, names: Iterable[str], change: Callable[[Node], None]) -> None:
    for element in list(root.iter(*map(w, names))):
        change(element)


def _remove_empty_table(table: Node) -> None:
    if table.find(w("tr")) is None:
        detach(table)


def _mark_layout(table: Node) -> None:
    """Mark a table of a letterhead as one that only places things: it has no heads to read out."""
    properties = table.find(w("tblPr"))
    if properties is None:
        properties = add_node(table, "tblPr", 0)
    remove_children(properties, "tblLook")
    look = get_child(properties, "tblLook")
    look.set(w("val"), "0600")
    for name in ("firstRow", "lastRow", "firstColumn", "lastColumn"):
        look.set(w(name), "0")
    for name in ("noHBand", "noVBand"):
        look.set(w(name), "1")
    _for_each(table, ("tblHeader",), detach)


def _mark_language(run: Node, language: str) -> None:
    """Say in which language a text is, if it does not say so itself."""
    if run.find(w("t")) is not None:
        properties = run.find(w("rPr"))
        if properties is None:
            properties = add_node(run, "rPr", 0)
        mark = get_child(properties, "lang")
        if not mark.get(w("val")):
            mark.set(w("val"), language)


def _is_fax_form(root: Node) -> bool:
    lines = (_get_text(paragraph) for paragraph in root.iter(w("p")))
    return any(piece.strip().casefold() in _FAX for line in lines for piece in line.split("\t"))


def _replace_control(control: Node, values: HeaderValues) -> None:
    """Put the content of a control in its place; a prompt and old properties are taken out."""
    properties, content = control.find(w("sdtPr")), control.find(w("sdtContent"))
    if properties is not None and content is not None:
        binding = properties.find(w("dataBinding"))
        path = (binding.get(w("xpath")) or "") if binding is not None else ""
        is_title = path.rpartition(":")[2].startswith("title")
        is_prompt = properties.find(w("showingPlcHdr")) is not None
        if is_title:
            _set_text(list(content.iter(w("r"))), values.title)
        elif path or is_prompt or properties.find(w("date")) is not None:
            _set_text(list(content.iter(w("r"))), "")
    if content is not None:
        remove_children(control, "sdtPr", "sdtEndPr")
        unwrap(content)
    unwrap(control)


def _replace_simple_field(field: Node, values: HeaderValues) -> None:
    """Decide on a field that is one element."""
    code = field.get(w("instr")) or ""
    _replace_field(code, list(field), [], values)
    if _get_field_name(code) not in (*_PAGE_FIELDS, *_PROPERTY_FIELDS):
        unwrap(field)


def _clean_fields(paragraph: Node, values: HeaderValues) -> None:
    """Decide on the fields of a paragraph that are written in several runs."""
    open_fields: list[_Field] = []
    for run in _list_runs(paragraph):
        for field in open_fields:
            (field.result if field.is_separated else field.code).append(run)
        marks = list(run.iter(w("fldChar")))
        kinds = [mark.get(w("fldCharType")) for mark in marks]
        if "begin" in kinds:
            open_fields.append(_Field())
            open_fields[-1].code.append(run)
        elif "separate" in kinds and open_fields:
            open_fields[-1].is_separated = True
        elif "end" in kinds and open_fields:
            field = open_fields.pop()
            ends = [run] if run in field.result else []
            result = [one for one in field.result if one is not run]
            _replace_field(_get_code(field.code), result, [*field.code, *ends], values)


class _Field:
    """A field whose end is not read yet."""

    def __init__(self) -> None:
        self.code: list[Node] = []
        self.result: list[Node] = []
        self.is_separated = False


def _replace_field(code: str, result: list[Node], frame: list[Node], values: HeaderValues) -> None:
    """Keep a field, give it the value of the proposal, keep its text only, or remove it."""
    name = _get_field_name(code)
    if name in _PAGE_FIELDS:
        return
    if name in _PROPERTY_FIELDS:
        _set_text(result, getattr(values, name.lower()))
        return
    if name not in _LASTING_FIELDS:
        _set_text(result, "")
    for run in frame:
        detach(run)


def _get_field_name(code: str) -> str:
    return next(iter(code.upper().split()), "")


def _get_code(runs: list[Node]) -> str:
    return "".join(one.text or "" for run in runs for one in run.iter(w("instrText")))


def _set_text(runs: list[Node], text: str) -> None:
    """Write a text into the first of runs, and remove what the others say."""
    for run in runs:
        for element in list(run.iter(w("t"), w("tab"), w("br"), w("drawing"), w("pict"))):
            if element.tag == w("t") and text:
                element.text, text = text, ""
            else:
                detach(element)


def _list_runs(paragraph: Node) -> Iterator[Node]:
    """Yield the runs of a paragraph, without those of text boxes in it."""
    for child in list(paragraph):
        if child.tag == w("r"):
            yield child
        elif child.tag in {w("hyperlink"), w("fldSimple")}:
            yield from _list_runs(child)


def _get_text(element: Node) -> str:
    """Return the text of a part, with tabs, without codes of fields."""
    texts: Mapping[str, str] = {w("tab"): "\t", w("br"): "\n"}
    pieces: list[str] = []
    for child in element.iter(w("t"), w("tab"), w("br")):
        parent = child.getparent()
        if parent is None or parent.tag != w("tabs"):
            pieces.append(texts.get(child.tag, child.text or ""))
    return "".join(pieces)


def _remove_form_row(row: Node) -> None:
    """Remove a row that has labels only, and empty places beside them."""
    if _has_picture(row):
        return
    cells = [_get_text(cell).strip() for cell in row.iter(w("tc"))]
    filled = [cell for cell in cells if cell]
    if filled and all(map(_LABEL.fullmatch, filled)) and len(cells) > len(filled):
        detach(row)


def _clear_prompts(paragraph: Node) -> None:
    """Remove the words of a paragraph that only ask for something to be filled in."""
    has_field = next(paragraph.iter(w("fldChar"), w("fldSimple")), None) is not None
    if has_field or _has_picture(paragraph):
        return
    pieces = [piece for piece in re.split("[\t\n]", _get_text(paragraph)) if _WORD.search(piece)]
    if all(_PROMPT.fullmatch(one) or _LABEL.fullmatch(one) for one in pieces):
        _set_text(list(_list_runs(paragraph)), "")


def _has_picture(root: Node) -> bool:
    names = {"drawing", "pict", "shape", "imagedata", "pic"}
    return any(one.tag.rpartition("}")[2] in names for one in _iterate(root))


def _iterate(root: Node) -> Iterator[Node]:
    """Yield all elements; comments of XML have no tag."""
    return (one for one in root.iter("*") if isinstance(cast("object", one.tag), str))


def _has_content(root: Node) -> bool:
    has_field = any(True for _ in root.iter(w("fldChar"), w("fldSimple")))
    return has_field or bool(_get_text(root).strip()) or _has_picture(root)
