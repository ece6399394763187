"""The shipped examples are complete: every answer is visible, nothing blocks submission."""

import json
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from erasmus_desk.budget.estimates import add_up, sum_at
from erasmus_desk.budget.grant import Grant, compute_grant
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.checks.runner import run_checks
from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.visibility import available_options, hidden_answers, visible_questions
from erasmus_desk.i18n import formats, messages
from erasmus_desk.text_length import RULES

RESOURCES = Path(__file__).parents[2] / "resources"
LANGUAGES = messages.list_languages(RESOURCES / "sentences")
EXAMPLES = sorted((RESOURCES / "examples").glob("*.erasmus"))
each_example = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
OF_2017 = [path for path in EXAMPLES if b'"ka2-2017"' in path.read_bytes()[:1000]]
"""Those whose grant follows from unit costs, with a comment on it."""
of_2017 = pytest.mark.parametrize("path", OF_2017, ids=lambda path: path.stem)
of_lump_sums = pytest.mark.parametrize(
    "path", [path for path in EXAMPLES if path not in OF_2017], ids=lambda path: path.stem
)

CATEGORIES = {
    "Project management and implementation": ("pmi",),
    "Transnational project meetings": ("tpm",),
    "Intellectual outputs": ("io",),
    "Multiplier events": ("me",),
    "Learning, teaching and training activities": ("ltt-travel", "ltt-individual"),
    "Special needs support": ("special-needs",),
    "Exceptional costs": ("exceptional",),
    "Projectbeheer en -uitvoering": ("pmi",),
    "Transnationale projectbijeenkomsten": ("tpm",),
    "Leer-, onderwijs- en opleidingsactiviteiten": ("ltt-travel", "ltt-individual"),
    "Steun voor bijzondere behoeften": ("special-needs",),
}
"""Budget categories by their names in the proposals' comments on the budget."""
SHORT_IN_TEXT = {"GR": "EL"}
"""Country codes of the European Union that differ from ISO 3166."""


@pytest.fixture(scope="module")
def library() -> Library:
    return Library((RESOURCES / "calls",))


def open_example(path: Path, library: Library) -> tuple[Draft, Pack]:
    draft = file_format.decode(path.read_bytes()).draft
    return draft, library.load_pack(draft.pack.id)


def comment(draft: Draft, pack: Pack) -> str:
    return draft.text(pack.role("budget_comment"))


def amount(text: str) -> Decimal:
    """Return the last amount of a text, with any thousands separator."""
    return Decimal(re.sub(r"[.,]", "", re.findall(r"\d[\d.,]*\d|\d", text)[-1]))


def stated_amounts(draft: Draft, pack: Pack) -> dict[str, Decimal]:
    """Return the amounts listed in the comment on the budget, by the text before them."""
    listed = [row[2:] for row in comment(draft, pack).splitlines() if row.startswith("- ")]
    parts = [part.strip() for row in listed for part in row.split(";")]
    return {re.split(r":? (?=\d)", part, maxsplit=1)[0]: amount(part) for part in parts}


def names(draft: Draft, pack: Pack, item: str) -> set[str]:
    country = draft.text(pack.role("organisation_country"), item)
    name = draft.text(pack.role("organisation_name"), item)
    return {name, SHORT_IN_TEXT.get(country, country)}


def budget(path: Path, library: Library) -> tuple[Grant, Draft, Pack]:
    draft, pack = open_example(path, library)
    return compute_grant(draft, pack), draft, pack


def test_both_kinds_of_the_2017_call_have_an_example(library: Library) -> None:
    found = [open_example(path, library) for path in EXAMPLES]
    kinds = {draft.text(pack.role("kind")) for draft, pack in found if pack.id == "ka2-2017"}
    assert kinds == {"innovation", "good-practice"}


@each_example
def test_an_example_is_written_back_byte_by_byte(path: Path, library: Library) -> None:
    draft, pack = open_example(path, library)
    assert file_format.encode(draft, (*pack.form.lists, *pack.form.questions)) == path.read_bytes()


@each_example
def test_an_example_keeps_one_answer_a_line(path: Path) -> None:
    rows = [line for line in path.read_text("utf-8").splitlines() if line.startswith('  {"q"')]
    assert len(rows) == len(json.loads(path.read_bytes())["answers"])


