"""The table of rules: activities, travellers, places and the budget."""

from datetime import date
from decimal import Decimal

from erasmus_desk.draft.model import Value
from tests.core.checks.rules import (
    BLOCKS,
    COPY,
    FIRST,
    STYLE,
    WEAKENS,
    YOUTH,
    Changes,
    Row,
    stay,
    until,
)

ADULT: Changes = {"grp.accompanying@c1g1": 1}
TRAVELLER: Changes = {
    "meeting_travel@copy": ("t",), "trv.organisation@t": "org4", "trv.persons@t": 1
}  # fmt: skip
MEMBERS: Changes = {
    "activity_groups@copy": ("g",), "grp.organisation@g": "org2", "grp.persons@g": 1
}  # fmt: skip
SWISS: Changes = {"org.country@org2": "CH", "org.city@org2": "Bern"}


def months(number: int, last: date) -> Changes:
    """Return the changes for pupils who stay for months, from 5 March."""
    return {"ltt.type@c1": "lp-pupil", "ltt.months@c1": number, "ltt.end@c1": last}


def length(
    kind: str, base: str, wrong: int, right: int, *also: str, more: Changes | None = None
) -> Row:
    """Return the row of a type of activity for the days that it lasts (call 4.6.1)."""
    code = "long-term-rules" if kind.startswith("lp") else "activity-length"
    given = dict(more or {})
    rule, part = f"call 4.6.1: how long {kind} lasts", f"option_sets.activity_types.{kind}"
    breaks: Changes = {**stay(kind, wrong), **given}
    keep: Changes = {**stay(kind, right), **given}
    return Row(rule, part, base, breaks, code, WEAKENS, "ltt.days@c1", (keep,), also)


def kind(name: str, base: str, breaks: Changes, keep: Changes) -> Row:
    """Return the row of a type of activity that the field does not have (call 4.6.1)."""
    rule, part = f"call 4.6.1: where there is {name}", f"option_sets.activity_types.{name}"
    return Row(rule, part, base, breaks, "option-barred", BLOCKS, "ltt.type@c1", (keep,))


def visitors(**answers: Value) -> Changes:
    """Return the changes for a second row of the meeting, by default equal to the first."""
    given: dict[str, Value] = {"organisation": "org4", "persons": 2, **answers}
    rows: Changes = {f"trv.{name}@m1t2": value for name, value in given.items()}
    return {"meeting_travel@m1": ("m1t1", "m1t2"), **rows}


def group(**answers: Value) -> Changes:
    """Return the changes for a second group of the activity, by default equal to the first."""
    given: dict[str, Value] = {"organisation": "org2", "persons": 3, **answers}
    rows: Changes = {f"grp.{name}@c1g2": value for name, value in given.items()}
    return {"activity_groups@c1": ("c1g1", "c1g2"), **rows}


def days(**answers: Value) -> Changes:
    """Return the changes for a second row of days of the output, by default equal to the first."""
    given: dict[str, Value] = {"organisation": FIRST, "category": "teacher", "days": 20, **answers}
    rows: Changes = {f"day.{name}@o1d2": value for name, value in given.items()}
    return {"output_days@o1": ("o1d1", "o1d2"), **rows}


def costs(prefix: str, *texts: str, amount: str = "500") -> Changes:
    """Return the changes for costs of an organisation, one for each description."""
    name, cost = {"spc": ("special_costs", "amount"), "exc": ("exceptional_costs", "cost")}[prefix]
    changes: dict[str, Value | None] = {name: tuple(f"x{n}" for n in range(len(texts)))}
    for n, text in enumerate(texts):
        changes[f"{prefix}.organisation@x{n}"] = "org2"
        changes[f"{prefix}.description@x{n}"] = text
        changes[f"{prefix}.{cost}@x{n}"] = Decimal(amount)
        if prefix == "spc":
            changes[f"spc.persons@x{n}"] = 1
    return changes


