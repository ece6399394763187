"""Rows pasted from a spreadsheet: their cells, what each column is, and the values of the cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from erasmus_desk.call.form import ListSpec, Question, QuestionType
from erasmus_desk.draft.ids import make_item_id
from erasmus_desk.draft.list_changes import find_empty_items
from erasmus_desk.draft.model import Change, ChangeSet, Draft, Key, Value
from erasmus_desk.draft.search import fold_text
from erasmus_desk.i18n.typed_values import read_amount, read_date, read_whole_number

PASTE_LABEL = "list.paste"
"""Label of the change set that adds pasted rows."""
PASTED_TYPES = (
    QuestionType.LINE,
    QuestionType.TEXT,
    QuestionType.NUMBER,
    QuestionType.DATE,
    QuestionType.MONEY,
    QuestionType.CHOICE,
    QuestionType.YESNO,
)
"""Types of question that one cell of a spreadsheet can answer."""
Cells = tuple[tuple[str, ...], ...]
Names = Mapping[str, Value]
"""Folded names of the choices of a question, and of yes and no, with their values."""

_CELL = re.compile(r'("(?:[^"]|"")*"(?=[\t\r\n]|\Z)|[^\t\r\n]*)(\t|\r\n|\r|\n|\Z)')
_LAYOUT = re.compile(r'[\t\r\n]|""')
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("email", re.compile(r"\S+@\S+\.\S+")),
    ("url", re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)),
    ("year", re.compile(r"(?:19|20)[0-9]{2}")),
    ("phone", re.compile(r"\+?[0-9][0-9 ()./-]{6,}")),
)
"""Formats of lines that are known by their looks, the surest first."""
_MOST = 0.5
"""Share of the cells that must agree before something is concluded from them."""


def split_cells(text: str) -> Cells:
    """Return the rows of cells of a text as spreadsheets copy it, without empty rows at its end.

    A cell with line breaks stands in quotes, with its own quotes doubled.
    """
    rows: list[tuple[str, ...]] = []
    row: list[str] = []
    for found in _CELL.finditer(text):
        cell, end = found.groups()
        inner = cell[1:-1]
        if len(cell) > 1 and cell.startswith('"') and cell.endswith('"') and _LAYOUT.search(inner):
            cell = inner.replace('""', '"')
        row.append(cell.strip())
        if end != "\t":
            rows.append(tuple(row))
            row = []
        if not end:
            break
    while rows and not any(rows[-1]):
        rows.pop()
    width = max((len(one) for one in rows), default=0)
    return tuple((*one, *("",) * (width - len(one))) for one in rows)


class PastedQuestion(Struct, frozen=True):
    """A question that a column may answer: the names of the column, and of the choices."""

    question: Question
    headings: tuple[str, ...]
    names: Names


def find_headings(row: Sequence[str], questions: Sequence[PastedQuestion]) -> tuple[str, ...]:
    """Return the question of each column by its heading, "" where none fits.

    Empty if the row has no headings.
    """
    left = list(questions)
    columns: list[str] = []
    for cell in row:
        found = _find_named(cell, left)
        columns.append(found.question.id if found else "")
        left = [one for one in left if one is not found]
    filled, known = sum(map(bool, row)), sum(map(bool, columns))
    return tuple(columns) if known and known > filled * _MOST else ()


def guess_columns(
    rows: Cells, questions: Sequence[PastedQuestion], likely: Sequence[str]
) -> tuple[str, ...]:
    """Return the question that each column of values looks like, "" where nothing is likely.

    Columns of words without a format are taken for the `likely` questions, in their order.
    """
    left = list(questions)
    columns: list[str] = []
    for cells in zip(*rows, strict=True):
        found = _find_by_values([cell for cell in cells if cell], left, likely)
        columns.append(found.question.id if found else "")
        left = [one for one in left if one is not found]
    return tuple(columns)


def read_cell(text: str, asked: PastedQuestion, language: str) -> Value | None:
    """Return the value of a cell, `None` if it names no choice.

    A number, date or amount that cannot be read stays as it was typed, as in the fields.
    """
    question = asked.question
    if asked.names:
        return asked.names.get(fold_name(text))
    readers: Mapping[QuestionType, Callable[[], object]] = {
        QuestionType.NUMBER: lambda: read_whole_number(text, language),
        QuestionType.DATE: lambda: read_date(text, language),
        QuestionType.MONEY: lambda: read_amount(text),
    }
    reader = readers.get(question.type)
    read = reader() if reader else text
    return read if isinstance(read, int | date | Decimal) else text


class PastedRows(Struct, frozen=True):
    """The change set of pasted rows, and the cells that name no choice."""

    change_set: ChangeSet
    items: tuple[str, ...]
    """Those that are new, or about which nothing was said before."""
    unread: tuple[tuple[str, str], ...]
    """Pairs of a question and the text of its cell."""


def build_pasted_rows(
    draft: Draft,
    spec: ListSpec,
    rows: Sequence[Mapping[str, str]],
    questions: Sequence[PastedQuestion],
    language: str,
    start: str = "",
) -> PastedRows:
    """Return the changes that write rows, given by question, over the items from `start` on.

    Without a start they are written over the items at the end about which nothing is said, such
    as the applicant of a new proposal. Rows beyond the last item become new items.
    """
    by_id = {one.question.id: one for one in questions}
    items = draft.items(spec.id)
    empty = () if start else find_empty_items(draft, spec.id)
    below = items[items.index(start) :] if start in items else empty
    added = tuple(make_item_id() for _ in rows[len(below) :])
    changes: list[Change] = []
    unread: list[tuple[str, str]] = []
    for item, row in zip((*below, *added), rows, strict=False):
        for name, text in row.items():
            value = read_cell(text, by_id[name], language) if text else None
            if text and value is None:
                unread.append((name, text))
            elif value != draft.get(Key(name, item)):
                changes.append(draft.change(Key(name, item), value))
    if added:
        changes.append(draft.change(Key(spec.id), (*items, *added)))
    filled = (*empty[: len(rows)], *added)
    return PastedRows(ChangeSet(tuple(changes), PASTE_LABEL), filled, tuple(unread))


def fold_name(text: str) -> str:
    """Return a name without differences in case, accents, spaces and final punctuation."""
    return " ".join(fold_text(text).split()).strip(" .,:;*")


def _find_named(cell: str, questions: Sequence[PastedQuestion]) -> PastedQuestion | None:
    """Return the question with a heading, else the first one whose heading has all its words."""
    folded = fold_name(cell)
    if not folded:
        return None
    for one in questions:
        if folded in (fold_name(heading) for heading in one.headings):
            return one
    words = set(folded.split())
    for one in questions:
        if any(words <= set(fold_name(heading).split()) for heading in one.headings):
            return one
    return None


def _find_by_values(
    cells: Sequence[str], questions: Sequence[PastedQuestion], likely: Sequence[str]
) -> PastedQuestion | None:
    if not cells:
        return None
    for one in questions:
        if one.names and _agree(cells, lambda cell, one=one: fold_name(cell) in one.names):
            return one
    for one in questions:
        if one.question.shape and _agree(cells, one.question.shape.fits):
            return one
    for shape, pattern in _SHAPES:
        if _agree(cells, lambda cell, pattern=pattern: bool(pattern.fullmatch(cell))):
            return next((one for one in questions if one.question.format == shape), None)
    if not _agree(cells, lambda cell: any(map(str.isalpha, cell))):
        return None
    by_id = {one.question.id: one for one in questions if not (one.names or _has_looks(one))}
    return next((by_id[name] for name in likely if name in by_id), None)


def _has_looks(asked: PastedQuestion) -> bool:
    """Return whether answers are known by their looks, as those of a city are not."""
    return asked.question.shape is not None or asked.question.format in dict(_SHAPES)


def _agree(cells: Sequence[str], test: Callable[[str], bool]) -> bool:
    return sum(map(test, cells)) >= len(cells) * _MOST
