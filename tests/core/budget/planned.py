"""A plan in numbers as a draft of the real call, and plans at random."""

from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import strategies as st

from erasmus_desk.draft.model import Draft, Key, PackRef, Value
from tests.core.budget.second_calculation import STAFF, TOWNS, Plan, Stay, Trip

NOW = datetime(2017, 1, 10, 12, 0, tzinfo=UTC)
START = date(2017, 9, 1)


def build_draft(plan: Plan, kind: str = "innovation") -> Draft:
    """Return a draft of the real call with the numbers of a plan."""
    answers: dict[Key, Value] = {
        Key("ctx.main_objective"): kind,
        Key("ctx.field"): plan.subject,
        Key("prj.start"): START,
        Key("prj.duration"): plan.months,
    }
    for gate in ("io.yesno", "me.yesno", "ltt.yesno"):
        answers[Key(gate)] = True
    _add_organisations(answers, plan)
    _add_outputs(answers, plan)
    _add_meetings(answers, plan)
    _add_stays(answers, plan)
    _add_costs(answers, plan)
    return Draft("plan", PackRef("ka2-2017", "2017", 1), NOW, NOW, answers)


def organisation(place: int) -> str:
    return f"org{place}"


def _add_organisations(answers: dict[Key, Value], plan: Plan) -> None:
    answers[Key("organisations")] = tuple(map(organisation, range(len(plan.towns))))
    for place, town in enumerate(plan.towns):
        item = organisation(place)
        answers[Key("org.name_lat", item)] = f"School {place + 1}"
        answers[Key("org.city", item)] = town
        answers[Key("org.country", item)] = TOWNS[town][0]


def _add_outputs(answers: dict[Key, Value], plan: Plan) -> None:
    answers[Key("outputs")] = tuple(f"io{n}" for n in range(len(plan.outputs)))
    for n, days in enumerate(plan.outputs):
        answers[Key("io.start", f"io{n}")] = START
        answers[Key("output_days", f"io{n}")] = tuple(f"io{n}d{m}" for m in range(len(days)))
        for m, (place, staff, number) in enumerate(days):
            answers[Key("day.organisation", f"io{n}d{m}")] = organisation(place)
            answers[Key("day.category", f"io{n}d{m}")] = staff
            answers[Key("day.days", f"io{n}d{m}")] = number
    answers[Key("events")] = tuple(f"me{n}" for n in range(len(plan.events)))
    for n, (leader, local, foreign) in enumerate(plan.events):
        answers[Key("me.leader", f"me{n}")] = organisation(leader)
        answers[Key("me.local", f"me{n}")] = local
        answers[Key("me.foreign", f"me{n}")] = foreign


def _add_meetings(answers: dict[Key, Value], plan: Plan) -> None:
    answers[Key("meetings")] = tuple(f"tpm{n}" for n in range(len(plan.meetings)))
    for n, (town, trips) in enumerate(plan.meetings):
        _add_venue(answers, "tpm", f"tpm{n}", town)
        answers[Key("meeting_travel", f"tpm{n}")] = tuple(f"tpm{n}t{m}" for m in range(len(trips)))
        for m, trip in enumerate(trips):
            answers[Key("trv.organisation", f"tpm{n}t{m}")] = organisation(trip.organisation)
            answers[Key("trv.persons", f"tpm{n}t{m}")] = trip.persons
            if trip.km is not None:
                answers[Key("trv.km", f"tpm{n}t{m}")] = trip.km


def _add_venue(answers: dict[Key, Value], prefix: str, item: str, town: str) -> None:
    answers[Key(f"{prefix}.city", item)] = town
    answers[Key(f"{prefix}.country", item)] = TOWNS[town][0]


def _add_stays(answers: dict[Key, Value], plan: Plan) -> None:
    answers[Key("activities")] = tuple(f"ltt{n}" for n in range(len(plan.stays)))
    for n, stay in enumerate(plan.stays):
        item = f"ltt{n}"
        _add_venue(answers, "ltt", item, stay.town)
        answers[Key("ltt.type", item)] = stay.kind
        answers[Key("ltt.start", item)] = START
        answers[Key("ltt.days", item)] = stay.days
        answers[Key("ltt.months", item)] = stay.months
        rows = tuple(f"{item}g{m}" for m in range(len(stay.trips)))
        answers[Key("activity_groups", item)] = rows
        for row, trip in zip(rows, stay.trips, strict=True):
            answers[Key("grp.organisation", row)] = organisation(trip.organisation)
            for name in ("persons", "accompanying", "travel_days", "topup", "linguistic"):
                answers[Key(f"grp.{name}", row)] = getattr(trip, name)
            if trip.km is not None:
                answers[Key("grp.km", row)] = trip.km


def _add_costs(answers: dict[Key, Value], plan: Plan) -> None:
    for name, prefix, cost, lines in (
        ("special_costs", "spc", "amount", plan.special),
        ("exceptional_costs", "exc", "cost", plan.exceptional),
    ):
        answers[Key(name)] = tuple(f"{prefix}{n}" for n in range(len(lines)))
        for n, (place, cents) in enumerate(lines):
            answers[Key(f"{prefix}.organisation", f"{prefix}{n}")] = organisation(place)
            answers[Key(f"{prefix}.{cost}", f"{prefix}{n}")] = Decimal(cents) / 100


towns = st.sampled_from(sorted(TOWNS))
edges = st.sampled_from([0, 1, 99, 100, 101, 1999, 2000, 2001, 20040])
kilometres = st.one_of(st.none(), edges, st.integers(0, 20040))
days = st.one_of(st.sampled_from([1, 13, 14, 15, 59, 60, 61, 62]), st.integers(1, 366))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Return a plan of any shape."""
    homes = tuple(draw(st.lists(towns, min_size=1, max_size=13)))
    who = st.integers(0, len(homes) - 1)
    few = st.integers(0, 30)
    trips = st.lists(
        st.builds(Trip, who, few, few, st.integers(0, 2), kilometres, few, few), max_size=4
    ).map(tuple)
    kinds = ["sp-staff", "sp-pupils", "sp-blended", "sp-isp", "lp-pupil", "lp-teach", "lp-youthw"]
    stays = st.builds(Stay, st.sampled_from(kinds), towns, days, st.integers(1, 36), trips)
    worked = st.tuples(who, st.sampled_from(STAFF), st.integers(0, 999))
    bills = st.lists(st.tuples(who, st.integers(0, 9_000_000)), max_size=3).map(tuple)
    return Plan(
        draw(st.integers(1, 36)),
        homes,
        draw(st.lists(st.lists(worked, max_size=4).map(tuple), max_size=3).map(tuple)),
        draw(st.lists(st.tuples(who, few, st.integers(0, 99)), max_size=4).map(tuple)),
        draw(st.lists(st.tuples(towns, trips), max_size=3).map(tuple)),
        draw(st.lists(stays, max_size=3).map(tuple)),
        draw(bills),
        draw(bills),
        draw(st.sampled_from(["school", "vet", "higher", "adult", "youth"])),
    )
