"""The stored part of the corpus: files that real programs wrote, with what each has to bring."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from erasmus_desk.review_import.docx_reader import reader
from tests.core.review_import.corpus.drafts import RETURNED, Model, kept_draft, library
from tests.core.review_import.corpus.expected import Result, brought_home
from tests.core.review_import.corpus.json import of_kept

LISTED = "expected.json"


@dataclass(frozen=True, slots=True)
class Stored:
    """One file that a program wrote from the file of a model."""

    program: str
    file: str
    model: str
    kind: str

    def __str__(self) -> str:
        """Give what the test is called."""
        return f"{self.program}/{self.file}"

    @property
    def path(self) -> Path:
        return RETURNED / self.program / self.file


def stored() -> Iterator[Stored]:
    """Give all files that are kept."""
    for program in programs():
        for file, entry in sorted(_listed(program)["files"].items()):
            yield Stored(program, file, entry["model"], entry["kind"])


def programs() -> tuple[str, ...]:
    return tuple(sorted(path.parent.name for path in RETURNED.glob(f"*/{LISTED}")))


def version(program: str) -> str:
    """Give the name and version of the program that wrote the files."""
    return _listed(program)["written by"]


@cache
def sent_model(name: str) -> Model:
    """Give a model with the Word file that was sent to the programs, kept beside what they made."""
    content = (RETURNED / "sent" / f"{name}.docx").read_bytes()
    draft = kept_draft(name)
    sent = reader.returned(content, name).sent
    assert sent is not None
    return Model(name, draft, library().pack(draft.pack.id), content, sent)


@cache
def stored_result(one: Stored) -> Result:
    """Bring a kept file home."""
    found = sent_model(one.model)
    entry = _listed(one.program)["files"][one.file]
    kept = () if entry.get("unknown here") else (found.sent,)
    result = brought_home(one.path, found, of_kept(entry), one.kind, kept)
    return replace(result, name=str(one))


@cache
def _listed(program: str) -> dict[str, Any]:
    return json.loads((RETURNED / program / LISTED).read_text(encoding="utf-8"))
