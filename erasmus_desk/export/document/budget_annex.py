"""The budget annex: amounts by organisation and category, and every line with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby

from msgspec.structs import replace

from erasmus_desk.budget.calculation import BudgetLine, explain
from erasmus_desk.budget.grant import Grant
from erasmus_desk.draft.model import Key
from erasmus_desk.export.document.blocks import (
    Block,
    Cell,
    Column,
    ColumnType,
    Heading,
    LangText,
    Paragraph,
    ParagraphRole,
    Table,
    TableKind,
)
from erasmus_desk.export.document.budget_summary import (
    UNCONFIRMED_MARK,
    Budget,
    build_amount_cell,
    build_mark_note,
    build_sums_table,
    get_category_name,
    list_unconfirmed,
    name_organisation,
)
from erasmus_desk.export.document.context import BuildContext

_ZERO = Decimal(0)
_MAX_NAME_WEIGHT, _MAX_REASON_WEIGHT = 44, 110
"""Maximum weights of names and reasons: the letters of a line."""
_PAGE_WIDTH, _MIN_NAME_WIDTH, _AMOUNT_WIDTH, _TOTAL_WIDTH = 694, 110, 62, 72
"""In points: a landscape page between its margins, a name at least, an amount, a total."""


def build_annex(budget: Budget, context: BuildContext) -> list[Block]:
    """Build the annex for a landscape page, or nothing without budget lines."""
    grant = budget.grant
    if not grant.lines:
        return []
    label = context.labels.get
    blocks: list[Block] = [Heading(2, "", label("budget.matrix")), _build_matrix(grant, context)]
    if grant.by_activity:
        rows = (
            (context.name_item(key.question, key.item), grant.by_activity[key])
            for key in sort_activities(grant.by_activity, context)
        )
        total = sum(grant.by_activity.values(), _ZERO)
        title = label("budget.by_activity")
        blocks += [
            Heading(2, "", title),
            replace(
                build_sums_table(label("budget.activity"), rows, total, title, context),
                kind=TableKind.LEDGER,
                has_caption=False,
            ),
        ]
    for category in _list_used_categories(grant):
        blocks += _build_category(category, budget, context)
    # A section ends with a paragraph; the note keeps that from being empty on a new page.
    return [
        *blocks,
        build_mark_note(context) if list_unconfirmed(grant) else _build_end_note(context),
    ]


def sort_activities(activities: Iterable[Key], context: BuildContext) -> list[Key]:
    """Return activities in the order of the timetable: by list, then as the user has them."""
    order = list(context.pack.form.lists)

    def place(key: Key) -> tuple[int, int]:
        return order.index(key.question), context.draft.items(key.question).index(key.item)

    return sorted(activities, key=place)


def _build_end_note(context: BuildContext) -> Paragraph:
    return Paragraph(context.labels.get("budget.end"), ParagraphRole.NOTE)


def _list_used_categories(grant: Grant) -> list[str]:
    """Return the categories that have lines, in the order of the call."""
    used = {line.category for line in grant.lines}
    return [category for category in grant.by_category if category in used]


def _build_matrix(grant: Grant, context: BuildContext) -> Table:
    """Build a table with a row for each organisation and a column for each used category."""
    label = context.labels.get
    categories = _list_used_categories(grant)
    cells: dict[tuple[str, str], Decimal] = {}
    for line in grant.lines:
        place = (line.organisation, line.category)
        cells[place] = cells.get(place, _ZERO) + line.amount
    rows = [
        (
            Cell(name_organisation(one, context)),
            *(
                build_amount_cell(cells.get((one, category), _ZERO), context)
                for category in categories
            ),
            build_amount_cell(amount, context, is_bold=True),
        )
        for one, amount in grant.by_organisation.items()
    ]
    rows.append(
        (
            Cell(label("budget.sum"), is_bold=True),
            *(
                build_amount_cell(grant.by_category[category], context, is_bold=True)
                for category in categories
            ),
            build_amount_cell(grant.total, context, is_bold=True),
        )
    )
    names = [get_category_name(category, context) for category in categories]
    left = _PAGE_WIDTH - _AMOUNT_WIDTH * len(names) - _TOTAL_WIDTH
    return Table(
        kind=TableKind.LEDGER,
        title=label("budget.matrix"),
        description=label("budget.matrix.about", currency=grant.currency),
        columns=(
            Column(label("budget.organisation"), max(_MIN_NAME_WIDTH, left)),
            *(Column(name, _AMOUNT_WIDTH, ColumnType.NUMBER, is_vertical=True) for name in names),
            Column(label("budget.sum"), _TOTAL_WIDTH, ColumnType.NUMBER),
        ),
        rows=tuple(rows),
    )


def _build_category(category: str, budget: Budget, context: BuildContext) -> Iterator[Block]:
    """Build the heading and the table of a category: all its lines and their sum."""
    label = context.labels.get
    name = get_category_name(category, context)
    yield Heading(2, "", name)
    if not context.is_clean:
        for part in context.list_paragraphs(f"head.{category}.rule"):
            yield Paragraph(part, ParagraphRole.INTRO)
    lines = [line for line in budget.grant.lines if line.category == category]
    has_activity = any(line.activity for line in lines)
    rows: list[tuple[Cell, ...]] = []
    for activity, group in groupby(lines, key=lambda line: line.activity):
        own = list(group)
        if has_activity:
            rows.append(
                _build_activity_row(activity, sum((one.amount for one in own), _ZERO), context)
            )
        rows += [_build_line_row(line, budget, context) for line in own]
    name_share, why_share = (
        min(most, max(len(row[place].text.text) for row in rows))
        for place, most in enumerate((_MAX_NAME_WEIGHT, _MAX_REASON_WEIGHT))
    )
    rows.append(_build_sum_row(label("budget.sum"), budget.grant.by_category[category], context))
    yield Table(
        kind=TableKind.LEDGER,
        title=name,
        description=label("budget.grouped.about" if has_activity else "budget.lines.about"),
        columns=(
            Column(label("budget.where" if has_activity else "budget.organisation"), name_share),
            Column(label("budget.because"), why_share),
            Column(label("budget.amount", currency=budget.grant.currency), 14, ColumnType.NUMBER),
            Column(label("budget.check"), 9),
        ),
        rows=tuple(rows),
    )


def _build_line_row(line: BudgetLine, budget: Budget, context: BuildContext) -> tuple[Cell, ...]:
    why = LangText(
        explain(line.reasons, budget.sentences, context.texts), budget.sentences.language
    )
    mark = "" if line.evidence.is_confirmed else UNCONFIRMED_MARK
    return (
        Cell(name_organisation(line.organisation, context)),
        Cell(why),
        build_amount_cell(line.amount, context),
        Cell(LangText(mark, context.answer_language)),
    )


def _build_activity_row(
    activity: Key | None, amount: Decimal, context: BuildContext
) -> tuple[Cell, ...]:
    """Build the row above the lines of an activity, with their sum."""
    none = context.labels.get("budget.no_activity")
    name = context.name_item(activity.question, activity.item) if activity else none
    return _build_sum_row(name, amount, context, "budget.together")


def _build_sum_row(
    name: LangText, amount: Decimal, context: BuildContext, label: str = ""
) -> tuple[Cell, ...]:
    nothing = Cell(LangText("\u00a0", context.answer_language), is_bold=True)
    about = Cell(context.labels.get(label), is_bold=True) if label else nothing
    return (
        Cell(name, is_bold=True),
        about,
        build_amount_cell(amount, context, is_bold=True),
        nothing,
    )
