"""`new`: a draft from the first choices."""

from __future__ import annotations

from pathlib import Path

from erasmus_desk.call.model import Pack
from erasmus_desk.cli.context import Desk, Outcome, patiently
from erasmus_desk.cli.requests import New
from erasmus_desk.draft.create import begin
from erasmus_desk.draft.model import Value
from erasmus_desk.errors import ChoiceError
from erasmus_desk.storage import drafts


def run(desk: Desk, asked: New) -> Outcome:
    """Make the draft. Raises PackError, ChoiceError, or SaveError where something is there."""
    pack = desk.library.pack(asked.call)
    _demand("kind", asked.kind, tuple(kind.id for kind in pack.kinds), pack)
    _demand("field", asked.field, tuple(one.id for one in pack.fields), pack)
    try:
        asked.title.encode()
    except UnicodeEncodeError as problem:
        raise ChoiceError("title") from problem
    draft = begin(pack, _choices(asked, desk, pack), drafts.now())
    order = (*pack.form.lists, *pack.form.questions)
    patiently(lambda: drafts.save_new(draft, Path(asked.file), order))
    return Outcome((desk.sentences.say("new.done", path=asked.file),))


def _demand(role: str, chosen: str, known: tuple[str, ...], pack: Pack) -> None:
    """Refuse to guess a choice, and a choice where the call offers none."""
    if known and not chosen:
        raise ChoiceError(f"{role}-missing", known=", ".join(known), call=pack.id)
    if chosen and not known:
        raise ChoiceError(f"{role}-none", chosen=chosen, call=pack.id)


def _choices(asked: New, desk: Desk, pack: Pack) -> dict[str, Value]:
    question = pack.question(pack.role("language"))
    offered = pack.option_set(question) if question else None
    known = {option.id for option in offered.options} if offered else set[str]()
    # Who does not say in which language to write most likely writes in their own.
    usual = desk.settings.proposal_language or desk.sentences.language
    spoken = usual if usual in known else ""
    choices = {
        "kind": asked.kind,
        "field": asked.field,
        "language": asked.language or spoken,
        "title": asked.title,
    }
    return {role: chosen for role, chosen in choices.items() if chosen}