# fmt: off
TYPES = (
    length("sp-staff", "plan", 2, 3),
    length("sp-staff", "plan", 61, 60, "days-unpaid"),
    length("sp-pupils", "lessons", 4, 5, more=ADULT),
    length("sp-pupils", "lessons", 61, 60, "days-unpaid", more=ADULT),
    length("sp-blended", "plan", 4, 5),
    length("sp-blended", "plan", 61, 60, "days-unpaid"),
    length("sp-isp", "higher", 4, 5),
    length("sp-isp", "higher", 61, 60, "days-unpaid"),
    length("lp-teach", "plan", 59, 60),
    length("lp-youthw", "camp", 59, 60),
    Row("call 4.6.1: how long lp-teach lasts", "option_sets.activity_types.lp-teach", "plan",
        stay("lp-teach", 367), "number-large", BLOCKS, "ltt.days@c1", (stay("lp-teach", 366),)),
    Row("call 4.6.1: how long lp-youthw lasts", "option_sets.activity_types.lp-youthw", "camp",
        stay("lp-youthw", 367), "number-large", BLOCKS, "ltt.days@c1", (stay("lp-youthw", 366),)),
    Row("call 4.6.1: how long lp-pupil lasts", "option_sets.activity_types.lp-pupil", "lessons",
        months(1, date(2018, 4, 4)), "long-term-rules", WEAKENS, "ltt.months@c1",
        (months(2, date(2018, 5, 4)),)),
    Row("call 4.6.1: how long lp-pupil lasts", "option_sets.activity_types.lp-pupil", "lessons",
        months(13, date(2019, 4, 4)), "long-term-rules", WEAKENS, "ltt.months@c1",
        (months(12, date(2019, 3, 4)),)),
    kind("sp-pupils", "plan", {**stay("sp-pupils", 5), **ADULT},
        {"ctx.field": "school", **stay("sp-pupils", 5), **ADULT}),
    kind("sp-blended", "exchange", {**stay("sp-blended", 5), **ADULT},
        {"ctx.schools_only": False, "ctx.regions": False, **stay("sp-blended", 5), **ADULT}),
    kind("sp-isp", "plan", stay("sp-isp", 5), {"ctx.field": "higher", **stay("sp-isp", 5)}),
    kind("lp-pupil", "plan", months(2, date(2018, 5, 4)),
        {"ctx.field": "school", **months(2, date(2018, 5, 4))}),
    kind("lp-teach", "camp", stay("lp-teach", 60),
        {"ctx.field": "adult", "na.id": "BE02", **stay("lp-teach", 60)}),
    kind("lp-youthw", "plan", stay("lp-youthw", 60), {**YOUTH, **stay("lp-youthw", 60)}),
)

