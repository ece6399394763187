"""What an activity costs, and how the sum is made, beside its form."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from erasmus_desk.budget.calculation import BudgetLine, Reason, round_to_cents
from erasmus_desk.budget.estimates import sum_estimates
from erasmus_desk.budget.grant import Grant
from erasmus_desk.draft.display_names import format_item_number
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n import formats
from erasmus_desk.i18n.figures import join_figures
from erasmus_desk.i18n.message_values import Amount, Count, MessageValue, NumberRange, TextRef
from erasmus_desk.i18n.messages import Messages

from ...session.session import Session
from ...theme.theme import GRID, Theme
from ...widgets.buttons import WrappingRow
from ...widgets.key_hints import KeyHints
from ...widgets.labels import NaturalLabel, short_label, wrapped_label
from ...widgets.layouts import STRETCH, WIDE_STRETCH, build_column, build_row, clear_layout
from ...widgets.share_bar import SLIM, ShareBar
from ..base import Card


class Part(Struct, frozen=True):
    """One kind of cost: what it is, how often which amount (may be empty), and their sum."""

    name: str
    times: str
    amount: Decimal


class GrantCard(Card):
    """The grant of one activity with its parts, and that of all its like and of the proposal."""

    def __init__(self, list_id: str, session: Session, messages: Messages, theme: Theme) -> None:
        super().__init__(spacing=1)
        self._list_id = list_id
        self._session = session
        self._messages = messages
        self._is_narrow = False
        self.name_label = wrapped_label("", "quiet")
        self.figure_label = short_label("", "figure")
        unit = short_label(session.pack.funding.currency, "quiet")
        self.short_label = wrapped_label("", "quiet")
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.short_label.setAlignment(side)
        self._line = line = QWidget()
        figures = build_row(line, self.short_label, self.figure_label, unit, STRETCH)
        figures.setAlignment(unit, Qt.AlignmentFlag.AlignBottom)
        figures.setStretchFactor(self.short_label, WIDE_STRETCH)
        self._head = _Head(self.name_label, line)
        self._parts, self._sums = QWidget(), QWidget()
        self._parts_column = build_column(self._parts, margins=(0, 1, 0, 0), spacing=0.5)
        self._sums_column = build_column(self._sums, margins=(0, 1, 0, 0), spacing=0.5)
        self.bar = ShareBar(theme, SLIM)
        for part in (self._head, self._parts, self._sums, self.bar):
            self.column.addWidget(part)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Show one line, or all parts below each other."""
        self._is_narrow = is_narrow
        for part in (self._parts, self._sums, self.bar):
            part.setVisible(not is_narrow)
        self.short_label.setVisible(is_narrow)
        self._head.is_narrow = is_narrow

    def show_grant(self, grant: Grant, item: str) -> None:
        """Show the grant of an item and of the whole proposal."""
        key = Key(self._list_id, item)
        total = grant.by_activity.get(key, Decimal(0))
        session = self._session
        number = format_item_number(session.draft, session.pack, self._list_id, item)
        self.name_label.setText(self.tr("Grant for {}").format(number))
        self.figure_label.setText(self._format(total))
        parts = list_parts(grant, key, self._session, self._messages)
        # A single amount without a rate would only say the figure again.
        times = [part.times or self._format(part.amount) for part in parts]
        self.short_label.setText(" + ".join(times) if any(part.times for part in parts) else "")
        clear_layout(self._parts_column)
        rows = [AmountRow(one.name, one.times, self._format(one.amount)) for one in parts]
        widest = max((row.amount_label.sizeHint().width() for row in rows), default=0)
        for row in rows:
            # What was counted stands in a column, whatever the amounts beside it.
            row.amount_label.setMinimumWidth(widest)
            self._parts_column.addWidget(row)
        self._show_sums(grant, item)
        self.setAccessibleName(f"{self.name_label.text()}: {self._format(total)}")

    def _show_sums(self, grant: Grant, item: str) -> None:
        alike = [
            amount for key, amount in grant.by_activity.items() if key.question == self._list_id
        ]
        many = self._session.texts.get(f"list.{self._list_id}.many")
        whole = self._format(grant.total)
        if grant.ceiling is not None:
            ceiling = self._format(grant.ceiling)
            whole = self.tr("{0} of {1}").format(whole, ceiling)
            share = float(grant.total / grant.ceiling) if grant.ceiling else 1.0
            self.bar.show_share(share, whole, is_over=grant.total > grant.ceiling)
        self.bar.setVisible(grant.ceiling is not None and not self._is_narrow)
        clear_layout(self._sums_column)
        every = self.tr("All {}").format(many)
        self._sums_column.addWidget(AmountRow(every, self._format(sum(alike, Decimal(0)))))
        self._sums_column.addWidget(AmountRow(self.tr("Whole proposal"), whole))
        self._show_estimate(grant, item)

    def _show_estimate(self, grant: Grant, item: str) -> None:
        """Show what is estimated for the item, if something is."""
        session = self._session
        for amount, spec in session.form.working_lists.items():
            if spec.parent == self._list_id:
                found = sum_estimates(grant.estimates, Key(amount, item), self._list_id)
                name = session.texts.get("pack.estimate.name")
                if found.is_made:
                    self._sums_column.addWidget(AmountRow(name, self._format(found.total)))

    def _format(self, amount: Decimal) -> str:
        return formats.format_short_amount(round_to_cents(amount), self._messages.language)


