"""Checks of the grant against the rules of the call."""

from decimal import Decimal

import pytest

from erasmus_desk.budget.grant import compute_grant
from erasmus_desk.call.model import Pack
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.i18n.message_values import Amount
from tests.core.checks.finding_codes import find_codes, find_first, find_only, run_checked
from tests.core.checks.planned import build_planned_draft, put_length
from tests.core.complete import put_answer


@pytest.fixture(scope="session")
def plan(pack: Pack) -> Draft:
    return build_planned_draft(pack)


def add_cost(draft: Draft, name: str, prefix: str, amount: str) -> Draft:
    """Return the draft with one special or exceptional cost."""
    cell = {"spc": "amount", "exc": "cost"}[prefix]
    draft = put_answer(draft, name, ("x1",))
    draft = put_answer(draft, f"{prefix}.organisation", draft.items("organisations")[0], "x1")
    draft = put_answer(draft, f"{prefix}.description", "Sign language", "x1")
    if prefix == "spc":
        draft = put_answer(draft, "spc.persons", 1, "x1")
    return put_answer(draft, f"{prefix}.{cell}", Decimal(amount), "x1")


def test_a_grant_over_its_ceiling_blocks_by_the_cent(plan: Draft, pack: Pack) -> None:
    left = compute_grant(plan, pack).remaining
    assert left is not None
    assert find_codes(add_cost(plan, "special_costs", "spc", str(left)), pack) == []
    over = add_cost(plan, "special_costs", "spc", str(left + Decimal("0.01")))
    finding = find_only(over, pack)
    assert (finding.code, finding.grade) == ("over-ceiling", Grade.BLOCKS)
    assert finding.facts["over"] == Amount(Decimal("0.01"), "EUR")
    assert finding.facts["most"] == Amount(Decimal(300_000), "EUR")


def test_a_category_over_its_ceiling_weakens(plan: Draft, pack: Pack) -> None:
    assert find_codes(put_answer(plan, "me.local", 290, "e1"), pack) == []
    finding = find_only(put_answer(plan, "me.local", 291, "e1"), pack)
    assert (finding.code, finding.grade) == ("head-over-ceiling", Grade.WEAKENS)
    assert finding.key == Key("events")
    assert "head-over-ceiling" in find_codes(
        add_cost(plan, "exceptional_costs", "exc", "66666.68"), pack
    )


def test_an_unsure_ceiling_is_only_mentioned(plan: Draft, pack: Pack) -> None:
    assert find_codes(put_answer(plan, "trv.persons", 80, "m1t1"), pack) == []
    finding = find_only(put_answer(plan, "trv.persons", 81, "m1t1"), pack)
    assert (finding.code, finding.grade) == ("unsure-ceiling", Grade.STYLE)


def test_an_event_without_outputs_blocks(plan: Draft, pack: Pack) -> None:
    assert "event-without-output" in find_codes(put_answer(plan, "outputs", ()), pack)


def test_what_the_project_type_excludes_is_hidden_and_costs_nothing(
    plan: Draft, pack: Pack
) -> None:
    draft = put_answer(plan, "ctx.main_objective", "good-practice")
    categories = compute_grant(draft, pack).by_category
    assert "io" not in categories
    assert categories["tpm"] > 0
    assert not {"head-not-allowed", "event-without-output"} & set(find_codes(draft, pack))


@pytest.mark.parametrize(
    ("question", "item", "value", "code"),
    [
        ("grp.persons", "c1g1", "three", "not-a-number"),
        ("grp.persons", "c1g1", True, "not-a-number"),
        ("grp.persons", "c1g1", -3, "number-small"),
        ("grp.persons", "c1g1", 10_000, "number-large"),
        ("grp.persons", "c1g1", 10**40, "number-large"),
        ("grp.persons", "c1g1", None, "required"),
        ("trv.km", "m1t1", -1, "number-small"),
        ("day.days", "o1d1", ("a",), "not-a-number"),
    ],
)
def test_an_impossible_number_is_found_at_its_question(
    question: str, item: str, value: Value | None, code: str, plan: Draft, pack: Pack
) -> None:
    draft = put_answer(plan, question, value, item)
    found = [one for one in run_checked(draft, pack) if one.key == Key(question, item)]
    assert code in [one.code for one in found]
    assert found[0].grade is Grade.BLOCKS


@pytest.mark.parametrize("amount", ["-5", "99999999999"])
def test_an_impossible_amount_is_found_and_not_counted(
    amount: str, plan: Draft, pack: Pack
) -> None:
    draft = add_cost(plan, "special_costs", "spc", amount)
    assert find_first("absurd-number", draft, pack).key == Key("spc.amount", "x1")
    assert compute_grant(draft, pack).by_category["special-needs"] == 0


