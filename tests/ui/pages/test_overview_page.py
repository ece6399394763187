"""The overview: a proposal opens on it, and it leads back to the cursor and on to what is next."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from erasmus_desk import paths
from erasmus_desk.budget.grant import compute_grant
from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.unconfirmed import list_unconfirmed
from erasmus_desk.draft import review_state
from erasmus_desk.draft.create import create_draft
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import SharedCopy
from erasmus_desk.draft.visibility import visible_questions
from erasmus_desk.i18n.messages import load_messages
from erasmus_desk.progress import compute_progress, is_answered
from erasmus_desk.storage.last_places import LastPlace, LastPlaces
from erasmus_desk.storage.settings import Settings
from tests.ui.access_walk import find_cut_off, find_unnamed
from tests.ui.conftest import StartProgram
from tests.ui.editors import EXAMPLES, LANGUAGES, apply_test_theme, editor_of, library, open_session
from tests.ui.keyboard import Keyboard, process_events
from tests.ui.shared_program import SharedProgram
from ui.controllers.application import ApplicationController
from ui.fields.text_box import GrowingTextEdit
from ui.i18n.dates import count_days
from ui.main_window.editor import Editor
from ui.main_window.page_factory import CHECKS, COPY_DESK, EXPORT, FEEDBACK, OVERVIEW, find_step
from ui.pages.overview.model import NextState
from ui.pages.overview.page import OverviewPage
from ui.session.check_runner import CheckRunner
from ui.session.session import Session
from ui.theme.theme import GRID
from ui.widgets.buttons import ButtonRow
from ui.widgets.cursors import read_cursor, set_cursor

EXAMPLE = EXAMPLES[0]
RATIONALE, EMAIL, ORGANISATIONS = Key("des.rationale"), "org.email", "organisations"
ENTER = Qt.Key.Key_Return


@pytest.fixture
def proposal(home: Path) -> Path:
    """A file of the user's."""
    path = home / "elsewhere" / "boards.erasmus"
    path.parent.mkdir()
    shutil.copyfile(EXAMPLE, path)
    return path


@pytest.fixture
def session(shared_program: SharedProgram) -> Session:
    """A session of its own, in a program that speaks English."""
    shared_program.open(EXAMPLE)
    return open_session(EXAMPLE)


def open_editor(controller: ApplicationController, path: Path) -> Editor:
    assert controller.window.open_draft(path)
    process_events()
    editor = controller.window.editor
    assert editor is not None
    return editor


def overview_of(editor: Editor) -> OverviewPage:
    assert editor.step == OVERVIEW
    page = editor.current_page()
    assert isinstance(page, OverviewPage)
    return page


def build_page(
    qapp: QApplication, qtbot: QtBot, session: Session, *, has_checked: bool = True
) -> OverviewPage:
    messages = load_messages(paths.find_paths().resources / "sentences", "en")
    checks = CheckRunner(session, rest=1)
    if has_checked:
        checks.run_now()
    page = OverviewPage(session, checks, messages, apply_test_theme(qapp))
    qtbot.addWidget(page)
    page.refresh()
    return page


def focused_text() -> GrowingTextEdit:
    box = QApplication.focusWidget()
    assert isinstance(box, GrowingTextEdit)
    return box


# Where the user stopped


def test_a_reopened_proposal_leads_back_to_the_cursor_by_enter(
    start_program: StartProgram, proposal: Path, qtbot: QtBot
) -> None:
    first = start_program(Settings(language="en"))
    editor = open_editor(first, proposal)
    editor.show_key(RATIONALE)
    set_cursor(focused_text(), 123)
    first.window.close()
    before = proposal.read_bytes()

    second = start_program()
    editor = open_editor(second, proposal)
    page = overview_of(editor)
    assert QApplication.focusWidget() is page.continue_card.button
    text = editor.session.draft.text(RATIONALE.question)
    assert page.continue_card.quote.text.endswith(" ".join(text[60:123].split()))
    assert page.continue_card.title_label.text().endswith(
        f" {editor.session.texts.short_label(RATIONALE.question)}"
    )
    Keyboard(second.window, qtbot).press(ENTER)
    assert editor.step == find_step(RATIONALE, editor.session)
    assert read_cursor(focused_text()) == 123
    assert proposal.read_bytes() == before, "the place is kept with the user, not in the file"


