"""Writing in answers with tracked changes, by two people."""

from __future__ import annotations

from tests.core.review_import.corpus.drafts import WORDS
from tests.core.review_import.corpus.expected import Expected
from tests.core.review_import.corpus.marks import (
    ANA,
    BEN,
    add_paragraph,
    delete_run,
    insert_before,
    insert_text,
    join_with_next,
    make_mark,
    mark_paragraph_end,
    move_run,
    split_before,
    wrap_run,
)
from tests.core.review_import.corpus.paper import etree, iter_texts, parse_fragment, q
from tests.core.review_import.corpus.review import Review, edit, expect_answers
from tests.core.review_import.corpus.writing import (
    find_last_run,
    isolate_space,
    join_first_lines,
    split_at_word,
)

TRACKED = "tracked writing"


@edit(TRACKED)
def word_put_in_tracked(review: Review) -> Expected:
    baker = review.word("baker")
    insert_text(review.run("baker"), f" {review.marker}", ANA)
    return expect_answers(
        {review.key: review.replace_once(baker, f"{baker} {review.marker}")}, [review.marker]
    )


@edit(TRACKED)
def word_taken_out_tracked(review: Review) -> Expected:
    baker = review.word("baker")
    delete_run(review.run("baker", " "), ANA)
    return expect_answers({review.key: review.replace_once(f"{baker} ", "")}, deleted=[baker])


@edit(TRACKED)
def word_replaced_by_two(review: Review) -> Expected:
    cesar = review.word("cesar")
    run = review.run("cesar")
    insert_text(run, review.marker, BEN)
    delete_run(run, ANA)
    return expect_answers(
        {review.key: review.replace_once(cesar, review.marker)}, [review.marker], [cesar]
    )


@edit(TRACKED)
def two_wrote_at_two_places(review: Review) -> Expected:
    abel, dora = review.word("abel"), review.word("dora")
    insert_text(review.run("abel"), f" {review.marker}a", ANA)
    insert_text(review.run("dora"), f" {review.marker}b", BEN)
    new = review.replace_once(abel, f"{abel} {review.marker}a")
    new = new.replace(dora, f"{dora} {review.marker}b")
    return expect_answers({review.key: new}, [f"{review.marker}a", f"{review.marker}b"])


@edit(TRACKED)
def put_in_by_one_and_taken_out_by_another(review: Review) -> Expected:
    put_in = insert_text(review.run("baker"), f" {review.marker}", ANA)
    wrap_run(put_in[0], "del", BEN)
    return Expected(deleted=(review.marker,), is_quiet=True)


@edit(TRACKED)
def word_moved_within_an_answer(review: Review) -> Expected:
    cesar, abel = review.word("cesar"), review.word("abel")
    target = review.run("abel", " ") if f"{abel} " in review.text else review.run("abel")
    move_run(review.run("cesar", " "), target, ANA)
    is_parted = f"{abel} " in review.text
    new = review.replace_once(f"{cesar} ", "")
    new = new.replace(f"{abel} ", f"{abel} {cesar} ") if is_parted else new
    if not is_parted:
        new = new.replace(abel, f"{abel}{cesar} ")
    return expect_answers({review.key: new}, [cesar])


@edit(TRACKED)
def word_moved_to_another_answer(review: Review) -> Expected:
    other = review.next
    cesar, baker = review.word("cesar"), other.word("baker")
    move_run(review.run("cesar", " "), other.run("baker", " "), ANA, f"move{review.place}")
    here = review.replace_once(f"{cesar} ", "")
    there = other.replace_once(f"{baker} ", f"{baker} {cesar} ")
    return expect_answers({review.key: here, other.key: there}, [cesar])


@edit(TRACKED)
def paragraph_split_tracked(review: Review) -> Expected:
    delete_run(isolate_space(review, "baker"), BEN)
    split_before(review.run("baker"), BEN)
    return expect_answers({review.key: split_at_word(review)})


@edit(TRACKED)
def paragraphs_joined_tracked(review: Review) -> Expected:
    new = join_first_lines(review)
    first = review.lines[0]
    insert_text(find_last_run(first), " ", ANA)
    join_with_next(first, ANA)
    return expect_answers({review.key: new})


@edit(TRACKED)
def paragraph_added_tracked(review: Review) -> Expected:
    add_paragraph(review.lines[-1], f"One more {review.marker} line.", ANA)
    return Expected(loosely=(review.key,), inserted=(review.marker,), is_quiet=True)


@edit(TRACKED)
def paragraph_taken_out_tracked(review: Review) -> Expected:
    cesar, dora = review.word("cesar"), review.word("dora")
    line = next(one for one in review.lines if cesar in "".join(t.text for t in iter_texts(one)))
    for run in list(line.iter(q("w:r"))):
        wrap_run(run, "del", ANA)
    mark_paragraph_end(line, "del", ANA)
    return Expected(loosely=(review.key,), deleted=(cesar, dora), is_quiet=True)


@edit(TRACKED)
def answer_taken_out_tracked(review: Review) -> Expected:
    gone = [review.word(name) for name in WORDS]
    for line in review.lines:
        for run in list(line.iter(q("w:r"))):
            wrap_run(run, "del", BEN)
        if line is not review.lines[-1]:
            mark_paragraph_end(line, "del", BEN)
    return expect_answers({review.key: None}, deleted=gone)


@edit(TRACKED)
def paragraph_moved_tracked(review: Review) -> Expected:
    """Move the last paragraph before the first, as Word tracks a drag."""
    last, first = review.lines[-1], review.lines[0]
    if last is first:
        return Expected(is_quiet=True)
    copy = parse_fragment("<w:p/>")
    looks = first.find(q("w:pPr"))
    copy.append(etree.fromstring(etree.tostring(looks)))
    for run in list(last.iter(q("w:r"))):
        copy.append(etree.fromstring(etree.tostring(run)))
        wrap_run(run, "moveFrom", ANA)
    for run in list(copy.iter(q("w:r"))):
        wrap_run(run, "moveTo", ANA)
    mark_paragraph_end(last, "moveFrom", ANA)
    mark_paragraph_end(copy, "moveTo", ANA)
    start = make_mark("moveFromRangeStart", ANA, name="move7")
    last.addprevious(start)
    last.addnext(parse_fragment(f'<w:moveFromRangeEnd w:id="{start.get(q("w:id"))}"/>'))
    arrived = make_mark("moveToRangeStart", ANA, name="move7")
    first.addprevious(arrived)
    first.addprevious(copy)
    first.addprevious(parse_fragment(f'<w:moveToRangeEnd w:id="{arrived.get(q("w:id"))}"/>'))
    words = WORDS
    return Expected(loosely=(review.key,), inserted=tuple(map(review.word, words)), is_quiet=True)


@edit(TRACKED)
def put_in_before_the_first_word(review: Review) -> Expected:
    first = next(iter(review.lines[0].iter(q("w:r"))))
    insert_before(first, f"{review.marker} ", ANA)
    return Expected(loosely=(review.key,), inserted=(review.marker,), is_quiet=True)


@edit(TRACKED)
def only_the_looks_changed(review: Review) -> Expected:
    run = review.run("baker")
    looks = run.find(q("w:rPr"))
    looks.insert(0, parse_fragment("<w:b/>"))
    looks.append(make_mark("rPrChange", ANA))
    looks[-1].append(parse_fragment("<w:rPr/>"))
    of_line = review.lines[0].find(q("w:pPr"))
    of_line.append(make_mark("pPrChange", BEN))
    of_line[-1].append(parse_fragment("<w:pPr/>"))
    return expect_answers({})
