"""Checks of the partnership: size, countries, types, and duplicates."""

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.checks.finding import Grade
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.i18n.message_values import CountryName, ItemRef
from tests.core.checks.finding_codes import find_codes, find_first, find_only
from tests.core.complete import complete_draft, put_answer, put_role, start_draft


def keep_organisations(draft: Draft, pack: Pack, number: int) -> Draft:
    listed = pack.role("organisations")
    return put_answer(draft, listed, draft.items(listed)[:number])


def test_two_organisations_are_too_few_where_three_are_needed(vet: Draft, pack: Pack) -> None:
    draft = keep_organisations(vet, pack, 2)
    finding = find_first("too-few-organisations", draft, pack)
    assert finding.grade is Grade.BLOCKS
    assert finding.key == Key("organisations")
    assert finding.section == "organisations"
    assert (finding.facts["n"], finding.facts["found"], finding.facts["least"]) == (1, 2, 3)
    assert find_codes(draft, pack) == ["too-few-organisations", "too-few-countries"]


def test_two_schools_are_enough_for_schools_only(school: Draft, pack: Pack) -> None:
    assert find_codes(keep_organisations(school, pack, 2), pack) == []


def test_while_the_action_is_unknown_no_number_is_required(vet: Draft, pack: Pack) -> None:
    draft = put_role(keep_organisations(vet, pack, 1), pack, "field", None)
    assert "too-few-organisations" not in find_codes(draft, pack)


def test_three_organisations_of_two_countries_are_too_few_countries(vet: Draft, pack: Pack) -> None:
    draft = keep_organisations(vet, pack, 3)
    draft = put_role(draft, pack, "organisation_country", "BE", draft.items("organisations")[1])
    finding = find_only(draft, pack)
    assert (finding.code, finding.facts["n"], finding.is_gap) == ("too-few-countries", 2, False)


def test_a_country_not_answered_yet_is_a_gap_and_not_an_error(vet: Draft, pack: Pack) -> None:
    draft = keep_organisations(vet, pack, 3)
    draft = put_role(draft, pack, "organisation_country", None, draft.items("organisations")[1])
    assert find_codes(draft, pack) == ["required"]
    draft = put_role(draft, pack, "organisation_country", "BE", draft.items("organisations")[2])
    assert find_first("too-few-countries", draft, pack).is_gap


def test_a_partner_country_does_not_count_for_the_minimum(vet: Draft, pack: Pack) -> None:
    draft = keep_organisations(vet, pack, 3)
    draft = put_role(draft, pack, "organisation_country", "CH", draft.items("organisations")[2])
    assert find_codes(draft, pack) == ["too-few-countries", "partner-country"]


def test_a_partner_from_a_partner_country_has_to_be_explained(vet: Draft, pack: Pack) -> None:
    item = vet.items("organisations")[3]
    finding = find_only(put_role(vet, pack, "organisation_country", "CH", item), pack)
    assert (finding.code, finding.grade) == ("partner-country", Grade.WEAKENS)
    assert finding.key == Key(pack.role("organisation_country"), item)
    assert finding.facts["country"] == CountryName("CH")


def test_an_action_for_programme_countries_only_excludes_partner_countries(
    school: Draft, pack: Pack
) -> None:
    item = school.items("organisations")[3]
    finding = find_only(put_role(school, pack, "organisation_country", "CH", item), pack)
    assert (finding.code, finding.grade) == ("partner-country-barred", Grade.BLOCKS)


@pytest.mark.parametrize("place", [0, 3])
def test_a_country_about_which_sources_disagree_is_to_be_asked_about(
    place: int, vet: Draft, school: Draft, pack: Pack
) -> None:
    for draft in (vet, school):
        item = draft.items("organisations")[place]
        asked = put_role(draft, pack, "organisation_country", "RS", item)
        finding = find_first("unsure-country", asked, pack)
        assert (finding.grade, finding.key) == (
            Grade.WEAKENS,
            Key(pack.role("organisation_country"), item),
        )
        assert finding.facts["country"] == CountryName("RS")
        assert finding.evidence is not None
        assert not finding.evidence.is_confirmed
        others = {"applicant-country", "partner-country", "partner-country-barred"}
        assert others.isdisjoint(find_codes(asked, pack))


def test_an_applicant_from_a_partner_country_blocks(vet: Draft, pack: Pack) -> None:
    item = vet.items("organisations")[0]
    draft = put_role(vet, pack, "organisation_country", "CH", item)
    finding = find_first("applicant-country", draft, pack)
    assert finding.grade is Grade.BLOCKS
    assert find_codes(draft, pack) == ["applicant-country"]


def test_an_action_for_schools_allows_only_schools(school: Draft, vet: Draft, pack: Pack) -> None:
    item = school.items("organisations")[1]
    allowed = pack.actions[0].only_types
    options = pack.form.option_sets["organisation_types"].options
    other = next(option.id for option in options if option.id not in allowed)
    finding = find_only(put_role(school, pack, "organisation_type", other, item), pack)
    assert (finding.code, finding.grade) == ("wrong-organisation-type", Grade.BLOCKS)
    unknown = put_role(school, pack, "organisation_type", "no-such-type", item)
    assert find_codes(unknown, pack) == ["unknown-option"]
    partner = vet.items("organisations")[1]
    assert find_codes(put_role(vet, pack, "organisation_type", other, partner), pack) == []


def test_the_same_pic_twice_blocks_and_names_the_first(vet: Draft, pack: Pack) -> None:
    first_item, _, third, _ = vet.items("organisations")
    pic = vet.text("org.pic", first_item)
    finding = find_only(put_answer(vet, "org.pic", f" {pic} ", third), pack)
    assert (finding.code, finding.grade) == ("duplicate-organisation", Grade.BLOCKS)
    assert finding.key == Key("org.pic", third)
    other = finding.facts["other"]
    assert isinstance(other, ItemRef)
    assert other.number == 1


def test_the_same_name_in_the_same_country_weakens(vet: Draft, pack: Pack) -> None:
    _, second, third, _ = vet.items("organisations")
    name = vet.text(pack.role("organisation_name"), second).upper()
    draft = put_role(vet, pack, "organisation_name", f"{name}  ", third)
    assert find_codes(draft, pack) == []
    country = vet.text(pack.role("organisation_country"), second)
    finding = find_only(put_role(draft, pack, "organisation_country", country, third), pack)
    assert (finding.code, finding.grade) == ("duplicate-organisation", Grade.WEAKENS)


def test_another_call_has_its_own_numbers(library: Library) -> None:
    tiny = library.load_pack("lump-sums")
    draft = start_draft(tiny, kind="large", field="gardening", language="en", title="A garden")
    found = find_first("too-few-organisations", draft, tiny)
    assert (found.facts["least"], found.key) == (4, Key("members"))
    whole = put_role(complete_draft(draft, tiny, words=100), tiny, "start", None)
    assert {"too-few-organisations", "too-few-countries"}.isdisjoint(find_codes(whole, tiny))


def test_a_call_without_roles_asks_for_its_questions_only(library: Library) -> None:
    tiny = library.load_pack("no-kinds")
    assert find_codes(start_draft(tiny), tiny) == ["required"]
    assert find_codes(start_draft(tiny, title="A wish"), tiny) == []