PLAN = (
    Row("call 3.6: activities are inside the project", "lists.plan", "plan",
        {"io.start@o1": date(2017, 8, 31)}, "activity-outside-project", BLOCKS, "io.start@o1",
        ({"io.start@o1": date(2017, 9, 1)},)),
    Row("call 3.6: activities are inside the project", "lists.plan", "plan",
        {"io.end@o1": date(2019, 9, 1)}, "activity-outside-project", BLOCKS, "io.end@o1",
        ({"io.end@o1": date(2019, 8, 31)},)),
    Row("form G: an end is not before the start", "lists.plan", "plan",
        {"me.end@e1": date(2018, 3, 4)}, "dates-reversed", BLOCKS, "me.end@e1",
        ({"me.end@e1": date(2018, 3, 5)},)),
    Row("call 3.4: activities are in the countries of the partners", "facts.venue", "plan",
        {"me.country@e1": "PT", "me.city@e1": "Porto"}, "country-not-taking-part", WEAKENS,
        "me.country@e1", ({"me.country@e1": "DE", "me.city@e1": "Berlin"},)),
    Row("form G.2: an event is about outputs of the project", "questions.me.outputs", "plan",
        {"me.outputs@e1": ("o9",)}, "reference-gone", BLOCKS, "me.outputs@e1"),
    Row("form E-3: each partner has a task", "roles.organisations", "plan",
        {"trv.organisation@m1t1": "org2"}, "partner-without-task", WEAKENS, "org.name_lat@org4"),
    Row("call 4.4: outputs are made in working days", "rules.io", "plan", {"day.days@o1d1": 0},
        "output-without-days", WEAKENS, "output_days@o1", ({"day.days@o1d1": 1},)),
    Row("call 4.3: a meeting has participants", "rules.tpm", "plan", {"trv.persons@m1t1": 0},
        "activity-with-nobody", WEAKENS, "meeting_travel@m1", ({"trv.persons@m1t1": 1},)),
    Row("call 4.5: an event has participants", "rules.me", "plan",
        {"me.local@e1": 0, "me.foreign@e1": 0}, "activity-with-nobody", WEAKENS, "me.local@e1",
        ({"me.local@e1": 0, "me.foreign@e1": 1},)),
    Row("call 4.6: an activity has participants", "rules.ltt-travel", "plan",
        {"grp.persons@c1g1": 0}, "activity-with-nobody", WEAKENS, "activity_groups@c1",
        ({"grp.persons@c1g1": 0, "grp.accompanying@c1g1": 1},)),
    Row("form 9: special needs are those of participants", "rules.ltt-individual", "plan",
        {"grp.special@c1g1": 4}, "more-than-there-are", BLOCKS, "grp.special@c1g1",
        ({"grp.special@c1g1": 3},)),
    Row("call 4.6.2: a top-up for each who travels", "rules.ltt-domestic", "plan",
        {"grp.topup@c1g1": 4}, "more-than-there-are", BLOCKS, "grp.topup@c1g1",
        ({"grp.topup@c1g1": 3},)),
    Row("call 4.6.1: two days of travel", "questions.grp.travel_days.most", "plan",
        {"grp.travel_days@c1g1": 3}, "number-large", BLOCKS, "grp.travel_days@c1g1",
        ({"grp.travel_days@c1g1": 2},)),
    Row("call 4.6.5: linguistic support for 2 to 12 months", "rules.ltt-linguistic", "plan",
        {"grp.linguistic@c1g1": 1}, "linguistic-short", WEAKENS, "grp.linguistic@c1g1",
        ({**stay("lp-teach", 60), "grp.linguistic@c1g1": 1},)),
    Row("form E.1: yes to fewer opportunities means somebody", "questions.par.fewer_n.least",
        "good", {"par.fewer_n": 0}, "number-small", BLOCKS, "par.fewer_n", ({"par.fewer_n": 1},)),
    Row("form E.1: they are among the participants", "plan_rules.fewer-opportunities", "plan",
        {"par.indirect_n": 10, "par.fewer_n": 51}, "more-than-participants", WEAKENS, "par.fewer_n",
        ({"par.indirect_n": 10, "par.fewer_n": 50},)),
    Row("form I.6: they are among the participants", "plan_rules.special-needs", "plan",
        {"par.indirect_n": 10, **costs("spc", "Sign language"), "spc.persons@x0": 51},
        "more-than-participants", WEAKENS, "spc.persons@x0", ({"par.indirect_n": 10,
        **costs("spc", "Sign language"), "spc.persons@x0": 50},)),
    Row("form 9: no double entries", "plan_rules.meeting-row-once", "plan", visitors(),
        "row-twice", BLOCKS, "trv.organisation@m1t2", (visitors(organisation="org2"),)),
    Row("form 9: no double entries", "plan_rules.group-once", "plan", group(), "row-twice",
        BLOCKS, "grp.organisation@c1g2", (group(organisation="org4"),)),
    Row("form 9: no double entries", "plan_rules.day-row-once", "plan", days(), "row-twice",
        WEAKENS, "day.organisation@o1d2", (days(category="technician"),)),
    Row("form 9: no double entries", "plan_rules.special-cost-once", "plan",
        costs("spc", "Sign language", "sign language"), "cost-twice", WEAKENS, "spc.description@x1",
        (costs("spc", "Sign language", "Braille"),)),
    Row("form 9: no double entries", "plan_rules.exceptional-cost-once", "plan",
        costs("exc", "Hire of a stage", "hire of a stage"), "cost-twice", WEAKENS,
        "exc.description@x1", (costs("exc", "Hire of a stage", "Hire of a hall"),)),
    Row("call 4.6.1: the days agree with the dates", "plan_rules.activity-length", "plan",
        {"ltt.end@c1": until(4)}, "longer-than-dates", BLOCKS, "ltt.days@c1",
        ({"ltt.end@c1": until(7)},)),
    Row("call 4.6.1: the days agree with the dates", "plan_rules.activity-length", "plan",
        {"ltt.end@c1": until(8)}, "shorter-than-dates", WEAKENS, "ltt.days@c1",
        ({"ltt.end@c1": until(5)},)),
    Row("call 3.4: the host is at the venue", "plan_rules.meeting-host", "plan",
        {"tpm.host@m1": "org2"}, "host-elsewhere", WEAKENS, "tpm.host@m1"),
    Row("call 3.4: the host is at the venue", "plan_rules.activity-host", "plan",
        {"ltt.host@c1": "org2"}, "host-elsewhere", WEAKENS, "ltt.host@c1"),
    Row("call 4.3: the staff of the host does not travel", "plan_rules.meeting-host-travel",
        "plan", visitors(organisation="org3", km=300, note="by train"), "host-travels", WEAKENS,
        "trv.km@m1t2", (visitors(organisation="org3"),)),
    Row("call 4.6: the staff of the host does not travel", "plan_rules.activity-host-travel",
        "plan", group(organisation="org3", km=300, note="by train"), "host-travels", WEAKENS,
        "grp.km@c1g2", (group(organisation="org3"),)),
    Row("call 4.6.2: a top-up needs a travel grant", "plan_rules.topup-distance", "plan",
        group(organisation="org3", topup=1), "topup-near", WEAKENS, "grp.topup@c1g2",
        (group(organisation="org4", topup=1),)),
    Row("own: pupils do not travel alone", "plan_rules.pupils-with-adults", "lessons",
        stay("sp-pupils", 5), "pupils-alone", WEAKENS, "grp.accompanying@c1g1",
        ({**stay("sp-pupils", 5), **ADULT},)),
    Row("call 4.4: days of management are in the management budget",
        "plan_rules.management-days", "plan", {"day.category@o1d1": "manager"}, "management-days",
        WEAKENS, "day.category@o1d1", ({"day.category@o1d1": "technician"},)),
    Row("call 4.4: days of administration are in it too", "plan_rules.management-days", "plan",
        {"day.category@o1d1": "administrative"}, "management-days", WEAKENS, "day.category@o1d1"),
    Row("call 4.7: no ordinary equipment", "plan_rules.ordinary-equipment", "plan",
        costs("exc", "Two laptops"), "ordinary-equipment", WEAKENS, "exc.description@x0",
        (costs("exc", "Hire of a stage"),)),
    Row("call 4.6.1: no grant for learners of Partner Countries", "not_funded.partner-learners",
        "plan", {**stay("sp-blended", 5), **SWISS}, "learners-not-funded", WEAKENS,
        "grp.persons@c1g1", (stay("sp-blended", 5),), ("partner-country",)),
    Row("call 4.6.1: none for long stays of their staff", "not_funded.partner-staff-long",
        "plan", {**stay("lp-teach", 60), **SWISS}, "staff-not-funded", WEAKENS, "grp.persons@c1g1",
        (stay("lp-teach", 60),), ("partner-country",)),
    Row("call 4.6.1: in schools this is not sure", "not_funded.partner-staff-long-school",
        "lessons", {**stay("lp-teach", 60), **SWISS}, "staff-funding-unsure", WEAKENS,
        "grp.persons@c1g1", (stay("lp-teach", 60),), ("partner-country",)),
)
COPIES = (
    Row("form 9: no double entries", "plan_rules.meeting-once", "plan",
        {f"{COPY}meetings": "m1"}, "activity-twice", BLOCKS, "tpm.title@copy",
        ({f"{COPY}meetings": "m1", "tpm.start@copy": date(2018, 3, 6), **TRAVELLER},),
        ("activity-with-nobody",)),
    Row("form 9: no double entries", "plan_rules.event-once", "plan", {f"{COPY}events": "e1"},
        "activity-twice", BLOCKS, "me.title@copy",
        ({f"{COPY}events": "e1", "me.title@copy": "Another day"},)),
    Row("form 9: no double entries", "plan_rules.activity-once", "plan",
        {f"{COPY}activities": "c1"}, "activity-twice", BLOCKS, "ltt.title@copy",
        ({f"{COPY}activities": "c1", "ltt.city@copy": "Lille", **MEMBERS},),
        ("activity-with-nobody",)),
)

