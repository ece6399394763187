"""Every rule of the facts: a draft that breaks it is found, a draft that keeps it is not.

The rows are in `rules_of_proposals` and `rules_of_plans`. The tests at the end say that no
rule of the call and no finding of the program is without a row.
"""

import json
from collections.abc import Iterator, Mapping

import pytest
from msgspec.structs import replace

from erasmus_desk.call.form import Always, Group, Option, QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.checks.runner import run_checks
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.visibility import visible_questions
from tests.core.checks import rules_of_plans, rules_of_proposals
from tests.core.checks.finding_codes import FOLDER, find_codes, run_checked
from tests.core.checks.rules import BLOCKS, WEAKENS, Row, apply_changes, build_bases, find_key
from tests.core.complete import put_answer

ROWS = (*rules_of_proposals.ROWS, *rules_of_plans.ROWS)
KEPT = [(row, number) for row in ROWS for number in range(len(row.keeps))]
OTHER_CALLS = {
    *("head-not-allowed", "amount-open", "sum-open", "sum-over", "share-over", "shape"),
    *("estimate-below", "unknown-words"),
}
"""Findings that a proposal cannot have, or not by itself; they have tests of their own."""
AMOUNTS = {"exceptional-share", "special-needs-share"}
"""Ceilings that give an amount and no finding; the second calculation has them."""


@pytest.fixture(scope="session")
def bases(pack: Pack) -> Mapping[str, Draft]:
    return build_bases(pack)


def name_row(value: object) -> str:
    return f"{value.rule} {value.at}" if isinstance(value, Row) else str(value)


@pytest.mark.parametrize("row", ROWS, ids=name_row)
def test_a_draft_that_breaks_a_rule_is_found_once_at_its_place(
    row: Row, bases: Mapping[str, Draft], pack: Pack
) -> None:
    draft = apply_changes(bases[row.base], row.breaks)
    found = run_checked(draft, pack)
    (own,) = [one for one in found if one.code == row.code]
    assert (own.grade, own.key) == (row.grade, find_key(row.at, draft))
    assert {one.code for one in found} == {row.code, *row.also}


@pytest.mark.parametrize(("row", "number"), KEPT, ids=name_row)
def test_a_draft_that_keeps_the_rule_is_without_a_finding(
    row: Row, number: int, bases: Mapping[str, Draft], pack: Pack
) -> None:
    assert find_codes(apply_changes(bases[row.base], row.keeps[number]), pack) == []


def test_the_bases_keep_every_rule(bases: Mapping[str, Draft], pack: Pack) -> None:
    found = {name: find_codes(draft, pack) for name, draft in bases.items() if name != "eleven"}
    assert not any(found.values()), found


def test_every_finding_of_the_program_has_a_row() -> None:
    worded = json.loads((FOLDER / "en.json").read_text(encoding="utf-8"))["findings"]
    assert set(worded) - {row.code for row in ROWS} == OTHER_CALLS


def list_parts(pack: Pack) -> Iterator[str]:
    """Yield each part of the call that has a rule which a proposal can break."""
    for action in pack.actions:
        names = ["organisations", "countries", "months"]
        names += ["ends_by"] if action.ends_by else []
        names += ["advised"] if action.months.advised else []
        names += ["only_types"] if action.only_types else []
        names += [] if action.partner_countries else ["partner_countries"]
        names += [f"smaller.{one.id}" for one in action.smaller]
        yield from (f"actions.{action.id}.{name}" for name in names)
    yield from (f"deadlines.{one.id}" for one in pack.deadlines if one.starts)
    yield from (f"barred.{one.kind}.{one.field}" for one in pack.excluded_pairs)
    yield from (f"kinds.{one.id}.expects" for one in pack.kinds if one.expects)
    yield from (f"requirements.{one.id}" for one in pack.requirements)
    yield from (f"plan_rules.{one.id}" for one in pack.plan_rules)
    yield from (f"not_funded.{one.id}" for one in pack.exclusions)
    if pack.countries:
        yield from (f"countries.unsure.{one.country}" for one in pack.countries.unsure)
    yield from ("countries", "priorities.one_of", "priorities.at_most")
    yield from (f"ceilings.{one.id}" for one in pack.funding.ceilings if one.id not in AMOUNTS)
    for category in pack.funding.categories:
        if category.needs:
            yield f"heads.{category.id}"


def list_form_parts(pack: Pack) -> Iterator[str]:
    """Yield each rule of the form that a proposal can break."""
    formats = {question.format for question in pack.form.questions.values()}
    shaped = {one.format for one in pack.form.questions.values() if one.shape}
    yield from (f"formats.{one}" for one in formats & ({"email", "year"} | shaped))
    for question in pack.form.questions.values():
        if question.at_most:
            yield f"questions.{question.id}.at_most"
    for choices in pack.form.option_sets.values():
        limited = [option for option in choices.options if option.when != Always()]
        groups = {_name_group(choices.id, option) for option in limited}
        yield from (f"option_sets.{name}" for name in groups)
        if any(option.fields for option in choices.options):
            yield f"option_sets.{choices.id}"
    for section in pack.form.sections:
        yield from (f"lists.{group.list}" for group in section.groups if _is_opened(group))


