"""The stored part of the corpus: files written by real programs, with the expected import."""

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


@dataclass(frozen=True, slots=True)
class Stored:
    """One file that a program wrote from the file of a model."""

    program: str
    file: str
    model: str
    kind: str

    def __str__(self) -> str:
        """Return the name of the test."""
        return f"{self.program}/{self.file}"

    @property
    def path(self) -> Path:
        return RETURNED / self.program / self.file


def list_stored() -> Iterator[Stored]:
    """Return all stored files."""
    for program in programs():
        for file, entry in sorted(_listed(program)["files"].items()):
            yield Stored(program, file, entry["model"], entry["kind"])


def programs() -> tuple[str, ...]:
    return tuple(sorted(path.parent.name for path in RETURNED.glob(f"*/{LISTED}")))


def version(program: str) -> str:
    """Return name and version of the program that wrote the files."""
    return _listed(program)["written by"]


@cache
def load_sent_model(name: str) -> Model:
    """Return a model with the stored Word file that was given to the programs."""
    content = (RETURNED / "sent" / f"{name}.docx").read_bytes()
    draft = read_draft(name)
    sent = reader.read_document(content, name).sent_record
    assert sent is not None
    return Model(name, draft, load_library().load_pack(draft.pack.id), content, sent)


@cache
def check_stored(one: Stored) -> Result:
    """Import a stored file and check the result."""
    found = load_sent_model(one.model)
    entry = _listed(one.program)["files"][one.file]
    kept = () if entry.get("unknown here") else (found.sent,)
    result = import_and_check(one.path, found, decode_expected(entry), one.kind, kept)
    return replace(result, name=str(one))


@cache
def _listed(program: str) -> dict[str, Any]:
    return json.loads((RETURNED / program / LISTED).read_text(encoding="utf-8"))
