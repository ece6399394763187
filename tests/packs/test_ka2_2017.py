"""The call of 2017 as data, compared with the fact sheet."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from erasmus_desk.call.funding import Confidence, RateTable
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Action, CallState, Pack
from erasmus_desk.call.texts import Texts, TextStatus
from erasmus_desk.draft import visibility
from erasmus_desk.draft.create import create_draft
from erasmus_desk.draft.model import Draft, Value
from erasmus_desk.errors import ChoiceError
from tests.core.complete import put_answer

CALLS = Path(__file__).parents[2] / "resources" / "calls"
LANGUAGES = ("en", "nl")
HORIZONTAL = {
    "HP-SKILLS": "Het verwerven van relevante en hoogwaardige vaardigheden en competenties",
    "HP-INCLUSION": "Sociale integratie",
    "HP-DIGITAL": "Open en innovatieve praktijken in een digitaal tijdperk",
    "HP-EDUCATORS": "Lesgevers",
    "HP-RECOGNITION": "Transparantie en erkenning van vaardigheden en kwalificaties",
    "HP-INVESTMENT": "Duurzame investeringen, prestaties en efficiëntie",
}
PROGRAMME = """
    BE BG CZ DK DE EE IE GR ES FR HR IT CY LV LT LU HU MT NL AT PL PT RO SI SK FI SE GB
    MK IS LI NO TR
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return Library((CALLS,))


@pytest.fixture(scope="module")
def pack(library: Library) -> Pack:
    return library.load_pack("ka2-2017")


@pytest.fixture(params=LANGUAGES)
def texts(library: Library, request: pytest.FixtureRequest) -> Texts:
    return library.load_texts("ka2-2017", str(request.param))


def draft(pack: Pack, **choices: Value) -> Draft:
    return create_draft(pack, choices, datetime(2017, 1, 10, tzinfo=UTC))


def action(pack: Pack, name: str) -> Action:
    return next(one for one in pack.actions if one.id == name)


def table(pack: Pack, name: str) -> RateTable:
    return next(one for one in pack.funding.tables if one.id == name)


def amounts(pack: Pack, name: str) -> dict[tuple[str, ...], Decimal]:
    return {row.at: row.amount for row in table(pack, name).rows}


def test_the_call_is_that_of_2017_and_closed(pack: Pack, texts: Texts) -> None:
    assert (pack.edition, pack.state) == ("2017", CallState.CLOSED)
    assert "EAC/A03/2016" in texts.get("fact.reference.value")
    assert "C 386" in texts.get("fact.journal.value")
    assert "1288/2013" in texts.get("fact.legal-basis.value")
    confirmed = {"reference", "journal", "legal-basis", "call-budget", "rule-book", "apply-to"}
    assert confirmed <= {one.id for one in pack.facts if one.evidence.is_confirmed}


@pytest.mark.parametrize(
    ("name", "day", "first", "last"),
    [
        ("2017-03-29", date(2017, 3, 29), date(2017, 9, 1), date(2017, 12, 31)),
        ("ka205-r1", date(2017, 2, 2), date(2017, 6, 1), date(2017, 9, 30)),
        ("ka205-r2", date(2017, 4, 26), date(2017, 9, 1), date(2018, 1, 31)),
        ("ka205-r3", date(2017, 10, 4), date(2018, 2, 1), date(2018, 5, 31)),
    ],
)
def test_deadlines_are_at_noon_in_brussels(
    pack: Pack, name: str, day: date, first: date, last: date
) -> None:
    deadline = next(one for one in pack.deadlines if one.id == name)
    assert (deadline.at.date(), deadline.at.hour, deadline.at.minute) == (day, 12, 0)
    assert deadline.zone == "Europe/Brussels"
    assert deadline.starts is not None
    assert (deadline.starts.first, deadline.starts.last) == (first, last)
    assert deadline.evidence.is_confirmed
    assert not deadline.starts.evidence.is_confirmed


@pytest.mark.parametrize(
    ("choices", "schools_only", "expected"),
    [
        ({"field": "school", "kind": "innovation"}, None, "KA201"),
        ({"field": "school", "kind": "good-practice"}, None, "KA201"),
        ({"field": "school", "kind": "good-practice"}, True, "KA219"),
        ({"field": "school", "kind": "innovation"}, True, "KA201"),
        ({"field": "vet", "kind": "good-practice"}, True, "KA202"),
        ({"field": "higher", "kind": "innovation"}, None, "KA203"),
        ({"field": "adult", "kind": "good-practice"}, None, "KA204"),
        ({"field": "youth", "kind": "good-practice"}, None, "KA205"),
        ({"kind": "innovation"}, None, None),
    ],
)
def test_the_choices_lead_to_one_action(
    pack: Pack, choices: dict[str, Value], schools_only: bool | None, expected: str | None
) -> None:
    chosen = put_answer(draft(pack, **choices), "ctx.schools_only", schools_only)
    found = visibility.find_action(chosen, pack)
    assert (found.id if found else None) == expected