class _Head(WrappingRow):
    """What the figure is, beside it in a narrow card if there is room, otherwise above it."""

    def __init__(self, name: QWidget, line: QWidget) -> None:
        super().__init__(name, line)
        self.is_narrow = False
        self.row.addWidget(name)
        self.row.addWidget(line, 1)

    def needed_width(self) -> int:
        """Return the width that both need; more than there is in a card beside the form."""
        return super().needed_width() if self.is_narrow else 1 << 20


NAME_ROOM = 30
"""Average characters; with as much room beside its amounts a long name wraps there."""


class AmountRow(WrappingRow):
    """A name and its amounts, these below it where they leave the name too little room."""

    def __init__(self, name: str, *amounts: str) -> None:
        self._text = name
        # Names of several words with strokes between them may break there.
        self._name = wrapped_label(name.replace("/", "/\u200b"), "quiet")
        figures, labels = QWidget(), [NaturalLabel(one) for one in amounts if one]
        self.amount_label = labels[-1]
        self.amount_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        build_row(figures, STRETCH, *labels, margins=(2, 0, 0, 0), spacing=2)
        super().__init__(self._name, figures)
        self.row.setSpacing(0)
        self.row.addWidget(self._name, 1)
        self.row.addWidget(figures, 0, Qt.AlignmentFlag.AlignTop)

    def needed_width(self) -> int:
        """Return the width at which the name has room beside the amounts."""
        metrics = self._name.fontMetrics()
        enough = metrics.averageCharWidth() * NAME_ROOM
        name = min(metrics.horizontalAdvance(self._text), enough)
        return name + self.widgets[1].sizeHint().width()


def list_parts(
    grant: Grant, activity: Key, session: Session, messages: Messages
) -> tuple[Part, ...]:
    """Return the costs of an activity, those of one rate together."""
    counts: dict[tuple[str, Decimal | None], tuple[int, Decimal]] = {}
    for line in grant.lines:
        if line.activity == activity:
            name, rate, number = _read_line(line, session, messages)
            count, amount = counts.get((name, rate), (0, Decimal(0)))
            counts[name, rate] = (count + number, amount + line.amount)
    language = messages.language
    return tuple(
        Part(
            name,
            _multiply(count, rate, language) if rate is not None else "",
            amount,
        )
        for (name, rate), (count, amount) in counts.items()
    )


def _multiply(count: int, rate: Decimal, language: str) -> str:
    """Return how often which rate is paid, on one line."""
    return join_figures(f"{count} × {formats.format_short_amount(rate, language)}")


def _read_line(
    line: BudgetLine, session: Session, messages: Messages
) -> tuple[str, Decimal | None, int]:
    """Return the name of a cost, and its rate and number if the one times the other is all."""
    facts: Mapping[str, MessageValue] = line.reasons[0].facts if line.reasons else {}
    rate = facts.get("rate")
    number = next((one for one in facts.values() if isinstance(one, Count)), None)
    category = session.texts.get(f"head.{line.category}.name") or line.category
    if not isinstance(rate, Amount) or number is None or rate.value * number.n != line.amount:
        return category, None, 0
    band = next((one for one in map(_find_band, line.reasons) if one is not None), None)
    kind = facts.get("category")
    if band is not None:
        name = f"{messages.format_value(band)} km"
    elif isinstance(kind, TextRef):
        name = next((text for one in kind.texts if (text := session.texts.get(one))), category)
    else:
        name = category
    return name, rate.value, number.n


def _find_band(reason: Reason) -> NumberRange | None:
    band = reason.facts.get("band")
    return band if isinstance(band, NumberRange) else None


class DistancesNote(QWidget):
    """How the kilometres are found, which of them were typed, and the keys of the grid."""

    def __init__(self) -> None:
        super().__init__()
        title = wrapped_label(self.tr("Distances"), "label")
        text = wrapped_label(
            self.tr(
                "Measured in a straight line from city to city. Type your own kilometres where "
                "they are wrong; a note is then asked."
            ),
            "quiet",
        )
        self._typed = build_column(None, spacing=0.5)
        keys = KeyHints(
            (self.tr("Enter"), self.tr("down")), (self.tr("Ctrl+V"), self.tr("paste a block"))
        )
        column = build_column(self, title, text, self._typed, keys)
        column.setSpacing(GRID)

    def show_typed(self, lines: tuple[str, ...]) -> None:
        """Show the distances that were typed."""
        clear_layout(self._typed)
        for line in lines:
            self._typed.addWidget(wrapped_label(line))
