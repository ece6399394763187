"""What tracked changes make of a text: who inserted, deleted or moved it, and when."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from erasmus_desk.review_import.docx_reader.attributes import by, w
from erasmus_desk.review_import.docx_reader.document import By, Fate
from erasmus_desk.review_import.docx_reader.package import Element

FATES: Final = {
    w("del"): Fate.DELETED,
    w("moveFrom"): Fate.MOVED_AWAY,
    w("ins"): Fate.INSERTED,
    w("moveTo"): Fate.MOVED_HERE,
    w("cellDel"): Fate.DELETED,
    w("cellIns"): Fate.INSERTED,
}


class Mark(Struct, frozen=True):
    """What became of a stretch of text, and by whom."""

    fate: Fate = Fate.KEPT
    by: By | None = None
    is_fleeting: bool = False

    @property
    def is_new(self) -> bool:
        """Whether the text was not there when the file was sent."""
        return self.is_fleeting or self.fate in {Fate.INSERTED, Fate.MOVED_HERE}

    def with_inner(self, inner: Mark) -> Mark:
        """Give what both come to where one stands in the other: what is gone stays gone."""
        if inner.fate.is_gone:
            return Mark(inner.fate, inner.by, inner.is_fleeting or self.is_new)
        if self.fate.is_gone:
            return Mark(self.fate, self.by, self.is_fleeting or inner.is_new)
        return self if inner.fate is Fate.KEPT else inner


KEPT: Final = Mark()


def mark_of(change: Element) -> Mark:
    """Give what a tracked change makes of what stands in it or bears it."""
    return Mark(FATES[change.tag], by(change))


def mark_in(properties: Element | None) -> Mark:
    """Give what the properties of a paragraph mark, row or cell say of its own fate."""
    mark = KEPT
    for change in properties if properties is not None else ():
        if change.tag in FATES:
            mark = mark.with_inner(mark_of(change))
    return mark
