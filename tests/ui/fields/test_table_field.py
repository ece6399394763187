"""Rows of a table: told by their cells, added and removed without losing the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from erasmus_desk.draft.model import Change, Key, Value
from tests.ui.editors import EXAMPLES, dressed, session_of
from ui.fields.line_fields import LineField, NumberField
from ui.fields.question_box import Remark
from ui.fields.table_field import Column, Row, TableBox
from ui.pages.form.questions_view import QuestionsView

COLUMNS = (Column("eup.programme", "Programme"), Column("eup.year", "Year"))
YEAR = Key("eup.year", "r2")


def table(qtbot: QtBot, *items: str) -> TableBox:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    made = TableBox(Key("eu_projects", "o1"), "Projects", COLUMNS, "Add", dressed(app))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_rows(tuple(Row(item, (LineField(), NumberField())) for item in items))
    return made


def words_of(made: TableBox) -> str:
    return "\n".join(label.text() for label in made.findChildren(QLabel) if label.isVisible())


def test_a_cell_is_shown_without_an_echo_and_tells_its_own_key(qtbot: QtBot) -> None:
    made = table(qtbot, "r1", "r2")
    told: list[tuple[Key, Value | None]] = []

    def hear(key: Key, value: Value | None) -> None:
        told.append((key, value))

    made.edited.connect(hear)
    made.set_cell(YEAR, 201)
    assert told == []
    year = made.cell(YEAR)
    assert isinstance(year, NumberField)
    year.line.end(False)
    QTest.keyClicks(year.line, "5")
    assert told == [(YEAR, 2015)]


def test_a_finding_at_a_cell_is_told_in_words_and_goes_when_it_is_mended(qtbot: QtBot) -> None:
    made = table(qtbot, "r1", "r2")
    year = made.cell(YEAR)
    assert isinstance(year, NumberField)
    made.set_remarks({YEAR: (Remark("No year.", is_grave=True),), Key("other"): ()})
    QApplication.processEvents()
    assert "Year 2: No year." in words_of(made)
    assert year.line.accessibleDescription() == "No year."
    made.set_remarks({})
    QApplication.processEvents()
    assert year.line.accessibleDescription() == ""
    assert year.toolTip() == ""


def test_the_keyboard_follows_a_row_that_is_added_and_one_that_goes(
    qtbot: QtBot, qapp: QApplication
) -> None:
    session = session_of(next(one for one in EXAMPLES if "vet" in one.name))
    organisation = session.draft.items("organisations")[0]
    groups = tuple(
        group
        for section in session.form.sections
        for group in section.groups
        if group.id == "applicant_background"
    )
    view = QuestionsView(session, dressed(qapp), groups, item=organisation)
    qtbot.addWidget(view)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()

    def follow(changes: tuple[Change, ...]) -> None:
        view.on_changes(frozenset(change.key for change in changes))

    session.changed.connect(follow)  # as the desk does
    (made,) = view.parts.tables.values()
    before = session.draft.items("eu_projects", organisation)
    made.add_button.setFocus()
    QTest.keyClick(made.add_button, Qt.Key.Key_Space)
    new = session.draft.items("eu_projects", organisation)[-1]
    cell = made.cell(Key("eup.programme", new))
    assert cell is not None
    QTest.keyClicks(QApplication.focusWidget() or view, "Comenius")
    assert session.draft.text("eup.programme", new) == "Comenius"
    for row in reversed((*before, new)):
        button = next(one for one in made.findChildren(QToolButton) if one.objectName() == row)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert made.isAncestorOf(focus)
    assert QApplication.focusWidget() is made.add_button
    assert session.draft.items("eu_projects", organisation) == ()
    session.undo_stack.undo()
    assert made.shown_items() == session.draft.items("eu_projects", organisation) != ()
