"""No well-formed XML makes the reader fail: trees are mutated at random."""

import contextlib
import time
from copy import deepcopy
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from erasmus_desk.errors import ReturnedError
from erasmus_desk.review_import.docx_reader.document import ReturnedDocument
from erasmus_desk.review_import.docx_reader.reader import read_document
from tests.core.review_import.documents import (
    ANN,
    BEN,
    HEAD,
    SPACES,
    bookmark,
    comment,
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
from tests.shares import drawn_share

BOX = f"<w:txbxContent>{p('box')}</w:txbxContent>"
LIST = '<w:dropDownList><w:listItem w:displayText="One" w:value="1"/></w:dropDownList>'
CHECK = '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'
GALLERY = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
SINK = (
    p("Heading", '<w:pStyle w:val="H"/><w:outlineLvl w:val="1"/><w:spacing w:before="140"/>')
    + sdt("", p("Contents") + p(field("TOC", r("One"))), GALLERY)
    + sdt("k@1", bookmark("_Desk0001", p("one", mark("del")) + p(ins(r("two"))) + p()))
    + p(sdt("c", r("One"), LIST) + sdt("d", r("☐"), CHECK))
    + p(f'<w:moveFrom w:id="4" {ANN}>{r("away")}</w:moveFrom>' + dele("gone", BEN))
    + tbl(
        tr("a", tc("b", '<w:gridSpan w:val="2"/>'), properties="<w:tblHeader/>"),
        tr(tc(tbl(tr("in")) + p()), "d", "e", properties=f'<w:del w:id="5" {BEN}/>'),
        sdt("row", tr(tc("f", f'<w:cellIns w:id="6" {ANN}/>'), sdt("cell", tc("g")))),
    )
    + p(
        '<w:commentRangeStart w:id="0"/>'
        + r("on")
        + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        + '<w:r><w:sym w:font="Symbol" w:char="F061"/><w:tab/><w:br w:type="page"/>'
        + '<w:footnoteReference w:id="1"/></w:r>'
        + f"<w:r><mc:AlternateContent><mc:Choice>{BOX}</mc:Choice></mc:AlternateContent></w:r>"
        + f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>"
    )
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:pPr><w:outlineLvl w:val="2"/>'
    '<w:spacing w:before="20"/></w:pPr></w:style>'
)
NOTES = f'<w:footnote w:id="1">{p("note")}</w:footnote>'
SAID = comment(0, "why", "1A2B3C01") + comment(1, "so", "1A2B3C02")
MORE = (
    '<w15:commentEx w15:paraId="1A2B3C02" w15:paraIdParent="1A2B3C01" w15:done="1"/>'
    '<w15:commentEx w15:paraId="1A2B3C01" w15:done="0"/>'
)
WEIRD = ("", "0", "-1", "1e9", "99999999999999999999", "nonsense", "٣", "\u200b", "true", "x" * 99)


def tree(content: str) -> ET.Element:
    return ET.fromstring(f"<all {SPACES}>{content}</all>")  # noqa: S314 - ours


def inside(made: ET.Element) -> str:
    """The content of a tree, with the names of its spaces on each child."""
    return "".join(ET.tostring(child, encoding="unicode") for child in made)


def step(made: ET.Element, draw: st.DrawFn) -> None:
    """Mutate a tree at one position."""
    parents = {child: parent for parent in made.iter() for child in parent}
    if not parents:
        return
    node, other = (draw(st.sampled_from(list(parents))) for _ in range(2))
    match draw(st.sampled_from(("move", "copy", "drop", "name", "value", "text", "unwrap"))):
        case "move" if other not in node.iter():
            parents[node].remove(node)
            other.insert(draw(st.integers(0, 3)), node)
        case "copy" if len(parents) < 400:
            other.insert(0, deepcopy(node))
        case "drop":
            parents[node].remove(node)
        case "name":
            node.tag = other.tag
        case "value" if node.attrib:
            node.set(draw(st.sampled_from(sorted(node.attrib))), draw(st.sampled_from(WEIRD)))
        case "text":
            node.text = draw(st.sampled_from(("", " ", "words", "\n", "\ue000")))
        case "unwrap":
            parents[node].extend(list(node))
            parents[node].remove(node)
        case _:
            pass


@st.composite
def torn(draw: st.DrawFn) -> bytes:
    """A file with mutations."""
    body, styles, notes, said, more = map(tree, (SINK, STYLES, NOTES, SAID, MORE))
    for _ in range(draw(st.integers(1, 25))):
        step(draw(st.sampled_from((body, body, body, styles, notes, said, more))), draw)
    extended = f"{HEAD}<w15:commentsEx {SPACES}>{inside(more)}</w15:commentsEx>"
    parts = {
        "styles": root("styles", inside(styles)),
        "footnotes": root("footnotes", inside(notes)),
        "commentsExtended": extended,
    }
    return docx(inside(body), inside(said), parts)


def look_through(found: ReturnedDocument) -> None:
    """Check what holds for everything that is read."""
    for line in found.paragraphs:
        assert line.runs
        assert line.text == "".join(run.text for run in line.runs if not run.revision.is_removed)
        assert not (line.is_removed and line.text)
        assert line.space_before >= 0
        assert "\f" not in line.text
    names = {one.id for one in found.comments}
    assert len(names) == len(found.comments)
    parents = {one.id: one.parent for one in found.comments}
    assert all(not parents.get(parent) for parent in parents.values() if parent)


def test_the_tree_is_read_before_it_is_torn() -> None:
    look_through(read_document(docx(SINK, SAID), "a.docx"))


@settings(max_examples=drawn_share(300))
@given(torn())
def test_a_torn_tree_is_read_or_refused(content: bytes) -> None:
    with contextlib.suppress(ReturnedError):
        look_through(read_document(content, "torn.docx"))


@pytest.mark.prove
@settings(max_examples=5_000)
@given(torn())
def test_thousands_of_torn_trees_are_read_or_refused(content: bytes) -> None:
    with contextlib.suppress(ReturnedError):
        look_through(read_document(content, "torn.docx"))


# As many of each as the door lets in.
NAMES = [f'<w:bookmarkStart w:id="{n}" w:name="n{n}"/>' for n in range(9_000)]
RANGES = [f'<w:commentRangeStart w:id="{n}"/>' for n in range(2_000)]
LONG = (
    p("x") * 16_000,
    p("".join(f"{r('x')}{name}" for name in NAMES)),
    p("".join(f"{r('x')}{name}" * 4 for name in RANGES[:500])),
    p(('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("x")) * 16_000),
    p("x", mark("del")) * 16_000,
    tbl(tr("x") * 8_000),
    tbl(tr(*(["x"] * 15_000))),
    p((dele("a") + ins(r("b"))) * 15_000),
    sdt("k", p()) * 8_000,
    p('<w:r><w:br w:type="page"/></w:r>' * 12_000),
    sdt("k", "") * 8_000,
)


@pytest.mark.parametrize("body", LONG, ids=range(len(LONG)))
@pytest.mark.share(3)
def test_a_hostile_file_is_read_in_time(body: str) -> None:
    content = docx(body)
    start = time.process_time()
    look_through(read_document(content, "long.docx"))
    assert time.process_time() - start < 4


def test_deep_nesting_is_read_up_to_the_limit() -> None:
    body = p("x")
    for _ in range(45):
        body = f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>"
    assert read_document(docx(body), "deep.docx").paragraphs[0].text == "x"
    box = p("x")
    for _ in range(22):
        box = p(f"<w:r><w:pict><w:txbxContent>{box}</w:txbxContent></w:pict></w:r>")
    assert [line.text for line in read_document(docx(box), "deep.docx").paragraphs][-1] == "x"
