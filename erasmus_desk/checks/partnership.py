"""How many organisations from which countries, and who may apply and take part.

Organisations that stand in the list twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.call.funding import Evidence
from erasmus_desk.call.model import Action, Countries
from erasmus_desk.checks.context import Case
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.message_values import Named


def check_partnership(case: Case) -> Iterator[Finding]:
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


_PIC_LENGTH = 9


def check_organisations(case: Case) -> Iterator[Finding]:
    """Find organisations with the PIC, or the name and country, of an earlier one."""
    by_pic: dict[str, str] = {}
    by_name: dict[tuple[str, str], str] = {}
    for item in case.items("organisations"):
        pic = "".join(case.text("organisation_pic", item).split())
        name = " ".join(case.text("organisation_name", item).split()).casefold()
        country = case.text("organisation_country", item)
        # Half a PIC is still being typed: only whole ones are compared.
        if len(pic) == _PIC_LENGTH and by_pic.setdefault(pic, item) != item:
            yield from _twice(case, "organisation_pic", item, by_pic[pic], Grade.BLOCKS)
        elif name and by_name.setdefault((name, country), item) != item:
            first = by_name[name, country]
            yield from _twice(case, "organisation_name", item, first, Grade.WEAKENS)


def _twice(case: Case, role: str, item: str, first: str, grade: Grade) -> Iterator[Finding]:
    key, earlier = case.key(role, item), case.key(role, first)
    if key and earlier:
        other = case.place(earlier).rows
        yield case.finding(
            "duplicate-organisation",
            grade,
            key,
            _evidence(case, key.question),
            other=other[-1] if other else first,
        )


def _evidence(case: Case, name: str) -> Evidence | None:
    question = case.pack.question(name)
    return question.evidence if question else None
