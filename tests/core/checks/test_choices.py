"""Checks of choices that the call excludes or does not offer, or that contradict each other."""

from erasmus_desk.call.model import Pack
from erasmus_desk.checks.finding import Grade
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.i18n.message_values import TextRef
from tests.core.checks.finding_codes import find_codes, find_first, find_only
from tests.core.complete import put_answer, put_role


def test_an_excluded_pair_of_project_type_and_field_blocks_with_the_reason_of_the_call(
    school: Draft, pack: Pack
) -> None:
    finding = find_first("kind-barred", put_role(school, pack, "field", "higher"), pack)
    assert finding.grade is Grade.BLOCKS
    assert finding.key == Key(pack.role("kind"))
    assert finding.facts["reason"] == TextRef(("barred.good-practice.higher",))


def test_an_allowed_pair_is_fine(vet: Draft, pack: Pack) -> None:
    draft = put_role(put_role(vet, pack, "kind", "innovation"), pack, "field", "higher")
    assert "kind-barred" not in find_codes(draft, pack)


def test_a_choice_that_the_call_does_not_know_is_found(vet: Draft, pack: Pack) -> None:
    finding = find_only(put_answer(vet, "rep.gender", "robot", vet.items("organisations")[0]), pack)
    assert (finding.code, finding.facts["found"]) == ("unknown-option", "robot")
    draft = put_answer(vet, "des.topics", ("no-such-topic",))
    assert find_only(draft, pack).code == "unknown-option"


def test_a_priority_of_another_field_no_longer_fits(vet: Draft, pack: Pack) -> None:
    draft = put_role(vet, pack, "other_priorities", ("SE-1",))
    finding = find_only(draft, pack)
    assert (finding.code, finding.grade) == ("option-barred", Grade.BLOCKS)
    assert find_codes(put_role(vet, pack, "other_priorities", ("VET-1",)), pack) == []


def test_without_any_priority_the_project_is_not_eligible(vet: Draft, pack: Pack) -> None:
    finding = find_only(put_role(vet, pack, "main_priority", None), pack)
    assert (finding.code, finding.grade) == ("priority-needed", Grade.BLOCKS)
    assert finding.is_gap


def test_a_priority_of_another_field_is_one_fault_and_not_also_no_priority(
    vet: Draft, pack: Pack
) -> None:
    assert find_only(put_role(vet, pack, "main_priority", "SE-1"), pack).code == "option-barred"
    assert find_only(put_role(vet, pack, "main_priority", "XX-9"), pack).code == "unknown-option"


def test_one_priority_of_the_field_is_enough(vet: Draft, pack: Pack) -> None:
    assert find_codes(put_role(vet, pack, "main_priority", "VET-1"), pack) == []


def test_another_priority_is_enough_but_the_main_one_is_still_required(
    vet: Draft, pack: Pack
) -> None:
    draft = put_role(
        put_role(vet, pack, "main_priority", None), pack, "other_priorities", ("VET-1",)
    )
    assert find_codes(draft, pack) == ["required"]


def test_more_than_three_priorities_weaken(vet: Draft, pack: Pack) -> None:
    others = ("VET-1", "VET-2", "VET-3")
    finding = find_only(put_role(vet, pack, "other_priorities", others), pack)
    assert (finding.code, finding.grade) == ("too-many-priorities", Grade.WEAKENS)
    assert finding.facts["n"] == 4
    assert find_codes(put_role(vet, pack, "other_priorities", others[:2]), pack) == []


def test_the_main_priority_named_again_is_found(vet: Draft, pack: Pack) -> None:
    main = vet.text(pack.role("main_priority"))
    draft = put_role(vet, pack, "other_priorities", (main,))
    assert find_codes(draft, pack) == ["repeated-priority"]


def test_the_agency_is_that_of_the_country_of_the_applicant(vet: Draft, pack: Pack) -> None:
    finding = find_only(put_role(vet, pack, "agency", "ES01"), pack)
    assert (finding.code, finding.grade) == ("agency-country", Grade.BLOCKS)
    assert finding.key == Key(pack.role("agency"))


def test_hidden_answers_are_not_checked(vet: Draft, pack: Pack) -> None:
    assert find_codes(put_answer(vet, "ctx.round", "nonsense"), pack) == []
