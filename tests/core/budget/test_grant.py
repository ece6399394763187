"""The grant of a draft: lines with reasons, sums, missing amounts, and no failures."""

import ast
import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from erasmus_desk.budget.calculation import explain
from erasmus_desk.budget.city_lists import Cities
from erasmus_desk.budget.grant import RULE_TYPES, Grant, compute_grant
from erasmus_desk.call.funding import Pivot
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft import file_format
from erasmus_desk.draft.list_changes import move_item, remove_item
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.i18n import messages
from erasmus_desk.i18n.figures import separate_figures
from tests.core.budget.planned import build_draft, organisation
from tests.core.budget.second_calculation import Plan, Stay, Trip
from tests.core.complete import put_answer, start_draft
from tests.core.draft.drafts import values
from tests.shares import drawn_share

ROOT = Path(__file__).resolve().parents[3]
LUMP_SUM = ROOT / "resources" / "examples" / "the-empty-chair.erasmus"
MESSAGES = {
    name: messages.load_messages(ROOT / "resources" / "sentences", name)
    for name in messages.list_languages(ROOT / "resources" / "sentences")
}
PLAN = Plan(
    24,
    ("Lommel", "Porto"),
    outputs=(((1, "teacher", 10),),),
    events=((0, 3, 1),),
    meetings=(("Lommel", (Trip(1, 2),)),),
    stays=(
        Stay("sp-staff", "Porto", 5, 0, (Trip(0, 2, topup=1),)),
        Stay("sp-pupils", "Porto", 18, 0, (Trip(0, 10, 2, 2),)),
        Stay("lp-pupil", "Porto", 1, 3, (Trip(0, 1, km=1500, linguistic=1),)),
    ),
    special=((0, 12_345),),
    exceptional=((1, 10_001),),
)


@pytest.fixture(scope="module")
def draft() -> Draft:
    return build_draft(PLAN)


def list_reasons(found: Grant, rule: str, texts: Texts, language: str = "en") -> list[str]:
    return [
        separate_figures(explain(line.reasons, MESSAGES[language], texts))
        for line in found.lines
        if line.rule == rule
    ]


def test_each_line_has_its_reasons_in_words_and_numbers(
    draft: Draft, pack: Pack, texts: Texts
) -> None:
    found = compute_grant(draft, pack)
    assert list_reasons(found, "management", texts) == [
        "24 months × EUR 500, as coordinator",
        "24 months × EUR 250, as partner",
    ]
    assert list_reasons(found, "tpm", texts) == [
        "2 people × EUR 575; Porto → Lommel 1,546.01 km, distance band 100–1,999 km"
    ]
    assert list_reasons(found, "me", texts) == [
        "3 local participants × EUR 100; 1 participant from abroad × EUR 200"
    ]
    (work,) = list_reasons(found, "io", texts)
    assert work.startswith("10 days × EUR 137, ")
    assert "Portugal (" in work
    assert list_reasons(found, "ltt-domestic", texts) == [
        "1 person × EUR 180 for expensive travel inside a country"
    ]
    assert list_reasons(found, "ltt-individual", texts) == [
        "2 members of staff × 5 days × EUR 100, day 1–14",
        (
            "10 learners × 14 days × EUR 55, day 1–14; 10 learners × 6 days × EUR 40, "
            "day 15–60; including 2 days of travel"
        ),
        (
            "2 accompanying persons × 14 days × EUR 100, day 1–14; 2 accompanying persons "
            "× 6 days × EUR 70, day 15–60; including 2 days of travel"
        ),
        "1 learner × 3 months × EUR 100; receiving country: Portugal",
    ]
    assert list_reasons(found, "ltt-travel", texts)[-1] == (
        "1 person × EUR 275; 1,500 km typed by hand, distance band 100–1,999 km"
    )
    assert list_reasons(found, "special-needs", texts) == ["100% of EUR 123.45"]
    assert list_reasons(found, "exceptional", texts) == ["75% of EUR 100.01"]


def test_reasons_are_in_dutch_too(draft: Draft, pack: Pack, library: Library) -> None:
    texts = library.load_texts("ka2-2017", "nl")
    assert list_reasons(compute_grant(draft, pack), "tpm", texts, "nl") == [
        "2 personen × 575 euro; Porto → Lommel 1.546,01 km, afstandsklasse 100–1.999 km"
    ]


def test_each_line_has_a_source_and_the_weakest_confidence(draft: Draft, pack: Pack) -> None:
    lines = {line.rule: line for line in compute_grant(draft, pack).lines}
    assert lines["management"].evidence.confidence == "B"
    assert lines["io"].evidence.confidence == "C"
    both = [line for line in compute_grant(draft, pack).lines if len(line.reasons) > 2]
    assert both[0].evidence.confidence == "C"
    assert {"own", "signteach"} <= set(both[0].evidence.sources)


def test_a_line_names_its_organisation_its_activity_and_its_year(draft: Draft, pack: Pack) -> None:
    (line,) = [line for line in compute_grant(draft, pack).lines if line.rule == "io"]
    assert (line.organisation, line.activity) == (organisation(1), Key("outputs", "io0"))
    assert line.key == Key("day.days", "io0d0")
    assert line.year == 2017