def test_the_overview_of_an_open_proposal_has_the_cursor_of_a_moment_ago(
    controller: ApplicationController, proposal: Path
) -> None:
    editor = open_editor(controller, proposal)
    editor.show_key(RATIONALE)
    set_cursor(focused_text(), 7)
    editor.show_step(OVERVIEW)
    overview_of(editor).continue_card.button.click()
    assert read_cursor(focused_text()) == 7
    set_cursor(focused_text(), 9)
    controller.apply_settings(Settings(language="nl"))
    editor = controller.window.editor
    assert editor is not None
    editor.show_step(OVERVIEW)
    page = overview_of(editor)
    assert page.continue_card.button.text() == "Verdergaan"
    page.continue_card.button.click()
    assert read_cursor(focused_text()) == 9


def test_the_place_of_who_types_without_a_rest_is_on_disk_before_a_crash(
    controller: ApplicationController, proposal: Path, keyboard: Keyboard
) -> None:
    editor = open_editor(controller, proposal)
    editor.show_key(RATIONALE)
    (timer,) = controller.draft_controllers.last_place.findChildren(QTimer)
    timer.setInterval(200)
    places = LastPlaces(paths.find_paths().last_places)
    draft_id = editor.session.draft.id
    for _ in range(2000):
        keyboard.type("a")
        if places.find(draft_id) is not None:
            break
    place = places.find(draft_id)
    assert place is not None
    assert place.key == RATIONALE
    assert place.position


def test_a_cursor_beyond_a_text_that_became_shorter_is_at_its_end(
    controller: ApplicationController, proposal: Path
) -> None:
    editor = open_editor(controller, proposal)
    editor.show_key(RATIONALE)
    set_cursor(focused_text(), 200)
    editor.show_step(OVERVIEW)
    editor.session.edit(RATIONALE, "Short. 🎈")
    overview_of(editor).continue_card.button.click()
    assert read_cursor(focused_text()) == len("Short. 🎈") + 1


def test_only_words_that_somebody_wrote_are_quoted_and_the_day_is_whole(
    start_program: StartProgram, proposal: Path
) -> None:
    controller = start_program(Settings(language="de"))
    editor = open_editor(controller, proposal)
    now = datetime(2026, 11, 30, 10, 34).astimezone()
    card = overview_of(editor).continue_card
    card.show_last(LastPlace(RATIONALE, now, 20), editor.session)
    assert card.quote.text
    assert card.caption_label.text().endswith("Montag, 30.\u00a0November 2026, 10:34")
    # The id of a choice is no word of the user.
    card.show_last(LastPlace(Key(editor.session.pack.role("field")), now), editor.session)
    assert card.quote.isHidden()
    assert not card.title_label.isHidden()


def test_a_place_that_is_no_more_is_not_offered(
    start_program: StartProgram, proposal: Path
) -> None:
    first = start_program(Settings(language="en"))
    editor = open_editor(first, proposal)
    item = editor.session.draft.items(ORGANISATIONS)[-1]
    editor.show_key(Key(EMAIL, item))
    first.window.close()
    # A colleague removes the organisation meanwhile.
    text = proposal.read_text(encoding="utf-8")
    assert f'"{item}"' in text
    proposal.write_text(text.replace(f'"{item}"', '"other"'), encoding="utf-8")

    page = overview_of(open_editor(start_program(), proposal))
    # All else in the example is answered: there is nothing to offer.
    assert page.continue_card.isHidden()


def test_a_damaged_record_of_the_place_is_as_good_as_none(
    start_program: StartProgram, proposal: Path
) -> None:
    first = start_program(Settings(language="en"))
    editor = open_editor(first, proposal)
    editor.show_key(RATIONALE)
    first.window.close()
    (record,) = paths.find_paths().last_places.glob("*.json")
    record.write_bytes(b"\xff{")
    page = overview_of(open_editor(start_program(), proposal))
    assert not page.continue_card.isVisible()


