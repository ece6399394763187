"""The annex of the budget: who gets what under which head, and every line with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby

from msgspec.structs import replace

from erasmus_desk.budget.calculation import Line, told
from erasmus_desk.budget.grant import Grant
from erasmus_desk.draft.model import Key
from erasmus_desk.export.document.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Look,
    Paragraph,
    Run,
    Said,
    Table,
    Tone,
)
from erasmus_desk.export.document.budget_summary import (
    MARK,
    Budget,
    figure,
    head_name,
    note,
    party,
    sums,
    unconfirmed,
)
from erasmus_desk.export.document.context import Speech

_NOTHING = Decimal(0)
_NAME, _WHY = 44, 110
"""Shares of names and reasons at most: the letters of a line; shorter ones need less."""
_WIDE, _LEAST_NAME, _FIGURE, _TOTAL = 694, 110, 62, 72
"""In points: a wide page between its margins, a name at least, an amount, a sum of many."""


def annex(budget: Budget, speech: Speech) -> list[Block]:
    """Give the annex for a page that lies on its side, or nothing while there is no line."""
    grant = budget.grant
    if not grant.lines:
        return []
    said = speech.labels.said
    blocks: list[Block] = [
        Heading(2, "", said("budget.matrix")),
        _matrix(grant, speech),
    ]
    if grant.by_activity:
        rows = (
            (speech.item(key.question, key.item), grant.by_activity[key])
            for key in in_order(grant.by_activity, speech)
        )
        total = sum(grant.by_activity.values(), _NOTHING)
        title = said("budget.by_activity")
        blocks += [
            Heading(2, "", title),
            replace(
                sums(said("budget.activity"), rows, total, title, speech),
                look=Look.LEDGER,
                captioned=False,
            ),
        ]
    for head in _used(grant):
        blocks += _head(head, budget, speech)
    # The words behind the mark end the annex, so that no page is opened for an empty line.
    return [*blocks, note(speech) if unconfirmed(grant) else _end(speech)]


def in_order(activities: Iterable[Key], speech: Speech) -> list[Key]:
    """Put activities in the order of the timetable: by list, then as the user has them."""
    order = list(speech.pack.form.lists)

    def place(key: Key) -> tuple[int, int]:
        return order.index(key.question), speech.draft.items(key.question).index(key.item)

    return sorted(activities, key=place)


def _end(speech: Speech) -> Paragraph:
    return Paragraph(speech.labels.said("budget.end"), Tone.NOTE)


def _used(grant: Grant) -> list[str]:
    """Give the heads that have lines, in the order of the call."""
    there = {line.head for line in grant.lines}
    return [head for head in grant.by_head if head in there]


def _matrix(grant: Grant, speech: Speech) -> Table:
    """Give a row for each organisation and a column for each head that is used."""
    said = speech.labels.said
    heads = _used(grant)
    cells: dict[tuple[str, str], Decimal] = {}
    for line in grant.lines:
        place = (line.organisation, line.head)
        cells[place] = cells.get(place, _NOTHING) + line.amount
    rows = [
        (
            Cell(party(one, speech)),
            *(figure(cells.get((one, head), _NOTHING), speech) for head in heads),
            figure(amount, speech, strong=True),
        )
        for one, amount in grant.by_organisation.items()
    ]
    rows.append(
        (
            Cell(said("budget.sum"), strong=True),
            *(figure(grant.by_head[head], speech, strong=True) for head in heads),
            figure(grant.total, speech, strong=True),
        )
    )
    names = [head_name(head, speech) for head in heads]
    left = _WIDE - _FIGURE * len(names) - _TOTAL
    return Table(
        look=Look.LEDGER,
        title=said("budget.matrix"),
        description=said("budget.matrix.about", currency=grant.currency),
        columns=(
            Column(said("budget.organisation"), max(_LEAST_NAME, left)),
            *(Column(name, _FIGURE, Run.NUMBER, upright=True) for name in names),
            Column(said("budget.sum"), _TOTAL, Run.NUMBER),
        ),
        rows=tuple(rows),
    )


def _head(head: str, budget: Budget, speech: Speech) -> Iterator[Block]:
    """Give a head with all its lines, and the sum below them."""
    said = speech.labels.said
    name = head_name(head, speech)
    yield Heading(2, "", name)
    if not speech.is_clean:
        for part in speech.texts_of(f"head.{head}.rule"):
            yield Paragraph(part, Tone.INTRO)
    lines = [line for line in budget.grant.lines if line.head == head]
    has_activity = any(line.activity for line in lines)
    rows: list[tuple[Cell, ...]] = []
    for activity, group in groupby(lines, key=lambda line: line.activity):
        own = list(group)
        if has_activity:
            rows.append(_together(activity, sum((one.amount for one in own), _NOTHING), speech))
        rows += [_row(line, budget, speech) for line in own]
    name_share, why_share = (
        min(most, max(len(row[place].text.text) for row in rows))
        for place, most in enumerate((_NAME, _WHY))
    )
    rows.append(_sum(said("budget.sum"), budget.grant.by_head[head], speech))
    yield Table(
        look=Look.LEDGER,
        title=name,
        description=said("budget.grouped.about" if has_activity else "budget.lines.about"),
        columns=(
            Column(said("budget.where" if has_activity else "budget.organisation"), name_share),
            Column(said("budget.because"), why_share),
            Column(said("budget.amount", currency=budget.grant.currency), 14, Run.NUMBER),
            Column(said("budget.check"), 9),
        ),
        rows=tuple(rows),
    )


def _row(line: Line, budget: Budget, speech: Speech) -> tuple[Cell, ...]:
    why = Said(told(line.because, budget.sentences, speech.texts), budget.sentences.language)
    mark = "" if line.evidence.is_confirmed else MARK
    return (
        Cell(party(line.organisation, speech)),
        Cell(why),
        figure(line.amount, speech),
        Cell(Said(mark, speech.own)),
    )


def _together(activity: Key | None, amount: Decimal, speech: Speech) -> tuple[Cell, ...]:
    """Give the row that heads the lines of an activity, with what they come to together."""
    none = speech.labels.said("budget.no_activity")
    name = speech.item(activity.question, activity.item) if activity else none
    return _sum(name, amount, speech, "budget.together")


def _sum(name: Said, amount: Decimal, speech: Speech, label: str = "") -> tuple[Cell, ...]:
    nothing = Cell(Said("\u00a0", speech.own), strong=True)
    about = Cell(speech.labels.said(label), strong=True) if label else nothing
    return (Cell(name, strong=True), about, figure(amount, speech, strong=True), nothing)
