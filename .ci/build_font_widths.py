"""Build the widths of letters of common fonts: `resources/styles/font-widths.json`.

Read from free fonts that were made with exactly these widths (SIL Open Font License 1.1):
Liberation Sans and Liberation Serif for Arial and Times New Roman, Carlito for Calibri. Only
numbers are taken from them. Usage: `build_font_widths.py FOLDER…`, the folders with the fonts.
"""

import json
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication, QRawFont

TARGET = Path(__file__).resolve().parent.parent / "resources" / "styles" / "font-widths.json"
SOURCE = "Widths of Liberation 2 and Carlito, free fonts of the same widths (SIL OFL 1.1)"
UNITS = 2048
FACES = {"regular": "Regular", "bold": "Bold", "italic": "Italic"}
FONTS = {
    "LiberationSans": ("Arial", "Liberation Sans", "Arimo", "Helvetica"),
    "LiberationSerif": ("Times New Roman", "Liberation Serif", "Tinos", "Times"),
    "Carlito": ("Calibri", "Carlito"),
}
HEIGHTS = {
    "LiberationSans": (1854, 434, 67),
    "LiberationSerif": (1825, 443, 87),
    "Carlito": (1536, 512, 452),
}
"""Above and below the base line, and between lines, in the `hhea` table of the fonts."""
BLOCKS = (
    (0x20, 0x7F),
    (0xA0, 0x260),
    (0x386, 0x3CF),
    (0x400, 0x460),
    (0x1E00, 0x1F00),
    (0x2010, 0x2027),
    (0x2030, 0x203B),
    (0x2070, 0x208F),
    (0x20AC, 0x20AD),
    (0x2116, 0x2123),
    (0x2150, 0x215F),
    (0x2190, 0x2194),
    (0x2200, 0x2266),
    (0x25A0, 0x25D0),
)
"""Latin of all languages, Greek, Cyrillic, signs; from the first up to the second."""


def read_widths(path: Path) -> list[list[int]]:
    """Return the widths of each block in units; 0 for a letter that the font lacks."""
    font = QRawFont(str(path), UNITS)
    blocks: list[list[int]] = []
    for first, end in BLOCKS:
        glyphs = (font.glyphIndexesForString(chr(code))[0] for code in range(first, end))
        blocks.append(
            [round(font.advancesForGlyphIndexes([one])[0].x()) if one else 0 for one in glyphs]
        )
    return blocks


def main() -> None:
    """Write the file."""
    application = QGuiApplication(sys.argv[:1])
    files = {path.stem: path for folder in sys.argv[1:] for path in Path(folder).rglob("*.ttf")}
    fonts = [
        {
            "names": names,
            "height": HEIGHTS[file],
            "faces": {face: read_widths(files[f"{file}-{end}"]) for face, end in FACES.items()},
        }
        for file, names in FONTS.items()
    ]
    starts = [first for first, _ in BLOCKS]
    content = {"source": SOURCE, "units": UNITS, "starts": starts, "fonts": fonts}
    TARGET.write_text(json.dumps(content, separators=(",", ":")) + "\n", "utf-8")
    application.quit()


if __name__ == "__main__":
    main()
