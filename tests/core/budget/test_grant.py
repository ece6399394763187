"""What the grant says of a draft: lines with reasons, sums, gaps, and nothing that fails."""

import ast
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from erasmus_desk.budget.calculation import told
from erasmus_desk.budget.distance import Cities
from erasmus_desk.budget.grant import RULE_TYPES, Grant, grant
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft.model import Draft, Key, Value, item_moved, item_removed
from erasmus_desk.i18n import messages
from tests.core.budget.planned import draft_of, organisation
from tests.core.budget.second_calculation import Plan, Stay, Trip
from tests.core.complete import put, start
from tests.core.draft.drafts import values

ROOT = Path(__file__).resolve().parents[3]
SPOKEN = {
    name: messages.load(ROOT / "resources" / "sentences", name)
    for name in messages.languages(ROOT / "resources" / "sentences")
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
    return draft_of(PLAN)


def because(found: Grant, rule: str, texts: Texts, language: str = "en") -> list[str]:
    return [
        told(line.because, SPOKEN[language], texts) for line in found.lines if line.rule == rule
    ]


def test_each_line_says_in_words_and_numbers_where_it_comes_from(
    draft: Draft, pack: Pack, texts: Texts
) -> None:
    found = grant(draft, pack)
    assert because(found, "management", texts) == [
        "24 months × 500 EUR, as coordinator",
        "24 months × 250 EUR, as partner",
    ]
    assert because(found, "tpm", texts) == [
        "2 persons × 575 EUR; Porto → Lommel 1,546.01 km, band 100–1,999 km"
    ]
    assert because(found, "me", texts) == [
        "3 local participants × 100 EUR; 1 participant from abroad × 200 EUR"
    ]
    (work,) = because(found, "io", texts)
    assert work.startswith("10 days × 137 EUR, ")
    assert "Portugal (" in work
    assert because(found, "ltt-domestic", texts) == [
        "1 person × 180 EUR for expensive domestic travel"
    ]
    assert because(found, "ltt-individual", texts) == [
        "2 members of staff × 5 days × 100 EUR, day 1–14",
        (
            "10 learners × 14 days × 55 EUR, day 1–14; 10 learners × 6 days × 40 EUR, "
            "day 15–60; of these 2 days for travel"
        ),
        (
            "2 accompanying persons × 14 days × 100 EUR, day 1–14; 2 accompanying persons "
            "× 6 days × 70 EUR, day 15–60; of these 2 days for travel"
        ),
        "1 learner × 3 months × 100 EUR; receiving country: Portugal",
    ]
    assert because(found, "ltt-travel", texts)[-1] == (
        "1 person × 275 EUR; 1,500 km typed by hand, band 100–1,999 km"
    )
    assert because(found, "special-needs", texts) == ["100 % of 123.45 EUR"]
    assert because(found, "exceptional", texts) == ["75 % of 100.01 EUR"]


def test_the_same_is_told_in_dutch(draft: Draft, pack: Pack, library: Library) -> None:
    texts = library.texts("ka2-2017", "nl")
    assert because(grant(draft, pack), "tpm", texts, "nl") == [
        "2 personen × 575 EUR; Porto → Lommel 1.546,01 km, afstandsband 100–1.999 km"
    ]


def test_each_line_has_a_source_and_the_weakest_confidence(draft: Draft, pack: Pack) -> None:
    lines = {line.rule: line for line in grant(draft, pack).lines}
    assert lines["management"].evidence.confidence == "B"
    assert lines["io"].evidence.confidence == "C"
    both = [line for line in grant(draft, pack).lines if len(line.because) > 2]
    assert both[0].evidence.confidence == "C"
    assert {"own", "signteach"} <= set(both[0].evidence.sources)


def test_a_line_names_its_organisation_its_activity_and_its_year(draft: Draft, pack: Pack) -> None:
    (line,) = [line for line in grant(draft, pack).lines if line.rule == "io"]
    assert (line.organisation, line.activity) == (organisation(1), Key("outputs", "io0"))
    assert line.key == Key("day.days", "io0d0")
    assert line.year == 2017


def test_management_is_shared_out_over_the_years_by_the_month(draft: Draft, pack: Pack) -> None:
    line = grant(draft, pack).lines[0]
    assert line.years == ((2017, 2000), (2018, 6000), (2019, 4000))
    assert line.year is None
    undated = grant(put(draft, "prj.start", None), pack).lines[0]
    assert undated.years == ((None, 12_000),)


def test_sums_by_activity_are_those_of_its_lines(draft: Draft, pack: Pack) -> None:
    found = grant(draft, pack)
    assert found.by_activity[Key("meetings", "tpm0")] == 1150
    assert sum(found.by_activity.values(), Decimal(0)) == sum(
        (line.amount for line in found.lines if line.activity), Decimal(0)
    )


def test_moving_the_first_organisation_changes_who_coordinates(draft: Draft, pack: Pack) -> None:
    before = grant(draft, pack)
    moved = draft.apply(*item_moved(draft, "organisations", organisation(1), 0).changes)
    after = grant(moved, pack)
    assert after.total == before.total
    assert after.by_organisation[organisation(1)] == before.by_organisation[organisation(1)] + 6000


def test_an_organisation_that_goes_leaves_gaps_and_comes_back_with_undo(
    draft: Draft, pack: Pack
) -> None:
    step = item_removed(draft, "organisations", organisation(1), form=pack.form)
    gone = grant(draft.apply(*step.changes), pack)
    assert {gap.code for gap in gone.gaps} == {"organisation-missing"}
    assert {gap.key.question for gap in gone.gaps} == {
        "day.organisation",
        "trv.organisation",
        "exc.organisation",
    }
    back = draft.apply(*step.changes).apply(*step.inverse().changes)
    assert grant(back, pack) == grant(draft, pack)


def test_a_gate_that_is_closed_parks_its_costs(draft: Draft, pack: Pack) -> None:
    closed = grant(put(draft, "ltt.yesno", value=False), pack)
    assert closed.by_head["ltt-travel"] == closed.by_head["ltt-individual"] == 0
    assert closed.gaps == ()


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
def test_what_is_missing_is_a_gap_and_never_a_silent_nought(
    question: str, item: str, code: str, draft: Draft, pack: Pack
) -> None:
    found = grant(put(draft, question, None, item), pack)
    assert (code, Key(question, item)) in [(gap.code, gap.key) for gap in found.gaps]
    assert found.total < grant(draft, pack).total


def test_what_one_part_of_a_group_lacks_does_not_hide_the_other(pack: Pack) -> None:
    """Days after the sixtieth have no rate; who goes with the learners is told as well."""
    stay = Stay("sp-pupils", "Porto", 70, 0, (Trip(0, 1, 1),))
    found = grant(draft_of(Plan(12, ("Lommel",), stays=(stay,))), pack)
    lines = [line for line in found.lines if line.rule == "ltt-individual"]
    assert [line.key.question for line in lines] == ["grp.persons", "grp.accompanying"]
    assert [gap.code for gap in found.gaps] == ["days-without-rate"]


def test_without_the_lists_of_cities_every_journey_is_a_gap(
    draft: Draft, pack: Pack, tmp_path: Path
) -> None:
    found = grant(draft, pack, Cities(tmp_path))
    assert {gap.code for gap in found.gaps} == {"city-unknown"}
    assert found.by_head["tpm"] == 0


def test_a_head_that_the_kind_bars_is_not_counted_where_the_form_still_asks(
    draft: Draft, pack: Pack
) -> None:
    heads = tuple(
        replace(head, kinds=("good-practice",)) if head.id == "tpm" else head
        for head in pack.money.heads
    )
    other = replace(pack, money=replace(pack.money, heads=heads))
    found = grant(draft, other)
    assert [gap.code for gap in found.gaps] == ["head-not-allowed"]
    assert "tpm" not in found.by_head


def test_a_rule_that_nobody_knows_is_a_gap(draft: Draft, pack: Pack) -> None:
    rules = tuple(replace(rule, type="magic") for rule in pack.money.rules[:1])
    found = grant(draft, replace(pack, money=replace(pack.money, rules=rules)))
    assert [gap.code for gap in found.gaps] == ["rule-unknown"]
    assert found.total == 0


def test_a_lump_sum_goes_with_a_choice(library: Library) -> None:
    pack = library.pack("lump-sums")
    draft = start(pack, title="One sum")
    (rule,) = pack.money.rules
    assert [gap.code for gap in grant(draft, pack).gaps] == ["type-missing"]
    found = grant(put(draft, rule.binds["choice"], "large"), pack)
    assert (found.total, found.ceiling) == (120_000, None)
    assert found.by_organisation[""] == 120_000


def test_a_call_without_money_has_an_empty_grant(library: Library) -> None:
    pack = library.pack("no-kinds")
    found = grant(start(pack, title="None"), pack)
    assert (found.total, found.lines, found.left) == (0, (), None)


QUESTIONS = (
    *("prj.start", "prj.duration", "organisations", "org.city", "org.country", "outputs"),
    *("output_days", "day.organisation", "day.category", "day.days", "me.leader", "me.local"),
    *("tpm.city", "tpm.start", "trv.organisation", "trv.persons", "trv.km", "activity_groups"),
    *("ltt.type", "ltt.days", "ltt.months", "ltt.country", "grp.persons", "grp.accompanying"),
    *("grp.travel_days", "grp.km", "grp.topup", "grp.linguistic", "spc.amount", "exc.cost"),
)


@given(changes=st.dictionaries(st.sampled_from(QUESTIONS), values, max_size=4), where=st.data())
@settings(max_examples=200, deadline=None)
def test_whatever_an_answer_holds_the_grant_never_fails(
    pack: Pack, texts: Texts, changes: Mapping[str, Value], where: st.DataObject
) -> None:
    draft = draft_of(PLAN)
    for question, value in changes.items():
        items = sorted({key.item for key in draft.answers if key.question == question})
        item = where.draw(st.sampled_from(items or [""]))
        draft = put(draft, question, value, item)
    found = grant(draft, pack)
    for one in (*found.lines, *found.gaps):
        for spoken in SPOKEN.values():
            assert told(one.because, spoken, texts)
    assert sum(found.by_head.values(), Decimal(0)) == found.total


def test_every_reason_has_its_words_and_none_is_left_over() -> None:
    """Codes stand in the source as text: of reasons, of gaps, of what is counted."""
    written: set[str] = set()
    for path in sorted((ROOT / "erasmus_desk").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                written.add(node.value)
    known = set(SPOKEN["en"].reasons)
    left = {one for one in known if one.removeprefix("gap.").removeprefix("count.") not in written}
    assert left == {"count.local-guest", "count.foreign-guest"}


def test_the_rules_of_the_call_are_of_types_that_are_known(pack: Pack) -> None:
    assert {rule.type for rule in pack.money.rules} <= set(RULE_TYPES)
    for rule in pack.money.rules:
        assert set(RULE_TYPES[rule.type]) <= set(rule.binds)
