"""Proposals with money from wrong inputs, each with what is right. All are invented."""

from decimal import Decimal
from pathlib import Path

import pytest

from erasmus_desk.budget.grant import Grant, compute_grant
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.checks.runner import run_checks
from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.i18n.message_values import ItemRef, ListValue
from tests.core.complete import put_answer

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "samples" / "money"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return Library((ROOT / "resources" / "calls",)).load_pack("ka2-2017")


def read_sample(name: str) -> Draft:
    return file_format.decode((FOLDER / f"{name}.erasmus").read_bytes()).draft


def find_all(code: str, draft: Draft, pack: Pack) -> list[Finding]:
    return [finding for finding in run_checks(draft, pack) if finding.code == code]


def sum_unfunded(grant: Grant, rule: str) -> Decimal:
    return sum((line.amount for line in grant.unfunded if line.rule == rule), Decimal(0))


def test_learners_of_a_partner_country_get_nothing(pack: Pack) -> None:
    """69,978 with them; who goes with them is paid."""
    draft = read_sample("A1-partner-country-learners-paid")
    found = compute_grant(draft, pack)
    assert (found.total, found.unfunded_total) == (62_148, 7_830)
    assert sum_unfunded(found, "ltt-travel") == 2 * 2 * 275
    assert sum_unfunded(found, "ltt-domestic") == 2 * 180
    assert sum_unfunded(found, "ltt-linguistic") == 2 * 150
    assert {line.organisation for line in found.unfunded} == {"es"}
    told = find_all("learners-not-funded", draft, pack)
    assert [one.key for one in told] == [
        Key("grp.persons", "c0g1"),
        Key("grp.persons", "c3g0"),
    ]
    assert len(find_all("staff-funding-unsure", draft, pack)) == 1


def test_a_long_stay_of_staff_of_a_partner_country_is_told_and_not_paid(pack: Pack) -> None:
    draft = read_sample("B7-partner-country-staff-long-stay")
    found = compute_grant(draft, pack)
    assert (found.total, found.unfunded_total) == (176_257 - 5_999, 275 + 5_724)
    (told,) = find_all("staff-not-funded", draft, pack)
    assert (told.grade, told.key) == (Grade.WEAKENS, Key("grp.persons", "c2g1"))


@pytest.mark.parametrize(
    ("name", "code", "grade", "question"),
    [
        ("A3-days-5-dates-2", "longer-than-dates", Grade.BLOCKS, "ltt.days"),
        ("A4-same-row-twice-meeting", "row-twice", Grade.BLOCKS, "trv.organisation"),
        ("C-jump-to-wrong-field", "distance-unexplained", Grade.WEAKENS, "trv.note"),
        ("C-pupils-without-adult", "pupils-alone", Grade.WEAKENS, "grp.accompanying"),
    ],
)
def test_a_wrong_input_is_told_once_at_its_field(
    name: str, code: str, grade: Grade, question: str, pack: Pack
) -> None:
    (told,) = find_all(code, read_sample(name), pack)
    assert told.key is not None
    assert (told.grade, told.key.question) == (grade, question)


def test_a_district_of_a_large_city_is_not_a_village_of_its_name(pack: Pack) -> None:
    """A village called Kartal lies 816 km from Istanbul, in another distance band."""
    of_city = compute_grant(read_sample("A2-istanbul-for-comparison"), pack)
    of_district = compute_grant(read_sample("A2-kartal-istanbul"), pack)
    assert of_city.total == of_district.total == 18_700
    draft = read_sample("A2-kartal-istanbul")
    keys = [key for key, value in draft.answers.items() if value == "Kartal"]
    places = ("Kartal / Istanbul", "Istanbul (Kartal)", "34870 Kartal", "Kartal (Gaziantep)")
    totals: list[Decimal] = []
    for place in places:
        for key in keys:
            draft = put_answer(draft, key.question, place, key.item)
        totals.append(compute_grant(draft, pack).total)
        assert find_all("small-city", draft, pack) == []
    assert totals == [18_700, 18_700, 18_700, 20_090]


def test_a_municipality_of_two_villages_is_known(pack: Pack) -> None:
    draft = read_sample("B1-city-hamont-achel")
    assert find_all("city-unknown", draft, pack) == []
    assert compute_grant(draft, pack).missing == ()


@pytest.mark.parametrize(
    ("name", "code", "grade", "question"),
    [
        ("B2-annexes-empty-checklist-green", "not-ticked", Grade.BLOCKS, "anx.ready"),
        ("B3-ltt-yes-none-listed", "nothing-listed", Grade.BLOCKS, "ltt.yesno"),
        ("B4-outputs-no-but-event-written", "left-out", Grade.WEAKENS, "io.yesno"),
        ("B5-school-project-at-JINT", "agency-field", Grade.BLOCKS, "na.id"),
        ("B6-regional-partnership-blocked", "smaller-partnership", Grade.WEAKENS, "organisations"),
        ("C-false-alarm-schools-only-open", "required", Grade.BLOCKS, "ctx.schools_only"),
        ("C-two-findings-one-wrong", "option-barred", Grade.BLOCKS, "pri.main"),
    ],
)
def test_a_fault_of_the_call_gives_one_finding_and_no_other(
    name: str, code: str, grade: Grade, question: str, pack: Pack
) -> None:
    (told,) = run_checks(read_sample(name), pack)
    assert (told.code, told.grade, told.key) == (code, grade, Key(question))


def test_what_is_left_out_is_named(pack: Pack) -> None:
    (told,) = run_checks(read_sample("B4-outputs-no-but-event-written"), pack)
    items = told.facts["items"]
    assert isinstance(items, ListValue)
    assert [one.name for one in items.parts if isinstance(one, ItemRef)] == ["Guide", "Closing day"]
