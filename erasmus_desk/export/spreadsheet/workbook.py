"""The budget as an Excel workbook with formulas, so that readers can recalculate it."""

from __future__ import annotations

import io
import zipfile
from typing import Protocol, cast

# The library has no types; what we use of it is declared below.
from xlsxwriter import Workbook  # pyright: ignore[reportMissingTypeStubs]

from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft.model import Draft
from erasmus_desk.export.document import cover
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.export.document.budget_summary import Budget
from erasmus_desk.export.document.context import BuildContext, Labels
from erasmus_desk.export.spreadsheet import cost_lines, estimate_sheet
from erasmus_desk.export.spreadsheet.cells import CellStyle, Sheet, SheetCell
from erasmus_desk.export.spreadsheet.cost_factors import split_grant
from erasmus_desk.export.spreadsheet.cost_lines import WorkbookContext
from erasmus_desk.export.spreadsheet.summary import SummaryBuilder
from erasmus_desk.export.word import package_parts
from erasmus_desk.i18n import formats
from erasmus_desk.round_trip.visible_text import replace_unsupported

_MAX_CELL_LENGTH = 32767
"""Longest text of a cell in Excel; the rest goes to the cells to the right."""
_A4 = 9
_SIDE, _TOP, _FOOT = 0.4, 0.5, 0.7
"""Margins of a printed page in inches: a wide sheet is printed smaller."""
_LINE_HEIGHT, _TITLE_HEIGHT = 13.5, 24
"""Heights of a line and a title in points; not every program fits rows to wrapped text."""
_FONT = {"font_name": "Arial", "font_size": 10, "valign": "top"}
_HEADER_FORMAT: dict[str, object] = {
    "bold": True,
    "font_color": "#1F3A5F",
    "bg_color": "#EDF2F8",
    "text_wrap": True,
    "valign": "bottom",
    "bottom": 1,
    "bottom_color": "#C9D3DF",
}
_FORMATS: dict[CellStyle, dict[str, object]] = {
    CellStyle.TITLE: {"bold": True, "font_size": 16, "font_color": "#1F3A5F"},
    CellStyle.NOTE: {"font_color": "#56616D"},
    CellStyle.PART: {"bold": True, "font_size": 12, "font_color": "#1F3A5F"},
    CellStyle.HEAD: {**_HEADER_FORMAT, "align": "left", "indent": 1},
    CellStyle.HEAD_RIGHT: {**_HEADER_FORMAT, "align": "right"},
    CellStyle.HEAD_UP: {**_HEADER_FORMAT, "rotation": 90, "align": "right"},
    CellStyle.TEXT: {"text_wrap": True, "align": "left", "indent": 1},
    CellStyle.COUNT: {"num_format": "#,##0"},
    CellStyle.MONEY: {"num_format": "#,##0.00"},
    CellStyle.SHARE: {"num_format": "0.0%"},
    CellStyle.SUM: {"bold": True, "top": 1, "align": "left", "indent": 1},
    CellStyle.SUM_MONEY: {"bold": True, "top": 1, "num_format": "#,##0.00"},
    CellStyle.SUM_SHARE: {"bold": True, "top": 1, "num_format": "0.0%"},
}


class _CellFormat(Protocol):
    """A cell format of the library."""


class _Worksheet(Protocol):
    """What we use of a worksheet; rows and columns count from 0."""

    def set_column(self, first: int, last: int, width: float, /) -> object: ...
    def set_row(self, row: int, height: float, /) -> object: ...
    def freeze_panes(self, row: int, column: int, /) -> object: ...
    def set_landscape(self) -> object: ...
    def set_paper(self, paper: int, /) -> object: ...
    def set_margins(self, left: float, right: float, top: float, bottom: float, /) -> object: ...
    def fit_to_pages(self, width: int, height: int, /) -> object: ...
    def set_footer(self, text: str, /) -> object: ...
    def repeat_rows(self, first: int, last: int, /) -> object: ...
    def autofilter(self, row: int, column: int, to_row: int, to_column: int, /) -> object: ...
    def write_string(self, row: int, column: int, text: str, style: _CellFormat, /) -> int: ...
    def write_number(self, row: int, column: int, number: float, style: _CellFormat, /) -> int: ...
    def write_formula(
        self, row: int, column: int, formula: str, style: _CellFormat, value: float | str, /
    ) -> int: ...


class _Workbook(Protocol):
    """What we use of a workbook."""

    def add_format(self, properties: dict[str, object], /) -> _CellFormat: ...
    def add_worksheet(self, name: str, /) -> _Worksheet: ...
    def close(self) -> None: ...


