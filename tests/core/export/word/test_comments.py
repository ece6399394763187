"""What was said about a draft is written into Word files again, as comments with replies."""

import re
import time
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Change, Draft, Key
from erasmus_desk.draft.review_state import Comment, CommentThread, update_thread
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.review_import.docx_reader import reader
from tests.core.export import parsed
from tests.core.export.gardens import list_parts, read_part, validate_word_file
from tests.core.export.parsed import W
from tests.core.export.plans import make_short_plan
from tests.docx_lint import lint

W16_CEX = "{http://schemas.microsoft.com/office/word/2018/wordml/cex}"
W16_CID = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
ANA = Comment(
    "n1", "Ana Marković-Đurić", "2017-02-01T10:00:00+02:00", "Why <this> & not that?\nSay it."
)
BEN = Comment("n2", "Ben", "2017-02-02T09:30:00+00:00", "Because.")
CAS = Comment("n3", "Cas", "", "No date")
PLACES = (
    ("prj.title", True),
    ("org.name_lat@p1", True),
    ("prj.start", True),
    ("pri.others", False),
    ("io.title@o1", False),
)
"""Answers of every kind, and whether they are in a table."""


def add_threads(*threads: CommentThread, draft: Draft | None = None) -> Draft:
    """A draft with threads of comments."""
    found = draft or make_short_plan()
    for thread in threads:
        found = found.apply(*update_thread(found, thread))
    return found


def make_thread(key: str, *notes: Comment, is_done: bool = False, name: str = "") -> CommentThread:
    return CommentThread(name or f"t-{notes[0].id}", Key.parse(key), "", is_done, notes)


def render_questions(draft: Draft, library: Library, resources: Path) -> bytes:
    return export.render_word(
        draft, library, resources, export.ExportRequest(Profile.QUESTIONS)
    ).content


def read_commented_text(content: bytes, number: int) -> str:
    """The text between the marks of a comment."""
    found: list[str] = []
    is_in = False
    for one in parsed.parse_body(content).iter():
        if one.get(f"{W}id") == str(number):
            is_in = (is_in or one.tag == f"{W}commentRangeStart") and (
                one.tag != f"{W}commentRangeEnd"
            )
        if is_in and one.tag == f"{W}r":
            found.append(parsed.get_text(one))
    return "".join(found)


def test_a_thread_is_at_its_answer_with_author_date_and_initials(
    library: Library, resources: Path, tmp_path: Path
) -> None:
    why = Change(Key("des.rationale"), None, "Bees\n\nneed herbs.")
    draft = add_threads(make_thread("des.rationale", ANA, BEN), draft=make_short_plan().apply(why))
    made = render_questions(draft, library, resources)
    first, second = parsed.parse_part(made, "word/comments.xml")
    assert first.get(f"{W}author") == "Ana Marković-Đurić"
    assert (first.get(f"{W}initials"), second.get(f"{W}initials")) == ("AM", "B")
    assert first.get(f"{W}date") == "2017-02-01T08:00:00Z"
    assert [parsed.get_text(one) for one in first] == ["Why <this> & not that?", "Say it."]
    assert read_commented_text(made, 0) == read_commented_text(made, 1) == "Beesneed herbs."
    assert validate_word_file(made, tmp_path) == []
    assert lint(made) == []


def test_replies_name_their_parent_and_resolved_threads_are_marked(
    library: Library, resources: Path
) -> None:
    threads = make_thread("des.rationale", ANA, BEN), make_thread("sum.text", CAS, is_done=True)
    made = render_questions(add_threads(*threads), library, resources)
    listed = list(parsed.parse_part(made, "word/commentsExtended.xml"))
    marks = [one.get(f"{W15}paraId") for one in listed]
    assert [one.get(f"{W15}paraIdParent") for one in listed] == [None, marks[0], None]
    assert [one.get(f"{W15}done") for one in listed] == ["0", "0", "1"]
    last = [comment[-1].attrib for comment in parsed.parse_part(made, "word/comments.xml")]
    assert [next(iter(one.values())) for one in last] == marks
    assert all(0x10000 <= int(mark or "", 16) < 0x80000000 for mark in marks)


@pytest.fixture(scope="module")
def commented(library: Library, resources: Path) -> bytes:
    """A file with a comment at an answer of each kind, by an author named as the answer."""
    threads = (
        make_thread(key, Comment(f"n-{key}", key, "", "Because."), name=f"t-{key}")
        for key, _ in PLACES
    )
    return render_questions(add_threads(*threads), library, resources)


@pytest.mark.parametrize(("key", "is_in_table"), PLACES)
def test_an_answer_has_its_comment_where_it_is_asked(
    key: str, is_in_table: bool, commented: bytes
) -> None:
    comments = parsed.parse_part(commented, "word/comments.xml")
    (number,) = [one.get(f"{W}id", "") for one in comments if one.get(f"{W}author") == key]
    start = f'<w:commentRangeStart w:id="{number}"/>'
    assert read_part(commented, "word/document.xml").count(start) == 1
    shown = {
        one.text.replace("\n", "") for one in parsed.list_controls(commented) if one.tag == key
    }
    assert read_commented_text(commented, int(number)) in shown
    cells = [
        one for one in parsed.parse_body(commented).iter(f"{W}tc") if _is_commented(one, number)
    ]
    assert bool(cells) == is_in_table


def test_a_file_with_comments_at_answers_of_every_kind_is_valid(
    commented: bytes, tmp_path: Path
) -> None:
    assert len(list(parsed.parse_part(commented, "word/comments.xml"))) == len(PLACES)
    assert validate_word_file(commented, tmp_path) == []


