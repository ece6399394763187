"""Interpretation of one returned file: values, rows, comments and unresolved items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.call.form import QuestionType
from erasmus_desk.draft.list_changes import reorder_items
from erasmus_desk.draft.model import Key, Value
from erasmus_desk.draft.review_state import UnresolvedItem, UnresolvedReason
from erasmus_desk.review_import.answer_parsing import ParsingContext, Unreadable, parse_answer
from erasmus_desk.review_import.comment_threads import FileComments
from erasmus_desk.review_import.decisions import build_unresolved_item, format_time
from erasmus_desk.review_import.docx_reader.document import (
    Paragraph,
    ReturnedDocument,
    RevisionAuthor,
    Run,
    join_paragraphs,
)
from erasmus_desk.review_import.lost_formats import find_losses, join_rows
from erasmus_desk.review_import.matching.result import (
    AddedTableRow,
    DocumentMatches,
    MatchBasis,
    MatchedAnswer,
    RemovedTableRow,
    UnmatchedText,
)
from erasmus_desk.review_import.merge import FileAnswers
from erasmus_desk.review_import.result import FormatLoss, ProposedAnswer
from erasmus_desk.review_import.row_changes import FileRows, MissingRow, NewRow
from erasmus_desk.review_import.stable_ids import IdGenerator
from erasmus_desk.round_trip.record import BlockRole, SentRecord

MIN_ANSWERS_SHARE = 0.5
"""Share of the answers that a copy of the proposal must have if it has lost its record."""


class MatchedFile(Struct, frozen=True):
    """A file with its record. `is_guess`: that of the draft as it is now, or of a copy in it."""

    document: ReturnedDocument
    sent: SentRecord
    matches: DocumentMatches
    is_guess: bool = False


class FileInterpretation(Struct, frozen=True):
    """All that a file contains."""

    answers: FileAnswers
    rows: FileRows
    comments: FileComments
    unresolved: tuple[UnresolvedItem, ...]
    losses: tuple[FormatLoss, ...] = ()


def interpret_file(file: MatchedFile, context: ParsingContext) -> FileInterpretation:
    """Interpret a file; what is neither value nor row becomes an unresolved item."""
    return _FileInterpreter(file, context).interpret()


class _FileInterpreter:
    """Interpreter for one file."""

    def __init__(self, file: MatchedFile, context: ParsingContext) -> None:
        self._file, self._context = file, context
        self._matches, self._name = file.matches, file.document.name
        self._questions = context.pack.form.questions
        self._item_ids = _collect_items(context)
        self._sent_texts = _collect_sent_texts(file.sent)
        self._is_excerpt = _is_excerpt(file, self._sent_texts)
        self._is_unknown = file.is_guess and not _is_of_now(file, context)
        self._unresolved: list[UnresolvedItem] = []
        self._losses: list[FormatLoss] = []
        self._default_author = RevisionAuthor(file.document.saved_by, file.document.saved_at)

    def interpret(self) -> FileInterpretation:
        """Return the interpretation."""
        matches, name, sent = self._matches, self._name, self._read_sent_values()
        answers = [*self._parse_answers(), *self._propose_deletions(), *self._propose_orders()]
        removed = tuple(self._build_missing_row(row) for row in matches.rows_removed)
        added = tuple(one for row in matches.rows_added for one in self._build_new_rows(row))
        unmatched = (*self._list_unmatched(), *self._list_embedded())
        self._unresolved += (self._build_unmatched_item(one) for one in unmatched)
        return FileInterpretation(
            FileAnswers(sent, tuple(answers)),
            FileRows(name, sent, added, removed),
            FileComments(name, matches.comments),
            tuple(_assign_ids(self._unresolved)),
            tuple(self._losses),
        )

    def _read_sent_values(self) -> Mapping[Key, Value]:
        """Return the sent answers, with the sent orders of rows."""
        orders = {key: sent_order for key, sent_order, _ in self._find_changed_orders()}
        return {**self._file.sent.values, **orders}

    def _parse_answers(self) -> Iterator[tuple[Key, ProposedAnswer]]:
        for matched in self._matches.answers:
            answer, tables = matched, tuple[str, ...]()
            if self._is_text(matched.key):
                answer, tables = join_rows(matched)
            question = self._questions.get(answer.key.question)
            if question is None or not self._has_item(answer.key):
                # The partner, activity or question no longer exists.
                if answer.is_changed:
                    text = join_paragraphs(answer.paragraphs)
                    self._add_unresolved(answer, UnresolvedReason.UNPLACED, text)
                continue
            value = parse_answer(answer, self._file.sent, question, self._context)
            if isinstance(value, Unreadable):
                self._add_unresolved(answer, UnresolvedReason.UNREADABLE, value.text)
            else:
                self._losses += find_losses(answer, tables, self._name)
                yield answer.key, self._propose_answer(answer, value)

    def _propose_answer(self, answer: MatchedAnswer, value: Value | None) -> ProposedAnswer:
        if isinstance(value, str) and self._is_text(answer.key):
            text = value
        else:
            text = "" if answer.is_empty else join_paragraphs(answer.paragraphs)
        return ProposedAnswer(
            value,
            answer.by or self._default_author,
            self._name,
            _collect_tracked_runs(answer.paragraphs),
            text,
            self._sent_texts.get(answer.key, ""),
            is_guess=self._is_unknown or answer.basis >= MatchBasis.CONTEXT,
        )

    def _propose_deletions(self) -> Iterator[tuple[Key, ProposedAnswer]]:
        """Return the answers deleted below their labels; those deleted with them are unresolved."""
        removed = {row.item for row in self._matches.rows_removed}
        deleted: list[Key] = []
        for key in () if self._is_excerpt else self._matches.missing:
            if key in self._sent_texts and key.item not in removed and self._has_item(key):
                if key in self._matches.labelled:
                    yield key, self._propose_deletion(self._sent_texts[key])
                else:
                    deleted.append(key)
        # Only part of the document was returned, or a part was deleted: one item to check. With a
        # guessed record it is not known what was there.
        if deleted and not self._file.is_guess:
            proposal = self._propose_deletion("\n".join(self._sent_texts[key] for key in deleted))
            self._unresolved.append(build_unresolved_item(deleted[0], proposal))

    def _propose_deletion(self, sent_text: str) -> ProposedAnswer:
        is_guess = self._is_unknown or not self._matches.is_marked
        return ProposedAnswer(
            None, self._default_author, self._name, sent_text=sent_text, is_guess=is_guess
        )

    def _propose_orders(self) -> Iterator[tuple[Key, ProposedAnswer]]:
        for key, _, now in self._find_changed_orders():
            is_guess = self._is_unknown or key in self._matches.guessed_orders
            yield key, ProposedAnswer(now, self._default_author, self._name, is_guess=is_guess)

    def _find_changed_orders(self) -> Iterator[tuple[Key, tuple[str, ...], tuple[str, ...]]]:
        """Return each changed order, before and after, with all items of the draft.

        Moved items share the positions that they have here; the others stay.
        """
        draft, matches = self._context.draft, self._matches
        sent = {table.order: table.items for table in self._file.sent.tables}
        for key, items in matches.row_orders:
            mine = draft.items(key.question, key.item)
            was = [one for one in sent.get(key, ()) if one in mine and one in items]
            now = [one for one in items if one in was]
            if was != now:
                yield key, reorder_items(mine, was), reorder_items(mine, now)

    def _build_new_rows(self, row: AddedTableRow) -> Iterator[NewRow]:
        if not self._has_item(row.table.order):
            # The item that the table belongs to no longer exists.
            text = join_paragraphs(paragraph for _, cell in row.cells for paragraph in cell)
            unmatched = UnmatchedText(text, near=row.table.order, by=row.by)
            self._unresolved.append(self._build_unmatched_item(unmatched))
            return
        cells: list[tuple[str, Value]] = []
        texts: list[str] = []
        for name, paragraphs in row.cells:
            text = join_paragraphs(paragraphs)
            if not text.strip():
                continue
            question = self._questions.get(name)
            answer = MatchedAnswer(
                Key(name), paragraphs, is_empty=False, by=row.by, basis=MatchBasis.CONTEXT
            )
            value: Value | Unreadable | None = Unreadable(text)
            if question is not None:
                value = parse_answer(answer, self._file.sent, question, self._context)
            if isinstance(value, Unreadable):
                reason = UnresolvedReason.UNREADABLE if question else UnresolvedReason.UNPLACED
                self._add_unresolved(answer, reason, value.text, row.table.order)
            elif value is not None:
                cells.append((name, value))
                texts.append(text)
        if cells:
            by, row_text = row.by or self._default_author, " | ".join(texts)
            order, items, values = row.table.order, row.table.items, tuple(cells)
            is_guess = self._is_unknown or row.is_guess
            yield NewRow(order, items, row.after, values, by, row_text, is_guess)

    def _add_unresolved(
        self, answer: MatchedAnswer, reason: UnresolvedReason, text: str, near: Key | None = None
    ) -> None:
        """Add an unresolved item for an answer."""
        sent_text = self._sent_texts.get(answer.key, "")
        unmatched = UnmatchedText(text, sent_text, near or answer.key, answer.by, reason)
        self._unresolved.append(self._build_unmatched_item(unmatched))

    def _build_unmatched_item(self, one: UnmatchedText) -> UnresolvedItem:
        by = one.by or self._default_author
        origin = by.name, format_time(by), self._name
        return UnresolvedItem("", one.reason, one.text, one.sent_text, one.near, *origin)

    def _build_missing_row(self, row: RemovedTableRow) -> MissingRow:
        texts = [text for key, text in self._sent_texts.items() if key.item == row.item]
        by = row.by or self._default_author
        is_guess = self._is_unknown or row.is_guess
        return MissingRow(row.table.order, row.item, by, " | ".join(texts), is_guess)

    def _list_unmatched(self) -> Sequence[UnmatchedText]:
        """Return the unmatched text; as one text if most of the file is somebody else's."""
        unmatched = self._matches.unmatched
        if not self._is_excerpt:
            return unmatched
        texts = [one.text for one in unmatched if one.text]
        return [UnmatchedText("\n".join(texts))] if texts else []

    def _list_embedded(self) -> Iterator[UnmatchedText]:
        """Return what is no text: embedded files by name, pictures by number."""
        document = self._file.document
        pictures = [f"+{document.picture_count}"] if document.picture_count else []
        for text in (*document.embedded, *pictures):
            yield UnmatchedText(text, reason=UnresolvedReason.PICTURE)

    def _is_text(self, key: Key) -> bool:
        question = self._questions.get(key.question)
        return question is not None and question.type in {QuestionType.TEXT, QuestionType.LINE}

    def _has_item(self, key: Key) -> bool:
        return not key.item or key.item in self._item_ids


