"""From an empty home page to a Word file, with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from erasmus_desk.call.texts import Texts
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.i18n import formats
from erasmus_desk.storage import drafts
from erasmus_desk.storage.settings import Settings
from tests.core.export.parsed import W, parse_body
from tests.ui.conftest import StartProgram
from tests.ui.keyboard import ALT, CTRL, SHIFT, Keyboard, finish_work
from ui.controllers.application import ApplicationController
from ui.dialogs import save_path
from ui.pages.base import Page
from ui.pages.checks.model import Group
from ui.pages.checks.page import ChecksPage
from ui.pages.export.page import ExportPage
from ui.pages.items.page import ListPage
from ui.pages.question_texts import build_question_text
from ui.wizard.kind_pages import KindPage
from ui.wizard.wizard import NewProposalWizard

CALL = "ka2-2017"
TITLE = "Small boards – kleine bordjes"
RATIONALE = "Pupils build, measure and tell.\nTwee regels, met een streepje – en 3 < 4."
APPLICANT = "Example School"
PARTNER = "Escola do Rio Claro"
ENTER, SPACE, TAB, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Down


@dataclass(frozen=True)
class Walk:
    """A user without a mouse."""

    controller: ApplicationController
    keyboard: Keyboard
    texts: Texts

    def choose_card(self, title: str) -> None:
        """Go to a card, choose it and go on, all by Enter and Tab."""
        button = self.keyboard.tab_into(QRadioButton, title)
        if not button.isChecked():
            self.keyboard.press(ENTER)
        assert button.isChecked()
        self.keyboard.press(ENTER)

    def pick(self, question: str, option: str) -> None:
        """Choose in a list that drops down, by its first letters."""
        combo = self.keyboard.tab_into(QComboBox, self.heading(question))
        self.keyboard.press(DOWN, ALT)
        self.keyboard.type(option)
        self.keyboard.press(ENTER)
        assert combo.currentText() == option
        self.keyboard.press(TAB)

    def write(self, question: str, text: str) -> None:
        """Type an answer."""
        box = self.keyboard.tab_to(self.asks(question), question)
        assert isinstance(box, QLineEdit | QTextEdit)
        for number, line in enumerate(text.split("\n")):
            if number:
                self.keyboard.press(ENTER)
            self.keyboard.type(line)
        self.keyboard.press(TAB)

    def heading(self, question: str) -> str:
        pack = self.controller.draft_manager.library.load_pack(CALL)
        return build_question_text(pack.form.questions[question], pack, self.texts).heading

    def asks(self, question: str) -> Callable[[QWidget], bool]:
        named = self.heading(question)

        def is_it(part: QWidget) -> bool:
            return part.accessibleName() == named

        return is_it

    def go_on(self) -> None:
        """Press Next in the wizard, wherever the focus is."""
        wizard = self.wizard
        self.keyboard.tab_to(lambda part: part is wizard.next_button, "Next")
        self.keyboard.press(SPACE)

    def step_to(self, step: str) -> None:
        """Go along the steps, one by one."""
        editor = self.controller.window.editor
        assert editor is not None
        steps = editor.steps()
        way = steps.index(step) - steps.index(editor.step)
        self.keyboard.press(DOWN if way > 0 else Qt.Key.Key_Up, ALT, abs(way))
        assert editor.step == step

    @property
    def wizard(self) -> NewProposalWizard:
        shown = self.controller.window.stack.currentWidget()
        assert isinstance(shown, NewProposalWizard)
        return shown

    @property
    def page(self) -> Page:
        editor = self.controller.window.editor
        page = editor.current_page() if editor else None
        assert page is not None
        return page

    @property
    def draft(self) -> Draft:
        opened = self.controller.window.opened
        assert opened is not None
        return opened.session.draft


def fill_wizard(walk: Walk, kind: str, field: str) -> None:
    """Answer the first pages of the wizard."""
    texts, keyboard = walk.texts, walk.keyboard
    keyboard.press(ENTER)  # the focus is on New proposal
    walk.choose_card(texts.get("pack.for"))
    helper = keyboard.tab_into(QPushButton)
    keyboard.press(ENTER)
    page = walk.wizard.current_page()
    assert isinstance(page, KindPage)
    assert page.help_button is helper
    assert page.is_helping
    keyboard.press(SPACE)  # the first answer
    assert walk.wizard.state.advice
    back = keyboard.tab_to(lambda part: part is page.back_button, "back")
    keyboard.press(ENTER)
    assert back.isHidden()
    walk.choose_card(texts.get(f"kind.{kind}.short"))
    keyboard.tab_into(QRadioButton, texts.get(f"field.{field}.name"))
    keyboard.press(SPACE)
    if field == "school":
        yes = keyboard.tab_into(QRadioButton, walk.heading("ctx.schools_only"))
        keyboard.press(SPACE)
        assert yes.isChecked()
    walk.go_on()
    pack = walk.controller.draft_manager.library.load_pack(CALL)
    first, second = pack.form.option_sets["priorities"].options[:2]
    for option in (first, second):
        box = keyboard.tab_into(QCheckBox, texts.get(f"option.priorities.{option.id}"))
        keyboard.press(SPACE)
        assert box.isChecked()
    main = keyboard.tab_to(
        lambda part: isinstance(part, QRadioButton) and part.isVisible(), "main priority"
    )
    keyboard.press(SPACE)
    assert isinstance(main, QRadioButton)
    assert main.isChecked()
    walk.go_on()


def fill_identity(walk: Walk, language: str) -> None:
    """Fill in the page of title and applicant, and pass the summary."""
    language_name = formats.name_language(language, walk.texts.language)
    walk.write("prj.title", TITLE)
    walk.write("prj.acronym", "SMALLBOARDS")
    walk.pick("ctx.language", language_name)
    walk.write("prj.start", "1-9-2017")
    walk.write("prj.duration", "24")
    walk.write("org.name_lat", APPLICANT)
    walk.pick("org.country", formats.name_country("BE", walk.texts.language))
    walk.go_on()
    walk.keyboard.press(ENTER)


def write_answers(walk: Walk) -> None:
    """Write a text, and add a partner school."""
    walk.step_to("form:description")
    walk.write("des.rationale", RATIONALE)
    walk.step_to("form:organisations")
    page = walk.page
    assert isinstance(page, ListPage)
    walk.keyboard.tab_to(lambda part: part is page.tools.add_button, "add")
    walk.keyboard.press(ENTER)
    walk.keyboard.type(PARTNER)
    walk.keyboard.press(ENTER)
    assert [walk.draft.text("org.name_lat", one) for one in walk.draft.items("organisations")] == [
        APPLICANT,
        PARTNER,
    ]


def use_checks(walk: Walk) -> None:
    """Go to what is not answered, answer it, undo and redo."""
    walk.keyboard.press(Qt.Key.Key_F7)
    review = walk.page
    assert isinstance(review, ChecksPage)
    city = next(one for one in review.entries if one.key.question == "org.city")
    head = review.list.parts[f"{Group.GAPS}/{city.place}"].head
    walk.keyboard.tab_to(lambda part: part is head, "the organisations")
    walk.keyboard.press(ENTER)
    row = review.list.find_row(city.id)
    assert row is not None
    walk.keyboard.tab_to(lambda part: part is row.go_button, "answer")
    walk.keyboard.press(ENTER)
    assert walk.keyboard.focus.accessibleName() == walk.heading("org.city")
    walk.keyboard.type("Brugge")
    walk.keyboard.press(Qt.Key.Key_Z, CTRL)
    assert walk.draft.get(city.key) is None
    walk.keyboard.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert walk.draft.get(city.key) == "Brugge"


def export_word(walk: Walk) -> None:
    """Make the Word file."""
    walk.keyboard.press(Qt.Key.Key_E, CTRL)
    page = walk.page
    assert isinstance(page, ExportPage)
    walk.keyboard.tab_to(lambda part: part is page.export_button, "make")
    walk.keyboard.press(SPACE)


def all_text(path: Path) -> str:
    paragraphs = (one.iter(f"{W}t") for one in parse_body(path.read_bytes()).iter(f"{W}p"))
    return "\n".join("".join(text.text or "" for text in texts) for texts in paragraphs)


@pytest.mark.parametrize(
    ("kind", "field", "language"),
    [
        ("innovation", "vet", "en"),
        pytest.param("good-practice", "school", "nl", marks=pytest.mark.prove),
        pytest.param("innovation", "vet", "nl", marks=pytest.mark.prove),
        pytest.param("good-practice", "school", "en", marks=pytest.mark.prove),
    ],
)
def test_a_proposal_comes_from_an_empty_home_page_to_a_word_file_by_keyboard_alone(
    start_program: StartProgram,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    language: str,
    kind: str,
    field: str,
) -> None:
    target = tmp_path / "proposal.docx"

    def answer(*_: object) -> str:
        return str(target)

    monkeypatch.setattr(save_path, "ask_save_path", answer)
    controller = start_program(Settings(language=language))
    walk = Walk(
        controller,
        Keyboard(controller.window, qtbot),
        controller.draft_manager.library.load_texts(CALL, language),
    )
    fill_wizard(walk, kind, field)
    fill_identity(walk, language)
    write_answers(walk)
    use_checks(walk)
    export_word(walk)
    finish_work(controller.window)
    written = all_text(target)
    for typed in (TITLE, "SMALLBOARDS", APPLICANT, PARTNER, "Brugge", *RATIONALE.split("\n")):
        assert typed in written
    walk.keyboard.press(Qt.Key.Key_S, CTRL)
    (path,) = controller.paths.drafts.glob("*.erasmus")
    kept = drafts.read(path).draft
    assert kept.answers == walk.draft.answers
    expected = {
        "ctx.main_objective": kind,
        "ctx.field": field,
        "ctx.language": language,
        "prj.title": TITLE,
        "prj.start": date(2017, 9, 1),
        "prj.duration": 24,
        "pri.main": "HP-SKILLS",
        "des.rationale": RATIONALE,
    }
    assert {name: kept.get(Key(name)) for name in expected} == expected
