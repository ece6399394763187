"""The facts of the source page: each is in the pack, in both languages, with its source."""

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.call.pack_files import SOURCE_FACTS, read_folder
from erasmus_desk.packs import source_facts
from erasmus_desk.packs.check import check_folder as check

CALLS = Path(__file__).parents[2] / "resources" / "calls"
FOLDER = CALLS / "ka2-2017"
LANGUAGES = ("en", "nl")
PARTS = 16
"""Parts of the facts that are tried, of which one stays in `make test`."""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return Library((CALLS,)).load_pack("ka2-2017")


@pytest.fixture(scope="module")
def facts() -> source_facts.SourceFacts:
    return source_facts.read_facts((FOLDER / SOURCE_FACTS).read_text("utf-8"))


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for place in FOLDER.rglob("*.json"):
        target = tmp_path / FOLDER.name / place.relative_to(FOLDER)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(place.read_bytes())
    return tmp_path / FOLDER.name


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def each_fact(facts: source_facts.SourceFacts) -> Iterator[tuple[str, dict[str, str]]]:
    for one in facts.texts:
        for fact in one.facts:
            yield one.text, fact


def test_the_pack_has_every_fact_of_the_page(pack: Pack) -> None:
    assert [str(fault) for fault in source_facts.find_faults(pack, read_folder(FOLDER))] == []


def test_the_list_has_every_part_of_the_page(facts: source_facts.SourceFacts) -> None:
    counted: dict[str, int] = {}
    for one in facts.texts:
        part = one.place.partition(",")[0].partition(":")[0]
        counted[part] = counted.get(part, 0) + len(one.facts)
    assert counted == {
        "Objectives": 34,
        "Who can take part": 9,
        "Choice of partners": 7,
        "Priorities": 3,
        "Horizontal priorities": 97,
        "European priorities in the national context": 3,
        "Contact": 4,
        "Programme": 94,
    }


@pytest.mark.parametrize("first", range(PARTS))
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.share(PARTS)
def test_a_fact_that_is_taken_out_of_the_words_is_missed(
    language: str, first: int, pack: Pack, facts: source_facts.SourceFacts, copied: Path
) -> None:
    files = sorted((copied / "words" / language).glob("*.json"))
    words = {file: file.read_bytes() for file in files}
    for text, fact in tuple(each_fact(facts))[first::PARTS]:
        file = next(file for file in files if f'"{text}":'.encode() in words[file])
        content = json.loads(words[file])
        status = next(part for part in content if text in content[part])
        paragraphs = content[status][text]
        whole = [paragraphs] if isinstance(paragraphs, str) else paragraphs
        content[status][text] = [one.replace(fact[language], "–") for one in whole]
        file.write_text(json.dumps(content), encoding="utf-8")
        found = [
            (one.path, one.code, one.found)
            for one in source_facts.find_faults(pack, read_folder(copied))
        ]
        assert (f"/{text}", "fact-lost", fact["id"]) in found
        file.write_bytes(words[file])


def test_make_packs_misses_a_fact(copied: Path) -> None:
    replace(copied / "words" / "nl" / "call.json", "breedtesport", "sport")
    lost = [fault for fault in check(copied) if fault.code == "fact-lost"]
    assert [(fault.file, fault.path, fault.found) for fault in lost] == [
        ("ka2-2017/words/nl", "/fact.programme-who.value", "money-sport")
    ]


def test_a_fact_needs_its_source_and_that_it_was_seen(copied: Path) -> None:
    place = copied / "pack.json"
    replace(
        place,
        '"id": "ka3", "here": false, "confidence": "A"',
        '"id": "ka3", "here": false, "confidence": "C"',
    )
    replace(
        place,
        '"id": "aim", "topic": "action", "confidence": "A", "source": ["seed"]',
        '"id": "aim", "topic": "action", "confidence": "A", "source": ["aca"]',
    )
    found = {fault.path for fault in check(copied) if fault.code == "not-sourced"}
    assert found == {"/path.ka3.answer", "/fact.aim.value"}


@pytest.mark.parametrize(
    ("language", "old", "new", "more"),
    [
        ("en", "basic, transversal", "basic, mathematical, transversal", "mathematical"),
        ("nl", "waar passend, ", "waar passend en open, ", "open"),
    ],
)
def test_a_meaning_says_nothing_that_the_page_does_not_say(
    language: str, old: str, new: str, more: str, copied: Path
) -> None:
    replace(copied / "words" / language / "priorities.json", old, new)
    found = [fault.found for fault in check(copied) if fault.code == "more-than-the-source"]
    assert [more] == found or more in " ".join(found)


def test_a_text_of_the_other_language_does_not_stand_in_for_one_that_is_lost(
    pack: Pack, copied: Path
) -> None:
    file = copied / "words" / "nl" / "call.json"
    content = json.loads(file.read_text("utf-8"))
    for part in content.values():
        part.pop("fact.agency-flanders.value", None)
    file.write_text(json.dumps(content), encoding="utf-8")
    found = [fault.found for fault in source_facts.find_faults(pack, read_folder(copied))]
    assert found == ["agency-epos"]


def test_every_horizontal_priority_has_a_meaning_and_our_examples_apart(
    pack: Pack, facts: source_facts.SourceFacts
) -> None:
    question = pack.question(pack.role("main_priority"))
    options = pack.option_set(question) if question else None
    assert options is not None
    horizontal = [
        f"option.{options.id}.{one.id}" for one in options.options if one.group == "horizontal"
    ]
    assert len(horizontal) == 6
    only = {one.text for one in facts.texts if one.only}
    assert {f"{one}.meaning" for one in horizontal} <= only
    for language in LANGUAGES:
        texts = Library((CALLS,)).load_texts("ka2-2017", language)
        assert all(texts.paragraphs(f"{one}.explain") for one in horizontal)


def test_a_list_of_facts_that_names_one_twice_or_an_unknown_text_is_found(
    pack: Pack, facts: source_facts.SourceFacts, copied: Path
) -> None:
    first = facts.texts[0]
    wrong = msgspec.structs.replace(first, text="fact.no-such.value")
    doubled = msgspec.structs.replace(facts, texts=(*facts.texts, wrong))
    (copied / SOURCE_FACTS).write_bytes(
        msgspec.json.encode(
            {
                "source": doubled.source,
                "joining": {name: sorted(words) for name, words in doubled.joining.items()},
                "texts": doubled.texts,
            }
        )
    )
    codes = {fault.code for fault in source_facts.find_faults(pack, read_folder(copied))}
    assert {"named-twice", "unknown-text", "fact-lost"} <= codes


def test_a_further_language_has_its_words_for_the_facts_beside_its_texts(copied: Path) -> None:
    """The Dutch words become those of another language, in the form that a new one has."""
    words = copied / "words" / "nl"
    words.rename(words.with_name("af"))
    listed = source_facts.read_facts((copied / SOURCE_FACTS).read_text("utf-8"))
    own = {
        "facts": {fact["id"]: fact["nl"] for _, fact in each_fact(listed)},
        "joining": sorted(listed.joining["nl"]),
    }
    assert "fact-lost" in {fault.code for fault in check(copied)}
    (words.with_name("af") / "facts.json").write_text(json.dumps(own), encoding="utf-8")
    assert [str(fault) for fault in check(copied)] == []
    replace(words.with_name("af") / "call.json", "breedtesport", "sport")
    assert [fault.found for fault in check(copied)] == ["money-sport"]
