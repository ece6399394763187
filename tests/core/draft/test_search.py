"""Searching the answers of a draft."""

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
from erasmus_desk.draft.create import begin
from erasmus_desk.draft.model import Change, Draft, Key, Orphan, PackRef, Value, item_added
from erasmus_desk.draft.review_state import Note, Thread
from erasmus_desk.draft.search import AFTER, BEFORE, Hit, find, plain
from erasmus_desk.draft.visibility import parked
from erasmus_desk.storage import drafts

RESOURCES = paths.places().resources
EXAMPLES = sorted((RESOURCES / "examples").glob("*.erasmus"))
SUMMARY = Key("sum.text")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return Library((RESOURCES / "calls",)).pack("ka2-2017")


def draft_with(pack: Pack, answers: dict[Key, Value]) -> Draft:
    first = {"kind": "innovation", "field": "vet", "language": "en"}
    draft = begin(pack, first, datetime(2017, 1, 9, tzinfo=UTC), "searched")
    return draft.apply(*(Change(key, draft.get(key), value) for key, value in answers.items()))


def found(draft: Draft, pack: Pack, wanted: str) -> list[Key]:
    return [hit.key for hit in find(draft, pack, wanted)]


def only(pack: Pack, text: str, wanted: str) -> Hit:
    (hit,) = find(draft_with(pack, {SUMMARY: text}), pack, wanted)
    return hit


def marked(hit: Hit, text: str) -> str:
    return text[hit.start : hit.start + hit.length]


@pytest.mark.parametrize(
    ("text", "wanted", "place"),
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
    ],
)
def test_capitals_and_accents_do_not_matter_and_the_place_is_that_of_the_text_itself(
    pack: Pack, text: str, wanted: str, place: str
) -> None:
    assert marked(only(pack, text, wanted), text) == place


def test_all_words_must_occur_in_any_order(pack: Pack) -> None:
    draft = draft_with(pack, {SUMMARY: "teachers meet pupils", Key("imp.selection"): "pupils only"})
    assert found(draft, pack, "pupils teachers") == [SUMMARY]
    assert found(draft, pack, "pupils parents") == []


def test_words_that_stand_together_are_shown_together(pack: Pack) -> None:
    text = "air here, quality there, and\nair\n  quality at last"
    assert marked(only(pack, text, "air quality"), text) == "air\n  quality"
    assert marked(only(pack, text, "quality air"), text) == "quality"


@pytest.mark.parametrize("wanted", ["", "   ", "\n"])
def test_nothing_wanted_finds_nothing(pack: Pack, wanted: str) -> None:
    assert find(draft_with(pack, {SUMMARY: "text"}), pack, wanted) == ()


def test_ids_of_choices_are_not_text(pack: Pack) -> None:
    draft = draft_with(pack, {})
    assert draft.text("ctx.main_objective") == "innovation"
    assert found(draft, pack, "innovation") == []


def test_what_was_typed_where_a_number_or_a_date_belongs_is_found(pack: Pack) -> None:
    draft = draft_with(pack, {Key("prj.start"): "next autumn", Key("prj.duration"): 24})
    assert found(draft, pack, "autumn") == [Key("prj.start")]
    assert found(draft, pack, "24") == []


def test_answers_of_items_are_found_in_the_order_of_the_list(pack: Pack) -> None:
    draft = draft_with(pack, {})
    (first,) = draft.items("organisations")
    draft = draft.apply(*item_added(draft, "organisations", "zz1").changes)
    draft = draft.apply(*item_added(draft, "organisations", "aa2").changes)
    draft = draft.apply(
        *(Change(Key("org.city", item), None, "Gent") for item in ("aa2", first, "zz1"))
    )
    assert found(draft, pack, "gent") == [Key("org.city", one) for one in (first, "zz1", "aa2")]