def test_good_practice_is_barred_in_higher_education_alone(pack: Pack) -> None:
    assert [(pair.kind, pair.field) for pair in pack.excluded_pairs] == [
        ("good-practice", "higher")
    ]
    assert pack.excluded_pairs[0].evidence.is_confirmed
    with pytest.raises(ChoiceError):
        draft(pack, kind="good-practice", field="higher")


@pytest.mark.parametrize(
    ("name", "organisations", "months"),
    [
        ("KA201", 3, (12, 36)),
        ("KA202", 3, (12, 36)),
        ("KA203", 3, (24, 36)),
        ("KA204", 3, (12, 36)),
        ("KA205", 2, (6, 36)),
        ("KA219", 2, (12, 36)),
    ],
)
def test_each_action_has_its_least_partnership_and_its_duration(
    pack: Pack, name: str, organisations: int, months: tuple[int, int]
) -> None:
    one = action(pack, name)
    assert (one.organisations.value, one.countries.value) == (organisations, organisations)
    assert (one.months.least, one.months.most) == months
    assert not one.organisations.evidence.is_confirmed


def test_what_is_disputed_about_schools_only_is_marked_so(pack: Pack) -> None:
    schools = action(pack, "KA219")
    assert schools.months.evidence.confidence is Confidence.C
    assert not schools.partner_countries
    assert "EPLUS-EDU-GEN-PRE" in schools.only_types
    assert "EPLUS-NGO" not in schools.only_types
    assert all(one.partner_countries for one in pack.actions if one is not schools)


def test_projects_end_by_august_2020_but_for_youth(pack: Pack) -> None:
    ends = {one.id: one.ends_by.day for one in pack.actions if one.ends_by}
    assert set(ends.values()) == {date(2020, 8, 31)}
    assert set(ends) == {"KA201", "KA202", "KA203", "KA204", "KA219"}


def test_there_are_33_programme_countries_under_their_iso_codes(pack: Pack) -> None:
    assert pack.countries is not None
    assert sorted(pack.countries.programme) == sorted(PROGRAMME.split())
    assert len(pack.countries.programme) == 33
    assert not {"CH", "RS", "EL", "UK"} & set(pack.countries.programme)
    assert "RS" in pack.countries.regions["R1"]
    assert [len(one) for one in pack.countries.regions.values()] == [5, 6, 10, 1]


def test_the_criteria_give_100_points_and_60_are_needed(pack: Pack) -> None:
    points = {one.id: (one.points.value, one.threshold.value) for one in pack.criteria}
    assert points == {
        "AC-REL": (30, 15),
        "AC-DES": (20, 10),
        "AC-TEAM": (20, 10),
        "AC-IMP": (30, 15),
    }
    assert pack.pass_mark is not None
    assert pack.pass_mark.value == 60
    assert pack.pass_mark.evidence.confidence is Confidence.C


def test_one_horizontal_or_one_field_priority_is_needed(pack: Pack) -> None:
    assert pack.priorities is not None
    assert set(pack.priorities.one_of) == {"horizontal", "field"}
    assert pack.priorities.evidence.is_confirmed
    assert pack.priorities.at_most is not None
    assert pack.priorities.at_most.value == 3


def test_the_six_horizontal_priorities_bear_their_official_dutch_names(library: Library) -> None:
    dutch = library.load_texts("ka2-2017", "nl")
    for name, official in HORIZONTAL.items():
        text = dutch.find(f"option.priorities.{name}")
        assert text is not None
        assert (text.paragraphs, text.status) == ((official,), TextStatus.OFFICIAL)


def test_every_priority_is_explained_at_length(pack: Pack, texts: Texts) -> None:
    options = pack.form.option_sets["priorities"].options
    by_field = {"SE": 4, "VET": 5, "HE": 5, "AE": 4, "YO": 3, "HP": 6}
    prefixes = [option.id.rpartition("-")[0] for option in options]
    assert {name: prefixes.count(name) for name in by_field} == by_field
    for option in options:
        meaning = texts.paragraphs(f"option.priorities.{option.id}.meaning")
        ours = texts.paragraphs(f"option.priorities.{option.id}.explain")
        assert 1 <= len(meaning) <= 3
        assert 1 <= len(ours) <= 3
        assert sum(len(one.split()) for one in (*meaning, *ours)) > 60


def test_help_me_choose_asks_seven_questions_that_speak_for_both_kinds(pack: Pack) -> None:
    assert len(pack.advice) == 7
    assert all(2 <= len(question.answers) <= 3 for question in pack.advice)
    best = {
        kind.id: sum(
            max(answer.points[kind.id] for answer in question.answers) for question in pack.advice
        )
        for kind in pack.kinds
    }
    assert best == {"innovation": 14, "good-practice": 14}


