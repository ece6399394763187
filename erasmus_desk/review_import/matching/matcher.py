"""Which text of a file that came home belongs to which answer.

By its control; by the bookmark around it; by the words around it, which are laid side by side
with what was sent, in order and, for parts that were moved, out of it; by row and column in a
table; by its own words. What is left is loose. How, and what programs leave of our files:
docs/decisions/0019-how-answers-are-found-again.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import Why
from erasmus_desk.review_import.docx_reader.document import Comment, Returned, Story
from erasmus_desk.review_import.matching.answer_assembly import Gathering
from erasmus_desk.review_import.matching.line_alignment import Laid, laid
from erasmus_desk.review_import.matching.line_texts import plain
from erasmus_desk.review_import.matching.lines import Names, Strand, rails, shown, strands
from erasmus_desk.review_import.matching.result import (
    Found,
    How,
    Loose,
    Placed,
    RowCame,
    RowWent,
    latest,
)
from erasmus_desk.review_import.matching.tables import Tables
from erasmus_desk.review_import.matching.unmatched_lines import Gaps, Owner
from erasmus_desk.round_trip.record import Role, Sent

__all__ = ["Found", "How", "Loose", "Placed", "RowCame", "RowWent", "placed"]

_NUMBER = re.compile(r"\d+")


def placed(sent: Sent, returned: Returned) -> Placed:
    """Give each text its place; what has none is loose, and nothing is left out."""
    names = Names(sent)
    came = strands((line for line in returned.lines if line.story is Story.BODY), names)
    beside = strands((line for line in returned.lines if line.story is not Story.BODY), names)
    lay = laid(rails(sent), came)
    tables = Tables(lay, sent)
    tables.skipped.update(_printed(lay, sent))
    owners = Gaps(lay, tables.done, tables.apart, tables.skipped).settled()
    gathered = Gathering(lay, owners, tables.skipped)
    pieces = shown(sent)
    found = tuple(gathered.found(pieces))
    there = {one.key for one in found}
    spent = {owner.rail for owner in owners.values() if owner.rail is not None}
    return Placed(
        found=found,
        loose=(
            *_joined(gathered.loose),
            *_deleted(lay, spent | tables.excused),
            *_around(beside, sent),
        ),
        rows_added=tuple(tables.came),
        rows_removed=tuple(tables.went),
        comments=tuple(_comments(returned, came, _places(lay, owners, gathered.owners()))),
        missing=tuple(
            key
            for key, its in pieces.items()
            if key not in there and not all(piece.missing for piece in its)
        ),
        labelled=frozenset(_labelled(lay)),
        orders=tuple(tables.orders),
    )


def _printed(lay: Laid, sent: Sent) -> Iterator[int]:
    """Give the lines with what is only read aloud of tables: pandoc prints it above them."""
    known = {plain(piece.text) for piece in sent.pieces if piece.role is Role.ALOUD}
    aloud = {text.replace(" ", "") for text in known}
    for strand in lay.strands:
        is_untouched = strand.text == strand.was and strand.number not in lay.on
        if is_untouched and strand.key is None and strand.text.replace(" ", "") in aloud:
            yield strand.number


def _joined(loose: Sequence[tuple[int, Loose]]) -> Iterator[Loose]:
    """Give loose text; lines that follow each other are one thing to look at."""
    open_one: Loose | None = None
    last = -1
    for number, one in loose:
        is_more = (
            open_one is not None
            and number - last <= 1
            and (open_one.why, open_one.near, open_one.by) == (one.why, one.near, one.by)
            and one.why is Why.UNPLACED
        )
        if is_more and open_one is not None:
            open_one = replace(open_one, text=f"{open_one.text}\n{one.text}")
        else:
            if open_one is not None:
                yield open_one
            open_one = one
        last = number
    if open_one is not None:
        yield open_one


def _deleted(lay: Laid, spent: set[int]) -> Iterator[Loose]:
    """Give the fixed words that are gone; those that follow each other are one thing."""
    run: list[str] = []
    near: Key | None = None
    for number, rail in enumerate(lay.rails):
        texts = [part.text for part in rail.parts if part.key is None]
        is_there = not lay.is_free(number) or number in spent
        if run and is_there:
            yield Loose("", "\n".join(run), near, why=Why.FIXED)
            run = []
        if is_there or rail.role is Role.CONTENTS or not texts:
            continue
        near = near if run else rail.key or rail.leads
        run.append(" ".join(texts))
    if run:
        yield Loose("", "\n".join(run), near, why=Why.FIXED)


def _around(beside: Sequence[Strand], sent: Sent) -> Iterator[Loose]:
    """Give what stands in notes, boxes and the edges of pages, and was not sent there.

    Edges stand in several parts of a file, and programs count pages in them.
    """
    known = {_uncounted(piece.text) for piece in sent.pieces if piece.role is Role.EDGE}
    for strand in beside:
        is_edge = strand.line.story in {Story.HEADER, Story.FOOTER}
        form = _uncounted(strand.text)
        if strand.text and not (is_edge and form in known):
            yield Loose(strand.said.strip(), "", None, latest(strand.spans))
            if is_edge:
                known.add(form)


def _uncounted(text: str) -> str:
    return _NUMBER.sub("#", plain(text))


def _labelled(lay: Laid) -> Iterator[Key]:
    """Give the answers whose labels are there; for one without a label it is the heading."""
    labels: dict[Key, list[tuple[bool, int]]] = {}
    for number, rail in enumerate(lay.rails):
        if rail.leads and rail.role is Role.FIXED:
            labels.setdefault(rail.leads, []).append((rail.heading > 0, number))
    for key, its in labels.items():
        closest = [number for is_heading, number in its if not is_heading]
        if any(not lay.is_free(one) for one in closest or [number for _, number in its]):
            yield key


def _places(lay: Laid, owners: Mapping[int, Owner], answers: Mapping[int, Key]) -> dict[int, Key]:
    """Give for each line the answer that a comment on it is about."""
    found: dict[int, Key] = {}
    last: Key | None = None
    for strand in lay.strands:
        rails_of = [lay.rails[at] for at in lay.on.get(strand.number, ())]
        owner = owners.get(strand.number)
        near = next((rail.key or rail.leads for rail in rails_of if rail.key or rail.leads), None)
        last = (
            strand.key
            or answers.get(strand.number)
            or near
            or (owner.key or owner.near if owner else None)
            or last
        )
        if last is not None:
            found[strand.number] = last
    return found


def _comments(
    returned: Returned, came: Sequence[Strand], places: Mapping[int, Key]
) -> Iterator[tuple[Comment, Key | None]]:
    """Give the comments, each at the answer that most of its words are of."""
    votes: dict[str, Counter[Key]] = {}
    for strand in came:
        for span, key in zip(strand.spans, strand.keys, strict=True):
            at = key or places.get(strand.number)
            for name in span.comments:
                if at is None:
                    continue
                votes.setdefault(name, Counter())[at] += 1 + len(span.text.strip())
    parents = {one.id: one.parent for one in returned.comments}
    for comment in returned.comments:
        name, seen = comment.id, set[str]()
        while name not in votes and parents.get(name) and name not in seen:
            seen.add(name)
            name = parents[name]
        top = votes[name].most_common(1) if name in votes else []
        yield comment, top[0][0] if top else None
