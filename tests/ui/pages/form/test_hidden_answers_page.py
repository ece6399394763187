"""The page of hidden answers shows those whose question no longer exists."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from erasmus_desk.draft.model import Key
from erasmus_desk.paths import AppPaths
from tests.ui.editors import EXAMPLES, RESOURCES, apply_test_theme
from tests.ui.keyboard import process_events
from ui.pages.form.hidden_answers_page import HiddenAnswersPage
from ui.session.draft_manager import DraftManager
from ui.session.session import Session
from ui.theme.theme import Theme
from ui.widgets.labels import SelectableLabel

OLD = Path(__file__).parents[3] / "drafts" / "v1" / "plan-as-text.erasmus"


@pytest.fixture
def manager(tmp_path: Path) -> DraftManager:
    return DraftManager(AppPaths(RESOURCES, tmp_path, tmp_path), None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copy(OLD, tmp_path / "old.erasmus"))


def shown_texts(page: HiddenAnswersPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]


def test_answers_of_an_old_draft_without_a_question_are_shown(
    qapp: QApplication, manager: DraftManager, path: Path
) -> None:
    theme = apply_test_theme(qapp)
    opened = manager.open(path, "en")
    draft = opened.session.draft
    assert Key("io.text") not in draft.answers
    page = HiddenAnswersPage(opened.session, theme)
    page.refresh()
    texts = shown_texts(page)
    assert "Description of the outputs" in texts
    assert "O1, a sensor kit.\nO2, a guide — “open” to all." in texts
    assert sum("no longer has a question for these answers" in text for text in texts) == 1
    manager.close(opened)


def test_an_answer_is_reached_and_copied_by_keys_alone(
    qapp: QApplication, qtbot: QtBot, manager: DraftManager, path: Path
) -> None:
    theme = apply_test_theme(qapp)
    opened = manager.open(path, "en")
    page = HiddenAnswersPage(opened.session, theme)
    qtbot.addWidget(page)
    page.refresh()
    page.show()
    page.focus_first()
    process_events()
    answers = page.findChildren(SelectableLabel)
    assert len(answers) > 3
    for label in answers:
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        assert label.hasFocus()
        assert label.hasSelectedText()
    label = next(one for one in answers if one.text().startswith("O1"))
    label.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied == "O1, a sensor kit.\nO2, a guide — “open” to all."
    manager.close(opened)


def test_answers_without_a_question_stay_in_the_file_after_a_change(
    qapp: QApplication, manager: DraftManager, path: Path
) -> None:
    apply_test_theme(qapp)
    opened = manager.open(path, "en")
    orphans = opened.session.draft.orphans
    opened.session.edit(Key("prj.title"), "Sensors in school")
    assert manager.close(opened)
    reopened = manager.open(path, "en")
    assert reopened.session.draft.orphans == orphans
    assert reopened.session.draft.text("prj.title") == "Sensors in school"
    manager.close(reopened)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return apply_test_theme(qapp)


@pytest.fixture
def innovation(manager: DraftManager, tmp_path: Path) -> Iterator[Session]:
    opened = manager.open(Path(shutil.copy(EXAMPLES[-1], tmp_path / "new.erasmus")), "en")
    yield opened.session
    manager.close(opened)


def test_answers_stand_by_record_with_the_choice_they_wait_for(
    innovation: Session, theme: Theme
) -> None:
    innovation.edit(Key(innovation.pack.role("kind")), "good-practice")
    page = HiddenAnswersPage(innovation, theme)
    page.refresh()
    texts = shown_texts(page)
    outputs = innovation.draft.items("outputs")
    names = [innovation.draft.text("io.title", item) for item in outputs]
    titles = [f"O{number} {name}" for number, name in enumerate(names, 1)]
    assert [text for text in texts if text in titles] == titles
    reason = "Asked only if “Main objective” is “Innovation”."
    assert texts.count(reason) == 1
    at = [texts.index(title) for title in titles]
    assert at[0] < texts.index(innovation.draft.text("io.description", outputs[0])) < at[1]

    asked: list[object] = []
    page.jump_requested.connect(asked.append)
    (link,) = {one for one in page.findChildren(QPushButton) if one.text().startswith("Go to")}
    link.click()
    assert asked == [Key(innovation.pack.role("kind"))]


def test_answers_that_are_asked_again_leave_the_page(innovation: Session, theme: Theme) -> None:
    kind = Key(innovation.pack.role("kind"))
    innovation.edit(kind, "good-practice")
    page = HiddenAnswersPage(innovation, theme)
    page.refresh()
    assert len(shown_texts(page)) > 20
    innovation.edit(kind, "innovation")
    page.on_changes(frozenset([kind]))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert shown_texts(page) == ["Answers set aside"]
