"""What the parts of a call pack say of each other: ids, references, figures, evidence."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import cast

from msgspec import Struct

from erasmus_desk.call.funding import Evidence
from erasmus_desk.call.model import CallState, Pack
from erasmus_desk.call.overview import PARTS
from erasmus_desk.errors import Fault
from erasmus_desk.packs import form_faults, money_faults, plan_faults
from erasmus_desk.packs.form_faults import Found, option_set, options, unknown


def find_faults(pack: Pack, name: str) -> Iterator[Fault]:
    """Return every fault of what the parts of a pack say of each other."""
    yield from _identity(pack, name)
    for file, found in (
        ("pack", _unique(pack)),
        ("pack", _offers(pack)),
        ("pack", _topics(pack)),
        ("pack", _papers(pack)),
        ("pack", _exceptions(pack)),
        ("pack", form_faults.roles(pack)),
        ("pack", _figures(pack)),
        ("pack", _points(pack)),
        ("form", form_faults.questions(pack)),
        ("form", form_faults.places(pack)),
        ("form", form_faults.lists(pack)),
        ("form", form_faults.working_lists(pack)),
        ("form", form_faults.conditions(pack)),
        ("money", money_faults.money(pack)),
        ("pack", plan_faults.plan(pack)),
        ("pack", _sources(pack)),
    ):
        yield from (Fault(f"{name}/{file}.json", *one) for one in found)


def find_coming_deadlines(pack: Pack, name: str, now: datetime) -> Iterator[Fault]:
    """Yield the deadlines to come of a call that is said to be closed."""
    for deadline in pack.deadlines:
        if pack.state is CallState.CLOSED and deadline.at > now:
            at = deadline.at.replace(tzinfo=None).isoformat(timespec="minutes")
            yield Fault(f"{name}/pack.json", "/state", "coming-deadline", f"{deadline.id}, {at}")


def _identity(pack: Pack, name: str) -> Iterator[Fault]:
    file = f"{name}/pack.json"
    if pack.id != name:
        yield Fault(file, "/id", "not-the-folder", pack.id)
    if pack.main_language not in pack.languages:
        yield Fault(file, "/main_language", "unknown-language", pack.main_language)


def _named(pack: Pack) -> Iterator[tuple[str, Iterable[str]]]:
    """Return the ids of everything that must be told apart, with where they stand."""
    yield "/topics", [one.id for one in pack.topics]
    for name in ("facts", "paths", "kinds", "fields", "advice", "actions", "deadlines", "criteria"):
        yield f"/{name}", [one.id for one in getattr(pack, name)]
    yield "/requirements", [one.id for one in pack.requirements]
    yield "/not_funded", [one.id for one in pack.exclusions]
    yield "/plan_rules", [one.id for one in pack.plan_rules]
    for action in pack.actions:
        yield f"/actions[{action.id}]/smaller", [one.id for one in action.smaller]
    for question in pack.advice:
        yield f"/advice[{question.id}]", [answer.id for answer in question.answers]
    yield "/sections", [section.id for section in pack.form.sections]
    yield "/groups", [group.id for section in pack.form.sections for group in section.groups]
    for choices in pack.form.option_sets.values():
        yield f"/option_sets[{choices.id}]", [option.id for option in choices.options]
    rules = pack.funding
    yield "/heads", [category.id for category in rules.categories]
    yield "/tables", [table.id for table in rules.tables]
    yield "/ceilings", [ceiling.id for ceiling in rules.ceilings]
    yield "/balances", [balance.id for balance in rules.balances]
    for balance in rules.balances:
        yield f"/balances[{balance.id}]/measures", [one.id for one in balance.measures]
    yield "/estimates", [estimate.id for estimate in rules.estimates]
    yield "/rules", [rule.id for rule in rules.rules]
    for table in pack.funding.tables:
        yield f"/tables[{table.id}]", ["|".join(row.at) for row in table.rows]


def _unique(pack: Pack) -> Iterator[Found]:
    for place, ids in _named(pack):
        known: set[str] = set()
        for one in ids:
            if one in known:
                yield place, "named-twice", one
            known.add(one)


def _offers(pack: Pack) -> Iterator[Found]:
    """Check what kinds, actions, deadlines and priorities say of each other."""
    kinds = [kind.id for kind in pack.kinds]
    for question in pack.advice:
        for answer in question.answers:
            place = f"/advice[{question.id}]/{answer.id}"
            yield from unknown(place, "unknown-kind", answer.points, kinds)
    actions = [action.id for action in pack.actions]
    for deadline in pack.deadlines:
        place = f"/deadlines[{deadline.id}]"
        yield from unknown(place, "unknown-action", deadline.actions, actions)
    if pack.deadlines:
        served = [name for deadline in pack.deadlines for name in deadline.actions]
        yield from unknown("/actions", "no-deadline", actions, served)
    for action in pack.actions:
        types = options(pack, pack.role("organisation_type"))
        yield from unknown(f"/actions[{action.id}]", "unknown-option", action.only_types, types)
    if pack.priorities:
        offered = option_set(pack, pack.role("main_priority"))
        groups = [option.group for option in offered.options] if offered else []
        yield from unknown("/priorities", "unknown-group", pack.priorities.one_of, groups)
    for role, ids in (
        ("kind", kinds),
        ("field", [one.id for one in pack.fields]),
        ("round", [one.id for one in pack.deadlines]),
    ):
        chosen = options(pack, pack.role(role))
        if pack.role(role):
            yield from unknown(f"/roles/{role}", "not-offered", chosen, ids)
            yield from unknown(f"/roles/{role}", "no-option", ids, chosen)


def _papers(pack: Pack) -> Iterator[Found]:
    """Check that each paper is one of the choices of its question, which is of the proposal."""
    for one in pack.papers:
        place = f"/papers[{one.id}]"
        if pack.form.list_of(one.question):
            yield f"{place}/question", "not-inside", one.question
        if one.option:
            offered = options(pack, one.question)
            yield from unknown(f"{place}/option", "unknown-option", [one.option], offered)


def _topics(pack: Pack) -> Iterator[Found]:
    """Check that each fact has a topic, and each topic something to show."""
    topics = [topic.id for topic in pack.topics]
    for fact in pack.facts:
        if topics or fact.topic:
            yield from unknown(f"/facts[{fact.id}]", "unknown-topic", [fact.topic], topics)
    for topic in pack.topics:
        yield from unknown(f"/topics[{topic.id}]", "unknown-part", topic.shows, PARTS)
        if not topic.shows and all(fact.topic != topic.id for fact in pack.facts):
            yield f"/topics[{topic.id}]", "nothing-to-show", topic.id


def _exceptions(pack: Pack) -> Iterator[Found]:
    """Check smaller partnerships, conditional requirements, and the fields of agencies."""
    types = options(pack, pack.role("organisation_type"))
    for action in pack.actions:
        for smaller in action.smaller:
            place = f"/actions[{action.id}]/smaller[{smaller.id}]"
            for member in smaller.each_country:
                yield from unknown(f"{place}/{member.id}", "unknown-option", member.types, types)
            if not 0 < smaller.countries.value <= smaller.organisations.value:
                yield place, "wrong-order", str(smaller.countries.value)
            if smaller.countries.value >= action.countries.value:
                yield place, "not-smaller", str(smaller.countries.value)
    for one in pack.requirements:
        place = f"/requirements[{one.id}]"
        yield from unknown(place, "unknown-option", one.options, options(pack, one.question))
    agencies = option_set(pack, pack.role("agency"))
    for agency in agencies.options if agencies else ():
        place = f"/option_sets[{pack.form.questions[pack.role('agency')].options}]/{agency.id}"
        known = [one.id for one in pack.fields]
        yield from unknown(place, "unknown-field", agency.fields, known)


def _points(pack: Pack) -> Iterator[Found]:
    """Check that the points needed are at most those there are, one by one and in all."""
    for criterion in pack.criteria:
        if not 0 <= criterion.threshold.value <= criterion.points.value:
            yield f"/criteria[{criterion.id}]", "wrong-order", str(criterion.threshold.value)
    if pack.pass_mark and not 0 < pack.pass_mark.value <= pack.all_points:
        yield "/pass_mark", "wrong-order", str(pack.pass_mark.value)
    if pack.most_points and pack.most_points.value != pack.all_points:
        yield "/most_points", "other-sum", str(pack.all_points)


def _figures(pack: Pack) -> Iterator[Found]:
    """Check that least comes before most, from before until, and that nothing is nought."""
    for action in pack.actions:
        months = action.months
        if not 0 < months.least <= months.most:
            yield f"/actions[{action.id}]/months", "wrong-order", str(months.least)
        advised = months.advised.months if months.advised else (months.least,)
        if not months.least <= min(advised) <= max(advised) <= months.most:
            yield f"/actions[{action.id}]/months/advised", "out-of-range", str(advised)
    for deadline in pack.deadlines:
        window = deadline.starts
        if window and window.first and window.last and window.first > window.last:
            yield f"/deadlines[{deadline.id}]/starts", "wrong-order", str(window.first)
    if pack.countries:
        others = {f"regions/{region}": codes for region, codes in pack.countries.regions.items()}
        others["unsure"] = tuple(one.country for one in pack.countries.unsure)
        for name, codes in others.items():
            both = set(codes) & set(pack.countries.programme)
            yield from ((f"/countries/{name}", "also-programme", one) for one in both)


def evidence_in(value: object) -> Iterator[Evidence]:
    """Return every piece of evidence in a value, however deep it lies."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, Mapping):
        for part in cast("Mapping[str, object]", value).values():
            yield from evidence_in(part)
    elif isinstance(value, tuple):
        for part in cast("tuple[object, ...]", value):
            yield from evidence_in(part)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from evidence_in(getattr(value, name))


def _sources(pack: Pack) -> Iterator[Found]:
    used = {source for evidence in evidence_in(pack) for source in evidence.sources}
    yield from unknown("/sources", "unknown-source", sorted(used), pack.sources)
    yield from unknown("/sources", "unused-source", pack.sources, used)
