"""What one file says: its places as answers, rows, comments and things for the tray."""

from dataclasses import replace
from datetime import UTC, date, datetime
from types import MappingProxyType

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.draft.review_state import Why
from erasmus_desk.review_import import importer
from erasmus_desk.review_import.docx_reader.document import By, Comment, Fate, Line, Returned, Span
from erasmus_desk.review_import.importer import Home
from erasmus_desk.review_import.interpretation import File
from erasmus_desk.review_import.matching.matcher import Found, How, Loose, Placed, RowCame, RowWent
from erasmus_desk.review_import.result import HomeComing, RowAdded, RowRemoved, Verdict
from erasmus_desk.round_trip.record import Grid, Piece, Role, Sent
from tests.core.complete import put
from tests.core.desk_process import ROOT, whole

LIBRARY = Library((ROOT / "resources" / "calls",))
PACK = LIBRARY.pack("ka2-2017")
NOW = datetime(2017, 3, 1, 9, 30, tzinfo=UTC)
SUM, ORGS = Key("sum.text"), Key("organisations")
ANA = By("Ana", NOW)


@pytest.fixture
def draft() -> Draft:
    return whole(sum_text="We teach boards.")


def home(draft: Draft) -> Home:
    return Home(draft, PACK, lambda language: LIBRARY.texts(PACK.id, language))


def record(draft: Draft, *pieces: Piece, **values: Value) -> Sent:
    shown = {Key(name.replace("_", ".")): value for name, value in values.items()}
    items = draft.items("organisations")
    grid = Grid(0, ORGS, items, ("org.name_lat", "org.city", ""))
    answers = dict(draft.answers) | shown
    text = Piece(Role.ANSWER, draft.text("sum.text"), SUM)
    return Sent(
        draft.id,
        "state",
        PACK.id,
        "clean",
        "en",
        (text, *pieces),
        (grid,),
        MappingProxyType(answers),
    )


def lines(*texts: str) -> tuple[Line, ...]:
    return tuple(Line((Span(text),)) for text in texts)


def found(key: Key, *texts: str) -> Found:
    return Found(key, lines(*texts), is_empty=not any(texts), by=None, how=How.CONTROL)


def came_home(
    draft: Draft, placed: Placed, *, sent: Sent | None = None, pictures: int = 0
) -> HomeComing:
    returned = Returned("r.docx", "digest", (), (), saved_by="Ana", saved_at=NOW, pictures=pictures)
    file = File(returned, sent or record(draft), placed)
    return importer.outcome([file], home(draft))


def test_a_changed_answer_is_proposed_in_the_name_of_who_saved_the_file(draft: Draft) -> None:
    (one,) = came_home(draft, Placed((found(SUM, "We teach."),))).answers
    assert (one.verdict, one.merged) == (Verdict.PROPOSED, "We teach.")
    assert one.theirs[0].by == ANA
    assert (one.theirs[0].was, one.theirs[0].words) == ("We teach boards.", "We teach.")


def test_tracked_changes_are_shown_as_they_were_made(draft: Draft) -> None:
    gone = Span("boards", Fate.DELETED, By("Bo", NOW))
    place = Found(SUM, (Line((Span("We teach "), gone)),), False, By("Bo", NOW), How.CONTROL)
    (one,) = came_home(draft, Placed((place,))).answers
    assert [(span.text, span.fate) for span in one.theirs[0].spans] == [
        ("We teach ", Fate.KEPT),
        ("boards", Fate.DELETED),
    ]
    assert one.theirs[0].by.author == "Bo"


def test_an_answer_gone_from_its_label_is_proposed_to_go(draft: Draft) -> None:
    (one,) = came_home(draft, Placed((), missing=(SUM,), labelled=frozenset({SUM}))).answers
    assert (one.verdict, one.merged, one.can_merge) == (Verdict.PROPOSED, None, True)


def test_answers_gone_with_their_labels_are_one_thing_to_look_at(draft: Draft) -> None:
    title = Key("prj.title")
    sent = record(draft, Piece(Role.ANSWER, "Small boards", title))
    placed = Placed((), missing=(SUM, title))
    coming = came_home(draft, placed, sent=sent)
    assert coming.answers == ()
    (waiting,) = coming.tray
    assert (waiting.why, waiting.text) == (Why.UNDECIDED, "")
    assert waiting.was == "We teach boards.\nSmall boards"


def test_a_part_sent_back_without_a_record_takes_nothing_out(draft: Draft) -> None:
    returned = Returned("r.docx", "digest", (), ())
    file = File(returned, record(draft), Placed((), missing=(SUM,)), is_guess=True)
    coming = importer.outcome([file], home(draft))
    assert (coming.tray, coming.answers, coming.states) == ((), (), ())


def test_a_change_to_what_is_no_longer_here_lies_in_the_tray(draft: Draft) -> None:
    for key in (Key("org.city", "gone"), Key("asked.no.more")):
        coming = came_home(draft, Placed((found(key, "Gent"),)))
        assert coming.answers == ()
        assert [(one.why, one.text, one.near) for one in coming.tray] == [
            (Why.UNPLACED, "Gent", key)
        ]


