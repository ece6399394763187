"""Two calculations that share nothing find the same, to the cent."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from erasmus_desk.budget.city_lists import load_cities
from erasmus_desk.budget.distance import compute_distance
from erasmus_desk.budget.grant import Grant, compute_grant
from erasmus_desk.call.model import Pack
from tests.core.budget.planned import build_draft, organisation, plans
from tests.core.budget.second_calculation import (
    TOWNS,
    Plan,
    Stay,
    Trip,
    compute_plan,
    compute_town_distance,
)
from tests.shares import drawn_share

BASE = Plan(24, ("Lommel", "Porto", "Sofia"))


def compute_both(plan: Plan, pack: Pack) -> Grant:
    """Compute a plan twice and return the grant when both agree."""
    found, other = compute_grant(build_draft(plan), pack), compute_plan(plan)
    categories = {name: found.by_category[name] for name in found.by_category}
    assert categories == {name: Decimal(other.category(name)) / 100 for name in categories}
    assert found.total == Decimal(other.total()) / 100
    assert found.unfunded_total == Decimal(other.unfunded) / 100
    for place in range(len(plan.towns)):
        mine = found.by_organisation[organisation(place)]
        assert mine == Decimal(other.organisation(place)) / 100
    assert sum(found.by_year.values(), Decimal(0)) == found.total
    assert sum(found.by_organisation.values(), Decimal(0)) == found.total
    return found


@given(plan=plans())
@settings(max_examples=drawn_share(150), deadline=None)
def test_random_budgets_agree(pack: Pack, plan: Plan) -> None:
    compute_both(plan, pack)


@pytest.mark.prove
@given(plan=plans())
@settings(max_examples=10_000, deadline=None)
def test_ten_thousand_random_budgets_agree(pack: Pack, plan: Plan) -> None:
    compute_both(plan, pack)


@given(start=st.sampled_from(sorted(TOWNS)), end=st.sampled_from(sorted(TOWNS)))
@settings(max_examples=drawn_share(150), deadline=None)
def test_both_measure_the_same_distances(start: str, end: str) -> None:
    """Towns of an atlas lie within two kilometres of where the list has them."""
    cities = load_cities()
    ours = compute_distance(
        cities.find(start, TOWNS[start][0])[0], cities.find(end, TOWNS[end][0])[0]
    )
    assert abs(float(ours) - compute_town_distance(start, end)) < 6
    assert all(abs(float(ours) - edge) > 3 for edge in (100, 2000))


@pytest.mark.parametrize(
    ("km", "meeting", "journey"),
    [(0, 0, 0), (99, 0, 0), (100, 575, 275), (1999, 575, 275), (2000, 760, 360)],
)
def test_the_bands_of_distance_change_where_the_call_says(
    km: int, meeting: int, journey: int, pack: Pack
) -> None:
    trip = Trip(1, 1, km=km)
    stay = Stay("sp-staff", "Lommel", 5, 0, (trip,))
    found = compute_both(replace(BASE, meetings=(("Lommel", (trip,)),), stays=(stay,)), pack)
    assert found.by_category["tpm"] == meeting
    assert found.by_category["ltt-travel"] == journey


@pytest.mark.parametrize(
    ("days", "staff", "learners", "abroad"),
    [
        (14, 1400, 770, 1470),
        (15, 1470, 810, 1544),
        (60, 4620, 2610, 4874),
        (61, 4620, 2610, 4927),
    ],
)
def test_the_bands_of_days_change_where_the_call_says(
    days: int, staff: int, learners: int, abroad: int, pack: Pack
) -> None:
    for kind, amount in (("sp-staff", staff), ("sp-pupils", learners), ("lp-teach", abroad)):
        stay = Stay(kind, "Lommel", days, 0, (Trip(1, 1, km=0),))
        found = compute_both(replace(BASE, stays=(stay,)), pack)
        assert found.by_category["ltt-individual"] == amount
        beyond = days > 60 and kind != "lp-teach"
        assert [gap.code for gap in found.missing] == (["days-without-rate"] if beyond else [])


@pytest.mark.parametrize(
    ("subject", "kind", "paid", "lost"),
    [
        ("school", "sp-staff", 3 * 275 + 3 * 5 * 100 + 180 + 150, 0),
        ("school", "sp-pupils", 275 + 5 * 100, 2 * 275 + 2 * 5 * 55 + 180 + 150),
        ("vet", "sp-blended", 275 + 5 * 100, 2 * 275 + 2 * 5 * 55 + 180 + 150),
        ("higher", "lp-teach", 0, 3 * 275 + 2 * 5 * 105 + 5 * 100 + 180 + 150),
        ("youth", "lp-youthw", 0, 3 * 275 + 2 * 5 * 105 + 5 * 100 + 180 + 150),
        ("school", "lp-teach", 3 * 275 + 2 * 5 * 105 + 5 * 100 + 180 + 150, 0),
    ],
)
def test_who_of_a_partner_country_gets_no_grant_is_in_no_total(
    subject: str, kind: str, paid: int, lost: int, pack: Pack
) -> None:
    """Two take part and one goes with them, one with a top-up and one with a course."""
    trip = Trip(1, 2, accompanying=1, km=500, topup=1, linguistic=1)
    stay = Stay(kind, "Lommel", 5, 0, (trip,))
    plan = Plan(24, ("Lommel", "Tbilisi"), stays=(stay,), subject=subject)
    found = compute_both(plan, pack)
    assert found.total - 24 * 750 == paid
    assert found.unfunded_total == lost
    at_home = compute_both(replace(plan, towns=("Lommel", "Porto")), pack)
    assert (at_home.total - 24 * 750, at_home.unfunded) == (paid + lost, ())


@pytest.mark.parametrize(("number", "monthly"), [(9, 2500), (10, 2750), (11, 2750), (30, 2750)])
def test_management_is_paid_for_ten_organisations(number: int, monthly: int, pack: Pack) -> None:
    found = compute_both(Plan(24, ("Lommel",) * number), pack)
    assert found.by_category["pmi"] == 24 * monthly
    eleventh = [line for line in found.lines if line.organisation == organisation(10)]
    assert [line.reasons[0].code for line in eleventh] == ["month-ceiling"] * (number > 10)


@pytest.mark.parametrize("months", [12, 24, 36])
def test_the_ceiling_of_the_grant_grows_with_the_months(months: int, pack: Pack) -> None:
    found = compute_both(replace(BASE, months=months), pack)
    assert found.ceiling == 12_500 * months
    assert found.remaining == 12_500 * months - 1000 * months


@pytest.mark.parametrize("foreign", [149, 150, 151])
def test_events_are_paid_up_to_their_ceiling(foreign: int, pack: Pack) -> None:
    found = compute_both(replace(BASE, events=((1, 0, foreign),)), pack)
    assert found.by_category["me"] == min(30_000, 200 * foreign)
    usage = next(usage for usage in found.ceiling_usages if usage.ceiling.id == "me")
    assert usage.remaining == 30_000 - 200 * foreign
    cut = [line for line in found.lines if "ceiling" in line.notes]
    assert [line.amount for line in cut] == ([Decimal(-200)] if foreign > 150 else [])


@pytest.mark.parametrize(
    ("cents", "paid"),
    [
        (6_666_665, "49999.99"),
        (6_666_666, "50000.00"),
        (6_666_667, "50000"),
        (100, "0.75"),
        (2, "0.02"),
        (1, "0.01"),
    ],
)
def test_three_quarters_of_exceptional_costs_are_paid_up_to_their_ceiling(
    cents: int, paid: str, pack: Pack
) -> None:
    found = compute_both(replace(BASE, exceptional=((0, cents),)), pack)
    assert found.by_category["exceptional"] == Decimal(paid)


@pytest.mark.parametrize("over", [-1, 0, 1])
def test_what_is_over_the_ceiling_of_the_grant_is_shown_and_not_cut(over: int, pack: Pack) -> None:
    """One organisation: 24 months of 500 leave 288,000 of 300,000."""
    plan = Plan(24, ("Lommel",), special=((0, 28_800_000 + over),))
    found = compute_both(plan, pack)
    assert found.remaining == Decimal(-over) / 100
    assert found.total == 300_000 + Decimal(over) / 100
