"""The budget as a workbook with live formulas: the annex for whoever reckons along."""

from __future__ import annotations

import io
import zipfile
from typing import Protocol, cast

# The library comes without types; what is used of it is written down below.
from xlsxwriter import Workbook  # pyright: ignore[reportMissingTypeStubs]

from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft.model import Draft
from erasmus_desk.export.document import cover
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.export.document.budget_summary import Budget
from erasmus_desk.export.document.context import Speech
from erasmus_desk.export.document.labels import Labels
from erasmus_desk.export.spreadsheet import cost_lines
from erasmus_desk.export.spreadsheet.cells import Row, Slot, Style, Tab
from erasmus_desk.export.spreadsheet.cost_factors import rows
from erasmus_desk.export.spreadsheet.cost_lines import Ledger
from erasmus_desk.export.spreadsheet.summary import Summary
from erasmus_desk.export.word import package_parts as frame
from erasmus_desk.i18n import formats
from erasmus_desk.round_trip.visible_text import harmless

_MOST = 32767
"""Characters a cell holds; longer words are taken apart over the cells to the right of it."""
_A4 = 9
_LINE, _TITLE = 13.5, 24
"""Points of a line and of a title: not every program makes room for lines that go on."""
_FONT = {"font_name": "Arial", "font_size": 10, "valign": "top"}
_HEAD: dict[str, object] = {
    "bold": True,
    "font_color": "#1F3A5F",
    "bg_color": "#EDF2F8",
    "text_wrap": True,
    "bottom": 1,
    "bottom_color": "#C9D3DF",
}
_LOOKS: dict[Style, dict[str, object]] = {
    Style.TITLE: {"bold": True, "font_size": 16, "font_color": "#1F3A5F"},
    Style.NOTE: {"font_color": "#56616D"},
    Style.PART: {"bold": True, "font_size": 12, "font_color": "#1F3A5F"},
    Style.HEAD: {**_HEAD, "align": "left", "indent": 1},
    Style.HEAD_RIGHT: {**_HEAD, "align": "right"},
    Style.TEXT: {"text_wrap": True, "align": "left", "indent": 1},
    Style.COUNT: {"num_format": "#,##0"},
    Style.MONEY: {"num_format": "#,##0.00"},
    Style.SHARE: {"num_format": "0.0%"},
    Style.SUM: {"bold": True, "top": 1, "align": "left", "indent": 1},
    Style.SUM_MONEY: {"bold": True, "top": 1, "num_format": "#,##0.00"},
    Style.SUM_SHARE: {"bold": True, "top": 1, "num_format": "0.0%"},
}


class _Look(Protocol):
    """How cells look, as the library keeps it."""


class _Sheet(Protocol):
    """What is used of a worksheet; rows and columns count from 0."""

    def set_column(self, first: int, last: int, width: float, /) -> object: ...
    def set_row(self, row: int, height: float, /) -> object: ...
    def freeze_panes(self, row: int, column: int, /) -> object: ...
    def set_landscape(self) -> object: ...
    def set_paper(self, paper: int, /) -> object: ...
    def fit_to_pages(self, width: int, height: int, /) -> object: ...
    def repeat_rows(self, first: int, last: int, /) -> object: ...
    def autofilter(self, row: int, column: int, to_row: int, to_column: int, /) -> object: ...
    def write_string(self, row: int, column: int, text: str, look: _Look, /) -> int: ...
    def write_number(self, row: int, column: int, number: float, look: _Look, /) -> int: ...
    def write_formula(
        self, row: int, column: int, formula: str, look: _Look, value: float | str, /
    ) -> int: ...


class _Book(Protocol):
    """What is used of a workbook."""

    def add_format(self, properties: dict[str, object], /) -> _Look: ...
    def add_worksheet(self, name: str, /) -> _Sheet: ...
    def close(self) -> None: ...


def workbook(draft: Draft, pack: Pack, texts: Texts, labels: Labels, budget: Budget) -> bytes:
    """Give the workbook of a draft's grant; equal drafts give equal bytes.

    Every amount is a formula that comes to what the grant says, and its value stands with it
    for programs that do not calculate.
    """
    own = draft.text(pack.role("language")) or labels.wanted
    speech = Speech(draft, pack, texts, labels, Profile.CLEAN, own)
    made = io.BytesIO()
    book = cast("_Book", Workbook(made, {"in_memory": True}))
    looks = {style: book.add_format({**_FONT, **look}) for style, look in _LOOKS.items()}
    for tab in _tabs(budget, speech):
        _write(book.add_worksheet(tab.name), tab, looks)
    book.close()
    return _ours(made.getvalue(), speech)


def _tabs(budget: Budget, speech: Speech) -> tuple[Tab, ...]:
    grant = budget.grant
    parties = {one: number for number, one in enumerate(grant.by_organisation, start=1)}
    heads = {head: number for number, head in enumerate(grant.by_head, start=1)}
    ledger = Ledger(budget, rows(grant, speech.pack.money), heads, parties, speech)
    rates, places = cost_lines.rates(speech)
    summary = Summary(ledger, cost_lines.label("lines", speech))
    lines = cost_lines.lines(ledger, places, summary.ceilings)
    return summary.finish(), lines, rates


def _write(sheet: _Sheet, tab: Tab, looks: dict[Style, _Look]) -> None:
    for place, width in enumerate(tab.widths):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(tab.frozen, 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, max(0, tab.frozen - 1))
    if tab.filtered and tab.rows:
        sheet.autofilter(0, 0, len(tab.rows) - 1, len(tab.rows[0]) - 1)
    for row, slots in enumerate(tab.rows):
        height = _TITLE if _is_title(slots) else _LINE * tab.lines(row)
        sheet.set_row(row, height)
        for column, slot in enumerate(slots):
            if slot is not None:
                _write_slot(sheet, row, column, slot, looks[slot.style])


def _is_title(slots: Row) -> bool:
    return bool(slots) and slots[0] is not None and slots[0].style in {Style.TITLE, Style.PART}


def _write_slot(sheet: _Sheet, row: int, column: int, slot: Slot, look: _Look) -> None:
    if slot.formula:
        value = slot.value if isinstance(slot.value, str) else float(slot.value)
        sheet.write_formula(row, column, f"={slot.formula}", look, value)
    elif isinstance(slot.value, str):
        text = harmless(slot.value)
        for place in range(0, len(text), _MOST):
            sheet.write_string(row, column + place // _MOST, text[place : place + _MOST], look)
    else:
        sheet.write_number(row, column, float(slot.value), look)


def _ours(made: bytes, speech: Speech) -> bytes:
    """Give the file with what it says about itself taken from the draft, and no clock in it."""
    about = cover.about(speech)
    own = {
        "docProps/core.xml": frame.core_properties(about, formats.tag(about.language)),
        "docProps/app.xml": frame.app_properties(),
    }
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        files = {name: own.get(name, archive.read(name)) for name in archive.namelist()}
    return frame.archive(files)
