"""Answers in tables: short ones one below the other, and the rows of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from erasmus_desk.call.form import Option, Question, QuestionType
from erasmus_desk.draft import visibility
from erasmus_desk.draft.model import Key
from erasmus_desk.export.document.answer_controls import blank, control
from erasmus_desk.export.document.blocks import (
    Answer,
    Block,
    Cell,
    Column,
    Control,
    Look,
    Run,
    Said,
    Table,
)
from erasmus_desk.export.document.context import Speech

_FIGURES = {QuestionType.NUMBER, QuestionType.MONEY}
_LEAST, _GREATEST, _NARROW = 8, 30, 7
"""Shares of columns: the smallest and the largest of usual ones, that of one for figures."""
_STORY = 8
"""Letters beyond those of a name that widen a column by one share."""
_MARGINS = 5
"""Characters that the margins of a cell and the breadth of figures take."""
_HEAD_LINE = 84
"""Letters of the heads of columns that an upright page has room for."""
_ASKED, _WITH_HELP = 36, 52
"""Shares of what is asked, of a hundred, in a table of short answers; with help below it."""
_SHOWN_WHOLE = 12
"""A list of choices up to this length is shown with what was not ticked, too."""


def labels(question: Question) -> tuple[str, str]:
    """Give the ids of what a question is called, the short form first."""
    return f"question.{question.id}.short", f"question.{question.id}.label"


def options(question: Question, item: str, speech: Speech) -> tuple[Option, ...]:
    """Give what can be chosen now."""
    return visibility.options(question, speech.draft, speech.pack, item)


def is_shown_whole(question: Question, item: str, speech: Speech) -> bool:
    """Tell whether there is room for all that can be chosen."""
    return len(options(question, item, speech)) <= _SHOWN_WHOLE


def table(question: Question, item: str, speech: Speech) -> Block:
    """Give the rows of a list as a table, or that there is none yet."""
    spec = speech.pack.form.lists[question.rows]
    rows = visibility.rows(question, item, speech.draft, speech.pack)
    if not rows:
        key = str(Key(spec.id, item if spec.parent else ""))
        return Answer(key, speech.missing(), missing=True, control=Control())
    asked_here = (speech.pack.form.questions[name] for name in spec.questions)
    questions = [question for question in asked_here if _is_column(question, rows, speech)]
    cells = tuple(tuple(_cell(one, row, speech, in_row=True) for one in questions) for row in rows)
    return Table(
        look=Look.GRID,
        title=speech.text(f"list.{spec.id}.many") or speech.label(question.id),
        description=speech.labels.said("table.rows.about"),
        columns=_fitted(
            _column(one, [row[place] for row in cells], speech)
            for place, one in enumerate(questions)
        ),
        rows=cells,
        order=str(Key(spec.id, item if spec.parent else "")),
        items=rows,
    )


def _is_column(question: Question, rows: tuple[str, ...], speech: Speech) -> bool:
    """Tell whether a column is shown: to an assessor only if something stands in it."""
    if not speech.is_clean or question.required:
        return True
    return any(speech.value(question, row) is not None for row in rows)


def _column(question: Question, cells: list[Cell], speech: Speech) -> Column:
    """Give a column a share by its longest cell, within bounds.

    No word of its head breaks, and no figure: an amount on two lines is misread.
    """
    head = speech.label(question.id)
    second = speech.beside(*labels(question))
    longest = max(len(cell.text.text) for cell in cells)
    is_figures = question.type in _FIGURES
    wanted = longest + _MARGINS if is_figures else _of_words(longest)
    share = max(_LEAST, _longest(head) + 3, wanted)
    run = Run.NUMBER if is_figures else Run.TEXT
    asks = "" if question.type is QuestionType.COMPUTED else question.id
    return Column(head, share, run, below=second, question=asks)


def _of_words(longest: int) -> int:
    """Give the share of a column by its longest cell: a whole story needs more than a name."""
    return min(longest, _GREATEST + min(_GREATEST, max(0, longest - _GREATEST) // _STORY))


def _fitted(columns: Iterable[Column]) -> tuple[Column, ...]:
    """Give columns that fit: where their heads have no room, those of figures stand upright."""
    found = tuple(columns)
    if sum(_longest(column.head) for column in found) <= _HEAD_LINE - 2 * len(found):
        return found
    return tuple(
        replace(column, weight=_NARROW, upright=True) if column.run is Run.NUMBER else column
        for column in found
    )


def _longest(head: Said) -> int:
    return max((len(word) for word in head.text.split()), default=0)


def facts(
    item: str, questions: list[Question], title: Said, speech: Speech, *, guided: bool = True
) -> Table:
    """Give short answers as a table; `title` names it to screen readers.

    `guided` says whether a partner finds help below what is asked.
    """
    said = speech.labels.said
    share = _WITH_HELP if guided and speech.is_for_partner else _ASKED
    return Table(
        look=Look.FACTS,
        title=Said(speech.labels.get("table.facts", name=title.text), speech.labels.language),
        description=said("table.facts.about"),
        columns=(Column(said("table.asked"), share), Column(said("table.answer"), 100 - share)),
        rows=tuple(
            (_asked(one, item, speech, guided=guided), _cell(one, item, speech))
            for one in questions
        ),
    )


def _asked(question: Question, item: str, speech: Speech, *, guided: bool) -> Cell:
    short = speech.label(question.id)
    if speech.is_clean:
        return Cell(short)
    if guided or not speech.is_for_partner:
        whole = speech.official(question.id) or short
        return Cell(whole, below=tuple(_below(question, item, speech)))
    second = speech.beside(*labels(question))
    return Cell(short, below=(second,) if second else ())


def _below(question: Question, item: str, speech: Speech) -> Iterator[Said]:
    """Give what a partner reads under a short question: the second language, help, choices."""
    if not speech.is_for_partner:
        return
    if second := speech.beside(f"question.{question.id}.label"):
        yield second
    yield from speech.texts_of(f"question.{question.id}.asks")
    yield from choices(question, item, speech)


def choices(question: Question, item: str, speech: Speech) -> Iterator[Said]:
    """Give a line of what can be chosen, where no boxes show it and it is not too much."""
    if question.type is QuestionType.CHOICE and is_shown_whole(question, item, speech):
        offered = options(question, item, speech)
        names = [speech.option(question, one.id).text for one in offered]
        yield speech.labels.said("partner.choose", choices=" · ".join(names))


def _cell(question: Question, item: str, speech: Speech, *, in_row: bool = False) -> Cell:
    """Give an answer as a cell; one that stands `in_row` with others has no room for a plea."""
    key = "" if question.type is QuestionType.COMPUTED else str(Key(question.id, item))
    value = speech.value(question, item)
    how = control(question, item, speech)
    if value is not None:
        return Cell(value, key, control=how)
    if Key(question.id, item) in speech.withheld:
        return Cell(speech.labels.said("empty"))
    if question.required or (speech.is_for_partner and not in_row):
        words = blank(question, speech.missing(required=question.required), speech)
        return Cell(words, key, missing=True, control=how)
    words = blank(question, speech.labels.said("empty"), speech)
    return Cell(words, key, empty=bool(key), control=how)
