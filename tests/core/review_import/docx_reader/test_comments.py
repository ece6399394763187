"""Comments, replies and resolved threads are read with their quoted text."""

from datetime import UTC, datetime

import pytest

from erasmus_desk.review_import.docx_reader.document import ReturnedDocument, WordComment
from erasmus_desk.review_import.docx_reader.reader import read_document
from tests.core.review_import.documents import (
    ANN,
    BEN,
    HEAD,
    SPACES,
    comment,
    dele,
    docx,
    ins,
    mark,
    p,
    r,
    tbl,
    tc,
    tr,
)


def start(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def end(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/>'


def point(number: int) -> str:
    return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


def on(number: int, content: str) -> str:
    return f"{start(number)}{content}{end(number)}{point(number)}"


def extended(*entries: str) -> str:
    made = "".join(f"<w15:commentEx {entry}/>" for entry in entries)
    return f"{HEAD}<w15:commentsEx {SPACES}>{made}</w15:commentsEx>"


def entry(para: str, parent: str = "", done: str = "0") -> str:
    answers = f' w15:paraIdParent="{parent}"' if parent else ""
    return f'w15:paraId="{para}"{answers} w15:done="{done}"'


def read(body: str, comments: str, **parts: str) -> ReturnedDocument:
    return read_document(docx(body, comments, parts), "a.docx")


def only(body: str, comments: str, **parts: str) -> WordComment:
    (found,) = read(body, comments, **parts).comments
    return found


def quote(body: str) -> str:
    return only(body, comment(0, "Why?")).quote


def test_a_comment_has_its_author_moment_text_and_place() -> None:
    found = read(p(r("one ") + on(0, r("two")) + r(" three")), comment(0, "Why?"))
    (said,) = found.comments
    assert (said.id, said.author, said.text, said.quote) == ("0", "Ann", "Why?", "two")
    assert said.at == datetime.fromisoformat("2026-11-23T10:00:00")
    assert [run.comments for run in found.paragraphs[0].runs] == [(), ("0",), ()]


def test_a_comment_is_timed_in_utc_where_word_wrote_that() -> None:
    ids = '<w16cid:commentId w16cid:paraId="5A000001" w16cid:durableId="2B000001"/>'
    dates = (
        '<w16cex:commentExtensible w16cex:durableId="2B000001" '
        'w16cex:dateUtc="2026-11-23T09:00:00Z"/>'
    )
    in_utc = datetime(2026, 11, 23, 9, tzinfo=UTC)
    body = p(on(0, r("two")))
    said = only(
        body,
        comment(0, "Why?", "5A000001"),
        commentsIds=f"{HEAD}<w16cid:commentsIds {SPACES}>{ids}</w16cid:commentsIds>",
        commentsExtensible=f"{HEAD}<w16cex:all {SPACES}>{dates}</w16cex:all>",
    )
    assert said.at == in_utc
    own = f'{ANN} w16du:dateUtc="2026-11-23T09:00:00Z"'
    assert only(body, comment(0, "Why?", who=own)).at == in_utc


def test_replies_in_one_place_are_in_order_with_and_without_a_zone() -> None:
    later = f'{BEN} w16du:dateUtc="2026-11-24T10:30:00Z"'
    found = read(p(on(0, on(1, r("two")))), comment(0, "No.", who=later) + comment(1, "Why?"))
    assert {one.text: one.parent for one in found.comments} == {"No.": "1", "Why?": ""}


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p(start(0) + r("a")) + p("b") + p(r("c") + end(0) + point(0)), "a\nb\nc"),
        (start(0) + p("a") + p("b") + end(0) + p(point(0)), "a\nb"),
        (tbl(tr(tc(p(start(0) + r("a"))), tc(p(r("b") + end(0))))), "a\nb"),
        (p(on(0, dele("gone"))), "gone"),
        (p(on(0, ins(r("new")))), "new"),
        (p(ins(start(0) + r("new") + end(0) + point(0))), "new"),
        (p(on(0, dele("old") + ins(r("new")))), "new"),
        (
            p(
                on(
                    0,
                    r("a"),
                )
            )
            + p("b"),
            "a",
        ),
        (p(start(0) + r("a") + point(0) + r("b")), "ab"),
        (p(start(0) + point(0) + r("a") + end(0) + r("b")), "a"),
        (p(start(0) + r("a")) + p("b"), "a"),
        (p(end(0) + r("a") + start(0) + r("b")) + p("c"), "b"),
        (p(r("a") + point(0)), ""),
        (p(on(0, "")), ""),
        (p("a"), ""),
        (p(on(0, r("x" * 1000))), "x" * 300),
    ],
)
def test_the_text_under_a_comment_is_its_quote(body: str, text: str) -> None:
    assert quote(body) == text


@pytest.mark.parametrize("content", [point(0), start(0) + end(0) + point(0)])
def test_a_comment_at_a_point_has_its_place(content: str) -> None:
    found = read(p(r("a") + content + r("b")), comment(0, "Here"))
    assert [(run.text, run.comments) for run in found.paragraphs[0].runs] == [
        ("a", ()),
        ("", ("0",)),
        ("b", ()),
    ]


