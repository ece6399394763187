"""Whatever happens to a file, no word of it is lost and no deletion goes unseen."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.docx_reader.document import Paragraph, Revision, Run
from erasmus_desk.review_import.matching.matcher import match_document
from erasmus_desk.round_trip.record import (
    BlockRole,
    CellPosition,
    RecordBlock,
    RecordTable,
    SentRecord,
)
from tests.core.review_import.papers import (
    ANNA,
    check_nothing_is_lost,
    get_changed,
    list_sent,
    make_answer,
    make_document,
    make_fixed,
    make_paragraph,
    make_record,
)
from tests.shares import drawn_share

_WORDS = st.lists(
    st.sampled_from(("river", "school", "water", "spring", "pupils", "maps", "teachers", "year")),
    min_size=1,
    max_size=9,
).map(" ".join)
_TEXTS = st.lists(_WORDS, min_size=1, max_size=3).map("\n".join)


@st.composite
def papers(draw: st.DrawFn) -> SentRecord:
    """A document with headings, questions, numbered titles, and tables of both kinds."""
    blocks: list[RecordBlock] = []
    record_tables: list[RecordTable] = []
    table_count = 0
    for part in range(draw(st.integers(1, 4))):
        blocks.append(make_fixed(f"{part}. {draw(_WORDS)}", f"q{part}.0", 1))
        for at in range(draw(st.integers(0, 3))):
            label = draw(st.sampled_from(["Why is it?", "How is it done?"]) | _WORDS)
            blocks += [
                make_fixed(label, f"q{part}.{at}"),
                make_answer(f"q{part}.{at}", draw(_TEXTS)),
            ]
        if draw(st.booleans()):
            key = Key("title", f"t{part}")
            blocks.append(RecordBlock(BlockRole.FIXED, f"O{part}. ", key, heading=2))
            blocks.append(
                RecordBlock(
                    BlockRole.ANSWER, draw(_WORDS), key, heading=2, continues_paragraph=True
                )
            )
        if draw(st.booleans()):
            items = tuple(f"i{part}{row}" for row in range(draw(st.integers(1, 3))))
            blocks += [
                make_fixed(one, cell=CellPosition(table_count, 0, at))
                for at, one in enumerate(("A", "B"))
            ]
            for row, item in enumerate(items, start=1):
                blocks.append(
                    make_answer(f"a@{item}", draw(_WORDS), CellPosition(table_count, row, 0))
                )
                blocks.append(
                    make_answer(f"b@{item}", draw(_WORDS), CellPosition(table_count, row, 1))
                )
            record_tables.append(RecordTable(table_count, Key(f"list{part}"), items, ("a", "b")))
            table_count += 1
    return make_record(blocks, tables=record_tables)


_HANDS = st.lists(
    st.tuples(
        st.sampled_from(["cut", "type", "edit", "move", "copy", "track", "drop", "break", "free"]),
        st.integers(0, 60),
        st.integers(0, 60),
        _WORDS,
    ),
    max_size=6,
)


def handled(returned: list[Paragraph], hands: list[tuple[str, int, int, str]]) -> list[Paragraph]:  # noqa: C901 - one case for each thing that hands do
    """A document after random edits."""
    for what, place, other, words in hands:
        if not returned:
            break
        at, to = place % len(returned), other % len(returned)
        one = returned[at]
        run = one.runs[-1]
        match what:
            case "cut":
                del returned[min(at, to) : max(at, to)]
            case "type":
                returned.insert(at, make_paragraph(f"typed {words}"))
            case "edit":
                new = f"{words} {run.text[: other % 7]}"
                returned[at] = replace(one, runs=(*one.runs[:-1], replace(run, text=new)))
            case "move":
                low, high = min(at, to), max(at, to)
                returned = [*returned[high:], *returned[low:high], *returned[:low]]
            case "copy":
                returned.insert(to, one)
            case "track":
                deleted = replace(run, revision=Revision.DELETED, by=ANNA)
                new = Run(f"put {words}", Revision.INSERTED, ANNA, run.control)
                returned[at] = replace(one, runs=(*one.runs[:-1], deleted, new))
            case "drop":
                returned[at] = replace(one, runs=tuple(replace(s, control=None) for s in one.runs))
            case "break":
                returned[at] = replace(one, runs=(*one.runs, Run(f"\nbehind {words}")))
            case _:
                returned[at] = replace(one, cell=None)
    return returned


@settings(max_examples=drawn_share(250), deadline=None)
@given(papers(), _HANDS, st.booleans())
def test_no_word_is_lost_and_nothing_goes_unseen(
    sent: SentRecord, hands: list[tuple[str, int, int, str]], controls: bool
) -> None:
    returned = handled(list_sent(sent, controls=controls), hands)
    check_nothing_is_lost(sent, returned, match_document(sent, make_document(returned)))


@given(papers(), st.booleans())
def test_an_untouched_document_has_no_change(sent: SentRecord, controls: bool) -> None:
    found = match_document(sent, make_document(list_sent(sent, controls=controls)))
    assert get_changed(found) == {}
    assert not found.unmatched
    assert not found.missing
    assert not any((found.rows_added, found.rows_removed, found.row_orders))


@pytest.mark.parametrize("controls", [True, False], ids=["controls", "plain"])
def test_five_thousand_lines_are_matched_in_no_time(controls: bool) -> None:
    dice = random.Random(4)  # noqa: S311 - no secret

    def words() -> str:
        return " ".join(str(dice.randrange(400)) for _ in range(12))

    blocks: list[RecordBlock] = []
    for at in range(1700):
        blocks += [
            make_fixed(f"Question {at % 900}", f"q{at}"),
            make_answer(f"q{at}", f"{words()}\n{words()}"),
        ]
    sent = make_record(blocks)
    edited = [
        make_paragraph(words()) if dice.random() < 0.3 else one
        for one in list_sent(sent, controls=controls)
    ]
    strange = [make_paragraph(words()) for _ in range(5000)]
    for returned in (
        list_sent(sent, controls=controls),
        edited,
        edited[2500:] + edited[:2500],
        strange,
    ):
        start = time.process_time()
        match_document(sent, make_document(returned))
        assert time.process_time() - start < 4
