"""What was said about a draft is written into Word files again, as comments with replies."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Change, Draft, Key
from erasmus_desk.draft.review_state import Note, Thread, thread_put
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.review_import.docx_reader import reader
from tests.core.export import parsed
from tests.core.export.gardens import audited, names, part
from tests.core.export.parsed import W
from tests.core.export.plans import planned
from tests.docx_lint import findings

W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
ANA = Note(
    "n1", "Ana Marković-Đurić", "2017-02-01T10:00:00+02:00", "Why <this> & not that?\nSay it."
)
BEN = Note("n2", "Ben", "2017-02-02T09:30:00+00:00", "Because.")
CAS = Note("n3", "Cas", "", "No date")


def talked(*threads: Thread, draft: Draft | None = None) -> Draft:
    """A draft with threads of comments."""
    found = draft or planned()
    for thread in threads:
        found = found.apply(*thread_put(found, thread))
    return found


def at(key: str, *notes: Note, is_done: bool = False, name: str = "") -> Thread:
    return Thread(name or f"t-{notes[0].id}", Key.parse(key), "", is_done, notes)


def questions(draft: Draft, library: Library, resources: Path) -> bytes:
    return export.proposal(draft, library, resources, export.Wish(Profile.QUESTIONS))


def covered(content: bytes, number: int) -> str:
    """The text between the marks of a comment."""
    found: list[str] = []
    is_in = False
    for one in parsed.body(content).iter():
        if one.get(f"{W}id") == str(number):
            is_in = (is_in or one.tag == f"{W}commentRangeStart") and (
                one.tag != f"{W}commentRangeEnd"
            )
        if is_in and one.tag == f"{W}r":
            found.append(parsed.text(one))
    return "".join(found)


def test_a_thread_stands_at_its_answer_with_author_date_and_initials(
    library: Library, resources: Path, tmp_path: Path
) -> None:
    why = Change(Key("des.rationale"), None, "Bees\n\nneed herbs.")
    draft = talked(at("des.rationale", ANA, BEN), draft=planned().apply(why))
    made = questions(draft, library, resources)
    first, second = parsed.root(made, "word/comments.xml")
    assert first.get(f"{W}author") == "Ana Marković-Đurić"
    assert (first.get(f"{W}initials"), second.get(f"{W}initials")) == ("AM", "B")
    assert first.get(f"{W}date") == "2017-02-01T08:00:00Z"
    assert [parsed.text(one) for one in first] == ["Why <this> & not that?", "Say it."]
    assert covered(made, 0) == covered(made, 1) == "Beesneed herbs."
    assert audited(made, tmp_path) == []
    assert findings(made) == []


def test_replies_name_what_they_answer_and_what_is_done_is_marked(
    library: Library, resources: Path
) -> None:
    threads = at("des.rationale", ANA, BEN), at("sum.text", CAS, is_done=True)
    made = questions(talked(*threads), library, resources)
    listed = list(parsed.root(made, "word/commentsExtended.xml"))
    marks = [one.get(f"{W15}paraId") for one in listed]
    assert [one.get(f"{W15}paraIdParent") for one in listed] == [None, marks[0], None]
    assert [one.get(f"{W15}done") for one in listed] == ["0", "0", "1"]
    last = [comment[-1].attrib for comment in parsed.root(made, "word/comments.xml")]
    assert [next(iter(one.values())) for one in last] == marks
    assert all(0x10000 <= int(mark or "", 16) < 0x80000000 for mark in marks)


@pytest.mark.parametrize(
    ("key", "is_in_table"),
    [
        ("prj.title", True),
        ("org.name_lat@p1", True),
        ("prj.start", True),
        ("pri.others", False),
        ("io.title@o1", False),
    ],
)
def test_an_answer_has_its_comment_where_it_is_asked(
    key: str, is_in_table: bool, library: Library, resources: Path, tmp_path: Path
) -> None:
    made = questions(talked(at(key, BEN)), library, resources)
    assert part(made, "word/document.xml").count('<w:commentRangeStart w:id="0"/>') == 1
    shown = {one.text.replace("\n", "") for one in parsed.controls(made) if one.tag == key}
    assert covered(made, 0) in shown
    cells = [one for one in parsed.body(made).iter(f"{W}tc") if _is_commented(one)]
    assert bool(cells) == is_in_table
    assert audited(made, tmp_path) == []


def _is_commented(element: ET.Element) -> bool:
    return next(element.iter(f"{W}commentRangeStart"), None) is not None


def test_a_thread_without_a_place_stands_on_the_title_of_the_cover(
    library: Library, resources: Path
) -> None:
    nowhere = Thread("t-0", None, "", False, (CAS,))
    draft = talked(nowhere, at("io.title@gone", BEN))
    made = questions(draft, library, resources)
    assert covered(made, 0) == covered(made, 1) == draft.text("prj.title")
    assert "w:date" not in part(made, "word/comments.xml").partition("Cas")[2][:40]


def test_an_assessor_gets_no_comments(library: Library, resources: Path) -> None:
    made = export.proposal(talked(at("sum.text", ANA)), library, resources)
    assert not [name for name in names(made) if "comment" in name or "people" in name]
    assert "w:comment" not in part(made, "word/document.xml")


def test_a_partner_gets_what_was_said_of_its_own_part_and_nothing_else(
    library: Library, resources: Path
) -> None:
    threads = at("bg.present@p1", ANA), at("bg.present@p2", BEN), at("io.title@o1", CAS)
    draft = talked(*threads)
    wish = export.Wish(Profile.PARTNERS, partner="p1")
    made = export.proposal(draft, library, resources, wish)
    (only,) = parsed.root(made, "word/comments.xml")
    assert only.get(f"{W}author") == ANA.author
    whole = "".join(part(made, name) for name in names(made))
    assert "Because." not in whole
    assert "No date" not in whole


def test_equal_talk_gives_equal_bytes_and_marks_stay_with_their_notes(
    library: Library, resources: Path
) -> None:
    one = talked(at("sum.text", ANA, BEN))
    assert questions(one, library, resources) == questions(one, library, resources)
    more = talked(at("sum.text", ANA, BEN), at("des.rationale", CAS))
    marks = [
        re.findall(r'w15:paraId="(\w+)"', part(made, "word/commentsExtended.xml"))
        for made in (questions(draft, library, resources) for draft in (one, more))
    ]
    assert set(marks[0]) < set(marks[1])


def test_people_are_listed_once(library: Library, resources: Path) -> None:
    threads = at("sum.text", ANA, BEN), at("des.rationale", Note("n4", "Ben", "", "Again"))
    made = questions(talked(*threads), library, resources)
    people = [one.get(f"{W15}author") for one in parsed.root(made, "word/people.xml")]
    assert sorted(people, key=str) == ["Ana Marković-Đurić", "Ben"]


def test_the_reader_finds_the_threads_again(library: Library, resources: Path) -> None:
    draft = talked(at("sum.text", ANA, BEN), at("pri.others", CAS, is_done=True))
    found = reader.returned(questions(draft, library, resources), "sent.docx").comments
    by_author = {one.author: one for one in found}
    assert by_author["Ben"].parent == by_author[ANA.author].id
    assert by_author[ANA.author].text == ANA.text
    assert by_author["Cas"].is_done
    assert by_author["Cas"].at is None
