"""The mouse wheel scrolls; it changes no answer, no tab and no choice, on no page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)

from tests.ui.keyboard import process_events
from tests.ui.test_plan_walk import EXAMPLES, PLAN, open_in_editor
from ui.controllers.application import ApplicationController
from ui.main_window.window import MainWindow
from ui.pages.activities.page import ActivitiesPage
from ui.wizard.wizard import NewProposalWizard

INPUTS = (
    QComboBox,
    QTabBar,
    QAbstractSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QAbstractButton,
)
NOTCH = QPoint(0, 120)


def inputs_of(root: QWidget) -> list[QWidget]:
    """Everything in which something is chosen or typed, and which is shown."""
    return [
        child
        for child in root.findChildren(QWidget)
        if isinstance(child, INPUTS) and child.isVisible() and child.isEnabled()
    ]


def bring_into_view(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def turn_wheel_over(window: MainWindow, widget: QWidget, *, with_focus: bool) -> None:
    """Turn the wheel both ways over a widget, as the system reports it to the window."""
    if with_focus:
        widget.setFocus(Qt.FocusReason.MouseFocusReason)
    for angle in (NOTCH, -NOTCH, -NOTCH, NOTCH):
        seen = widget.visibleRegion().boundingRect()
        if seen.isEmpty():
            return
        place = widget.mapTo(window, seen.center())
        QTest.wheelEvent(window.windowHandle(), place.toPointF(), angle)


def choices_of(root: QWidget) -> list[tuple[str, object]]:
    """What is chosen in every combo box and tab bar, and checked."""
    return [
        *(("combo", box.currentIndex()) for box in root.findChildren(QComboBox)),
        *(("tab", bar.currentIndex()) for bar in root.findChildren(QTabBar)),
        *(("button", button.isChecked()) for button in root.findChildren(QAbstractButton)),
    ]


def turn_wheel_everywhere(window: MainWindow, page: QWidget) -> int:
    """Turn the wheel over every input of a page, first without, then with the focus."""
    inputs = inputs_of(page)
    before = choices_of(page)
    for with_focus in (False, True):
        for widget in inputs:
            bring_into_view(widget)
            turn_wheel_over(window, widget, with_focus=with_focus)
    process_events()
    assert choices_of(page) == before
    return len(inputs)


@pytest.mark.parametrize(
    "example",
    [
        # The other has the same pages, with fewer lists.
        pytest.param(one, marks=[] if one == "innovation-vet" else [pytest.mark.prove])
        for one in EXAMPLES
    ],
)
def test_the_wheel_over_every_page_of_a_proposal_changes_no_answer(
    controller: ApplicationController, example: str
) -> None:
    """Each step that is shown is in view in the list besides."""
    editor = open_in_editor(controller, example)
    draft, turned, view = editor.session.draft, 0, editor.step_list.view
    # Each of the thousand turns of the wheel would paint the window.
    controller.window.setUpdatesEnabled(False)
    for step in reversed(editor.steps()):
        editor.show_step(step)
        process_events()
        assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
        page = editor.current_page()
        assert page is not None
        turned += turn_wheel_everywhere(controller.window, page)
        if isinstance(page, ActivitiesPage):
            for row in {row.list_id: row for row in page.list_view.model.rows}.values():
                page.open_activity(row.key)
                process_events()
                turned += turn_wheel_everywhere(controller.window, page)
            page.close_editor()
        assert editor.session.draft is draft
        assert editor.step == step
    assert turned > 150


def test_the_wheel_changes_nothing_in_the_guided_start(controller: ApplicationController) -> None:
    controller.new_proposal()
    process_events()
    wizard = controller.window.stack.currentWidget()
    assert isinstance(wizard, NewProposalWizard)
    assert turn_wheel_everywhere(controller.window, wizard) > 0


def test_the_wheel_over_a_choice_scrolls_the_page(controller: ApplicationController) -> None:
    editor = open_in_editor(controller, EXAMPLES[0])
    # The form of an activity is the longest page with choices.
    for step in sorted(editor.steps(), key=lambda one: one != PLAN):
        editor.show_step(step)
        process_events()
        page = editor.current_page()
        assert page is not None
        if isinstance(page, ActivitiesPage):
            page.open_activity(page.list_view.model.rows[0].key)
            process_events()
        combos = [one for one in inputs_of(page) if isinstance(one, QComboBox)]
        if combos and page.verticalScrollBar().maximum() > page.height():
            page.ensureWidgetVisible(combos[0])
            page.verticalScrollBar().setValue(0)
            place = combos[0].mapTo(controller.window, combos[0].rect().center())
            QTest.wheelEvent(controller.window.windowHandle(), place.toPointF(), -NOTCH)
            process_events()
            assert page.verticalScrollBar().value() > 0
            return
    pytest.fail("no page has a choice and more than it can show")
