"""A lint for the accessibility and the metadata of Word files."""

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DC = "{http://purl.org/dc/elements/1.1/}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DRAWING_PROPERTIES = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
BODY_TEXT = 9
LANGUAGE = re.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
MIN_ROWS = 2
"""Least rows of a table, the header included; with fewer it is only for layout."""
OURS = ("_proposal.xml", "_wide.xml")
"""How the names of our own headers and footers end; others are those of a template."""
CONTRAST = 4.5
LETTERS_PER_PAGE = 900
"""Letters that fill about a page in the narrowest column."""
VISIBLE_TAGS = (f"{W}t", f"{W}drawing", f"{W}pict", f"{W}fldChar", f"{W}fldSimple")


def lint(content: bytes) -> list[str]:
    """Return every finding in what we wrote as `code` or `code: where`.

    Where a template places the things of its letterhead, and in which colours, is its own.
    """
    return _lint(content)[0]


def lint_letterhead(content: bytes) -> list[str]:
    """Return every finding in the letterhead of a template that the file keeps as it is."""
    return _lint(content)[1]


def _lint(content: bytes) -> tuple[list[str], list[str]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = _parse(parts["word/document.xml"])
    margins = {
        name: _parse(parts[name])
        for name in sorted(parts)
        if name.startswith(("word/header", "word/footer")) and name.endswith(".xml")
    }
    letterheads = [root for name, root in margins.items() if not name.endswith(OURS)]
    own = [body, *(root for name, root in margins.items() if name.endswith(OURS))]
    roots = [*own, *letterheads]
    levels = _heading_levels(_parse(parts["word/styles.xml"]))
    found = [
        *_check_metadata(parts),
        *_check_headings(body, levels),
        *_check_links(body),
        *_check_controls(body),
    ]
    found += _check_contrast(_parse(parts["word/styles.xml"]), roots)
    for root in own:
        found += [*_check_tables(root), *_check_paragraphs(root)]
    for root in letterheads:
        found += _check_layout(root)
    for root in roots:
        found += [*_check_runs(root), *_check_pictures(root)]
    for root in own:
        found += [*_check_colours(root), *_check_order(root)]
    theirs = [each for one in letterheads for each in (*_check_colours(one), *_check_order(one))]
    return found, theirs


def _parse(content: bytes) -> ET.Element:
    return ET.fromstring(content)  # noqa: S314 - as above


def _check_metadata(parts: dict[str, bytes]) -> Iterator[str]:
    core = _parse(parts["docProps/core.xml"])
    for name in ("title", "language"):
        if not (core.findtext(f"{DC}{name}") or "").strip():
            yield f"no-{name}"
    if any(b"python-docx" in content for content in parts.values()):
        yield "library-named"
    if any("thumbnail" in name for name in parts):
        yield "thumbnail"
    settings = _parse(parts["word/settings.xml"])
    if settings.find(f"{W}updateFields") is not None:
        yield "asks-to-update"
    if b'w:dirty="' in parts["word/document.xml"]:
        yield "field-dirty"


def _heading_levels(styles: ET.Element) -> dict[str, int]:
    found: dict[str, int] = {}
    for style in styles.iter(f"{W}style"):
        level = style.find(f"{W}pPr/{W}outlineLvl")
        depth = int(level.get(f"{W}val", "9")) if level is not None else BODY_TEXT
        if depth < BODY_TEXT:
            found[style.get(f"{W}styleId", "")] = depth + 1
    return found


def _style(paragraph: ET.Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(f"{W}val", "") if style is not None else ""


def _text(element: ET.Element) -> str:
    return "".join(part.text or "" for part in element.iter(f"{W}t"))


def _check_headings(body: ET.Element, levels: dict[str, int]) -> Iterator[str]:
    headings = [one for one in body.iter(f"{W}p") if _style(one) in levels]
    if not headings:
        yield "no-headings"
        return
    if levels[_style(headings[0])] != 1:
        yield f"first-heading-not-top: {_text(headings[0])}"
    if any(not _text(one).strip() for one in headings):
        yield "heading-without-words"
    for one, following in pairwise(headings):
        if levels[_style(following)] > levels[_style(one)] + 1:
            yield f"heading-skips-level: {_text(following)}"


def _check_links(body: ET.Element) -> Iterator[str]:
    marks = [mark.get(f"{W}name", "") for mark in body.iter(f"{W}bookmarkStart")]
    if len(marks) != len(set(marks)):
        yield "bookmark-twice"
    for link in body.iter(f"{W}hyperlink"):
        anchor = link.get(f"{W}anchor")
        if anchor and anchor not in marks:
            yield f"link-to-nowhere: {anchor}"


def _check_layout(root: ET.Element) -> Iterator[str]:
    """Yield the tables of a letterhead that would be read as data.

    What a template has in its own header and footer is placed by tables and empty paragraphs, in
    the style of the template, and is no content of the proposal.
    """
    for table in root.iter(f"{W}tbl"):
        if not _is_layout(table):
            yield f"letterhead-with-heads: {_text(table)[:40]}"


def _is_layout(table: ET.Element) -> bool:
    """Return whether a table is marked as one without heads, that only places things."""
    look = table.find(f"{W}tblPr/{W}tblLook")
    heads = ("firstRow", "lastRow", "firstColumn", "lastColumn")
    is_marked = look is not None and all(look.get(f"{W}{name}") == "0" for name in heads)
    return is_marked and next(table.iter(f"{W}tblHeader"), None) is None


def _check_tables(root: ET.Element) -> Iterator[str]:
    for table in root.iter(f"{W}tbl"):
        where = _text(table)[:40]
        for name in ("tblCaption", "tblDescription"):
            said = table.find(f"{W}tblPr/{W}{name}")
            if said is None or not said.get(f"{W}val", "").strip():
                yield f"table-without-{name}: {where}"
        rows = table.findall(f"{W}tr")
        if not rows or rows[0].find(f"{W}trPr/{W}tblHeader") is None:
            yield f"table-without-head: {where}"
        if any(row.find(f"{W}trPr/{W}cantSplit") is None and not _is_tall(row) for row in rows):
            yield f"row-splits: {where}"
        cells = [_cells(row) for row in rows]
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        if len(rows) < MIN_ROWS or table.find(f".//{W}tbl") is not None:
            yield f"table-for-layout: {where}"
        if any(len(row) != columns for row in cells) or table.find(f".//{W}gridSpan") is not None:
            yield f"table-with-merged-cells: {where}"
        if rows and not all(_text(cell).strip() for cell in cells[0]):
            yield f"head-without-words: {where}"
        filled = (c for row in cells[1:] for c in row if c.find(f"{W}tcPr/{W}shd") is not None)
        if not all(_text(cell).strip() for cell in filled):
            yield f"colour-alone: {where}"


def _cells(row: ET.Element) -> list[ET.Element]:
    """Return the cells of a row, also those inside a content control."""
    return list(row.iter(f"{W}tc"))


def _is_tall(row: ET.Element) -> bool:
    """Return whether a row may be taller than a page, so that it has to split."""
    return any(
        len(_text(cell)) + 40 * len(list(cell.iter(f"{W}p"))) > LETTERS_PER_PAGE
        for cell in _cells(row)
    )


def _check_runs(root: ET.Element) -> Iterator[str]:
    for run in root.iter(f"{W}r"):
        language = run.find(f"{W}rPr/{W}lang")
        if run.find(f"{W}t") is not None and (language is None or not language.get(f"{W}val")):
            yield f"run-without-language: {_text(run)[:40]}"
        elif language is not None and not LANGUAGE.fullmatch(language.get(f"{W}val", "")):
            yield f"language-unknown: {language.get(f'{W}val', '')}"
        is_from_right = run.find(f"{W}rPr/{W}rtl") is not None
        if is_from_right and (language is None or not language.get(f"{W}bidi")):
            yield f"run-without-language: {_text(run)[:40]}"


def _check_colours(root: ET.Element) -> Iterator[str]:
    for run in root.iter(f"{W}r"):
        if any(run.find(f"{W}rPr/{W}{name}") is not None for name in ("color", "highlight")):
            # A colour without a named style is visual only.
            yield f"colour-by-hand: {_text(run)[:40]}"


def _check_paragraphs(root: ET.Element) -> Iterator[str]:
    for paragraph in root.iter(f"{W}p"):
        if not any(part.tag in VISIBLE_TAGS for part in paragraph.iter()):
            yield f"empty-paragraph: {_style(paragraph)}"
        elif not _style(paragraph):
            yield f"paragraph-without-style: {_text(paragraph)[:40]}"


def _check_pictures(root: ET.Element) -> Iterator[str]:
    for picture in root.iter(DRAWING_PROPERTIES):
        if not picture.get("descr", "").strip():
            yield f"picture-without-words: {picture.get('name', '')}"
    for picture in root.iter(f"{W}pict"):
        shapes = (shape for shape in picture.iter() if shape.get("style"))
        if not all(shape.get("alt", "").strip() for shape in shapes):
            yield "picture-without-words: drawn"


def _check_order(root: ET.Element) -> Iterator[str]:
    """Yield what is read in another order than seen: frames, text boxes, floating objects."""
    for name in (f"{W}framePr", f"{W}tblpPr", f"{W}txbxContent", f"{DRAWING}anchor"):
        if next(root.iter(name), None) is not None:
            yield f"out-of-order: {name.rpartition('}')[2]}"


def _check_controls(body: ET.Element) -> Iterator[str]:
    for control in body.iter(f"{W}sdt"):
        name = control.find(f"{W}sdtPr/{W}alias")
        if name is None or not name.get(f"{W}val", "").strip():
            yield f"control-without-name: {_text(control)[:40]}"


def _list_used(styles: ET.Element, roots: list[ET.Element]) -> set[str]:
    """Return the ids of the styles in use, with those that they are based on."""
    links = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
    used = {one.get(f"{W}val", "") for root in roots for one in root.iter() if one.tag in links}
    bases = {
        style.get(f"{W}styleId", ""): base.get(f"{W}val", "")
        for style in styles.iter(f"{W}style")
        if (base := style.find(f"{W}basedOn")) is not None
    }
    while new := {bases[one] for one in used if one in bases} - used:
        used |= new
    return used


def _check_contrast(styles: ET.Element, roots: list[ET.Element]) -> Iterator[str]:
    """Yield styles in use with too little contrast to white or to their background."""
    used = _list_used(styles, roots)
    for style in (one for one in styles.iter(f"{W}style") if one.get(f"{W}styleId") in used):
        colour, ground = style.find(f"{W}rPr/{W}color"), style.find(f"{W}pPr/{W}shd")
        letters = colour.get(f"{W}val", "auto") if colour is not None else "auto"
        fill = ground.get(f"{W}fill", "auto") if ground is not None else "auto"
        if letters == fill == "auto":
            continue
        pair = (_luminance(letters, "000000"), _luminance(fill, "FFFFFF"))
        if (max(pair) + 0.05) / (min(pair) + 0.05) < CONTRAST:
            yield f"low-contrast: {style.get(f'{W}styleId', '')}"


def _luminance(colour: str, usual: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.1)."""
    code = usual if colour == "auto" else colour
    parts = (int(code[place : place + 2], 16) / 255 for place in (0, 2, 4))
    plain = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), plain, strict=True))
