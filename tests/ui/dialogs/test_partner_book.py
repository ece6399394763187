"""The partner book, searched and edited by keyboard."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from erasmus_desk.storage.partner_book import Partner, PartnerBook
from tests.ui.dialogs.dialog_driver import press, run_dialog, tab_to, type_in
from tests.ui.editors import EXAMPLES, apply_test_theme, open_session
from ui.dialogs.partner_book import PartnerBookDialog, PartnerBookResult


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> None:
    apply_test_theme(qapp)


@pytest.fixture(scope="module")
def book() -> PartnerBook:
    """All organisations of an example."""
    session = open_session(EXAMPLES[-1])
    book = PartnerBook()
    for item in session.draft.items(session.pack.role("organisations")):
        book = book.remember(session.draft, session.pack, item)
    return book


def choose(book: PartnerBook, *steps: str | Qt.Key) -> PartnerBookResult:
    """Open the book, type and press the steps, and return the result."""

    def act(dialog: PartnerBookDialog) -> None:
        for step in steps:
            if isinstance(step, str):
                type_in(dialog, step)
            else:
                press(dialog, step)

    return run_dialog(PartnerBookDialog, lambda: PartnerBookDialog.ask(None, book, "en"), act)


def list_lines(dialog: PartnerBookDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def get_value(partner: Partner, name: str) -> str:
    return str(partner.role_values[name])


def test_a_name_and_enter_choose_an_organisation(book: PartnerBook) -> None:
    wanted = book.partners[2]
    answer = choose(book, wanted.name.split()[0], Qt.Key.Key_Return)
    assert answer == PartnerBookResult(wanted, book)


def test_a_pic_finds_it(book: PartnerBook) -> None:
    wanted = book.partners[1]
    assert choose(book, get_value(wanted, "pic"), Qt.Key.Key_Return).partner == wanted


def test_a_country_finds_it_by_its_name_in_the_language_of_the_window(book: PartnerBook) -> None:
    wanted = next(one for one in book.partners if get_value(one, "country") == "LT")
    assert choose(book, "lithu", Qt.Key.Key_Return).partner == wanted
    both = f"lithuania {get_value(wanted, 'city')}"
    assert choose(book, both, Qt.Key.Key_Return).partner == wanted


def test_without_a_match_nothing_is_chosen(book: PartnerBook) -> None:
    assert choose(book, "zzz", Qt.Key.Key_Return).partner is None


def test_the_list_is_reached_by_tab_and_chosen_from_by_enter(book: PartnerBook) -> None:
    answer = choose(book, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert answer.partner == book.partners[1]


def test_the_arrow_keys_choose_while_a_name_is_typed(book: PartnerBook) -> None:
    answer = choose(book, "i", Qt.Key.Key_Backspace, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert answer.partner == book.partners[1]


def test_escape_chooses_nothing(book: PartnerBook) -> None:
    assert choose(book, Qt.Key.Key_Escape) == PartnerBookResult(None, book)


def test_what_is_removed_is_not_in_the_book_of_the_result(book: PartnerBook) -> None:
    def act(dialog: PartnerBookDialog) -> None:
        tab_to(dialog, dialog.remove_button)
        press(dialog, Qt.Key.Key_Return)
        assert book.partners[0].name in dialog.removed_label.text()
        assert dialog.undo_button.isVisible()
        tab_to(dialog, dialog.close_button)
        press(dialog, Qt.Key.Key_Return)

    answer = run_dialog(PartnerBookDialog, lambda: PartnerBookDialog.ask(None, book, "en"), act)
    assert answer.partner is None
    assert answer.book.partners == book.partners[1:]


def test_a_removal_has_room_in_the_dialog(book: PartnerBook) -> None:
    long = replace(book.partners[0], name="Staatliche Berufsbildende Schule fur Gesundheit")

    def act(dialog: PartnerBookDialog) -> None:
        tab_to(dialog, dialog.remove_button)
        press(dialog, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert dialog.body_scroll.verticalScrollBar().maximum() == 0

    one = PartnerBook((long,))
    run_dialog(PartnerBookDialog, lambda: PartnerBookDialog.ask(None, one, "en"), act)


def test_each_removal_can_be_undone(book: PartnerBook) -> None:
    def act(dialog: PartnerBookDialog) -> None:
        for _ in range(2):
            tab_to(dialog, dialog.remove_button)
            press(dialog, Qt.Key.Key_Space)
        assert dialog.list.count() == len(book.partners) - 2
        for _ in range(2):
            tab_to(dialog, dialog.undo_button)
            press(dialog, Qt.Key.Key_Space)
        assert not dialog.undo_button.isVisible()
        assert len(list_lines(dialog)) == len(book.partners)

    answer = run_dialog(PartnerBookDialog, lambda: PartnerBookDialog.ask(None, book, "en"), act)
    assert answer.book == book


def test_an_empty_book_says_how_it_is_filled() -> None:
    def act(dialog: PartnerBookDialog) -> None:
        assert "No saved organisations yet" in dialog.count_label.text()
        assert not dialog.use_button.isEnabled()
        assert not dialog.remove_button.isEnabled()

    empty = PartnerBook()
    answer = run_dialog(PartnerBookDialog, lambda: PartnerBookDialog.ask(None, empty, "en"), act)
    assert answer == PartnerBookResult(None, empty)


@pytest.mark.parametrize("height", [300, 430, 470, 900])
def test_organisations_are_shown_whole_as_many_as_there_is_room_for(
    book: PartnerBook, qtbot: QtBot, height: int
) -> None:
    dialog = PartnerBookDialog(None, book, "de")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.fit(QSize(700, height))
    QApplication.processEvents()
    rows = [dialog.list.visualItemRect(dialog.list.item(row)) for row in range(dialog.list.count())]
    assert len(rows) == len(book.partners) > 2
    shown = dialog.list.viewport().rect()
    seen = [row for row in rows if row.intersects(shown)]
    assert all(shown.contains(row) for row in seen)
    assert len(seen) == len(rows) or height < 900
    assert dialog.height() <= height or len(seen) == 1
