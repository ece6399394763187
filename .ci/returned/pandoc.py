"""Files that pandoc wrote: directly, through edited Markdown, and through .odt."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

from orders import Order, build_order, build_untouched
from tasks import Action

from tests.core.review_import.corpus.drafts import NAMES, RETURNED
from tests.core.review_import.corpus.expected import Expected

NAME = "pandoc"
_EDITED = ("word typed", "word struck", "word replaced", "cell changed")
_TRACKED = ("typed tracked", "struck tracked", "replaced tracked", "written by two", "comment")
_SMALL = ("partner-en", "partner-nl", "garden-fr", "questions-nl")


def version() -> str:
    """Return name and version of the program, empty if it is not installed."""
    if not shutil.which("pandoc"):
        return ""
    said = subprocess.run(["pandoc", "--version"], capture_output=True, text=True, check=True)
    return said.stdout.splitlines()[0]


def make(folder: Path, work: Path) -> dict[str, dict[str, Any]]:
    """Write the files; return the expected import of each."""
    made = [*_straight(folder), *_by_markdown(folder, work), *_by_odt(folder, work)]
    made += _tracked(folder)
    return {one.file: _as_here(one).entry() for one in made}


def _as_here(one: Order) -> Order:
    """Return an order with what pandoc can preserve, which is not white space."""
    return replace(one, expected=replace(one.expected, is_by_words=True))


def _straight(folder: Path) -> list[Order]:
    orders = [build_untouched(name) for name in NAMES]
    for one in orders:
        _run(one.source, folder / one.file)
    return orders


def _by_markdown(folder: Path, work: Path) -> list[Order]:
    """Edit the text in a plain text editor."""
    orders = [build_untouched(name, "untouched markdown") for name in NAMES]
    for number, title in enumerate(_EDITED):
        for name in ("partner-nl", _SMALL[number]):
            if title == "cell changed" and name != "partner-nl":
                continue
            orders.append(build_order(title, name, number))
    for one in orders:
        text = work / "text.md"
        _run(one.source, text, "--wrap=none")
        words = text.read_text(encoding="utf-8")
        for action in one.actions:
            words = _edited(words, action)
        text.write_text(words, encoding="utf-8")
        _run(text, folder / one.file)
    return orders


def _edited(words: str, action: Action) -> str:
    match action["do"]:
        case "type":
            return words.replace(action["behind"], action["behind"] + action["text"])
        case "strike":
            return words.replace(action["words"], "")
        case _:
            # As long as what it replaces, so that the columns of tables stay where they are.
            old = action["words"]
            return words.replace(old, action["text"].ljust(len(old)))


def _by_odt(folder: Path, work: Path) -> list[Order]:
    # The words in the heads of tables are lost on this way: they may lie in the tray.
    orders = [
        replace(build_untouched(name, "untouched odt"), expected=Expected()) for name in NAMES
    ]
    for one in orders:
        between = work / "between.odt"
        _run(one.source, between)
        _run(between, folder / one.file)
    return orders


def _tracked(folder: Path) -> list[Order]:
    """Convert files with changes that LibreOffice tracked, and with comments."""
    orders: list[Order] = []
    for path in sorted((RETURNED / "libreoffice").glob("*.docx")):
        for title in _TRACKED:
            if path.name.startswith(title.replace(" ", "-") + "-") and "odt" not in path.name:
                place, _, name = path.stem.removeprefix(title.replace(" ", "-") + "-").partition(
                    "-"
                )
                if name in _SMALL and place.isdecimal():
                    one = build_order(title, name, int(place))
                    _run(path, folder / one.file, "--track-changes=all")
                    orders.append(replace(one, expected=replace(one.expected, is_quiet=False)))
    return orders


def _run(source: Path, target: Path, *more: str) -> None:
    subprocess.run(["pandoc", str(source), "-o", str(target), *more], check=True)
