"""Editing tasks for the programs, each with the expected import."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from erasmus_desk.call.form import QuestionType
from erasmus_desk.draft.model import Key
from tests.core.review_import.corpus.drafts import WORDS
from tests.core.review_import.corpus.expected import UNTOUCHED, Expected, Remark
from tests.core.review_import.corpus.review import Review, expect_answers
from tests.core.review_import.corpus.writing import join_first_lines, split_at_word

ANA, BEN = "Ana Peeters", "Ben de Wit"

Action = Mapping[str, Any]
Task = tuple[list[Action], Expected]
_Maker = Callable[[Review], Task]
MAKERS: dict[str, tuple[str, _Maker]] = {}


def _register(kind: str) -> Callable[[_Maker], _Maker]:
    def register(one: _Maker) -> _Maker:
        MAKERS[one.__name__.strip("_").replace("_", " ")] = (kind, one)
        return one

    return register


def _type_marker(review: Review) -> Action:
    return {"do": "type", "behind": review.word("baker"), "text": f" {review.marker}"}


def _expect_typed(review: Review) -> Expected:
    baker = review.word("baker")
    new = review.replace_once(baker, f"{baker} {review.marker}")
    return expect_answers({review.key: new}, [review.marker])


@_register("plain writing")
def _word_typed(review: Review) -> Task:
    return [_type_marker(review)], _expect_typed(review)


@_register("plain writing")
def _word_struck(review: Review) -> Task:
    cesar = review.word("cesar")
    expected = expect_answers({review.key: review.replace_once(f"{cesar} ", "")}, deleted=[cesar])
    return [{"do": "strike", "words": f"{cesar} "}], expected


@_register("plain writing")
def _word_replaced(review: Review) -> Task:
    return _replace_word(review)


@_register("plain writing")
def _paragraph_split(review: Review) -> Task:
    return [{"do": "split", "before": review.word("baker")}], expect_answers(
        {review.key: split_at_word(review)}
    )


@_register("plain writing")
def _paragraphs_joined(review: Review) -> Task:
    return [{"do": "join", "with": review.word("baker")}], expect_answers(
        {review.key: join_first_lines(review)}
    )


@_register("plain writing")
def _line_added(review: Review) -> Task:
    action = {"do": "line", "behind": review.word("dora"), "text": f"Also {review.marker}."}
    return [action], Expected(loosely=(review.key,), inserted=(review.marker,))


@_register("plain writing")
def _answer_emptied(review: Review) -> Task:
    gone = [review.word(name) for name in WORDS]
    action = {"do": "empty", "from": review.word("abel"), "to": review.word("dora")}
    return [action], Expected(loosely=(review.key,), deleted=tuple(gone))


@_register("plain writing")
def _empty_filled(review: Review) -> Task:
    """Replace the text for a missing answer."""
    return _fill_missing(review)


@_register("tracked writing")
def _empty_filled_tracked(review: Review) -> Task:
    actions, expected = _fill_missing(review)
    return [*_start_tracking(BEN), *actions], expected


@_register("tracked writing")
def _typed_tracked(review: Review) -> Task:
    return [*_start_tracking(ANA), _type_marker(review)], _expect_typed(review)


@_register("tracked writing")
def _struck_tracked(review: Review) -> Task:
    actions, expected = _word_struck(review)
    return [*_start_tracking(BEN), *actions], expected


@_register("tracked writing")
def _replaced_tracked(review: Review) -> Task:
    actions, expected = _replace_word(review)
    return [*_start_tracking(ANA), *actions], expected


@_register("tracked writing")
def _written_by_two(review: Review) -> Task:
    other = review.next
    actions, expected = _replace_word(other)
    both = _expect_typed(review).together(expected)
    return [*_start_tracking(ANA), _type_marker(review), *_start_tracking(BEN), *actions], both


@_register("tracked writing")
def _split_tracked(review: Review) -> Task:
    actions, expected = _paragraph_split(review)
    return [*_start_tracking(ANA), *actions], expected


@_register("tracked writing")
def _joined_tracked(review: Review) -> Task:
    actions, expected = _paragraphs_joined(review)
    return [*_start_tracking(BEN), *actions], expected


@_register("tracked writing")
def _emptied_tracked(review: Review) -> Task:
    actions, expected = _answer_emptied(review)
    return [*_start_tracking(BEN), *actions], expected


@_register("tracked writing")
def _tracked_and_accepted(review: Review) -> Task:
    actions, expected = _replace_word(review)
    return [*_start_tracking(ANA), *actions, {"do": "accept"}], expected


@_register("tracked writing")
def _tracked_and_rejected(review: Review) -> Task:
    actions, _ = _replace_word(review)
    return [*_start_tracking(ANA), *actions, {"do": "reject"}], UNTOUCHED


@_register("comments")
def _comment(review: Review) -> Task:
    text = f"Is it {review.marker}?"
    action = {"do": "comment", "on": review.word("baker"), "by": ANA, "text": text}
    return [action], _expect_comment(review, text)


@_register("comments")
def _comment_resolved(review: Review) -> Task:
    text = f"Mend {review.marker}."
    action = {"do": "comment", "on": review.word("abel"), "by": BEN, "text": text, "resolved": True}
    return [action], _expect_comment(review, text, is_done=True)


@_register("comments")
def _comment_answered(review: Review) -> Task:
    actions, _ = _comment(review)
    reply = {"do": "reply", "text": "It has to be.", "by": BEN}
    return [*actions, reply], _expect_comment(review, f"Is it {review.marker}?", "It has to be.")


@_register("comments")
def _comment_and_a_word(review: Review) -> Task:
    actions, expected = _comment(review.next)
    return [_type_marker(review), *actions], _expect_typed(review).together(expected)


@_register("tables")
def _cell_changed(review: Review) -> Task:
    grid = review.grid("eu_projects")
    key = Key("eup.programme", grid.items[-1])
    old = review.model.draft.text("eup.programme", grid.items[-1])
    action = {"do": "replace", "words": old, "text": f"New {review.marker}"}
    return [action], expect_answers({key: f"New {review.marker}"}, [review.marker])


@_register("tables")
def _row_added(review: Review) -> Task:
    grid = review.grid("eu_projects")
    old = review.model.draft.text("eup.programme", grid.items[-1])
    cells = [f"New {review.marker}", "2014", f"No {review.marker}", f"House {review.marker}"]
    action = {"do": "row_add", "behind": old, "cells": cells}
    row = (str(grid.order), tuple(zip(grid.questions, cells, strict=True)))
    return [action], Expected(added=(row,), inserted=(review.marker,), is_quiet=True)


@_register("tables")
def _row_removed(review: Review) -> Task:
    grid = review.grid("eu_projects")
    old = review.model.draft.text("eup.programme", grid.items[-1])
    expected = Expected(removed=((str(grid.order), grid.items[-1]),), is_quiet=True)
    return [{"do": "row_remove", "with": old}], expected


@_register("places")
def _heading_renamed(review: Review) -> Task:
    """Rename the last heading of the file, which no entry of the contents repeats."""
    words = _find_heading(review)
    action = {"do": "replace", "words": words, "text": f"Other {review.marker}", "nth": -1}
    return [_type_marker(review), action], Expected(
        _expect_typed(review).answers, unresolved=(review.marker,), inserted=(review.marker,)
    )


@_register("places")
def _section_moved(review: Review) -> Task:
    """Move the text from a label to the next one, to before the one after that."""
    first = Review(review.model, review.paper, review.model.texts.index(Key("des.rationale")))
    second = first.next
    action = {
        "do": "move",
        "from": _find_label(first),
        "until": _find_label(second),
        "before": _find_label(second.next),
    }
    return [_type_marker(first), action], Expected(
        _expect_typed(first).answers, inserted=(first.marker,)
    )


def _fill_missing(review: Review) -> Task:
    """Fill in the first long answer, or else the first line, that is missing."""
    found = review.model
    questions = found.pack.form.questions
    missing = [one for one in found.sent.blocks if one.is_placeholder and one.key]
    kinds = QuestionType.TEXT, QuestionType.LINE
    place, piece = next(
        (place, one)
        for kind in kinds
        for place, one in enumerate(missing)
        if one.key and questions[one.key.question].type is kind
    )
    nth = sum(one.text == piece.text for one in missing[:place])
    text = f"Now told {review.marker}"
    key = piece.key or review.key
    action = {"do": "replace", "words": piece.text, "text": text, "nth": nth}
    return [action], expect_answers({key: text}, [review.marker])


def _start_tracking(name: str) -> list[Action]:
    return [{"do": "by", "name": name}, {"do": "track", "on": True}]


def _replace_word(review: Review) -> Task:
    cesar = review.word("cesar")
    action = {"do": "replace", "words": cesar, "text": review.marker}
    return [action], expect_answers(
        {review.key: review.replace_once(cesar, review.marker)}, [review.marker], [cesar]
    )


def _expect_comment(review: Review, *texts: str, is_done: bool = False) -> Expected:
    return Expected(
        remarks=(Remark(review.key, texts, is_done),), inserted=(review.marker,), is_quiet=True
    )


def _find_label(review: Review) -> str:
    """Return the label of an answer."""
    pieces = review.model.sent.blocks
    place = next(at for at, one in enumerate(pieces) if one.key == review.key and one.anchor)
    before = place - 1
    while pieces[before - 1].key == review.key and not pieces[before - 1].heading:
        before -= 1
    return pieces[before].text


def _find_heading(review: Review) -> str:
    """Return the heading above an answer, without its number."""
    pieces = review.model.sent.blocks
    place = next(at for at, one in enumerate(pieces) if one.key == review.key and one.anchor)
    heading = next(
        one for one in reversed(pieces[:place]) if one.heading and not one.continues_paragraph
    )
    return heading.text.rpartition("\u2002")[2]
