"""Content controls: what they say of themselves, and which of them a text stands in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final

from msgspec import Struct, field

from erasmus_desk.review_import.docx_reader.attributes import VAL, day, is_on, value, w, w14
from erasmus_desk.review_import.docx_reader.document import Control
from erasmus_desk.review_import.docx_reader.package import Element
from erasmus_desk.round_trip.record import Role, Sent, tag

TICKED: Final = "☒"
UNTICKED: Final = "☐"
_SIGNS = "☐☒☑✓✔✗✘"
_DIGEST = re.compile("#[0-9a-f]{40}")
"""The tag of an answer or a tick whose key is too long for one."""
_CONTENTS = "table of contents"
_LIST_ITEM, _DISPLAY, _VALUE = w("listItem"), w("displayText"), w("value")


class Held(Struct, eq=False):
    """A content control while it is read. `seen` is set once a text names it."""

    tag: str = ""
    number: int = 0
    shows_placeholder: bool = False
    day: date | None = None
    items: dict[str, str] = field(default_factory=dict[str, str])
    ticked: bool | None = None
    seen: bool = False
    shown: list[str] = field(default_factory=list[str])

    @property
    def wants_words(self) -> bool:
        """Whether its words say what was chosen in it."""
        return bool(self.items) or self.ticked is not None

    def done(self) -> Control:
        """Give the control as it was found, once all its text is known."""
        words = "".join(self.shown)
        choice = self.items.get(words) or self.items.get(words.strip(), "")
        return Control(self.tag, self.number, self.shows_placeholder, self.day, choice)

    def sign(self) -> str:
        """Give the sign that a check box shows; its words may have another font's."""
        return TICKED if self.ticked else UNTICKED


class Tags(Struct):
    """The tags of a file. `known` are those it was sent with; if none is known, each counts."""

    known: frozenset[str] = frozenset()
    count: Counter[str] = field(default_factory=Counter[str])

    def counts(self, name: str) -> bool:
        """Tell whether a tag is one to go by, that of an answer or of a tick in its list."""
        if not name:
            return False
        return (
            not self.known
            or name in self.known
            or name.rpartition("=")[0] in self.known
            or _DIGEST.fullmatch(name) is not None
        )


def tags_of(sent: Sent | None) -> Tags:
    """Give the tags that a file was sent with."""
    pieces = sent.pieces if sent is not None else ()
    known = (tag(one.key) for one in pieces if one.key is not None and one.role is Role.ANSWER)
    return Tags(frozenset(known))


def held(properties: Element | None, tags: Tags, outer: Held | None) -> Held | None:
    """Give the control that the text in it stands in: this one, or the one around it.

    One without a tag of ours does not hide one that has it.
    """
    if properties is None:
        return outer
    name = value(properties.find(w("tag")))
    if not tags.counts(name):
        return outer
    number = tags.count[name]
    tags.count[name] += 1
    found = Held(name, number, is_on(properties.find(w("showingPlcHdr"))))
    chosen = properties.find(w("date"))
    if chosen is not None:
        found.day = day(chosen.get(w("fullDate")))
    found.items = _items(properties)
    box = properties.find(w14("checkbox"))
    if box is not None:
        found.ticked = _is_ticked(box.find(w14("checked")))
    return found


def is_contents(properties: Element | None) -> bool:
    """Tell whether a control is the one around a table of contents."""
    if properties is None:
        return False
    gallery = properties.find(f"{w('docPartObj')}/{w('docPartGallery')}")
    return value(gallery).strip().lower() == _CONTENTS


def with_sign(words: str, whole: str, sign: str) -> str | None:
    """Give words of a check box with its sign, or `None` where they do not hold it.

    `whole` are all its words. A single letter is the sign, whatever its font makes of it.
    """
    if len(whole) <= 1:
        return sign if words.strip() or not whole else None
    place = next((at for at, letter in enumerate(words) if letter in _SIGNS), None)
    return None if place is None else f"{words[:place]}{sign}{words[place + 1 :]}"


def _is_ticked(node: Element | None) -> bool:
    if node is None:
        return False
    plain = (node.get(w14("val")) or node.get(VAL) or "1").strip().lower()
    return plain not in {"0", "false", "off"}


def _items(properties: Element) -> dict[str, str]:
    """Give the values of a list by the words that are shown for them, the first of a kind."""
    items: dict[str, str] = {}
    for name in ("dropDownList", "comboBox"):
        found = properties.find(w(name))
        for item in found.iterchildren(_LIST_ITEM) if found is not None else _none():
            meant = item.get(_VALUE) or ""
            words = item.get(_DISPLAY) or meant
            items.setdefault(words, meant)
    return items


def _none() -> Iterable[Element]:
    return ()
