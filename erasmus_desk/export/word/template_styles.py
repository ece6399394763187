"""The styles and lists of a template: lent to our blocks, and kept from getting in their way.

Fonts, colours and letter forms are those of the school. What would break our pages is not taken
over: numbers of its own before our headings, a page for each of them, spaces of half a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Final

from msgspec import Struct

from erasmus_desk.export.word.xml_nodes import Node, add_node, detach, get_child, remove_children, w

_PREFIX = "Proposal"
_COLOUR = re.compile("[0-9A-Fa-f]{6}")
MIN_CONTRAST = 4.5
"""Contrast to white below which a colour is darkened, and not used for our labels (WCAG 2, AA)."""
_DARKER = 0.96
"""What is left of a colour in each step of darkening; its hue stays."""
_LINEAR = 0.04045
"""Value of a colour up to which its light grows in a straight line."""
_NORMAL_LINE = "276"
_PARAGRAPH = "paragraph"
_USUAL_SIZE = 20
"""Half points of a text whose size is not said anywhere (ECMA-376, 17.3.2.38)."""
_TEXT_STYLES = ("proposal answer", "proposal answer point", "proposal answer number")
"""Styles of running text, which is aligned as in the template."""


class _Limits(Struct, frozen=True):
    """The most that a style may take: spaces in twentieths of a point, size in half points."""

    before: int
    after: int
    size: int


_LIMITS: Final = {
    "title": _Limits(720, 240, 60),
    "subtitle": _Limits(240, 700, 32),
    "heading 1": _Limits(480, 200, 40),
    "heading 2": _Limits(320, 120, 32),
    "heading 3": _Limits(240, 100, 28),
    "toc heading": _Limits(120, 200, 40),
}
_CONTENTS: Final = ("toc 1", "toc 2")
"""The entries of the contents, whose places and sizes are ours, so that they fit on a page."""
_LIST = "list bullet"
_ON = ("1", "true", "on")
_UNWANTED_SETTINGS = (
    "smartTagType",
    "attachedTemplate",  # Word would look for it on a drive that is not there
    "documentProtection",  # the proposal could not be edited
    "mailMerge",  # Word would ask for the list of addresses
    "embedTrueTypeFonts",
    "embedSystemFonts",
    "saveSubsetFonts",
    "updateFields",  # Word would ask whether to update
    "writeProtection",
    "footnotePr",  # names notes of the text that is not taken over
    "endnotePr",
)


def list_style_ids(styles: Node) -> dict[str, str]:
    """Return the ids of the styles in our own file by the names in the program."""
    ids = (_get_id(style) for style in styles.iter(w("style")))
    return {name.removeprefix(_PREFIX): name for name in ids}


def adopt_styles(theirs: Node, ours: Node, bullet: str) -> dict[str, str]:
    """Add missing styles of ours to a template, and return the ids of all in it.

    Built-in styles are identified by name: a heading has the id `Kop1` in a Dutch Word, but
    always the name `heading 1`. `bullet` is the number of our list in the template.
    """
    known = {_get_name(style): _get_id(style) for style in theirs.iter(w("style"))}
    taken = {style_id for style_id in known.values() if style_id}
    ids = {_get_id(style): known.get(_get_name(style), "") for style in ours.iter(w("style"))}
    new = [style for style in ours.iter(w("style")) if not ids[_get_id(style)]]
    for style in new:
        own = _get_id(style)
        ids[own] = own if own not in taken else f"{_PREFIX}{own}"
    _adapt_styles(theirs, ours, bullet)
    accents = _find_accent(ours), _find_accent(theirs)
    stops = _list_tab_stops(theirs)
    for style in new:
        copy = deepcopy(style)
        _recolour(copy, *accents)
        copy.set(w("styleId"), ids[_get_id(style)])
        _update_links(copy, ids, bullet)
        _shield(copy, stops)
        theirs.append(copy)
    return {name.removeprefix(_PREFIX): style_id for name, style_id in ids.items()}


def has_own_sizes(theirs: Node, ours: Node) -> bool:
    """Return whether text or headings of a template have other sizes than we use them with.

    Text has the size of ours, on which the pages are planned, unless the template has our style
    for it; of a heading the size is limited.
    """
    by_id = {_get_id(style): style for style in theirs.iter(w("style"))}
    named = {_get_name(style): style for style in by_id.values() if _get_type(style) == _PARAGRAPH}
    too_large = (
        _find_size(list(_list_chain(named[name], by_id))) > limits.size
        for name, limits in _LIMITS.items()
        if name in named
    )
    keeps_text = _TEXT_STYLES[0] in named or _find_text_size(theirs) == _find_text_size(ours)
    return any(too_large) or not keeps_text


def _find_text_size(styles: Node) -> int:
    """Return the size of running text: of our style for it, else of the default paragraph."""
    by_id = {_get_id(style): style for style in styles.iter(w("style"))}
    own = [style for style in by_id.values() if _get_name(style) == _TEXT_STYLES[0]]
    usual = [
        style
        for style in by_id.values()
        if style.get(w("default")) in _ON and _get_type(style) == _PARAGRAPH
    ]
    chain = [one for first in (own or usual)[:1] for one in _list_chain(first, by_id)]
    defaults = styles.find(f"{w('docDefaults')}/{w('rPrDefault')}")
    return _find_size(chain if defaults is None else [*chain, defaults]) or _USUAL_SIZE


def _find_size(chain: list[Node]) -> int:
    return _to_int(_find_value(chain, "rPr/sz", "val"))


def _adapt_styles(theirs: Node, ours: Node, bullet: str) -> None:
    """Take out of the template's own styles what would break our pages."""
    by_id = {_get_id(style): style for style in theirs.iter(w("style"))}
    designs = {_get_name(style): style for style in ours.iter(w("style"))}
    for style in by_id.values():
        name = _get_name(style)
        if name not in designs or _get_type(style) != _PARAGRAPH:
            continue
        chain = list(_list_chain(style, by_id))
        if name in _CONTENTS:
            _replace_layout(style, designs[name])
            _clear_tab_stops(style, _list_tab_stops(theirs))
        elif name in _LIMITS:
            _limit(style, chain, _LIMITS[name])
        if name.startswith("heading"):
            get_child(get_child(style, "pPr"), "keepNext")
            get_child(get_child(style, "pPr"), "keepLines")
            level = get_child(get_child(style, "pPr"), "outlineLvl")
            level.set(w("val"), _find_value([designs[name]], "pPr/outlineLvl", "val"))
        _switch_off(style, chain, name, bullet)
        _darken(style, chain)


