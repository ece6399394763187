"""The calls of 2026 on the shapes that real proposals have: each has one outcome and no other."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.checks.finding import Grade
from erasmus_desk.checks.runner import run_checks
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.storage import drafts

RESOURCES = Path(__file__).parents[2] / "resources"
SMALL, LARGE = "schaduwkaart", "the-empty-chair"
EXAMPLES = (SMALL, LARGE)
TITLE = "Together we map heat, shade and water on our own playgrounds, and make both cooler"
SUMS = {"share-over", "sum-open", "sum-over"}
BLOCKS, WEAKENS = Grade.BLOCKS, Grade.WEAKENS


@cache
def library() -> Library:
    return Library((RESOURCES / "calls",))


@cache
def read(example: str) -> Draft:
    return drafts.read(RESOURCES / "examples" / f"{example}.erasmus").draft


def item(example: str, listed: str, number: int) -> str:
    return read(example).items(listed)[number]


def change(example: str, changes: Mapping[Key, Value]) -> Draft:
    draft = read(example)
    return draft.apply(*(draft.change(key, value) for key, value in changes.items()))


def find(draft: Draft) -> set[tuple[str, Grade, Key | None]]:
    pack = library().load_pack(draft.pack.id)
    return {(one.code, one.grade, one.key) for one in run_checks(draft, pack)}


def put_countries(example: str, countries: Mapping[int, str]) -> Draft:
    keys = {
        Key("org.country", item(example, "organisations", number)): code
        for number, code in countries.items()
    }
    return change(example, keys)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_have_no_finding(example: str) -> None:
    assert find(read(example)) == set()


@pytest.mark.parametrize(
    ("example", "title"), [(SMALL, "act.title"), (LARGE, "wp.title"), (LARGE, "wpa.title")]
)
def test_a_title_of_81_characters_is_no_finding(example: str, title: str) -> None:
    spec = library().load_pack(read(example).pack.id).form.lists
    listed = next(one for one in spec.values() if title in one.questions)
    owner = item(example, listed.parent, 0) if listed.parent else ""
    key = Key(title, read(example).items(listed.id, owner)[0])
    assert len(TITLE[:81]) == 81
    assert find(change(example, {key: TITLE[:81]})) == set()


def test_activities_that_sum_to_59500_leave_500_to_distribute() -> None:
    key = Key("act.amount", item(SMALL, "activities", 0))
    before = read(SMALL).get(key)
    assert isinstance(before, int | Decimal)
    draft = change(SMALL, {key: before - 500})
    assert find(draft) == {("sum-open", BLOCKS, Key("activities"))}


@pytest.mark.parametrize(("more", "is_over"), [(0, False), (Decimal("0.01"), True), (1, True)])
def test_management_may_have_20_percent_and_not_one_cent_more(
    more: Decimal | int, is_over: bool
) -> None:
    package, share = item(LARGE, "work_packages", 0), item(LARGE, "wp1_shares", 0)
    row = read(LARGE).items("wp_shares", package)[0]
    moved = 4000 + more
    signs = {
        Key("wp1.amount"): moved,
        Key("wp1s.amount", share): moved,
        Key("wp.amount", package): -moved,
        Key("wps.amount", row): -moved,
    }
    amounts: dict[Key, Value] = {}
    for key, added in signs.items():
        before = read(LARGE).get(key)
        assert isinstance(before, int | Decimal)
        amounts[key] = Decimal(before) + added
    sums = {one for one in find(change(LARGE, amounts)) if one[0] in SUMS}
    assert (sums == {("share-over", BLOCKS, Key("wp1.amount"))}) is is_over
    assert is_over or not sums


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("country", ["AL", "BA", "ME", "XK"])
def test_a_coordinator_of_the_western_balkans_is_not_eligible(example: str, country: str) -> None:
    key = Key("org.country", item(example, "organisations", 0))
    assert ("applicant-country", BLOCKS, key) in find(put_countries(example, {0: country}))


@pytest.mark.parametrize(
    ("example", "code", "grade"),
    [(SMALL, "partner-country-barred", BLOCKS), (LARGE, "partner-country", WEAKENS)],
)
def test_a_partner_of_the_western_balkans_is_barred_or_brings_added_value(
    example: str, code: str, grade: Grade
) -> None:
    key = Key("org.country", item(example, "organisations", 3))
    assert find(put_countries(example, {3: "BA"})) == {(code, grade, key)}


@pytest.mark.parametrize("example", EXAMPLES)
def test_serbia_may_coordinate_through_its_own_agency(example: str) -> None:
    assert find(put_countries(example, {0: "RS"})) == {("agency-country", BLOCKS, Key("na.id"))}


@pytest.mark.parametrize("example", EXAMPLES)
def test_one_country_three_times_is_no_finding_while_there_are_enough_others(example: str) -> None:
    home = read(example).text("org.country", item(example, "organisations", 0))
    assert find(put_countries(example, dict.fromkeys(range(3), home))) == set()
    alone = put_countries(
        example, dict.fromkeys(range(len(read(example).items("organisations"))), home)
    )
    assert find(alone) == {("too-few-countries", BLOCKS, Key("organisations"))}


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_school_abroad_is_under_its_home_country(example: str) -> None:
    city = Key("org.city", item(example, "organisations", 1))
    assert find(change(example, {city: "Athens"})) == set()


@pytest.mark.parametrize(
    ("example", "months", "too_short", "too_long"), [(SMALL, 6, 5, 25), (LARGE, 12, 11, 37)]
)
def test_months_that_do_not_fit_the_dates_name_each_date_outside(
    example: str, months: int, too_short: int, too_long: int
) -> None:
    key = Key("prj.duration")
    found = find(change(example, {key: months}))
    assert {code for code, _, _ in found} == {"activity-outside-project"}
    assert len(found) >= 9
    for wrong in (too_short, too_long):
        assert ("duration", BLOCKS, key) in find(change(example, {key: wrong}))


def test_the_words_of_priorities_and_topics_are_the_same_in_both_calls() -> None:
    """A call is one file of its own, so that both have them; a correction goes into both."""
    for language in ("en", "nl"):
        small, large = (
            library().load_texts(name, language) for name in ("ka210-2026", "ka220-2026")
        )
        shared = [
            name
            for name in small.entries
            if name.startswith(("option.priorities.", "option.topics.")) and name in large.entries
        ]
        assert len(shared) > 100
        assert [name for name in shared if small.entries[name] != large.entries[name]] == []
