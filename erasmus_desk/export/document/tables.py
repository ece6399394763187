"""Tables of answers: short answers of a group, and the rows of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from erasmus_desk.call.form import Question, QuestionType
from erasmus_desk.draft import visibility
from erasmus_desk.draft.model import Key
from erasmus_desk.export.document import blocks
from erasmus_desk.export.document.answer_controls import build_control, build_placeholder
from erasmus_desk.export.document.blocks import Block, Cell, Column, LangText, Table
from erasmus_desk.export.document.context import BuildContext
from erasmus_desk.i18n import formats

_NUMERIC_TYPES = {QuestionType.NUMBER, QuestionType.MONEY}
_MIN_WEIGHT, _MAX_WEIGHT, _NARROW_WEIGHT = 8, 30, 7
"""Shares of width: minimum, maximum, and that of a numeric column with a vertical header."""
_LETTERS_PER_SHARE = 8
"""Letters beyond the maximum that widen a column by one more share."""
_CELL_MARGINS = 5
"""Characters added for the margins of a cell and the width of digits."""
_MAX_HEADER_LETTERS = 84
"""Letters of all column headers that fit on a portrait page."""
_MAX_ROW_LETTERS, _MAX_WORD = 96, 18
"""Letters of the longest words of all columns that fit there; a longer word, such as an address,
may break."""
_QUESTION_SHARE, _HELP_SHARE = 36, 52
"""Per cent of the width for questions in a table of short answers, and with guidance below."""
_MAX_SHOWN_OPTIONS = 12
"""Options up to this number are all shown, ticked or not."""


def list_label_ids(question: Question) -> tuple[str, str]:
    """Return the text ids of a question's label, the short form first."""
    return f"question.{question.id}.short", f"question.{question.id}.label"


def list_shown_options(question: Question, item: str, context: BuildContext) -> list[str] | None:
    """Return the options that are available now, or `None` if there is no room for all."""
    available = visibility.available_options(question, context.draft, context.pack, item)
    has_room = len(available) <= _MAX_SHOWN_OPTIONS
    return [option.id for option in available] if has_room else None


def build_list_rows(question: Question, item: str, context: BuildContext) -> Iterator[Block]:
    """Build the rows of a list as a table, or a table for each if they are too wide for a page.

    Without rows it is a placeholder.
    """
    spec = context.pack.form.lists[question.rows]
    key = str(Key(spec.id, item if spec.parent else ""))
    rows = visibility.list_table_rows(question, item, context.draft, context.pack)
    if not rows:
        missing = context.get_missing_text()
        yield blocks.Answer(key, missing, is_missing=True, control=blocks.Control())
        return
    questions = list_columns(question, rows, context)
    cells = tuple(
        tuple(_build_answer_cell(one, row, context, in_row=True) for one in questions)
        for row in rows
    )
    columns = _fit_columns(
        _build_column(one, [row[place] for row in cells], context)
        for place, one in enumerate(questions)
    )
    if _is_too_wide(columns, cells):
        one = context.get_text(spec.id, f"list.{spec.id}.one").capitalise()
        for count, row in enumerate(rows, start=1):
            title = LangText(f"{one.text} {context.format_number(count)}", one.language)
            table = build_facts_table(row, questions, title, context, has_guidance=False)
            yield replace(table, title=title, has_caption=True)
        return
    yield Table(
        kind=blocks.TableKind.GRID,
        title=context.find_text(f"list.{spec.id}.many") or context.get_label(question.id),
        description=context.labels.get("table.rows.about"),
        columns=columns,
        rows=cells,
        list_key=key,
        items=rows,
    )


def list_columns(
    question: Question, rows: tuple[str, ...], context: BuildContext
) -> list[Question]:
    """Return the questions about the rows that the document shows."""
    spec = context.pack.form.lists[question.rows]
    asked = (context.pack.form.questions[name] for name in spec.questions)
    return [one for one in asked if _is_column_shown(one, rows, context)]


def _is_too_wide(columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]) -> bool:
    """Return whether words and amounts would break in columns beside each other."""
    widest = 0
    for place, column in enumerate(columns):
        cells = [row[place].text for row in rows]
        is_number = column.type is blocks.ColumnType.NUMBER
        inside = (len(one.text) if is_number else _measure_longest_word(one) for one in cells)
        head = 0 if column.is_vertical else _measure_longest_word(column.head)
        widest += min(_MAX_WORD, max(head, *inside)) + 2
    return widest > _MAX_ROW_LETTERS


def _is_column_shown(question: Question, rows: tuple[str, ...], context: BuildContext) -> bool:
    """Return whether a column is shown; an assessor sees no empty ones."""
    if not context.is_clean or question.required:
        return True
    return any(context.format_answer(question, row) is not None for row in rows)


