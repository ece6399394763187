"""Tracked changes are read with their authors; deleted text is never content."""

from datetime import UTC, datetime

import pytest

from erasmus_desk.review_import.docx_reader.document import Paragraph, Revision, RevisionAuthor, Run
from erasmus_desk.review_import.docx_reader.reader import read_document
from erasmus_desk.review_import.matching.result import find_latest_author
from tests.core.review_import.documents import (
    ANN,
    BEN,
    dele,
    docx,
    ins,
    mark,
    p,
    r,
    sdt,
    tbl,
    tc,
    tr,
)

ANN_THEN = RevisionAuthor("Ann", datetime.fromisoformat("2026-11-23T10:00:00"))
BEN_THEN = RevisionAuthor("Ben", datetime.fromisoformat("2026-11-24T11:30:00"))


def lines(body: str) -> tuple[Paragraph, ...]:
    return read_document(docx(body), "a.docx").paragraphs


def texts(body: str) -> list[str]:
    return [line.text for line in lines(body) if not line.is_removed]


def revisions(body: str) -> list[tuple[str, Revision]]:
    return [(run.text, run.revision) for line in lines(body) for run in line.runs]


def moved(change: str, text: str, who: str = ANN) -> str:
    return f'<w:{change} w:id="4" w:name="move1" {who}>{r(text)}</w:{change}>'