def test_a_new_proposal_begins_at_the_first_required_question(
    qapp: QApplication, qtbot: QtBot, controller: ApplicationController
) -> None:
    pack = library().load_pack("ka2-2017")
    draft = create_draft(pack, {}, datetime(2017, 2, 1, 9, 0, tzinfo=UTC))
    session = Session(draft, pack, library().load_texts(pack.id, "en"), Path("new.erasmus"))
    page = build_page(qapp, qtbot, session)
    first = next(
        one.key
        for one in visible_questions(draft, pack)
        if one.question.required and not is_answered(draft, one.key)
    )
    assert [row.item.state for row in page.next_card.rows] == [NextState.EMPTY] * 5
    asked: list[Key] = []
    page.jump_requested.connect(asked.append)
    page.continue_card.button.click()
    assert asked == [first]


# What is next


def list_texts(session: Session, *, is_required: bool = True) -> list[Key]:
    """Return the long texts in the order of the form, without those that need no answer."""
    return [
        one.key
        for one in visible_questions(session.draft, session.pack)
        if one.question.type is QuestionType.TEXT and one.question.required >= is_required
    ]


def test_wrong_answers_come_first_then_begun_texts_then_what_is_missing(
    qapp: QApplication, qtbot: QtBot, session: Session
) -> None:
    first, second, *_, last = list_texts(session)
    partner = Key("org.pic", session.draft.items(ORGANISATIONS)[-1])
    session.edit(last, "Begun. TODO")
    session.edit(second, None)
    session.edit(first, None)
    session.edit(partner, "12345678")
    page = build_page(qapp, qtbot, session)
    assert [(row.item.state, row.key) for row in page.next_card.rows] == [
        (NextState.WRONG, partner),
        (NextState.BEGUN, last),
        (NextState.EMPTY, first),
        (NextState.EMPTY, second),
    ]
    limit = session.form.questions[last.question].limit
    assert limit is not None
    assert page.next_card.rows[1].item.note == f"11 of {limit.most:,}"
    assert "8 digits" not in page.next_card.rows[2].accessibleName()
    assert all(row.item.title in row.accessibleName() for row in page.next_card.rows)


def test_each_next_question_is_one_click_or_enter_away(
    controller: ApplicationController, proposal: Path
) -> None:
    editor = open_editor(controller, proposal)
    missing = list_texts(editor.session)[1]
    editor.session.edit(missing, None)
    assert controller.window.opened is not None
    controller.window.opened.check_runner.run_now()
    (row,) = overview_of(editor).next_card.rows
    row.setFocus()
    QTest.keyClick(row, ENTER)
    assert editor.step == find_step(missing, editor.session)
    assert focused_text().toPlainText() == ""
    editor.session.edit(missing, editor.session.draft.text(RATIONALE.question)[:900])
    controller.window.opened.check_runner.run_now()
    editor.show_step(OVERVIEW)
    assert overview_of(editor).next_card.rows == ()


def test_before_the_checks_have_run_the_missing_answers_are_shown_and_no_grant(
    qapp: QApplication, qtbot: QtBot, session: Session
) -> None:
    missing = list_texts(session)[0]
    session.edit(missing, None)
    page = build_page(qapp, qtbot, session, has_checked=False)
    assert [row.key for row in page.next_card.rows] == [missing]
    assert page.tiles.grant.figure_label.text() == "…"
    page.show()
    qtbot.waitUntil(lambda: page.grant is not None)
    total = compute_grant(session.draft, session.pack).total
    assert page.tiles.grant.figure_label.text() == f"{total:,.0f}"


def find_first_open_text(session: Session) -> Key:
    texts = list_texts(session, is_required=False)
    unanswered = [key for key in texts if not is_answered(session.draft, key)]
    return next(iter(unanswered or texts))


# Figures


