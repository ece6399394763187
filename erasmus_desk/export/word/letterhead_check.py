"""What of the letterhead of a template not everybody can read: it stays, and the user is told."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Final

from erasmus_desk.export.word.template_styles import MIN_CONTRAST, measure_contrast

_LETTERHEAD = re.compile(r"word/(?:header|footer)(?!_proposal|_wide)[^/]*\.xml")
"""The headers and footers of a template; ours have names of their own."""
_PLACED = re.compile(rb"<\w+:(?:framePr|tblpPr|txbxContent|anchor)\b")
"""Frames, text boxes and floating things, which are read in another order than they are seen."""
_COLOUR = re.compile(rb'<\w+:color [^>]*?\w+:val="([0-9A-Fa-f]{6})"')
ORDER: Final = "order"
CONTRAST: Final = "contrast"


def find_remarks(content: bytes) -> tuple[str, ...]:
    """Return what the letterhead of a file has: parts out of order, or letters that are too light.

    The codes are ends of the ids of sentences.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [archive.read(one) for one in archive.namelist() if _LETTERHEAD.fullmatch(one)]
    return tuple(_check(parts))


def _check(parts: list[bytes]) -> Iterator[str]:
    if any(map(_PLACED.search, parts)):
        yield ORDER
    colours = (found.decode() for part in parts for found in _COLOUR.findall(part))
    if any(measure_contrast(one) < MIN_CONTRAST for one in colours):
        yield CONTRAST
