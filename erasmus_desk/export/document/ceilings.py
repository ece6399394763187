"""What the proposal says about the maximum amounts of its call."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from erasmus_desk.budget.grant import CeilingState, CeilingUsage, Grant
from erasmus_desk.export.document.blocks import UNCONFIRMED_MARK, LangText
from erasmus_desk.export.document.context import BuildContext


def describe(grant: Grant, context: BuildContext) -> Iterator[LangText]:
    """Return the total as text, and for each ceiling what remains or is too much."""
    yield context.labels.get("budget.total", amount=context.format_money(grant.total))
    usages = [usage for usage in grant.ceiling_usages if usage.ceiling.enforced]
    whole = [usage for usage in usages if not usage.ceiling.category]
    of_categories = [usage for usage in usages if usage.ceiling.category and usage.requested]
    for usage in (*whole, *of_categories):
        # What remains is of use to authors only.
        if not context.is_clean or usage.state is CeilingState.OVER:
            yield _describe_ceiling(usage, context)
        elif usage.state is CeilingState.LEFT and not usage.ceiling.category:
            yield _describe_maximum(usage, context)


def _describe_ceiling(usage: CeilingUsage, context: BuildContext) -> LangText:
    ceiling = usage.ceiling
    text = context.labels.format(
        f"budget.{usage.state}",
        ceiling=context.get_text(ceiling.id, ceiling.name_text).text,
        most=_explain_maximum(usage, context),
        left=context.format_money(abs(usage.remaining)),
    )
    mark = "" if ceiling.evidence.is_confirmed or context.is_clean else f" {UNCONFIRMED_MARK}"
    return LangText(f"{text}{mark}", context.labels.language)


def _describe_maximum(usage: CeilingUsage, context: BuildContext) -> LangText:
    """Return what the call allows at most, in words, with the calculation if there is one."""
    label, format_money = context.labels.get, context.format_money
    each, count = _find_times(usage)
    name = f"budget.allowed.{usage.ceiling.per}"
    if count == 1 or name not in context.labels.words:
        return label("budget.allowed", most=format_money(usage.maximum))
    times, most = context.format_number(count), format_money(usage.maximum)
    return label(name, each=format_money(each), n=times, most=most)


def _find_times(usage: CeilingUsage) -> tuple[Decimal, Decimal]:
    """Return the amount for each month or year and their number; else the number is 1."""
    most, each = usage.maximum, usage.ceiling.amount
    count = most / each if each > 1 else Decimal(1)
    return each, count if count == count.to_integral_value() else Decimal(1)


def _explain_maximum(usage: CeilingUsage, context: BuildContext) -> str:
    """Return a maximum, with its calculation if it is an amount for each month or year."""
    most, (each, count) = context.format_money(usage.maximum), _find_times(usage)
    if count == 1:
        return most
    return f"{context.format_money(each)} × {context.format_number(count)} = {most}"
