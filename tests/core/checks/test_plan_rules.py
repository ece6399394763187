"""The rules on the plan: each has a draft that breaks it, and drafts that keep it."""

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from erasmus_desk.call.model import Pack
from erasmus_desk.checks.finding import Grade
from erasmus_desk.checks.plan_rules import PLAN_RULE_TYPES
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.i18n.message_values import Count, CountryName
from tests.core.checks.finding_codes import find_codes, find_first, find_only, run_checked
from tests.core.checks.planned import build_planned_draft
from tests.core.complete import put_answer

GROUP, VISIT = "c1g2", "m1t2"


@pytest.fixture(scope="session")
def plan(pack: Pack) -> Draft:
    return build_planned_draft(pack)


def put_answers(draft: Draft, item: str = "", /, **answers: Value | None) -> Draft:
    """Return the draft with other answers; `__` stands for the dot of a question."""
    for name, value in answers.items():
        draft = put_answer(draft, name.replace("__", "."), value, item)
    return draft


def add_visitors(plan: Draft, **answers: Value | None) -> Draft:
    """Return the plan with a second row of the meeting, by default equal to the first."""
    draft = put_answer(plan, "meeting_travel", ("m1t1", VISIT), "m1")
    same: dict[str, Value | None] = {"trv__organisation": "org4", "trv__persons": 2}
    return put_answers(draft, VISIT, **{**same, **answers})


def add_group(plan: Draft, **answers: Value | None) -> Draft:
    """Return the plan with a second group of the activity, by default equal to the first."""
    draft = put_answer(plan, "activity_groups", ("c1g1", GROUP), "c1")
    same: dict[str, Value | None] = {"grp__organisation": "org2", "grp__persons": 3}
    return put_answers(draft, GROUP, **{**same, **answers})


def add_day_row(plan: Draft, **answers: Value | None) -> Draft:
    draft = put_answer(plan, "output_days", ("o1d1", "o1d2"), "o1")
    same: dict[str, Value | None] = {
        "day__organisation": plan.items("organisations")[0],
        "day__category": "teacher",
        "day__days": 20,
    }
    return put_answers(draft, "o1d2", **{**same, **answers})


def add_copy(plan: Draft, name: str, item: str, pack: Pack) -> Draft:
    """Return the plan with an item of a list twice, without its rows."""
    copy = f"{item}x"
    draft = put_answer(plan, name, (*plan.items(name), copy))
    for question in pack.form.lists[name].questions:
        draft = put_answer(draft, question, plan.get(Key(question, item)), copy)
    return draft


def add_costs(plan: Draft, prefix: str, *texts: str) -> Draft:
    """Return the plan with costs of these descriptions, and the same amount."""
    name, cost = {
        "spc": ("special_costs", "spc__amount"),
        "exc": ("exceptional_costs", "exc__cost"),
    }[prefix]
    items = tuple(f"x{number}" for number in range(len(texts)))
    draft = put_answer(plan, name, items)
    for item, text in zip(items, texts, strict=True):
        answers: dict[str, Value | None] = {
            f"{prefix}__organisation": "org2",
            f"{prefix}__description": text,
            cost: Decimal(500),
        }
        if prefix == "spc":
            answers["spc__persons"] = 1
        draft = put_answers(draft, item, **answers)
    return draft


def test_every_type_of_rule_is_used_by_the_call(pack: Pack) -> None:
    assert {rule.type for rule in pack.plan_rules} == set(PLAN_RULE_TYPES)


@pytest.mark.parametrize("persons", [2, 5])
def test_the_same_organisation_twice_in_a_meeting_blocks(
    persons: int, plan: Draft, pack: Pack
) -> None:
    finding = find_only(add_visitors(plan, trv__persons=persons), pack)
    assert (finding.code, finding.grade) == ("row-twice", Grade.BLOCKS)
    assert finding.key == Key("trv.organisation", VISIT)
    assert finding.facts["row"] == 1


@pytest.mark.parametrize(
    "answers",
    [
        {"trv__organisation": "org2"},
        {"trv__km": 450, "trv__note": "from the branch in Lille"},
        {"trv__persons": 0},
    ],
    ids=str,
)
def test_other_rows_of_a_meeting_are_allowed(
    answers: dict[str, Value | None], plan: Draft, pack: Pack
) -> None:
    assert find_codes(add_visitors(plan, **answers), pack) == []


def test_rows_with_different_notes_may_be_meant(plan: Draft, pack: Pack) -> None:
    draft = put_answer(add_visitors(plan, trv__note="the heads"), "trv.note", "class 5", "m1t1")
    finding = find_only(draft, pack)
    assert (finding.code, finding.grade) == ("row-twice", Grade.WEAKENS)


