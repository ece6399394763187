"""Edits of tables, choices, dates and check boxes."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

from erasmus_desk.call.form import QuestionType
from erasmus_desk.draft.model import Key
from erasmus_desk.round_trip.record import BlockRole, RecordTable
from tests.core.review_import.corpus.expected import Expected
from tests.core.review_import.corpus.marks import (
    ANA,
    BEN,
    delete_run,
    insert_text,
    make_mark,
    unwrap_control,
    wrap_run,
)
from tests.core.review_import.corpus.paper import (
    Node,
    etree,
    find_ancestor,
    get_content,
    get_tag,
    isolate_run,
    iter_texts,
    join_words,
    list_paragraphs,
    q,
    set_text,
)
from tests.core.review_import.corpus.review import Review, edit, expect_answers

TABLES, CHOICES = "tables", "choices and dates"


@edit(TABLES)
def cell_changed(review: Review) -> Expected:
    key, control = _cell(review)
    words = join_words(control)
    insert_text(isolate_run(control, words), f" {review.marker}")
    return expect_answers({key: f"{words} {review.marker}"}, [review.marker])


@edit(TABLES)
def cell_changed_tracked(review: Review) -> Expected:
    key, control = _cell(review, 1)
    words = join_words(control)
    run = isolate_run(control, words)
    insert_text(run, f"{review.marker} & sons", BEN)
    delete_run(run, ANA)
    return expect_answers({key: f"{review.marker} & sons"}, [review.marker])


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
            wrap_run(run, "del", BEN)
    return Expected(removed=((str(grid.order), grid.items[-1]),), is_quiet=True)


@edit(TABLES)
def head_of_a_column_renamed(review: Review) -> Expected:
    _, row = _row(review)
    head = find_ancestor(row, "w:tbl").find(q("w:tr"))
    run = list(head.iter(q("w:r")))[-1]
    insert_text(run, f" {review.marker}")
    return Expected(unresolved=(review.marker,), inserted=(review.marker,), is_quiet=True)


@edit(CHOICES)
def option_chosen(review: Review) -> Expected:
    for control in review.paper.controls():
        listed = control.find(f"{q('w:sdtPr')}/{q('w:dropDownList')}")
        key = Key.parse(get_tag(control))
        if listed is None or _count(review, key) > 1 or key.question.startswith("ctx."):
            continue
        old = review.model.draft.get(key)
        items = [one for one in listed if one.get(q("w:value")) not in {old, ""}]
        if items:
            _says(control, items[0].get(q("w:displayText")))
            return expect_answers({key: items[0].get(q("w:value"))})
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
            return expect_answers({Key.parse(get_tag(control)): new})
    raise LookupError(review.model.name)


@edit(CHOICES)
def day_written_by_hand(review: Review) -> Expected:
    """Remove the control, so that only the text tells the new date."""
    for control in review.paper.controls():
        if control.find(f"{q('w:sdtPr')}/{q('w:date')}") is not None:
            key = Key.parse(get_tag(control))
            _says(control, "9/11/2017")
            unwrap_control(control)
            return expect_answers({key: date(2017, 11, 9)})
    raise LookupError(review.model.name)


@edit(CHOICES)
def box_ticked(review: Review) -> Expected:
    return _ticked(review, is_by_sign=False)


@edit(CHOICES)
def box_ticked_by_its_sign(review: Review) -> Expected:
    """Change the sign only, as a program without check boxes does."""
    return _ticked(review, is_by_sign=True)


@edit(CHOICES)
def yes_becomes_no(review: Review) -> Expected:
    questions = review.model.pack.form.questions
    for control in review.paper.controls():
        key = Key.parse(get_tag(control))
        question = questions.get(key.question)
        boxes = _boxes(control)
        if question and question.type is QuestionType.YESNO and len(boxes) > 1:
            for box, is_on in zip(boxes, (False, True), strict=True):
                _set(box, is_on=is_on)
            return expect_answers({key: False})
    raise LookupError(review.model.name)


@edit(CHOICES)
def number_changed(review: Review) -> Expected:
    questions = review.model.pack.form.questions
    for piece in review.model.sent.blocks:
        if piece.role is BlockRole.ANSWER and piece.key and not piece.is_placeholder:
            question = questions[piece.key.question]
            if question.type is QuestionType.NUMBER and _count(review, piece.key) == 1:
                _says(review.paper.control(str(piece.key)), "17")
                return expect_answers({piece.key: 17})
    raise LookupError(review.model.name)


@edit(CHOICES)
def empty_answer_filled_in(review: Review) -> Expected:
    """Replace the text for a missing answer."""
    questions = review.model.pack.form.questions
    for control in review.paper.controls():
        shows = control.find(f"{q('w:sdtPr')}/{q('w:showingPlcHdr')}")
        key = Key.parse(get_tag(control))
        question = questions.get(key.question)
        if shows is None or not question or question.type is not QuestionType.TEXT:
            continue
        shows.getparent().remove(shows)
        _says(control, f"Now told: {review.marker}.")
        return expect_answers({key: f"Now told: {review.marker}."}, [review.marker])
    raise LookupError(review.model.name)


def _count(review: Review, key: Key) -> int:
    return len(review.paper.controls(str(key)))


def _cell(review: Review, nth: int = 0) -> tuple[Key, Node]:
    """Return a one-line answer in a cell that is shown nowhere else."""
    questions = review.model.pack.form.questions
    found: list[tuple[Key, Node]] = []
    for piece in review.model.sent.blocks:
        if piece.role is BlockRole.ANSWER and piece.key and piece.cell and not piece.is_placeholder:
            is_line = questions[piece.key.question].type is QuestionType.LINE
            if is_line and not questions[piece.key.question].format:
                found.append((piece.key, review.paper.control(str(piece.key))))
    once = [one for one in found if _count(review, one[0]) == 1] or found
    return once[(review.place + nth) % len(once)]


def _row(review: Review) -> tuple[RecordTable, Node]:
    """Return the last row of a table whose items are shown in it alone."""
    names = ("eu_projects", "members")
    grids = [one for one in review.model.sent.tables if one.order.question in names]
    grid = grids[review.place % len(grids)]
    column = next(one for one in grid.questions if one)
    control = next(
        one
        for one in review.paper.controls(str(Key(column, grid.items[-1])))
        if any(True for _ in one.iterancestors(q("w:tr")))
        and len(find_ancestor(one, "w:tr").findall(q("w:tc"))) == len(grid.questions)
    )
    return grid, find_ancestor(control, "w:tr")


def _row_added(review: Review, by: str = "", *, keeps: bool = False) -> Expected:
    grid, row = _row(review)
    new = deepcopy(row)
    if not keeps:
        for control in reversed(list(new.iter(q("w:sdt")))):
            unwrap_control(control)
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
            wrap_run(run, "ins", by)
    row.addnext(new)
    came = tuple(words for _, words in cells if "quokka" in words)
    return Expected(added=((str(grid.order), tuple(cells)),), inserted=came, is_quiet=True)


def _marked_row(row: Node, name: str, by: str) -> None:
    looks = row.find(q("w:trPr"))
    if looks is None:
        looks = etree.Element(q("w:trPr"))
        row.insert(0, looks)
    looks.append(make_mark(name, by))


def _says(scope: Node, words: str) -> None:
    """Replace all text."""
    first, *rest = list_paragraphs(scope) or [scope]
    for line in rest:
        line.getparent().remove(line)
    runs = [one for one in first.iter(q("w:r")) if one.find(q("w:t")) is not None]
    if first.tag != q("w:p"):
        runs = [one for one in scope.iter(q("w:r")) if one.find(q("w:t")) is not None]
    set_text(next(iter_texts(runs[0])), words)
    for run in runs[1:]:
        run.getparent().remove(run)


def _boxes(control: Node) -> list[Node]:
    return [
        one
        for one in get_content(control).iter(q("w:sdt"))
        if one.find(f"{q('w:sdtPr')}/{q('w14:checkbox')}") is not None
    ]


def _set(box: Node, *, is_on: bool, is_by_sign: bool = False) -> None:
    if not is_by_sign:
        found = box.find(f"{q('w:sdtPr')}/{q('w14:checkbox')}/{q('w14:checked')}")
        found.set(q("w14:val"), str(int(is_on)))
    set_text(next(iter_texts(box)), "☒" if is_on else "☐")
    if is_by_sign:
        unwrap_control(box)


def _ticked(review: Review, *, is_by_sign: bool) -> Expected:
    """Toggle the first check box of a multiple choice."""
    questions = review.model.pack.form.questions
    for control in review.paper.controls():
        key = Key.parse(get_tag(control))
        question = questions.get(key.question)
        if question is None or question.type is not QuestionType.MULTI:
            continue
        old = review.model.draft.get(key)
        chosen = old if isinstance(old, tuple) else ()
        boxes = _boxes(control)
        if not boxes or question.at_most is not None:
            continue
        option = get_tag(boxes[0]).partition("=")[2]
        is_on = option not in chosen
        _set(boxes[0], is_on=is_on, is_by_sign=is_by_sign)
        new = (option, *chosen) if is_on else tuple(one for one in chosen if one != option)
        return expect_answers({key: new or None})
    raise LookupError(review.model.name)
