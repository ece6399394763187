"""Strict decoding of a call pack from its three JSON files (pack, form, money).

The types of a call describe these files: each member is read by the name and the type of a
field. What follows adds only what no type says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache, partial
from types import UnionType
from typing import Final, TypeVar, cast, get_args, get_origin

from msgspec import Struct
from msgspec.structs import FieldInfo, fields, replace

from erasmus_desk.call import form, model
from erasmus_desk.call.carry import CarryTable
from erasmus_desk.call.funding import Evidence, FundingRules, Pivot, RateRow, RateTable, Source
from erasmus_desk.call.json_reader import JsonReader
from erasmus_desk.errors import PackInvalid

FORMAT = "erasmus-desk call pack"
VERSION = 1
_DATE_FORM = re.compile("dd[-/. ]mm[-/. ]yyyy|yyyy[-/. ]mm[-/. ]dd|mm[-/. ]dd[-/. ]yyyy")
_MAX_DEPTH = 40
"""Levels of a condition; what is deeper was not written by a person."""

_Struct = TypeVar("_Struct", bound=Struct)
_MemberReader = Callable[[JsonReader, str], object]
_Named = form.Question | form.ListSpec | form.OptionSet | Source


def decode_pack(name: str, texts: Mapping[str, str], languages: tuple[str, ...] = ()) -> model.Pack:
    """Return the pack of the contents of its files, by name. Raises PackInvalid with all faults.

    It has the languages that `pack.json` lists, else those of its folders of words: `languages`.
    """
    readers = tuple(
        JsonReader.from_text(texts.get(file, ""), f"{name}/{file}", [])
        for file in ("pack.json", "form.json", "money.json")
    )
    reader, form_reader, funding_reader = readers
    if reader.text("format") != FORMAT:
        reader.add_fault("not-a-pack", "format")
    if reader.number("version") != VERSION:
        reader.add_fault("unknown-version", "version")
    parts: dict[str, object] = {
        "form": _read_struct(form.Form, form_reader),
        "funding": _read_struct(FundingRules, funding_reader),
    }
    if not reader.has("languages"):
        parts["languages"] = languages
    pack = _read_struct(model.Pack, reader, **parts)
    for one in readers:
        one.close()
    _check_layout(reader, pack.layout)
    _check_online_form(reader, pack)
    _check_form(form_reader, pack.form)
    _check_funding(funding_reader, pack.funding)
    # A fault without a path concerns the whole file; faults in it are only consequences.
    unreadable = {one.file for one in readers if any(not fault.path for fault in one.faults)}
    if form_reader.file not in unreadable:
        _check_roles(reader, pack)
    faults = [fault for one in readers for fault in one.faults]
    causes = tuple(fault for fault in faults if not fault.path or fault.file not in unreadable)
    if causes:
        raise PackInvalid(name, causes)
    return pack


def decode_carry(name: str, text: str) -> tuple[CarryTable, ...]:
    """Return the tables in the content of `carry.json`. Raises PackInvalid with all faults."""
    reader = JsonReader.from_text(text, f"{name}/carry.json", [])
    tables = reader.decode_all("tables", partial(_read_struct, CarryTable))
    reader.close()
    if reader.faults:
        raise PackInvalid(name, tuple(reader.faults))
    return tables


def _read_struct(kind: type[_Struct], reader: JsonReader, **given: object) -> _Struct:
    """Return a struct from the members of an object, but for the fields that are given."""
    for name, member, required, read in _get_readers(kind):
        if name not in given and (required or reader.has(member)):
            given[name] = read(reader, member)
    return kind(**given)


@cache
def _get_readers(kind: type[Struct]) -> tuple[tuple[str, str, bool, _MemberReader], ...]:
    """Return for each field its name, the name of the member, whether required, and its reader."""
    return tuple(
        (field.name, field.encode_name, field.required, _choose_reader(field))
        for field in fields(kind)
    )


def _choose_reader(field: FieldInfo) -> _MemberReader:
    """Return how a member is read, by the type of its field."""
    kind: object = field.type
    default = None if field.required else field.default
    if kind in _READERS:
        return _READERS[kind]
    if kind is str:
        return partial(JsonReader.text, default=default)
    if kind is bool:
        return partial(JsonReader.flag, default=bool(default))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return partial(JsonReader.choice, kind=kind, default=default)
    origin = get_origin(kind)
    arguments = cast("tuple[type[Struct], ...]", get_args(kind) or (kind,))
    part = arguments[origin is Mapping]
    return partial(_CONTAINERS[origin], decode=_SPECIAL.get(part, partial(_read_struct, part)))


def _read_by_id(
    reader: JsonReader, name: str, decode: Callable[[JsonReader], _Named]
) -> dict[str, _Named]:
    """Return the objects of a list by their ids."""
    by_id: dict[str, _Named] = {}
    for one in reader.decode_all(name, decode):
        if one.id in by_id:
            reader.add_fault("named-twice", name, one.id)
        by_id[one.id] = one
    return by_id


def _read_evidence(reader: JsonReader) -> Evidence:
    """Return the `confidence` and `source` of an object, both required."""
    evidence = _read_struct(Evidence, reader)
    if not evidence.sources:
        reader.add_fault("missing", "source")
    return evidence


def _read_condition(reader: JsonReader) -> form.Condition:
    """Return a condition: `all`, `any`, `not`, `answer` with `in`, `number`, or `first`."""
    if reader.path.count("/") > _MAX_DEPTH:
        reader.add_fault("too-deep")
        reader.ignore_rest()
        return form.Always()
    for name, kind in (("all", form.All), ("any", form.Any), ("not", form.Not)):
        if reader.has(name):
            return _read_struct(kind, reader)
    if reader.has("first"):
        return form.FirstItem() if reader.flag("first") else form.Not(form.FirstItem())
    if reader.has("number"):
        return _read_struct(form.Within, reader)
    return _read_struct(form.AnswerIn, reader)


def _read_values(reader: JsonReader, name: str) -> tuple[str | bool, ...]:
    raw = reader.raw(name)
    values = cast("list[object]", raw) if isinstance(raw, list) else []
    found = tuple(value for value in values if isinstance(value, str | bool))
    if not found or len(found) != len(values):
        reader.add_fault("values-expected", name)
    return found


def _read_option_set(reader: JsonReader) -> form.OptionSet:
    if not reader.has("codes"):
        return _read_struct(form.OptionSet, reader)
    # Codes with a common source (countries, languages).
    shared = _read_evidence(reader)
    options = tuple(form.Option(code, shared) for code in reader.texts("codes"))
    return _read_struct(form.OptionSet, reader, options=options)


def _read_table(reader: JsonReader) -> RateTable:
    table = _read_struct(RateTable, reader, rows=())
    return replace(table, rows=reader.decode_all("rows", partial(_read_row, table)))


def _read_pivots(reader: JsonReader, name: str) -> tuple[Pivot, ...]:
    found = reader.texts(name)
    _check(reader, name, "unknown-word", found, {*Pivot})
    return tuple(one for one in Pivot if one in found)


def _read_row(table: RateTable, reader: JsonReader) -> RateRow:
    has_own = reader.has("confidence") or reader.has("source")
    evidence = _read_evidence(reader) if has_own else table.evidence
    row = _read_struct(RateRow, reader, evidence=evidence)
    if len(row.at) != len(table.dimensions):
        reader.add_fault("wrong-number-of-values", "at", str(len(row.at)))
    return row


_READERS: Final[Mapping[object, _MemberReader]] = {
    int: JsonReader.number,
    int | None: lambda reader, name: reader.number(name) if reader.has(name) else None,
    Decimal: JsonReader.amount,
    date: partial(JsonReader.day, required=True),
    date | None: JsonReader.day,
    datetime: JsonReader.moment,
    tuple[str, ...]: JsonReader.texts,
    tuple[int, ...]: JsonReader.numbers,
    tuple[str | bool, ...]: _read_values,
    Mapping[str, str]: partial(JsonReader.mapping, read=JsonReader.text),
    Mapping[str, int]: partial(JsonReader.mapping, read=JsonReader.number),
    Mapping[str, tuple[str, ...]]: partial(JsonReader.mapping, read=JsonReader.texts),
    tuple[Pivot, ...]: _read_pivots,
    Evidence: lambda reader, _: _read_evidence(reader),
    form.Condition: lambda reader, name: (
        reader.decode_optional(name, _read_condition) or form.Always()
    ),
    tuple[form.Condition, ...]: partial(JsonReader.decode_all, decode=_read_condition),
}
"""The readers of members by the type of their field; lists may be missing."""
_CONTAINERS: Final[Mapping[object, Callable[..., object]]] = {
    None: JsonReader.decode,
    UnionType: JsonReader.decode_optional,
    tuple: JsonReader.decode_all,
    Mapping: _read_by_id,
}
"""The readers of objects: one, one that may be missing, a list, a list by id."""
_SPECIAL: Final[Mapping[object, Callable[[JsonReader], Struct]]] = {
    form.OptionSet: _read_option_set,
    RateTable: _read_table,
}
"""The types of objects that have members beside those of their fields."""


def _check_form(reader: JsonReader, found: form.Form) -> None:
    """Add a fault for every reference to an unknown question, list or set of choices."""
    for section in found.sections:
        for group in section.groups:
            place = f"sections[{section.id}]/groups[{group.id}]"
            _check(reader, place, "unknown-question", group.questions, found.questions)
            _check(reader, place, "unknown-list", (group.list,), found.lists)
    for spec in found.lists.values():
        place = f"lists[{spec.id}]"
        _check(reader, place, "unknown-question", (*spec.questions, spec.name), found.questions)
        shown = [*spec.columns, *(name for part in spec.parts for name in part.questions)]
        _check(reader, place, "unknown-question", tuple(shown), found.questions)
        _check(reader, place, "unknown-list", (spec.parent,), found.lists)
        if _is_inside_itself(spec, found):
            reader.add_fault("list-inside-itself", place, spec.id)
    for question in found.questions.values():
        place = f"questions[{question.id}]"
        _check(reader, place, "unknown-options", (question.options,), found.option_sets)
        _check(reader, place, "unknown-list", (question.rows, question.of), found.lists)


def _is_inside_itself(spec: form.ListSpec, found: form.Form) -> bool:
    """Return whether the items of a list would contain that list again."""
    seen: set[str] = set()
    outer = found.lists.get(spec.parent)
    while outer is not None and outer.id not in seen:
        seen.add(outer.id)
        outer = found.lists.get(outer.parent)
    return spec.id in seen


def _check_funding(reader: JsonReader, rules: FundingRules) -> None:
    known = {category.id for category in rules.categories}
    for name, entries in (
        ("tables", rules.tables),
        ("rules", rules.rules),
        ("ceilings", rules.ceilings),
    ):
        for one in entries:
            _check(reader, f"{name}[{one.id}]", "unknown-head", (one.category,), known)


def _check_layout(reader: JsonReader, layout: model.PageRequirements | None) -> None:
    if layout and layout.paper and layout.paper.name not in model.PAPER_SIZES:
        reader.add_fault("unknown-word", "layout/paper/name", layout.paper.name)
    if layout and layout.fonts and not layout.fonts.names:
        reader.add_fault("missing", "layout/fonts/names")


def _check_online_form(reader: JsonReader, pack: model.Pack) -> None:
    found = pack.online_form
    if found is not None:
        if not _DATE_FORM.fullmatch(found.date):
            reader.add_fault("unknown-word", "online_form/date", found.date)
        facts = {fact.id for fact in pack.facts}
        _check(reader, "online_form/last_hours", "unknown-fact", found.last_hours, facts)


def _check_roles(reader: JsonReader, pack: model.Pack) -> None:
    questions = {*pack.form.questions, *pack.form.lists}
    for role, question in pack.roles.items():
        _check(reader, f"roles/{role}", "unknown-question", (question,), questions)
    _check(reader, "field_questions", "unknown-question", pack.field_questions, pack.form.questions)
    for kind in pack.kinds:
        _check(reader, f"kinds[{kind.id}]", "unknown-list", (kind.expects,), pack.form.lists)
    for name, asking in (("requirements", pack.requirements), ("papers", pack.papers)):
        for one in asking:
            place = f"{name}[{one.id}]"
            _check(reader, place, "unknown-question", (one.question,), pack.form.questions)
    for pair in pack.excluded_pairs:
        _check(reader, "barred", "unknown-kind", (pair.kind,), {one.id for one in pack.kinds})
        _check(reader, "barred", "unknown-field", (pair.field,), {one.id for one in pack.fields})


def _check(
    reader: JsonReader, place: str, code: str, names: tuple[str, ...], known: Collection[str]
) -> None:
    """Add a fault for each unknown name; an empty name is no reference."""
    for name in names:
        if name and name not in known:
            reader.add_fault(code, place, name)
