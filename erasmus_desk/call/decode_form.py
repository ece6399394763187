"""Decoding of the form of a call: sections, questions, lists, choices and conditions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    Limit,
    ListSpec,
    NameSource,
    Not,
    Option,
    OptionSet,
    Question,
    QuestionType,
    Section,
    SectionLayout,
)
from erasmus_desk.call.funding import Confidence, Evidence, Figure
from erasmus_desk.call.json_reader import JsonReader

_Named = TypeVar("_Named", Question, ListSpec, OptionSet)
_MAX_DEPTH = 40
"""Levels of a condition; what is deeper was not written by a person."""


def decode_evidence(reader: JsonReader) -> Evidence:
    """Return the `confidence` and `source` of an object, both required."""
    sources = reader.texts("source")
    if not sources:
        reader.add_fault("missing", "source")
    return Evidence(reader.choice("confidence", Confidence), sources)


def decode_figure(reader: JsonReader) -> Figure:
    """Return a number with its evidence."""
    return Figure(reader.number("value"), decode_evidence(reader))


def decode_condition(reader: JsonReader) -> Condition:
    """Return a condition: `all`, `any`, `not`, `answer` with `in`, or `first`."""
    if reader.path.count("/") > _MAX_DEPTH:
        reader.add_fault("too-deep")
        reader.ignore_rest()
        return Always()
    if reader.has("all"):
        return All(reader.decode_all("all", decode_condition))
    if reader.has("any"):
        return Any(reader.decode_all("any", decode_condition))
    if reader.has("not"):
        return Not(reader.decode("not", decode_condition))
    if reader.has("first"):
        return FirstItem() if reader.flag("first") else Not(FirstItem())
    return AnswerIn(reader.text("answer"), _values(reader))


def decode_when(reader: JsonReader) -> Condition:
    """Return the condition `when` of an object, or `Always` if it has none."""
    return reader.decode_optional("when", decode_condition) or Always()


def _values(reader: JsonReader) -> tuple[str | bool, ...]:
    raw = reader.raw("in")
    values = cast("list[object]", raw) if isinstance(raw, list) else []
    found = tuple(value for value in values if isinstance(value, str | bool))
    if not found or len(found) != len(values):
        reader.add_fault("values-expected", "in")
    return found


def _limit(reader: JsonReader) -> Limit:
    return Limit(reader.text("rule"), reader.number("most"), decode_evidence(reader))


def _question(reader: JsonReader) -> Question:
    return Question(
        id=reader.text("id"),
        type=reader.choice("type", QuestionType),
        evidence=decode_evidence(reader),
        required=reader.flag("required"),
        when=decode_when(reader),
        limit=reader.decode_optional("limit", _limit),
        options=reader.text("options", ""),
        format=reader.text("format", ""),
        least=reader.number("least") if reader.has("least") else None,
        most=reader.number("most") if reader.has("most") else None,
        at_most=reader.decode_optional("at_most", decode_figure),
        computed=reader.text("computed", ""),
        rows=reader.text("rows", ""),
        of=reader.text("of", ""),
        feeds=reader.texts("feeds"),
    )


def _group(reader: JsonReader) -> Group:
    return Group(
        id=reader.text("id"),
        letter=reader.text("letter", ""),
        questions=reader.texts("questions"),
        when=decode_when(reader),
        list=reader.text("list", ""),
    )


def _section(reader: JsonReader) -> Section:
    return Section(
        id=reader.text("id"),
        letter=reader.text("letter", ""),
        layout=reader.choice("layout", SectionLayout, SectionLayout.FIELDS),
        groups=reader.decode_all("groups", _group),
        when=decode_when(reader),
    )


def _list(reader: JsonReader) -> ListSpec:
    return ListSpec(
        id=reader.text("id"),
        name=reader.text("name"),
        questions=reader.texts("questions"),
        parent=reader.text("parent", ""),
        prefix=reader.text("prefix", ""),
        plan=reader.flag("plan"),
    )


def _option(reader: JsonReader) -> Option:
    return Option(
        id=reader.text("id"),
        evidence=decode_evidence(reader),
        group=reader.text("group", ""),
        when=decode_when(reader),
        country=reader.text("country", ""),
        traits=reader.texts("traits"),
    )


def _option_set(reader: JsonReader) -> OptionSet:
    naming = reader.choice("naming", NameSource, NameSource.TEXTS)
    if reader.has("codes"):
        # Codes with a common source (countries, languages).
        shared = decode_evidence(reader)
        options = tuple(Option(code, shared) for code in reader.texts("codes"))
    else:
        options = reader.decode_all("options", _option)
    return OptionSet(reader.text("id"), naming, options)


def decode_form(reader: JsonReader) -> Form:
    """Return the form; an unknown question, list or set of choices is a fault."""
    form = Form(
        sections=reader.decode_all("sections", _section),
        questions=_by_id(reader, "questions", _question),
        lists=_by_id(reader, "lists", _list),
        option_sets=_by_id(reader, "option_sets", _option_set),
    )
    reader.close()
    _check_names(reader, form)
    return form


def _by_id(
    reader: JsonReader, name: str, decode: Callable[[JsonReader], _Named]
) -> dict[str, _Named]:
    found: dict[str, _Named] = {}
    for entry in reader.decode_all(name, decode):
        if entry.id in found:
            reader.add_fault("named-twice", name, entry.id)
        found[entry.id] = entry
    return found


def _check_names(reader: JsonReader, form: Form) -> None:
    """Add a fault for every reference to an unknown question, list or set of choices."""
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
    reader: JsonReader, place: str, code: str, names: tuple[str, ...], known: Mapping[str, object]
) -> None:
    """Add a fault for each unknown name; an empty name is no reference."""
    for name in names:
        if name and name not in known:
            reader.add_fault(code, place, name)