def test_an_unknown_city_is_found_at_its_question(plan: Draft, pack: Pack) -> None:
    finding = find_only(put_answer(plan, "tpm.city", "Atlantis", "m1"), pack)
    assert (finding.code, finding.key) == ("city-unknown", Key("tpm.city", "m1"))
    item = plan.items("organisations")[3]
    assert find_only(put_answer(plan, "org.city", "Atlantis", item), pack).key == Key(
        "org.city", item
    )


def test_kilometres_typed_by_hand_need_a_note(plan: Draft, pack: Pack) -> None:
    draft = put_answer(put_answer(plan, "tpm.city", "Atlantis", "m1"), "trv.km", 900, "m1t1")
    assert find_only(draft, pack).code == "distance-unexplained"
    assert (
        find_codes(put_answer(draft, "trv.note", "From the harbour of Hamburg", "m1t1"), pack) == []
    )


def test_a_distance_near_the_edge_of_a_band_is_found_once(plan: Draft, pack: Pack) -> None:
    """From Lommel to Utrecht it is 96.5 km, to De Bilt 98.2."""
    item = plan.items("organisations")[0]
    draft = put_answer(
        put_answer(plan, "trv.organisation", item, "m1t1"), "tpm.country", "NL", "m1"
    )
    assert "near-band-edge" not in find_codes(put_answer(draft, "tpm.city", "Utrecht", "m1"), pack)
    finding = find_first("near-band-edge", put_answer(draft, "tpm.city", "De Bilt", "m1"), pack)
    assert finding.grade is Grade.STYLE
    assert finding.facts["edge"] == 100


def test_of_several_cities_of_a_name_the_largest_is_used_and_reported(
    plan: Draft, pack: Pack
) -> None:
    item = plan.items("organisations")[3]
    finding = find_only(put_answer(plan, "org.city", "Frankfurt", item), pack)
    assert (finding.code, finding.grade) == ("several-cities", Grade.WEAKENS)
    assert (finding.key, finding.facts["n"]) == (Key("org.city", item), 2)
    assert find_codes(put_answer(plan, "org.city", "Frankfurt (Oder)", item), pack) == []


def test_a_country_without_a_rate_is_found(plan: Draft, pack: Pack) -> None:
    draft = put_length(put_answer(plan, "ltt.type", "lp-teach", "c1"), 90)
    assert find_codes(draft, pack) == []
    draft = put_answer(put_answer(draft, "ltt.country", "CH", "c1"), "ltt.city", "Bern", "c1")
    found = find_codes(draft, pack)
    assert sorted(found) == ["country-not-taking-part", "rate-missing"]


def test_days_after_the_last_paid_day_are_found(plan: Draft, pack: Pack) -> None:
    draft = put_length(plan, 61)
    assert sorted(find_codes(draft, pack)) == ["activity-length", "days-unpaid"]


def test_the_eleventh_organisation_gets_no_grant(plan: Draft, pack: Pack) -> None:
    items = (*plan.items("organisations"), *(f"more{n}" for n in range(7)))
    draft = put_answer(plan, "organisations", items)
    found = [one for one in run_checked(draft, pack) if one.code == "partner-without-money"]
    assert [one.key for one in found] == [Key("org.name_lat", "more6")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We ask for a total of € {total}.", False),
        ("We ask for a total of {total} EUR in all.", False),
        ("The grant is € {close}.", True),
        ("The grant is {close} euro.", True),
        ("De subsidie bedraagt EUR {close},00.", True),
        ("The total is € {half}.", True),
        ("A new roof costs € {half}.", False),
        ("Rent is € 950 a month.", False),
        ("Some {close} pupils took part, says the EURYDICE report.", False),
        ("The ceiling is 300.000 EUR.", False),
        ("Management is € 30 000.", False),
    ],
)
def test_a_sum_in_a_text_that_is_not_that_of_the_budget_is_found(
    text: str, found: bool, plan: Draft, pack: Pack
) -> None:
    total = int(compute_grant(plan, pack).total)
    numbers = {"total": total, "close": total + 900, "half": total * 6 // 10}
    shown = {name: f"{number:,}".replace(",", "\u00a0") for name, number in numbers.items()}
    answer = f"{plan.text('des.rationale')} {text.format(**shown)}"
    assert (
        "sum-in-text-differs" in find_codes(put_answer(plan, "des.rationale", answer), pack)
    ) is found


def test_a_finding_of_money_names_its_row_by_the_organisation(plan: Draft, pack: Pack) -> None:
    finding: Finding = find_only(put_answer(plan, "trv.km", 900, "m1t1"), pack)
    place = str(finding.facts["where"])
    assert plan.text("org.name_lat", plan.items("organisations")[3]) in place
