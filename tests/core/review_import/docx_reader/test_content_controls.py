"""Content controls and bookmarks are read, however they are nested."""

from datetime import date

import pytest

from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.docx_reader.document import ContentControl, Paragraph
from erasmus_desk.review_import.docx_reader.reader import read_document
from erasmus_desk.round_trip import codec
from erasmus_desk.round_trip.record import BlockRole, RecordBlock, SentRecord, make_answer_tag
from tests.core.review_import.documents import (
    ANN,
    bookmark,
    dele,
    docx,
    ins,
    p,
    r,
    sdt,
    tbl,
    tc,
    tr,
)

FIRST, SECOND = Key("prj.title"), Key("org.text", "a1")
RECORD = codec.encode(
    SentRecord(
        draft="d",
        state="s",
        pack="ka2-2017",
        profile="clean",
        language="en",
        blocks=(
            RecordBlock(BlockRole.ANSWER, "x", FIRST),
            RecordBlock(BlockRole.ANSWER, "y", SECOND),
        ),
    )
).decode()


def lines(body: str, *, with_record: bool = False) -> tuple[Paragraph, ...]:
    parts = {"customXml7": RECORD} if with_record else {}
    return read_document(docx(body, parts=parts), "a.docx").paragraphs


def texts(body: str, *, with_record: bool = False) -> list[tuple[str, str]]:
    """Each text with the tag of its control."""
    return [
        (run.text, run.control.tag if run.control else "")
        for line in lines(body, with_record=with_record)
        for run in line.runs
    ]


def only_control(body: str) -> ContentControl:
    found = {run.control for line in lines(body) for run in line.runs} - {None}
    assert len(found) == 1
    control = found.pop()
    assert control is not None
    return control


@pytest.mark.parametrize(
    "body",
    [
        sdt("k", p("text")),
        p(sdt("k", r("text"))),
        tbl(sdt("k", tr("text"))),
        tbl(f"<w:tr>{sdt('k', tc('text'))}</w:tr>"),
        tbl(tr(tc(sdt("k", p("text"))))),
    ],
    ids=["block", "run", "row", "cell", "block in a cell"],
)
def test_a_control_is_found_wherever_it_may_stand(body: str) -> None:
    assert ("text", "k") in texts(body)


def test_the_innermost_tag_counts() -> None:
    body = sdt("outer", p(f"{r('a')}{sdt('inner', r('b'))}{r('c')}"))
    assert texts(body) == [("a", "outer"), ("b", "inner"), ("c", "outer")]


def test_a_control_without_a_tag_hides_none_around_it() -> None:
    assert texts(sdt("k", p(sdt("", r("text"))))) == [("text", "k")]
    assert texts(sdt("", p("text"))) == [("text", "")]


def test_a_tag_that_was_not_sent_does_not_hide_one_that_was() -> None:
    body = sdt(make_answer_tag(FIRST), p(sdt("somebody's", r("text")))) + sdt(
        "somebody's", p("other")
    )
    assert texts(body, with_record=True) == [("text", "prj.title"), ("other", "")]


def test_the_tag_of_a_tick_counts_with_that_of_its_answer() -> None:
    body = p(sdt("prj.title=yes", r("☒")) + r("\tYes"))
    assert texts(body, with_record=True) == [("☒", "prj.title=yes"), ("\tYes", "")]


def test_the_digest_of_a_long_key_counts() -> None:
    long = f"#{'0a' * 20}"
    assert texts(p(sdt(long, r("text"))), with_record=True) == [("text", long)]


def test_controls_with_the_same_tag_are_told_apart() -> None:
    body = sdt("k", p("one") + p("two")) + sdt("k", p("three"))
    controls = [run.control for line in lines(body) for run in line.runs]
    assert [one.occurrence for one in controls if one] == [0, 0, 1]
    assert controls[0] is controls[1]


def test_a_control_in_a_tracked_insertion_and_an_insertion_in_a_control_are_read() -> None:
    body = p(ins(sdt("k", r("new")))) + p(sdt("m", ins(r("newer")) + dele("old")))
    assert texts(body) == [("new", "k"), ("newer", "m"), ("old", "m")]


