"""Short answers for an assessor: a row of them below their labels, the others in lines.

A pack may say which answers share a line: its text `list.<id>.facts` (or `group.<id>.facts`) has
a paragraph for each, such as `Address: [{org.address}][, {org.city}]`. What is in square brackets
is left out with its answer. A document for assessors has no "no", no zero and nothing twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.call.form import ListSpec, Question, QuestionType
from erasmus_desk.call.texts import read_answer_line
from erasmus_desk.draft import visibility
from erasmus_desk.draft.display_names import find_name
from erasmus_desk.draft.model import Key
from erasmus_desk.export.document import blocks, tables
from erasmus_desk.export.document.answer_controls import build_control
from erasmus_desk.export.document.blocks import Block, Cell, Column, FactLine, FactPart, LangText
from erasmus_desk.export.document.context import BuildContext
from erasmus_desk.i18n import formats
from erasmus_desk.round_trip.visible_text import join_lines

_LIST_TYPES = {QuestionType.MULTI, QuestionType.ITEMS}
_MIN_COLUMNS, _MAX_COLUMNS = 3, 5
"""Answers that a row below labels has at least and at most."""
_MIN_SHARED_COLUMNS = 2
"""Answers of an item from which on it has the row that other items have."""
_ROW_LETTERS = 104
"""Letters that fit in a row of cells, with the margins of each as some letters more."""
_MAX_CELL_LETTERS = 60
"""Letters up to which an answer is in a cell, where it may take some lines."""
_WIDE_CELL, _CELL_MARGIN = 30, 4
"""Letters of the width that a cell asks for at most, and of its margins."""
_MAX_ROW_LINES, _MAX_LINE_LETTERS = 2, 150
"""Rows of a list that are lines at most, and their letters."""
_TINY_LETTERS, _MAX_SHARED_LETTERS = 24, 90
"""Letters of an answer that may share its line, and of all answers and labels in it."""
_OPENING = " \u00a0,;·–-/"


class Fact(Struct, frozen=True):
    """A short answer: its question, and the text that is shown."""

    question: Question
    text: LangText
    is_missing: bool = False


def list_facts(
    questions: Sequence[Question], item: str, context: BuildContext, heading: str = ""
) -> list[Fact]:
    """Return the short answers that are worth a line; `heading` is the question above them."""
    name = join_lines(find_name(context.draft, heading, item)).strip() if heading else ""
    found: list[Fact] = []
    for question in questions:
        if not question.is_short or (question.id == heading and name):
            continue
        value = context.format_short(question, item)
        given = context.draft.get(Key(question.id, item))
        if value is None:
            if question.required:
                found.append(Fact(question, context.get_missing_text(), is_missing=True))
        elif given is True:
            # What follows such an answer tells that it was yes.
            if question.id not in context.pack.form.deciding_questions:
                found.append(Fact(question, context.labels.get("yes")))
        elif given is not False and given != 0 and (not name or value.text.strip() != name):
            found.append(Fact(question, value))
    return found


def build_facts(
    facts: Sequence[Fact],
    item: str,
    templates: str,
    title: LangText,
    context: BuildContext,
    *,
    columns_of_list: Sequence[str] | None = None,
) -> Iterator[Block]:
    """Build short answers as a row below labels and as lines, those of the pack first.

    `templates` is the id of the pack's text for the lines, `title` the name of the row. Of an
    item, the row has the columns that were chosen for its whole list.
    """
    answered = {fact.question.id: fact for fact in facts if not fact.is_missing}
    lines: list[FactLine] = []
    for template in context.list_paragraphs(templates):
        line, used = _fill_line(template, answered, item, context)
        if line is not None:
            lines.append(line)
            answered = {name: fact for name, fact in answered.items() if name not in used}
    left = [fact for fact in facts if fact.is_missing or fact.question.id in answered]
    if columns_of_list is None:
        columns_of_list = choose_columns([left], templates, context)
    columns = [fact for fact in left if fact.question.id in columns_of_list]
    columns = columns if len(columns) >= _MIN_SHARED_COLUMNS else []
    others = [*_build_lines([fact for fact in left if fact not in columns], item, context)]
    if columns:
        yield _build_row(columns, item, title, context)
        yield from (*lines, *others)
    else:
        yield from (*others, *lines)


def build_lines(
    facts: Sequence[Fact], item: str, templates: str, context: BuildContext
) -> Iterator[FactLine]:
    """Build only the lines of the pack; `templates` is the id of its text for them."""
    answered = {fact.question.id: fact for fact in facts if not fact.is_missing}
    for template in context.list_paragraphs(templates):
        line, _ = _fill_line(template, answered, item, context)
        if line is not None:
            yield line


def _build_lines(facts: Sequence[Fact], item: str, context: BuildContext) -> Iterator[FactLine]:
    """Build a line for each answer; tiny ones that follow each other share it."""
    parts: list[FactPart] = []
    label, letters = LangText("", ""), 0
    for fact in facts:
        name, part = context.get_label(fact.question.id), _build_part(fact, item, context)
        length = len(name.text) + len(fact.text.text)
        is_tiny = len(fact.text.text) <= _TINY_LETTERS
        if parts and is_tiny and 0 < letters <= _MAX_SHARED_LETTERS - length:
            between = formats.join_label(f" · {name.text}", "", name.language)
            parts += [FactPart(LangText(between, name.language)), part]
            letters += length
            continue
        if parts:
            yield FactLine(label, tuple(parts))
        label, parts, letters = name, [part], length if is_tiny else 0
    if parts:
        yield FactLine(label, tuple(parts))


def _fill_line(
    template: LangText, answered: dict[str, Fact], item: str, context: BuildContext
) -> tuple[FactLine | None, set[str]]:
    """Return the line of a template, and the questions in it; no line without answers."""
    line = read_answer_line(template.text)
    parts: list[FactPart] = []
    used: set[str] = set()
    for part in line.parts:
        fact = answered.get(part.question)
        if fact is None:
            continue
        lead = part.before if parts else part.before.lstrip(_OPENING)
        if lead:
            parts.append(FactPart(LangText(lead, template.language)))
        parts.append(_build_part(fact, item, context))
        if part.after:
            parts.append(FactPart(LangText(part.after, template.language)))
        used.add(part.question)
    if not parts:
        return None, used
    return FactLine(replace(template, text=line.label), tuple(parts)), used


def _build_part(fact: Fact, item: str, context: BuildContext) -> FactPart:
    key, control = _get_control(fact, item, context)
    return FactPart(fact.text, key, fact.is_missing, control)


def _get_control(fact: Fact, item: str, context: BuildContext) -> tuple[str, blocks.Control]:
    """Return key and control of an answer; a computed one has none."""
    if fact.question.type is QuestionType.COMPUTED:
        return "", blocks.Control()
    control = build_control(fact.question, item, context)
    # Without its boxes, yes is a word.
    control = blocks.Control() if control.boxes else control
    return str(Key(fact.question.id, item)), control


def build_rows(question: Question, item: str, context: BuildContext) -> Iterator[Block]:
    """Build the rows of a list behind their question: as lines, as a table, or one by one."""
    lines = _build_row_lines(question, item, context)
    if lines:
        yield from lines
        return
    heading = blocks.Question(str(Key(question.id, item)), context.get_label(question.id))
    tabled = tuple(tables.build_list_rows(question, item, context))
    if not any(isinstance(one, blocks.Table) and one.has_caption for one in tabled):
        yield from (heading, *tabled)
        return
    # They are too wide for a page: each row is an item with its short answers.
    spec = context.pack.form.lists[question.rows]
    one = context.get_text(spec.id, f"list.{spec.id}.one").capitalise()
    rows = visibility.list_table_rows(question, item, context.draft, context.pack)
    asked = tables.list_columns(question, rows, context)
    named = [spec.name if _is_named(spec, row, context) else "" for row in rows]
    answers = [list_facts(asked, row, context, name) for row, name in zip(rows, named, strict=True)]
    templates = f"list.{spec.id}.facts"
    columns = choose_columns(answers, templates, context)
    if not all(named):
        # Headings with names say by themselves what the rows are, in larger letters.
        yield heading
    for count, (row, facts) in enumerate(zip(rows, answers, strict=True), start=1):
        title = replace(one, text=f"{one.text} {context.format_number(count)}")
        yield _build_row_heading(spec, row, title, context)
        yield from build_facts(facts, row, templates, title, context, columns_of_list=columns)


def _is_named(spec: ListSpec, row: str, context: BuildContext) -> bool:
    """Return whether a row has a name of its own, which heads it."""
    is_line = context.pack.form.questions[spec.name].type is QuestionType.LINE
    return is_line and bool(find_name(context.draft, spec.name, row))


def _build_row_heading(
    spec: ListSpec, row: str, title: LangText, context: BuildContext
) -> blocks.Block:
    """Build the heading of a row that is shown as an item: its number, and its name if any."""
    key = str(Key(spec.name, row))
    if not _is_named(spec, row, context):
        return blocks.Question(key, title)
    text = join_lines(find_name(context.draft, spec.name, row)).strip()
    name = LangText(text, context.answer_language)
    return blocks.Heading(3, title.text, name, key)


def _build_row_lines(question: Question, item: str, context: BuildContext) -> tuple[FactLine, ...]:
    """Return the rows of a list as lines; none if a table shows them better.

    Numbers of organisations share one line, where acronyms are short enough to compare them; of
    several numbers each has a line, without zeros. One or two short rows have a line each.
    """
    rows = visibility.list_table_rows(question, item, context.draft, context.pack)
    columns = tables.list_columns(question, rows, context)
    compared = [one.type for one in columns if one.type is not QuestionType.CHOICE]
    label = context.get_label(question.id)
    if not rows:
        return ()
    if context.has_acronyms and compared == [QuestionType.ITEM, QuestionType.NUMBER]:
        return (FactLine(label, tuple(_compare_rows(rows, columns, context))),)
    if context.has_acronyms and compared == [
        QuestionType.ITEM,
        *[QuestionType.NUMBER] * (len(columns) - 1),
    ]:
        return tuple(_compare_numbers(rows, columns, context))
    answers = [_list_row_facts(row, columns, context) for row in rows]
    letters = max(sum(len(fact.text.text) for fact in row) for row in answers)
    if len(rows) > _MAX_ROW_LINES or letters > _MAX_LINE_LETTERS:
        return ()
    return tuple(
        FactLine(label, tuple(_join_facts(facts, row, ", ", context)), continues=bool(place))
        for place, (row, facts) in enumerate(zip(rows, answers, strict=True))
    )


def _list_row_facts(row: str, columns: Sequence[Question], context: BuildContext) -> list[Fact]:
    found: list[Fact] = []
    for column in columns:
        value = context.format_short(column, row)
        if value is not None or column.required:
            text = value or context.get_missing_text()
            found.append(Fact(column, text, is_missing=value is None))
    return found


def _join_facts(
    facts: Sequence[Fact], item: str, separator: str, context: BuildContext
) -> Iterator[FactPart]:
    for place, fact in enumerate(facts):
        if place:
            yield FactPart(LangText(separator, context.answer_language))
        yield _build_part(fact, item, context)


def _compare_rows(
    rows: Sequence[str], columns: Sequence[Question], context: BuildContext
) -> Iterator[FactPart]:
    """Yield the number of each row behind its organisation, those of the same choice together."""
    language = context.answer_language
    number = next(one for one in columns if one.type is QuestionType.NUMBER)
    who = next(one for one in columns if one.type is QuestionType.ITEM)
    kinds = [one for one in columns if one.type is QuestionType.CHOICE]
    by_kind: dict[str, list[str]] = {}
    for row in rows:
        named = (context.format_short(kind, row) for kind in kinds)
        by_kind.setdefault(", ".join(one.text for one in named if one), []).append(row)
    between = ""
    for kind, same in by_kind.items():
        fixed = formats.join_label(f"{between}{kind}", "", language) if kind else between
        for row in same:
            name = context.format_short(who, row) or context.get_missing_text()
            yield FactPart(LangText(f"{fixed}{name.text}\u00a0", language))
            value = context.format_short(number, row)
            text = value or context.get_missing_text()
            yield _build_part(Fact(number, text, is_missing=value is None), row, context)
            fixed = ", "
        between = formats.join_entries(("", ""), language)


def _compare_numbers(
    rows: Sequence[str], columns: Sequence[Question], context: BuildContext
) -> Iterator[FactLine]:
    """Yield a line for each of several numbers, those of the organisations one after another."""
    who, *numbers = columns
    for number in numbers:
        shown = [row for row in rows if context.draft.get(Key(number.id, row)) != 0]
        parts = tuple(_compare_rows(shown, [who, number], context))
        if parts:
            yield FactLine(context.get_label(number.id), parts)


def choose_columns(
    items: Sequence[Sequence[Fact]], templates: str, context: BuildContext
) -> list[str]:
    """Return the first questions whose answers fit beside each other, or none if they are few.

    Each of the `items` has them in the same places. Those in a line of the pack are left out.
    """
    lines = (read_answer_line(line.text) for line in context.list_paragraphs(templates))
    placed = {part.question for line in lines for part in line.parts}
    letters: dict[str, int] = {}
    for fact in (fact for facts in items for fact in facts):
        question = fact.question
        if question.type not in _LIST_TYPES and question.id not in placed:
            letters[question.id] = max(len(fact.text.text), letters.get(question.id, 0))
    found: list[str] = []
    room = _ROW_LETTERS
    for name, longest in letters.items():
        wanted = min(longest, _WIDE_CELL) + _CELL_MARGIN
        if wanted <= room and longest <= _MAX_CELL_LETTERS and len(found) < _MAX_COLUMNS:
            room -= wanted
            found.append(name)
    return found if len(found) >= _MIN_COLUMNS else []


def _build_row(
    facts: Sequence[Fact], item: str, title: LangText, context: BuildContext
) -> blocks.Table:
    """Build a table of one row; `title` is its name for screen readers."""
    cells: list[Cell] = []
    columns: list[Column] = []
    for fact in facts:
        key, control = _get_control(fact, item, context)
        cells.append(Cell(fact.text, key, is_missing=fact.is_missing, control=control))
        head = context.get_label(fact.question.id)
        text = fact.text.text
        wide = len(text) + sum(map(str.isupper, text)) // 3
        weight = min(_WIDE_CELL, max(wide, len(head.text) * 2 // 3)) + _CELL_MARGIN
        columns.append(Column(head, weight))
    return blocks.Table(
        kind=blocks.TableKind.LABELS,
        title=context.labels.get("table.facts", name=title.text),
        description=context.labels.get("table.labels.about"),
        columns=tuple(columns),
        rows=(tuple(cells),),
    )
