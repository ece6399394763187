"""The buttons above a list show their texts where there is room, and cut none."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.editors import EXAMPLES, apply_test_theme, open_session
from tests.ui.keyboard import process_events
from ui.pages.items.tools import ItemTools


def test_a_text_that_comes_back_with_the_room_is_not_cut(qtbot: QtBot, qapp: QApplication) -> None:
    theme, session = apply_test_theme(qapp), open_session(EXAMPLES[0])
    tools = ItemTools(session.pack.role("organisations"), session, theme)
    qtbot.addWidget(tools)
    tools.show()
    for width in (1100, 500, 1100, 500):
        tools.resize(width, 40)
        process_events()
        assert bool(tools.paste_button.text()) is (width > 500)
        for button in (tools.add_button, tools.partner_book_button, tools.paste_button):
            assert button.width() >= button.sizeHint().width()


def test_a_width_shows_the_same_texts_whatever_was_shown_before(
    qtbot: QtBot, qapp: QApplication
) -> None:
    """A row that answers each arrangement with another one is arranged without end."""
    theme, session = apply_test_theme(qapp), open_session(EXAMPLES[0])
    tools = ItemTools(session.pack.role("organisations"), session, theme)
    qtbot.addWidget(tools)
    tools.resize(1100, 40)
    tools.show()
    process_events()
    widest = tools.needed_width()
    for width in range(widest - 20, widest + 5):
        texts: list[str] = []
        for height in (100, 120, 140):
            tools.resize(width, height)
            process_events()
            texts.append(tools.paste_button.text())
        assert len(set(texts)) == 1, width
