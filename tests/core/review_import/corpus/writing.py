"""Writing in answers, not tracked: what somebody does who switched tracking off."""

from __future__ import annotations

import re
from copy import deepcopy

from tests.core.review_import.corpus.drafts import WORDS
from tests.core.review_import.corpus.expected import Expected
from tests.core.review_import.corpus.marks import joined, new_paragraph, split_before, struck, typed
from tests.core.review_import.corpus.paper import (
    Node,
    etree,
    inside,
    made,
    q,
    run_with,
    say,
    texts,
    with_text,
)
from tests.core.review_import.corpus.review import Review, edit, to

PLAIN = "plain writing"


@edit(PLAIN)
def word_typed(review: Review) -> Expected:
    typed(review.run("baker"), f" {review.marker}")
    baker = review.word("baker")
    new = review.swapped(baker, f"{baker} {review.marker}")
    return to({review.key: new}, [review.marker])


@edit(PLAIN)
def word_taken_out(review: Review) -> Expected:
    baker = review.word("baker")
    struck(review.run("baker", " "))
    return to({review.key: review.swapped(f"{baker} ", "")}, gone=[baker])


@edit(PLAIN)
def word_replaced(review: Review) -> Expected:
    cesar = review.word("cesar")
    run = review.run("cesar")
    typed(run, review.marker)
    struck(run)
    return to({review.key: review.swapped(cesar, review.marker)}, [review.marker], [cesar])


@edit(PLAIN)
def paragraph_split(review: Review) -> Expected:
    struck(blank_before(review, "baker"))
    split_before(review.run("baker"))
    return to({review.key: split_text(review)})


@edit(PLAIN)
def paragraphs_joined(review: Review) -> Expected:
    new = joined_text(review)
    first, second = review.lines[:2]
    typed(last_run(first), " ")
    joined(first)
    assert second.getparent() is None
    return to({review.key: new})


@edit(PLAIN)
def paragraph_added(review: Review) -> Expected:
    new_paragraph(review.lines[-1], f"One more {review.marker} line.")
    return Expected(loosely=(review.key,), came=(review.marker,), is_quiet=True)


@edit(PLAIN)
def paragraph_put_between(review: Review) -> Expected:
    new_paragraph(review.lines[0], f"One more {review.marker} line.")
    ends = review.text.splitlines(keepends=True)
    first = next(at for at, line in enumerate(ends) if line.strip())
    new = "".join((*ends[: first + 1], f"One more {review.marker} line.", "\n", *ends[first + 1 :]))
    if new.count("\n\n") or "\r" in new:
        return Expected(loosely=(review.key,), came=(review.marker,), is_quiet=True)
    return to({review.key: new}, [review.marker])


@edit(PLAIN)
def paragraph_taken_out(review: Review) -> Expected:
    cesar, dora = review.word("cesar"), review.word("dora")
    line = next(one for one in review.lines if cesar in "".join(t.text for t in texts(one)))
    if line is not review.lines[-1]:
        line.getparent().remove(line)
    else:
        for run in list(line.iter(q("w:r"))):
            run.getparent().remove(run)
        line.getparent().remove(line)
    return Expected(loosely=(review.key,), gone=(cesar, dora), is_quiet=True)


@edit(PLAIN)
def whole_answer_rewritten(review: Review) -> Expected:
    gone = [review.word(name) for name in WORDS]
    first, *rest = review.lines
    run = deepcopy(last_run(first))
    for node in [one for one in first if one.tag != q("w:pPr")]:
        first.remove(node)
    for text in texts(run):
        say(text, f"All is new here: {review.marker}.")
    first.append(run)
    for line in rest:
        line.getparent().remove(line)
    return Expected(loosely=(review.key,), came=(review.marker,), gone=tuple(gone), is_quiet=True)


@edit(PLAIN)
def line_broken_softly(review: Review) -> Expected:
    blank = blank_before(review, "baker")
    text = next(texts(blank))
    text.addnext(etree.Element(q("w:br")))
    blank.remove(text)
    return to({review.key: split_text(review)})


@edit(PLAIN)
def hard_blank_by_autocorrect(review: Review) -> Expected:
    baker = review.word("baker")
    run = run_with(inside(review.control), f"{baker} ")
    say(next(texts(run)), f"{baker}\u00a0")
    return to({})


@edit(PLAIN)
def quotes_curled_by_autocorrect(review: Review) -> Expected:
    baker = review.word("baker")
    typed(review.run("baker"), f" “{review.marker}’s”")
    new = review.swapped(baker, f"{baker} “{review.marker}’s”")
    return to({review.key: new}, [review.marker])


@edit(PLAIN)
def bullets_by_autoformat(review: Review) -> Expected:
    for number, line in enumerate(review.lines):
        if number:
            looks = line.find(q("w:pPr"))
            numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
            looks.insert(1, made(numbered))
            first = next(texts(line), None)
            if first is not None and (first.text or "").startswith("- "):
                say(first, first.text[2:])
    typed(review.run("dora"), f" {review.marker}")
    return Expected(loosely=(review.key,), came=(review.marker,), is_quiet=True)


@edit(PLAIN)
def table_put_into_an_answer(review: Review) -> Expected:
    cell = f"<w:tc><w:tcPr/><w:p><w:r><w:t>{review.marker}</w:t></w:r></w:p></w:tc>"
    review.lines[0].addnext(made(f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell}</w:tr></w:tbl>"))
    return Expected(loosely=(review.key,), came=(review.marker,), is_quiet=True)


@edit(PLAIN)
def address_linked_by_autoformat(review: Review) -> Expected:
    run = review.run("cesar")
    link = made('<w:hyperlink w:anchor="_top" w:history="1"/>')
    run.addprevious(link)
    link.append(run)
    return to({})


def blank_before(review: Review, name: str) -> Node:
    """Give the run that holds the blanks before a word and nothing else."""
    before = review.run(name).getprevious()
    text = list(texts(before))[-1]
    words: str = text.text or ""
    kept = words.rstrip(" ")
    assert kept != words
    say(text, kept)
    blank = with_text(before, words[len(kept) :])
    before.addnext(blank)
    return blank


def split_text(review: Review) -> str:
    baker = review.word("baker")
    before, _, after = review.text.partition(baker)
    end = "\r\n" if "\r\n" in review.text else "\n"
    return f"{before.rstrip(' ')}{end}{baker}{after}"


def joined_text(review: Review) -> str:
    """Give the text with its first two lines that are not blank joined by a blank."""
    found = [one for one in re.finditer(r"[^\r\n\u2028]+", review.text) if one[0].strip()]
    first, second = found[:2]
    head = review.text[: first.end()].rstrip(" ")
    return f"{head} {review.text[second.start() :]}"


def last_run(paragraph: Node) -> Node:
    return list(paragraph.iter(q("w:r")))[-1]
