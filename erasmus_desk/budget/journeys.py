"""The journeys to an activity: kilometres and the amount for one person, before anybody goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from msgspec import Struct

from erasmus_desk.budget.calculation import CannotCompute, Reason
from erasmus_desk.budget.city_lists import Cities, load_cities
from erasmus_desk.budget.inputs import BudgetRow, RuleInputs, SharedInputs
from erasmus_desk.budget.travel import find_travel_rate
from erasmus_desk.call.funding import CostRule
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft, Key

TRAVEL = "travel"
"""The type of the rules that pay for journeys."""


class Journey(Struct, frozen=True):
    """The distance in kilometres and the amount for one person, each `None` while unknown.

    `measured` is the distance from city to city, also where another one was typed. `problem` is
    the reason why there is no amount.
    """

    distance: Decimal | None = None
    measured: Decimal | None = None
    rate: Decimal | None = None
    problem: Reason | None = None


def find_travel_rule(pack: Pack, list_id: str) -> CostRule | None:
    """Return the rule that pays the journeys of the rows of a list, if there is one."""
    rules = (one for one in pack.funding.rules if one.type == TRAVEL)
    return next((one for one in rules if one.binds.get("list") == list_id), None)


def find_journeys(
    draft: Draft,
    pack: Pack,
    rule: CostRule,
    owner: str,
    rows: Iterable[tuple[str, str]],
    cities: Cities | None = None,
) -> Mapping[tuple[str, str], Journey]:
    """Return the journeys to an activity by organisation and row.

    The row is empty for an organisation of which nobody travels yet. Never fails: what is missing
    is the problem of the journey.
    """
    shared = SharedInputs(draft, pack, cities or load_cities())
    name = rule.binds["list"]
    outer = pack.form.lists[name].parent
    found: dict[tuple[str, str], Journey] = {}
    for organisation, row in rows:
        items = {outer: owner, name: row} if row else {outer: owner}
        inputs = RuleInputs(shared, rule, BudgetRow(items, Key(name, owner), None, None))
        found[organisation, row] = _find_journey(inputs, organisation)
    return found


def _find_journey(inputs: RuleInputs, organisation: str) -> Journey:
    measured = _measure(inputs, organisation)
    try:
        travel = find_travel_rate(inputs, organisation)
    except CannotCompute as failure:
        problem = Reason(f"gap.{failure.code}", failure.facts)
        distance = failure.facts.get("km")
        return Journey(distance if isinstance(distance, Decimal) else None, measured, None, problem)
    return Journey(travel.distance, measured, travel.rate.amount)


def _measure(inputs: RuleInputs, organisation: str) -> Decimal | None:
    try:
        home = inputs.shared.find_home(organisation)
        venue = inputs.shared.find_city(inputs.get_key("city"), inputs.get_key("country"))
    except CannotCompute:
        return None
    return inputs.shared.get_distance(home.city, venue.city)
