"""Import of returned files, each by its record, into one result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft import origins
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.visibility import visible_questions
from erasmus_desk.errors import ReturnedError
from erasmus_desk.review_import import (
    comment_threads,
    joined_files,
    merge,
    recognition,
    row_changes,
)
from erasmus_desk.review_import.answer_parsing import ParsingContext
from erasmus_desk.review_import.docx_reader import package, reader
from erasmus_desk.review_import.docx_reader.document import ReturnedDocument
from erasmus_desk.review_import.interpretation import MatchedFile, interpret_file
from erasmus_desk.review_import.joined_files import JoinedCopy
from erasmus_desk.review_import.matching.line_texts import normalize
from erasmus_desk.review_import.matching.matcher import match_document
from erasmus_desk.review_import.result import AnswerMerge, ImportResult, MergeStatus
from erasmus_desk.round_trip.record import BlockRole, SentRecord, make_answer_tag

MIN_RECORD_SIMILARITY = 0.3
"""Share of a record that a file must contain to be the one it was sent with."""

RecordSource = Callable[[], Iterable[SentRecord]]
"""Loads or builds records; called only for a file that has lost its own."""


def _no_records() -> Iterable[SentRecord]:
    return ()


def _no_partner_records(_partner: str, _language: str) -> Iterable[SentRecord]:
    return ()


class ImportContext(Struct, frozen=True):
    """The draft that files are imported into.

    `texts` returns the texts of the call in a language. `stored_records` are the records of this
    draft on this machine, the newest first, `current_records` those of its present state: against
    one of these every difference is a proposal. `partner_records` are those of the file for an
    organisation in a language, for copies that were joined to another file.
    """

    draft: Draft
    pack: Pack
    texts: Callable[[str], Texts]
    stored_records: RecordSource = _no_records
    current_records: RecordSource = _no_records
    partner_records: Callable[[str, str], Iterable[SentRecord]] = _no_partner_records


def import_files(paths: Iterable[Path], context: ImportContext) -> ImportResult:
    """Read and interpret returned files. Raises ReturnedError as `open_files` does."""
    return build_result(open_files(paths, context), context)


def read_draft_id(path: Path) -> str:
    """Return the id of the draft a file was made from, empty if unknown. Raises ReturnedError."""
    return recognition.find_draft_id(reader.read_document(package.read_file(path), path.name))


def open_files(paths: Iterable[Path], context: ImportContext) -> tuple[MatchedFile, ...]:
    """Read returned files and match their text, regardless of the answers in the draft.

    Raises ReturnedError with the path of the file; its code is `foreign` for a file of another
    draft, `stranger` for one with nothing of this draft, `lost` for one without a record if none
    can replace it.
    """
    found: dict[str, tuple[MatchedFile, ...]] = {}
    for path in sorted(paths, key=lambda path: (path.name, path)):
        try:
            document = reader.read_document(package.read_file(path), path.name)
            if document.digest not in found:
                found[document.digest] = tuple(_match_file(document, context))
        except ReturnedError as problem:
            problem.facts.setdefault("path", str(path))
            raise
    # Sorted by content, so that the order of the paths does not matter.
    return tuple(file for digest in sorted(found) for file in found[digest])


def build_result(files: Iterable[MatchedFile], context: ImportContext) -> ImportResult:
    """Return what the files change in the draft."""
    matched = list(files)
    interpreted = [interpret_file(file, _build_parsing_context(file, context)) for file in matched]
    answers = merge.merge_answers(context.draft, [one.answers for one in interpreted])
    changed = [one for one in answers.values() if one.status is not MergeStatus.UNCHANGED]
    touched = {one.key.item for one in changed if one.theirs} - {""}
    updates = comment_threads.merge_threads(context.draft, [one.comments for one in interpreted])
    return ImportResult(
        answers=_sort_answers(changed, context),
        rows=row_changes.merge_rows(context.draft, [one.rows for one in interpreted], touched),
        threads=tuple(thread for thread, _ in updates),
        unresolved=tuple({one.id: one for item in interpreted for one in item.unresolved}.values()),
        unchanged_count=len(answers) - len(changed),
        returned_states=tuple(sorted({file.sent.state for file in matched if not file.is_guess})),
        files=tuple(
            sorted({file.document.digest: file.document.name for file in matched}.values())
        ),
        thread_files={thread.id: name for thread, name in updates},
        losses=tuple(dict.fromkeys(loss for one in interpreted for loss in one.losses)),
    )


def _build_parsing_context(file: MatchedFile, context: ImportContext) -> ParsingContext:
    return ParsingContext(context.draft, context.pack, context.texts(file.sent.language))


def _match_file(document: ReturnedDocument, context: ImportContext) -> Iterator[MatchedFile]:
    """Return the copies in a file, mostly one."""
    draft_id = recognition.find_draft_id(document)
    if draft_id and draft_id not in origins.list_ids(context.draft):
        raise _build_foreign_error(document, context)
    if document.sent_record:
        yield from _match_copies(document, document.sent_record, context)
        return
    stored, current = tuple(context.stored_records()), tuple(context.current_records())
    draft, pack = context.draft, context.pack
    if not recognition.is_marked(document, draft, pack):
        found = recognition.measure_own_text(document, draft, pack, (*stored, *current))
        if found.share < recognition.MIN_SHARE and not any(
            recognition.is_sent_pack(document, one, pack) for one in stored
        ):
            raise ReturnedError("stranger")
    sent = _find_most_similar(stored, document, MIN_RECORD_SIMILARITY)
    is_guess = sent is None
    if sent is None:
        sent = _find_most_similar(current, document, 0.0)
    if sent is None:
        raise ReturnedError("lost")
    yield from _match_copies(document, sent, context, is_guess=is_guess)


def _match_copies(
    document: ReturnedDocument,
    sent: SentRecord,
    context: ImportContext,
    *,
    is_guess: bool = False,
) -> Iterator[MatchedFile]:
    """Return the copies that were joined in a file, each matched with its own record."""

    def find_records(item: str) -> Iterator[SentRecord]:
        partners = context.draft.items(context.pack.role("organisations"))
        yield from (one for one in context.stored_records() if one.partner == item)
        if item in partners:
            yield from context.partner_records(item, sent.language)
        elif not item:
            yield from context.current_records()

    for copy in joined_files.split_joined(document, sent, find_records):
        if copy.sent is sent:
            matches = copy.limit(match_document(sent, copy.document))
            yield MatchedFile(copy.document, sent, matches, is_guess)
            continue
        own = _choose_copy_record(copy, document.other_records, context)
        is_ours = copy.sent.draft in origins.list_ids(context.draft)
        record = (own or copy.sent) if is_ours else joined_files.without_answers(copy.sent)
        matches = match_document(record, copy.document)
        limited = copy.limit(matches, knows_words=own is not None)
        yield MatchedFile(copy.document, record, limited, is_guess=own is None or not is_ours)


def _choose_copy_record(
    copy: JoinedCopy, records: Iterable[SentRecord], context: ImportContext
) -> SentRecord | None:
    """Return the record that a copy was sent with, from its file or this computer, if known."""
    if any(one is copy.sent for one in records):
        return copy.sent
    if not copy.sent.state:
        return None
    stored = [one for one in context.stored_records() if one.partner == copy.sent.partner]
    return _find_most_similar(stored, copy.document, MIN_RECORD_SIMILARITY)


def _build_foreign_error(document: ReturnedDocument, context: ImportContext) -> ReturnedError:
    sent = document.sent_record
    title = sent.values.get(Key(context.pack.role("title"))) if sent else None
    if isinstance(title, str) and title:
        return ReturnedError("foreign.named", title=title)
    return ReturnedError("foreign")


def _find_most_similar(
    records: Iterable[SentRecord], document: ReturnedDocument, minimum: float
) -> SentRecord | None:
    """Return the record most similar to a file, the first of equals, if similar enough."""
    scores = [(_measure_record_similarity(one, document), one) for one in records]
    best_score = max((score for score, _ in scores), default=-1.0)
    return next((one for score, one in scores if score == best_score >= minimum), None)


def _measure_record_similarity(sent: SentRecord, document: ReturnedDocument) -> float:
    """Return the share of a record that a file contains, by controls and whole lines."""
    runs = (run for paragraph in document.paragraphs for run in paragraph.runs)
    tags = {run.control.tag for run in runs if run.control}
    texts = {normalize(paragraph.text) for paragraph in document.paragraphs}
    found = total = 0
    for block in sent.blocks:
        if block.role in {BlockRole.FIXED, BlockRole.ANSWER}:
            lines = [one for one in map(normalize, block.text.splitlines()) if one]
            total += sum(map(len, lines)) + 1
            found += sum(len(one) for one in lines if one in texts)
            found += block.key is not None and make_answer_tag(block.key) in tags
    return found / total if total else 0.0


def _sort_answers(
    answers: Iterable[AnswerMerge], context: ImportContext
) -> tuple[AnswerMerge, ...]:
    """Return answers in the form's order, hidden ones last."""
    visible = visible_questions(context.draft, context.pack)
    places = {question.key: place for place, question in enumerate(visible)}
    form = {name: place for place, name in enumerate(context.pack.form.order)}

    def order(one: AnswerMerge) -> tuple[int, int, Key]:
        key = one.key
        return places.get(key, len(places)), form.get(key.question, len(form)), key

    return tuple(sorted(answers, key=order))
