"""The widths of letters of common fonts, so that lines can be reckoned without a font.

The numbers are those of free fonts of the same widths; `.ci/build_font_widths.py` reads them. They
are rounded where LibreOffice does: it lays text out in dots, and a letter takes whole ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct, field

DOTS = 6
"""The dots of LibreOffice in a twip: a letter and a part of a line are whole ones."""
_UNKNOWN = "o"
"""The letter that is as wide as one that a font lacks."""
_SPACES = {"\u2002": 0.5, "\u2003": 1.0, "\u2007": 0.556, "\u2009": 0.2, "\u202f": 0.2}
"""The widths of blanks that fonts lack, of their size."""
_HIDDEN = ("\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\ufeff")
"""Signs that take no room, as combining accents."""
_ACCENTS = range(0x300, 0x370)
_BOX_WIDTH, _BOX_ASCENT, _BOX_DESCENT = 0.896, 0.928, 0.236
"""Of a checkbox, of its size: it comes from a font of symbols (DejaVu Sans)."""


class _Letters(dict[str, int]):
    """The widths of letters at a size in dots; each is scaled once, `special` are so already."""

    def __init__(self, special: Mapping[str, int], widths: Mapping[str, int], scale: float) -> None:
        super().__init__(special)
        self._widths = widths
        self._scale = scale

    def __missing__(self, letter: str) -> int:
        width = round_half_up(self._widths.get(letter, self._widths[_UNKNOWN]) * self._scale)
        self[letter] = width
        return width


class Face(dict[str, int]):
    """The widths of words in a face of a font at a size, in dots; each is measured once."""

    def __init__(self, letters: Mapping[str, int]) -> None:
        super().__init__()
        self._letters = letters

    def __missing__(self, word: str) -> int:
        width = sum(map(self._letters.__getitem__, word))
        self[word] = width
        return width


class Font(Struct, frozen=True):
    """A font: what a line of it takes above and below the base line, and its letters.

    All in units of the font. `height` has the ascent, the descent, and the gap between lines.
    """

    units: int
    height: tuple[int, int, int]
    letters: Mapping[str, Mapping[str, int]]
    _faces: dict[tuple[str, float], Face] = field(default_factory=dict[tuple[str, float], Face])
    _lines: dict[tuple[float, bool], int] = field(default_factory=dict[tuple[float, bool], int])

    def face(self, size: float, *, bold: bool = False, italic: bool = False) -> Face:
        """Return a face at a size in twips; a bold italic one has the widths of the bold one."""
        key = "bold" if bold else "italic" if italic else "regular", size
        if key not in self._faces:
            self._faces[key] = Face(self._measure_letters(self.letters[key[0]], size))
        return self._faces[key]

    def _measure_letters(self, found: Mapping[str, int], size: float) -> _Letters:
        special = {one: round_half_up(width * size * DOTS) for one, width in _SPACES.items()}
        special |= dict.fromkeys("☐☒", round_half_up(_BOX_WIDTH * size * DOTS))
        special |= dict.fromkeys((*_HIDDEN, *map(chr, _ACCENTS)), 0)
        # A hyphen that does not break is drawn as one that does.
        special["\u2011"] = self._scale(found["-"], size)
        # Such a blank is a part of its line, which takes whole twips.
        special["\u00a0"] = round_half_up(self._scale(found[" "], size) / DOTS) * DOTS
        return _Letters(special, found, size * DOTS / self.units)

    def compute_line_height(self, size: float, *, has_box: bool = False) -> int:
        """Return the height in twips of a line of a size in twips; a checkbox makes it higher."""
        key = size, has_box
        if key not in self._lines:
            self._lines[key] = self._compute_line(size, has_box=has_box)
        return self._lines[key]

    def _compute_line(self, size: float, *, has_box: bool) -> int:
        ascent, descent, gap = (self._scale(one, size) for one in self.height)
        space = round_half_up(gap / DOTS)
        above = round_half_up(ascent / DOTS) + space
        whole = round_half_up((ascent + descent) / DOTS) + space
        if not has_box:
            return whole
        rising, falling = (round_half_up(one * size * DOTS) for one in (_BOX_ASCENT, _BOX_DESCENT))
        box_above = round_half_up(rising / DOTS)
        box_below = round_half_up((rising + falling) / DOTS) - box_above
        return max(above, box_above) + max(whole - above, box_below)

    def _scale(self, length: int, size: float) -> int:
        return round_half_up(length * size * DOTS / self.units)


def round_half_up(value: float) -> int:
    """Round as LibreOffice does: half a dot counts as a whole one."""
    return int(value + 0.5)


class _FontData(Struct, frozen=True):
    names: tuple[str, ...]
    height: tuple[int, int, int]
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
        letters = {
            name: {
                chr(start + place): width
                for start, widths in zip(self.data.starts, blocks, strict=True)
                for place, width in enumerate(widths)
                if width
            }
            for name, blocks in data.faces.items()
        }
        return Font(self.data.units, data.height, letters)
