"""The grant in the proposal: sums by category, organisation and year, ceilings, gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from erasmus_desk.budget.calculation import MissingAmount, explain
from erasmus_desk.budget.grant import CeilingUsage, Grant
from erasmus_desk.call.funding import Ceiling
from erasmus_desk.draft import visibility
from erasmus_desk.export.document.blocks import (
    Block,
    Bullets,
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
from erasmus_desk.export.document.context import BuildContext
from erasmus_desk.i18n.messages import Messages

UNCONFIRMED_MARK = "*"
"""The mark of amounts based on an unconfirmed rate."""


class Budget(Struct, frozen=True):
    """The grant of a draft, and the messages that explain it."""

    grant: Grant
    sentences: Messages


def build_summary(budget: Budget, context: BuildContext) -> list[Block]:
    """Build the budget chapter, or nothing if the call has no cost rules."""
    grant = budget.grant
    if not context.pack.funding.rules or not grant.by_category:
        return []
    blocks: list[Block] = [
        Heading(2, "", context.labels.get("budget.title")),
        *(Paragraph(line) for line in _describe_ceilings(grant, context)),
        *_build_contract_note(context),
        _build_category_table(grant, context),
    ]
    if list_unconfirmed(grant):
        blocks.append(build_mark_note(context))
    blocks.append(_build_organisation_table(grant, context))
    if len(grant.by_year) > 1:
        blocks.append(_build_year_table(grant, context))
    return [*blocks, *_build_gap_list(budget, context)]


def list_unconfirmed(grant: Grant) -> frozenset[str]:
    """Return the categories with amounts based on an unconfirmed rate."""
    return frozenset(line.category for line in grant.lines if not line.evidence.is_confirmed)


def build_mark_note(context: BuildContext) -> Paragraph:
    """Build the note that explains the mark."""
    return Paragraph(context.labels.get("budget.mark", mark=UNCONFIRMED_MARK), ParagraphRole.NOTE)


def get_category_name(category: str, context: BuildContext) -> LangText:
    """Return the name of a budget category."""
    return context.find_text(f"head.{category}.name") or LangText(category, context.answer_language)


def name_organisation(organisation: str, context: BuildContext) -> LangText:
    """Return the name of an organisation, or a label for costs without one."""
    if not organisation:
        return context.labels.get("budget.nobody")
    return context.name_item(context.pack.role("organisations"), organisation)


def build_amount_cell(amount: Decimal, context: BuildContext, *, is_bold: bool = False) -> Cell:
    """Build the cell of an amount, without its currency."""
    return Cell(LangText(context.format_amount(amount), context.labels.locale), is_bold=is_bold)


def build_sums_table(
    category: LangText,
    rows: Iterable[tuple[LangText, Decimal]],
    total: Decimal,
    title: LangText,
    context: BuildContext,
) -> Table:
    """Build a table of amounts with their shares of the total and a row of the sum.

    It has a caption, which is superfluous below a heading of the same text.
    """
    label, tongue = context.labels.get, context.labels.locale

    def share(amount: Decimal) -> LangText:
        return LangText(context.format_share(amount / total if total else total), tongue)

    cells = [
        (Cell(name), Cell(share(amount)), build_amount_cell(amount, context))
        for name, amount in rows
    ]
    cells.append(
        (
            Cell(label("budget.sum"), is_bold=True),
            Cell(share(total), is_bold=True),
            build_amount_cell(total, context, is_bold=True),
        )
    )
    return Table(
        kind=TableKind.GRID,
        title=title,
        description=label("budget.sums.about"),
        columns=(
            Column(category, 62),
            Column(label("budget.share"), 16, ColumnType.NUMBER),
            Column(
                label("budget.amount", currency=context.pack.funding.currency),
                22,
                ColumnType.NUMBER,
            ),
        ),
        rows=tuple(cells),
        has_caption=True,
    )


def _build_category_table(grant: Grant, context: BuildContext) -> Table:
    marked = list_unconfirmed(grant)
    rows: list[tuple[LangText, Decimal]] = []
    for category, amount in grant.by_category.items():
        name = get_category_name(category, context)
        shown = f"{name.text} {UNCONFIRMED_MARK}" if category in marked else name.text
        rows.append((LangText(shown, name.language), amount))
    label = context.labels.get
    return build_sums_table(
        label("budget.head"), rows, grant.total, label("budget.by_head"), context
    )


def _build_organisation_table(grant: Grant, context: BuildContext) -> Table:
    rows = [
        (name_organisation(one, context), amount) for one, amount in grant.by_organisation.items()
    ]
    label = context.labels.get
    title = label("budget.by_organisation")
    return build_sums_table(label("budget.organisation"), rows, grant.total, title, context)


def _build_year_table(grant: Grant, context: BuildContext) -> Table:
    label = context.labels.get
    rows = [
        (LangText(str(year), context.labels.locale) if year else label("budget.undated"), amount)
        for year, amount in grant.by_year.items()
    ]
    return build_sums_table(
        label("budget.year"), rows, grant.total, label("budget.by_year"), context
    )


def _describe_ceilings(grant: Grant, context: BuildContext) -> Iterator[LangText]:
    """Return the total as text, and for each ceiling what remains or is too much."""
    yield context.labels.get("budget.total", amount=context.format_money(grant.total))
    usages = [usage for usage in grant.ceiling_usages if usage.ceiling.enforced]
    whole = [usage for usage in usages if not usage.ceiling.category]
    of_categories = [usage for usage in usages if usage.ceiling.category and usage.requested]
    for usage in (*whole, *of_categories):
        yield _describe_ceiling(usage, context)


def _build_contract_note(context: BuildContext) -> Iterator[Paragraph]:
    """Build the rule of the action on the grant agreement, if the call has one."""
    action = visibility.find_action(context.draft, context.pack)
    rule = context.find_text(f"action.{action.id}.contract") if action else None
    if rule:
        yield Paragraph(rule, ParagraphRole.NOTE)


def _describe_ceiling(usage: CeilingUsage, context: BuildContext) -> LangText:
    label = "budget.left" if usage.remaining >= 0 else "budget.over"
    text = context.labels.format(
        label,
        ceiling=_name_ceiling(usage.ceiling, context),
        most=context.format_money(usage.maximum),
        left=context.format_money(abs(usage.remaining)),
    )
    if not usage.ceiling.evidence.is_confirmed:
        text = f"{text} {UNCONFIRMED_MARK}"
    return LangText(text, context.labels.language)


def _name_ceiling(ceiling: Ceiling, context: BuildContext) -> str:
    found = context.find_text(f"ceiling.{ceiling.id}.name")
    return found.text if found else ceiling.id


def _build_gap_list(budget: Budget, context: BuildContext) -> Iterator[Block]:
    """Build the list of missing amounts, which are in no sum."""
    if not budget.grant.missing:
        return
    yield Heading(3, "", context.labels.get("budget.gaps"))
    yield Paragraph(context.labels.get("budget.gaps.about"), ParagraphRole.MISSING)
    yield Bullets(
        tuple(describe_missing_amount(missing, budget, context) for missing in budget.grant.missing)
    )


def describe_missing_amount(
    missing: MissingAmount, budget: Budget, context: BuildContext
) -> LangText:
    """Return where an amount is missing, and why."""
    where = [get_category_name(missing.category, context).text]
    if missing.activity:
        where.append(context.name_item(missing.activity.question, missing.activity.item).text)
    if missing.organisation:
        where.append(name_organisation(missing.organisation, context).text)
    why = explain(missing.reasons, budget.sentences, context.texts)
    return LangText(f"{', '.join(where)}: {why}", budget.sentences.language)
