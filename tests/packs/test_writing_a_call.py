"""The document on writing a call: its examples are sound calls, and no member is left out."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from erasmus_desk.call.pack_files import PackFiles
from erasmus_desk.packs.check import check_files, check_folder, find_packs
from tests.packs.test_schema_faults import SCHEMAS, list_schemas, use

DOCUMENT = Path(__file__).parents[2] / "docs" / "writing-a-call.md"
TEXT = DOCUMENT.read_text("utf-8")
BLOCK = re.compile(r"^(Add to )?`([a-z/-]+\.json)`\n\n```json\n(.*?)^```", re.MULTILINE | re.DOTALL)


def add(there: Any, more: Any) -> Any:  # noqa: ANN401 - JSON
    """Return a value with what is to be added; a part of a list with the same id is replaced."""
    if isinstance(there, dict) and isinstance(more, dict):
        old, new = cast("dict[str, Any]", there), cast("dict[str, Any]", more)
        return old | {name: add(old.get(name), part) for name, part in new.items()}
    if isinstance(there, list) and isinstance(more, list):
        kept = {_name(part): part for part in cast("list[Any]", there)}
        return list((kept | {_name(part): part for part in cast("list[Any]", more)}).values())
    return more


def _name(part: Any) -> str:  # noqa: ANN401 - JSON
    members = cast("dict[str, Any]", part if isinstance(part, dict) else {})
    return str(members["id"]) if "id" in members else json.dumps(part)


def steps() -> Iterator[tuple[str, PackFiles]]:
    """Yield the call as it is after each chapter that has examples."""
    files: dict[str, Any] = {}
    for chapter in TEXT.split("\n## ")[1:]:
        blocks = BLOCK.findall(chapter)
        for is_more, name, content in blocks:
            files[name] = (
                add(files.get(name), json.loads(content)) if is_more else json.loads(content)
            )
        if blocks:
            contents = {name: json.dumps(value) for name, value in files.items()}
            yield chapter.split("\n")[0], PackFiles("my-call", contents, ("en",))


STEPS = dict(steps())


@pytest.mark.parametrize("chapter", STEPS)
def test_the_examples_are_a_sound_call_after_each_chapter(chapter: str) -> None:
    assert [str(fault) for fault in check_files(STEPS[chapter])] == []
    use(STEPS[chapter])


def test_every_example_is_read() -> None:
    assert len(BLOCK.findall(TEXT)) == TEXT.count("```json")
    assert len(STEPS) == 6


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_every_member_of_every_file_is_explained(path: Path) -> None:
    named = set(re.findall(r"`(?:[a-z_/]+/)?([a-z_$]+)`", TEXT))
    schemas = list_schemas(json.loads(path.read_text("utf-8")))
    members = {
        name for one in schemas for name in cast("dict[str, object]", one.get("properties", {}))
    }
    assert members - named - {"$schema"} == set()


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_code_of_a_fault_has_its_words(language: str) -> None:
    table = TEXT[TEXT.index("## What a fault says") : TEXT.index("## Every member")]
    rows = re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
    codes = {code for row in rows for code in re.findall(r"`([a-z-]+)`", row)}
    sentences = DOCUMENT.parents[1] / "resources" / "sentences" / f"{language}.json"
    said = json.loads(sentences.read_text("utf-8"))["says"]
    assert codes == {name.removeprefix("fault.") for name in said if name.startswith("fault.")}


def test_every_code_that_a_fault_of_the_tests_has_is_explained() -> None:
    here = Path(__file__).parent
    codes = {
        row[-1]
        for name in here.glob("planted*.json")
        for row in json.loads(name.read_text("utf-8"))
    }
    codes |= {fault.code for one in find_packs(here / "invalid") for fault in check_folder(one)}
    assert len(codes) > 50
    assert codes - set(re.findall(r"`([a-z-]+)`", TEXT)) == set()
