"""Checks of single answers: required ones, limits, ranges and formats."""

from types import MappingProxyType

import pytest
from msgspec.structs import replace

from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.checks.finding import Grade
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.i18n import messages
from erasmus_desk.i18n.message_values import Count
from tests.core.checks.finding_codes import (
    FOLDER,
    find_bare_limits,
    find_codes,
    find_first,
    find_only,
    run_checked,
)
from tests.core.complete import put_answer, put_role, start_draft


def test_in_a_complete_draft_nothing_is_found(school: Draft, vet: Draft, pack: Pack) -> None:
    assert run_checked(school, pack) == ()
    assert run_checked(vet, pack) == ()


@pytest.mark.parametrize("nothing", [None, "", "  \n\t "])
def test_a_required_question_without_words_blocks(
    nothing: Value | None, vet: Draft, pack: Pack
) -> None:
    finding = find_only(put_answer(vet, "des.rationale", nothing), pack)
    assert finding.code == "required"
    assert finding.grade is Grade.BLOCKS
    assert (finding.key, finding.section) == (Key("des.rationale"), "description")
    assert finding.is_gap
    assert finding.rule == "rule.required"
    assert finding.evidence == pack.form.questions["des.rationale"].evidence


def test_no_and_zero_are_answers(vet: Draft, pack: Pack) -> None:
    draft = put_answer(put_answer(vet, "par.indirect_n", 0), "par.fewer_yesno", value=False)
    assert find_codes(draft, pack) == []


def test_an_optional_question_may_stay_empty(vet: Draft, pack: Pack) -> None:
    assert vet.get(Key("prj.acronym")) is None
    assert find_codes(vet, pack) == []


def test_a_hidden_question_is_not_required(vet: Draft, pack: Pack) -> None:
    draft = put_answer(put_answer(vet, "outputs", ("o1",)), "io.yesno", value=False)
    assert find_codes(draft, pack) == []


def test_a_question_is_required_of_every_organisation(vet: Draft, pack: Pack) -> None:
    item = vet.items("organisations")[2]
    finding = find_only(put_answer(vet, "rep.family", None, item), pack)
    assert finding.key == Key("rep.family", item)
    assert finding.section == "organisations"


def test_a_table_that_must_have_rows_is_found_empty_and_its_cells_too(
    vet: Draft, pack: Pack
) -> None:
    item = vet.items("organisations")[0]
    row = vet.items("eu_projects", item)[0]
    assert find_only(put_answer(vet, "eu_projects", (), item), pack).key == Key("eu_projects", item)
    assert find_only(put_answer(vet, "eup.number", "", row), pack).key == Key("eup.number", row)


def test_a_missing_translation_of_the_summary_has_a_code_of_its_own(
    school: Draft, pack: Pack
) -> None:
    finding = find_only(put_role(school, pack, "summary_translation", ""), pack)
    assert (finding.code, finding.grade) == ("english-summary", Grade.BLOCKS)
    assert finding.is_gap


def test_in_english_no_translation_of_the_summary_is_asked(vet: Draft, pack: Pack) -> None:
    assert "english-summary" not in find_codes(
        put_role(vet, pack, "summary_translation", None), pack
    )


def test_every_box_of_the_checklist_must_be_ticked(school: Draft, pack: Pack) -> None:
    boxes = school.items("chk.done")
    finding = find_only(put_answer(school, "chk.done", boxes[1:]), pack)
    assert (finding.code, finding.facts["n"]) == ("checklist", 1)
    empty = find_only(put_answer(school, "chk.done", None), pack)
    assert (empty.code, empty.facts["n"]) == ("checklist", len(boxes))


def test_in_a_new_draft_much_is_missing_but_nothing_wrong(pack: Pack) -> None:
    findings = run_checked(start_draft(pack, kind="innovation", field="vet"), pack)
    assert {finding.grade for finding in findings} == {Grade.BLOCKS}
    assert all(finding.is_gap for finding in findings)


def test_the_findings_are_in_the_order_of_the_form(pack: Pack) -> None:
    findings = run_checked(start_draft(pack, kind="innovation", field="vet"), pack)
    order = [section.id for section in pack.form.sections]
    places = [order.index(finding.section) for finding in findings]
    assert places == sorted(places)
    people = [finding.code for finding in findings if finding.section == "organisations"]
    assert people[:2] == ["too-few-organisations", "too-few-countries"]


def test_required_is_not_reported_where_another_rule_says_more(pack: Pack) -> None:
    draft = start_draft(pack, kind="innovation", field="vet")
    key = find_first("priority-needed", draft, pack).key
    assert [finding.code for finding in run_checked(draft, pack) if finding.key == key] == [
        "priority-needed"
    ]


