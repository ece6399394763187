"""The texts of the cards on the home page, made of a draft or of its kept summary."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from erasmus_desk.errors import DeskError
from erasmus_desk.i18n.messages import Messages
from erasmus_desk.storage.draft_summaries import DraftSummary
from erasmus_desk.storage.unfinished_starts import UnfinishedStart

from ..i18n.dates import find_zone, format_date, format_deadline, format_moment

SEPARATOR = "   ·   "


class CardText(Struct, frozen=True):
    """The texts of one card; `share` is the part that is done, from 0 to 1, or unknown."""

    path: Path
    title: str
    lines: tuple[str, ...]
    share: float | None
    share_text: str
    is_readable: bool = True


class StartText(Struct, frozen=True):
    """The texts of the card of an unfinished start."""

    id: str
    title: str
    lines: tuple[str, ...]
    is_readable: bool = True


def card_text(path: Path, summary: DraftSummary, language: str) -> CardText:
    """Return the texts of the card of a draft that can be opened."""
    deadline = summary.deadline and summary.deadline.astimezone(find_zone(summary.zone))
    left = format_deadline(deadline, language) if deadline else ""
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


def start_text(
    start: UnfinishedStart, title: str, call: str, kind: str, language: str
) -> StartText:
    """Return the texts of the card of a start that can be continued, named by title or call."""
    state = start.state
    step = QCoreApplication.translate("NewProposalWizard", "Step {0} of {1}").format(
        state.page_index + 1, max(state.page_count, state.page_index + 1)
    )
    source = ""
    if start.earlier is not None:
        source = QCoreApplication.translate("CardTexts", "from {}").format(start.earlier.name)
    about = SEPARATOR.join(part for part in (call if title else "", kind, step, source) if part)
    return StartText(start.id, _unfinished(title or call), (about, _edited(start, language)))


def unreadable_start_text(
    start: UnfinishedStart, error: DeskError, sentences: Messages
) -> StartText:
    """Return the texts of the card of a start whose call cannot be read: what happened."""
    text = sentences.format_error(error)
    name = start.state.draft.pack.id
    return StartText(start.id, _unfinished(name), (text.what, text.do), is_readable=False)


def _unfinished(name: str) -> str:
    return QCoreApplication.translate("CardTexts", "Unfinished: {}").format(name)


def _edited(start: UnfinishedStart, language: str) -> str:
    moment = format_moment(start.changed.astimezone(), language)
    return QCoreApplication.translate("CardTexts", "last edited {}").format(moment)


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
