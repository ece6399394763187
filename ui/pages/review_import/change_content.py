"""What the card shows of a change: whose it is, both versions, comments and notes."""

from __future__ import annotations

from erasmus_desk.draft.review_state import CommentThread, UnresolvedItem
from erasmus_desk.review_import.result import AnswerMerge

from ...session.session import Session
from . import decision_model, entry_texts, versions
from .change_card import ChangeCard
from .chips import name_entry
from .decision_model import DecisionModel, Entry, ReviewItem


def show_change(card: ChangeCard, entry: Entry, model: DecisionModel, session: Session) -> None:
    """Show an entry on the card."""
    # The only file is named above.
    has_files = len(model.result.files) > 1
    origin = entry_texts.describe_origin(entry, session, names_file=has_files)
    name = name_entry(entry, session)
    if isinstance(entry, UnresolvedItem):
        card.show_head(name, origin, entry_texts.not_placed(), needs_care=False)
        shown = (versions.Version("", entry.text, entry.original),)
        card.show_content(shown, (), entry_texts.describe_reason(entry))
        return
    status = decision_model.describe_status(entry, is_version=model.is_version)
    card.show_head(name, origin, status, needs_care=decision_model.needs_care(entry))
    notes = [entry_texts.describe_length(entry, session)]
    if isinstance(entry, AnswerMerge):
        shown = tuple(versions.build_versions(entry, session, is_version=model.is_version))
        card.suggest(entry, model.decision_for(entry))
        notes.append(entry_texts.describe_losses(model.result.losses_of(entry.key)))
    else:
        shown = tuple(versions.build_row_versions(entry, session))
    card.show_content(shown, _find_threads(entry, model), "\n".join(filter(None, notes)))


def _find_threads(entry: ReviewItem, model: DecisionModel) -> tuple[CommentThread, ...]:
    """Return the comments on an answer or a list."""
    key = decision_model.find_key(entry)
    return tuple(one for one in model.result.threads if one.key == key)
