"""Every error and finding has a message, in every language with the same facts."""

import ast
import errno
import inspect
import json
import os
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from string import Formatter
from typing import cast

import pytest

from erasmus_desk import errors
from erasmus_desk.call.form import Unit
from erasmus_desk.call.library import Library
from erasmus_desk.call.texts import Texts
from erasmus_desk.errors import (
    DeskError,
    DraftDamaged,
    DraftForeign,
    DraftUnreadable,
    PackInvalid,
    SystemProblem,
    TargetRefused,
)
from erasmus_desk.i18n import messages
from erasmus_desk.i18n.message_values import (
    CountryName,
    ItemRef,
    LanguageName,
    ListValue,
    QuestionRef,
    TextRef,
)
from erasmus_desk.i18n.messages import Messages

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "resources" / "sentences"
SOURCE = sorted((ROOT / "erasmus_desk").rglob("*.py"))
LANGUAGES = messages.list_languages(FOLDER)
PARTS = {"errors": ("what", "safe", "do"), "findings": ("what", "why", "mend")}

# Facts that are added by the handlers of an error.
ADDED = {"path"}

Whole = Mapping[str, Mapping[str, object]]


def read(language: str) -> Whole:
    return cast("Whole", json.loads((FOLDER / f"{language}.json").read_text("utf-8")))


