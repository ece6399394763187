"""The sheets of budget lines and rates, with the formulas of all amounts."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from erasmus_desk.budget.calculation import BudgetLine
from erasmus_desk.call.funding import Evidence, RateRow, RateTable
from erasmus_desk.draft import display_names
from erasmus_desk.draft.model import Key
from erasmus_desk.export.document.budget_summary import Budget, get_category_name, name_organisation
from erasmus_desk.export.document.context import BuildContext
from erasmus_desk.export.spreadsheet.cells import (
    CellStyle,
    Sheet,
    SheetCell,
    format_address,
    format_range,
)
from erasmus_desk.export.spreadsheet.cost_factors import CeilingCut, CostRows, FactorRow
from erasmus_desk.i18n import formats

LINE, CATEGORY, CATEGORY_NAME, ACTIVITY, TITLE, ORGANISATION, ORGANISATION_NAME = range(7)
NUMBER, TIMES, RATE, SHARE, AMOUNT, REASON, SOURCE, CHECK = range(7, 15)
"""Columns of the lines sheet."""
_COLUMN_LABELS = (
    *("line", "head_number", "head", "activity_number", "activity", "party_number", "party"),
    *("number", "times", "rate", "share", "amount", "because", "source", "check"),
)
_WIDTHS = (5, 4, 18, 6, 24, 4, 22, 7, 5, 10, 7, 11, 38, 26, 12)
_NARROW = frozenset({LINE, CATEGORY, ACTIVITY, ORGANISATION, NUMBER, TIMES, RATE, SHARE})
"""Widths of the lines sheet: on a printed page it has a type size that can be read."""
_RATE_AMOUNT = 2
_RATE_COLUMNS = range(_RATE_AMOUNT, _RATE_AMOUNT + 1)


class WorkbookContext(Struct, frozen=True):
    """The data that all sheets share: budget, rows, numbers of categories and organisations.

    Formulas use these numbers, as two schools may have the same name, and a name may contain
    wildcards.
    """

    budget: Budget
    rows: CostRows
    categories: dict[str, int]
    organisations: dict[str, int]
    context: BuildContext

    @property
    def last_factor(self) -> int:
        """The index of the last cost row; the first is 1, below the header."""
        return len(self.rows.factors)

    @property
    def last(self) -> int:
        """The index of the last row, that of the last cut."""
        return self.last_factor + len(self.rows.cuts)


def get_label(name: str, context: BuildContext) -> str:
    """Return a label of the workbook."""
    return context.labels.format(f"sheet.{name}", currency=context.pack.funding.currency)


def build_rates_sheet(context: BuildContext) -> tuple[Sheet, dict[int, str]]:
    """Build the sheet of rates; also return the address of the amount by the id of a rate row."""
    widths = (46, 46, 14, 60, 16)
    name = get_label("rates", context)
    sheet = Sheet(name, widths, 1, has_filter=True, number_columns=_RATE_COLUMNS)
    sheet.add_head(get_label(name, context) for name in ("table", "for", "rate", "source", "check"))
    addresses: dict[int, str] = {}
    for table in context.pack.funding.tables:
        for row in table.rows:
            place = sheet.add(
                SheetCell(context.get_text(table.id, f"table.{table.id}.name").text),
                SheetCell(_describe_row(table, row, context)),
                SheetCell(row.amount, CellStyle.MONEY),
                *_build_evidence_cells(row.evidence, context),
            )
            addresses[id(row)] = sheet.format_address(place, _RATE_AMOUNT)
    return sheet, addresses


def _describe_row(table: RateTable, row: RateRow, context: BuildContext) -> str:
    named: list[str] = []
    for dimension, value in zip(table.dimensions, row.at, strict=True):
        is_country, locale = dimension == "country", context.labels.locale
        default = formats.name_country(value, locale) if is_country else value
        named.append(context.get_text(default, f"dimension.{dimension}.{value}").text)
    return ", ".join(named)


def _build_evidence_cells(evidence: Evidence, context: BuildContext) -> tuple[SheetCell, SheetCell]:
    known = (context.pack.sources.get(name) for name in evidence.sources)
    named = (context.texts.source_title(source) for source in known if source)
    titles = formats.join_entries(named, context.labels.locale)
    sure = get_label("sure" if evidence.is_confirmed else "unsure", context)
    return SheetCell(titles), SheetCell(sure)


def build_lines_sheet(
    workbook: WorkbookContext, addresses: dict[int, str], ceilings: dict[int, str]
) -> Sheet:
    """Build the lines sheet.

    `addresses` are those of the amounts by the id of a rate row, `ceilings` those of the maximum
    amounts by the id of a ceiling usage.
    """
    context = workbook.context
    name, numbers = get_label("lines", context), range(NUMBER, REASON)
    sheet = Sheet(name, _WIDTHS, 1, has_filter=True, number_columns=numbers, narrow_columns=_NARROW)
    sheet.add_head(get_label(name, context) for name in _COLUMN_LABELS)
    counted: dict[int, int] = {}
    for factor in workbook.rows.factors:
        number = counted.setdefault(id(factor.line), len(counted) + 1)
        _add_factor(sheet, factor, number, workbook, addresses)
    for cut in workbook.rows.cuts:
        counted[id(cut.line)] = len(counted) + 1
        _add_cut(sheet, cut, len(counted), workbook, ceilings)
    return sheet


def build_unfunded_sheet(workbook: WorkbookContext, addresses: dict[int, str]) -> Sheet:
    """Build the sheet of persons who get no grant; its last row is their sum, if there are any."""
    context = workbook.context
    name, numbers = get_label("unfunded", context), range(NUMBER, REASON)
    sheet = Sheet(name, _WIDTHS, 1, number_columns=numbers, narrow_columns=_NARROW)
    sheet.add_head(get_label(name, context) for name in _COLUMN_LABELS)
    counted: dict[int, int] = {}
    for factor in workbook.rows.unfunded:
        number = counted.setdefault(id(factor.line), len(counted) + 1)
        _add_factor(sheet, factor, number, workbook, addresses)
    if sheet.next_row > 1:
        total = SheetCell(
            workbook.budget.grant.unfunded_total,
            CellStyle.SUM_MONEY,
            f"SUM({format_range(AMOUNT, 1, sheet.next_row - 1)})",
        )
        label = SheetCell(get_label("sum", context), CellStyle.SUM)
        sheet.add(*(None,) * CATEGORY_NAME, label, *(None,) * (AMOUNT - CATEGORY_NAME - 1), total)
    return sheet


def _add_factor(
    sheet: Sheet,
    factor: FactorRow,
    number: int,
    workbook: WorkbookContext,
    addresses: dict[int, str],
) -> None:
    columns = (NUMBER, TIMES, RATE, SHARE)
    product = "*".join(format_address(sheet.next_row, column) for column in columns)
    why = workbook.budget.explain(factor.reasons, workbook.context.texts).text
    sheet.add(
        *_build_line_cells(factor.line, number, workbook),
        SheetCell(factor.number, CellStyle.COUNT),
        SheetCell(factor.times, CellStyle.COUNT),
        SheetCell(factor.rate, CellStyle.MONEY, addresses.get(id(factor.rate_row), "")),
        SheetCell(factor.share, CellStyle.SHARE),
        SheetCell(factor.amount, CellStyle.MONEY, f"ROUND({product},2)"),
        SheetCell(why),
        *_build_evidence_cells(factor.line.evidence, workbook.context),
    )


def _add_cut(
    sheet: Sheet, cut: CeilingCut, number: int, workbook: WorkbookContext, ceilings: dict[int, str]
) -> None:
    maximum = ceilings.get(id(cut.usage), "")
    formula = _build_cut_formula(cut, sheet.next_row, maximum, workbook) if maximum else ""
    why = workbook.budget.explain(cut.line.reasons, workbook.context.texts).text
    sheet.add(
        *_build_line_cells(cut.line, number, workbook),
        *(None, None, None, None),
        SheetCell(cut.line.amount, CellStyle.MONEY, formula),
        SheetCell(why),
        *_build_evidence_cells(cut.line.evidence, workbook.context),
    )


def _build_cut_formula(cut: CeilingCut, row: int, maximum: str, workbook: WorkbookContext) -> str:
    """Return the formula of the amount over the ceiling, at most the amount of the line.

    It adds up cost rows and earlier cuts only, to avoid a circular reference.
    """

    def sum_category(first: int, last: int) -> str:
        categories, amounts = (format_range(column, first, last) for column in (CATEGORY, AMOUNT))
        return f"SUMIF({categories},{format_address(row, CATEGORY)},{amounts})"

    asked = sum_category(1, workbook.last_factor)
    before = workbook.last_factor + 1
    taken = f"+{sum_category(before, row - 1)}" if row > before else ""
    line = f"SUM({format_range(AMOUNT, cut.first + 1, cut.first + cut.count)})"
    return f"-MIN({line},MAX(0,{asked}{taken}-{maximum}))"


def describe_activity(key: Key, context: BuildContext) -> tuple[str, str]:
    """Return the number and the title of an activity."""
    draft, pack = context.draft, context.pack
    number = display_names.format_item_number(draft, pack, key.question, key.item)
    return number, draft.text(pack.form.lists[key.question].name, key.item)


def _build_line_cells(
    line: BudgetLine, number: int, workbook: WorkbookContext
) -> tuple[SheetCell, ...]:
    context = workbook.context
    activity_number, title = (
        describe_activity(line.activity, context) if line.activity else ("", "")
    )
    return (
        SheetCell(Decimal(number), CellStyle.COUNT),
        SheetCell(Decimal(workbook.categories[line.category]), CellStyle.COUNT),
        SheetCell(get_category_name(line.category, context).text),
        SheetCell(activity_number),
        SheetCell(title),
        SheetCell(Decimal(workbook.organisations[line.organisation]), CellStyle.COUNT),
        SheetCell(name_organisation(line.organisation, context).text),
    )
