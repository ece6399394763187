"""The places that schools of the Programme Countries type, and what is not certain about them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from erasmus_desk.budget.city_lists import load_cities
from erasmus_desk.budget.distance import City, compute_distance
from erasmus_desk.budget.place_search import PART, SEVERAL, SMALL, find_place
from erasmus_desk.call.library import Library

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ROOT / "tests" / "samples" / "places"
NEAR: Final = 25
"""Kilometres within which the place found is the place meant; degrees are rounded."""
LEAST, LEAST_OF_COUNTRY = 700, 20
PACK = Library((ROOT / "resources" / "calls",)).load_pack("ka2-2017")
COUNTRIES = PACK.countries.programme if PACK.countries else ()


class Row(Struct, frozen=True):
    """A line of the table: what is typed in a country, and the place that it means, if any."""

    country: str
    place: City | None
    typed: tuple[str, ...]


def read_table() -> Iterator[Row]:
    country = ""
    for line in (SAMPLES / "places.txt").read_text("utf-8").splitlines():
        head, _, typed = line.partition(": ")
        if line.startswith("["):
            country = line[1:3]
        elif head == "?":
            yield Row(country, None, tuple(typed.split("; ")))
        elif line and not line.startswith("#"):
            name, north, east = head.rsplit(" ", 2)
            place = City(name, country, float(north), float(east))
            yield Row(country, place, tuple(typed.split("; ")))


ROWS = tuple(read_table())


@pytest.mark.parametrize("country", COUNTRIES)
def test_what_schools_type_is_found_right_or_asked_about(country: str) -> None:
    wrong: list[str] = []
    for row in ROWS:
        for typed in row.typed if row.country == country else ():
            found = find_place(load_cities(), typed, country)
            if row.place is None:
                is_right = found is None or bool(found.doubt)
            else:
                is_right = (
                    found is not None
                    and not found.doubt
                    and compute_distance(found.city, row.place) <= NEAR
                )
            if not is_right:
                wrong.append(f"{typed} -> {found}")
    assert wrong == []


def test_the_table_has_enough_places_of_every_country() -> None:
    counted = dict.fromkeys(COUNTRIES, 0)
    for row in ROWS:
        counted[row.country] += len(row.typed)
    assert len(counted) == 33
    assert sum(counted.values()) >= LEAST
    assert min(counted.values()) >= LEAST_OF_COUNTRY


def test_every_flemish_municipality_of_2017_is_known_in_its_province() -> None:
    lines = (SAMPLES / "flemish_municipalities_2017.txt").read_text("utf-8").splitlines()
    names, asked = 0, list[str]()
    for line in lines[1:]:
        province, _, municipalities = line.partition(": ")
        for name in municipalities.split(", "):
            names += 1
            alone = find_place(load_cities(), name, "BE")
            told = find_place(load_cities(), f"{name} ({province})", "BE")
            assert alone, name
            assert alone.doubt in ("", SEVERAL), name
            assert told, name
            if told.doubt:
                asked.append(name)
            assert any(
                province.casefold().replace("-", " ") in region.names
                for region in load_cities().list_regions("BE")
                if region.code == told.city.region
            ), name
    assert names == 308
    # There are two of each of these names in the province.
    assert asked == ["Moerbeke", "Bever"]


def test_what_stands_beside_a_name_helps_to_choose() -> None:
    lines = (SAMPLES / "beside_names.tsv").read_text("utf-8").splitlines()
    for line in lines[1:]:
        country, typed, label, doubt = line.split("\t")
        found = find_place(load_cities(), typed, country)
        assert found, typed
        assert (found.city.label, found.doubt) == (label, doubt), typed
    assert {line.rpartition("\t")[2] for line in lines[1:]} == {"", SEVERAL, SMALL, PART}


@pytest.mark.parametrize("country", ["BE", "TR", "PT", "LU"])
def test_a_place_chosen_with_its_region_is_the_place_meant(country: str) -> None:
    cities = load_cities()
    for letter in "abdgklmst":
        for city in cities.find_beginning(letter, country, 40):
            found = find_place(cities, city.label, country)
            assert found, city.label
            assert compute_distance(found.city, city) <= NEAR, city.label


@given(
    typed=st.lists(
        st.sampled_from(
            ["Halle", "Istanbul", "3920", " / ", ", ", "(", ")", "-", "St.", "a/d", "15e"]
        ),
        max_size=7,
    ).map("".join),
    country=st.sampled_from(["BE", "TR", "FR", "DE", "XX", ""]),
)
def test_whatever_is_typed_an_answer_is_given(typed: str, country: str) -> None:
    found = find_place(load_cities(), typed, country)
    assert found is None or found.city not in found.others