def test_a_comment_on_a_deleted_paragraph_keeps_its_place() -> None:
    found = read(p("a") + p(on(0, dele("b")), mark("del")) + p("c"), comment(0, "No!"))
    assert [line.is_removed for line in found.paragraphs] == [False, True, False]
    assert found.paragraphs[1].runs[0].comments == ("0",)


def test_comments_may_overlap() -> None:
    content = start(0) + r("a") + start(1) + r("b") + end(0) + r("c") + end(1)
    found = read(p(content), comment(0, "x") + comment(1, "y"))
    assert [run.comments for run in found.paragraphs[0].runs] == [("0",), ("0", "1"), ("1",)]


def test_a_comment_of_several_paragraphs_is_one_text() -> None:
    node = (
        f'<w:comment w:id="0" {BEN}><w:p><w:r><w:annotationRef/></w:r>{r("one")}</w:p>'
        f"{p()}{p(r('three') + dele('x'))}</w:comment>"
    )
    assert only(p("a"), node).text == "one\n\nthree"


def test_replies_know_what_they_answer_and_threads_whether_they_are_done() -> None:
    body = p(start(0) + start(1) + r("text") + end(0) + point(0) + end(1) + point(1))
    said = comment(0, "Why?", "1A2B3C01") + comment(1, "Because.", "1A2B3C02", BEN)
    more = extended(entry("1A2B3C01", done="1"), entry("1a2b3c02", "1A2B3C01", done="true"))
    why, because = read(body, said, commentsExtended=more).comments
    assert (why.parent, because.parent) == ("", "0")
    assert (why.is_resolved, because.is_resolved) == (True, True)


def test_a_reply_without_a_place_has_that_of_what_it_answers() -> None:
    said = comment(0, "Why?", "1A2B3C01") + comment(1, "Because.", "1A2B3C02", BEN)
    more = extended(entry("1A2B3C02", "1A2B3C01"))
    _, because = read(p(on(0, r("text"))), said, commentsExtended=more).comments
    assert because.quote == "text"


def test_a_reply_to_a_reply_belongs_to_the_first() -> None:
    said = "".join(comment(number, "x", f"1A2B3C0{number}") for number in range(3))
    more = extended(entry("1A2B3C01", "1A2B3C00"), entry("1A2B3C02", "1A2B3C01"))
    parents = [one.parent for one in read(p(), said, commentsExtended=more).comments]
    assert parents == ["", "0", "0"]


def test_replies_in_a_ring_end() -> None:
    said = comment(0, "x", "1A2B3C00") + comment(1, "y", "1A2B3C01") + comment(2, "z", "1A2B3C02")
    ring = (entry("1A2B3C00", "1A2B3C01"), entry("1A2B3C01", "1A2B3C00"))
    more = extended(*ring, entry("1A2B3C02", "1A2B3C02"), entry("many", "none"))
    parents = [one.parent for one in read(p(), said, commentsExtended=more).comments]
    assert parents == ["", "", ""]


def test_where_no_part_says_what_answers_what_those_on_the_same_text_do() -> None:
    both = start(0) + start(1) + r("text") + end(0) + point(0) + end(1) + point(1)
    # LibreOffice writes the reply first and says nothing of it elsewhere.
    said = comment(0, "Because.", who=BEN) + comment(1, "Why?") + comment(2, "Else?")
    because, why, other = read(p(both) + p(on(2, r("text"))), said).comments
    assert (because.parent, why.parent, other.parent) == ("1", "", "")


def test_comments_at_nothing_are_no_replies_to_one_another() -> None:
    said = comment(0, "x") + comment(1, "y")
    assert [one.parent for one in read(p(point(0) + point(1)), said).comments] == ["", ""]


def identity(said: str, **parts: str) -> str:
    return only(p(on(0, r("text"))), said, **parts).identity


def test_a_comment_stays_the_same_by_the_ids_that_word_draws() -> None:
    ids = (
        f'{HEAD}<w16cid:commentsIds {SPACES}><w16cid:commentId w16cid:paraId="1A2B3C01" '
        'w16cid:durableId="5D00AA11"/></w16cid:commentsIds>'
    )
    first = identity(comment(0, "Why?", "1A2B3C01"), commentsIds=ids)
    assert first == identity(comment(0, "Why not?", "1A2B3C01"), commentsIds=ids)
    drawn = identity(comment(0, "Why?", "1A2B3C01"))
    assert drawn == identity(comment(0, "Why not?", "1a2b3c01"))
    assert drawn != first


@pytest.mark.parametrize("para", ["", "00000001", "01000000", "nonsense", "-1", "0"])
def test_ids_that_are_counted_up_are_no_identity(para: str) -> None:
    plain = identity(comment(0, "Why?"))
    assert identity(comment(0, "Why?", para)) == plain
    assert identity(comment(0, "What?", para)) != plain
    assert identity(comment(0, "Why?", para, BEN)) != plain


def test_comments_that_share_an_id_are_both_kept() -> None:
    found = read(p(on(0, r("text"))), comment(0, "one") + comment(0, "two")).comments
    assert [one.text for one in found] == ["one", "two"]
    assert len({one.id for one in found}) == 2
