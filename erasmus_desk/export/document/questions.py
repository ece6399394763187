"""The questions of a group with their answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from erasmus_desk import text_length
from erasmus_desk.call.form import Limit, Question, QuestionType
from erasmus_desk.draft import visibility
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import VisibleGroup
from erasmus_desk.export.document import blocks, facts, tables
from erasmus_desk.export.document.answer_controls import build_control, build_placeholder
from erasmus_desk.export.document.blocks import UNCONFIRMED_MARK, LangText
from erasmus_desk.export.document.context import BuildContext

_COUNTER = blocks.ParagraphRole.COUNTER
_LONG_TYPES = {QuestionType.TEXT, QuestionType.MULTI, QuestionType.TABLE, QuestionType.STATIC}
_MIN_TABLE_QUESTIONS = 3
"""Consecutive short answers from which on they share a table."""
_MAX_OPTION = 100
"""Letters that names of options have on average at most; longer ones are sentences."""


def build_group(
    shown: VisibleGroup,
    title: LangText,
    context: BuildContext,
    left_out: frozenset[str] = frozenset(),
) -> list[blocks.Block]:
    """Build a group without its heading; `title` is its name for screen readers.

    Questions that are `left_out` are elsewhere.
    """
    group: list[blocks.Block] = []
    visible = [one for one in list_visible_questions(shown, context) if one.id not in left_out]
    if context.is_clean:
        return _build_short_group(visible, shown, title, context)
    for is_long, run in groupby(visible, key=lambda question: question.type in _LONG_TYPES):
        questions = list(run)
        if not is_long and len(questions) >= _MIN_TABLE_QUESTIONS:
            group.append(tables.build_facts_table(shown.item, questions, title, context))
        else:
            for question in questions:
                group += build_question(question, shown.item, context)
    return group


def _build_short_group(
    visible: list[Question], shown: VisibleGroup, title: LangText, context: BuildContext
) -> list[blocks.Block]:
    """Build a group for an assessor, with short answers in lines."""
    found: list[blocks.Block] = []

    def is_fact(question: Question) -> bool:
        return question.is_short and not _has_sentences(question, shown.item, context)

    for are_short, run in groupby(visible, key=is_fact):
        if are_short:
            listed = facts.list_facts([*run], shown.item, context)
            templates = f"group.{shown.group.id}.facts"
            # Below a text there are only lines: a row would look like the end of it.
            columns = () if found else None
            found += facts.build_facts(
                listed, shown.item, templates, title, context, columns_of_list=columns
            )
        else:
            for question in run:
                found += build_question(question, shown.item, context)
    return found


def _has_sentences(question: Question, item: str, context: BuildContext) -> bool:
    """Return whether several options were chosen that are sentences, which need a line each."""
    if question.type is not QuestionType.MULTI:
        return False
    chosen = context.draft.items(question.id, item)
    names = [context.name_option(question, one).text for one in chosen]
    is_long = sum(map(len, names)) > _MAX_OPTION * len(names)
    return len(names) > 1 and (is_long or all(name.endswith(".") for name in names))


def list_visible_questions(shown: VisibleGroup, context: BuildContext) -> list[Question]:
    """Return the questions of a group that the document shows."""
    return [
        question
        for question in shown.questions
        if Key(question.id, shown.item) not in context.withheld
        and _is_visible(question, shown.item, context)
    ]


def _is_visible(question: Question, item: str, context: BuildContext) -> bool:
    if question.type is QuestionType.STATIC:
        # Instructions of the form are not for assessors.
        text = context.find_text(f"question.{question.id}.label")
        return not context.is_clean and text is not None
    if question.type is QuestionType.COMPUTED:
        return context.format_answer(question, item) is not None
    if not context.is_clean or question.required:
        return True
    if question.type is QuestionType.TABLE:
        return bool(visibility.list_table_rows(question, item, context.draft, context.pack))
    is_multi = question.type is QuestionType.MULTI
    if is_multi and tables.list_shown_options(question, item, context) is not None:
        return True
    return context.format_answer(question, item) is not None


def build_question(
    question: Question, item: str, context: BuildContext, *, has_guidance: bool = True
) -> Iterator[blocks.Block]:
    """Build a question with its answer, and guidance between them if wanted."""
    if question.type is QuestionType.STATIC:
        yield from build_intro(context, f"question.{question.id}.label")
        return
    if question.type is QuestionType.TABLE and context.is_clean:
        yield from facts.build_rows(question, item, context)
        return
    yield blocks.Question(str(Key(question.id, item)), context.get_label(question.id))
    shows_guidance = has_guidance and not context.is_clean
    if not shows_guidance or context.find_official_text(question.id) is None:
        yield from build_translation(context, *tables.list_label_ids(question))
    if not context.is_clean:
        yield from _build_guidance(question, item, context) if shows_guidance else ()
        if question.limit is not None:
            counter = _format_counter(question, question.limit, item, context)
            yield blocks.Paragraph(counter, _COUNTER)
    if question.type is QuestionType.TABLE:
        yield from tables.build_list_rows(question, item, context)
    elif question.type is QuestionType.MULTI:
        yield _build_checkboxes(question, item, context)
    else:
        yield _build_answer(question, item, context)


def build_intro(context: BuildContext, name: str) -> Iterator[blocks.Paragraph]:
    """Build an introduction of the form, which is not for assessors."""
    if not context.is_clean:
        for part in context.list_paragraphs(name):
            yield blocks.Paragraph(part, blocks.ParagraphRole.INTRO)


def build_translation(context: BuildContext, *ids: str) -> Iterator[blocks.Paragraph]:
    """Build a text of the form in the second language, if there is one."""
    found = context.find_translation(*ids)
    if found is not None:
        yield blocks.Paragraph(found, blocks.ParagraphRole.SECOND_LANGUAGE)


def _build_answer(question: Question, item: str, context: BuildContext) -> blocks.Answer:
    value = context.format_answer(question, item)
    key = "" if question.type is QuestionType.COMPUTED else str(Key(question.id, item))
    control = build_control(question, item, context)
    if value is None:
        text = build_placeholder(question, context.get_missing_text(), context)
        return blocks.Answer(key, text, is_missing=True, control=control)
    return blocks.Answer(key, value, control=control)


def _build_guidance(question: Question, item: str, context: BuildContext) -> Iterator[blocks.Block]:
    official = context.find_official_text(question.id)
    if official is not None:
        yield blocks.Paragraph(official, blocks.ParagraphRole.OFFICIAL)
        yield from build_translation(context, f"question.{question.id}.label")
    for part in context.list_paragraphs(f"question.{question.id}.asks"):
        yield blocks.Paragraph(part, blocks.ParagraphRole.GUIDANCE)
    elements = context.list_paragraphs(f"question.{question.id}.elements")
    if elements:
        yield blocks.Bullets(elements, blocks.ParagraphRole.GUIDANCE)
    if context.is_for_partner:
        for part in tables.describe_choices(question, item, context):
            yield blocks.Paragraph(part, blocks.ParagraphRole.GUIDANCE)


def _format_counter(question: Question, limit: Limit, item: str, context: BuildContext) -> LangText:
    label, number = context.labels.format, context.format_number
    used = text_length.count_length(context.draft.text(question.id, item), limit.rule)
    count = label("counter.of", n=number(used), most=number(limit.most))
    unit = "words" if limit.rule == "words" else "characters"
    counter = label(f"counter.rule.{unit}", count=count)
    if used > limit.most:
        counter = label("counter.over", count=counter, over=number(used - limit.most))
    if not limit.evidence.is_confirmed:
        counter = f"{counter} {UNCONFIRMED_MARK}"
    return LangText(counter, context.labels.language)


def explain_mark_once(
    parts: Iterable[blocks.Block], context: BuildContext
) -> Iterator[blocks.Block]:
    """Yield the blocks; the first limit with the mark says that it is not confirmed."""
    is_explained = False
    for block in parts:
        if (
            is_explained
            or not isinstance(block, blocks.Paragraph)
            or block.role is not _COUNTER
            or not block.text.text.endswith(UNCONFIRMED_MARK)
        ):
            yield block
            continue
        is_explained = True
        text = f"{block.text.text} ({context.labels.format('unconfirmed')})"
        yield blocks.Paragraph(LangText(text, block.text.language), _COUNTER)


def _build_checkboxes(question: Question, item: str, context: BuildContext) -> blocks.Block:
    key, chosen = str(Key(question.id, item)), context.draft.items(question.id, item)
    # What was not chosen is of no use to an assessor.
    offered = None if context.is_clean else tables.list_shown_options(question, item, context)
    if offered is None and not chosen:
        missing = context.get_missing_text()
        return blocks.Answer(key, missing, is_missing=True, control=blocks.Control())
    offered = chosen if offered is None else offered
    # Chosen options that are not available any more are shown too.
    listed = (*offered, *(one for one in chosen if one not in offered))
    names = ((one, context.name_option(question, one)) for one in listed)
    boxes = tuple(blocks.Checkbox(one in chosen, name, one) for one, name in names)
    return blocks.Checkboxes(key, boxes)
