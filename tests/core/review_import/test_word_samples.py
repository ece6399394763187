"""What programs and people make of Word files is read as they meant it, or a person decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from erasmus_desk.draft.model import Change, Draft, Key
from erasmus_desk.draft.review_state import UnresolvedReason
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.review_import.result import ImportResult, MergeStatus
from erasmus_desk.storage import drafts
from tests.core.review_import.corpus.paper import (
    Node,
    Paper,
    get_content,
    get_tag,
    iter_texts,
    join_words,
    parse_fragment,
    q,
    set_text,
)
from tests.core.review_import.exported import RESOURCES
from tests.core.review_import.importing import EXAMPLE, LIBRARY, import_into, shorten

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "word"
RATIONALE, OTHERS = Key("des.rationale"), Key("pri.others")
SMALL = shorten(EXAMPLE)
DIGITAL = "Open and innovative practices, in a digital era"


def open_sample(name: str) -> ImportResult:
    return import_into(drafts.read(SAMPLES / "draft.erasmus").draft, SAMPLES / f"{name}.docx")


def render(draft: Draft) -> bytes:
    return export.render_word(draft, LIBRARY, RESOURCES).content


@pytest.fixture
def returned(tmp_path: Path) -> Callable[..., ImportResult]:
    def import_paper(paper: Paper, draft: Draft = SMALL) -> ImportResult:
        path = tmp_path / "returned.docx"
        path.write_bytes(paper.content())
        return import_into(draft, path)

    return import_paper


def with_text(text: str) -> Draft:
    """The short example with another rationale."""
    return SMALL.apply(Change(RATIONALE, SMALL.get(RATIONALE), text))


def list_lines(paper: Paper) -> list[Node]:
    """The paragraphs of the rationale."""
    return list(paper.control(str(RATIONALE)).iter(q("w:p")))


def only_text(result: ImportResult) -> str:
    """The rationale, which is all that changed."""
    assert result.unresolved == ()
    (found,) = result.answers
    assert (found.key, found.status) == (RATIONALE, MergeStatus.PROPOSED)
    assert isinstance(found.merged, str)
    return found.merged


# The samples


def test_an_option_without_its_mark_is_undecided() -> None:
    result = open_sample("option_without_mark")
    (item,) = result.unresolved
    assert result.answers == ()
    assert (item.reason, item.near) == (UnresolvedReason.UNREADABLE, OTHERS)
    assert DIGITAL in item.text
    assert f"☐\t{DIGITAL}" not in item.text


def test_a_box_drawn_otherwise_than_its_control_says_is_undecided() -> None:
    result = open_sample("glyph_toggled_only")
    (item,) = result.unresolved
    assert result.answers == ()
    assert item.near == OTHERS
    assert f"☒☐\t{DIGITAL}" in item.text


def test_two_files_of_partners_in_one_change_nothing() -> None:
    result = open_sample("two_packs_in_one_file")
    assert (result.answers, result.rows, result.unresolved) == ((), (), ())


def test_lines_made_a_list_have_its_signs() -> None:
    lines = only_text(open_sample("list_para")).split("\n")
    at = lines.index("- first bullet")
    assert lines[at + 1] == "- second bullet"


def test_a_footnote_is_at_the_question_it_is_in() -> None:
    result = open_sample("footnote")
    (item,) = result.unresolved
    assert result.answers == ()
    assert (item.near, item.text) == (RATIONALE, "Footnote words by the reviewer")


def test_other_blanks_are_no_changed_words_of_the_form() -> None:
    assert "in our ten regions" in only_text(open_sample("insertfile"))


# Marks of boxes


@cache
def render_asked() -> bytes:
    """Return the working copy, which has a box for each option."""
    request = export.ExportRequest(Profile.QUESTIONS)
    return export.render_word(SMALL, LIBRARY, RESOURCES, request).content


def list_boxes(paper: Paper) -> Iterator[Node]:
    """The controls of single options."""
    return (one for one in paper.controls() if "=" in get_tag(one))


def test_a_file_that_lost_all_marks_ticks_nothing(returned: Callable[..., ImportResult]) -> None:
    paper = Paper(render_asked())
    keys = {Key.parse(get_tag(one).rpartition("=")[0]) for one in list_boxes(paper)}
    for box in list(list_boxes(paper)):
        box.getparent().remove(box)
    result = returned(paper)
    assert result.answers == ()
    assert {item.near for item in result.unresolved} == keys
    assert len(keys) > 5


@pytest.mark.parametrize("lost", ["☐", "☒"])
def test_a_font_without_one_of_the_marks_decides_nothing(
    returned: Callable[..., ImportResult], lost: str
) -> None:
    paper = Paper(render_asked())
    for box in list(list_boxes(paper)):
        shown = get_content(box)[0]
        if join_words(shown) == lost:
            set_text(next(iter_texts(shown)), "")
        box.addprevious(shown)
        box.getparent().remove(box)
    result = returned(paper)
    assert result.answers == ()
    assert result.unresolved
    assert {item.reason for item in result.unresolved} == {UnresolvedReason.UNREADABLE}


def test_a_box_that_is_a_form_field_has_the_state_of_the_field(
    returned: Callable[..., ImportResult],
) -> None:
    def as_field(state: str) -> str:
        return (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:sizeAuto/>'
            f"{state}</w:checkBox></w:ffData></w:fldChar></w:r>"
            '<w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    def build(digital: str) -> Paper:
        paper = Paper(render_asked())
        for box in list(list_boxes(paper)):
            is_ticked = join_words(box) == "☒"
            state = '<w:checked w:val="1"/>' if is_ticked else '<w:default w:val="0"/>'
            xml = as_field(digital if get_tag(box) == "pri.others=HP-DIGITAL" else state)
            wrapped = parse_fragment(f"<w:p>{xml}</w:p>")
            for run in list(wrapped):
                box.addprevious(run)
            box.getparent().remove(box)
        return paper

    result = returned(build('<w:default w:val="0"/>'))
    assert (result.answers, result.unresolved) == ((), ())
    (found,) = returned(build("<w:checked/>")).answers
    assert found.key == OTHERS
    assert isinstance(found.merged, tuple)
    assert "HP-DIGITAL" in found.merged
    assert returned(build('<w:default/><w:checked w:val="0"/>')).answers == ()


def test_a_state_changed_without_its_sign_is_undecided(
    returned: Callable[..., ImportResult],
) -> None:
    paper = Paper(render_asked())
    (box,) = paper.controls("pri.others=HP-DIGITAL")
    next(box.iter(q("w14:checked"))).set(q("w14:val"), "1")
    result = returned(paper)
    assert result.answers == ()
    (item,) = result.unresolved
    assert f"☐☒\t{DIGITAL}" in item.text


# Lists


def make_list(line: Node, number: str = "1", level: int = 0) -> None:
    looks = line.find(q("w:pPr"))
    places = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    looks.insert(1, parse_fragment(f"<w:numPr>{places}</w:numPr>"))


def add_numbers(paper: Paper) -> None:
    """Add a numbered list, and bullets of two levels, to the numbering of a file."""
    bullets = "".join(
        f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="bullet"/><w:lvlText w:val="{sign}"/></w:lvl>'
        for at, sign in enumerate("\uf0b7o")
    )
    numbers = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
    lists = (
        f'<w:abstractNum w:abstractNumId="70">{bullets}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="71">{numbers}</w:abstractNum>'
    )
    nums = "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in (70, 71)
    )
    part = paper.parts["word/numbering.xml"].decode()
    part = part.replace("<w:abstractNum ", f"{lists}<w:abstractNum ", 1)
    paper.parts["word/numbering.xml"] = part.replace(
        "</w:numbering>", f"{nums}</w:numbering>"
    ).encode()


def test_lists_of_all_kinds_come_back_as_lines_with_signs(
    returned: Callable[..., ImportResult],
) -> None:
    draft = with_text("Aims:\none\ntwo\nthree\nSteps:\nfirst\nsecond\nEnd.")
    paper = Paper(render(draft))
    add_numbers(paper)
    lines = list_lines(paper)
    for at, number, level in ((1, "70", 0), (2, "70", 1), (3, "70", 0), (5, "71", 0), (6, "71", 0)):
        make_list(lines[at], number, level)
    assert only_text(returned(paper, draft)) == (
        "Aims:\n- one\n  - two\n- three\nSteps:\n1. first\n2. second\nEnd."
    )


@pytest.mark.parametrize("is_typed", [True, False])
def test_a_typed_sign_and_that_of_a_list_are_one(
    returned: Callable[..., ImportResult],
    is_typed: bool,
) -> None:
    signs = ("- ", "• ", "* ", "1. ")
    draft = with_text("\n".join(f"{sign}boards {at}" for at, sign in enumerate(signs)))
    paper = Paper(render(draft))
    add_numbers(paper)
    for at, (line, sign) in enumerate(zip(list_lines(paper), signs, strict=True)):
        make_list(line, "71" if sign == "1. " else "70")
        if not is_typed:
            set_text(next(iter_texts(line)), f"boards {at}")
    assert returned(paper, draft).answers == ()
    for at, (line, sign) in enumerate(zip(list_lines(paper), signs, strict=True)):
        set_text(next(iter_texts(line)), f"{sign if is_typed else ''}big boards {at}")
    wanted = signs if is_typed else ("- ", "- ", "- ", "1. ")
    assert only_text(returned(paper, draft)) == "\n".join(
        f"{sign}big boards {at}" for at, sign in enumerate(wanted)
    )


def test_a_list_around_a_line_or_an_option_is_no_text(
    returned: Callable[..., ImportResult],
) -> None:
    paper = Paper(render(SMALL))
    for tag in (str(OTHERS), "prj.acronym", "io.participants@4e0a91c2"):
        for control in paper.controls(tag):
            lines = list(control.iter(q("w:p"))) or [next(control.iterancestors(q("w:p")))]
            for line in lines:
                make_list(line)
    result = returned(paper)
    assert (result.answers, result.unresolved) == ((), ())


# Blanks


@pytest.mark.parametrize(
    ("sent", "now"),
    [
        ("It is 10\u00a0stops away.", "It is 10 stops away."),
        ("It is 10 stops away.", "It is 10\u00a0stops away."),
        ("It is 10\u00a0stops away.", "It is 10\u202fstops away."),
        ("It is 10 stops away.", "It is 12\u00a0stops far away."),
        ("A\u00a0school: 10\u00a0stops away.", "A\u00a0school: 10 stops away."),
    ],
)
@pytest.mark.share(3)
def test_a_no_break_space_that_was_edited_is_what_the_reviewer_wants(
    returned: Callable[..., ImportResult], sent: str, now: str
) -> None:
    draft = with_text(f"First line.\n{sent}\nLast line.")
    paper = Paper(render(draft))
    (text,) = iter_texts(list_lines(paper)[1])
    set_text(text, now)
    assert only_text(returned(paper, draft)) == f"First line.\n{now}\nLast line."


def test_a_row_of_blanks_that_went_through_html_is_no_change(
    returned: Callable[..., ImportResult],
) -> None:
    draft = with_text("First line.\n  Ten\u00a0stops  away.\nLast line.")
    paper = Paper(render(draft))
    (text,) = iter_texts(list_lines(paper)[1])
    set_text(text, "\u00a0 Ten\u00a0stops\u00a0 away.")
    assert returned(paper, draft).answers == ()


FIGURES = "In 2017 64 % of 100 euros.\nOn 3 March call +32 55 12 34 56.\nTyped: 12\u00a0% of 5 km."


def test_figures_of_the_file_do_not_break_and_come_home_as_they_were_typed(
    returned: Callable[..., ImportResult],
) -> None:
    draft = with_text(FIGURES)
    paper = Paper(render(draft))
    lines = list_lines(paper)
    shown = ["".join(text.text or "" for text in iter_texts(line)) for line in lines]
    assert shown[0] == "In 2017 64\u00a0% of 100\u00a0euros."
    assert shown[1] == "On 3\u00a0March call +32\u00a055\u00a012\u00a034\u00a056."
    assert returned(paper, draft).answers == ()
    for line in lines:
        (text,) = iter_texts(line)
        set_text(text, f"{text.text} More.")
    more = "\n".join(f"{line} More." for line in FIGURES.split("\n"))
    assert only_text(returned(paper, draft)) == more


def test_a_figure_that_was_changed_has_a_plain_blank(
    returned: Callable[..., ImportResult],
) -> None:
    draft = with_text("We reach 64 % of them.\nLast line.")
    paper = Paper(render(draft))
    (text,) = iter_texts(list_lines(paper)[0])
    set_text(text, "We reach 75\u00a0% of them by 3\u00a0May and 10\u00a0stops.")
    wanted = "We reach 75 % of them by 3 May and 10\u00a0stops."
    assert only_text(returned(paper, draft)).split("\n")[0] == wanted


def test_a_program_without_no_break_spaces_changes_no_answer(
    returned: Callable[..., ImportResult],
) -> None:
    draft = with_text("\n".join(f"Line {at} is 10\u00a0stops away." for at in range(4)))
    paper = Paper(render(draft))
    for text in iter_texts(paper.body):
        set_text(text, re.sub(r"[^\S\t]", " ", text.text or ""))
    result = returned(paper, draft)
    assert (result.answers, result.unresolved) == ((), ())


# Notes and boxes


def test_notes_and_boxes_are_at_the_question_of_their_place(
    returned: Callable[..., ImportResult],
) -> None:
    paper = Paper(render(SMALL))
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for name in ("footnote", "endnote"):
        notes = "".join(
            f'<w:{name} w:id="{at}"><w:p><w:r><w:t>{name} {at}</w:t></w:r></w:p></w:{name}>'
            for at in (1, 2)
        )
        xml = f"<w:{name}s {w}>{notes}</w:{name}s>"
        paper.add(f"{name}s.xml", xml, f"{office}/{name}s", f"{kind}.{name}s+xml")

    def put(tag: str, xml: str) -> None:
        next(paper.control(tag).iter(q("w:r"))).addnext(parse_fragment(f"<w:r>{xml}</w:r>"))

    def box(content: str) -> str:
        text = f"<w:txbxContent>{content}</w:txbxContent>"
        return f"<w:pict><v:shape><v:textbox>{text}</v:textbox></v:shape></w:pict>"

    put("des.rationale", '<w:footnoteReference w:id="1"/>')
    put("des.rationale", '<w:endnoteReference w:id="1"/>')
    put(
        "prep.text",
        box("<w:p><w:r><w:t>box</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"),
    )
    put("org.pic@6f21b0c4", '<w:endnoteReference w:id="2"/>')
    result = returned(paper)
    assert result.answers == ()
    assert {item.text: str(item.near) for item in result.unresolved} == {
        "footnote 1": "des.rationale",
        "endnote 1": "des.rationale",
        "box": "prep.text",
        "footnote 2": "prep.text",
        "endnote 2": "org.pic@6f21b0c4",
    }