def test_the_same_organisation_twice_in_an_activity_blocks(plan: Draft, pack: Pack) -> None:
    finding = find_only(add_group(plan), pack)
    assert (finding.code, finding.grade) == ("row-twice", Grade.BLOCKS)
    assert finding.key == Key("grp.organisation", GROUP)
    for other in ({"grp__organisation": "org3"}, {"grp__travel_days": 2}, {"grp__persons": 0}):
        assert find_codes(add_group(plan, **other), pack) == []


def test_the_same_days_twice_in_an_output_weaken(plan: Draft, pack: Pack) -> None:
    finding = find_only(add_day_row(plan), pack)
    assert (finding.code, finding.grade) == ("row-twice", Grade.WEAKENS)
    assert finding.key == Key("day.organisation", "o1d2")
    for other in ({"day__category": "technician"}, {"day__days": 21}):
        assert find_codes(add_day_row(plan, **other), pack) == []


@pytest.mark.parametrize(
    ("name", "item", "prefix"), [("meetings", "m1", "tpm"), ("events", "e1", "me")]
)
def test_the_same_activity_twice_blocks(
    name: str, item: str, prefix: str, plan: Draft, pack: Pack
) -> None:
    draft = add_copy(plan, name, item, pack)
    finding = find_first("activity-twice", draft, pack)
    assert (finding.grade, finding.key) == (Grade.BLOCKS, Key(f"{prefix}.title", f"{item}x"))
    for question in ("start", "city"):
        value: Value = date(2018, 3, 6) if question == "start" else "Paris"
        other = put_answer(draft, f"{prefix}.{question}", value, f"{item}x")
        assert "activity-twice" not in find_codes(other, pack)


@pytest.mark.parametrize("prefix", ["spc", "exc"])
def test_the_same_cost_twice_weakens(prefix: str, plan: Draft, pack: Pack) -> None:
    finding = find_only(add_costs(plan, prefix, "Sign language", "sign  language"), pack)
    assert (finding.code, finding.grade) == ("cost-twice", Grade.WEAKENS)
    assert finding.key == Key(f"{prefix}.description", "x1")
    assert find_codes(add_costs(plan, prefix, "Sign language", "Braille"), pack) == []


@pytest.mark.parametrize(
    ("days", "found"),
    [(2, "shorter-than-dates"), (3, ""), (5, ""), (6, "longer-than-dates")],
)
def test_days_agree_with_the_dates(days: int, found: str, plan: Draft, pack: Pack) -> None:
    """Monday to Friday; up to two days of travel may be among the dates."""
    codes = find_codes(put_answer(plan, "ltt.days", days, "c1"), pack)
    assert [code for code in codes if code.endswith("-dates")] == ([found] if found else [])


def test_more_days_than_the_dates_have_block_at_the_days(plan: Draft, pack: Pack) -> None:
    finding = find_only(put_answer(plan, "ltt.end", date(2018, 3, 6), "c1"), pack)
    assert (finding.code, finding.grade) == ("longer-than-dates", Grade.BLOCKS)
    assert finding.key == Key("ltt.days", "c1")
    assert (finding.facts["found"], finding.facts["span"]) == (Count("day", 5), Count("day", 2))


def test_an_activity_with_a_part_from_home_may_last_longer_than_its_days(
    plan: Draft, pack: Pack
) -> None:
    draft = put_answers(plan, "c1", ltt__type="sp-blended", ltt__end=date(2018, 5, 31))
    assert find_codes(draft, pack) == []
    assert find_codes(put_answer(draft, "ltt.type", "sp-staff", "c1"), pack) == [
        "shorter-than-dates"
    ]
    assert find_codes(put_answer(draft, "ltt.days", 100, "c1"), pack)[0] == "longer-than-dates"


@pytest.mark.parametrize(
    ("months", "last", "found"),
    [
        (5, date(2018, 6, 14), []),
        (5, date(2018, 6, 13), []),
        (4, date(2018, 6, 13), []),
        (4, date(2018, 6, 14), ["shorter-than-dates"]),
        (6, date(2018, 6, 14), ["longer-than-dates"]),
        (6, date(2018, 6, 15), []),
        (10, date(2018, 6, 15), ["longer-than-dates"]),
        (2, date(2018, 6, 15), ["shorter-than-dates"]),
    ],
)
def test_months_agree_with_the_dates(
    months: int, last: date, found: list[str], plan: Draft, pack: Pack
) -> None:
    """From 15 January; a month that has begun may count."""
    draft = put_answer(plan, "ctx.field", "school")
    draft = put_answers(
        draft,
        "c1",
        ltt__type="lp-pupil",
        ltt__months=months,
        ltt__start=date(2018, 1, 15),
        ltt__end=last,
    )
    codes = find_codes(draft, pack)
    assert [code for code in codes if code.endswith("-dates")] == found


