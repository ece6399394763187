"""The questions of one group with their answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from erasmus_desk import textcount
from erasmus_desk.call.form import Limit, Option, Question, QuestionType
from erasmus_desk.draft import asked
from erasmus_desk.draft.asked import ShownGroup
from erasmus_desk.draft.model import Key
from erasmus_desk.export import blocks
from erasmus_desk.export.blocks import (
    Answer,
    Block,
    Bullets,
    Cell,
    Column,
    Look,
    Paragraph,
    Profile,
    Run,
    Said,
    Table,
    Tick,
    Ticks,
    Tone,
)
from erasmus_desk.export.outline_words import Speech

_LONG = {QuestionType.TEXT, QuestionType.MULTI, QuestionType.TABLE, QuestionType.STATIC}
_FIGURES = {QuestionType.NUMBER, QuestionType.MONEY}
_TABLE_FROM = 3
"""So many short answers in a row stand in a table; fewer stand as paragraphs."""
_LEAST, _GREATEST, _NARROW = 8, 30, 7
"""Shares of columns: the smallest and the largest of usual ones, that of one for figures."""
_MARGINS = 5
"""Characters that the margins of a cell and the breadth of figures take."""
_HEAD_LINE = 84
"""Letters of the heads of columns that an upright page has room for."""
_SHOWN_WHOLE = 12
"""A list of choices up to this length is shown with what was not ticked, too."""


def group(shown: ShownGroup, title: Said, speech: Speech) -> list[Block]:
    """Give the blocks of a group without its heading; `title` names it to screen readers."""
    found: list[Block] = []
    for is_long, run in groupby(wanted(shown, speech), key=lambda one: one.type in _LONG):
        questions = list(run)
        if not is_long and len(questions) >= _TABLE_FROM:
            found.append(facts(shown.item, questions, title, speech))
        else:
            for question in questions:
                found += one(question, shown.item, speech)
    return found


def wanted(shown: ShownGroup, speech: Speech) -> list[Question]:
    """Give the questions of a group that the document shows."""
    return [
        question
        for question in shown.questions
        if Key(question.id, shown.item) not in speech.withheld
        and _is_shown(question, shown.item, speech)
    ]


def _is_shown(question: Question, item: str, speech: Speech) -> bool:
    if question.type is QuestionType.STATIC:
        # What the form tells those who fill it in is nothing for those who assess it.
        return not speech.is_clean and bool(speech.texts_of(f"question.{question.id}.label"))
    if question.type is QuestionType.COMPUTED:
        return speech.value(question, item) is not None
    if not speech.is_clean or question.required:
        return True
    if question.type is QuestionType.TABLE:
        return bool(asked.rows(question, item, speech.draft, speech.pack))
    if question.type is QuestionType.MULTI and _is_shown_whole(question, item, speech):
        return True
    return speech.value(question, item) is not None


def one(question: Question, item: str, speech: Speech, *, guided: bool = True) -> Iterator[Block]:
    """Give a question with its answer; `guided` says whether help may stand between them."""
    if question.type is QuestionType.STATIC:
        for part in speech.texts_of(f"question.{question.id}.label"):
            yield Paragraph(part, Tone.INTRO)
        return
    key = str(Key(question.id, item))
    yield blocks.Question(key, speech.label(question.id))
    yield from beside(speech, f"question.{question.id}.short", f"question.{question.id}.label")
    if not speech.is_clean:
        yield from _guidance(question, item, speech) if guided else ()
        if question.limit is not None:
            yield Paragraph(_counter(question, question.limit, item, speech), Tone.COUNTER)
    if question.type is QuestionType.TABLE:
        yield _table(question, item, speech)
    elif question.type is QuestionType.MULTI:
        yield _ticks(question, item, key, speech)
    else:
        yield _answer(question, item, key, speech)


def beside(speech: Speech, *ids: str) -> Iterator[Paragraph]:
    """Give words of the form in the second language, if it has them there."""
    found = speech.beside(*ids)
    if found is not None:
        yield Paragraph(found, Tone.BESIDE)


def _answer(question: Question, item: str, key: str, speech: Speech) -> Answer:
    value = speech.value(question, item)
    if value is None:
        return Answer(key, speech.missing(), missing=True)
    return Answer(key, value)


def _guidance(question: Question, item: str, speech: Speech) -> Iterator[Block]:
    official = speech.official(question.id)
    if official is not None:
        yield Paragraph(official, Tone.OFFICIAL)
        yield from beside(speech, f"question.{question.id}.label")
    for part in speech.texts_of(f"question.{question.id}.asks"):
        yield Paragraph(part, Tone.GUIDANCE)
    elements = speech.texts_of(f"question.{question.id}.elements")
    if elements:
        yield Bullets(elements, Tone.GUIDANCE)
    if speech.profile is Profile.PARTNERS:
        for part in choices(question, item, speech):
            yield Paragraph(part, Tone.GUIDANCE)


def _counter(question: Question, limit: Limit, item: str, speech: Speech) -> Said:
    used = textcount.count(speech.draft.text(question.id, item), limit.rule)
    most = limit.most
    count = speech.labels.get("counter.of", n=speech.number(used), most=speech.number(most))
    unit = "words" if limit.rule == "words" else "characters"
    whole = speech.labels.get(f"counter.rule.{unit}", count=count)
    if used > most:
        whole = speech.labels.get("counter.over", count=whole, over=speech.number(used - most))
    if not limit.evidence.is_confirmed:
        whole = f"{whole} · {speech.labels.get('unconfirmed')}"
    return Said(whole, speech.labels.language)


def _options(question: Question, item: str, speech: Speech) -> tuple[Option, ...]:
    return asked.options(question, speech.draft, speech.pack, item)


def _is_shown_whole(question: Question, item: str, speech: Speech) -> bool:
    return len(_options(question, item, speech)) <= _SHOWN_WHOLE


def _ticks(question: Question, item: str, key: str, speech: Speech) -> Block:
    chosen = speech.draft.items(question.id, item)
    offered = [option.id for option in _options(question, item, speech)]
    if not _is_shown_whole(question, item, speech):
        if not chosen:
            return Answer(key, speech.missing(), missing=True)
        offered = list(chosen)
    # What was ticked and is not offered any more stays in sight.
    listed = (*offered, *(one for one in chosen if one not in offered))
    return Ticks(key, tuple(Tick(one in chosen, speech.option(question, one)) for one in listed))


def _table(question: Question, item: str, speech: Speech) -> Block:
    spec = speech.pack.form.lists[question.rows]
    rows = asked.rows(question, item, speech.draft, speech.pack)
    if not rows:
        key = str(Key(spec.id, item if spec.parent else ""))
        return Answer(key, speech.missing(), missing=True)
    asked_here = (speech.pack.form.questions[name] for name in spec.questions)
    questions = [question for question in asked_here if _is_column(question, rows, speech)]
    cells = tuple(tuple(_cell(one, row, speech) for one in questions) for row in rows)
    return Table(
        look=Look.GRID,
        title=speech.text(f"list.{spec.id}.many") or speech.label(question.id),
        description=speech.labels.said("table.rows.about"),
        columns=_fitted(
            _column(one, [row[place] for row in cells], speech)
            for place, one in enumerate(questions)
        ),
        rows=cells,
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
    second = speech.beside(f"question.{question.id}.short", f"question.{question.id}.label")
    longest = max(len(cell.text.text) for cell in cells)
    is_figures = question.type in _FIGURES
    wanted = longest + _MARGINS if is_figures else min(_GREATEST, longest)
    share = max(_LEAST, _longest(head) + 3, wanted)
    return Column(head, share, Run.NUMBER if is_figures else Run.TEXT, below=second)


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


def facts(item: str, questions: list[Question], title: Said, speech: Speech) -> Table:
    """Give short answers as a table; `title` names it to screen readers."""
    said = speech.labels.said
    return Table(
        look=Look.FACTS,
        title=Said(speech.labels.get("table.facts", name=title.text), speech.labels.language),
        description=said("table.facts.about"),
        columns=(Column(said("table.asked"), 36), Column(said("table.answer"), 64)),
        rows=tuple((_asked(one, item, speech), _cell(one, item, speech)) for one in questions),
    )


def _asked(question: Question, item: str, speech: Speech) -> Cell:
    short = speech.label(question.id)
    if speech.is_clean:
        return Cell(short)
    whole = speech.official(question.id) or short
    return Cell(whole, below=tuple(_below(question, item, speech)))


def _below(question: Question, item: str, speech: Speech) -> Iterator[Said]:
    """Give what a partner reads under a short question: the second language, help, choices."""
    if speech.profile is not Profile.PARTNERS:
        return
    if second := speech.beside(f"question.{question.id}.label"):
        yield second
    yield from speech.texts_of(f"question.{question.id}.asks")
    yield from choices(question, item, speech)


def choices(question: Question, item: str, speech: Speech) -> Iterator[Said]:
    """Give a line of what can be chosen, where no tick list shows it and it is not too much."""
    if question.type is QuestionType.YESNO:
        names = [speech.labels.get("yes"), speech.labels.get("no")]
    elif question.type is QuestionType.CHOICE and _is_shown_whole(question, item, speech):
        offered = _options(question, item, speech)
        names = [speech.option(question, one.id).text for one in offered]
    else:
        return
    yield speech.labels.said("partner.choose", choices=" · ".join(names))


def _cell(question: Question, item: str, speech: Speech) -> Cell:
    key = "" if question.type is QuestionType.COMPUTED else str(Key(question.id, item))
    value = speech.value(question, item)
    if value is not None:
        return Cell(value, key)
    if Key(question.id, item) in speech.withheld:
        return Cell(speech.labels.said("empty"))
    missing = question.required or speech.profile is Profile.PARTNERS
    return Cell(speech.missing(required=question.required), key, missing=missing)
