"""Returned Word files are read: texts of all kinds, headings, properties."""

from datetime import UTC, date, datetime

import pytest

from erasmus_desk.draft.model import Key
from erasmus_desk.errors import ReturnedError
from erasmus_desk.review_import.docx_reader.document import Paragraph, Revision, Story
from erasmus_desk.review_import.docx_reader.reader import read_document
from erasmus_desk.round_trip import codec
from erasmus_desk.round_trip.record import BlockRole, RecordBlock, SentRecord
from tests.core.review_import.documents import (
    HEAD,
    PACKAGE,
    bookmark,
    dele,
    docx,
    field,
    ins,
    mark,
    p,
    r,
    root,
    sdt,
    tbl,
    tc,
    tr,
)


def lines(body: str, **parts: str) -> tuple[Paragraph, ...]:
    return read_document(docx(body, parts=parts), "a.docx").paragraphs


def texts(body: str, story: Story = Story.BODY, **parts: str) -> list[str]:
    return [line.text for line in lines(body, **parts) if line.story is story]


def run(content: str) -> str:
    return f"<w:r>{content}</w:r>"


def test_a_text_in_many_pieces_is_one_text() -> None:
    content = (
        f'{r("Every ")}<w:proofErr w:type="spellStart"/>{r("wrod")}<w:proofErr w:type="spellEnd"/>'
        f'<w:smartTag w:element="City">{r(" in")}</w:smartTag>'
        f'<w:customXml w:element="x"><w:customXmlPr/>{r(" its")}</w:customXml>'
        f'<w:hyperlink w:anchor="a">{r(" place")}</w:hyperlink>'
        f'<w:dir w:val="rtl">{r(" left")}</w:dir><w:bdo w:val="ltr">{r(" right")}</w:bdo>'
        '<w:r w:rsidR="00A1"><w:lastRenderedPageBreak/><w:t>!</w:t></w:r>'
    )
    (line,) = lines(p(content))
    assert line.text == "Every wrod in its place left right!"
    assert len(line.runs) == 1


RUBY = (
    "<w:ruby><w:rubyPr/><w:rt><w:r><w:t>kan</w:t></w:r></w:rt>"
    "<w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby>"
)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:tab/>", "\t"),
        ('<w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/>', "\t"),
        ("<w:br/>", "\n"),
        ("<w:cr/>", "\n"),
        ("<w:noBreakHyphen/>", "\u2011"),
        ("<w:softHyphen/>", "\u00ad"),
        ('<w:sym w:font="Symbol" w:char="F061"/>', "\u03b1"),
        ('<w:sym w:font="Symbol" w:char="B3"/>', "≥"),
        ('<w:sym w:font="Symbol" w:char="F033"/>', "3"),
        ('<w:sym w:font="Wingdings" w:char="F0E0"/>', "→"),
        ('<w:sym w:font="Wingdings 2" w:char="F052"/>', "☑"),
        ('<w:sym w:font="Wingdings" w:char="F099"/>', "\uf099"),
        ('<w:sym w:font="Unheard" w:char="00E9"/>', "é"),
        ('<w:sym w:font="Symbol" w:char="D800"/>', "\ufffd"),
        ('<w:sym w:font="Symbol" w:char="many"/>', "\ufffd"),
        ("<w:sym/>", "\ufffd"),
        ("<w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t>", "hidden"),
        ("<w:rPr><w:tab/><w:t>no</w:t></w:rPr>", ""),
        ("<w:t>caf&#233; &lt;b&gt; &amp;c</w:t>", "café <b> &c"),
        ("<w:t>  stripped\n</w:t>", "stripped"),
        ('<w:t xml:space="preserve">  kept  </w:t>', "  kept  "),
        ('<w:t xml:space="preserve">one\nline\u00a0</w:t>', "one line\u00a0"),
        ("<w:t>\u00a0no blank of XML\u2003</w:t>", "\u00a0no blank of XML\u2003"),
        ("<w:t><![CDATA[<raw>]]></w:t>", "<raw>"),
        ("<w:footnoteReference w:id='9'/><w:annotationRef/><w:separator/>", ""),
        (RUBY, "漢"),
    ],
)
def test_what_a_run_may_hold_reads_as_it_is_seen(content: str, text: str) -> None:
    assert texts(p(run(content))) == [text]


def test_blanks_are_kept_where_the_whole_part_says_so() -> None:
    body = '<w:p xml:space="preserve"><w:r><w:t> a </w:t></w:r></w:p>'
    content = docx(body).replace(b"x", b"x")
    assert read_document(content, "a").paragraphs[0].text == "a"
    whole = root("hdr", p(run("<w:t> a </w:t>"))).replace("<w:hdr", '<w:hdr xml:space="preserve"')
    assert texts(p(), Story.HEADER, header=whole) == [" a "]


