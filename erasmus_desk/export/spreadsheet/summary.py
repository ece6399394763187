"""The summary sheet: ceilings, and sums by category, organisation and activity."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from erasmus_desk.budget.grant import CeilingUsage, Grant
from erasmus_desk.draft.model import Key
from erasmus_desk.export.document import budget_gaps, budget_summary, cover
from erasmus_desk.export.document.budget_annex import sort_activities
from erasmus_desk.export.document.budget_summary import AmountColumn
from erasmus_desk.export.spreadsheet import cost_lines
from erasmus_desk.export.spreadsheet.cells import (
    CellStyle,
    Sheet,
    SheetCell,
    format_address,
    format_range,
)
from erasmus_desk.export.spreadsheet.cost_lines import WorkbookContext

_WIDTHS = (9, 52, *((16,) * 14))
_NUMBER, _NAME, _SUM, _SHARE = range(4)
_CEILING, _MAXIMUM, _REQUESTED, _LEFT = 2, 3, 4, 5
_ZERO = Decimal(0)


class _SumColumn(Struct, frozen=True):
    """A column of amounts, its number, and the column of the lines sheet that has this number."""

    column: AmountColumn
    number: SheetCell
    by: int


def _count(number: int) -> SheetCell:
    return SheetCell(Decimal(number), CellStyle.COUNT)


class SummaryBuilder:
    """The builder of the summary; its sums refer to the lines sheet, named `lines`."""

    def __init__(self, workbook: WorkbookContext, lines: str) -> None:
        self._workbook = workbook
        self._context = workbook.context
        self._grant: Grant = workbook.budget.grant
        self._lines = Sheet(lines, (), 0)
        numbers = range(_SUM, len(_WIDTHS))
        self.sheet = Sheet(self._get_label("summary"), _WIDTHS, 1, number_columns=numbers)
        self.ceilings: dict[int, str] = {}
        self._total = ""
        self._unfunded: SheetCell | None = None
        self._add_header()
        self._add_categories()
        self._add_ceilings()

    def finish(self) -> Sheet:
        """Add the sums by organisation and activity, and the missing amounts."""
        self._add_organisations()
        self._add_activities()
        self._add_missing()
        self._add_unfunded()
        return self.sheet

    def add_unfunded(self, sheet: Sheet) -> None:
        """Show the sum of the sheet of persons who get no grant, below all totals."""
        address = sheet.format_address(sheet.next_row - 1, cost_lines.AMOUNT)
        self._unfunded = SheetCell(self._grant.unfunded_total, CellStyle.MONEY, address)

    def _get_label(self, name: str) -> str:
        return cost_lines.get_label(name, self._context)

    def _add_title(self, name: str) -> None:
        self.sheet.add()
        self.sheet.add(SheetCell(self._get_label(name), CellStyle.PART))

    def _format_column(self, column: int, last: int) -> str:
        return self._lines.format_range(column, 1, max(1, last))

    def _build_sum_if(self, column: int, row: int, last: int) -> str:
        numbers, amounts = (self._format_column(one, last) for one in (column, cost_lines.AMOUNT))
        return f"SUMIF({numbers},{format_address(row, _NUMBER)},{amounts})"

    def _add_header(self) -> None:
        texts = cover.build_header_footer(self._context)
        title = cover.build_properties(self._context).title
        self.sheet.add(SheetCell(title, CellStyle.TITLE))
        self.sheet.add(SheetCell(f"{texts.right.text} · {texts.disclaimer.text}", CellStyle.NOTE))
        self.sheet.add(SheetCell(self._get_label("how"), CellStyle.NOTE))

    def _add_categories(self) -> None:
        self._add_title("by_head")
        self.sheet.add_head(map(self._get_label, ("number_of", "head", "amount", "part")))
        first = self.sheet.next_row
        total_row = first + len(self._workbook.categories)
        total = self._grant.total
        for category, number in self._workbook.categories.items():
            row, amount = self.sheet.next_row, self._grant.by_category.get(category, _ZERO)
            formula = self._build_sum_if(cost_lines.CATEGORY, row, self._workbook.last)
            self.sheet.add(
                SheetCell(Decimal(number), CellStyle.COUNT),
                SheetCell(budget_summary.get_category_name(category, self._context).text),
                SheetCell(amount, CellStyle.MONEY, formula),
                _build_share(row, total_row, amount, total),
            )
        self._total = format_address(total_row, _SUM)
        self.sheet.add(
            None,
            SheetCell(self._get_label("sum"), CellStyle.SUM),
            SheetCell(total, CellStyle.SUM_MONEY, _build_sum(_SUM, first, total_row - 1)),
            _build_share(total_row, total_row, total, total),
        )

    def _add_ceilings(self) -> None:
        usages = [usage for usage in self._grant.ceiling_usages if usage.ceiling.enforced]
        if not usages:
            return
        months = self._context.draft.get(Key(self._context.pack.role("months")))
        self._add_title("ceilings")
        counted = Decimal(months) if isinstance(months, int) else _ZERO
        label = SheetCell(self._get_label("months"))
        row = self.sheet.add(None, label, SheetCell(counted, CellStyle.COUNT))
        names = ("ceiling", "ceiling_amount", "most", "asked", "left")
        self.sheet.add_head(("", *map(self._get_label, names)))
        for usage in usages:
            self._add_ceiling(usage, format_address(row, _SUM))

    def _add_ceiling(self, usage: CeilingUsage, months: str) -> None:
        ceiling, row = usage.ceiling, self.sheet.next_row
        name = self._context.get_text(ceiling.id, ceiling.name_text).text
        factor = {"month": f"*{months}", "year": f"*{months}/12"}.get(ceiling.per, "")
        category = self._workbook.categories.get(ceiling.category)
        requested = self._total
        if category is not None:
            requested = self._build_sum_if(cost_lines.CATEGORY, row, self._workbook.last_factor)
        remaining = f"{format_address(row, _MAXIMUM)}-{format_address(row, _REQUESTED)}"
        self.sheet.add(
            None if category is None else SheetCell(Decimal(category), CellStyle.COUNT),
            SheetCell(name),
            SheetCell(ceiling.amount, CellStyle.MONEY),
            SheetCell(usage.maximum, CellStyle.MONEY, f"{format_address(row, _CEILING)}{factor}"),
            SheetCell(usage.requested, CellStyle.MONEY, requested),
            SheetCell(usage.remaining, CellStyle.MONEY, remaining),
        )
        self.ceilings[id(usage)] = self.sheet.format_address(row, _MAXIMUM)

    def _add_organisations(self) -> None:
        """Add a row for each organisation with its sum and its amount by category or part."""
        has_shares = budget_summary.has_shares(self._context)
        self._add_title("by_share" if has_shares else "by_party")
        columns = [*(self._list_parts() if has_shares else self._list_categories())]
        party = budget_summary.label_organisations(self._context).text
        labels = (self._get_label("number_of"), party, self._get_label("amount"))
        top = self.sheet.add_head((*labels, *(one.column.head.text for one in columns)))
        # The numbers of the columns, which the formulas refer to.
        words = self._get_label("number_of" if has_shares else "head_number")
        if columns:
            numbers = (one.number for one in columns)
            self.sheet.add(None, SheetCell(words, CellStyle.NOTE), None, *numbers)
        first = self.sheet.next_row
        for organisation, number in self._workbook.organisations.items():
            self._add_organisation(organisation, number, columns, top + 1)
        last = self.sheet.next_row - 1
        sums = (self._grant.total, *(one.column.amount for one in columns))
        cells = (
            SheetCell(amount, CellStyle.SUM_MONEY, _build_sum(place, first, last))
            for place, amount in enumerate(sums, start=_SUM)
        )
        self.sheet.add(None, SheetCell(self._get_label("sum"), CellStyle.SUM), *cells)

    def _list_categories(self) -> Iterator[_SumColumn]:
        amounts, owners = budget_summary.sum_lines(self._grant), self._workbook.organisations
        for category, number in self._workbook.categories.items():
            name = budget_summary.get_category_name(category, self._context)
            column = AmountColumn(name, {one: amounts[one, category] for one in owners})
            yield _SumColumn(column, _count(number), cost_lines.CATEGORY)

    def _list_parts(self) -> Iterator[_SumColumn]:
        for part in budget_summary.list_parts(self._grant, self._context):
            number, by = _count(self._workbook.categories[part.category]), cost_lines.CATEGORY
            if part.activity is not None:
                number, by = SheetCell(part.column.head.text), cost_lines.ACTIVITY
            yield _SumColumn(part.column, number, by)

    def _add_organisation(
        self, organisation: str, number: int, columns: list[_SumColumn], numbers: int
    ) -> None:
        row, last = self.sheet.next_row, self._workbook.last
        amounts = self._format_column(cost_lines.AMOUNT, last)
        owners = self._format_column(cost_lines.ORGANISATION, last)
        cells: list[SheetCell] = []
        for place, one in enumerate(columns, start=_SUM + 1):
            wanted = f"{self._format_column(one.by, last)},{format_address(numbers, place)}"
            formula = f"SUMIFS({amounts},{owners},{format_address(row, _NUMBER)},{wanted})"
            amount = one.column.shares.get(organisation, _ZERO)
            cells.append(SheetCell(amount, CellStyle.MONEY, formula))
        total = self._grant.by_organisation.get(organisation, _ZERO)
        self.sheet.add(
            _count(number),
            SheetCell(budget_summary.name_organisation(organisation, self._context).text),
            SheetCell(
                total, CellStyle.MONEY, self._build_sum_if(cost_lines.ORGANISATION, row, last)
            ),
            *cells,
        )

    def _add_activities(self) -> None:
        if not self._grant.activity_sums:
            return
        self._add_title("by_activity")
        self.sheet.add_head(map(self._get_label, ("number_of", "activity", "amount")))
        context = self._context
        for key in sort_activities(self._grant.by_activity, context):
            row = self.sheet.next_row
            number, title = cost_lines.describe_activity(key, context)
            amount = self._grant.by_activity[key]
            formula = self._build_sum_if(cost_lines.ACTIVITY, row, self._workbook.last)
            self.sheet.add(
                SheetCell(number), SheetCell(title), SheetCell(amount, CellStyle.MONEY, formula)
            )

    def _add_missing(self) -> None:
        if not self._grant.missing:
            return
        self._add_title("gaps")
        for missing in self._grant.missing:
            words = budget_gaps.describe_missing_amount(
                missing, self._workbook.budget, self._context
            )
            self.sheet.add(None, SheetCell(words.text))

    def _add_unfunded(self) -> None:
        if self._unfunded is not None:
            self._add_title("unfunded")
            label = SheetCell(self._get_label("unfunded.sum"))
            self.sheet.add(None, label, self._unfunded)


def _build_sum(column: int, first: int, last: int) -> str:
    """Return the sum of rows above; empty without rows, as it would be circular."""
    return f"SUM({format_range(column, first, last)})" if last >= first else ""


def _build_share(row: int, total_row: int, amount: Decimal, total: Decimal) -> SheetCell:
    """Return the share of the total that an amount of a row is."""
    total_cell = format_address(total_row, _SUM)
    style = CellStyle.SUM_SHARE if row == total_row else CellStyle.SHARE
    formula = f"IF({total_cell}=0,0,{format_address(row, _SUM)}/{total_cell})"
    return SheetCell(amount / total if total else _ZERO, style, formula)
