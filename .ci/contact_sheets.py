"""Lay the pictures of each page side by side: before the redesign, and now in every look.

`make sheets` fills build/screenshots/sheets/<language>/ from what `make screenshots` drew: a sheet
for each page, and index.md with all of them. What was before is drawn anew by the commit that was
the last one without the new desk. A page that was not there stands beside the one where its work
was done then; where there was none, the sheet says so. Pages that are neither end the command.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
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
    "about-call": "desk-general",
    "desk-activity-activities": "desk-activities",
    "desk-activity-events": "desk-activities",
    "desk-activity-meetings": "desk-activities",
    "desk-activity-outputs": "desk-activities",
    "desk-add-activity": "desk-activities",
    "desk-copy-desk": "desk-submission",
    "desk-focus": "desk-description",
    "desk-organisation": "desk-organisations",
    "desk-overview": "desk-general",
    "desk-paste-rows": "desk-organisations",
    "desk-timeline": "desk-activities",
    "packages-activities": "desk-activities",
    "packages-activity": "desk-activities",
    "packages-budget": "desk-budget",
    "packages-copy-desk": "desk-submission",
    "packages-overview": "desk-general",
    "packages-timeline": "desk-activities",
    "small-activities": "desk-activities",
    "small-activity": "desk-activities",
    "small-budget": "desk-budget",
    "small-copy-desk": "desk-submission",
    "small-overview": "desk-general",
    "small-timeline": "desk-activities",
    "start-help-me-choose": "start-kind",
}
"""Pages that were not there, by the page where their work was done."""
NEW = {
    "carry-calls": "A proposal could not be carried to another call.",
    "desk-carried": "A proposal could not be carried to another call.",
    "dialog-add-call": "No call could be added.",
}
"""Pages whose work could not be done, and what that was."""
BROKEN = "    one.controller.home.recovery.report_conflict()\n"
"""A line of the script of then that names a function that was gone."""
MENDED = """    opened = window.opened
    opened.autosave.save()
    theirs, title = drafts.read(opened.session.path), Key(opened.session.pack.role("title"))
    draft = theirs.draft.apply(theirs.draft.change(title, "Robots for all schools"))
    drafts.save(draft, opened.session.path, theirs.digest)
    opened.session.edit(title, "Robots for everybody")
    opened.autosave.save()
"""
"""What leads to the same notice: somebody else saved meanwhile."""


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
        astray = [] if asked.no_before else find_astray(made, before)
        if astray:
            print("Neither new nor with a page before it, or both: " + ", ".join(astray))
            return 3
    del app
    return 0


def find_astray(pages: Iterable[str], before: Mapping[str, Path]) -> list[str]:
    """Return the pages that have neither a page before them nor are new, or that are both."""
    return [page for page in pages if (find_before(page, before) is None) is (page not in NEW)]


def find_before(page: str, before: Mapping[str, Path]) -> tuple[str, Path] | None:
    """Return the page before another by its name, `None` if there was none."""
    name = page if page in before else EARLIER.get(page, "")
    return (name, before[name]) if name in before else None


def draw_before() -> Path:
    """Draw the pages as they were in a checkout of their own, and return the folder."""
    target, checkout = DRAWN / OLD, ROOT / "build" / "before"
    if target.exists():
        return target
    git("worktree", "add", "--force", "--detach", str(checkout), BEFORE)
    try:
        script = checkout / ".ci" / "screenshots.py"
        text = script.read_text(encoding="utf-8").replace(BROKEN, MENDED)
        # One language is enough.
        script.write_text(text.replace("in LANGUAGES:", 'in ("en",):'), encoding="utf-8")
        for name in (".ci/build_translations.py", ".ci/screenshots.py"):
            subprocess.run([sys.executable, name], cwd=checkout, check=True, capture_output=True)
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


def make_sheets(language: str, before: Mapping[str, Path]) -> Iterator[str]:
    """Make a sheet for each page, and the list of them; yield the names."""
    sets = {look: find_pictures(DRAWN / f"{language}-{look}") for look in LOOKS}
    target = SHEETS / language
    shutil.rmtree(target, ignore_errors=True)
    lines: list[str] = []
    for name in sets["light"]:
        shown = {look: paths[name] for look, paths in sets.items() if name in paths}
        old, note = find_before(name, before), ""
        if old is not None:
            is_same = old[0] == name
            shown = {OLD if is_same else f"{OLD}: {old[0]}": old[1]} | shown
            note = "" if is_same else f" (before: {old[0]})"
        elif before:
            note = f" (new: {NEW.get(name, '')})"
        picture.write(lay_out(shown, note if old is None else ""), target / f"{name}.png")
        lines += [f"## {name}{note}", "", f"![{name}]({name}.png)", ""]
        yield name
    if lines:
        (target / "index.md").write_text("\n".join(lines), encoding="utf-8")


def lay_out(shown: Mapping[str, Path], note: str) -> QImage:
    """Return pictures in rows of the same height, each below its look; a note stands above all."""
    images = [(look, scale(QImage(str(path)))) for look, path in shown.items()]
    rows = [images[start : start + ACROSS] for start in range(0, len(images), ACROSS)]
    width = max(sum(image.width() + GAP for _, image in row) for row in rows) + GAP
    head = LABEL if note else 0
    height = head + len(rows) * (LABEL + ROW + GAP) + GAP
    sheet = QImage(width, height, QImage.Format.Format_RGB32)
    sheet.fill(picture.GROUND)
    painter = QPainter(sheet)
    font = QFont()
    font.setPixelSize(LABEL // 2)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.white)
    painter.drawText(QRect(GAP, GAP, width - GAP * 2, LABEL), 0, note.strip(" ()"))
    for number, row in enumerate(rows):
        left, top = GAP, GAP + head + number * (LABEL + ROW + GAP)
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
