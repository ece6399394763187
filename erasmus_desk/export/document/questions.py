"""The questions of one group with their answers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from erasmus_desk import text_length
from erasmus_desk.call.form import Limit, Question, QuestionType
from erasmus_desk.draft import visibility
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import ShownGroup
from erasmus_desk.export.document import blocks
from erasmus_desk.export.document.answer_controls import blank, control
from erasmus_desk.export.document.blocks import (
    Answer,
    Block,
    Bullets,
    Control,
    Paragraph,
    Said,
    Tick,
    Ticks,
    Tone,
)
from erasmus_desk.export.document.context import Speech
from erasmus_desk.export.document.tables import (
    choices,
    facts,
    is_shown_whole,
    labels,
    options,
    table,
)

_LONG = {QuestionType.TEXT, QuestionType.MULTI, QuestionType.TABLE, QuestionType.STATIC}
_TABLE_FROM = 3
"""So many short answers in a row stand in a table; fewer stand as paragraphs."""


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
        return bool(visibility.rows(question, item, speech.draft, speech.pack))
    if question.type is QuestionType.MULTI and is_shown_whole(question, item, speech):
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
    is_helped = guided and not speech.is_clean
    if not is_helped or speech.official(question.id) is None:
        yield from beside(speech, *labels(question))
    if not speech.is_clean:
        yield from _guidance(question, item, speech) if is_helped else ()
        if question.limit is not None:
            yield Paragraph(_counter(question, question.limit, item, speech), Tone.COUNTER)
    if question.type is QuestionType.TABLE:
        yield table(question, item, speech)
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
    if question.type is QuestionType.COMPUTED:
        key = ""
    how = control(question, item, speech)
    if value is None:
        return Answer(key, blank(question, speech.missing(), speech), missing=True, control=how)
    return Answer(key, value, control=how)


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
    if speech.is_for_partner:
        for part in choices(question, item, speech):
            yield Paragraph(part, Tone.GUIDANCE)


def _counter(question: Question, limit: Limit, item: str, speech: Speech) -> Said:
    used = text_length.count(speech.draft.text(question.id, item), limit.rule)
    most = limit.most
    count = speech.labels.get("counter.of", n=speech.number(used), most=speech.number(most))
    unit = "words" if limit.rule == "words" else "characters"
    whole = speech.labels.get(f"counter.rule.{unit}", count=count)
    if used > most:
        whole = speech.labels.get("counter.over", count=whole, over=speech.number(used - most))
    if not limit.evidence.is_confirmed:
        whole = f"{whole} · {speech.labels.get('unconfirmed')}"
    return Said(whole, speech.labels.language)


def _ticks(question: Question, item: str, key: str, speech: Speech) -> Block:
    chosen = speech.draft.items(question.id, item)
    offered = [option.id for option in options(question, item, speech)]
    if not is_shown_whole(question, item, speech):
        if not chosen:
            return Answer(key, speech.missing(), missing=True, control=Control())
        offered = list(chosen)
    # What was ticked and is not offered any more stays in sight.
    listed = (*offered, *(one for one in chosen if one not in offered))
    return Ticks(
        key, tuple(Tick(one in chosen, speech.option(question, one), one) for one in listed)
    )
