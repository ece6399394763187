"""Cities by name and country (GeoNames, CC BY 4.0; see resources/cities) and their distances."""

from __future__ import annotations

import math
import re
import unicodedata
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

from msgspec import Struct, field

from erasmus_desk.paths import find_resources

EARTH_RADIUS: Final = 6371.0088
"""Kilometres: the mean radius of the earth (IUGG). The Commission does not say which radius its
calculator uses; others differ by 0.2 %, which is why a distance near the edge of a band is
reported (`erasmus_desk.budget.rates.find_near_edge`)."""
SAME_PLACE_DISTANCE: Final = 10
"""Kilometres within which places of one name count as the same place."""

_PLAIN_LETTERS: Final = str.maketrans(
    {
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "\u0131": "i",
    }
)
_SEPARATORS: Final = re.compile(r"[^\w]+|_+")
_COUNTRY_CODE_LENGTH: Final = 2
_ADDITIONS: Final = re.compile(r"\(.*?\)|[0-9]+|[,;/(].*")


class City(Struct, frozen=True):
    """A city of the list: its name, country (ISO 3166), degrees north and east."""

    name: str
    country: str
    north: float
    east: float


class Cities(Struct, frozen=True):
    """The lists of cities in a folder, one for each country, each read when first needed."""

    folder: Path
    _countries: dict[str, bytes] = field(default_factory=dict[str, bytes])
    _found: dict[tuple[str, str], tuple[City, ...]] = field(
        default_factory=dict[tuple[str, str], tuple[City, ...]]
    )

    def find(self, name: str, country: str) -> tuple[City, ...]:
        """Return the cities of that name in a country, the largest first.

        Accents, capitals and hyphens are ignored, and names in other languages are known.
        Additions (`3920 Lommel`, `Lommel, Limburg`) are dropped if nothing is found with them.
        """
        query = (name, country)
        if query not in self._found:
            # Cached: one budget looks up the same few cities many times.
            self._found[query] = self._search(name, country)
        return self._found[query]

    def _search(self, name: str, country: str) -> tuple[City, ...]:
        whole, core = normalise_name(name), normalise_name(_ADDITIONS.sub(" ", name))
        places = self._load_list(country)
        for wanted in dict.fromkeys((whole, core)):
            if wanted and (found := _search_list(wanted, places, country)):
                return found
        return ()

    def _load_list(self, country: str) -> bytes:
        if country not in self._countries:
            try:
                # Searched as bytes: parsing all lines would take a hundred times longer.
                is_code = len(country) == _COUNTRY_CODE_LENGTH and country.isalpha()
                read = (self.folder / f"{country}.tsv").read_bytes() if is_code else b""
            except OSError:
                read = b""
            self._countries[country] = read
        return self._countries[country]


@cache
def load_cities() -> Cities:
    """Return the lists included with the program; what was read stays in memory."""
    return Cities(find_resources() / "cities")


def normalise_name(name: str) -> str:
    """Return a name without accents, capitals and punctuation, as in the list."""
    bare = unicodedata.normalize("NFKD", name.casefold().translate(_PLAIN_LETTERS))
    letters = "".join(one for one in bare if not unicodedata.combining(one))
    return _SEPARATORS.sub(" ", letters).strip()


def compute_distance(start: City, end: City) -> Decimal:
    """Return the great-circle distance in kilometres, one way, to two decimals.

    The Commission's distance calculator uses a great circle too.
    """
    north, other = math.radians(start.north), math.radians(end.north)
    across = math.radians(end.east - start.east)
    half = math.sin((other - north) / 2) ** 2
    half += math.cos(north) * math.cos(other) * math.sin(across / 2) ** 2
    return Decimal(f"{2 * EARTH_RADIUS * math.asin(math.sqrt(half)):.2f}")


def are_same_place(places: tuple[City, ...]) -> bool:
    """Return whether places of one name are so close that it does not matter which is meant."""
    return all(compute_distance(places[0], place) <= SAME_PLACE_DISTANCE for place in places[1:])


def _search_list(wanted: str, places: bytes, country: str) -> tuple[City, ...]:
    found: list[City] = []
    sought = f"|{wanted}|".encode(errors="replace")
    at = places.find(sought)
    while at >= 0:
        end = places.find(b"\n", at)
        line = places[places.rfind(b"\n", 0, at) + 1 : end].decode()
        _, name, north, east = line.split("\t")
        found.append(City(name, country, float(north), float(east)))
        at = places.find(sought, end)
    if found and normalise_name(found[0].name) == wanted:
        # Cities that have this name only as an alternative are not meant.
        found = [city for city in found if normalise_name(city.name) == wanted]
    return tuple(found)
