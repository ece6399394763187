"""The form of a call, from JSON: sections, questions, lists, choices, conditions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar, cast

from erasmus_desk.call.form import (
    All,
    Always,
    AnswerIn,
    Any,
    Condition,
    FirstItem,
    Form,
    Group,
    Layout,
    Limit,
    ListSpec,
    Naming,
    Not,
    Option,
    OptionSet,
    Question,
    QuestionType,
    Section,
)
from erasmus_desk.call.funding import Confidence, Evidence, Figure
from erasmus_desk.call.json_reader import Reader

_Named = TypeVar("_Named", Question, ListSpec, OptionSet)
_DEEPEST = 40
"""Steps of the path of a condition: whatever lies deeper was not written by a person."""


def evidence(reader: Reader) -> Evidence:
    """Read `confidence` and `source` of an object; both are demanded of every fact."""
    sources = reader.words("source")
    if not sources:
        reader.fault("missing", "source")
    return Evidence(reader.choice("confidence", Confidence), sources)


def figure(reader: Reader) -> Figure:
    """Read a number with its evidence."""
    found = Figure(reader.number("value"), evidence(reader))
    reader.close()
    return found


def figure_or_none(reader: Reader, name: str) -> Figure | None:
    """Read a number with its evidence where it is given."""
    return figure(reader.child(name)) if reader.has(name) else None


def number_or_none(reader: Reader, name: str) -> int | None:
    """Read a whole number where it is given."""
    return reader.number(name) if reader.has(name) else None


def condition(reader: Reader) -> Condition:
    """Read one condition: `all`, `any`, `not`, `answer` with `in`, or `first`."""
    if reader.path.count("/") > _DEEPEST:
        reader.fault("too-deep")
        return Always()
    if reader.has("all"):
        found: Condition = All(tuple(condition(part) for part in reader.each("all")))
    elif reader.has("any"):
        found = Any(tuple(condition(part) for part in reader.each("any")))
    elif reader.has("not"):
        found = Not(condition(reader.child("not")))
    elif reader.has("first"):
        yes = reader.flag("first")
        found = FirstItem() if yes else Not(FirstItem())
    else:
        found = AnswerIn(reader.text("answer"), _values(reader))
    reader.close()
    return found


def condition_or_always(reader: Reader, name: str = "when") -> Condition:
    """Read a condition where it is given; without one the thing always holds."""
    return condition(reader.child(name)) if reader.has(name) else Always()


def _values(reader: Reader) -> tuple[str | bool, ...]:
    raw = reader.raw("in")
    values = cast("list[object]", raw) if isinstance(raw, list) else []
    found = tuple(value for value in values if isinstance(value, str | bool))
    if not found or len(found) != len(values):
        reader.fault("values-expected", "in")
    return found


def _limit(reader: Reader) -> Limit:
    found = Limit(reader.text("rule"), reader.number("most"), evidence(reader))
    reader.close()
    return found


def _question(reader: Reader) -> Question:
    found = Question(
        id=reader.text("id"),
        type=reader.choice("type", QuestionType),
        evidence=evidence(reader),
        required=reader.flag("required"),
        when=condition_or_always(reader),
        limit=_limit(reader.child("limit")) if reader.has("limit") else None,
        options=reader.text("options", ""),
        format=reader.text("format", ""),
        least=number_or_none(reader, "least"),
        most=number_or_none(reader, "most"),
        at_most=figure_or_none(reader, "at_most"),
        computed=reader.text("computed", ""),
        rows=reader.text("rows", ""),
        of=reader.text("of", ""),
        feeds=reader.words("feeds"),
    )
    reader.close()
    return found


def _group(reader: Reader) -> Group:
    found = Group(
        id=reader.text("id"),
        letter=reader.text("letter", ""),
        questions=reader.words("questions"),
        when=condition_or_always(reader),
        list=reader.text("list", ""),
    )
    reader.close()
    return found


def _section(reader: Reader) -> Section:
    found = Section(
        id=reader.text("id"),
        letter=reader.text("letter", ""),
        layout=reader.choice("layout", Layout, Layout.FIELDS),
        groups=tuple(_group(group) for group in reader.each("groups")),
        when=condition_or_always(reader),
    )
    reader.close()
    return found


def _list(reader: Reader) -> ListSpec:
    found = ListSpec(
        id=reader.text("id"),
        name=reader.text("name"),
        questions=reader.words("questions"),
        parent=reader.text("parent", ""),
        prefix=reader.text("prefix", ""),
        plan=reader.flag("plan"),
    )
    reader.close()
    return found


def _option(reader: Reader) -> Option:
    found = Option(
        id=reader.text("id"),
        evidence=evidence(reader),
        group=reader.text("group", ""),
        when=condition_or_always(reader),
        country=reader.text("country", ""),
        traits=reader.words("traits"),
    )
    reader.close()
    return found


def _option_set(reader: Reader) -> OptionSet:
    naming = reader.choice("naming", Naming, Naming.TEXTS)
    if reader.has("codes"):
        # Codes that share one source (countries, languages) need no object each.
        shared = evidence(reader)
        options = tuple(Option(code, shared) for code in reader.words("codes"))
    else:
        options = tuple(_option(option) for option in reader.each("options"))
    found = OptionSet(reader.text("id"), naming, options)
    reader.close()
    return found


def form(reader: Reader) -> Form:
    """Read a whole form and check that what it names is there."""
    found = Form(
        sections=tuple(_section(section) for section in reader.each("sections")),
        questions=_by_id(reader, "questions", [_question(one) for one in reader.each("questions")]),
        lists=_by_id(reader, "lists", [_list(one) for one in reader.each("lists")]),
        option_sets=_by_id(
            reader, "option_sets", [_option_set(one) for one in reader.each("option_sets")]
        ),
    )
    reader.close()
    _check_names(reader, found)
    return found


def _by_id(reader: Reader, name: str, entries: list[_Named]) -> dict[str, _Named]:
    found: dict[str, _Named] = {}
    for entry in entries:
        if entry.id in found:
            reader.fault("named-twice", name, entry.id)
        found[entry.id] = entry
    return found


def _check_names(reader: Reader, form: Form) -> None:
    """Note every question, list or choice set that is named but not there."""
    for section in form.sections:
        for group in section.groups:
            place = f"sections[{section.id}]/groups[{group.id}]"
            _check(reader, place, "unknown-question", group.questions, form.questions)
            _check(reader, place, "unknown-list", (group.list,), form.lists)
    for spec in form.lists.values():
        place = f"lists[{spec.id}]"
        _check(reader, place, "unknown-question", (*spec.questions, spec.name), form.questions)
        _check(reader, place, "unknown-list", (spec.parent,), form.lists)
    for question in form.questions.values():
        place = f"questions[{question.id}]"
        _check(reader, place, "unknown-options", (question.options,), form.option_sets)
        _check(reader, place, "unknown-list", (question.rows, question.of), form.lists)


def _check(
    reader: Reader, place: str, code: str, names: tuple[str, ...], known: Mapping[str, object]
) -> None:
    """Note names that are not known; an empty name says that nothing is meant."""
    for name in names:
        if name and name not in known:
            reader.fault(code, place, name)
