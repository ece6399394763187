"""Content controls: their properties, and which of them a text belongs to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from msgspec import Struct, field

from erasmus_desk.review_import.docx_reader.attributes import (
    VAL,
    is_on,
    parse_date,
    parse_hex,
    read_properties,
    read_value,
    w,
    w14,
)
from erasmus_desk.review_import.docx_reader.document import ContentControl
from erasmus_desk.review_import.docx_reader.package import Element
from erasmus_desk.round_trip.record import BlockRole, SentRecord, make_answer_tag

TICKED: Final = "☒"
UNTICKED: Final = "☐"
_DRAWN_TICKED, _DRAWN_UNTICKED = "☒☑✓✔✗✘🗹🗷🗵⊠✅", "☐□◻⬜"
_DIGEST = re.compile("#[0-9a-f]{40}")
"""The tag of an answer or option whose key is too long for a tag."""
_ITEM_TAG = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*@[0-9A-Za-z_-]+(?:=.+)?")
"""The tag of an answer of an item, which another file may have been sent with."""
_TOC_GALLERY = "table of contents"
_TAG, _PLACEHOLDER, _DATE, _CHECKBOX = w("tag"), w("showingPlcHdr"), w("date"), w14("checkbox")
_DOC_PART, _GALLERY = w("docPartObj"), w("docPartGallery")
_LISTS = (w("dropDownList"), w("comboBox"))
_STATES = {w14("checkedState"): True, w14("uncheckedState"): False}
_STATE = w14("val")
_SYMBOL_FONT = range(0xF000, 0xF100)
"""Where the characters of a symbol font are as letters."""
_LIST_ITEM, _DISPLAY, _VALUE = w("listItem"), w("displayText"), w("value")


class OpenControl(Struct, eq=False):
    """A content control while it is read; `has_content` is set once a run belongs to it.

    `signs` are those that a check box declares as its own, with the state that they stand for.
    """

    tag: str = ""
    occurrence: int = 0
    shows_placeholder: bool = False
    day: date | None = None
    items: dict[str, str] = field(default_factory=dict[str, str])
    is_ticked: bool | None = None
    signs: dict[str, bool] = field(default_factory=dict[str, bool])
    has_content: bool = False
    shown_texts: list[str] = field(default_factory=list[str])

    @property
    def needs_text(self) -> bool:
        """Whether its text tells which option was chosen."""
        return bool(self.items) or self.is_ticked is not None

    def finish(self) -> ContentControl:
        """Return the control as read, once all its text is known."""
        text = "".join(self.shown_texts)
        choice = self.items.get(text) or self.items.get(text.strip(), "")
        return ContentControl(self.tag, self.occurrence, self.shows_placeholder, self.day, choice)

    def checkbox_sign(self) -> str:
        """Return the sign for the state of a check box, whose text may use another font.

        If the sign in the text is that of the other state, it is returned before it: programs that
        know no check boxes change only what is drawn, and others only the state.
        """
        own = TICKED if self.is_ticked else UNTICKED
        drawn = self._find_drawn_state()
        if drawn is None or drawn == self.is_ticked:
            return own
        return f"{TICKED if drawn else UNTICKED}{own}"

    def _find_drawn_state(self) -> bool | None:
        """Return the state of the first sign in the text, `None` if none can be read."""
        for sign in "".join(self.shown_texts):
            if sign in self.signs:
                return self.signs[sign]
            if _is_sign(sign):
                return sign in _DRAWN_TICKED
        return None


class ControlTags(Struct):
    """The tags of a file; if none is `known`, all count."""

    known: frozenset[str] = frozenset()
    counts_by_tag: Counter[str] = field(default_factory=Counter[str])

    def is_known(self, name: str) -> bool:
        """Return whether a tag is that of an answer or of an option in its list."""
        if not name:
            return False
        return (
            not self.known
            or name in self.known
            or name.rpartition("=")[0] in self.known
            or _DIGEST.fullmatch(name) is not None
            or _ITEM_TAG.fullmatch(name) is not None
        )


def collect_tags(records: Iterable[SentRecord]) -> ControlTags:
    """Return the tags of the answers in records."""
    blocks = (block for sent in records for block in sent.blocks)
    keys = {one.key for one in blocks if one.role is BlockRole.ANSWER}
    return ControlTags(frozenset(make_answer_tag(key) for key in keys if key is not None))


def open_control(
    properties: Mapping[str, Element], tags: ControlTags, outer: OpenControl | None
) -> OpenControl | None:
    """Return the control that text inside belongs to: this one, or the outer one.

    A control without a known tag does not hide an outer one.
    """
    name = read_value(properties.get(_TAG))
    if not tags.is_known(name):
        return outer
    number = tags.counts_by_tag[name]
    tags.counts_by_tag[name] += 1
    control = OpenControl(name, number, is_on(properties.get(_PLACEHOLDER)))
    date_node = properties.get(_DATE)
    if date_node is not None:
        control.day = parse_date(date_node.get(w("fullDate")))
    control.items = _read_list_items(properties)
    checkbox = properties.get(_CHECKBOX)
    if checkbox is not None:
        control.is_ticked = _is_ticked(checkbox.find(w14("checked")))
        control.signs = _read_signs(checkbox)
    return control


def is_toc_control(properties: Mapping[str, Element]) -> bool:
    """Return whether a control holds a table of contents."""
    gallery = read_properties(properties.get(_DOC_PART)).get(_GALLERY)
    return read_value(gallery).strip().lower() == _TOC_GALLERY


def replace_sign(text: str, full_text: str, sign: str) -> str | None:
    """Return the text of a check box with `sign` put in, or `None` if it holds no sign.

    `full_text` is all its text. A single character is the sign, whatever its font.
    """
    if len(full_text) <= 1:
        return sign if text.strip() or not full_text else None
    index = next((at for at, char in enumerate(text) if _is_sign(char)), None)
    return None if index is None else f"{text[:index]}{sign}{text[index + 1 :]}"


def read_form_box(box: Element) -> str:
    """Return the sign of a check box that is a form field: its state, or the one it began with."""
    properties = read_properties(box)
    state = properties.get(w("checked"))
    return TICKED if is_on(properties.get(w("default")) if state is None else state) else UNTICKED


def _is_sign(char: str) -> bool:
    return char in _DRAWN_TICKED or char in _DRAWN_UNTICKED


def _read_signs(checkbox: Element) -> dict[str, bool]:
    """Return the signs of both states, nothing if they are the same.

    Those of a symbol font may be written as its letters or as characters for private use.
    """
    signs: dict[str, bool] = {}
    for name, is_ticked in _STATES.items():
        node = checkbox.find(name)
        code = parse_hex(node.get(_STATE) if node is not None else None)
        for one in (code, code + _SYMBOL_FONT[0], code - _SYMBOL_FONT[0]) if code else ():
            if one == code or max(code, one) in _SYMBOL_FONT:
                if signs.get(chr(one), is_ticked) != is_ticked:
                    return {}
                signs[chr(one)] = is_ticked
    return signs


def _is_ticked(node: Element | None) -> bool:
    if node is None:
        return False
    state = (node.get(w14("val")) or node.get(VAL) or "1").strip().lower()
    return state not in {"0", "false", "off"}


def _read_list_items(properties: Mapping[str, Element]) -> dict[str, str]:
    """Return the values of a drop-down list by display text; the first of equal texts counts."""
    items: dict[str, str] = {}
    for name in _LISTS:
        list_node = properties.get(name)
        if list_node is not None:
            for item in list_node.iterchildren(_LIST_ITEM):
                item_value = item.get(_VALUE) or ""
                items.setdefault(item.get(_DISPLAY) or item_value, item_value)
    return items
