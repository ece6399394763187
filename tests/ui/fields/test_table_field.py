"""Rows of a table: edited by cell, added and removed without losing the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from erasmus_desk.draft.model import Change, Key, Value
from tests.ui.access_walk import find_cut_off
from tests.ui.editors import EXAMPLES, apply_test_theme, open_session
from ui.fields.line_fields import LineField, NumberField
from ui.fields.row_cards import RowCardList
from ui.fields.table_field import TableBox, TableColumn, TableRow
from ui.fields.values import Remark
from ui.pages.form.questions_view import QuestionsView
from ui.widgets.fold import FoldButton

COLUMNS = (TableColumn("eup.programme", "Programme"), TableColumn("eup.year", "Year"))
YEAR = Key("eup.year", "r2")


def build_table(qtbot: QtBot, *items: str) -> TableBox:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    table_box = TableBox(
        Key("eu_projects", "o1"), "Projects", COLUMNS, "Add", apply_test_theme(app)
    )
    qtbot.addWidget(table_box)
    with qtbot.waitActive(table_box):
        table_box.show()
        table_box.activateWindow()
    table_box.show_rows(tuple(TableRow(item, (LineField(), NumberField())) for item in items))
    return table_box


def visible_text(table_box: TableBox | RowCardList) -> str:
    return "\n".join(label.text() for label in table_box.findChildren(QLabel) if label.isVisible())


def test_showing_a_cell_emits_no_edit_and_an_edit_has_its_key(qtbot: QtBot) -> None:
    table_box = build_table(qtbot, "r1", "r2")
    edits: list[tuple[Key, Value | None]] = []

    def record(key: Key, value: Value | None) -> None:
        edits.append((key, value))

    table_box.edited.connect(record)
    table_box.set_cell(YEAR, 201)
    assert edits == []
    year = table_box.cell(YEAR)
    assert isinstance(year, NumberField)
    year.line.end(False)
    QTest.keyClicks(year.line, "5")
    assert edits == [(YEAR, 2015)]


def test_a_finding_at_a_cell_is_shown_in_words_and_removed_when_fixed(qtbot: QtBot) -> None:
    table_box = build_table(qtbot, "r1", "r2")
    year = table_box.cell(YEAR)
    assert isinstance(year, NumberField)
    table_box.set_remarks({YEAR: (Remark("No year.", is_blocking=True),), Key("other"): ()})
    QApplication.processEvents()
    assert "Year 2: No year." in visible_text(table_box)
    assert year.line.accessibleDescription() == "No year."
    table_box.set_remarks({})
    QApplication.processEvents()
    assert year.line.accessibleDescription() == ""
    assert year.toolTip() == ""


@pytest.mark.parametrize("is_in_cards", [False, True])
def test_a_finding_of_the_whole_table_is_below_its_rows_until_it_is_fixed(
    is_in_cards: bool, qtbot: QtBot, qapp: QApplication
) -> None:
    table_box = build_table(qtbot, "r1")
    shown: TableBox | RowCardList = table_box
    if is_in_cards:
        shown = RowCardList(table_box.key, "Projects", COLUMNS, "Add", apply_test_theme(qapp))
        qtbot.addWidget(shown)
        shown.show()
        shown.show_items(("r1",))
    other = Key("eu_projects", "o2")
    shown.set_remarks({other: (Remark("Not of this table.", is_blocking=True),)})
    shown.set_remarks({table_box.key: (Remark("500 left.", is_blocking=True),)})
    QApplication.processEvents()
    assert "500 left." in visible_text(shown)
    assert "Not of this table." not in visible_text(shown)
    shown.set_remarks({})
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert "500 left." not in visible_text(shown)


def test_the_focus_follows_rows_that_are_added_and_removed(
    qtbot: QtBot, qapp: QApplication
) -> None:
    session = open_session(next(one for one in EXAMPLES if "vet" in one.name))
    organisation = session.draft.items("organisations")[0]
    groups = tuple(
        group
        for section in session.form.sections
        for group in section.groups
        if group.id == "applicant_background"
    )
    view = QuestionsView(session, apply_test_theme(qapp), groups, item=organisation)
    qtbot.addWidget(view)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()

    def follow(changes: tuple[Change, ...]) -> None:
        view.on_changes(frozenset(change.key for change in changes))

    session.changed.connect(follow)  # as the desk does
    (table_box,) = view.widgets.tables.values()
    before = session.draft.items("eu_projects", organisation)
    table_box.add_button.setFocus()
    QTest.keyClick(table_box.add_button, Qt.Key.Key_Space)
    new = session.draft.items("eu_projects", organisation)[-1]
    cell = table_box.cell(Key("eup.programme", new))
    assert cell is not None
    QTest.keyClicks(QApplication.focusWidget() or view, "Comenius")
    assert session.draft.text("eup.programme", new) == "Comenius"
    for row in reversed((*before, new)):
        button = next(one for one in table_box.findChildren(QToolButton) if one.objectName() == row)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert table_box.isAncestorOf(focus)
    assert QApplication.focusWidget() is table_box.add_button
    assert session.draft.items("eu_projects", organisation) == ()
    session.undo_stack.undo()
    assert table_box.shown_items() == session.draft.items("eu_projects", organisation) != ()


def test_the_line_of_a_row_says_everything_in_a_narrow_column(
    qtbot: QtBot, qapp: QApplication
) -> None:
    key = Key("eu_projects", "o1")
    rows = RowCardList(key, "Projects", COLUMNS, "Add", apply_test_theme(qapp))
    qtbot.addWidget(rows)
    rows.resize(240, 400)
    rows.show()
    rows.show_items(("r1",))
    summary = "Universidade Técnica do Mondego, Coimbra\u00a0· 2015\u00a0· Comenius partnerships"
    rows.set_summary("r1", 1, summary)
    QApplication.processEvents()
    assert f"1.  {summary}" in visible_text(rows)
    assert find_cut_off(rows) == []
    (head,) = rows.findChildren(FoldButton)
    assert head.accessibleName() == f"Row 1.  {summary}. folded"
    QTest.mouseClick(head, Qt.MouseButton.LeftButton)
    assert head.accessibleName() == f"Row 1.  {summary}. unfolded"


@pytest.mark.parametrize("is_blocking", [True, False])
def test_only_what_blocks_is_a_problem_of_a_row(
    qtbot: QtBot, qapp: QApplication, *, is_blocking: bool
) -> None:
    rows = RowCardList(YEAR, "Projects", COLUMNS, "Add", apply_test_theme(qapp))
    qtbot.addWidget(rows)
    rows.build_fields = lambda _, __: (LineField(), NumberField())
    rows.show_items(("r2",))
    rows.set_summary("r2", 1, "Comenius")
    card = rows.open_card("r2")
    rows.set_remarks({YEAR: (Remark("A remark.", is_blocking=is_blocking),)})
    assert ("(has a problem)" in card.head.accessibleName()) is is_blocking
    label = next(one for one in card.findChildren(QLabel) if one.text() == "A remark.")
    assert label.property("role") == ("warm" if is_blocking else "quiet")
