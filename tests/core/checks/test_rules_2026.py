"""The rules of the calls of 2026 and of an invented call: what breaks one is found, once.

`test_rules` has the table of the call of 2017, whose rules are its own; here each part of a call
has a rule of a kind, and no part of any call is without one.
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from erasmus_desk.call.form import All, AnswerIn, Condition
from erasmus_desk.call.model import Action, Pack
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.checks.runner import run_checks
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.storage import drafts
from tests.core.checks.rules import BLOCKS, WEAKENS
from tests.core.complete import put_answer, put_role
from tests.core.review_import.corpus.drafts import load_library, read_draft

EXAMPLES = Path(__file__).parents[3] / "resources" / "examples"
SMALL, LARGE, INVENTED = "ka210-2026", "ka220-2026", "work-packages"
CALLS = (SMALL, LARGE, INVENTED)
FILES = {SMALL: "schaduwkaart", LARGE: "the-empty-chair"}


@cache
def read(call: str) -> Draft:
    if call in FILES:
        return drafts.read(EXAMPLES / f"{FILES[call]}.erasmus").draft
    return read_draft("orchards-pt")


def load(call: str) -> Pack:
    return load_library().load_pack(call)


def list_actions() -> list[tuple[str, str]]:
    return [(call, action.id) for call in CALLS for action in load(call).actions]


def find_action(call: str, name: str) -> tuple[Draft, Action]:
    """Return the draft with the choices that lead to an action."""
    action = next(one for one in load(call).actions if one.id == name)
    draft = read(call)
    for question, value in _list_choices(action.when):
        draft = put_answer(draft, question, value)
    return draft, action


def _list_choices(condition: Condition) -> Iterator[tuple[str, Value]]:
    match condition:
        case AnswerIn(question, values):
            yield question, values[0]
        case All(parts):
            for part in parts:
                yield from _list_choices(part)
        case _:
            return


def find(draft: Draft, pack: Pack, code: str) -> list[Finding]:
    return [one for one in run_checks(draft, pack) if one.code == code]


def keep_organisations(draft: Draft, pack: Pack, number: int) -> Draft:
    listed = pack.role("organisations")
    more = tuple(f"more{place}" for place in range(number))
    return put_answer(draft, listed, (*draft.items(listed), *more)[:number])


@pytest.mark.parametrize(("call", "action"), list_actions())
def test_an_action_needs_its_number_of_organisations(call: str, action: str) -> None:
    draft, found = find_action(call, action)
    pack, least = load(call), int(found.organisations.value)
    enough = keep_organisations(draft, pack, least)
    assert find(enough, pack, "too-few-organisations") == []
    if least > 1:
        few = keep_organisations(draft, pack, least - 1)
        (one,) = find(few, pack, "too-few-organisations")
        assert one.key == Key(pack.role("organisations"))


@pytest.mark.parametrize(("call", "action"), list_actions())
def test_an_action_needs_its_number_of_countries(call: str, action: str) -> None:
    draft, found = find_action(call, action)
    pack = load(call)
    for item in draft.items(pack.role("organisations")):
        country = draft.text(
            pack.role("organisation_country"), draft.items(pack.role("organisations"))[0]
        )
        draft = put_role(draft, pack, "organisation_country", country, item)
    expected = 1 if found.countries.value > 1 else 0
    assert len(find(draft, pack, "too-few-countries")) == expected


@pytest.mark.parametrize(("call", "action"), list_actions())
def test_an_action_has_its_number_of_months(call: str, action: str) -> None:
    draft, found = find_action(call, action)
    pack = load(call)
    if not pack.role("months"):
        return
    for months, expected in (
        (found.months.least - 1, 1),
        (found.months.least, 0),
        (found.months.most, 0),
        (found.months.most + 1, 1),
    ):
        changed = put_role(draft, pack, "months", months)
        assert len(find(changed, pack, "duration")) == expected, months


@pytest.mark.parametrize(("call", "action"), list_actions())
def test_partners_from_elsewhere_are_barred_where_the_action_says_so(
    call: str, action: str
) -> None:
    draft, found = find_action(call, action)
    pack = load(call)
    if pack.countries is None or not pack.countries.regions:
        return
    outside = next(iter(pack.countries.regions.values()))[0]
    partner = draft.items(pack.role("organisations"))[-1]
    draft = put_role(draft, pack, "organisation_country", outside, partner)
    code = "partner-country" if found.partner_countries else "partner-country-barred"
    (one,) = find(draft, pack, code)
    assert one.grade is (WEAKENS if found.partner_countries else BLOCKS)


@pytest.mark.parametrize("call", [SMALL, LARGE])
def test_a_project_starts_in_the_window_of_its_round(call: str) -> None:
    pack, draft = load(call), read(call)
    for deadline in pack.deadlines:
        window = deadline.starts
        assert window is not None
        assert window.first is not None
        assert window.last is not None
        chosen = put_role(draft, pack, "round", deadline.id)
        for day, expected in (
            (window.first - timedelta(days=1), 1),
            (window.first, 0),
            (window.last, 0),
            (window.last + timedelta(days=1), 1),
        ):
            changed = put_role(chosen, pack, "start", day)
            assert len(find(changed, pack, "start-window")) == expected, day


class Row(NamedTuple):
    """Answers by `question` or `question@partner`, and the one finding that they have."""

    part: str
    breaks: Mapping[str, Value | None]
    code: str
    grade: Grade
    at: str


ROWS = (
    Row(
        "requirements.accession",
        {"anx.ready": ("declaration",)},
        "not-ticked",
        WEAKENS,
        "anx.ready",
    ),
    Row("formats.oid", {"org.oid@partner": "E123"}, "oid-shape", WEAKENS, "org.oid@partner"),
    Row("formats.oid", {"org.oid@partner": "912345678"}, "oid-shape", WEAKENS, "org.oid@partner"),
    Row("roles.checklist", {"chk.done": ()}, "checklist", BLOCKS, "chk.done"),
    Row(
        "priorities.one_of",
        {"pri.main": None, "pri.others": None},
        "priority-needed",
        BLOCKS,
        "pri.main",
    ),
    Row("roles.round", {"ctx.round": "2031-r1"}, "unknown-option", BLOCKS, "ctx.round"),
    Row("questions.required", {"prj.title": None}, "required", BLOCKS, "prj.title"),
    Row(
        "questions.limit", {"des.motivation": "word " * 700}, "over-limit", BLOCKS, "des.motivation"
    ),
)


@pytest.mark.parametrize("call", [SMALL, LARGE])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.part} {row.code}")
def test_a_draft_that_breaks_a_rule_is_found_once_at_its_place(row: Row, call: str) -> None:
    draft, pack = read(call), load(call)
    partner = draft.items("organisations")[1]
    for name, value in row.breaks.items():
        question, _, item = name.partition("@")
        draft = put_answer(draft, question, value, partner if item else "")
    question, _, item = row.at.partition("@")
    found = [(one.code, one.grade, one.key) for one in run_checks(draft, pack)]
    assert found == [(row.code, row.grade, Key(question, partner if item else ""))]


@pytest.mark.parametrize("call", [SMALL, LARGE])
def test_the_same_organisation_twice_and_priorities_of_another_field(call: str) -> None:
    draft, pack = read(call), load(call)
    first, partner, *_ = draft.items("organisations")
    twice = put_answer(draft, "org.oid", draft.text("org.oid", first), partner)
    (one,) = run_checks(twice, pack)
    assert (one.code, one.grade) == ("duplicate-organisation", BLOCKS)
    options = [one.id for one in pack.form.option_sets["priorities"].options]
    youth = next(one for one in options if one.startswith("YOU"))
    (one,) = run_checks(put_answer(draft, "pri.main", youth), pack)
    assert (one.code, one.grade, one.key) == ("option-barred", BLOCKS, Key("pri.main"))


@pytest.mark.parametrize("call", [SMALL, LARGE])
def test_three_priorities_and_three_topics_are_advised_at_most(call: str) -> None:
    draft, pack = read(call), load(call)
    main = draft.text("pri.main")
    offered = [
        one.id
        for one in pack.form.option_sets["priorities"].options
        if one.id.startswith(("HOR", "SCH")) and one.id != main
    ]
    topics = [one.id for one in pack.form.option_sets["topics"].options]
    for question, code, many in (
        ("pri.others", "too-many-priorities", offered),
        ("pri.topics", "too-many-choices", topics),
    ):
        most = 2 if question == "pri.others" else 3
        assert run_checks(put_answer(draft, question, tuple(many[:most])), pack) == ()
        (one,) = run_checks(put_answer(draft, question, tuple(many[: most + 1])), pack)
        assert (one.code, one.grade, one.key) == (code, WEAKENS, Key(question))


def test_an_activity_that_is_there_twice_is_found() -> None:
    draft, pack = read(SMALL), load(SMALL)
    first = draft.items("activities")[0]
    draft = put_answer(draft, "activities", (*draft.items("activities"), "copy"))
    for key, value in draft.answers.items():
        if key.item == first:
            draft = put_answer(draft, key.question, value, "copy")
    assert len(find(draft, pack, "activity-twice")) == 1


def test_no_part_of_these_calls_is_without_a_rule_here() -> None:
    """What a call has beside that needs a row: a new kind of rule, or a second of its kind."""
    for call in (SMALL, LARGE):
        pack = load(call)
        assert {one.id for one in pack.requirements} == {"declaration", "accession"}
        assert {one.id for one in pack.plan_rules} <= {"activity-once"}
        assert (pack.exclusions, pack.kinds, pack.excluded_pairs) == ((), (), ())
        assert not any(one.smaller or one.ends_by or one.only_types for one in pack.actions)
        shapes = {one.format for one in pack.form.questions.values() if one.shape}
        assert shapes == {"oid"}
        assert [one.id for one in pack.form.questions.values() if one.at_most] == ["pri.topics"]
