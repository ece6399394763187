"""The planned outputs, events, meetings and activities, one by one and as a timetable.

The timetable has a row for each of them, a column for each month, and the dates as text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain

from msgspec import Struct

from erasmus_desk.call.form import Group, ListSpec, Question, QuestionType
from erasmus_desk.draft import computed, display_names
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.plan_dates import find_days, list_date_questions
from erasmus_desk.draft.visibility import VisibleGroup
from erasmus_desk.export.document import blocks, questions, tables
from erasmus_desk.export.document.blocks import Block, Cell, Column, LangText, Table
from erasmus_desk.export.document.context import BuildContext
from erasmus_desk.i18n import formats
from erasmus_desk.i18n.figures import NO_BREAK_SPACE
from erasmus_desk.round_trip.visible_text import join_lines


def find_record_list(group: Group, context: BuildContext) -> ListSpec | None:
    """Return the list of a group if its items are records with a number, such as `O1`."""
    spec = context.pack.form.lists.get(group.list)
    return spec if spec is not None and spec.prefix else None


def build_record(
    record: VisibleGroup,
    spec: ListSpec,
    previous_letter: str,
    context: BuildContext,
    section: LangText | None = None,
    facts_above: Sequence[Block] = (),
) -> Iterator[Block]:
    """Build a record with its heading.

    `previous_letter` is that of the group with the last heading: the first record of a list gets
    the heading of the list, unless that is there already. `section` is the title of the section:
    a list of the same name has no heading of its own. `facts_above` are the short answers for an
    assessor.
    """
    is_section = get_list_title(record, spec, context) == section
    if not is_section:
        yield from _build_list_heading(record, spec, previous_letter, context)
    yield _build_heading(record, spec, context, level=2 if is_section else 3)
    yield from facts_above if context.is_clean else ()
    yield from _build_content(record, spec, context)


def get_list_title(record: VisibleGroup, spec: ListSpec, context: BuildContext) -> LangText:
    """Return the title of the list of a record."""
    return context.get_text(spec.id, *_list_title_ids(record.group, spec, context)).capitalise()


def _build_list_heading(
    record: VisibleGroup, spec: ListSpec, previous_letter: str, context: BuildContext
) -> Iterator[Block]:
    if record.position or (record.group.letter and record.group.letter == previous_letter):
        return
    number = "" if context.is_clean else record.group.letter
    yield blocks.Heading(2, number, get_list_title(record, spec, context))
    if second := context.find_translation(*_list_title_ids(record.group, spec, context)):
        yield blocks.Paragraph(second.capitalise(), blocks.ParagraphRole.SECOND_LANGUAGE)
    yield from questions.build_intro(context, f"group.{record.group.id}.intro")


def _list_title_ids(group: Group, spec: ListSpec, context: BuildContext) -> Iterator[str]:
    """Return the ids of the titles of a group, of those with the same letter, and of its list."""
    around = (section.groups for section in context.pack.form.sections if group in section.groups)
    same = (one for groups in around for one in groups if group.letter == one.letter != "")
    yield from (f"group.{one.id}.title" for one in (group, *same))
    yield f"list.{spec.id}.many"


def _build_heading(
    record: VisibleGroup, spec: ListSpec, context: BuildContext, level: int
) -> blocks.Heading:
    number = display_names.format_item_number(context.draft, context.pack, spec.id, record.item)
    name = join_lines(display_names.find_name(context.draft, spec.name, record.item)).strip()
    if not name:
        kind = context.get_text(spec.id, f"list.{spec.id}.one").capitalise()
        return blocks.Heading(level, number, kind)
    # Unchanged but for the spaces around it, which a heading cannot have.
    text = LangText(name, context.answer_language)
    return blocks.Heading(level, number, text, str(Key(spec.name, record.item)))


def _build_content(record: VisibleGroup, spec: ListSpec, context: BuildContext) -> Iterator[Block]:
    """Build the short answers for authors, then the texts and the rows inside the record.

    Rows that are lines, such as travellers, are short answers too.
    """
    shown = questions.list_visible_questions(record, context)
    if not context.is_clean:
        yield from _build_facts_table(shown, record, spec, context)
    # Only the first record has guidance.
    has_guidance = record.position == 0
    others = [
        list(questions.build_question(one, record.item, context, has_guidance=has_guidance))
        for one in shown
        if not one.is_short
    ]
    others.sort(key=lambda built: not all(isinstance(one, blocks.FactLine) for one in built))
    yield from chain.from_iterable(others)


def _build_facts_table(
    shown: list[Question], record: VisibleGroup, spec: ListSpec, context: BuildContext
) -> Iterator[Block]:
    listed = [question for question in shown if _is_fact(question, spec, record.item, context)]
    if listed:
        title = context.name_item(spec.id, record.item)
        yield tables.build_facts_table(record.item, listed, title, context, has_guidance=False)


def _is_fact(question: Question, spec: ListSpec, item: str, context: BuildContext) -> bool:
    if question.id == spec.name:
        return not display_names.find_name(context.draft, spec.name, item)
    if not question.is_short:
        return False
    # Only authors see optional questions without an answer.
    is_whole = not context.is_for_partner
    return is_whole or question.required or context.format_answer(question, item) is not None


_MONTHS_PER_COLUMN = (1, 3, 12)
"""Months of a column; the first step that keeps the table readable is used."""
_MAX_COLUMNS = 36
_TABLE_WIDTH = 8958
"""The width of a page between its margins, in twips."""
_LEADER_WIDTH, _DATES_WIDTH, _MAX_MONTH_WIDTH = 1000, 2200, 200
"""The width of leader and dates, the maximum width of a month, in twips."""
_MAX_LEADER_LETTERS = 10
"""Letters up to which the leading organisation, by its acronym, has a column."""


class PlannedActivity(Struct, frozen=True):
    """A record of the plan: its list, item, and first and last day as far as known, in order."""

    spec: ListSpec
    item: str
    days: tuple[date, ...]


def list_planned(context: BuildContext) -> tuple[PlannedActivity, ...]:
    """Return all visible records of the plan, list by list, in their order."""
    found: dict[str, PlannedActivity] = {}
    for record in context.list_visible_groups():
        spec = context.pack.form.lists.get(record.group.list)
        if spec is not None and spec.plan and record.item not in found:
            days = _find_days(spec, record.item, context)
            found[record.item] = PlannedActivity(spec, record.item, days)
    return tuple(found.values())


def _find_days(spec: ListSpec, item: str, context: BuildContext) -> tuple[date, ...]:
    """Return the first and the last day of a record in their order."""
    days = find_days(context.draft, context.pack.form, spec.id, item)
    return tuple(sorted(day for day in days if day))


def build_timetable(context: BuildContext) -> Iterator[Block]:
    """Build the timetable with a line on how to read it, or nothing without records."""
    records = list_planned(context)
    if not records:
        return
    step, columns = _choose_columns(records, context)
    leaders = _list_leaders(records, context)
    about = context.labels.get(f"timetable.about.{step}")
    yield blocks.Paragraph(about, blocks.ParagraphRole.NOTE)
    yield Table(
        kind=blocks.TableKind.CALENDAR,
        title=context.labels.get("timetable.title"),
        description=about,
        columns=tuple(_build_columns(columns, context, has_leader=bool(leaders))),
        rows=tuple(_build_rows(records, columns, context, leaders)),
    )


def _choose_columns(
    records: tuple[PlannedActivity, ...], context: BuildContext
) -> tuple[int, list[tuple[date, date]]]:
    """Return the number of months of a column, and the first and last day of each column.

    If the dates span too long a period, there are no columns, only the dates as text.
    """
    days = [day for record in records for day in record.days]
    start = context.draft.get(Key(context.pack.role("start")))
    end = computed.compute_end_date(context.draft, context.pack)
    if isinstance(start, date) and end is not None:
        days = [start, end]
    if not days:
        return 0, []
    first, last = min(days), max(days)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next((one for one in _MONTHS_PER_COLUMN if months <= _MAX_COLUMNS * one), 0)
    places = range(0, months, step) if step else ()
    starts = [computed.add_months(first.replace(day=1), at) for at in places]
    return step, [(one, computed.add_months(one, step) - timedelta(days=1)) for one in starts]


def _build_columns(
    columns: list[tuple[date, date]], context: BuildContext, *, has_leader: bool
) -> Iterator[Column]:
    """Build the columns; only a table without months has the dates, which the records have too."""
    label, locale = context.labels.get, context.labels.locale
    fixed = (0 if columns else _DATES_WIDTH) + (_LEADER_WIDTH if has_leader else 0)
    room = (_TABLE_WIDTH - fixed) * 3 // 5
    share = min(_MAX_MONTH_WIDTH, room // max(1, len(columns)))
    yield Column(label("timetable.what"), _TABLE_WIDTH - fixed - share * len(columns))
    if has_leader:
        yield Column(label("timetable.who"), _LEADER_WIDTH)
    if not columns:
        yield Column(label("timetable.when"), _DATES_WIDTH)
    for first, _ in columns:
        month = LangText(formats.format_month(first, locale), locale)
        yield Column(month, share, blocks.ColumnType.TIME, is_vertical=True)


def _build_rows(
    records: tuple[PlannedActivity, ...],
    columns: list[tuple[date, date]],
    context: BuildContext,
    leaders: Mapping[str, LangText],
) -> Iterator[tuple[Cell, ...]]:
    """Build a row for each record, below it those of the steps inside it that have the dates."""
    for record in records:
        steps = tuple(_list_steps(record, context))
        for one in (record, *steps):
            is_bold = bool(steps) and one is record
            name = Cell(context.name_item(one.spec.id, one.item), is_bold=is_bold)
            leader = leaders.get(one.item, context.labels.get("empty"))
            yield (
                name,
                *((Cell(leader),) if leaders else ()),
                *(() if columns else (build_period_cell(one, context),)),
                *_build_months(one.days, columns, context),
            )


def _build_months(
    days: tuple[date, ...], columns: list[tuple[date, date]], context: BuildContext
) -> Iterator[Cell]:
    for first, last in columns:
        is_filled = bool(days) and days[0] <= last and first <= days[-1]
        yield Cell(LangText("", context.answer_language), is_filled=is_filled)


def _list_steps(record: PlannedActivity, context: BuildContext) -> Iterator[PlannedActivity]:
    """Return what is inside a record that asks for no dates itself, such as a work package."""
    form = context.pack.form
    if list_date_questions(form, record.spec.id):
        return
    for name in form.nested_lists(record.spec.id):
        if list_date_questions(form, name):
            spec = form.lists[name]
            for item in context.draft.items(name, record.item):
                yield PlannedActivity(spec, item, _find_days(spec, item, context))


def build_period_cell(record: PlannedActivity, context: BuildContext) -> Cell:
    """Build a cell with the period of a record as text."""
    if not record.days:
        return Cell(context.labels.get("missing"), is_missing=True)
    # A line ends between two dates, not within one.
    days = (context.format_day(record.days[place]) for place in (0, -1))
    first, last = (day.replace(" ", NO_BREAK_SPACE) for day in days)
    if first == last:
        return Cell(LangText(first, context.labels.locale))
    return Cell(context.labels.get("timetable.span", start=first, end=last))


def _list_leaders(
    records: tuple[PlannedActivity, ...], context: BuildContext
) -> Mapping[str, LangText]:
    """Return the short name of the leader or host of each record; none if one is long."""
    steps = (step for record in records for step in _list_steps(record, context))
    named = ((one.item, _find_leader(one, context)) for one in (*records, *steps))
    found = {item: name for item, name in named if name is not None}
    is_short = all(len(name.text) <= _MAX_LEADER_LETTERS for name in found.values())
    return found if is_short else {}


def _find_leader(record: PlannedActivity, context: BuildContext) -> LangText | None:
    """Return the acronym, else the name, of the first single organisation in a record."""
    parties = context.pack.role("organisations")
    for name in record.spec.questions:
        question = context.pack.form.questions[name]
        if question.type is QuestionType.ITEM and question.of == parties:
            organisation = context.draft.text(name, record.item)
            acronym = context.format_role("organisation_acronym", organisation)
            found = acronym or context.format_answer(question, record.item)
            if found is not None:
                return found
    return None
