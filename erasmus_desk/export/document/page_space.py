"""The room on a page, as the page at a glance and the partner sheets are filled by it."""

from __future__ import annotations

from msgspec import Struct


class PageSpace(Struct, frozen=True):
    """Width and height of the text on a page, compared with those of our own style document."""

    width: float = 1
    height: float = 1
    is_replaced: bool = False
    """Whether the page of a template has no room for text, so that ours took its place."""
    has_own_sizes: bool = False
    """Whether the type of a template has other sizes than it is lent with."""