def _build_column(question: Question, cells: list[Cell], context: BuildContext) -> Column:
    """Build a column as wide as its longest cell, within bounds.

    Words of its header and numbers do not break: an amount on two lines is misread.
    """
    head = context.get_label(question.id)
    if question.type is QuestionType.MONEY:
        head = replace(head, text=_drop_currency(head.text, context))
    translation = context.find_translation(*list_label_ids(question))
    longest = max(len(cell.text.text) for cell in cells)
    is_numeric = question.type in _NUMERIC_TYPES
    wanted = longest + _CELL_MARGINS if is_numeric else _weigh_text(longest)
    weight = max(_MIN_WEIGHT, _measure_longest_word(head) + 3, wanted)
    column_type = blocks.ColumnType.NUMBER if is_numeric else blocks.ColumnType.TEXT
    question_id = "" if question.type is QuestionType.COMPUTED else question.id
    return Column(head, weight, column_type, translation=translation, question=question_id)


def _drop_currency(head: str, context: BuildContext) -> str:
    """Return a head without the currency in brackets, which each amount below it has."""
    name, bracket, currency = head.removesuffix(")").rpartition(" (")
    code = context.pack.funding.currency
    names = {code, formats.name_currency(code, context.labels.locale)}
    is_currency = head.endswith(")") and bracket and currency.strip() in names
    return name if is_currency else head


def _weigh_text(longest: int) -> int:
    """Return the share of a text column with a longest cell of this length."""
    extra = max(0, longest - _MAX_WEIGHT) // _LETTERS_PER_SHARE
    return min(longest, _MAX_WEIGHT + min(_MAX_WEIGHT, extra))


def _fit_columns(columns: Iterable[Column]) -> tuple[Column, ...]:
    """Return the columns; if the headers do not fit, those of numbers are vertical."""
    fitted = list(columns)
    letters = sum(_measure_longest_word(column.head) + 2 for column in fitted)
    if letters > _MAX_HEADER_LETTERS:
        for index, column in enumerate(fitted):
            if column.type is blocks.ColumnType.NUMBER:
                fitted[index] = replace(column, weight=_NARROW_WEIGHT, is_vertical=True)
    return tuple(fitted)


def _measure_longest_word(head: LangText) -> int:
    return max((len(word) for word in head.text.split()), default=0)


def build_facts_table(
    item: str,
    questions: list[Question],
    title: LangText,
    context: BuildContext,
    *,
    has_guidance: bool = True,
) -> Table:
    """Build a table of short answers; `title` is its name for screen readers.

    With `has_guidance`, a partner gets the guidance below each question.
    """
    label = context.labels.get
    share = _HELP_SHARE if has_guidance and context.is_for_partner else _QUESTION_SHARE
    return Table(
        kind=blocks.TableKind.FACTS,
        title=label("table.facts", name=title.text),
        description=label("table.facts.about"),
        columns=(
            Column(label("table.asked"), share),
            Column(label("table.answer"), 100 - share),
        ),
        rows=tuple(
            (
                _build_question_cell(one, item, context, has_guidance=has_guidance),
                _build_answer_cell(one, item, context),
            )
            for one in questions
        ),
    )


def _build_question_cell(
    question: Question, item: str, context: BuildContext, *, has_guidance: bool
) -> Cell:
    short = context.get_label(question.id)
    if context.is_clean:
        return Cell(short)
    if has_guidance or not context.is_for_partner:
        whole = context.find_official_text(question.id) or short
        return Cell(whole, notes=tuple(_list_notes(question, item, context)))
    second = context.find_translation(*list_label_ids(question))
    return Cell(short, notes=(second,) if second else ())


def _list_notes(question: Question, item: str, context: BuildContext) -> Iterator[LangText]:
    """Return the notes for a partner below a question: translation, guidance, choices."""
    if not context.is_for_partner:
        return
    if second := context.find_translation(f"question.{question.id}.label"):
        yield second
    yield from context.list_paragraphs(f"question.{question.id}.asks")
    yield from describe_choices(question, item, context)


def describe_choices(question: Question, item: str, context: BuildContext) -> Iterator[LangText]:
    """Return a line with the options of a single choice, if there are not too many."""
    is_choice = question.type is QuestionType.CHOICE
    offered = list_shown_options(question, item, context) if is_choice else None
    if offered is not None:
        names = [context.name_option(question, one).text for one in offered]
        yield context.labels.get("partner.choose", choices=" · ".join(names))


def _build_answer_cell(
    question: Question, item: str, context: BuildContext, *, in_row: bool = False
) -> Cell:
    """Build the cell of an answer; an optional one `in_row` does not ask to be filled in."""
    key = "" if question.type is QuestionType.COMPUTED else str(Key(question.id, item))
    value = context.format_answer(question, item)
    control = build_control(question, item, context)
    if value is not None:
        return Cell(value, key, control=control)
    if Key(question.id, item) in context.withheld:
        return Cell(context.labels.get("empty"))
    if question.required or (context.is_for_partner and not in_row):
        missing = context.get_missing_text(required=question.required)
        text = build_placeholder(question, missing, context)
        return Cell(text, key, is_missing=True, control=control)
    text = build_placeholder(question, context.labels.get("empty"), context)
    return Cell(text, key, is_empty=bool(key), control=control)
