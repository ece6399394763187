"""Search in the answers of a draft."""

import time
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk import paths
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.draft import review_state
from erasmus_desk.draft.create import create_draft
from erasmus_desk.draft.list_changes import add_item
from erasmus_desk.draft.model import Change, Draft, Key, Orphan, PackRef, Value
from erasmus_desk.draft.review_state import Comment, CommentThread
from erasmus_desk.draft.search import (
    AFTER,
    BEFORE,
    SearchHit,
    find,
    find_matches,
    fold_text,
    replace_matches,
)
from erasmus_desk.draft.visibility import hidden_answers
from erasmus_desk.storage import drafts
from tests.characters import ANY

RESOURCES = paths.find_paths().resources
EXAMPLES = sorted((RESOURCES / "examples").glob("*.erasmus"))
SUMMARY = Key("sum.text")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return Library((RESOURCES / "calls",)).load_pack("ka2-2017")


def draft_with(pack: Pack, answers: dict[Key, Value]) -> Draft:
    first = {"kind": "innovation", "field": "vet", "language": "en"}
    draft = create_draft(pack, first, datetime(2017, 1, 9, tzinfo=UTC), "searched")
    return draft.apply(*(Change(key, draft.get(key), value) for key, value in answers.items()))


def find_keys(draft: Draft, pack: Pack, query: str) -> list[Key]:
    return [hit.key for hit in find(draft, pack, query)]


def find_one(pack: Pack, text: str, query: str) -> SearchHit:
    (hit,) = find(draft_with(pack, {SUMMARY: text}), pack, query)
    return hit


def matched_text(hit: SearchHit, text: str) -> str:
    return text[hit.start : hit.start + hit.length]


@pytest.mark.parametrize(
    ("text", "query", "place"),
    [
        ("We measure AIR quality.", "air", "AIR"),
        ("Het Comité vergadert", "comite", "Comité"),
        ("Het Comite vergadert", "Comité", "Comite"),
        (unicodedata.normalize("NFD", "Het Comité komt"), "comité", "Comite\u0301"),
        ("Ze wonen in Łódź.", "lodz", "Łódź"),
        ("Große Straße", "strasse", "Straße"),
        ("Große Straße", "stras", "Straß"),
        ("Œuvre commune", "oeuvre", "Œuvre"),
        ("ΣΧΟΛΕΊΟ και σχολείο", "σχολειο", "ΣΧΟΛΕΊΟ"),
        ("don’t lose it", "don't", "don’t"),
        ("İstanbul", "istanbul", "İstanbul"),
        ("🙂 then Ünder", "under", "Ünder"),
        ("a Co\u00adopera\u00adtion", "cooperation", "Co\u00adopera\u00adtion"),
        ("he said \u201eyes\u201c", '"yes"', "\u201eyes\u201c"),
        ("he said \u00abyes\u00bb", '"yes"', "\u00abyes\u00bb"),
    ],
)
def test_case_and_accents_do_not_matter_and_the_span_is_that_of_the_original_text(
    pack: Pack, text: str, query: str, place: str
) -> None:
    assert matched_text(find_one(pack, text, query), text) == place


def test_all_words_must_occur_in_any_order(pack: Pack) -> None:
    draft = draft_with(pack, {SUMMARY: "teachers meet pupils", Key("imp.selection"): "pupils only"})
    assert find_keys(draft, pack, "pupils teachers") == [SUMMARY]
    assert find_keys(draft, pack, "pupils parents") == []


def test_adjacent_words_are_found_as_a_phrase(pack: Pack) -> None:
    text = "air here, quality there, and\nair\n  quality at last"
    assert matched_text(find_one(pack, text, "air quality"), text) == "air\n  quality"
    assert matched_text(find_one(pack, text, "quality air"), text) == "quality"


