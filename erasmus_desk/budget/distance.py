"""Cities by name and country from a list on board, and the kilometres between two of them.

The only module that reads the list (from GeoNames, CC BY 4.0; see resources/cities). It is
opened with the first city that is asked for, one country at a time.
"""

from __future__ import annotations

import math
import re
import unicodedata
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

from msgspec import Struct, field

from erasmus_desk.paths import resources

RADIUS: Final = 6371.0088
"""Kilometres: the mean radius of the earth (IUGG). The Commission does not say which radius its
calculator takes; others in use differ by 0.2 %, which is why a distance near the edge of a band
is told (`erasmus_desk.budget.rates.near_edge`)."""
SAME_PLACE: Final = 10
"""Places of one name that lie within so many kilometres of each other need no telling apart."""

_NO_MARKS: Final = str.maketrans(
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
_APART: Final = re.compile(r"[^\w]+|_+")
_CODE: Final = 2
_ASIDE: Final = re.compile(r"\(.*?\)|[0-9]+|[,;/(].*")


class City(Struct, frozen=True):
    """A place of the list: its name, its country (ISO 3166), degrees north and east."""

    name: str
    country: str
    north: float
    east: float


class Cities(Struct, frozen=True):
    """The lists of cities in a folder, one for each country; without a list no city is known."""

    folder: Path
    _countries: dict[str, bytes] = field(default_factory=dict[str, bytes])
    _found: dict[tuple[str, str], tuple[City, ...]] = field(
        default_factory=dict[tuple[str, str], tuple[City, ...]]
    )

    def find(self, name: str, country: str) -> tuple[City, ...]:
        """Give the places of that name in a country, the largest first.

        Accents, capitals and hyphens do not matter, and names in other languages are known.
        What stands beside a name (`3920 Lommel`, `Lommel, Limburg`) is left out if it must be.
        """
        asked = (name, country)
        if asked not in self._found:
            # Remembered, for a budget asks for the same few cities again and again.
            self._found[asked] = self._looked_up(name, country)
        return self._found[asked]

    def _looked_up(self, name: str, country: str) -> tuple[City, ...]:
        whole, core = fold(name), fold(_ASIDE.sub(" ", name))
        places = self._places(country)
        for wanted in dict.fromkeys((whole, core)):
            if wanted and (found := _named(wanted, places, country)):
                return found
        return ()

    def _places(self, country: str) -> bytes:
        if country not in self._countries:
            try:
                # Searched as it is: to take all its lines apart would cost a hundred times more.
                is_code = len(country) == _CODE and country.isalpha()
                read = (self.folder / f"{country}.tsv").read_bytes() if is_code else b""
            except OSError:
                read = b""
            self._countries[country] = read
        return self._countries[country]


@cache
def shipped() -> Cities:
    """Give the list on board; what was read of it stays in memory."""
    return Cities(resources() / "cities")


def fold(name: str) -> str:
    """Give a name without accents, capitals and punctuation, as the list holds it."""
    bare = unicodedata.normalize("NFKD", name.casefold().translate(_NO_MARKS))
    letters = "".join(one for one in bare if not unicodedata.combining(one))
    return _APART.sub(" ", letters).strip()


def kilometres(start: City, end: City) -> Decimal:
    """Give the straight line between two places in kilometres, to two decimals.

    A great circle, as in the Commission's distance calculator; one way.
    """
    north, other = math.radians(start.north), math.radians(end.north)
    across = math.radians(end.east - start.east)
    half = math.sin((other - north) / 2) ** 2
    half += math.cos(north) * math.cos(other) * math.sin(across / 2) ** 2
    return Decimal(f"{2 * RADIUS * math.asin(math.sqrt(half)):.2f}")


def alike(places: tuple[City, ...]) -> bool:
    """Tell whether places of one name lie so close that it does not matter which is meant."""
    return all(kilometres(places[0], place) <= SAME_PLACE for place in places[1:])


def _named(wanted: str, places: bytes, country: str) -> tuple[City, ...]:
    found: list[City] = []
    sought = f"|{wanted}|".encode(errors="replace")
    at = places.find(sought)
    while at >= 0:
        end = places.find(b"\n", at)
        line = places[places.rfind(b"\n", 0, at) + 1 : end].decode()
        _, name, north, east = line.split("\t")
        found.append(City(name, country, float(north), float(east)))
        at = places.find(sought, end)
    if found and fold(found[0].name) == wanted:
        # Others that bear the name only beside their own are not meant.
        found = [city for city in found if fold(city.name) == wanted]
    return tuple(found)
