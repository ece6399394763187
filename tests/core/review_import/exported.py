"""The Word files of the examples, as exported for review."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from erasmus_desk.call.library import Library
from erasmus_desk.export import export
from erasmus_desk.storage import drafts

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
EXAMPLES = ("goede-praktijk-school", "innovation-vet")
"""Those of the call whose questions the tests name."""
ALL_EXAMPLES = tuple(sorted(path.stem for path in (RESOURCES / "examples").glob("*.erasmus")))


@cache
def exported(draft: str) -> bytes:
    """Return the Word file of one of the examples."""
    library = Library((RESOURCES / "calls",))
    found = drafts.read(RESOURCES / "examples" / f"{draft}.erasmus").draft
    return export.render_word(found, library, RESOURCES).content
