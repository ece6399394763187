"""The summary of a draft for its card, made when the draft is new or has changed."""

from __future__ import annotations

from erasmus_desk import progress
from erasmus_desk.call.library import Library
from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Draft
from erasmus_desk.draft.visibility import find_deadline
from erasmus_desk.storage.draft_summaries import DraftSummary


def summarise(draft: Draft, library: Library, language: str) -> DraftSummary:
    """Return the facts of a draft's card. Raises PackError where its call cannot be read."""
    pack = library.load_pack(draft.pack.id)
    texts = library.load_texts(pack.id, language)
    tally = progress.compute_progress(draft, pack).completion
    deadline = find_deadline(draft, pack)
    copies = review_state.list_outstanding_copies(draft)
    return DraftSummary(
        title=draft.text(pack.role("title")),
        call=texts.get("pack.short"),
        kind=texts.get(f"kind.{draft.text(pack.role('kind'))}.short"),
        modified=draft.modified,
        deadline=deadline.at if deadline else None,
        zone=deadline.zone if deadline else "",
        required=tally.required,
        answered=tally.required_answered,
        shared_with=tuple(dict.fromkeys(copy.recipient for copy in copies if copy.recipient)),
        is_shared=bool(copies),
        reply_by=min((copy.reply_by for copy in copies if copy.reply_by), default=None),
    )
