"""Lay the pictures of each page side by side: before the redesign, and now in every look.

`make sheets` fills build/screenshots/sheets/<language>/ from what `make screenshots` drew: a sheet
for each page, and index.md with all of them. What was before is drawn anew by the commit that was
the last one without the new desk, as far as its script comes with the present libraries.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import picture
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter

ROOT = Path(__file__).resolve().parent.parent
DRAWN = ROOT / "build" / "screenshots"
SHEETS = DRAWN / "sheets"
BEFORE = "a1fe98c"
"""The last commit before the steps stood in five groups."""
LOOKS = ("light", "dark", "contrast", "large", "narrow", "wide")
OLD = "before"
SHOWN = re.compile(r"\d+-(.*?)\.png")
WHOLE = "-whole"
ROW, LABEL, GAP = 480, 28, 16
"""Pixels: the height of a picture and of the line above it, and between two pictures."""
ACROSS = 3
"""Pictures in a row."""
EARLIER = {
    "desk-overview": "desk-general",
    "desk-organisation": "desk-organisations",
    "desk-activity-outputs": "desk-activities",
    "desk-timeline": "desk-activities",
    "desk-focus": "desk-description",
    "desk-findings": "desk-review",
    "home-three-drafts": "home-empty",
}
"""Pages that were not there, by what did their work."""


def main() -> int:
    """Make the sheets of the languages that were drawn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("languages", nargs="*", default=["en"], help="en nl fr de")
    parser.add_argument("--no-before", action="store_true", help="only what is there now")
    asked = parser.parse_args()
    # Kept, so that fonts can be used.
    app = QGuiApplication(sys.argv)
    before = {} if asked.no_before else find_pictures(draw_before())
    for language in asked.languages:
        made = [*make_sheets(language, before)]
        if not made:
            print(f"Nothing is drawn in {language}: make screenshots comes first.")
            return 2
        print(f"{len(made)} pages in {(SHEETS / language).relative_to(ROOT)}.")
    del app
    return 0


def draw_before() -> Path:
    """Draw the pages as they were in a checkout of their own, and return the folder."""
    target, checkout = DRAWN / OLD, ROOT / "build" / "before"
    if target.exists():
        return target
    git("worktree", "add", "--force", "--detach", str(checkout), BEFORE)
    try:
        for name in (".ci/build_translations.py", ".ci/screenshots.py"):
            # It ends early where a library changed; what it drew until then counts.
            subprocess.run([sys.executable, name], cwd=checkout, check=False, capture_output=True)
        shutil.copytree(checkout / "build" / "screenshots" / "en-light", target)
    finally:
        git("worktree", "remove", "--force", str(checkout))
    return target


def git(*command: str) -> None:
    """Run git in the project."""
    subprocess.run(["git", *command], cwd=ROOT, check=True, capture_output=True)


def find_pictures(folder: Path) -> dict[str, Path]:
    """Return the pictures of a folder by the name of their page."""
    found = ((SHOWN.fullmatch(path.name), path) for path in sorted(folder.glob("*.png")))
    names = {name[1]: path for name, path in found if name}
    return {name: path for name, path in names.items() if not name.endswith(WHOLE)}


def make_sheets(language: str, before: dict[str, Path]) -> Iterator[str]:
    """Make a sheet for each page, and the list of them; yield the names."""
    sets = {look: find_pictures(DRAWN / f"{language}-{look}") for look in LOOKS}
    target = SHEETS / language
    shutil.rmtree(target, ignore_errors=True)
    lines: list[str] = []
    for name in sets["light"]:
        shown = {look: paths[name] for look, paths in sets.items() if name in paths}
        old = before.get(name) or before.get(EARLIER.get(name, ""))
        if old is not None:
            shown = {OLD: old} | shown
        picture.write(lay_out(shown), target / f"{name}.png")
        note = "" if old is not None else " (was not there before)"
        lines += [f"## {name}{note if before else ''}", "", f"![{name}]({name}.png)", ""]
        yield name
    if lines:
        (target / "index.md").write_text("\n".join(lines), encoding="utf-8")


def lay_out(shown: dict[str, Path]) -> QImage:
    """Return pictures in rows of the same height, each below its look."""
    images = [(look, scale(QImage(str(path)))) for look, path in shown.items()]
    rows = [images[start : start + ACROSS] for start in range(0, len(images), ACROSS)]
    width = max(sum(image.width() + GAP for _, image in row) for row in rows) + GAP
    sheet = QImage(width, len(rows) * (LABEL + ROW + GAP) + GAP, QImage.Format.Format_RGB32)
    sheet.fill(picture.GROUND)
    painter = QPainter(sheet)
    font = QFont()
    font.setPixelSize(LABEL // 2)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.white)
    for number, row in enumerate(rows):
        left, top = GAP, GAP + number * (LABEL + ROW + GAP)
        for look, image in row:
            painter.drawText(QRect(left, top, image.width(), LABEL), 0, look)
            painter.drawImage(left, top + LABEL, image)
            left += image.width() + GAP
    painter.end()
    return sheet


def scale(image: QImage) -> QImage:
    """Return a picture in the height of a row."""
    return image.scaledToHeight(ROW, Qt.TransformationMode.SmoothTransformation)


if __name__ == "__main__":
    sys.exit(main())
