"""The text of a changed answer becomes the value that was meant, or is unreadable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from msgspec.structs import replace

from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Key, Value
from erasmus_desk.export import export
from erasmus_desk.review_import.answer_parsing import ParsingContext, Unreadable, parse_answer
from erasmus_desk.review_import.docx_reader.document import ContentControl, Paragraph, Run
from erasmus_desk.review_import.matching.result import MatchBasis, MatchedAnswer
from erasmus_desk.round_trip.record import BlockRole, RecordBlock, SentRecord
from erasmus_desk.storage import drafts
from tests.core.review_import.exported import ALL_EXAMPLES, EXAMPLES, RESOURCES


@dataclass(frozen=True)
class Parser:
    sent: SentRecord
    context: ParsingContext

    def read(
        self, key: str, text: str, control: ContentControl | None = None
    ) -> Value | Unreadable | None:
        lines = tuple(Paragraph((Run(part, control=control),)) for part in text.split("\n"))
        at = Key.parse(key)
        found = MatchedAnswer(at, lines, is_empty=not text, by=None, basis=MatchBasis.CONTROL)
        return parse_answer(
            found, self.sent, self.context.pack.form.questions.get(at.question), self.context
        )

    def find_key(self, kind: QuestionType, options: str = "", *, of: str = "") -> str:
        """An answered question of this type."""
        questions = self.context.pack.form.questions
        return next(
            str(key)
            for key in self.sent.values
            if (question := questions.get(key.question))
            and question.type is kind
            and (not options or question.options == options)
            and question.of == of
        )


@pytest.fixture(params=EXAMPLES, scope="module")
def parser(request: pytest.FixtureRequest) -> Parser:
    return open_example(request.param)


@cache
def open_example(name: str, language: str = "", *, namesakes: bool = False) -> Parser:
    library = Library((RESOURCES / "calls",))
    draft = drafts.read(RESOURCES / "examples" / f"{name}.erasmus").draft
    if namesakes:
        names = (Key("org.name_lat", item) for item in draft.items("organisations")[:2])
        draft = draft.apply(*(draft.change(one, "Our school") for one in names))
    sent = export.render_word(
        draft, library, RESOURCES, export.ExportRequest(language=language)
    ).sent
    texts = library.load_texts(draft.pack.id, sent.language)
    return Parser(sent, ParsingContext(draft, library.load_pack(draft.pack.id), texts))


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("name", ALL_EXAMPLES)
@pytest.mark.share
def test_what_the_document_shows_reads_as_the_value_it_shows(name: str, language: str) -> None:
    parser = open_example(name, language)
    for block in parser.sent.blocks:
        if block.role is BlockRole.ANSWER and block.key and not block.is_placeholder:
            value = parser.read(str(block.key), block.text)
            known = parser.sent.values.get(block.key)
            if isinstance(known, tuple):
                assert isinstance(value, tuple), block
                assert set(value) == set(known), block
            elif isinstance(known, str):
                # A heading shows a title without the blanks around it.
                assert value == known or str(value) == known.strip(), block
            else:
                assert value == known, block


def test_a_text_keeps_its_untouched_lines_and_a_line_stays_one(parser: Parser) -> None:
    key = parser.find_key(QuestionType.TEXT)
    old = parser.sent.values[Key.parse(key)]
    assert parser.read(key, f"{old}\nAnd one line more.") == f"{old}\nAnd one line more."
    key = parser.find_key(QuestionType.LINE)
    assert parser.read(key, "One line\nand another") == "One line and another"


def test_the_words_for_a_missing_answer_are_not_taken_for_text() -> None:
    parser = open_example("innovation-vet", "en")
    block = RecordBlock(
        BlockRole.ANSWER, "Not answered yet", Key("prj.acronym"), is_placeholder=True
    )
    sent = replace(parser.sent, blocks=(block,), values={})
    assert Parser(sent, parser.context).read("prj.acronym", "Not answered yet\nNEW") == "NEW"


def test_yes_and_no_are_ticked_or_written() -> None:
    parser = open_example("innovation-vet", "en")
    key = parser.find_key(QuestionType.YESNO)
    for text, meant in {
        "☒ Yes   ☐ No": True,
        "☐ Yes   ☒ No": False,
        "☐ Yes   ☐ No": None,
        "☐ Yes ☑ No": False,
        "[x] Yes [ ] No": True,
        "Yes.": True,
        "nee": False,
    }.items():
        assert parser.read(key, text) is meant
    for text in ("☒ Yes ☒ No", "Perhaps", "☒ Yes, but later ☐ No", "✗ Yes"):
        assert parser.read(key, text) == Unreadable(text)


def test_a_choice_is_read_by_its_name_or_by_what_was_chosen() -> None:
    parser = open_example("innovation-vet", "en")
    key = "org.country@6f21b0c4"
    assert parser.read(key, "Spain") == "ES"
    assert parser.read(key, " spain. ") == "ES"
    assert parser.read(key, "Spain", ContentControl(key, 1, choice="ES")) == "ES"
    assert parser.read(key, "Spain or Italy") == Unreadable("Spain or Italy")
    assert parser.read(key, "Nowhere", ContentControl(key, 1, choice="ES")) == Unreadable("Nowhere")
    assert parser.read(key, "") is None


def test_a_choice_is_read_by_the_name_in_a_file_of_an_earlier_revision() -> None:
    parser = open_example("innovation-vet", "nl")
    assert parser.read("ctx.main_objective", "Ontwikkeling van innovatie") == "innovation"
    former = "BE03 Jugendbüro (België, Duitstalige Gemeenschap, alle velden)"
    assert parser.read("na.id", former) == "BE03"
    former = (
        "☒ Verkeerde afstemming van vaardigheden verhelpen (basis- en transversale vaardigheden)"
    )
    assert parser.read("des.topics", former) == ("skills_mismatch",)


def test_several_choices_are_ticked_or_stand_in_a_row() -> None:
    parser = open_example("innovation-vet", "en")
    question = parser.context.pack.form.questions["pri.others"]
    options = parser.context.pack.option_set(question)
    assert options
    names = {
        one.id: parser.context.texts.get(f"option.{options.id}.{one.id}") for one in options.options
    }
    (first, one), (second, two), (third, three) = list(names.items())[:3]
    assert parser.read("pri.others", f"☒\t{one}\n☐\t{two}\n☒\t{three}") == (first, third)
    assert parser.read("pri.others", f"☐\t{one}\n☐\t{two}") is None
    assert parser.read("pri.others", f"{two}; {one}") in {(second, first), (first, second)}
    text = f"☒\t{one}\n☒\tOur own priority"
    assert parser.read("pri.others", text) == Unreadable(text)


def test_a_number_an_amount_and_a_date_are_read_in_the_language_of_the_file() -> None:
    parser = open_example("goede-praktijk-school", "nl")
    assert parser.read("prj.duration", "18") == 18
    assert parser.read("prj.duration", "18 maanden of meer") == Unreadable("18 maanden of meer")
    assert parser.read("prj.duration", "18,5") == Unreadable("18,5")
    assert parser.read("prj.start", "1 oktober 2017") == date(2017, 10, 1)
    assert parser.read("prj.start", "1/10/2017") == date(2017, 10, 1)
    assert parser.read("prj.start", "in het najaar") == Unreadable("in het najaar")
    picked = ContentControl("prj.start", 1, day=date(2017, 11, 2))
    assert parser.read("prj.start", "2. listopadu 2017", picked) == date(2017, 11, 2)
    money = next(
        one for one in parser.context.pack.form.questions.values() if one.type is QuestionType.MONEY
    )
    assert parser.read(money.id, "€ 1.150,50") == Decimal("1150.50")
    assert parser.read(money.id, "about 1.150") == Unreadable("about 1.150")


def test_items_are_known_by_their_names_as_sent_and_as_they_are_now(parser: Parser) -> None:
    pack, draft = parser.context.pack, parser.context.draft
    key = next(
        key
        for key in parser.sent.values
        if (asked := pack.form.questions.get(key.question)) and asked.of == "organisations"
    )
    name = pack.form.lists["organisations"].name
    for item in draft.items("organisations"):
        value = parser.read(str(key), draft.text(name, item))
        assert value in {item, (item,)}
    assert isinstance(parser.read(str(key), "A school that nobody knows"), Unreadable)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_two_organisations_of_one_name_are_told_apart(language: str) -> None:
    parser = open_example("innovation-vet", language, namesakes=True)
    first, second, *_ = parser.context.draft.items("organisations")
    key = next(
        str(key)
        for key, value in parser.sent.values.items()
        if (asked := parser.context.pack.form.questions.get(key.question))
        and asked.of == "organisations"
        and asked.type is QuestionType.ITEM
        and value
    )
    assert parser.read(key, "Our school (1)") == first
    assert parser.read(key, "Our school (2)") == second
    assert parser.read(key, "Our school") == Unreadable("Our school")


def test_what_was_not_changed_is_what_was_sent(parser: Parser) -> None:
    key = Key.parse(parser.find_key(QuestionType.TEXT))
    found = MatchedAnswer(
        key, (), is_empty=True, by=None, basis=MatchBasis.CONTROL, is_changed=False
    )
    assert parse_answer(found, parser.sent, None, parser.context) == parser.sent.values[key]


def test_an_order_that_was_typed_into_is_no_value(parser: Parser) -> None:
    assert parser.read("organisations", "Some words") == Unreadable("Some words")