def test_breaks_of_pages_are_the_end_of_a_line_only_between_two_texts() -> None:
    page, column = run('<w:br w:type="page"/>'), run('<w:br w:type="column"/>')
    assert texts(p(page + r("behind"))) == ["behind"]
    assert texts(p(r("before") + page) + p(page)) == ["before", ""]
    assert texts(p(r("a") + page + r("b") + column)) == ["a\nb"]


def test_maths_are_read_as_their_signs() -> None:
    half = "<m:f><m:num><m:r><m:t>b</m:t></m:r></m:num></m:f>"
    sums = f"<m:oMath><m:r><m:t>a=</m:t></m:r>{half}</m:oMath>"
    assert texts(p(r("so ") + sums)) == ["so a=b"]


def test_of_a_field_only_what_it_shows_is_text() -> None:
    assert texts(p(r("see ") + field("REF x", r("page 3")) + r("."))) == ["see page 3."]
    simple = f'<w:fldSimple w:instr=" AUTHOR ">{r("Ann")}</w:fldSimple>'
    assert texts(p(simple)) == ["Ann"]


def test_a_field_in_the_code_of_another_shows_nothing() -> None:
    inner = field("PAGE", r("7"))
    begin, parts = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        (
            "<w:r><w:instrText> IF </w:instrText></w:r>",
            inner,
            '<w:r><w:instrText> = 7 "a" "b" </w:instrText></w:r>',
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            r("a"),
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ),
    )
    assert texts(p(begin + "".join(parts))) == ["a"]


@pytest.mark.parametrize("kind", ["begin", "separate", "end", "nonsense"])
def test_a_field_that_is_torn_hides_nothing(kind: str) -> None:
    torn = f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
    assert texts(p(torn + field("PAGE", r("a")) + r("b")) + p("c")) == ["ab", "c"]


def test_one_form_of_several_is_read_once() -> None:
    box = f"<w:txbxContent>{p('boxed')}</w:txbxContent>"
    choice = (
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
    )
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    both = f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>"
    found = lines(p(r("here") + run(both) + r(" and on")) + p("next"))
    assert [(line.text, line.story) for line in found] == [
        ("here and on", Story.BODY),
        ("boxed", Story.BOX),
        ("next", Story.BODY),
    ]
    without = '<mc:AlternateContent><mc:Choice Requires="x"/>' + fallback + "</mc:AlternateContent>"
    assert texts(p(run(without)), Story.BOX) == ["boxed"]


def test_text_in_shapes_belongs_to_no_control_or_bookmark_around_them() -> None:
    shape = run(
        f"<w:pict><v:textbox><w:txbxContent>{p('boxed')}</w:txbxContent></v:textbox></w:pict>"
    )
    body = sdt("k", p(bookmark("b", r("text") + shape)))
    (_, box) = lines(body)
    assert (box.text, box.runs[0].control, box.runs[0].bookmarks) == ("boxed", None, ())
    assert lines(p(ins(shape)))[1].runs[0].revision is Revision.INSERTED


def test_word_art_and_drawn_text_are_boxes() -> None:
    art = run('<w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict>')
    drawn = run("<w:drawing><a:p><a:r><a:t>drawn</a:t></a:r></a:p></w:drawing>")
    assert texts(p(art) + p(drawn), Story.BOX) == ["DRAFT", "drawn"]


def test_text_outside_of_any_paragraph_is_not_lost() -> None:
    assert texts(
        r("stray") + p("a") + r("s") + r("t") + tbl(f"<w:tr><w:tc>{r('u')}</w:tc></w:tr>")
    ) == [
        "stray",
        "a",
        "st",
        "u",
    ]
    assert texts(p(r("outer") + p("inner"))) == ["outer", "inner"]


def test_notes_are_read_where_referred_to_and_others_are_not() -> None:
    def note(kind: str, number: int, text: str) -> str:
        return f'<w:{kind} w:id="{number}">{p(text)}</w:{kind}>'

    footnotes = root(
        "footnotes",
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        + "".join(note("footnote", number, f"foot {number}") for number in (1, 2, 3)),
    )
    endnotes = root("endnotes", note("endnote", 1, "end 1"))
    hung = run('<w:footnoteReference w:id="1"/>') + run('<w:endnoteReference w:id="1"/>')
    third = run('<w:footnoteReference w:id="3"/>')
    deleted = f'<w:del w:id="1" w:author="Ann">{third}</w:del>'
    found = lines(p(r("text") + hung + deleted), footnotes=footnotes, endnotes=endnotes)
    notes = [line for line in found if line.story is Story.NOTE]
    assert [line.text for line in notes] == ["foot 1", "", "end 1"]
    assert notes[1].runs[0].text == "foot 3"


