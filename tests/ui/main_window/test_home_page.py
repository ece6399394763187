"""The home page: the work at a glance, many proposals, and an invitation where there are none."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QToolButton

from erasmus_desk import paths
from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Change, Key
from erasmus_desk.progress import compute_progress
from erasmus_desk.storage import drafts
from erasmus_desk.storage.draft_summaries import CallDeadline, CallSummary, DraftSummary
from erasmus_desk.storage.settings import Settings
from tests.ui.conftest import StartProgram
from tests.ui.editors import ALL_EXAMPLES, EXAMPLES
from tests.ui.keyboard import Keyboard, process_events
from ui.controllers.application import ApplicationController
from ui.main_window.card_texts import CardText, call_text, card_text, tell_apart
from ui.main_window.home_page import HomePage
from ui.main_window.proposal_list import MOST_CARDS, SHOWN_ROWS

CALLS = paths.find_resources() / "calls"
NOW = datetime.now(UTC)
SUMMARY = DraftSummary(
    title="Small boards, real problems",
    call="KA2 2017",
    kind="Innovation",
    modified=NOW,
    deadline=NOW + timedelta(days=37),
    required=152,
    answered=96,
    is_shared=True,
    shared_with=("Liceul Verde",),
    reply_by=date(2017, 2, 1),
    zone="Europe/Brussels",
    acronym="BOARDWISE",
    field="Vocational education",
    copies=2,
)


def home_of(controller: ApplicationController) -> HomePage:
    process_events()
    shown = controller.window.stack.currentWidget()
    assert isinstance(shown, HomePage)
    return shown


def store(count: int) -> None:
    """Put a number of drafts with titles of their own into the folder of drafts."""
    folder = paths.find_paths().drafts
    folder.mkdir(parents=True)
    example = drafts.read(EXAMPLES[0]).draft
    key = Key("prj.title")
    for number in range(count):
        new = example.apply(Change(key, example.get(key), f"Proposal number {number}"))
        (folder / f"{number}.erasmus").write_bytes(file_format.encode(new))


def test_a_card_says_what_how_far_and_what_presses(controller: ApplicationController) -> None:
    # Counted from now: the tests before may have taken the day over midnight.
    now = datetime.now(UTC)
    summary = replace(SUMMARY, modified=now, deadline=now + timedelta(days=37))
    words = card_text(Path("boards.erasmus"), summary, "en")
    assert (words.name, words.title) == ("BOARDWISE", "Small boards, real problems")
    assert words.about == "Innovation\u00a0· Vocational education\u00a0· KA2 2017"
    assert (words.share_text, words.share) == ("96 of 152 required answers", 96 / 152)
    assert (words.left, words.is_late) == ("37 days left", False)
    assert (words.copies, words.is_reply_late) == ("2 files waiting for reply", True)
    assert words.edited.startswith("today, ")
    for told in ("BOARDWISE", "96 of 152", "Liceul Verde", "boards.erasmus", words.about):
        assert told in words.spoken


def test_a_proposal_without_an_acronym_is_called_by_its_title(
    controller: ApplicationController,
) -> None:
    words = card_text(Path("a.erasmus"), DraftSummary("Small", "", "", NOW, None, 0, 0), "en")
    assert (words.name, words.title, words.left, words.copies) == ("Small", "", "", "")
    assert words.share == 1.0


@pytest.mark.parametrize(("shift", "left"), [
    (timedelta(seconds=-1), "deadline passed"),
    (timedelta(days=1), "1 day left"),
])  # fmt: skip
def test_the_time_that_is_left_is_counted_in_days(
    controller: ApplicationController, shift: timedelta, left: str
) -> None:
    summary = DraftSummary("", "", "", NOW, datetime.now(UTC) + shift, 0, 0)
    assert card_text(Path("a.erasmus"), summary, "en").left == left


def test_a_call_shows_its_next_deadline_else_the_last(controller: ApplicationController) -> None:
    moments = (datetime(2017, 4, 26, 10, tzinfo=UTC), datetime(2017, 2, 2, 11, tzinfo=UTC))
    passed = tuple(CallDeadline(one, "Europe/Brussels") for one in moments)
    call = CallSummary("a", "A 2017", "Partnerships", "closed", passed)
    assert "26\u00a0April 2017, 12:00 (Brussels\u00a0time)" in call_text(call, "en").deadline
    coming = CallDeadline(datetime.now(UTC) + timedelta(days=3, minutes=5), "Europe/Brussels")
    later = CallDeadline(coming.at + timedelta(days=50), "Europe/Brussels")
    call = CallSummary("a", "A 2017", "Partnerships", "open", (*passed, later, coming))
    words = call_text(call, "en")
    assert words.deadline.startswith("3 days to the deadline")
    assert (words.state, words.is_open) == ("open", True)


def test_proposals_that_look_alike_have_their_files_on_their_cards() -> None:
    paths = [Path(one) for one in ("a/robots.erasmus", "b/robots.erasmus", "a/copy.erasmus")]
    cards = [CardText(path, "ROBOTS", "Robots at school", "KA210") for path in paths]
    other = CardText(Path("a/sea.erasmus"), "SEA", "The sea", "KA210")
    elsewhere = CardText(Path("a/carried.erasmus"), "ROBOTS", "Robots at school", "KA220")
    *alike, alone, carried = tell_apart([*cards, other, elsewhere])
    places = (str(Path("a/robots.erasmus")), str(Path("b/robots.erasmus")), "copy.erasmus")
    assert [one.about for one in alike] == [f"KA210\u00a0· {place}" for place in places]
    assert (alone, carried) == (other, elsewhere)


def test_an_empty_page_invites_and_offers_calls_and_examples(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    page = home_of(controller)
    assert page.proposals.empty_card.isVisible()
    assert keyboard.focus is page.new_button
    assert len(page.side.call_rows) == len(list(CALLS.glob("*/pack.json")))
    for call in page.side.call_rows:
        assert call.words.name in call.accessibleName()
    assert len(page.side.example_rows) == len(ALL_EXAMPLES)
    # No journal is made only to look at the page.
    assert not controller.paths.journal.exists()
    QTest.mouseClick(page.side.example_rows[0], Qt.MouseButton.LeftButton)
    process_events()
    assert controller.window.opened is not None


@pytest.mark.parametrize("language", ["en", "nl", "fr", "de"])
def test_an_empty_page_stands_whole_in_the_window_of_a_laptop(
    start_program: StartProgram, language: str
) -> None:
    controller = start_program(Settings(language=language))
    controller.window.resize(1366, 738)
    process_events()
    assert home_of(controller).verticalScrollBar().maximum() == 0


def test_up_to_ten_proposals_are_cards_and_more_are_rows_to_search_in(
    home: Path, start_program: StartProgram
) -> None:
    store(SHOWN_ROWS + 2)
    page = home_of(start_program(Settings(language="en")))
    found = page.proposals
    assert found.search_line.isVisible()
    assert len(found.cards) == SHOWN_ROWS
    assert found.all_button.isVisible()
    found.search_line.setText(f"NUMBER {SHOWN_ROWS + 1}")
    process_events()
    assert [card.words.path.stem for card in found.cards] == [str(SHOWN_ROWS + 1)]
    found.search_line.setText("no such words")
    process_events()
    assert (found.cards, found.none_label.isVisible()) == ([], True)
    assert not found.empty_card.isVisible()
    found.search_line.clear()
    found.all_button.click()
    process_events()
    assert len(found.cards) == SHOWN_ROWS + 2


def test_ten_proposals_have_no_search(home: Path, start_program: StartProgram) -> None:
    store(MOST_CARDS)
    page = home_of(start_program(Settings(language="en")))
    assert not page.proposals.search_line.isVisible()
    assert len(page.cards) == MOST_CARDS
    heights = {card.height() for card in page.cards}
    needed = {card.heightForWidth(card.width()) for card in page.cards}
    assert min(heights) >= max(needed)


@pytest.mark.parametrize(
    ("language", "width", "is_shown"),
    [("en", 1366, True), ("en", 683, False), ("nl", 1920, True), ("fr", 1366, False)],
)
@pytest.mark.share
def test_rarer_ways_to_begin_are_in_a_menu_where_they_have_no_room(
    home: Path, start_program: StartProgram, language: str, width: int, is_shown: bool
) -> None:
    controller = start_program(Settings(language=language))
    controller.window.resize(width, 768)
    page = home_of(controller)
    head, rarer = page.head, (page.earlier_button, page.backups_button)
    assert [one.isVisible() for one in rarer] == [is_shown, is_shown]
    shown = [one for one in head.findChildren(QAbstractButton) if one.isVisible()]
    middles = [one.mapTo(head, one.rect().center()).y() for one in (*shown, head.widgets[0])]
    assert max(middles) - min(middles) <= 1, "all of it is one line"
    assert max(one.mapTo(head, one.rect().topRight()).x() for one in shown) == head.width() - 1
    menus = [one.menu() for one in head.findChildren(QToolButton) if one.isVisible()]
    assert len(menus) == (0 if is_shown else 1)
    for menu in menus:
        asked: list[str] = []
        page.earlier_requested.disconnect()
        page.backups_requested.disconnect()
        page.earlier_requested.connect(partial(asked.append, "earlier"))
        page.backups_requested.connect(partial(asked.append, "backups"))
        assert [action.text() for action in menu.actions()] == [one.text() for one in rarer]
        for action in menu.actions():
            action.trigger()
        assert asked == ["earlier", "backups"]


@pytest.mark.parametrize("width", [683, 1366, 1920])
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.share
def test_no_card_is_cut_at_any_width_and_size(
    home: Path, start_program: StartProgram, width: int, scale: int
) -> None:
    store(3)
    controller = start_program(Settings(language="nl", text_scale=scale))
    controller.window.resize(width, 768)
    page = home_of(controller)
    assert page.horizontalScrollBar().maximum() == 0
    parts = [*page.cards, *page.side.call_rows, *page.side.example_rows]
    for part in parts:
        assert part.height() >= part.heightForWidth(part.width())
        assert part.mapTo(page.column_widget, part.rect().topRight()).x() < page.viewport().width()


def test_a_card_counts_the_answers_as_the_overview_does(
    home: Path, start_program: StartProgram
) -> None:
    draft = drafts.read(EXAMPLES[0]).draft
    # Too few partners and no dates: what only the checks miss.
    few = {
        Key("organisations"): draft.items("organisations")[:1],
        Key("prj.start"): None,
        Key("pri.main"): None,
    }
    changed = draft.apply(*(Change(key, draft.get(key), value) for key, value in few.items()))
    path = home / "drafts" / "few.erasmus"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(file_format.encode(changed))
    controller = start_program(Settings(language="en"))
    texts = [card.words.share_text for card in home_of(controller).proposals.cards]
    controller.window.open_draft(path)
    process_events()
    editor = controller.window.editor
    assert editor is not None
    editor.check_runner.run_now()
    counted = editor.check_runner.progress.completion
    missed = f"{counted.required_answered} of {counted.required} required answers"
    assert texts == [missed]
    assert counted != compute_progress(changed, editor.session.pack).completion