def test_management_is_split_over_the_years_by_month(draft: Draft, pack: Pack) -> None:
    line = compute_grant(draft, pack).lines[0]
    assert line.years == ((2017, 2000), (2018, 6000), (2019, 4000))
    assert line.year is None
    undated = compute_grant(put_answer(draft, "prj.start", None), pack).lines[0]
    assert undated.years == ((None, 12_000),)


def test_sums_by_activity_are_those_of_its_lines(draft: Draft, pack: Pack) -> None:
    found = compute_grant(draft, pack)
    assert found.by_activity[Key("meetings", "tpm0")] == 1150
    assert sum(found.by_activity.values(), Decimal(0)) == sum(
        (line.amount for line in found.lines if line.activity), Decimal(0)
    )


def test_moving_the_first_organisation_changes_who_coordinates(draft: Draft, pack: Pack) -> None:
    before = compute_grant(draft, pack)
    moved = draft.apply(*move_item(draft, "organisations", organisation(1), 0).changes)
    after = compute_grant(moved, pack)
    assert after.total == before.total
    assert after.by_organisation[organisation(1)] == before.by_organisation[organisation(1)] + 6000


def test_a_removed_organisation_leaves_missing_amounts_until_undo(draft: Draft, pack: Pack) -> None:
    step = remove_item(draft, "organisations", organisation(1), form=pack.form)
    gone = compute_grant(draft.apply(*step.changes), pack)
    assert {one.code for one in gone.missing} == {"organisation-missing"}
    assert {one.key.question for one in gone.missing} == {
        "day.organisation",
        "trv.organisation",
        "exc.organisation",
    }
    back = draft.apply(*step.changes).apply(*step.invert().changes)
    assert compute_grant(back, pack) == compute_grant(draft, pack)


def test_costs_of_hidden_answers_are_not_counted(draft: Draft, pack: Pack) -> None:
    closed = compute_grant(put_answer(draft, "ltt.yesno", value=False), pack)
    assert closed.by_category["ltt-travel"] == closed.by_category["ltt-individual"] == 0
    assert closed.missing == ()


@pytest.mark.parametrize(
    ("question", "item", "code"),
    [
        ("org.city", organisation(1), "city-missing"),
        ("org.country", organisation(1), "country-missing"),
        ("tpm.city", "tpm0", "city-missing"),
        ("ltt.country", "ltt2", "country-missing"),
        ("ltt.type", "ltt0", "type-missing"),
        ("ltt.months", "ltt2", "number-missing"),
        ("day.category", "io0d0", "type-missing"),
        ("grp.persons", "ltt0g0", "number-missing"),
        ("prj.duration", "", "number-missing"),
    ],
)
def test_a_missing_answer_is_a_missing_amount_and_never_zero(
    question: str, item: str, code: str, draft: Draft, pack: Pack
) -> None:
    found = compute_grant(put_answer(draft, question, None, item), pack)
    assert (code, Key(question, item)) in [(one.code, one.key) for one in found.missing]
    assert found.total < compute_grant(draft, pack).total


def test_a_missing_amount_of_one_part_of_a_group_does_not_hide_the_other(pack: Pack) -> None:
    """Days after the sixtieth have no rate; who goes with the learners is told as well."""
    stay = Stay("sp-pupils", "Porto", 70, 0, (Trip(0, 1, 1),))
    found = compute_grant(build_draft(Plan(12, ("Lommel",), stays=(stay,))), pack)
    lines = [line for line in found.lines if line.rule == "ltt-individual"]
    assert [line.key.question for line in lines] == ["grp.persons", "grp.accompanying"]
    assert [one.code for one in found.missing] == ["days-without-rate"]


def test_without_lists_of_cities_every_journey_is_a_missing_amount(
    draft: Draft, pack: Pack, tmp_path: Path
) -> None:
    found = compute_grant(draft, pack, Cities(tmp_path))
    assert {one.code for one in found.missing} == {"city-unknown"}
    assert found.by_category["tpm"] == 0


def test_a_category_excluded_by_the_project_type_is_not_counted(draft: Draft, pack: Pack) -> None:
    categories = tuple(
        replace(one, kinds=("good-practice",)) if one.id == "tpm" else one
        for one in pack.funding.categories
    )
    other = replace(pack, funding=replace(pack.funding, categories=categories))
    found = compute_grant(draft, other)
    assert [one.code for one in found.missing] == ["head-not-allowed"]
    assert "tpm" not in found.by_category


def test_a_rule_of_an_unknown_type_is_a_missing_amount(draft: Draft, pack: Pack) -> None:
    rules = tuple(replace(rule, type="magic") for rule in pack.funding.rules[:1])
    found = compute_grant(draft, replace(pack, funding=replace(pack.funding, rules=rules)))
    assert [one.code for one in found.missing] == ["rule-unknown"]
    assert found.total == 0


