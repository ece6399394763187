"""What the form demands and is not there yet."""

import pytest

from erasmus_desk.call.model import Pack
from erasmus_desk.checks.finding import Grade
from erasmus_desk.draft.model import Draft, Key, Value
from tests.core.checks.finding_codes import codes, first, only, run
from tests.core.complete import play, put, start


def test_in_a_complete_draft_nothing_is_found(school: Draft, vet: Draft, pack: Pack) -> None:
    assert run(school, pack) == ()
    assert run(vet, pack) == ()


@pytest.mark.parametrize("nothing", [None, "", "  \n\t "])
def test_a_required_question_without_words_blocks(
    nothing: Value | None, vet: Draft, pack: Pack
) -> None:
    finding = only(put(vet, "des.rationale", nothing), pack)
    assert finding.code == "required"
    assert finding.grade is Grade.BLOCKS
    assert (finding.key, finding.section) == (Key("des.rationale"), "description")
    assert finding.is_gap
    assert finding.rule == "rule.required"
    assert finding.evidence == pack.form.questions["des.rationale"].evidence


def test_no_and_nought_are_answers(vet: Draft, pack: Pack) -> None:
    draft = put(put(vet, "par.indirect_n", 0), "par.fewer_yesno", value=False)
    assert codes(draft, pack) == []


def test_an_optional_question_may_stay_empty(vet: Draft, pack: Pack) -> None:
    assert vet.get(Key("prj.acronym")) is None
    assert codes(vet, pack) == []


def test_what_the_form_does_not_ask_now_is_not_demanded(vet: Draft, pack: Pack) -> None:
    draft = put(put(vet, "outputs", ("o1",)), "io.yesno", value=False)
    assert codes(draft, pack) == []


def test_a_required_question_is_demanded_of_every_organisation(vet: Draft, pack: Pack) -> None:
    item = vet.items("organisations")[2]
    finding = only(put(vet, "rep.family", None, item), pack)
    assert finding.key == Key("rep.family", item)
    assert finding.section == "organisations"


def test_a_table_that_must_have_rows_is_found_empty_and_its_cells_too(
    vet: Draft, pack: Pack
) -> None:
    item = vet.items("organisations")[0]
    row = vet.items("eu_projects", item)[0]
    assert only(put(vet, "eu_projects", (), item), pack).key == Key("eu_projects", item)
    assert only(put(vet, "eup.number", "", row), pack).key == Key("eup.number", row)


def test_a_missing_translation_of_the_summary_has_a_code_of_its_own(
    school: Draft, pack: Pack
) -> None:
    finding = only(play(school, pack, "summary_translation", ""), pack)
    assert (finding.code, finding.grade) == ("english-summary", Grade.BLOCKS)
    assert finding.is_gap


def test_in_english_no_translation_of_the_summary_is_asked(vet: Draft, pack: Pack) -> None:
    assert "english-summary" not in codes(play(vet, pack, "summary_translation", None), pack)


def test_every_box_of_the_checklist_must_be_ticked(school: Draft, pack: Pack) -> None:
    boxes = school.items("chk.done")
    finding = only(put(school, "chk.done", boxes[1:]), pack)
    assert (finding.code, finding.facts["n"]) == ("checklist", 1)
    empty = only(put(school, "chk.done", None), pack)
    assert (empty.code, empty.facts["n"]) == ("checklist", len(boxes))


def test_a_new_draft_misses_much_but_has_nothing_wrong(pack: Pack) -> None:
    findings = run(start(pack, kind="innovation", field="vet"), pack)
    assert {finding.grade for finding in findings} == {Grade.BLOCKS}
    assert all(finding.is_gap for finding in findings)


def test_the_findings_stand_in_the_order_of_the_form(pack: Pack) -> None:
    findings = run(start(pack, kind="innovation", field="vet"), pack)
    order = [section.id for section in pack.form.sections]
    places = [order.index(finding.section) for finding in findings]
    assert places == sorted(places)
    people = [finding.code for finding in findings if finding.section == "organisations"]
    assert people[:2] == ["too-few-organisations", "too-few-countries"]


def test_what_a_rule_says_better_is_not_said_twice(pack: Pack) -> None:
    draft = start(pack, kind="innovation", field="vet")
    key = first("priority-needed", draft, pack).key
    assert [finding.code for finding in run(draft, pack) if finding.key == key] == [
        "priority-needed"
    ]
