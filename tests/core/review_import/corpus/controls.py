"""What becomes of controls, labels and headings under the hands of a reviewer."""

from __future__ import annotations

from copy import deepcopy

from tests.core.review_import.corpus.drafts import WORDS
from tests.core.review_import.corpus.expected import UNTOUCHED, Expected
from tests.core.review_import.corpus.marks import (
    ANA,
    mark,
    new_paragraph,
    typed,
    unwrapped,
    without,
)
from tests.core.review_import.corpus.paper import Node, inside, made, paragraphs, q, say, texts
from tests.core.review_import.corpus.review import Review, edit, to

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
    line = paragraphs(copy)[0]
    typed(list(line.iter(q("w:r")))[-1], f" {review.marker}")
    review.paper.body[-1].addprevious(copy)
    return Expected(loosely=(review.key,), came=(review.marker,))


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
    return Expected(new.answers, came=new.came)


@edit(CONTROLS)
def control_emptied(review: Review) -> Expected:
    """The words are gone, and Word shows its own in their place."""
    gone = [review.word(name) for name in WORDS]
    control = review.control
    control.find(q("w:sdtPr")).append(made("<w:showingPlcHdr/>"))
    first, *rest = paragraphs(inside(control))
    for line in rest:
        line.getparent().remove(line)
    for run in list(first.iter(q("w:r"))):
        run.getparent().remove(run)
    first.append(
        made(
            '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
            "<w:t>Click or tap here to enter text.</w:t></w:r>"
        )
    )
    return to({review.key: None}, gone=gone)


@edit(CONTROLS)
def line_typed_behind_the_control(review: Review) -> Expected:
    line = deepcopy(review.lines[-1])
    review.control.addnext(line)
    _says(line, f"Behind it {review.marker}.")
    return Expected(loosely=(review.key,), came=(review.marker,))


@edit(CONTROLS)
def line_typed_before_the_control(review: Review) -> Expected:
    line = deepcopy(review.lines[0])
    review.paper.label(review.control).addnext(line)
    _says(line, f"Before it {review.marker}.")
    return Expected(loosely=(review.key,), came=(review.marker,))


@edit(CONTROLS)
def word_typed_into_a_label(review: Review) -> Expected:
    label = review.paper.label(review.control)
    typed(list(label.iter(q("w:r")))[-1], f" {review.marker}")
    return Expected(tray=(review.marker,), came=(review.marker,), is_quiet=True)


@edit(CONTROLS)
def word_tracked_into_a_label(review: Review) -> Expected:
    label = review.paper.label(review.control)
    typed(list(label.iter(q("w:r")))[-1], f" {review.marker}", ANA)
    return Expected(tray=(review.marker,), came=(review.marker,), is_quiet=True)


@edit(CONTROLS)
def heading_renamed(review: Review) -> Expected:
    heading = _heading(review)
    _says(heading, f"Renamed {review.marker}")
    return Expected(tray=(review.marker,), came=(review.marker,))


@edit(CONTROLS)
def heading_renamed_and_a_word_typed(review: Review) -> Expected:
    new = _typed(review)
    heading = _heading(review)
    _says(heading, f"Renamed {review.marker}h")
    marker = f"{review.marker}h"
    return Expected(new.answers, tray=(marker,), came=(*new.came, marker))


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
    return Expected(new.answers, came=new.came)


@edit(CONTROLS)
def controls_within_controls_of_word(review: Review) -> Expected:
    """Word puts parts that it knows, such as contents, into controls of its own."""
    control = review.control
    outer = made("<w:sdt><w:sdtPr><w:id w:val='-77'/></w:sdtPr><w:sdtContent/></w:sdt>")
    control.addprevious(outer)
    inside(outer).append(control)
    return UNTOUCHED


@edit(CONTROLS)
def control_of_a_cell_around_the_cell(review: Review) -> Expected:
    """Word makes a control that fills a cell one that is around the cell."""
    for control in review.paper.controls():
        cell = control.getparent()
        if cell.tag == q("w:p"):
            line, cell = cell, cell.getparent()
            others = [one for one in line if one.tag in {q("w:r"), q("w:sdt")}]
            if cell.tag != q("w:tc") or others != [control] or len(cell.findall(q("w:p"))) > 1:
                continue
            for child in reversed(list(inside(control))):
                control.addnext(child)
            line.remove(control)
            cell.addprevious(control)
            inside(control).append(cell)
    return UNTOUCHED


@edit(CONTROLS)
def control_given_another_tag(review: Review) -> Expected:
    """A word is typed where somebody has taken over the control for a purpose of his own."""
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
    """Word tracks what becomes of a control by ranges around it."""
    control = review.control
    start = mark("customXmlDelRangeStart", ANA)
    control.addprevious(start)
    control.addnext(made(f'<w:customXmlDelRangeEnd w:id="{start.get(q("w:id"))}"/>'))
    return UNTOUCHED


@edit(CONTROLS)
def line_added_at_the_end_of_the_document(review: Review) -> Expected:
    last = [one for one in review.paper.body if one.tag == q("w:p")][-1]
    new_paragraph(last, f"Greetings from {review.marker}")
    return Expected(tray=(review.marker,), came=(review.marker,))


def _typed(review: Review) -> Expected:
    baker = review.word("baker")
    typed(review.run("baker"), f" {review.marker}")
    new = review.swapped(baker, f"{baker} {review.marker}")
    return to({review.key: new}, [review.marker])


def _without_controls(review: Review) -> None:
    for control in reversed(review.paper.controls()):
        unwrapped(control)


def _says(line: Node, words: str) -> None:
    runs = [one for one in line.iter(q("w:r")) if one.find(q("w:t")) is not None]
    say(next(texts(runs[0])), words)
    for run in runs[1:]:
        run.getparent().remove(run)
    for tab in list(line.iter(q("w:tab"), q("w:br"))):
        if tab.getparent().tag == q("w:r"):
            tab.getparent().remove(tab)


def _heading(review: Review) -> Node:
    """Give the heading that the answer stands under."""
    before = review.control.getprevious()
    while not _style(before).startswith("Heading"):
        before = before.getprevious()
    return before


def _style(node: Node) -> str:
    found = node.find(f"{q('w:pPr')}/{q('w:pStyle')}")
    return "" if found is None else found.get(q("w:val"))


def _moved_section(review: Review) -> None:
    """Cut from the heading to the next one and put it before the last heading of the body."""
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