@pytest.mark.parametrize(
    "body",
    [
        p(sdt("k", "")),
        p(sdt("k", "<w:r/>")),
        sdt("k", p()),
        sdt("k", ""),
        sdt("k", p(sdt("inner", r("x")))),
        tbl(tr(sdt("k", tc(p())))),
        "<w:sdt><w:sdtPr><w:tag w:val='k'/></w:sdtPr></w:sdt>",
    ],
)
def test_a_control_that_was_emptied_still_has_its_place(body: str) -> None:
    assert ("", "k") in texts(body)


def test_an_emptied_control_makes_no_line_of_its_own_beside_the_paragraph_in_it() -> None:
    assert len(lines(sdt("k", p(sdt("inner", r("x")))) + p("y"))) == 2


def test_an_empty_paragraph_in_a_control_belongs_to_it() -> None:
    body = sdt("k", p("one") + p() + p("three"))
    assert texts(body) == [("one", "k"), ("", "k"), ("three", "k")]


def test_a_control_without_properties_is_ignored() -> None:
    bare = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>".format(p("text"))
    assert texts(bare) == [("text", "")]
    assert texts(sdt("k", bare)) == [("text", "k")]


def test_a_box_that_does_not_say_whether_it_is_ticked_is_not() -> None:
    assert lines(p(sdt("k", r("?"), "<w14:checkbox/>")))[0].text == "☐"


def test_a_box_drawn_otherwise_than_its_state_shows_both() -> None:
    def show(sign: str, state: str, signs: str = "") -> str:
        box = f'<w14:checkbox><w14:checked w14:val="{state}"/>{signs}</w14:checkbox>'
        return lines(p(sdt("k", sign if sign.startswith("<") else r(sign), box)))[0].text

    wingdings = '<w14:checkedState w14:val="00FE"/><w14:uncheckedState w14:val="00A8"/>'
    cross = '<w14:checkedState w14:val="2573"/><w14:uncheckedState w14:val="25CB"/>'
    same = '<w14:checkedState w14:val="25CB"/><w14:uncheckedState w14:val="25CB"/>'
    tick = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    for sign, state, signs, shown in (
        ("☒", "0", "", "☒☐"),
        ("☐", "1", "", "☐☒"),
        ("☒", "1", "", "☒"),
        ("✔", "0", "", "☒☐"),
        (tick, "0", wingdings, "☒☐"),
        (tick, "1", wingdings, "☒"),
        ("þ", "0", wingdings, "☒☐"),
        ("\uf0a8", "1", wingdings, "☐☒"),
        ("\u2573", "0", cross, "☒☐"),
        ("○", "0", cross, "☐"),
        ("○", "1", same, "☒"),
        ("q", "1", "", "☒"),
        ("", "1", "", "☒"),
    ):
        assert show(sign, state, signs) == shown, (sign, state, signs)
    assert lines(p(sdt("k", r("☒"), "<w14:checkbox/>")))[0].text == "☒☐"


def test_a_placeholder_is_marked() -> None:
    assert only_control(p(sdt("k", r("Click here"), "<w:showingPlcHdr/>"))).shows_placeholder
    off = '<w:showingPlcHdr w:val="0"/>'
    assert not only_control(p(sdt("k", r("words"), off))).shows_placeholder


@pytest.mark.parametrize(
    ("full", "day"),
    [
        ("2017-09-01T00:00:00Z", date(2017, 9, 1)),
        ("2017-09-01", date(2017, 9, 1)),
        ("soon", None),
        ("", None),
    ],
)
def test_the_day_chosen_in_a_date_control_is_read(full: str, day: date | None) -> None:
    properties = f'<w:date w:fullDate="{full}"><w:dateFormat w:val="d-M-yyyy"/></w:date>'
    assert only_control(p(sdt("k", r("1-9-2017"), properties))).day == day


@pytest.mark.parametrize("kind", ["dropDownList", "comboBox"])
def test_the_choice_is_the_value_of_the_words_that_are_shown(kind: str) -> None:
    items = (
        '<w:listItem w:value="nothing"/>'
        '<w:listItem w:displayText="Belgium" w:value="BE"/>'
        '<w:listItem w:displayText="Greece" w:value="EL"/>'
    )
    properties = f"<w:{kind}>{items}</w:{kind}>"
    shown = f"{dele('Belgium')}{ins(r('Gre'))}{r('ece ')}"
    assert only_control(p(sdt("k", shown, properties))).choice == "EL"
    assert only_control(p(sdt("k", r("nothing"), properties))).choice == "nothing"
    assert not only_control(p(sdt("k", r("Atlantis"), properties))).choice