def leaves(node: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text with its path; plural forms have the same path."""
    if isinstance(node, str):
        yield path, node
        return
    for name, part in cast("Mapping[str, object]", node).items():
        plural = name in {"zero", "one", "two", "few", "many", "other"}
        yield from leaves(part, path if plural else f"{path}/{name}")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def placeholders_by_path(language: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path, text in leaves(read(language)):
        found.setdefault(path, set()).update(placeholders(text))
    return found


@pytest.fixture(params=LANGUAGES)
def localized(request: pytest.FixtureRequest) -> Messages:
    return messages.load_messages(FOLDER, request.param)


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Library((ROOT / "resources" / "calls",)).load_texts("ka2-2017", "en")


def test_english_and_dutch_are_there() -> None:
    assert LANGUAGES[0] == "en"
    assert "nl" in LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty_or_ends_in_a_blank(language: str) -> None:
    """Left out is what `argparse` goes on with: a command, or the colon of a heading."""
    headings = {f"/says/help.{name}" for name in ("usage", "commands", "options", "arguments")}
    wrong = [
        path
        for path, text in leaves(read(language))
        if not text.strip() or (text != text.strip() and path not in headings)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", PARTS)
def test_every_entry_has_its_three_parts(part: str, language: str) -> None:
    entries = cast("Mapping[str, Mapping[str, object]]", read(language)[part])
    assert {code for code, entry in entries.items() if tuple(entry) != PARTS[part]} == set()


def error_classes() -> dict[str, type[DeskError]]:
    found = inspect.getmembers(errors, inspect.isclass)
    return {name: kind for name, kind in found if issubclass(kind, DeskError)}


@pytest.fixture(scope="module")
def raised_errors() -> list[tuple[str, set[str], str]]:
    """Return the code, the facts and the position of every error raised in the source."""
    return list(find_raised_errors())


def find_raised_errors() -> Iterator[tuple[str, set[str], str]]:
    classes = error_classes()
    for path in SOURCE:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            # `DraftError(…)` or `errors.DraftError(…)`
            kind = classes.get(ast.unparse(node.func).removeprefix("errors."))
            if kind is None or kind is PackInvalid:
                continue
            facts = {keyword.arg for keyword in node.keywords if keyword.arg}
            for code in codes_of(node):
                sentence = f"{kind.code}.{code}" if code else kind.code
                yield sentence, facts, f"{path.name}:{node.lineno}"


def codes_of(call: ast.Call) -> list[str]:
    """Return the codes that a call may append to that of the class."""
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


def test_every_error_raised_in_the_source_has_a_message(
    raised_errors: list[tuple[str, set[str], str]],
) -> None:
    known = read("en")["errors"]
    assert [(code, place) for code, _, place in raised_errors if code not in known] == []


def test_an_error_has_every_fact_of_its_message(
    raised_errors: list[tuple[str, set[str], str]],
) -> None:
    expected = placeholders_by_path("en")
    missing = [
        (code, place, needed - facts - ADDED)
        for code, facts, place in raised_errors
        for part in PARTS["errors"]
        if (needed := expected.get(f"/errors/{code}/{part}", set())) - facts - ADDED
    ]
    assert missing == []


def test_the_codes_of_the_system_and_of_the_journal_have_messages() -> None:
    """Codes from a table are not found in calls."""
    known = read("en")["errors"]
    for name, table, prefix in (
        ("atomic_file.py", "_REFUSED", "save.refused"),
        ("storage/journal_file.py", "_ERROR_CODES", "journal"),
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


def test_every_class_of_error_has_a_message() -> None:
    known = read("en")["errors"]
    assert {kind.code for kind in error_classes().values()} <= set(known)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_of_a_number_is_a_counted_noun(language: str) -> None:
    known = read(language)["because"]
    assert {unit for unit in Unit if unit and f"count.{unit}" not in known} == set()


def finding_codes() -> set[str]:
    """Return every code of the checks, recognised by the grade that follows it."""
    found: set[str] = set()
    for path in sorted((ROOT / "erasmus_desk" / "checks").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    # The shape of an identifier is named by its call, or has the common text.
    library = Library((ROOT / "resources" / "calls",))
    forms = (library.load_pack(call).form for call in library.list_packs())
    asked = (question for form in forms for question in form.questions.values())
    return found | {"shape", *(f"{one.format}-shape" for one in asked if one.shape)}


def test_every_finding_of_the_checks_has_messages_and_none_is_unused() -> None:
    known = set(read("en")["findings"])
    assert known <= finding_codes()
    called = {
        node.args[0].value
        for path in sorted((ROOT / "erasmus_desk" / "checks").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "report"
        and isinstance(node.args[0], ast.Constant)
    }
    assert called <= known


def test_an_error_text_has_three_parts(localized: Messages) -> None:
    text = localized.format_error(DraftForeign(path="letter.txt"))
    assert "letter.txt" in text.what
    assert text.safe
    assert text.do


def test_a_code_without_a_message_falls_back_on_its_class(localized: Messages) -> None:
    text = localized.format_error(TargetRefused("haunted", path="a", problem="boo"))
    assert text == localized.format_error(TargetRefused(path="a", problem="boo"))
    assert "boo" in text.what


def test_what_the_system_says_of_a_file_is_worded(localized: Messages) -> None:
    for number in (*errno.errorcode, 9999):
        said = SystemProblem.of(OSError(number, os.strerror(number)))
        text = localized.format_error(DraftUnreadable(path="a", problem=said)).what
        assert (os.strerror(number) in text) == (said.kind == "other")


def test_each_kind_of_what_the_system_says_has_its_words(localized: Messages) -> None:
    numbers = errno.EACCES, errno.EROFS, errno.ENOSPC, errno.EIO, errno.EBUSY, errno.ENOMEM
    said = [SystemProblem.of(OSError(number, "")) for number in numbers]
    texts = {localized.format_error(DraftUnreadable(path="a", problem=one)) for one in said}
    assert len(texts) == len(numbers)


def test_a_fact_may_be_added_when_formatting(localized: Messages) -> None:
    text = localized.format_error(DraftDamaged("cut", line=3, column=7), path="mine.erasmus")
    assert "mine.erasmus" in text.what


def test_plural_forms_follow_the_count(texts: Texts) -> None:
    english = messages.load_messages(FOLDER, "en")
    place = QuestionRef(TextRef(("question.chk.done.label",)))
    one = english.format_finding("checklist", {"where": place, "n": 1}, texts).what
    many = english.format_finding("checklist", {"where": place, "n": 3}, texts).what
    assert one.startswith("One point")
    assert many.startswith("3 points")


def test_facts_are_formatted_in_the_language(texts: Texts) -> None:
    dutch, english = messages.load_messages(FOLDER, "nl_BE"), messages.load_messages(FOLDER, "en")
    assert (dutch.format_value(CountryName("BE")), english.format_value(CountryName("BE"))) == (
        "België",
        "Belgium",
    )
    assert (dutch.format_value(LanguageName("fr")), english.format_value(LanguageName("fr"))) == (
        "Frans",
        "French",
    )
    assert dutch.format_value(date(2017, 9, 1)) == "1\u00a0september 2017"
    moment = datetime(2017, 9, 1, 9, 30)  # noqa: DTZ001 - as the clock on the wall shows it
    assert dutch.format_value(moment) == "1\u00a0september 2017, 09:30"
    assert (dutch.format_value(5003), english.format_value(5003)) == ("5.003", "5,003")
    assert english.format_value(ListValue((12, 24, 36))) == "12, 24, 36"
    name = texts.get("kind.innovation.name")
    assert english.format_value(TextRef(("kind.innovation.name",)), texts) == name
    assert english.format_value(TextRef(("gone.short", "kind.innovation.name")), texts) == name


def test_a_question_names_the_items_around_it(texts: Texts) -> None:
    english = messages.load_messages(FOLDER, "en")
    one = TextRef(("list.organisations.one",))
    place = QuestionRef(
        TextRef(("question.org.pic.label",)), (ItemRef(one, 2, ""), ItemRef(one, 1, "Escola"))
    )
    assert english.format_value(place, texts).endswith(f"({texts.get(one.texts[0])} 2, Escola)")


def test_a_long_quotation_is_shortened_and_stays_on_one_line(texts: Texts) -> None:
    english = messages.load_messages(FOLDER, "en")
    place = QuestionRef(TextRef(("question.rep.email.label",)))
    found = "one\ntwo\x1b[31m " + "x" * 500
    what = english.format_finding("email-shape", {"where": place, "found": found}, texts).what
    assert "one two" in what
    assert "\x1b" not in what
    assert len(what) < 200


def test_an_unknown_language_falls_back_on_english() -> None:
    assert messages.load_messages(FOLDER, "eo").language == "en"
    assert messages.load_messages(FOLDER, "").language == "en"
    assert messages.load_messages(FOLDER, "nl-BE").language == "nl"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_named_twice_in_a_file(language: str) -> None:
    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        names = [name for name, _ in pairs]
        assert len(names) == len(set(names)), {name for name in names if names.count(name) > 1}
        return dict(pairs)

    for file in (f"{language}.json", f"word.{language}.json"):
        text = (FOLDER / file).read_text(encoding="utf-8")
        json.loads(text, object_pairs_hook=once)
