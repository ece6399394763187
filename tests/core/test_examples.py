"""The shipped examples are whole: every answer has its place, nothing blocks sending."""

import json
from pathlib import Path

import pytest

from erasmus_desk import words
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.checks.run import run
from erasmus_desk.draft import codec
from erasmus_desk.draft.asked import asked, options, parked
from erasmus_desk.draft.model import Draft
from erasmus_desk.textcount import RULES

RESOURCES = Path(__file__).parents[2] / "resources"
EXAMPLES = sorted((RESOURCES / "examples").glob("*.erasmus"))
each_example = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library((RESOURCES / "calls",))


def opened(path: Path, library: Library) -> tuple[Draft, Pack]:
    draft = codec.decode(path.read_bytes()).draft
    return draft, library.pack(draft.pack.id)


def test_both_kinds_of_the_2017_call_have_an_example(library: Library) -> None:
    found = [opened(path, library) for path in EXAMPLES]
    kinds = {draft.text(pack.role("kind")) for draft, pack in found if pack.id == "ka2-2017"}
    assert kinds == {"innovation", "good-practice"}


@each_example
def test_an_example_is_written_back_byte_by_byte(path: Path, library: Library) -> None:
    draft, pack = opened(path, library)
    assert codec.encode(draft, (*pack.form.lists, *pack.form.questions)) == path.read_bytes()


@each_example
def test_an_example_keeps_one_answer_a_line(path: Path) -> None:
    rows = [line for line in path.read_text("utf-8").splitlines() if line.startswith('  {"q"')]
    assert len(rows) == len(json.loads(path.read_bytes())["answers"])


@each_example
def test_an_example_answers_only_what_its_call_knows(path: Path, library: Library) -> None:
    draft, pack = opened(path, library)
    known = {*pack.form.questions, *pack.form.lists}
    assert {key.question for key in draft.answers} <= known
    assert draft.orphans == ()
    assert not draft.extra


@each_example
def test_no_answer_of_an_example_is_parked(path: Path, library: Library) -> None:
    draft, pack = opened(path, library)
    assert parked(draft, pack) == ()


@each_example
def test_every_required_question_of_an_example_is_answered(path: Path, library: Library) -> None:
    draft, pack = opened(path, library)
    needed = [one.key for one in asked(draft, pack) if one.question.required]
    assert [str(key) for key in needed if draft.get(key) in (None, "", ())] == []


@each_example
def test_no_answer_of_an_example_is_over_its_limit(path: Path, library: Library) -> None:
    draft, pack = opened(path, library)
    limits = [(one.key, one.question.limit) for one in asked(draft, pack) if one.question.limit]
    used = {
        key: (RULES[limit.rule](draft.text(key.question, key.item)), limit.most)
        for key, limit in limits
    }
    assert {key: sizes for key, sizes in used.items() if sizes[0] > sizes[1]} == {}


@each_example
def test_an_example_chooses_only_what_is_offered(path: Path, library: Library) -> None:
    draft, pack = opened(path, library)
    for one in asked(draft, pack):
        answer = draft.get(one.key)
        if one.question.options and answer is not None:
            offered = {option.id for option in options(one.question, draft, pack, one.key.item)}
            chosen = set(answer) if isinstance(answer, tuple) else {answer}
            assert chosen <= offered, one.key


@each_example
def test_the_checks_find_nothing_that_blocks_an_example(path: Path, library: Library) -> None:
    draft, pack = opened(path, library)
    found = run(draft, pack)
    assert [(one.code, str(one.key)) for one in found if one.blocks] == []


@each_example
def test_an_example_writes_only_to_addresses_that_cannot_exist(path: Path) -> None:
    words = path.read_text("utf-8").replace('"', " ").split()
    addresses = [word.strip(".,;:()") for word in words if "@" in word]
    assert addresses
    reserved = (".example", "example.org", "example.com", "example.net", "example.be")
    assert [one for one in addresses if not one.endswith(reserved)] == []


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_titles_beside_the_examples_are_those_of_the_examples(
    library: Library, language: str
) -> None:
    lines: list[str] = []
    for path in EXAMPLES:
        draft, pack = opened(path, library)
        texts = library.texts(pack.id, language)
        kind = texts.get(f"kind.{draft.text(pack.role('kind'))}.short")
        tongue = words.language_name(draft.text(pack.role("language")), language)
        lines.append(f"{path.name}\t{draft.text(pack.role('title'))} ({kind}, {tongue})")
    beside = EXAMPLES[0].with_name(f"titles.{language}.tsv")
    assert beside.read_text(encoding="utf-8").splitlines() == lines
