"""What is left, offered to somebody: the next gap, and the list of those who may get it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from erasmus_desk.budget.matrix import Matrix, MatrixColumn

from ...theme.theme import GRID, Theme, set_role
from ...widgets.accessibility import set_accessible_name
from ...widgets.button_list import ButtonList
from ...widgets.buttons import set_icon
from ...widgets.card_button import CardButton
from ...widgets.labels import short_label, wrapped_label
from ...widgets.layouts import build_row
from .model import AMOUNT, FIRST, MatrixModel
from .texts import MatrixTexts


class Gap(Struct, frozen=True):
    """What is left of a column (a number from 1), or of the lump sum (0); negative if too much."""

    column: int
    amount: Decimal


class Taker(Struct, frozen=True):
    """A cell that may get what is left: who it is of, and its amount before and after."""

    row: int
    column: int
    name: str
    before: Decimal
    after: Decimal


def find_gap(matrix: Matrix, row: int, column: int) -> Gap | None:
    """Return what is left in the column of the cursor, else in the first one that has a gap."""
    gaps = [
        Gap(number, one.state.left)
        for number, one in enumerate(matrix.columns, start=1)
        if one.state.most is not None and one.state.left
    ]
    whole = matrix.whole
    if whole.most is not None and whole.left and whole.used:
        is_first = row == AMOUNT
        gaps.insert(0 if is_first else len(gaps), Gap(0, whole.left))
    here = (gap for gap in gaps if gap.column == column and row != AMOUNT)
    return next(here, gaps[0] if gaps else None)


def list_takers(gap: Gap, model: MatrixModel, texts: MatrixTexts) -> Iterator[Taker]:
    """Yield who can get what is left, or give what is too much."""
    matrix = model.matrix
    if not gap.column:
        for number, column in enumerate(matrix.columns, start=1):
            after = column.size + gap.amount
            if after >= 0 and _is_allowed(column, after):
                yield Taker(AMOUNT, number, texts.get_name(column), column.size, after)
        return
    column = matrix.columns[gap.column - 1]
    for row, taker in enumerate(matrix.takers, start=FIRST):
        before = column.add_up(model.draft, taker)
        if taker and before + gap.amount >= 0:
            name = texts.name_organisation(taker)
            yield Taker(row, gap.column, name, before, before + gap.amount)


def _is_allowed(column: MatrixColumn, amount: Decimal) -> bool:
    most = column.limit.most if column.limit is not None else None
    return most is None or amount <= most


class TakerRow(CardButton):
    """Somebody who can get what is left, with the amount before and after."""

    def __init__(self, taker: Taker, texts: MatrixTexts, theme: Theme) -> None:
        super().__init__(theme, is_flat=True)
        self.taker = taker
        amounts = f"{texts.format_number(taker.before)} → {texts.format_number(taker.after)}"
        name = wrapped_label(taker.name)
        row = build_row(self, name, short_label(amounts, "quiet"), margins=(1.5, 1, 1.5, 1))
        row.setStretchFactor(name, 1)
        row.setSpacing(GRID * 3)
        self.pass_clicks()
        widest = name.fontMetrics().horizontalAdvance
        self.wanted_width = widest(taker.name) + widest(amounts) + GRID * 8
        set_accessible_name(self, f"{taker.name}: {amounts}")


class OfferMenu(ButtonList):
    """The list of those who can get what is left."""

    chosen = Signal(object)
    """The `Taker` who gets it."""

    def __init__(self, texts: MatrixTexts, theme: Theme) -> None:
        super().__init__()
        self._texts = texts
        self._theme = theme
        self.rows: list[TakerRow] = []

    def open_takers(self, opener: QPushButton, takers: tuple[Taker, ...]) -> None:
        """Open with these takers."""
        self.setAccessibleName(opener.text())
        self.rows = [TakerRow(taker, self._texts, self._theme) for taker in takers]
        for row in self.rows:
            row.clicked.connect(self._on_clicked)
        self.show_buttons([*self.rows])
        self.open_below(opener)

    def wanted_width(self) -> int:
        """Return the width at which no line wraps."""
        return max((row.wanted_width for row in self.rows), default=super().wanted_width())

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, TakerRow):
            self.close_list()
            self.chosen.emit(row.taker)


class OfferButton(QPushButton):
    """A button that offers what is left; it opens the list of those who can get it."""

    def __init__(self, model: MatrixModel, texts: MatrixTexts, theme: Theme) -> None:
        super().__init__()
        set_role(self, "link")
        set_icon(self, theme.accent_icon("chevron-down"))
        self._model = model
        self._texts = texts
        self.gap: Gap | None = None
        self.takers = OfferMenu(texts, theme)
        self.clicked.connect(self._on_clicked)
        self.takers.chosen.connect(self._on_chosen)

    def show_gap(self, row: int, column: int) -> None:
        """Offer what is left in the column of the cursor, or elsewhere."""
        self.gap = gap = find_gap(self._model.matrix, row, column)
        has_takers = gap is not None and any(list_takers(gap, self._model, self._texts))
        self.setVisible(has_takers)
        text = self._describe(gap) if gap is not None else ""
        if self.text() != text:
            self.setText(text)

    def _describe(self, gap: Gap) -> str:
        amount, column = self._texts.format_amount(abs(gap.amount)), gap.column
        shared = self._model.get_column(column)
        name = self._texts.get_short_name(shared) if shared else ""
        if gap.amount > 0:
            text = self.tr("Give the {0} of {1} to…") if name else self.tr("Give {0} to…")
        else:
            text = self.tr("Take {0} of {1} from…") if name else self.tr("Take {0} from…")
        return text.format(amount, name)

    def _on_clicked(self) -> None:
        if self.gap is not None:
            takers = tuple(list_takers(self.gap, self._model, self._texts))
            self.takers.open_takers(self, takers)

    def _on_chosen(self, taker: Taker) -> None:
        self._model.set_amount(taker.row, taker.column, taker.after)
