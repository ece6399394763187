"""What reviewers are told to do in the programs, and what has to come home of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from erasmus_desk.call.form import QuestionType
from erasmus_desk.draft.model import Key
from tests.core.review_import.corpus.drafts import WORDS
from tests.core.review_import.corpus.expected import UNTOUCHED, Expected, Remark
from tests.core.review_import.corpus.review import Review, to
from tests.core.review_import.corpus.writing import joined_text, split_text

ANA, BEN = "Ana Peeters", "Ben de Wit"

Action = Mapping[str, Any]
Told = tuple[list[Action], Expected]
_Maker = Callable[[Review], Told]
MAKERS: dict[str, tuple[str, _Maker]] = {}


def _order(kind: str) -> Callable[[_Maker], _Maker]:
    def entered(one: _Maker) -> _Maker:
        MAKERS[one.__name__.strip("_").replace("_", " ")] = (kind, one)
        return one

    return entered


def _typing(review: Review) -> Action:
    return {"do": "type", "behind": review.word("baker"), "text": f" {review.marker}"}


def _typed(review: Review) -> Expected:
    baker = review.word("baker")
    new = review.swapped(baker, f"{baker} {review.marker}")
    return to({review.key: new}, [review.marker])


@_order("plain writing")
def _word_typed(review: Review) -> Told:
    return [_typing(review)], _typed(review)


@_order("plain writing")
def _word_struck(review: Review) -> Told:
    cesar = review.word("cesar")
    expected = to({review.key: review.swapped(f"{cesar} ", "")}, gone=[cesar])
    return [{"do": "strike", "words": f"{cesar} "}], expected


@_order("plain writing")
def _word_replaced(review: Review) -> Told:
    return _replaced(review)


@_order("plain writing")
def _paragraph_split(review: Review) -> Told:
    return [{"do": "split", "before": review.word("baker")}], to({review.key: split_text(review)})


@_order("plain writing")
def _paragraphs_joined(review: Review) -> Told:
    return [{"do": "join", "with": review.word("baker")}], to({review.key: joined_text(review)})


@_order("plain writing")
def _line_added(review: Review) -> Told:
    action = {"do": "line", "behind": review.word("dora"), "text": f"Also {review.marker}."}
    return [action], Expected(loosely=(review.key,), came=(review.marker,))


@_order("plain writing")
def _answer_emptied(review: Review) -> Told:
    gone = [review.word(name) for name in WORDS]
    action = {"do": "empty", "from": review.word("abel"), "to": review.word("dora")}
    return [action], Expected(loosely=(review.key,), gone=tuple(gone))


@_order("plain writing")
def _empty_filled(review: Review) -> Told:
    """Words take the place of those that say that there is no answer yet."""
    return _filled(review)


@_order("tracked writing")
def _empty_filled_tracked(review: Review) -> Told:
    actions, expected = _filled(review)
    return [*_by(BEN), *actions], expected


@_order("tracked writing")
def _typed_tracked(review: Review) -> Told:
    return [*_by(ANA), _typing(review)], _typed(review)


@_order("tracked writing")
def _struck_tracked(review: Review) -> Told:
    actions, expected = _word_struck(review)
    return [*_by(BEN), *actions], expected


@_order("tracked writing")
def _replaced_tracked(review: Review) -> Told:
    actions, expected = _replaced(review)
    return [*_by(ANA), *actions], expected


@_order("tracked writing")
def _written_by_two(review: Review) -> Told:
    other = review.next
    actions, expected = _replaced(other)
    both = _typed(review).together(expected)
    return [*_by(ANA), _typing(review), *_by(BEN), *actions], both


@_order("tracked writing")
def _split_tracked(review: Review) -> Told:
    actions, expected = _paragraph_split(review)
    return [*_by(ANA), *actions], expected


@_order("tracked writing")
def _joined_tracked(review: Review) -> Told:
    actions, expected = _paragraphs_joined(review)
    return [*_by(BEN), *actions], expected


@_order("tracked writing")
def _emptied_tracked(review: Review) -> Told:
    actions, expected = _answer_emptied(review)
    return [*_by(BEN), *actions], expected


@_order("tracked writing")
def _tracked_and_accepted(review: Review) -> Told:
    actions, expected = _replaced(review)
    return [*_by(ANA), *actions, {"do": "accept"}], expected


@_order("tracked writing")
def _tracked_and_rejected(review: Review) -> Told:
    actions, _ = _replaced(review)
    return [*_by(ANA), *actions, {"do": "reject"}], UNTOUCHED


@_order("comments")
def _comment(review: Review) -> Told:
    text = f"Is it {review.marker}?"
    action = {"do": "comment", "on": review.word("baker"), "by": ANA, "text": text}
    return [action], _said(review, text)


@_order("comments")
def _comment_resolved(review: Review) -> Told:
    text = f"Mend {review.marker}."
    action = {"do": "comment", "on": review.word("abel"), "by": BEN, "text": text, "resolved": True}
    return [action], _said(review, text, is_done=True)


@_order("comments")
def _comment_answered(review: Review) -> Told:
    actions, _ = _comment(review)
    reply = {"do": "reply", "text": "It has to be.", "by": BEN}
    return [*actions, reply], _said(review, f"Is it {review.marker}?", "It has to be.")


@_order("comments")
def _comment_and_a_word(review: Review) -> Told:
    actions, expected = _comment(review.next)
    return [_typing(review), *actions], _typed(review).together(expected)


@_order("tables")
def _cell_changed(review: Review) -> Told:
    grid = review.grid("eu_projects")
    key = Key("eup.programme", grid.items[-1])
    old = review.model.draft.text("eup.programme", grid.items[-1])
    action = {"do": "replace", "words": old, "text": f"New {review.marker}"}
    return [action], to({key: f"New {review.marker}"}, [review.marker])


@_order("tables")
def _row_added(review: Review) -> Told:
    grid = review.grid("eu_projects")
    old = review.model.draft.text("eup.programme", grid.items[-1])
    cells = [f"New {review.marker}", "2014", f"No {review.marker}", f"House {review.marker}"]
    action = {"do": "row_add", "behind": old, "cells": cells}
    row = (str(grid.order), tuple(zip(grid.questions, cells, strict=True)))
    return [action], Expected(added=(row,), came=(review.marker,), is_quiet=True)


@_order("tables")
def _row_removed(review: Review) -> Told:
    grid = review.grid("eu_projects")
    old = review.model.draft.text("eup.programme", grid.items[-1])
    expected = Expected(removed=((str(grid.order), grid.items[-1]),), is_quiet=True)
    return [{"do": "row_remove", "with": old}], expected


@_order("places")
def _heading_renamed(review: Review) -> Told:
    """The last heading of the file, which no contents name by the same words."""
    words = _heading(review)
    action = {"do": "replace", "words": words, "text": f"Other {review.marker}", "nth": -1}
    return [_typing(review), action], Expected(
        _typed(review).answers, tray=(review.marker,), came=(review.marker,)
    )


@_order("places")
def _section_moved(review: Review) -> Told:
    """From the label of an answer to the next label, to before the one after that."""
    first = Review(review.model, review.paper, review.model.texts.index(Key("des.rationale")))
    second = first.next
    action = {
        "do": "move",
        "from": _label(first),
        "until": _label(second),
        "before": _label(second.next),
    }
    return [_typing(first), action], Expected(_typed(first).answers, came=(first.marker,))


def _filled(review: Review) -> Told:
    """Fill in the first long answer, or else the first line, that is missing."""
    found = review.model
    questions = found.pack.form.questions
    missing = [one for one in found.sent.pieces if one.missing and one.key]
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
    return [action], to({key: text}, [review.marker])


def _by(name: str) -> list[Action]:
    return [{"do": "by", "name": name}, {"do": "track", "on": True}]


def _replaced(review: Review) -> Told:
    cesar = review.word("cesar")
    action = {"do": "replace", "words": cesar, "text": review.marker}
    return [action], to(
        {review.key: review.swapped(cesar, review.marker)}, [review.marker], [cesar]
    )


def _said(review: Review, *texts: str, is_done: bool = False) -> Expected:
    return Expected(
        remarks=(Remark(review.key, texts, is_done),), came=(review.marker,), is_quiet=True
    )


def _label(review: Review) -> str:
    """Give the first words that lead to an answer."""
    pieces = review.model.sent.pieces
    place = next(at for at, one in enumerate(pieces) if one.key == review.key and one.anchor)
    before = place - 1
    while pieces[before - 1].key == review.key and not pieces[before - 1].heading:
        before -= 1
    return pieces[before].text


def _heading(review: Review) -> str:
    """Give the words of the heading above an answer, without its number."""
    pieces = review.model.sent.pieces
    place = next(at for at, one in enumerate(pieces) if one.key == review.key and one.anchor)
    heading = next(one for one in reversed(pieces[:place]) if one.heading and not one.goes_on)
    return heading.text.rpartition("\u2002")[2]
