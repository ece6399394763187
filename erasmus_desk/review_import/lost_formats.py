"""What plain text cannot have: tables, and raised or lowered letters inside a returned answer.

The words of a table stay, a row on a line with tabs between the cells, as a table that is pasted
into a field. What does not stay is told at the answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from erasmus_desk.review_import.docx_reader.document import Paragraph, Run
from erasmus_desk.review_import.matching.result import MatchedAnswer
from erasmus_desk.review_import.result import FormatLoss, LossKind

_LEVEL = 3
"""Numbers of a table, a row and a cell in the path to a paragraph."""
_MAX_CHARACTERS = 60


def join_rows(answer: MatchedAnswer) -> tuple[MatchedAnswer, tuple[str, ...]]:
    """Return an answer with the rows of tables inside it as lines, and the first of each table."""
    home = _find_home([paragraph.table_path for paragraph in answer.paragraphs])
    if all(len(paragraph.table_path) == home for paragraph in answer.paragraphs):
        return answer, ()
    lines: list[Paragraph] = []
    first: dict[int, str] = {}

    def find_row(paragraph: Paragraph) -> tuple[int, ...]:
        return paragraph.table_path[home : home + _LEVEL - 1]

    for row, found in groupby(answer.paragraphs, find_row):
        if not row:
            lines += found
            continue
        lines.append(_join_cells(tuple(found), home))
        first.setdefault(row[0], lines[-1].text)
    return replace(answer, paragraphs=tuple(lines)), tuple(first.values())


def find_losses(answer: MatchedAnswer, tables: Sequence[str], file: str) -> Iterator[FormatLoss]:
    """Yield what of a returned answer plain text does not have; `tables` are those in it."""
    for text in tables:
        yield FormatLoss(answer.key, LossKind.TABLE, _shorten(text.replace("\t", " | ")), file)
    found = (pair for paragraph in answer.paragraphs for pair in _find_scripts(paragraph.runs))
    for kind, text in dict.fromkeys(found):
        yield FormatLoss(answer.key, kind, _shorten(text), file)


def _find_home(paths: Sequence[tuple[int, ...]]) -> int:
    """Return the length of the path to the cell that all paragraphs are in, 0 for the page."""
    length = 0
    while len({path[: length + _LEVEL] for path in paths}) == 1 and len(paths[0]) > length:
        length += _LEVEL
    return length


def _join_cells(paragraphs: Sequence[Paragraph], home: int) -> Paragraph:
    """Return the paragraphs of a row as one: a tab before a new cell, a blank inside one."""
    runs: list[Run] = []
    last: int | None = None
    for paragraph in paragraphs:
        cell = paragraph.table_path[home + _LEVEL - 1]
        if last is not None:
            runs.append(Run(" " if cell == last else "\t"))
        runs += paragraph.runs
        last = cell
    return replace(paragraphs[0], runs=tuple(runs), list_label="")


def _find_scripts(runs: Sequence[Run]) -> Iterator[tuple[LossKind, str]]:
    """Yield each raised or lowered text with the word around it."""
    kept = [run for run in runs if not run.revision.is_removed]
    for place, run in enumerate(kept):
        if run.script is None:
            continue
        before = "".join(one.text for one in kept[:place]).rsplit(maxsplit=1)
        after = "".join(one.text for one in kept[place + 1 :]).split(maxsplit=1)
        has_gap = place == 0 or not before or kept[place - 1].text[-1:].isspace()
        head = "" if has_gap else before[-1]
        tail = after[0] if after and not kept[place + 1].text[:1].isspace() else ""
        yield LossKind(run.script.value), f"{head}{run.text.strip()}{tail}"


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MAX_CHARACTERS else f"{line[: _MAX_CHARACTERS - 1].rstrip()}…"