def test_the_tiles_count_what_the_proposal_has(
    qapp: QApplication, qtbot: QtBot, session: Session
) -> None:
    texts = list_texts(session, is_required=False)
    organisations = session.draft.items(ORGANISATIONS)
    session.edit(list_texts(session)[0], None)
    session.edit(Key("org.pic", organisations[1]), "12345678")
    session.edit(Key("org.city", organisations[2]), None)
    page = build_page(qapp, qtbot, session)
    answered = [key for key in texts if is_answered(session.draft, key)]
    characters = sum(len(session.draft.text(key.question, key.item)) for key in texts)
    assert page.tiles.text.accessibleName() == (
        f"Text: {len(answered)} of {len(texts)} questions. {characters:,} characters"
    )
    assert page.tiles.organisations.accessibleName() == (
        f"Organisations: {len(organisations) - 2} of {len(organisations)} complete. "
        "1 to fix, 1 to answer"
    )
    grant = compute_grant(session.draft, session.pack)
    assert grant.ceiling is not None
    assert page.tiles.grant.accessibleName() == (
        f"Grant requested: {grant.total:,.0f} EUR. maximum EUR\u00a0{grant.ceiling:,.0f}"
    )
    assert page.tiles.grant.bar.share == pytest.approx(float(grant.total / grant.ceiling))


@pytest.mark.parametrize(
    ("now", "figure", "unit"),
    [
        ("2017-02-20T09:00+01:00", "37", "days"),
        ("2017-03-28T23:59+02:00", "1", "day"),
        ("2017-03-29T11:59+02:00", "Today", ""),
        ("2017-03-29T12:00+02:00", "Passed", ""),
        ("2026-11-29T12:00+02:00", "Passed", ""),
    ],
)
def test_the_days_to_the_deadline_are_those_of_brussels(
    controller: ApplicationController, now: str, figure: str, unit: str
) -> None:
    at = datetime(2017, 3, 29, 12, 0, tzinfo=ZoneInfo("Europe/Brussels"))
    counted = count_days(at, "en", datetime.fromisoformat(now))
    assert (counted.figure, counted.unit) == (figure, unit)
    assert counted.at == "29\u00a0March 2017, 12:00 (Brussels\u00a0time)"


def test_every_tile_leads_to_its_page(shared_program: SharedProgram) -> None:
    editor = editor_of(shared_program.open(EXAMPLE))
    session, pack = editor.session, editor.session.pack
    tiles = overview_of(editor).tiles
    wanted = {
        tiles.text: find_first_open_text(session),
        tiles.organisations: Key(pack.role("organisations")),
        tiles.grant: Key(pack.role("budget_comment")),
        tiles.deadline: Key(pack.role("start")),  # the round is not asked in this field
    }
    for tile, key in wanted.items():
        editor.show_step(OVERVIEW)
        tile.click()
        assert editor.step == find_step(key, session)
        assert (focus := QApplication.focusWidget()) is not None
        assert focus.isVisible()


def test_each_award_criterion_has_its_answers_as_a_bar(
    qapp: QApplication, qtbot: QtBot, session: Session
) -> None:
    page = build_page(qapp, qtbot, session)
    progress = compute_progress(session.draft, session.pack)
    assert len(progress.criteria) == len(page.criteria_card.rows) > 1
    for row, one in zip(page.criteria_card.rows, progress.criteria, strict=True):
        name = session.texts.get(f"criterion.{one.criterion.id}.name")
        answered, total = one.answered, len(one.questions)
        assert row.bar.accessibleName() == f"{name}: {answered} of {total}"
        assert row.bar.share == pytest.approx(answered / total)


def test_points_needed_are_said_with_their_source_and_nothing_gives_points(
    qapp: QApplication, qtbot: QtBot, session: Session
) -> None:
    page = build_page(qapp, qtbot, session)
    card = page.criteria_card
    for row, one in zip(card.rows, session.pack.criteria, strict=True):
        needed = f"{one.threshold.value} of {one.points.value} points needed"
        assert row.points_label.text() == needed
        assert needed in row.accessibleName()
    mark, texts = session.pack.pass_mark, session.texts
    assert mark is not None
    rule = texts.get("pack.pass_mark.rule").format(points=mark.value, most=100)
    assert card.pass_mark_label.text() == f"{rule} {session.pack.sources['own'].title}"


