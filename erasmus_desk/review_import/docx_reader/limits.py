"""Size limits for returned files: for each what needs it, and what was measured.

The reference is the largest plan of the tests: 30 partners, 40 activities, every question of
the form. Its text has 5 MB and 155,000 elements, 11,500 paragraphs and 3,900 controls among
them; saved by LibreOffice, 170,000 elements.

Together the limits keep any file under 2 s and 300 MB, Python and the file included;
`make prove` measures it.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from erasmus_desk.ooxml.safe_xml import Element
from erasmus_desk.ooxml.safe_zip import PackageError

_MEGABYTE: Final = 1024 * 1024

MAX_BYTES: Final = 40 * _MEGABYTE
"""Largest file that is read. Mail stops at 25 MB; a proposal takes 0.4 MB, the rest allows for
photographs that reviewers paste."""

MAX_PART: Final = 16 * _MEGABYTE
MAX_UNPACKED: Final = 24 * _MEGABYTE
"""Bytes unpacked of one part and of all parts read; pictures are not. There is no limit on the
ratio: repetitive text shrinks a hundredfold."""

MAX_TREE_ELEMENTS: Final = 400_000
MAX_TREE_BYTES: Final = 96 * _MEGABYTE
"""Elements of all parts, and bytes of their trees; the reference takes 45 MB. At these limits a
file of 40 MB opens in 0.7 s and 200 MB."""

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAX_ELEMENTS: Final = {
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
    "abstractNum": 8_000,
    "num": 30_000,
    "fldChar": 16_000,
}
"""Elements of a kind in all parts. For each of these the reader keeps or looks up something, which
costs far more than skipping it: some 70 µs for a paragraph."""
_MAX_BY_TAG: Final = {f"{{{WORD}}}{kind}": most for kind, most in MAX_ELEMENTS.items()}

_MAX_TEXT: Final = 2_500_000
"""Characters of text in all parts. The reference has 0.2 million, and 1 million in its record;
every word of both is looked at more than once."""

MAX_RECORD_BLOCKS: Final = 16_000
"""Blocks in the record of what was sent; the reference has 11,600."""


class ElementCounter:
    """Counts elements and text over all parts of a file."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._text_left = _MAX_TEXT

    def count(self, root: Element, name: str) -> None:
        """Count the contents of one part. Raises Unfit above a limit."""
        counts = self._counts
        for node in root.iter(*_MAX_BY_TAG):
            counts[node.tag] += 1
            if counts[node.tag] > _MAX_BY_TAG[node.tag]:
                raise PackageError("large", name)
        self._text_left -= sum(map(len, root.itertext()))
        if self._text_left < 0:
            raise PackageError("large", name)