@pytest.mark.parametrize("prefix", ["tpm", "ltt"])
def test_a_host_outside_the_country_of_the_venue_weakens(
    prefix: str, plan: Draft, pack: Pack
) -> None:
    item = {"tpm": "m1", "ltt": "c1"}[prefix]
    finding = find_only(put_answer(plan, f"{prefix}.host", "org2", item), pack)
    assert (finding.code, finding.grade) == ("host-elsewhere", Grade.WEAKENS)
    assert finding.key == Key(f"{prefix}.host", item)
    assert finding.facts["home"] == CountryName("NL")
    assert finding.facts["venue"] == CountryName("FR")


def test_a_venue_where_nobody_is_from_is_reported_once(plan: Draft, pack: Pack) -> None:
    draft = put_answers(plan, "m1", tpm__country="PT", tpm__city="Porto")
    assert find_codes(draft, pack) == ["country-not-taking-part"]


def host_row(plan: Draft, prefix: str, **answers: Value | None) -> tuple[Draft, str]:
    """Return the plan with a row of the host of the meeting or the activity."""
    given = {f"{prefix}__{name}": value for name, value in answers.items()}
    given[f"{prefix}__organisation"] = "org3"
    if prefix == "trv":
        return add_visitors(plan, **given), VISIT
    return add_group(plan, **given), GROUP


@pytest.mark.parametrize("prefix", ["trv", "grp"])
def test_kilometres_of_the_host_weaken(prefix: str, plan: Draft, pack: Pack) -> None:
    draft, row = host_row(plan, prefix, km=300, note="by train")
    finding = find_only(draft, pack)
    assert (finding.code, finding.grade) == ("host-travels", Grade.WEAKENS)
    assert finding.key == Key(f"{prefix}.km", row)
    for kept in ({}, {"km": 40, "note": "by bus"}):
        assert find_codes(host_row(plan, prefix, **kept)[0], pack) == []


def test_a_host_far_from_the_venue_may_travel(plan: Draft, pack: Pack) -> None:
    draft, _ = host_row(put_answer(plan, "tpm.city", "Lille", "m1"), "trv", km=600, note="train")
    assert "host-travels" not in find_codes(draft, pack)


def test_a_topup_without_a_travel_grant_weakens(plan: Draft, pack: Pack) -> None:
    draft = add_group(plan, grp__organisation="org3", grp__topup=1)
    finding = find_only(draft, pack)
    assert (finding.code, finding.grade) == ("topup-near", Grade.WEAKENS)
    assert finding.key == Key("grp.topup", GROUP)
    assert find_codes(put_answer(plan, "grp.topup", 1, "c1g1"), pack) == []


def pupils(plan: Draft, **answers: Value | None) -> Draft:
    """Return a school project whose activity is an exchange of pupils."""
    draft = put_answer(put_answer(plan, "ctx.field", "school"), "ltt.type", "sp-pupils", "c1")
    return put_answers(draft, "c1g1", **answers)


def test_pupils_without_an_adult_weaken(plan: Draft, pack: Pack) -> None:
    finding = find_first("pupils-alone", pupils(plan), pack)
    assert (finding.grade, finding.key) == (Grade.WEAKENS, Key("grp.accompanying", "c1g1"))
    assert "pupils-alone" in find_codes(pupils(plan, grp__accompanying=0), pack)


def test_pupils_with_an_adult_and_those_of_the_host_are_allowed(plan: Draft, pack: Pack) -> None:
    for kept in (
        pupils(plan, grp__accompanying=1),
        pupils(plan, grp__organisation="org3"),
        put_answer(pupils(plan), "ltt.type", "sp-staff", "c1"),
        put_answer(pupils(plan), "ltt.type", "lp-pupil", "c1"),
        put_answer(plan, "ltt.type", "sp-blended", "c1"),
        add_group(pupils(plan), grp__persons=0, grp__accompanying=2),
    ):
        assert "pupils-alone" not in find_codes(kept, pack)


def test_more_with_fewer_opportunities_than_participants_weaken(plan: Draft, pack: Pack) -> None:
    numbers: dict[str, Value | None] = {"par__fewer_yesno": True, "par__indirect_n": 10}
    draft = put_answers(plan, "", **numbers, par__fewer_types=("social",), par__fewer_support="We")
    everybody = 10 + 2 + 3 + 30 + 5
    finding = find_first(
        "more-than-participants", put_answer(draft, "par.fewer_n", everybody + 1), pack
    )
    assert (finding.grade, finding.key) == (Grade.WEAKENS, Key("par.fewer_n"))
    assert finding.facts["most"] == Count("person", everybody)
    for kept in (everybody, None):
        codes = find_codes(put_answer(draft, "par.fewer_n", kept), pack)
        assert "more-than-participants" not in codes
    unknown = put_answer(put_answer(draft, "par.fewer_n", 999), "grp.persons", None, "c1g1")
    assert "more-than-participants" not in find_codes(unknown, pack)


