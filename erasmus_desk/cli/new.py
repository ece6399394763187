"""The command `new`: create a draft from the first choices."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from erasmus_desk.call.model import Pack
from erasmus_desk.cli.arguments import New
from erasmus_desk.cli.context import CommandContext, CommandResult, refuse_suffix, retry_while_busy
from erasmus_desk.draft.create import create_draft, list_proposal_languages
from erasmus_desk.draft.model import Draft, Value
from erasmus_desk.errors import ChoiceError
from erasmus_desk.storage import clock, drafts

OfferAnswers = Callable[[Draft, Pack], tuple[Draft, int]]
"""Returns a draft with answers of an earlier proposal to decide on, and their number."""


def run(
    context: CommandContext, request: New, offer_answers: OfferAnswers | None = None
) -> CommandResult:
    """Create the draft.

    Raises PackError, ChoiceError, SaveError if the file exists or its name is none of a proposal,
    and what `offer_answers` does.
    """
    pack = context.library.load_pack(request.call)
    _require_choice("kind", request.kind, tuple(kind.id for kind in pack.kinds), pack)
    _require_choice("field", request.field, tuple(one.id for one in pack.fields), pack)
    try:
        request.title.encode()
    except UnicodeEncodeError as problem:
        raise ChoiceError("title") from problem
    refuse_suffix(request.file)
    draft = create_draft(pack, _collect_choices(request, context, pack), clock.now())
    draft, count = offer_answers(draft, pack) if offer_answers else (draft, 0)
    retry_while_busy(lambda: drafts.save_new(draft, Path(request.file), pack.form.order))
    format_message = context.messages.format_message
    offered = (format_message("new.offered", n=count, path=request.earlier),) if count else ()
    return CommandResult((format_message("new.done", path=request.file), *offered))


def _require_choice(role: str, chosen: str, known: tuple[str, ...], pack: Pack) -> None:
    """Raise ChoiceError for a missing choice, and for a choice where the call offers none."""
    if known and not chosen:
        raise ChoiceError(f"{role}-missing", known=", ".join(known), call=pack.id)
    if chosen and not known:
        raise ChoiceError(f"{role}-none", chosen=chosen, call=pack.id)


def _collect_choices(request: New, context: CommandContext, pack: Pack) -> dict[str, Value]:
    # The default proposal language is that of the user.
    preferred = context.settings.proposal_language or context.messages.language
    language = preferred if preferred in (list_proposal_languages(pack) or ()) else ""
    choices = {
        "kind": request.kind,
        "field": request.field,
        "language": request.language or language,
        "title": request.title,
    }
    return {role: chosen for role, chosen in choices.items() if chosen}
