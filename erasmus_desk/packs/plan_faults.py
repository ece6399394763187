"""What a call pack says of its plan: who gets no grant, and the rules on the activities.

Each check gives path, code and what was found; `reference_faults` adds the file.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.call.plan_rules import Exclusion, PlanRule
from erasmus_desk.checks.plan_rules import PLAN_RULE_TYPES
from erasmus_desk.packs.form_faults import Found, rule_parts, unknown

LIST, COST_RULE = "list", "cost rule"
PARTS: Mapping[str, str | QuestionType] = {
    "list": LIST,
    "travel": COST_RULE,
    **dict.fromkeys(("start", "end"), QuestionType.DATE),
    **dict.fromkeys(("host", "organisation"), QuestionType.ITEM),
    **dict.fromkeys(("country", "type", "category"), QuestionType.CHOICE),
    **dict.fromkeys(("note", "text"), QuestionType.LINE),
    **dict.fromkeys(("number", "days", "months", "travel_days", "km"), QuestionType.NUMBER),
    **dict.fromkeys(("persons", "accompanying"), QuestionType.NUMBER),
}
"""What may play a part in a rule on the plan."""
MEMBERS = ("questions", "traits", "words", "unless")
"""Members that only some types of rules use."""


def plan(pack: Pack) -> Iterator[Found]:
    """Return every fault of the exclusions and of the rules on the plan."""
    for exclusion in pack.exclusions:
        yield from _exclusion(pack, exclusion)
    for rule in pack.plan_rules:
        yield from _rule(pack, rule)


def _all_traits(pack: Pack) -> set[str]:
    sets = pack.form.option_sets.values()
    return {trait for one in sets for option in one.options for trait in option.traits}


def _exclusion(pack: Pack, exclusion: Exclusion) -> Iterator[Found]:
    place = f"/not_funded[{exclusion.id}]"
    rules = {rule.id: rule for rule in pack.funding.rules}
    yield from unknown(place, "unknown-rule", exclusion.rules, rules)
    yield from unknown(place, "unknown-trait", exclusion.traits, _all_traits(pack))
    if not pack.countries:
        yield place, "no-countries", exclusion.id
    for name in exclusion.rules:
        binds = rules[name].binds if name in rules else dict[str, str]()
        # Without the type of activity the exclusion would never apply.
        yield from ((place, "bind-missing", part) for part in ("type",) if part not in binds)


def _rule(pack: Pack, rule: PlanRule) -> Iterator[Found]:
    place = f"/plan_rules[{rule.id}]"
    kind = PLAN_RULE_TYPES.get(rule.type)
    yield from rule_parts(place, rule, kind, partial(_bind, pack, rule))
    if kind is None:
        return
    for member in MEMBERS:
        if bool(getattr(rule, member)) != (member in kind.members):
            yield f"{place}/{member}", "wrong-member", member
    yield from unknown(place, "unknown-question", rule.questions, pack.form.questions)
    yield from unknown(place, "unknown-trait", rule.traits, _all_traits(pack))


def _bind(pack: Pack, rule: PlanRule, name: str, target: str) -> Iterator[Found]:
    place = f"/plan_rules[{rule.id}]/binds/{name}"
    if PARTS[name] == LIST:
        yield from unknown(place, "unknown-list", [target], pack.form.lists)
        return
    if PARTS[name] == COST_RULE:
        travel = [one.id for one in pack.funding.rules if one.type == "travel"]
        yield from unknown(place, "unknown-rule", [target], travel)
        return
    question = pack.question(target)
    if question is None:
        yield place, "unknown-question", target
    elif question.type is not PARTS[name]:
        yield place, "wrong-type", target
