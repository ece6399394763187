"""Strict reading of JSON from outside, with all faults collected by file and path."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from erasmus_desk.errors import Fault

_Choice = TypeVar("_Choice", bound=StrEnum)
_Value = TypeVar("_Value")


class JsonReader:
    """Reads the members of one JSON object by name and type, and collects faults.

    A missing or wrong member gives a default, so that one pass finds all faults; check
    `faults` before using the result.
    """

    def __init__(self, value: object, file: str, path: str, faults: list[Fault]) -> None:
        self.file = file
        self.path = path
        self.faults = faults
        self._read: set[str] = set()
        if isinstance(value, dict):
            self._members = cast("dict[str, object]", value)
        else:
            self._members = {}
            self.add_fault(
                "not-an-object", found="[…]" if isinstance(value, list) else json.dumps(value)
            )

    @classmethod
    def from_text(cls, text: str, file: str, faults: list[Fault]) -> JsonReader:
        """Read a whole file."""
        try:
            value: object = json.loads(text, object_pairs_hook=_unique_members)
        except (ValueError, RecursionError) as problem:
            faults.append(find_json_fault(file, problem))
            value = {}
        reader = cls(value, file, "", faults)
        # For editors only.
        reader.raw("$schema")
        return reader

    def add_fault(self, code: str, name: str = "", found: str = "") -> None:
        """Add a fault at this object or at its member `name`."""
        path = f"{self.path}/{name}" if name else self.path
        self.faults.append(Fault(self.file, path, code, found))

    def names(self) -> tuple[str, ...]:
        """Return the names of all members."""
        return tuple(self._members)

    def has(self, name: str) -> bool:
        """Return whether there is a member of that name."""
        return name in self._members

    def raw(self, name: str) -> object:
        """Return a member unchecked."""
        self._read.add(name)
        return self._members.get(name)

    def text(self, name: str, default: str | None = None) -> str:
        """Return a text; without a default it must not be missing or empty."""
        value = self.raw(name)
        if value is None and default is not None:
            return default
        if isinstance(value, str) and (value or default is not None):
            return value
        self.add_fault("text-expected" if name in self._members else "missing", name)
        return default or ""

    def number(self, name: str) -> int:
        """Return a whole number."""
        value = self.raw(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        self.add_fault("number-expected" if name in self._members else "missing", name)
        return 0

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Return a truth value."""
        value = self.raw(name)
        if value is None:
            return default
        if isinstance(value, bool):
            return value
        self.add_fault("flag-expected", name)
        return default

    def amount(self, name: str) -> Decimal:
        """Return an amount, which is a decimal string and never a JSON number."""
        value = self.raw(name)
        try:
            if isinstance(value, str) and Decimal(value).is_finite():
                return Decimal(value)
        except InvalidOperation:
            pass
        self.add_fault("amount-expected" if name in self._members else "missing", name)
        return Decimal(0)

    def day(self, name: str, *, required: bool = False) -> date | None:
        """Return a date (`2017-03-29`), or `None` if there is none."""
        text = self.text(name, None if required else "")
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self.add_fault("date-expected", name, text)
            return None

    def moment(self, name: str) -> datetime:
        """Return a local time in the time zone that the member `zone` names."""
        text, zone = self.text(name), self._members.get("zone", "")
        try:
            if text:
                return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(str(zone)))
        except (ValueError, OSError, ZoneInfoNotFoundError):
            self.add_fault("time-expected", name, f"{text} {zone}")
        return datetime(1, 1, 1, tzinfo=UTC)

    def choice(self, name: str, kind: type[_Choice], default: _Choice | None = None) -> _Choice:
        """Return a member of an enumeration by its value."""
        text = self.text(name, default.value if default is not None else None)
        for word in kind:
            if word.value == text:
                return word
        self.add_fault("unknown-word", name, text)
        return next(iter(kind))

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts, empty if there is none."""
        found: list[str] = []
        for place, value in self._elements(name):
            if isinstance(value, str) and value:
                found.append(value)
            else:
                self.add_fault("text-expected", place)
        return tuple(found)

    def numbers(self, name: str) -> tuple[int, ...]:
        """Return a list of whole numbers, empty if there is none."""
        found: list[int] = []
        for place, value in self._elements(name):
            if isinstance(value, int) and not isinstance(value, bool):
                found.append(value)
            else:
                self.add_fault("number-expected", place)
        return tuple(found)

    def mapping(self, name: str, read: Callable[[JsonReader, str], _Value]) -> dict[str, _Value]:
        """Return the members of an object, each read by a method of the reader."""
        child = self.child(name)
        return {member: read(child, member) for member in child.names()}

    def decode(self, name: str, decode: Callable[[JsonReader], _Value]) -> _Value:
        """Return a decoded object; a member that `decode` did not read is a fault."""
        child = self.child(name)
        value = decode(child)
        child.close()
        return value

    def decode_optional(self, name: str, decode: Callable[[JsonReader], _Value]) -> _Value | None:
        """Return a decoded object, or `None` if there is no member."""
        return self.decode(name, decode) if name in self._members else None

    def decode_all(self, name: str, decode: Callable[[JsonReader], _Value]) -> tuple[_Value, ...]:
        """Return the decoded objects of a list, empty if there is none."""
        found: list[_Value] = []
        for place, value in self._elements(name):
            child = JsonReader(value, self.file, f"{self.path}/{place}", self.faults)
            found.append(decode(child))
            child.close()
        return tuple(found)

    def child(self, name: str) -> JsonReader:
        """Return a reader for a member that is an object."""
        if name not in self._members:
            self.add_fault("missing", name)
        value: object = self.raw(name) if name in self._members else {}
        return JsonReader(value, self.file, f"{self.path}/{name}", self.faults)

    def ignore_rest(self) -> None:
        """Treat all members as read."""
        self._read.update(self._members)

    def close(self) -> None:
        """Add a fault for every member that was not read: a typing error or a newer format."""
        for name in self._members:
            if name not in self._read:
                self.add_fault("unknown-member", name)

    def _elements(self, name: str) -> Iterator[tuple[str, object]]:
        value = self.raw(name)
        if value is None:
            return
        if not isinstance(value, list):
            self.add_fault("list-expected", name)
            return
        for index, element in enumerate(cast("list[object]", value)):
            yield f"{name}/{index}", element


class _NamedTwice(ValueError):
    """An object has two members of this name."""


def _unique_members(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return the members of an object. Raises ValueError if it names one twice."""
    members = dict(pairs)
    if len(members) != len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in names if names.count(name) > 1)
        raise _NamedTwice(double)
    return members


def find_json_fault(file: str, problem: ValueError | RecursionError) -> Fault:
    """Return the fault of a file that cannot be read as JSON, with its line and column.

    What Python says of it is in English only.
    """
    if isinstance(problem, _NamedTwice):
        return Fault(file, "", "named-twice", str(problem))
    is_placed = isinstance(problem, json.JSONDecodeError)
    return Fault(file, "", "not-json", f"{problem.lineno}:{problem.colno}" if is_placed else "")