def test_outputs_and_events_are_for_innovation_only(pack: Pack) -> None:
    only = {head.id: head.kinds for head in pack.funding.categories if head.kinds}
    assert only == {"io": ("innovation",), "me": ("innovation",)}
    assert {head.id: head.needs for head in pack.funding.categories if head.needs} == {"me": "io"}
    assert len(pack.funding.categories) == 9


@pytest.mark.parametrize(
    ("name", "at", "amount", "confidence"),
    [
        ("pmi", ("coordinator",), "500", "B"),
        ("pmi", ("partner",), "250", "B"),
        ("tpm", ("0-99",), "0", "B"),
        ("tpm", ("100-1999",), "575", "B"),
        ("tpm", ("2000-",), "760", "C"),
        ("io", ("programme-1", "manager"), "294", "C"),
        ("io", ("programme-2", "teacher"), "214", "C"),
        ("io", ("programme-3", "technician"), "102", "C"),
        ("io", ("programme-4", "administrative"), "39", "C"),
        ("io", ("partner-2", "teacher"), "214", "C"),
        ("me", ("local",), "100", "B"),
        ("me", ("foreign",), "200", "B"),
        ("ltt-travel", ("0-99",), "0", "B"),
        ("ltt-travel", ("100-1999",), "275", "B"),
        ("ltt-travel", ("2000-",), "360", "C"),
        ("ltt-domestic", ("over-225",), "180", "C"),
        ("ltt-short", ("staff", "1-14"), "100", "C"),
        ("ltt-short", ("staff", "15-60"), "70", "C"),
        ("ltt-short", ("learner", "1-14"), "55", "B"),
        ("ltt-short", ("learner", "15-60"), "40", "C"),
        ("ltt-long-staff", ("BE", "1-14"), "105", "C"),
        ("ltt-long-staff", ("GB", "61-"), "60", "C"),
        ("ltt-long-pupils", ("GR",), "100", "C"),
        ("ltt-linguistic", (), "150", "C"),
    ],
)
def test_an_amount_is_that_of_the_fact_sheet(
    pack: Pack, name: str, at: tuple[str, ...], amount: str, confidence: str
) -> None:
    row = next(one for one in table(pack, name).rows if one.at == at)
    assert row.amount == Decimal(amount)
    assert row.evidence.confidence.value == confidence


@pytest.mark.parametrize(
    ("name", "head", "per", "amount", "enforced"),
    [
        ("grant", "", "month", "12500", True),
        ("pmi", "pmi", "month", "2750", True),
        ("tpm", "tpm", "year", "23000", False),
        ("me", "me", "project", "30000", True),
        ("exceptional", "exceptional", "project", "50000", True),
        ("exceptional-share", "exceptional", "cost", "0.75", True),
        ("special-needs-share", "special-needs", "cost", "1", True),
    ],
)
def test_a_ceiling_is_that_of_the_fact_sheet(
    pack: Pack, name: str, head: str, per: str, amount: str, enforced: bool
) -> None:
    ceiling = next(one for one in pack.funding.ceilings if one.id == name)
    assert (ceiling.category, ceiling.per, ceiling.enforced) == (head, per, enforced)
    assert ceiling.amount == Decimal(amount)


def test_every_programme_country_is_in_one_group_of_day_rates(pack: Pack) -> None:
    groups = pack.funding.country_groups
    assert pack.countries is not None
    members = [code for name, codes in groups.items() if "programme" in name for code in codes]
    assert sorted(members) == sorted(pack.countries.programme)
    assert [len(groups[f"programme-{number}"]) for number in (1, 2, 3, 4)] == [8, 7, 7, 11]
    assert groups["partner-4"] == ("*",)
    assert "CH" in groups["partner-1"]
    assert len(amounts(pack, "io")) == 32


def test_long_stays_have_a_rate_in_every_programme_country(pack: Pack) -> None:
    assert pack.countries is not None
    staff, pupils = amounts(pack, "ltt-long-staff"), amounts(pack, "ltt-long-pupils")
    assert {at[0] for at in staff} == {at[0] for at in pupils} == set(pack.countries.programme)
    for country in pack.countries.programme:
        first = staff[country, "1-14"]
        # The sheet gives 70 % and 50 % of the first, rounded to whole euros.
        assert abs(staff[country, "15-60"] - first * Decimal("0.7")) <= Decimal("0.5")
        assert abs(staff[country, "61-"] - first * Decimal("0.5")) <= Decimal("0.5")


def test_what_the_project_only_believes_is_never_sold_as_confirmed(pack: Pack) -> None:
    alone = ("own",)
    believed = [
        *(one.evidence for one in (*pack.facts, *pack.paths, *pack.actions, *pack.deadlines)),
        *(
            one.evidence
            for one in (*pack.funding.categories, *pack.funding.tables, *pack.funding.ceilings)
        ),
        *(row.evidence for one in pack.funding.tables for row in one.rows),
        *(one.evidence for one in pack.form.questions.values()),
    ]
    assert {one.confidence for one in believed if one.sources == alone} == {Confidence.C}
