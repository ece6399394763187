"""The summaries of drafts and calls for their cards, made when they are new or have changed."""

from __future__ import annotations

from pathlib import Path

from erasmus_desk import progress
from erasmus_desk.call.library import Library
from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Draft
from erasmus_desk.draft.visibility import find_deadline
from erasmus_desk.errors import PackError
from erasmus_desk.storage.draft_summaries import CallDeadline, CallSummary, DraftSummary

from ..session.services import Services


def summarise(draft: Draft, services: Services, language: str) -> DraftSummary:
    """Return the facts of a draft's card. Raises PackError where its call cannot be read."""
    library = services.draft_manager.library
    pack = library.load_pack(draft.pack.id, draft.pack.revision)
    texts = library.load_texts(pack.id, language, pack.revision)
    tally = progress.compute_progress(draft, pack).completion
    deadline = find_deadline(draft, pack)
    copies = review_state.list_outstanding_copies(draft)
    return DraftSummary(
        title=draft.text(pack.role("title")),
        acronym=draft.text(pack.role("acronym")),
        call=texts.get("pack.short"),
        kind=texts.get(f"kind.{draft.text(pack.role('kind'))}.short"),
        field=texts.get(f"field.{draft.text(pack.role('field'))}.name"),
        modified=draft.modified,
        deadline=deadline.at if deadline else None,
        zone=deadline.zone if deadline else "",
        required=tally.required,
        answered=tally.required_answered,
        shared_with=tuple(dict.fromkeys(copy.recipient for copy in copies if copy.recipient)),
        is_shared=bool(copies),
        copies=len(copies),
        undecided=len(review_state.list_unresolved(draft)),
        reply_by=min((copy.reply_by for copy in copies if copy.reply_by), default=None),
    )


def summarise_calls(folders: tuple[Path, ...], language: str) -> tuple[CallSummary, ...]:
    """Return the facts of the cards of the calls in some folders, but of those with errors.

    The manager of drafts is not asked for them, as it makes a journal.
    """
    library = Library(folders)
    return tuple(
        summary
        for pack in library.load_packs()[0]
        if (summary := summarise_call(library, pack.id, language)) is not None
    )


def summarise_call(library: Library, name: str, language: str) -> CallSummary | None:
    """Return the facts of the card of a call, or `None` if it has errors."""
    try:
        pack, texts = library.load_pack(name), library.load_texts(name, language)
    except PackError:
        return None
    deadlines = tuple(CallDeadline(one.at, one.zone) for one in pack.deadlines)
    short, action = texts.get("pack.short"), texts.get("pack.action")
    return CallSummary(pack.id, short, action, pack.state.value, deadlines)
