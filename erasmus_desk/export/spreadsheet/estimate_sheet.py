"""The sheet of estimates: rows of real costs with their formulas, and sums beside the amounts."""

from __future__ import annotations

from decimal import Decimal

from erasmus_desk.budget.estimates import EstimateState, list_outermost, sum_estimates
from erasmus_desk.draft import display_names
from erasmus_desk.export.document.context import BuildContext
from erasmus_desk.export.spreadsheet import cost_lines
from erasmus_desk.export.spreadsheet.cells import (
    CellStyle,
    Sheet,
    SheetCell,
    format_address,
    format_range,
)

_NUMBER, _NAME, _INSIDE, _KIND, _TIMES = range(5)
_ASKED, _SUM, _OVER = 2, 3, 4
_WIDTHS = (9, 46, 46, 26, *((14,) * 6))


def build_estimate_sheet(estimates: tuple[EstimateState, ...], context: BuildContext) -> Sheet:
    """Build the sheet: first the rows that are estimated, then their sums by part.

    An empty number counts once, as `PRODUCT` leaves out an empty cell.
    """
    most = max(len(one.estimate.times) for one in estimates)
    sheet = Sheet(
        cost_lines.get_label("estimate", context), _WIDTHS, 1, number_columns=range(_TIMES, 12)
    )
    _add_head(sheet, estimates, most, context)
    outermost = list_outermost(estimates)
    for number, part in enumerate(outermost, start=1):
        inside = [one for one in estimates if one is part or part.place in one.around]
        for state in inside:
            name = "" if state is part else _name(state, context)
            _add_lines(sheet, number, (_name(part, context), name), state, most, context)
    _add_sums(sheet, estimates, outermost, sheet.next_row - 1, _TIMES + most + 1, context)
    return sheet


def _add_head(
    sheet: Sheet, estimates: tuple[EstimateState, ...], most: int, context: BuildContext
) -> None:
    """Add the headings, in the words of the estimate that counts the most."""
    estimate = next(one.estimate for one in estimates if len(one.estimate.times) == most)
    asked = (*((estimate.kind,) if estimate.kind else ()), *estimate.times, estimate.price)
    words = [context.get_label(name).text for name in asked]
    if not estimate.kind:
        words.insert(0, "")
    names = ("number_of", "for", "activity")
    labels = [cost_lines.get_label(name, context) for name in names]
    sheet.add_head((*labels, *words, cost_lines.get_label("amount", context)))


def _add_lines(
    sheet: Sheet,
    number: int,
    names: tuple[str, str],
    state: EstimateState,
    most: int,
    context: BuildContext,
) -> None:
    for line in state.lines:
        row = sheet.next_row
        times = [*line.times, *((None,) * (most - len(line.times)))]
        kind = (
            context.name_option(context.pack.form.questions[state.estimate.kind], line.kind)
            if line.kind
            else None
        )
        span = f"{format_address(row, _TIMES)}:{format_address(row, _TIMES + most)}"
        sheet.add(
            SheetCell(Decimal(number), CellStyle.COUNT),
            *(SheetCell(name) for name in names),
            None if kind is None else SheetCell(kind.text),
            *(None if one is None else SheetCell(Decimal(one), CellStyle.COUNT) for one in times),
            None if line.price is None else SheetCell(line.price, CellStyle.MONEY),
            None
            if line.amount is None
            else SheetCell(line.amount, CellStyle.MONEY, f"ROUND(PRODUCT({span}),2)"),
        )


def _add_sums(
    sheet: Sheet,
    estimates: tuple[EstimateState, ...],
    outermost: tuple[EstimateState, ...],
    last: int,
    amounts: int,
    context: BuildContext,
) -> None:
    """Add what is estimated for each part beside what is asked for, and all of it."""
    sheet.add()
    title = context.get_text("estimate", "pack.estimate.name").text
    sheet.add(SheetCell(title, CellStyle.PART))
    names = ("number_of", "for", "amount", "estimate", "over")
    sheet.add_head(cost_lines.get_label(name, context) for name in names)
    first = sheet.next_row
    numbers, sums = (format_range(one, 1, max(1, last)) for one in (_NUMBER, amounts))
    total_asked, total = Decimal(0), Decimal(0)
    for number, part in enumerate(outermost, start=1):
        row, asked = sheet.next_row, part.asked or Decimal(0)
        found = sum_estimates(estimates, part.key, part.owner).total
        total_asked, total = total_asked + asked, total + found
        formula = f"SUMIF({numbers},{format_address(row, _NUMBER)},{sums})"
        sheet.add(
            SheetCell(Decimal(number), CellStyle.COUNT),
            SheetCell(_name(part, context)),
            SheetCell(asked, CellStyle.MONEY),
            SheetCell(found, CellStyle.MONEY, formula),
            SheetCell(found - asked, CellStyle.MONEY, _subtract(row)),
        )
    row = sheet.next_row
    sheet.add(
        None,
        SheetCell(cost_lines.get_label("sum", context), CellStyle.SUM),
        *(
            SheetCell(value, CellStyle.SUM_MONEY, f"SUM({format_range(column, first, row - 1)})")
            for column, value in ((_ASKED, total_asked), (_SUM, total))
        ),
        SheetCell(total - total_asked, CellStyle.SUM_MONEY, _subtract(row)),
    )


def _subtract(row: int) -> str:
    return f"{format_address(row, _SUM)}-{format_address(row, _ASKED)}"


def _name(state: EstimateState, context: BuildContext) -> str:
    """Return the number and title of the item that has the amount, or the title of its section."""
    if state.owner:
        draft, pack = context.draft, context.pack
        return display_names.format_item_title(draft, pack, state.owner, state.key.item)
    section = context.pack.form.section_of(state.key.question)
    name = section.id if section else ""
    return context.get_text(name, f"section.{name}.title").text