def _darken(style: Node, chain: list[Node]) -> None:
    """Make a colour that is too light to be read on white as dark as needed.

    One on a background of its own stays: it was chosen for that.
    """
    colour = _find_value(chain, "rPr/color", "val")
    grounds = {_find_value(chain, f"{part}/shd", "fill").upper() for part in ("pPr", "rPr")}
    if not _COLOUR.fullmatch(colour) or grounds - {"", "AUTO", "FFFFFF"}:
        return
    parts = [float(int(colour[at : at + 2], 16)) for at in (0, 2, 4)]
    darker = colour
    while measure_contrast(darker) < MIN_CONTRAST:
        parts = [one * _DARKER for one in parts]
        darker = "".join(f"{int(one):02X}" for one in parts)
    if darker != colour:
        letters = get_child(style, "rPr")
        remove_children(letters, "color")  # with a colour of the theme, which counts more
        get_child(letters, "color").set(w("val"), darker)


def _limit(style: Node, chain: list[Node], limits: _Limits) -> None:
    """Keep spaces and size of a style within limits, also those it inherits."""
    for side, most in (("before", limits.before), ("after", limits.after)):
        is_automatic = _find_value(chain, "pPr/spacing", f"{side}Autospacing") in _ON
        if is_automatic or _to_int(_find_value(chain, "pPr/spacing", side)) > most:
            spacing = get_child(get_child(style, "pPr"), "spacing")
            spacing.set(w(side), str(most))
            spacing.set(w(f"{side}Autospacing"), "0")
    for size in ("sz", "szCs"):
        if _to_int(_find_value(chain, f"rPr/{size}", "val")) > limits.size:
            get_child(get_child(style, "rPr"), size).set(w("val"), str(limits.size))