def test_words_that_are_no_value_lie_in_the_tray(draft: Draft) -> None:
    start = Key("prj.start")
    coming = came_home(draft, Placed((found(start, "when the grapes are ripe"),)))
    assert [(one.why, one.near) for one in coming.tray] == [(Why.UNREADABLE, start)]
    assert coming.answers == ()


def test_a_date_comes_home_as_a_date(draft: Draft) -> None:
    start = Key("prj.start")
    sent = record(draft, Piece(Role.ANSWER, "1 September 2017", start))
    coming = came_home(draft, Placed((found(start, "1 October 2017"),)), sent=sent)
    (one,) = coming.answers
    assert one.merged == date(2017, 10, 1)
    assert (one.theirs[0].was, one.theirs[0].words) == ("1 September 2017", "1 October 2017")


def test_loose_text_keeps_its_place_in_the_tray_and_the_same_twice_counts_twice(
    draft: Draft,
) -> None:
    loose = Loose("A line", near=SUM, by=By("Bo", NOW))
    coming = came_home(draft, Placed((), loose=(loose, loose, Loose("A heading", "Heading"))))
    assert len({one.id for one in coming.tray}) == 3
    first = coming.tray[0]
    assert (first.text, first.near, first.author) == ("A line", SUM, "Bo")
    assert (first.at, first.file) == (NOW.isoformat(), "r.docx")
    assert (
        coming.tray
        == came_home(draft, Placed((), loose=(loose, loose, Loose("A heading", "Heading")))).tray
    )


def test_pictures_and_files_inside_lie_in_the_tray(draft: Draft) -> None:
    coming = came_home(draft, Placed(()), pictures=2)
    assert [(one.why, one.text) for one in coming.tray] == [(Why.PICTURE, "+2")]


def row(draft: Draft, *cells: str, after: str = "") -> RowCame:
    grid = record(draft).grids[0]
    named = zip(grid.questions, cells, strict=False)
    return RowCame(grid, after, tuple((name, lines(text)) for name, text in named), ANA)


def test_new_rows_stand_below_each_other(draft: Draft) -> None:
    last = draft.items("organisations")[-1]
    rows = row(draft, "New", "Gent", after=last), row(draft, "Newer", "Brugge", after=last)
    first, second = came_home(draft, Placed((), rows_added=rows)).rows
    assert isinstance(first, RowAdded)
    assert isinstance(second, RowAdded)
    assert (first.after, second.after) == (last, first.item)
    assert first.values == (
        (Key("org.name_lat", first.item), "New"),
        (Key("org.city", first.item), "Gent"),
    )
    assert first.words == "New | Gent"


def test_a_cell_that_is_no_answer_lies_in_the_tray_and_an_empty_row_is_none(draft: Draft) -> None:
    rows = row(draft, "New", "Gent", "by train"), row(draft, "", " ", "")
    coming = came_home(draft, Placed((), rows_added=rows))
    assert len(coming.rows) == 1
    assert [(one.why, one.text, one.near) for one in coming.tray] == [
        (Why.UNPLACED, "by train", ORGS)
    ]


def test_a_row_that_went_is_told_with_whether_we_changed_it(draft: Draft) -> None:
    item = draft.items("organisations")[-1]
    placed = Placed((), rows_removed=(RowWent(record(draft).grids[0], item, ANA),))
    (went,) = came_home(draft, placed).rows
    assert isinstance(went, RowRemoved)
    assert not went.is_changed
    ours = put(draft, "org.city", "Gent", item)
    (went,) = came_home(ours, placed, sent=record(draft)).rows
    assert isinstance(went, RowRemoved)
    assert went.is_changed


def test_rows_in_another_order_keep_what_we_put_in_between(draft: Draft) -> None:
    first, second, *rest = draft.items("organisations")
    order = (second, first, *rest)
    placed = Placed((), orders=((ORGS, order),))
    ours = put(draft, "organisations", (first, "new", second, *rest))
    (one,) = came_home(ours, placed, sent=record(draft)).answers
    assert (one.verdict, one.merged) == (Verdict.PROPOSED, (second, "new", first, *rest))


def test_comments_come_with_their_file(draft: Draft) -> None:
    comment = Comment("1", "Bo", NOW, "Why?")
    coming = came_home(draft, Placed((), comments=((comment, SUM),)))
    (thread,) = coming.threads
    assert (thread.key, thread.notes[0].text) == (SUM, "Why?")
    assert coming.heard == {thread.id: "r.docx"}


def test_files_of_one_sending_count_once(draft: Draft) -> None:
    files = [
        File(Returned(f"{name}.docx", name, (), ()), record(draft), Placed(()))
        for name in ("a", "b")
    ]
    coming = importer.outcome(files, home(draft))
    assert (coming.states, coming.files) == (("state",), ("a.docx", "b.docx"))
    assert coming == importer.outcome([replace(file) for file in files], home(draft))
