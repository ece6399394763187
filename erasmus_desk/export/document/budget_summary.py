"""The grant in the proposal: sums by category, organisation and year, ceilings, gaps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.budget.calculation import Reason, explain
from erasmus_desk.budget.grant import Grant
from erasmus_desk.budget.matrix import find_matrix
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft import visibility
from erasmus_desk.draft.display_names import format_item_number
from erasmus_desk.draft.model import Key
from erasmus_desk.export.document import blocks, ceilings
from erasmus_desk.export.document.blocks import (
    UNCONFIRMED_MARK,
    Block,
    Cell,
    Column,
    LangText,
    Table,
)
from erasmus_desk.export.document.context import BuildContext
from erasmus_desk.i18n import formats
from erasmus_desk.i18n.messages import Messages

_MAX_COLUMNS = 6
"""Parts of a lump sum up to which a portrait page has room for a column for each."""
_MATRIX_WIDTHS = (38, 9, 9)
"""Shares of the width for a name, an amount and a total."""
_AMOUNT_SHARE, _AMOUNTS_SHARE = 10, 72
"""Shares of the width for an amount in a table of all categories at most, and for all of them."""
_NAME_MARGIN = 6
"""Share of the width that an acronym needs beside its letters."""
_ZERO = Decimal(0)


class Budget(Struct, frozen=True):
    """The grant of a draft, and the messages that explain it."""

    grant: Grant
    sentences: Messages

    def explain(self, reasons: tuple[Reason, ...], texts: Texts) -> LangText:
        """Return the reasons of an amount as text."""
        return LangText(explain(reasons, self.sentences, texts), self.sentences.language)


def build_summary(budget: Budget, context: BuildContext) -> Iterator[Block]:
    """Build the budget chapter, or nothing if the call has no cost rules."""
    grant = budget.grant
    if not context.pack.funding.rules or not grant.by_category:
        return
    yield blocks.Heading(2, "", context.labels.get("budget.title"))
    sentences = list(ceilings.describe(grant, context))
    if context.is_clean:
        text = " ".join(one.text for one in sentences)
        sentences = [LangText(text, sentences[0].language)]
    yield from map(blocks.Paragraph, sentences)
    action = visibility.find_action(context.draft, context.pack)
    rule = context.find_text(f"action.{action.id}.contract") if action else None
    if rule:
        yield blocks.Paragraph(rule, blocks.ParagraphRole.NOTE)
    yield from (
        _build_division(grant, context) if has_shares(context) else _build_sums(grant, context)
    )


def has_shares(context: BuildContext) -> bool:
    """Return whether the call shares a lump sum out among organisations, part by part."""
    return find_matrix(context.pack) is not None


def _build_division(grant: Grant, context: BuildContext) -> Iterator[Table]:
    """Build the parts of a lump sum, and what each organisation gets of them.

    If there is no room for a column for each part, there are only the sums of the organisations.
    """
    parts = [*list_parts(grant, context)]
    sums = ((part.name, part.column.amount) for part in parts)
    head = context.labels.get("budget.part")
    yield build_sums_table(head, "budget.by_part", sums, grant.total, context)
    if len(parts) > _MAX_COLUMNS:
        yield _build_organisations(grant, context)
        return
    columns = [part.column for part in parts]
    matrix = build_matrix("budget.by_share", columns, _MATRIX_WIDTHS, grant, context)
    yield replace(matrix, has_caption=True)


class LumpSumPart(Struct, frozen=True):
    """A part of a lump sum: an activity, or a budget category without activities."""

    category: str
    activity: Key | None
    name: LangText
    column: AmountColumn


def list_parts(grant: Grant, context: BuildContext) -> Iterator[LumpSumPart]:
    """Yield the parts of a lump sum in the order of the call; a column has the short name."""
    for category in grant.by_category:
        of_category = [line for line in grant.lines if line.category == category]
        for activity in dict.fromkeys(line.activity for line in of_category):
            name = get_category_name(category, context)
            short = context.find_text(f"head.{category}.short") or name
            if activity is not None:
                where = (activity.question, activity.item)
                name = context.name_item(*where)
                number = format_item_number(context.draft, context.pack, *where)
                short = LangText(number, context.answer_language)
            shares = defaultdict[str, Decimal](Decimal)
            for line in of_category:
                if line.activity == activity:
                    shares[line.organisation] += line.amount
            yield LumpSumPart(category, activity, name, AmountColumn(short, shares))


def _build_sums(grant: Grant, context: BuildContext) -> Iterator[Block]:
    """Build the sums by category, organisation and, if it is no lump sum, by year."""
    if context.is_clean and len(grant.by_category) > 1:
        yield from _build_short_sums(grant, context)
        return
    label, total = context.labels.get, grant.total
    if len(context.pack.funding.categories) > 1:
        categories = _list_category_amounts(grant, context)
        yield build_sums_table(label("budget.head"), "budget.by_head", categories, total, context)
    if list_unconfirmed(grant) and not context.is_clean:
        yield build_mark_note(context)
    if grant.organisation_sums:
        yield _build_organisations(grant, context)
    sums = grant.dated_sums
    if len(sums) > 1:
        undated, locale = label("budget.undated"), context.labels.locale
        named_years = ((LangText(str(one), locale) if one else undated) for one in sums)
        years = zip(named_years, sums.values(), strict=True)
        yield build_sums_table(label("budget.year"), "budget.by_year", years, total, context)


def _build_short_sums(grant: Grant, context: BuildContext) -> Iterator[Block]:
    """Build the sums by organisation and category as one table, those by year as a line."""
    amounts = sum_lines(grant)
    columns = [
        AmountColumn(
            get_category_name(category, context),
            {one: amounts[one, category] for one in grant.by_organisation},
        )
        for category, amount in grant.by_category.items()
        if amount
    ]
    widths = _divide_width(len(columns) + 1, grant, context)
    sums, locale = grant.dated_sums, context.labels.locale
    if len(sums) > 1:
        years = (
            formats.join_label(
                str(year or context.labels.format("budget.undated")),
                formats.format_short_amount(amount, locale),
                context.labels.language,
            )
            for year, amount in sums.items()
        )
        line = blocks.FactPart(LangText(" · ".join(years), locale))
        currency = grant.currency
        yield blocks.FactLine(context.labels.get("budget.years", currency=currency), (line,))
    yield build_matrix("budget.matrix", columns, widths, grant, context, is_vertical=True)


def _divide_width(amounts: int, grant: Grant, context: BuildContext) -> tuple[int, int, int]:
    """Return the shares of the width for a name, an amount and a total: acronyms need little."""
    if context.has_acronyms:
        longest = max(len(context.name_short(one).text) for one in grant.by_organisation if one)
        amount = (100 - longest - _NAME_MARGIN) // amounts
        # `build_matrix` halves the share of an acronym.
        return 2 * (100 - amount * amounts), amount, amount
    amount = min(_AMOUNT_SHARE, _AMOUNTS_SHARE // amounts)
    return 100 - amount * amounts, amount, amount


def _build_organisations(grant: Grant, context: BuildContext) -> Table:
    sums = grant.by_organisation.items()
    named = ((name_organisation(one, context), amount) for one, amount in sums)
    head = label_organisations(context)
    return build_sums_table(head, "budget.by_organisation", named, grant.total, context)


def label_organisations(context: BuildContext) -> LangText:
    """Return the label of the organisations to which amounts are added.

    Where every amount goes to the organisation of one question, such as the leading one of an
    activity, the question says which that is.
    """
    receiver = context.pack.funding.receiver
    return context.get_label(receiver) if receiver else context.labels.get("budget.organisation")


def list_unconfirmed(grant: Grant) -> frozenset[str]:
    """Return the categories with amounts based on an unconfirmed rate."""
    return frozenset(line.category for line in grant.lines if not line.evidence.is_confirmed)


def build_mark_note(context: BuildContext) -> blocks.Paragraph:
    """Build the note that explains the mark."""
    return blocks.Paragraph(
        context.labels.get("budget.mark", mark=UNCONFIRMED_MARK), blocks.ParagraphRole.NOTE
    )


def get_category_name(category: str, context: BuildContext) -> LangText:
    """Return the name of a budget category."""
    return context.get_text(category, f"head.{category}.name")


def name_organisation(organisation: str, context: BuildContext) -> LangText:
    """Return the name of an organisation, or a label for costs without one."""
    if not organisation:
        return context.labels.get("budget.nobody")
    return context.name_item(context.pack.role("organisations"), organisation)


def sum_lines(grant: Grant) -> Mapping[tuple[str, str], Decimal]:
    """Return the amounts by organisation and category; others are 0."""
    amounts = defaultdict[tuple[str, str], Decimal](Decimal)
    for line in grant.lines:
        amounts[line.organisation, line.category] += line.amount
    return amounts


class AmountColumn(Struct, frozen=True):
    """A column of a matrix: its header, and the amount of each organisation that has one."""

    head: LangText
    shares: Mapping[str, Decimal]

    @property
    def amount(self) -> Decimal:
        """The sum of the column."""
        return sum(self.shares.values(), _ZERO)


def build_matrix(
    title: str,
    columns: Sequence[AmountColumn],
    widths: tuple[int, int, int],
    grant: Grant,
    context: BuildContext,
    *,
    is_vertical: bool = False,
) -> Table:
    """Build a table with a row for each organisation, and the sums of rows and columns.

    `title` is a label, as is `{title}.about`; `widths` are those of a name, an amount and a total.
    For an assessor, organisations are named by their acronyms.
    """
    label = context.labels.get

    def build_row(
        name: LangText, parts: Iterable[Decimal], total: Decimal, *, is_bold: bool = False
    ) -> tuple[Cell, ...]:
        cells = (build_amount_cell(part, context, is_bold=is_bold) for part in parts)
        sum_cell = build_amount_cell(total, context, is_bold=True)
        return Cell(name, is_bold=is_bold), *cells, sum_cell

    rows = [
        build_row(
            context.name_short(one) if context.has_acronyms else name_organisation(one, context),
            (part.shares.get(one, _ZERO) for part in columns),
            total,
        )
        for one, total in grant.by_organisation.items()
    ]
    sums = (part.amount for part in columns)
    rows.append(build_row(label("budget.sum"), sums, grant.total, is_bold=True))
    name_width, amount_width, total_width = widths
    if context.has_acronyms:
        name_width //= 2
    number = blocks.ColumnType.NUMBER
    # Only a table with a caption says the currency there.
    total_head = "budget.sum_in" if is_vertical and context.is_clean else "budget.sum"
    return Table(
        kind=blocks.TableKind.LEDGER,
        title=label(title, currency=grant.currency),
        description=label(f"{title}.about", currency=grant.currency),
        columns=(
            Column(label_organisations(context), name_width),
            *(Column(one.head, amount_width, number, is_vertical=is_vertical) for one in columns),
            Column(label(total_head, currency=grant.currency), total_width, number),
        ),
        rows=tuple(rows),
    )


def build_amount_cell(amount: Decimal, context: BuildContext, *, is_bold: bool = False) -> Cell:
    """Build the cell of an amount, without its currency."""
    locale = context.labels.locale
    shape = formats.format_short_amount if context.is_clean else formats.format_amount
    return Cell(LangText(shape(amount, locale), locale), is_bold=is_bold)


def build_amount_column(weight: int, context: BuildContext, label: str = "budget.amount") -> Column:
    """Build the column of amounts in the currency of the call."""
    head = context.labels.get(label, currency=context.pack.funding.currency)
    return Column(head, weight, blocks.ColumnType.NUMBER)


def build_sums_table(
    category: LangText,
    title: str,
    rows: Iterable[tuple[LangText, Decimal]],
    total: Decimal,
    context: BuildContext,
    kind: blocks.TableKind = blocks.TableKind.GRID,
) -> Table:
    """Build a table of amounts with their shares of the total and a row of the sum.

    `category` heads the names; `title` is a label. Only a grid has a caption, others are below
    a heading.
    """
    label, locale = context.labels.get, context.labels.locale

    def build_row(name: LangText, amount: Decimal, *, is_bold: bool = False) -> tuple[Cell, ...]:
        share = formats.format_percent(amount / total if total else total, locale)
        amount_cell = build_amount_cell(amount, context, is_bold=is_bold)
        return (
            Cell(name, is_bold=is_bold),
            Cell(LangText(share, locale), is_bold=is_bold),
            amount_cell,
        )

    return Table(
        kind=kind,
        title=label(title),
        description=label("budget.sums.about"),
        columns=(
            Column(category, 62),
            Column(label("budget.share"), 16, blocks.ColumnType.NUMBER),
            build_amount_column(22, context),
        ),
        rows=(
            *(build_row(name, amount) for name, amount in rows),
            build_row(label("budget.sum"), total, is_bold=True),
        ),
        has_caption=kind is blocks.TableKind.GRID,
    )


def _list_category_amounts(
    grant: Grant, context: BuildContext
) -> Iterator[tuple[LangText, Decimal]]:
    marked = frozenset[str]() if context.is_clean else list_unconfirmed(grant)
    for category, amount in grant.by_category.items():
        name = get_category_name(category, context)
        mark = f" {UNCONFIRMED_MARK}" if category in marked else ""
        yield LangText(f"{name.text}{mark}", name.language), amount
