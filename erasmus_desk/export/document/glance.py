"""The page at a glance: figures, summary, partners and grant of a proposal on one page.

It is filled by measuring, so that it never runs over: the summary has the paragraphs that fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from msgspec.structs import replace

from erasmus_desk.call.form import QuestionType
from erasmus_desk.draft import computed
from erasmus_desk.draft.display_names import format_item_number
from erasmus_desk.draft.model import Key
from erasmus_desk.export.document import activities, blocks, budget_summary, organisations
from erasmus_desk.export.document.activities import PlannedActivity
from erasmus_desk.export.document.blocks import Block, Cell, Column, LangText, Table, TableKind
from erasmus_desk.export.document.budget_summary import Budget
from erasmus_desk.export.document.context import BuildContext
from erasmus_desk.export.document.page_space import PageSpace
from erasmus_desk.export.document.visible_text import parse_lines
from erasmus_desk.i18n import formats

_PAGE_LINES = 47.5
"""Lines of text, 10 points high, that the page has below its heading and its title."""
_LINE_LETTERS, _ROW_LETTERS = 96, 112
"""Letters that fit in a line of text and in a row of a table, somewhat fewer than measured."""
_ROW_LINES, _HEADING_LINES, _PARAGRAPH_LINES = 0.82, 1.75, 0.35
"""Heights in lines of text: of a row, of a heading, and of the space below a paragraph."""
_FOREIGN_LINES = 2.5
"""Lines that the headings of a template may take more than ours."""
_MAX_PARTNERS, _MAX_PARTS, _MAX_QUARTERS = 10, 8, 12
"""Rows and columns up to which a table has room; beyond, a sentence says how many there are."""
_QUARTER = 3
_Plan = Mapping[str, Sequence[PlannedActivity]]
"""The records of the plan by their list."""


def build_glance(context: BuildContext, budget: Budget | None, space: PageSpace) -> Iterator[Block]:
    """Build the page, or nothing for a proposal without a summary and without organisations."""
    summary = context.format_role("summary")
    members = organisations.list_organisations(context)
    if summary is None or not members:
        return
    yield blocks.Heading(1, "", context.labels.get("glance.title"))
    title = context.format_role("title")
    if title is not None:
        yield blocks.Paragraph(title, blocks.ParagraphRole.GLANCE)
    plan = _list_plan(context)
    figures = list(_build_figures(members, plan, budget, context))
    page = _PAGE_LINES * space.height - (0 if space == PageSpace() else _FOREIGN_LINES)
    room = page - sum(_measure(one, space.width) for one in figures)
    below: list[Block] = []
    for part in (
        _build_partners(members, budget, context),
        _build_parts(budget, context),
        _build_quarters(plan, context),
    ):
        built = [*part]
        height = sum(_measure(one, space.width) for one in built)
        # The timetable and the budget have chapters of their own.
        if height <= room or not below:
            below += built
            room -= height
    yield from figures
    texts = [summary, *_list_more_summaries(context)]
    yield from _build_summary(texts, room, space.width, context)
    yield from below


def _head(label: str, context: BuildContext) -> blocks.Heading:
    return blocks.Heading(2, "", context.labels.get(label), is_listed=False)


def _measure(block: Block, width: float) -> float:
    """Return the height of a block in lines of text, rather too much than too little.

    `width` is that of the page, compared with ours.
    """
    if not isinstance(block, Table):
        return _HEADING_LINES if isinstance(block, blocks.Heading) else 1 + _PARAGRAPH_LINES
    whole = sum(column.weight for column in block.columns)
    room = [
        max(1, int(column.weight * _ROW_LETTERS * width) // whole - 2) for column in block.columns
    ]
    heads = [len(column.head.text) for column in block.columns]
    rows = [heads, *([len(cell.text.text) for cell in row] for row in block.rows)]
    lines = [
        max(length // most + 1 for length, most in zip(row, room, strict=True)) for row in rows
    ]
    return _ROW_LINES * sum(lines) + (1 if block.kind is TableKind.FIGURES else 0)


def _build_figures(
    members: Sequence[str], plan: _Plan, budget: Budget | None, context: BuildContext
) -> Iterator[Block]:
    label = context.labels.get
    months = context.draft.get(Key(context.pack.role("months")))
    figures: list[tuple[LangText, str]] = []
    if isinstance(months, int) and not isinstance(months, bool):
        figures.append((label("glance.months"), context.format_number(months)))
    countries = {
        context.draft.text(context.pack.role("organisation_country"), one) for one in members
    }
    figures.append((label("glance.organisations"), context.format_number(len(members))))
    if known := len(countries - {""}):
        figures.append((label("glance.countries"), context.format_number(known)))
    for list_id, records in plan.items():
        name = context.get_text(list_id, f"list.{list_id}.many").capitalise()
        figures.append((name, context.format_number(len(records))))
    if budget is not None and budget.grant.total:
        amount = formats.format_short_amount(budget.grant.total, context.labels.locale)
        figures.append((label("glance.grant", currency=budget.grant.currency), amount))
    language = context.labels.locale
    yield Table(
        kind=TableKind.FIGURES,
        title=label("glance.figures"),
        description=label("table.labels.about"),
        columns=tuple(Column(name, max(8, len(value) + 5)) for name, value in figures),
        rows=(tuple(Cell(LangText(value, language)) for _, value in figures),),
    )


def _list_plan(context: BuildContext) -> _Plan:
    found: dict[str, list[PlannedActivity]] = {}
    for record in activities.list_planned(context):
        found.setdefault(record.spec.id, []).append(record)
    return found


def _list_more_summaries(context: BuildContext) -> Iterator[LangText]:
    """Yield the further texts of a summary that the form asks for in parts."""
    first, translation = (context.pack.role(name) for name in ("summary", "summary_translation"))
    for group in (group for one in context.pack.form.sections for group in one.groups):
        names = (
            group.questions[group.questions.index(first) + 1 :] if first in group.questions else ()
        )
        for question in (context.pack.form.questions[name] for name in names):
            if question.type is QuestionType.TEXT and question.id != translation:
                text = context.format_answer(question)
                yield from (text,) if text else ()


def _build_summary(
    texts: Sequence[LangText], room: float, width: float, context: BuildContext
) -> Iterator[Block]:
    """Build the first paragraphs of the summary that fit."""
    room -= _HEADING_LINES
    shown: list[str] = []
    lines = [line for text in texts for line in parse_lines(text.text) if line.text.strip()]
    for line in lines:
        height = int(len(line.text) / (_LINE_LETTERS * width)) + 1 + _PARAGRAPH_LINES
        if height > room:
            break
        room -= height
        shown.append(line.text)
    while shown and lines[len(shown) - 1].is_heading:
        shown.pop()
    if shown:
        yield _head("glance.about", context)
        yield blocks.Answer("", replace(texts[0], text="\n".join(shown)))


def _build_partners(
    members: Sequence[str], budget: Budget | None, context: BuildContext
) -> Iterator[Block]:
    """Build the organisations with their places and amounts; many of them as a sentence."""
    label = context.labels.get
    yield _head("parties.title", context)
    if len(members) > _MAX_PARTNERS:
        first = context.name_item(context.pack.role("organisations"), members[0])
        count = context.format_number(len(members) - 1)
        yield blocks.Paragraph(label("glance.partners", first=first.text, n=count))
        return
    sums = budget.grant.by_organisation if budget else dict[str, Decimal]()
    locale = context.labels.locale
    longest = max(len(context.name_short(one).text) for one in members)
    columns = [
        *((Column(label("glance.short"), longest + 4),) if context.has_acronyms else ()),
        Column(label("parties.name"), 48),
        Column(label("glance.place"), 26),
        *((budget_summary.build_amount_column(15, context, "glance.grant"),) if sums else ()),
    ]
    rows: list[tuple[Cell, ...]] = []
    for one in members:
        name = context.name_item(context.pack.role("organisations"), one)
        place = LangText(organisations.format_place(one, context), context.answer_language)
        amount = LangText(formats.format_short_amount(sums.get(one, Decimal(0)), locale), locale)
        rows.append(
            (
                *((Cell(context.name_short(one)),) if context.has_acronyms else ()),
                Cell(name),
                Cell(place),
                *((Cell(amount),) if sums else ()),
            )
        )
    yield Table(
        kind=TableKind.LEDGER,
        title=label("parties.title"),
        description=label("parties.about"),
        columns=tuple(columns),
        rows=tuple(rows),
    )


def _build_parts(budget: Budget | None, context: BuildContext) -> Iterator[Block]:
    """Build the grant by category, or by the parts of a lump sum, each with a bar."""
    if budget is None or not budget.grant.total:
        return
    grant, label, locale = budget.grant, context.labels.get, context.labels.locale
    if len(grant.by_category) > 1 and not budget_summary.has_shares(context):
        title, head = label("budget.by_head"), label("budget.head")
        sums = [
            (budget_summary.get_category_name(name, context), amount)
            for name, amount in grant.by_category.items()
            if amount
        ]
        sums.sort(key=lambda one: -one[1])
    else:
        title, head = label("budget.by_part"), label("budget.part")
        parts = budget_summary.list_parts(grant, context)
        sums = [(part.name, part.column.amount) for part in parts]
    if not 1 < len(sums) <= _MAX_PARTS:
        return
    largest = max(amount for _, amount in sums)
    yield blocks.Heading(2, "", title, is_listed=False)
    yield Table(
        kind=TableKind.LEDGER,
        title=title,
        description=label("glance.parts.about"),
        columns=(
            Column(head, 46),
            budget_summary.build_amount_column(15, context, "glance.grant"),
            Column(label("budget.share"), 39),
        ),
        rows=tuple(
            (
                Cell(name),
                Cell(LangText(formats.format_short_amount(amount, locale), locale)),
                Cell(
                    LangText(formats.format_percent(amount / grant.total, locale), locale),
                    bar=float(amount / largest),
                ),
            )
            for name, amount in sums
        ),
    )


def _build_quarters(plan: _Plan, context: BuildContext) -> Iterator[Block]:
    """Build the plan on one line for each list: the numbers of its records by quarter."""
    start = context.draft.get(Key(context.pack.role("start")))
    end = computed.compute_end_date(context.draft, context.pack)
    if not isinstance(start, date) or end is None or not plan:
        return
    first = start.replace(day=1)
    count = -(-((end.year - first.year) * 12 + end.month - first.month + 1) // _QUARTER)
    if not 1 < count <= _MAX_QUARTERS:
        return
    starts = [computed.add_months(first, place * _QUARTER) for place in range(count + 1)]
    label, locale = context.labels.get, context.labels.locale
    rows: list[tuple[Cell, ...]] = []
    for list_id, records in plan.items():
        name = context.get_text(list_id, f"list.{list_id}.many").capitalise()
        cells = (
            " ".join(
                format_item_number(context.draft, context.pack, list_id, one.item)
                for one in records
                if one.days and one.days[0] < until and since <= one.days[-1]
            )
            for since, until in pairwise(starts)
        )
        rows.append((Cell(name), *(Cell(LangText(cell or "–", locale)) for cell in cells)))
    yield _head("glance.line", context)
    yield Table(
        kind=TableKind.LEDGER,
        title=label("glance.line"),
        description=label("glance.line.about"),
        columns=(
            Column(label("glance.from"), 18),
            *(
                Column(LangText(formats.format_month(one, locale), locale), 10)
                for one in starts[:-1]
            ),
        ),
        rows=tuple(rows),
    )
