"""No id of a call, a kind, a field, a list or a question is in the code, in whatever form."""

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import cast

import pytest

ROOT = Path(__file__).resolve().parent.parent
CALLS = [path.parent for path in (ROOT / "resources" / "calls").glob("*/pack.json")]
CODE = [path for name in ("erasmus_desk", "ui") for path in sorted((ROOT / name).rglob("*.py"))]
PARTS = ("pack", "form", "money")
OURS = {
    "activities": "a page, and what the report of the budget is divided by",
    **dict.fromkeys(("management-days", "ordinary-equipment", "activity-length"), "a finding"),
    "topup-distance": "a type of rule",
}
"""Words of the program that a call has as ids too, and what they are in the code."""


@cache
def list_ids() -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids of calls, kinds, fields, lists and questions, and all that are no plain word.

    A word of the language, such as `travel`, is the id of an option somewhere; it says nothing.
    """
    named: set[str] = set()
    every: set[str] = set()
    for folder in CALLS:
        pack, form, money = (
            json.loads((folder / f"{part}.json").read_text(encoding="utf-8")) for part in PARTS
        )
        parts = (*pack["kinds"], *pack["fields"], *form["questions"], *form["lists"])
        named |= {folder.name, *(one["id"] for one in parts)} - set(pack["roles"])
        every |= set(_walk([pack, form, money]))
    shaped = {one for one in every if not one.isalpha() or not one.islower()}
    return frozenset(named - set(OURS)), frozenset((named | shaped) - set(OURS))


def _walk(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        part = cast("dict[str, object]", value)
        if isinstance(name := part.get("id"), str):
            yield name
        for inner in part.values():
            yield from _walk(inner)
    elif isinstance(value, list):
        for inner in cast("list[object]", value):
            yield from _walk(inner)


@cache
def _shape(ids: frozenset[str]) -> frozenset[str]:
    """Return the ids that no word of the language is."""
    return frozenset(one for one in ids if not one.isalpha())


@cache
def _list_beginnings(ids: frozenset[str]) -> frozenset[str]:
    """Return the beginnings of ids in parts, with their dot."""
    return frozenset(one.partition(".")[0] + "." for one in ids if "." in one)


def find_ids(source: str, named: frozenset[str], every: frozenset[str]) -> list[str]:
    """Return each id in a source, with its line: as a text, a part of one, or a name."""
    begins, shaped, names = _list_beginnings(named), _shape(every), _shape(named)
    nodes = list(ast.walk(ast.parse(source)))
    told = {id(one.value) for one in nodes if isinstance(one, ast.Expr)}
    found: list[str] = []
    for node in nodes:
        match node:
            case ast.Constant(value=str() as text) if id(node) not in told:
                words = set(re.findall(r"[\w.-]+", text))
                hits = ({text} & (every | begins)) | (words & shaped)
            case ast.Constant(value=bytes() as content):
                hits = set(re.findall(r"[\w.-]+", content.decode("latin-1"))) & shaped
            case ast.BinOp(ast.Constant(str() as left), ast.Add(), ast.Constant(str() as right)):
                hits = {left + right} & every
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
                hits = {name} & names
            case ast.keyword(arg=str() as name) | ast.FunctionDef(name=name):
                hits = {name} & names
            case _:
                continue
        found += [f"{getattr(node, 'lineno', 0)} {one}" for one in sorted(hits)]
    return found


def test_no_id_of_a_call_a_kind_a_field_a_list_or_a_question_is_in_the_code() -> None:
    named, every = list_ids()
    assert len(named) > 300
    assert {"ka2-2017", "ka210-2026", "ka220-2026", "wp_shares", "AC-REL"} <= every
    found = {
        path.relative_to(ROOT).as_posix(): hits
        for path in CODE
        if (hits := find_ids(path.read_text(encoding="utf-8"), named, every))
    }
    assert found == {}


@pytest.mark.parametrize(
    "line",
    [
        'if draft.pack.id == "ka220-2026": pass',
        'draft.text("org.name", item)',
        'draft.text(f"org.{part}", item)',
        'key.question.startswith("wp1.")',
        'match name:\n    case "wp_activities": pass',
        'CALL = "ka220" + "-2026"',
        'KEYS = {"vet": 1}',
        'LISTS = "organisations outputs wp_shares".split()',
        'HEAD = b"ka2-2017"',
        'key = f"{list_id} in wp_shares"',
        "wp_shares = draft.items(name)",
        "form.lists.wp_shares",
        "find(wp_activities=1)",
        'if one.id == "AC-REL": pass',
    ],
)
def test_an_id_is_found_in_whatever_form(line: str) -> None:
    assert find_ids(line, *list_ids())


@pytest.mark.parametrize(
    "line",
    [
        '"""A line such as `{org.city}`."""',
        'self.tr("Travel and stay")',
        'role("organisations")',
        '# ka220-2026 has a matrix\nname = "summary"',
    ],
)
def test_words_of_the_language_roles_and_explanations_are_no_ids(line: str) -> None:
    assert find_ids(line, *list_ids()) == []
