"""The call of 2026 for Cooperation Partnerships as data: its fields, and its work packages."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from erasmus_desk.budget.grant import compute_grant
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import CallState, Pack
from erasmus_desk.checks.finding import Grade
from erasmus_desk.checks.runner import run_checks
from erasmus_desk.draft.display_names import format_item_number
from erasmus_desk.draft.model import Draft, Key, PackRef, Value
from erasmus_desk.draft.visibility import available_options
from erasmus_desk.i18n import messages

CALLS = Path(__file__).parents[2] / "resources" / "calls"
SENTENCES = CALLS.parent / "sentences"
NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
PLAN: Mapping[str, Value] = {
    "prj.lump_sum": "120000",
    "organisations": ("o1", "o2"),
    "org.name@o1": "De Bron",
    "org.name@o2": "Scuola Nuova",
    "org.country@o1": "BE",
    "org.country@o2": "MD",
    "wp1.amount": 24000,
    "wp1_shares": ("m1", "m2"),
    "wp1s.organisation@m1": "o1",
    "wp1s.amount@m1": 20000,
    "wp1s.organisation@m2": "o2",
    "wp1s.amount@m2": 4000,
    "work_packages": ("w1", "w2"),
    "wp.title@w1": "A handbook",
    "wp.amount@w1": 56000,
    "wp_shares@w1": ("s1", "s2"),
    "wps.organisation@s1": "o1",
    "wps.amount@s1": 30000,
    "wps.organisation@s2": "o2",
    "wps.amount@s2": 26000,
    "wp.title@w2": "Trying it out",
    "wp.amount@w2": 40000,
    "wp_shares@w2": ("s3",),
    "wps.organisation@s3": "o2",
    "wps.amount@s3": 40000,
}
"""A plan of 120,000 euro in which every sum is right."""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return Library((CALLS,)).load_pack("ka220-2026")


def build(changes: Mapping[str, Value]) -> Draft:
    draft = Draft("w", PackRef("ka220-2026", "2026", 1), NOW, NOW)
    return draft.apply(*(draft.change(Key.parse(name), one) for name, one in changes.items()))


def find_codes(draft: Draft, pack: Pack, codes: set[str]) -> list[tuple[str, Grade]]:
    return [(one.code, one.grade) for one in run_checks(draft, pack) if one.code in codes]


def test_the_call_is_closed_and_needs_three_organisations_from_three_countries(pack: Pack) -> None:
    assert pack.state is CallState.CLOSED
    assert len(pack.actions) == len(pack.fields) == 5
    assert {one.organisations.value for one in pack.actions} == {3}
    assert {one.countries.value for one in pack.actions} == {3}
    assert {(one.months.least, one.months.most) for one in pack.actions} == {(12, 36)}
    criteria = [(one.points.value, one.threshold.value) for one in pack.criteria]
    assert criteria == [(25, 13), (30, 15), (20, 10), (25, 13)]
    assert (pack.pass_mark and pack.pass_mark.value, pack.all_points) == (70, 100)


@pytest.mark.parametrize(
    ("field", "number"), [("school", 6), ("vet", 5), ("adult", 4), ("youth", 3), ("higher", 4)]
)
def test_each_field_offers_its_priorities_and_the_four_of_all_fields(
    field: str, number: int, pack: Pack
) -> None:
    question = pack.form.questions["pri.main"]
    offered = available_options(question, build({"ctx.field": field}), pack)
    assert len(offered) == 4 + number


def test_work_packages_are_numbered_after_that_of_project_management(pack: Pack) -> None:
    draft = build(PLAN)
    numbers = [format_item_number(draft, pack, "work_packages", one) for one in ("w1", "w2")]
    assert numbers == ["WP2", "WP3"]


def test_the_shares_of_a_plan_are_its_grant_by_organisation(pack: Pack) -> None:
    draft = build(PLAN)
    grant = compute_grant(draft, pack)
    assert (grant.total, grant.ceiling) == (120000, 120000)
    assert grant.by_organisation == {"o1": 50000, "o2": 70000}
    assert find_codes(draft, pack, {"sum-open", "sum-over", "share-over"}) == []


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"wp1.amount": 24001, "wp1s.amount@m1": 20001}, ["share-over", "sum-over"]),
        ({"wp.amount@w2": 39000, "wps.amount@s3": 39000}, ["sum-open"]),
        ({"wps.amount@s2": 26001}, ["sum-over"]),
    ],
)
def test_amounts_that_do_not_add_up_must_be_fixed(
    changes: Mapping[str, Value], codes: list[str], pack: Pack
) -> None:
    draft = build({**PLAN, **changes})
    found = find_codes(draft, pack, {"sum-open", "sum-over", "share-over"})
    assert sorted(found) == [(code, Grade.BLOCKS) for code in codes]


def test_shares_that_do_not_add_up_name_their_work_package(pack: Pack) -> None:
    changes = {**PLAN, "wps.amount@s2": 25500, "wps.amount@s3": 39500}
    texts = Library((CALLS,)).load_texts("ka220-2026", "en")
    found = [one for one in run_checks(build(changes), pack) if one.code == "sum-open"]
    spoken = messages.load_messages(SENTENCES, "en")
    said = [spoken.format_finding(one.code, one.facts, texts).what for one in found]
    assert [("A handbook" in one, "Trying it out" in one) for one in said] == [
        (True, False),
        (False, True),
    ]


def test_a_partner_from_outside_the_programme_weakens_and_an_applicant_is_not_eligible(
    pack: Pack,
) -> None:
    codes = {"partner-country", "applicant-country"}
    changes = {**PLAN, "ctx.field": "school"}
    assert find_codes(build(changes), pack, codes) == [("partner-country", Grade.WEAKENS)]
    changes |= {"org.country@o1": "UA", "org.country@o2": "BE"}
    assert find_codes(build(changes), pack, codes) == [("applicant-country", Grade.BLOCKS)]