def _name_group(choices: str, option: Option) -> str:
    """Return the name of choices that have one rule: types of activity have one each."""
    if option.group:
        fields = {"SE": "school", "VET": "vet", "HE": "higher", "AE": "adult", "YO": "youth"}
        return f"{choices}.{fields[option.id.partition('-')[0]]}"
    return f"{choices}.{option.id}" if option.traits else choices


def _is_opened(group: Group) -> bool:
    return bool(group.list) and group.when != Always() and group.id.endswith(".items")


def test_every_rule_of_the_call_has_a_row(pack: Pack) -> None:
    parts = {row.part for row in ROWS}
    assert [part for part in list_parts(pack) if part not in parts] == []
    assert [part for part in list_form_parts(pack) if part not in parts] == []


def test_no_row_is_of_a_rule_that_the_call_no_longer_has(pack: Pack) -> None:
    known = {*list_parts(pack), *list_form_parts(pack)}
    named = {row.part for row in ROWS if row.part.partition(".")[0] in NAMED}
    assert named <= known


NAMED = {"actions", "deadlines", "barred", "requirements", "plan_rules", "not_funded", "ceilings"}
"""Parts of the call whose rows name one rule each."""


@pytest.mark.parametrize("base", ["plan", "schools"])
def test_every_text_of_the_form_has_5000_characters(
    base: str, bases: Mapping[str, Draft], pack: Pack
) -> None:
    """Form 1: blanks count, and nothing else limits a text."""
    for visible in visible_questions(bases[base], pack):
        if visible.question.type is QuestionType.TEXT:
            limit = visible.question.limit
            assert limit is not None
            assert (limit.rule, limit.most) == ("characters", 5000)


def test_an_agency_is_for_its_own_fields_and_no_other(
    bases: Mapping[str, Draft], pack: Pack
) -> None:
    """Each agency of each country, in each field: found if and only if it is not for the field."""
    agencies = pack.option_set(pack.form.questions[pack.role("agency")])
    assert agencies is not None
    first = bases["good"].items("organisations")[0]
    for agency in agencies.options:
        for field in pack.fields:
            draft = put_answer(bases["good"], pack.role("agency"), agency.id)
            draft = put_answer(draft, pack.role("field"), field.id)
            if agency.country:
                draft = put_answer(draft, pack.role("organisation_country"), agency.country, first)
            found = {one.code for one in run_checks(draft, pack)}
            is_wrong = bool(agency.fields) and field.id not in agency.fields
            assert ("agency-field" in found) is is_wrong
            assert "agency-country" not in found


def test_each_field_has_an_agency_in_each_programme_country_with_several(pack: Pack) -> None:
    agencies = pack.option_set(pack.form.questions[pack.role("agency")])
    assert agencies is not None
    for country in {one.country for one in agencies.options if one.country}:
        there = [one for one in agencies.options if one.country == country]
        served = {field for one in there for field in one.fields or [f.id for f in pack.fields]}
        assert served == {one.id for one in pack.fields}


def test_what_the_project_type_does_not_fund_blocks(bases: Mapping[str, Draft], pack: Pack) -> None:
    """A call may show what it does not fund; this one hides it."""
    sections = tuple(
        replace(one, groups=tuple(replace(group, when=Always()) for group in one.groups))
        if any(group.list == "outputs" for group in one.groups)
        else one
        for one in pack.form.sections
    )
    other = replace(pack, form=replace(pack.form, sections=sections))
    draft = put_answer(bases["plan"], "ctx.main_objective", "good-practice")
    found = [one for one in run_checked(draft, other) if one.code == "head-not-allowed"]
    assert {(one.grade, one.key) for one in found} == {
        (BLOCKS, Key("outputs")),
        (BLOCKS, Key("events")),
    }


def test_an_amount_that_waits_for_an_optional_answer_is_told(
    bases: Mapping[str, Draft], pack: Pack
) -> None:
    question = replace(pack.form.questions["trv.persons"], required=False)
    questions = {**pack.form.questions, "trv.persons": question}
    other = replace(pack, form=replace(pack.form, questions=questions))
    draft = put_answer(bases["plan"], "trv.persons", None, "m1t1")
    (found,) = run_checked(draft, other)
    assert (found.code, found.grade, found.key) == (
        "amount-open",
        WEAKENS,
        Key("trv.persons", "m1t1"),
    )
    assert find_codes(bases["plan"], other) == []
