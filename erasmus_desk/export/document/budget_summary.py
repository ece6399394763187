"""The grant in the proposal: by head, by organisation, by year, what is left, what is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from erasmus_desk.budget.calculation import Gap, told
from erasmus_desk.budget.grant import Grant, Room
from erasmus_desk.call.funding import Ceiling
from erasmus_desk.draft import visibility
from erasmus_desk.export.document.blocks import (
    Block,
    Bullets,
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
from erasmus_desk.export.document.context import Speech
from erasmus_desk.i18n.messages import Sentences

MARK = "*"
"""Stands behind what was counted with a rate that has to be checked."""


class Budget(Struct, frozen=True):
    """The grant of a draft, and the sentences that tell its reasons."""

    grant: Grant
    sentences: Sentences


def summary(budget: Budget, speech: Speech) -> list[Block]:
    """Give the sums for an upright page, or nothing where the call has nothing to count."""
    grant = budget.grant
    if not speech.pack.money.rules or not grant.by_head:
        return []
    blocks: list[Block] = [
        Heading(2, "", speech.labels.said("budget.title")),
        *(Paragraph(line) for line in _limits(grant, speech)),
        *_contract(speech),
        _by_head(grant, speech),
    ]
    if unconfirmed(grant):
        blocks.append(note(speech))
    blocks.append(_by_organisation(grant, speech))
    if len(grant.by_year) > 1:
        blocks.append(_by_year(grant, speech))
    return [*blocks, *_gaps(budget, speech)]


def unconfirmed(grant: Grant) -> frozenset[str]:
    """Give the heads in which something was counted with a rate that has to be checked."""
    return frozenset(line.head for line in grant.lines if not line.evidence.is_confirmed)


def note(speech: Speech) -> Paragraph:
    """Give the words behind the mark."""
    return Paragraph(speech.labels.said("budget.mark", mark=MARK), Tone.NOTE)


def head_name(head: str, speech: Speech) -> Said:
    """Give the name of a head."""
    return speech.text(f"head.{head}.name") or Said(head, speech.own)


def party(organisation: str, speech: Speech) -> Said:
    """Give the name of an organisation; some costs are those of nobody named."""
    if not organisation:
        return speech.labels.said("budget.nobody")
    return speech.item(speech.pack.role("organisations"), organisation)


def figure(amount: Decimal, speech: Speech, *, strong: bool = False) -> Cell:
    """Give an amount for a column that says its currency."""
    return Cell(Said(speech.figure(amount), speech.labels.wanted), strong=strong)


def sums(
    head: Said, rows: Iterable[tuple[Said, Decimal]], total: Decimal, title: Said, speech: Speech
) -> Table:
    """Give a table of amounts with their shares of the whole and a row of the sum.

    Its title stands above it; under a heading that says the same, take it away.
    """
    said, tongue = speech.labels.said, speech.labels.wanted

    def share(amount: Decimal) -> Said:
        return Said(speech.share(amount / total if total else total), tongue)

    made = [(Cell(name), Cell(share(amount)), figure(amount, speech)) for name, amount in rows]
    made.append(
        (
            Cell(said("budget.sum"), strong=True),
            Cell(share(total), strong=True),
            figure(total, speech, strong=True),
        )
    )
    return Table(
        look=Look.GRID,
        title=title,
        description=said("budget.sums.about"),
        columns=(
            Column(head, 62),
            Column(said("budget.share"), 16, Run.NUMBER),
            Column(said("budget.amount", currency=speech.pack.money.currency), 22, Run.NUMBER),
        ),
        rows=tuple(made),
        captioned=True,
    )


def _by_head(grant: Grant, speech: Speech) -> Table:
    marked = unconfirmed(grant)
    rows: list[tuple[Said, Decimal]] = []
    for head, amount in grant.by_head.items():
        name = head_name(head, speech)
        shown = f"{name.text} {MARK}" if head in marked else name.text
        rows.append((Said(shown, name.language), amount))
    said = speech.labels.said
    return sums(said("budget.head"), rows, grant.total, said("budget.by_head"), speech)


def _by_organisation(grant: Grant, speech: Speech) -> Table:
    rows = [(party(one, speech), amount) for one, amount in grant.by_organisation.items()]
    said = speech.labels.said
    title = said("budget.by_organisation")
    return sums(said("budget.organisation"), rows, grant.total, title, speech)


def _by_year(grant: Grant, speech: Speech) -> Table:
    said = speech.labels.said
    rows = [
        (Said(str(year), speech.labels.wanted) if year else said("budget.undated"), amount)
        for year, amount in grant.by_year.items()
    ]
    return sums(said("budget.year"), rows, grant.total, said("budget.by_year"), speech)


def _limits(grant: Grant, speech: Speech) -> Iterator[Said]:
    """Give in words what is asked for, and for each ceiling what is left of it or over."""
    yield speech.labels.said("budget.total", amount=speech.amount(grant.total))
    rooms = [room for room in grant.rooms if room.ceiling.enforced]
    whole = [room for room in rooms if not room.ceiling.head]
    of_heads = [room for room in rooms if room.ceiling.head and room.asked]
    for room in (*whole, *of_heads):
        yield _room(room, speech)


def _contract(speech: Speech) -> Iterator[Paragraph]:
    """Give what the action says of who signs for the grant, if the call tells it."""
    found = visibility.action(speech.draft, speech.pack)
    rule = speech.text(f"action.{found.id}.contract") if found else None
    if rule:
        yield Paragraph(rule, Tone.NOTE)


def _room(room: Room, speech: Speech) -> Said:
    label = "budget.left" if room.left >= 0 else "budget.over"
    told_so = speech.labels.get(
        label,
        ceiling=_ceiling(room.ceiling, speech),
        most=speech.amount(room.most),
        left=speech.amount(abs(room.left)),
    )
    if not room.ceiling.evidence.is_confirmed:
        told_so = f"{told_so} {MARK}"
    return Said(told_so, speech.labels.language)


def _ceiling(ceiling: Ceiling, speech: Speech) -> str:
    found = speech.text(f"ceiling.{ceiling.id}.name")
    return found.text if found else ceiling.id


def _gaps(budget: Budget, speech: Speech) -> Iterator[Block]:
    """List what could not be counted: no sum holds it, so nobody may miss it."""
    if not budget.grant.gaps:
        return
    yield Heading(3, "", speech.labels.said("budget.gaps"))
    yield Paragraph(speech.labels.said("budget.gaps.about"), Tone.MISSING)
    yield Bullets(tuple(gap_words(gap, budget, speech) for gap in budget.grant.gaps))


def gap_words(gap: Gap, budget: Budget, speech: Speech) -> Said:
    """Give what could not be counted, where, and why."""
    where = [head_name(gap.head, speech).text]
    if gap.activity:
        where.append(speech.item(gap.activity.question, gap.activity.item).text)
    if gap.organisation:
        where.append(party(gap.organisation, speech).text)
    why = told(gap.because, budget.sentences, speech.texts)
    return Said(f"{', '.join(where)}: {why}", budget.sentences.language)
