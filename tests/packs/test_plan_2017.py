"""The plan of the call 2017 as data: records, what they refer to, and the rules that count."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from erasmus_desk.budget.grant import RULE_TYPES
from erasmus_desk.call.form import Question, QuestionType
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts, TextStatus
from erasmus_desk.draft import visibility
from erasmus_desk.draft.create import create_draft
from erasmus_desk.draft.display_names import format_item_number, format_item_title
from erasmus_desk.draft.list_changes import add_item, remove_item
from erasmus_desk.draft.model import Change, Draft, Key, Value
from erasmus_desk.packs.form_faults import options
from erasmus_desk.packs.money_faults import PARTS

CALLS = Path(__file__).parents[2] / "resources" / "calls"
NOW = datetime(2017, 1, 10, 12, 0, tzinfo=UTC)
PLAN = {"outputs": "O", "events": "E", "meetings": "M", "activities": "C"}
ROWS = {
    "eu_projects": "organisations",
    "output_days": "outputs",
    "meeting_travel": "meetings",
    "activity_groups": "activities",
}
RECORDS = (
    ("outputs", "o1", ""),
    ("output_days", "d1", "o1"),
    ("events", "e1", ""),
    ("meetings", "m1", ""),
    ("meeting_travel", "t1", "m1"),
    ("activities", "c1", ""),
    ("activity_groups", "g1", "c1"),
    ("special_costs", "s1", ""),
    ("exceptional_costs", "x1", ""),
)
GATES = ("io.yesno", "me.yesno", "ltt.yesno")
SHORT = {"sp-staff", "sp-pupils", "sp-blended"}
TYPES = {
    "school": SHORT | {"lp-pupil", "lp-teach"},
    "vet": {"sp-staff", "sp-blended", "lp-teach"},
    "higher": {"sp-staff", "sp-blended", "sp-isp", "lp-teach"},
    "adult": {"sp-staff", "sp-blended", "lp-teach"},
    "youth": {"sp-staff", "sp-blended", "lp-youthw"},
}
"""Types of activity by field: call-2017, 4.6.1."""
TRAITS = {
    "sp-staff": {"staff", "short"},
    "sp-pupils": {"learner", "short"},
    "sp-blended": {"learner", "short", "virtual"},
    "sp-isp": {"learner", "short"},
    "lp-pupil": {"learner", "long", "months"},
    "lp-teach": {"staff", "long"},
    "lp-youthw": {"staff", "long"},
}


@pytest.fixture(scope="module")
def library() -> Library:
    return Library((CALLS,))


@pytest.fixture(scope="module")
def pack(library: Library) -> Pack:
    return library.load_pack("ka2-2017")


@pytest.fixture(params=("en", "nl"))
def texts(library: Library, request: pytest.FixtureRequest) -> Texts:
    return library.load_texts("ka2-2017", str(request.param))


def start(pack: Pack, kind: str = "innovation", field: str = "school") -> Draft:
    return create_draft(pack, {"kind": kind, "field": field, "language": "en"}, NOW, "draft")


def put(draft: Draft, question: str, value: Value | None, item: str = "") -> Draft:
    key = Key(question, item)
    return draft.apply(Change(key, draft.get(key), value))


def add(draft: Draft, list_id: str, item: str, parent: str = "") -> Draft:
    return draft.apply(*add_item(draft, list_id, item, parent).changes)


def full(pack: Pack, kind: str = "innovation") -> Draft:
    """Return a draft with one item of every list."""
    draft = start(pack, kind)
    for gate in GATES:
        draft = put(draft, gate, True)
    for list_id, item, parent in RECORDS:
        draft = add(draft, list_id, item, parent)
    return draft


def keys(draft: Draft, pack: Pack) -> list[Key]:
    return [one.key for one in visibility.visible_questions(draft, pack)]


def offered(question: str, draft: Draft, pack: Pack) -> set[str]:
    return {
        one.id for one in visibility.available_options(pack.form.questions[question], draft, pack)
    }


def types_of(draft: Draft, pack: Pack) -> set[str]:
    return offered("ltt.type", draft, pack)


def test_the_plan_has_four_lists_numbered_as_in_the_form(pack: Pack) -> None:
    lists = pack.form.lists.values()
    assert {one.id: one.prefix for one in lists if one.plan} == PLAN
    assert {one.id: one.parent for one in lists if one.parent} == ROWS
    draft = put(full(pack), "io.title", "Toolkit", "o1")
    assert format_item_title(draft, pack, "outputs", "o1") == "O1 Toolkit"
    assert format_item_number(draft, pack, "activities", "c1") == "C1"


def test_every_record_is_asked_at_its_place_with_its_rows(pack: Pack) -> None:
    found = keys(full(pack), pack)
    assert len(found) == len(set(found))
    for list_id, item, _ in RECORDS:
        wanted = {
            Key(name, item)
            for name in pack.form.lists[list_id].questions
            if name != "ltt.months" and pack.form.questions[name].type is not QuestionType.TABLE
        }
        assert wanted <= set(found), list_id
    tables = {Key("output_days", "o1"), Key("meeting_travel", "m1"), Key("activity_groups", "c1")}
    assert tables | {Key("special_costs"), Key("exceptional_costs")} <= set(found)


def test_records_stand_between_the_questions_before_and_after_them(pack: Pack) -> None:
    order = [str(key) for key in keys(full(pack), pack)]
    wanted = ["io.yesno", "io.title@o1", "me.yesno", "me.title@e1", "ltt.added_value"]
    wanted += ["ltt.title@c1", "ltt.recognition", "tpm.title@m1", "special_costs", "bud.comment"]
    assert [one for one in order if one in wanted] == wanted


def test_meetings_and_costs_are_asked_of_every_project(pack: Pack) -> None:
    draft = start(pack, "good-practice")
    draft = add(draft, "meetings", "m1")
    found = set(keys(draft, pack))
    assert {Key("tpm.title", "m1"), Key("special_costs"), Key("exceptional_costs")} <= found


@pytest.mark.parametrize(
    ("change", "gone"),
    [
        (("ctx.main_objective", "good-practice"), {"io.title@o1", "day.days@d1", "me.title@e1"}),
        (("io.yesno", False), {"io.title@o1", "me.title@e1"}),
        (("me.yesno", False), {"me.title@e1"}),
        (("ltt.yesno", False), {"ltt.title@c1", "grp.persons@g1"}),
    ],
)
def test_records_go_and_come_back_with_their_gate(
    pack: Pack, change: tuple[str, Value], gone: set[str]
) -> None:
    draft = full(pack)
    assert gone <= {str(key) for key in keys(draft, pack)}
    closed = put(draft, *change)
    assert not gone & {str(key) for key in keys(closed, pack)}
    assert closed.items("outputs") == ("o1",)


@pytest.mark.parametrize("field", TYPES)
def test_each_field_has_its_types_of_activity(pack: Pack, field: str) -> None:
    assert types_of(start(pack, field=field), pack) == TYPES[field]


def test_a_partnership_of_schools_only_has_no_blended_mobility(pack: Pack) -> None:
    draft = put(start(pack, "good-practice"), "ctx.schools_only", True)
    assert types_of(draft, pack) == TYPES["school"] - {"sp-blended"}
    # A yes that is hidden now (another field, another kind) excludes nothing.
    assert types_of(put(draft, "ctx.field", "vet"), pack) == TYPES["vet"]
    assert types_of(put(draft, "ctx.main_objective", "innovation"), pack) == TYPES["school"]


def test_types_say_what_the_rates_need_to_know(pack: Pack) -> None:
    types = pack.form.option_sets["activity_types"].options
    found = {one.id: {part for part in one.traits if ":" not in part} for one in types}
    assert found == TRAITS


def test_types_say_how_long_they_last(pack: Pack) -> None:
    """Fact sheet 4.6.1: 3 or 5 days to 2 months, or 2 to 12 months."""
    types = pack.form.option_sets["activity_types"].options
    found = {one.id: next(part for part in one.traits if ":" in part) for one in types}
    assert set(found.values()) == {"days:3-60", "days:5-60", "days:60-366", "months:2-12"}
    assert found["sp-staff"] == "days:3-60"
    assert found["lp-pupil"] == "months:2-12"


@pytest.mark.parametrize("chosen", [None, *TRAITS])
def test_a_long_stay_of_pupils_is_counted_in_months_all_else_in_days(
    pack: Pack, chosen: str | None
) -> None:
    found = set(keys(put(full(pack), "ltt.type", chosen, "c1"), pack))
    months = chosen is not None and "months" in TRAITS[chosen]
    assert (Key("ltt.months", "c1") in found) == months
    assert (Key("ltt.days", "c1") in found) == (not months)


def test_staff_is_paid_by_four_categories(pack: Pack) -> None:
    categories = {"manager", "teacher", "technician", "administrative"}
    assert set(options(pack, "day.category")) == categories
    table = next(one for one in pack.funding.tables if one.id == "io")
    assert {row.at[1] for row in table.rows} == categories


REQUIRED = """
    io.title io.type io.description io.tasks io.start io.end io.leader
    day.organisation day.category day.days
    me.title me.description me.start me.end me.country me.city me.outputs me.leader
    me.local me.foreign
    tpm.title tpm.purpose tpm.start tpm.end tpm.host tpm.country tpm.city
    trv.organisation trv.persons
    ltt.title ltt.type ltt.description ltt.start ltt.end ltt.days ltt.months ltt.host
    ltt.country ltt.city grp.organisation grp.persons
    spc.organisation spc.amount exc.organisation exc.cost
