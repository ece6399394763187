"""The versions of a changed answer or row, each with the text to compare it with."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from erasmus_desk.draft.model import Value
from erasmus_desk.draft.word_diff import DiffKind, DiffPiece, diff_words, trim_changes
from erasmus_desk.review_import.docx_reader.document import RevisionAuthor
from erasmus_desk.review_import.result import AnswerMerge, MergeStatus, RowAdded, RowChange

from ...i18n.joined import join_parts, keep_together
from ...session.session import Session
from ..question_texts import format_answer, format_moment, summarise_row
from .decision_model import has_merged_version

MIN_COMMON_SHARE = 0.4
"""Share of the shorter text that must be unchanged for a comparison word by word."""


class Version(Struct, frozen=True):
    """A version with its heading, empty for an only one; `base` is the text to compare it with."""

    heading: str
    text: str
    base: str | None = None

    def compare(self) -> tuple[DiffPiece, ...]:
        """Return the differences word by word; for very different texts, both texts in full.

        With few words in common, a comparison word by word is not readable.
        """
        if self.base is None:
            return (DiffPiece(DiffKind.SAME, self.text),) if self.text else ()
        pieces = diff_words(self.base, self.text)
        common = sum(len(piece.text) for piece in pieces if piece.kind is DiffKind.SAME)
        if common >= MIN_COMMON_SHARE * min(len(self.base), len(self.text)):
            return trim_changes(pieces)
        old = DiffPiece(DiffKind.DELETED, f"{self.base}\n")
        return old, DiffPiece(DiffKind.INSERTED, self.text)


def build_versions(
    answer: AnswerMerge, session: Session, *, is_version: bool = False
) -> Iterator[Version]:
    """Yield the versions of an answer: the reviewers', and in a conflict also mine and sent."""
    sent = format_value_of(answer, answer.sent, session)
    is_conflict = answer.status is MergeStatus.CONFLICT
    if is_conflict:
        mine = QCoreApplication.translate("ReviewImport", "Your text now")
        yield Version(mine, format_value_of(answer, answer.mine, session), sent)
    for index, proposed in enumerate(answer.theirs):
        text = format_value_of(answer, proposed.value, session)
        if proposed.value is not None:
            text = text or proposed.text
        heading = describe_origin(proposed.by, proposed.file, session) if is_conflict else ""
        if len(answer.theirs) > 1:
            heading = f"{index + 1}   {heading}"
        yield Version(heading, text, sent)
    if has_merged_version(answer):
        merged = QCoreApplication.translate("ReviewImport", "With all changes")
        yield Version(merged, format_value_of(answer, answer.merged, session), sent)
    if is_conflict and is_version:
        yield Version(QCoreApplication.translate("ReviewImport", "Before both changes"), sent)
    elif is_conflict:
        yield Version(QCoreApplication.translate("ReviewImport", "The text you sent"), sent)


def build_row_versions(change: RowChange, session: Session) -> Iterator[Version]:
    """Yield the answers of an added row, or the summary of a removed one."""
    if isinstance(change, RowAdded):
        for key, value in change.values:
            if key.question in session.form.lists:
                continue
            question = session.form.questions.get(key.question)
            text = format_answer(question, value, session) if question else str(value)
            yield Version(session.texts.short_label(key.question) or key.question, text, "")
    else:
        yield Version("", "", summarise_row(change.order.question, change.item, session))


def format_value_of(answer: AnswerMerge, value: Value | None, session: Session) -> str:
    """Return a value of an answer as text."""
    question = session.form.questions.get(answer.key.question)
    return format_answer(question, value, session) if question else ""


def describe_origin(by: RevisionAuthor, file: str, session: Session) -> str:
    """Return who changed something, when and in which file, as text."""
    moment = format_moment(by.at.isoformat(), session.texts.language) if by.at else ""
    return join_parts(by.name, keep_together(moment), file)
