"""The constructed part of the corpus: every edit at several answers of several files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.core.review_import.corpus import controls, saving, tables, talking, tracking, writing
from tests.core.review_import.corpus.drafts import PLANNED, load_model
from tests.core.review_import.corpus.expected import Expected, Result, import_and_check
from tests.core.review_import.corpus.paper import Paper
from tests.core.review_import.corpus.review import EDITS, Review

_TIMES = {
    writing.PLAIN: 3,
    tracking.TRACKED: 3,
    talking.COMMENTS: 3,
    controls.CONTROLS: 3,
    tables.TABLES: 2,
    tables.CHOICES: 2,
    saving.SAVING: 2,
    saving.BESIDE: 2,
}
"""In how many files an edit of each kind is made."""
_SMALL = ("partner-en", "partner-nl", "garden-fr")
_HAS = {
    "day picked": "garden-fr",
    "day written by hand": "garden-fr",
    "number changed": "garden-fr",
    "option chosen": "garden-fr",
    "box ticked": "questions-nl",
    "box ticked by its sign": "questions-nl",
    "empty answer filled in": "questions-nl",
    "yes becomes no": "partner-nl",
}
"""Small files in which there is something to choose, or to fill in."""
_NOT_PLANNED = {
    *("row added", "row added tracked", "row copied with its controls", "row taken out"),
    *("row taken out tracked", "head of a column renamed", "empty answer filled in"),
    *("box ticked", "box ticked by its sign", "yes becomes no"),
}
"""Edits at what the files with lump sums do not have: rows to type in, empty answers, boxes."""
_ASKED = {
    *("row added", "row added tracked", "row copied with its controls", "row taken out"),
    *("row taken out tracked", "head of a column renamed"),
    *("box ticked", "box ticked by its sign", "yes becomes no"),
}
"""Edits at what the file for an assessor does not have: boxes, and tables of rows."""
_AT = {
    "day picked": ("activities-nl", 2),
    "heading renamed and a word typed": ("packages-en", 9),
    "heading taken out": ("packages-en", 0),
    "two wrote at two places": ("orchards-pt", 0),
}
"""Where the rest of what an edit needs is: choices, or a heading that is no answer."""
COMBINED = (
    "word typed+row added",
    "word replaced by two+word typed into a label",
    "comment with replies+word taken out tracked",
    "paragraph split tracked+cell changed",
)


@dataclass(frozen=True, slots=True)
class Case:
    """Edits, each at the next answer, in the file of one model."""

    edits: tuple[str, ...]
    model: str
    place: int

    def __str__(self) -> str:
        """Return the name of the test."""
        return f"{'+'.join(self.edits)} [{self.model} {self.place}]".replace(" ", "-")

    @property
    def kind(self) -> str:
        return EDITS[self.edits[0]][0] if len(self.edits) == 1 else "several edits in one file"


def list_cases() -> Iterator[Case]:
    """Return all cases: each edit in a small file, in a large one, and most in a third.

    Nearly all are made in a file of a call with lump sums besides.
    """
    for number, (name, (kind, _)) in enumerate(sorted(EDITS.items())):
        small = _HAS.get(name, _SMALL[number % len(_SMALL)])
        yield Case((name,), small, number)
        large = ("innovation-en", "practice-nl")[number % 2]
        yield Case((name,), "questions-nl" if name in _ASKED else large, 3 * number)
        if _TIMES[kind] == max(_TIMES.values()):
            third = "questions-nl" if number % 5 == 0 else _SMALL[(number + 1) % len(_SMALL)]
            yield Case((name,), third, 5 * number + 1)
        if name not in _NOT_PLANNED:
            planned, place = _AT.get(name, (PLANNED[number % len(PLANNED)], number))
            yield Case((name,), planned, place)
    for number, names in enumerate(COMBINED):
        edits = tuple(names.split("+"))
        for name in ("innovation-en", "practice-nl"):
            yield Case(edits, "questions-nl" if _ASKED & {*edits} else name, 4 * number)


@cache
def run_case(case: Case, folder: Path) -> Result:
    """Build the file of a case, import it, and check the result."""
    content, expected = build_file(case)
    path = folder / "returned.docx"
    path.write_bytes(content)
    found = load_model(case.model)
    return import_and_check(path, found, expected, case.kind, (found.sent,))


def build_file(case: Case) -> tuple[bytes, Expected]:
    """Return the file of a case, with the expected result."""
    found = load_model(case.model)
    paper = Paper(found.content)
    whole: Expected | None = None
    for number, name in enumerate(case.edits):
        review = Review(found, paper, case.place + number)
        expected = EDITS[name][1](review)
        whole = whole.together(expected) if whole else expected
    assert whole is not None
    return paper.content(), whole
