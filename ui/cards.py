"""What the home page says about each draft."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from erasmus_desk import flow, words
from erasmus_desk.call.library import Library
from erasmus_desk.draft import reviewing
from erasmus_desk.draft.asked import deadline
from erasmus_desk.draft.listing import Listed
from erasmus_desk.draft.model import Draft
from erasmus_desk.draft.reviewing import Sending
from erasmus_desk.errors import PackError
from erasmus_desk.sentences import Sentences

from .home import CardWords
from .topbar import days_to


def card_words(one: Listed, library: Library, sentences: Sentences, language: str) -> CardWords:
    """Say what a draft is about, or why it cannot be opened."""
    if one.draft is None:
        told = sentences.error(one.error) if one.error else None
        lines = (told.what, told.do) if told else ()
        return CardWords(one.path, one.path.name, lines, None, "", is_readable=False)
    try:
        pack = library.pack(one.draft.pack.id)
        texts = library.texts(pack.id, language)
    except PackError as problem:
        told = sentences.error(problem)
        lines = (told.what, told.do)
        return CardWords(one.path, one.path.name, lines, None, "", is_readable=False)
    draft = one.draft
    tally = flow.flow(draft, pack).tally
    due = deadline(draft, pack)
    kind = texts.get(f"kind.{draft.text(pack.role('kind'))}.short")
    edited = QCoreApplication.translate("Cards", "last edited {}").format(
        words.moment(one.modified.astimezone(), language)
    )
    about = (texts.get("pack.short"), kind, days_to(due.at, language) if due else "")
    lines = ("   ·   ".join(part for part in about if part), f"{edited}   ·   {one.path.name}")
    waiting = reviewing.away(draft)
    if waiting:
        lines = (*lines, _away(waiting, language))
    share = QCoreApplication.translate("Cards", "{0} of {1} required answers").format(
        tally.required_answered, tally.required
    )
    return CardWords(one.path, draft_title(draft, pack.role("title")), lines, tally.share, share)


def _away(waiting: tuple[Sending, ...], language: str) -> str:
    """Say who has a Word file of the draft, and by when the first of them answers."""
    names = ", ".join(dict.fromkeys(one.to for one in waiting if one.to))
    said = QCoreApplication.translate("Cards", "away with {}").format(names)
    days = [one.reply_by for one in waiting if one.reply_by is not None]
    if not days:
        return said
    due = QCoreApplication.translate("Cards", "answer by {}").format(words.day(min(days), language))
    return f"{said}   ·   {due}"


def draft_title(draft: Draft, role: str) -> str:
    """Give the title of a draft, or words for a draft without one."""
    return draft.text(role) or QCoreApplication.translate("Cards", "Untitled proposal")