def test_an_answer_over_its_limit_blocks_and_says_by_how_much(vet: Draft, pack: Pack) -> None:
    finding = find_only(put_answer(vet, "des.rationale", "é" * 5003), pack)
    assert (finding.code, finding.grade) == ("over-limit", Grade.BLOCKS)
    assert (finding.facts["n"], finding.facts["counted"]) == (3, 5003)
    assert not finding.is_gap
    limit = pack.form.questions["des.rationale"].limit
    assert limit
    assert finding.evidence == limit.evidence


def test_an_answer_just_within_its_limit_is_fine(vet: Draft, pack: Pack) -> None:
    assert find_codes(put_answer(vet, "des.rationale", "é" * 5000), pack) == []


def test_the_limit_counts_by_the_rule_of_the_call(library: Library) -> None:
    tiny = library.load_pack("no-kinds")
    draft = put_answer(put_answer(start_draft(tiny), "wish", "A wish"), "letter", "🌍" * 50)
    assert find_codes(draft, tiny) == []
    finding = find_only(put_answer(draft, "letter", "🌍" * 51), tiny)
    assert (finding.code, finding.facts["counted"]) == ("over-limit", 102)


@pytest.mark.parametrize("pic", ["12345678", "1234567890", "12345678x", "123 456 789", "١٢٣٤٥٦٧٨٩"])
def test_a_pic_has_nine_digits(pic: str, vet: Draft, pack: Pack) -> None:
    item = vet.items("organisations")[1]
    finding = find_only(put_answer(vet, "org.pic", pic, item), pack)
    assert (finding.code, finding.grade) == ("pic-shape", Grade.BLOCKS)
    assert finding.key == Key("org.pic", item)


@pytest.mark.parametrize("oid", ["10023456", "E1002345", "e10023456", "E1002345x", "E100 23456"])
def test_an_identifier_has_the_shape_that_the_call_gives(oid: str, library: Library) -> None:
    pack, texts = library.load_pack("ka220-2026"), library.load_texts("ka220-2026", "en")
    draft = start_draft(pack)
    (first, *_) = draft.items(pack.role("organisations"))
    finding = find_first("oid-shape", put_answer(draft, "org.oid", oid, first), pack)
    assert finding.grade is Grade.WEAKENS  # the Programme Guide does not say it
    english = messages.load_messages(FOLDER, "en")
    text = english.format_finding(finding.code, finding.facts, texts)
    assert text.why.startswith("An Organisation ID (OID) is the letter E and eight digits.")
    assert "oid-shape" not in find_codes(put_answer(draft, "org.oid", "E10023456", first), pack)


def test_spaces_around_a_pic_are_ignored(vet: Draft, pack: Pack) -> None:
    item = vet.items("organisations")[1]
    assert find_codes(put_answer(vet, "org.pic", " 987654321\n", item), pack) == []


@pytest.mark.parametrize(
    "address", ["nobody", "a@b", "a b@example.org", "a@example..", "a@@example.org", "a@.org"]
)
def test_what_cannot_be_an_email_address_is_found(address: str, vet: Draft, pack: Pack) -> None:
    item = vet.items("organisations")[1]
    assert find_codes(put_answer(vet, "rep.email", address, item), pack) == ["email-shape"]


@pytest.mark.parametrize(
    "address", ["an.na+ka2@example.org", "o'neill@mail.example.co.uk", "josé@école.example"]
)
def test_an_unusual_email_address_is_allowed(address: str, vet: Draft, pack: Pack) -> None:
    item = vet.items("organisations")[1]
    assert find_codes(put_answer(vet, "rep.email", address, item), pack) == []


@pytest.mark.parametrize(
    ("year", "found"), [("15", ["year-shape"]), ("2015-2017", ["year-shape"]), ("2016", [])]
)
def test_a_year_has_four_digits(year: str, found: list[str], vet: Draft, pack: Pack) -> None:
    row = vet.items("eu_projects", vet.items("organisations")[0])[0]
    assert find_codes(put_answer(vet, "eup.year", year, row), pack) == found


@pytest.mark.parametrize("typed", ["two years", "24,5", "-"])
def test_text_that_is_no_whole_number_blocks(typed: str, vet: Draft, pack: Pack) -> None:
    finding = find_only(put_answer(vet, "prj.duration", typed), pack)
    assert (finding.code, finding.grade) == ("not-a-number", Grade.BLOCKS)
    assert finding.facts["found"] == typed


