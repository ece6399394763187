"""Strict reading of JSON from outside: every fault is noted with its file and path."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from erasmus_desk.errors import Fault

_Choice = TypeVar("_Choice", bound=StrEnum)


class Reader:
    """One JSON object being read: asks for members by name and type, and notes faults.

    A missing or wrong member gives a harmless stand-in, so that one pass finds all faults;
    whoever reads must look at `faults` before using the result.
    """

    def __init__(self, value: object, file: str, path: str, faults: list[Fault]) -> None:
        """Read `value`, which came from `path` in `file`; add faults to the shared list."""
        self.file = file
        self.path = path
        self.faults = faults
        self._asked: set[str] = set()
        if isinstance(value, dict):
            self._members = cast("dict[str, object]", value)
        else:
            self._members = {}
            self.fault("not-an-object", found=type(value).__name__)

    @classmethod
    def of_text(cls, text: str, file: str, faults: list[Fault]) -> Reader:
        """Read a whole file."""
        try:
            value: object = json.loads(text, object_pairs_hook=_without_doubles)
        except (ValueError, RecursionError) as problem:
            faults.append(Fault(file, "", "not-json", str(problem)))
            value = {}
        reader = cls(value, file, "", faults)
        # Editors find the schema of a file by this member; it says nothing to us.
        reader.raw("$schema")
        return reader

    def fault(self, code: str, name: str = "", found: str = "") -> None:
        """Note a fault at this object or at its member `name`."""
        path = f"{self.path}/{name}" if name else self.path
        self.faults.append(Fault(self.file, path, code, found))

    def names(self) -> tuple[str, ...]:
        """Give the names of all members."""
        return tuple(self._members)

    def has(self, name: str) -> bool:
        """Tell whether a member is there."""
        return name in self._members

    def raw(self, name: str) -> object:
        """Give a member as it came."""
        self._asked.add(name)
        return self._members.get(name)

    def text(self, name: str, default: str | None = None) -> str:
        """Give a member that is text; without a default it must be there and not empty."""
        value = self.raw(name)
        if value is None and default is not None:
            return default
        if isinstance(value, str) and (value or default is not None):
            return value
        self.fault("text-expected" if name in self._members else "missing", name)
        return default or ""

    def number(self, name: str, default: int | None = None) -> int:
        """Give a member that is a whole number."""
        value = self.raw(name)
        if value is None and default is not None:
            return default
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        self.fault("number-expected" if name in self._members else "missing", name)
        return default or 0

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Give a member that is true or false."""
        value = self.raw(name)
        if value is None:
            return default
        if isinstance(value, bool):
            return value
        self.fault("flag-expected", name)
        return default

    def amount(self, name: str) -> Decimal:
        """Give a member that is money: a decimal string, never a JSON number."""
        value = self.raw(name)
        try:
            if isinstance(value, str) and Decimal(value).is_finite():
                return Decimal(value)
        except InvalidOperation:
            pass
        self.fault("amount-expected" if name in self._members else "missing", name)
        return Decimal(0)

    def day(self, name: str) -> date | None:
        """Give a member that is a date (`2017-03-29`), or nothing if it is not there."""
        text = self.text(name, "")
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self.fault("date-expected", name, text)
            return None

    def moment(self, name: str, zone: str) -> datetime:
        """Give a member that is a local time in the named time zone."""
        text = self.text(name)
        try:
            if text:
                return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))
        except (ValueError, OSError, ZoneInfoNotFoundError):
            self.fault("time-expected", name, f"{text} {zone}")
        return datetime(1, 1, 1, tzinfo=UTC)

    def choice(self, name: str, kind: type[_Choice], default: _Choice | None = None) -> _Choice:
        """Give a member that is one of the words of an enumeration."""
        text = self.text(name, default.value if default is not None else None)
        for word in kind:
            if word.value == text:
                return word
        self.fault("unknown-word", name, text)
        return next(iter(kind))

    def words(self, name: str) -> tuple[str, ...]:
        """Give a member that is a list of texts; nothing there gives an empty list."""
        found: list[str] = []
        for place, value in self._elements(name):
            if isinstance(value, str) and value:
                found.append(value)
            else:
                self.fault("text-expected", place)
        return tuple(found)

    def numbers(self, name: str) -> tuple[int, ...]:
        """Give a member that is a list of whole numbers."""
        found: list[int] = []
        for place, value in self._elements(name):
            if isinstance(value, int) and not isinstance(value, bool):
                found.append(value)
            else:
                self.fault("number-expected", place)
        return tuple(found)

    def each(self, name: str) -> Iterator[Reader]:
        """Give a reader for each object of a list."""
        for place, value in self._elements(name):
            yield Reader(value, self.file, f"{self.path}/{place}", self.faults)

    def child(self, name: str) -> Reader:
        """Give a reader for a member that must be an object."""
        if name not in self._members:
            self.fault("missing", name)
            return Reader({}, self.file, f"{self.path}/{name}", self.faults)
        return Reader(self.raw(name), self.file, f"{self.path}/{name}", self.faults)

    def close(self) -> None:
        """Note every member that nobody asked for: a slip of the pen, or a newer format."""
        for name in self._members:
            if name not in self._asked:
                self.fault("unknown-member", name)

    def _elements(self, name: str) -> Iterable[tuple[str, object]]:
        value = self.raw(name)
        if value is None:
            return
        if not isinstance(value, list):
            self.fault("list-expected", name)
            return
        for index, element in enumerate(cast("list[object]", value)):
            yield f"{name}/{index}", element


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Refuse an object that names a member twice: one of the two would be lost."""
    members = dict(pairs)
    if len(members) != len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in names if names.count(name) > 1)
        message = f"member named twice: {double}"
        raise ValueError(message)
    return members