def test_more_with_special_needs_than_participants_weaken(plan: Draft, pack: Pack) -> None:
    draft = add_costs(put_answer(plan, "par.indirect_n", 0), "spc", "Sign language")
    assert find_codes(put_answer(draft, "spc.persons", 40, "x0"), pack) == []
    finding = find_only(put_answer(draft, "spc.persons", 41, "x0"), pack)
    assert (finding.code, finding.key) == ("more-than-participants", Key("spc.persons", "x0"))


@pytest.mark.parametrize("category", ["manager", "administrative"])
def test_days_of_management_in_an_output_weaken_once(
    category: str, plan: Draft, pack: Pack
) -> None:
    draft = put_answer(add_day_row(plan, day__category=category), "day.category", category, "o1d1")
    finding = find_first("management-days", put_answer(draft, "day.days", 5, "o1d2"), pack)
    assert (finding.grade, finding.key) == (Grade.WEAKENS, Key("day.category", "o1d1"))
    assert finding.facts["days"] == Count("day", 25)


@pytest.mark.parametrize("category", ["teacher", "technician"])
def test_days_of_those_who_make_the_output_are_allowed(
    category: str, plan: Draft, pack: Pack
) -> None:
    assert find_codes(put_answer(plan, "day.category", category, "o1d1"), pack) == []


@pytest.mark.parametrize(
    "text",
    [
        "Two laptops",
        "A projector for the class",
        "Kantoormateriaal",
        "10 Tablets",
        "Office supplies",
    ],
)
def test_ordinary_equipment_weakens(text: str, plan: Draft, pack: Pack) -> None:
    finding = find_only(add_costs(plan, "exc", text), pack)
    assert (finding.code, finding.grade) == ("ordinary-equipment", Grade.WEAKENS)
    assert finding.key == Key("exc.description", "x0")


@pytest.mark.parametrize(
    "text",
    [
        "Subcontracting of an app for tablets",
        "Hire of laptops for the hackathon",
        "Ontwikkeling van software voor tablets",
        "Financial guarantee",
        "Chairperson of the jury",
        "Film screening",
        "Drukwerk door een bureau",
        "Computer programming by an outside firm",
        "Tolken",
    ],
)
def test_other_exceptional_costs_are_allowed(text: str, plan: Draft, pack: Pack) -> None:
    assert find_codes(add_costs(plan, "exc", text), pack) == []


def abroad(plan: Draft, kind: str) -> Draft:
    """Return the plan with a traveller from Switzerland, a Partner Country."""
    draft = put_answers(plan, "org2", org__country="CH", org__city="Bern")
    return put_answer(draft, "ltt.type", kind, "c1")


@pytest.mark.parametrize(
    ("subject", "kind", "found"),
    [
        ("vet", "sp-staff", ""),
        ("vet", "sp-blended", "learners-not-funded"),
        ("vet", "lp-teach", "staff-not-funded"),
        ("youth", "lp-youthw", "staff-not-funded"),
        ("higher", "sp-isp", "learners-not-funded"),
        ("school", "lp-teach", "staff-funding-unsure"),
        ("school", "sp-pupils", "learners-not-funded"),
    ],
)
def test_who_of_a_partner_country_is_not_funded_is_told_at_the_persons(
    subject: str, kind: str, found: str, plan: Draft, pack: Pack
) -> None:
    draft = put_answer(abroad(plan, kind), "ctx.field", subject)
    told = [one for one in run_checked(draft, pack) if "fund" in one.code]
    assert [one.code for one in told] == ([found] if found else [])
    assert {one.key for one in told} <= {Key("grp.persons", "c1g1")}
    assert {one.grade for one in told} <= {Grade.WEAKENS}
    at_home = put_answer(put_answer(plan, "ltt.type", kind, "c1"), "ctx.field", subject)
    assert not [code for code in find_codes(at_home, pack) if "fund" in code]


def test_a_call_whose_rule_lacks_a_part_is_checked_without_it(plan: Draft, pack: Pack) -> None:
    rules = tuple(replace(rule, binds={}) for rule in pack.plan_rules)
    assert find_codes(add_visitors(plan), replace(pack, plan_rules=rules)) == []