def test_rows_of_a_table_inside_an_item_are_found(pack: Pack) -> None:
    draft = draft_with(pack, {})
    (school,) = draft.items("organisations")
    draft = draft.apply(*item_added(draft, "eu_projects", "row1", school).changes)
    draft = draft.apply(Change(Key("eup.programme", "row1"), None, "Comenius"))
    assert Key("eup.programme", "row1") in found(draft, pack, "comenius")


def test_parked_answers_follow_and_say_so(pack: Pack) -> None:
    text = "the sensor kit"
    title = Key("io.title", "o1")
    answers: dict[Key, Value] = {Key("io.yesno"): True, Key("outputs"): ("o1",), title: text}
    draft = draft_with(pack, answers | {Key("sus.text"): text})
    kind = Key(pack.role("kind"))
    draft = draft.apply(Change(kind, draft.get(kind), "good-practice"))
    assert title in parked(draft, pack)
    hits = find(draft, pack, "sensor")
    assert [(hit.key.question, hit.is_parked) for hit in hits] == [
        ("sus.text", False),
        ("io.title", True),
    ]


def test_answers_whose_question_is_gone_are_found_as_parked() -> None:
    calls = Path(__file__).parents[2] / "packs" / "valid"
    pack = Library((calls,)).pack("no-kinds")
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
    assert [(str(hit.key), hit.is_parked) for hit in hits] == [
        ("old.text", True),
        ("older.text", True),
    ]


def test_an_excerpt_is_one_line_of_whole_words_around_the_place(pack: Pack) -> None:
    text = "Early words. " * 20 + "Before\nthe\nneedle\nin the hay. " + "Later words. " * 20
    hit = only(pack, text, "needle")
    assert "\n" not in hit.excerpt
    assert hit.excerpt[hit.mark :].startswith("needle in the hay.")
    assert hit.excerpt.startswith("…")
    assert hit.excerpt.endswith("…")
    assert len(hit.excerpt) <= BEFORE + AFTER + len("needle") + 2
    assert {"words.", "words.…"} >= {
        word for word in hit.excerpt.split() if word.startswith("words")
    }


def test_a_short_answer_is_its_own_excerpt(pack: Pack) -> None:
    hit = only(pack, "Sensors in schools", "in")
    assert (hit.excerpt, hit.mark) == ("Sensors in schools", 8)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_each_word_of_an_example_is_found_where_it_stands(path: Path, pack: Pack) -> None:
    draft = drafts.read(path).draft
    wanted = plain(draft.text(pack.role("title"))).split()[0]
    hits = find(draft, pack, wanted)
    assert Key(pack.role("title")) in [hit.key for hit in hits]
    for hit in hits:
        text = draft.text(hit.key.question, hit.key.item)
        assert wanted in plain(marked(hit, text))
        assert plain(hit.excerpt[hit.mark :]).startswith(wanted)


@given(before=st.text(), word=st.text(min_size=1), after=st.text())
def test_whatever_stands_in_a_text_is_found_at_a_place_that_holds_it(
    pack: Pack, before: str, word: str, after: str
) -> None:
    wanted = plain(word).split()
    text = before + word + after
    hits = find(draft_with(pack, {SUMMARY: text}), pack, word)
    if not wanted:
        assert hits == ()
        return
    (hit,) = hits
    assert 0 <= hit.start < hit.start + hit.length <= len(text)
    assert wanted[0] in plain(marked(hit, text))
    assert 0 <= hit.mark <= len(hit.excerpt)


def test_what_others_said_is_found_and_what_the_program_notes_is_not(pack: Pack) -> None:
    draft = draft_with(pack, {})
    note = Note("n1", "Ann Marigold", "2026-11-22", "Which marigold survey?")
    thread = Thread("t1", Key("sum.text"), "", is_done=False, notes=(note,))
    draft = draft.apply(*review_state.thread_put(draft, thread))

    (hit,) = find(draft, pack, "marigold")
    assert hit.key == Key("desk.note.text", "n1")
    assert not hit.is_parked
    assert find(draft, pack, "sum.text") == ()
