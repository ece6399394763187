"""How large a file that comes home may be: for each bound what needs it, and what was measured.

The measure of what is needed is the largest plan that the tests know: 30 partners, 40 activities,
every question of the form. Its text has 5 MB and 155,000 elements, 11,500 paragraphs and 3,900
controls among them; saved by LibreOffice, it has 170,000 elements.

Together the bounds keep what is done with any file under 2 s and 300 MB, Python and the file
included; `make prove` measures it.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from erasmus_desk.ooxml.safe_xml import Element, Room
from erasmus_desk.ooxml.safe_zip import Bounds, Unfit

_MEGABYTE: Final = 1024 * 1024

MOST_BYTES: Final = 40 * _MEGABYTE
"""A file larger than this is not read. Mail stops at 25 MB; a whole proposal takes 0.4 MB, the
rest is room for the photographs that reviewers paste."""

_PART: Final = 16 * _MEGABYTE
_ALL: Final = 24 * _MEGABYTE
"""Bytes unpacked of one part and of all parts that are read; pictures are not. There is no bound
on the ratio: repetitive text rightly shrinks a hundredfold."""

_ELEMENTS: Final = 400_000
_MEMORY: Final = 96 * _MEGABYTE
"""Elements, and bytes that their trees take, in all parts together; that plan takes 45 MB.
Measured at these bounds with a file of 40 MB: opening takes at most 0.7 s, and 200 MB."""

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MOST: Final = {
    "p": 16_000,
    "tbl": 4_000,
    "tr": 8_000,
    "tc": 16_000,
    "sdt": 8_000,
    "bookmarkStart": 9_000,
    "br": 12_000,
    "cr": 12_000,
    "comment": 2_000,
    "commentRangeStart": 2_000,
    "commentReference": 2_000,
    "footnote": 2_000,
    "footnoteReference": 2_000,
    "endnote": 2_000,
    "endnoteReference": 2_000,
    "style": 5_000,
    "fldChar": 16_000,
}
"""Elements of a kind, in all parts together. For each of these a reader keeps something or looks
something up, which costs far more than passing by: some 70 µs for a paragraph."""
_TAGS: Final = {f"{{{WORD}}}{kind}": most for kind, most in MOST.items()}

_TEXT: Final = 2_500_000
"""Characters of text in all parts together. That plan has 0.2 million, and 1 million in the record
of what was sent; every word of both is looked at more than once."""

MOST_PIECES: Final = 16_000
"""Pieces in the record of what was sent; that plan has 11,600."""


def bounds() -> Bounds:
    """Give what may be unpacked of a file."""
    return Bounds(_PART, _ALL)


def room() -> Room:
    """Give what may be parsed of a file."""
    return Room(_ELEMENTS, _MEMORY)


class Crowd:
    """Counts over all parts of a file what readers keep something for."""

    def __init__(self) -> None:
        self._found: Counter[str] = Counter()
        self._text = _TEXT

    def join(self, root: Element, name: str) -> None:
        """Count what stands in one part. Raises Unfit when it is too much."""
        found = self._found
        for node in root.iter(*_TAGS):
            found[node.tag] += 1
            if found[node.tag] > _TAGS[node.tag]:
                raise Unfit("large", name)
        self._text -= sum(len(node.text or "") + len(node.tail or "") for node in root.iter())
        if self._text < 0:
            raise Unfit("large", name)
