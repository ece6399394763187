"""Checks of the partnership: size, countries, types, and duplicate organisations."""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.call.conditions import holds
from erasmus_desk.call.form import Shape
from erasmus_desk.call.funding import Figure
from erasmus_desk.call.model import Action, Countries, SmallerPartnership
from erasmus_desk.checks.context import CheckContext
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.organisations import find_applicant
from erasmus_desk.draft.visibility import build_condition_context
from erasmus_desk.i18n.message_values import ListValue, TextRef


def check_partnership(context: CheckContext) -> Iterator[Finding]:
    """Find a partnership that is too small, and organisations that are not eligible."""
    list_key = context.find_key("organisations")
    if list_key is None:
        return
    if context.actions:
        yield from _check_size(context, list_key)
    if context.pack.countries:
        yield from _check_countries(context, context.pack.countries)
    if context.action and context.action.only_types:
        yield from _check_types(context, context.action)


def _check_size(context: CheckContext, list_key: Key) -> Iterator[Finding]:
    """Find too few organisations or countries under every action that is still possible."""
    found, smaller = len(context.list_items("organisations")), _find_smaller(context)
    allowed = (*context.actions, smaller) if smaller else context.actions
    organisations = min((one.organisations for one in allowed), key=_get_value)
    least = min((one.countries for one in allowed), key=_get_value)
    lacking = organisations.value - found
    if lacking > 0:
        facts = {"n": lacking, "found": found, "least": organisations.value}
        yield context.report(
            "too-few-organisations",
            Grade.BLOCKS,
            list_key,
            organisations.evidence,
            facts,
            is_gap=True,
        )
    countries, unanswered = _count_countries(context)
    # An organisation without a country is found by `answers`; it may be from another country.
    if countries + unanswered < least.value:
        facts = {"n": countries, "least": least.value}
        yield context.report(
            "too-few-countries",
            Grade.BLOCKS,
            list_key,
            least.evidence,
            facts,
            is_gap=lacking > 0 or unanswered > 0,
        )
    elif smaller and not unanswered and lacking <= 0 and countries < _find_general(context):
        yield from _check_smaller(context, list_key, smaller, countries)


def _find_general(context: CheckContext) -> int:
    """Return how many countries the actions require without a rule for smaller partnerships."""
    return min(action.countries.value for action in context.actions)


def _get_value(figure: Figure) -> int:
    return figure.value


def _count_countries(context: CheckContext) -> tuple[int, int]:
    """Return the number of Programme Countries, and of organisations without a known country."""
    question = context.pack.role("organisation_country")
    named = [
        country if context.pack.option(question, country) else ""
        for country in _list_countries(context)
    ]
    rules = context.pack.countries
    countries = set(named).intersection(rules.programme) if rules else set(named) - {""}
    return len(countries), named.count("")


def _list_countries(context: CheckContext) -> list[str]:
    role = "organisation_country"
    return [context.get_text(role, item) for item in context.list_items("organisations")]


def _find_smaller(context: CheckContext) -> SmallerPartnership | None:
    """Return the rule by which the partnership may be smaller than others of the action."""
    at = build_condition_context(context.draft, context.pack)
    rules = (one for action in context.actions for one in action.smaller)
    return next((one for one in rules if holds(one.when, at)), None)


def _check_smaller(
    context: CheckContext, list_key: Key, smaller: SmallerPartnership, countries: int
) -> Iterator[Finding]:
    """Find a partnership that relies on an unsure rule, and the members that this rule wants."""
    name = TextRef((f"smaller.{smaller.id}.name",))
    rule = TextRef((f"smaller.{smaller.id}.rule",))
    numbers = {"found": len(context.list_items("organisations")), "n": countries}
    facts = {"name": name, "rule": rule, **numbers, "least": _find_general(context)}
    yield context.report("smaller-partnership", Grade.WEAKENS, list_key, smaller.evidence, facts)
    types: dict[str, list[str]] = {}
    for item, country in zip(
        context.list_items("organisations"), _list_countries(context), strict=True
    ):
        types.setdefault(country, []).append(context.get_text("organisation_type", item))
    rules = context.pack.countries
    for country, there in types.items():
        missing = tuple(
            TextRef((f"smaller.{smaller.id}.{member.id}",))
            for member in smaller.each_country
            if not set(there).intersection(member.types)
        )
        is_sure = all(there) and (rules is None or country in rules.programme)
        if missing and is_sure:
            named = {"country": context.name_country(country), "members": ListValue(missing)}
            yield context.report(
                "smaller-partnership-member",
                Grade.WEAKENS,
                list_key,
                smaller.evidence,
                {**named, "rule": rule},
            )


def _check_countries(context: CheckContext, rules: Countries) -> Iterator[Finding]:
    applicant = find_applicant(context.draft, context.pack)
    for item in context.list_items("organisations"):
        country = context.get_text("organisation_country", item)
        key = context.find_key("organisation_country", item)
        if key is None or not country or country in rules.programme:
            continue
        if context.pack.option(key.question, country) is None:
            continue  # an unknown choice, found by `choices`
        code, grade, evidence = "partner-country", Grade.WEAKENS, rules.evidence
        unsure = next((one for one in rules.unsure if one.country == country), None)
        if unsure:
            code, evidence = "unsure-country", unsure.evidence
        elif item == applicant:
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


def check_duplicates(context: CheckContext) -> Iterator[Finding]:
    """Find organisations with an identifier, or the name and country, of an earlier one."""
    by_identifier: dict[tuple[str, str], str] = {}
    by_name: dict[tuple[str, str], str] = {}
    shapes = _find_shapes(context)
    for item in context.list_items("organisations"):
        name = " ".join(context.get_text("organisation_name", item).split()).casefold()
        country = context.get_text("organisation_country", item)
        same = [
            (question, by_identifier[question, identifier])
            for question, identifier in _list_identifiers(context, shapes, item)
            if by_identifier.setdefault((question, identifier), item) != item
        ]
        if same:
            question, first = same[0]
            yield from _build_duplicate_finding(context, question, item, first, Grade.BLOCKS)
        elif name and by_name.setdefault((name, country), item) != item:
            question, first = context.pack.role("organisation_name"), by_name[name, country]
            yield from _build_duplicate_finding(context, question, item, first, Grade.WEAKENS)


def _find_shapes(context: CheckContext) -> tuple[tuple[str, Shape], ...]:
    """Return the questions on an identifier of an organisation, each with its shape."""
    form = context.pack.form
    spec = form.lists.get(context.pack.role("organisations"))
    shapes = ((name, form.questions[name].shape) for name in (spec.questions if spec else ()))
    return tuple((name, shape) for name, shape in shapes if shape)


def _list_identifiers(
    context: CheckContext, shapes: tuple[tuple[str, Shape], ...], item: str
) -> Iterator[tuple[str, str]]:
    """Yield the questions on an identifier of an organisation with what is answered.

    An incomplete one is still being typed.
    """
    for name, shape in shapes:
        identifier = "".join(context.draft.text(name, item).split())
        if shape.fits(identifier):
            yield name, identifier


def _build_duplicate_finding(
    context: CheckContext, question: str, item: str, first: str, grade: Grade
) -> Iterator[Finding]:
    other = context.find_place(Key(question, first)).items
    yield context.report_answer(
        "duplicate-organisation",
        grade,
        Key(question, item),
        {"other": other[-1] if other else first},
    )
