"""Files that the library `docx` of the npm registry read, patched and wrote.

Set `DOCX_JS` to its folder (`npm install docx`, then node_modules/docx).
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

from orders import Order, build_order, build_untouched
from tasks import Action

from tests.core.review_import.corpus.drafts import NAMES

NAME = "docx-js"
_PATCH = Path(__file__).with_name("patch.mjs")
_EDITED = ("word typed", "word replaced")
_WORD = re.compile(r"([a-z]{2})([a-z]+)(\d+)")


def version() -> str:
    """Return name and version of the library, empty if it is not installed."""
    folder = os.environ.get("DOCX_JS", "")
    if not folder:
        return ""
    about = json.loads((Path(folder) / "package.json").read_text(encoding="utf-8"))
    return f"docx {about['version']} (npm)"


def make(folder: Path, _: Path) -> dict[str, dict[str, Any]]:
    """Write the files; return the expected import of each."""
    orders = [build_untouched(name) for name in NAMES]
    for number, title in enumerate(_EDITED):
        orders += [build_order(title, name, number) for name in ("partner-en", "garden-fr")]
    told = json.dumps([_patch(one, folder) for one in orders])
    command = ["node", str(_PATCH), os.environ["DOCX_JS"]]
    subprocess.run(command, input=told, text=True, check=True)
    return {one.file: one.entry() for one in orders}


def _patch(one: Order, folder: Path) -> dict[str, str]:
    """Return a word as the library finds it: a key between two signs."""
    patch = {"source": str(one.source), "target": str(folder / one.file), "text": ""}
    if not one.actions:
        return patch
    action: Action = one.actions[0]
    words = str(action.get("behind") or action["words"])
    found = _WORD.fullmatch(words)
    if found is None:
        raise LookupError(words)
    start, key, end = found.groups()
    kept = words if "behind" in action else ""
    return {**patch, "start": start, "key": key, "end": end, "text": kept + action["text"]}
