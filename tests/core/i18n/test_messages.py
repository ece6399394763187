"""Every error and finding can be told, in every language with the same facts."""

import ast
import inspect
import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from string import Formatter
from typing import cast

import pytest

from erasmus_desk import errors
from erasmus_desk.call.library import Library
from erasmus_desk.call.texts import Texts
from erasmus_desk.errors import DeskError, DraftDamaged, DraftForeign, PackInvalid, TargetRefused
from erasmus_desk.i18n import messages
from erasmus_desk.i18n.message_values import Country, Named, Place, Row, Several, Tongue
from erasmus_desk.i18n.messages import Sentences

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "resources" / "sentences"
SOURCE = sorted((ROOT / "erasmus_desk").rglob("*.py"))
LANGUAGES = messages.languages(FOLDER)
PARTS = {"errors": ("what", "safe", "do"), "findings": ("what", "why", "mend")}

# Facts that are not written where an error is raised, but added on its way up.
ADDED = {"path"}

Whole = Mapping[str, Mapping[str, object]]


def read(language: str) -> Whole:
    return cast("Whole", json.loads((FOLDER / f"{language}.json").read_text("utf-8")))


def leaves(node: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Give every text with the ids that lead to it; plural forms count as one place."""
    if isinstance(node, str):
        yield path, node
        return
    for name, part in cast("Mapping[str, object]", node).items():
        plural = name in {"zero", "one", "two", "few", "many", "other"}
        yield from leaves(part, path if plural else f"{path}/{name}")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def by_place(language: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path, text in leaves(read(language)):
        found.setdefault(path, set()).update(placeholders(text))
    return found


@pytest.fixture(params=LANGUAGES)
def spoken(request: pytest.FixtureRequest) -> Sentences:
    return messages.load(FOLDER, request.param)


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Library((ROOT / "resources" / "calls",)).texts("ka2-2017", "en")


def test_english_and_dutch_are_there() -> None:
    assert LANGUAGES[0] == "en"
    assert "nl" in LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_ids_and_placeholders_of_english(language: str) -> None:
    assert by_place(language) == by_place("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty_or_ends_in_a_blank(language: str) -> None:
    wrong = [
        path
        for path, text in leaves(read(language))
        if not text.strip() or (text != text.strip() and path != "/says/help.usage")
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", PARTS)
def test_every_entry_has_its_three_parts(part: str, language: str) -> None:
    entries = cast("Mapping[str, Mapping[str, object]]", read(language)[part])
    assert {code for code, entry in entries.items() if tuple(entry) != PARTS[part]} == set()


def classes() -> dict[str, type[DeskError]]:
    found = inspect.getmembers(errors, inspect.isclass)
    return {name: kind for name, kind in found if issubclass(kind, DeskError)}


def raised() -> Iterator[tuple[str, set[str], str]]:
    """Give the code, the facts and the place of every error that the source makes."""
    for path in SOURCE:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            kind = classes().get(node.func.id)
            if kind is None or kind is PackInvalid:
                continue
            facts = {keyword.arg for keyword in node.keywords if keyword.arg}
            for code in codes_of(node):
                sentence = f"{kind.code}.{code}" if code else kind.code
                yield sentence, facts, f"{path.name}:{node.lineno}"


def codes_of(call: ast.Call) -> list[str]:
    """Give the codes a call may narrow its class to; one that is computed is looked up."""
    if not call.args:
        return [""]
    found = [
        node.value
        for node in ast.walk(call.args[0])
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    if isinstance(call.args[0], ast.JoinedStr):
        return [f"{role}{end}" for role in ("kind", "field") for end in found]
    return found


def test_every_error_that_the_source_makes_has_a_sentence() -> None:
    known = read("en")["errors"]
    assert [(code, place) for code, _, place in raised() if code not in known] == []


def test_an_error_carries_every_fact_that_its_sentence_names() -> None:
    wanted = by_place("en")
    lacking = [
        (code, place, needed - facts - ADDED)
        for code, facts, place in raised()
        for part in PARTS["errors"]
        if (needed := wanted.get(f"/errors/{code}/{part}", set())) - facts - ADDED
    ]
    assert lacking == []


def test_the_codes_of_the_system_and_of_the_journal_have_sentences() -> None:
    """Those that are looked up in a table cannot be read from the source."""
    known = read("en")["errors"]
    for name, table, prefix in (
        ("atomic_file.py", "_REFUSED", "save.refused"),
        ("storage/journal.py", "_CODES", "journal"),
    ):
        tree = ast.parse((ROOT / "erasmus_desk" / name).read_text("utf-8"))
        found = next(
            node.value
            for node in tree.body
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == table
        )
        values = set(cast("dict[object, str]", _values(found)))
        assert {value for value in values if f"{prefix}.{value}" not in known} == set()


def _values(node: ast.expr) -> list[str]:
    return [
        value.value
        for value in cast("ast.Dict", node).values
        if isinstance(value, ast.Constant) and isinstance(value.value, str)
    ]


def test_every_class_of_error_has_a_sentence() -> None:
    known = read("en")["errors"]
    assert {kind.code for kind in classes().values()} <= set(known)


def finding_codes() -> set[str]:
    """Give every code that a check names: the grade that follows it tells it from other text."""
    found: set[str] = set()
    for path in sorted((ROOT / "erasmus_desk" / "checks").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def test_every_finding_of_the_checks_has_sentences_and_none_is_left_over() -> None:
    known = set(read("en")["findings"])
    assert known <= finding_codes()
    called = {
        node.args[0].value
        for path in sorted((ROOT / "erasmus_desk" / "checks").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "finding"
        and isinstance(node.args[0], ast.Constant)
    }
    assert called <= known


def test_an_error_is_told_in_three_parts(spoken: Sentences) -> None:
    told = spoken.error(DraftForeign(path="letter.txt"))
    assert "letter.txt" in told.what
    assert told.safe
    assert told.do


def test_a_code_without_a_sentence_falls_back_on_its_kind(spoken: Sentences) -> None:
    told = spoken.error(TargetRefused("haunted", path="a", problem="boo"))
    assert told == spoken.error(TargetRefused(path="a", problem="boo"))
    assert "boo" in told.what


def test_a_fact_may_be_added_by_whoever_catches(spoken: Sentences) -> None:
    told = spoken.error(DraftDamaged("cut", line=3, column=7), path="mine.erasmus")
    assert "mine.erasmus" in told.what


def test_plural_forms_follow_the_count(texts: Texts) -> None:
    english = messages.load(FOLDER, "en")
    place = Place(Named(("question.chk.done.label",)))
    one = english.finding("checklist", {"where": place, "n": 1}, texts).what
    many = english.finding("checklist", {"where": place, "n": 3}, texts).what
    assert one.startswith("One point")
    assert many.startswith("3 points")


def test_facts_are_told_in_the_language(texts: Texts) -> None:
    dutch, english = messages.load(FOLDER, "nl_BE"), messages.load(FOLDER, "en")
    assert (dutch.fact(Country("BE")), english.fact(Country("BE"))) == ("België", "Belgium")
    assert (dutch.fact(Tongue("fr")), english.fact(Tongue("fr"))) == ("Frans", "French")
    assert dutch.fact(date(2017, 9, 1)) == "1 september 2017"
    assert (dutch.fact(5003), english.fact(5003)) == ("5.003", "5,003")
    assert english.fact(Several((12, 24, 36))) == "12, 24, 36"
    name = texts.get("kind.innovation.name")
    assert english.fact(Named(("kind.innovation.name",)), texts) == name
    assert english.fact(Named(("gone.short", "kind.innovation.name")), texts) == name


def test_a_place_names_the_rows_around_it(texts: Texts) -> None:
    english = messages.load(FOLDER, "en")
    one = Named(("list.organisations.one",))
    place = Place(Named(("question.org.pic.label",)), (Row(one, 2, ""), Row(one, 1, "Escola")))
    assert english.fact(place, texts).endswith(f"({texts.get(one.texts[0])} 2, Escola)")


def test_a_long_quotation_is_shortened_and_stays_on_one_line(texts: Texts) -> None:
    english = messages.load(FOLDER, "en")
    place = Place(Named(("question.rep.email.label",)))
    found = "one\ntwo\x1b[31m " + "x" * 500
    what = english.finding("email-shape", {"where": place, "found": found}, texts).what
    assert "one two" in what
    assert "\x1b" not in what
    assert len(what) < 200


def test_an_unknown_language_speaks_english() -> None:
    assert messages.load(FOLDER, "eo").language == "en"
    assert messages.load(FOLDER, "").language == "en"
    assert messages.load(FOLDER, "nl-BE").language == "nl"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_stands_twice_in_a_file(language: str) -> None:
    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        names = [name for name, _ in pairs]
        assert len(names) == len(set(names)), {name for name in names if names.count(name) > 1}
        return dict(pairs)

    for file in (f"{language}.json", f"word.{language}.json"):
        text = (FOLDER / file).read_text(encoding="utf-8")
        json.loads(text, object_pairs_hook=once)
