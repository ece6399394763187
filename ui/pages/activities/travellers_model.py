"""The grid of the travellers as Qt shows it: numbers that are typed, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtCore import Qt

from erasmus_desk.budget.calculation import round_to_cents
from erasmus_desk.budget.grant import Grant
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n import formats

from ...fields.grid_table import GridModel, Typed
from ...i18n.joined import join_parts
from ...session.session import Session
from ...widgets.cell import Cell, Tone
from ...widgets.cell_table import wrap_heading
from ..base import FieldFindings
from .travellers import Traveller, TravellerList

NAME, PLACE, RATE, AMOUNT = "name", "place", "rate", "amount"
"""The columns that are no question."""


class TravellersModel(GridModel):
    """A row for each group, and the sum as the last one."""

    def __init__(self, groups: TravellerList, session: Session, language: str) -> None:
        super().__init__()
        self.groups = groups
        self.is_narrow = self.is_slim = False
        """Where the city is below the name; slim, the kilometres too."""
        self.columns = (NAME, PLACE, *groups.numbers, RATE, AMOUNT)
        self._session = session
        self._language = language
        self._findings: FieldFindings = {}
        self._shown: list[tuple[Cell, ...]] = []
        self._sums: tuple[Cell, ...] = ()

    @property
    def rows(self) -> tuple[Traveller, ...]:
        """The groups that are shown."""
        return self.groups.rows

    def refresh(self, grant: Grant | None) -> None:
        """Show the present groups; a cell that is being typed in stays open."""
        before, sums = self._shown, self._sums
        self.groups.read(grant)
        cells = range(len(self.columns))
        self._shown = [
            tuple(self._build_cell(row, self.columns[one]) for one in cells)
            for row in range(len(self.rows))
        ]
        self._sums = tuple(self._build_sum(one) for one in self.columns)
        if len(before) != len(self.rows):
            self.beginResetModel()
            self.endResetModel()
            return
        last = len(self.columns) - 1
        for row, (old, new) in enumerate(zip(before, self._shown, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))
        if sums != self._sums:
            self.dataChanged.emit(self.index(len(before), 0), self.index(len(before), last))

    def show_findings(self, findings: FieldFindings) -> None:
        """Show what is wrong in a row below its name."""
        self._findings = findings
        self._announce()

    def is_typable(self, row: int, column: int) -> bool:
        """Return whether a cell can be typed in."""
        if not 0 <= row < len(self.rows) or self.columns[column] not in self.groups.numbers:
            return False
        return not self.rows[row].is_barred

    def name_cell(self, row: int, column: int) -> str:
        """Return the column and the organisation of a cell."""
        return f"{self._name_column(self.columns[column])}, {self.rows[row].name}"

    def read(self, row: int, column: int) -> str:
        """Return the number in a cell as it is typed."""
        value = self.groups.value(row, self.columns[column])
        return "" if value is None else str(value)

    def write(self, row: int, column: int, text: str) -> None:
        """Set the number in a cell as it is typed."""
        self.groups.write(row, self.columns[column], text)

    def write_block(self, cells: Iterable[Typed]) -> None:
        """Set several numbers in one step."""
        self.groups.write_block([(row, self.columns[one], text) for row, one, text in cells])

    def leave(self, row: int, column: int) -> None:
        """Take a group out of the draft again if nothing was said about it."""
        self.groups.drop_if_empty(row)

    def key(self, row: int, column: int) -> Key | None:
        """Return the key of a cell, if its row is in the draft."""
        traveller = self.rows[row] if 0 <= row < len(self.rows) else None
        question = self.columns[column]
        if traveller is None or not traveller.item or question not in self.groups.numbers:
            return None
        return Key(question, traveller.item)

    def find(self, key: Key) -> tuple[int, int] | None:
        """Return the row and the column of an answer, the first cell of a row for any other."""
        for row, traveller in enumerate(self.rows):
            if traveller.item == key.item:
                known = key.question in self.columns
                return row, self.columns.index(key.question if known else self.groups.persons)
        return None

    def _announce(self) -> None:
        last = len(self.columns) - 1
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows), last))

    def size(self) -> tuple[int, int]:
        """Return the number of rows, the sum included, and of columns."""
        return len(self.rows) + 1, len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column, and the name of a row for screen readers."""
        is_row = orientation is Qt.Orientation.Vertical
        if is_row or section >= len(self.columns):
            is_name = role == Qt.ItemDataRole.DisplayRole and section < len(self.rows)
            return self.rows[section].name if is_name else None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._name_column(column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft
            if column not in (NAME, PLACE):
                side = Qt.AlignmentFlag.AlignRight
            return wrap_heading(side)
        return None

    def get_cell(self, row: int, column: int) -> Cell:
        """Return a cell as it is drawn."""
        return self._build_cell(row, self.columns[column])

    def describe(self, row: int, column: int) -> str:
        """Return what is wrong with the number in a cell."""
        key = self.key(row, column)
        return " ".join(one.text for one in self._findings.get(key, ())) if key else ""

    def _name_column(self, column: str) -> str:
        currency = self._session.pack.funding.currency
        names = {
            NAME: self.tr("Sending organisation"),
            PLACE: self.tr("From"),
            RATE: self.tr("each") if self.is_narrow else self.tr("{} each").format(currency),
            AMOUNT: currency,
            self.groups.km: self.tr("km") if self.is_narrow else self.tr("km one way"),
        }
        return names.get(column) or self._session.texts.short_label(column)

    def _build_cell(self, row: int, column: str) -> Cell:
        if row >= len(self.rows):
            return self._build_sum(column)
        traveller = self.rows[row]
        if column == NAME:
            return self._build_name(traveller)
        if column == PLACE or traveller.is_barred:
            return Cell(traveller.place if column == PLACE else "", tone=Tone.QUIET)
        if column == self.groups.km:
            return self._build_distance(traveller)
        if column in (RATE, AMOUNT):
            is_rate = column == RATE
            amount = traveller.journey.rate if is_rate else traveller.amount
            tone = Tone.QUIET if is_rate else Tone.STRONG
            return Cell(self._format(amount), tone=tone, is_right=True)
        text = self.read(row, self.columns.index(column))
        return Cell(text, is_right=True, is_field=True)

    def _build_name(self, traveller: Traveller) -> Cell:
        found = [
            remark.text
            for column in (*self.groups.numbers, self.groups.named)
            for remark in self._findings.get(Key(column, traveller.item), ())
            if traveller.item
        ]
        place = traveller.place if self.is_narrow or traveller.is_barred else ""
        has_way = self.is_slim and not traveller.is_barred
        far = self._build_distance(traveller).text if has_way else ""
        far = f"{far} {self._name_column(self.groups.km)}" if far else ""
        host = self.tr("Host: no travel grant for its own staff") if traveller.is_host else ""
        wrong = " ".join(found) or traveller.problem
        parts = (place, far, host, wrong)
        detail = join_parts(*parts)
        tone = Tone.QUIET if traveller.is_barred else Tone.PLAIN
        return Cell(traveller.name, detail, tone=tone, is_detail_wrong=bool(wrong))

    def _build_distance(self, traveller: Traveller) -> Cell:
        typed = self._session.value(Key(self.groups.km, traveller.item)) if traveller.item else None
        if typed is not None:
            text = self._format(Decimal(typed)) if isinstance(typed, int) else str(typed)
            return Cell(text, icon="pencil", tone=Tone.ACCENT, is_right=True)
        distance = traveller.journey.distance
        return Cell(self._format(distance and round(distance)), is_right=True)

    def _build_sum(self, column: str) -> Cell:
        if column == NAME:
            return Cell(self.groups.describe_sum(), tone=Tone.STRONG)
        if column == AMOUNT:
            amounts = [one.amount for one in self.rows if one.amount is not None]
            total = sum(amounts, Decimal(0))
            return Cell(self._format(total), tone=Tone.STRONG, is_right=True)
        return Cell()

    def _format(self, value: Decimal | int | None) -> str:
        if value is None:
            return ""
        amount = round_to_cents(Decimal(value))
        return formats.format_short_amount(amount, self._language)
