"""Word files taken apart: their controls, their paragraphs and the record in them."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from erasmus_desk.i18n.figures import separate_figures
from erasmus_desk.round_trip import codec
from erasmus_desk.round_trip.record import BlockRole, SentRecord

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n"}


@dataclass(frozen=True)
class Control:
    """A content control: its properties, the element around it, and its text."""

    tag: str
    label: str
    number: int
    lock: str
    is_empty: bool
    kind: str
    inside: str
    text: str
    element: ET.Element


def parse_part(content: bytes, name: str = "word/document.xml") -> ET.Element:
    """Return a part as a tree."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return ET.fromstring(archive.read(name))  # noqa: S314 - made by us


def parse_body(content: bytes) -> ET.Element:
    """Return the body of a file."""
    found = parse_part(content).find(f"{W}body")
    assert found is not None
    return found


def get_text(element: ET.Element) -> str:
    """Return the text of the runs in an element, tabs and breaks as characters."""
    parts = (part for run in element.iter(f"{W}r") for part in run)
    return "".join(
        SIGNS.get(one.tag) or (one.text if one.tag == f"{W}t" else "") or "" for one in parts
    )


def list_paragraph_lines(content: bytes) -> list[str]:
    """Return the lines of all paragraphs of the body in their order, without page numbers.

    Blanks inside figures are plain, as in `list_record_lines`.
    """
    found = [_get_entry(one) for one in parse_body(content).iter(f"{W}p")]
    return [separate_figures(line) for one in found for line in one.split("\n") if line]


def list_page_numbers(content: bytes) -> list[tuple[str, str]]:
    """Return the entries of the contents with their page numbers."""
    entries = [one for one in parse_body(content).iter(f"{W}p") if _has_page(one)]
    return [(text, page) for one in entries for text, _, page in [get_text(one).rpartition("\t")]]


def _has_page(paragraph: ET.Element) -> bool:
    codes = (one.text or "" for one in paragraph.iter(f"{W}instrText"))
    return any("PAGEREF" in code for code in codes)


def _get_entry(paragraph: ET.Element) -> str:
    text = get_text(paragraph)
    return text.rpartition("\t")[0] if _has_page(paragraph) else text


def list_controls(content: bytes) -> list[Control]:
    """Return all controls of the body in their order."""
    return list(_controls(parse_body(content)))


def _controls(parent: ET.Element) -> Iterator[Control]:
    for child in parent:
        if child.tag == f"{W}sdt":
            yield _control(child, parent.tag.removeprefix(W))
        yield from _controls(child)


def _control(element: ET.Element, inside: str) -> Control:
    properties, content = element.find(f"{W}sdtPr"), element.find(f"{W}sdtContent")
    assert properties is not None
    assert content is not None
    named = {one.tag: one.get(f"{W}val", "") for one in properties}
    kinds = {f"{W}dropDownList", f"{W}date", f"{W14}checkbox"} & named.keys()
    parts = [get_text(one) for one in content.iter(f"{W}p")] or [get_text(content)]
    return Control(
        tag=named[f"{W}tag"],
        label=named[f"{W}alias"],
        number=int(named[f"{W}id"]),
        lock=named[f"{W}lock"],
        is_empty=f"{W}showingPlcHdr" in named,
        kind=kinds.pop().partition("}")[2] if kinds else "",
        inside=inside,
        text="\n".join(parts),
        element=element,
    )


def read_bookmarks(content: bytes) -> dict[str, str]:
    """Return the text between the bookmarks of each answer, its paragraphs as lines."""
    opened: dict[str, str] = {}
    found: dict[str, str] = {}
    for one in parse_body(content).iter():
        if one.tag == f"{W}bookmarkStart" and one.get(f"{W}name", "").startswith("_Desk"):
            opened[one.get(f"{W}id", "")] = one.get(f"{W}name", "")
            found[one.get(f"{W}name", "")] = ""
        elif one.tag == f"{W}bookmarkEnd":
            opened.pop(one.get(f"{W}id", ""), "")
        else:
            text = get_text(one) if one.tag == f"{W}r" else "\n" if one.tag == f"{W}p" else ""
            for name in opened.values():
                found[name] += text
    return {name: text.removeprefix("\n") for name, text in found.items()}


def read_record(content: bytes) -> SentRecord:
    """Return the record that a file carries."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        found = codec.decode(archive.read("customXml/item1.xml"))
    assert found is not None
    return found


def list_record_lines(sent: SentRecord) -> list[str]:
    """Return the lines of all pieces of the text, those that share a paragraph joined."""
    found: list[str] = []
    for piece in sent.blocks:
        if piece.role in {BlockRole.HEADER_FOOTER, BlockRole.ALT_TEXT}:
            continue
        if piece.continues_paragraph:
            found[-1] += piece.text
        else:
            found += piece.text.split("\n")
    return [separate_figures(one) for one in found if one]
