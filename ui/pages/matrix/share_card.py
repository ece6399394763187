"""The card with the bar of a lump sum, and the words on what is still to distribute."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from erasmus_desk.budget.matrix import Matrix

from ...i18n.joined import join_parts
from ...theme.theme import Theme
from ..base import Card
from ..left_bar import LeftBar, choose_text, name_first_step
from .chart import Mark, Part, ShareChart
from .texts import MatrixTexts


class ShareCard(Card):
    """How the lump sum is shared out: its parts as a bar, and both sums in words."""

    def __init__(self, lists: tuple[str, ...], texts: MatrixTexts, theme: Theme) -> None:
        """Build the card; `lists` are those of the parts and, last, of who gets them."""
        super().__init__(margins=(2, 1.5, 2, 1.5), spacing=1)
        self._lists = lists
        self._texts = texts
        self.chart = ShareChart(self.tr("How the lump sum is shared out"), theme)
        self.column.addWidget(self.chart)

    def show_matrix(self, matrix: Matrix) -> None:
        """Show the present amounts."""
        texts, whole = self._texts, matrix.whole.most
        full = max(whole or Decimal(0), matrix.whole.used, Decimal(1))
        parts = (
            Part(
                texts.get_short_name(column),
                texts.format_number(column.size),
                float(column.size / full),
                column.is_over_limit,
            )
            for column in matrix.columns
        )
        marks = tuple(self._build_marks(matrix, full))
        self.chart.show_parts(self._describe_sums(matrix), tuple(parts), marks)

    def _describe_sums(self, matrix: Matrix) -> str:
        texts, whole = self._texts, matrix.whole.most
        if whole is None:
            return name_first_step()
        text = self.tr("{0} {1} of {2}")
        sums = ((self._lists[0], matrix.whole.used), (self._lists[-1], matrix.shared))
        sentence = (
            text.format(
                texts.get_list_word(name, "many"),
                texts.format_number(amount),
                texts.format_number(whole),
            )
            for name, amount in sums
        )
        return join_parts(*sentence)

    def _build_marks(self, matrix: Matrix, full: Decimal) -> Iterator[Mark]:
        """Yield the most that a part may be, counted from where it begins."""
        texts, before = self._texts, Decimal(0)
        for column in matrix.columns:
            if column.limit is not None and column.limit.most:
                share = texts.format_share(float(column.limit.balance.share))
                text = self.tr("{0}, the most for {1}")
                place = float((before + column.limit.most) / full)
                yield Mark(place, text.format(share, texts.get_short_name(column)))
            before += column.size


def show_left(bar: LeftBar, matrix: Matrix, texts: MatrixTexts) -> None:
    """Say in a bar what nobody has yet, and of what."""
    left, has_whole = matrix.left, matrix.whole.most is not None
    uneven = [
        (texts.get_short_name(column), column.state.left)
        for column in matrix.columns
        if column.state.most is not None and column.state.left
    ]
    is_over = left < 0 or any(amount < 0 for _, amount in uneven)
    is_even = has_whole and not left and not uneven
    text = choose_text(is_over=left < 0, is_even=is_even) if has_whole else name_first_step()
    details = (f"{name} {texts.format_number(amount)}" for name, amount in uneven)
    sentence = text.format(texts.format_amount(abs(left)))
    bar.show_left(sentence, join_parts(*details), is_even=is_even, is_over=is_over)
