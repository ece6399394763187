"""Which place is meant by what somebody typed, and how sure that is.

A wrong place changes the distance and so the grant; so whatever is not certain is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from msgspec import Struct

from erasmus_desk.budget.city_lists import Cities
from erasmus_desk.budget.distance import (
    SAME_PLACE_DISTANCE,
    City,
    CityKind,
    compute_distance,
    normalise_name,
)
from erasmus_desk.budget.place_names import (
    TypedPlace,
    build_pattern,
    is_part_of_town,
    list_other_spellings,
    list_spellings,
    read_place,
)

SEVERAL: Final = "several"
"""Several places have the name, and none is so much larger that only it can be meant."""
SMALL: Final = "small"
"""The only place known is a small one; a larger one may be missing in the list."""
PART: Final = "part"
"""Only a part of what was typed is known."""

NEARBY: Final = 25
"""Kilometres within which a place says that another one is meant: a city and its district."""
SMALL_PLACE: Final = 4000
"""Inhabitants below which a place without a town hall may have a better known namesake that the
list lacks. (Of 63,000 places of a second list, 50 of these were wrong; of those with a town hall,
which are all in the list, 7.)"""
LARGE_PLACE: Final = 50_000
"""Inhabitants from which a city stands for a part of it that is not in the list."""
_DOMINANCE: Final = 50
"""How many times larger a place is than one nobody means without saying so."""
_FAR: Final = 1000
_FAR_DOMINANCE: Final = 500
"""The same for places so many kilometres apart: of an island overseas and the mainland."""
_LEAST_WEIGHT: Final = 500
_OTHER_NAME_SHARE: Final = 20
_QUARTER_WEIGHT: Final = 2000
_LEAST_LETTERS: Final = 2
_MOST_SUGGESTED: Final = 10
_MOST_OTHERS: Final = 12
_MOST_LONGER: Final = 4
_MOST_SHOWN: Final = 4


class Match(Struct, frozen=True):
    """The place taken for what was typed, others that may be meant, and the doubt, if any."""

    city: City
    others: tuple[City, ...] = ()
    doubt: str = ""

    def list_others(self) -> tuple[str, ...]:
        """Return the likeliest of the others, with their distance from the place taken."""
        shown = self.others[:_MOST_SHOWN]
        return tuple(f"{one.label} ({round(compute_distance(self.city, one))} km)" for one in shown)


class _Candidates(Struct, frozen=True):
    cities: tuple[City, ...]
    is_confirmed: bool
    """Whether something that was typed beside the name says which place is meant."""
    is_contradicted: bool = False
    longer: tuple[City, ...] = ()
    """Large places whose name has more words: `Newcastle` may be Newcastle-under-Lyme."""


@lru_cache(maxsize=2048)
def find_place(cities: Cities, typed: str, country: str) -> Match | None:
    """Return the place that was typed, or None if no place of that name is known.

    Cached: a budget looks for the same few places many times.
    """
    return _PlaceSearch(cities, country).find(typed)


def suggest_places(cities: Cities, typed: str, country: str) -> tuple[City, ...]:
    """Return the likeliest places whose name begins with what is typed, those of that name first.

    Nothing is suggested once something stands beside the name, for it would be lost.
    """
    parts = read_place(typed).parts
    if len(parts) != 1 or len(normalise_name(parts[0])) < _LEAST_LETTERS:
        return ()
    begun = normalise_name(parts[0])
    found = cities.find_beginning(parts[0], country, _MOST_SUGGESTED * 4)
    if not found and (pattern := build_pattern(f"{parts[0]}.")):
        found = cities.find_like(rf"{pattern}[^|]*", country)
    ranked = sorted(found, key=lambda city: not normalise_name(city.name).startswith(begun))
    exact = [city for city in ranked if normalise_name(city.name) == begun]
    by_label = {city.label: city for city in (*exact, *ranked)}
    return tuple(by_label.values())[:_MOST_SUGGESTED]


def name_place(cities: Cities, city: City) -> str:
    """Return the shortest text that means a place without a doubt: its name, or its label."""
    match = find_place(cities, city.name, city.country)
    is_enough = match is not None and not match.doubt and match.city == city
    return city.name if is_enough else city.label


class _PlaceSearch:
    """Looks in the list of one country."""

    def __init__(self, cities: Cities, country: str) -> None:
        self._cities = cities
        self._country = country

    def find(self, typed: str) -> Match | None:
        place = read_place(typed)
        if not place.parts:
            return None
        whole = self._cities.find(place.whole, self._country)
        if whole:
            return _judge(place.whole, self._confirm(place.whole, whole, (), place.postcodes))
        found = self._find_in_parts(place.parts, place.postcodes)
        return found or self._find_in_words(place)

    def _find_in_parts(self, parts: tuple[str, ...], postcodes: tuple[str, ...]) -> Match | None:
        """Return the place of the first part that the other ones confirm, or that is known."""
        known: list[tuple[str, _Candidates]] = []
        for at, part in enumerate(parts):
            found = self._list_named(part) or self._list_similar(part)
            if found:
                others = (*parts[:at], *parts[at + 1 :])
                candidates = self._confirm(part, found, others, postcodes)
                if candidates.is_confirmed:
                    return _judge(part, candidates)
                known.append((part, candidates))
        if not known:
            return None
        part, candidates = known[0]
        match = _judge(part, candidates)
        is_first = part == parts[0]
        before = parts[: parts.index(part)]
        if all(map(self._is_region, before)) and not is_first:
            return match
        if is_first and not candidates.is_contradicted:
            return match
        others = [_judge(*one) for one in known[1:]]
        large = [one for one in others if one.city.population >= LARGE_PLACE]
        taken = large[0] if is_first and large else match
        rest = (*(one.city for one in (match, *others)), *taken.others)
        return Match(taken.city, _list_others(rest, taken.city), PART)

    def _find_in_words(self, place: TypedPlace) -> Match | None:
        """Return the place of the first or last words, if the others are a part of it."""
        words = next(
            iter(list_spellings(place.parts[0])[1:2] or list_spellings(place.parts[0])), ""
        )
        split = words.split()
        guess: Match | None = None
        for at in range(len(split) - 1, 0, -1):
            head, rest = " ".join(split[:at]), " ".join(split[at:])
            more = place.parts[1:]
            if is_part_of_town(split[at:]) and (found := self._list_named(head)):
                return _judge(head, self._confirm(head, found, more, place.postcodes))
            for name, other in ((head, rest), (rest, head)):
                found = self._list_named(name)
                candidates = self._confirm(name, found, (other, *more), place.postcodes)
                if candidates.is_confirmed:
                    return _judge(name, candidates)
                large = [one for one in found if one.population >= LARGE_PLACE]
                if large and guess is None:
                    guess = Match(large[0], _list_others(found, large[0]), PART)
        return guess

    def _list_named(self, part: str) -> tuple[City, ...]:
        for spelling in list_spellings(part):
            if found := self._cities.find(spelling, self._country):
                return found
        return ()

    def _list_similar(self, part: str) -> tuple[City, ...]:
        pattern = build_pattern(part)
        if pattern and (found := self._cities.find_like(pattern, self._country)):
            return found
        for spelling in list_spellings(part):
            for other in list_other_spellings(spelling):
                if found := self._cities.find(other, self._country):
                    return found
        return ()

    def _list_longer(self, found: tuple[City, ...], part: str) -> tuple[City, ...]:
        spelling = next(iter(list_spellings(part)), "")
        longer = self._cities.find_longer(spelling, self._country, _MOST_LONGER)
        is_part = found[0].kind in (CityKind.DISTRICT, CityKind.SECTION)
        least = SMALL_PLACE if is_part else LARGE_PLACE / 2
        return tuple(one for one in longer if one.population >= least and one not in found)

    def _confirm(
        self,
        part: str,
        found: tuple[City, ...],
        others: tuple[str, ...],
        postcodes: tuple[str, ...],
    ) -> _Candidates:
        """Return the places that the other parts and the postcodes agree with, if there are any."""
        if not found:
            return _Candidates((), is_confirmed=False)
        votes = [0] * len(found)
        is_known = False
        for other in others:
            agreeing = self._list_agreeing(found, other)
            is_known = is_known or agreeing is not None
            for at in agreeing or ():
                votes[at] += 1
        for postcode in postcodes:
            regions = self._list_postcode_regions(postcode)
            is_known = is_known or bool(regions)
            for at, city in enumerate(found):
                votes[at] += any(_is_in(city, region) for region in regions)
        best = max(votes, default=0)
        if best == 0:
            longer = self._list_longer(found, part)
            return _Candidates(found, is_confirmed=False, is_contradicted=is_known, longer=longer)
        chosen = tuple(city for city, vote in zip(found, votes, strict=True) if vote == best)
        return _Candidates(chosen, is_confirmed=True)

    def _list_agreeing(self, found: tuple[City, ...], other: str) -> list[int] | None:
        """Return which places lie in or near what another part names, or None if it is unknown."""
        names = set(list_spellings(other))
        regions = [
            one.code for one in self._cities.list_regions(self._country) if names & one.names
        ]
        near = [city for city in self._list_named(other) if city not in found or len(found) == 1]
        if not regions and not near and not any(_is_named(city, names) for city in found):
            return None
        if named := [at for at, city in enumerate(found) if _is_named(city, names)]:
            return named
        by_region = [
            at for at, city in enumerate(found) if any(_is_in(city, region) for region in regions)
        ]
        return by_region or [at for at, city in enumerate(found) if _is_near(city, near)]

    def _is_region(self, part: str) -> bool:
        names = set(list_spellings(part))
        return any(names & one.names for one in self._cities.list_regions(self._country))

    def _list_postcode_regions(self, postcode: str) -> list[str]:
        """Return the regions whose postcodes begin like this one, by the longest beginning."""
        longest, found = 0, list[str]()
        for region in self._cities.list_regions(self._country):
            for beginning in region.postcodes:
                if postcode.startswith(beginning) and len(beginning) >= longest:
                    found = found if len(beginning) == longest else []
                    longest = len(beginning)
                    found.append(region.code)
        return found


def _is_in(city: City, region: str) -> bool:
    return city.region == region or city.region.startswith(f"{region}.")


def _is_named(city: City, names: set[str]) -> bool:
    return bool(city.apart) and normalise_name(city.apart) in names


def _is_near(city: City, places: list[City]) -> bool:
    return any(compute_distance(city, place) <= NEARBY for place in places)


def _weigh(city: City, part: str) -> int:
    """Return how likely a place is meant: its inhabitants, less if it only has another name."""
    weight, name = max(city.population, _LEAST_WEIGHT), normalise_name(city.name)
    if city.kind is CityKind.SECTION:
        weight = min(weight, _QUARTER_WEIGHT)
    if name in list_spellings(part):
        return weight * _OTHER_NAME_SHARE
    pattern = build_pattern(part)
    is_own = bool(pattern) and re.fullmatch(pattern, name) is not None
    return weight * _OTHER_NAME_SHARE if is_own else weight


def _judge(part: str, candidates: _Candidates) -> Match:
    """Return the likeliest place, with those that may be meant as well."""
    ranked = sorted(candidates.cities, key=lambda city: -_weigh(city, part))
    best = ranked[0]
    others = (*ranked[1:], *candidates.longer)
    rivals = tuple(city for city in others if _is_rival(city, best, part))
    if rivals:
        return Match(best, _list_others(rivals, best), SEVERAL)
    if candidates.is_contradicted:
        return Match(best, _list_others(ranked, best), PART)
    if not candidates.is_confirmed and _is_small(best):
        return Match(best, _list_others(ranked, best), SMALL)
    return Match(best)


def _is_rival(city: City, best: City, part: str) -> bool:
    """Return whether another place may be meant and is elsewhere."""
    distance = compute_distance(best, city)
    dominance = _FAR_DOMINANCE if distance > _FAR else _DOMINANCE
    is_likely = _weigh(city, part) * dominance >= _weigh(best, part)
    return is_likely and distance > SAME_PLACE_DISTANCE


def _is_small(city: City) -> bool:
    return city.population < SMALL_PLACE and city.kind is not CityKind.SEAT


def _list_others(cities: Iterable[City], taken: City) -> tuple[City, ...]:
    others = (one for one in dict.fromkeys(cities) if not _is_same(one, taken))
    return tuple(others)[:_MOST_OTHERS]


def _is_same(one: City, other: City) -> bool:
    return compute_distance(one, other) <= SAME_PLACE_DISTANCE
