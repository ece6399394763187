"""The versions of a changed answer or row, with the differences highlighted."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QRegularExpression
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QTextBrowser

from erasmus_desk.draft.model import Value
from erasmus_desk.draft.text_diff import DiffKind, DiffPiece, diff_words
from erasmus_desk.review_import.docx_reader.document import RevisionAuthor
from erasmus_desk.review_import.result import AnswerMerge, MergeStatus, RowAdded, RowChange

from ...session.session import Session
from ...theme.theme import GRID
from ...widgets.diff_html import diff_html, text_to_html
from ..question_texts import format_answer, format_moment, name_answer, summarise_row
from .decision_model import format_letter, has_merged_version

MAX_LINES = 24
"""Visible lines; longer text scrolls."""
MIN_LINES = 3
MIN_COMMON_SHARE = 0.4
"""Share of the shorter text that must be unchanged for a comparison word by word."""
CHANGE_PATTERN = r"\[[+−]\x{a0}"
"""The start of a changed passage in the view."""


class Version(Struct, frozen=True):
    """A version with its heading; `base` is the text to compare it with."""

    heading: str
    text: str
    base: str | None = None


class VersionsView(QTextBrowser):
    """Shows versions in a text view that supports arrow keys and screen readers."""

    def __init__(self, label: str) -> None:
        super().__init__(openLinks=False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(label)

    def show_versions(self, versions: tuple[Version, ...]) -> None:
        """Show versions in pairs, and fit the height."""
        pairs = [versions[index : index + 2] for index in range(0, len(versions), 2)]
        self.setHtml("".join(self._row_html(pair) for pair in pairs))
        # Scroll a long text to the first change.
        if len(versions) == 1 and self.find(QRegularExpression(CHANGE_PATTERN)):
            self.moveCursor(QTextCursor.MoveOperation.StartOfLine)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the lines at the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        wanted = int(self.document().size().height()) + GRID
        height = max(line * MIN_LINES, min(wanted, line * MAX_LINES))
        if height != self.minimumHeight():
            self.setFixedHeight(height)
        self.ensureCursorVisible()

    def _row_html(self, pair: tuple[Version, ...]) -> str:
        """Return two versions side by side; a single one takes the full width."""
        width = 100 // len(pair)
        cells = "".join(f'<td width="{width}%">{self._version_html(one)}</td>' for one in pair)
        return f'<table width="100%" cellpadding="{GRID // 2}"><tr>{cells}</tr></table>'

    def _version_html(self, version: Version) -> str:
        text = text_to_html(version.text)
        if version.base is not None:
            text = diff_html(_diff(version.base, version.text), self.palette())
        return f"<p><b>{text_to_html(version.heading)}</b><br>{text or '–'}</p>"


def _diff(before: str, after: str) -> tuple[DiffPiece, ...]:
    """Return the differences word by word; for very different texts, both texts in full.

    With few words in common, a comparison word by word is not readable.
    """
    pieces = diff_words(before, after)
    common = sum(len(piece.text) for piece in pieces if piece.kind is DiffKind.SAME)
    if common >= MIN_COMMON_SHARE * min(len(before), len(after)):
        return pieces
    return (DiffPiece(DiffKind.DELETED, f"{before}\n"), DiffPiece(DiffKind.INSERTED, after))


def build_versions(answer: AnswerMerge, session: Session) -> Iterator[Version]:
    """Return the versions of an answer: the reviewers', and in a conflict also mine and sent."""
    sent = format_value_of(answer, answer.sent, session)
    if answer.status in {MergeStatus.CONFLICT, MergeStatus.KEPT}:
        mine = QCoreApplication.translate("ReviewImport", "Your text now")
        yield Version(mine, format_value_of(answer, answer.mine, session), sent)
    for index, proposed in enumerate(answer.theirs):
        text = format_value_of(answer, proposed.value, session)
        if proposed.value is not None:
            text = text or proposed.text
        heading = describe_origin(proposed.by, proposed.file, session)
        if len(answer.theirs) > 1:
            heading = f"{format_letter(index)}   {heading}"
        yield Version(heading, text, sent)
    if has_merged_version(answer):
        merged = QCoreApplication.translate("ReviewImport", "With all changes")
        yield Version(merged, format_value_of(answer, answer.merged, session), sent)
    if answer.status is MergeStatus.CONFLICT:
        yield Version(QCoreApplication.translate("ReviewImport", "The text you sent"), sent)


def build_row_versions(change: RowChange, session: Session) -> Iterator[Version]:
    """Return the answers of an added row, or the summary of a removed one."""
    if isinstance(change, RowAdded):
        for key, value in change.values:
            question = session.form.questions.get(key.question)
            text = format_answer(question, value, session) if question else str(value)
            yield Version(session.texts.short_label(key.question) or key.question, text)
    else:
        summary = summarise_row(change.order.question, change.item, session)
        yield Version(name_answer(change.order, session), "", summary)


def format_value_of(answer: AnswerMerge, value: Value | None, session: Session) -> str:
    """Return a value of an answer as text."""
    question = session.form.questions.get(answer.key.question)
    return format_answer(question, value, session) if question else ""


def describe_origin(by: RevisionAuthor, file: str, session: Session) -> str:
    """Return who changed something, when and in which file, as text."""
    moment = format_moment(by.at.isoformat(), session.texts.language) if by.at else ""
    return "   ·   ".join(part for part in (by.name, moment, file) if part)
