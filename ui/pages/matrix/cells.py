"""The cells of the matrix as they are drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from erasmus_desk.budget.inputs import read_amount
from erasmus_desk.budget.matrix import Matrix, MatrixColumn
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.i18n.formats import capitalise

from ...i18n.joined import join_parts
from ...widgets.cell import Cell, Tone
from .texts import MatrixTexts

Row = tuple[Cell, ...]


def read_value(draft: Draft, column: MatrixColumn, taker: str | None) -> Value | None:
    """Return what somebody gets (`None`: the amount on top); several rows of one are added up."""
    keys = (column.amount,) if taker is None else column.get_keys(taker)
    if len(keys) > 1:
        return column.add_up(draft, taker or "")
    value = draft.get(keys[0]) if keys else None
    return Decimal(value) if type(value) is int else value


def list_alike(old: Matrix, new: Matrix, keys: frozenset[Key]) -> Iterator[str]:
    """Yield who gets the same in two matrices, between which only some answers changed."""
    if len(old.columns) == len(new.columns):
        for taker in new.takers:
            before, after = (
                [key for column in one.columns for key in column.get_keys(taker)]
                for one in (old, new)
            )
            if taker in old.takers and before == after and keys.isdisjoint(after):
                yield taker


class MatrixCells:
    """Builds the cells of a matrix: the amounts, their shares below, and what is left."""

    def __init__(
        self, matrix: Matrix, draft: Draft, texts: MatrixTexts, taker: str, *, is_narrow: bool
    ) -> None:
        """Prepare for a draft; `taker` is what those who get shares are called.

        Narrow, the sums are below the names.
        """
        self._matrix = matrix
        self._is_narrow = is_narrow
        self._draft = draft
        self._texts = texts
        self._taker = capitalise(taker)

    def build(self, kept: Mapping[str, Row]) -> list[Row]:
        """Return the rows from the heading to what is still to distribute.

        `kept` are the rows of takers that are as before: with many, building all is slow.
        """
        takers = (kept.get(taker) or self._build_taker(taker) for taker in self._matrix.takers)
        return [
            (
                Cell(self._taker, tone=Tone.QUIET, is_top=True),
                *(self._build_head(column) for column in self._matrix.columns),
                Cell(_name_total(), tone=Tone.QUIET, is_right=True, is_top=True),
            ),
            tuple(self._build_amounts()),
            tuple(self._build_shares()),
            *takers,
            tuple(self._build_lefts()),
        ]

    def _build_head(self, column: MatrixColumn) -> Cell:
        code, title = self._texts.get_code(column), self._texts.get_title(column)
        return Cell(
            code or title, title if code else "", tone=Tone.STRONG, is_right=True, is_top=True
        )

    def _build_amounts(self) -> Iterator[Cell]:
        whole = self._matrix.whole
        used = self._texts.format_number(whole.used)
        yield self._build_name(self._texts.get_amount_label(), used)
        for column in self._matrix.columns:
            yield self._build_field(column, None)
        is_over = whole.most is not None and whole.left < 0
        tone = Tone.WARM if is_over else Tone.STRONG
        yield Cell(used, tone=tone, is_right=True, is_summary=True)

    def _build_shares(self) -> Iterator[Cell]:
        share = QCoreApplication.translate("MatrixCells", "Share of the lump sum")
        yield Cell(share, tone=Tone.QUIET, is_summary=True)
        for column in self._matrix.columns:
            yield self._build_percent(column.size, is_over=column.is_over_limit)
        yield self._build_percent(self._matrix.whole.used)

    def _build_taker(self, taker: str) -> Row:
        columns = self._matrix.columns
        amount = sum((column.add_up(self._draft, taker) for column in columns), Decimal(0))
        total, place = self._texts.format_number(amount), self._texts.describe_place(taker)
        parts = (place, f"{_name_total()} {total}" if self._is_narrow else "")
        detail = join_parts(*parts)
        return (
            Cell(self._texts.name_organisation(taker), detail),
            *(self._build_field(column, taker) for column in columns),
            Cell(total, tone=Tone.STRONG, is_right=True),
        )

    def _build_lefts(self) -> Iterator[Cell]:
        whole = self._matrix.whole
        left = QCoreApplication.translate("MatrixCells", "Still to distribute")
        total = self._build_left(self._matrix.left if whole.most or whole.used else None)
        yield self._build_name(left, total.text)
        for column in self._matrix.columns:
            state = column.state
            yield self._build_left(None if state.most is None else state.left)
        yield total

    def _build_name(self, name: str, total: str) -> Cell:
        """Return the name of a row that sums up others, narrow with its own sum below it."""
        detail = f"{_name_total()} {total}" if self._is_narrow else ""
        return Cell(name, detail, tone=Tone.STRONG, is_summary=True)

    def _build_field(self, column: MatrixColumn, taker: str | None) -> Cell:
        value = read_value(self._draft, column, taker)
        is_over = taker is None and column.is_over_limit
        return Cell(
            self._texts.format_typed(value),
            is_right=True,
            is_field=taker != "" or bool(column.get_keys("")),
            is_wrong=is_over or (value is not None and read_amount(value) is None),
            is_summary=taker is None,
        )

    def _build_percent(self, amount: Decimal, *, is_over: bool = False) -> Cell:
        whole = self._matrix.whole.most
        text = self._texts.format_percent(amount, whole) if whole and amount else ""
        icon, tone = ("octagon-alert", Tone.WARM) if is_over else ("", Tone.QUIET)
        return Cell(text, icon=icon, tone=tone, is_right=True, is_summary=True)

    def _build_left(self, left: Decimal | None) -> Cell:
        """Return what is still to distribute; a dash before there is anything."""
        if left is None:
            return Cell("–", tone=Tone.QUIET, is_right=True, is_summary=True)
        icon, tone = ("", Tone.ACCENT) if left else ("check", Tone.GOOD)
        if left < 0:
            icon, tone = "octagon-alert", Tone.WARM
        text = self._texts.format_number(left)
        return Cell(text, icon=icon, tone=tone, is_right=True, is_summary=True)


def _name_total() -> str:
    return QCoreApplication.translate("MatrixCells", "Total")