def test_a_criterion_leads_to_its_first_question_without_an_answer(
    shared_program: SharedProgram,
) -> None:
    editor = editor_of(shared_program.open(EXAMPLE))
    session, progress = editor.session, editor.check_runner.progress
    for number, one in enumerate(progress.criteria):
        unanswered = (feed for feed in one.questions if not feed.is_answered)
        key = next(unanswered, one.questions[0]).visible.key
        row = overview_of(editor).criteria_card.rows[number]
        row.click()
        assert editor.step == find_step(key, session)
        editor.show_step(OVERVIEW)


# Who has a copy


def send(session: Session, recipient: str, *, days: int, reply: int | None, back: bool) -> None:
    now = datetime.now(UTC).astimezone()
    copy = SharedCopy(
        recipient,
        "state",
        "clean",
        recipient,
        (now - timedelta(days=days)).isoformat(),
        reply_by=None if reply is None else (now + timedelta(days=reply)).date(),
        returned_at=now.isoformat() if back else "",
    )
    session.perform(review_state.add_shared_copy(session.draft, copy))


def test_who_has_a_copy_is_named_with_what_is_awaited(
    qapp: QApplication, qtbot: QtBot, session: Session
) -> None:
    page = build_page(qapp, qtbot, session)
    assert "Nobody has a copy of this proposal yet." in collect_labels(page)
    send(session, "Returned", days=9, reply=None, back=True)
    send(session, "Late", days=7, reply=-1, back=False)
    send(session, "Due", days=3, reply=4, back=False)
    send(session, "Waiting", days=2, reply=None, back=False)
    page.refresh()
    names = [row.accessibleName() for row in page.copies_card.rows]
    assert [name.split(".")[0] for name in names] == ["Late", "Due", "Waiting", "Returned"]
    assert "reply was due" in names[0]
    assert "reply by" in names[1]
    assert names[2].endswith("waiting for reply, 2 days")
    assert ". returned " in names[3]
    assert "Nobody has a copy of this proposal yet." not in collect_labels(page)


def test_copies_and_links_lead_to_their_pages(shared_program: SharedProgram) -> None:
    editor = editor_of(shared_program.open(EXAMPLE))
    send(editor.session, "Somebody", days=1, reply=None, back=False)
    page = overview_of(editor)
    ways: dict[QWidget, str] = {
        page.copies_card.rows[0]: FEEDBACK,
        page.copies_card.send_button: EXPORT,
        page.next_card.all_button: CHECKS,
    }
    for button, step in ways.items():
        editor.show_step(OVERVIEW)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert editor.step == step


def test_where_nothing_is_left_to_answer_the_overview_says_what_can_be_done(
    shared_program: SharedProgram,
) -> None:
    editor = editor_of(shared_program.open(EXAMPLE))
    page = overview_of(editor)
    editor.check_runner.run_now()
    page.refresh()
    (buttons,) = page.next_card.findChildren(ButtonRow)
    for button, step in zip(buttons.widgets, (EXPORT, COPY_DESK), strict=True):
        editor.show_step(OVERVIEW)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert editor.step == step


# What is not confirmed


def test_one_line_counts_what_is_not_confirmed_and_its_list_names_everything(
    qapp: QApplication, qtbot: QtBot, session: Session
) -> None:
    page = build_page(qapp, qtbot, session)
    details = list_unconfirmed(session.pack)
    assert len(details) > 100
    line = page.unconfirmed
    assert line.text_label.text() == f"{len(details)} details of KA2 2017 are not confirmed"
    assert line.list_card.isHidden()
    line.list_button.click()
    assert not line.list_card.isHidden()
    assert line.list_button.accessibleName() == "Hide the list"
    shown = "\n".join(collect_labels(line.list_card))
    texts = session.texts
    for detail in details:
        name = texts.get(detail.text) or texts.short_label(detail.text.removeprefix("question."))
        assert name
        assert name in shown
    lines = [label.text() for label in line.list_card.findChildren(QLabel)]
    assert sum(text.count("\n") + 1 for text in lines[1::2]) == len(details)
    line.list_button.click()
    assert line.list_card.isHidden()


