"""The lists of cities of each country (GeoNames, CC BY 4.0; see resources/cities)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from msgspec import Struct, field

from erasmus_desk.budget.distance import City, CityKind, normalise_name
from erasmus_desk.paths import find_resources

_COUNTRY_CODE_LENGTH: Final = 2
_MOST_HITS: Final = 400
"""Places of one name beyond which no more are read; no country has so many."""


class Region(Struct, frozen=True):
    """A region of a country: its code, its folded names, the first digits of its postcodes."""

    code: str
    names: frozenset[str]
    postcodes: tuple[str, ...]


class Cities(Struct, frozen=True, eq=False):
    """The lists of cities in a folder, one for each country, each read when first needed."""

    folder: Path
    _countries: dict[str, bytes] = field(default_factory=dict[str, bytes])
    _regions: dict[str, tuple[Region, ...]] = field(default_factory=dict[str, tuple[Region, ...]])

    def find(self, name: str, country: str) -> tuple[City, ...]:
        """Return the cities that have a name, as their own or another one, the largest first.

        Accents, capitals and hyphens are ignored, and names in other languages are known.
        """
        wanted = normalise_name(name)
        if not wanted:
            return ()
        sought = f"|{wanted}|".encode(errors="replace")
        return tuple(self._search(sought, country))

    def find_longer(self, name: str, country: str, most: int) -> tuple[City, ...]:
        """Return the largest cities whose own name begins with these words and has more."""
        start = f"{normalise_name(name)} "
        found = self.find_beginning(start, country, most, has_more=True)
        return tuple(city for city in found if normalise_name(city.name).startswith(start))

    def find_like(self, pattern: str, country: str) -> tuple[City, ...]:
        """Return the cities one of whose folded names matches a pattern, the largest first."""
        read = self._load_list(country)
        places = {_find_line(read, hit.start()): None for hit in _match(pattern, read)}
        return tuple(_parse(line, country) for line in places)

    def find_beginning(
        self, text: str, country: str, most: int, *, has_more: bool = False
    ) -> tuple[City, ...]:
        """Return at most so many cities of which a name begins with a text, the largest first."""
        wanted = normalise_name(text) + " " * has_more
        if not wanted.strip():
            return ()
        found: list[City] = []
        for city in self._search(f"|{wanted}".encode(errors="replace"), country):
            found.append(city)
            if len(found) == most:
                break
        return tuple(found)

    def list_regions(self, country: str) -> tuple[Region, ...]:
        """Return the regions of a country."""
        if country not in self._regions:
            lines = self._read(country, self.folder / "regions").decode().splitlines()
            self._regions[country] = tuple(map(_parse_region, lines))
        return self._regions[country]

    def _search(self, sought: bytes, country: str) -> Iterator[City]:
        places = self._load_list(country)
        at = places.find(sought)
        for _ in range(_MOST_HITS):
            if at < 0:
                return
            yield _parse(_find_line(places, at), country)
            at = places.find(sought, places.find(b"\n", at))

    def _load_list(self, country: str) -> bytes:
        if country not in self._countries:
            # Searched as bytes: parsing all lines would take a hundred times longer.
            self._countries[country] = self._read(country, self.folder)
        return self._countries[country]

    def _read(self, country: str, folder: Path) -> bytes:
        is_code = len(country) == _COUNTRY_CODE_LENGTH and country.isalpha()
        try:
            return (folder / f"{country}.tsv").read_bytes() if is_code else b""
        except OSError:
            return b""


@cache
def load_cities() -> Cities:
    """Return the lists included with the program; what was read stays in memory."""
    return Cities(find_resources() / "cities")


def _find_line(places: bytes, at: int) -> bytes:
    return places[places.rfind(b"\n", 0, at) + 1 : places.find(b"\n", at)]


def _match(pattern: str, places: bytes) -> Iterator[re.Match[bytes]]:
    return re.finditer(rf"\|(?:{pattern})(?=\|)".encode(errors="replace"), places)


def _parse(line: bytes, country: str) -> City:
    _, name, north, east, region, population, kind, apart = line.decode().split("\t")
    at, inhabitants = (float(north), float(east)), int(population)
    return City(name, country, *at, region, inhabitants, CityKind(kind), apart)


def _parse_region(line: str) -> Region:
    code, names, postcodes = line.split("\t")
    return Region(
        code, frozenset(names.strip("|").split("|")), tuple(filter(None, postcodes.split("|")))
    )
