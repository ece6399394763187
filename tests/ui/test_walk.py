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
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from erasmus_desk.call.texts import Texts
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.i18n import formats
from erasmus_desk.storage import drafts
from erasmus_desk.storage.settings import Settings
from tests.core.export.parsed import W, body
from tests.ui.conftest import MakeOffice
from tests.ui.hands import ALT, CTRL, SHIFT, Hands
from ui.controllers.application import Office
from ui.pages.base import Page
from ui.pages.checks_page import ReviewPage
from ui.pages.export import page as word
from ui.pages.export.page import WordPage
from ui.pages.form.list_page import ListPage
from ui.pages.question_texts import wording
from ui.wizard.wizard import StartWizard

CALL = "ka2-2017"
TITLE = "Small boards – kleine bordjes"
RATIONALE = "Pupils build, measure and tell.\nTwee regels, met een streepje – en 3 < 4."
APPLICANT = "Example School"
PARTNER = "Escola do Rio Claro"
ENTER, SPACE, TAB, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Down


@dataclass(frozen=True)
class Walk:
    """Somebody without a mouse, before the window."""

    office: Office
    hands: Hands
    texts: Texts

    def choose_card(self, title: str) -> None:
        """Go to a card, choose it and go on, all by Enter and Tab."""
        button = self.hands.tab_into(QRadioButton, title)
        if not button.isChecked():
            self.hands.press(ENTER)
        assert button.isChecked()
        self.hands.press(ENTER)

    def pick(self, question: str, option: str) -> None:
        """Choose in a list that drops down, by its first letters."""
        combo = self.hands.tab_into(QComboBox, self.heading(question))
        self.hands.press(DOWN, ALT)
        self.hands.type(option)
        self.hands.press(ENTER)
        assert combo.currentText() == option
        self.hands.press(TAB)

    def write(self, question: str, text: str) -> None:
        """Type an answer."""
        box = self.hands.tab_to(self.asks(question), question)
        assert isinstance(box, QLineEdit | QPlainTextEdit)
        for number, line in enumerate(text.split("\n")):
            if number:
                self.hands.press(ENTER)
            self.hands.type(line)
        self.hands.press(TAB)

    def heading(self, question: str) -> str:
        pack = self.office.keeper.library.pack(CALL)
        return wording(pack.form.questions[question], pack, self.texts).heading

    def asks(self, question: str) -> Callable[[QWidget], bool]:
        named = self.heading(question)

        def is_it(part: QWidget) -> bool:
            return part.accessibleName() == named

        return is_it

    def go_on(self) -> None:
        """Press Next of the guided start from wherever the focus is."""
        wizard = self.wizard
        self.hands.tab_to(lambda part: part is wizard.next_button, "Next")
        self.hands.press(SPACE)

    def step_to(self, step: str) -> None:
        """Walk along the steps of the desk, one by one."""
        desk = self.office.window.desk
        assert desk is not None
        steps = desk.steps()
        way = steps.index(step) - steps.index(desk.step)
        self.hands.press(DOWN if way > 0 else Qt.Key.Key_Up, ALT, abs(way))
        assert desk.step == step

    @property
    def wizard(self) -> StartWizard:
        shown = self.office.window.stack.currentWidget()
        assert isinstance(shown, StartWizard)
        return shown

    @property
    def page(self) -> Page:
        desk = self.office.window.desk
        page = desk.page_widget() if desk else None
        assert page is not None
        return page

    @property
    def draft(self) -> Draft:
        opened = self.office.window.opened
        assert opened is not None
        return opened.session.draft


def begin(walk: Walk, kind: str, field: str) -> None:
    """Answer the six screens and the summary."""
    pack = walk.office.keeper.library.pack(CALL)
    texts, hands = walk.texts, walk.hands
    hands.press(ENTER)  # the focus is on New proposal
    here = next(path for path in pack.paths if path.here)
    walk.choose_card(texts.get(f"path.{here.id}.label"))
    walk.choose_card(texts.get("pack.name"))
    helper = hands.tab_into(QPushButton)
    hands.press(ENTER)
    assert helper.isChecked()
    hands.press(SPACE)
    walk.choose_card(texts.get(f"kind.{kind}.short"))
    hands.tab_into(QRadioButton, texts.get(f"field.{field}.name"))
    hands.press(SPACE)
    if field == "school":
        yes = hands.tab_into(QRadioButton, walk.heading("ctx.schools_only"))
        hands.press(SPACE)
        assert yes.isChecked()
    walk.go_on()
    first, second = pack.form.option_sets["priorities"].options[:2]
    for option in (first, second):
        box = hands.tab_into(QCheckBox, texts.option("priorities", option.id))
        hands.press(SPACE)
        assert box.isChecked()
    main = hands.tab_to(
        lambda part: isinstance(part, QRadioButton) and part.isVisible(), "main priority"
    )
    hands.press(SPACE)
    assert isinstance(main, QRadioButton)
    assert main.isChecked()
    walk.go_on()


