"""What is in no sum of the grant: amounts that are missing, and persons without a grant."""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.budget.calculation import BudgetLine, MissingAmount
from erasmus_desk.export.document import blocks, budget_summary
from erasmus_desk.export.document.blocks import Block, LangText
from erasmus_desk.export.document.budget_summary import Budget
from erasmus_desk.export.document.context import BuildContext
from erasmus_desk.i18n import formats


def build_gaps(budget: Budget, context: BuildContext) -> Iterator[Block]:
    """Build the lists of what is not in the total; none is empty."""
    yield from _build_gap_list(budget, context)
    yield from _build_unfunded_list(budget, context)


def _build_gap_list(budget: Budget, context: BuildContext) -> Iterator[Block]:
    """Build the list of missing amounts, which are in no sum."""
    if not budget.grant.missing:
        return
    yield blocks.Heading(3, "", context.labels.get("budget.gaps"))
    yield blocks.Paragraph(context.labels.get("budget.gaps.about"), blocks.ParagraphRole.MISSING)
    yield blocks.Bullets(
        tuple(describe_missing_amount(missing, budget, context) for missing in budget.grant.missing)
    )


def _build_unfunded_list(budget: Budget, context: BuildContext) -> Iterator[Block]:
    """Build the list of amounts of persons who get no grant, which are in no sum."""
    grant = budget.grant
    if not grant.unfunded:
        return
    together = context.format_money(grant.unfunded_total)
    yield blocks.Heading(3, "", context.labels.get("budget.unfunded"))
    yield blocks.Paragraph(context.labels.get("budget.unfunded.about", amount=together))
    lines = ((line, describe_missing_amount(line, budget, context)) for line in grant.unfunded)
    yield blocks.Bullets(
        tuple(
            LangText(
                formats.join_label(context.format_money(line.amount), text.text, text.language),
                text.language,
            )
            for line, text in lines
        )
    )


def describe_missing_amount(
    missing: MissingAmount | BudgetLine, budget: Budget, context: BuildContext
) -> LangText:
    """Return where an amount is missing, or not in the total, and why."""
    where = [budget_summary.get_category_name(missing.category, context).text]
    if missing.activity:
        where.append(context.name_item(missing.activity.question, missing.activity.item).text)
    if missing.organisation:
        where.append(budget_summary.name_organisation(missing.organisation, context).text)
    why = budget.explain(missing.reasons, context.texts)
    text = formats.join_label(", ".join(where), why.text, why.language)
    return LangText(text, why.language)