@pytest.mark.parametrize("query", ["", "   ", "\n"])
def test_an_empty_query_finds_nothing(pack: Pack, query: str) -> None:
    assert find(draft_with(pack, {SUMMARY: "text"}), pack, query) == ()


def test_ids_of_choices_are_not_text(pack: Pack) -> None:
    draft = draft_with(pack, {})
    assert draft.text("ctx.main_objective") == "innovation"
    assert find_keys(draft, pack, "innovation") == []


def test_what_was_typed_where_a_number_or_a_date_belongs_is_found(pack: Pack) -> None:
    draft = draft_with(pack, {Key("prj.start"): "next autumn", Key("prj.duration"): 24})
    assert find_keys(draft, pack, "autumn") == [Key("prj.start")]
    assert find_keys(draft, pack, "24") == []


def test_answers_of_items_are_found_in_the_order_of_the_list(pack: Pack) -> None:
    draft = draft_with(pack, {})
    (first,) = draft.items("organisations")
    draft = draft.apply(*add_item(draft, "organisations", "zz1").changes)
    draft = draft.apply(*add_item(draft, "organisations", "aa2").changes)
    draft = draft.apply(
        *(Change(Key("org.city", item), None, "Gent") for item in ("aa2", first, "zz1"))
    )
    assert find_keys(draft, pack, "gent") == [Key("org.city", one) for one in (first, "zz1", "aa2")]


def test_rows_of_a_table_inside_an_item_are_found(pack: Pack) -> None:
    draft = draft_with(pack, {})
    (school,) = draft.items("organisations")
    draft = draft.apply(*add_item(draft, "eu_projects", "row1", school).changes)
    draft = draft.apply(Change(Key("eup.programme", "row1"), None, "Comenius"))
    assert Key("eup.programme", "row1") in find_keys(draft, pack, "comenius")


def test_hidden_answers_follow_and_are_marked(pack: Pack) -> None:
    text = "the sensor kit"
    title = Key("io.title", "o1")
    answers: dict[Key, Value] = {Key("io.yesno"): True, Key("outputs"): ("o1",), title: text}
    draft = draft_with(pack, answers | {Key("sus.text"): text})
    kind = Key(pack.role("kind"))
    draft = draft.apply(Change(kind, draft.get(kind), "good-practice"))
    assert title in hidden_answers(draft, pack)
    hits = find(draft, pack, "sensor")
    assert [(hit.key.question, hit.is_hidden) for hit in hits] == [
        ("sus.text", False),
        ("io.title", True),
    ]


def test_orphans_are_found_as_hidden() -> None:
    calls = Path(__file__).parents[2] / "packs" / "valid"
    pack = Library((calls,)).load_pack("no-kinds")
    moment = datetime(2017, 1, 9, tzinfo=UTC)
    draft = Draft(
        "gone",
        PackRef(pack.id, "2017", 1),
        moment,
        moment,
        {Key("old.text"): "nearly lost"},
        (Orphan(Key("older.text"), "lost and found", "Old question"), Orphan(Key("old.no"), 3)),
    )
    hits = find(draft, pack, "lost")
    assert [(str(hit.key), hit.is_hidden) for hit in hits] == [
        ("old.text", True),
        ("older.text", True),
    ]


def test_an_excerpt_is_one_line_of_whole_words_around_the_match(pack: Pack) -> None:
    text = "Early words. " * 20 + "Before\nthe\nneedle\nin the hay. " + "Later words. " * 20
    hit = find_one(pack, text, "needle")
    assert "\n" not in hit.excerpt
    assert hit.excerpt[hit.excerpt_start :].startswith("needle in the hay.")
    assert hit.excerpt.startswith("…")
    assert hit.excerpt.endswith("…")
    assert len(hit.excerpt) <= BEFORE + AFTER + len("needle") + 2
    assert {"words.", "words.…"} >= {
        word for word in hit.excerpt.split() if word.startswith("words")
    }


