"""The texts of the cards on the home page, made of a draft or of its kept summary."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from erasmus_desk.errors import DeskError
from erasmus_desk.i18n.messages import Messages
from erasmus_desk.storage.draft_summaries import DraftSummary

from ..i18n.dates import format_date, format_deadline, format_moment

SEPARATOR = "   ·   "


class CardText(Struct, frozen=True):
    """The texts of one card; `share` is the part that is done, from 0 to 1, or unknown."""

    path: Path
    title: str
    lines: tuple[str, ...]
    share: float | None
    share_text: str
    is_readable: bool = True


def card_text(path: Path, summary: DraftSummary, language: str) -> CardText:
    """Return the texts of the card of a draft that can be opened."""
    left = format_deadline(summary.deadline, language) if summary.deadline else ""
    about = SEPARATOR.join(part for part in (summary.call, summary.kind, left) if part)
    edited = QCoreApplication.translate("CardTexts", "last edited {}").format(
        format_moment(summary.modified.astimezone(), language)
    )
    lines = (about, f"{edited}{SEPARATOR}{path.name}")
    if summary.is_shared:
        lines = (*lines, _shared(summary, language))
    title = summary.title or QCoreApplication.translate("CardTexts", "Untitled proposal")
    share = summary.answered / summary.required if summary.required else 1.0
    answered = QCoreApplication.translate("CardTexts", "{0} of {1} required answers").format(
        summary.answered, summary.required
    )
    return CardText(path, title, lines, share, answered)


def unreadable_card_text(path: Path, error: DeskError | None, sentences: Messages) -> CardText:
    """Return the texts of the card of a file that cannot be opened: what happened, what to do."""
    text = sentences.format_error(error) if error else None
    lines = (text.what, text.do) if text else ()
    return CardText(path, path.name, lines, None, "", is_readable=False)


def _shared(summary: DraftSummary, language: str) -> str:
    """Return who has a Word file of the draft, and by when the first of them replies."""
    names = ", ".join(summary.shared_with)
    sent = QCoreApplication.translate("CardTexts", "sent to {}, waiting for reply").format(names)
    if summary.reply_by is None:
        return sent
    due = QCoreApplication.translate("CardTexts", "reply by {}").format(
        format_date(summary.reply_by, language)
    )
    return f"{sent}{SEPARATOR}{due}"