def name_it(walk: Walk, language: str) -> None:
    """Fill in the sixth screen and pass the summary."""
    spoken = formats.language_name(language, walk.texts.language)
    walk.write("prj.title", TITLE)
    walk.write("prj.acronym", "SMALLBOARDS")
    walk.pick("ctx.language", spoken)
    walk.write("prj.start", "1-9-2017")
    walk.write("prj.duration", "24")
    walk.write("org.name_lat", APPLICANT)
    walk.pick("org.country", formats.country("BE", walk.texts.language))
    walk.go_on()
    walk.hands.press(ENTER)


def work(walk: Walk) -> None:
    """Write on the desk: a text, a school beside the applicant, and the answer to a finding."""
    walk.step_to("form:description")
    walk.write("des.rationale", RATIONALE)
    walk.step_to("form:organisations")
    page = walk.page
    assert isinstance(page, ListPage)
    walk.hands.tab_to(lambda part: part is page.items.add_button, "add")
    walk.hands.press(ENTER)
    walk.write("org.name_lat", PARTNER)
    assert [walk.draft.text("org.name_lat", one) for one in walk.draft.items("organisations")] == [
        APPLICANT,
        PARTNER,
    ]


def check(walk: Walk) -> None:
    """Look through the review, go to a finding, mend it, and take that back and forth."""
    walk.hands.press(Qt.Key.Key_F7)
    review = walk.page
    assert isinstance(review, ReviewPage)
    walk.hands.tab_to(lambda part: part is review.tree, "findings")
    findings = walk.office.window.opened.watch.findings if walk.office.window.opened else ()
    city = next(
        one for one in findings if one.key and one.key.question == "org.city" and one.blocks
    )
    for _ in range(2 * len(findings)):
        if review.current() is city:
            break
        walk.hands.press(DOWN)
    walk.hands.tab_to(lambda part: part is review.go_button, "go there")
    walk.hands.press(ENTER)
    assert walk.hands.focus.accessibleName() == walk.heading("org.city")
    walk.hands.type("Brugge")
    assert city.key is not None
    walk.hands.press(Qt.Key.Key_Z, CTRL)
    assert walk.draft.get(city.key) is None
    walk.hands.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert walk.draft.get(city.key) == "Brugge"


def hand_over(walk: Walk) -> None:
    """Make the Word file."""
    walk.hands.press(Qt.Key.Key_E, CTRL)
    page = walk.page
    assert isinstance(page, WordPage)
    walk.hands.tab_to(lambda part: part is page.export_button, "make")
    walk.hands.press(SPACE)


def all_text(path: Path) -> str:
    paragraphs = (one.iter(f"{W}t") for one in body(path.read_bytes()).iter(f"{W}p"))
    return "\n".join("".join(text.text or "" for text in texts) for texts in paragraphs)


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(("kind", "field"), [("innovation", "vet"), ("good-practice", "school")])
def test_a_proposal_comes_from_an_empty_home_page_to_a_word_file_by_keyboard_alone(
    make_office: MakeOffice,
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

    monkeypatch.setattr(word, "ask_target", answer)
    office = make_office(Settings(language=language))
    walk = Walk(office, Hands(office.window, qtbot), office.keeper.library.texts(CALL, language))
    begin(walk, kind, field)
    name_it(walk, language)
    work(walk)
    check(walk)
    hand_over(walk)
    written = all_text(target)
    for typed in (TITLE, "SMALLBOARDS", APPLICANT, PARTNER, "Brugge", *RATIONALE.split("\n")):
        assert typed in written
    walk.hands.press(Qt.Key.Key_S, CTRL)
    (path,) = office.places.drafts.glob("*.erasmus")
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
