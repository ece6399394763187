"""Checks of activities: dates, venues, references, participants and length."""

from datetime import date

import pytest

from erasmus_desk.call.model import Pack
from erasmus_desk.checks.finding import Grade
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.i18n.message_values import Count, CountryName
from tests.core.checks.finding_codes import find_codes, find_first, find_only, run_checked
from tests.core.checks.planned import build_planned_draft, put_length
from tests.core.complete import put_answer


@pytest.fixture(scope="session")
def plan(pack: Pack) -> Draft:
    return build_planned_draft(pack)


def test_in_a_sound_plan_nothing_is_found(plan: Draft, pack: Pack) -> None:
    assert run_checked(plan, pack) == ()


@pytest.mark.parametrize("question", ["io.start", "me.start", "tpm.start", "ltt.start"])
def test_an_activity_before_the_project_blocks(question: str, plan: Draft, pack: Pack) -> None:
    item = {"io": "o1", "me": "e1", "tpm": "m1", "ltt": "c1"}[question.partition(".")[0]]
    draft = put_answer(plan, question, date(2017, 8, 31), item)
    found = {"activity-outside-project"} | ({"shorter-than-dates"} if item == "c1" else set[str]())
    assert set(find_codes(draft, pack)) == found
    finding = find_first("activity-outside-project", draft, pack)
    assert finding.grade is Grade.BLOCKS
    assert finding.key == Key(question, item)
    assert finding.facts["last"] == date(2019, 8, 31)


def test_an_activity_on_the_first_and_the_last_day_is_inside(plan: Draft, pack: Pack) -> None:
    draft = put_answer(
        put_answer(plan, "io.start", date(2017, 9, 1), "o1"), "io.end", date(2019, 8, 31), "o1"
    )
    assert find_codes(draft, pack) == []
    assert find_codes(put_answer(draft, "io.end", date(2019, 9, 1), "o1"), pack) == [
        "activity-outside-project"
    ]


def test_an_end_before_the_start_blocks(plan: Draft, pack: Pack) -> None:
    finding = find_only(put_answer(plan, "ltt.end", date(2018, 3, 4), "c1"), pack)
    assert (finding.code, finding.key) == ("dates-reversed", Key("ltt.end", "c1"))


def test_a_venue_in_a_country_that_does_not_take_part_weakens(plan: Draft, pack: Pack) -> None:
    draft = put_answer(put_answer(plan, "tpm.country", "PT", "m1"), "tpm.city", "Porto", "m1")
    finding = find_only(draft, pack)
    assert (finding.code, finding.grade) == ("country-not-taking-part", Grade.WEAKENS)
    assert finding.facts["country"] == CountryName("PT")


@pytest.mark.parametrize(
    ("question", "item", "value"),
    [
        ("ltt.host", "c1", "gone"),
        ("me.outputs", "e1", ("o1", "gone")),
        ("io.participants", "o1", ("gone",)),
    ],
)
def test_a_reference_to_a_removed_item_blocks_at_its_question(
    question: str, item: str, value: Value, plan: Draft, pack: Pack
) -> None:
    finding = find_only(put_answer(plan, question, value, item), pack)
    assert (finding.code, finding.grade) == ("reference-gone", Grade.BLOCKS)
    assert finding.key == Key(question, item)


def test_a_removed_organisation_in_a_row_blocks(plan: Draft, pack: Pack) -> None:
    assert "reference-gone" in find_codes(
        put_answer(plan, "grp.organisation", "gone", "c1g1"), pack
    )


def test_a_partner_in_no_activity_weakens(plan: Draft, pack: Pack) -> None:
    item = plan.items("organisations")[3]
    draft = put_answer(plan, "trv.organisation", plan.items("organisations")[0], "m1t1")
    finding = find_only(draft, pack)
    assert (finding.code, finding.key) == ("partner-without-task", Key("org.name_lat", item))


def test_before_there_are_activities_no_partner_lacks_a_task(vet: Draft, pack: Pack) -> None:
    assert find_codes(vet, pack) == []


@pytest.mark.parametrize(
    ("rows", "item", "code"),
    [
        ("output_days", "o1", "output-without-days"),
        ("meeting_travel", "m1", "activity-with-nobody"),
        ("activity_groups", "c1", "activity-with-nobody"),
    ],
)
def test_an_activity_without_participants_weakens(
    rows: str, item: str, code: str, plan: Draft, pack: Pack
) -> None:
    found = {
        finding.code: finding for finding in run_checked(put_answer(plan, rows, (), item), pack)
    }
    assert found[code].key == Key(rows, item)
    assert found[code].is_gap


@pytest.mark.parametrize(
    ("question", "row", "code"),
    [
        ("day.days", "o1d1", "output-without-days"),
        ("trv.persons", "m1t1", "activity-with-nobody"),
        ("grp.persons", "c1g1", "activity-with-nobody"),
    ],
)
def test_zero_everywhere_is_no_participant(
    question: str, row: str, code: str, plan: Draft, pack: Pack
) -> None:
    assert find_codes(put_answer(plan, question, 0, row), pack) == [code]


def test_an_event_without_participants_weakens(plan: Draft, pack: Pack) -> None:
    draft = put_answer(put_answer(plan, "me.local", 0, "e1"), "me.foreign", 0, "e1")
    assert find_codes(draft, pack) == ["activity-with-nobody"]


@pytest.mark.parametrize(
    ("question", "fine", "wrong"), [("grp.special", 3, 4), ("grp.topup", 3, 4)]
)
def test_more_in_a_subgroup_than_in_the_group_blocks(
    question: str, fine: int, wrong: int, plan: Draft, pack: Pack
) -> None:
    assert find_codes(put_answer(plan, question, fine, "c1g1"), pack) == []
    finding = find_only(put_answer(plan, question, wrong, "c1g1"), pack)
    assert (finding.code, finding.grade) == ("more-than-there-are", Grade.BLOCKS)


@pytest.mark.parametrize(
    ("kind", "days", "found"),
    [
        ("sp-staff", 2, ["activity-length"]),
        ("sp-staff", 3, []),
        ("sp-staff", 60, []),
        ("sp-blended", 4, ["activity-length"]),
        ("lp-teach", 59, ["long-term-rules"]),
        ("lp-teach", 60, []),
    ],
)
def test_each_type_of_activity_has_its_length(
    kind: str, days: int, found: list[str], plan: Draft, pack: Pack
) -> None:
    draft = put_length(put_answer(plan, "ltt.type", kind, "c1"), days)
    assert find_codes(draft, pack) == found


def test_a_length_is_reported_with_its_limits(plan: Draft, pack: Pack) -> None:
    facts = find_only(put_length(plan, 2), pack).facts
    assert (facts["found"], facts["least"], facts["most"]) == (
        Count("day", 2),
        Count("day", 3),
        Count("day", 60),
    )


def test_linguistic_support_belongs_to_long_activities(plan: Draft, pack: Pack) -> None:
    assert find_codes(put_answer(plan, "grp.linguistic", 1, "c1g1"), pack) == ["linguistic-short"]


def test_learners_from_partner_countries_are_not_funded(plan: Draft, pack: Pack) -> None:
    item = plan.items("organisations")[1]
    draft = put_answer(put_answer(plan, "org.country", "CH", item), "org.city", "Bern", item)
    assert "learners-not-funded" not in find_codes(draft, pack)
    assert "learners-not-funded" in find_codes(
        put_answer(draft, "ltt.type", "sp-blended", "c1"), pack
    )