def build_workbook(draft: Draft, pack: Pack, texts: Texts, labels: Labels, budget: Budget) -> bytes:
    """Build the workbook of a draft's grant; equal drafts give equal bytes.

    Every amount is a formula with its value, for programs that do not calculate.
    """
    language = draft.text(pack.role("language")) or labels.locale
    context = BuildContext(draft, pack, texts, labels, Profile.CLEAN, language)
    content = io.BytesIO()
    book = cast("_Workbook", Workbook(content, {"in_memory": True}))
    formats_by_style = {style: book.add_format({**_FONT, **one}) for style, one in _FORMATS.items()}
    for sheet in _build_sheets(budget, context):
        _write_sheet(book.add_worksheet(sheet.name), sheet, formats_by_style)
    book.close()
    return _replace_properties(content.getvalue(), context)


def _build_sheets(budget: Budget, context: BuildContext) -> tuple[Sheet, ...]:
    grant = budget.grant
    organisations = {one: number for number, one in enumerate(grant.by_organisation, start=1)}
    categories = {one: number for number, one in enumerate(grant.by_category, start=1)}
    rows = split_grant(grant, context.pack.funding)
    workbook = WorkbookContext(budget, rows, categories, organisations, context)
    rates, addresses = cost_lines.build_rates_sheet(context)
    summary = SummaryBuilder(workbook, cost_lines.get_label("lines", context))
    lines = cost_lines.build_lines_sheet(workbook, addresses, summary.ceilings)
    more: list[Sheet] = []
    if rows.unfunded:
        more.append(cost_lines.build_unfunded_sheet(workbook, addresses))
        summary.add_unfunded(more[0])
    if any(one.lines for one in grant.estimates):
        more.append(estimate_sheet.build_estimate_sheet(grant.estimates, context))
    return summary.finish(), lines, rates, *more


def _write_sheet(
    worksheet: _Worksheet, sheet: Sheet, formats_by_style: dict[CellStyle, _CellFormat]
) -> None:
    for place, width in enumerate(sheet.list_widths()):
        worksheet.set_column(place, place, width)
    worksheet.freeze_panes(sheet.frozen_rows, 0)
    worksheet.set_landscape()
    worksheet.set_paper(_A4)
    worksheet.set_margins(_SIDE, _SIDE, _TOP, _FOOT)
    worksheet.fit_to_pages(1, 0)
    worksheet.set_footer("&L&A&R&P / &N")  # name of the sheet, page, pages
    worksheet.repeat_rows(0, max(0, sheet.frozen_rows - 1))
    if sheet.has_filter and sheet.rows:
        worksheet.autofilter(0, 0, len(sheet.rows) - 1, len(sheet.rows[0]) - 1)
    for row, cells in enumerate(sheet.rows):
        first = cells[0] if cells else None
        is_title = first is not None and first.style in {CellStyle.TITLE, CellStyle.PART}
        height = _TITLE_HEIGHT if is_title else _LINE_HEIGHT * sheet.count_lines(row)
        worksheet.set_row(row, height)
        for column, cell in enumerate(cells):
            if cell is not None:
                _write_cell(worksheet, row, column, cell, formats_by_style[cell.style])


def _write_cell(
    worksheet: _Worksheet, row: int, column: int, cell: SheetCell, cell_format: _CellFormat
) -> None:
    if cell.formula:
        value = cell.value if isinstance(cell.value, str) else float(cell.value)
        worksheet.write_formula(row, column, f"={cell.formula}", cell_format, value)
    elif isinstance(cell.value, str):
        text = replace_unsupported(cell.value)
        for place in range(0, len(text), _MAX_CELL_LENGTH):
            part = text[place : place + _MAX_CELL_LENGTH]
            worksheet.write_string(row, column + place // _MAX_CELL_LENGTH, part, cell_format)
    else:
        worksheet.write_number(row, column, float(cell.value), cell_format)


def _replace_properties(content: bytes, context: BuildContext) -> bytes:
    """Return the file with properties from the draft instead of the current time."""
    properties = cover.build_properties(context)
    language = formats.find_language_tag(properties.language)
    own = {
        "docProps/core.xml": package_parts.build_core_properties(properties, language),
        "docProps/app.xml": package_parts.build_app_properties(),
    }
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = {name: own.get(name, archive.read(name)) for name in archive.namelist()}
    return package_parts.pack_zip(files)