@pytest.mark.parametrize(
    ("content", "checked", "shown"),
    [
        (r("☐"), "1", "☐☒"),
        (r("☒"), "0", "☒☐"),
        (r("☒"), "true", "☒"),
        (r("þ"), "1", "☒"),
        ("", "1", "☒"),
        (r("☐") + dele("x") + ins(r("☐ twice")), "1", "☐☒☐ twice"),
        (r("☐ with a remark"), "1", "☐☒ with a remark"),
        (r("words alone"), "1", "words alone"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', "1", "☐☒"),
        (dele("☐") + ins(r("☒")), "1", "☒"),
        (dele("☒") + ins(r("☐")), "1", "☐☒"),
    ],
)
def test_a_check_box_shows_what_it_is_set_to_and_what_is_drawn_otherwise(
    content: str, checked: str, shown: str
) -> None:
    properties = f'<w14:checkbox><w14:checked w14:val="{checked}"/></w14:checkbox>'
    assert lines(p(sdt("k", content, properties)))[0].text == shown


def anchored(body: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(run.text, run.bookmarks) for line in lines(body) for run in line.runs]


def start(name: str, number: str = "7", more: str = "") -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"{more}/>'


def end(number: str = "7") -> str:
    return f'<w:bookmarkEnd w:id="{number}"/>'


def test_bookmarks_are_read_in_a_paragraph_around_paragraphs_and_in_cells() -> None:
    assert anchored(p(r("a") + bookmark("one", r("b")) + r("c"))) == [
        ("a", ()),
        ("b", ("one",)),
        ("c", ()),
    ]
    assert anchored(bookmark("two", p("a") + p("b")) + p("c")) == [
        ("a", ("two",)),
        ("b", ("two",)),
        ("c", ()),
    ]
    assert anchored(tbl(tr(tc(bookmark("three", p("a"))), "b"))) == [("a", ("three",)), ("b", ())]


def test_a_bookmark_goes_on_over_paragraphs_and_into_tables() -> None:
    body = p(r("a") + start("k") + r("b")) + p("c") + tbl(tr(tc(p(r("d") + end() + r("e")))))
    names = dict(anchored(body))
    assert names == {"a": (), "b": ("k",), "c": ("k",), "d": ("k",), "e": ()}


def test_a_bookmark_that_begins_again_goes_on() -> None:
    # LibreOffice writes one over several paragraphs like this.
    body = p(start("k", "0") + r("a")) + p("b") + p(start("k", "1") + r("c") + end("1"))
    assert anchored(body + p("d")) == [("a", ("k",)), ("b", ("k",)), ("c", ("k",)), ("d", ())]


def test_bookmarks_may_overlap() -> None:
    body = start("x", "1") + r("a") + start("y", "2") + r("b") + end("1") + r("c") + end("2")
    assert anchored(p(body)) == [("a", ("x",)), ("b", ("x", "y")), ("c", ("y",))]


@pytest.mark.parametrize(
    "body", [end() + p(start("k") + r("a")) + p("b"), start("k") + p("a") + p("b")]
)
def test_a_bookmark_without_an_end_or_with_one_before_it_stays_in_its_paragraph(body: str) -> None:
    assert anchored(body) == [("a", ("k",)), ("b", ())]


def test_an_emptied_bookmark_still_has_its_place() -> None:
    assert anchored(p(r("a") + bookmark("k", "") + r("b"))) == [("a", ()), ("", ("k",)), ("b", ())]
    assert anchored(start("k") + end() + p("a")) == [("a", ())]


def test_a_bookmark_over_columns_covers_only_those() -> None:
    columns = ' w:colFirst="1" w:colLast="1"'
    body = tbl(start("k", more=columns) + tr("a", "b", "c") + tr("d", "e", "f") + end()) + p("g")
    assert [text for text, names in anchored(body) if names] == ["b", "e"]


def test_an_anchor_survives_tracked_changes_in_it() -> None:
    body = p(bookmark("k", dele("old") + ins(r("new"))))
    assert anchored(body) == [("old", ("k",)), ("new", ("k",))]
    moved = f'<w:moveTo w:id="1" {ANN}>{bookmark("k", r("here"))}</w:moveTo>'
    assert anchored(p(moved)) == [("here", ("k",))]
