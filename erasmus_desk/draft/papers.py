"""The papers that organisations sign: when each was sent, signed and received.

Which papers there are, the call says. The dates are answers of the program's own
(`review_state.OWN_PREFIX`): they are in the draft file and a step of undo, and in no Word file, as
no form asks for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct

from erasmus_desk.call.model import Pack, Paper, PaperSigner
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.draft.organisations import find_applicant, list_partners
from erasmus_desk.draft.review_state import OWN_PREFIX

PREFIX = f"{OWN_PREFIX}paper."
"""Prefix of the ids of the dates; the item is the paper and the organisation."""
_SEPARATOR = "/"
"""Between a paper and an organisation: no id of either contains it."""


class PaperStep(StrEnum):
    """What is done with a paper, in this order."""

    SENT = "sent"
    SIGNED = "signed"
    RECEIVED = "received"


class PaperworkKind(StrEnum):
    """Which papers are made for the partners."""

    LETTERS = "letters"
    """A letter for each partner and each paper that partners sign."""
    ANNEXES = "annexes"
    """The annexes, and who still has to send which."""
    SHEETS = "sheets"
    """One page for each partner: tasks, money and dates."""


class SignedPaper(Struct, frozen=True):
    """A paper of one organisation with its dates; what was typed and is no date is kept."""

    paper: Paper
    organisation: str
    dates: Mapping[PaperStep, Value]

    @property
    def is_received(self) -> bool:
        """Whether the signed paper is there."""
        return self.last_step is PaperStep.RECEIVED

    @property
    def last_step(self) -> PaperStep | None:
        """The last thing that was done, `None` if nothing was."""
        done = [step for step in PaperStep if isinstance(self.dates.get(step), date)]
        return done[-1] if done else None


def find_paper_key(paper: str, organisation: str, step: PaperStep) -> Key:
    """Return the key of a date."""
    return Key(f"{PREFIX}{step}", f"{paper}{_SEPARATOR}{organisation}")


def is_paper_key(key: Key) -> bool:
    """Return whether an answer is a date of a paper."""
    return key.question.startswith(PREFIX)


def find_paper_question(key: Key, pack: Pack) -> str:
    """Return the question that asks whether a paper is ready, or an empty string."""
    name = key.item.partition(_SEPARATOR)[0]
    return next((one.question for one in pack.papers if one.id == name), "")


def list_papers(draft: Draft, pack: Pack) -> tuple[tuple[Paper, tuple[SignedPaper, ...]], ...]:
    """Return each paper of the call with those of the organisations that sign it, in order."""
    return tuple((paper, tuple(_list_signed(paper, draft, pack))) for paper in pack.papers)


def _list_signed(paper: Paper, draft: Draft, pack: Pack) -> Iterator[SignedPaper]:
    for organisation in _list_signers(paper.signer, draft, pack):
        keys = {step: find_paper_key(paper.id, organisation, step) for step in PaperStep}
        found = {step: draft.get(key) for step, key in keys.items()}
        dates = {step: value for step, value in found.items() if value is not None}
        yield SignedPaper(paper, organisation, dates)


def _list_signers(signer: PaperSigner, draft: Draft, pack: Pack) -> tuple[str, ...]:
    applicant = tuple(filter(None, (find_applicant(draft, pack),)))
    partners = list_partners(draft, pack)
    if signer is PaperSigner.APPLICANT:
        return applicant
    return partners if signer is PaperSigner.PARTNERS else (*applicant, *partners)