def test_text_that_is_no_date_blocks(vet: Draft, pack: Pack) -> None:
    finding = find_only(put_answer(vet, "prj.start", "31-02-2017"), pack)
    assert (finding.code, finding.grade) == ("not-a-date", Grade.BLOCKS)
    assert finding.facts["found"] == "31-02-2017"


def test_a_number_stays_in_its_range(vet: Draft, pack: Pack) -> None:
    finding = find_only(put_answer(vet, "par.indirect_n", -1), pack)
    assert (finding.code, finding.grade) == ("number-small", Grade.BLOCKS)
    assert finding.facts["least"] == Count("person", 0)


def test_a_number_above_its_range_is_found(pack: Pack) -> None:
    draft = put_answer(start_draft(pack), "prj.duration", 48)  # no kind, no field, so no action yet
    assert "number-large" in find_codes(draft, pack)
    assert "number-large" not in find_codes(put_answer(draft, "prj.duration", 24), pack)


def test_for_the_duration_the_rule_of_the_action_replaces_the_range(vet: Draft, pack: Pack) -> None:
    assert find_codes(put_answer(vet, "prj.duration", 48), pack) == ["duration", "project-end"]


def test_more_choices_than_advised_weaken(vet: Draft, pack: Pack) -> None:
    options = pack.form.option_sets["topics"].options
    many = tuple(option.id for option in options[:4])
    finding = find_only(put_answer(vet, "des.topics", many), pack)
    assert (finding.code, finding.grade) == ("too-many-choices", Grade.WEAKENS)
    assert find_codes(put_answer(vet, "des.topics", many[:3]), pack) == []


@pytest.mark.parametrize(
    ("question", "typed", "code"),
    [
        ("prj.duration", "0,500", "number-unclear"),
        ("prj.duration", "1.000", "number-unclear"),
        ("prj.duration", "9" * 40, "absurd-number"),
        ("prj.duration", "-24", "absurd-number"),
        ("prj.duration", "1e40", "not-a-number"),
        ("prj.duration", "NaN", "not-a-number"),
        ("prj.duration", "24", "typed-as-text"),
        ("prj.start", "1 september 2017", "typed-as-text"),
        ("prj.start", "31 februari 2018", "not-a-date"),
        ("prj.start", "in spring", "not-a-date"),
    ],
)
def test_a_text_in_the_place_of_a_value_is_explained(
    question: str, typed: str, code: str, vet: Draft, pack: Pack
) -> None:
    finding = find_only(put_answer(vet, question, typed), pack)
    assert (finding.code, finding.grade, finding.key) == (code, Grade.BLOCKS, Key(question))


@pytest.mark.parametrize("question", ["prof.staff", "prof.learners", "par.indirect_n"])
@pytest.mark.parametrize("number", [10**40, 10**12, 10**7])
def test_a_number_that_no_project_has_is_found_in_every_field(
    question: str, number: int, vet: Draft, pack: Pack
) -> None:
    item = vet.items("organisations")[0] if question.startswith("prof.") else ""
    finding = find_only(put_answer(vet, question, number, item), pack)
    assert (finding.code, finding.grade) == ("absurd-number", Grade.BLOCKS)


@pytest.mark.parametrize("value", [{"decimal": "NaN"}, {"decimal": "1e400"}, 1e40, {"decimal": []}])
def test_what_a_file_has_instead_of_a_number_is_told_and_not_called_missing(
    value: object, vet: Draft, pack: Pack
) -> None:
    without = vet.apply(vet.change(Key("prj.duration"), None))
    row = {"q": "prj.duration", "value": value}
    finding = find_only(replace(without, extra=MappingProxyType({"answers": (row,)})), pack)
    assert (finding.code, finding.key) == ("absurd-number", Key("prj.duration"))


def test_a_limit_names_its_unit(vet: Draft, pack: Pack, library: Library) -> None:
    texts = library.load_texts(pack.id, "nl")
    dutch = messages.load_messages(FOLDER, "nl")
    finding = find_first("number-small", put_answer(vet, "par.indirect_n", -1), pack)
    text = dutch.format_finding(finding.code, finding.facts, texts)
    assert text.what.endswith("is -1 persoon.")
    assert (text.why, text.fix) == ("Het minimum is 0 personen.", "Vul minstens 0 personen in.")


def test_a_sentence_without_a_unit_is_found(vet: Draft, pack: Pack) -> None:
    finding = find_first("over-limit", put_answer(vet, "des.rationale", "x" * 5_002), pack)
    english = messages.load_messages(FOLDER, "en")
    assert list(find_bare_limits(finding, english)) == []
    bare = {
        "over-limit": {"what": "{n} over its limit: {counted} of {most}.", "why": "", "mend": ""}
    }
    assert list(find_bare_limits(finding, replace(english, findings=bare)))