"""


def test_what_a_reader_and_the_money_need_is_required(pack: Pack) -> None:
    assert [one for one in REQUIRED.split() if not pack.form.questions[one].required] == []


def test_cities_are_asked_where_a_distance_is_measured(pack: Pack) -> None:
    cities = {one.id for one in pack.form.questions.values() if one.format == "city"}
    assert cities == {"me.city", "tpm.city", "ltt.city"}


def test_what_refers_to_records_refers_to_lists_with_names(pack: Pack) -> None:
    questions = pack.form.questions.values()
    references = {one.id: one.of for one in questions if one.of}
    assert references["me.outputs"] == "outputs"
    assert set(references.values()) == {"organisations", "outputs"}
    types = {pack.form.questions[one].type for one in references}
    assert types == {QuestionType.ITEM, QuestionType.ITEMS}


def test_a_deleted_output_leaves_no_event_that_points_to_it(pack: Pack) -> None:
    draft = add(full(pack), "outputs", "o2")
    draft = put(put(draft, "me.outputs", ("o1", "o2"), "e1"), "io.title", "Film", "o2")
    step = remove_item(draft, "outputs", "o1", form=pack.form)
    after = draft.apply(*step.changes)
    assert after.get(Key("me.outputs", "e1")) == ("o2",)
    assert format_item_title(after, pack, "outputs", "o2") == "O1 Film"
    assert "d1" not in {key.item for key in after.answers}
    assert after.apply(*step.invert().changes).answers == draft.answers


def bound(pack: Pack, rule: str) -> dict[str, str]:
    return dict(next(one.binds for one in pack.funding.rules if one.id == rule))


def test_every_head_has_its_rules_and_every_table_is_counted_with(pack: Pack) -> None:
    heads = [head.id for head in pack.funding.categories]
    assert list(dict.fromkeys(rule.category for rule in pack.funding.rules)) == heads
    used = {target for rule in pack.funding.rules for target in rule.binds.values()}
    assert {table.id for table in pack.funding.tables} <= used


def test_every_rule_binds_what_is_there_and_of_the_right_kind(pack: Pack) -> None:
    tables = {table.id for table in pack.funding.tables}
    for rule in pack.funding.rules:
        needed, optional = RULE_TYPES[rule.type].required, RULE_TYPES[rule.type].optional
        assert {*needed} <= rule.binds.keys() <= {*needed, *optional}
        for name, target in rule.binds.items():
            question = pack.form.questions.get(target)
            if isinstance(PARTS[name], QuestionType):
                assert isinstance(question, Question), target
                assert question.type is PARTS[name], target
            else:
                assert target in (tables if PARTS[name] == "table" else pack.form.lists), target


def test_meetings_and_activities_travel_by_their_own_tables(pack: Pack) -> None:
    assert bound(pack, "tpm")["table"] == "tpm"
    assert "accompanying" not in bound(pack, "tpm")
    travel = bound(pack, "ltt-travel")
    assert (travel["table"], travel["accompanying"]) == ("ltt-travel", "grp.accompanying")
    stay = bound(pack, "ltt-individual")
    assert (stay["short"], stay["long"], stay["monthly"]) == (
        *("ltt-short", "ltt-long-staff", "ltt-long-pupils"),
    )


def test_what_is_only_believed_about_a_rule_is_not_sold_as_confirmed(pack: Pack) -> None:
    assert not [rule.id for rule in pack.funding.rules if rule.evidence.is_confirmed]


def test_every_record_of_the_plan_explains_its_numbers(pack: Pack, texts: Texts) -> None:
    names = [name for one, _, _ in RECORDS for name in pack.form.lists[one].questions]
    numbers = (QuestionType.NUMBER, QuestionType.MONEY, QuestionType.TABLE)
    explained = [one for one in names if pack.form.questions[one].type in numbers]
    left = [one for one in explained if f"question.{one}.asks" not in texts]
    assert left == []


def test_seen_labels_of_activities_are_official_in_english(library: Library) -> None:
    english = library.load_texts("ka2-2017", "en")
    for name in ("sp-staff", "sp-pupils", "lp-pupil", "lp-teach"):
        text = english.find(f"option.activity_types.{name}")
        assert text is not None
        assert text.status is TextStatus.OFFICIAL


def test_every_way_of_counting_has_parts_that_the_checker_and_the_schema_know() -> None:
    parts = {name for kind in RULE_TYPES.values() for name in (*kind.required, *kind.optional)}
    assert parts == PARTS.keys()
    schema = json.loads((CALLS / "money.schema.json").read_text("utf-8"))
    known = schema["properties"]["rules"]["items"]["properties"]["type"]["enum"]
    assert set(known) == set(RULE_TYPES)
