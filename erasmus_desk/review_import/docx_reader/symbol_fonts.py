"""Unicode characters for the signs of symbol fonts."""

from __future__ import annotations

from typing import Final

UNKNOWN: Final = "\ufffd"
_PRIVATE_USE: Final = 0xF000
_LAST: Final = 0xFF
_MAX_CODE_POINT: Final = 0x10FFFF
_SURROGATES: Final = range(0xD800, 0xE000)

_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_SYMBOL: Final = {
    **dict(enumerate(_GREEK, 0x41)),
    **dict(enumerate("αβχδεφγηιϕκλμνοπθρστυϖωξψζ", 0x61)),
    **dict(zip((0x22, 0x24, 0x27, 0x2A, 0x2D, 0x40, 0x5C), "∀∃∋\u2217−≅∴", strict=True)),
    **dict(enumerate("€\u03d2\u2032≤\u2044∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…", 0xA0)),
    **dict(enumerate("ℵℑℜ℘⊗⊕∅∩\u222a⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧\u2228⇔⇐⇑⇒⇓◊", 0xC0)),
    0xE5: "∑",
    0xF2: "∫",
}
_WINGDINGS: Final = {
    **dict(zip((0x28, 0x2A, 0x46, 0x4A, 0x4C, 0x6C, 0x6E, 0x6F), "☎✉☞☺☹●■☐", strict=True)),
    **dict(zip((0x71, 0x76, 0x78, 0x9F, 0xA7, 0xA8, 0xAB, 0xD8), "❑❖☒•▪☐★➢", strict=True)),
    **dict(zip((0xDF, 0xE0, 0xE1, 0xE2, 0xE8, 0xF0), "←→↑↓➔⇨", strict=True)),
    **dict(enumerate("✗✓☒☑", 0xFB)),
}
_WINGDINGS_2: Final = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x54: "☒", 0xA3: "☐"}
_FONTS: Final = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def decode_symbol(font: str, code: str) -> str:
    """Return the Unicode character for a sign, the sign itself if unknown.

    `code` is the position in the font in hexadecimal, often in the private use area.
    """
    try:
        number = int(code, 16)
    except ValueError:
        return UNKNOWN
    if not 0 < number <= _MAX_CODE_POINT or number in _SURROGATES:
        return UNKNOWN
    characters = _FONTS.get(font.strip().lower())
    position = number - _PRIVATE_USE if _PRIVATE_USE <= number <= _PRIVATE_USE + _LAST else number
    if characters is None:
        return chr(number)
    if position in characters:
        return characters[position]
    # The Symbol font has the figures and most points where ASCII has them.
    is_plain = characters is _SYMBOL and 0x20 <= position < 0x7F  # noqa: PLR2004 - what can be seen
    return chr(position) if is_plain else chr(number)
