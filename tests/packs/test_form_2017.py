"""The form of the call of 2017 as data: its questions, conditions and texts."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from erasmus_desk.call.form import NameSource, Question, QuestionType, SectionLayout
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft import computed, visibility
from erasmus_desk.draft.create import create_draft
from erasmus_desk.draft.list_changes import add_item
from erasmus_desk.draft.model import Change, Draft, Key, Value

CALLS = Path(__file__).parents[2] / "resources" / "calls"
NOW = datetime(2017, 1, 10, 12, 0, tzinfo=UTC)
LANGUAGES = ("en", "nl")
ONLY_INNOVATION = {"G.1", "G.2"}
LETTERS = {
    "general": "A",
    "context": "B",
    "priorities": "C",
    "organisations": "D",
    "description": "E",
    "preparation": "F",
    "implementation": "G",
    "followup": "H",
    "budget": "I",
    "summary": "J",
    "checklist": "K",
    "data_protection": "L",
    "declaration": "M",
    "annexes": "N",
    "submission": "O",
}


@pytest.fixture(scope="module")
def library() -> Library:
    return Library((CALLS,))


@pytest.fixture(scope="module")
def pack(library: Library) -> Pack:
    return library.load_pack("ka2-2017")


@pytest.fixture(params=LANGUAGES)
def texts(library: Library, request: pytest.FixtureRequest) -> Texts:
    return library.load_texts("ka2-2017", str(request.param))


def start(pack: Pack, kind: str, field: str = "school", language: str = "en") -> Draft:
    return create_draft(pack, {"kind": kind, "field": field, "language": language}, NOW, "draft")


def put(draft: Draft, question: str, value: Value | None, item: str = "") -> Draft:
    key = Key(question, item)
    return draft.apply(Change(key, draft.get(key), value))


def everything_planned(draft: Draft) -> Draft:
    for question in ("io.yesno", "me.yesno", "ltt.yesno", "par.fewer_yesno", "pri.national"):
        draft = put(draft, question, True)
    return draft


def with_item(draft: Draft, list_id: str, item: str, parent: str = "") -> Draft:
    return draft.apply(*add_item(draft, list_id, item, parent).changes)


def ids(draft: Draft, pack: Pack) -> set[str]:
    return {one.question.id for one in visibility.visible_questions(draft, pack)}


def letters(draft: Draft, pack: Pack) -> set[str]:
    return {
        shown.group.letter
        for section in visibility.visible_sections(draft, pack)
        for shown in visibility.visible_groups(section, draft, pack)
    }


def offered(question: str, draft: Draft, pack: Pack) -> set[str]:
    return {
        one.id for one in visibility.available_options(pack.form.questions[question], draft, pack)
    }


def long_questions(pack: Pack) -> Iterator[Question]:
    return (one for one in pack.form.questions.values() if one.type is QuestionType.TEXT)


def test_the_sections_carry_the_letters_of_2017(pack: Pack) -> None:
    assert {section.id: section.letter for section in pack.form.sections} == LETTERS


def test_four_sections_have_a_page_of_their_own_kind(pack: Pack) -> None:
    special = {
        section.id: section.layout
        for section in pack.form.sections
        if section.layout is not SectionLayout.FIELDS
    }
    assert special == {
        "priorities": SectionLayout.PRIORITIES,
        "organisations": SectionLayout.LIST,
        "budget": SectionLayout.BUDGET,
        "summary": SectionLayout.SUMMARY,
    }


def test_outputs_and_events_are_asked_for_innovation_only(pack: Pack) -> None:
    innovation = everything_planned(start(pack, "innovation"))
    exchange = everything_planned(start(pack, "good-practice"))
    assert letters(innovation, pack) >= ONLY_INNOVATION
    assert not letters(exchange, pack) & ONLY_INNOVATION
    assert letters(exchange, pack) >= {"G.3", "I.6", "I.7"}


def test_events_are_asked_only_where_there_are_outputs(pack: Pack) -> None:
    draft = put(everything_planned(start(pack, "innovation")), "io.yesno", False)
    assert not ids(draft, pack) & {"me.yesno", "io.title", "me.title"}


@pytest.mark.parametrize(
    ("plan", "follows"),
    [
        ("ltt.yesno", {"ltt.added_value", "ltt.recognition", "ltt.instruments"}),
        ("par.fewer_yesno", {"par.fewer_n", "par.fewer_types", "par.fewer_support"}),
        ("pri.national", {"pri.national_text"}),
    ],
)
def test_a_yes_opens_what_hangs_on_it(pack: Pack, plan: str, follows: set[str]) -> None:
    draft = start(pack, "good-practice")
    assert not ids(draft, pack) & follows
    assert not ids(put(draft, plan, False), pack) & follows
    assert ids(put(draft, plan, True), pack) >= follows


def test_schools_only_is_asked_where_it_can_be_and_leads_to_its_action(pack: Pack) -> None:
    assert "ctx.schools_only" not in ids(start(pack, "innovation"), pack)
    assert "ctx.schools_only" not in ids(start(pack, "good-practice", "vet"), pack)
    draft = start(pack, "good-practice")
    assert {"ctx.schools_only", "ctx.regions"} <= ids(draft, pack)
    draft = put(draft, "ctx.schools_only", True)
    action = visibility.find_action(draft, pack)
    assert action is not None
    assert action.id == "KA219"
    assert "ctx.regions" not in ids(draft, pack)


def test_only_youth_chooses_a_round(pack: Pack) -> None:
    assert "ctx.round" not in ids(start(pack, "innovation"), pack)
    draft = start(pack, "innovation", "youth")
    assert "ctx.round" in ids(draft, pack)
    assert offered("ctx.round", draft, pack) == {"ka205-r1", "ka205-r2", "ka205-r3"}
    rounds = {one.id for one in pack.form.option_sets["rounds"].options}
    assert rounds == {one.id for one in pack.deadlines}


def test_a_summary_in_english_needs_no_english_translation(pack: Pack) -> None:
    assert "sum.en" not in ids(start(pack, "innovation", language="en"), pack)
    assert "sum.en" in ids(start(pack, "innovation", language="nl"), pack)


@pytest.mark.parametrize(
    ("field", "prefix", "number"),
    [("school", "SE", 4), ("vet", "VET", 5), ("higher", "HE", 5), ("adult", "AE", 4)],
)
def test_each_field_sees_its_own_priorities_and_all_horizontal_ones(
    pack: Pack, field: str, prefix: str, number: int
) -> None:
    seen = offered("pri.main", start(pack, "innovation", field), pack)
    assert {one.split("-")[0] for one in seen} == {"HP", prefix}
    assert len(seen) == 6 + number


def test_first_organisation_is_the_applicant_and_the_others_are_partners(pack: Pack) -> None:
    draft = start(pack, "good-practice")
    draft = draft.apply(*add_item(draft, "organisations", "second").changes)
    section = next(one for one in pack.form.sections if one.id == "organisations")
    groups = [one for one in visibility.visible_groups(section, draft, pack) if one.item]
    assert [one.group.letter for one in groups] == [
        *("D.1", "D.1.1", "D.1.2", "D.1.3", "D.1.4"),
        *("D.2", "D.2.1", "D.2.2", "D.2.3", "D.2.4"),
    ]
    assert {one.item for one in groups[5:]} == {"second"}


def test_every_organisation_has_its_own_table_of_eu_projects(pack: Pack) -> None:
    draft = start(pack, "good-practice")
    first = draft.items("organisations")[0]
    assert "bg.eu_table" not in ids(draft, pack)
    draft = put(draft, "bg.eu_yesno", True, first)
    draft = draft.apply(*add_item(draft, "eu_projects", "row", first).changes)
    keys = {one.key for one in visibility.visible_questions(draft, pack)}
    assert {Key("eu_projects", first), Key("eup.programme", "row")} <= keys


@pytest.mark.parametrize("kind", ["innovation", "good-practice"])
def test_no_question_is_asked_twice(pack: Pack, kind: str) -> None:
    draft = everything_planned(start(pack, kind))
    keys = [one.key for one in visibility.visible_questions(draft, pack)]
    assert len(keys) == len(set(keys))


def test_every_question_has_its_place_in_the_form(pack: Pack) -> None:
    assert [name for name in pack.form.questions if pack.form.section_of(name) is None] == []


def test_hidden_answers_are_kept_and_visible_again_later(pack: Pack) -> None:
    draft = everything_planned(start(pack, "innovation"))
    draft = with_item(draft, "outputs", "o1")
    draft = put(with_item(draft, "output_days", "d1", "o1"), "day.days", 80, "d1")
    draft = put(draft, "io.title", "A toolkit", "o1")
    assert visibility.hidden_answers(draft, pack) == ()
    switched = put(draft, "ctx.main_objective", "good-practice")
    hidden = {str(key) for key in visibility.hidden_answers(switched, pack)}
    assert hidden == {"io.yesno", "io.title@o1", "me.yesno", "day.days@d1"}
    back = put(switched, "ctx.main_objective", "innovation")
    assert visibility.hidden_answers(back, pack) == ()
    assert back.text("io.title", "o1") == "A toolkit"


def test_long_answers_hold_five_thousand_characters(pack: Pack) -> None:
    limits = {
        (one.limit.rule, one.limit.most) if one.limit else None for one in long_questions(pack)
    }
    assert limits == {("characters", 5000)}


def test_every_long_question_has_guidance_in_three_layers(pack: Pack, texts: Texts) -> None:
    for question in long_questions(pack):
        for layer in ("short", "asks", "assessors", "build"):
            found = texts.find(f"question.{question.id}.{layer}")
            assert found is not None, f"{question.id}.{layer}"
            assert found.language == texts.language
        steps = texts.paragraphs(f"question.{question.id}.build")
        assert 3 <= len(steps) <= 7, question.id
        assert 1 <= len(texts.paragraphs(f"question.{question.id}.asks")) <= 3, question.id


def test_every_part_of_the_form_has_words(pack: Pack, texts: Texts) -> None:
    wanted = [f"question.{one}.label" for one in pack.form.questions]
    wanted += [f"section.{one.id}.title" for one in pack.form.sections]
    wanted += [f"list.{one}.{word}" for one in pack.form.lists for word in ("one", "many", "add")]
    wanted += [
        f"option.{found.id}.{option.id}"
        for found in pack.form.option_sets.values()
        if found.naming is NameSource.TEXTS
        for option in found.options
    ]
    assert [one for one in wanted if one not in texts.entries] == []


def test_no_words_are_left_over(pack: Pack, texts: Texts) -> None:
    groups = {group.id for section in pack.form.sections for group in section.groups}
    choices = (option for found in pack.form.option_sets.values() for option in found.options)
    groups |= {option.group for option in choices}
    known = {"question": set(pack.form.questions), "group": groups}
    for name in texts.entries:
        head, _, rest = name.partition(".")
        if head in known:
            assert rest.rpartition(".")[0] in known[head], name


def test_both_languages_have_the_same_words(library: Library) -> None:
    english, dutch = (library.load_texts("ka2-2017", one).entries for one in LANGUAGES)
    assert [name for name, text in dutch.items() if text.language != "nl"] == []
    # The English titles of the sources are in pack.json.
    titles = {f"source.{one}.title" for one in library.load_pack("ka2-2017").sources}
    assert set(english) | titles == set(dutch)
    assert not titles & set(english)
    lengths = {
        name for name in english if len(english[name].paragraphs) != len(dutch[name].paragraphs)
    }
    assert lengths == set()


def test_the_summary_names_seven_elements(texts: Texts) -> None:
    assert len(texts.paragraphs("question.sum.text.elements")) == 7


def test_every_award_criterion_is_fed_and_none_is_made_up(pack: Pack) -> None:
    fed = {criterion for one in pack.form.questions.values() for criterion in one.feeds}
    assert fed == {one.id for one in pack.criteria}


def test_every_long_question_feeds_a_criterion_but_the_translation(pack: Pack) -> None:
    assert [one.id for one in long_questions(pack) if not one.feeds] == ["sum.en"]


def test_the_program_fills_in_what_it_knows(pack: Pack) -> None:
    draft = start(pack, "good-practice")
    draft = put(put(draft, "prj.start", date(2017, 9, 1)), "prj.duration", 24)
    draft = put(draft, "org.name_lat", "Basisschool De Regenboog", draft.items("organisations")[0])
    filled = {
        one.id: computed.compute_value(one, draft, pack)
        for one in pack.form.questions.values()
        if one.type is QuestionType.COMPUTED
    }
    assert None not in filled.values()
    assert filled["prj.end"] == date(2019, 8, 31)
    assert filled["prj.applicant_name"] == "Basisschool De Regenboog"
    assert filled["ctx.call"] == "2017"


def test_every_source_of_the_form_is_listed(pack: Pack) -> None:
    form = pack.form
    proofs = [one.evidence for one in form.questions.values()]
    proofs += [option.evidence for one in form.option_sets.values() for option in one.options]
    named = {source for proof in proofs for source in proof.sources}
    assert named - set(pack.sources) == set()


def test_programme_countries_can_be_chosen(pack: Pack) -> None:
    assert pack.countries is not None
    codes = {one.id for one in pack.form.option_sets["countries"].options}
    regions = {code for region in pack.countries.regions.values() for code in region}
    assert codes >= {*pack.countries.programme, *regions}


def test_every_country_of_the_programme_has_an_agency(pack: Pack) -> None:
    assert pack.countries is not None
    places = {one.country for one in pack.form.option_sets["agencies"].options if one.country}
    assert places == set(pack.countries.programme)