def _replace_layout(style: Node, design: Node) -> None:
    """Give a style the places and the size of ours; font and colour stay."""
    layout = design.find(w("pPr"))
    remove_children(style, "pPr")
    if layout is not None:
        own = get_child(style, "pPr")
        for child in layout:
            own.append(deepcopy(child))
    for size in ("sz", "szCs"):
        value = _find_value([design], f"rPr/{size}", "val")
        get_child(get_child(style, "rPr"), size).set(w("val"), value)


def unlink_levels(numbering: Node, styles: Node, ours: Node) -> None:
    """Take the styles that we use out of the numbered lists of a template."""
    used = {_get_name(style) for style in ours.iter(w("style"))} - {_LIST}
    ids = {_get_id(style) for style in styles.iter(w("style")) if _get_name(style) in used}
    for link in list(numbering.iter(w("pStyle"))):
        if link.get(w("val")) in ids:
            detach(link)


def _switch_off(style: Node, chain: list[Node], name: str, bullet: str) -> None:
    """Switch off numbers, page breaks, frames and hidden text; a list gets its bullet."""
    numbers = [one for one in chain if _find(one, "pPr/numPr") is not None]
    has_bullet = _find_value(chain, "pPr/numPr/numId", "val") not in {"", "0"}
    if numbers if name != _LIST else not has_bullet:
        numbering = get_child(get_child(style, "pPr"), "numPr")
        for child in list(numbering):
            numbering.remove(child)
        add_node(numbering, "numId").set(w("val"), bullet if name == _LIST else "0")
    for properties, unwanted in (("pPr", "pageBreakBefore"), ("rPr", "vanish")):
        if any(_find(one, f"{properties}/{unwanted}") is not None for one in chain):
            get_child(get_child(style, properties), unwanted).set(w("val"), "0")
    for one in chain:
        if (layout := one.find(w("pPr"))) is not None:
            remove_children(layout, "framePr")


def _list_tab_stops(styles: Node) -> list[str]:
    """Return the tab stops that every paragraph of a template has."""
    return [
        tab.get(w("pos")) or ""
        for style in styles.iter(w("style"))
        if _get_type(style) == _PARAGRAPH and style.get(w("default")) in _ON
        for tab in style.iter(w("tab"))
    ]


def _clear_tab_stops(style: Node, stops: list[str]) -> None:
    """Keep tab stops of the template's text out of a style, whose own are meant for our words."""
    if not stops:
        return
    tabs = get_child(get_child(style, "pPr"), "tabs")
    own = {tab.get(w("pos")): tab for tab in tabs}
    for stop in set(stops) - set(own):
        own[stop] = add_node(tabs, "tab")
        own[stop].set(w("val"), "clear")
        own[stop].set(w("pos"), stop)
    for tab in sorted(tabs, key=lambda tab: _to_int(tab.get(w("pos")) or "")):
        tabs.remove(tab)
        tabs.insert(len(tabs), tab)


def _shield(style: Node, stops: list[str]) -> None:
    """Keep tab stops, indents and the like of the template's text out of a style of ours."""
    if _get_type(style) != _PARAGRAPH:
        return
    _clear_tab_stops(style, stops)
    properties = get_child(style, "pPr")
    indent = get_child(properties, "ind")
    for side in ("left", "right"):
        if indent.get(w(side)) is None:
            indent.set(w(side), "0")
    if indent.get(w("hanging")) is None and indent.get(w("firstLine")) is None:
        indent.set(w("firstLine"), "0")
    spacing = get_child(properties, "spacing")
    for name, value in (("before", "0"), ("line", _NORMAL_LINE), ("lineRule", "auto")):
        if spacing.get(w(name)) is None:
            spacing.set(w(name), value)
    for side in ("before", "after"):
        spacing.set(w(f"{side}Autospacing"), "0")
    if _get_name(style) not in _TEXT_STYLES and properties.find(w("jc")) is None:
        get_child(properties, "jc").set(w("val"), "left")


def _list_chain(style: Node, by_id: Mapping[str, Node]) -> Iterator[Node]:
    """Yield a style and those it is based on, up to the first repeated one."""
    seen: list[Node] = []
    while style not in seen:
        yield style
        seen.append(style)
        link = style.find(w("basedOn"))
        style = by_id.get((link.get(w("val")) or "") if link is not None else "", style)


