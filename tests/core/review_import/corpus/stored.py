"""The stored part of the corpus: files written by real programs, with the expected import.

There are two sets: files that the program sends today, and files that it sent before its Word file
had the layout of today. The second may still come back from a partner; it is never made anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from erasmus_desk.review_import.docx_reader import reader
from tests.core.review_import.corpus.drafts import RETURNED, Model, load_library, read_draft
from tests.core.review_import.corpus.expected import Result, import_and_check
from tests.core.review_import.corpus.json import decode_expected

LISTED = "expected.json"
SETS = (RETURNED, RETURNED / "earlier")


@dataclass(frozen=True, slots=True)
class Stored:
    """One file that a program wrote from the file of a model, in the folder of its set."""

    folder: Path
    program: str
    file: str
    model: str
    kind: str

    def __str__(self) -> str:
        """Return the name of the test."""
        return self.path.relative_to(RETURNED).as_posix()

    @property
    def path(self) -> Path:
        return self.folder / self.program / self.file


def list_stored() -> Iterator[Stored]:
    """Return all stored files."""
    for folder in SETS:
        for program in sorted(path.parent for path in folder.glob(f"*/{LISTED}")):
            for file, entry in sorted(_listed(program)["files"].items()):
                yield Stored(folder, program.name, file, entry["model"], entry["kind"])


@cache
def load_sent_model(folder: Path, name: str) -> Model:
    """Return a model of a set with the stored Word file that was given to the programs."""
    content = (folder / "sent" / f"{name}.docx").read_bytes()
    draft = read_draft(name, folder)
    sent = reader.read_document(content, name).sent_record
    assert sent is not None
    return Model(name, draft, load_library().load_pack(draft.pack.id), content, sent)


@cache
def check_stored(one: Stored) -> Result:
    """Import a stored file and check the result."""
    found = load_sent_model(one.folder, one.model)
    entry = _listed(one.path.parent)["files"][one.file]
    kept = () if entry.get("unknown here") else (found.sent,)
    result = import_and_check(one.path, found, decode_expected(entry), one.kind, kept)
    return replace(result, name=str(one))


@cache
def _listed(folder: Path) -> dict[str, Any]:
    return json.loads((folder / LISTED).read_text(encoding="utf-8"))
