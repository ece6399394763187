"""The search in all answers, by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.search import find
from tests.ui.dialogs.dialog_driver import press, type_in
from tests.ui.editors import EXAMPLES, apply_test_theme, open_session
from tests.ui.keyboard import process_events
from ui.dialogs.search_panel import MAX_RESULTS, Match, SearchPanel
from ui.session.session import Session


@pytest.fixture
def session() -> Session:
    return open_session(EXAMPLES[-1])


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication, session: Session) -> SearchPanel:
    built = SearchPanel(session, apply_test_theme(qapp))
    qtbot.addWidget(built)
    built.show()
    built.focus_first()
    return built


def list_lines(panel: SearchPanel) -> list[str]:
    return [panel.list.item(row).text() for row in range(panel.list.count())]


def test_results_follow_typing(panel: SearchPanel, session: Session) -> None:
    type_in(panel, "sensor")
    hits = find(session.draft, session.pack, "sensor")
    assert len(list_lines(panel)) == len(hits) > 0
    assert hits[0].excerpt in list_lines(panel)[0]
    assert session.texts.short_label(hits[0].key.question) in list_lines(panel)[0]
    assert str(len(hits)) in panel.count_label.text()
    type_in(panel, "zzz")
    assert list_lines(panel) == []
    assert not panel.list.isVisible()


@pytest.mark.parametrize("width", [683, 1366])
def test_no_result_is_cut_at_the_foot_of_the_list(panel: SearchPanel, width: int) -> None:
    panel.resize(width, 768)
    type_in(panel, "school")
    process_events()
    rows = (panel.list.visualItemRect(panel.list.item(row)) for row in range(panel.list.count()))
    room = panel.list.viewport().height()
    shown = [row for row in rows if row.top() < room]
    assert 2 <= len(shown) < panel.list.count()
    assert shown[-1].bottom() < room


def test_enter_goes_to_the_first_answer(panel: SearchPanel, session: Session) -> None:
    type_in(panel, "sensor")
    chosen: list[Key] = []
    panel.chosen.connect(chosen.append)
    press(panel, Qt.Key.Key_Return)
    assert chosen == [find(session.draft, session.pack, "sensor")[0].key]


def test_the_arrow_leads_into_the_list(panel: SearchPanel, session: Session) -> None:
    type_in(panel, "sensor")
    press(panel, Qt.Key.Key_Down, Qt.Key.Key_Down)
    chosen: list[Key] = []
    panel.chosen.connect(chosen.append)
    press(panel, Qt.Key.Key_Return)
    assert chosen == [find(session.draft, session.pack, "sensor")[1].key]


def test_escape_closes_it_from_the_line_and_from_the_list(qtbot: QtBot, panel: SearchPanel) -> None:
    with qtbot.waitSignal(panel.closed):
        press(panel, Qt.Key.Key_Escape)
    type_in(panel, "sensor")
    press(panel, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.closed):
        press(panel, Qt.Key.Key_Escape)


def test_tab_goes_from_what_is_sought_to_what_replaces_it(panel: SearchPanel) -> None:
    panel.show_replacing(is_shown=True)
    type_in(panel, "sensor")
    parts = (panel.replace_line, panel.replace_button, panel.replace_all_button, panel.list)
    for part in (*parts, panel.close_button, panel.line):
        press(panel, Qt.Key.Key_Tab)
        assert part.hasFocus()


def test_enter_without_a_result_does_nothing(qtbot: QtBot, panel: SearchPanel) -> None:
    with qtbot.assertNotEmitted(panel.chosen):
        press(panel, Qt.Key.Key_Return)
        type_in(panel, "zzz")
        press(panel, Qt.Key.Key_Return)


def test_an_answer_of_an_organisation_says_whose_it_is(
    panel: SearchPanel, session: Session
) -> None:
    second = session.draft.items("organisations")[1]
    city = session.draft.text("org.city", second)
    type_in(panel, city)
    owner = session.draft.text("org.name_lat", second)
    assert any(f"– {owner}\n" in line for line in list_lines(panel))


def test_a_parked_answer_says_so(panel: SearchPanel, session: Session) -> None:
    session.edit(Key(session.pack.role("kind")), "good-practice")
    output = session.draft.items("outputs")[0]
    type_in(panel, session.draft.text("io.title", output))
    assert any("(set aside)\n" in line for line in list_lines(panel))


def test_results_follow_the_draft_once_it_rests(
    qtbot: QtBot, panel: SearchPanel, session: Session
) -> None:
    type_in(panel, "xylophone")
    assert list_lines(panel) == []
    session.edit(Key("sum.text"), "Each school builds a xylophone.")
    qtbot.waitUntil(lambda: len(list_lines(panel)) == 1)


def test_more_than_can_be_read_is_counted_but_not_listed(
    panel: SearchPanel, session: Session
) -> None:
    for number in range(MAX_RESULTS + 10):
        session.add_item("organisations", values={"org.city": f"Gent {number}"})
    type_in(panel, "gent")
    assert panel.list.count() == MAX_RESULTS
    assert str(MAX_RESULTS) in panel.count_label.text()
    assert str(len(find(session.draft, session.pack, "gent"))) in panel.count_label.text()


def test_opened_again_the_old_words_are_there_to_be_replaced(panel: SearchPanel) -> None:
    type_in(panel, "sensor")
    panel.focus_first()
    assert panel.line.selectedText() == "sensor"


def texts_with(session: Session, words: str) -> list[str]:
    hits = find(session.draft, session.pack, words)
    return [session.draft.text(hit.key.question, hit.key.item) for hit in hits]


def test_all_places_are_replaced_in_one_undo_step(panel: SearchPanel, session: Session) -> None:
    before = session.draft
    places = sum(text.lower().count("sensor") for text in texts_with(session, "sensor"))
    type_in(panel, "sensor")
    panel.replace_line.setText("Fühler")
    QTest.mouseClick(panel.replace_all_button, Qt.MouseButton.LeftButton)
    assert texts_with(session, "sensor") == []
    assert sum(text.count("Fühler") for text in texts_with(session, "fuhler")) == places
    assert panel.count_label.text().startswith(f"{places} ")
    session.undo_stack.undo()
    assert session.draft == before


def test_places_are_replaced_one_by_one_and_each_is_marked_first(
    panel: SearchPanel, session: Session
) -> None:
    summary = Key("sum.text")
    text = "Zig\u00adzag, \u201ezigzag\u201c and zigzag."
    session.edit(summary, text)
    type_in(panel, "zigzag")
    panel.replace_line.setText("Z")
    marked: list[Match] = []
    panel.marked.connect(marked.append)
    seen: list[str] = []
    for _ in range(4):
        QTest.mouseClick(panel.replace_button, Qt.MouseButton.LeftButton)
        seen.append(session.draft.text(summary.question))
    assert [one.key for one in marked] == [summary] * 3
    assert (marked[0].start, marked[0].end) == (0, 7)
    assert seen == [
        text,
        "Z, \u201ezigzag\u201c and zigzag.",
        "Z, \u201eZ\u201c and zigzag.",
        "Z, \u201eZ\u201c and Z.",
    ]


def test_nothing_is_replaced_in_answers_that_are_set_aside(
    panel: SearchPanel, session: Session
) -> None:
    session.edit(Key(session.pack.role("kind")), "good-practice")
    (output, *_) = session.draft.items("outputs")
    title = session.draft.text("io.title", output)
    type_in(panel, title)
    panel.replace_line.setText("other")
    QTest.mouseClick(panel.replace_all_button, Qt.MouseButton.LeftButton)
    assert session.draft.text("io.title", output) == title


@pytest.mark.parametrize("text_scale", [100, 200])
def test_no_line_of_a_result_is_cut_in_two(
    qapp: QApplication, qtbot: QtBot, session: Session, text_scale: int
) -> None:
    panel = SearchPanel(session, apply_test_theme(qapp, text_scale=text_scale))
    qtbot.addWidget(panel)
    panel.resize(1366, 768)
    panel.show()
    panel.focus_first()
    type_in(panel, "school")
    QApplication.processEvents()
    shown, bottom = panel.list, panel.list.viewport().height()
    rows = [shown.visualRect(shown.model().index(row, 0)) for row in range(shown.count())]
    assert bottom in {row.bottom() + 1 for row in rows}