def _find(style: Node, path: str) -> Node | None:
    return style.find("/".join(map(w, path.split("/"))))


def _find_value(chain: list[Node], path: str, attribute: str) -> str:
    """Return an attribute of the first style that has it, or an empty text."""
    found = (child for one in chain if (child := _find(one, path)) is not None)
    return next((value for child in found if (value := child.get(w(attribute)))), "")


def _to_int(text: str) -> int:
    """Return a number of twips or half points; 0 for what is none."""
    return int(text) if text.isdecimal() else 0


def _find_accent(styles: Node) -> str:
    """Return the colour of the main heading, which is the colour of the school.

    One that is too light to be read on white, or to be written on in white, is none.
    """
    main = next((one for one in styles.iter(w("style")) if _get_name(one) == "heading 1"), None)
    colour = main.find(f"{w('rPr')}/{w('color')}") if main is not None else None
    value = (colour.get(w("val")) or "") if colour is not None else ""
    return value if _COLOUR.fullmatch(value) and measure_contrast(value) >= MIN_CONTRAST else ""


def measure_contrast(colour: str) -> float:
    """Return the contrast of a colour to white, from 1 to 21 (WCAG 2.1, relative luminance)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = [one / 12.92 if one <= _LINEAR else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    shares = zip(linear, (0.2126, 0.7152, 0.0722), strict=True)
    return 1.05 / (sum(one * share for one, share in shares) + 0.05)


def _recolour(style: Node, old: str, new: str) -> None:
    """Replace our colour in a style by that of the school."""
    if not old or not new:
        return
    for element in style.iter("*"):
        for name in (w("val"), w("color"), w("fill")):
            if element.get(name) == old:
                element.set(name, new)


def _update_links(style: Node, ids: dict[str, str], bullet: str) -> None:
    for name in ("basedOn", "next", "link"):
        for link in style.iter(w(name)):
            link.set(w("val"), ids.get(link.get(w("val")) or "", link.get(w("val")) or ""))
    for number in style.iter(w("numId")):
        number.set(w("val"), bullet)


def _get_id(style: Node) -> str:
    return style.get(w("styleId")) or ""


def _get_name(style: Node) -> str:
    name = style.find(w("name"))
    return (name.get(w("val")) or "").lower() if name is not None else ""


def _get_type(style: Node) -> str:
    return style.get(w("type")) or ""


def adopt_numbering(theirs: Node, ours: Node) -> str:
    """Add our list to a template's numbering, and return its number there."""
    lists = [int(one.get(w("abstractNumId")) or 0) for one in theirs.iter(w("abstractNum"))]
    numbers = [int(one.get(w("numId")) or 0) for one in theirs.iter(w("num"))]
    new_list, new_number = str(max(lists, default=0) + 1), str(max(numbers, default=0) + 1)
    abstract, number = ours.find(w("abstractNum")), ours.find(w("num"))
    if abstract is None or number is None:
        return new_number
    abstract, number = deepcopy(abstract), deepcopy(number)
    abstract.set(w("abstractNumId"), new_list)
    number.set(w("numId"), new_number)
    for link in number.iter(w("abstractNumId")):
        link.set(w("val"), new_list)
    # The schema requires pictures of bullets before lists, and lists before numbers.
    earlier = {w("numPicBullet"), w("abstractNum")}
    first = [place for place, one in enumerate(theirs) if one.tag not in earlier]
    theirs.insert(first[0] if first else len(theirs), abstract)
    last = [place for place, one in enumerate(theirs) if one.tag == w("num")]
    theirs.insert(last[-1] + 1 if last else len(theirs), number)
    return new_number


def neutralise_settings(settings: Node) -> None:
    """Remove settings that would stop or question the reader from a template."""
    remove_children(settings, *_UNWANTED_SETTINGS)


def set_language(root: Node, tag: str) -> None:
    """Set the default language of a styles or settings part."""
    found = list(root.iter(w("themeFontLang")))
    if (defaults := root.find(w("docDefaults"))) is not None:
        found += defaults.iter(w("lang"))
    for language in found:
        language.set(w("val"), tag)
        language.set(w("eastAsia"), tag)
