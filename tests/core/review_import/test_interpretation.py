"""Matched text becomes answers, rows, comments and unresolved items."""

from datetime import UTC, date, datetime
from types import MappingProxyType

import pytest
from msgspec.structs import replace

from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.draft.review_state import UnresolvedReason
from erasmus_desk.review_import import importer
from erasmus_desk.review_import.docx_reader.document import (
    Paragraph,
    ReturnedDocument,
    Revision,
    RevisionAuthor,
    Run,
    WordComment,
)
from erasmus_desk.review_import.importer import ImportContext
from erasmus_desk.review_import.interpretation import MatchedFile
from erasmus_desk.review_import.matching.result import (
    AddedTableRow,
    DocumentMatches,
    MatchBasis,
    MatchedAnswer,
    RemovedTableRow,
    UnmatchedText,
)
from erasmus_desk.review_import.result import ImportResult, MergeStatus, RowAdded, RowRemoved
from erasmus_desk.round_trip.record import BlockRole, RecordBlock, RecordTable, SentRecord
from tests.core.complete import put_answer
from tests.core.desk_process import ROOT, make_draft_with

LIBRARY = Library((ROOT / "resources" / "calls",))
PACK = LIBRARY.load_pack("ka2-2017")
NOW = datetime(2017, 3, 1, 9, 30, tzinfo=UTC)
SUM, ORGS = Key("sum.text"), Key("organisations")
ANA = RevisionAuthor("Ana", NOW)


@pytest.fixture
def draft() -> Draft:
    return make_draft_with(sum_text="We teach boards.")


def make_context(draft: Draft) -> ImportContext:
    return ImportContext(draft, PACK, lambda language: LIBRARY.load_texts(PACK.id, language))


def make_record(draft: Draft, *blocks: RecordBlock, **values: Value) -> SentRecord:
    sent_values = {Key(name.replace("_", ".")): value for name, value in values.items()}
    items = draft.items("organisations")
    table = RecordTable(0, ORGS, items, ("org.name_lat", "org.city", ""))
    answers = dict(draft.answers) | sent_values
    text = RecordBlock(BlockRole.ANSWER, draft.text("sum.text"), SUM)
    return SentRecord(
        draft.id,
        "state",
        PACK.id,
        "clean",
        "en",
        (text, *blocks),
        (table,),
        MappingProxyType(answers),
    )


def make_paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Run(text),)) for text in texts)


def make_answer(key: Key, *texts: str) -> MatchedAnswer:
    return MatchedAnswer(
        key, make_paragraphs(*texts), is_empty=not any(texts), by=None, basis=MatchBasis.CONTROL
    )


def import_matches(
    draft: Draft, matches: DocumentMatches, *, sent: SentRecord | None = None, pictures: int = 0
) -> ImportResult:
    document = ReturnedDocument(
        "r.docx", "digest", (), (), saved_by="Ana", saved_at=NOW, picture_count=pictures
    )
    file = MatchedFile(document, sent or make_record(draft), matches)
    return importer.build_result([file], make_context(draft))


def test_a_changed_answer_is_proposed_in_the_name_of_who_saved_the_file(draft: Draft) -> None:
    (one,) = import_matches(draft, DocumentMatches((make_answer(SUM, "We teach."),))).answers
    assert (one.status, one.merged) == (MergeStatus.PROPOSED, "We teach.")
    assert one.theirs[0].by == ANA
    assert (one.theirs[0].sent_text, one.theirs[0].text) == ("We teach boards.", "We teach.")


def test_tracked_changes_are_shown_as_they_were_made(draft: Draft) -> None:
    gone = Run("boards", Revision.DELETED, RevisionAuthor("Bo", NOW))
    place = MatchedAnswer(
        SUM,
        (Paragraph((Run("We teach "), gone)),),
        False,
        RevisionAuthor("Bo", NOW),
        MatchBasis.CONTROL,
    )
    (one,) = import_matches(draft, DocumentMatches((place,))).answers
    assert [(run.text, run.revision) for run in one.theirs[0].runs] == [
        ("We teach ", Revision.UNCHANGED),
        ("boards", Revision.DELETED),
    ]
    assert one.theirs[0].by.name == "Bo"


def test_an_answer_gone_from_its_label_is_proposed_to_go(draft: Draft) -> None:
    (one,) = import_matches(
        draft, DocumentMatches((), missing=(SUM,), labelled=frozenset({SUM}))
    ).answers
    assert (one.status, one.merged, one.can_merge) == (MergeStatus.PROPOSED, None, True)


def test_answers_deleted_with_their_labels_are_one_unresolved_item(draft: Draft) -> None:
    title = Key("prj.title")
    sent = make_record(draft, RecordBlock(BlockRole.ANSWER, "Small boards", title))
    matches = DocumentMatches((), missing=(SUM, title))
    result = import_matches(draft, matches, sent=sent)
    assert result.answers == ()
    (item,) = result.unresolved
    assert (item.reason, item.text) == (UnresolvedReason.UNDECIDED, "")
    assert item.original == "We teach boards.\nSmall boards"


def test_a_part_returned_without_a_record_deletes_nothing(draft: Draft) -> None:
    returned = ReturnedDocument("r.docx", "digest", (), ())
    file = MatchedFile(
        returned, make_record(draft), DocumentMatches((), missing=(SUM,)), is_guess=True
    )
    result = importer.build_result([file], make_context(draft))
    assert (result.unresolved, result.answers, result.returned_states) == ((), (), ())


def test_a_change_to_a_deleted_item_is_unresolved(draft: Draft) -> None:
    for key in (Key("org.city", "gone"), Key("asked.no.more")):
        result = import_matches(draft, DocumentMatches((make_answer(key, "Gent"),)))
        assert result.answers == ()
        assert [(one.reason, one.text, one.near) for one in result.unresolved] == [
            (UnresolvedReason.UNPLACED, "Gent", key)
        ]


