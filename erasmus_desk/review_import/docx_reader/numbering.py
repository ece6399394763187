"""Numbers and bullets that Word puts before paragraphs and that are in no text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from msgspec import Struct, field

from erasmus_desk.review_import.docx_reader.attributes import (
    is_on,
    parse_int,
    read_properties,
    read_value,
    w,
)
from erasmus_desk.review_import.docx_reader.package import Element

BULLET: Final = "- "
MAX_LABEL: Final = 24
"""Characters of a number with what is around it; a longer one is shown by its last number."""
_LEVELS: Final = 9
_INDENT: Final = "  "
_LETTERS: Final = 26
_MAX_ROMAN: Final = 3999
_MAX_COUNT: Final = 999_999_999
_NUM_ID, _LEVEL, _NUM, _ABSTRACT = w("numId"), w("ilvl"), w("num"), w("abstractNum")
_ABSTRACT_ID, _OVERRIDE, _LVL = w("abstractNumId"), w("lvlOverride"), w("lvl")
_PLACE = re.compile("%([1-9])")
_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


class ListPlace(Struct, frozen=True):
    """The list and the level of a paragraph; `level` is `None` where a style leaves it open."""

    number: str
    level: int | None = None


class _Level(Struct, frozen=True):
    """One level of a list: format, text with places for numbers, first number.

    `restarts_after` is the level from 1 whose next number starts this one again, 0 for none.
    """

    form: str = "decimal"
    text: str = ""
    start: int = 1
    style: str = ""
    restarts_after: int | None = None
    is_legal: bool = False


class _WordList(Struct, eq=False):
    """A list with its counters, which several numbers of a file may share."""

    levels: Mapping[int, _Level]
    counts: dict[int, int] = field(default_factory=dict[int, int])


class Numbering(Struct):
    """The lists of a file by number; it counts the paragraphs it is asked for, in their order.

    `overrides` are the levels that a number has of its own, `starts` the first numbers that it
    sets anew and that were not used yet.
    """

    lists: dict[str, _WordList] = field(default_factory=dict[str, _WordList])
    overrides: dict[str, dict[int, _Level]] = field(default_factory=dict[str, dict[int, _Level]])
    starts: dict[str, dict[int, int]] = field(default_factory=dict[str, dict[int, int]])

    def count_label(self, place: ListPlace, style: str) -> str:
        """Return what Word shows before the next paragraph of a list, with a space behind it.

        A bullet of any kind is a hyphen. Two blanks for each level above show the level. `style`
        is the id of the paragraph's style.
        """
        word_list = self.lists.get(place.number)
        if word_list is None:
            return ""
        own = self.overrides.get(place.number, {})
        levels = {**word_list.levels, **own}
        at = place.level
        if at is None:
            at = next((number for number, one in levels.items() if one.style == style != ""), 0)
        level = levels.get(at, _Level())
        self._count(word_list, levels, at, self.starts.get(place.number, {}))
        label = _format_label(word_list.counts, levels, at, level)
        return f"{_INDENT * at}{label}" if label else ""

    def _count(
        self, word_list: _WordList, levels: Mapping[int, _Level], at: int, starts: dict[int, int]
    ) -> None:
        counts = word_list.counts
        if at in starts:
            counts[at] = starts.pop(at)
        else:
            counts[at] = min(counts.get(at, levels.get(at, _Level()).start - 1) + 1, _MAX_COUNT)
        for deeper in [one for one in counts if one > at]:
            after = levels.get(deeper, _Level()).restarts_after
            if after is None or at < after:
                del counts[deeper]


def _format_label(
    counts: Mapping[int, int], levels: Mapping[int, _Level], at: int, level: _Level
) -> str:
    if level.form == "bullet":
        return BULLET
    if level.form == "none" and "%" not in level.text:
        return ""

    def show(number: int) -> str:
        one = levels.get(number, _Level())
        form = "decimal" if level.is_legal else one.form
        return _FORMATS.get(form, str)(counts.get(number, one.start))

    label = _PLACE.sub(lambda found: show(int(found[1]) - 1), level.text).strip()
    return f"{label if len(label) <= MAX_LABEL else f'{show(at)}.'} " if label else ""


def _to_letters(number: int) -> str:
    """Return a, b … z, aa, bb … as Word counts."""
    times = (number - 1) // _LETTERS + 1
    fits = number > 0 and times <= MAX_LABEL
    return chr(ord("a") + (number - 1) % _LETTERS) * times if fits else str(number)


def _to_roman(number: int) -> str:
    if not 0 < number <= _MAX_ROMAN:
        return str(number)
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


_FORMATS: Final[Mapping[str, Callable[[int], str]]] = MappingProxyType(
    {
        "lowerLetter": _to_letters,
        "upperLetter": lambda number: _to_letters(number).upper(),
        "lowerRoman": _to_roman,
        "upperRoman": lambda number: _to_roman(number).upper(),
        "decimalZero": lambda number: f"{number:02}",
        "none": lambda _number: "",
        "bullet": lambda _number: "",
    }
)


def read_list_place(properties: Element | None) -> ListPlace | None:
    """Return the list that paragraph properties name, `None` if they name none.

    The number 0 takes a paragraph out of the list of its style.
    """
    found = read_properties(properties)
    if _NUM_ID not in found and _LEVEL not in found:
        return None
    level = read_value(found.get(_LEVEL))
    return ListPlace(
        read_value(found.get(_NUM_ID)).strip(),
        min(parse_int(level), _LEVELS - 1) if level else None,
    )


def read_numbering(roots: Iterable[Element]) -> Numbering:
    """Read the lists of these parts."""
    numbering = Numbering()
    for root in roots:
        abstracts = _read_abstract_lists(root)
        for node in root.iterchildren(_NUM):
            properties = read_properties(node)
            word_list = abstracts.get(read_value(properties.get(_ABSTRACT_ID)))
            number = node.get(_NUM_ID) or ""
            if word_list is None or number in numbering.lists:
                continue
            numbering.lists[number] = word_list
            for override in node.iterchildren(_OVERRIDE):
                own = read_properties(override)
                level = min(parse_int(override.get(_LEVEL)), _LEVELS - 1)
                if (start := own.get(w("startOverride"))) is not None:
                    numbering.starts.setdefault(number, {})[level] = parse_int(read_value(start))
                if _LVL in own:
                    numbering.overrides.setdefault(number, {})[level] = _read_level(own[_LVL])
    return numbering


def _read_abstract_lists(root: Element) -> dict[str, _WordList]:
    """Return the lists that numbers refer to; one may have the levels of a list style."""
    found: dict[str, _WordList] = {}
    styles: dict[str, _WordList] = {}
    links: dict[str, str] = {}
    for node in root.iterchildren(_ABSTRACT):
        name, properties = node.get(_ABSTRACT_ID) or "", read_properties(node)
        word_list = found.setdefault(name, _WordList(_read_levels(node)))
        if style := read_value(properties.get(w("styleLink"))):
            styles.setdefault(style, word_list)
        if link := read_value(properties.get(w("numStyleLink"))):
            links[name] = link
    return found | {name: styles[link] for name, link in links.items() if link in styles}


def _read_levels(abstract: Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for node in abstract.iterchildren(_LVL):
        levels.setdefault(min(parse_int(node.get(_LEVEL)), _LEVELS - 1), _read_level(node))
    return levels


def _read_level(node: Element) -> _Level:
    properties = read_properties(node)
    restart = properties.get(w("lvlRestart"))
    return _Level(
        read_value(properties.get(w("numFmt"))) or "decimal",
        read_value(properties.get(w("lvlText"))),
        parse_int(read_value(properties.get(w("start"))), 1),
        read_value(properties.get(w("pStyle"))),
        parse_int(read_value(restart)) if restart is not None else None,
        is_on(properties.get(w("isLgl"))),
    )
