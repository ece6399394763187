"""Bookmarks and comments: stretches that begin and end anywhere, across everything else.

Fields: their codes are no text, what they show is.
"""

from __future__ import annotations

from typing import Final

from msgspec import Struct, field

MOST_OPEN = 200
"""Ranges open at one time; more only a file made to tire us has, and the oldest is let go."""


class Range(Struct, eq=False):
    """One bookmark or comment. Without an end it reaches to the end of its first paragraph.

    `columns` are the first and the last cell of each row that a bookmark in a table covers.
    `said` is how much had been read when it began, which shows whether it holds any text.
    """

    id: str
    name: str
    said: int = 0
    columns: tuple[int, int] | None = None
    has_ended: bool = False


class Ranges(Struct):
    """The ranges of one kind that are open at a place."""

    open: list[Range] = field(default_factory=list[Range])
    started: set[str] = field(default_factory=set[str])
    _shown: tuple[Range, ...] | None = ()
    _cell: int = -1

    def start(self, new: Range) -> None:
        """Open a range, or go on with the one of that name that has no end yet.

        LibreOffice begins a bookmark over several paragraphs again in the last of them.
        """
        same = next((one for one in self.open if new.name and one.name == new.name), None)
        if same is not None:
            same.id = new.id
            return
        if len(self.open) >= MOST_OPEN:
            del self.open[0]
        self.open.append(new)
        self.started.add(new.id)
        self._shown = None

    def last(self, name: str) -> Range | None:
        """Give the range of that id that was opened last, if it is open."""
        return next((one for one in reversed(self.open) if one.id == name), None)

    def end(self, one: Range) -> None:
        """Close a range that is open."""
        one.has_ended = True
        self.open.remove(one)
        self._shown = None

    def at(self, cell: int) -> tuple[Range, ...]:
        """Give the ranges over the text of a cell, counted in its row; -1 is no cell."""
        if self._shown is None or (cell != self._cell and self._has_columns()):
            self._shown = tuple(
                one
                for one in self.open
                if one.columns is None or one.columns[0] <= cell <= one.columns[1]
            )
        self._cell = cell
        return self._shown

    def _has_columns(self) -> bool:
        return any(one.columns is not None for one in self.open)


_LONGEST_CODE: Final = 400
_MOST_OPEN: Final = 32
"""Fields in one another; of more, which only a broken file has, the oldest are let go."""


class Field(Struct, eq=False):
    """One field. One that never ends is none: nothing is hidden by it."""

    code: str = ""
    in_code: bool = True
    has_ended: bool = False

    @property
    def kind(self) -> str:
        """The first word of its code, such as TOC or PAGE."""
        return next(iter(self.code.split(None, 1)), "").upper()


class Fields(Struct):
    """The fields that are open at a place, the innermost last."""

    open: list[Field] = field(default_factory=list[Field])

    def char(self, kind: str) -> Field | None:
        """Take the sign that begins, parts or ends a field; give the field that ends."""
        if kind == "begin":
            self.open = [*self.open[1 - _MOST_OPEN :], Field()]
        elif self.open and kind == "separate":
            self.open[-1].in_code = False
        elif self.open and kind == "end":
            self.open[-1].has_ended = True
            return self.open.pop()
        return None

    def take(self, code: str) -> None:
        """Take a piece of a field's code."""
        if self.open and self.open[-1].in_code and len(self.open[-1].code) < _LONGEST_CODE:
            self.open[-1].code += code

    def hider(self) -> Field | None:
        """Give the field that hides the text here: one in whose code another field stands."""
        return next((one for one in self.open[:-1] if one.in_code), None)

    def contents(self) -> Field | None:
        """Give the table of contents that the text here belongs to."""
        found = (one for one in self.open if not one.in_code and one.kind == "TOC")
        return next(found, None)
