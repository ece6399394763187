"""The widths of letters of common fonts, so that lines can be reckoned without a font.

The numbers are those of free fonts of the same widths; `.ci/build_font_widths.py` reads them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct, field

_UNKNOWN = 0.55
"""The width of a letter that a font lacks, of its size."""


class Face(dict[str, int]):
    """The widths of words in a face of a font, in units; each is measured once."""

    def __init__(self, letters: Mapping[str, int], unknown: int) -> None:
        super().__init__()
        self._letters = letters
        self._unknown = unknown

    def __missing__(self, word: str) -> int:
        letters, unknown = self._letters, self._unknown
        width = sum([letters.get(letter, unknown) for letter in word])
        self[word] = width
        return width


class Font(Struct, frozen=True):
    """A font: the height of a line of it in units, and its faces."""

    units: int
    height: int
    faces: Mapping[str, Face]

    def face(self, *, bold: bool, italic: bool) -> Face:
        """Return a face; a bold italic one has the widths of the bold one."""
        return self.faces["bold" if bold else "italic" if italic else "regular"]


class _FontData(Struct, frozen=True):
    names: tuple[str, ...]
    height: int
    faces: dict[str, list[list[int]]]


class _WidthData(Struct, frozen=True):
    units: int
    starts: list[int]
    fonts: list[_FontData]
    source: str = ""


class FontWidths(Struct, frozen=True):
    """The fonts whose widths are known."""

    data: _WidthData
    _found: dict[str, Font | None] = field(default_factory=dict[str, Font | None])

    @classmethod
    def load(cls, resources: Path) -> FontWidths:
        """Load the widths of the program."""
        content = (resources / "styles" / "font-widths.json").read_bytes()
        return cls(msgspec.json.decode(content, type=_WidthData))

    def find(self, family: str) -> Font | None:
        """Return a font by its name, or nothing if its widths are not known."""
        if family not in self._found:
            name = family.casefold()
            named = (one for one in self.data.fonts if name in map(str.casefold, one.names))
            data = next(named, None)
            self._found[family] = self._build(data) if data else None
        return self._found[family]

    def _build(self, data: _FontData) -> Font:
        units = self.data.units
        faces: dict[str, Face] = {}
        for name, blocks in data.faces.items():
            letters = {
                chr(start + place): width
                for start, widths in zip(self.data.starts, blocks, strict=True)
                for place, width in enumerate(widths)
                if width
            }
            faces[name] = Face(letters, round(units * _UNKNOWN))
        return Font(units, data.height, faces)