def test_headers_and_footers_are_read_once_each() -> None:
    parts = {"header1": root("hdr", p("one")), "header2": root("hdr", p("two"))}
    found = lines(p("text"), **parts, footer=root("ftr", p("three")))
    assert [(line.text, line.story.value) for line in found] == [
        ("text", "body"),
        ("one", "header"),
        ("two", "header"),
        ("three", "footer"),
    ]


# Styles


def style(name: str, title: str, more: str = "", kind: str = "paragraph") -> str:
    head = f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{title}"/>'
    return f"{head}{more}</w:style>"


STYLES = root(
    "styles",
    style("Kop1", "heading 1")
    + style("MyHead", "My Heading", '<w:basedOn w:val="Kop1"/>')
    + style("Deep", "Deep", '<w:basedOn w:val="MyHead"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr>')
    + style("Plain", "Plain", '<w:basedOn w:val="Kop1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>')
    + style("Inhopg1", "toc 1")
    + style("Kopvaninhoudsopgave", "TOC Heading", '<w:basedOn w:val="Kop1"/>')
    + style("Ring", "Ring", '<w:basedOn w:val="Ring"/>')
    + style("Answer", "Answer", '<w:pPr><w:spacing w:before="60"/></w:pPr>')
    + style("Bold", "heading 2", kind="character"),
)


@pytest.mark.parametrize(
    ("name", "title", "heading", "is_contents"),
    [
        ("Kop1", "heading 1", 1, False),
        ("MyHead", "my heading", 1, False),
        ("Deep", "deep", 4, False),
        ("Plain", "plain", 0, False),
        ("Inhopg1", "toc 1", 0, True),
        ("Kopvaninhoudsopgave", "toc heading", 0, True),
        ("Ring", "ring", 0, False),
        ("Bold", "bold", 0, False),
        ("berschrift2", "berschrift2", 2, False),
        ("Heading7", "heading7", 7, False),
        ("TOC2", "toc2", 0, True),
        ("Nothing", "nothing", 0, False),
    ],
)
def test_headings_are_known_by_their_style(
    name: str, title: str, heading: int, is_contents: bool
) -> None:
    (line,) = lines(p("x", f'<w:pStyle w:val="{name}"/>'), styles=STYLES)
    assert (line.style, line.heading, line.is_toc_entry) == (title, heading, is_contents)


def test_a_paragraph_may_be_a_heading_by_itself() -> None:
    assert lines(p("x", '<w:outlineLvl w:val="1"/>'))[0].heading == 2
    plain = '<w:pStyle w:val="Kop1"/><w:outlineLvl w:val="9"/>'
    assert lines(p("x", plain), styles=STYLES)[0].heading == 0


@pytest.mark.parametrize(
    ("before", "space"), [("140", 140), ("60", 0), ("-20", 0), ("many", 0), ("99999999999", 0)]
)
def test_space_before_a_paragraph_is_read_where_it_differs_from_its_style(
    before: str, space: int
) -> None:
    properties = f'<w:pStyle w:val="Answer"/><w:spacing w:before="{before}"/>'
    assert lines(p("x", properties), styles=STYLES)[0].space_before == space
    assert lines(p("x", '<w:pStyle w:val="Answer"/>'), styles=STYLES)[0].space_before == 0


BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText> TOC \\o "1-2" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
GALLERY = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'


def listed(body: str) -> list[tuple[str, bool]]:
    return [(line.text, line.is_toc_entry) for line in lines(body)]


def test_lines_of_a_field_of_contents_are_contents() -> None:
    body = p(BEGIN + r("One")) + p("Two") + p(END) + p("Text")
    assert listed(body) == [("One", True), ("Two", True), ("", True), ("Text", False)]
    last = p(BEGIN + r("One")) + p(r("Two") + END + r(" and a word")) + p("Text")
    assert listed(last) == [("One", True), ("Two and a word", False), ("Text", False)]


def test_contents_without_an_end_do_not_swallow_the_document() -> None:
    assert listed(p(BEGIN + r("One")) + p("Text")) == [("One", False), ("Text", False)]
    assert listed(sdt("", p("Title") + p(BEGIN + r("One")), GALLERY))[0] == ("Title", False)
    assert listed(sdt("", p("no field"), GALLERY)) == [("no field", False)]


def test_what_is_typed_behind_the_contents_in_their_control_is_text() -> None:
    body = sdt("", p("Contents") + p(BEGIN + r("One") + END) + p("Typed"), GALLERY) + p("Text")
    assert listed(body) == [("Contents", True), ("One", True), ("Typed", False), ("Text", False)]


