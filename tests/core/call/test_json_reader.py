"""The strict JSON reader: faults are collected and nothing is raised."""

import json
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.call import decode
from erasmus_desk.call.json_reader import JsonReader
from erasmus_desk.errors import Fault, PackInvalid
from tests.characters import ANY


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def reader(**members: object) -> JsonReader:
    return JsonReader(members, "file.json", "/top", [])


def codes(one: JsonReader) -> list[tuple[str, str]]:
    return [(fault.path, fault.code) for fault in one.faults]


def test_members_of_the_right_type_are_given_without_a_fault() -> None:
    one = reader(
        name="a", many=3, yes=True, cost="12.50", day="2017-03-29", colour="blue", list=["x"], n=[1]
    )
    assert one.text("name") == "a"
    assert one.number("many") == 3
    assert one.flag("yes") is True
    assert one.amount("cost") == Decimal("12.50")
    assert one.day("day") == date(2017, 3, 29)
    assert one.choice("colour", Colour) is Colour.BLUE
    assert one.texts("list") == ("x",)
    assert one.numbers("n") == (1,)
    one.close()
    assert codes(one) == []


def test_a_missing_member_has_its_default_or_is_a_fault() -> None:
    one = reader()
    assert one.text("name", "") == ""
    assert one.flag("yes") is False
    assert one.day("day") is None
    assert one.choice("colour", Colour, Colour.BLUE) is Colour.BLUE
    assert one.texts("list") == ()
    assert codes(one) == []
    one.text("name")
    one.number("many")
    one.amount("cost")
    one.child("part")
    assert codes(one) == [
        ("/top/name", "missing"),
        ("/top/many", "missing"),
        ("/top/cost", "missing"),
        ("/top/part", "missing"),
    ]


def test_true_is_no_number_and_one_is_no_truth_value() -> None:
    one = reader(many=True, yes=1)
    one.number("many")
    one.flag("yes")
    one.numbers("list")
    assert codes(one) == [("/top/many", "number-expected"), ("/top/yes", "flag-expected")]


@pytest.mark.parametrize("amount", [12.5, 12, "NaN", "Infinity", "twelve", "", None, True])
def test_money_is_a_decimal_string_and_nothing_else(amount: object) -> None:
    one = reader(cost=amount)
    assert one.amount("cost") == 0
    assert codes(one) == [("/top/cost", "amount-expected")]


def test_a_wrong_element_of_a_list_is_named_by_its_place() -> None:
    one = reader(words=["a", "", 3], numbers=[1, "2"], things=[{"a": 1}, "x"], no_list="a")
    one.texts("words")
    one.numbers("numbers")
    one.decode_all("things", lambda thing: thing.raw("a"))
    one.texts("no_list")
    assert codes(one) == [
        ("/top/words/1", "text-expected"),
        ("/top/words/2", "text-expected"),
        ("/top/numbers/1", "number-expected"),
        ("/top/things/1", "not-an-object"),
        ("/top/no_list", "list-expected"),
    ]


def test_a_member_that_is_not_read_is_a_fault() -> None:
    one = reader(name="a", naem="b")
    one.text("name")
    one.close()
    assert codes(one) == [("/top/naem", "unknown-member")]


@pytest.mark.parametrize(
    ("text", "code", "found"),
    [
        ('{"a": 1,\n  b}', "not-json", "2:3"),
        ("[" * 100_000, "not-json", ""),
        ('{"a": 1, "a": 2}', "named-twice", "a"),
        ("null", "not-an-object", "null"),
    ],
)
def test_what_is_no_json_is_told_by_its_place_and_not_in_words_of_python(
    text: str, code: str, found: str
) -> None:
    faults: list[Fault] = []
    JsonReader.from_text(text, "file.json", faults)
    assert [(one.code, one.found) for one in faults] == [(code, found)]


def test_a_file_may_name_its_schema_for_editors() -> None:
    faults: list[Fault] = []
    one = JsonReader.from_text('{"$schema": "../pack.schema.json"}', "file.json", faults)
    one.close()
    assert faults == []


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(ANY),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(ANY), inner, max_size=3),
    max_leaves=12,
)
MEMBERS = (
    *("format", "version", "id", "edition", "revision", "state", "main_language", "languages"),
    *("sources", "roles", "facts", "paths", "kinds", "fields", "barred", "advice", "actions"),
    *("deadlines", "countries", "criteria", "pass_mark", "priorities", "sections", "questions"),
    *("lists", "option_sets", "currency", "heads", "tables", "ceilings", "country_groups"),
)


@given(st.dictionaries(st.sampled_from(MEMBERS), json_values))
def test_no_json_makes_decoding_a_pack_crash(members: dict[str, object]) -> None:
    text = json.dumps(members)
    with pytest.raises(PackInvalid) as caught:
        decode.decode_pack("any", {"pack.json": text, "form.json": text, "money.json": text})
    assert all(fault.file.startswith("any/") for fault in caught.value.faults)
