"""The tabs of the lines and of the rates: where each amount of the workbook is worked out."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from erasmus_desk.budget.calculation import Line, told
from erasmus_desk.call.funding import Evidence, RateRow, RateTable
from erasmus_desk.draft import display_names
from erasmus_desk.export.document.budget_summary import Budget, head_name, party
from erasmus_desk.export.document.context import Speech
from erasmus_desk.export.spreadsheet.cells import Slot, Style, Tab, at
from erasmus_desk.export.spreadsheet.cost_factors import Cut, Part, Rows

_ONE = Decimal(1)
LINE, HEAD, HEAD_NAME, ACTIVITY, TITLE, PARTY, PARTY_NAME = range(7)
NUMBER, TIMES, RATE, SHARE, AMOUNT, BECAUSE, SOURCE, CHECK = range(7, 15)
"""Columns of the tab of the lines."""
_HEADS = (
    *("line", "head_number", "head", "activity_number", "activity", "party_number", "party"),
    *("number", "times", "rate", "share", "amount", "because", "source", "check"),
)
_WIDTHS = (7, 7, 32, 9, 32, 7, 32, 9, 9, 12, 9, 14, 70, 50, 16)
_RATE_AMOUNT = 2
_RATE_FIGURES = range(_RATE_AMOUNT, _RATE_AMOUNT + 1)


class Ledger(Struct, frozen=True):
    """What the tabs refer to each other by: numbers of heads and organisations, tabs, rows.

    Sums go by these numbers: two schools may have one name, and a name may hold signs that
    mean something in a formula.
    """

    budget: Budget
    rows: Rows
    heads: dict[str, int]
    parties: dict[str, int]
    speech: Speech

    @property
    def last_part(self) -> int:
        """The place of the last row that asks; the first is 1, below the heads."""
        return len(self.rows.parts)

    @property
    def last(self) -> int:
        """The place of the last row, that of the last cut."""
        return self.last_part + len(self.rows.cuts)


def label(name: str, speech: Speech) -> str:
    """Give a word of the workbook."""
    return speech.labels.get(f"sheet.{name}", currency=speech.pack.money.currency)


def rates(speech: Speech) -> tuple[Tab, dict[int, str]]:
    """Give the tab of all rates, and for each row of the call's tables where its amount is."""
    widths = (46, 46, 14, 60, 16)
    tab = Tab(label("rates", speech), widths, 1, filtered=True, figures=_RATE_FIGURES)
    tab.heads(label(name, speech) for name in ("table", "for", "rate", "source", "check"))
    places: dict[int, str] = {}
    for table in speech.pack.money.tables:
        for row in table.rows:
            place = tab.add(
                Slot(_table_name(table, speech)),
                Slot(_at(table, row, speech)),
                Slot(row.amount, Style.MONEY),
                *_evidence(row.evidence, speech),
            )
            places[id(row)] = tab.at(place, _RATE_AMOUNT)
    return tab, places


def _table_name(table: RateTable, speech: Speech) -> str:
    found = speech.text(f"table.{table.id}.name")
    return found.text if found else table.id


def _at(table: RateTable, row: RateRow, speech: Speech) -> str:
    named: list[str] = []
    for dimension, value in zip(table.dimensions, row.at, strict=True):
        found = speech.text(f"dimension.{dimension}.{value}")
        if found is None and dimension == "country":
            found = speech.country(value)
        named.append(found.text if found else value)
    return ", ".join(named)


def _evidence(evidence: Evidence, speech: Speech) -> tuple[Slot, Slot]:
    known = (speech.pack.sources.get(name) for name in evidence.sources)
    titles = "; ".join(source.title for source in known if source)
    sure = label("sure" if evidence.is_confirmed else "unsure", speech)
    return Slot(titles), Slot(sure)


def lines(ledger: Ledger, places: dict[int, str], ceilings: dict[int, str]) -> Tab:
    """Give the tab of the lines.

    `places` says where the amount of each row of the rates is, `ceilings` where the most is
    that each room of the grant (by its identity) has.
    """
    speech = ledger.speech
    tab = Tab(label("lines", speech), _WIDTHS, 1, filtered=True, figures=range(NUMBER, BECAUSE))
    tab.heads(label(name, speech) for name in _HEADS)
    counted: dict[int, int] = {}
    for part in ledger.rows.parts:
        number = counted.setdefault(id(part.line), len(counted) + 1)
        _add_part(tab, part, number, ledger, places)
    for cut in ledger.rows.cuts:
        counted[id(cut.line)] = len(counted) + 1
        _add_cut(tab, cut, len(counted), ledger, ceilings)
    return tab


def _add_part(tab: Tab, part: Part, number: int, ledger: Ledger, places: dict[int, str]) -> None:
    row = tab.next
    place = places.get(id(part.rate_row), "")
    product = "*".join(at(row, column) for column in (NUMBER, TIMES, RATE, SHARE))
    why = told(part.because, ledger.budget.sentences, ledger.speech.texts)
    tab.add(
        *_who(part.line, number, ledger),
        Slot(part.number, Style.COUNT),
        Slot(part.times, Style.COUNT),
        Slot(part.rate, Style.MONEY, place),
        Slot(part.share, Style.SHARE),
        Slot(part.amount, Style.MONEY, f"ROUND({product},2)"),
        Slot(why),
        *_evidence(part.line.evidence, ledger.speech),
    )


def _add_cut(tab: Tab, cut: Cut, number: int, ledger: Ledger, ceilings: dict[int, str]) -> None:
    row = tab.next
    most = ceilings.get(id(cut.room), "")
    formula = _cut_formula(cut, row, most, ledger) if most else ""
    why = told(cut.line.because, ledger.budget.sentences, ledger.speech.texts)
    tab.add(
        *_who(cut.line, number, ledger),
        None,
        None,
        None,
        None,
        Slot(cut.line.amount, Style.MONEY, formula),
        Slot(why),
        *_evidence(cut.line.evidence, ledger.speech),
    )


def _cut_formula(cut: Cut, row: int, most: str, ledger: Ledger) -> str:
    """Give what is over the ceiling and not yet taken away, but no more than the line asks.

    The sum holds the rows that ask and no cut, so that nothing goes round in a circle.
    """

    def of_head(first: int, last: int) -> str:
        where = f"{at(first, HEAD)}:{at(last, HEAD)}"
        return f"SUMIF({where},{at(row, HEAD)},{at(first, AMOUNT)}:{at(last, AMOUNT)})"

    asked = of_head(1, ledger.last_part)
    before = ledger.last_part + 1
    taken = f"+{of_head(before, row - 1)}" if row > before else ""
    first, last = cut.first + 1, cut.first + cut.count
    line = f"SUM({at(first, AMOUNT)}:{at(last, AMOUNT)})"
    return f"-MIN({line},MAX(0,{asked}{taken}-{most}))"


def _who(line: Line, number: int, ledger: Ledger) -> tuple[Slot, ...]:
    speech = ledger.speech
    count, title = "", ""
    if line.activity:
        where = (line.activity.question, line.activity.item)
        count = display_names.number(speech.draft, speech.pack, *where)
        title = speech.draft.text(speech.pack.form.lists[where[0]].name, where[1])
    return (
        Slot(Decimal(number), Style.COUNT),
        Slot(Decimal(ledger.heads[line.head]), Style.COUNT),
        Slot(head_name(line.head, speech).text),
        Slot(count),
        Slot(title),
        Slot(Decimal(ledger.parties[line.organisation]), Style.COUNT),
        Slot(party(line.organisation, speech).text),
    )
