"""The place of a word in a box."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A word at a place of a document; positions are those of Qt, in UTF-16 units."""

    start: int
    end: int
    text: str
