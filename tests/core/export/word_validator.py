"""The validator of Open XML, which remembers what it found valid before.

Most elements of a Word file are like others of it or of the file before. The rules of the schema
look at the tags and attributes of an element, of what it contains, and at the tags of its parent
and grandparent, never at text. So an element that was valid is so wherever all these are the same,
and is not looked at again. What was wrong is never remembered. Elements whose rules depend on the
prefixes in force are left out: those with a colon in a value or with alternative content. The
rules about relationships and references look further: they are all run each time.
"""

import importlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol

ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MARKED = f"//*[@*[namespace-uri()='{RELATIONSHIPS}' or local-name()='Ignorable']]"
"""The elements with an attribute that names a relationship, or with prefixes to ignore."""

WHOLE = "_validate_element"
CHILDREN = "_validate_content_model"
"""Where the part of the validator that knows the schema checks an element, and its children."""

Own = tuple[str, tuple[tuple[str, str], ...]]
"""A tag and the attributes."""
Shape = tuple[int, tuple[int, ...]]
"""The number of a tag with its attributes, and the numbers of the children."""


class _Element(Protocol):
    """What the validator gives as an element."""

    tag: str
    attrib: Mapping[str, str]

    def getparent(self) -> "_Element | None": ...

    def iterchildren(self, tag: str) -> "Iterator[_Element]": ...

    def iter(self, *tags: str) -> "Iterator[_Element]": ...

    def xpath(self, path: str) -> "list[_Element]": ...


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
    _Checked(vars(validator)["_semantic_validator_word"])
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
        self._own_numbers: dict[Own, int] = {}
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
        own = (element.tag, tuple(element.attrib.items()))
        own_number = self._own_numbers.get(own)
        if own_number is None:
            own_number = 0 if _depends_on_prefixes(*own) else len(self._own_numbers) + 1
            self._own_numbers[own] = own_number
        number = 0
        if own_number and 0 not in parts:
            shape = (own_number, parts)
            number = self._numbers.setdefault(shape, len(self._numbers) + 1)
        self._of_part[element] = number
        return number


def _depends_on_prefixes(tag: str, attributes: tuple[tuple[str, str], ...]) -> bool:
    return tag.startswith(ALTERNATIVES) or any(
        name.startswith(ALTERNATIVES) or ":" in value for name, value in attributes
    )


class _Checked:
    """Which elements of a part the rules beyond the schema look at; the others are passed by.

    They look at elements with certain tags, with attributes that name a relationship, or with
    prefixes to ignore.
    """

    def __init__(self, rules: object) -> None:
        self._validate: Callable[[_Element, _Context], None] = getattr(rules, WHOLE)
        self._tags: Mapping[str, object] = vars(rules)["_constraints"]
        setattr(rules, WHOLE, self.validate_element)
        self._of_part: set[_Element] = set()

    def validate_element(self, element: _Element, context: _Context) -> None:
        """Validate an element with all that it contains, as far as there is something to check."""
        if element.getparent() is None:
            self._of_part = self._find(element)
        if element in self._of_part:
            self._validate(element, context)

    def _find(self, root: _Element) -> set[_Element]:
        """Return the elements that are checked, with all that contain one."""
        found = {root}
        for element in (*root.iter(*self._tags), *root.xpath(MARKED)):
            one: _Element | None = element
            while one is not None and one not in found:
                found.add(one)
                one = one.getparent()
        return found


def _get_tag(element: _Element | None) -> str:
    return "" if element is None else element.tag
