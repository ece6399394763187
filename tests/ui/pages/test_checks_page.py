"""The page of checks: what to do, in groups; each problem leads to its field and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Change, Draft, Key, Value
from erasmus_desk.draft.visibility import find_list, visible_questions
from erasmus_desk.storage import drafts
from erasmus_desk.storage.settings import Settings
from tests.core.complete import put_role, start_draft
from tests.ui.access_walk import find_cut_off, find_unnamed
from tests.ui.editors import EXAMPLES, LANGUAGES, editor_of, library
from tests.ui.keyboard import process_events
from tests.ui.shared_program import ENGLISH, SharedProgram
from ui.main_window.editor import Editor
from ui.main_window.page_factory import CHECKS, OVERVIEW
from ui.pages.activities.travellers_box import TravellersBox
from ui.pages.base import Page
from ui.pages.checks.cards import EntryRow
from ui.pages.checks.model import Entry, Group
from ui.pages.checks.page import ChecksPage
from ui.pages.overview.page import OverviewPage

EXAMPLE = EXAMPLES[0]
HANDFUL = 12
"""Lines of a list that one takes in at a glance."""
SETTLING = 4
"""Turns of the event loop in which rows inside rows that have turned are measured again."""
SIZES = ((683, 700), (1366, 768), (1920, 1080))


@pytest.fixture(scope="module")
def pack() -> Pack:
    return library().load_pack("ka2-2017")


def save(draft: Draft, folder: Path, name: str) -> Path:
    path = folder / f"{name}.erasmus"
    if not path.exists():
        drafts.save_new(draft, path)
    return path


def put(draft: Draft, key: Key, value: Value | None) -> Draft:
    return draft.apply(Change(key, draft.get(key), value))


def new_draft(pack: Pack) -> Draft:
    return start_draft(pack, kind="innovation", field="school", language="en")


def broken_draft(pack: Pack) -> Draft:
    """Return the example with something wrong, missing, weak and badly written in many places."""
    draft = drafts.read(EXAMPLE).draft
    for number, visible in enumerate(visible_questions(draft, pack)):
        if number % 5 == 0 and visible.key.question not in pack.form.lists:
            draft = put(draft, visible.key, None)
    draft = put(draft, Key("des.rationale"), "TODO " + "too long, " * 900)
    draft = put(draft, Key("des.results"), "Short.")
    draft = put_role(draft, pack, "title", "THE WHOLE TITLE IS IN CAPITALS")
    draft = put_role(draft, pack, "start", date(2017, 9, 1))
    draft = put_role(draft, pack, "months", 6)
    draft = put_role(draft, pack, "checklist", ("eligible",))
    spec = find_list(pack, "organisations")
    assert spec is not None
    for item in draft.items(spec.id)[:2]:
        draft = put(draft, Key("org.pic", item), "1234")
    return draft


def open_editor(program: SharedProgram, path: Path, chosen: Settings = ENGLISH) -> Editor:
    editor = editor_of(program.open(path, chosen=chosen))
    editor.check_runner.run_now()
    return editor


def checks_of(editor: Editor) -> ChecksPage:
    editor.show_checks()
    process_events()
    page = editor.current_page()
    assert isinstance(page, ChecksPage)
    return page


def unfold(page: ChecksPage) -> Iterator[EntryRow]:
    """Yield the rows that are shown, and then those of one part after the other."""
    yield from page.list.rows()
    for name in tuple(page.list.parts):
        before = {*page.list.rows()}
        page.list.parts[name].unfold(is_open=True)
        process_events()
        yield from (row for row in page.list.rows() if row not in before)


def unfold_all(page: ChecksPage) -> None:
    for name in tuple(page.list.parts):
        page.list.parts[name].unfold(is_open=True)
    process_events()


@pytest.fixture(scope="module")
def broken(shared_program: SharedProgram, pack: Pack) -> Path:
    """A proposal with problems of every group."""
    return save(broken_draft(pack), shared_program.folder, "broken")


@pytest.fixture
def editor(shared_program: SharedProgram, broken: Path) -> Editor:
    return open_editor(shared_program, broken)


@pytest.fixture
def page(editor: Editor) -> ChecksPage:
    found = checks_of(editor)
    assert {one.group for one in found.entries} == set(Group)
    return found


def texts_in_warning(widget: QWidget) -> list[str]:
    return [
        label.text()
        for label in widget.findChildren(QLabel)
        if label.property("role") in ("warm", "warm-count") and label.isVisibleTo(widget)
        if label.text()
    ]


# A new proposal


def test_a_new_proposal_shows_a_handful_of_lines_and_nothing_wrong(
    shared_program: SharedProgram, pack: Pack
) -> None:
    path = save(new_draft(pack), shared_program.folder, "new")
    page = checks_of(open_editor(shared_program, path))
    assert {one.group for one in page.entries} == {Group.GAPS}
    assert len(page.entries) > 3 * HANDFUL
    assert page.list.rows() == ()
    assert len(page.list.parts) <= HANDFUL
    assert texts_in_warning(page) == []


def test_no_blank_shouts_on_any_page_before_or_after_a_check(
    shared_program: SharedProgram, pack: Pack
) -> None:
    editor = open_editor(shared_program, save(new_draft(pack), shared_program.folder, "new"))
    for has_asked in (False, True):
        for step in editor.steps():
            if step != CHECKS or has_asked:
                editor.show_step(step)
                process_events()
                shown = editor.current_page()
                assert shown is not None
                assert texts_in_warning(shown) == [], (step, has_asked)
        assert {row.icon.value for row in editor.step_list.model.rows}.isdisjoint({"octagon-alert"})
        if not has_asked:
            editor.show_step("form:description")
            assert not remarks_of(editor.current_page())
            editor.show_checks()
    editor.show_step("form:description")
    assert any("no answer" in text for text in remarks_of(editor.current_page()))


def remarks_of(page: Page | None) -> list[str]:
    assert page is not None
    return [
        label.text()
        for label in page.findChildren(QLabel)
        if "has no answer yet" in label.text() and label.isVisibleTo(page)
    ]


# Counts


def test_the_counts_agree_on_every_page(editor: Editor, page: ChecksPage) -> None:
    progress = editor.check_runner.progress
    gaps = [one for one in page.entries if one.group is Group.GAPS]
    wrong = [one for one in page.entries if one.group is Group.WRONG]
    steps = (*progress.steps, progress.activities)
    assert sum(step.gaps for step in steps) == len(gaps) == progress.gaps > 0
    assert sum(step.problems for step in steps) == len(wrong) == progress.problems > 0
    missing = progress.completion.required - progress.completion.required_answered
    assert missing == len(gaps)

    rows = {row.title: row.note for row in editor.step_list.model.rows}
    for title in {one.page for one in page.entries if one.group is Group.WRONG}:
        count = sum(one.page == title for one in wrong)
        assert rows[title] == f"{count} to fix"
    quiet_pages = {one.page for one in gaps} - {one.page for one in wrong}
    assert quiet_pages
    for title in quiet_pages:
        assert rows[title] == f"{sum(one.page == title for one in gaps)} to answer"

    submit = page.line_rows[-1]
    assert submit.count_label.text() == f"{len(wrong)} to fix, {len(gaps)} to answer"
    editor.show_step(OVERVIEW)
    overview = editor.current_page()
    assert isinstance(overview, OverviewPage)
    answered = progress.completion.required_answered
    assert overview.head.label.text() == (f"{answered} of {answered + len(gaps)} required answers")


def test_what_is_missing_is_counted_by_section_and_by_partner(
    editor: Editor, page: ChecksPage
) -> None:
    gaps = [one for one in page.entries if one.group is Group.GAPS]
    for place in {one.place for one in gaps}:
        here = [one for one in gaps if one.place == place]
        words = page.list.parts[f"{Group.GAPS}/{place}"].head.words
        assert words.note == f"{len(here)} to answer"
        for partner in {one.partner for one in here if one.partner}:
            acronym = editor.session.draft.text("org.acronym", partner)
            assert f"{acronym}: {sum(one.partner == partner for one in here)}" in words.name


# To a field and back


def has_focus_in(key: Key) -> bool:
    """Return whether the focus is in a field, or in its row: who travels names a row of a grid."""
    part: QWidget | None = QApplication.focusWidget()
    while part is not None:
        if part.objectName() == str(key):
            return True
        if isinstance(part, TravellersBox):
            return part.model.find(key) is not None and _current_item(part) == key.item
        part = part.parentWidget()
    return False


def _current_item(box: TravellersBox) -> str:
    return box.groups.rows[box.table.currentIndex().row()].item


@pytest.mark.parametrize("is_long", [False, pytest.param(True, marks=pytest.mark.prove)])
def test_every_problem_leads_to_its_field_and_the_line_there_leads_back(
    editor: Editor, page: ChecksPage, *, is_long: bool
) -> None:
    """One of each kind; in the long run, of each question."""
    unfold_all(page)
    assert len(page.list.rows()) == len(page.entries)
    one_of_each = {
        (row.entry.code, row.entry.key.question if is_long else ""): row.entry
        for row in page.list.rows()
    }
    for entry in one_of_each.values():
        row = page.list.find_row(entry.id)
        assert row is not None
        row.go_button.click()
        process_events()
        assert editor.step != CHECKS
        if entry.key.question in editor.session.form.questions:
            assert has_focus_in(entry.key) or "priorities" in editor.step, entry
        line = editor.back_line
        assert line.isVisibleTo(editor)
        assert entry.title in line.text_label.text()
        line.back_button.click()
        process_events()
        assert editor.step == CHECKS
        assert not line.isVisibleTo(editor)
        again = page.list.find_row(entry.id)
        assert again is not None
        assert QApplication.focusWidget() is again.go_button


def go_to(page: ChecksPage, is_it: Callable[[Entry], bool]) -> Entry:
    row = next(row for row in unfold(page) if is_it(row.entry))
    row.go_button.click()
    process_events()
    return row.entry


def test_the_line_says_when_the_problem_is_solved_and_goes_with_the_page(
    editor: Editor, page: ChecksPage
) -> None:
    entry = go_to(page, lambda one: one.code == "pic-shape")
    editor.session.edit(entry.key, "912345678")
    editor.check_runner.run_now()
    assert editor.back_line.text_label.text() == f"Done: {entry.title}"
    editor.session.undo_stack.undo()
    editor.check_runner.run_now()
    assert editor.back_line.text_label.text().startswith(entry.title)
    editor.show_step("form:description")
    assert not editor.back_line.isVisibleTo(editor)


def test_what_was_solved_is_gone_and_the_focus_stays_on_the_page(
    editor: Editor, page: ChecksPage
) -> None:
    entry = go_to(page, lambda one: one.code == "pic-shape")
    editor.session.edit(entry.key, "912345678")
    editor.back_line.back_button.click()
    process_events()
    assert page.list.find_row(entry.id) is None
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.isAncestorOf(focus)


# Filters


def test_one_partner_one_group_or_some_words_narrow_the_list(page: ChecksPage) -> None:
    everything = page.entries
    partner = next(one.partner for one in everything if one.partner)
    page.partner_box.setCurrentIndex(page.partner_box.findData(partner))
    page.partner_box.activated.emit(page.partner_box.currentIndex())
    assert {row.entry.partner for row in page.list.rows()} == {partner}
    assert len(page.list.rows()) == sum(one.partner == partner for one in everything)
    page.partner_box.setCurrentIndex(0)
    page.partner_box.activated.emit(0)

    page.filter_buttons[Group.WEAK].click()
    assert {row.entry.group for row in page.list.rows()} == {Group.WEAK}
    page.filter_buttons[""].click()

    page.search_line.setText("PIC")
    assert page.list.rows()
    assert all("pic" in (row.entry.title + row.entry.detail).casefold() for row in page.list.rows())
    page.search_line.setText("no such words")
    assert page.list.rows() == ()
    assert any("Clear the filter" in one.text() for one in page.findChildren(QLabel))


def test_what_was_unfolded_stays_so_after_another_check(editor: Editor, page: ChecksPage) -> None:
    name = next(name for name in page.list.parts if name.startswith(f"{Group.GAPS}/"))
    page.list.parts[name].head.click()
    assert page.list.parts[name].head.is_open
    editor.session.edit(Key("des.rationale"), "A short text.")
    editor.check_runner.run_now()
    assert page.list.parts[name].head.is_open


# How it looks


def walk_sizes(
    program: SharedProgram, path: Path, language: str, scale: int
) -> Iterator[tuple[str, Editor, ChecksPage]]:
    editor = open_editor(program, path, Settings(language=language, text_scale=scale))
    page = checks_of(editor)
    unfold_all(page)
    for width, height in SIZES:
        editor.window().resize(width, height)
        for _ in range(SETTLING):
            process_events()
        yield f"{language} {width} {scale} %", editor, page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", [100, pytest.param(200, marks=pytest.mark.prove)])
@pytest.mark.share(2)
def test_nothing_is_cut_or_unnamed_at_any_size(
    shared_program: SharedProgram, broken: Path, language: str, scale: int
) -> None:
    for place, _, page in walk_sizes(shared_program, broken, language, scale):
        assert find_cut_off(page) == [], place
        assert find_unnamed(page) == [], place
