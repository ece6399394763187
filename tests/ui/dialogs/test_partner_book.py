"""The partner book, searched and mended by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from erasmus_desk.storage.partner_book import Partner, PartnerBook
from tests.ui.dialogs.asking import answered, press, tab_to, type_in
from tests.ui.editors import EXAMPLES, dressed, session_of
from ui.dialogs.partner_book import BookAnswer, PartnerBookDialog


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    dressed(qapp)


@pytest.fixture(scope="module")
def book() -> PartnerBook:
    """All organisations of an example."""
    session = session_of(EXAMPLES[-1])
    found = PartnerBook()
    for item in session.draft.items(session.pack.role("organisations")):
        found = found.remember(session.draft, session.pack, item)
    return found


def asked(book: PartnerBook, *steps: str | Qt.Key) -> BookAnswer:
    """Open the book, type and press the steps, and give the answer."""

    def act(dialog: PartnerBookDialog) -> None:
        for step in steps:
            if isinstance(step, str):
                type_in(dialog, step)
            else:
                press(dialog, step)

    return answered(PartnerBookDialog, lambda: PartnerBookDialog.ask(None, book, "en"), act)


def lines(dialog: PartnerBookDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def part(partner: Partner, name: str) -> str:
    return str(partner.parts[name])


def test_typing_a_name_and_enter_take_an_organisation(book: PartnerBook) -> None:
    wanted = book.partners[2]
    answer = asked(book, wanted.name.split()[0], Qt.Key.Key_Return)
    assert answer == BookAnswer(wanted, book)


def test_a_pic_finds_it(book: PartnerBook) -> None:
    wanted = book.partners[1]
    assert asked(book, part(wanted, "pic"), Qt.Key.Key_Return).partner == wanted


def test_a_country_finds_it_by_its_name_in_the_language_of_the_window(book: PartnerBook) -> None:
    wanted = next(one for one in book.partners if part(one, "country") == "LT")
    assert asked(book, "lithu", Qt.Key.Key_Return).partner == wanted
    assert asked(book, f"lithuania {part(wanted, 'city')}", Qt.Key.Key_Return).partner == wanted


def test_what_is_not_there_cannot_be_taken(book: PartnerBook) -> None:
    assert asked(book, "zzz", Qt.Key.Key_Return).partner is None


def test_the_list_is_reached_by_tab_and_chosen_from_by_enter(book: PartnerBook) -> None:
    answer = asked(book, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert answer.partner == book.partners[1]


def test_escape_takes_nobody(book: PartnerBook) -> None:
    assert asked(book, Qt.Key.Key_Escape) == BookAnswer(None, book)


def test_what_is_removed_is_gone_from_the_book_of_the_answer(book: PartnerBook) -> None:
    def act(dialog: PartnerBookDialog) -> None:
        tab_to(dialog, dialog.remove_button)
        press(dialog, Qt.Key.Key_Return)
        assert book.partners[0].name in dialog.removed_label.text()
        assert dialog.undo_button.isVisible()
        tab_to(dialog, dialog.close_button)
        press(dialog, Qt.Key.Key_Return)

    answer = answered(PartnerBookDialog, lambda: PartnerBookDialog.ask(None, book, "en"), act)
    assert answer.partner is None
    assert answer.book.partners == book.partners[1:]


def test_each_removal_can_be_taken_back(book: PartnerBook) -> None:
    def act(dialog: PartnerBookDialog) -> None:
        for _ in range(2):
            tab_to(dialog, dialog.remove_button)
            press(dialog, Qt.Key.Key_Space)
        assert dialog.list.count() == len(book.partners) - 2
        for _ in range(2):
            tab_to(dialog, dialog.undo_button)
            press(dialog, Qt.Key.Key_Space)
        assert not dialog.undo_button.isVisible()
        assert len(lines(dialog)) == len(book.partners)

    answer = answered(PartnerBookDialog, lambda: PartnerBookDialog.ask(None, book, "en"), act)
    assert answer.book == book


def test_an_empty_book_says_how_it_is_filled() -> None:
    def act(dialog: PartnerBookDialog) -> None:
        assert "empty" in dialog.count_label.text()
        assert not dialog.take_button.isEnabled()
        assert not dialog.remove_button.isEnabled()

    empty = PartnerBook()
    answer = answered(PartnerBookDialog, lambda: PartnerBookDialog.ask(None, empty, "en"), act)
    assert answer == BookAnswer(None, empty)
