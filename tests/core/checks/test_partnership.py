"""How many organisations from which countries, who may apply, and nobody twice."""

from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.checks.finding import Grade
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.i18n.message_values import Country, Row
from tests.core.checks.finding_codes import codes, first, only
from tests.core.complete import complete, play, put, start


def of_size(draft: Draft, pack: Pack, number: int) -> Draft:
    listed = pack.role("organisations")
    return put(draft, listed, draft.items(listed)[:number])


def test_two_organisations_are_too_few_where_three_are_needed(vet: Draft, pack: Pack) -> None:
    draft = of_size(vet, pack, 2)
    finding = first("too-few-organisations", draft, pack)
    assert finding.grade is Grade.BLOCKS
    assert finding.key == Key("organisations")
    assert finding.section == "organisations"
    assert (finding.facts["n"], finding.facts["found"], finding.facts["least"]) == (1, 2, 3)
    assert codes(draft, pack) == ["too-few-organisations", "too-few-countries"]


def test_two_schools_are_enough_for_schools_only(school: Draft, pack: Pack) -> None:
    assert codes(of_size(school, pack, 2), pack) == []


def test_while_the_action_is_open_no_number_is_demanded(vet: Draft, pack: Pack) -> None:
    draft = play(of_size(vet, pack, 1), pack, "field", None)
    assert "too-few-organisations" not in codes(draft, pack)


def test_three_organisations_of_two_countries_are_too_few_countries(vet: Draft, pack: Pack) -> None:
    draft = of_size(vet, pack, 3)
    draft = play(draft, pack, "organisation_country", "BE", draft.items("organisations")[1])
    finding = only(draft, pack)
    assert (finding.code, finding.facts["n"], finding.is_gap) == ("too-few-countries", 2, False)


def test_a_country_not_filled_in_yet_is_a_gap_and_no_fault(vet: Draft, pack: Pack) -> None:
    draft = of_size(vet, pack, 3)
    draft = play(draft, pack, "organisation_country", None, draft.items("organisations")[1])
    assert first("too-few-countries", draft, pack).is_gap


def test_a_partner_country_does_not_count_for_the_least_number(vet: Draft, pack: Pack) -> None:
    draft = of_size(vet, pack, 3)
    draft = play(draft, pack, "organisation_country", "CH", draft.items("organisations")[2])
    assert codes(draft, pack) == ["too-few-countries", "partner-country"]


def test_a_partner_from_a_partner_country_has_to_be_explained(vet: Draft, pack: Pack) -> None:
    item = vet.items("organisations")[3]
    finding = only(play(vet, pack, "organisation_country", "CH", item), pack)
    assert (finding.code, finding.grade) == ("partner-country", Grade.WEAKENS)
    assert finding.key == Key(pack.role("organisation_country"), item)
    assert finding.facts["country"] == Country("CH")


def test_an_action_for_programme_countries_only_bars_partner_countries(
    school: Draft, pack: Pack
) -> None:
    item = school.items("organisations")[3]
    finding = only(play(school, pack, "organisation_country", "CH", item), pack)
    assert (finding.code, finding.grade) == ("partner-country-barred", Grade.BLOCKS)


def test_an_applicant_from_a_partner_country_blocks(vet: Draft, pack: Pack) -> None:
    item = vet.items("organisations")[0]
    draft = play(vet, pack, "organisation_country", "CH", item)
    finding = first("applicant-country", draft, pack)
    assert finding.grade is Grade.BLOCKS
    assert codes(draft, pack) == ["applicant-country"]


def test_schools_only_takes_schools_only(school: Draft, vet: Draft, pack: Pack) -> None:
    item = school.items("organisations")[1]
    allowed = pack.actions[0].only_types
    options = pack.form.option_sets["organisation_types"].options
    other = next(option.id for option in options if option.id not in allowed)
    finding = only(play(school, pack, "organisation_type", other, item), pack)
    assert (finding.code, finding.grade) == ("wrong-organisation-type", Grade.BLOCKS)
    unknown = play(school, pack, "organisation_type", "no-such-type", item)
    assert codes(unknown, pack) == ["unknown-option"]
    partner = vet.items("organisations")[1]
    assert codes(play(vet, pack, "organisation_type", other, partner), pack) == []


def test_the_same_pic_twice_blocks_and_names_the_first(vet: Draft, pack: Pack) -> None:
    first_item, _, third, _ = vet.items("organisations")
    pic = vet.text(pack.role("organisation_pic"), first_item)
    finding = only(play(vet, pack, "organisation_pic", f" {pic} ", third), pack)
    assert (finding.code, finding.grade) == ("duplicate-organisation", Grade.BLOCKS)
    assert finding.key == Key(pack.role("organisation_pic"), third)
    other = finding.facts["other"]
    assert isinstance(other, Row)
    assert other.number == 1


def test_the_same_name_in_the_same_country_weakens(vet: Draft, pack: Pack) -> None:
    _, second, third, _ = vet.items("organisations")
    name = vet.text(pack.role("organisation_name"), second).upper()
    draft = play(vet, pack, "organisation_name", f"{name}  ", third)
    assert codes(draft, pack) == []
    country = vet.text(pack.role("organisation_country"), second)
    finding = only(play(draft, pack, "organisation_country", country, third), pack)
    assert (finding.code, finding.grade) == ("duplicate-organisation", Grade.WEAKENS)


def test_another_call_has_its_own_numbers(library: Library) -> None:
    tiny = library.pack("lump-sums")
    draft = start(tiny, kind="large", field="gardening", language="en", title="A garden")
    found = first("too-few-organisations", draft, tiny)
    assert (found.facts["least"], found.key) == (4, Key("members"))
    whole = play(complete(draft, tiny, words=100), tiny, "start", None)
    assert {"too-few-organisations", "too-few-countries"}.isdisjoint(codes(whole, tiny))


def test_a_call_without_roles_asks_for_its_questions_only(library: Library) -> None:
    tiny = library.pack("no-kinds")
    assert codes(start(tiny), tiny) == ["required"]
    assert codes(start(tiny, title="A wish"), tiny) == []