def test_a_confirmed_detail_is_no_unconfirmed_one(session: Session) -> None:
    unconfirmed = {detail.text for detail in list_unconfirmed(session.pack)}
    confirmed = [
        one.id
        for one in session.pack.facts
        if one.evidence.is_confirmed and f"fact.{one.id}.label" in unconfirmed
    ]
    assert confirmed == []
    assert all(not one.evidence.is_confirmed for one in list_unconfirmed(session.pack))


# Room


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.share
def test_nothing_is_cut_at_any_width(
    start_program: StartProgram, proposal: Path, language: str, scale: int
) -> None:
    controller = start_program(Settings(language=language, text_scale=scale))
    editor = open_editor(controller, proposal)
    editor.session.edit(list_texts(editor.session)[0], None)
    editor.show_key(RATIONALE)
    send(editor.session, "Zespół Szkół Technicznych", days=7, reply=-1, back=False)
    editor.show_step(OVERVIEW)
    page = overview_of(editor)
    for width in (683, 1366, 1920):
        controller.window.resize(width, 768)
        process_events()
        process_events()  # what has turned is measured again after it is laid out
        assert controller.window.width() == width
        assert find_cut_off(page) == []
        assert find_unnamed(page) == []
        assert find_overlaps(page) == []


def find_overlaps(page: OverviewPage) -> list[str]:
    """Return the labels that lie over each other."""
    labels = [
        one for one in page.column_widget.findChildren(QLabel) if one.isVisible() and one.text()
    ]
    places = [
        (one, QRect(one.mapTo(page.column_widget, QPoint(0, 0)), one.size())) for one in labels
    ]
    return [
        f"{one.text()} / {other.text()}"
        for index, (one, place) in enumerate(places)
        for other, other_place in places[index + 1 :]
        if place.intersects(other_place)
    ]


def test_the_columns_follow_the_width(shared_program: SharedProgram) -> None:
    editor = editor_of(shared_program.open(EXAMPLE))
    page = overview_of(editor)

    def left(part: QWidget) -> int:
        return part.mapTo(page.column_widget, QPoint(0, 0)).x()

    columns = {}
    for width in (683, 1366, 1920):
        editor.window().resize(width, 768)
        process_events()
        cards = (page.next_card, page.criteria_card, page.copies_card)
        tiles = {left(tile) for tile in page.tiles.tiles}
        columns[width] = (len({left(card) for card in cards}), len(tiles))
    assert columns[683] == (1, 2)
    assert columns[1366][0] == 2
    assert columns[1920][0] == 3


def test_a_unit_stands_behind_its_figure_and_the_lines_below_are_level(
    shared_program: SharedProgram,
) -> None:
    editor = editor_of(shared_program.open(EXAMPLE))
    page = overview_of(editor)
    grant = page.tiles.grant
    wide = grant.minimumSizeHint().width()
    for figure in ("…", "60,000", "888,888"):
        grant.figure_label.setText(figure)
        grant.unit_label.updateGeometry()
        process_events()
        # A tile keeps its room, but for a pixel of the label around a figure.
        assert abs(grant.minimumSizeHint().width() - wide) <= 2
        end = grant.figure_label.geometry().left() + grant.figure_label.sizeHint().width()
        assert 0 <= grant.unit_label.geometry().left() - end <= GRID
    editor.window().resize(1366, 768)
    process_events()
    text, money = page.tiles.text.note_label, grant.note_label
    assert money.geometry().top() == text.geometry().top()
    assert money.alignment() & Qt.AlignmentFlag.AlignTop  # also one that keeps room for two lines


def collect_labels(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if not one.isHidden()]
