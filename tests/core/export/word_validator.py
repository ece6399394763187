"""The validator of Open XML, which remembers what it found valid before.

Most elements of a Word file are like others of it or of the file before. The rules of the schema
look at the tags and attributes of an element, of what it contains, and at the tags of its parent
and grandparent, never at text. So an element that was valid is so wherever all these are the same,
and is not looked at again. What was wrong is never remembered. Elements whose rules depend on the
prefixes in force are left out: those with a colon in a value or with alternative content. The
rules about relationships and references, which look further, are all run each time.
"""

import importlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol

ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

WHOLE = "_validate_element"
CHILDREN = "_validate_content_model"
"""Where the part of the validator that knows the schema checks an element, and its children."""

Shape = tuple[str, tuple[tuple[str, str], ...], tuple[int, ...]]
"""A tag, the attributes, and the numbers of the children."""


class _Element(Protocol):
    """What the validator gives as an element."""

    tag: str
    attrib: Mapping[str, str]

    def getparent(self) -> "_Element | None": ...

    def iterchildren(self, tag: str) -> "Iterator[_Element]": ...


class _Context(Protocol):
    """Where the validator collects errors."""

    errors: Sequence[object]
    should_stop: bool


class _Found(Protocol):
    errors: Sequence[object]


class _Validator(Protocol):
    """The validator, which comes without types."""

    def validate(self, path: str) -> _Found: ...


def list_errors(file: Path) -> list[str]:
    """Return what the validator of Open XML finds wrong in a Word file."""
    return [str(error) for error in _make_remembering().validate(str(file)).errors]


def list_errors_without_memory(file: Path) -> list[str]:
    """Return the same, found by the validator as it comes."""
    return [str(error) for error in _make().validate(str(file)).errors]


def _make() -> _Validator:
    return importlib.import_module("openxml_audit").OpenXmlValidator()


@cache
def _make_remembering() -> _Validator:
    """Return the one validator of the run."""
    validator = _make()
    _Memory(vars(validator)["_schema_validator"])
    return validator


class _Memory:
    """What the rules of the schema found valid, in all files of the run."""

    def __init__(self, schema: object) -> None:
        self._validate: Callable[[_Element, _Context, frozenset[str]], None]
        self._validate = getattr(schema, WHOLE)
        self._validate_children: Callable[[object, list[_Element], _Context], None]
        self._validate_children = getattr(schema, CHILDREN)
        setattr(schema, WHOLE, self.validate_element)
        setattr(schema, CHILDREN, self.validate_children)
        self._numbers: dict[Shape, int] = {}
        self._of_part: dict[_Element, int] = {}
        self._valid: set[tuple[int, str, str, frozenset[str]]] = set()
        self._valid_children: dict[tuple[int, tuple[str, ...]], object] = {}

    def validate_element(
        self, element: _Element, context: _Context, ignored: frozenset[str] = frozenset()
    ) -> None:
        """Validate an element with all that it contains, unless its like was valid."""
        parent = element.getparent()
        if parent is None:
            self._of_part = {}
            self._number(element)
        number = self._of_part[element]
        if not number:
            self._validate(element, context, ignored)
            return
        grandparent = None if parent is None else parent.getparent()
        key = (number, _get_tag(parent), _get_tag(grandparent), ignored)
        if key in self._valid:
            return
        before = len(context.errors)
        self._validate(element, context, ignored)
        if len(context.errors) == before and not context.should_stop:
            self._valid.add(key)

    def validate_children(self, rules: object, children: list[_Element], context: _Context) -> None:
        """Validate the tags of children, unless the same were valid under the same rules."""
        key = (id(rules), tuple([child.tag for child in children]))
        if key in self._valid_children:
            return
        before = len(context.errors)
        self._validate_children(rules, children, context)
        if len(context.errors) == before and not context.should_stop:
            self._valid_children[key] = rules  # kept, so that no other rules get its id

    def _number(self, element: _Element) -> int:
        """Return the number of all elements like this one, or 0 if it must be looked at."""
        parts = tuple([self._number(child) for child in element.iterchildren("*")])
        tag = element.tag
        attributes = tuple(element.attrib.items())
        number = 0
        if not (
            0 in parts
            or tag.startswith(ALTERNATIVES)
            or any(name.startswith(ALTERNATIVES) or ":" in value for name, value in attributes)
        ):
            shape = (tag, attributes, parts)
            number = self._numbers.setdefault(shape, len(self._numbers) + 1)
        self._of_part[element] = number
        return number


def _get_tag(element: _Element | None) -> str:
    return "" if element is None else element.tag
