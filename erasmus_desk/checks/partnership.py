"""How many organisations from which countries, and who may apply and take part."""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.call.model import Action, Countries
from erasmus_desk.checks.case import Case
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.model import Key
from erasmus_desk.facts import Named


def check(case: Case) -> Iterator[Finding]:
    """Find too small a partnership, and organisations that the call does not admit."""
    listed = case.key("organisations")
    if listed is None:
        return
    if case.action:
        yield from _size(case, listed, case.action)
    if case.pack.countries:
        yield from _countries(case, case.pack.countries)
    if case.action and case.action.only_types:
        yield from _types(case, case.action)


def _size(case: Case, listed: Key, action: Action) -> Iterator[Finding]:
    items = case.items("organisations")
    if len(items) < action.organisations.value:
        yield case.finding(
            "too-few-organisations",
            Grade.BLOCKS,
            listed,
            action.organisations.evidence,
            is_gap=True,
            n=action.organisations.value - len(items),
            found=len(items),
            least=action.organisations.value,
        )
    countries = {case.text("organisation_country", item) for item in items} - {""}
    rules = case.pack.countries
    if rules:
        countries.intersection_update(rules.programme)
    if len(countries) < action.countries.value:
        yield case.finding(
            "too-few-countries",
            Grade.BLOCKS,
            listed,
            action.countries.evidence,
            # With a country still to be filled in nothing is wrong yet.
            is_gap=len(items) < action.organisations.value or _is_open(case, items),
            n=len(countries),
            least=action.countries.value,
        )


def _is_open(case: Case, items: tuple[str, ...]) -> bool:
    return not all(case.text("organisation_country", item) for item in items)


def _countries(case: Case, rules: Countries) -> Iterator[Finding]:
    for place, item in enumerate(case.items("organisations")):
        country = case.text("organisation_country", item)
        key = case.key("organisation_country", item)
        if key is None or not country or country in rules.programme:
            continue
        code, grade, evidence = "partner-country", Grade.WEAKENS, rules.evidence
        if place == 0:
            code, grade = "applicant-country", Grade.BLOCKS
        elif case.action and not case.action.partner_countries:
            code, grade, evidence = "partner-country-barred", Grade.BLOCKS, case.action.evidence
        yield case.finding(code, grade, key, evidence, country=case.name(key.question, country))


def _types(case: Case, action: Action) -> Iterator[Finding]:
    for item in case.items("organisations"):
        found = case.text("organisation_type", item)
        key = case.key("organisation_type", item)
        if key is None or case.pack.option(key.question, found) is None:
            continue  # nothing chosen, or nothing that the call knows (`choices`)
        if found not in action.only_types:
            yield case.finding(
                "wrong-organisation-type",
                Grade.BLOCKS,
                key,
                action.evidence,
                found=case.name(key.question, found),
                action=Named((f"action.{action.id}.name",)),
            )