def _is_excerpt(file: MatchedFile, sent_texts: Mapping[Key, str]) -> bool:
    """Return whether a file is no copy of ours, but a document with some text of ours.

    It has less than half of the answers, and neither its own record, nor another that is like it
    and marks of ours.
    """
    if file.document.sent_record or (file.matches.is_marked and not file.is_guess):
        return False
    found = sum(one.key in sent_texts and not one.is_empty for one in file.matches.answers)
    return found < MIN_ANSWERS_SHARE * len(sent_texts)


def _is_of_now(file: MatchedFile, context: ParsingContext) -> bool:
    """Return whether a file without its record says the draft as it is now.

    The draft has not changed since, if it was changed last when the file says. Otherwise what
    differs may be an older text of ours as well as a change of theirs.
    """
    saved_at = file.document.saved_at
    return saved_at is not None and saved_at == context.draft.modified.replace(microsecond=0)


def _collect_items(context: ParsingContext) -> set[str]:
    """Return the items of all lists of the draft."""
    draft = context.draft
    return {
        item
        for key in draft.answers
        if key.question in context.pack.form.lists
        for item in draft.items(key.question, key.item)
    }


def _collect_sent_texts(sent: SentRecord) -> dict[Key, str]:
    """Return the answers as shown in the document that was sent."""
    texts: dict[Key, str] = {}
    for block in sent.blocks:
        if block.role is BlockRole.ANSWER and block.key and not block.is_placeholder:
            texts.setdefault(block.key, block.text)
    return texts


def _collect_tracked_runs(paragraphs: Sequence[Paragraph]) -> tuple[Run, ...]:
    """Return a text with its tracked changes, nothing if there are none."""
    if not any(run.by for paragraph in paragraphs for run in paragraph.runs):
        return ()
    runs: list[Run] = []
    for paragraph in paragraphs:
        runs += (Run(run.text, run.revision, run.by) for run in paragraph.runs)
        runs.append(Run("\n"))
    return tuple(runs[:-1])


def _assign_ids(items: Iterable[UnresolvedItem]) -> Iterator[UnresolvedItem]:
    """Return the items with ids; equal ones in one file get different ids."""
    ids = IdGenerator()
    for one in items:
        parts = "tray", one.reason.value, str(one.near or ""), one.text, one.original
        yield one if one.id else replace(one, id=ids.next_id(*parts))