@each_example
def test_an_example_answers_only_questions_of_its_call(path: Path, library: Library) -> None:
    draft, pack = open_example(path, library)
    known = {*pack.form.questions, *pack.form.lists}
    assert {key.question for key in draft.answers} <= known
    assert draft.orphans == ()
    assert not draft.extra


@each_example
def test_no_answer_of_an_example_is_hidden(path: Path, library: Library) -> None:
    draft, pack = open_example(path, library)
    assert hidden_answers(draft, pack) == ()


@each_example
def test_every_required_question_of_an_example_is_answered(path: Path, library: Library) -> None:
    draft, pack = open_example(path, library)
    needed = [one.key for one in visible_questions(draft, pack) if one.question.required]
    assert [str(key) for key in needed if draft.get(key) in (None, "", ())] == []


@each_example
def test_no_answer_of_an_example_is_over_its_limit(path: Path, library: Library) -> None:
    draft, pack = open_example(path, library)
    limits = [
        (one.key, one.question.limit)
        for one in visible_questions(draft, pack)
        if one.question.limit
    ]
    used = {
        key: (RULES[limit.rule](draft.text(key.question, key.item)), limit.most)
        for key, limit in limits
    }
    assert {key: sizes for key, sizes in used.items() if sizes[0] > sizes[1]} == {}


@each_example
def test_an_example_chooses_only_what_is_offered(path: Path, library: Library) -> None:
    draft, pack = open_example(path, library)
    for one in visible_questions(draft, pack):
        answer = draft.get(one.key)
        if one.question.options and answer is not None:
            offered = {
                option.id for option in available_options(one.question, draft, pack, one.key.item)
            }
            chosen = set(answer) if isinstance(answer, tuple) else {answer}
            assert chosen <= offered, one.key


@each_example
def test_the_checks_find_nothing_that_blocks_an_example(path: Path, library: Library) -> None:
    draft, pack = open_example(path, library)
    found = run_checks(draft, pack)
    assert [(one.code, str(one.key)) for one in found if one.blocks] == []


@each_example
def test_an_example_writes_only_to_addresses_that_cannot_exist(path: Path) -> None:
    words = path.read_text("utf-8").replace('"', " ").split()
    addresses = [word.strip(".,;:()") for word in words if "@" in word]
    assert addresses
    reserved = (".example", "example.org", "example.com", "example.net", "example.be")
    assert [one for one in addresses if not one.endswith(reserved)] == []


@each_example
def test_an_example_is_of_the_revision_its_call_has_now(path: Path, library: Library) -> None:
    draft, pack = open_example(path, library)
    assert (draft.pack.edition, draft.pack.revision) == (pack.edition, pack.revision)


@each_example
def test_every_amount_of_an_example_can_be_computed(path: Path, library: Library) -> None:
    found, _, _ = budget(path, library)
    assert found.missing == ()
    # No distance is overruled or near an edge; the list knows a village called Évora as well.
    assert {note for line in found.lines for note in line.notes} <= {"several-cities"}


@of_2017
def test_an_example_requests_the_grant_that_it_states(path: Path, library: Library) -> None:
    found, draft, pack = budget(path, library)
    first = comment(draft, pack).partition("\n")[0].partition(" euro")[0]
    assert found.total == amount(first)
    assert found.remaining is not None
    assert found.remaining > 0


@of_2017
def test_an_example_states_the_amount_of_each_category(path: Path, library: Library) -> None:
    found, draft, pack = budget(path, library)
    said = {name: sum_ for name, sum_ in stated_amounts(draft, pack).items() if name in CATEGORIES}
    counted = {
        name: sum(found.by_category.get(one, 0) for one in CATEGORIES[name]) for name in said
    }
    assert said == counted
    assert sum(said.values()) == found.total


@of_2017
def test_an_example_states_the_amount_of_each_organisation(path: Path, library: Library) -> None:
    found, draft, pack = budget(path, library)
    said = stated_amounts(draft, pack)
    pairs = {
        item: [said[name] for name in names(draft, pack, item) if name in said]
        for item in draft.items("organisations")
    }
    assert pairs == {item: [sum_] for item, sum_ in found.by_organisation.items()}


@of_lump_sums
def test_an_example_divides_its_lump_sum_to_the_cent(path: Path, library: Library) -> None:
    found, _, _ = budget(path, library)
    assert found.remaining == 0
    assert "" not in found.by_organisation
    assert found.total == sum(found.by_organisation.values())
    assert [one.balance.id for one in found.balances if not one.is_kept] == []
    assert [one.balance.id for one in found.balances if one.balance.is_exact and one.left] == []