BUDGET = (
    Row("call 3.6: 12,500 euro a month", "ceilings.grant", "plan", {"day.days@o1d1": 1227},
        "over-ceiling", BLOCKS, "bud.comment", ({"day.days@o1d1": 1226},)),
    Row("call 4.2: 2,750 euro a month for ten organisations", "ceilings.pmi", "eleven", {},
        "partner-without-money", WEAKENS, "org.name_lat@org11", ({"organisations": 10},)),
    Row("call 4.3: perhaps 23,000 euro a year for meetings", "ceilings.tpm", "plan",
        {"trv.persons@m1t1": 81}, "unsure-ceiling", STYLE, "meetings", ({"trv.persons@m1t1": 80},)),
    Row("call 4.5: 30,000 euro for events", "ceilings.me", "plan", {"me.local@e1": 291},
        "head-over-ceiling", WEAKENS, "events", ({"me.local@e1": 290},)),
    Row("call 4.7: 50,000 euro of exceptional costs", "ceilings.exceptional", "plan",
        costs("exc", "Hire of a stage", amount="66666.68"), "head-over-ceiling", WEAKENS,
        "exc.cost@x0", (costs("exc", "Hire of a stage", amount="66666.66"),)),
    Row("call 4.1: events only with outputs", "heads.me", "plan", {"outputs": ()},
        "event-without-output", BLOCKS, "events", (), ("nothing-listed", "reference-gone")),
    Row("call 4.6.3: short stays are paid for 60 days", "tables.ltt-short", "plan",
        {**stay("sp-staff", 60), "grp.travel_days@c1g1": 1}, "days-unpaid", WEAKENS, "ltt.days@c1",
        ({**stay("sp-staff", 59), "grp.travel_days@c1g1": 1},)),
    Row("call 4.6.4: no rates for stays in Partner Countries", "tables.ltt-long-staff", "plan",
        {**stay("lp-teach", 60), "org.country@org3": "CH", "org.city@org3": "Bern",
        "ltt.country@c1": "CH", "ltt.city@c1": "Bern", "tpm.country@m1": "CH",
        "tpm.city@m1": "Bern", "me.country@e1": "CH", "me.city@e1": "Bern"}, "rate-missing",
        WEAKENS, "ltt.country@c1", (), ("partner-country",)),
    Row("call 4.3: a place is known", "rules.tpm", "plan", {"tpm.city@m1": "Atlantis"},
        "city-unknown", WEAKENS, "tpm.city@m1", ({"tpm.city@m1": "Lille"},)),
    Row("call 4.3: it is certain which place is meant", "rules.tpm", "plan",
        {"org.city@org4": "Frankfurt"}, "several-cities", WEAKENS, "org.city@org4",
        ({"org.city@org4": "Frankfurt am Main"},)),
    Row("call 4.3: a very small place is asked about", "rules.tpm", "plan",
        {"org.city@org4": "Rom"}, "small-city", WEAKENS, "org.city@org4",
        ({"org.city@org4": "Kreuzberg, Berlin"},)),
    Row("call 4.3: a name that is understood in part is asked about", "rules.tpm", "plan",
        {"org.city@org4": "Berlin Tower"}, "city-in-part", WEAKENS, "org.city@org4",
        ({"org.city@org4": "Berlin"},)),
    Row("call 4.3: the band of a distance near its edge", "tables.tpm", "plan",
        {"tpm.country@m1": "NL", "tpm.city@m1": "De Bilt", "tpm.host@m1": "org2",
        **visitors(organisation=FIRST)}, "near-band-edge", STYLE, "trv.km@m1t2",
        ({"tpm.country@m1": "NL", "tpm.city@m1": "Utrecht", "tpm.host@m1": "org2",
        **visitors(organisation=FIRST)},)),
    Row("call 4.3: typed kilometres have a reason", "rules.tpm", "plan", {"trv.km@m1t1": 500},
        "distance-unexplained", WEAKENS, "trv.note@m1t1",
        ({"trv.km@m1t1": 500, "trv.note@m1t1": "from the branch in Lille"},)),
    Row("form I.7: an amount is a number", "types.money", "plan",
        {**costs("exc", "Hire of a stage"), "exc.cost@x0": "a lot"}, "not-a-number", BLOCKS,
        "exc.cost@x0"),
    Row("form I.7: no amount that no project has", "types.money", "plan",
        {**costs("exc", "Hire of a stage", amount="1e40")}, "absurd-number", BLOCKS, "exc.cost@x0"),
)
# fmt: on

ROWS = (*TYPES, *PLAN, *COPIES, *BUDGET)
