"""Edits of content controls, labels and headings."""

from __future__ import annotations

from copy import deepcopy

from tests.core.review_import.corpus.drafts import WORDS
from tests.core.review_import.corpus.expected import UNTOUCHED, Expected
from tests.core.review_import.corpus.marks import (
    ANA,
    add_paragraph,
    insert_text,
    make_mark,
    unwrap_control,
    without,
)
from tests.core.review_import.corpus.paper import (
    Node,
    get_content,
    iter_texts,
    list_paragraphs,
    parse_fragment,
    q,
    set_text,
)
from tests.core.review_import.corpus.review import Review, edit, expect_answers

CONTROLS = "controls and places"
_ENDS = ("w:bookmarkStart", "w:bookmarkEnd")


@edit(CONTROLS)
def all_controls_gone(review: Review) -> Expected:
    _without_controls(review)
    return UNTOUCHED


@edit(CONTROLS)
def all_controls_gone_and_a_word_typed(review: Review) -> Expected:
    new = _typed(review)
    _without_controls(review)
    return new


@edit(CONTROLS)
def controls_and_bookmarks_gone(review: Review) -> Expected:
    _without_controls(review)
    without(review.paper.root, *_ENDS)
    return UNTOUCHED


@edit(CONTROLS)
def controls_and_bookmarks_gone_and_a_word_typed(review: Review) -> Expected:
    new = _typed(review)
    _without_controls(review)
    without(review.paper.root, *_ENDS)
    return new


@edit(CONTROLS)
def answer_copied_behind_itself(review: Review) -> Expected:
    review.control.addnext(deepcopy(review.control))
    return Expected(loosely=(review.key,))


@edit(CONTROLS)
def answer_copied_and_the_copy_changed(review: Review) -> Expected:
    copy = deepcopy(review.control)
    line = list_paragraphs(copy)[0]
    insert_text(list(line.iter(q("w:r")))[-1], f" {review.marker}")
    review.paper.body[-1].addprevious(copy)
    return Expected(loosely=(review.key,), inserted=(review.marker,))


@edit(CONTROLS)
def answer_moved_to_the_end(review: Review) -> Expected:
    review.paper.body[-1].addprevious(review.control)
    return Expected()


@edit(CONTROLS)
def section_moved_to_the_end(review: Review) -> Expected:
    _moved_section(review)
    return Expected()


@edit(CONTROLS)
def section_moved_and_a_word_typed(review: Review) -> Expected:
    new = _typed(review)
    _moved_section(review)
    return Expected(new.answers, inserted=new.inserted)


@edit(CONTROLS)
def control_emptied(review: Review) -> Expected:
    """Delete the text, for which Word shows its placeholder."""
    gone = [review.word(name) for name in WORDS]
    control = review.control
    control.find(q("w:sdtPr")).append(parse_fragment("<w:showingPlcHdr/>"))
    first, *rest = list_paragraphs(get_content(control))
    for line in rest:
        line.getparent().remove(line)
    for run in list(first.iter(q("w:r"))):
        run.getparent().remove(run)
    first.append(
        parse_fragment(
            '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
            "<w:t>Click or tap here to enter text.</w:t></w:r>"
        )
    )
    return expect_answers({review.key: None}, deleted=gone)


@edit(CONTROLS)
def line_typed_behind_the_control(review: Review) -> Expected:
    line = deepcopy(review.lines[-1])
    review.control.addnext(line)
    _says(line, f"Behind it {review.marker}.")
    return Expected(loosely=(review.key,), inserted=(review.marker,))


@edit(CONTROLS)
def line_typed_before_the_control(review: Review) -> Expected:
    line = deepcopy(review.lines[0])
    review.paper.label(review.control).addnext(line)
    _says(line, f"Before it {review.marker}.")
    return Expected(loosely=(review.key,), inserted=(review.marker,))


@edit(CONTROLS)
def word_typed_into_a_label(review: Review) -> Expected:
    label = review.paper.label(review.control)
    insert_text(list(label.iter(q("w:r")))[-1], f" {review.marker}")
    return Expected(unresolved=(review.marker,), inserted=(review.marker,), is_quiet=True)


@edit(CONTROLS)
def word_tracked_into_a_label(review: Review) -> Expected:
    label = review.paper.label(review.control)
    insert_text(list(label.iter(q("w:r")))[-1], f" {review.marker}", ANA)
    return Expected(unresolved=(review.marker,), inserted=(review.marker,), is_quiet=True)


@edit(CONTROLS)
def heading_renamed(review: Review) -> Expected:
    heading = _heading(review)
    _says(heading, f"Renamed {review.marker}")
    return Expected(unresolved=(review.marker,), inserted=(review.marker,))