def _is_commented(element: ET.Element, number: str) -> bool:
    starts = element.iter(f"{W}commentRangeStart")
    return any(one.get(f"{W}id") == number for one in starts)


def test_a_thread_without_an_answer_is_at_the_title_of_the_cover(
    library: Library, resources: Path
) -> None:
    nowhere = CommentThread("t-0", None, "", False, (CAS,))
    draft = add_threads(nowhere, make_thread("io.title@gone", BEN))
    made = render_questions(draft, library, resources)
    assert read_commented_text(made, 0) == read_commented_text(made, 1) == draft.text("prj.title")
    assert "w:date" not in read_part(made, "word/comments.xml").partition("Cas")[2][:40]


def test_an_assessor_gets_no_comments(library: Library, resources: Path) -> None:
    made = export.render_word(add_threads(make_thread("sum.text", ANA)), library, resources).content
    assert not [name for name in list_parts(made) if "comment" in name or "people" in name]
    assert "w:comment" not in read_part(made, "word/document.xml")


def test_a_partner_gets_the_comments_on_its_own_part_only(
    library: Library, resources: Path
) -> None:
    threads = (
        make_thread("bg.present@p1", ANA),
        make_thread("bg.present@p2", BEN),
        make_thread("io.title@o1", CAS),
    )
    draft = add_threads(*threads)
    request = export.ExportRequest(Profile.PARTNERS, partner="p1")
    made = export.render_word(draft, library, resources, request).content
    (only,) = parsed.parse_part(made, "word/comments.xml")
    assert only.get(f"{W}author") == ANA.author
    whole = "".join(read_part(made, name) for name in list_parts(made))
    assert "Because." not in whole
    assert "No date" not in whole


def test_equal_comments_give_equal_bytes_and_ids_stay_with_their_comments(
    library: Library, resources: Path
) -> None:
    one = add_threads(make_thread("sum.text", ANA, BEN))
    assert render_questions(one, library, resources) == render_questions(one, library, resources)
    more = add_threads(make_thread("sum.text", ANA, BEN), make_thread("des.rationale", CAS))
    marks = [
        re.findall(r'w15:paraId="(\w+)"', read_part(made, "word/commentsExtended.xml"))
        for made in (render_questions(draft, library, resources) for draft in (one, more))
    ]
    assert set(marks[0]) < set(marks[1])


def test_people_are_listed_once(library: Library, resources: Path) -> None:
    threads = (
        make_thread("sum.text", ANA, BEN),
        make_thread("des.rationale", Comment("n4", "Ben", "", "Again")),
    )
    made = render_questions(add_threads(*threads), library, resources)
    people = [one.get(f"{W15}author") for one in parsed.parse_part(made, "word/people.xml")]
    assert sorted(people, key=str) == ["Ana Marković-Đurić", "Ben"]


def test_the_reader_finds_the_threads_again(library: Library, resources: Path) -> None:
    draft = add_threads(
        make_thread("sum.text", ANA, BEN), make_thread("pri.others", CAS, is_done=True)
    )
    found = reader.read_document(render_questions(draft, library, resources), "sent.docx").comments
    by_author = {one.author: one for one in found}
    assert by_author["Ben"].parent == by_author[ANA.author].id
    assert by_author[ANA.author].text == ANA.text
    assert by_author["Cas"].is_resolved
    assert by_author["Cas"].at is None


def read_times(content: bytes) -> dict[str, str]:
    """The times in UTC, by paragraph id."""
    ids = {
        str(one.get(f"{W16_CID}durableId")): str(one.get(f"{W16_CID}paraId"))
        for one in parsed.parse_part(content, "word/commentsIds.xml")
    }
    return {
        ids[str(one.get(f"{W16_CEX}durableId"))]: str(one.get(f"{W16_CEX}dateUtc"))
        for one in parsed.parse_part(content, "word/commentsExtensible.xml")
    }


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone is that of the computer")
@pytest.mark.parametrize("zone", ["UTC0", "CET-1CEST,M3.5.0,M10.5.0/3", "JST-9", "EST5EDT"])
@pytest.mark.share(3)
def test_the_time_of_a_comment_is_the_same_in_every_zone(
    library: Library,
    resources: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    zone: str,
) -> None:
    clock = Comment("n5", "Dee", "2017-02-03T09:30:00", "By the clock of the wall")
    torn = Comment("n6", "Eve", "0001-01-01T00:00:00+02:00", "Before the first year")
    draft = add_threads(make_thread("sum.text", ANA, BEN, CAS, clock, torn))
    here = render_questions(draft, library, resources)
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        made = render_questions(draft, library, resources)
        found = reader.read_document(made, "sent.docx").comments
    finally:
        monkeypatch.undo()
        time.tzset()
    assert made == here
    # Word shows these in the zone of the reader; without them, the date of the comment as it is.
    assert list(read_times(made).values()) == ["2017-02-01T08:00:00Z", "2017-02-02T09:30:00Z"]
    dates = [one.get(f"{W}date") for one in parsed.parse_part(made, "word/comments.xml")]
    assert dates[3] == clock.at
    times = {one.author: one.at for one in found}
    assert times[ANA.author] == datetime.fromisoformat(ANA.at)
    assert times["Ben"] == datetime.fromisoformat(BEN.at)
    assert (times["Cas"], times["Dee"]) == (None, datetime.fromisoformat(clock.at))
    assert validate_word_file(made, tmp_path) == []


def test_without_a_known_time_there_is_no_part_of_times(library: Library, resources: Path) -> None:
    made = render_questions(add_threads(make_thread("sum.text", CAS)), library, resources)
    assert "word/comments.xml" in list_parts(made)
    assert "word/commentsExtensible.xml" not in list_parts(made)
