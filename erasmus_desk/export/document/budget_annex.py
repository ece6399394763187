"""The budget annex: amounts by organisation and category, and every line with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby

from erasmus_desk.budget.calculation import BudgetLine
from erasmus_desk.budget.grant import Grant
from erasmus_desk.draft.model import Key
from erasmus_desk.export.document import blocks, budget_summary, questions
from erasmus_desk.export.document.blocks import Block, Cell, Column, LangText, Table
from erasmus_desk.export.document.budget_summary import AmountColumn, Budget
from erasmus_desk.export.document.context import BuildContext

_ZERO = Decimal(0)
_MAX_NAME_WEIGHT, _MAX_REASON_WEIGHT = 44, 110
"""Maximum weights of names and reasons: the letters of a line."""
_PAGE_WIDTH, _MIN_NAME_WIDTH, _AMOUNT_WIDTH, _TOTAL_WIDTH = 694, 110, 62, 72
"""In points: a landscape page between its margins, a name at least, an amount, a total."""


def build_annex(budget: Budget, context: BuildContext) -> Iterator[Block]:
    """Build the annex, for a landscape page if it is wide, or nothing without budget lines.

    Where the call shares a lump sum out, all of them are in the summary.
    """
    grant = budget.grant
    if not grant.lines or budget_summary.has_shares(context):
        return
    has_rates = any("table" in rule.binds for rule in context.pack.funding.rules)
    has_categories = len(context.pack.funding.categories) > 1
    if has_categories:
        yield blocks.Heading(2, "", context.labels.get("budget.matrix"))
        yield _build_matrix(grant, context)
    if by_activity := grant.activity_sums:
        keys = sort_activities(by_activity, context)
        rows = ((context.name_item(key.question, key.item), by_activity[key]) for key in keys)
        total, kind = sum(by_activity.values(), _ZERO), blocks.TableKind.LEDGER
        label, head = "budget.by_activity", context.labels.get("budget.activity")
        yield blocks.Heading(2, "", context.labels.get(label))
        yield budget_summary.build_sums_table(head, label, rows, total, context, kind)
    # Amounts of activities that were typed are all in that table.
    if has_rates or has_categories or not by_activity:
        for category in _list_used_categories(grant):
            yield from _build_category(category, budget, context)
    # A section ends with a paragraph; the note keeps that from being empty on a new page.
    name = "budget.end" if has_rates else "budget.end.typed"
    end = blocks.Paragraph(context.labels.get(name), blocks.ParagraphRole.NOTE)
    yield budget_summary.build_mark_note(context) if budget_summary.list_unconfirmed(grant) else end


def sort_activities(activities: Iterable[Key], context: BuildContext) -> list[Key]:
    """Return activities in the order of the timetable: by list, then as the user has them."""
    order = list(context.pack.form.lists)

    def place(key: Key) -> tuple[int, int]:
        return order.index(key.question), context.draft.items(key.question).index(key.item)

    return sorted(activities, key=place)


def _list_used_categories(grant: Grant) -> list[str]:
    """Return the categories that have lines, in the order of the call."""
    used = {line.category for line in grant.lines}
    return [category for category in grant.by_category if category in used]


def _build_matrix(grant: Grant, context: BuildContext) -> Table:
    """Build a table with a row for each organisation and a column for each used category."""
    amounts = budget_summary.sum_lines(grant)
    columns = [
        AmountColumn(
            budget_summary.get_category_name(category, context),
            {one: amounts[one, category] for one in grant.by_organisation},
        )
        for category in _list_used_categories(grant)
    ]
    left = _PAGE_WIDTH - _AMOUNT_WIDTH * len(columns) - _TOTAL_WIDTH
    widths = max(_MIN_NAME_WIDTH, left), _AMOUNT_WIDTH, _TOTAL_WIDTH
    return budget_summary.build_matrix(
        "budget.matrix", columns, widths, grant, context, is_vertical=True
    )


def _build_category(category: str, budget: Budget, context: BuildContext) -> Iterator[Block]:
    """Build the heading and the table of a category: all its lines and their sum."""
    label = context.labels.get
    name = budget_summary.get_category_name(category, context)
    yield blocks.Heading(2, "", name)
    yield from questions.build_intro(context, f"head.{category}.rule")
    lines = [line for line in budget.grant.lines if line.category == category]
    has_activity = any(line.activity for line in lines)
    none = label("budget.no_activity")
    rows: list[tuple[Cell, ...]] = []
    for activity, group in groupby(lines, key=lambda line: line.activity):
        own = list(group)
        if has_activity:
            amount = sum((one.amount for one in own), _ZERO)
            head = context.name_item(activity.question, activity.item) if activity else none
            rows.append(_build_sum_row(head, amount, context, label("budget.together")))
        rows += [_build_line_row(line, budget, context) for line in own]
    name_share, why_share = (
        min(most, max(len(row[place].text.text) for row in rows))
        for place, most in enumerate((_MAX_NAME_WEIGHT, _MAX_REASON_WEIGHT))
    )
    rows.append(_build_sum_row(label("budget.sum"), budget.grant.by_category[category], context))
    yield Table(
        kind=blocks.TableKind.LEDGER,
        title=name,
        description=label("budget.grouped.about" if has_activity else "budget.lines.about"),
        columns=(
            Column(label("budget.where" if has_activity else "budget.organisation"), name_share),
            Column(label("budget.because"), why_share),
            budget_summary.build_amount_column(14, context),
            Column(label("budget.check"), 9),
        ),
        rows=tuple(rows),
    )


def _build_line_row(line: BudgetLine, budget: Budget, context: BuildContext) -> tuple[Cell, ...]:
    mark = "" if line.evidence.is_confirmed else budget_summary.UNCONFIRMED_MARK
    return (
        Cell(budget_summary.name_organisation(line.organisation, context)),
        Cell(budget.explain(line.reasons, context.texts)),
        budget_summary.build_amount_cell(line.amount, context),
        Cell(LangText(mark, context.answer_language)),
    )


def _build_sum_row(
    name: LangText, amount: Decimal, context: BuildContext, about: LangText | None = None
) -> tuple[Cell, ...]:
    nothing = LangText("\u00a0", context.answer_language)
    first, second, last = (Cell(one, is_bold=True) for one in (name, about or nothing, nothing))
    return first, second, budget_summary.build_amount_cell(amount, context, is_bold=True), last
