"""A place as people type it: its parts, its postcodes, its abbreviations.

Schools write `B-3920 Lommel`, `Kartal / Istanbul`, `Halle (Saale)`, `St-Niklaas`, `75015 Paris`.
"""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

from erasmus_desk.budget.distance import normalise_name

_SPLIT: Final = re.compile(r"\s+[-\u2010-\u2015]+\s+|[,;/|()\[\]\n\u2013\u2014]+")
_POSTCODE: Final = re.compile(
    r"(?<![\w])(?:[A-Za-z]{1,3}[-\u2010-\u2015]\s?|[A-Z]{1,3}\s)?"
    r"(\d{2}-\d{3}|\d{4}-\d{3}|\d{3}\s\d{2}|\d{3,7})(?![\w])(?:\s?[A-Z]{2}(?=\s*$|\s+\w{3,}))?"
)
_BRITISH_POSTCODE: Final = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b|\b[A-Z]\d{2}\s?[A-Z\d]{4}\b"
)
_NUMBER: Final = re.compile(
    r"(?<!\w)\d+\s?(?:[.\u00ba\u00b0]|er|e|\u00e8me|eme|st|nd|rd|th|ter|de)?(?!\w)"
)
_SLASH_BEFORE_SHORT: Final = re.compile(r"(?<!\w)(\w)\s?/\s?(\w)(?!\w)")
_SLASH_SHORT: Final = re.compile(r"(?<!\w)(\w)\s?/\s?(?=\w)")
"""A stroke that shortens a word: `a/d Rijn`, `s/Saône`."""
_PART_WORDS: Final = (
    "cedex arrondissement arr ardt kerulet ker bezirk sector sectorul obvod centrum centre center "
    "centro centar zentrum city stad ville stadt nord sud noord zuid oost west ost est ouest north "
    "south east norte sur no nv ne nw se sv sw so now cp bp po box pl plz"
)
"""Words that say which part of a town is meant, or that a postcode follows, but not which town."""
_ROMAN: Final = re.compile(r"[ivx]+|\w")
_LEADING: Final = re.compile(
    r"^(?:city|town|village|municipality|comune|citta|ville|commune|ciudad|municipio|cidade|concelho"
    r"|gemeente|stad|stadt|gemeinde|miasto|gmina|mesto|obec|grad|opcina|opstina|obcina|oras|orasul"
    r"|comuna|municipiul|dimos|\u0433\u0440|\u0433|\u0434\u03b7\u03bc\u03bf\u03c3)"
    r"(?: of| de| di| do| d)? (?=\w)"
)
_SHORT_SAINTS: Final = frozenset(("st", "ste", "sta", "sto"))
_DIGRAPHS: Final = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"))


class TypedPlace(Struct, frozen=True):
    """What somebody typed as a place: its parts in their order, and the postcodes in it."""

    whole: str
    parts: tuple[str, ...]
    postcodes: tuple[str, ...]


def read_place(typed: str) -> TypedPlace:
    """Return the parts of a typed place, without postcodes and numbers of districts."""
    postcodes = tuple(re.sub(r"\D", "", found) for found in _POSTCODE.findall(typed))
    rest = _POSTCODE.sub(" ", _BRITISH_POSTCODE.sub(" ", typed))
    rest = _SLASH_BEFORE_SHORT.sub(r"\1. \2.", rest)
    rest = _SLASH_SHORT.sub(r"\1. ", rest)
    parts = [
        part.strip(" .:\t\u00a0") + ("." if part.rstrip().endswith(".") else "")
        for part in _SPLIT.split(rest)
    ]
    named = tuple(part for part in parts if normalise_name(part))
    return TypedPlace(rest, named, postcodes)


def list_spellings(part: str) -> tuple[str, ...]:
    """Return the folded spellings of a part to look for, the best first."""
    plain = normalise_name(part)
    bare = normalise_name(_NUMBER.sub(" ", part))
    bare = " ".join(word for word in bare.split() if word != "cedex")
    short = _LEADING.sub("", bare)
    return tuple(filter(None, dict.fromkeys((plain, bare, short))))


def list_other_spellings(spelling: str) -> tuple[str, ...]:
    """Return a folded name with `ae`, `oe`, `ue` and `aa` read as one letter."""
    found = [spelling.replace(pair, letter) for pair, letter in _DIGRAPHS]
    every = spelling
    for pair, letter in _DIGRAPHS:
        every = every.replace(pair, letter)
    return tuple(one for one in dict.fromkeys((*found, every)) if one != spelling)


def build_pattern(part: str) -> str:
    """Return a pattern of what abbreviated words may stand for, or nothing if there are none.

    `Frankfurt a.M.` is found as `frankfurt am main`, `Gorzów Wlkp.` as `gorzow wielkopolski`.
    """
    pieces: list[str] = []
    has_short = False
    for word, dot in re.findall(r"([^\W_]+)(\.?)", part):
        folded = normalise_name(word)
        if dot or folded in _SHORT_SAINTS:
            has_short = True
            pieces.append("".join(rf"{re.escape(letter)}\w*" for letter in folded))
        else:
            pieces.append(re.escape(folded))
    return " ".join(pieces) if has_short and any(r"\w" not in one for one in pieces) else ""


def is_part_of_town(words: list[str]) -> bool:
    """Return whether words say no more than a part of a town: `xiii kerulet`, `centrum`, `n`."""
    known = _PART_WORDS.split()
    return all(word in known or _ROMAN.fullmatch(word) for word in words)
