"""What is chosen in a guided start: a wish, a call, and a draft for each call that was chosen."""

from __future__ import annotations

from pathlib import Path

from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.call.offers import Offer, find_first_path, list_offers
from erasmus_desk.draft import reconcile
from erasmus_desk.draft.create import carry_over, create_draft, list_proposal_languages
from erasmus_desk.draft.model import Draft
from erasmus_desk.errors import PackUnknown
from erasmus_desk.storage.clock import now
from erasmus_desk.storage.unfinished_starts import StartState

from ..session.session import Session
from .final_pages import ORGANISATION_ROLES, PROPOSAL_ROLES
from .start_pages import StartTexts


class StartChoices:
    """The choices of a guided start; nothing chosen is lost when the call is changed."""

    def __init__(
        self, texts: StartTexts, languages: tuple[str, ...], state: StartState | None
    ) -> None:
        """Begin with the call that is offered first, or restore a state. Raises PackError."""
        self._texts = texts
        self._languages = languages
        self.call = state.draft.pack.id if state else _find_first_call(texts.library)
        self._advice: dict[str, dict[str, str]] = {}
        if state:
            self._advice = {call: dict(answers) for call, answers in state.advice.items()}
        self._others = {one.pack.id: one for one in state.others} if state else {}
        self.session = self._new_session(state.draft if state else None)
        self.path = state.path if state else find_first_path(self.session.pack)

    @property
    def advice(self) -> dict[str, str]:
        """The answers that lead to a project type of the call; they change with the user's."""
        return self._advice.setdefault(self.call, {})

    @property
    def is_call_served(self) -> bool:
        """Whether the call is the one that serves what the user wants to do."""
        packs, _ = self._texts.library.load_packs()
        return Offer(self.call, self.path) in list_offers(packs)

    def to_state(self, page_index: int, page_count: int) -> StartState:
        """Return the present state, from which the choices can be restored."""
        advice = {call: dict(answers) for call, answers in self._advice.items() if answers}
        others = tuple(self._others.values())
        return StartState(self.session.draft, self.path, page_index, page_count, advice, others)

    def take_call(self, call: str) -> None:
        """Change the call.

        What both calls ask comes along; the rest is there again when the call is changed back.
        """
        before = self.session
        self._others[self.call] = before.draft
        self.call = call
        pack = self._texts.library.load_pack(call)
        draft = self._others.pop(call, None) or create_first_draft(pack, self._languages)
        roles = (*PROPOSAL_ROLES, *ORGANISATION_ROLES)
        self.session = self._new_session(carry_over(draft, pack, before.draft, before.pack, roles))

    def _new_session(self, draft: Draft | None) -> Session:
        library = self._texts.library
        pack = library.load_pack(self.call)
        texts = library.load_texts(self.call, self._texts.language)
        draft = draft or create_first_draft(pack, self._languages)
        return Session(reconcile.reconcile_draft(draft, pack, texts), pack, texts, Path())


def create_first_draft(pack: Pack, languages: tuple[str, ...]) -> Draft:
    """Return a new draft in the first of these languages that the call takes."""
    offered = list_proposal_languages(pack)
    language = next((one for one in languages if offered is not None and one in offered), None)
    return create_draft(pack, {"language": language} if language else {}, now())


def _find_first_call(library: Library) -> str:
    """Return the call that is offered first. Raises PackError if none can be read."""
    packs, problems = library.load_packs()
    if packs:
        return packs[0].id
    raise problems[0] if problems else PackUnknown(pack="", known="")
