"""Cities found by the names people type, and the kilometres between them."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.budget import rates
from erasmus_desk.budget.city_lists import Cities, load_cities
from erasmus_desk.budget.distance import City, compute_distance, normalise_name
from erasmus_desk.budget.place_search import SEVERAL, find_place
from erasmus_desk.call.funding import Confidence, Evidence, RateRow
from tests.characters import ANY

SURE = Evidence(Confidence.A, ())
BANDS = rates.read_bands(
    [RateRow((at,), Decimal(0), SURE) for at in ("2000-", "0-99", "100-1999", "coordinator")]
)


@pytest.mark.parametrize(
    ("typed", "country", "name"),
    [
        ("Lommel", "BE", "Lommel"),
        ("LOMMEL ", "BE", "Lommel"),
        ("3920 Lommel", "BE", "Lommel"),
        ("Lommel, Limburg", "BE", "Lommel"),
        ("Gent (Vlaanderen)", "BE", "Gent"),
        ("Luik", "BE", "Liège"),
        ("Bruxelles", "BE", "Brussels"),
        ("Oporto", "PT", "Porto"),
        ("Koeln", "DE", "Köln"),
        ("cologne", "DE", "Köln"),
        ("Łódź", "PL", "Łódź"),
        ("Lodz", "PL", "Łódź"),
        ("IZMIR", "TR", "İzmir"),
        ("Αθήνα", "GR", "Athens"),
        ("Athina", "GR", "Athens"),
        ("Den Bosch", "NL", "'s-Hertogenbosch"),
        ("Saint Etienne", "FR", "Saint-Étienne"),
        ("Reykjavik", "IS", "Reykjavík"),
        ("Pristina", "XK", "Pristina"),
    ],
)
def test_a_city_is_found_by_the_names_people_type(typed: str, country: str, name: str) -> None:
    found = find_place(load_cities(), typed, country)
    assert found
    assert (found.city.name, found.doubt) == (name, "")


def test_a_city_is_looked_for_in_its_country_only() -> None:
    assert load_cities().find("Porto", "BE") == ()
    assert load_cities().find("Lommel", "PT") == ()


def test_of_several_the_largest_is_taken_and_they_are_told_apart() -> None:
    found = find_place(load_cities(), "Halle", "BE")
    assert found
    assert (found.city.label, found.doubt) == ("Halle (Vlaams-Brabant)", SEVERAL)
    assert found.list_others() == ("Halle (Antwerpen) (63 km)",)


def test_another_city_that_bears_the_name_beside_its_own_is_not_meant() -> None:
    found = find_place(load_cities(), "Saint-Étienne", "FR")
    assert found
    assert (found.city.label, found.doubt) == ("Saint-Étienne (Loire)", "")


@given(name=st.text(ANY, max_size=12), country=st.text(ANY, max_size=3))
def test_nothing_that_is_typed_breaks_the_search(name: str, country: str) -> None:
    find_place(load_cities(), name, country)
    load_cities().find_beginning(name, country, 9)


@pytest.mark.parametrize("name", ["", " ", "|", "\t", "\ud800", "Nowhere at all", "12"])
def test_what_is_no_city_is_not_found(name: str) -> None:
    assert load_cities().find(name, "BE") == ()
    assert find_place(load_cities(), name, "BE") is None


def test_without_the_lists_no_city_is_known(tmp_path: Path) -> None:
    assert Cities(tmp_path).find("Lommel", "BE") == ()
    assert load_cities().find("Lommel", "../BE") == ()


def test_the_distance_of_the_example_is_that_of_the_call_s_calculator() -> None:
    (lommel,), (porto,) = load_cities().find("Lommel", "BE"), load_cities().find("Porto", "PT")
    assert compute_distance(lommel, porto) == Decimal("1546.01")
    assert compute_distance(porto, lommel) == compute_distance(lommel, porto)
    assert compute_distance(lommel, lommel) == 0


def test_a_quarter_of_the_earth_is_ten_thousand_kilometres() -> None:
    pole, equator = City("", "", 90, 0), City("", "", 0, 77)
    assert abs(compute_distance(pole, equator) - Decimal("10007.56")) < Decimal("0.01")
    assert abs(compute_distance(pole, City("", "", -90, 0)) - Decimal("20015.11")) < Decimal("0.02")


@pytest.mark.parametrize(
    ("km", "low"),
    [("0", 0), ("99", 0), ("99.99", 0), ("100", 100), ("1999.99", 100), ("2000", 2000)],
)
def test_a_distance_lies_in_the_band_that_it_has_reached(km: str, low: int) -> None:
    band = rates.find_distance_band(Decimal(km), BANDS)
    assert band
    assert band.span.low == low


def test_beyond_the_last_band_there_is_none() -> None:
    closed = rates.read_bands([RateRow(("10-99",), Decimal(20), SURE)])
    assert rates.find_distance_band(Decimal("9.99"), closed) is None
    assert rates.find_distance_band(Decimal("99.99"), closed) == closed[0]
    assert rates.find_distance_band(Decimal(100), closed) is None


@pytest.mark.parametrize(
    ("km", "edge"),
    [("97.9", None), ("98", 100), ("102", 100), ("102.1", None), ("1960", 2000), ("2041", None)],
)
def test_within_two_per_cent_of_an_edge_it_is_near(km: str, edge: int | None) -> None:
    assert rates.find_near_edge(Decimal(km), BANDS) == edge


def test_names_are_folded_without_accents_capitals_and_marks() -> None:
    assert normalise_name("'s-Hertogenbosch") == "s hertogenbosch"
    assert normalise_name("Straße, ØSTER_Å") == "strasse oster a"


def test_the_licence_lies_beside_the_lists() -> None:
    folder = load_cities().folder
    assert "Creative Commons" in (folder / "LICENSE.txt").read_text("utf-8")
    assert len(list(folder.glob("*.tsv"))) > 200
