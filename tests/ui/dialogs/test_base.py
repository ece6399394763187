"""The base of all dialogs."""

from __future__ import annotations

import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from erasmus_desk.storage.partner_book import PartnerBook
from erasmus_desk.storage.settings import Settings
from tests.ui.dialogs.dialog_driver import press
from tests.ui.editors import apply_test_theme
from ui.dialogs.about import AboutDialog, ShortcutsDialog
from ui.dialogs.base import Dialog
from ui.dialogs.compare import CompareDialog
from ui.dialogs.partner_book import PartnerBookDialog
from ui.dialogs.preferences import PreferencesDialog
from ui.widgets.labels import wrapped_label
from ui.widgets.layouts import measure_again

NARROW = QSize(320, 240)
TEXT = "Words that go on and on, as they do in a form. "


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication) -> Dialog:
    apply_test_theme(qapp)
    built = Dialog(None)
    qtbot.addWidget(built)
    built.set_title("A title")
    return built


def test_it_is_as_high_as_its_text_needs_and_no_higher(dialog: Dialog) -> None:
    dialog.body.addWidget(wrapped_label(TEXT))
    dialog.add_button("Close")
    dialog.show()
    low = dialog.height()
    dialog.body.addWidget(wrapped_label(TEXT * 6))
    QApplication.processEvents()
    dialog.fit(QSize(1366, 768))
    assert low < dialog.height() < 768
    assert not dialog.body_scroll.verticalScrollBar().isVisible()


def test_it_is_never_larger_than_its_room_and_scrolls_instead(dialog: Dialog) -> None:
    dialog.body.addWidget(wrapped_label(TEXT * 40))
    dialog.add_button("Close")
    dialog.show()
    dialog.fit(NARROW)
    assert dialog.size() == NARROW
    assert dialog.body_scroll.verticalScrollBar().maximum() > 0


def test_buttons_that_do_not_fit_side_by_side_are_below_each_other(dialog: Dialog) -> None:
    buttons = [dialog.add_button(f"A button with many words, number {place}") for place in range(3)]
    dialog.show()
    dialog.fit(NARROW)
    QApplication.processEvents()
    assert len({button.x() for button in buttons}) == 1
    assert len({button.y() for button in buttons}) == 3
    dialog.fit(QSize(1366, 768))
    QApplication.processEvents()
    assert len({button.y() for button in buttons}) == 1


def test_what_has_the_focus_stays_in_sight_when_lines_come_above_it(
    dialog: Dialog, qtbot: QtBot
) -> None:
    above, line = wrapped_label(""), QLineEdit()
    for widget in (wrapped_label(TEXT * 6), above, line, wrapped_label(TEXT * 20)):
        dialog.body.addWidget(widget)
    dialog.show()
    dialog.fit(NARROW)
    QApplication.processEvents()
    line.setFocus()
    dialog.body_scroll.ensureWidgetVisible(line)
    before = dialog.body_widget.height()
    above.setText(TEXT * 8)
    measure_again(above)
    qtbot.waitUntil(lambda: dialog.body_widget.height() > before)
    QApplication.processEvents()
    assert line.visibleRegion().boundingRect() == line.rect()


def test_it_scrolls_by_pages_with_the_focus_on_its_buttons(dialog: Dialog) -> None:
    dialog.body.addWidget(wrapped_label(TEXT * 40))
    button = dialog.add_button("Close")
    dialog.show()
    dialog.fit(NARROW)
    button.setFocus()
    bar = dialog.body_scroll.verticalScrollBar()
    press(dialog, Qt.Key.Key_PageDown)
    assert bar.value() == bar.pageStep()
    press(dialog, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_escape_closes_it(dialog: Dialog) -> None:
    line = QLineEdit()
    dialog.body.addWidget(line)
    line.setFocus()
    dialog.show()
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.result() == Dialog.DialogCode.Rejected


def test_its_title_is_its_name(dialog: Dialog) -> None:
    assert (dialog.windowTitle(), dialog.accessibleName()) == ("A title", "A title")


@pytest.mark.parametrize(
    "kind", [AboutDialog, ShortcutsDialog, PreferencesDialog, CompareDialog, PartnerBookDialog]
)
def test_a_closed_dialog_is_deleted(qapp: QApplication, kind: type[Dialog]) -> None:
    apply_test_theme(qapp)
    builders: dict[type[Dialog], Callable[[], Dialog]] = {
        AboutDialog: lambda: AboutDialog(None, "1"),
        ShortcutsDialog: lambda: ShortcutsDialog(None, ()),
        PreferencesDialog: lambda: PreferencesDialog(None, Settings(), ("en",)),
        CompareDialog: lambda: CompareDialog(None, "", "", (), ("", "")),
        PartnerBookDialog: lambda: PartnerBookDialog(None, PartnerBook(), "en"),
    }
    dialog = builders[kind]()
    reference = weakref.ref(dialog)
    QTimer.singleShot(0, dialog.reject)
    dialog.run()
    del dialog
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert reference() is None
