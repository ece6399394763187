"""Edits of answers without tracked changes."""

from __future__ import annotations

import re
from copy import deepcopy

from tests.core.review_import.corpus.drafts import WORDS
from tests.core.review_import.corpus.expected import Expected
from tests.core.review_import.corpus.marks import (
    add_paragraph,
    delete_run,
    insert_text,
    join_with_next,
    split_before,
)
from tests.core.review_import.corpus.paper import (
    Node,
    copy_run_with,
    etree,
    get_content,
    isolate_run,
    iter_texts,
    parse_fragment,
    q,
    set_text,
)
from tests.core.review_import.corpus.review import Review, edit, expect_answers

PLAIN = "plain writing"


@edit(PLAIN)
def word_typed(review: Review) -> Expected:
    insert_text(review.run("baker"), f" {review.marker}")
    baker = review.word("baker")
    new = review.replace_once(baker, f"{baker} {review.marker}")
    return expect_answers({review.key: new}, [review.marker])


@edit(PLAIN)
def word_taken_out(review: Review) -> Expected:
    baker = review.word("baker")
    delete_run(review.run("baker", " "))
    return expect_answers({review.key: review.replace_once(f"{baker} ", "")}, deleted=[baker])


@edit(PLAIN)
def word_replaced(review: Review) -> Expected:
    cesar = review.word("cesar")
    run = review.run("cesar")
    insert_text(run, review.marker)
    delete_run(run)
    return expect_answers(
        {review.key: review.replace_once(cesar, review.marker)}, [review.marker], [cesar]
    )


@edit(PLAIN)
def paragraph_split(review: Review) -> Expected:
    delete_run(isolate_space(review, "baker"))
    split_before(review.run("baker"))
    return expect_answers({review.key: split_at_word(review)})


@edit(PLAIN)
def paragraphs_joined(review: Review) -> Expected:
    new = join_first_lines(review)
    first, second = review.lines[:2]
    insert_text(find_last_run(first), " ")
    join_with_next(first)
    assert second.getparent() is None
    return expect_answers({review.key: new})


@edit(PLAIN)
def paragraph_added(review: Review) -> Expected:
    add_paragraph(review.lines[-1], f"One more {review.marker} line.")
    return Expected(loosely=(review.key,), inserted=(review.marker,), is_quiet=True)


@edit(PLAIN)
def paragraph_put_between(review: Review) -> Expected:
    add_paragraph(review.lines[0], f"One more {review.marker} line.")
    ends = review.text.splitlines(keepends=True)
    first = next(at for at, line in enumerate(ends) if line.strip())
    new = "".join((*ends[: first + 1], f"One more {review.marker} line.", "\n", *ends[first + 1 :]))
    if new.count("\n\n") or "\r" in new:
        return Expected(loosely=(review.key,), inserted=(review.marker,), is_quiet=True)
    return expect_answers({review.key: new}, [review.marker])


@edit(PLAIN)
def paragraph_taken_out(review: Review) -> Expected:
    cesar, dora = review.word("cesar"), review.word("dora")
    line = next(one for one in review.lines if cesar in "".join(t.text for t in iter_texts(one)))
    if line is not review.lines[-1]:
        line.getparent().remove(line)
    else:
        for run in list(line.iter(q("w:r"))):
            run.getparent().remove(run)
        line.getparent().remove(line)
    return Expected(loosely=(review.key,), deleted=(cesar, dora), is_quiet=True)


@edit(PLAIN)
def whole_answer_rewritten(review: Review) -> Expected:
    gone = [review.word(name) for name in WORDS]
    first, *rest = review.lines
    run = deepcopy(find_last_run(first))
    for node in [one for one in first if one.tag != q("w:pPr")]:
        first.remove(node)
    for text in iter_texts(run):
        set_text(text, f"All is new here: {review.marker}.")
    first.append(run)
    for line in rest:
        line.getparent().remove(line)
    return Expected(
        loosely=(review.key,), inserted=(review.marker,), deleted=tuple(gone), is_quiet=True
    )


@edit(PLAIN)
def line_broken_softly(review: Review) -> Expected:
    blank = isolate_space(review, "baker")
    text = next(iter_texts(blank))
    text.addnext(etree.Element(q("w:br")))
    blank.remove(text)
    return expect_answers({review.key: split_at_word(review)})


@edit(PLAIN)
def hard_blank_by_hand(review: Review) -> Expected:
    """Make a blank hard, without any other change."""
    baker = review.word("baker")
    run = isolate_run(get_content(review.control), f"{baker} ")
    set_text(next(iter_texts(run)), f"{baker}\u00a0")
    return expect_answers({review.key: review.replace_once(f"{baker} ", f"{baker}\u00a0")})


@edit(PLAIN)
def quotes_curled_by_autocorrect(review: Review) -> Expected:
    baker = review.word("baker")
    insert_text(review.run("baker"), f" “{review.marker}’s”")
    new = review.replace_once(baker, f"{baker} “{review.marker}’s”")
    return expect_answers({review.key: new}, [review.marker])


@edit(PLAIN)
def bullets_by_autoformat(review: Review) -> Expected:
    for number, line in enumerate(review.lines):
        if number:
            looks = line.find(q("w:pPr"))
            numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
            looks.insert(1, parse_fragment(numbered))
            first = next(iter_texts(line), None)
            if first is not None and (first.text or "").startswith("- "):
                set_text(first, first.text[2:])
    insert_text(review.run("dora"), f" {review.marker}")
    return Expected(loosely=(review.key,), inserted=(review.marker,), is_quiet=True)


@edit(PLAIN)
def table_put_into_an_answer(review: Review) -> Expected:
    cell = f"<w:tc><w:tcPr/><w:p><w:r><w:t>{review.marker}</w:t></w:r></w:p></w:tc>"
    review.lines[0].addnext(
        parse_fragment(f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell}</w:tr></w:tbl>")
    )
    return Expected(loosely=(review.key,), inserted=(review.marker,), is_quiet=True)


@edit(PLAIN)
def address_linked_by_autoformat(review: Review) -> Expected:
    run = review.run("cesar")
    link = parse_fragment('<w:hyperlink w:anchor="_top" w:history="1"/>')
    run.addprevious(link)
    link.append(run)
    return expect_answers({})


def isolate_space(review: Review, name: str) -> Node:
    """Return the run with just the spaces before a word."""
    before = review.run(name).getprevious()
    text = list(iter_texts(before))[-1]
    words: str = text.text or ""
    kept = words.rstrip(" ")
    assert kept != words
    set_text(text, kept)
    blank = copy_run_with(before, words[len(kept) :])
    before.addnext(blank)
    return blank


def split_at_word(review: Review) -> str:
    baker = review.word("baker")
    before, _, after = review.text.partition(baker)
    end = "\r\n" if "\r\n" in review.text else "\n"
    return f"{before.rstrip(' ')}{end}{baker}{after}"


def join_first_lines(review: Review) -> str:
    """Return the text with its first two non-blank lines joined by a space."""
    found = [one for one in re.finditer(r"[^\r\n\u2028]+", review.text) if one[0].strip()]
    first, second = found[:2]
    head = review.text[: first.end()].rstrip(" ")
    return f"{head} {review.text[second.start() :]}"


def find_last_run(paragraph: Node) -> Node:
    return list(paragraph.iter(q("w:r")))[-1]
