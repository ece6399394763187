"""What the lists of places are built from: the files of GeoNames, and what is written by hand."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, cast

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from erasmus_desk.budget.distance import (  # noqa: E402 - the checkout must be on the path first
    City,
    normalise_name,
)

BY_HAND = ROOT / ".ci" / "places"
NEAR = frozenset({"AM", "AZ", "CY", "DZ", "EG", "GE", "IL", "JO", "LB", "LY", "MA", "PS", "SY"})
NEAR_TOO = frozenset({"TN", "TR"})
"""Neighbours of Europe: like Europe, with every place of 500 inhabitants."""
TERRITORIES = {"FR": ("GP", "MQ", "GF", "RE", "YT", "MF"), "FI": ("AX",), "NO": ("SJ",)}
"""Regions with a code of their own that a school calls by the country they belong to."""
NEWEST_REGIONS = frozenset({"NO"})
"""Countries whose newest regions are those of 2017; elsewhere the older ones are."""
FAR_LEAST = 15000
"""Elsewhere a place has at least so many inhabitants."""
SHORTEST = 3
SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")
UNMARKED_SEATS = frozenset({"BE", "FR"})
SEVERAL_NAMES = re.compile(r"\s*/\s*|\s+-+\s+|[(),]")
"""What stands between two names of one place: `Donostia / San Sebastián`."""

Source = Mapping[str, Any]


@cache
def fold(name: str) -> str:
    """Return a name as the program looks for it."""
    return normalise_name(name)


@dataclass
class Place:
    """A place with what its line says."""

    name: str
    names: list[str]
    north: float
    east: float
    region: str
    population: int
    kind: str = ""
    apart: str = ""

    @property
    def is_plain_town(self) -> bool:
        """Whether its name can stand in parentheses behind that of another place."""
        return self.kind not in ("d", "x") and not SEVERAL_NAMES.search(self.name)

    @property
    def at(self) -> City:
        """The place as the program measures distances."""
        return City(self.name, "", self.north, self.east)


@dataclass
class Region:
    """A region of a country: its code, its name, all names, the first digits of its postcodes."""

    code: str
    name: str
    names: list[str]
    short: str = ""
    postcodes: list[str] = field(default_factory=list[str])


def choose_names(place: Source) -> Iterator[str]:
    """Return the names a European would type: no codes, no letters of far scripts."""
    yield str(place["name"])
    yield from filter(None, SEVERAL_NAMES.split(str(place["name"])))
    for name in cast("list[str]", place["alternatenames"]):
        letters = [letter for letter in name if letter.isalpha()]
        # Spelled without a capital it is the sound of a far script: `luo mo er`.
        is_sound = name == name.lower()
        is_code = name == name.upper() and len(letters) <= SHORTEST
        is_near = all(unicodedata.name(one, "").startswith(SCRIPTS) for one in letters)
        if len(letters) >= SHORTEST and is_near and not is_sound and not is_code:
            yield name


def read_by_hand(name: str) -> Iterator[list[str]]:
    """Return the rows of a file written by hand."""
    for line in (BY_HAND / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def read_kinds(path: Path) -> dict[int, tuple[str, str]]:
    """Return the kind and the region of each place of the list of GeoNames.

    Where town halls are not marked, the largest place of a municipality has it.
    """
    found: dict[int, tuple[str, str]] = {}
    largest: dict[tuple[str, str], tuple[int, int]] = {}
    for line in path.read_text("utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) <= SHORTEST * 4:
            continue
        place, kind = int(cells[0]), "s" if cells[7].startswith(("PPLA", "PPLC")) else ""
        kind = "x" if cells[7] == "PPLX" else kind
        found[place] = (kind, _join(cells[10], cells[11]))
        if cells[8] in UNMARKED_SEATS and kind == "" and cells[13]:
            municipality, size = (cells[8], cells[13]), (int(cells[14]), place)
            largest[municipality] = max(largest.get(municipality, size), size)
    for _, place in largest.values():
        found[place] = ("s", found[place][1])
    return found


def _join(first: str, second: str) -> str:
    return f"{first}.{second}" if second.strip("0") else first


def read_places(arguments: list[Path]) -> dict[str, list[Place]]:
    """Return the places of each country, with the territories that count as part of one."""
    cities = cast("dict[str, Source]", json.loads(arguments[0].read_text("utf-8")))
    countries = cast("dict[str, Source]", json.loads(arguments[1].read_text("utf-8")))
    near = {code for code, one in countries.items() if one["continentcode"] == "EU"}
    near |= NEAR | NEAR_TOO | {one for more in TERRITORIES.values() for one in more}
    kinds = read_kinds(arguments[2])
    newest = {
        (one["country"], one["name"], f"{float(one['lat']):.2f}"): _join(
            one["admin1"], one["admin2"]
        )
        for one in cast("list[Source]", json.loads(arguments[3].read_text("utf-8")))
    }
    found: dict[str, list[Place]] = defaultdict(list)
    for one in cities.values():
        country, population = str(one["countrycode"]), int(one["population"])
        if country not in near and population < FAR_LEAST:
            continue
        where = (country, one["name"], f"{one['latitude']:.2f}")
        kind, older = kinds.get(one["geonameid"], ("", ""))
        known = [newest.get(where), older]
        known = known if country in NEWEST_REGIONS else known[::-1]
        region = next(filter(None, known), str(one["admin1code"]))
        names = list(choose_names(one))
        place = (names[0], names, one["latitude"], one["longitude"], region, population, kind)
        found[country].append(Place(*place))
    for country, parts in TERRITORIES.items():
        for part in parts:
            found[country] += [
                Place(one.name, one.names, one.north, one.east, part, one.population, one.kind)
                for one in found[part]
            ]
    for places in found.values():
        places.sort(key=lambda place: (-place.population, place.name))
    return found


def read_regions(path: Path) -> dict[str, dict[str, Region]]:
    """Return the regions of each country by their codes."""
    found: dict[str, dict[str, Region]] = defaultdict(dict)
    for line in path.read_text("utf-8").splitlines():
        name, iso, code, _, _, others = line.split("\t")[:6]
        country, _, rest = code.partition(".")
        if rest:
            first, comma, last = name.partition(", ")
            short = iso.partition("-")[2]
            is_turned = comma and (country != "GB" or last.endswith(" of"))
            plain = f"{last} {first}" if is_turned else name.replace(",", "")
            region = Region(rest, plain, [name], short)
            region.names += [one for one in others.split("|") if one]
            region.names += [f"Co {name}"] if country == "IE" else []
            found[country][rest] = region
    for country, parts in TERRITORIES.items():
        found[country] |= {part: Region(part, "", []) for part in parts}
    for country, code, postcodes, names in read_by_hand("regions.tsv"):
        region = _find_region(found[country], code)
        region.postcodes += [one for one in postcodes.split(",") if one]
        region.names += [one for one in names.split("; ") if one]
        region.name = region.name or region.names[0]
    for code, region in found["FR"].items():
        number = code.partition(".")[2]
        if number:
            region.postcodes.append("20" if number in ("2A", "2B") else number)
    return found


def _find_region(regions: dict[str, Region], code: str) -> Region:
    if code.startswith("="):
        wanted = fold(code[1:])
        # The code of a part of a region is longer than that of the region.
        found = [one for one in regions.values() if wanted in map(fold, one.names)]
        return min(found, key=lambda one: len(one.code))
    if code.startswith("."):
        return next(region for name, region in regions.items() if name.endswith(code))
    return regions.setdefault(code, Region(code, "", []))
