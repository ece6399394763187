"""Persons who take part without a grant: learners and some staff of Partner Countries."""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.budget.calculation import Reason
from erasmus_desk.budget.inputs import RuleInputs
from erasmus_desk.call.conditions import holds
from erasmus_desk.call.form import Option
from erasmus_desk.call.model import Pack
from erasmus_desk.call.plan_rules import Exclusion
from erasmus_desk.draft.model import Draft
from erasmus_desk.draft.visibility import build_condition_context
from erasmus_desk.i18n.message_values import CountryName, TextRef

PERSONS, PARTICIPANTS = "persons", "participants"
"""Parts of a rule: who gets the amount, and the participants that this number is a part of."""


def list_exclusions(
    draft: Draft, pack: Pack, chosen: Option | None, country: str
) -> Iterator[Exclusion]:
    """Yield the exclusions for a type of activity and the country of an organisation."""
    programme = pack.countries.programme if pack.countries else ()
    if chosen is None or not country or not programme or country in programme:
        return
    for exclusion in pack.exclusions:
        is_of_type = set(exclusion.traits) <= set(chosen.traits)
        if is_of_type and holds(exclusion.when, build_condition_context(draft, pack)):
            yield exclusion


def find_exclusion(inputs: RuleInputs, organisation: str) -> Exclusion | None:
    """Return the exclusion for an organisation in the row of a rule."""
    pack, draft, key = inputs.shared.pack, inputs.shared.draft, inputs.get_key("type")
    if not pack.exclusions or not key.question:
        return None
    country = draft.text(pack.role("organisation_country"), organisation)
    chosen = pack.option(key.question, inputs.get_text("type"))
    found = list_exclusions(draft, pack, chosen, country)
    return next((one for one in found if inputs.rule.id in one.rules), None)


def split_persons(
    inputs: RuleInputs, organisation: str, number: int
) -> Iterator[tuple[int, Exclusion | None]]:
    """Yield how many persons are funded, then how many are not, with the reason; no zeros.

    An extra for some persons of a group is counted for those without a grant first.
    """
    exclusion = find_exclusion(inputs, organisation)
    excluded = 0
    for part in exclusion.persons if exclusion else ():
        is_extra = part == PERSONS and PARTICIPANTS in inputs.binds
        name = PARTICIPANTS if is_extra else part
        excluded += inputs.get_number(name, default=number if is_extra else 0)
    excluded = min(number, excluded)
    if number > excluded:
        yield number - excluded, None
    if excluded:
        yield excluded, exclusion


def explain_exclusion(inputs: RuleInputs, exclusion: Exclusion, organisation: str) -> Reason:
    """Return the reason of an amount that is not in the total, or that may be refused."""
    country = inputs.shared.get_value("organisation_country", organisation)
    code = "funding-unsure" if exclusion.is_paid else "not-funded"
    who = TextRef((f"not_funded.{exclusion.id}.who",))
    return Reason(code, {"who": who, "place": CountryName(str(country))})
