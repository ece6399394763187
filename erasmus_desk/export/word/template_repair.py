"""What other programs write wrong into parts of a template that the proposal keeps.

Word repairs it silently or asks; a file that we made has to be valid.
"""

from __future__ import annotations

import re
from typing import Final, cast

from erasmus_desk.export.word.docx_library import RELATIONSHIP_TYPE, DocumentPart, Part, XmlPart
from erasmus_desk.export.word.xml_nodes import Node, detach, remove_children, w

_SIDES: Final = {"start": "left", "end": "right"}
"""Names of later standards that Word does not know in lists."""
_CHARACTER_SET = re.compile(rb'\s+w:characterSet="[^"]*"')
"""Of a font, beside the number that Word reads: other programs write names that are not allowed."""


def repair(main: DocumentPart) -> None:
    """Make styles and lists of a template valid."""
    for kind, mend in (
        (RELATIONSHIP_TYPE.STYLES, _drop_repeated_styles),
        (RELATIONSHIP_TYPE.NUMBERING, _mend_levels),
    ):
        for part in _list_parts(main, kind):
            if isinstance(part, XmlPart):
                mend(cast("Node", part.element))


def read_part(part: Part) -> bytes:
    """Return the content of a part as it is written: that of a table of fonts mended."""
    is_fonts = part.content_type.endswith("fontTable+xml")
    return _CHARACTER_SET.sub(b"", part.blob) if is_fonts else part.blob


def _list_parts(main: DocumentPart, kind: str) -> list[Part]:
    links = (link for link in main.rels.values() if link.reltype == kind and not link.is_external)
    return [link.target_part for link in links]


def _drop_repeated_styles(styles: Node) -> None:
    """Keep the first of several styles with one id, as Word does."""
    seen: set[str] = set()
    for style in list(styles.iter(w("style"))):
        style_id = style.get(w("styleId")) or ""
        if style_id in seen:
            detach(style)
        seen.add(style_id)


def _mend_levels(numbering: Node) -> None:
    """Mend alignments of lists, and take out letter forms, which our pages do not use."""
    for level in list(numbering.iter(w("lvl"))):
        remove_children(level, "rPr")
        for side in level.iter(w("lvlJc")):
            side.set(w("val"), _SIDES.get(side.get(w("val")) or "", side.get(w("val")) or "left"))
