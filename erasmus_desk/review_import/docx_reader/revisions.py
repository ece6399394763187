"""Tracked changes: insertion, deletion or move, with author and time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from erasmus_desk.review_import.docx_reader.attributes import read_author, w
from erasmus_desk.review_import.docx_reader.document import Revision, RevisionAuthor
from erasmus_desk.review_import.docx_reader.package import Element

REVISION_ELEMENTS: Final = {
    w("del"): Revision.DELETED,
    w("moveFrom"): Revision.MOVED_FROM,
    w("ins"): Revision.INSERTED,
    w("moveTo"): Revision.MOVED_TO,
    w("cellDel"): Revision.DELETED,
    w("cellIns"): Revision.INSERTED,
}


class TrackedChange(Struct, frozen=True, gc=False):
    """A tracked change of a stretch of text."""

    revision: Revision = Revision.UNCHANGED
    by: RevisionAuthor | None = None
    inserted_then_deleted: bool = False

    @property
    def is_removed(self) -> bool:
        """Whether the text was deleted or moved away."""
        return self.revision.is_removed

    @property
    def is_new(self) -> bool:
        """Whether the text was not there when the file was sent."""
        return self.inserted_then_deleted or self.revision in (Revision.INSERTED, Revision.MOVED_TO)

    def with_inner(self, inner: TrackedChange) -> TrackedChange:
        """Return what both amount to when nested: a deletion wins."""
        if inner.revision is Revision.UNCHANGED:
            return self
        if inner.is_removed:
            return TrackedChange(
                inner.revision, inner.by, inner.inserted_then_deleted or self.is_new
            )
        if self.is_removed:
            return TrackedChange(self.revision, self.by, self.inserted_then_deleted or inner.is_new)
        return inner


NO_CHANGE: Final = TrackedChange()


def read_change(change: Element) -> TrackedChange:
    """Return the tracked change of an element."""
    return TrackedChange(REVISION_ELEMENTS[change.tag], read_author(change))


def read_own_change(properties: Mapping[str, Element]) -> TrackedChange:
    """Return the tracked change in the properties of a paragraph mark, row or cell."""
    change = NO_CHANGE
    for name, element in properties.items():
        if name in REVISION_ELEMENTS:
            change = change.with_inner(read_change(element))
    return change
