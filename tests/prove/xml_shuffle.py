"""Random changes of XML elements that keep it well-formed: delete, repeat, move, wrap."""

from __future__ import annotations

import re
from random import Random

_TAG = re.compile(rb"<(/?)([\w:.-]+)[^<>]*?(/?)>")
_BY = b'w:id="9" w:author="Ana" w:date="2026-11-23T10:00:00Z"'
_WRAPPERS = (
    *((b"<w:%s %s>" % (name, _BY), b"</w:%s>" % name) for name in (b"ins", b"del", b"moveTo")),
    (b"<w:sdt><w:sdtPr><w:tag w:val='x'/></w:sdtPr><w:sdtContent>", b"</w:sdtContent></w:sdt>"),
    (b"<w:tbl><w:tr><w:tc>", b"</w:tc></w:tr></w:tbl>"),
    (b"<w:p><w:r><w:txbxContent>", b"</w:txbxContent></w:r></w:p>"),
    (b"<w:p>", b"</w:p>"),
    (b"<w:smartTag>", b"</w:smartTag>"),
    (b"<w:hyperlink>", b"</w:hyperlink>"),
    (b"<w:r><w:t>", b"</w:t></w:r>"),
    (b"<w:moveFrom>", b"</w:moveFrom>"),
)
_LONG = 200_000

Span = tuple[int, int]


def shuffle_elements(chance: Random, content: bytes) -> bytes:
    """Return the XML with one to six changes of its tree, only one if it is long."""
    for _ in range(chance.choice((1, 1, 2, 6)) if len(content) < _LONG else 1):
        spans = find_elements(content)
        if len(spans) < 2:
            return content
        # The root must stay where it is.
        start, end = chance.choice(spans[1:])
        element = content[start:end]
        rest = content[:start] + content[end:]
        times = chance.choice((2, 2, 5, 40))
        before, after = chance.choice(_WRAPPERS)
        place = chance.choice(spans[1:])[0]
        if start < place < end:
            place = end
        moved = place if place <= start else place - len(element)
        content = chance.choice(
            (
                rest,
                content[:start] + element * times + content[end:],
                rest[:moved] + element + rest[moved:],
                content[:place] + element + content[place:],
                content[:start] + before + element + after + content[end:],
                content[:start] + _unwrap(element) + content[end:],
                content[:start] + before * times + element + after * times + content[end:],
            )
        )
    return content


def find_elements(content: bytes) -> list[Span]:
    """Return start and end of each element, sorted by start."""
    spans: list[Span] = []
    opened: list[int] = []
    for found in _TAG.finditer(content):
        if found[1]:
            if opened:
                spans.append((opened.pop(), found.end()))
        elif found[3]:
            spans.append(found.span())
        else:
            opened.append(found.start())
    return sorted(spans)


def _unwrap(element: bytes) -> bytes:
    """Return an element without its own tags."""
    begins = element.find(b">") + 1
    ends = element.rfind(b"</")
    return element[begins:ends] if ends > 0 else b""
