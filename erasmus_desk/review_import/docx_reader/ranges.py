"""Bookmark and comment ranges, which overlap anything, and fields, whose codes are no text."""

from __future__ import annotations

from typing import Final

from msgspec import Struct, field

MAX_OPEN_RANGES = 200
"""Ranges open at a time; a file with more is hostile, and the oldest is dropped."""


class Range(Struct, eq=False):
    """A bookmark or comment. Unclosed, it ends with its first paragraph.

    `columns` are the first and last cell of each row that a bookmark in a table covers.
    `start_length` is the length of the text before it, which shows whether it holds any text.
    """

    number: str
    name: str
    start_length: int = 0
    columns: tuple[int, int] | None = None
    has_ended: bool = False


class OpenRanges(Struct):
    """The ranges of one kind that are open at a position."""

    open: list[Range] = field(default_factory=list[Range])
    started: set[str] = field(default_factory=set[str])
    _current: tuple[Range, ...] | None = ()
    _cell: int = -1

    def start(self, new: Range) -> None:
        """Open a range, or continue the open one of that name.

        LibreOffice starts a bookmark over several paragraphs again in the last of them.
        """
        same = next((one for one in self.open if new.name and one.name == new.name), None)
        if same is not None:
            same.number = new.number
            return
        if len(self.open) >= MAX_OPEN_RANGES:
            del self.open[0]
        self.open.append(new)
        self.started.add(new.number)
        self._current = None

    def find_open(self, name: str) -> Range | None:
        """Return the open range of that id, the last one started."""
        return next((one for one in reversed(self.open) if one.number == name), None)

    def end(self, one: Range) -> None:
        """Close a range."""
        one.has_ended = True
        self.open.remove(one)
        self._current = None

    def ranges_at(self, cell: int) -> tuple[Range, ...]:
        """Return the ranges over the text of a cell, by its number in the row; -1 is no cell."""
        if self._current is None or (cell != self._cell and self._has_columns()):
            self._current = tuple(
                one
                for one in self.open
                if one.columns is None or one.columns[0] <= cell <= one.columns[1]
            )
        self._cell = cell
        return self._current

    def _has_columns(self) -> bool:
        return any(one.columns is not None for one in self.open)


_MAX_CODE: Final = 400
_MAX_OPEN_FIELDS: Final = 32
"""Nested fields; only a broken file has more, and the oldest are dropped."""


class WordField(Struct, eq=False):
    """A field. One that never ends hides nothing."""

    code: str = ""
    in_code: bool = True
    has_ended: bool = False

    @property
    def kind(self) -> str:
        """The first word of its code, such as TOC or PAGE."""
        return next(iter(self.code.split(None, 1)), "").upper()


class OpenFields(Struct):
    """The fields that are open at a position, the innermost last."""

    open: list[WordField] = field(default_factory=list[WordField])

    def handle_char(self, kind: str) -> WordField | None:
        """Handle a field character; return the field that it ends."""
        if kind == "begin":
            self.open = [*self.open[1 - _MAX_OPEN_FIELDS :], WordField()]
        elif self.open and kind == "separate":
            self.open[-1].in_code = False
        elif self.open and kind == "end":
            self.open[-1].has_ended = True
            return self.open.pop()
        return None

    def add_code(self, code: str) -> None:
        """Add a piece of a field's code."""
        if self.open and self.open[-1].in_code and len(self.open[-1].code) < _MAX_CODE:
            self.open[-1].code += code

    def hiding_field(self) -> WordField | None:
        """Return the field that hides the text here: one in whose code another is nested."""
        return next((one for one in self.open[:-1] if one.in_code), None) if self.open else None

    def toc_field(self) -> WordField | None:
        """Return the table of contents that the text here belongs to."""
        found = (one for one in self.open if not one.in_code and one.kind == "TOC")
        return next(found, None) if self.open else None