def test_a_rate_with_more_than_cents_gives_lines_in_cents(pack: Pack) -> None:
    tables = tuple(
        replace(table, rows=tuple(replace(row, amount=Decimal("33.335")) for row in table.rows))
        for table in pack.funding.tables
    )
    priced = replace(pack, funding=replace(pack.funding, tables=tables))
    found = compute_grant(build_draft(PLAN), priced)
    assert all(_is_in_cents(line.amount) for line in found.lines)
    assert found.total == sum((line.amount for line in found.lines), Decimal(0))
    for line in found.lines:
        assert sum((part for _, part in line.years), Decimal(0)) == line.amount
        assert all(_is_in_cents(part) for _, part in line.years)


def _is_in_cents(amount: Decimal) -> bool:
    return amount == amount.quantize(Decimal("0.01"))


def test_amounts_of_a_file_with_more_than_cents_add_up_in_cents(library: Library) -> None:
    draft = file_format.decode(LUMP_SUM.read_bytes()).draft
    shares = [key for key in draft.answers if key.question == "wp1s.amount"][:3]
    for key in shares:
        draft = put_answer(draft, key.question, Decimal("0.335"), key.item)
    found = compute_grant(draft, library.load_pack(draft.pack.id))
    assert [line.amount for line in found.lines if line.key in shares] == [Decimal("0.34")] * 3
    assert all(_is_in_cents(line.amount) for line in found.lines)
    assert found.total == sum(found.by_organisation.values(), Decimal(0))
    assert _is_in_cents(found.total)


def test_a_lump_sum_goes_with_a_choice(library: Library) -> None:
    pack = library.load_pack("lump-sums")
    draft = start_draft(pack, title="One sum")
    (rule,) = pack.funding.rules
    assert [one.code for one in compute_grant(draft, pack).missing] == ["type-missing"]
    found = compute_grant(put_answer(draft, rule.binds["choice"], "large"), pack)
    assert (found.total, found.ceiling) == (120_000, None)
    assert found.by_organisation[""] == 120_000


def test_a_call_without_money_has_an_empty_grant(library: Library) -> None:
    pack = library.load_pack("no-kinds")
    found = compute_grant(start_draft(pack, title="None"), pack)
    assert (found.total, found.lines, found.remaining) == (0, (), None)


QUESTIONS = (
    *("prj.start", "prj.duration", "organisations", "org.city", "org.country", "outputs"),
    *("output_days", "day.organisation", "day.category", "day.days", "me.leader", "me.local"),
    *("tpm.city", "tpm.start", "trv.organisation", "trv.persons", "trv.km", "activity_groups"),
    *("ltt.type", "ltt.days", "ltt.months", "ltt.country", "grp.persons", "grp.accompanying"),
    *("grp.travel_days", "grp.km", "grp.topup", "grp.linguistic", "spc.amount", "exc.cost"),
)


@given(changes=st.dictionaries(st.sampled_from(QUESTIONS), values, max_size=4), where=st.data())
@settings(max_examples=drawn_share(200), deadline=None)
def test_the_grant_never_fails_whatever_the_answers(
    pack: Pack, texts: Texts, changes: Mapping[str, Value], where: st.DataObject
) -> None:
    draft = build_draft(PLAN)
    for question, value in changes.items():
        items = sorted({key.item for key in draft.answers if key.question == question})
        item = where.draw(st.sampled_from(items or [""]))
        draft = put_answer(draft, question, value, item)
    found = compute_grant(draft, pack)
    for one in (*found.lines, *found.missing):
        for spoken in MESSAGES.values():
            assert explain(one.reasons, spoken, texts)
    assert sum(found.by_category.values(), Decimal(0)) == found.total


def test_every_reason_has_a_text_and_every_text_a_reason() -> None:
    """Codes stand in the source as text: of reasons, of gaps, of what is counted."""
    written: set[str] = set()
    for path in sorted((ROOT / "erasmus_desk").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                written.add(node.value)
    known = set(MESSAGES["en"].reasons)
    prefix = re.compile(r"^(gap|count|brief)\.")
    left = {one for one in known if prefix.sub("", one) not in written}
    assert left == {"count.local-guest", "count.foreign-guest"}


def test_the_rules_of_the_call_are_of_types_that_are_known(pack: Pack) -> None:
    assert {rule.type for rule in pack.funding.rules} <= set(RULE_TYPES)
    for rule in pack.funding.rules:
        assert set(RULE_TYPES[rule.type].required) <= set(rule.binds)


def test_the_call_names_what_its_grant_is_added_up_by(library: Library) -> None:
    funding = {name: library.load_pack(name).funding for name in library.list_packs()}
    every, without_years = tuple(Pivot), (Pivot.ORGANISATION, Pivot.ACTIVITY)
    assert funding["ka2-2017"].shown_pivots == every
    assert funding["ka210-2026"].shown_pivots == without_years
    assert funding["ka220-2026"].shown_pivots == without_years
    unnamed = replace(funding["ka220-2026"], pivots=())
    assert unnamed.shown_pivots == without_years
    assert replace(unnamed, balances=()).shown_pivots == every
