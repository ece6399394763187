"""The field for an amount of money."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget

from erasmus_desk.draft.model import Value

from ..theme import GRID, set_role
from .base import PlainLine
from .line import LineField

_BLANKS: Final = re.compile(r"[\s'’]")
_PLAIN: Final = re.compile(r"\d{1,12}(?:[.,]\d{1,2})?")
_GROUPED: Final = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3}){0,2}(?:(?!\1)[.,]\d{1,2})?")
_SEPARATORS: Final = re.compile("[.,]")


def read_amount(text: str) -> Decimal | None:
    """Read an amount as people write it (`1234,5`, `1.234,50`, `€ 1,234`).

    Three digits after a separator are thousands, one or two are cents, whatever the
    language: no amount has three decimals. Anything else is no amount.
    """
    bare = _BLANKS.sub("", text.strip().removeprefix("€").removesuffix("€"))
    sign = "-" if bare[:1] in ("-", "−") else ""
    bare = bare[1:] if sign else bare
    if _PLAIN.fullmatch(bare):
        return Decimal(sign + bare.replace(",", "."))
    if not _GROUPED.fullmatch(bare):
        return None
    parts = _SEPARATORS.split(bare)
    cents = parts.pop() if len(parts[-1]) < len("000") else ""
    return Decimal(f"{sign}{''.join(parts)}.{cents or '0'}")


def written_amount(amount: Decimal, locale: QLocale) -> str:
    """Write an amount with two decimals and the separators of a language."""
    # More than cents come only from a file; they are shown as they are.
    is_cents = amount == amount.quantize(Decimal("0.01"))
    whole = f"{amount:,.2f}" if is_cents else f"{amount:,f}"
    swapped = {",": locale.groupSeparator(), ".": locale.decimalPoint()}
    return "".join(swapped.get(one, one) for one in whole)


class MoneyField(LineField):
    """An amount; what is none stays as typed and is found by the checks."""

    def __init__(self, currency: str = "EUR", parent: QWidget | None = None) -> None:
        """Build an empty line with the currency behind it."""
        super().__init__(parent)
        self.line.setMaximumWidth(GRID * 20)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        unit = QLabel(currency)
        set_role(unit, "quiet")
        self.row.addWidget(unit)
        self.row.addStretch(1)

    def to_text(self, value: Value | None) -> str:
        """Write an amount with two decimals."""
        if isinstance(value, bool) or not isinstance(value, Decimal | int):
            return super().to_text(value)
        return written_amount(Decimal(value), self.locale())

    def to_value(self, text: str) -> Value | None:
        """Give the amount, or the text if it is none."""
        amount = read_amount(text)
        return (text or None) if amount is None else amount

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On leaving, show how the amount was understood; the answer stays what it was."""
        if event.type() is QEvent.Type.FocusOut and isinstance(watched, PlainLine):
            self._show_understood(watched)
        return super().eventFilter(watched, event)

    def _show_understood(self, line: PlainLine) -> None:
        amount = read_amount(line.text())
        if amount is not None:
            line.setText(written_amount(amount, self.locale()))
