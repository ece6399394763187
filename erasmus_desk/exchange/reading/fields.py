"""Fields: their codes are no text, what they show is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

_LONGEST_CODE: Final = 400
_MOST_OPEN: Final = 32
"""Fields in one another; of more, which only a broken file has, the oldest are let go."""


@dataclass(slots=True, eq=False)
class Field:
    """One field. One that never ends is none: nothing is hidden by it."""

    code: str = ""
    in_code: bool = True
    has_ended: bool = False

    @property
    def kind(self) -> str:
        """The first word of its code, such as TOC or PAGE."""
        return next(iter(self.code.split(None, 1)), "").upper()


@dataclass(slots=True)
class Fields:
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
