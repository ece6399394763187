"""Checks of the partnership: size, countries, types, and duplicate organisations."""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.call.model import Action, Countries
from erasmus_desk.checks.context import CheckContext
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.message_values import TextRef


def check_partnership(context: CheckContext) -> Iterator[Finding]:
    """Find a partnership that is too small, and organisations that are not eligible."""
    list_key = context.find_key("organisations")
    if list_key is None:
        return
    if context.action:
        yield from _check_size(context, list_key, context.action)
    if context.pack.countries:
        yield from _check_countries(context, context.pack.countries)
    if context.action and context.action.only_types:
        yield from _check_types(context, context.action)


def _check_size(context: CheckContext, list_key: Key, action: Action) -> Iterator[Finding]:
    items, rule = context.list_items("organisations"), action.organisations
    lacking = rule.value - len(items)
    if lacking > 0:
        facts = {"n": lacking, "found": len(items), "least": rule.value}
        yield context.report(
            "too-few-organisations", Grade.BLOCKS, list_key, rule.evidence, facts, is_gap=True
        )
    named = {context.get_text("organisation_country", item) for item in items}
    rules = context.pack.countries
    countries = named.intersection(rules.programme) if rules else named - {""}
    if len(countries) < action.countries.value:
        yield context.report(
            "too-few-countries",
            Grade.BLOCKS,
            list_key,
            action.countries.evidence,
            {"n": len(countries), "least": action.countries.value},
            # While a country is not answered, nothing is wrong yet.
            is_gap=lacking > 0 or "" in named,
        )


def _check_countries(context: CheckContext, rules: Countries) -> Iterator[Finding]:
    for position, item in enumerate(context.list_items("organisations")):
        country = context.get_text("organisation_country", item)
        key = context.find_key("organisation_country", item)
        if key is None or not country or country in rules.programme:
            continue
        code, grade, evidence = "partner-country", Grade.WEAKENS, rules.evidence
        if position == 0:
            code, grade = "applicant-country", Grade.BLOCKS
        elif context.action and not context.action.partner_countries:
            code, grade, evidence = "partner-country-barred", Grade.BLOCKS, context.action.evidence
        yield context.report(
            code, grade, key, evidence, {"country": context.name_option(key.question, country)}
        )


def _check_types(context: CheckContext, action: Action) -> Iterator[Finding]:
    for item in context.list_items("organisations"):
        found = context.get_text("organisation_type", item)
        key = context.find_key("organisation_type", item)
        if key is None or context.pack.option(key.question, found) is None:
            continue  # not answered, or an unknown option, found by `choices`
        if found not in action.only_types:
            named = context.name_option(key.question, found)
            facts = {"found": named, "action": TextRef((f"action.{action.id}.name",))}
            yield context.report(
                "wrong-organisation-type", Grade.BLOCKS, key, action.evidence, facts
            )


_PIC_LENGTH = 9


def check_duplicates(context: CheckContext) -> Iterator[Finding]:
    """Find organisations with the PIC, or the name and country, of an earlier one."""
    by_pic: dict[str, str] = {}
    by_name: dict[tuple[str, str], str] = {}
    for item in context.list_items("organisations"):
        pic = "".join(context.get_text("organisation_pic", item).split())
        name = " ".join(context.get_text("organisation_name", item).split()).casefold()
        country = context.get_text("organisation_country", item)
        # An incomplete PIC is still being typed.
        if len(pic) == _PIC_LENGTH and by_pic.setdefault(pic, item) != item:
            yield from _build_duplicate_finding(
                context, "organisation_pic", item, by_pic[pic], Grade.BLOCKS
            )
        elif name and by_name.setdefault((name, country), item) != item:
            first = by_name[name, country]
            yield from _build_duplicate_finding(
                context, "organisation_name", item, first, Grade.WEAKENS
            )


def _build_duplicate_finding(
    context: CheckContext, role: str, item: str, first: str, grade: Grade
) -> Iterator[Finding]:
    key, earlier = context.find_key(role, item), context.find_key(role, first)
    if key and earlier:
        other = context.find_place(earlier).items
        yield context.report_answer(
            "duplicate-organisation", grade, key, {"other": other[-1] if other else first}
        )
