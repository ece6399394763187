"""Writing in answers with tracked changes, by two people."""

from __future__ import annotations

from tests.core.review_import.corpus.drafts import WORDS
from tests.core.review_import.corpus.expected import Expected
from tests.core.review_import.corpus.marks import (
    ANA,
    BEN,
    joined,
    mark,
    marked_end,
    moved,
    new_paragraph,
    split_before,
    struck,
    typed,
    typed_before,
    wrapped,
)
from tests.core.review_import.corpus.paper import etree, made, q, texts
from tests.core.review_import.corpus.review import Review, edit, to
from tests.core.review_import.corpus.writing import blank_before, joined_text, last_run, split_text

TRACKED = "tracked writing"


@edit(TRACKED)
def word_put_in_tracked(review: Review) -> Expected:
    baker = review.word("baker")
    typed(review.run("baker"), f" {review.marker}", ANA)
    return to({review.key: review.swapped(baker, f"{baker} {review.marker}")}, [review.marker])


@edit(TRACKED)
def word_taken_out_tracked(review: Review) -> Expected:
    baker = review.word("baker")
    struck(review.run("baker", " "), ANA)
    return to({review.key: review.swapped(f"{baker} ", "")}, gone=[baker])


@edit(TRACKED)
def word_replaced_by_two(review: Review) -> Expected:
    cesar = review.word("cesar")
    run = review.run("cesar")
    typed(run, review.marker, BEN)
    struck(run, ANA)
    return to({review.key: review.swapped(cesar, review.marker)}, [review.marker], [cesar])


@edit(TRACKED)
def two_wrote_at_two_places(review: Review) -> Expected:
    abel, dora = review.word("abel"), review.word("dora")
    typed(review.run("abel"), f" {review.marker}a", ANA)
    typed(review.run("dora"), f" {review.marker}b", BEN)
    new = review.swapped(abel, f"{abel} {review.marker}a")
    new = new.replace(dora, f"{dora} {review.marker}b")
    return to({review.key: new}, [f"{review.marker}a", f"{review.marker}b"])


@edit(TRACKED)
def put_in_by_one_and_taken_out_by_another(review: Review) -> Expected:
    put_in = typed(review.run("baker"), f" {review.marker}", ANA)
    wrapped(put_in[0], "del", BEN)
    return Expected(gone=(review.marker,), is_quiet=True)


@edit(TRACKED)
def word_moved_within_an_answer(review: Review) -> Expected:
    cesar, abel = review.word("cesar"), review.word("abel")
    target = review.run("abel", " ") if f"{abel} " in review.text else review.run("abel")
    moved(review.run("cesar", " "), target, ANA)
    is_parted = f"{abel} " in review.text
    new = review.swapped(f"{cesar} ", "")
    new = new.replace(f"{abel} ", f"{abel} {cesar} ") if is_parted else new
    if not is_parted:
        new = new.replace(abel, f"{abel}{cesar} ")
    return to({review.key: new}, [cesar])


@edit(TRACKED)
def word_moved_to_another_answer(review: Review) -> Expected:
    other = review.next
    cesar, baker = review.word("cesar"), other.word("baker")
    moved(review.run("cesar", " "), other.run("baker", " "), ANA, f"move{review.place}")
    here = review.swapped(f"{cesar} ", "")
    there = other.swapped(f"{baker} ", f"{baker} {cesar} ")
    return to({review.key: here, other.key: there}, [cesar])


@edit(TRACKED)
def paragraph_split_tracked(review: Review) -> Expected:
    struck(blank_before(review, "baker"), BEN)
    split_before(review.run("baker"), BEN)
    return to({review.key: split_text(review)})


@edit(TRACKED)
def paragraphs_joined_tracked(review: Review) -> Expected:
    new = joined_text(review)
    first = review.lines[0]
    typed(last_run(first), " ", ANA)
    joined(first, ANA)
    return to({review.key: new})


@edit(TRACKED)
def paragraph_added_tracked(review: Review) -> Expected:
    new_paragraph(review.lines[-1], f"One more {review.marker} line.", ANA)
    return Expected(loosely=(review.key,), came=(review.marker,), is_quiet=True)


@edit(TRACKED)
def paragraph_taken_out_tracked(review: Review) -> Expected:
    cesar, dora = review.word("cesar"), review.word("dora")
    line = next(one for one in review.lines if cesar in "".join(t.text for t in texts(one)))
    for run in list(line.iter(q("w:r"))):
        wrapped(run, "del", ANA)
    marked_end(line, "del", ANA)
    return Expected(loosely=(review.key,), gone=(cesar, dora), is_quiet=True)


@edit(TRACKED)
def answer_taken_out_tracked(review: Review) -> Expected:
    gone = [review.word(name) for name in WORDS]
    for line in review.lines:
        for run in list(line.iter(q("w:r"))):
            wrapped(run, "del", BEN)
        if line is not review.lines[-1]:
            marked_end(line, "del", BEN)
    return to({review.key: None}, gone=gone)


@edit(TRACKED)
def paragraph_moved_tracked(review: Review) -> Expected:
    """The whole last paragraph goes before the first, as Word tracks a drag."""
    last, first = review.lines[-1], review.lines[0]
    if last is first:
        return Expected(is_quiet=True)
    copy = made("<w:p/>")
    looks = first.find(q("w:pPr"))
    copy.append(etree.fromstring(etree.tostring(looks)))
    for run in list(last.iter(q("w:r"))):
        copy.append(etree.fromstring(etree.tostring(run)))
        wrapped(run, "moveFrom", ANA)
    for run in list(copy.iter(q("w:r"))):
        wrapped(run, "moveTo", ANA)
    marked_end(last, "moveFrom", ANA)
    marked_end(copy, "moveTo", ANA)
    start = mark("moveFromRangeStart", ANA, name="move7")
    last.addprevious(start)
    last.addnext(made(f'<w:moveFromRangeEnd w:id="{start.get(q("w:id"))}"/>'))
    arrived = mark("moveToRangeStart", ANA, name="move7")
    first.addprevious(arrived)
    first.addprevious(copy)
    first.addprevious(made(f'<w:moveToRangeEnd w:id="{arrived.get(q("w:id"))}"/>'))
    words = WORDS
    return Expected(loosely=(review.key,), came=tuple(map(review.word, words)), is_quiet=True)


@edit(TRACKED)
def put_in_before_the_first_word(review: Review) -> Expected:
    first = next(iter(review.lines[0].iter(q("w:r"))))
    typed_before(first, f"{review.marker} ", ANA)
    return Expected(loosely=(review.key,), came=(review.marker,), is_quiet=True)


@edit(TRACKED)
def only_the_looks_changed(review: Review) -> Expected:
    run = review.run("baker")
    looks = run.find(q("w:rPr"))
    looks.insert(0, made("<w:b/>"))
    looks.append(mark("rPrChange", ANA))
    looks[-1].append(made("<w:rPr/>"))
    of_line = review.lines[0].find(q("w:pPr"))
    of_line.append(mark("pPrChange", BEN))
    of_line[-1].append(made("<w:pPr/>"))
    return to({})
