"""Changes are decided on one by one, by letters too, and nothing is decided by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import UnresolvedItem
from erasmus_desk.review_import.decisions import Resolution, RowResolution
from erasmus_desk.review_import.result import (
    AnswerMerge,
    FormatLoss,
    ImportResult,
    LossKind,
    RowAdded,
    RowRemoved,
)
from tests.ui.conftest import copy_example
from tests.ui.editors import EXAMPLES
from tests.ui.keyboard import Keyboard, process_events
from tests.ui.pages.review_import.results import (
    RATIONALE,
    RESULTS,
    SUMMARY,
    build_result,
    propose,
)
from ui.controllers.application import ApplicationController
from ui.fields.text_box import GrowingTextEdit
from ui.main_window.editor import Editor
from ui.pages.review_import.change_strip import ChangeStrip
from ui.pages.review_import.changed_text import FoldedSentences, MarkedText
from ui.pages.review_import.decision_model import DecisionModel, resolution_of
from ui.pages.review_import.page import ReviewImportPage


@pytest.fixture
def first_draft(home: Path) -> Path:
    return copy_example(EXAMPLES[0], home)


@pytest.fixture
def editor(controller: ApplicationController) -> Editor:
    process_events()
    assert controller.window.editor is not None
    return controller.window.editor


def show(editor: Editor, result: ImportResult) -> ReviewImportPage:
    editor.show_review_import(DecisionModel(result))
    process_events()
    page = editor.current_page()
    assert isinstance(page, ReviewImportPage)
    return page


def resolutions(page: ReviewImportPage) -> list[str]:
    return [
        resolution_of(page.model.decision_for(entry)).value
        for entry in page.entries
        if not isinstance(entry, UnresolvedItem)
    ]


def test_changes_stand_in_the_order_of_the_form_and_wait(editor: Editor) -> None:
    page = show(editor, build_result(editor.session))
    kinds = [type(entry) for entry in page.entries]
    assert kinds[:2] == [RowAdded, RowRemoved]
    assert kinds[2:] == [AnswerMerge, AnswerMerge, UnresolvedItem, AnswerMerge]
    keys = [entry.key for entry in page.entries if isinstance(entry, AnswerMerge)]
    assert keys == [RATIONALE, RESULTS, SUMMARY]
    assert set(resolutions(page)) == {"undecided"}
    assert page.strip.count() == len(page.entries)


def test_all_is_decided_by_letters_alone(editor: Editor, keyboard: Keyboard) -> None:
    page = show(editor, build_result(editor.session))
    before = editor.session.draft
    keyboard.press(Qt.Key.Key_A)
    keyboard.press(Qt.Key.Key_R)
    assert page.entries[page.current] == page.model.items[0]
    keyboard.press(Qt.Key.Key_L)
    keyboard.press(Qt.Key.Key_A)
    assert resolutions(page) == ["take", "leave", "undecided", "merged", "undecided"]
    # The text that is not placed yet is nothing to decide, so the conflict comes next.
    keyboard.press(Qt.Key.Key_2)
    assert resolutions(page)[-1] == Resolution.THEIRS
    keyboard.press(Qt.Key.Key_E)
    box = keyboard.focus
    assert isinstance(box, GrowingTextEdit)
    box.selectAll()
    keyboard.type("Real area left as it is.")
    assert box.content() == "Real area left as it is."
    assert editor.session.draft is before
    keyboard.press(Qt.Key.Key_Escape)
    keyboard.press(Qt.Key.Key_A)
    assert resolutions(page) == ["take", "leave", "merged", "merged", "theirs"]
    assert page.bar.apply_button.text() == "Apply 5 decisions"
    assert page.bar.detail_label.text() == "4 accepted, 1 rejected"


def test_the_focus_stays_on_the_page_while_changes_are_decided(
    editor: Editor, keyboard: Keyboard
) -> None:
    page = show(editor, build_result(editor.session))
    while page.model.undecided_count:
        button = page.card.decisions.buttons()[0]
        button.setFocus()
        keyboard.press(Qt.Key.Key_Space)
        assert page.isAncestorOf(keyboard.focus)
    assert resolutions(page) == ["take", "take", "merged", "merged", "merged"]


def test_the_strip_is_one_stop_with_arrow_keys_and_leaves_letters(
    editor: Editor, keyboard: Keyboard
) -> None:
    page = show(editor, build_result(editor.session))
    keyboard.tab_into(ChangeStrip)
    keyboard.press(Qt.Key.Key_Right, times=2)
    assert page.current == 2
    keyboard.press(Qt.Key.Key_R)
    assert resolutions(page)[2] == Resolution.MINE
    item = page.strip.item(2)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole).endswith(", rejected")


def test_accept_all_leaves_conflicts_and_guesses(editor: Editor) -> None:
    page = show(editor, build_result(editor.session))
    page.bar.accept_button.click()
    assert resolutions(page) == ["take", "take", "merged", "undecided", "undecided"]
    assert page.bar.accept_button.isHidden()
    entry = page.entries[page.current]
    assert isinstance(entry, AnswerMerge)
    assert (entry.key, entry.is_guess) == (RESULTS, True)


def test_a_decision_that_was_made_is_not_made_again_by_accept_all(editor: Editor) -> None:
    page = show(editor, build_result(editor.session))
    page.card.press("R")
    page.bar.accept_button.click()
    assert resolutions(page)[0] == RowResolution.REJECT


def test_only_changed_sentences_are_shown_and_the_others_on_a_click(editor: Editor) -> None:
    text = "One is here. Two is here. Three is here. Four is here. Five is here."
    result = build_result(editor.session)
    change = propose(editor.session, RATIONALE, text.replace("Three", "Both"))
    change = replace(change, sent=text, mine=text)
    page = show(editor, replace(result, answers=(change,), rows=(), unresolved=()))
    (shown,) = page.card.view.texts
    assert shown.toPlainText() == "Three Both is here."
    assert shown.accessibleDescription() == "deleted: Three; inserted: Both"
    first, last = page.card.findChildren(FoldedSentences)
    assert first.button.accessibleName() == "2 sentences unchanged, folded"
    first.button.click()
    assert first.text_label.text() == "One is here. Two is here."
    assert first.button.accessibleName() == "2 sentences unchanged, unfolded"
    assert last.text_label.isHidden()
    assert page.card.decisions.note_label.text() == "68 → 67 of 5,000 characters"


def test_formatting_that_did_not_come_along_is_told_at_its_answer(editor: Editor) -> None:
    losses = (
        FormatLoss(RATIONALE, LossKind.TABLE, "Week | Task", "ann.docx"),
        FormatLoss(RATIONALE, LossKind.SUBSCRIPT, "xmax", "ann.docx"),
        FormatLoss(Key("des.innovation"), LossKind.SUPERSCRIPT, "19th", "ann.docx"),
    )
    page = show(editor, replace(build_result(editor.session), losses=losses))
    assert page.show_key(RATIONALE)
    note = page.card.decisions.note_label.text()
    assert "The table in it is now text, a row on a line: Week | Task" in note
    assert "“xmax” has lost its subscript." in note
    assert page.show_key(SUMMARY)
    assert "Week" not in page.card.decisions.note_label.text()
    # An answer that nobody changed otherwise has no card.
    first, other = page.head.summary_label.text().split("\n")
    assert "ann.docx" in first
    assert other.endswith(": “19th” has lost its superscript.")


def test_a_comment_stands_beside_its_change(editor: Editor) -> None:
    page = show(editor, build_result(editor.session))
    assert page.show_key(RATIONALE)
    process_events()
    texts = [one for one in page.card.findChildren(QLabel) if one.text() == "Which year?"]
    (marked,) = page.card.view.texts
    assert [one.isVisible() for one in texts] == [True]
    assert texts[0].mapTo(page, texts[0].rect().topLeft()).x() > marked.geometry().right()


def test_a_text_that_is_not_placed_yet_is_seen_but_not_decided(editor: Editor) -> None:
    page = show(editor, build_result(editor.session))
    place = next(
        place for place, entry in enumerate(page.entries) if isinstance(entry, UnresolvedItem)
    )
    page.strip.setCurrentRow(place)
    process_events()
    assert page.card.head.status_label.text() == "Not placed yet"
    assert [text.toPlainText() for text in page.card.view.texts] == ["Who pays?"]
    assert page.card.decisions.buttons() == ()
    before = resolutions(page)
    page.card.press("A")
    assert resolutions(page) == before


def test_many_changes_are_shown_a_page_at_a_time(editor: Editor, keyboard: Keyboard) -> None:
    session = editor.session
    keys = [key for key in session.draft.answers if isinstance(session.value(key), str)][:40]
    result = build_result(session)
    answers = tuple(propose(session, key, "Other.") for key in keys)
    page = show(editor, replace(result, answers=answers, rows=(), unresolved=()))
    seen: list[str] = []
    keyboard.tab_into(ChangeStrip)
    for _ in answers:
        seen.append(page.strip.currentItem().text())
        assert page.strip.count() < len(answers)
        keyboard.press(Qt.Key.Key_Right)
    names = [page.strip.currentItem().text()]
    assert len(seen) == len(answers)
    assert seen[-1] == names[0]
    assert page.current == len(answers) - 1


def test_the_wheel_over_a_change_neither_scrolls_inside_it_nor_turns_to_another(
    editor: Editor,
) -> None:
    page = show(editor, build_result(editor.session))
    before = resolutions(page), page.current
    for part in (*page.card.findChildren(MarkedText), page.strip):
        assert part.verticalScrollBar().maximum() == 0
        view = part.viewport()
        at = view.rect().center()
        wheel = QWheelEvent(
            at.toPointF(),
            view.mapToGlobal(at).toPointF(),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view, wheel)
    assert (resolutions(page), page.current) == before
