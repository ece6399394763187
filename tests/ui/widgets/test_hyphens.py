"""Words that are wider than the narrowest page are parted with a hyphen; no others are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui.widgets.hyphens import BREAK, HYPHEN, find_places, hyphenate
from ui.widgets.labels import break_addresses, wrapped_label

LONG = "Multiplikatorenveranstaltungen"


@pytest.mark.parametrize(
    ("word", "parted"),
    [
        ("Projektmanagement", "Projekt-management"),
        ("Samenwerkingsafspraken", "Samenwerkings-afspraken"),
        ("Budgetübersicht", "Budget-übersicht"),
        ("établissements", "établisse-ments"),
        ("Rechtsform", "Rechts-form"),
    ],
)
def test_a_word_is_parted_where_a_reader_of_its_language_would(word: str, parted: str) -> None:
    place = find_places(word)[0]
    assert f"{word[:place]}-{word[place:]}" == parted


def test_no_part_is_wider_than_its_room_and_a_word_with_room_stays_whole(
    qapp: QApplication,
) -> None:
    metrics = QFontMetrics(qapp.font())
    wide = metrics.horizontalAdvance(LONG)
    assert hyphenate(f"die {LONG} der", metrics, wide) == f"die {LONG} der"
    for width in (wide - 1, wide // 2, wide // 4):
        parted = hyphenate(f"die {LONG} der", metrics, width)
        assert parted.replace(HYPHEN, "") == f"die {LONG} der"
        parts = parted.split(" ")[1].split(HYPHEN)
        assert max(metrics.horizontalAdvance(f"{one}-") for one in parts[:-1]) <= width
        assert metrics.horizontalAdvance(parts[-1]) <= width


ADDRESS = "https://www.example.org/new/16828/information-on-measures-in-the-programme-concerning"


@pytest.mark.parametrize("address", [ADDRESS, "/home/ann/information/measures/programme"])
@pytest.mark.parametrize("break_at", [str, break_addresses])
def test_an_address_is_parted_without_a_hyphen(
    qapp: QApplication, address: str, break_at: Callable[[str], str]
) -> None:
    metrics = QFontMetrics(qapp.font())
    for width in (metrics.horizontalAdvance("information"), 80):
        parted = hyphenate(f"In {break_at(address)}.", metrics, width)
        assert parted.replace(BREAK, "") == f"In {address}."
        assert max(metrics.horizontalAdvance(one) for one in parted.split(BREAK)) <= 2 * width


def test_a_label_parts_its_words_in_large_type_alone_and_says_them_whole(qtbot: QtBot) -> None:
    label = wrapped_label(LONG)
    qtbot.addWidget(label)
    whole = label.minimumSizeHint().width()
    font = label.font()
    for size, has_hyphen in ((13, False), (40, True), (13, False)):
        font.setPixelSize(size)
        label.setFont(font)
        # The label as Qt shows and reads it out, without the words of the label's own.
        assert (HYPHEN in QLabel.text(label)) is has_hyphen
        assert label.text() == LONG
        assert label.accessibleName() == (LONG if has_hyphen else "")
    assert label.minimumSizeHint().width() <= whole * 13 // 10
