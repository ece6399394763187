"""The texts of the cards on the home page, made of what is kept of proposals and calls."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from erasmus_desk.errors import DeskError
from erasmus_desk.i18n.formats import capitalise
from erasmus_desk.i18n.messages import MAIN_LANGUAGE, Messages
from erasmus_desk.moments import to_local
from erasmus_desk.path_checks import is_file
from erasmus_desk.storage.draft_summaries import CallDeadline, CallSummary, DraftSummary

from ..i18n import plurals
from ..i18n.dates import (
    find_zone,
    format_date,
    format_deadline,
    format_moment,
    format_recent,
    split_deadline,
)
from ..i18n.joined import join_parts


class CardText(Struct, frozen=True):
    """The texts of the card of a proposal.

    `name` is the acronym, with the title below it, else the title. `share` is the part that is
    done, from 0 to 1, or unknown; `lines` say why a file cannot be opened.
    """

    path: Path
    name: str
    title: str = ""
    about: str = ""
    lines: tuple[str, ...] = ()
    share: float | None = None
    share_text: str = ""
    left: str = ""
    is_late: bool = False
    copies: str = ""
    is_reply_late: bool = False
    returned: str = ""
    edited: str = ""
    details: str = ""
    changed: datetime = datetime.min.replace(tzinfo=UTC)

    @property
    def spoken(self) -> str:
        """All texts, for a screen reader and to search in."""
        parts = (self.name, self.title, self.about, *self.lines, self.share_text)
        return ". ".join(part for part in (*parts, self.details) if part)


class StartText(Struct, frozen=True):
    """The texts of the card of an unfinished start; `share` as on the card of a proposal."""

    id: str
    title: str
    about: str
    lines: tuple[str, ...]
    changed: datetime
    share: float | None = None
    share_text: str = ""
    edited: str = ""

    @property
    def is_readable(self) -> bool:
        """Whether the start can be continued."""
        return self.share is not None


class CallText(Struct, frozen=True):
    """The texts of a call; `note` says what its state means for who begins a proposal now."""

    id: str
    name: str
    action: str
    state: str
    is_open: bool
    deadline: str
    note: str = ""


class ExampleText(Struct, frozen=True):
    """The texts of an example."""

    path: Path
    title: str
    about: str


def load_example_texts(folder: Path, language: str) -> tuple[ExampleText, ...]:
    """Return the texts of the shipped examples.

    They are in a file beside them (`titles.en.tsv`: file and title, with what it is an example of
    in brackets), because reading the examples would take longer than everything else on the page.
    A language without that file has those of the main one.
    """
    own, main = (folder / f"titles.{one}.tsv" for one in (language, MAIN_LANGUAGE))
    titles = (own if is_file(own) else main).read_text(encoding="utf-8")
    found: list[ExampleText] = []
    for line in titles.splitlines():
        name, _, title = line.partition("\t")
        title, _, about = title.removesuffix(")").partition(" (")
        found.append(ExampleText(folder / name, title, about))
    return tuple(found)


def card_text(path: Path, summary: DraftSummary, language: str) -> CardText:
    """Return the texts of the card of a proposal that can be opened."""
    title = summary.title or QCoreApplication.translate("CardTexts", "Untitled proposal")
    about = (summary.kind, summary.field, summary.call)
    answered = QCoreApplication.translate("CardTexts", "{0} of {1} required answers").format(
        summary.answered, summary.required
    )
    left, is_late, deadline = _format_left(summary, language)
    modified = to_local(summary.modified)
    edited = QCoreApplication.translate("CardTexts", "last edited {}").format(
        format_moment(modified, language)
    )
    shared = _format_shared(summary, language)
    return CardText(
        path,
        summary.acronym or title,
        title if summary.acronym else "",
        join_parts(*about),
        share=summary.answered / summary.required if summary.required else 1.0,
        share_text=answered,
        left=left,
        is_late=is_late,
        copies=plurals.shared_files(summary.copies) if summary.copies else "",
        is_reply_late=summary.reply_by is not None and summary.reply_by < _today(),
        returned=plurals.to_decide(summary.undecided) if summary.undecided else "",
        edited=format_recent(modified, language),
        details="\n".join(part for part in (deadline, shared, edited, path.name) if part),
        changed=summary.modified,
    )


def tell_apart(cards: Sequence[CardText]) -> tuple[CardText, ...]:
    """Return the cards; those that say the same, such as copies, have their files as well."""
    alike: dict[tuple[str, str, str], list[CardText]] = {}
    for card in cards:
        alike.setdefault((card.name, card.title, card.about), []).append(card)
    return tuple(_name_file(card, alike[card.name, card.title, card.about]) for card in cards)


def _name_file(card: CardText, alike: list[CardText]) -> CardText:
    if len(alike) == 1:
        return card
    path = card.path
    is_unique = [one.path.name for one in alike].count(path.name) == 1
    place = path.name if is_unique else str(Path(path.parent.name, path.name))
    return replace(card, about=join_parts(card.about, place))


def unreadable_card_text(path: Path, error: DeskError, sentences: Messages) -> CardText:
    """Return the texts of the card of a file that cannot be opened: what happened, what to do."""
    text = sentences.format_error(error)
    return CardText(path, path.name, lines=(text.what, text.do))


def call_text(call: CallSummary, language: str) -> CallText:
    """Return the texts of a call, with its next deadline, or the last one."""
    states = {
        "open": QCoreApplication.translate("CallPage", "open"),
        "closed": QCoreApplication.translate("CallPage", "closed"),
        "provisional": QCoreApplication.translate("CallPage", "provisional"),
    }
    deadline = _choose_deadline(call.deadlines)
    until = capitalise("\n".join(split_deadline(_at(deadline), language))) if deadline else ""
    state = states.get(call.state, call.state)
    return CallText(call.id, call.name, call.action, state, call.state == "open", until)


def _choose_deadline(deadlines: tuple[CallDeadline, ...]) -> CallDeadline | None:
    """Return the next deadline, else the one that has passed last."""
    ordered = sorted(deadlines, key=_at)
    now = datetime.now(UTC)
    return next((one for one in ordered if _at(one) > now), ordered[-1] if ordered else None)


def _at(deadline: CallDeadline) -> datetime:
    """Return the moment with its zone, which it loses in the file."""
    return deadline.at.astimezone(find_zone(deadline.zone))


def _format_left(summary: DraftSummary, language: str) -> tuple[str, bool, str]:
    """Return the days left in short, whether it is too late, and the same in full."""
    if summary.deadline is None:
        return "", False, ""
    moment = summary.deadline.astimezone(find_zone(summary.zone))
    full = format_deadline(moment, language)
    here = datetime.now(UTC).astimezone(moment.tzinfo)
    days = (moment.date() - here.date()).days
    if here >= moment:
        return QCoreApplication.translate("CardTexts", "deadline passed"), True, full
    if days == 0:
        return QCoreApplication.translate("CardTexts", "deadline today"), False, full
    return plurals.days_to_go(days), False, full


def _today() -> date:
    return to_local(datetime.now(UTC)).date()


def _format_shared(summary: DraftSummary, language: str) -> str:
    """Return who has a Word file of the draft, and by when the first of them replies."""
    if not summary.is_shared:
        return ""
    names = ", ".join(summary.shared_with)
    sent = QCoreApplication.translate("CardTexts", "sent to {}, waiting for reply").format(names)
    if summary.reply_by is None:
        return sent
    due = QCoreApplication.translate("CardTexts", "reply by {}").format(
        format_date(summary.reply_by, language)
    )
    return join_parts(sent, due)
