"""Places: whatever the list offers means the place it stands for, in every Programme Country."""

import pytest

from erasmus_desk.budget.city_lists import Cities, load_cities
from erasmus_desk.budget.distance import City, compute_distance
from erasmus_desk.budget.place_search import find_place, name_place
from tests.core.budget.test_place_search import COUNTRIES, NEAR

MAX_WRONG, MAX_ASKED = 0.001, 0.006
"""The shares of places that their own label does not find, or leaves uncertain."""


def measure_labels(cities: Cities, country: str, places: tuple[City, ...]) -> tuple[int, int]:
    """Return how many of the places their label does not find, and how many it leaves uncertain."""
    wrong = asked = 0
    for place in places:
        found = find_place(cities, place.label, country)
        if found is None or (not found.doubt and compute_distance(found.city, place) > NEAR):
            wrong += 1
        elif found.doubt:
            asked += 1
    return wrong, asked


def list_places(cities: Cities, country: str, most: int) -> tuple[City, ...]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    return tuple(
        {place: None for one in letters for place in cities.find_beginning(one, country, most)}
    )


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.share(4)
def test_the_largest_places_are_certain_by_what_the_field_writes(country: str) -> None:
    cities = load_cities()
    for place in list_places(cities, country, 3):
        found = find_place(cities, name_place(cities, place), country)
        assert found, place
        assert compute_distance(found.city, place) <= NEAR, place


@pytest.mark.prove
def test_the_label_of_nearly_every_place_is_certain() -> None:
    cities = load_cities()
    total = wrong = asked = 0  # of the 400 largest of each letter
    for country in COUNTRIES:
        places = list_places(cities, country, 100_000)
        of_country = measure_labels(cities, country, places)
        total, wrong, asked = total + len(places), wrong + of_country[0], asked + of_country[1]
    assert total > 60_000
    assert wrong <= total * MAX_WRONG
    assert asked <= total * MAX_ASKED
