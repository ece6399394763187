"""Superscript and subscript: as characters where Unicode has them, since answers are plain text."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from erasmus_desk.review_import.docx_reader.document import Script

_SIGNS: Final = MappingProxyType(
    {
        Script.SUPERSCRIPT: dict(zip("0123456789+-\u2212=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ", strict=True)),
        Script.SUBSCRIPT: dict(zip("0123456789+-\u2212=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True)),
    }
)


def read_script(value: str) -> Script | None:
    """Return the script that `w:vertAlign` names."""
    return Script(value) if value in set(Script) else None


def to_signs(text: str, script: Script) -> str:
    """Return a text in raised or lowered characters, empty if one of its signs has none."""
    signs = _SIGNS[script]
    found = [signs.get(sign, sign if sign.isspace() else "") for sign in text]
    return "".join(found) if all(found) and text.strip() else ""