def test_text_that_is_no_value_is_unresolved(draft: Draft) -> None:
    start = Key("prj.start")
    result = import_matches(
        draft, DocumentMatches((make_answer(start, "when the grapes are ripe"),))
    )
    assert [(one.reason, one.near) for one in result.unresolved] == [
        (UnresolvedReason.UNREADABLE, start)
    ]
    assert result.answers == ()


def test_a_date_is_imported_as_a_date(draft: Draft) -> None:
    start = Key("prj.start")
    sent = make_record(draft, RecordBlock(BlockRole.ANSWER, "1 September 2017", start))
    result = import_matches(
        draft, DocumentMatches((make_answer(start, "1 October 2017"),)), sent=sent
    )
    (one,) = result.answers
    assert one.merged == date(2017, 10, 1)
    assert (one.theirs[0].sent_text, one.theirs[0].text) == ("1 September 2017", "1 October 2017")


def test_unmatched_text_is_unresolved_and_equal_texts_count_twice(
    draft: Draft,
) -> None:
    unmatched_text = UnmatchedText("A line", near=SUM, by=RevisionAuthor("Bo", NOW))
    result = import_matches(
        draft,
        DocumentMatches(
            (), unmatched=(unmatched_text, unmatched_text, UnmatchedText("A heading", "Heading"))
        ),
    )
    assert len({one.id for one in result.unresolved}) == 3
    first = result.unresolved[0]
    assert (first.text, first.near, first.author) == ("A line", SUM, "Bo")
    assert (first.at, first.file) == (NOW.isoformat(), "r.docx")
    assert (
        result.unresolved
        == import_matches(
            draft,
            DocumentMatches(
                (),
                unmatched=(unmatched_text, unmatched_text, UnmatchedText("A heading", "Heading")),
            ),
        ).unresolved
    )


def test_pictures_and_embedded_files_are_unresolved(draft: Draft) -> None:
    result = import_matches(draft, DocumentMatches(()), pictures=2)
    assert [(one.reason, one.text) for one in result.unresolved] == [
        (UnresolvedReason.PICTURE, "+2")
    ]


def make_row(draft: Draft, *cells: str, after: str = "") -> AddedTableRow:
    table = make_record(draft).tables[0]
    named = zip(table.questions, cells, strict=False)
    return AddedTableRow(
        table, after, tuple((name, make_paragraphs(text)) for name, text in named), ANA
    )


def test_new_rows_stand_below_each_other(draft: Draft) -> None:
    last = draft.items("organisations")[-1]
    rows = (
        make_row(draft, "New", "Gent", after=last),
        make_row(draft, "Newer", "Brugge", after=last),
    )
    first, second = import_matches(draft, DocumentMatches((), rows_added=rows)).rows
    assert isinstance(first, RowAdded)
    assert isinstance(second, RowAdded)
    assert (first.after, second.after) == (last, first.item)
    assert first.values == (
        (Key("org.name_lat", first.item), "New"),
        (Key("org.city", first.item), "Gent"),
    )
    assert first.text == "New | Gent"


def test_a_cell_without_an_answer_is_unresolved_and_an_empty_row_is_ignored(draft: Draft) -> None:
    rows = make_row(draft, "New", "Gent", "by train"), make_row(draft, "", " ", "")
    result = import_matches(draft, DocumentMatches((), rows_added=rows))
    assert len(result.rows) == 1
    assert [(one.reason, one.text, one.near) for one in result.unresolved] == [
        (UnresolvedReason.UNPLACED, "by train", ORGS)
    ]


def test_a_removed_row_says_whether_it_was_changed_here(draft: Draft) -> None:
    item = draft.items("organisations")[-1]
    matches = DocumentMatches(
        (), rows_removed=(RemovedTableRow(make_record(draft).tables[0], item, ANA),)
    )
    (removed,) = import_matches(draft, matches).rows
    assert isinstance(removed, RowRemoved)
    assert not removed.is_changed
    ours = put_answer(draft, "org.city", "Gent", item)
    (removed,) = import_matches(ours, matches, sent=make_record(draft)).rows
    assert isinstance(removed, RowRemoved)
    assert removed.is_changed


def test_rows_in_another_order_keep_rows_added_here(draft: Draft) -> None:
    first, second, *rest = draft.items("organisations")
    order = (second, first, *rest)
    matches = DocumentMatches((), row_orders=((ORGS, order),))
    ours = put_answer(draft, "organisations", (first, "new", second, *rest))
    (one,) = import_matches(ours, matches, sent=make_record(draft)).answers
    assert (one.status, one.merged) == (MergeStatus.PROPOSED, (second, "new", first, *rest))


def test_comments_come_with_their_file(draft: Draft) -> None:
    comment = WordComment("1", "Bo", NOW, "Why?")
    result = import_matches(draft, DocumentMatches((), comments=((comment, SUM),)))
    (thread,) = result.threads
    assert (thread.key, thread.comments[0].text) == (SUM, "Why?")
    assert result.thread_files == {thread.id: "r.docx"}


def test_files_of_one_copy_count_once(draft: Draft) -> None:
    files = [
        MatchedFile(
            ReturnedDocument(f"{name}.docx", name, (), ()), make_record(draft), DocumentMatches(())
        )
        for name in ("a", "b")
    ]
    result = importer.build_result(files, make_context(draft))
    assert (result.returned_states, result.files) == (("state",), ("a.docx", "b.docx"))
    assert result == importer.build_result([replace(file) for file in files], make_context(draft))
