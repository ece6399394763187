"""Tables, choices, dates and boxes under the hands of a reviewer."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

from erasmus_desk.call.form import QuestionType
from erasmus_desk.draft.model import Key
from erasmus_desk.round_trip.record import Grid, Role
from tests.core.review_import.corpus.expected import Expected
from tests.core.review_import.corpus.marks import ANA, BEN, mark, struck, typed, unwrapped, wrapped
from tests.core.review_import.corpus.paper import (
    Node,
    around,
    etree,
    inside,
    paragraphs,
    q,
    run_with,
    say,
    tag_of,
    texts,
    words_of,
)
from tests.core.review_import.corpus.review import Review, edit, to

TABLES, CHOICES = "tables", "choices and dates"


@edit(TABLES)
def cell_changed(review: Review) -> Expected:
    key, control = _cell(review)
    words = words_of(control)
    typed(run_with(control, words), f" {review.marker}")
    return to({key: f"{words} {review.marker}"}, [review.marker])


@edit(TABLES)
def cell_changed_tracked(review: Review) -> Expected:
    key, control = _cell(review, 1)
    words = words_of(control)
    run = run_with(control, words)
    typed(run, f"{review.marker} & sons", BEN)
    struck(run, ANA)
    return to({key: f"{review.marker} & sons"}, [review.marker])


@edit(TABLES)
def row_added(review: Review) -> Expected:
    return _row_added(review)


@edit(TABLES)
def row_added_tracked(review: Review) -> Expected:
    return _row_added(review, ANA)


@edit(TABLES)
def row_copied_with_its_controls(review: Review) -> Expected:
    return _row_added(review, keeps=True)


@edit(TABLES)
def row_taken_out(review: Review) -> Expected:
    grid, row = _row(review)
    row.getparent().remove(row)
    return Expected(removed=((str(grid.order), grid.items[-1]),), is_quiet=True)


@edit(TABLES)
def row_taken_out_tracked(review: Review) -> Expected:
    grid, row = _row(review)
    _marked_row(row, "del", BEN)
    for run in list(row.iter(q("w:r"))):
        if run.find(q("w:t")) is not None:
            wrapped(run, "del", BEN)
    return Expected(removed=((str(grid.order), grid.items[-1]),), is_quiet=True)


@edit(TABLES)
def head_of_a_column_renamed(review: Review) -> Expected:
    _, row = _row(review)
    head = around(row, "w:tbl").find(q("w:tr"))
    run = list(head.iter(q("w:r")))[-1]
    typed(run, f" {review.marker}")
    return Expected(tray=(review.marker,), came=(review.marker,), is_quiet=True)


@edit(CHOICES)
def option_chosen(review: Review) -> Expected:
    for control in review.paper.controls():
        listed = control.find(f"{q('w:sdtPr')}/{q('w:dropDownList')}")
        key = Key.parse(tag_of(control))
        if listed is None or _count(review, key) > 1 or key.question.startswith("ctx."):
            continue
        old = review.model.draft.get(key)
        items = [one for one in listed if one.get(q("w:value")) not in {old, ""}]
        if items:
            _says(control, items[0].get(q("w:displayText")))
            return to({key: items[0].get(q("w:value"))})
    raise LookupError(review.model.name)


@edit(CHOICES)
def day_picked(review: Review) -> Expected:
    new = date(2017, 11, 9)
    for control in review.paper.controls():
        day = control.find(f"{q('w:sdtPr')}/{q('w:date')}")
        if day is not None:
            day.set(q("w:fullDate"), "2017-11-09T00:00:00Z")
            shown = {"en": "9 November 2017", "nl": "9 november 2017", "fr": "9 novembre 2017"}
            _says(control, shown[review.model.sent.language])
            return to({Key.parse(tag_of(control)): new})
    raise LookupError(review.model.name)


@edit(CHOICES)
def day_written_by_hand(review: Review) -> Expected:
    """The control is gone, so that only the words tell of the new day."""
    for control in review.paper.controls():
        if control.find(f"{q('w:sdtPr')}/{q('w:date')}") is not None:
            key = Key.parse(tag_of(control))
            _says(control, "9/11/2017")
            unwrapped(control)
            return to({key: date(2017, 11, 9)})
    raise LookupError(review.model.name)


@edit(CHOICES)
def box_ticked(review: Review) -> Expected:
    return _ticked(review, is_by_sign=False)


@edit(CHOICES)
def box_ticked_by_its_sign(review: Review) -> Expected:
    """A program that knows no boxes to click: only the sign is another."""
    return _ticked(review, is_by_sign=True)


@edit(CHOICES)
def yes_becomes_no(review: Review) -> Expected:
    questions = review.model.pack.form.questions
    for control in review.paper.controls():
        key = Key.parse(tag_of(control))
        question = questions.get(key.question)
        boxes = _boxes(control)
        if question and question.type is QuestionType.YESNO and len(boxes) > 1:
            for box, is_on in zip(boxes, (False, True), strict=True):
                _set(box, is_on=is_on)
            return to({key: False})
    raise LookupError(review.model.name)


@edit(CHOICES)
def number_changed(review: Review) -> Expected:
    questions = review.model.pack.form.questions
    for piece in review.model.sent.pieces:
        if piece.role is Role.ANSWER and piece.key and not piece.missing:
            question = questions[piece.key.question]
            if question.type is QuestionType.NUMBER and _count(review, piece.key) == 1:
                _says(review.paper.control(str(piece.key)), "17")
                return to({piece.key: 17})
    raise LookupError(review.model.name)


@edit(CHOICES)
def empty_answer_filled_in(review: Review) -> Expected:
    """Words take the place of those that say that nothing is there."""
    questions = review.model.pack.form.questions
    for control in review.paper.controls():
        shows = control.find(f"{q('w:sdtPr')}/{q('w:showingPlcHdr')}")
        key = Key.parse(tag_of(control))
        question = questions.get(key.question)
        if shows is None or not question or question.type is not QuestionType.TEXT:
            continue
        shows.getparent().remove(shows)
        _says(control, f"Now told: {review.marker}.")
        return to({key: f"Now told: {review.marker}."}, [review.marker])
    raise LookupError(review.model.name)


def _count(review: Review, key: Key) -> int:
    return len(review.paper.controls(str(key)))


def _cell(review: Review, nth: int = 0) -> tuple[Key, Node]:
    """Give an answer of one line in a cell that is shown nowhere else."""
    questions = review.model.pack.form.questions
    found: list[tuple[Key, Node]] = []
    for piece in review.model.sent.pieces:
        if piece.role is Role.ANSWER and piece.key and piece.spot and not piece.missing:
            is_line = questions[piece.key.question].type is QuestionType.LINE
            if is_line and not questions[piece.key.question].format:
                found.append((piece.key, review.paper.control(str(piece.key))))
    once = [one for one in found if _count(review, one[0]) == 1] or found
    return once[(review.place + nth) % len(once)]


def _row(review: Review) -> tuple[Grid, Node]:
    """Give the last row of a grid whose items are shown in it alone."""
    names = ("eu_projects", "members")
    grids = [one for one in review.model.sent.grids if one.order.question in names]
    grid = grids[review.place % len(grids)]
    column = next(one for one in grid.questions if one)
    control = next(
        one
        for one in review.paper.controls(str(Key(column, grid.items[-1])))
        if any(True for _ in one.iterancestors(q("w:tr")))
        and len(around(one, "w:tr").findall(q("w:tc"))) == len(grid.questions)
    )
    return grid, around(control, "w:tr")


def _row_added(review: Review, by: str = "", *, keeps: bool = False) -> Expected:
    grid, row = _row(review)
    new = deepcopy(row)
    if not keeps:
        for control in reversed(list(new.iter(q("w:sdt")))):
            unwrapped(control)
        for end in list(new.iter(q("w:bookmarkStart"), q("w:bookmarkEnd"))):
            end.getparent().remove(end)
    cells: list[tuple[str, str]] = []
    questions = review.model.pack.form.questions
    for name, cell in zip(grid.questions, list(new.iter(q("w:tc"))), strict=True):
        is_line = name and questions[name].type is QuestionType.LINE
        words = "2014" if is_line and questions[name].format else f"{review.marker}{len(cells)}"
        if is_line:
            cells.append((name, words))
        _says(cell, words if is_line else "")
    if by:
        _marked_row(new, "ins", by)
        for run in list(new.iter(q("w:r"))):
            wrapped(run, "ins", by)
    row.addnext(new)
    came = tuple(words for _, words in cells if "quokka" in words)
    return Expected(added=((str(grid.order), tuple(cells)),), came=came, is_quiet=True)


def _marked_row(row: Node, name: str, by: str) -> None:
    looks = row.find(q("w:trPr"))
    if looks is None:
        looks = etree.Element(q("w:trPr"))
        row.insert(0, looks)
    looks.append(mark(name, by))


def _says(scope: Node, words: str) -> None:
    """Write words in the place of all that stands there."""
    first, *rest = paragraphs(scope) or [scope]
    for line in rest:
        line.getparent().remove(line)
    runs = [one for one in first.iter(q("w:r")) if one.find(q("w:t")) is not None]
    if first.tag != q("w:p"):
        runs = [one for one in scope.iter(q("w:r")) if one.find(q("w:t")) is not None]
    say(next(texts(runs[0])), words)
    for run in runs[1:]:
        run.getparent().remove(run)


def _boxes(control: Node) -> list[Node]:
    return [
        one
        for one in inside(control).iter(q("w:sdt"))
        if one.find(f"{q('w:sdtPr')}/{q('w14:checkbox')}") is not None
    ]


def _set(box: Node, *, is_on: bool, is_by_sign: bool = False) -> None:
    if not is_by_sign:
        found = box.find(f"{q('w:sdtPr')}/{q('w14:checkbox')}/{q('w14:checked')}")
        found.set(q("w14:val"), str(int(is_on)))
    say(next(texts(box)), "☒" if is_on else "☐")
    if is_by_sign:
        unwrapped(box)


def _ticked(review: Review, *, is_by_sign: bool) -> Expected:
    """Change the first box of an answer of several choices."""
    questions = review.model.pack.form.questions
    for control in review.paper.controls():
        key = Key.parse(tag_of(control))
        question = questions.get(key.question)
        if question is None or question.type is not QuestionType.MULTI:
            continue
        old = review.model.draft.get(key)
        chosen = old if isinstance(old, tuple) else ()
        boxes = _boxes(control)
        if not boxes or question.at_most is not None:
            continue
        option = tag_of(boxes[0]).partition("=")[2]
        is_on = option not in chosen
        _set(boxes[0], is_on=is_on, is_by_sign=is_by_sign)
        new = (option, *chosen) if is_on else tuple(one for one in chosen if one != option)
        return to({key: new or None})
    raise LookupError(review.model.name)
