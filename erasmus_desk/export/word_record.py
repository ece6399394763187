"""What a Word file takes along unseen: the record of what it was sent with, as its own parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from erasmus_desk.export.talk import SILENCE, Talk
from erasmus_desk.export.word_adopt import Node, w
from erasmus_desk.export.word_frame import HEAD
from erasmus_desk.sent.codec import NAMESPACE

PLAIN = "application/xml"
_DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_GUID = "{7D1B6A52-3C0E-4B47-9E0A-5B1F6C2D8E41}"
"""Names our part in the store of a file; the same in each, as a file has only one."""


@dataclass(frozen=True, slots=True)
class WayHome:
    """What a file needs to find its way home.

    `record` makes the record's part from the lines in the headers and footers, which only a
    file has: a school's template brings its own. `talk` are the comments that it takes along.
    """

    record: Callable[[tuple[str, ...]], bytes]
    talk: Talk = SILENCE


def properties() -> bytes:
    """Give the part that names the record in the store of a file."""
    return (
        f'{HEAD}<ds:datastoreItem xmlns:ds="{_DATA_STORE}" ds:itemID="{_GUID}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
        "</ds:datastoreItem>"
    ).encode()


def edge_lines(root: Node) -> Iterator[str]:
    """Give the lines of a header or footer that are not blank, fields as what they show."""
    for paragraph in root.iter(w("p")):
        text = "".join(_shown(paragraph))
        if text.strip():
            yield text


def _shown(element: Node) -> Iterator[str]:
    for child in element:
        if child.tag == w("t"):
            yield child.text or ""
        elif child.tag == w("tab"):
            yield "\t"
        elif child.tag in {w("br"), w("cr")}:
            yield "\n"
        elif child.tag not in {w("p"), w("pPr"), w("instrText"), w("delText")}:
            yield from _shown(child)