def test_insertions_and_deletions_are_read_with_author_and_moment() -> None:
    (line,) = lines(p(r("a ") + dele("bad", BEN) + ins(r("good")) + r(" word")))
    assert line.text == "a good word"
    assert line.runs == (
        Run("a "),
        Run("bad", Revision.DELETED, BEN_THEN),
        Run("good", Revision.INSERTED, ANN_THEN),
        Run(" word"),
    )


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("2026-11-23T10:00:00", datetime.fromisoformat("2026-11-23T10:00:00")),
        ("2026-11-23T12:00:00+02:00", datetime(2026, 11, 23, 10, tzinfo=UTC)),
        ("2026-11-23T10:00:00.1234567Z", datetime.fromisoformat("2026-11-23T10:00:00.123456")),
        ("0001-01-01T00:00:00+05:00", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_moments_are_read_however_they_are_written(written: str, at: datetime | None) -> None:
    (line,) = lines(p(ins(r("x"), f'w:author="Ann" w:date="{written}"')))
    assert line.runs[0].by == RevisionAuthor("Ann", at)


def test_a_change_is_timed_in_utc_where_that_is_written_and_in_no_zone_elsewhere() -> None:
    in_utc = datetime(2026, 11, 23, 9, tzinfo=UTC)
    for written, at in (
        ('w16du:dateUtc="2026-11-23T09:00:00Z"', in_utc),
        ('w16du:dateUtc="2026-11-23T10:00:00+01:00"', in_utc),
        ('w16du:dateUtc="soon"', datetime.fromisoformat("2026-11-23T10:00:00")),
        ("", datetime.fromisoformat("2026-11-23T10:00:00")),
    ):
        (line,) = lines(p(ins(r("x"), f"{ANN} {written}")))
        assert line.runs[0].by == RevisionAuthor("Ann", at)


def test_the_latest_of_changes_with_and_without_a_zone_is_found() -> None:
    early = 'w:author="Eve" w:date="2026-11-23T08:00:00Z" w16du:dateUtc="2026-11-23T07:00:00Z"'
    (line,) = lines(p(ins(r("x")) + ins(r("y"), early)))
    assert find_latest_author(line.runs) == ANN_THEN


def test_a_change_may_have_no_author() -> None:
    (line,) = lines(p(ins(r("x"), "")))
    assert line.runs[0].by == RevisionAuthor("")


def test_moves_are_gone_from_one_place_and_here_at_the_other() -> None:
    body = (
        '<w:moveFromRangeStart w:id="1" w:name="move1"/>'
        + p(moved("moveFrom", "sentence"), mark("moveFrom"))
        + '<w:moveFromRangeEnd w:id="1"/>'
        + p("between")
        + '<w:moveToRangeStart w:id="2" w:name="move1"/>'
        + p(moved("moveTo", "sentence"), mark("moveTo"))
        + '<w:moveToRangeEnd w:id="2"/>'
        + p("after")
    )
    assert texts(body) == ["between", "sentence", "after"]
    assert ("sentence", Revision.MOVED_FROM) in revisions(body)
    assert ("sentence", Revision.MOVED_TO) in revisions(body)


def test_text_that_was_moved_within_a_paragraph_stands_there_once() -> None:
    body = p(moved("moveFrom", "first ") + r("second ") + moved("moveTo", "first "))
    assert texts(body) == ["second first "]


@pytest.mark.parametrize(
    "content",
    [
        ins(dele("text", BEN)),
        f'<w:del w:id="1" {BEN}>{ins(r("text"))}</w:del>',
        f'<w:moveTo w:id="1" {ANN}>{dele("text", BEN)}</w:moveTo>',
    ],
)
def test_text_inserted_and_deleted_again_was_never_sent(content: str) -> None:
    (line,) = lines(p(content))
    assert line.text == ""
    (run,) = line.runs
    assert run.revision is Revision.DELETED
    assert run.by == BEN_THEN
    assert run.inserted_then_deleted


def test_a_deletion_in_a_moved_text_is_gone_at_both_places() -> None:
    body = p(f'<w:moveFrom w:id="1" {ANN}>{r("a")}{dele("b", BEN)}</w:moveFrom>')
    assert revisions(body) == [("a", Revision.MOVED_FROM), ("b", Revision.DELETED)]
    assert texts(body) == [""]


@pytest.mark.parametrize(
    "text", ["<w:t>x</w:t>", "<w:delText>x</w:delText>", "<w:sym w:char='41'/>"]
)
def test_deleted_text_is_no_content_however_it_is_written(text: str) -> None:
    assert texts(p(f'<w:del w:id="1" {ANN}><w:r>{text}</w:r></w:del>')) == [""]


def test_deleted_text_is_no_content_outside_of_a_deletion_either() -> None:
    assert revisions(p("<w:r><w:delText>x</w:delText></w:r>")) == [("x", Revision.DELETED)]


def test_a_deleted_field_leaves_neither_its_code_nor_its_text() -> None:
    content = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:delInstrText> REF x </w:delInstrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        "<w:r><w:delText>gone</w:delText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert revisions(p(f'<w:del w:id="1" {ANN}>{content}</w:del>')) == [("gone", Revision.DELETED)]


def test_changes_of_looks_are_no_changes_of_text() -> None:
    look = f'<w:rPr><w:b/><w:rPrChange w:id="1" {ANN}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>'
    change = f'<w:pPrChange w:id="2" {ANN}><w:pPr><w:pStyle w:val="Other"/></w:pPr></w:pPrChange>'
    body = (
        p(r("text", look), f'<w:pStyle w:val="Mine"/>{change}')
        + f'<w:tbl><w:tblPr><w:tblPrChange w:id="3" {ANN}><w:tblPr/></w:tblPrChange></w:tblPr>'
        + f"{tr('cell')}</w:tbl>"
        + f'<w:sectPr><w:sectPrChange w:id="4" {ANN}><w:sectPr/></w:sectPrChange></w:sectPr>'
    )
    assert revisions(body) == [("text", Revision.UNCHANGED), ("cell", Revision.UNCHANGED)]
    assert lines(body)[0].style == "mine"


def test_marks_of_changed_custom_xml_are_left_out() -> None:
    around = (
        f'<w:customXmlInsRangeStart w:id="1" {ANN}/>{sdt("k", p("text"))}'
        '<w:customXmlInsRangeEnd w:id="1"/>'
        f'<w:customXmlDelRangeStart w:id="2" {ANN}/><w:customXmlDelRangeEnd w:id="2"/>'
    )
    assert revisions(around) == [("text", Revision.UNCHANGED)]


# The ends of paragraphs


def test_a_paragraph_whose_mark_was_deleted_joins_the_next() -> None:
    body = p("one ", mark("del")) + p("two") + p("three")
    assert texts(body) == ["one two", "three"]
    assert lines(body)[0].runs[1] == Run("\n", Revision.DELETED, ANN_THEN)


def test_a_chain_of_deleted_marks_joins_them_all() -> None:
    body = p("a", mark("del")) + p("b", mark("del", BEN)) + p("c", mark("moveFrom")) + p("d")
    assert texts(body) == ["abcd"]


def test_a_joined_paragraph_has_the_style_of_the_last() -> None:
    first = '<w:pStyle w:val="One"/><w:spacing w:before="140"/>' + mark("del")
    (line,) = lines(p("a", first) + p("b", '<w:pStyle w:val="Two"/>'))
    assert (line.style, line.space_before) == ("two", 0)


def test_a_paragraph_that_was_deleted_whole_leaves_nothing_behind() -> None:
    body = p("one") + p(dele("two"), mark("del")) + p("three")
    assert texts(body) == ["one", "three"]


def test_a_control_that_lost_its_last_paragraph_does_not_take_in_what_follows() -> None:
    body = sdt("k", p("one") + p(dele("two"), mark("del"))) + p("Next question")
    one, two, following = lines(body)
    assert (one.text, one.is_removed) == ("one", False)
    assert (two.text, two.is_removed) == ("", True)
    assert two.runs[0].text == "two"
    assert following.runs == (Run("Next question"),)


def test_a_rest_of_a_line_joins_what_follows_though_a_control_ends_between() -> None:
    body = sdt("k", p("one ", mark("del"))) + p("Next question")
    (line,) = lines(body)
    assert line.text == "one Next question"
    assert [run.control is not None for run in line.runs] == [True, True, False]


def test_paragraphs_never_join_across_a_table_or_a_cell() -> None:
    body = p("a", mark("del")) + tbl(tr(tc(p("b", mark("del"))), "c")) + p("d")
    assert texts(body) == ["a", "b", "c", "d"]


def test_what_is_deleted_at_the_end_of_a_cell_is_gone() -> None:
    body = tbl(tr(tc(p("kept") + p(dele("gone"), mark("del")))))
    assert [(line.text, line.is_removed) for line in lines(body)] == [("kept", False), ("", True)]


def test_a_paragraph_that_was_split_says_who_split_it() -> None:
    first, second = lines(p("one", mark("ins")) + p("two"))
    assert (first.text, first.break_inserted_by) == ("one", ANN_THEN)
    assert (second.text, second.break_inserted_by) == ("two", None)


def test_a_paragraph_mark_inserted_and_deleted_again_joins() -> None:
    both = f'<w:rPr><w:ins w:id="1" {ANN}/><w:del w:id="2" {BEN}/></w:rPr>'
    (line,) = lines(p("one", both) + p("two"))
    assert line.text == "onetwo"
    assert line.runs[1] == Run("\n", Revision.DELETED, BEN_THEN, inserted_then_deleted=True)


# Rows and cells


def row_change(change: str, who: str = ANN) -> str:
    return f'<w:{change} w:id="5" {who}/>'


def test_a_deleted_row_is_gone_with_all_its_text_and_is_not_counted() -> None:
    body = tbl(
        tr("head"),
        tr("one", properties=row_change("del")),
        tr("two"),
        tr(tc(p(ins(r("new")))), properties=row_change("ins", BEN)),
        tr("three"),
    )
    found = {line.runs[0].text: line for line in lines(body)}
    deleted = found["one"]
    assert (deleted.text, deleted.is_row_removed, deleted.is_removed, deleted.row_by) == (
        "",
        True,
        True,
        ANN_THEN,
    )
    assert deleted.runs == (Run("one", Revision.DELETED, ANN_THEN),)
    rows = {name: (line.cell.row, line.original_row) for name, line in found.items() if line.cell}
    assert rows == {"head": (0, 0), "one": (1, 1), "two": (1, 2), "new": (2, None), "three": (3, 3)}
    assert found["new"].row_by == BEN_THEN
    assert found["two"].row_by is None


def test_text_of_an_inserted_row_is_inserted_though_only_the_row_says_so() -> None:
    (line,) = lines(tbl(tr("new", properties=row_change("ins"))))
    assert line.runs == (Run("new", Revision.INSERTED, ANN_THEN),)


def test_a_deleted_row_in_a_control_keeps_its_tag() -> None:
    body = tbl(tr("head"), sdt("k", tr("one", properties=row_change("del"))))
    deleted = lines(body)[1]
    assert deleted.is_row_removed
    assert deleted.runs[0].control is not None


def test_deleted_and_inserted_cells_leave_the_others_their_column() -> None:
    body = tbl(
        tr("A", tc("B", row_change("cellDel")), tc("new", row_change("cellIns")), "C"),
        tr("a", tc("b", row_change("cellDel")), tc("newer", row_change("cellIns")), "c"),
    )
    columns = {line.runs[0].text: line.cell.column for line in lines(body) if line.cell}
    assert columns == {
        "A": 0,
        "B": 1,
        "C": 2,
        "new": 10_000,
        "a": 0,
        "b": 1,
        "c": 2,
        "newer": 10_000,
    }
    assert [line.text for line in lines(body) if not line.is_removed] == [
        "A",
        "new",
        "C",
        "a",
        "newer",
        "c",
    ]


def test_tracked_merging_of_cells_changes_no_text() -> None:
    merged = f'<w:cellMerge w:id="1" {ANN} w:vMerge="cont"/>'
    assert texts(tbl(tr("a"), tr(tc("b", merged)))) == ["a", "b"]
