"""Files that a script with python-docx changed and saved."""

from __future__ import annotations

from importlib.metadata import version as _version
from pathlib import Path
from typing import Any

from docx import Document
from orders import Order, order, untouched

from tests.core.review_import.corpus.drafts import NAMES
from tests.core.review_import.corpus.paper import run_with, say, texts

NAME = "python-docx"
_EDITED = ("word typed", "word struck", "word replaced", "cell changed")


def version() -> str:
    """Give the library's name and version."""
    return f"python-docx {_version('python-docx')}"


def make(folder: Path, _: Path) -> dict[str, dict[str, Any]]:
    """Write the files; give what each has to bring home."""
    made = [untouched(name) for name in NAMES]
    made += [order(title, "partner-en", number) for number, title in enumerate(_EDITED)]
    made += [order(title, "garden-fr", number) for number, title in enumerate(_EDITED[:3])]
    for one in made:
        _write(one, folder)
    return {one.file: one.entry() for one in made}


def _write(one: Order, folder: Path) -> None:
    document: Any = Document(str(one.source))
    body = document.element.body
    for action in one.actions:
        words = action.get("behind") or action["words"]
        run = run_with(body, words)
        if action["do"] == "type":
            say(next(texts(run)), words + action["text"])
        elif action["do"] == "strike":
            run.getparent().remove(run)
        else:
            say(next(texts(run)), action["text"])
    document.save(str(folder / one.file))