# Tables


def spots(body: str) -> dict[str, tuple[int, int, int] | None]:
    return {
        line.text: (line.cell.table, line.cell.row, line.cell.column) if line.cell else None
        for line in lines(body)
    }


def test_cells_are_counted_by_table_row_and_column() -> None:
    body = p("a") + tbl(tr("b", "c"), tr("d", tc(p("e") + p("f")))) + p("g") + tbl(tr("h"))
    assert spots(body) == {
        "a": None,
        "b": (0, 0, 0),
        "c": (0, 0, 1),
        "d": (0, 1, 0),
        "e": (0, 1, 1),
        "f": (0, 1, 1),
        "g": None,
        "h": (1, 0, 0),
    }


def test_merged_and_split_cells_move_no_other() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    body = tbl(
        tr("A", tc("B", wide), "C"),
        tr(tc("a", wide), "b", "c"),
        tr("d", "e", "f", "g"),
        tr("h", tc("i", wide), "j", "k"),
        tr("l", tc("m", '<w:vMerge w:val="restart"/>'), properties='<w:gridBefore w:val="1"/>'),
    )
    columns = {name: cell[2] for name, cell in spots(body).items() if cell}
    assert [columns[name] for name in "ABC"] == [0, 1, 2]
    assert [columns[name] for name in "abc"] == [0, 1, 2]
    assert [columns[name] for name in "defg"] == [0, 1, 1, 2]
    assert [columns[name] for name in "hijk"] == [0, 1, 2, 3]
    assert [columns[name] for name in "lm"] == [1, 1]


def test_a_table_in_a_cell_is_text_of_that_cell() -> None:
    inner = tbl(tr("b"), tr("c", properties='<w:del w:id="1" w:author="Ann"/>'))
    body = tbl(tr("head"), tr(tc(p("a") + inner + p("d")))) + tbl(tr("e"))
    found = lines(body)
    assert {line.cell.row for line in found[1:5] if line.cell} == {1}
    assert found[3].is_row_removed
    assert not found[4].is_row_removed
    assert spots(body)["e"] == (1, 0, 0)


def test_a_table_that_somebody_put_in_leaves_the_others_their_number() -> None:
    new = '<w:ins w:id="1" w:author="Ann"/>'
    body = tbl(tr("a")) + p() + tbl(tr("b", properties=new)) + p() + tbl(tr("c"))
    assert {name: cell[0] for name, cell in spots(body).items() if cell} == {
        "a": 0,
        "b": 10_000,
        "c": 1,
    }


def test_tables_of_headers_and_boxes_are_not_counted() -> None:
    assert lines(p(), header=root("hdr", tbl(tr("x"))))[1].cell is None


# The file


def test_the_record_is_read_whatever_its_part_is_called() -> None:
    sent = SentRecord(
        draft="d1",
        state="s",
        pack="ka2-2017",
        profile="clean",
        language="nl",
        blocks=(RecordBlock(BlockRole.ANSWER, "x < y", Key("prj.title")),),
        reply_by=date(2027, 1, 15),
    )
    record = codec.encode(sent).decode()
    content = docx(p("x"), parts={"customXml3": "<other/>", "customXml9": record})
    assert read_document(content, "a").sent_record == sent
    assert (
        read_document(docx(p(), parts={"customXml": record[:120] + "</sent>"}), "a").sent_record
        is None
    )


def test_what_the_file_says_of_itself_is_read() -> None:
    core = (
        f'{HEAD}<c:coreProperties xmlns:c="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">'
        "<dc:identifier>3f0c</dc:identifier><c:lastModifiedBy>Ann</c:lastModifiedBy>"
        "<t:modified>2026-11-23T10:00:00Z</t:modified></c:coreProperties>"
    )
    content = docx(p("x"), parts={"core": core})
    found = read_document(content, "reviewed.docx")
    assert (found.name, found.draft_id, found.saved_by) == ("reviewed.docx", "3f0c", "Ann")
    assert found.saved_at == datetime(2026, 11, 23, 10, tzinfo=UTC)
    assert found.digest == read_document(content, "other.docx").digest
    bare = read_document(docx(p("x")), "a")
    assert (bare.sent_record, bare.draft_id, bare.saved_by, bare.saved_at) == (None, "", "", None)


def test_a_file_that_is_no_word_file_is_refused() -> None:
    with pytest.raises(ReturnedError):
        read_document(b"%PDF-1.7", "a.pdf")


def test_a_paragraph_without_text_has_one_run() -> None:
    assert all(len(line.runs) == 1 for line in lines(p() + p("", mark("ins")) + p(dele("x"))))