def test_a_short_answer_is_its_own_excerpt(pack: Pack) -> None:
    hit = find_one(pack, "Sensors in schools", "in")
    assert (hit.excerpt, hit.excerpt_start) == ("Sensors in schools", 8)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_each_word_of_an_example_is_found_in_its_answer(path: Path, pack: Pack) -> None:
    draft = drafts.read(path).draft
    query = fold_text(draft.text(pack.role("title"))).split()[0]
    hits = find(draft, pack, query)
    assert Key(pack.role("title")) in [hit.key for hit in hits]
    for hit in hits:
        text = draft.text(hit.key.question, hit.key.item)
        assert query in fold_text(matched_text(hit, text))
        assert fold_text(hit.excerpt[hit.excerpt_start :]).startswith(query)


@given(before=st.text(ANY), word=st.text(ANY, min_size=1), after=st.text(ANY))
def test_every_part_of_a_text_is_found_in_a_span_that_contains_it(
    pack: Pack, before: str, word: str, after: str
) -> None:
    query = fold_text(word).split()
    text = before + word + after
    hits = find(draft_with(pack, {SUMMARY: text}), pack, word)
    if not query:
        assert hits == ()
        return
    (hit,) = hits
    assert 0 <= hit.start < hit.start + hit.length <= len(text)
    assert query[0] in fold_text(matched_text(hit, text))
    assert 0 <= hit.excerpt_start <= len(hit.excerpt)


def test_a_word_at_the_end_of_a_very_long_text_is_found_by_reading_it_a_few_times(
    pack: Pack,
) -> None:
    text = "Words and more words, äé. " * 7_400 + "Café"
    draft = draft_with(pack, {SUMMARY: text})
    find(draft, pack, "nowhere")
    start = time.process_time()
    for _ in range(5):
        find(draft, pack, "nowhere")
    once = time.process_time() - start
    hits = [hit for _ in range(5) for hit in find(draft, pack, "cafe")]
    assert [matched_text(hit, text) for hit in hits] == ["Café"] * 5
    assert time.process_time() - start < once * 8


def test_texts_of_reviewers_are_found_and_internal_ones_are_not(pack: Pack) -> None:
    draft = draft_with(pack, {})
    note = Comment("n1", "Ann Marigold", "2026-11-22", "Which marigold survey?")
    thread = CommentThread("t1", Key("sum.text"), "", is_done=False, comments=(note,))
    draft = draft.apply(*review_state.update_thread(draft, thread))

    (hit,) = find(draft, pack, "marigold")
    assert hit.key == Key("desk.note.text", "n1")
    assert not hit.is_hidden
    assert find(draft, pack, "sum.text") == ()


def test_every_place_is_found_and_replaced() -> None:
    text = "Straße, strasse and STRA\u00adSSE; e\u0301 or é"
    assert [text[a:b] for a, b in find_matches(text, "strasse")] == [
        "Straße", "strasse", "STRA\u00adSSE"]  # fmt: skip
    assert replace_matches(text, "strasse", "road")[0] == "road, road and road; e\u0301 or é"
    assert replace_matches(text, "é", "E") == ("Straße, strasse and STRA\u00adSSE; E or E", 2)
    assert replace_matches("one  two\none two", "one two", "") == ("\n", 2)
    assert replace_matches(text, " ", "x") == (text, 0)


@given(st.text(ANY), st.text(ANY, max_size=3), st.text(ANY, max_size=3))
def test_what_is_not_a_match_stays(text: str, query: str, new: str) -> None:
    spans = find_matches(text, query)
    starts, ends = (*(start for start, _ in spans), len(text)), (0, *(end for _, end in spans))
    kept = [text[a:b] for a, b in zip(ends, starts, strict=True)]
    assert replace_matches(text, query, new) == (new.join(kept), len(spans))
    assert all(start < end for start, end in spans)
    assert all(fold_text(query).split()[0] in fold_text(text[a:b]) for a, b in spans)
