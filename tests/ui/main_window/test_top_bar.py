"""What the window says of times and numbers: with their day, and in the language of now."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from erasmus_desk.draft.model import Change, ChangeSet, Key
from erasmus_desk.storage.settings import Settings
from tests.ui.conftest import StartProgram, copy_example
from tests.ui.editors import EXAMPLES, RESOURCES
from tests.ui.keyboard import process_events
from tests.ui.shared_program import SharedProgram
from ui.controllers.application import ApplicationController
from ui.fields.text_field import TextField
from ui.main_window import top_bar as module
from ui.main_window.top_bar import TopBar
from ui.session.save_status import SaveState, SaveStatus

RATIONALE = Key("des.rationale")


@pytest.fixture
def controller(shared_program: SharedProgram) -> ApplicationController:
    return shared_program.open(EXAMPLES[0])


@pytest.fixture
def top_bar(controller: ApplicationController) -> TopBar:
    process_events()
    assert controller.window.top_bar is not None
    return controller.window.top_bar


def test_a_time_of_another_day_is_shown_with_its_day(top_bar: TopBar) -> None:
    now = datetime.now().astimezone().replace(hour=9, minute=5)
    shown: list[str] = []
    for days in (0, 1, 40):
        at = now - timedelta(days=days)
        top_bar.show_status(SaveStatus(SaveState.SAVED, at))
        shown.append(top_bar.saved_label.text())
    assert shown[:2] == ["Saved 09:05", "Saved: yesterday, 09:05"]
    assert shown[2].endswith(f"{at.year}, 09:05")


def test_the_day_is_added_when_somebody_comes_back_on_another_day(
    top_bar: TopBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = datetime.now().astimezone().replace(hour=9, minute=5)
    top_bar.show_status(SaveStatus(SaveState.SAVED, now))

    class Tomorrow(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:
            return (now + timedelta(days=1)).astimezone(tz)

    monkeypatch.setattr(module, "datetime", Tomorrow)
    monkeypatch.setattr("ui.i18n.dates.datetime", Tomorrow)
    QApplication.sendEvent(top_bar, QEvent(QEvent.Type.ActivationChange))
    assert top_bar.saved_label.text() == "Saved: yesterday, 09:05"


def test_counters_are_written_as_in_the_language_of_now(
    controller: ApplicationController, top_bar: TopBar
) -> None:
    for language, expected in (("nl", "5.000"), ("en", "5,000"), ("nl", "5.000")):
        controller.apply_settings(Settings(language=language))
        editor = controller.window.editor
        assert editor is not None
        editor.show_key(RATIONALE)
        process_events()
        page = editor.current_page()
        assert page is not None
        counters = [field.count_label.text() for field in page.findChildren(TextField)]
        assert any(expected in text for text in counters), counters


@pytest.mark.parametrize(("width", "scale", "has_menu"), [
    (683, 100, False), (1366, 100, False), (1920, 200, False),
    (683, 150, True), (683, 200, True), (1366, 200, True),
])  # fmt: skip
@pytest.mark.share
def test_one_menu_stands_for_the_buttons_beside_large_text_in_a_narrow_bar(
    start_program: StartProgram, width: int, scale: int, has_menu: bool
) -> None:
    controller = start_program(Settings(language="en", text_scale=scale))
    controller.open_example(EXAMPLES[0])
    controller.window.resize(width, 700)
    process_events()
    bar = controller.window.top_bar
    assert bar is not None
    buttons = (bar.history_button, bar.check_button, bar.word_button, bar.guidance_button)
    assert [one.isVisible() for one in (*buttons, bar.more_button)] == [not has_menu] * 4 + [
        has_menu
    ]
    asked: list[str] = []
    bar.history_requested.connect(lambda: asked.append("Version history"))
    bar.checks_requested.connect(lambda: asked.append("Check"))
    bar.export_requested.connect(lambda: asked.append("Word"))
    bar.guidance_requested.connect(lambda: asked.append("Guidance"))
    menu = bar.more_button.menu()
    assert menu is not None
    for action in menu.actions():
        action.trigger()
    names = ["Version history", "Check", "Word", "Guidance"]
    assert asked == [action.text() for action in menu.actions()] == names


def test_the_save_status_stands_before_the_buttons_after_any_change_of_width(
    start_program: StartProgram,
) -> None:
    window = start_program(Settings(language="en", text_scale=150), EXAMPLES[0]).window
    for width in (683, 1920, 683, 1366, 1920):
        window.resize(width, 768)
        process_events()
    bar = window.top_bar
    assert bar is not None
    status, check, word = (one.x() for one in (bar.saved_label, bar.check_button, bar.word_button))
    assert status < check < word


def test_larger_text_cuts_nothing_beside_the_buttons_and_no_button_changes_at_a_save(
    start_program: StartProgram, home: Path
) -> None:
    draft = copy_example(RESOURCES / "examples" / "schaduwkaart.erasmus", home)
    controller = start_program(Settings(language="nl"), draft)
    window, at = controller.window, datetime.now().astimezone()
    assert window.opened is not None
    session = window.opened.session
    session.edit(Key(session.pack.role("acronym")), "KAART")
    assert window.opened.autosave.save()
    for width, scale in ((1024, 125), (1060, 100), (1060, 125), (1200, 150)):
        window.resize(width, 580)
        process_events()
        controller.apply_settings(Settings(language="nl", text_scale=scale))
        process_events()
        bar = window.top_bar
        assert bar is not None
        words = bar.word_button.text()
        for state in (None, SaveState.TYPING, SaveState.SAVED):
            if state is not None:
                bar.show_status(SaveStatus(state, at))
                process_events()
            for label in (bar.saved_label, bar.days_label, bar.deadline_label):
                assert label.width() >= label.minimumSizeHint().width(), (width, label.text())
            assert bar.word_button.text() == words


def test_a_key_in_a_long_text_leaves_the_bar_alone_and_the_title_is_followed(
    controller: ApplicationController, top_bar: TopBar
) -> None:
    assert controller.window.editor is not None
    session = controller.window.editor.session
    drawn: list[str] = []
    top_bar.title_label.installEventFilter(watch := ToolTips(drawn))
    session.edit(RATIONALE, "A longer rationale")
    assert drawn == []
    session.edit(Key("prj.title"), "A school of the sea")
    assert "A school of the sea" in top_bar.title_label.toolTip()
    session.perform(
        ChangeSet(
            (
                Change(RATIONALE, session.value(RATIONALE), "Other"),
                Change(Key("prj.title"), session.value(Key("prj.title")), "Two at once"),
            )
        )
    )
    assert "Two at once" in top_bar.title_label.toolTip()
    assert drawn != []
    top_bar.title_label.removeEventFilter(watch)


class ToolTips(QObject):
    """Notes each time when the bar sets the tool tip of its title."""

    def __init__(self, seen: list[str]) -> None:
        super().__init__()
        self._seen = seen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if event.type() is QEvent.Type.ToolTipChange and isinstance(watched, QWidget):
            self._seen.append(watched.toolTip())
        return super().eventFilter(watched, event)


def test_a_sign_stands_before_the_words_that_say_whether_all_is_saved(
    start_program: StartProgram,
) -> None:
    controller = start_program(Settings(language="en"))
    controller.open_example(EXAMPLES[0])
    process_events()
    bar = controller.window.top_bar
    assert bar is not None
    signs: list[bool] = []
    widths: set[int] = set()
    for status in (SaveStatus(SaveState.TYPING), SaveStatus(SaveState.FAILED)):
        bar.show_status(status)
        process_events()
        image = bar.saved_label.grab().toImage()
        room = range(bar.saved_label.contentsMargins().left())
        ink = {image.pixelColor(x, y).name() for x in room for y in range(image.height())}
        signs.append(len(ink) > 1)
        widths.add(bar.saved_label.contentsMargins().left())
    assert signs == [False, True]
    assert len(widths) == 1, "the words stay where they are"
