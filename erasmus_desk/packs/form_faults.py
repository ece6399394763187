"""What the form of a call pack says of itself: roles, questions, places, conditions.

Each check gives path, code and what was found; `reference_faults` adds the file.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

from erasmus_desk import text_length
from erasmus_desk.call import form
from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.draft import computed

Found = tuple[str, str, str]
"""Path, code and what was found there; who asked knows the file."""

_LINE = (QuestionType.LINE,)
_CHOICE = (QuestionType.CHOICE,)
ROLES: Mapping[str, tuple[QuestionType | None, ...]] = {
    "kind": _CHOICE,
    "field": _CHOICE,
    "round": _CHOICE,
    "language": _CHOICE,
    "title": _LINE,
    "acronym": _LINE,
    "start": (QuestionType.DATE,),
    "months": (QuestionType.NUMBER,),
    "end": (QuestionType.COMPUTED,),
    "agency": _CHOICE,
    "main_priority": _CHOICE,
    "other_priorities": (QuestionType.MULTI,),
    "organisations": (None,),
    "organisation_name": _LINE,
    "organisation_name_national": _LINE,
    "organisation_acronym": _LINE,
    "organisation_country": _CHOICE,
    "organisation_city": _LINE,
    "organisation_type": _CHOICE,
    "organisation_email": _LINE,
    "organisation_website": _LINE,
    "checklist": (QuestionType.MULTI,),
    "summary": (QuestionType.TEXT,),
    "summary_translation": (QuestionType.TEXT,),
    "budget_comment": (QuestionType.TEXT,),
}
"""Every part a question may play, with the type it must have; `None` stands for a list."""
COUNTED = (QuestionType.NUMBER, QuestionType.MONEY, QuestionType.MULTI, QuestionType.ITEMS)
"""The types of questions whose answer is a number, or several that are counted."""
FORMATS = ("", "email", "phone", "url", "year", "city")
_NEEDED_BY_TYPE = {
    "options": (QuestionType.CHOICE, QuestionType.MULTI),
    "rows": (QuestionType.TABLE,),
    "of": (QuestionType.ITEM, QuestionType.ITEMS),
    "computed": (QuestionType.COMPUTED,),
}


def unknown(place: str, code: str, names: Iterable[str], known: Iterable[str]) -> Iterator[Found]:
    """Note every name that is not among the known ones."""
    there = set(known)
    yield from ((place, code, name) for name in names if name not in there)


class RuleType(Protocol):
    """What a type of rule must and may bind."""

    @property
    def required(self) -> tuple[str, ...]:
        """The parts that a rule of this type needs."""
        ...

    @property
    def optional(self) -> tuple[str, ...]:
        """The parts that it may have besides."""
        ...


class Rule(Protocol):
    """A rule of a type that binds parts to lists, questions and tables."""

    @property
    def type(self) -> str:
        """The type of the rule."""
        ...

    @property
    def binds(self) -> Mapping[str, str]:
        """What each of its parts is."""
        ...


def rule_parts(
    place: str, rule: Rule, kind: RuleType | None, check: Callable[[str, str], Iterator[Found]]
) -> Iterator[Found]:
    """Note a rule of an unknown type, and parts that its type does not know or that it lacks.

    `check` returns the faults of what a part is that the type knows.
    """
    if kind is None:
        yield place, "unknown-rule-type", rule.type
        return
    known = (*kind.required, *kind.optional)
    yield from unknown(place, "unknown-bind", rule.binds, known)
    missing = sorted(set(kind.required) - rule.binds.keys())
    yield from ((place, "bind-missing", name) for name in missing)
    for name, target in rule.binds.items():
        if name in known:
            yield from check(name, target)


def option_set(pack: Pack, question: str) -> form.OptionSet | None:
    """Return the choices of a question, by its id."""
    asked = pack.question(question)
    return pack.option_set(asked) if asked else None


def options(pack: Pack, question: str) -> tuple[str, ...]:
    """Return the ids of the choices of a question."""
    found = option_set(pack, question)
    return tuple(option.id for option in found.options) if found else ()


def roles(pack: Pack) -> Iterator[Found]:
    """Check that each part is known and played by a question that can play it."""
    members = pack.form.lists.get(pack.role("organisations"))
    for role, target in pack.roles.items():
        place = f"/roles/{role}"
        question = pack.question(target)
        if role not in ROLES:
            yield place, "unknown-role", role
        elif (question.type if question else None) not in ROLES[role]:
            yield place, "wrong-type", target
        elif role.startswith("organisation_") and (
            members is None or target not in members.questions
        ):
            yield place, "not-in-list", target


def questions(pack: Pack) -> Iterator[Found]:
    """Check what each question says of itself."""
    criteria = [criterion.id for criterion in pack.criteria]
    for question in pack.form.questions.values():
        place = f"/questions[{question.id}]"
        for member, types in _NEEDED_BY_TYPE.items():
            if bool(getattr(question, member)) != (question.type in types):
                yield place, f"{member}-and-type", question.type.value
        yield from unknown(place, "unknown-criterion", question.feeds, criteria)
        if question.computed and not question.computed.startswith("text:"):
            yield from unknown(place, "unknown-computed", [question.computed], computed.NAMES)
        if not question.shape:
            yield from unknown(place, "unknown-format", [question.format], FORMATS)
        elif question.format in FORMATS:
            yield place, "shape-and-format", question.format
        if question.limit:
            yield from unknown(place, "unknown-rule", [question.limit.rule], text_length.RULES)
            if question.limit.most < 1:
                yield f"{place}/limit", "not-positive", str(question.limit.most)
        least, most = question.least, question.most
        if least is not None and most is not None and least > most:
            yield place, "wrong-order", str(least)


def places(pack: Pack) -> Iterator[Found]:
    """Check that each question is asked at one place, and inside its list if it has one.

    Two groups may share questions when their conditions differ: the groups of the applicant
    and those of the partners.
    """
    shown: dict[str, list[form.Condition]] = {}
    for section in pack.form.sections:
        for group in section.groups:
            for question in group.questions:
                place = f"/sections[{section.id}]/groups[{group.id}]"
                before = shown.setdefault(question, [])
                if (before and form.Always() in (group.when, *before)) or group.when in before:
                    yield place, "asked-twice", question
                if pack.form.list_of(question) != group.list:
                    yield place, "not-of-this-list", question
                before.append(group.when)
    tables = {question.rows for question in pack.form.questions.values()}
    for spec in pack.form.lists.values():
        if spec.id in tables or spec.beside:
            shown.update({question: [] for question in spec.questions})
        if spec.name not in spec.questions:
            yield f"/lists[{spec.id}]/name", "not-of-this-list", spec.name
    left = [name for name in pack.form.questions if name not in shown]
    yield from ((f"/questions[{name}]", "never-asked", name) for name in left)


def lists(pack: Pack) -> Iterator[Found]:
    """Check that the items of a plan can be told apart by their numbers, and referred to."""
    prefixes = [spec.prefix for spec in pack.form.lists.values() if spec.prefix]
    for spec in pack.form.lists.values():
        place = f"/lists[{spec.id}]"
        if spec.plan and not spec.prefix:
            yield place, "no-prefix", spec.id
        if spec.plan and spec.parent:
            yield place, "plan-inside-a-list", spec.parent
        if prefixes.count(spec.prefix) > 1:
            yield place, "prefix-twice", spec.prefix
        in_parts = [name for part in spec.parts for name in part.questions]
        others = [name for name in (*spec.columns, *in_parts) if name not in spec.questions]
        yield from ((place, "not-of-this-list", name) for name in others)
        if spec.lead != form.FIRST_ITEM:
            yield from _lead(pack, f"{place}/lead", spec)
        if spec.parts and sorted(in_parts) != sorted(spec.questions):
            yield f"{place}/parts", "each-question-once", spec.id
    for question in pack.form.questions.values():
        # Rows have no number by which somebody could choose them.
        if question.of and pack.form.lists[question.of].parent:
            yield f"/questions[{question.id}]/of", "of-rows", question.of


def _lead(pack: Pack, place: str, spec: form.ListSpec) -> Iterator[Found]:
    """Check that the question that says which item leads a list is one of its own."""
    question = pack.question(spec.lead)
    if spec.lead not in spec.questions:
        yield place, "not-of-this-list", spec.lead
    elif question and question.type is not QuestionType.YESNO:
        yield place, "wrong-type", spec.lead


def working_lists(pack: Pack) -> Iterator[Found]:
    """Check that working material stands beside a question of its list, and in no table."""
    beside = [spec.beside for spec in pack.form.lists.values() if spec.beside]
    tables = [question.rows for question in pack.form.questions.values()]
    for spec in pack.form.lists.values():
        place = f"/lists[{spec.id}]/beside"
        if spec.beside and pack.question(spec.beside) is None:
            yield place, "unknown-question", spec.beside
        elif spec.beside and pack.form.list_of(spec.beside) != spec.parent:
            yield place, "not-of-this-list", spec.beside
        if spec.beside and (spec.id in tables or beside.count(spec.beside) > 1):
            yield place, "asked-twice", spec.id


def all_conditions(pack: Pack) -> Iterator[tuple[str, form.Condition]]:
    """Return every condition of a pack with where it stands."""
    for section in pack.form.sections:
        yield f"/sections[{section.id}]/when", section.when
        for group in section.groups:
            yield f"/sections[{section.id}]/groups[{group.id}]/when", group.when
    for question in pack.form.questions.values():
        yield f"/questions[{question.id}]/when", question.when
        yield f"/questions[{question.id}]/usual", question.usual
    for options in pack.form.option_sets.values():
        for option in options.options:
            yield f"/option_sets[{options.id}]/{option.id}/when", option.when
    yield from _rule_conditions(pack)


def _rule_conditions(pack: Pack) -> Iterator[tuple[str, form.Condition]]:
    for action in pack.actions:
        yield f"/actions[{action.id}]/when", action.when
        if action.months.advised:
            yield f"/actions[{action.id}]/months/advised", action.months.advised.when
        for smaller in action.smaller:
            yield f"/actions[{action.id}]/smaller[{smaller.id}]/when", smaller.when
    for one in pack.requirements:
        yield f"/requirements[{one.id}]/when", one.when
        yield f"/requirements[{one.id}]/applicant", one.applicant
    for one in pack.exclusions:
        yield f"/not_funded[{one.id}]/when", one.when
    for one in pack.plan_rules:
        yield f"/plan_rules[{one.id}]/when", one.when


def conditions(pack: Pack) -> Iterator[Found]:
    """Check that conditions look at questions and choices that are there."""
    for place, condition in all_conditions(pack):
        for part in _answers(condition):
            if isinstance(part, form.Within):
                yield from _range(pack, place, part)
            else:
                yield from _condition(pack, place, part)


def _answers(condition: form.Condition) -> Iterator[form.AnswerIn | form.Within]:
    match condition:
        case form.AnswerIn() | form.Within():
            yield condition
        case form.Not(part):
            yield from _answers(part)
        case form.All(parts) | form.Any(parts):
            for part in parts:
                yield from _answers(part)
        case _:
            return


def _range(pack: Pack, place: str, part: form.Within) -> Iterator[Found]:
    """Check that a range looks at a number, or at something that is counted."""
    question, name = pack.question(part.question), part.question
    if question is None:
        yield from unknown(place, "unknown-question", [name], pack.form.lists)
    elif question.type not in COUNTED:
        yield place, "not-a-number", name
    if part.least is None and part.most is None:
        yield place, "no-range", name
    elif part.least is not None and part.most is not None and part.least > part.most:
        yield place, "no-range", f"{part.least}-{part.most}"


def _condition(pack: Pack, place: str, part: form.AnswerIn) -> Iterator[Found]:
    question = pack.question(part.question)
    if question is None:
        yield place, "unknown-question", part.question
    elif question.type is QuestionType.YESNO:
        wrong = [str(value) for value in part.values if not isinstance(value, bool)]
        yield from ((place, "not-a-yes-or-no", value) for value in wrong)
    elif question.options:
        values = [str(value) for value in part.values]
        yield from unknown(place, "unknown-option", values, options(pack, part.question))
    else:
        yield place, "not-a-choice", part.question