@edit(CONTROLS)
def heading_renamed_and_a_word_typed(review: Review) -> Expected:
    new = _typed(review)
    heading = _heading(review)
    _says(heading, f"Renamed {review.marker}h")
    marker = f"{review.marker}h"
    return Expected(new.answers, unresolved=(marker,), inserted=(*new.inserted, marker))


@edit(CONTROLS)
def heading_taken_out(review: Review) -> Expected:
    heading = _heading(review)
    heading.getparent().remove(heading)
    return Expected()


@edit(CONTROLS)
def label_taken_out_and_a_word_typed(review: Review) -> Expected:
    new = _typed(review)
    label = review.paper.label(review.control)
    label.getparent().remove(label)
    return Expected(new.answers, inserted=new.inserted)


@edit(CONTROLS)
def controls_within_controls_of_word(review: Review) -> Expected:
    """Nest the control in one of Word's own, as around contents."""
    control = review.control
    outer = parse_fragment("<w:sdt><w:sdtPr><w:id w:val='-77'/></w:sdtPr><w:sdtContent/></w:sdt>")
    control.addprevious(outer)
    get_content(outer).append(control)
    return UNTOUCHED


@edit(CONTROLS)
def control_of_a_cell_around_the_cell(review: Review) -> Expected:
    """Put the controls that fill a cell around the cell, as Word does."""
    for control in review.paper.controls():
        cell = control.getparent()
        if cell.tag == q("w:p"):
            line, cell = cell, cell.getparent()
            others = [one for one in line if one.tag in {q("w:r"), q("w:sdt")}]
            if cell.tag != q("w:tc") or others != [control] or len(cell.findall(q("w:p"))) > 1:
                continue
            for child in reversed(list(get_content(control))):
                control.addnext(child)
            line.remove(control)
            cell.addprevious(control)
            get_content(control).append(cell)
    return UNTOUCHED


@edit(CONTROLS)
def control_given_another_tag(review: Review) -> Expected:
    """Type a word in a control that was given another tag."""
    new = _typed(review)
    tag = review.control.find(f"{q('w:sdtPr')}/{q('w:tag')}")
    tag.set(q("w:val"), "MyOwnTag")
    return new


@edit(CONTROLS)
def bookmarks_gone_and_a_word_typed(review: Review) -> Expected:
    new = _typed(review)
    without(review.paper.root, *_ENDS)
    return new


@edit(CONTROLS)
def control_taken_out_tracked(review: Review) -> Expected:
    """Delete the control tracked, which Word records by ranges around it."""
    control = review.control
    start = make_mark("customXmlDelRangeStart", ANA)
    control.addprevious(start)
    control.addnext(parse_fragment(f'<w:customXmlDelRangeEnd w:id="{start.get(q("w:id"))}"/>'))
    return UNTOUCHED


@edit(CONTROLS)
def line_added_at_the_end_of_the_document(review: Review) -> Expected:
    last = [one for one in review.paper.body if one.tag == q("w:p")][-1]
    add_paragraph(last, f"Greetings from {review.marker}")
    return Expected(unresolved=(review.marker,), inserted=(review.marker,))


def _typed(review: Review) -> Expected:
    baker = review.word("baker")
    insert_text(review.run("baker"), f" {review.marker}")
    new = review.replace_once(baker, f"{baker} {review.marker}")
    return expect_answers({review.key: new}, [review.marker])


def _without_controls(review: Review) -> None:
    for control in reversed(review.paper.controls()):
        unwrap_control(control)


def _says(line: Node, words: str) -> None:
    runs = [one for one in line.iter(q("w:r")) if one.find(q("w:t")) is not None]
    set_text(next(iter_texts(runs[0])), words)
    for run in runs[1:]:
        run.getparent().remove(run)
    for tab in list(line.iter(q("w:tab"), q("w:br"))):
        if tab.getparent().tag == q("w:r"):
            tab.getparent().remove(tab)


def _heading(review: Review) -> Node:
    """Return the heading above the answer."""
    before = review.control.getprevious()
    while not _style(before).startswith("Heading"):
        before = before.getprevious()
    return before


def _style(node: Node) -> str:
    found = node.find(f"{q('w:pPr')}/{q('w:pStyle')}")
    return "" if found is None else found.get(q("w:val"))


def _moved_section(review: Review) -> None:
    """Move the section of the answer before the end of the document."""
    heading = _heading(review)
    block = [heading]
    following = heading.getnext()
    while following is not None and not _style(following).startswith("Heading"):
        block.append(following)
        following = following.getnext()
    if block[-1].tag == q("w:sectPr"):
        block.pop()
    end = review.paper.body[-1]
    for node in block:
        end.addprevious(node)