@of_lump_sums
def test_an_example_reckons_right_in_its_texts(path: Path, library: Library) -> None:
    draft, _ = open_example(path, library)
    products = [
        found
        for value in draft.answers.values()
        if isinstance(value, str)
        for found in re.findall(r"([\d.,]+)(?: [a-z]+)? × ([\d.,]+) = ([\d.,]+\d)", value)
    ]
    assert len(products) > 20
    wrong = [one for one in products if amount(one[0]) * amount(one[1]) != amount(one[2])]
    assert wrong == []


def test_the_work_packages_cost_what_their_texts_and_activities_say(library: Library) -> None:
    draft, _ = open_example(RESOURCES / "examples" / "the-empty-chair.erasmus", library)
    for package in draft.items("work_packages"):
        found, text = draft.get(Key("wp.amount", package)), draft.text("wp.cost", package)
        said = re.search(r"Estimated real cost ([\d,]+) euros; requested ([\d,]+) euros", text)
        assert said
        assert amount(said[2]) == found
        assert amount(said[1]) > amount(said[2])
        rows = draft.items("wp_activities", package)
        amounts = [draft.get(Key("wpa.amount", row)) for row in rows]
        assert sum(one for one in amounts if isinstance(one, Decimal)) == found
        listed = text[text.index("By activity:") :]
        assert [one for one in amounts if f"{one:,}" not in listed] == []
        pack = library.load_pack(draft.pack.id)
        assert sum_at(draft, pack, Key("wp.amount", package)).total == amount(said[1])


@of_lump_sums
def test_an_example_estimates_each_amount_and_more_than_it_asks_for(
    path: Path, library: Library
) -> None:
    found, draft, pack = budget(path, library)
    innermost = [one for one in found.estimates if one.lines]
    assert sum(one.asked or 0 for one in innermost) == found.total
    assert [one.key for one in innermost if one.open_lines or one.total < (one.asked or 0)] == []
    assert add_up(found.estimates, found.total).is_whole
    assert add_up(found.estimates, found.total).over > 0
    kinds = {line.kind for one in innermost for line in one.lines}
    assert kinds >= {"staff", "travel", "stay", "material"}
    assert not [one.code for one in run_checks(draft, pack) if one.code.startswith("estimate")]


def test_journeys_and_nights_are_estimated_at_the_prices_of_the_texts(library: Library) -> None:
    found, draft, _ = budget(RESOURCES / "examples" / "schaduwkaart.erasmus", library)
    prices = [
        (one.key.item, line.price)
        for one in found.estimates
        for line in one.lines
        if line.kind in ("travel", "stay") and line.price is not None
    ]
    assert len(prices) > 10
    said = {
        item: {amount(text) for text in re.findall(r"\d[\d.]*", draft.text("act.cost", item))}
        for item in draft.items("activities")
    }
    assert [(item, price) for item, price in prices if price not in said[item]] == []


def test_the_days_of_the_outputs_are_those_the_proposal_says(library: Library) -> None:
    draft, pack = open_example(RESOURCES / "examples" / "innovation-vet.erasmus", library)
    days: Counter[str] = Counter()
    for output in draft.items("outputs"):
        for row in draft.items("output_days", output):
            number = draft.get(Key("day.days", row))
            assert isinstance(number, int)
            days[draft.text("day.category", row)] += number
    said = re.search(
        r"([\d,]+) working days: ([\d,]+) days of teachers.* and (\d+) days of technicians",
        comment(draft, pack),
    )
    assert said
    assert [amount(part) for part in said.groups()] == [
        days.total(),
        days["teacher"],
        days["technician"],
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_titles_beside_the_examples_are_those_of_the_examples(
    library: Library, language: str
) -> None:
    lines: list[str] = []
    for path in EXAMPLES:
        draft, pack = open_example(path, library)
        texts = library.load_texts(pack.id, language)
        what = f"kind.{draft.text(pack.role('kind'))}.short" if pack.kinds else "pack.short"
        kind = texts.get(what)
        tongue = formats.name_language(draft.text(pack.role("language")), language)
        lines.append(f"{path.name}\t{draft.text(pack.role('title'))} ({kind}, {tongue})")
    beside = EXAMPLES[0].with_name(f"titles.{language}.tsv")
    assert beside.read_text(encoding="utf-8").splitlines() == lines
