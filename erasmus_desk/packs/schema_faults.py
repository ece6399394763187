"""The JSON schemas of a call pack, applied without a library for them.

The schemas are shipped beside the calls for editors, which warn while somebody writes. They use a
few keywords of JSON Schema (draft 2020-12), and only those are known here: a schema with another
one is a mistake in this program, which a test finds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final, cast

from erasmus_desk.call.pack_files import PackFiles
from erasmus_desk.errors import Fault
from erasmus_desk.paths import find_resources

Schema = Mapping[str, object]
_Found = tuple[str, str, str]
"""Path, code and what was found there."""

_TYPES: Final[Mapping[str, Callable[[object], bool]]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
}
_FOR_READERS: Final = frozenset({"$schema", "$defs", "title", "description", "format"})
"""Keywords that require nothing; a pattern says what a format says."""


def find_faults(files: PackFiles) -> Iterator[Fault]:
    """Return every fault by the schemas, in files that are JSON."""
    for name, content in files.contents.items():
        kind = "words" if "/" in name else name.removesuffix(".json")
        schema = _load_schema(find_resources() / "calls" / f"{kind}.schema.json")
        try:
            value: object = json.loads(content)
        except (ValueError, RecursionError):
            continue  # a fault of its own
        for path, code, found in _check(value, schema, schema, ""):
            yield Fault(f"{files.name}/{name}", path, code, found)


@cache
def _load_schema(path: Path) -> Schema:
    return cast("Schema", json.loads(path.read_text(encoding="utf-8")))


def _check(value: object, schema: Schema, root: Schema, path: str) -> Iterator[_Found]:
    """Return the faults of a value; those of its parts only where its own type is right."""
    if "$ref" in schema:
        name = str(schema["$ref"]).rpartition("/")[2]
        yield from _check(value, cast("Mapping[str, Schema]", root["$defs"])[name], root, path)
    if "type" in schema and not _has_type(value, schema["type"]):
        yield path, "wrong-type", _show(value)
        return
    if "const" in schema and value != schema["const"]:
        yield path, "unknown-word", _show(value)
    if "enum" in schema and value not in cast("list[object]", schema["enum"]):
        yield path, "unknown-word", _show(value)
    if "oneOf" in schema:
        yield from _check_ways(value, cast("list[Schema]", schema["oneOf"]), root, path)
    if isinstance(value, str):
        yield from _check_text(value, schema, path)
    elif isinstance(value, int) and value < cast("int", schema.get("minimum", value)):
        yield path, "too-small", _show(value)
    elif isinstance(value, list):
        yield from _check_list(cast("list[object]", value), schema, root, path)
    elif isinstance(value, dict):
        yield from _check_object(cast("dict[str, object]", value), schema, root, path)


def _has_type(value: object, wanted: object) -> bool:
    names = cast("list[str]", wanted) if isinstance(wanted, list) else [str(wanted)]
    return any(_TYPES[name](value) for name in names)


def _check_ways(value: object, ways: list[Schema], root: Schema, path: str) -> Iterator[_Found]:
    """Return the faults by the way that fits best: the one with the fewest faults."""
    found = [tuple(_check(value, way, root, path)) for way in ways]
    yield from min(found, key=len)


def _check_text(value: str, schema: Schema, path: str) -> Iterator[_Found]:
    if len(value) < cast("int", schema.get("minLength", 0)):
        yield path, "empty", ""
    elif "pattern" in schema and not re.search(str(schema["pattern"]), value):
        yield path, "wrong-form", value


def _check_list(value: list[object], schema: Schema, root: Schema, path: str) -> Iterator[_Found]:
    if len(value) < cast("int", schema.get("minItems", 0)):
        yield path, "empty", ""
    seen: set[str] = set()
    for number, part in enumerate(value):
        shown = json.dumps(part, sort_keys=True)
        place = _name_place(path, number, part)
        if schema.get("uniqueItems") and shown in seen:
            yield place, "named-twice", _show(part)
        seen.add(shown)
        if "items" in schema:
            yield from _check(part, cast("Schema", schema["items"]), root, place)


def _name_place(path: str, number: int, part: object) -> str:
    """Return the path of an element: by its id if it has one, else by its number from 0."""
    name = cast("dict[str, object]", part).get("id") if isinstance(part, dict) else None
    return f"{path}[{name}]" if isinstance(name, str) else f"{path}/{number}"


def _check_object(
    value: dict[str, object], schema: Schema, root: Schema, path: str
) -> Iterator[_Found]:
    if len(value) < cast("int", schema.get("minProperties", 0)):
        yield path, "empty", ""
    needed = list(cast("list[str]", schema.get("required", [])))
    dependent = cast("Mapping[str, list[str]]", schema.get("dependentRequired", {}))
    needed += [one for name, others in dependent.items() if name in value for one in others]
    yield from ((f"{path}/{name}", "missing", "") for name in needed if name not in value)
    known = cast("Mapping[str, Schema]", schema.get("properties", {}))
    names = cast("Schema", schema.get("propertyNames", {}))
    others = schema.get("additionalProperties", True)
    for name, part in value.items():
        place = f"{path}/{name}"
        yield from _check(name, names, root, place)
        if name in known:
            yield from _check(part, known[name], root, place)
        elif others is False:
            yield place, "unknown-member", ""
        elif isinstance(others, dict):
            yield from _check(part, cast("Schema", others), root, place)


def _show(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)[:80]
