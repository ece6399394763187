"""Files that a script with python-docx changed and saved."""

from __future__ import annotations

from importlib.metadata import version as _version
from pathlib import Path
from typing import Any

from docx import Document
from orders import Order, build_order, build_untouched

from tests.core.review_import.corpus.drafts import NAMES
from tests.core.review_import.corpus.paper import isolate_run, iter_texts, set_text

NAME = "python-docx"
_EDITED = ("word typed", "word struck", "word replaced", "cell changed")


def version() -> str:
    """Return name and version of the library."""
    return f"python-docx {_version('python-docx')}"


def make(folder: Path, _: Path) -> dict[str, dict[str, Any]]:
    """Write the files; return the expected import of each."""
    made = [build_untouched(name) for name in NAMES]
    made += [build_order(title, "partner-en", number) for number, title in enumerate(_EDITED)]
    made += [build_order(title, "garden-fr", number) for number, title in enumerate(_EDITED[:3])]
    for one in made:
        _write(one, folder)
    return {one.file: one.entry() for one in made}


def _write(one: Order, folder: Path) -> None:
    document: Any = Document(str(one.source))
    body = document.element.body
    for action in one.actions:
        words = action.get("behind") or action["words"]
        run = isolate_run(body, words)
        if action["do"] == "type":
            set_text(next(iter_texts(run)), words + action["text"])
        elif action["do"] == "strike":
            run.getparent().remove(run)
        else:
            set_text(next(iter_texts(run)), action["text"])
    document.save(str(folder / one.file))
