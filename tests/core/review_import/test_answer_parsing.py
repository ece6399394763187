"""The words of a changed answer become the value that the writer meant, or wait unread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import pytest

from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Key, Value
from erasmus_desk.export import export
from erasmus_desk.review_import.answer_parsing import Reading, Unreadable, value
from erasmus_desk.review_import.docx_reader.document import Control, Line, Span
from erasmus_desk.review_import.matching.matcher import Found, How
from erasmus_desk.round_trip.record import Piece, Role, Sent
from erasmus_desk.storage import drafts
from tests.core.review_import.exported import EXAMPLES, RESOURCES


@dataclass(frozen=True)
class Desk:
    sent: Sent
    reading: Reading

    def read(
        self, key: str, text: str, control: Control | None = None
    ) -> Value | Unreadable | None:
        lines = tuple(Line((Span(part, control=control),)) for part in text.split("\n"))
        at = Key.parse(key)
        found = Found(at, lines, is_empty=not text, by=None, how=How.CONTROL)
        return value(
            found, self.sent, self.reading.pack.form.questions.get(at.question), self.reading
        )

    def key_of(self, kind: QuestionType, options: str = "", *, of: str = "") -> str:
        """An answered question of this type."""
        questions = self.reading.pack.form.questions
        return next(
            str(key)
            for key in self.sent.values
            if (question := questions.get(key.question))
            and question.type is kind
            and (not options or question.options == options)
            and question.of == of
        )


@pytest.fixture(params=EXAMPLES, scope="module")
def desk(request: pytest.FixtureRequest) -> Desk:
    return opened(request.param)


def opened(name: str, language: str = "") -> Desk:
    library = Library((RESOURCES / "calls",))
    draft = drafts.read(RESOURCES / "examples" / f"{name}.erasmus").draft
    sent = export.sent(draft, library, RESOURCES, export.Wish(language=language))
    texts = library.texts(draft.pack.id, sent.language)
    return Desk(sent, Reading(draft, library.pack(draft.pack.id), texts))


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_what_the_document_shows_reads_as_the_value_it_shows(name: str, language: str) -> None:
    desk = opened(name, language)
    for piece in desk.sent.pieces:
        if piece.role is Role.ANSWER and piece.key and not piece.missing:
            read = desk.read(str(piece.key), piece.text)
            known = desk.sent.values.get(piece.key)
            if isinstance(known, tuple):
                assert isinstance(read, tuple), piece
                assert set(read) == set(known), piece
            elif isinstance(known, str):
                # A heading shows a title without the blanks around it.
                assert read == known or str(read) == known.strip(), piece
            else:
                assert read == known, piece


def test_a_text_keeps_its_untouched_lines_and_a_line_stays_one(desk: Desk) -> None:
    key = desk.key_of(QuestionType.TEXT)
    old = desk.sent.values[Key.parse(key)]
    assert desk.read(key, f"{old}\nAnd one line more.") == f"{old}\nAnd one line more."
    key = desk.key_of(QuestionType.LINE)
    assert desk.read(key, "One line\nand another") == "One line and another"


def test_the_words_for_a_missing_answer_are_not_taken_for_text() -> None:
    desk = opened("innovation-vet", "en")
    piece = Piece(Role.ANSWER, "Not answered yet", Key("prj.acronym"), missing=True)
    sent = replace(desk.sent, pieces=(piece,), values={})
    assert Desk(sent, desk.reading).read("prj.acronym", "Not answered yet\nNEW") == "NEW"


def test_yes_and_no_are_ticked_or_written() -> None:
    desk = opened("innovation-vet", "en")
    key = desk.key_of(QuestionType.YESNO)
    for text, meant in {
        "☒ Yes   ☐ No": True,
        "☐ Yes   ☒ No": False,
        "☐ Yes   ☐ No": None,
        "☐ Yes ☑ No": False,
        "[x] Yes [ ] No": True,
        "Yes.": True,
        "nee": False,
    }.items():
        assert desk.read(key, text) is meant
    for text in ("☒ Yes ☒ No", "Perhaps", "☒ Yes, but later ☐ No", "✗ Yes"):
        assert desk.read(key, text) == Unreadable(text)


def test_a_choice_is_read_by_its_name_or_by_what_was_chosen() -> None:
    desk = opened("innovation-vet", "en")
    key = "org.country@6f21b0c4"
    assert desk.read(key, "Spain") == "ES"
    assert desk.read(key, " spain. ") == "ES"
    assert desk.read(key, "Spain", Control(key, 1, choice="ES")) == "ES"
    assert desk.read(key, "Spain or Italy") == Unreadable("Spain or Italy")
    assert desk.read(key, "Nowhere", Control(key, 1, choice="ES")) == Unreadable("Nowhere")
    assert desk.read(key, "") is None


def test_several_choices_are_ticked_or_stand_in_a_row() -> None:
    desk = opened("innovation-vet", "en")
    question = desk.reading.pack.form.questions["pri.others"]
    options = desk.reading.pack.option_set(question)
    assert options
    names = {one.id: desk.reading.texts.option(options.id, one.id) for one in options.options}
    (first, one), (second, two), (third, three) = list(names.items())[:3]
    assert desk.read("pri.others", f"☒\t{one}\n☐\t{two}\n☒\t{three}") == (first, third)
    assert desk.read("pri.others", f"☐\t{one}\n☐\t{two}") is None
    assert desk.read("pri.others", f"{two}; {one}") in {(second, first), (first, second)}
    text = f"☒\t{one}\n☒\tOur own priority"
    assert desk.read("pri.others", text) == Unreadable(text)


def test_a_number_an_amount_and_a_date_are_read_in_the_language_of_the_file() -> None:
    desk = opened("goede-praktijk-school", "nl")
    assert desk.read("prj.duration", "18") == 18
    assert desk.read("prj.duration", "18 maanden of meer") == Unreadable("18 maanden of meer")
    assert desk.read("prj.duration", "18,5") == Unreadable("18,5")
    assert desk.read("prj.start", "1 oktober 2017") == date(2017, 10, 1)
    assert desk.read("prj.start", "1/10/2017") == date(2017, 10, 1)
    assert desk.read("prj.start", "in het najaar") == Unreadable("in het najaar")
    picked = Control("prj.start", 1, day=date(2017, 11, 2))
    assert desk.read("prj.start", "2. listopadu 2017", picked) == date(2017, 11, 2)
    money = next(
        one for one in desk.reading.pack.form.questions.values() if one.type is QuestionType.MONEY
    )
    assert desk.read(money.id, "€ 1.150,50") == Decimal("1150.50")
    assert desk.read(money.id, "about 1.150") == Unreadable("about 1.150")


def test_items_are_known_by_their_names_as_sent_and_as_they_are_now(desk: Desk) -> None:
    pack, draft = desk.reading.pack, desk.reading.draft
    key = next(
        key
        for key in desk.sent.values
        if (asked := pack.form.questions.get(key.question)) and asked.of == "organisations"
    )
    name = pack.form.lists["organisations"].name
    for item in draft.items("organisations"):
        read = desk.read(str(key), draft.text(name, item))
        assert read in {item, (item,)}
    assert isinstance(desk.read(str(key), "A school that nobody knows"), Unreadable)


def test_what_was_not_changed_is_what_was_sent(desk: Desk) -> None:
    key = Key.parse(desk.key_of(QuestionType.TEXT))
    found = Found(key, (), is_empty=True, by=None, how=How.CONTROL, is_changed=False)
    assert value(found, desk.sent, None, desk.reading) == desk.sent.values[key]


def test_an_order_that_was_typed_into_is_no_value(desk: Desk) -> None:
    assert desk.read("organisations", "Some words") == Unreadable("Some words")
