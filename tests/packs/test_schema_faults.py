"""The schemas as the program applies them: no keyword unknown, as strict as a library for them."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from erasmus_desk.budget.grant import compute_grant
from erasmus_desk.call.decode import decode_pack
from erasmus_desk.call.offers import list_offers, sort_packs
from erasmus_desk.call.overview import build_overview
from erasmus_desk.call.pack_files import PackFiles, read_folder
from erasmus_desk.call.texts import read_texts
from erasmus_desk.checks.runner import run_checks
from erasmus_desk.draft.create import create_draft
from erasmus_desk.draft.list_changes import add_item
from erasmus_desk.packs import schema_faults
from erasmus_desk.packs.check import check_files
from erasmus_desk.progress import compute_progress
from erasmus_desk.storage.clock import now
from tests.prove.damage import alter
from tests.shares import drawn_share

HERE = Path(__file__).parent
SCHEMAS = sorted((HERE.parents[1] / "resources" / "calls").glob("*.schema.json"))
KNOWN = {
    *("$ref", "type", "const", "enum", "oneOf", "minLength", "pattern", "minimum", "minItems"),
    *("uniqueItems", "items", "minProperties", "required", "dependentRequired", "properties"),
    *("propertyNames", "additionalProperties"),
    *("$schema", "$defs", "title", "description", "format"),
}


def list_schemas(schema: dict[str, object]) -> Iterator[dict[str, object]]:
    """Return a schema and those inside it."""
    yield schema
    named = [cast("dict[str, object]", schema.get(one, {})) for one in ("properties", "$defs")]
    parts = [part for one in named for part in one.values()]
    parts += [schema.get(one) for one in ("items", "additionalProperties", "propertyNames")]
    parts += cast("list[object]", schema.get("oneOf", []))
    for part in parts:
        if isinstance(part, dict):
            yield from list_schemas(cast("dict[str, object]", part))


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_the_schemas_use_no_keyword_that_the_program_does_not_know(path: Path) -> None:
    used = {word for one in list_schemas(json.loads(path.read_text("utf-8"))) for word in one}
    assert used <= KNOWN


def use(files: PackFiles) -> None:
    """Do with a call what the program does with it first."""
    pack = decode_pack(files.name, files.contents, files.languages)
    list_offers(sort_packs((pack,)))
    for language in pack.languages:
        chain = tuple(dict.fromkeys((language, pack.main_language)))
        texts = read_texts(files.name, {one: files.words(one) for one in chain}, chain)
        build_overview(pack, texts)
    draft = create_draft(pack, {}, now())
    for spec in pack.form.lists.values():
        if not spec.parent:
            draft = draft.apply(*add_item(draft, spec.id, f"0{spec.id}").changes)
    compute_progress(draft, pack)
    run_checks(draft, pack)
    compute_grant(draft, pack)


def prove_altered(folder: Path, seed: int) -> None:
    """Alter one thing in a sound call: it is still sound and can be used, or a fault says where."""
    rng = random.Random(seed)  # noqa: S311 - nothing is secret
    sound = read_folder(folder)
    name = rng.choice(list(sound.contents))
    contents = {**sound.contents, name: alter(sound.contents[name], rng)}
    files = PackFiles(sound.name, contents, sound.languages)
    faults = check_files(files)
    known = {f"{sound.name}/{one}" for one in contents}
    known |= {f"{sound.name}/words", *(f"{sound.name}/words/{one}" for one in sound.languages)}
    assert {fault.file for fault in faults} <= known
    assert all(fault.code and "\n" not in str(fault) for fault in faults)
    if not faults:
        use(files)


@pytest.mark.parametrize("name", ["lump-sums", "work-packages", "no-kinds"])
@given(seed=st.integers(min_value=0, max_value=10**9))
@settings(max_examples=drawn_share(150))
def test_a_call_with_one_thing_altered_is_sound_or_its_fault_is_named(name: str, seed: int) -> None:
    prove_altered(HERE / "valid" / name, seed)


@pytest.mark.prove
@pytest.mark.parametrize("folder", ["ka2-2017", "ka210-2026", "ka220-2026"])
def test_a_shipped_call_with_one_thing_altered_is_sound_or_its_fault_is_named(folder: str) -> None:
    for seed in range(2000):
        prove_altered(SCHEMAS[0].parent / folder, seed)


def test_a_fault_by_the_schema_names_the_part_by_its_id() -> None:
    sound = read_folder(HERE / "valid" / "lump-sums")
    money = json.loads(sound.contents["money.json"])
    money["heads"][0]["funding"] = "gold"
    money["currency"] = "euro"
    contents = {**sound.contents, "money.json": json.dumps(money)}
    found = schema_faults.find_faults(PackFiles(sound.name, contents, sound.languages))
    head = money["heads"][0]["id"]
    assert {(one.file, one.path, one.code, one.found) for one in found} == {
        ("lump-sums/money.json", f"/heads[{head}]/funding", "unknown-word", '"gold"'),
        ("lump-sums/money.json", "/currency", "wrong-form", "euro"),
    }
